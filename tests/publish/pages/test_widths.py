"""Texts in drawings: cut so that they fit, at a word where there is one."""

import pytest

from kgbuild.publish.pages.widths import fit, text_width, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Thành ủy Hà Nội", "Thành ủy Hà Nội"),
        ("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", "Ban Chấp hành Trung ương Đảng…"),
        ("A" * 60, "A" * 22 + "…"),
        ("", ""),
    ],
)
def test_a_text_is_cut_to_its_room(text: str, shown: str) -> None:
    assert fit(text, 218, 11.5) == shown
    assert text_width(fit(text, 218, 11.5), 11.5) <= 218


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Ministry of Natural Resources and Environment", ("Ministry of Natural", "Resources and…")),
        ("A" * 60, ("A" * 14 + "…",)),
        ("", ()),
    ],
)
def test_a_text_takes_two_lines_at_most(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 150, 12) == lines


def test_marks_take_no_room() -> None:
    assert text_width("Ủy ban", 10) == text_width("Uy ban", 10)
