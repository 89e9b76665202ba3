"""The documents that one file contains: the main one, attached plans, annexes, or a news report."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kgbuild.identifiers import find_symbols
from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.structure import Head, Part, Signature, Zone
from kgbuild.model.text import Block, Paragraph, Reading, Table, Text
from kgbuild.structure.announced import announces, announces_above, read_announced_head, read_introduction
from kgbuild.structure.ends import RECIPIENTS, split_end
from kgbuild.structure.flat_tables import find_flat_tables
from kgbuild.structure.heads import Forms, read_head
from kgbuild.structure.items import read_items
from kgbuild.structure.letterheads import find_letterhead, read_number
from kgbuild.structure.letters import has_subject, is_addressed, is_letter, read_letter_head
from kgbuild.structure.news import read_news
from kgbuild.structure.tables import read_tables
from kgbuild.structure.titles import unfold
from kgbuild.structure.zones import zone_of

_ANNEX = re.compile(
    r"^\W*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|PHỤ BIỂU|Phụ biểu)(?P<number>\s+(?:số\s*:?\s*)?[\dIVXLCA-H.]{1,5})?(?![^\W\d_])"
)
_CARRIED = re.compile(r"^\W*\(\W*(?:ban hành )?kèm theo\b|^\W*\(\W*đính kèm\b")
_SIGNED = re.compile(r"^\W*(?:TM|KT|TL|TUQ)\s*\.|^\W*[TK]/[ML]\b")
_MOTTO = re.compile(r"\W*(?:cộng hòa xã hội|đảng cộng sản việt nam)")
_NUMBERED = re.compile(r"\W*số\b")


_TOP = 80  # blocks in which the first document of a file begins


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the splitter must know: the type words, and how to tell a line that names an authority."""

    forms: Forms
    starts_agency: Callable[[str], bool]

    def is_heading(self, line: str) -> bool:
        """Tell whether a line holds a type word in capitals and nothing else."""
        found = self.forms.heading(line)
        return found is not None and not line[found[1] :].strip(" \t*")


def split_parts(reading: Reading, grammar: Grammar) -> tuple[Part, ...]:
    """Split a file into the documents it contains, each with head, items, tables and end.

    A file in which no type heading, number or subject line stands is read as a news report.
    """
    text = reading.text
    blocks = unfold(text, find_flat_tables(reading), grammar.is_heading, grammar.starts_agency)
    starts = _starts(text, blocks, grammar)
    if not starts:
        return (read_news(text, blocks),)
    parts: list[Part] = []
    bounds = [*(s.head for s in starts), len(blocks)]
    annexes = 0
    for start, end in zip(starts, bounds[1:], strict=True):
        carrier = -1
        if start.kind != "document":
            carrier = next((i for i in range(len(parts) - 1, -1, -1) if parts[i].kind != "annex"), -1)
            annexes += start.kind == "annex"
        part = _part(text, blocks[start.head : start.at], blocks[start.at : end], start, grammar)
        ordinal = annexes if start.kind == "annex" else 0
        parts.append(replace(part, carrier=carrier, ordinal=ordinal))
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Start:
    """The type heading of a document, what kind it is, and where the lines above its heading begin."""

    at: int
    kind: str
    head: int


def _starts(text: Text, blocks: Sequence[Block], grammar: Grammar) -> list[_Start]:
    """Find where each document begins: a type heading, a subject line, an annex heading, or a carried title."""
    first = _first(text, blocks, grammar)
    if first is None:
        return []
    starts = [_Start(first, "document", 0)]
    ended = False
    for at, block in enumerate(blocks):
        if at <= first or not isinstance(block, Paragraph) or not len(block.span):
            continue
        line = text.norm[block.span.start : block.span.end]
        low = line.lower()
        ended = ended or bool(RECIPIENTS.match(line)) or low.lstrip().startswith(("tm.", "t/m", "kt."))
        if at - starts[-1].at < 2:
            continue
        if (
            _ANNEX.match(line)
            and len(line.split()) <= 30
            and (is_upper(line.split("(")[0]) or len(line) < 30)
            and not line.rstrip().endswith((".", ";"))
        ):
            starts.append(_Start(at, "annex", at))
        elif (
            is_upper(line)
            and not _SIGNED.match(line)
            and not line.rstrip().endswith(":")
            and _carried_below(text, blocks, at, grammar.forms)
        ):
            form = grammar.forms.heading(line)
            starts.append(_Start(at, "attached" if form and form[0] not in ("phu-luc", "danh-muc") else "annex", at))
        elif _announced_again(text, blocks, at, starts[0].at, grammar.forms):
            starts.append(_Start(at, "document", at))
        elif ended and grammar.forms.heading(line) and len(line.split()) <= 8:
            head = _letterhead(text, blocks, at, starts[-1].at)
            starts.append(_Start(at, "attached", at) if head is None else _Start(at, "document", head))
    return starts


def _first(text: Text, blocks: Sequence[Block], grammar: Grammar) -> int | None:
    """Find where the first document begins.

    Below a letterhead that is its type word or subject, or the first line behind the letterhead where a page lost
    them; without a letterhead a type word near the top, or a line of type and number that announces a full text.
    """
    near = [at for at, block in enumerate(blocks[:_TOP]) if isinstance(block, Paragraph) and len(block.span)]
    letterhead = find_letterhead(text, [blocks[at].span for at in near])
    below = near[letterhead[1] :] if letterhead else near
    top = near[letterhead[0]] if letterhead else 0
    spans = [blocks[at].span for at in below]
    for number, at in enumerate(below):
        line = text.norm[blocks[at].span.start : blocks[at].span.end]
        if (grammar.forms.heading(line) and _plausible_first(text, blocks[top:at])) or has_subject(text, blocks, at):
            return at
        if letterhead and is_addressed(text, blocks[at].span):
            return at
        headed = any(grammar.is_heading(text.norm[s.start : s.end]) for s in spans[number + 1 : number + 6])
        announced = not headed and announces_above(text, spans, number, grammar.forms)
        if not letterhead and (announced or is_letter(text, blocks, at)):
            return at
    if letterhead is None:
        introduction = read_introduction(text, spans, grammar.forms)
        return below[introduction.body] if introduction else None
    if not below:
        return None
    symbol, _ = read_number(text, [blocks[at].span for at in near[letterhead[0] : letterhead[1]]])
    known = symbol is not None and symbol.form in grammar.forms.symbols
    return below[0] if known else None


def _announced_again(text: Text, blocks: Sequence[Block], at: int, first: int, forms: Forms) -> bool:
    """Tell whether a page that announces a full text by type and symbol announces the next one here."""
    top, line, *below = (text.norm[b.span.start : b.span.end] for b in (blocks[first], *blocks[at : at + 3]))
    here = announces(line, forms)
    if here is None or forms.heading(top) or announces(top, forms) is None:
        return False
    return any(symbol == here[1] for said in below for _, symbol in find_symbols(said[:200]))


def _letterhead(text: Text, blocks: Sequence[Block], at: int, last: int) -> int | None:
    """Find where the letterhead begins that stands with its own number above a type heading: another document."""
    first = max(at - 10, last + 1)
    lines = [text.norm[block.span.start : block.span.end].strip() for block in blocks[first:at]]
    motto = next((i for i, line in enumerate(lines) if _MOTTO.match(line.lower())), None)
    if motto is None or read_number(text, [block.span for block in blocks[first:at]])[0] is None:
        return None
    while motto and (not lines[motto - 1] or is_upper(lines[motto - 1]) or _NUMBERED.match(lines[motto - 1].lower())):
        motto -= 1
    return first + motto


def _plausible_first(text: Text, above: Sequence[Block]) -> bool:
    """Accept a type heading near the top, or one that follows a motto, a number or nothing much."""
    return sum(len(text.norm[b.span.start : b.span.end].split()) for b in above) <= 150


def _carried_below(text: Text, blocks: Sequence[Block], at: int, forms: Forms) -> bool:
    """Tell whether "(Ban hành kèm theo …)" follows the title that begins here.

    Between the two stand only lines in capitals, unless the title opens with a type word.
    """
    span = blocks[at].span
    typed = forms.heading(text.norm[span.start : span.end]) is not None
    for block in blocks[at + 1 : at + 6]:
        if not isinstance(block, Paragraph):
            return False
        line = text.norm[block.span.start : block.span.end]
        if _CARRIED.match(line.lower()):
            return True
        if line.strip() and (not (typed or is_upper(line)) or len(line.split()) > 90):
            return False
    return False


def _part(text: Text, above: Sequence[Block], blocks: Sequence[Block], start: _Start, grammar: Grammar) -> Part:
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
            head = replace(head, form=grammar.forms.symbols[head.symbol.form])
        elif announces_above(text, spans, 0, grammar.forms):
            head, announced, used = read_announced_head(text, spans, grammar.forms)
        elif introduction and introduction.body == len(lines):
            head, used = introduction.head, 0
        else:
            head, used = read_letter_head(text, head, lines, spans)
    body = spans[used:]
    end, recipients, signature = split_end(text, body)
    tables = [b for b in blocks if isinstance(b, Table)]
    task_tables, others = read_tables(text, tables)
    items = read_items(text, body[:end], zone_of)
    if signature is None and not recipients:
        end = len(body)
    last = blocks[-1].span.end
    first = above[0].span.start if above else blocks[0].span.start
    return Part(start.kind, head, items, task_tables, others, recipients, announced or signature, Span(first, last))


def _announced_number(text: Text, head: Head, above: Sequence[Span], forms: Forms) -> Head:
    """Take the number from a heading of type and number that a page sets above a document without letterhead."""
    for span in above:
        line = text.norm[span.start : span.end]
        found = announces(line, forms)
        if found and found[0] == head.form:
            at = next(m.span() for m, symbol in find_symbols(line) if symbol == found[1])
            return replace(head, symbol=found[1], symbol_span=Span(span.start + at[0], span.start + at[1]))
    return head


def _annex_head(text: Text, head: Head, spans: Sequence[Span]) -> Head:
    """Read "PHỤ LỤC I" above the title; an annex without that word is one all the same."""
    first = spans[0]
    match = _ANNEX.match(text.norm[first.start : first.end])
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


def zones(part: Part) -> set[Zone]:
    """Tell which zones a part has."""
    return {item.zone for item in part.items}
