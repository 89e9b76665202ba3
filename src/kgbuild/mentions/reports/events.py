"""Events: named conferences, ceremonies, fairs and contests, with the days that the sentence says are theirs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.language import UPPER, parse_date
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.spans import Spans
from kgbuild.mentions.thing_names import read_name
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.people import EventMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_NOUNS = (
    r"hội nghị|hội thảo|hội thi|hội chợ|ngày hội|triển lãm|diễn đàn|tuần lễ|cuộc thi|liên hoan|tọa đàm|sự kiện|"
    r"lễ (?:khai mạc|kỷ niệm|trao|công bố|phát động|tôn vinh|ký kết|ra mắt|bế mạc|khởi động)|techfest|techmart|techdemo"
)
_HEAD = re.compile(rf"(?<![^\W_])(?:{_NOUNS})(?![^\W_])")
# what says that the words behind it name an event that is held, opened or joined
_HELD = re.compile(
    r"(?:tổ chức|khai mạc|bế mạc|tham dự|dự|tham gia|diễn ra|đăng cai|phát động|hưởng ứng|chủ trì|phối hợp tổ chức)"
    r"(?:\s+(?:thành công|chuỗi|sơ khảo|chung khảo|chương trình))?[\s“\"]*$"
)
_AFTER_LIST = re.compile(r"(?:sự kiện|hoạt động)[^.;:]{0,60}(?:như|gồm)?\s*:\s*[“\"]?$")
_MOTHERS = re.compile(r"(?:nghị quyết|kết luận|chỉ thị|tại|của)\s*$")
_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
# Ngày 19/01/2024, tại …   Chiều ngày 15/01/2021, …   Từ ngày 12 đến ngày 15 tháng 10 năm 2020, …
_LEADING = re.compile(
    rf"\W*(?:(?:sáng|trưa|chiều|tối)\s*,?\s*)?(?:ngày\s+)?(?P<day>{_DAY})(?:\s*,|\s+tại|\s*\)|\s+(?={_NOUNS}|sở|ubnd))"
)
_SPANNED = re.compile(
    rf"(?:từ\s+)?(?:ngày\s+)?(?P<first>\d{{1,2}}(?:[/.]\d{{1,2}})?)\s*(?:-|đến(?:\s+ngày)?)\s*(?P<last>{_DAY})"
)
_OWN = re.compile(
    rf"[”\"\s]*(?:\(\s*(?:ngày\s+)?(?P<bracket>{_DAY})\s*\)|,?\s*(?:sẽ\s+|đã\s+|được\s+)*(?:diễn ra|tổ chức)\s+"
    rf"(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?P<said>{_DAY})|\s+vào\s+ngày\s+(?P<into>{_DAY}))"
)
_OBSERVED = re.compile(
    rf"(?<![^\W_])[Nn]gày\s+(?P<name>[{UPPER}](?:[^\W\d_]|\s){{5,70}}?)\s*\(\s*(?:ngày\s+)?(?P<day>{_DAY})\s*\)"
)
_PLACE = re.compile(r"\s*,?\s*tại\s+(?P<place>[^,.;]{3,80})\s*,")
_CLOSE = re.compile(r"[”\"]")
_FEWEST_WORDS = 3
_REACH = 600


def read_events(
    text: Text, part: Part, reader: AgencyReader, citations: Sequence[CitationMention] = ()
) -> Iterator[EventMention]:
    """Read the named events; a day is theirs only where the sentence opens with it or says it right behind the name.

    The day on which a report was published, or that an event celebrates, is never the event's.
    """
    cited = Spans(c.span for c in citations)
    title = [part.head.title] if part.head.title and part.kind == "news" else []
    spans = [*title, *(item.content for item in part.items)]
    for at, span in enumerate(spans):
        for mention in _read(text, span, reader, is_title=span in title):
            if not cited.meet(Span(mention.span.start, mention.span.start + 1)):
                yield replace(mention, reported=part.kind == "news" and at <= len(title))


def _read(text: Text, span: Span, reader: AgencyReader, *, is_title: bool) -> Iterator[EventMention]:
    last: EventMention | None = None
    for head in _HEAD.finditer(text.low, span.start, span.end):
        if last is not None and head.start() < last.span.end:
            continue
        opening = Span(_sentence_start(text, span, head.start()), head.start())
        dated = _LEADING.match(text.low, opening.start, opening.end) or _SPANNED.match(
            text.low, opening.start, opening.end
        )
        if not _held(text, span, head.start(), last, is_title=is_title):
            continue
        if not text.norm[head.start()].isupper() and not dated:
            continue
        mention = _named(text, span, head)
        if mention is not None:
            last = _described(text, mention, opening, dated, reader, span)
            yield last
    for match in _OBSERVED.finditer(text.norm, span.start, span.end):
        day = parse_date(match["day"])
        if day and len(match["name"].split()) >= _FEWEST_WORDS:
            name = Span(match.start(), match.end("name"))
            yield EventMention(name, name, day, day, Span(match.start("day"), match.end("day")))


def _sentence_start(text: Text, span: Span, at: int) -> int:
    first = max(span.start, at - _REACH)
    stops = list(re.finditer(r"[.!?]\s+(?=[^\W\d_])|\n\s*\n", text.norm[first:at]))
    return first + (stops[-1].end() if stops else 0)


def _held(text: Text, span: Span, at: int, last: EventMention | None, *, is_title: bool) -> bool:
    """Tell whether the words before say that an event follows: it is held, or stands in a list behind one."""
    before = text.low[max(span.start, at - 120) : at]
    if is_title and not before.strip():
        return True
    if (
        last is not None
        and at < last.span.end + 20
        and re.fullmatch(r"[”\"\s]*(?:[;,]|và)\s*", text.low[last.span.end : at])
    ):
        return True
    return bool(_HELD.search(before) or _AFTER_LIST.search(before)) and not _MOTHERS.search(before)


def _named(text: Text, span: Span, head: re.Match[str]) -> EventMention | None:
    start = text.trim(Span(head.end(), min(span.end, head.end() + 20))).start
    if start >= span.end:
        return None
    if head.start() > span.start and text.norm[head.start() - 1] in '“"':
        close = _CLOSE.search(text.norm, start, min(span.end, start + _REACH))
        span = Span(span.start, close.start() if close else start)
    name = read_name(text, Span(start, span.end)) if start < span.end else None
    if name is None:
        return None
    end = max(name.whole.end, name.period.end if name.period else 0)
    short = re.search(r"\s+(?:và\s+)?(?=(?:" + _NOUNS + r")(?![^\W_]))", text.low[name.core.start : end])
    if short and short.start() > 0:
        end = name.core.start + short.start()
    words = text.norm[name.core.start : end].split()
    if len(words) < _FEWEST_WORDS or (name.ended == "clause" and len(words) < _FEWEST_WORDS + 2):
        return None
    whole = text.trim(Span(head.start(), end), " \t\n,;")
    return EventMention(whole, whole)


def _described(
    text: Text, mention: EventMention, opening: Span, dated: re.Match[str] | None, reader: AgencyReader, span: Span
) -> EventMention:
    """Add the days, the place and who holds the event, as its sentence says them."""
    own = _OWN.match(text.low, mention.span.end, span.end)
    start = end = ""
    date_span = None
    if own:
        group = next(g for g in ("bracket", "said", "into") if own[g])
        start = end = parse_date(own[group]) or ""
        date_span = Span(own.start(group), own.end(group))
    elif dated and _holds(text, opening):
        if "first" in dated.groupdict():
            start, end = _days(dated["first"], dated["last"])
        else:
            start = end = parse_date(dated["day"]) or ""
        date_span = Span(dated.start(), dated.end()) if start else None
        date_span = text.trim(date_span, " \t\n,") if date_span else None
    place = _PLACE.search(text.norm, dated.end() - 4 if dated else opening.start, opening.end) if dated else None
    return replace(
        mention,
        start_date=start,
        end_date=end,
        date_span=date_span,
        organiser=_organiser(text, opening, reader),
        place=Span(place.start("place"), place.end("place")) if place else None,
    )


def _holds(text: Text, opening: Span) -> bool:
    return bool(
        re.search(
            r"(?:tổ chức|khai mạc|diễn ra|phát động)(?:\s+\w+){0,2}[\s“\"]*$", text.low[opening.start : opening.end]
        )
    )


def _days(first: str, last: str) -> tuple[str, str]:
    """Read "12" and "15 tháng 10 năm 2020" as the two days."""
    end = parse_date(last) or ""
    numbers = [int(n) for n in re.findall(r"\d+", first)]
    if not end or not numbers:
        return "", ""
    month = numbers[1] if len(numbers) > 1 else int(end[5:7])
    start = parse_date(f"{numbers[0]}/{month}/{end[:4]}") or ""
    return (start, end) if start and start <= end else ("", "")


def _organiser(text: Text, opening: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read the body that stands right before "(đã) tổ chức": the last clause of what leads to the event."""
    verb = re.search(
        r"(?:^|\s)(?:đã\s+|sẽ\s+)?(?:tổ chức|khai mạc|phát động)(?:\s+\w+){0,2}[\s“\"]*$",
        text.low[opening.start : opening.end],
    )
    if verb is None:
        return None
    limit = opening.start + verb.start()
    cuts = [m.end() for m in re.finditer(r",\s+|^", text.norm[opening.start : limit])]
    for cut in cuts:
        bodies, end = reader.read_list(text, Span(opening.start + cut, limit))
        if len(bodies) == 1 and bodies[0].record and not text.norm[end:limit].strip(" ,"):
            return bodies[0]
    return None
