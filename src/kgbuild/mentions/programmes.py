"""Programmes, schemes, projects and funds that a text names, where they belong, and what is done with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.language import UPPER, fold
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.mentions.spans import Spans
from kgbuild.mentions.thing_names import ThingName, read_name
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.model.things import ProgrammeMention

KINDS = {"chương trình": "programme", "đề án": "scheme", "dự án": "project", "quỹ": "fund"}
_HEAD = re.compile(
    r"(?<![^\W_])(?:(?:Chương trình|Đề án|Dự án|Quỹ)\s+|(?:chương trình|đề án|dự án|quỹ)\s+(?=[“\"]))"
    r"(?:về\s+(?:việc\s+)?(?=[“\"]))?"
)
# heads that speak of many things, of a body that runs one, or of what firms may have each
_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?:các|những|một số|nhiều|mỗi|từng|mọi|hai|ba|bốn|\d+|loại|ban chỉ đạo|ban quản lý|ban điều hành|"
    r"văn phòng|tổ công tác|hội đồng|chủ nhiệm|kể cả)\s+|"
    r"doanh nghiệp[^.;]{0,40}\s(?:thành lập|trích lập|lập|sử dụng)\s+)$"
)
_CREATES = re.compile(
    r"(?:xây dựng|ban hành|lập|thành lập|hình thành|hoàn thiện|tham mưu|đề xuất|nghiên cứu|trình|phê duyệt|soạn thảo|"
    r"sửa đổi|bổ sung|điều chỉnh)[\s,]*$"
)
_PERFORMS = re.compile(
    r"(?:triển khai|thực hiện|tổ chức|vận hành|tiếp tục|duy trì)(?:\s+có hiệu quả|\s+hiệu quả)?[\s,]*$"
)
# a body named after the thing it runs
_BODY = re.compile(r"(?:tổ công tác|ban chỉ đạo|ban quản lý|ban điều hành|hội đồng|văn phòng)[^,.;:]{0,30}$")
_CONTAINS = re.compile(r"(?:thuộc|trong khuôn khổ|nằm trong)\s*$")
_NATIONAL = re.compile(
    r"mục tiêu quốc gia|^quốc gia\s|việt nam|toàn quốc|cả nước|"
    r"(?<!chuẩn )(?<!an ninh )(?<!vườn )(?<!di sản )(?<!bảo vật )(?<!thí nghiệm )quốc gia$"
)
_OF_CENTRE = re.compile(r"[\s”\",]*(?:của|do)\s+(?:chính phủ|thủ tướng|trung ương|quốc hội|ban bí thư|bộ\s+[^\W\d_])")
_OF_FIRMS = re.compile(r"\s(?:của|tại|trong|cho)\s+(?:các\s+|mỗi\s+)?(?:doanh nghiệp|tổ chức|công ty|đơn vị)(?![^\W_])")
_PLACE = re.compile(r"[\s”\",]*(?:(?:của|trên địa bàn|tại|cho)\s+)?(?=(?:tỉnh|thành phố|tp|thủ đô)(?![^\W_]))")
_OWN_PLACE = re.compile(r"\s(?:của\s+|tại\s+|cấp\s+)?(?:tỉnh|thành phố|thủ đô)$")
_PROPER = re.compile(rf"(?<=\s)[{UPPER}][^\W\d_]+")
_LESSON = re.compile(r"(?:đào tạo|giáo dục|giảng dạy|dạy|học|tập huấn|bồi dưỡng)(?![^\W_])")
# how many words a name has at least, by what ends it; a name that another clause ends may be longer than was read
# what may follow a whole name
_ENDS_NAME = re.compile(
    r"\s*(?:[^\w\s]|(?:của|ở|tại|trên|trong|và|để|theo|được|đã|do|với|cho|đến|từ|vào|có|là|nhằm|gắn|đúng|hiệu quả|"
    r"trình|hoặc|khi|sau|về|bằng|qua|tới|như|gồm|giai đoạn|năm)(?![^\W_])|$)"
)
_FEWEST = {"quotes": 2, "comma": 5, "clause": 6}
_NEAR = 120
_CENTRAL_ORGANS = ("TTg", "CP", "TW")
_CENTRE = "tw"


class ProgrammeNames:
    """The programmes, schemes, projects and funds that places.csv knows, by those names that say what they are."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        rows = [place for place in lexicon.knowledge.places if place.kind in KINDS.values()]
        self.rows = {row.id: row for row in rows}
        names = [(name, row.id) for row in rows for name in (row.name, *row.aliases)]
        self.index = NameIndex(pair for pair in names if fold(pair[0]).startswith(tuple(KINDS)))


def read_programmes(
    text: Text, part: Part, names: ProgrammeNames, citations: Sequence[CitationMention] = ()
) -> Iterator[ProgrammeMention]:
    """Read the programmes, schemes, projects and funds that a document names.

    Words that name a document (type, number, issuer) name the document only; in the title of a cited decision a scheme
    is named too, and belongs to the country where a central body decided it.
    """
    documents = Spans(_own_words(citation) for citation in citations)
    titles = {c.title: _central(c, names) for c in citations if c.title}
    places = Spans(titles)
    cells = [row.cells["task"] for table in part.tables for row in table.rows if "task" in row.cells]
    rows = frozenset(cells)
    spans = [*(item.content for item in part.items), *cells, *([part.head.title] if part.head.title else [])]
    for span in spans:
        for mention in _read(text, span, names, places):
            if documents.meet(mention.span):
                continue
            mention = replace(mention, row=span in rows)
            title = places.holding(mention.core)
            if title is not None:
                area = mention.area or (_CENTRE if titles[title] else "")
                mention = replace(mention, act="mentions", area=area)
            yield mention


def _own_words(citation: CitationMention) -> Span:
    end = citation.title.start if citation.title else citation.span.end
    return Span(citation.span.start, max(citation.span.start, min(end, citation.span.end)))


def _central(citation: CitationMention, names: ProgrammeNames) -> bool:
    record = names.lexicon.knowledge.agencies.get(citation.issuer.record) if citation.issuer else None
    return (citation.symbol is not None and citation.symbol.organ in _CENTRAL_ORGANS) or (
        record is not None and record.scope == "central"
    )


def _read(text: Text, span: Span, names: ProgrammeNames, titles: Spans) -> Iterator[ProgrammeMention]:
    known = list(_known(text, span, names))
    taken = Spans(mention.span for mention in known)
    yield from known
    for head in _HEAD.finditer(text.norm, span.start, span.end):
        if taken.meet(Span(head.start(), head.start() + 1)):
            continue
        if head.end() < span.end and not _BEFORE.search(_before(text, span, head.start())):
            title = titles.holding(Span(head.start(), head.start() + 1))
            mention = _named(text, Span(span.start, min(span.end, title.end)) if title else span, head, names, title)
            if mention is not None:
                yield mention


def _known(text: Text, span: Span, names: ProgrammeNames) -> Iterator[ProgrammeMention]:
    """Find the names that the table knows, in any case; a longer name that only begins like one is another's."""
    words = tokens(text, span)
    at = 0
    while at < len(words):
        found = names.index.longest(words, at)
        if found is None:
            at += 1
            continue
        record, after = found
        whole = Span(words[at].start, words[after - 1].end)
        if not _goes_on(text, whole, span):
            row = names.rows[record]
            area = _CENTRE if row.area == "viet-nam" else row.area
            act = _act(text, span, whole.start)
            yield ProgrammeMention(row.kind, whole, whole, act=act, area=area, record=record)
        at = after


def _goes_on(text: Text, whole: Span, span: Span) -> bool:
    """Tell a name that goes on after the words known: with years of its own, or in another noun."""
    if re.match(r"\s?[-/]\s?[^\W\d_]", text.norm[whole.end : whole.end + 3]):  # the number of a document: 06-ĐA/TU
        return True
    head = re.match(r"(?:chương trình|đề án|dự án|quỹ)\s+", text.low[whole.start : whole.end])
    start = whole.start + (head.end() if head else 0)
    name = read_name(text, Span(start, span.end)) if start < whole.end else None
    if name is None or _ENDS_NAME.match(text.low, whole.end, span.end):
        return name is not None and name.period is not None and name.period.end > whole.end
    return name.core.end > whole.end


def _named(
    text: Text, span: Span, head: re.Match[str], names: ProgrammeNames, title: Span | None
) -> ProgrammeMention | None:
    kind = KINDS[fold(head.group()).removesuffix(" về việc").removesuffix(" về")]
    name = read_name(text, Span(head.end(), span.end), title=title is not None)
    if name is None or not _fits(text, kind, name, span, head.start()):
        return None
    whole = Span(head.start(), max(name.whole.end, name.period.end if name.period else 0))
    core, area, end = _area(text, name, Span(whole.end, min(span.end, whole.end + _NEAR)), names)
    return ProgrammeMention(
        kind,
        Span(head.start(), max(whole.end, end)),
        core,
        name.period,
        name.start_year,
        name.end_year,
        _act(text, span, head.start()),
        area,
    )


def _fits(text: Text, kind: str, name: ThingName, span: Span, start: int) -> bool:
    """Tell whether the words make a name: enough of them, a proper noun in a project's, no class of funds."""
    words = text.low[name.core.start : name.core.end].split()
    if len(words) < _FEWEST.get(name.ended, 2 if kind == "fund" else 3):
        return False
    if kind == "programme" and _LESSON.match(text.low, name.core.start, name.core.end):
        return False
    rest = text.norm[name.whole.end : min(span.end, name.whole.end + _NEAR)].lstrip('”" ')
    if kind == "project" and name.ended != "quotes" and not _PROPER.search(text.norm, name.core.start, name.core.end):
        return False
    if kind == "fund" and _OF_FIRMS.search(text.low, name.core.start, min(span.end, name.whole.end + 25)):
        return False
    before = _before(text, span, start).rstrip()
    opens_sentence = not before or before[-1] in ".!?"
    # the capital of a first word says nothing: then the words must be all that is said up to the next stop
    return (
        name.ended == "quotes"
        or name.period is not None
        or not opens_sentence
        or not rest
        or rest[0] in ".:;("
        or not before
    )


def _before(text: Text, span: Span, start: int) -> str:
    """Give what stands right before a place in its passage, in lower case."""
    return text.low[max(span.start, start - _NEAR) : start]


def _act(text: Text, span: Span, start: int) -> str:
    before = _before(text, span, start).rstrip('“" ')
    if _BODY.search(before):
        return "mentions"
    if not before.strip() or _CREATES.search(before + " "):
        return "creates"
    if _PERFORMS.search(before + " "):
        return "performs"
    return "contains" if _CONTAINS.search(before + " ") else "mentions"


def _area(text: Text, name: ThingName, after: Span, names: ProgrammeNames) -> tuple[Span, str, int]:
    """Tell the words that name a thing without its place, the place, and where the words that say it end.

    The place stands at the end of the name, in it, or right behind it; "tỉnh", "Thành phố" alone say nothing more.
    """
    places = names.lexicon.places
    words = tokens(text, name.core)
    hits = {at: hit for at in range(len(words)) if (hit := places.longest(words, at))}
    inside = {area for area, _ in hits.values()}
    core = name.core
    last = _OWN_PLACE.search(text.low, core.start, core.end) or next(
        (
            re.compile(r".*", re.DOTALL).match(text.low, words[at].start)
            for at, hit in hits.items()
            if hit[1] == len(words)
        ),
        None,
    )
    if last and len(text.low[core.start : last.start()].split()) >= 2:
        core = text.trim(Span(core.start, last.start()))
    if len(inside) == 1:
        return core, inside.pop(), name.whole.end
    if not inside and _NATIONAL.search(text.low[core.start : core.end]):
        return core, _CENTRE, name.whole.end
    if _OF_CENTRE.match(text.low, after.start, after.end):
        return core, _CENTRE, name.whole.end
    place = _PLACE.match(text.low, after.start, after.end)
    if place and not inside:
        behind = tokens(text, Span(place.end(), after.end))
        found = places.longest(behind, 0)
        if found:
            return core, found[0], behind[found[1] - 1].end
    return core, "", name.whole.end
