"""A directive that lost its head: a title "Về …", a sentence that announces orders, numbered points below it."""

import re
from collections.abc import Sequence

from kgbuild.model import Span
from kgbuild.model.structure import Head, Item, Mark, Part
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.ends import split_end
from kgbuild.structure.heads import Forms
from kgbuild.structure.items import announces_orders, read_items
from kgbuild.structure.zones import zone_of

_TITLE = re.compile(r"\W*về\s+[^.;:]{10,300}")
# what a text calls itself; of a report that speaks of another's directive the first line is a headline
_NAMES_ITSELF = re.compile(r"(?<![^\W_])(?=(?P<form>[^\W\d_]+\s[^\W\d_]+)(?:\s+này(?![^\W_])|\s*:\s*$))", re.MULTILINE)
_POINTS = 2  # numbered points that a directive has at least


def read_headless(text: Text, blocks: Sequence[Block], forms: Forms) -> Part | None:
    """Read a directive whose head was lost, with the title as all of its head; None where the text is none."""
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    if len(spans) < _POINTS or not _TITLE.fullmatch(text.low, spans[0].start, spans[0].end):
        return None
    body = spans[1:]
    end, recipients, signature = split_end(text, body)
    items = read_items(text, body[:end], zone_of)
    named = (forms.names.get(m["form"], "") for m in _NAMES_ITSELF.finditer(text.low, spans[0].start, spans[-1].end))
    form = next((form for form in named if form in forms.orders), None)
    if form is None or not _orders(text, items):
        return None
    head = Head(form=form, title=spans[0])
    return Part("document", head, items, (), recipients, signature, Span(spans[0].start, spans[-1].end))


def _orders(text: Text, items: Sequence[Item]) -> bool:
    """Tell whether numbered points stand below a sentence that announces orders."""
    at = next((i for i, item in enumerate(items) if announces_orders(text, item)), len(items))
    return sum(item.mark in (Mark.NUMBER, Mark.ROMAN) for item in items[at:]) >= _POINTS
