"""Citations: which document cites which, in what relation, told by cue and position (direct edges only)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgbuild.language import fold
from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.anchors import Anchor, CitationNames, find_anchors
from kgbuild.mentions.names import tokens
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.structure import Part, Zone
from kgbuild.model.text import Text

# what stands right before a document and says how it is meant; one example each, the first that fits wins
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern + r"\W*(?:các\s+|nội dung\s+(?:của\s+)?|những\s+nội dung\s+)?$"))
    for kind, pattern in (
        (
            "continues",
            r"tiếp tục\s+(?:đẩy mạnh\s+)?(?:triển khai\s+)?(?:tổ chức\s+)?thực hiện",
        ),  # về tiếp tục thực hiện
        (
            "amends",
            r"sửa đổi,?\s*(?:và\s+)?bổ sung\s*,?\s*(?:cập nhật\s+|một số (?:điều|nội dung)\s+)?(?:của\s+|tại\s+)?",
        ),
        ("replaces", r"thay thế(?:\s+cho)?"),
        ("repeals", r"(?:bãi bỏ|hủy bỏ)(?:\s+(?:toàn bộ|một phần))?"),
        (
            "onSubmission",
            r"(?:đề nghị|xét|trình|đề xuất)(?:\s+[^;.]{0,200}?\s+tại)?",
        ),  # theo đề nghị của … tại Tờ trình
        (
            "implements",
            r"(?:triển khai|thực hiện|thi hành|cụ thể hóa)"
            r"(?:\s+(?:nghiêm(?:\s+túc)?|tốt|(?:có\s+)?hiệu quả|đồng bộ|đầy đủ))*",
        ),
        ("legalBasis", r"căn cứ"),
    )
)
_TITLE_CUE = re.compile(
    r"^\s*,?\s*[“\"(]?\s*(?:về|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|triển khai|thực hiện|"
    r"tiếp tục|thúc đẩy|phát triển|đẩy mạnh|cụ thể hóa|công bố|giao|tăng cường|"
    r"đột phá|kiện toàn|thành lập|chi tiết|kế hoạch|chương trình|[“\"])"
)
_OTHER_DOCUMENT = re.compile(
    r"(?:và|;|,)\s*(?:kế hoạch|chương trình|nghị quyết|chỉ thị|quyết định|kết luận)\b(?:(?!\bsố\b).){0,120}\bcủa\b"
)
_PART = re.compile(
    r"((?:từ\s+)?(?:(?:điểm\s+[a-zđ]\s*,?\s*)?khoản\s+\d+\s*,?\s*)?Điều\s+\d+[a-zđ]?(?:\s*(?:,|và|đến|-)\s*(?:Điều\s+)?\d+[a-zđ]?)*)\s*,?\s*(?:của\s+)?$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\(\s*(?:sau đây\s+)?(?:gọi|viết)(?:\s+(?:chung|tắt))*\s+là\s*:?\s*[“\"]?(?P<name>[^)”\"]{3,90})[”\"]?\s*\)"
)
_SAME = "same"  # said of a document that goes on a list: the relation of the one before it
_SUBMISSION = {"to-trinh", "cong-van", "bao-cao", "van-ban"}


def read_citations(text: Text, part: Part, names: CitationNames, reader: AgencyReader) -> tuple[CitationMention, ...]:
    """Read every citation of a document: title, recitals, body, table cells and the line that names its carrier."""
    found: list[CitationMention] = []
    news = part.kind == "news"
    head = part.head
    if head.title:
        _region(text, head.title, "title", "", found, names, reader, news)
    if head.carried_by:
        place = "carried" if part.carrier >= 0 or not (head.authority or head.symbol) else "title"
        _region(text, head.carried_by, place, "", found, names, reader, news)
    for item in part.items:
        place = (
            "preamble"
            if item.zone in (Zone.PREAMBLE, Zone.BASIS)
            else "article"
            if item.zone is Zone.ARTICLE
            else "body"
        )
        _region(text, item.span, place, item.path, found, names, reader, news)
    for table in part.tables:
        for group in table.groups:
            _region(text, group.heading, "body", group.path, found, names, reader, news)
        for row in table.rows:
            for cell in row.cells.values():
                _region(text, cell, "body", row.group, found, names, reader, news)
    return (*found, *_later_names(text, part, found, reader), *_promulgated(text, part, names))


_ATTACHES = re.compile(r"ban hành\s+(?:kèm\s+)?theo\s+[^\W\d_]+\s+[^\W\d_]+\s+này\s*(?:là\s+|:\s*|bản\s+)?")


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


def _region(
    text: Text,
    span: Span,
    place: str,
    section: str,
    found: list[CitationMention],
    names: CitationNames,
    reader: AgencyReader,
    news: bool,
) -> None:
    anchors = find_anchors(text, span, names, reader)
    opening = _opening_kind(text.low[span.start : span.end]) if place == "preamble" else ""
    offset = len(found)
    for at, anchor in enumerate(anchors):
        before = anchors[at - 1] if at else None
        lead = Span(before.span.end if before else span.start, anchor.span.start)
        previous = found[offset + at - 1] if before else None
        subject, kind, renews = _relation(text, lead, anchor, previous, offset + at - 1)
        if subject < 0 and kind == _SAME and previous is not None:
            kind = previous.kind
        elif subject < 0:
            kind = (
                "cites"
                if opening == "onSubmission" and _enclosed(text, span, anchor)
                else _direct(text, lead, kind, place, opening, anchor, news)
            )
            renews = renews and kind == "implements"
            if place == "preamble" and not opening and kind == "implements":
                opening = kind  # "Để thực hiện A; B; C" says it of all three
        following = anchors[at + 1].span.start if at + 1 < len(anchors) else span.end
        found.append(_mention(text, span, anchor, lead, kind, subject, renews, section, following))


def _enclosed(text: Text, span: Span, anchor: Anchor) -> bool:
    """Tell whether a citation stands inside brackets that also close."""
    opened = text.norm.count("(", span.start, anchor.span.start) > text.norm.count(")", span.start, anchor.span.start)
    return opened and text.norm.find(")", anchor.span.end, span.end) >= 0


def _mention(
    text: Text, span: Span, anchor: Anchor, lead: Span, kind: str, subject: int, renews: bool, section: str, limit: int
) -> CitationMention:
    before = text.norm[lead.start : lead.end]
    part = _PART.search(before)
    return CitationMention(
        span=anchor.span,
        kind=kind,
        form=anchor.form,
        symbol=anchor.symbol,
        symbol_span=anchor.core if anchor.symbol else None,
        date=anchor.date,
        issuer=anchor.issuer,
        title=_title_after(text, Span(anchor.span.end, span.end)),
        part=Span(lead.start + part.start(1), lead.start + part.end(1)) if part else None,
        name=anchor.name,
        term=anchor.term,
        subject=subject,
        draft=bool(re.search(r"dự thảo\s*$", before.lower())) or "(sửa đổi" in anchor.name.lower(),
        renews=renews,
        rule=anchor.rule,
        section=section,
    )


def _title_after(text: Text, span: Span) -> Span | None:
    """Take what the text says the document is about, up to the end of the clause."""
    match = re.match(
        r"\s*,?\s*((?:về|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|tiếp tục)\b|[“\"])",
        text.low[span.start : span.end],
    )
    if not match:
        return None
    rest = text.norm[span.start + match.start(1) : span.end]
    quote = re.match(r"(?:[^“\"]{0,40})[“\"][^”\"]{3,600}[”\"]", rest)
    if quote:
        stop = quote.end()
    else:
        cut = re.search(r";|\.(?=\s|$)|\(sau đây|\(gọi tắt|\)|, (?:ủy ban|ubnd|cụ thể)", rest, re.IGNORECASE)
        stop = cut.start() if cut else len(rest)
    title = text.trim(Span(span.start + match.start(1), span.start + match.start(1) + stop), " \n,;.")
    return title if 8 < len(title) < 700 else None


def _opening_kind(low: str) -> str:
    opening = " ".join(low.split()).lstrip(' -*_(“"')
    for kind, cue in (
        ("legalBasis", "căn cứ"),
        ("implements", "thực hiện"),
        ("implements", "triển khai"),
        ("onSubmission", "xét"),
        ("onSubmission", "theo đề nghị"),
        ("onSubmission", "trên cơ sở"),
    ):
        if opening.startswith(cue):
            return kind
    return ""


def _relation(
    text: Text, lead: Span, anchor: Anchor, before: CitationMention | None, index: int
) -> tuple[int, str, bool]:
    """Tell who cites (the index of the citation whose title this stands in, or -1) and what the cue says."""
    between = text.low[lead.start : lead.end]
    kind = next((k for k, cue in _CUES if cue.search(between)), "")
    if before is None:
        return -1, kind, kind == "continues"
    if re.search(r";|\.\s|\(sau đây|\(gọi tắt|được sửa đổi", between) or not between.strip():
        return -1, kind, kind == "continues"
    if re.fullmatch(r"\W*(?:,|và|;|hoặc|\()?\W*(?:các\s+|số\s*:?\s*)?", between):
        return before.subject, before.kind if before.subject >= 0 else kind or _SAME, before.renews
    if not kind and re.search(r"(?:,|và)\W*(?:các\s+|số\s*:?\s*)?$", between):
        return before.subject, before.kind if before.subject >= 0 else kind, False
    if not _TITLE_CUE.match(between):
        return -1, kind, kind == "continues"
    if _OTHER_DOCUMENT.search(between):
        return -1, "cites", False
    level = before.symbol and anchor_level(before) == "tw"
    if kind == "continues" and not level:
        return index, "implements", True
    return index, kind if kind in ("implements", "continues", "amends", "replaces", "repeals") else "cites", False


def anchor_level(mention: CitationMention) -> str:
    """Tell the level of the organ that issued a cited document: "tw" for the Party's centre."""
    return "tw" if mention.symbol and mention.symbol.organ in ("TW", "HNTW") else ""


def _direct(text: Text, lead: Span, kind: str, place: str, opening: str, anchor: Anchor, news: bool) -> str:
    """Settle the relation of a citation that the document itself makes."""
    if news:
        return "cites"
    if place == "carried":
        return "annexOf"
    if kind == "continues":
        kind = "implements"
    if place == "title":
        if not kind and text.low[lead.start : lead.end].lstrip().startswith("sửa đổi"):
            return "amends"
        return kind if kind in ("implements", "amends", "replaces", "repeals") else "cites"
    if place == "preamble":
        if opening == "onSubmission":
            return "onSubmission" if anchor.form in _SUBMISSION else "cites"
        if kind == "onSubmission" and anchor.form in _SUBMISSION:
            return kind
        if "được sửa đổi" in text.low[lead.start : lead.end]:
            return "cites"
        return (
            kind if kind in ("implements", "legalBasis", "onSubmission") and not opening else opening or kind or "cites"
        )
    if place == "article" and kind in ("replaces", "repeals"):
        return kind
    if (
        place == "article"
        and kind == "amends"
        and re.match(r"\W*(?:điều \w+\W*)?(?:\d+\W*)?sửa đổi", text.low[lead.start : lead.end])
    ):
        return kind
    return "cites"


def _later_names(
    text: Text, part: Part, found: Sequence[CitationMention], reader: AgencyReader
) -> Iterable[CitationMention]:
    """Find the names that the text itself declares or shortens: "Kết luận 50", "Chương trình hành động …"."""
    short = _short_names(text, part, found)
    taken = [m.span for m in found]
    for item in part.items:
        for name, index in short:
            for match in re.finditer(rf"(?<![^\W_]){name}(?![^\W_]|[-/])", text.low[item.span.start : item.span.end]):
                span = Span(item.span.start + match.start(), item.span.start + match.end())
                if any(span.start < t.end and t.start < span.end for t in taken):
                    continue
                taken.append(span)
                target = found[index]
                yield replace(
                    target,
                    span=span,
                    kind="cites",
                    subject=-1,
                    title=None,
                    part=None,
                    date=None,
                    issuer=_other_issuer(text, span, target, reader),
                    symbol_span=None,
                    rule="short-name",
                    section=item.path,
                    alias=text.words(span),
                )


def _other_issuer(text: Text, span: Span, target: CitationMention, reader: AgencyReader) -> AgencyMention | None:
    """Read the issuer named with a short name where it is another than with the full one: two issuers of one paper."""
    of = text.low.find(" của ", span.start, span.end)
    named = reader.read_list(text, Span(of + 5, span.end))[0] if of >= 0 else []
    other = bool(named) and target.issuer is not None and named[0].record not in ("", target.issuer.record)
    return named[0] if other else None


def _short_names(text: Text, part: Part, found: Sequence[CitationMention]) -> list[tuple[str, int]]:
    """List the patterns of short names with the citation each stands for; a name that fits two is left out."""
    names: dict[str, set[str]] = {}
    index: dict[str, int] = {}

    def add(pattern: str, at: int) -> None:
        names.setdefault(pattern, set()).add(str(found[at].symbol) if found[at].symbol else found[at].name)
        index.setdefault(pattern, at)

    for at, mention in enumerate(found):
        if mention.symbol is None:
            continue
        words = fold(text.norm[mention.span.start : (mention.symbol_span or mention.span).start]).removesuffix(" số")
        if words and len(words.split()) <= 5:
            number = re.escape(mention.symbol.number.lower())
            add(r"\s+".join(map(re.escape, words.split())) + rf"\s+(?:số\s+)?{number}", at)
            if mention.issuer:
                for owner in _owners(text, mention):
                    first = words.split()
                    add(r"\s+(?:trình\s+)?".join(map(re.escape, first)) + rf"\s+của\s+{owner}", at)
    for span in (part.span,):
        for match in _DECLARED.finditer(text.norm[span.start : span.end]):
            declared = fold(match["name"])
            where = span.start + match.start()
            if len(declared.split()) < 2 or declared in names:
                continue
            near = [
                i for i, m in enumerate(found) if m.span.end <= where and where - m.span.end < 600 and m.subject < 0
            ]
            same = [i for i in near if m_form(text, found[i]) and declared.startswith(m_form(text, found[i]))]
            if same and len(declared) > 6:
                add(r"\W+".join(map(re.escape, declared.split())), same[-1])
    return [
        (pattern, index[pattern])
        for pattern, targets in sorted(names.items(), key=lambda p: -len(p[0]))
        if len(targets) == 1
    ]


def m_form(text: Text, mention: CitationMention) -> str:
    """Fold the type word that a citation opens with."""
    words = tokens(text, mention.span)
    return words[0].word if words else ""


def _owners(text: Text, mention: CitationMention) -> list[str]:
    """Write how the issuer may be named again: "Thành ủy" for "Thành ủy Hà Nội", its standing board besides."""
    assert mention.issuer is not None
    said = fold(text.norm[mention.issuer.span.start : mention.issuer.span.end])
    if mention.symbol is not None and mention.symbol.organ == "TW" and "trung ương" in said:
        return [r"(?:ban chấp hành\s+)?trung ương(?:\s+đảng)?"]
    for bare in ("thành ủy", "tỉnh ủy"):
        if bare in said:
            return [rf"(?:ban thường vụ\s+)?{bare}"]
    return [r"\s+".join(map(re.escape, said.split()))] if len(said.split()) <= 4 else []
