"""Citations: which document cites which, in what relation, told by cue and position (direct edges only)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kgbuild.language import UPPER, fold
from kgbuild.mentions.citing.anchors import find_anchors
from kgbuild.mentions.citing.citation_names import Anchor, CitationNames
from kgbuild.mentions.citing.cited_titles import title_after
from kgbuild.mentions.citing.issued_on import dated_as_passed, issued_on
from kgbuild.mentions.citing.nested import goes_on_below, is_later
from kgbuild.mentions.citing.own_names import OwnNames, is_made
from kgbuild.mentions.citing.relations import (
    CENTRE,
    SAME,
    direct_relation,
    lapses,
    list_kind,
    opening_kind,
    opens_item,
    relation_of,
)
from kgbuild.mentions.citing.said_days import numbered
from kgbuild.mentions.citing.said_numbers import completed
from kgbuild.mentions.citing.short_names import read_short_names
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Part, Zone
from kgbuild.model.text import Text

_PART = re.compile(
    r"((?:từ\s+)?(?:(?:điểm\s+[a-zđ]\s*,?\s*)?khoản\s+\d+\s*,?\s*)?Điều\s+\d+[a-zđ]?(?:\s*(?:,|và|đến|-)\s*(?:Điều\s+)?\d+[a-zđ]?)*)\s*,?\s*(?:của\s+)?$",
    re.IGNORECASE,
)

_UNFINISHED = re.compile(
    r"(?<![^\W_])(?:giám đốc|chủ tịch|trưởng|chánh văn phòng|ban chấp hành|ban thường vụ|sở|bộ|cục|vụ|của|số|ngày|"
    r"tháng|năm|tại|theo|về|và|các)\s*$"
)
_LISTS = re.compile(
    r"\W*(?:các\s+)?căn\s+cứ(?:\s+pháp\s+lý|\s+vào\s+các\s+văn\s+bản|\s+các\s+văn\s+bản)?\W*:\W*(?:[-+•*]|$)"
)
_BULLETS = "-+•*"
# "Căn cứ Luật A ngày …; | Luật sửa đổi, bổ sung một số điều của Luật A ngày …;"
_NEXT_LAW = re.compile(r"(?:luật|bộ luật|pháp lệnh)\s+[^\W\d_]")
_SHORT = 5  # words: no recital says so little and stops without a mark, as "Căn cứ Luật Tổ chức"
_JOINED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:các\s+)?(?:số\s*:?\s*)?")
_RECITALS = (Zone.PREAMBLE, Zone.BASIS)
_PLACES = {Zone.PREAMBLE: "preamble", Zone.BASIS: "basis", Zone.ARTICLE: "article"}

_CONSOLIDATED = "van-ban-hop-nhat"
_ENDS = ("amends", "replaces", "repeals")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is the same for all citations of one document; `central` where an organ of the Party's centre issued it."""

    text: Text
    names: CitationNames
    reader: AgencyReader
    own: OwnNames
    news: bool
    central: bool = False


def read_citations(
    text: Text, part: Part, names: CitationNames, reader: AgencyReader, carrier: Part | None = None
) -> tuple[CitationMention, ...]:
    """Read every citation of a document: title, recitals, body, table cells and the line that names its carrier."""
    own = OwnNames.of(text, part).and_of(text, carrier)
    central = part.head.symbol is not None and part.head.symbol.organ in CENTRE
    scene = _Scene(text, names, reader, own, part.kind == "news", central)
    found: list[CitationMention] = []
    listed = announcing = ""
    for span, place, section in _regions(text, part):
        at = len(found)
        _region(scene, span, place, section, found)
        # a list ends where the article ends that announces it, or the point of it
        if place != "article" or not f"{section}.".startswith(f"{announcing}."):
            listed = announcing = ""
        if place == "article" and (announced := list_kind(text.low[span.start : span.end])):
            listed, announcing = announced, section
        elif place == "article" and at < len(found) and opens_item(text.norm[span.start : found[at].span.start]):
            ends = listed or ("repeals" if lapses(text.low, found[at].span.end, span.end) else "")
            for one in range(at, _joined_to(text, found, at) if ends else at):
                found[one] = replace(found[one], kind=ends)
        else:
            listed = announcing = ""
    if part.head.form == _CONSOLIDATED:  # what the merged text replaced was replaced long before
        found = [replace(m, kind="cites") if m.subject < 0 and m.kind in _ENDS else m for m in found]
    organs = {record.id: record.symbol for record in reader.lexicon.knowledge.agencies.values()}
    found = numbered(completed(found), organs)
    if part.kind == "news":
        found = dated_as_passed(text, [item.span for item in part.items], found)
    return (*found, *read_short_names(text, part, found, reader), *_promulgated(text, part, names))


def _joined_to(text: Text, found: list[CitationMention], at: int) -> int:
    """Tell where the documents end that are joined to the one at *at* by a comma or "và"."""
    end = at + 1
    while end < len(found) and _JOINED.fullmatch(text.low, found[end - 1].span.end, found[end].span.start):
        end += 1
    return end


def _regions(text: Text, part: Part) -> Iterator[tuple[Span, str, str]]:
    """List the stretches of text that may cite, with their place in the document and the path of their section."""
    head = part.head
    if head.title:
        yield head.title, "title", ""
    if head.carried_by:
        carried = part.carrier >= 0 or (head.symbol is None and _is_issuers(text, head.authority, head.carried_by))
        yield head.carried_by, "carried" if carried else "title", ""
    recital: Span | None = None
    for item in part.items:
        if recital and (item.zone not in _RECITALS or not _broken_off(text, recital, item.span)):
            yield recital, "preamble", ""
            recital = None
        if item.zone in _RECITALS and not item.path:
            recital = Span(recital.start if recital else item.span.start, item.span.end)
        else:
            yield item.span, _PLACES.get(item.zone, "body"), item.path
    if recital:
        yield recital, "preamble", ""
    for note in part.notes:
        yield note, "note", ""
    for table in part.tables:
        for group in table.groups:
            yield group.heading, "body", group.path
        for row in table.rows:
            for cell in row.cells.values():
                yield cell, "body", row.group


def _is_issuers(text: Text, authority: Span | None, line: Span) -> bool:
    """Tell "(Ban hành kèm theo Nghị quyết số … của Chính phủ)" below "CHÍNH PHỦ" from a line on another's document."""
    return authority is None or fold(text.words(authority)) in fold(text.words(line))


def _broken_off(text: Text, recital: Span, after: Span) -> bool:
    """Tell whether a recital goes on in the next paragraph, where a page broke its line: "Xét đề nghị của Giám đốc"."""
    if not opening_kind(text.low[recital.start : recital.end]) or opening_kind(text.low[after.start : after.end]):
        return False
    low = text.low[recital.start : recital.end]
    if _LISTS.match(low) and text.norm[after.start] in _BULLETS:
        return not text.norm[recital.end : after.start].strip()
    if low.endswith(";") and opening_kind(low) == "legalBasis" and _NEXT_LAW.match(text.low, after.start, after.end):
        return not text.norm[recital.end : after.start].strip()
    short = len(low.split()) <= _SHORT and low[-1].isalnum()
    return (short or bool(_UNFINISHED.search(low))) and not text.norm[recital.end : after.start].strip()


_ATTACHES = re.compile(r"ban hành\s+(?:kèm\s+)?theo\s+[^\W\d_]+\s+[^\W\d_]+\s+này\s*,?\s*(?:là\s+|:\s*|bản\s+)?")


def _promulgated(text: Text, part: Part, names: CitationNames) -> Iterable[CitationMention]:
    """Read "Ban hành kèm theo Quyết định này Kế hoạch …": the carrier promulgates what is attached to it."""
    for item in part.items:
        if item.zone is not Zone.ARTICLE:
            continue
        match = _ATTACHES.search(text.low, item.content.start, item.content.end)
        if not match:
            continue
        rest = text.norm[match.end() : item.content.end]
        stop = re.search(r"[;.](?=\s|$)", rest)
        span = text.trim(Span(match.end(), match.end() + (stop.start() if stop else len(rest))))
        words = tokens(text, span)
        form = names.forms.longest(words, 0) if words else None
        if form:
            yield CitationMention(
                span, "promulgates", form[0], name=text.words(span), rule="attached", section=item.path
            )


def _region(scene: _Scene, span: Span, place: str, section: str, found: list[CitationMention]) -> None:
    text = scene.text
    anchors = [a for a in find_anchors(text, span, scene.names, scene.reader) if not _is_own(scene, span, a)]
    opening = opening_kind(text.low[span.start : span.end]) if place in ("preamble", "basis") else ""
    if place == "basis":  # below "Căn cứ lập kế hoạch" no item says again what it is
        place, opening = "preamble", opening or "legalBasis"
    offset = len(found)
    for at, anchor in enumerate(anchors):
        before = anchors[at - 1] if at else None
        lead = Span(before.span.end if before else span.start, anchor.span.start)
        previous = found[offset + at - 1] if before else None
        subject, kind, renews = relation_of(text, lead, anchor, previous, offset + at - 1)
        if previous is not None and _SENTENCE.search(text.norm, lead.start, lead.end):
            opening = ""  # said of the sentence it opens
        if opening and (clause := text.low.rfind(";", lead.start, lead.end)) >= 0:
            opening = opening_kind(text.low[clause + 1 : lead.end]) or opening  # "…; xét đề nghị của … tại Công văn"
        if subject >= 0 and is_later(anchor, found[subject]):
            subject, kind, renews = -1, "", False  # no title names what was issued after it
        if subject >= 0 and goes_on_below(text, lead, anchor, found[subject]):
            subject, kind, renews = -1, "", False  # nor does the centre's what a province issued: the recital goes on
        if subject < 0 and kind == SAME and previous is not None:
            proposed = opening == "onSubmission" and anchor.form == "to-trinh"  # "Xét Báo cáo … và Tờ trình số …"
            kind = opening if proposed else previous.kind
        elif subject < 0 and kind == "continues" and place == "title" and scene.central and _of_centre(anchor):
            renews = False  # the centre goes on with what it resolved itself
        elif subject < 0:
            kind = (
                "cites"
                if opening == "onSubmission" and before and _enclosed(text, span, anchor)
                else direct_relation(text, lead, kind, place, opening, anchor, scene.news)
            )
            renews = renews and kind == "implements"
            if place == "preamble" and not opening and kind == "implements":
                opening = kind  # "Để thực hiện A; B; C" says it of all three
        found.append(_mention(text, span, anchor, lead, kind, subject, renews, section))


def _of_centre(anchor: Anchor) -> bool:
    return anchor.symbol is not None and anchor.symbol.organ in CENTRE


def _is_own(scene: _Scene, span: Span, anchor: Anchor) -> bool:
    """Tell a described name that is the document's own, or that of what it sets out to make."""
    if anchor.rule != "described":
        return False
    lead = Span(span.start, anchor.span.start)
    return scene.own.holds(anchor.name) or is_made(scene.text, lead)


_SENTENCE = re.compile(rf"[^\W\d_]{{3}}(?:\s?\[\d+\])?\.\s+[{UPPER}]")
_PAPERS = re.compile(r"\(\s*(?:các\s+)?(?:công văn|văn bản|tờ trình|báo cáo)(?![^\W_])")
_REACH = 2000  # characters: what stands farther off says nothing of a citation


def _enclosed(text: Text, span: Span, anchor: Anchor) -> bool:
    """Tell whether a citation stands inside brackets that also close.

    Brackets that name the papers of who proposed are as good as "tại": "ý kiến của Bộ Y tế (văn bản số …)".
    """
    start, end = max(span.start, anchor.span.start - _REACH), min(span.end, anchor.span.end + _REACH)
    opened = text.norm.count("(", start, anchor.span.start) > text.norm.count(")", start, anchor.span.start)
    bracket = text.norm.rfind("(", start, anchor.span.start)
    return opened and text.norm.find(")", anchor.span.end, end) >= 0 and not _PAPERS.match(text.low, bracket)


def _mention(
    text: Text, span: Span, anchor: Anchor, lead: Span, kind: str, subject: int, renews: bool, section: str
) -> CitationMention:
    before = text.norm[lead.start : lead.end]
    part = _PART.search(before)
    return CitationMention(
        span=anchor.span,
        kind=kind,
        form=anchor.form,
        symbol=anchor.symbol,
        symbol_span=anchor.core if anchor.symbol else None,
        date=anchor.date or (issued_on(text, lead, span) if anchor.symbol else None),
        issuer=anchor.issuer,
        title=title_after(text, Span(anchor.span.end, span.end)),
        part=Span(lead.start + part.start(1), lead.start + part.end(1)) if part else None,
        name=anchor.name,
        term=anchor.term,
        subject=subject,
        draft=bool(re.search(r"dự thảo\s*$", before.lower()))
        or ("(sửa đổi" in anchor.name.lower() and not anchor.date),
        renews=renews,
        rule=anchor.rule,
        section=section,
        parties=anchor.parties,
    )
