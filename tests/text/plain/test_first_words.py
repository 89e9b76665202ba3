"""Marks and first words alone on their line belong to the line below, where that goes on with them."""

import pytest

from kgbuild.text.plain.reader import read_plain

LONG = "Văn hóa, Thể thao và Du lịch yêu cầu thủ trưởng các đơn vị được giao nhiệm vụ\ntập trung nguồn lực."


def paragraphs(raw: str) -> list[str]:
    reading = read_plain(raw)
    return [reading.text.norm[block.span.start : block.span.end] for block in reading.blocks]


@pytest.mark.parametrize("first", ["Bộ", "1.", "2.1.", "a)", "-", "- Sở"])
def test_what_stands_alone_goes_in_front(first: str) -> None:
    raw = f"Mở đầu của văn bản này.\n{first}\n{LONG}\n"
    assert paragraphs(raw)[1:] == [f"{first} {LONG}".replace("\n", " ")]


@pytest.mark.parametrize(
    "raw",
    [
        # cells of a table, set line by line
        f"Mở đầu.\n\n1.\n{LONG.split(chr(10))[0]}\nSở Y tế\n2025\n",
        # a sentence of its own, and a name below the archive's line
        f"Lưu: VT.\nTuấn\n\n{LONG}\n",
        f"Mở đầu.\nBộ\n{LONG.split(chr(10))[0]}.\n",
    ],
)
def test_other_lines_stay_apart(raw: str) -> None:
    assert {"1.", "Tuấn", "Bộ"} & set(paragraphs(raw))


def test_each_character_keeps_its_place() -> None:
    raw = f"Mở đầu.\nBộ\n{LONG}\n"
    reading = read_plain(raw)
    assert reading.text.quote(reading.blocks[-1].span) == f"Bộ\n{LONG}"
