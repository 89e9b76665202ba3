"""Marks between pages, and what a page repeats below them."""

from kgbuild.model.text import Paragraph
from kgbuild.text.plain.reader import read_plain


def paragraphs(raw: str) -> list[str]:
    reading = read_plain(raw)
    blocks = [block for block in reading.blocks if isinstance(block, Paragraph)]
    return [" ".join(reading.text.norm[b.span.start : b.span.end].split()) for b in blocks]


PAGES = """===== Trang 1 =====
KẾ HOẠCH
Phòng, chống bệnh dại ở động vật nuôi

1. Sở Y tế tổ chức tiêm phòng cho người bị phơi nhiễm với vi rút gây bệnh, bảo đảm đủ vắc xin
và huyết thanh kháng dại tại các điểm tiêm, hướng dẫn người dân đến cơ sở y tế để được tư vấn


===== Trang 2 =====
KH25.DOC 2

và điều trị dự phòng kịp thời.

2. Sở Tài chính bố trí kinh phí.


===== Trang 3 =====
KH25.DOC 3

3. Công an tỉnh phối hợp xử lý.
"""


def test_marks_and_head_lines_are_left_out() -> None:
    found = paragraphs(PAGES)
    assert not any("Trang" in line or "DOC" in line for line in found)
    assert found[-2:] == ["2. Sở Tài chính bố trí kinh phí.", "3. Công an tỉnh phối hợp xử lý."]


def test_a_sentence_that_a_page_parts_is_joined() -> None:
    joined = next(line for line in paragraphs(PAGES) if line.startswith("1. Sở Y tế"))
    assert joined.endswith("để được tư vấn và điều trị dự phòng kịp thời.")


def test_characters_keep_their_places_in_the_source() -> None:
    reading = read_plain(PAGES)
    last = reading.blocks[-1]
    assert isinstance(last, Paragraph)
    assert reading.text.quote(last.span) == "3. Công an tỉnh phối hợp xử lý."


def test_headings_of_annexes_at_the_top_of_pages_stay() -> None:
    raw = "--- Trang 7 ---\nPhụ lục 1\n\nDanh mục thứ nhất.\n\n--- Trang 8 ---\nPhụ lục 2\n\nDanh mục thứ hai.\n"
    assert [line for line in paragraphs(raw) if line.startswith("Phụ lục")] == ["Phụ lục 1", "Phụ lục 2"]


def test_a_sentence_about_a_page_is_no_mark() -> None:
    assert paragraphs("Trang 2 của báo cáo nêu rõ.\n") == ["Trang 2 của báo cáo nêu rõ."]
