"""Official letters: a subject instead of a type word, addressees, a head that may be lost (Decree 30/2020/NĐ-CP)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.model import Span
from kgbuild.model.structure import Head
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.ends import RECIPIENTS
from kgbuild.structure.letterheads import is_motto, read_date, read_number

_ADDRESS = re.compile(r"\W*kính gửi(?![^\W_])")
_SUBJECT = re.compile(r"\W*(?:v/v|về việc)\b")
# "Số: 12/SNV-VP V/v …"; the Party writes it out, in small letters: "Số 12-CV/TU về việc …"
_SUBJECT_INSIDE = re.compile(r"(?<![^\W_])v/v(?![^\W_])|(?<![^\W_])về việc(?![^\W_])")
_NUMBERED = re.compile(r"\W*số\s*:?\s*\d{1,5}\s*-\s*cv/\S+\s+")
_DATED = re.compile(r"[^\W\d_][^\n]{1,40},\s*ngày\s")
_NUMBER = re.compile(r"\bsố\s*:?\s*\d")
_UNADDRESSED = ("chi-thi", "thong-tu")
_FRAMED = 600  # words: a data sheet that a page sets above a letter is no longer
_HEAD = 6  # blocks around a subject in which number and addressees stand


def has_subject(text: Text, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a letter begins here: a subject line with number and addressees near it."""
    span = blocks[at].span
    near = " ".join(text.low[b.span.start : b.span.end] for b in blocks[max(0, at - _HEAD) : at + _HEAD])
    return (
        bool(_SUBJECT.match(text.low, span.start, span.end))
        and "kính gửi" in near
        and ("số:" in near.replace(" ", "") or bool(_NUMBER.search(near)))
    )


def is_addressed(text: Text, span: Span) -> bool:
    """Tell a line that names whom a letter is sent to: "Kính gửi: …"."""
    return bool(_ADDRESS.match(text.low, span.start, span.end))


def is_letter(text: Text, blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a letter whose head got lost begins here: it is addressed to somebody, and it ends as one."""
    above = sum(len(text.norm[b.span.start : b.span.end].split()) for b in blocks[:at])
    if not is_addressed(text, blocks[at].span) or above > _FRAMED:
        return False
    lines = (text.norm[b.span.start : b.span.end] for b in blocks[at + 1 :] if isinstance(b, Paragraph))
    return not any(_SUBJECT.match(text.low, b.span.start) for b in blocks[at + 1 : at + 4]) and any(
        RECIPIENTS.match(line) for line in lines
    )


def as_letter(text: Text, head: Head, spans: Sequence[Span]) -> Head:
    """Take a symbol for that of a letter whose body goes by the letters of a type: "Số: 12/CT-CS" of the Cục Thuế.

    A directive or a circular is headed as what it is, and addressed to nobody.
    """
    addressed = any(is_addressed(text, span) for span in spans[:_HEAD])
    subject = bool(spans) and _SUBJECT.match(text.low, spans[0].start, spans[0].end) is not None
    if head.form not in _UNADDRESSED or head.symbol is None or head.symbol.form is None or not (addressed and subject):
        return head
    symbol = replace(head.symbol, form=None, organs=(head.symbol.form, *head.symbol.organs))
    return replace(head, form="cong-van", symbol=symbol)


def read_letter_head(text: Text, head: Head, above: Sequence[Span], spans: Sequence[Span]) -> tuple[Head, int]:
    """Read a letter's head: the subject is the title, number and date may stand below it, the addressees follow.

    Returns the head and how many of *spans* belong to it; *above* are the lines before the subject.
    """
    used = 0
    while used < len(spans) and not is_addressed(text, spans[used]):
        used += 1
        if used > _HEAD:
            return replace(head, form="cong-van", title=_subject(text, spans[:1])), 1
    end = _addressees(text, spans, used + 1)
    head = _completed(text, head, spans[1:end])
    return replace(head, form="cong-van", title=_subject(text, [*spans[:used], *reversed(above)])), end


def _subject(text: Text, lines: Sequence[Span]) -> Span | None:
    """Find the subject, on a line of its own or behind the number; one broken in two goes on below."""
    for at, span in enumerate(lines):
        own = _SUBJECT.match(text.low, span.start, span.end)
        inside = own or _inside(text, span)
        if inside:
            end = _last(text, lines[at:]) if own else span.end
            return text.trim(Span(span.start if own else inside.start(), end), " \t\n*")
    return None


def _inside(text: Text, span: Span) -> re.Match[str] | None:
    """Find a subject that stands on the line of the number."""
    found = _SUBJECT_INSIDE.search(text.low, span.start, span.end)
    if found is None or found.group() == "v/v":
        return found
    return found if _NUMBERED.fullmatch(text.low, span.start, found.start()) else None


def _last(text: Text, lines: Sequence[Span]) -> int:
    """Tell where a subject ends that a narrow column breaks into several lines."""
    end = lines[0].end
    for line in lines[1:3]:
        low = text.low[line.start : line.end]
        other = (
            is_motto(low) or _DATED.match(low) or _NUMBER.match(low.lstrip()) or text.norm[line.start :][:20].isupper()
        )
        if other or line.start < end or text.norm[end : line.start].strip():
            break
        end = line.end
    return end


def _addressees(text: Text, spans: Sequence[Span], used: int) -> int:
    """Pass over the lines that name whom a letter is sent to, and over what a second column sets among them."""
    while used < len(spans):
        low = text.low[spans[used].start : spans[used].end]
        if not (low.lstrip().startswith(("-", "+")) or is_motto(low[:80]) or (len(low) < 80 and _DATED.match(low))):
            break
        used += 1
    return used


def _completed(text: Text, head: Head, lines: Sequence[Span]) -> Head:
    """Take number, place and date from *lines* where the head has none yet."""
    if head.symbol is None:
        symbol, place = read_number(text, lines)
        head = replace(head, symbol=symbol, symbol_span=place)
    if head.date is None:
        date, span, where = read_date(text, lines)
        head = replace(head, date=date, date_span=span, place=where)
    return head
