"""The heading rows of a task table: which they are, and what columns they name."""

import re
from collections.abc import Sequence

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.text import Table, Text
from kgbuild.structure.table_columns import column_of, names_indicators, read_columns

NUMBER = re.compile(r"^\(?(?:[IVXLC]+|[A-H]|\d{1,3}(?:\.\d{1,3})*|[a-zđ])\)?[.)]?$")

Cells = tuple[Span, ...]


def heading_row(text: Text, table: Table) -> tuple[int, tuple[str, ...]] | None:
    """Find the heading among the first rows; a second heading row refines merged cells of the first."""
    for at in range(len(table.rows[:4])):
        row, below = aligned(text, table, at)
        headings = [folded(text, cell) for cell in row]
        columns = read_columns(headings)
        if columns is None and len(_said(headings)) == 1 and read_columns(below):
            continue  # the title of the table stands in a row of its own
        if len(below) == len(headings) and not any(NUMBER.match(b) for b in below):
            both = [f"{h} {b}".strip() if h != b else h for h, b in zip(headings, below, strict=True)]
            refined = read_columns(both)
            more = refined and len(set(refined) - {""}) > len(set(columns or ()) - {""})
            if refined and more and (columns is None or _heads_merged(row, headings, below)):
                return at + 1, refined
        if columns:
            return at, _with_numbers(text, table, columns)
    return None


def _with_numbers(text: Text, table: Table, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Take a first column without a heading for that of the numbers where it holds nothing else."""
    first = [row[0] for row in table.rows[1:] if len(row) == len(columns) and len(row[0]) and len(set(row)) > 2]
    numbered = "number" not in columns and columns[0] == "" and first and all(number_in(text, cell) for cell in first)
    return ("number", *columns[1:]) if numbered else columns


def _said(headings: Sequence[str]) -> set[str]:
    return set(headings) - {""}


# what may stand above years
_SPAN = re.compile(r"giai đoạn|lộ trình|kế hoạch|mục tiêu|kết quả|giá trị|năm")
_YEAR = re.compile(r"(?:năm |đến |đến năm )*20\d\d")


def aligned(text: Text, table: Table, at: int) -> tuple[Cells, list[str]]:
    """Give a heading row and the folded headings below it cell above cell, where a format lost what was merged."""
    row = table.rows[at]
    below = [folded(text, cell) for cell in table.rows[at + 1]] if at + 1 < len(table.rows) else []
    whole = len(row) + len(below) - 1
    merged = _merged_above([folded(text, cell) for cell in row], below) if len(below) > 1 else None
    if merged is None or whole != max((len(cells) for cells in table.rows[at + 2 :]), default=0):
        return widened(row, below), below
    behind = len(row) - merged - 1
    spread = (*row[:merged], *[row[merged]] * len(below), *row[merged + 1 :])
    return spread, [*[""] * merged, *below, *[""] * behind]


def _merged_above(headings: Sequence[str], below: Sequence[str]) -> int | None:
    """Find the one heading under which all those *below* can stand: years, or who leads and who helps."""
    kinds = {column_of(word) for word in below}
    if all(map(_YEAR.fullmatch, below)):
        may = [at for at, heading in enumerate(headings) if _SPAN.search(heading) and column_of(heading) != "number"]
        may = [at for at in may if not names_indicators(headings[at])]
        return may[-1] if may and may[-1] == len(headings) - 1 else None
    if kinds != {"lead", "coordinate"} or len(below) > len(kinds):
        return None
    may = [at for at, heading in enumerate(headings) if column_of(heading) in kinds]
    return may[0] if len(may) == 1 else None


def widened(row: Cells, below: Sequence[str]) -> Cells:
    """Give a merged heading a place above each heading below it, where a format gave it one only."""
    more = len(below) - len(row)
    said = [at for at, word in enumerate(below) if word]
    if more < 1 or not said or said[-1] - said[0] != more or len(said) != more + 1:
        return row
    return (*row[: said[0]], *[row[said[0]]] * more, *row[said[0] :])


def _heads_merged(above: Sequence[Span], headings: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row only says more where the heading above it is merged: "Chủ trì" below "Đơn vị thực hiện"."""
    for at, word in enumerate(below):
        merged = not headings[at] or any(
            not headings[side] or above[side] == above[at] or headings[side] == headings[at]
            for side in (at - 1, at + 1)
            if 0 <= side < len(above)
        )
        if word and word != headings[at] and not merged:
            return False
    return True


def number_in(text: Text, cell: Span | None) -> str:
    """Give the printed number that is all a cell says; "" for any other."""
    if cell is None:
        return ""
    content = text.norm[cell.start : cell.end].strip()
    return content.strip("().") if NUMBER.match(content) else ""


def folded(text: Text, cell: Span) -> str:
    """Give the words of a cell folded."""
    return fold(text.norm[cell.start : cell.end])
