"""What opens a paragraph, and the words and figures that only look like it."""

import pytest

from kgbuild.text.openings import LONE_MARK, OPENS, goes_on


@pytest.mark.parametrize(
    "line",
    [
        *("- Sở Y tế", "– Sở Y tế", "▪ Sở", "1. Sở", "1.2) Sở", "(3) Sở", "a) Sở", "đ. Sở", "(iv) Sở", "IV. MỤC", "-"),
        *("Điều 5", "Chương II", "PHỤ LỤC 1", "Căn cứ Luật", "Nơi nhận:", "Kính gửi: Sở Y tế", "  2. Sở"),
    ],
)
def test_opens_a_paragraph(line: str) -> None:
    assert OPENS.match(line)


@pytest.mark.parametrize(
    "line",
    ["-Sở", "12.5 triệu", "1.200 tỷ", "TP. Huế", "xã. Các", "cả) và", "Điều chỉnh", "Mục tiêu", "Căn hộ", "2026", "Vì"],
)
def test_only_begins_like_a_mark(line: str) -> None:
    assert not OPENS.match(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("đủ. Các sở", True), ("ii) Sở", False), ("Các sở", False), ("", False), ("- nông dân", False)],
)
def test_line_that_goes_on(line: str, expected: bool) -> None:
    assert goes_on(line) is expected


@pytest.mark.parametrize(
    ("mark", "alone"),
    [("1.2.", True), ("-", True), ("Điều 5.", True), ("- Sở", False), ("Điều hành", False), ("", False)],
)
def test_mark_that_is_all(mark: str, alone: bool) -> None:
    assert bool(LONE_MARK.fullmatch(mark)) is alone
