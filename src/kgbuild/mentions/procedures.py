"""Rules of procedure: sentences that set a limit counted from an event, and the numbered notes of a report."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Item, Part, Zone
from kgbuild.model.text import Text
from kgbuild.model.things import RuleMention, TimeLimit

_COUNT = (
    r"(?P<count>\d{1,3})\s*(?:\([^)]{2,20}\)\s*)?"
    r"(?P<unit>ngày(?:\s+làm\s+việc)?|giờ(?:\s+làm\s+việc)?|tuần|tháng|năm)\s*,?"
)
_EVENT = r"(?P<event>(?!(?:ngày\s+)?\d)[^.;,:()]{4,140})"
# chậm nhất 30 ngày làm việc trước khi kết thúc …   ít nhất 15 ngày trước ngày tổ chức …
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:chậm nhất|muộn nhất|ít nhất|tối thiểu|trước)\s+(?:là\s+)?{_COUNT}\s+"
    rf"(?:trước khi|trước ngày|trước thời điểm|trước)\s+{_EVENT}"
)
# không quá 15 ngày kể từ ngày nhận được …   trong thời hạn 05 ngày làm việc, kể từ …
_AFTER = re.compile(
    rf"(?<![^\W_])(?:(?:trong\s+)?(?:thời hạn|thời gian|vòng)(?:\s+(?:không quá|tối đa))?|chậm nhất|muộn nhất|"
    rf"không quá|tối đa|trong|sau)\s+(?:là\s+)?(?:sau\s+)?{_COUNT}\s+"
    rf"(?:kể từ|tính từ|từ)\s+(?:(?:ngày|khi|thời điểm)\s+)?{_EVENT}"
)
_IN_FORCE = re.compile(r"có hiệu lực|hết hiệu lực|hiệu lực thi hành")
_NOTES = re.compile(r"(?:lưu ý|trình tự|thủ tục|quy trình)[^:.;]{0,60}:\s*(?=1[.)]\s)")
_NOTE = re.compile(r"(?:^|(?<=[;.]\s))(?P<number>\d{1,2})[.)]\s+")
_SENTENCE = re.compile(r"[.;](?=\s|$)|\n\s*\n")
_FEWEST_NOTES = 3
_REACH = 1500


def read_rules(text: Text, part: Part, citations: Sequence[CitationMention]) -> Iterator[RuleMention]:
    """Read the rules of procedure of a document: its numbered notes, and each sentence with a limit of time."""
    provisions = sorted(_provisions(citations))
    for item in part.items:
        notes = list(_notes(text, item))
        for note in notes:
            yield RuleMention(note, item.path, _limit(text, note), _reference(note, provisions))
        if item.zone in (Zone.PREAMBLE, Zone.BASIS) or notes:
            continue
        taken = item.content.start
        for match in sorted((*_limits(text, item.content),), key=lambda m: m.start()):
            sentence = _sentence(text, Span(max(taken, match.start() - _REACH), item.content.end), match)
            if match.start() < taken or _IN_FORCE.search(text.low, sentence.start, sentence.end):
                continue
            taken = sentence.end
            yield RuleMention(sentence, item.path, _limit(text, sentence), _reference(sentence, provisions))


def _notes(text: Text, item: Item) -> Iterator[Span]:
    """Cut "… cần lưu ý như sau: 1. …; 2. …" into its notes; numbers out of order are no list."""
    lead = _NOTES.search(text.low, item.content.start, item.content.end)
    if lead is None:
        return
    cuts: list[re.Match[str]] = []
    pattern = re.compile(_NOTE.pattern)
    for match in pattern.finditer(text.norm[lead.end() : item.content.end]):
        if int(match["number"]) == len(cuts) + 1:
            cuts.append(match)
    if len(cuts) < _FEWEST_NOTES:
        return
    ends = [lead.end() + match.start() for match in cuts[1:]] + [item.content.end]
    for match, end in zip(cuts, ends, strict=True):
        yield text.trim(Span(lead.end() + match.end(), end), " \t\n.;")


def _limits(text: Text, span: Span) -> Iterator[re.Match[str]]:
    yield from _BEFORE.finditer(text.low, span.start, span.end)
    yield from _AFTER.finditer(text.low, span.start, span.end)


def _limit(text: Text, span: Span) -> TimeLimit | None:
    """Read the first limit of a sentence."""
    match = min(_limits(text, span), key=lambda m: m.start(), default=None)
    if match is None:
        return None
    event = Span(match.start("event"), match.end("event"))
    cut = re.search(
        r"\s+(?:và|thì|phải|có trách nhiệm|được|cơ quan|sở |ủy ban |ubnd )", text.low[event.start : event.end]
    )
    if cut and cut.start() >= 12:
        event = Span(event.start, event.start + cut.start())
    event = text.trim(event)
    return TimeLimit(
        Span(match.start(), event.end),
        int(match["count"]),
        " ".join(match["unit"].split()),
        "before" if match.re is _BEFORE else "after",
        event,
    )


def _provisions(citations: Sequence[CitationMention]) -> Iterator[Span]:
    """List the words that name provisions of a document: "từ Điều 18 đến Điều 26 của Quyết định 05/2021/QĐ-UBND"."""
    for citation in citations:
        if citation.part:
            start, end = min(citation.part.start, citation.span.start), max(citation.part.end, citation.span.end)
            yield Span(start, end)


def _reference(span: Span, provisions: Sequence[Span]) -> Span | None:
    """Give the first of the *provisions*, sorted, that a rule names."""
    at = bisect_left(provisions, Span(span.start, span.start))
    return provisions[at] if at < len(provisions) and span.covers(provisions[at]) else None


def _sentence(text: Text, span: Span, match: re.Match[str]) -> Span:
    start = span.start
    for stop in _SENTENCE.finditer(text.norm, span.start, match.start()):
        start = stop.end()
    last = min(span.end, match.end() + _REACH)
    end = _SENTENCE.search(text.norm, match.end(), last)
    return text.trim(Span(start, end.start() if end else last), " \t\n.;")
