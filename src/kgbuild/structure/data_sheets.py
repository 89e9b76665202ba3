"""The data sheet that a web page sets above a text: number and issuer of a document that came without letterhead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.identifiers import find_symbols
from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.structure import Head
from kgbuild.model.text import Block, Paragraph, Text

_LABELS = {
    "number": re.compile(r"(?<![^\W_])số (?:ký |kí )?hiệu(?: văn bản)?$"),
    "issuer": re.compile(r"(?<![^\W_])(?:nơi|cơ quan|đơn vị) ban hành$"),
}
_MOST = 120  # characters: no label or value is longer


def complete_from_sheet(text: Text, head: Head, above: Sequence[Block]) -> Head:
    """Take number and issuer from the sheet among the blocks *above* a document; its own letterhead goes first.

    The days of a sheet are left alone: they may be those of the page.
    """
    cells = [span for block in above for span in _cells(block) if 0 < len(span) <= _MOST]
    if head.symbol is None and (value := _value(text, cells, "number")) is not None:
        found = next(find_symbols(text.norm[value.start : value.end]), None)
        if found is not None and found[0].start() == 0:
            place = Span(value.start, value.start + found[0].end())
            head = replace(head, symbol=found[1], symbol_span=place)
    if head.authority is None and (value := _value(text, cells, "issuer")) is not None:
        head = replace(head, authority=value)
    return head


def _cells(block: Block) -> Iterator[Span]:
    if isinstance(block, Paragraph):
        yield block.span
    else:
        yield from (cell for row in block.rows for cell in row)


def _value(text: Text, cells: Sequence[Span], name: str) -> Span | None:
    """Find what stands behind a label, in its cell or in the next one."""
    for at, cell in enumerate(cells):
        label, colon, _ = text.norm[cell.start : cell.end].partition(":")
        if not _LABELS[name].search(fold(label)):  # other words may stand in front, as buttons do
            continue
        value = text.trim(Span(cell.start + len(label) + len(colon), cell.end), " \t\n:|*")
        if len(value):
            return value
        return text.trim(cells[at + 1], " \t\n:|*") if at + 1 < len(cells) else None
    return None
