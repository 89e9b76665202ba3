"""The documents that one file contains: the main one, attached plans, annexes, or a news report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.identifiers import find_symbols
from kgbuild.language import is_upper, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Part, Signature
from kgbuild.model.text import Block, Paragraph, Reading, Table, Text
from kgbuild.structure.announced import (
    announces,
    announces_above,
    announces_title,
    announces_whole,
    read_announced_head,
    read_introduction,
)
from kgbuild.structure.data_sheets import complete_from_sheet, read_data_sheet, signature_from_sheet
from kgbuild.structure.enacted import enacted_form
from kgbuild.structure.ends import read_notes, split_end
from kgbuild.structure.flat_tables import find_flat_tables
from kgbuild.structure.headless import read_headless
from kgbuild.structure.heads import Forms, read_head
from kgbuild.structure.indicator_tables import read_indicators
from kgbuild.structure.items import read_items
from kgbuild.structure.letters import as_letter, read_letter_head
from kgbuild.structure.news import read_news
from kgbuild.structure.numbered_titles import DAY_BEHIND
from kgbuild.structure.run_on import part_run_on
from kgbuild.structure.starts import ANNEX, Grammar, Start, find_starts
from kgbuild.structure.tables import read_tables
from kgbuild.structure.titles import unfold
from kgbuild.structure.torn import join_type_words
from kgbuild.structure.untyped import lost_form
from kgbuild.structure.zones import zone_of


def split_parts(reading: Reading, grammar: Grammar) -> tuple[Part, ...]:
    """Split a file into the documents it contains, each with head, items, tables and end.

    A file in which no type heading, number or subject line stands is the data sheet of a document or a news report.
    """
    text = reading.text
    whole = join_type_words(text, part_run_on(text, find_flat_tables(reading)), grammar.is_heading)
    blocks = unfold(text, whole, grammar.is_heading, grammar.starts_agency)
    starts = find_starts(text, blocks, grammar)
    if not starts:
        return (
            read_data_sheet(text, blocks, grammar.forms)
            or read_headless(text, blocks, grammar.forms)
            or read_news(text, blocks),
        )
    parts: list[Part] = []
    bounds = [*(s.head for s in starts), len(blocks)]
    annexes = 0
    for start, end in zip(starts, bounds[1:], strict=True):
        carrier = -1
        if start.kind != "document":
            carrier = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind != "annex"), -1)
        part = _part(text, blocks[start.head : start.at], blocks[start.at : end], start, grammar)
        if start.kind == "annex" and carrier >= 0 and _untyped(text, part):
            part = _attached(text, part, parts[carrier], grammar.forms)
        annexes += part.kind == "annex"
        parts.append(replace(part, carrier=carrier, ordinal=annexes if part.kind == "annex" else 0))
    return tuple(_completed(text, part, parts, grammar.forms) for part in parts)


def _untyped(text: Text, part: Part) -> bool:
    """Tell an annex without the word "PHỤ LỤC" or a type word above its title."""
    return part.head.form_span is None and not ANNEX.match(text.norm[part.span.start : part.span.end])


def _attached(text: Text, part: Part, carrier: Part, forms: Forms) -> Part:
    """Take what lost its type word as the plan that its carrier says to be attached."""
    form = lost_form(text, part, carrier, forms)
    return replace(part, kind="attached", head=replace(part.head, form=form)) if form else part


_CARRIER_OF = re.compile(r"(?<![^\W_])của\s+(?P<body>[^()]{3,120}?)\s*\)?\s*$")


def _completed(text: Text, part: Part, parts: Sequence[Part], forms: Forms) -> Part:
    """Take what a document lost from the line that names it as a carrier: "(Kèm theo Quyết định số … của Bộ Y tế)"."""
    if part.kind != "document" or part.head.symbol is not None:
        return part
    below = (p.head.carried_by for p in parts if p.carrier >= 0 and parts[p.carrier] is part)
    for line in (span for span in below if span):
        head = part.head
        number = next(find_symbols(text.norm[line.start : line.end]), None)
        said = _CARRIER_OF.search(text.norm, line.start, line.end)
        if number and number[1].form is not None and forms.symbols.get(number[1].form) == head.form:
            place = Span(line.start + number[0].start(), line.start + number[0].end())
            head = replace(head, symbol=number[1], symbol_span=place)
            head = _announced_day(text, head, Span(place.end, line.end))
        if head.authority is None and said:
            head = replace(head, authority=Span(*said.span("body")))
        if head is not part.head:
            return replace(part, head=head)
    return part


def _part(text: Text, above: Sequence[Block], blocks: Sequence[Block], start: Start, grammar: Grammar) -> Part:
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    head, used = read_head(text, [b.span for b in above if len(b.span)], spans, grammar.forms, grammar.starts_agency)
    if start.kind == "annex":
        head = _annex_head(text, head, spans)
    announced: Signature | None = None
    if start.kind == "document" and head.form and head.symbol is None:
        head = _announced_number(text, head, [b.span for b in above], grammar.forms)
    if start.kind == "document" and not head.form:
        lines = [b.span for b in above if len(b.span)]
        introduction = read_introduction(text, [*lines, *spans], grammar.forms)
        if head.symbol and head.symbol.form in grammar.forms.symbols:
            head = as_letter(text, replace(head, form=grammar.forms.symbols[head.symbol.form]), spans)
            if head.form == "cong-van":
                head, used = read_letter_head(text, head, lines, spans)
        elif announces_above(text, spans, 0, grammar.forms):
            head, announced, used = read_announced_head(text, spans, grammar.forms)
        elif introduction and introduction.body == len(lines):
            head, used = introduction.head, 0
        elif form := enacted_form(text, spans):
            head = replace(head, form=form)
        else:
            head, used = read_letter_head(text, head, lines, spans)
    if start.kind == "document" and (head.symbol is None or head.authority is None):
        head = complete_from_sheet(text, head, above)
    body = spans[used:]
    end, recipients, signature = split_end(text, body)
    grids = [b for b in blocks if isinstance(b, Table)]
    tables, indicators = read_tables(text, grids), read_indicators(text, grids)
    items = read_items(text, body[:end], zone_of)
    if signature is None and not recipients:
        end = len(body)
    last = blocks[-1].span.end
    first = above[0].span.start if above else blocks[0].span.start
    span = Span(first, last)
    signed = announced or signature or (signature_from_sheet(text, above) if start.kind == "document" else None)
    notes = read_notes(text, body[end:])
    return Part(start.kind, head, items, tables, recipients, signed, span, notes=notes, indicators=indicators)


def _announced_number(text: Text, head: Head, above: Sequence[Span], forms: Forms) -> Head:
    """Take the number from a heading that a page sets above a document without one: type and number, or all three."""
    for span in above:
        line = text.norm[span.start : span.end]
        title = text.words(head.title) if head.title else ""
        found = announces(line, forms) or announces_title(line, title, forms) or announces_whole(line, forms)
        if found and found[0] == head.form:
            at = next(m.span() for m, symbol in find_symbols(line) if symbol == found[1])
            head = replace(head, symbol=found[1], symbol_span=Span(span.start + at[0], span.start + at[1]))
            return _announced_day(text, head, Span(span.start + at[1], span.end))
    return head


def _announced_day(text: Text, head: Head, rest: Span) -> Head:
    """Take the day that stands right behind the announced number, where the document has none of its own."""
    day = DAY_BEHIND.match(text.norm, rest.start, rest.end)
    date = parse_date(day["said"]) if day and head.date is None else None
    return replace(head, date=date, date_span=Span(*day.span("said"))) if day and date else head


def _annex_head(text: Text, head: Head, spans: Sequence[Span]) -> Head:
    """Read "PHỤ LỤC I" above the title; an annex without that word is one all the same."""
    first = spans[0]
    match = ANNEX.match(text.norm[first.start : first.end])
    title = head.title
    if not match and head.form_span:
        # "DANH MỤC" in front is not the form here but the first word of the title
        title = Span(head.form_span.start, (title or head.form_span).end)
    if match:
        rest = text.trim(Span(first.start + match.end(), first.end), " \t\n:.-")
        if title and title.start < first.start + match.end():
            title = text.trim(Span(first.start + match.end(), title.end), " \t\n:.-")
        follows = [s for s in spans[1:4] if is_upper(text.norm[s.start : s.end])]
        title = (
            rest
            if len(rest) > 8
            else (title if title and title.start > first.start else follows[0] if follows else None)
        )
    return replace(head, form="phu-luc", title=title)
