"""A table of contents is left out; forms with dots and lists with figures stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.reader import read

Shown = Callable[[Reading], list[object]]

ENTRIES = [("I. MỤC ĐÍCH", 2), ("1. Mục đích chung", 2), ("II. NHIỆM VỤ", 5), ("III. TỔ CHỨC THỰC HIỆN", 12)]
BODY = ["I. MỤC ĐÍCH", "Trồng cây.", "II. NHIỆM VỤ", "Sở Y tế kiểm tra."]


def lines_of(raw: str, shown: Shown) -> list[object]:
    return shown(read(Path("a.txt"), raw.encode(), 10_000))


@pytest.mark.parametrize("leader", ["......................", " . . . . . . . . ", "………………", "____________"])
@pytest.mark.parametrize("heading", [["MỤC LỤC"], []])
def test_headings_with_leaders_and_pages_are_no_text(leader: str, heading: list[str], shown: Shown) -> None:
    entries = [f"{entry} {leader} {page}" for entry, page in ENTRIES]
    found = lines_of("\n\n".join(["KẾ HOẠCH", *heading, *entries, *BODY]), shown)
    assert found == ["KẾ HOẠCH", *heading[:0], *BODY]


def test_below_its_heading_an_entry_needs_no_leader(shown: Shown) -> None:
    entries = [f"{entry} {page}" for entry, page in ENTRIES]
    assert lines_of("\n\n".join(["KẾ HOẠCH", "Mục lục", *entries, *BODY]), shown) == ["KẾ HOẠCH", *BODY]
    assert lines_of("\n\n".join(["KẾ HOẠCH", *entries, *BODY]), shown) == ["KẾ HOẠCH", *entries, *BODY]


@pytest.mark.parametrize(
    "lines",
    [
        ["Họ và tên: ........................", "Ngày sinh: ........................", "Nơi ở: ..................."],
        ["Số xã: ............. 12", "Số thôn: ............. 7", "Số hộ: ............. 3"],
        ["MỤC LỤC", "Điều 1. Ban hành Kế hoạch.", "Điều 2. Sở Y tế thực hiện."],
    ],
)
def test_forms_and_figures_stay(lines: list[str], shown: Shown) -> None:
    assert lines_of("\n\n".join(["KẾ HOẠCH", *lines]), shown) == ["KẾ HOẠCH", *lines]


def test_words_behind_entries_of_one_paragraph_keep_it(shown: Shown) -> None:
    """Were the digits of the pages tried one by one, telling so would take for ever."""
    lines = [f"{' '.join(f'Mục tiêu {page} ........ {page}' for page in range(101, 141))} và phụ lục"] * 3
    assert lines_of("\n\n".join(["KẾ HOẠCH", *lines, *BODY]), shown) == ["KẾ HOẠCH", *lines, *BODY]
