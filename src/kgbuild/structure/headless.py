"""A document that lost its head: a directive below its title, or a text whose sections end in who carries it out."""

import re
from collections import Counter
from collections.abc import Sequence

from kgbuild.model import Span
from kgbuild.model.structure import Head, Item, Mark, Part, Zone
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.ends import split_end
from kgbuild.structure.heads import Forms
from kgbuild.structure.items import announces_orders, read_items
from kgbuild.structure.zones import zone_of

_TITLE = re.compile(r"\W*về\s+[^.;:]{10,300}")
# what a text calls itself; of a report that speaks of another's directive the first line is a headline
_NAMES_ITSELF = re.compile(r"(?<![^\W_])(?=(?P<form>[^\W\d_]+\s[^\W\d_]+)(?:\s+này(?![^\W_])|\s*:\s*$))", re.MULTILINE)
# how a text of the Party ends: "Nghị quyết này phổ biến đến chi bộ."
_READ_OUT = re.compile(
    r"\W*(?P<form>[^\W\d_]+\s[^\W\d_]+)\s+này\s+(?:được\s+)?phổ biến\s+(?:đến|tới|trực tiếp|trong)(?![^\W_])"
)
_POINTS = 2  # numbered points that a directive has at least
_LAST = 3  # paragraphs at the end, one of which says to whom a text is read out


def read_headless(text: Text, blocks: Sequence[Block], forms: Forms) -> Part | None:
    """Read a document whose head was lost, with its title at most as all of its head; None where the text is none."""
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    if len(spans) < _POINTS:
        return None
    return _directive(text, spans, forms) or _read_out(text, spans, forms)


def _directive(text: Text, spans: Sequence[Span], forms: Forms) -> Part | None:
    """Read a title "Về …", a sentence that announces orders, and numbered points below it."""
    if not _TITLE.fullmatch(text.low, spans[0].start, spans[0].end):
        return None
    part = _part(text, spans, 1, Head(title=spans[0]))
    named = (forms.names.get(m["form"], "") for m in _NAMES_ITSELF.finditer(text.low, spans[0].start, spans[-1].end))
    form = next((form for form in named if form in forms.orders), None)
    return _of_form(part, form) if form and _orders(text, part.items) else None


def _read_out(text: Text, spans: Sequence[Span], forms: Forms) -> Part | None:
    """Read a text of the Party that says at its end to whom it is read out, and above it in a section who does what.

    A report may tell how the text ends, but it prints no sections with their numbers.
    """
    said = [m for span in spans[-_LAST:] if (m := _READ_OUT.match(text.low, span.start, span.end))]
    form = forms.names.get(said[0]["form"], "") if said else ""
    if not form:
        return None
    part = _part(text, spans, 0, Head())
    marks = Counter(item.mark for item in part.items if item.heading and item.parent < 0)
    who = {item.mark for item in part.items if item.heading and item.parent < 0 and item.zone is Zone.ORGANISATION}
    return _of_form(part, form) if any(marks[mark] >= _POINTS for mark in who) else None


def _part(text: Text, spans: Sequence[Span], title: int, head: Head) -> Part:
    body = spans[title:]
    end, recipients, signature = split_end(text, body)
    items = read_items(text, body[:end], zone_of)
    return Part("document", head, items, (), recipients, signature, Span(spans[0].start, spans[-1].end))


def _of_form(part: Part, form: str) -> Part:
    head = Head(form=form, title=part.head.title)
    return Part("document", head, part.items, (), part.recipients, part.signature, part.span)


def _orders(text: Text, items: Sequence[Item]) -> bool:
    """Tell whether numbered points stand below a sentence that announces orders."""
    at = next((i for i, item in enumerate(items) if announces_orders(text, item)), len(items))
    return sum(item.mark in (Mark.NUMBER, Mark.ROMAN) for item in items[at:]) >= _POINTS
