"""Measures and objectives: the smallest printed units outside tables and outside "Tổ chức thực hiện"."""

import pytest

from kgbuild.mentions.measures import read_measures, sentences
from kgbuild.model import Span
from kgbuild.text.normalize import normalise

PLAN = """KẾ HOẠCH

Phát triển thủy sản

Căn cứ Luật Thủy sản ngày 21 tháng 11 năm 2017, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU

1. Mục tiêu chung

Phát triển thủy sản bền vững, có năng suất và giá trị cao.

II. NHIỆM VỤ, GIẢI PHÁP

1. Nuôi trồng

a) Mở rộng vùng nuôi tôm công nghệ cao;

b) Chuyển giao công nghệ nuôi cho các hộ.

2. Khai thác, bao gồm:

- Hiện đại hóa đội tàu đánh bắt xa bờ.

III. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Phát triển nông thôn

- Chủ trì triển khai Kế hoạch này trên địa bàn.
"""


@pytest.fixture(scope="module")
def measures(document, reader):
    def read(raw: str, used: frozenset[int] = frozenset()):
        found = document(raw, "ca-mau")
        return found, list(read_measures(found.text, found.part, reader.themes, set(used)))

    return read


def test_one_unit_for_each_point_of_the_right_parts(measures) -> None:
    found, read = measures(PLAN)
    assert [(m.kind, m.section, found.words(m.span)) for m in read] == [
        ("objective", "I.1", "Phát triển thủy sản bền vững, có năng suất và giá trị cao."),
        ("measure", "II.1.a", "Mở rộng vùng nuôi tôm công nghệ cao;"),
        ("measure", "II.1.b", "Chuyển giao công nghệ nuôi cho các hộ."),
        ("measure", "II.2", "Hiện đại hóa đội tàu đánh bắt xa bờ."),
    ]


def test_only_measures_bear_themes(measures) -> None:
    _, read = measures(PLAN)
    assert read[0].themes == ()
    assert "ung-dung-chuyen-giao" in [code for code, _ in read[2].themes]


@pytest.mark.parametrize("words", ["Nuôi trồng", "Khai thác, bao gồm:", "Chủ trì triển khai", "Căn cứ Luật Thủy sản"])
def test_headings_openings_duties_and_recitals_are_none(measures, words: str) -> None:
    found, read = measures(PLAN)
    assert not any(found.words(m.span).startswith(words) for m in read)


def test_lines_used_up_by_blocks_are_left_out(measures) -> None:
    found, _ = measures(PLAN)
    at = next(i for i, item in enumerate(found.part.items) if found.words(item.content).startswith("Mở rộng"))
    assert not any(m.section == "II.1.a" for m in measures(PLAN, frozenset({at}))[1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mở rộng vùng nuôi. Cải tạo ao đầm.", ["Mở rộng vùng nuôi", "Cải tạo ao đầm"]),
        ("Mở rộng vùng nuôi; Cải tạo ao đầm", ["Mở rộng vùng nuôi", "Cải tạo ao đầm"]),
        ("mở rộng vùng nuôi; cải tạo ao đầm", ["mở rộng vùng nuôi; cải tạo ao đầm"]),
        ("Triển khai “Tôm sạch. Lúa thơm” ở ba huyện.", ["Triển khai “Tôm sạch. Lúa thơm” ở ba huyện"]),
        ("Tăng 1.500 ha. Đạt 2,5 tấn/ha.", ["Tăng 1.500 ha", "Đạt 2,5 tấn/ha"]),
        ("", []),
    ],
)
def test_sentences(words: str, expected: list[str]) -> None:
    text = normalise(words)
    assert [text.words(span) for span in sentences(text, Span(0, len(text.norm)))] == expected


def test_a_report_that_goes_through_a_plan_point_by_point(measures) -> None:
    raw = """Tỉnh đẩy mạnh phát triển thủy sản bền vững

Mục đích của kế hoạch là phát triển thủy sản bền vững, nâng cao thu nhập cho ngư dân và \
góp phần bảo vệ chủ quyền biển đảo.

Nhiệm vụ trọng tâm, thứ nhất là nuôi trồng. Mở rộng vùng nuôi tôm công nghệ cao ở các huyện ven biển. Chuyển giao \
quy trình nuôi mới cho các hộ dân.

Thứ hai là khai thác. Hiện đại hóa đội tàu đánh bắt xa bờ, gắn với bảo vệ nguồn lợi thủy sản \
và chống khai thác bất hợp pháp.

Thứ ba là chế biến. Thu hút doanh nghiệp đầu tư nhà máy chế biến sâu, nâng cao giá trị \
xuất khẩu của các mặt hàng chủ lực.
"""
    found, read = measures(raw)
    assert [(m.kind, m.section) for m in read] == [
        ("objective", ""),
        ("measure", "1"),
        ("measure", "1"),
        ("measure", "2"),
        ("measure", "3"),
    ]
    assert found.words(read[1].span) == "Mở rộng vùng nuôi tôm công nghệ cao ở các huyện ven biển"


def test_an_ordinary_report_states_no_measures(measures) -> None:
    story = (
        "Sáng nay, tại thành phố Cà Mau, Sở Nông nghiệp tổ chức hội nghị tổng kết với sự tham dự của đông đảo đại biểu "
        "các huyện và nhiều doanh nghiệp chế biến."
    )
    assert measures(f"Hội nghị tổng kết ngành thủy sản năm nay\n\n{story}\n\n{story[:-1]} khác.\n")[1] == []


def test_what_is_only_noted_or_captioned_is_no_measure(measures) -> None:
    noted = PLAN.replace(
        "b) Chuyển giao công nghệ nuôi cho các hộ.",
        "b) Chuyển giao công nghệ nuôi cho các hộ.\n\nBiểu 02: TIẾN ĐỘ GIẢI NGÂN NGUỒN VỐN\n\n"
        "(Lưu ý: Áp dụng đối với các đơn vị quản lý dự án)\n\nLãnh đạo phụ trách: Phó Giám đốc Sở.\n\n"
        "(Có biểu phụ lục số 01 chi tiết kèm theo)\n\nGiai đoạn 2021 - 2030",
    )
    found, read = measures(noted)
    assert [found.words(m.span) for m in read if m.section.startswith("II.1")] == [
        "Mở rộng vùng nuôi tôm công nghệ cao;",
        "Chuyển giao công nghệ nuôi cho các hộ.",
    ]


def test_a_form_to_fill_in_has_no_measures(measures) -> None:
    assert measures(PLAN.replace("Phát triển thủy sản\n", "Đề cương báo cáo kết quả phát triển thủy sản\n", 1))[1] == []


SECTIONED = PLAN.replace("II. NHIỆM VỤ, GIẢI PHÁP", "II. {}").replace("2. Khai thác, bao gồm:", "2. Tàu cá, bao gồm:")


@pytest.mark.parametrize(
    "heading", ["PHÁT TRIỂN NUÔI TRỒNG VÀ KHAI THÁC", "ĐẨY MẠNH KHAI THÁC", "HIỆN ĐẠI HÓA NGHỀ CÁ"]
)
def test_a_section_that_is_headed_by_what_is_done_holds_measures(measures, heading: str) -> None:
    found, read = measures(SECTIONED.format(heading))
    assert [found.words(m.span) for m in read if m.kind == "measure"] == [
        "Mở rộng vùng nuôi tôm công nghệ cao;",
        "Hiện đại hóa đội tàu đánh bắt xa bờ.",
    ]  # "Chuyển giao" opens no duty of a plan by itself


@pytest.mark.parametrize("heading", ["TÌNH HÌNH NUÔI TRỒNG", "NGHỀ CÁ CỦA TỈNH", "CƠ CẤU NGÀNH"])
def test_other_sections_hold_none(measures, heading: str) -> None:
    assert [m for m in measures(SECTIONED.format(heading))[1] if m.kind == "measure"] == []


def test_a_report_says_under_such_a_heading_what_was_done(measures) -> None:
    told = SECTIONED.format("PHÁT TRIỂN NUÔI TRỒNG").replace("KẾ HOẠCH", "BÁO CÁO", 1)
    assert [m for m in measures(told)[1] if m.kind == "measure"] == []
