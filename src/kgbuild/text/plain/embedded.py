"""Tables written as HTML inside plain text or Markdown: their cells keep their places in the source."""

import re
from collections.abc import Iterator

from kgbuild.model import Span
from kgbuild.model.text import Table, Text
from kgbuild.text.pieces import MAX_PLACES, Cell, Grid, is_data, reading_order, spread

_OPENS = re.compile(r"<table\b[^<>]{0,500}>")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>tr|td|th)\b(?P<rest>[^<>]{0,500})>", re.IGNORECASE)
_SPAN = re.compile(r"(?P<which>col|row)span\s*=\s*[\"']?(?P<number>\d{1,3})", re.IGNORECASE)
_BREAKS = ("<br", "<BR", "</p", "</P", "</div", "</li", "</tr", "</td", "</table")  # the reader writes a blank for each


def find_tables(text: Text) -> list[Span]:
    """Find the tables; one that holds another is left as it stands, since half of it is no table."""
    found: list[Span] = []
    end = 0
    for table in _OPENS.finditer(text.low):
        if table.start() < end:
            continue
        close = text.low.find("</table", table.end())
        if close < 0:
            break
        end = text.low.find(">", close) + 1 or len(text.low)
        if _OPENS.search(text.low, table.end(), close) is None:
            found.append(Span(table.start(), end))
    return found


def read_table(text: Text, span: Span) -> Table | list[Span]:
    """Read one table: its grid with merged cells in each place they cover, or, when it only sets text, its lines."""
    places: dict[Cell, list[Span]] = {}
    rows: list[list[Cell]] = []
    for start, content in _cells(text, span):
        if start or not rows:
            rows.append([])
        if content is not None:
            tag, inner = content
            cell = _cell(text, tag, inner)
            places[cell] = inner
            rows[-1].append(cell)
    grid = spread([row for row in rows if row], MAX_PLACES)
    if not is_data(grid):
        return [line for cell in reading_order(grid) for line in places[cell]]
    return _grid(places, grid)


def _grid(places: dict[Cell, list[Span]], grid: Grid) -> Table:
    rows = tuple(tuple(_hull(places[cell]) for cell in row) for row in grid.rows)
    cells = [cell for row in rows for cell in row]
    return Table(Span(min(c.start for c in cells), max(c.end for c in cells)), rows)


def _hull(lines: list[Span]) -> Span:
    return Span(lines[0].start, lines[-1].end)


def _cells(text: Text, span: Span) -> Iterator[tuple[bool, tuple[str, list[Span]] | None]]:
    """List rows and cells: whether a row begins here, and a cell's tag with the lines inside."""
    opened: re.Match[str] | None = None
    for tag in (*_TAG.finditer(text.norm, span.start, span.end), None):
        if opened is not None:
            end = tag.start() if tag else span.end
            yield False, (opened["rest"], _lines(text, Span(opened.end(), end)))
            opened = None
        if tag is None or tag["end"]:
            continue
        if tag["name"].lower() == "tr":
            yield True, None
        else:
            opened = tag


def _lines(text: Text, span: Span) -> list[Span]:
    """List the lines of a cell, parted by line breaks and where a paragraph ends; an empty cell has one empty line."""
    cuts = [
        at
        for at in range(span.start, span.end)
        if text.norm[at] == " " and text.raw.startswith(_BREAKS, text.offsets[at])
    ]
    ends = [*cuts, span.end]
    lines = [text.trim(Span(a, b)) for a, b in zip([span.start, *cuts], ends, strict=True)]
    return [line for line in lines if len(line)] or [Span(span.start, span.start)]


def _cell(text: Text, tag: str, lines: list[Span]) -> Cell:
    spans = {match["which"].lower(): max(1, int(match["number"])) for match in _SPAN.finditer(tag)}
    content = tuple(text.norm[line.start : line.end] for line in lines if len(line))
    return Cell(content, spans.get("col", 1), spans.get("row", 1))
