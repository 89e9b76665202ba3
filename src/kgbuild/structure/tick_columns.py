"""Columns of single years or quarters in which a table only ticks when a task is done."""

import re
from collections.abc import Mapping, Sequence

from kgbuild.model import Span
from kgbuild.model.text import Text

_WHEN = re.compile(r"\W*(?:năm\s+)?20\d\d\W*")
_TICK = re.compile(r"\W*[xX✓✔√]\W*|[●•+]")


def tick_columns(text: Text, headings: Sequence[Sequence[Span]], columns: Sequence[str]) -> dict[int, Span]:
    """Find the headings that are a year and nothing else, in the last heading row or the one below it.

    Their columns hold nothing else; one such heading alone is none.
    """
    for row in headings:
        found = {
            at: cell
            for at, (cell, name) in enumerate(zip(row, columns, strict=False))
            if name in ("", "schedule", "other schedule") and _WHEN.fullmatch(text.low, cell.start, cell.end)
        }
        if len(found) > 1:
            return found
    return {}


def ticked(text: Text, cells: Sequence[Span], ticks: Mapping[int, Span], width: int) -> Span | None:
    """Give the headings from the first year ticked in a row to the last; None where a year holds other words."""
    if len(cells) != width:
        return None
    marked = [at for at in ticks if len(cells[at])]
    if not marked or not all(_TICK.fullmatch(text.norm, cells[at].start, cells[at].end) for at in marked):
        return None
    return Span(ticks[marked[0]].start, ticks[marked[-1]].end)
