"""What the readers of formatted files collect, paragraphs and grids of cells, and the reading it is made into."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kgbuild.errors import SourceError
from kgbuild.language import fold, is_upper
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Reading, Table
from kgbuild.text.normalize import normalise
from kgbuild.text.openings import goes_on

MAX_PLACES = 500_000
"""How many places all tables of one file may have once merged cells are spread."""

_RULE = re.compile(r"[\s\-_=*~.–—]{3,}")
_BROKEN_OFF = re.compile(r"[^.;:!?…/\n]$")
_HEAD_OR_END = ("cộng hòa xã hội", "đảng cộng sản việt nam", "độc lập tự do", "nơi nhận")
_SIGNED = re.compile(r"\s*(?:Số\s*:|(?:TM|KT|TL|TUQ|T/M|K/T)\b)")
_HEADED = 3  # cells with words that a repeated heading has, no less
_SMALL = 12  # rows: no head or signature set as a table is longer


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: what stands in it, and how many columns and rows it covers."""

    content: tuple["Piece", ...]
    columns: int = 1
    rows: int = 1

    def lines(self) -> list[str]:
        """Give all text of the cell, that of inner tables too, line by line."""
        return list(_lines(self.content))


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table whose merged cells stand in each place they cover."""

    rows: tuple[tuple[Cell, ...], ...]


Piece: TypeAlias = str | Grid


def _lines(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            for cell in _once(cell for row in piece.rows for cell in row):
                yield from cell.lines()


def _once(cells: Iterable[Cell]) -> list[Cell]:
    return list(dict.fromkeys(cells))


def spread(rows: Sequence[Sequence[Cell]], limit: int = MAX_PLACES) -> Grid:
    """Put each cell in all places that it covers.

    A cell may claim more columns than the table has; what stands out beyond the usual width is cut. Raises
    SourceError when the table has more than *limit* places.
    """
    places: list[dict[int, Cell]] = [{} for _ in rows]
    used = 0
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while x in places[y]:
                x += 1
            below = min(cell.rows, len(rows) - y)
            used += cell.columns * below
            if used > limit:
                raise SourceError(f"has tables of more than {MAX_PLACES:,} cells; give it in smaller files")
            for covered in places[y : y + below]:
                for column in range(x, x + cell.columns):
                    covered.setdefault(column, cell)
            x += cell.columns
    width = _width(rows)
    return Grid(tuple(_cut([row[x] for x in sorted(row)], width) for row in places if row))


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    """Tell the usual width of a table: that of the most rows, the wider one of two that are as frequent."""
    widths = Counter(sum(cell.columns for cell in row) for row in rows if len(row) > 1)
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def _cut(row: list[Cell], width: int) -> tuple[Cell, ...]:
    while width and len(row) > width and row[-1] is row[-2]:
        row = row[:-1]
    return tuple(row)


def is_data(grid: Grid) -> bool:
    """Tell a table of data from one that only sets text side by side: three columns or more in its rows.

    Columns that are empty from top to bottom do not count; a small table with the national motto, the recipients
    or a signature is the head or the end of a document; one that mainly holds other tables is a frame.
    """
    cells = _once(cell for row in grid.rows for cell in row)
    if len(grid.rows) <= _SMALL and _is_head_or_end(cells):
        return False
    inner = sum(
        len(line) for cell in cells for piece in cell.content if isinstance(piece, Grid) for line in _lines([piece])
    )
    if inner and 2 * inner > sum(len(line) for cell in cells for line in cell.lines()):
        return False
    full = {x for row in grid.rows for x, cell in enumerate(row) if cell.content}
    wide = sum(len(_once(cell for x, cell in enumerate(row) if x in full)) >= 3 for row in grid.rows)
    return wide >= 2 and 3 * wide >= len(grid.rows)


def _is_head_or_end(cells: Iterable[Cell]) -> bool:
    lines = (line for cell in cells for line in cell.lines())
    return any(fold(line[:60]).startswith(_HEAD_OR_END) or _SIGNED.match(line) for line in lines)


def settle(grid: Grid) -> list[Piece]:
    """Keep a table of data; of one that only sets text side by side take what stands in it, in reading order."""
    if is_data(grid):
        return [grid]
    return [piece for cell in reading_order(grid) for piece in cell.content]


def reading_order(grid: Grid) -> list[Cell]:
    """Read row by row; in the head or end of a document the left column first, then the right."""
    cells = _once(cell for row in grid.rows for cell in row)
    if not _is_head_or_end(cells):
        return cells
    ordered: list[Cell] = []
    beside: list[tuple[Cell, ...]] = []
    for row in (*grid.rows, ()):
        if len(_once(row)) > 1:
            beside.append(row)
            continue
        width = max((len(r) for r in beside), default=0)
        ordered += [r[x] for x in range(width) for r in beside if x < len(r)]
        ordered += row
        beside = []
    return _once(ordered)


def join_broken(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join a paragraph that was broken in the middle, and a table that goes on right below with its heading again."""
    held: Piece | None = None
    for piece in pieces:
        joined = _joined(held, piece)
        if joined is None and held is not None:
            yield held
        held = piece if joined is None else joined
    if held is not None:
        yield held


def _joined(held: Piece | None, piece: Piece) -> Piece | None:
    """Join two pieces that are one; None when they are two."""
    if isinstance(held, str) and isinstance(piece, str) and _goes_on(held, piece):
        return f"{held}\n{piece}"
    if isinstance(held, Grid) and isinstance(piece, Grid) and held.rows and piece.rows:
        head, again = ([cell.lines() for cell in grid.rows[0]] for grid in (held, piece))
        if head == again and len(piece.rows) > 1 and sum(map(bool, head)) >= _HEADED:
            return Grid((*held.rows, *piece.rows[1:]))
    return None


def _goes_on(before: str, piece: str) -> bool:
    last = before.rsplit("\n", 1)[-1]
    return goes_on(piece) and len(last) > 20 and bool(_BROKEN_OFF.search(last)) and not is_upper(last)


def compose(pieces: Iterable[Piece]) -> Reading:
    """Write the text, each paragraph and each cell on a line of its own, and find the blocks in it.

    Blank lines part paragraphs and tables; runs of blanks within a line are folded.

    Raises SourceError when there is no text at all.
    """
    writer = _Writer()
    for piece in pieces:
        if isinstance(piece, Grid):
            writer.table(piece)
        elif not _RULE.fullmatch(piece):
            writer.paragraph(piece)
    return writer.reading()


Place: TypeAlias = tuple[int, int]


class _Writer:
    """Writes the text and keeps the place of each paragraph and cell in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.places: list[Place | list[list[Place]]] = []

    def write(self, text: str, end: str) -> Place:
        text = " ".join(text.split())
        place = self.at, self.at + len(text)
        self.parts += text, end
        self.at = place[1] + len(end)
        return place

    def paragraph(self, text: str) -> None:
        self.places.append(self.write(text, "\n\n"))

    def table(self, grid: Grid) -> None:
        """Write each cell once; the place of a merged cell is the same wherever it stands."""
        cells = _once(cell for row in grid.rows for cell in row)
        written = {cell: self.write(" ".join(cell.lines()), "\n") for cell in cells}
        self.write("", "\n")
        if cells:
            self.places.append([[written[cell] for cell in row] for row in grid.rows])

    def reading(self) -> Reading:
        """Normalise what was written and carry all places over."""
        raw = "".join(self.parts)
        if not raw.strip():
            raise SourceError("holds no text")
        text = normalise(raw)

        def span(place: Place) -> Span:
            return text.trim(Span(bisect_left(text.offsets, place[0]), bisect_left(text.offsets, place[1])))

        blocks: list[Block] = []
        for place in self.places:
            if isinstance(place, tuple):
                blocks.append(Paragraph(span(place)))
            else:
                rows = tuple(tuple(span(cell) for cell in row) for row in place)
                spans = [cell for row in rows for cell in row]
                blocks.append(Table(Span(min(c.start for c in spans), max(c.end for c in spans)), rows))
        return Reading(text, tuple(blocks))
