"""What stands beside the number or name of a cited document: date, term of the congress, issuer."""

import re
from dataclasses import replace

from kgbuild.language import DATE, ENGLISH_DATE, UPPER, parse_date
from kgbuild.mentions.citing.citation_names import Anchor
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_TAIL_DATE = re.compile(
    rf"\s*,?\s*(?:được\s+)?(?:ký\s+|ban hành\s+)?(?P<open>\(\s*)?(?:ngày|ngày\s*:)?\s*(?<!\d){DATE}(?(open)\)?)"
    rf"|\s*(?:dated|of)\s+{ENGLISH_DATE}",
    re.IGNORECASE,
)
# "của Hội nghị Trung ương lần thứ sáu khóa XIII" names no body, but the term of the committee that met
_PLENUM = (
    r"(?:\s*,?\s*(?:của\s+|tại\s+)?hội nghị\s+trung ương(?:\s+đảng)?\s+(?:lần thứ\s+)?(?:\d{1,2}|\w+(?:\s+\w+)?)"
    r"(?=\s*,?\s*\(?(?:khóa|khoá)\s))?"
)
_TERM = re.compile(rf"{_PLENUM}\s*,?\s*\(?(?:khóa|khoá)\s+[ivxl]+\)?(?:\s*,?\s*nhiệm kỳ\s+\d{{4}}\s*-\s*\d{{4}})?")
# the conference that a committee held is not the committee: "của Hội nghị lần thứ năm Ban Chấp hành Trung ương"
_OF = re.compile(
    r"\s*,?\s*của\s+(?:(?:đồng chí|đ/c)\s+)?"
    r"(?:hội nghị\s+(?:(?:trung ương\s+)?lần thứ\s+\w+(?:\s+\w+)?\s*,?\s+)(?=ban chấp hành|bch\b))?"
)
# "… của Chính phủ, ngày 05/7/2024 Bộ Tài chính đã ban hành …": the day of what is said next
_NEXT_CLAUSE = re.compile(rf"\s+[{UPPER}]")
# "tại Thông báo số 99-TB/TW ngày 21/11/2025, của | Ban Bí thư tại văn bản số …": the issuer of the document said next
_OF_NEXT = re.compile(r"[^.;:,\d]{3,80}\stại\s+[^.;:,\d]{2,40}\ssố\s")
_ANNOUNCES = re.compile(
    r"(?<![^\W_])các\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?\s+của\s+(?P<body>[^.;:\n]{3,90}?)(?=\s*[:,]?\s*$)"
)
# in capitals the name of a body does not tell where what the document is about begins
_TITLE = re.compile(
    r"\s(?:về|thực hiện|triển khai|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|tại kỳ họp|khóa|khoá)(?![^\W_])"
)
_AT = 30  # characters before a citation in which "tại" or "đã ký ban hành" stands
_TAI = re.compile(r"\s+tại\s*$")
_LONGEST = 90  # characters: no name of an issuer is longer
_TERM_FAR = 30  # characters behind an issuer in which its term stands


def with_tail(text: Text, anchor: Anchor, limit: int, reader: AgencyReader) -> Anchor:
    """Read date, term and issuer behind the core, in either order."""
    end, date, issuer, said = anchor.span.end, anchor.date, anchor.issuer, anchor.term
    for _ in range(3):
        dated = _TAIL_DATE.match(text.low, end, limit) if date is None else None
        if dated and issuer and _NEXT_CLAUSE.match(text.norm, dated.end(), limit):
            break
        if dated and (found := parse_date(dated.group())):
            date, end = found, dated.end()
            continue
        term = _TERM.match(text.low, end, limit)
        if term and anchor.symbol is not None:
            end = term.end()
            said = said or _term_of(term.group())
        of = _OF.match(text.low, end, limit) if issuer is None else None
        if of and date and _OF_NEXT.match(text.low, of.end()):
            break
        if of and anchor.rule not in ("described",):
            first = _issuing(text, Span(of.end(), limit), reader)
            if first and not first.group:
                issuer, end = first, first.span.end
                term = _TERM.match(text.low, end, limit)
                end = term.end() if term else end
                said = said or _term_of(text.low[issuer.span.start : min(limit, end + _TERM_FAR)])
                continue
        break
    return replace(anchor, span=close(text, Span(anchor.span.start, end)), date=date, issuer=issuer, term=said)


def _issuing(text: Text, span: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read the body that *span* opens with; in capitals its name does not tell where the title begins."""
    bodies, _after = reader.read_list(text, span)
    first = bodies[0] if bodies else None
    title = _TITLE.search(text.low, first.span.start, first.span.end) if first and not first.record else None
    if title:
        known, _after = reader.read_list(text, Span(span.start, title.start()))
        first = known[0] if known and known[0].record else first
    return first


def close(text: Text, span: Span) -> Span:
    """Take in the bracket that closes one which opens in *span*: "Luật Thủ đô (sửa đổi)"."""
    opened = text.norm.count("(", span.start, span.end) > text.norm.count(")", span.start, span.end)
    return Span(span.start, span.end + 1) if opened and text.norm[span.end : span.end + 1] == ")" else span


def _term_of(low: str) -> str:
    """Read the term of a congress: "khóa XI", "lần thứ 6 (khóa XI)"."""
    match = re.match(r"[^.;“]{0,80}?(?:khóa|khoá)\s+([ivxl]+)", low)
    return match[1].upper() if match else ""


def issuer_before(text: Text, anchor: Anchor, span: Span, reader: AgencyReader) -> Anchor:
    """Read "Bộ Chính trị tại Kết luận số …": the issuer stands before the citation."""
    if anchor.issuer is not None or anchor.symbol is None:
        return anchor
    if _bare(text, anchor) and (announced := _announced(text, anchor, span, reader)):
        return replace(anchor, issuer=announced)
    issuer = body_before(text, anchor, span, reader, _TAI)
    return replace(anchor, issuer=issuer) if issuer else anchor


def body_before(
    text: Text, anchor: Anchor, span: Span, reader: AgencyReader, cue: re.Pattern[str]
) -> AgencyMention | None:
    """Read the one known body that ends where *cue* begins, right before a citation."""
    near = max(span.start, anchor.span.start - _AT)
    lead = cue.search(text.low[near : anchor.span.start])
    if not lead:
        return None
    end = near + lead.start()
    for match in re.finditer(r"(?<![^\W_])[^\W\d_]+", text.norm[max(span.start, end - _LONGEST) : end]):
        start = max(span.start, end - _LONGEST) + match.start()
        if not text.norm[start].isupper():
            continue
        bodies, after = reader.read_list(text, Span(start, end))
        if len(bodies) == 1 and not bodies[0].group and after == end and bodies[0].record:
            return bodies[0]
    return None


def _bare(text: Text, anchor: Anchor) -> bool:
    """Tell a number whose type word stands at the head of a list: "số 547/QĐ-BCT"."""
    return text.low.startswith("số", anchor.span.start)


def _announced(text: Text, anchor: Anchor, span: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read the body that a list announces with the type word: "các Quyết định của Bộ trưởng Bộ Công Thương: số …"."""
    begin = max(span.start, anchor.span.start - _LONGEST - _TERM_FAR)
    said = _ANNOUNCES.search(text.low, begin, anchor.span.start)
    if said is None:
        return None
    bodies, after = reader.read_list(text, Span(*said.span("body")))
    return bodies[0] if len(bodies) == 1 and not bodies[0].group and after == said.end("body") else None


def share_issuers(text: Text, anchors: list[Anchor]) -> list[Anchor]:
    """Give each document of a list the issuer that is said once after the last one, or before the first.

    A submission and the paper of another type that goes with it share their day as well.
    """
    out = list(anchors)
    for at in range(len(out) - 2, -1, -1):
        here, after = out[at], out[at + 1]
        if here.issuer or here.symbol is None or after.symbol is None or not (after.issuer or after.date):
            continue
        between = text.low[here.span.end : after.span.start]
        if re.fullmatch(r"\s*(?:,|;|và|hoặc)?\s*(?:số\s*)?", between) and here.symbol.organ == after.symbol.organ:
            together = here.form == "to-trinh" != after.form and between.strip() == "và" and here.date is None
            out[at] = replace(here, issuer=after.issuer, date=after.date if together else here.date)
    for at in range(1, len(out)):
        here, before = out[at], out[at - 1]
        if (
            here.issuer
            or here.symbol is None
            or before.symbol is None
            or not (_bare(text, here) and _bare(text, before))
        ):
            continue
        if here.symbol.organ == before.symbol.organ and ". " not in text.low[before.span.end : here.span.start]:
            out[at] = replace(here, issuer=before.issuer)
    return out
