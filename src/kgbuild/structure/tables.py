"""Task tables: headings of one row or two, group rows, merged cells, rows that a page tore."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.language import fold, roman
from kgbuild.model import Span
from kgbuild.model.structure import Row, TableGroup, TaskTable
from kgbuild.model.text import Table, Text
from kgbuild.structure.body_rows import more_bodies
from kgbuild.structure.row_numbers import groups_above, level_of, numbers_restart, split_number
from kgbuild.structure.table_columns import column_of, read_columns
from kgbuild.structure.table_heads import Cells, folded, heading_row, number_in
from kgbuild.structure.tick_columns import Tick, tick_columns, ticked


def read_tables(text: Text, tables: Sequence[Table]) -> tuple[TaskTable, ...]:
    """Read the task tables; a table without headings that goes on with the last one has its columns from it."""
    found: list[tuple[tuple[str, ...], list[Cells], Span]] = []
    ticks: list[dict[int, Tick]] = []
    for table in tables:
        head = heading_row(text, table)
        if head is not None:
            at, columns = head
            above = [row for row in table.rows[:at] if _names_group(text, row)]
            found.append((columns, [*above, *table.rows[at + 1 :]], table.span))
            ticks.append(tick_columns(text, [*table.rows[at : at + 2], *table.rows[max(0, at - 1) : at]], columns))
        elif found and _continues(text, table, *found[-1]):
            columns, rows, span = found[-1]
            found[-1] = (columns, [*rows, *table.rows], Span(span.start, table.span.end))
    return tuple(_read(text, *table, years) for table, years in zip(found, ticks, strict=True))


def _continues(text: Text, table: Table, columns: tuple[str, ...], before: Sequence[Cells], span: Span) -> bool:
    """Tell whether a table without known headings goes on with the rows *before* that fill *span*.

    It is as wide and its numbers open no new list; where rows have no numbers, no words stand between the two.
    """
    if max((len(row) for row in table.rows), default=0) != len(columns):
        return False
    if any(column_of(folded(text, cell)) == "number" for cell in table.rows[0]):
        return False
    if "number" not in columns:
        return not re.search(r"[^\W\d_]", text.norm[span.end : table.span.start])
    label = _by_column(text, table.rows[0], columns).get("number")
    if label is not None and len(label) and not number_in(text, label) and len(set(table.rows[0])) > 2:
        return False
    first = next(iter(_numbers(text, table.rows, columns)), "")
    last = next(reversed(_numbers(text, before, columns)), "")
    if not (first.isdigit() and last.isdigit()):
        return True
    return int(first) > 1 and int(first) >= int(last)


def _numbers(text: Text, rows: Sequence[Cells], columns: tuple[str, ...]) -> list[str]:
    found = (number_in(text, _by_column(text, row, columns).get("number")) for row in rows)
    return [number for number in found if number]


def _read(
    text: Text, columns: tuple[str, ...], table: Sequence[Cells], span: Span, ticks: dict[int, Tick]
) -> TaskTable:
    groups: list[TableGroup] = []
    rows: list[Row] = []
    path: list[tuple[int, str]] = []
    above = ""
    last: dict[str, Span] = {}
    for cells in (piece for whole in table for piece in _rows(text, whole, columns)):
        more = more_bodies(text, cells, columns, last) if rows and rows[-1].cells is last else None
        row = (
            more
            or _beside(text, cells, columns, last)
            or _behind(text, cells, columns, last)
            or _by_column(text, cells, columns)
        )
        number = number_in(text, row.get("number"))
        if not number and "task" in row:
            number, row["task"] = split_number(text, row["task"])
        if _repeats_heading(text, cells, number) or _is_label(text, row.get("number")):
            continue
        if rows and (more or _plays_part(row)):
            row["task"], number = rows[-1].cells["task"], rows[-1].number
        if not number and rows and _goes_on(text, rows[-1].cells["task"], row, cells):
            continue
        if _is_group(text, row, cells):
            place = row.get("task") or max(cells, key=len)
            level = level_of(number, path)
            path = [p for p in path if p[0] < level] + ([(level, number)] if number else [])
            above, last = "", {}
            groups.append(TableGroup(number, place, ".".join(n for _, n in path)))
        elif row.get("task") is not None and len(row["task"]):
            path = groups_above(path, number)
            inner = [n for _, n in path if n]
            if re.fullmatch(r"[a-zđ]", number):
                number = f"{above}.{number}" if above else number
            elif number:
                above = number
            if columns[0] == "schedule" and not len(row["schedule"]) and last:
                row["schedule"] = last["schedule"]  # where the time opens the rows it is merged over them
            other = row.pop("other schedule", None)
            if other is not None and len(other) and not len(row["schedule"]):
                row["schedule"] = other
            when = ticked(text, cells, ticks, len(columns))
            if when:
                row["schedule"] = Span(when[0].heading.start, when[1].heading.end)
            whole = Span(min(c.start for c in cells), max(c.end for c in cells))
            rows.append(Row(number, ".".join(inner), row, whole, (when[0].year, when[1].year) if when else ("", "")))
            last = row
    return TaskTable(columns, tuple(groups), tuple(rows), span, numbers_restart(rows))


def _plays_part(row: dict[str, Span]) -> bool:
    """Tell a row that only names one more body and its part in the task above it."""
    filled = {name for name, cell in row.items() if len(cell)}
    return {"lead", "role"} <= filled and not {"number", "task"} & filled


def _rows(text: Text, cells: Cells, columns: tuple[str, ...]) -> Iterator[Cells]:
    """Part cells that a page ran together into rows: behind the last column a number opens the next row."""
    width, start = len(columns), 0
    if columns[0] == "number":
        for at in range(width, len(cells) - 3):
            if at - start >= width and re.fullmatch(r"\d{1,3}", number_in(text, cells[at])):
                yield cells[start:at]
                start = at
    yield cells[start:]


def _is_label(text: Text, cell: Span | None) -> bool:
    """Tell words where a number should stand: what a page set below the table ("Địa chỉ:")."""
    return cell is not None and text.norm[cell.start : cell.end].rstrip().endswith(":")


def _by_column(text: Text, cells: Sequence[Span], columns: tuple[str, ...]) -> dict[str, Span]:
    """Give each cell its column; a row one cell short lacks its number, or where that stands there its last cell.

    A row one cell long has a number that the headings leave out.
    """
    names = columns
    if "number" not in columns and (heading := _numbered_heading(text, cells)):
        return heading
    if len(cells) == len(columns) - 1 and columns[0] == "number" and not number_in(text, cells[0]):
        names = columns[1:]
    elif len(cells) == len(columns) + 1 and "number" not in columns and number_in(text, cells[0]):
        names = ("number", *columns)  # a heading in the middle of a table may leave out that of the numbers
    return {name: cell for name, cell in zip(names, cells, strict=False) if name}


def _numbered_heading(text: Text, cells: Sequence[Span]) -> dict[str, Span] | None:
    """Read a row of a table without row numbers that only numbers and names a group: "II", "Giai đoạn 2"."""
    filled = [cell for cell in cells if len(cell)]
    if len(set(filled)) != 2 or not number_in(text, filled[0]) or filled[0] != cells[0]:
        return None
    return {"number": filled[0], "task": filled[-1]}


def _names_group(text: Text, cells: Cells) -> bool:
    """Tell a row that numbers and names a group, where it stands above the headings: "I | Tổ chức, bộ máy"."""
    named = _numbered_heading(text, cells)
    return named is not None and number_in(text, named["number"]).isupper()


def _beside(
    text: Text, cells: Sequence[Span], columns: tuple[str, ...], last: dict[str, Span]
) -> dict[str, Span] | None:
    """Read a row that has only its task and the first cells behind it: number and all else are merged with *last*."""
    if "lead" not in last or columns[:3] != ("number", "task", "lead") or not 2 <= len(cells) < len(columns) - 1:
        return None
    task, lead = (" ".join(text.norm[cell.start : cell.end].split()) for cell in cells[:2])
    if not (task[:1].isupper() and len(task.split()) >= 5 and lead[:1].isupper() and len(lead) < len(task)):
        return None
    own = {name: cell for name, cell in zip(columns[1:], cells, strict=False) if name}
    return {name: cell for name, cell in last.items() if name in ("coordinate", "schedule")} | own


def _behind(
    text: Text, cells: Sequence[Span], columns: tuple[str, ...], last: dict[str, Span]
) -> dict[str, Span] | None:
    """Read a row that begins with its task, where who leads stands before it and is merged with *last*."""
    at = columns.index("task") if "task" in columns else 0
    before = {"lead", "coordinate"} & set(columns[:at])
    if not before or not before & set(last) or len(cells) != len(columns) - at or number_in(text, cells[0]):
        return None
    own = {name: cell for name, cell in zip(columns[at:], cells, strict=True) if name}
    return {name: cell for name, cell in last.items() if name in before} | own


def _repeats_heading(text: Text, cells: Sequence[Span], number: str) -> bool:
    """Tell a heading row that stands again on a new page, or a row that only numbers the columns.

    A row with a *number* of its own is none, however much its cells speak like headings.
    """
    headings = [folded(text, cell) for cell in cells]
    if number:
        return len(headings) >= 3 and headings == [str(i) for i in range(1, len(headings) + 1)]
    if read_columns(headings):
        return True
    if (
        "number" not in headings
        and [column_of(h) for h in headings if len(h) < 60].count("lead")
        and len(headings) >= 4
    ):
        return read_columns(["stt", *headings]) is not None
    return False


def _is_group(text: Text, row: dict[str, Span], cells: Sequence[Span]) -> bool:
    """Tell a row that heads others: Roman or capital letter, or only one thing said, nobody named."""
    words = [folded(text, cell) for cell in cells if len(cell)]
    said = set(words)
    duties = [row[c] for c in ("lead", "coordinate", "perform", "schedule") if c in row and len(row[c])]
    number = number_in(text, row.get("number"))
    who = [c for c in ("lead", "coordinate", "perform") if c in row and len(row[c])]
    if len(number) > 1 and number.isupper() and roman(number) is not None and not who:
        return True  # "IV." above Arabic numbers; beside it may stand what a page tore off the row above
    # a merged cell is one span in all its places; where a format knows none, its words are repeated
    merged = len({(c.start, c.end) for c in cells}) < len(cells) or len(words) - len(said) >= 2
    if len(said) <= 2 and (len(cells) < 3 or not duties or merged):
        return not duties or len(said - {fold(number)}) <= 1
    return False


def _goes_on(text: Text, task: Span, row: dict[str, Span], cells: Sequence[Span]) -> bool:
    """Tell a row that only holds the end of the *task* above it, which a page tore: other cells hold ends as well."""
    filled = [cell for cell in cells if len(cell)]
    begun = text.norm[task.start : task.end].rstrip()
    if not begun.endswith((";", ",", ":", "-")) or row.get("task") not in filled:
        return False
    return all(cell == row["task"] or text.norm[cell.start].islower() for cell in filled)
