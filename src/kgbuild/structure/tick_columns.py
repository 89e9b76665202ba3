"""Columns of single years, quarters or months in which a table only ticks when a task is done."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgbuild.model import Span
from kgbuild.model.text import Text

_OF_YEAR = r"(?:\s*[/.-]?\s*(?:năm\s*)?20\d\d)?"
_WHEN = re.compile(
    rf"\W*(?:(?:năm\s+)?20\d\d|qu[ýí]\s*(?:i{{1,3}}|iv|[1-4]){_OF_YEAR}|"
    rf"(?:tháng\s*|t\.?)(?:0?[1-9]|1[0-2]){_OF_YEAR}|(?:0?[1-9]|1[0-2])/20\d\d)\W*"
)
_COUNTED = re.compile(r"\W*(?:i{1,3}|iv|0?[1-9]|1[0-2])\W*")  # below "Quý", "Tháng"
_COUNTS = re.compile(r"(?<![^\W_])(?:qu[ýí]|tháng)(?![^\W_])")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TICK = re.compile(r"\W*[xX✓✔√]\W*|[●•+]")


@dataclass(frozen=True, slots=True)
class Tick:
    """The heading of such a column, and the year that it or a heading above it names; "" where none does."""

    heading: Span
    year: str


def tick_columns(text: Text, headings: Sequence[Sequence[Span]], columns: Sequence[str]) -> dict[int, Tick]:
    """Find the headings that are a time and nothing else, in the first of the heading rows that has them.

    Their columns hold nothing else; one such heading alone is none.
    """
    for row in headings:
        found = {
            at: cell
            for at, (cell, name) in enumerate(zip(row, columns, strict=False))
            if name in ("", "schedule", "other schedule") and _is_time(text, cell, _column(headings, at))
        }
        if len(set(found.values())) > 1:
            return {at: Tick(cell, _year(text, headings, at)) for at, cell in found.items()}
    return {}


def _column(headings: Sequence[Sequence[Span]], at: int) -> list[Span]:
    return [row[at] for row in headings if at < len(row)]


def _is_time(text: Text, cell: Span, column: Sequence[Span]) -> bool:
    if _WHEN.fullmatch(text.low, cell.start, cell.end):
        return True
    counted = any(above != cell and _COUNTS.search(text.low, above.start, above.end) for above in column)
    return counted and _COUNTED.fullmatch(text.low, cell.start, cell.end) is not None


def _year(text: Text, headings: Sequence[Sequence[Span]], at: int) -> str:
    """Give the one year that the headings of a column name."""
    years = {year for cell in _column(headings, at) for year in _YEAR.findall(text.low, cell.start, cell.end)}
    return years.pop() if len(years) == 1 else ""


def ticked(text: Text, cells: Sequence[Span], ticks: Mapping[int, Tick], width: int) -> tuple[Tick, Tick] | None:
    """Give the first and the last time ticked in a row; None where a column of times holds other words."""
    if len(cells) != width:
        return None
    marked = [at for at in ticks if len(cells[at])]
    if not marked or not all(_TICK.fullmatch(text.norm, cells[at].start, cells[at].end) for at in marked):
        return None
    return ticks[marked[0]], ticks[marked[-1]]
