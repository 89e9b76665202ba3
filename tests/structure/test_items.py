"""Marked paragraphs: under what each stands, its path, and whether it heads a section."""

from itertools import pairwise

import pytest

from kgbuild.model import Span
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.structure.items import read_items, read_mark
from kgbuild.text.normalize import normalise


def nowhere(heading: str) -> Zone | None:
    return None


def tree(*lines: str) -> list[tuple[str, str]]:
    """Give (path, content) of each line."""
    text = normalise("\n".join(lines))
    return [(item.path, text.words(item.content)) for item in read(*lines)]


def read(*lines: str) -> tuple[Item, ...]:
    """Read lines as paragraphs."""
    text = normalise("\n".join(lines))
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return read_items(text, spans, nowhere)


@pytest.mark.parametrize(
    ("line", "mark", "label", "content"),
    [
        ("I. MỤC TIÊU", Mark.ROMAN, "I", "MỤC TIÊU"),
        ("IV - TỔ CHỨC THỰC HIỆN", Mark.ROMAN, "IV", "TỔ CHỨC THỰC HIỆN"),
        ("XIX. Kinh phí", Mark.ROMAN, "XIX", "Kinh phí"),
        ("Phần thứ nhất: TÌNH HÌNH", Mark.PART, "Phần thứ nhất", "TÌNH HÌNH"),
        ("Chương II. QUY ĐỊNH CỤ THỂ", Mark.PART, "Chương II", "QUY ĐỊNH CỤ THỂ"),
        ("Điều 1. Phạm vi điều chỉnh", Mark.ARTICLE, "Điều 1", "Phạm vi điều chỉnh"),
        ("Điều 12a. Bổ sung", Mark.ARTICLE, "Điều 12a", "Bổ sung"),
        ("3. Sở Tài chính", Mark.NUMBER, "3", "Sở Tài chính"),
        ("3.2. Nội dung", Mark.NUMBER, "3.2", "Nội dung"),
        ("1.1 Nâng cao nhận thức", Mark.NUMBER, "1.1", "Nâng cao nhận thức"),
        ("4) Bố trí kinh phí", Mark.NUMBER, "4", "Bố trí kinh phí"),
        ("a) Rà soát quy hoạch", Mark.LETTER, "a", "Rà soát quy hoạch"),
        ("đ) Kiểm tra", Mark.LETTER, "đ", "Kiểm tra"),
        ("b. Triển khai", Mark.LETTER, "b", "Triển khai"),
        ("(1) Hỗ trợ giống", Mark.PAREN, "(1)", "Hỗ trợ giống"),
        ("- Tuyên truyền", Mark.DASH, "-", "Tuyên truyền"),
        ("+ Tập huấn", Mark.DASH, "+", "Tập huấn"),
        ("• Hội thảo", Mark.DASH, "-", "Hội thảo"),
        # no marks
        ("Trong năm 2024", Mark.NONE, "", "Trong năm 2024"),
        ("2.500 ha rừng", Mark.NONE, "", "2.500 ha rừng"),
        ("15/4/2024 là hạn cuối", Mark.NONE, "", "15/4/2024 là hạn cuối"),
        ("Chi cục Thú y", Mark.NONE, "", "Chi cục Thú y"),
        ("Điều kiện tự nhiên", Mark.NONE, "", "Điều kiện tự nhiên"),
        ("Mục tiêu chung", Mark.NONE, "", "Mục tiêu chung"),
        ("Phần lớn hộ dân", Mark.NONE, "", "Phần lớn hộ dân"),
        ("IC. Không phải số", Mark.NONE, "", "IC. Không phải số"),
    ],
)
def test_marks(line: str, mark: Mark, label: str, content: str) -> None:
    text = normalise(line)
    found = read_mark(text, Span(0, len(line)))
    assert (found[0], found[1], text.words(found[2])) == (mark, label, content)


def test_the_tree_of_a_plan() -> None:
    assert tree(
        "I. NHIỆM VỤ",
        "1. Trồng trọt",
        "a) Lúa",
        "- Gieo đúng lịch thời vụ.",
        "b) Cây ăn quả",
        "2. Chăn nuôi",
        "Tiêm phòng đầy đủ.",
        "II. KINH PHÍ",
    ) == [
        ("I", "NHIỆM VỤ"),
        ("I.1", "Trồng trọt"),
        ("I.1.a", "Lúa"),
        ("I.1.a", "Gieo đúng lịch thời vụ."),
        ("I.1.b", "Cây ăn quả"),
        ("I.2", "Chăn nuôi"),
        ("I.2", "Tiêm phòng đầy đủ."),
        ("II", "KINH PHÍ"),
    ]


def test_dd_follows_d_and_g_follows_e() -> None:
    letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    assert [path for path, _ in tree("1. Trách nhiệm", *(f"{x}) Việc {x}" for x in letters))] == [
        "1",
        *(f"1.{x}" for x in letters),
    ]


def test_a_letter_out_of_order_is_no_mark() -> None:
    paths = [path for path, _ in tree("1. Danh mục", "a) Giống", "x) Không thuộc danh sách", "b) Phân bón")]
    assert paths == ["1", "1.a", "1.a", "1.b"]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (["1. Chung", "1.1. Một", "1.1.1. Sâu", "1.2. Hai", "2. Riêng"], ["1", "1.1", "1.1.1", "1.2", "2"]),
        (["II. GIẢI PHÁP", "2. Vốn", "2.1. Ngân sách", "2.2. Tín dụng"], ["II", "II.2", "II.2.1", "II.2.2"]),
        (["Điều 3. Trách nhiệm", "1. Sở Y tế", "a) Chủ trì", "2. Sở Nội vụ", "Điều 4. Hiệu lực"],
         ["Điều 3", "Điều 3.1", "Điều 3.1.a", "Điều 3.2", "Điều 4"]),
        (["A. NỘI DUNG", "I. MỤC TIÊU"], ["", "I"]),
        (["Chương I", "Điều 1. Phạm vi", "Chương II", "Điều 2. Đối tượng"],
         ["Chương I", "Chương I.Điều 1", "Chương II", "Chương II.Điều 2"]),
        (["1. Mục tiêu", "(1) Một", "(2) Hai"], ["1", "1.1", "1.2"]),
    ],
)  # fmt: skip
def test_paths(lines: list[str], paths: list[str]) -> None:
    assert [path for path, _ in tree(*lines)] == paths


def test_a_closing_paragraph_stands_under_nothing() -> None:
    closing = "Trên đây là Kế hoạch thực hiện; quá trình triển khai nếu có vướng mắc, các đơn vị báo cáo."
    assert tree("III. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế", "- Khám sức khỏe.", closing)[-1] == ("", closing)


PLAN = """KẾ HOẠCH

Bảo đảm an toàn giao thông năm 2023

I. MỤC TIÊU

Giảm tai nạn giao thông.

II. NHIỆM VỤ

1. Tuyên truyền

a) Phổ biến pháp luật cho học sinh;

b) Phát thanh trên hệ thống truyền thanh cơ sở.

2. Tuần tra, kiểm soát xử lý vi phạm nồng độ cồn trên các tuyến quốc lộ.

III. TỔ CHỨC THỰC HIỆN

1. Công an tỉnh

- Chủ trì tuần tra.

2. Sở Giao thông vận tải chủ trì rà soát điểm đen.
"""


@pytest.mark.parametrize(
    ("opening", "heads"),
    [
        ("MỤC TIÊU", True),
        ("NHIỆM VỤ", True),
        ("Tuyên truyền", True),
        ("Phổ biến pháp luật", False),
        ("Tuần tra, kiểm soát", False),
        ("Công an tỉnh", True),
        ("Chủ trì tuần tra", False),
        ("Sở Giao thông vận tải chủ trì", False),
        ("Giảm tai nạn", False),
    ],
)
def test_what_heads_a_section(split, opening: str, heads: bool) -> None:
    assert split(PLAN).item(opening).heading is heads


@pytest.mark.parametrize(
    ("opening", "zone"),
    [
        ("Giảm tai nạn", Zone.OBJECTIVE),
        ("Phổ biến pháp luật", Zone.MEASURE),
        ("Tuần tra, kiểm soát", Zone.MEASURE),
        ("Chủ trì tuần tra", Zone.ORGANISATION),
    ],
)
def test_zones_come_from_the_headings_above(split, opening: str, zone: Zone) -> None:
    assert split(PLAN).item(opening).zone is zone


def test_paragraphs_keep_their_order_and_do_not_overlap(split) -> None:
    file = split(PLAN)
    spans = [item.span for item in file.part.items]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(item.span.covers(item.content) for item in file.part.items)
    assert all(item.parent < at for at, item in enumerate(file.part.items))


def test_an_article_of_another_text_opens_no_paragraph() -> None:
    assert tree("Điều 1. Phê duyệt", "Điều 2. Tổ chức thực hiện", "Điều 215 Bộ luật Hình sự: tội gian lận") == [
        ("Điều 1", "Phê duyệt"),
        ("Điều 2", "Tổ chức thực hiện"),
        ("Điều 2", "Điều 215 Bộ luật Hình sự: tội gian lận"),
    ]


def test_plusses_stand_below_dashes() -> None:
    found = read("1. Xây dựng Nghị định", "- Nghị định A", "+ Chủ trì: X", "+ Thời hạn: Y", "- Nghị định B")
    assert [item.parent for item in found] == [-1, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("lead_in", "zone"),
    [
        (
            "Ủy ban nhân dân thành phố yêu cầu các quận, huyện thực hiện các việc sau đây:",
            Zone.OTHER,
        ),
        ("Căn cứ Công văn số 12/BYT-DP ngày 1.3.2006; Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:", Zone.OTHER),
        ("Xét đề nghị của Giám đốc Sở Y tế tại các tờ trình:", Zone.PREAMBLE),
        ("Thực hiện nhiệm vụ được giao:", Zone.PREAMBLE),
        ("Ủy ban nhân dân tỉnh đã yêu cầu các sở báo cáo.", Zone.PREAMBLE),
    ],
)
def test_the_announcement_of_orders_ends_the_preamble(lead_in: str, zone: Zone) -> None:
    before, after, dashed = read(lead_in, "Sở Y tế tổ chức thực hiện.", "- Sở Tài chính bố trí kinh phí.")
    assert (before.zone, after.zone, dashed.zone) == (Zone.PREAMBLE, zone, zone)


def test_capital_letters_in_order_head_parts() -> None:
    assert tree("A. MỤC TIÊU", "1. Trồng rừng", "B. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính", "C. KINH PHÍ") == [
        ("A", "MỤC TIÊU"),
        ("A.1", "Trồng rừng"),
        ("B", "TỔ CHỨC THỰC HIỆN"),
        ("B.1", "Sở Tài chính"),
        ("C", "KINH PHÍ"),
    ]


@pytest.mark.parametrize(
    "lines", [("A. NGUYỄN VĂN BÌNH", "1. Trồng rừng"), ("A. Mục tiêu", "B. Tổ chức"), ("B. MỤC", "C. IV")]
)
def test_what_is_no_sequence_of_parts(lines: tuple[str, ...]) -> None:
    marks = [item.mark for item in read(*lines)]
    assert len(marks) == len(lines)
    assert Mark.PART not in marks


def test_a_list_may_lack_its_first_points() -> None:
    assert [
        path for path, _ in tree("3. Tổ chức thực hiện:", "- Rà soát.", "c) Sở Y tế lập đề án.", "d) Tổ chức thi.")
    ] == [
        "3",
        "3",
        "3.c",
        "3.d",
    ]


def test_a_letter_printed_twice_is_a_point_each_time() -> None:
    assert [path for path, _ in tree("a) Rà soát.", "b) Lập đề án.", "b) Tổ chức thi.")] == ["a", "b", "b"]


def test_a_letter_within_a_sentence_opens_no_point() -> None:
    lines = ("1. Thực hiện theo điểm a, b và", "c) Khoản 2 Điều này.", "- Rà soát.", "d) khoản 3 Điều này.")
    assert [path for path, _ in tree(*lines)] == ["1", "1", "1", "1"]


@pytest.mark.parametrize(
    ("lines", "opens"),
    [
        # an excerpt that begins in a late chapter
        (("Chương III", "TỔ CHỨC THỰC HIỆN", "Điều 12. Trách nhiệm của Sở Nội vụ", "Theo dõi."), True),
        (("Điều 12. Trách nhiệm của Sở Nội vụ", "Theo dõi.", "Điều 13. Điều khoản thi hành"), True),
        # what a line that was broken says of another text
        (("Tội làm nhục người khác được quy định tại", "Điều 155. Ai vi phạm thì bị xử lý."), False),
        (("Căn cứ theo", "Điều 215 Bộ luật Hình sự", "và", "Điều 216 Bộ luật Hình sự"), False),
    ],
)
def test_the_first_article_of_an_excerpt_may_have_any_number(lines: tuple[str, ...], opens: bool) -> None:
    assert any(item.mark is Mark.ARTICLE for item in read(*lines)) is opens


def test_a_later_letter_below_a_heading_opens_a_point_of_an_excerpt() -> None:
    assert tree("1. Sở Y tế", "b) Chỉ đạo các cơ sở y tế.") == [("1", "Sở Y tế"), ("1.b", "Chỉ đạo các cơ sở y tế.")]
