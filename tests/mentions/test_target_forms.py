"""Forms of goals beside the plain ones: ranges, ranks, shares, years of sentences; goals in articles and news."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.targets import read_targets
from kgbuild.model.mentions import TargetMention

Told = tuple[float, str, str, str]


def _told(found: list[TargetMention]) -> list[Told]:
    return [(t.value, t.unit, t.comparator, t.deadline) for t in found]


@pytest.fixture(scope="module")
def goals(document) -> Callable[[str], list[Told]]:
    """Read the targets of one goal of a plan up to 2030."""

    def read(sentence: str) -> list[Told]:
        found = document(f"KẾ HOẠCH\n\nPhát triển y tế\n\nI. MỤC TIÊU ĐẾN NĂM 2030\n\n1. {sentence}\n\n2. Giữ vững.\n")
        return _told(list(read_targets(found.text, found.part)))

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thu nhập bình quân khoảng 4.700 - 5.000 USD.", [(4700, "USD", "gte", "2030")]),
        ("Thu nhập bình quân đạt 8.300-8.500 USD.", [(8300, "USD", "gte", "2030")]),
        ("Đón 22 - 23 triệu lượt khách.", [(22e6, "lượt khách", "gte", "2030")]),
        ("Tối thiểu có 5 bệnh viện ngang tầm khu vực.", [(5, "bệnh viện ngang tầm", "gte", "2030")]),
        ("Thuộc nhóm 15 tỉnh dẫn đầu cả nước.", [(15, "tỉnh dẫn đầu cả", "lte", "2030")]),
        ("Nằm trong top 10 cả nước về chỉ số hài lòng.", [(10, "thứ hạng", "lte", "2030")]),
        ("Chỉ số hài lòng đứng thứ 5 trong vùng.", [(5, "thứ hạng", "eq", "2030")]),
        ("Chỉ số phát triển con người duy trì trên 0,75.", [(0.75, "", "gt", "2030")]),
        ("Tuổi thọ trung bình đạt khoảng 75 tuổi.", [(75, "tuổi", "approx", "2030")]),
        (
            "Chi nghiên cứu đạt 2% GRDP, trong đó từ xã hội chiếm hơn 60%.",
            [(2, "%", "eq", "2030"), (60, "%", "gt", "2030")],
        ),
        ("Dùng nước sạch ở thành thị là 98%, nông thôn là 90%.", [(98, "%", "eq", "2030"), (90, "%", "eq", "2030")]),
        (
            "Tăng trưởng đạt 8%, quy mô GRDP năm 2026 đạt khoảng trên 500 tỷ đồng.",
            [(8, "%", "eq", "2030"), (5e11, "đồng", "gt", "2026")],
        ),
        ("Tăng trưởng giai đoạn 2021-2025 đạt khoảng 7% - 8%.", [(7, "%", "gte", "2025")]),
        (
            "Về xã hội: Đến năm 2027, tỷ lệ hộ nghèo dưới 4%; có 10 bác sĩ và 30 giường bệnh/1 vạn dân.",
            [(4, "%", "lt", "2027"), (10, "bác sĩ", "eq", "2027"), (30, "giường bệnh", "eq", "2027")],
        ),
    ],
)
def test_forms_of_figures(goals: Callable[[str], list[Told]], sentence: str, expected: list[Told]) -> None:
    assert goals(sentence) == [(pytest.approx(v), u, c, d) for v, u, c, d in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Chiến lược 10 năm 2021 - 2030.",
        "Bảo vệ trẻ em dưới 6 tuổi.",
        "Kiểm soát bệnh truyền nhiễm nhóm 2.",
        "Áp dụng chỉ số số 5 của bộ tiêu chí.",
    ],
)
def test_no_target(goals: Callable[[str], list[Told]], sentence: str) -> None:
    assert goals(sentence) == []


@pytest.fixture(scope="module")
def read(document) -> Callable[[str], list[Told]]:
    def of(text: str) -> list[Told]:
        found = document(text)
        return _told(list(read_targets(found.text, found.part)))

    return of


_RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH LONG AN

NGHỊ QUYẾT
Về {subject}

QUYẾT NGHỊ:

Điều 1. {heading}

{goals}

Điều 2. Tổ chức thực hiện

Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.
"""


@pytest.mark.parametrize(
    ("subject", "heading", "goals", "expected"),
    [
        (
            "kế hoạch phát triển kinh tế - xã hội năm 2026 với mục tiêu tăng trưởng 8%",
            "Mục tiêu, chỉ tiêu",
            "a) Các chỉ tiêu chủ yếu:\n\n- GRDP tăng 8% trở lên.\n\n- Thành lập mới 900 doanh nghiệp.",
            [(8, "%", "gte", "2026"), (900, "doanh nghiệp", "eq", "2026")],
        ),
        ("chủ trương đầu tư Dự án cầu Rạch Dừa", "Mục tiêu", "- Xây dựng cầu dài 300 m.", []),
        ("một số chế độ chi", "Mức chi", "a) Hội thảo: 500.000 đồng.", []),
        ("giao biên chế năm 2026", "Chỉ tiêu biên chế", "- 900 người làm việc.", []),
    ],
)
def test_goals_in_articles(
    read: Callable[[str], list[Told]], subject: str, heading: str, goals: str, expected: list[Told]
) -> None:
    assert read(_RESOLUTION.format(subject=subject, heading=heading, goals=goals)) == expected


def test_lead_in_gives_the_year_of_paragraphs_below(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ X\n\n"
        "I- Thông qua mục tiêu, phương hướng đến năm 2045:\n\nMục tiêu cụ thể:\n\n"
        "- Đến năm 2045, kỷ niệm 100 năm thành lập nước: là tỉnh phát triển.\n\n"
        "Định hướng các chỉ tiêu chủ yếu về phát triển kinh tế - xã hội 5 năm 2021 - 2025:\n\n"
        "Về kinh tế: Thu nhập bình quân đạt 3.000 USD.\n\n"
        "Về xã hội: Tỉ lệ hộ nghèo dưới 2%.\n\nII- Thông qua báo cáo.\n"
    )
    assert found == [(3000, "USD", "eq", "2025"), (2, "%", "lt", "2025")]


def test_duty_of_a_directive_goes_on_behind_semicolons(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n\nCHỈ THỊ\nVề xây dựng kế hoạch 5 năm 2026 - 2030\n\n"
        "I. Nội dung kế hoạch 5 năm 2026 - 2030\n\n1. Nhiệm vụ chủ yếu:\n\n"
        "a) Phấn đấu GRDP bình quân tăng 9%; tỷ lệ huy động vào ngân sách: 10-10,5%; 50% trường đạt chuẩn; "
        "mua 3 xe cứu thương; hỗ trợ 50% học phí.\n"
    )
    assert found == [(9, "%", "eq", "2030"), (10, "%", "gte", "2030"), (50, "%", "eq", "2030")]


def test_goals_set_in_a_report(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "Chính phủ họp với các địa phương\n\nSáng 28/12, Chính phủ họp trực tuyến với các địa phương tại Hà Nội.\n\n"
        "Chính phủ đặt ra 12 chỉ tiêu cụ thể cho năm 2021, trong đó: GDP tăng khoảng 6%; tỷ lệ che phủ rừng 42%.\n\n"
        "Năm trước, tỉnh đã hoàn thành vượt mức và đặt chỉ tiêu thu 5%.\n"
    )
    assert found == [(6, "%", "approx", "2021"), (42, "%", "eq", "2021")]


def _report(read: Callable[[str], list[Told]], paragraph: str) -> list[Told]:
    opening = "Sáng 28/12, Ủy ban nhân dân tỉnh họp phiên thường kỳ tại hội trường lớn."
    return read(f"Tỉnh họp phiên thường kỳ tháng 12\n\n{opening}\n\n{paragraph}\n\nVăn Nam\n")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Phấn đấu đến năm 2025, tỉnh đón 5 triệu lượt khách, trong đó khách quốc tế 300.000 lượt; năm 2030 đón "
            "9 triệu lượt khách, tốc độ tăng 12-14%/năm. Tổng thu năm 2025 đạt 31 ngàn tỷ đồng.",
            [
                (5e6, "lượt khách", "eq", "2025"),
                (3e5, "lượt", "eq", "2025"),
                (9e6, "lượt khách", "eq", "2030"),
                (12, "%", "gte", "2030"),
                (31e12, "đồng", "eq", "2025"),
            ],
        ),
        ("Mục tiêu đến năm 2025, tỉnh sẽ đón 2 triệu lượt khách.", [(2e6, "lượt khách", "eq", "2025")]),
        ("Theo đó, đến năm 2030, tổng thu đạt 30.000 tỷ đồng.", [(3e13, "đồng", "eq", "2030")]),
        ("Ngành sẽ tạo việc làm cho 38 ngàn lao động vào năm 2025.", [(38e3, "lao động", "eq", "2025")]),
        (
            "Phấn đấu từ năm 2021 đến 2024 trồng 7 triệu cây phân tán.",
            [(7e6, "cây phân tán", "eq", "2024")],
        ),
        ("Phấn đấu hộ nghèo có việc làm; tỷ lệ trẻ em đi học đạt 90%.", [(90, "%", "eq", "")]),
        ("Tỉnh phấn đấu hoàn thành sớm Chương trình trồng 1 tỷ cây xanh.", []),
        ("Đến năm 2020, tỉnh có 100 xã đạt chuẩn.", []),
        ("Mục tiêu đến năm 2020 đã hoàn thành với 100 xã đạt chuẩn.", []),
    ],
)
def test_goals_in_news(read: Callable[[str], list[Told]], paragraph: str, expected: list[Told]) -> None:
    assert _report(read, paragraph) == expected


def test_results_are_what_was_reached_not_what_it_is_compared_with(document) -> None:
    found = document(
        "Tỉnh họp phiên thường kỳ tháng 12\n\nSáng 28/12, Ủy ban nhân dân tỉnh họp phiên thường kỳ.\n\n"
        "Năm qua, tỉnh đã đạt nhiều kết quả: GRDP đạt 8,4%, đứng thứ 13 cả nước. Thu ngân sách vượt 29.000 tỷ đồng, "
        "cao hơn chỉ tiêu 27.000 tỷ đồng. Có 5 huyện được hỗ trợ. Bán lẻ 9 tháng tăng 12% so với cùng kỳ. "
        "Năm sau sẽ đạt 9%.\n\nVăn Nam\n"
    )
    told = [(t.value, t.reported, t.deadline) for t in read_targets(found.text, found.part)]
    assert told == [(8.4, True, ""), (29e12, True, ""), (12, True, "")]
