"""The items of a list in a table cell: each on a line of its own behind a dash, or joined by plus signs."""

import re

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.text import Text

_MARK = re.compile(r"\s+(?P<mark>[-+•*▪])\s+(?=[^\W\d_])")


def items_of(text: Text, cell: Span, reader: AgencyReader) -> list[Span]:
    """Cut a cell at the marks of its items.

    A dash may be part of a name ("Trung tâm Truyền thông - Giáo dục sức khỏe"), so it opens an item only on a new
    line, or in a cell that itself opens with a dash where a body follows; the names behind a plus sign or a bullet
    are always the next.
    """
    marks = list(_MARK.finditer(text.norm, cell.start, cell.end))
    if not marks:
        return [cell]
    behind = [*(mark.start() for mark in marks[1:]), cell.end]
    opened = text.norm[cell.start : cell.end].lstrip().startswith("-")
    cuts = [
        mark
        for mark, end in zip(marks, behind, strict=True)
        if mark["mark"] in "+•▪"
        or _new_line(text, mark.start(), mark.start("mark"))
        or (opened and _names_body(text, Span(mark.end(), end), reader))
    ]
    starts = [cell.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), cell.end]
    pieces = (text.trim(Span(a, b), " \t\n;,.") for a, b in zip(starts, ends, strict=True))
    return [piece for piece in pieces if len(piece)]


def _names_body(text: Text, piece: Span, reader: AgencyReader) -> bool:
    bodies = reader.read_cell(text, piece)
    return bool(bodies) and bodies[0].rule != "words"


def _new_line(text: Text, start: int, end: int) -> bool:
    """Tell whether the source has a line break in a run of blanks."""
    source = text.raw[text.offsets[start] : text.offsets[end]]
    return "\n" in source or "<br" in source.lower()
