"""Footnotes at the foot of a page that part a sentence."""

from kgbuild.model.text import Paragraph, Reading
from kgbuild.text.plain.reader import read_plain


def paragraphs(reading: Reading) -> list[str]:
    blocks = [block for block in reading.blocks if isinstance(block, Paragraph)]
    return [" ".join(reading.text.norm[b.span.start : b.span.end].split()) for b in blocks]


def page(above: str, below: str, note: str = "1 Thông tư số 12/2024/TT-BYT ngày 05/3/2024 của Bộ Y tế") -> str:
    return f"""KẾ HOẠCH

Phòng, chống bệnh dại

      - Sở Y tế tổ chức tiêm phòng cho người bị phơi nhiễm với vi rút gây bệnh1, bảo đảm đủ
{above}
{note}
                                                  2

{below}
      - Sở Tài chính bố trí kinh phí.
"""


def test_a_note_that_parts_a_sentence_stands_behind_the_text() -> None:
    reading = read_plain(
        page("vắc xin và huyết thanh kháng dại tại các điểm tiêm, hướng dẫn người", "dân đến cơ sở y tế.")
    )
    found = paragraphs(reading)
    assert "huyết thanh kháng dại tại các điểm tiêm, hướng dẫn người dân đến cơ sở y tế." in found[2]
    assert found[-1] == "[1] Thông tư số 12/2024/TT-BYT ngày 05/3/2024 của Bộ Y tế"
    last = reading.blocks[-1]
    assert isinstance(last, Paragraph)
    assert reading.text.quote(last.span).endswith("1 Thông tư số 12/2024/TT-BYT ngày 05/3/2024 của Bộ Y tế")


def test_a_note_below_a_sentence_that_ends_stays() -> None:
    found = paragraphs(read_plain(page("vắc xin tại các điểm tiêm.", "      - Công an tỉnh phối hợp.")))
    assert not any(line.startswith("[1]") for line in found)


def test_a_number_that_nothing_calls_opens_no_note() -> None:
    called = page("vắc xin tại các điểm tiêm, hướng dẫn người", "dân đến cơ sở y tế.")
    assert any(line.startswith("[1]") for line in paragraphs(read_plain(called)))
    uncalled = called.replace("bệnh1", "bệnh")
    assert not any(line.startswith("[1]") for line in paragraphs(read_plain(uncalled)))
