"""Sections as RDF: one node for each printed heading."""

from kgbuild.namespaces import PIO


def test_a_second_section_of_one_number_is_its_own(state) -> None:
    raw = "KẾ HOẠCH\n\nUBND tỉnh Huế\n\nI. MỤC TIÊU\n\nA.\n\nI. NHIỆM VỤ\n\nB.\n"
    found = state(raw)
    assert len(found.a(PIO.Section)) == 2


def test_what_stands_below_a_number_printed_again_is_in_the_second_section(state) -> None:
    raw = (
        "KẾ HOẠCH\n\nUBND tỉnh Huế\n\nII. KINH PHÍ\n\n1. Nguồn vốn\n\n- Huy động vốn xã hội hóa.\n\n"
        "II. PHÂN CÔNG NHIỆM VỤ\n\n1. Sở Y tế\n\n- Chủ trì kiểm tra nguồn nước trước tháng 5 năm 2026.\n"
    )
    found = state(raw)
    (duty,) = found.a(PIO.Task)
    (section,) = found.of(duty, PIO.inSection)
    assert found.of(section, PIO.heading) == ["Sở Y tế"]


def test_points_numbered_with_headed_ones_are_sections_too(state) -> None:
    """Else the numbers of a directive would seem to leap where a point begins with its words."""
    raw = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nSố: 5/CT-UBND\n\nCHỈ THỊ\n\nVề mùa mưa\n\nChủ tịch chỉ thị:\n\n"
        "1. Sở Y tế\n\n- Kiểm tra nguồn nước.\n\n"
        "2. Rà soát các hộ ở vùng thấp, báo cáo trước tháng 5 và cập nhật danh sách mỗi tuần.\n\n"
        "3. Sở Xây dựng\n\n- Khơi thông cống.\n"
    )
    found = state(raw)
    numbers = {section: found.of(section, PIO.sectionNumber) for section in found.a(PIO.Section)}
    assert sorted(numbers.values()) == [["1"], ["2"], ["3"]]
    assert [found.of(section, PIO.heading) for section in sorted(numbers)] == [["Sở Y tế"], [], ["Sở Xây dựng"]]


def test_points_of_a_text_without_headings_are_no_sections(state) -> None:
    raw = "KẾ HOẠCH\n\nUBND tỉnh Huế\n\n1. Trồng thêm cây xanh ở các trường.\n\n2. Dọn kênh và mương trong tháng.\n"
    assert state(raw).a(PIO.Section) == []
