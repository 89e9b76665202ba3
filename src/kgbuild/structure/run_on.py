"""A page that prints its text on one line: number, day, subject, recitals and articles put on lines of their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgbuild.identifiers import find_symbols
from kgbuild.language import DATE, UPPER
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.letterheads import is_motto

_TOP = 12  # blocks in which a letterhead stands
_LINES = 6  # blocks above the number in which issuer and motto stand
_LONGEST = 250  # characters: a number line that is longer holds more than the letterhead
_HEAD = 700  # characters in which a letterhead and a subject end
_NUMBER = re.compile(r"[Ss]ố\s*:?\s*(?=\d)")
_WORD = rf"[{UPPER}][^\W\d_]*"
_DATED = re.compile(rf"(?<=\s){_WORD}(?:[ .-]{{1,2}}{_WORD}){{0,4}},\s*ngày\s*{DATE}")
_DATE_FIRST = re.compile(
    rf"[-_\s]*(?P<dated>{_WORD}(?:[ .-]{{1,2}}{_WORD}){{0,4}},\s*ngày\s*{DATE})\s+"
    r"(?P<number>[Ss]ố\s*:\s*\d[^\s]*/\S+)\s"
)
_SUBJECT = re.compile(r"(?<=\s)(?=V/v\s|Kính gửi\s*:)")
_BODY = re.compile(
    rf"""(?<=\s)(?=Căn\ cứ\s[{UPPER}] | Xét\ (?:đề\ nghị|[Tt]ờ\ trình)\s | Theo\ đề\ nghị\s | QUYẾT\ (?:ĐỊNH|NGHỊ)\s*:
      | Điều\ \d{{1,3}}\s?[.:] | [IVX]{{1,4}}\.\s[{UPPER}]{{2,}}\s | Nơi\ nhận\s*:
      | (?:TM|KT|TL|TUQ)\.\s?[{UPPER}]{{2}})""",
    re.VERBOSE,
)


def part_run_on(text: Text, blocks: Sequence[Block]) -> list[Block]:
    """Part the paragraphs of a text whose number line was run together with all that stands below it."""
    at = next((i for i, block in enumerate(blocks[:_TOP]) if i and _is_run_on(text, block)), None)
    if at is None or not any(_holds_motto(text, block) for block in blocks[:at]):
        return list(blocks)
    top = max(0, at - _LINES)
    out = [*blocks[:top], *sorted(blocks[top:at], key=lambda block: _holds_motto(text, block))]
    for block in blocks[at:]:
        if isinstance(block, Paragraph) and len(block.span) > _LONGEST:
            out.extend(Paragraph(span) for span in _pieces(text, block.span, block is blocks[at]))
        else:
            out.append(block)
    return out


def _holds_motto(text: Text, block: Block) -> bool:
    return is_motto(text.low[block.span.start : block.span.end])


def _is_run_on(text: Text, block: Block) -> bool:
    """Tell a long line that begins with a number and has place and date behind it, or with these and the number."""
    if not isinstance(block, Paragraph) or len(block.span) <= _LONGEST:
        return False
    if _DATE_FIRST.match(text.norm, block.span.start, block.span.end):
        return True
    number = _NUMBER.match(text.norm, block.span.start, block.span.end)
    return bool(number and _DATED.search(text.norm, number.end(), min(block.span.end, number.end() + _HEAD)))


def _pieces(text: Text, span: Span, first: bool) -> Iterator[Span]:
    """Part one paragraph; the *first* one begins with the number."""
    cuts = {m.start() for m in _BODY.finditer(text.norm, span.start, span.end)}
    if first:
        top = min(span.end, span.start + _HEAD)
        cuts |= {m.start() for m in _SUBJECT.finditer(text.norm, span.start, top)}
        cuts |= {span.start + m.end() for m, _ in find_symbols(text.norm[span.start : span.start + 60])}
        if before := _DATE_FIRST.match(text.norm, span.start, span.end):
            cuts |= {before.start("dated"), before.start("number"), before.end()}
            cuts |= {_end_of_capitals(text, Span(before.end(), span.end))}
        dated = _DATED.search(text.norm, span.start, top)
        cuts |= {dated.start(), dated.end()} if dated else set()
    bounds = (Span(a, b) for a, b in pairwise([span.start, *sorted(cuts), span.end]))
    return (piece for bound in bounds if len(piece := text.trim(bound)))


def _end_of_capitals(text: Text, span: Span) -> int:
    """Find where type and title end that a text on one line prints in capitals."""
    words = re.finditer(r"\S+", text.norm[span.start : span.end])
    return span.start + next((m.start() for m in words if any(c.islower() for c in m.group())), len(span))
