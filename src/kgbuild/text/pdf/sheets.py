"""Read tables off the rules drawn on a page, and let them run on over page breaks."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, TypeAlias

from kgbuild.language import fold
from kgbuild.text.pdf.bits import NUMBER
from kgbuild.text.pdf.glyphs import Glyph, Turned, words_of
from kgbuild.text.pdf.layout import Line, lines_of
from kgbuild.text.pdf.torn import Setting, go_on, known_words, margin_of, settled, write_cell, writes_blanks
from kgbuild.text.pieces import Cell

_SAME = 3.0  # points between two rules that are one
_THIN = 6.0  # points: what is lower than that is no row but a double rule
_MAX_EDGES = 6000  # on one page; more is a drawing, whose crossings would take minutes to find

Box: TypeAlias = tuple[float, float, float, float]
Level: TypeAlias = tuple[float, float, float]
"""A level rule: its height, and from where to where it runs."""


@dataclass(slots=True)
class Sheet:
    """A table on one page: where it begins, how many columns it has, its rows, and whether the last is cut off."""

    top: float
    columns: int
    rows: list[list[Cell]]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _End:
    """A height at which the upright rules of a table begin or end; open when no level rule closes them there."""

    place: float
    open: bool


@dataclass(frozen=True, slots=True)
class Sized:
    """A page: its number, its width in points, and whether it writes blanks at the ends of lines."""

    number: int
    width: float
    blanks: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A cell: the places it covers, from where to where it reaches, and its lines."""

    slots: list[tuple[int, int]]
    x0: float
    x1: float
    lines: list[Line]


def find_sheets(
    page: Any, glyphs: list[Glyph], turned: Sequence[Turned], number: int
) -> tuple[list[Sheet], list[Glyph]]:
    """Find the tables on a page of pdfplumber, from the top down, and the upright characters that stand in none.

    A cell without upright characters is read from those that are *turned* by a right angle.
    """
    edges = page.edges
    ends = _table_ends(edges) if len(edges) <= _MAX_EDGES else []
    settings = {"explicit_horizontal_lines": [end.place for end in ends]}
    sheets: list[Sheet] = []
    sized = Sized(number, page.width, writes_blanks(glyphs))
    shades = [rect for rect in page.rects if not rect["stroke"] and rect["height"] > _THIN] if ends else []
    for table in sorted(page.find_tables(settings) if ends else (), key=lambda t: (t.bbox[1], t.bbox[0])):
        if _is_shade(table.bbox, shades, edges):
            continue
        found, glyphs = _read_sheets(table.cells, glyphs, turned, sized)
        if found:
            found[-1].cut = any(end.open and abs(end.place - table.bbox[3]) < _SAME for end in ends)
            sheets += found
    return sheets, glyphs


def _is_shade(box: Box, shades: Sequence[Any], edges: Sequence[Any]) -> bool:
    """Tell a row of a table that is set off by its ground alone, without rules."""
    if not any(abs(s["top"] - box[1]) < _SAME and abs(s["bottom"] - box[3]) < _SAME for s in shades):
        return False
    near = (e for e in edges if e["orientation"] == "h" and abs(e["top"] - box[1]) < _SAME)
    return all(any(e["x0"] == s["x0"] and e["x1"] == s["x1"] for s in shades) for e in near)


def levels_of(page: Any) -> list[Level]:
    """List the level rules on a page of pdfplumber, from the top down."""
    edges = page.edges if len(page.edges) <= _MAX_EDGES else []
    return sorted((e["top"], e["x0"], e["x1"]) for e in edges if e["orientation"] == "h")


def _table_ends(edges: Sequence[Any]) -> list[_End]:
    """Find where tables begin and end on a page: a row that a page break parts has no rule at the break."""
    upright = sorted((e for e in edges if e["orientation"] == "v"), key=lambda e: e["top"])
    groups: list[list[float]] = []
    for edge in upright:
        if groups and edge["top"] <= groups[-1][1] + _SAME:
            group = groups[-1]
            group[1:] = max(group[1], edge["bottom"]), min(group[2], edge["x0"]), max(group[3], edge["x1"])
        else:
            groups.append([edge["top"], edge["bottom"], edge["x0"], edge["x1"]])
    level = [e for e in edges if e["orientation"] == "h"]
    ends = []
    for top, bottom, x0, x1 in groups:
        for place in (top, bottom):
            drawn = sum(e["x1"] - e["x0"] for e in level if abs(e["top"] - place) < _SAME)
            ends.append(_End(place, drawn < 0.5 * (x1 - x0)))
    return ends


def _read_sheets(
    boxes: Sequence[Box], chars: list[Glyph], turned: Sequence[Turned], page: Sized
) -> tuple[list[Sheet], list[Glyph]]:
    """Read a ruled table of two columns or more, or several that touch, and give the characters that stand outside.

    What stands beyond the edge of the page belongs to the column that the edge cuts off.
    """
    across = _rules(x for box in boxes for x in (box[0], box[2]))
    down = _rules(y for box in boxes for y in (box[1], box[3]))
    if len(across) < 3:
        return [], chars
    inside: dict[tuple[int, int], list[Glyph]] = {}
    for char in chars:
        middle = min((char.x0 + char.x1) / 2, page.width - _SAME)
        inside.setdefault((_slot(down, char.middle), _slot(across, middle)), []).append(char)
    found: list[_Found] = []
    for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        slots = [
            (y, x)
            for y in range(_slot(down, top + _SAME), _slot(down, bottom - _SAME) + 1)
            for x in range(_slot(across, x0 + _SAME), _slot(across, x1 - _SAME) + 1)
        ]
        own = words_of([char for slot in slots for char in inside.pop(slot, [])])
        if not own:
            own = words_of([t.glyph for t in turned if x0 < t.x < x1 and top < t.y < bottom])
            x0, x1 = top, bottom
        found.append(_Found(slots, x0, x1, lines_of(own, page.number)))
    setting = Setting(margin_of((cell.x0, cell.x1, cell.lines) for cell in found), page.blanks)
    grid = [[Cell(()) for _ in across[1:]] for _ in down[1:]]
    for each in found:
        content = write_cell(each.lines, each.x0, each.x1, setting)
        cell = Cell((content,) if content else ())
        for y, x in each.slots:
            grid[y][x] = cell
    if len(grid) <= 2 and any(_is_stacked(row[0]) for row in grid):
        return [], chars
    outside = {id(char) for rest in inside.values() for char in rest}
    return _part_sheets(down, grid), [char for char in chars if id(char) in outside]


def _is_stacked(cell: Cell) -> bool:
    """Tell a cell in which the numbers of several rows stand below each other: no level rules part these rows."""
    lines = [line for piece in cell.lines() for line in piece.split("\n")]
    return any(NUMBER.fullmatch(line) for line in lines[1:])


def _part_sheets(down: Sequence[float], grid: Sequence[list[Cell]]) -> list[Sheet]:
    """Part tables that touch: where the rules of a row neither hold nor lie among those of the rows above."""
    groups: list[tuple[set[int], int, list[list[Cell]]]] = []
    for y, row in enumerate(grid):
        if down[y + 1] - down[y] < _THIN and not any(cell.content for cell in row):
            continue
        rules = {x for x in range(len(row)) if x == 0 or row[x] is not row[x - 1]}
        known = groups[-1][0] if groups else set()
        if groups and (rules <= known or known <= rules):
            known |= rules
            groups[-1][2].append(row)
        else:
            groups.append((rules, y, [row]))
    sheets: list[Sheet] = []
    for rules, y, rows in groups:
        columns = sorted(rules)
        cells = [[row[x] for x in columns] for row in rows]
        if sheets and sheets[-1].columns == len(columns):
            sheets[-1].rows += cells
        else:
            sheets.append(Sheet(down[y], len(columns), cells))
    return sheets


def _rules(values: Iterable[float]) -> list[float]:
    """Take rules that nearly touch for one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SAME:
            kept.append(value)
    return kept


def _slot(rules: Sequence[float], value: float) -> int:
    return bisect_right(rules, value) - 1


def run_on(sheet: Sheet, rows: list[list[Cell]]) -> None:
    """Append the rows of the next page without the repeated heading; join a row that the page break parts."""
    rows = list(dropwhile(lambda row: not any(cell.content for cell in row), rows))
    skipped = 0
    while skipped < min(len(rows), len(sheet.rows)) and _says(rows[skipped]) == _says(sheet.rows[skipped]):
        skipped += 1
    rows = rows[skipped:]
    numbered = sum(_says_something(row[0]) for row in sheet.rows) >= 0.9 * len(sheet.rows)
    if rows and (sheet.cut or _is_rest(rows[0]) or (numbered and _lacks_number(rows[0]))):
        above = sheet.rows.pop() if sheet.rows else [Cell(())] * sheet.columns
        sheet.rows.append([_gone_on(a, b) for a, b in zip(above, rows[0], strict=True)])
        rows = rows[1:]
    sheet.rows.extend(rows)


def _gone_on(above: Cell, below: Cell) -> Cell:
    if not above.content or not below.content:
        return Cell(above.content + below.content)
    return Cell((go_on("\n".join(above.lines()), "\n".join(below.lines())),))


def _lacks_number(row: Sequence[Cell]) -> bool:
    return not _says_something(row[0]) and len({id(cell) for cell in row}) > 2


def _says_something(cell: Cell) -> bool:
    """Tell a cell with a letter or a digit: of a number in a narrow column only the point may be left for below."""
    return any(char.isalnum() for line in cell.lines() for char in line)


def _is_rest(row: Sequence[Cell]) -> bool:
    """Tell the rest of a row that a page break parts: all that stands in it goes on with what stood above."""
    lines = ["".join(cell.lines()) for cell in row if _says_something(cell)]
    return bool(lines) and all(line[:1].islower() for line in lines)


def _says(row: Sequence[Cell]) -> list[str]:
    """Give the words of a row without blanks, which a narrow cell may have lost or won."""
    return [fold(" ".join(cell.lines())).replace(" ", "") for cell in row]


def join_torn(sheets: Iterable[Sheet], texts: Iterable[str]) -> None:
    """Decide where lines of cells end within words, by the words of all *texts* of the file."""
    sheets = list(sheets)
    cells = {cell for sheet in sheets for row in sheet.rows for cell in row}
    known = known_words([*texts, *(line for cell in cells for line in cell.lines())])
    written = {cell: Cell(tuple(settled(line, known) for line in cell.lines())) for cell in cells}
    for sheet in sheets:
        sheet.rows = [[written[cell] for cell in row] for row in sheet.rows]
