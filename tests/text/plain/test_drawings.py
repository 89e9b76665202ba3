"""The names of drawings are no words of the text."""

import pytest

from kgbuild.text.plain.reader import read_plain


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("straight connector 2Số: 1551/UBND-VX", "Số: 1551/UBND-VX"),
        ("Text Box 12 Nơi nhận:", "Nơi nhận:"),
        ("AutoShape 3", ""),
        # no drawing of Word's
        ("Connector 2 là đầu nối", "Connector 2 là đầu nối"),
        ("Text box là hộp chữ", "Text box là hộp chữ"),
    ],
)
def test_the_name_of_a_drawing_is_left_out(line: str, words: str) -> None:
    reading = read_plain(f"{line}\n")
    assert " ".join(reading.text.words(block.span) for block in reading.blocks).strip() == words
