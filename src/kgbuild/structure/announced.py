"""Full texts that a page announces: below a heading of type and symbol, or in a sentence of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, UPPER, fold, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Signature
from kgbuild.model.text import Text
from kgbuild.structure.heads import Forms

_ANNOUNCED = re.compile(
    rf"(?P<cite>\(?\s*ngày\s*{DATE}\s*\)?)?\s*,?\s*(?:(?:của|(?:do|được) ban hành bởi|ban hành bởi)\s+"
    rf"(?P<issuer>[{UPPER}][^,.;:(]{{3,60}}?))?\s+(?P<title>[Vv]ề\s[^.;\n]{{8,300}})"
)
_SIGNED = re.compile(
    rf"(?P<post>[{UPPER}][^\W\d_]+(?:\s+[^\W\d_]+){{1,3}}?)\s+"
    rf"(?P<name>(?:[{UPPER}][^\W\d_]+\s+){{1,3}}[{UPPER}][^\W\d_]+)\s+(?:đã\s+)?ký\s+ban\s+hành"
)
_WHOLE = re.compile(r"^\W*(?:toàn văn|nguyên văn|nội dung)\s+", re.IGNORECASE)
_OUTLINE = re.compile(r"\W*(?:I\s*[.\-)]|A\s*[.\-)]\s|Phần\s+(?:I|1|thứ nhất)\b|Điều\s+1\b|Căn\s+cứ\s)")
# a page that gives the whole text says so, or its first sentence is the document's own
_GIVES_ALL = re.compile(r"(?<![^\W_])(?:toàn văn|nguyên văn)(?![^\W_])", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"nội\s+dung\b[^.:]{0,80}như\s+sau\s*:?\s*$", re.IGNORECASE)
_OWN_WORDS = re.compile(r"\W*(?:Thực hiện|Căn cứ|Triển khai|Để |Nhằm )")
_ISSUED = re.compile(
    rf"(?:ngày\s+{DATE}\s*,\s*)?(?P<issuer>[{UPPER}][^,.;:(]{{3,80}}?)\s+(?:(?:vừa|đã)\s+)?(?:ký\s+)?ban\s+hành\s+(?=\S)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s*(?:,?\s*ngày\s*[\d/.\-]+\s*)?(?P<title>(?:về|thực hiện|triển khai)\s[^;\n]{8,400}?)(?=[.;](?:\s|$)|$)"
)
_NUMBERED = re.compile(r"\s*(?:số\s*:?\s*)?", re.IGNORECASE)
_SAYS_ITSELF = re.compile(
    rf"\W*(?:Thực hiện|Căn cứ|Triển khai)\s[^:]{{20,1200}}?[,;.]\s+(?P<issuer>[{UPPER}][^,.;:(]{{3,80}}?)\s+"
    rf"(?:ban hành|xây dựng)\s+(?P<form>[{UPPER}][^.;:]{{3,200}}?)(?:như sau|sau đây|sau)\s*:\W*$"
)
# a headline that says type, issuer and title: "Thông tri của Ban Thường vụ Tỉnh ủy X về đại hội đảng bộ các cấp"
_HEADLINE = re.compile(
    rf"\s*của\s+(?P<issuer>[{UPPER}][^,.;:(]{{3,80}}?)\s+(?P<title>(?:[Vv]ề|[Tt]hực hiện)\s[^\n]{{8,400}}?)\W*$"
)
_FIRST_LINES = 6


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a page says of the document whose whole text follows, and the index of the line where that begins."""

    head: Head
    body: int


def announces(line: str, forms: Forms) -> tuple[str, DocumentSymbol] | None:
    """Read a heading that is only type and symbol, as pages set it above a full text: "Nghị quyết số 57-NQ/TW"."""
    return _heading(line, forms) if len(line.split()) <= 8 else None


def announces_title(line: str, title: str, forms: Forms) -> tuple[str, DocumentSymbol] | None:
    """Read a heading of type, symbol and a given title: "Thông tư số 5/2024/TT-BTC quy định về kế toán"."""
    opening = forms.opening(line)
    if opening is None or not title:
        return None
    for match, symbol in find_symbols(line):
        bare = not re.sub(r"\bsố\b|\W", "", line[opening[1] : match.start()].lower())
        return (opening[0], symbol) if bare and fold(line[match.end() :]) == fold(title) else None
    return None


def announces_whole(line: str, forms: Forms) -> tuple[str, DocumentSymbol] | None:
    """Read a sentence that says that a whole text follows: "… giới thiệu toàn văn Nghị quyết số 11-NQ/TU, ngày …"."""
    whole = _GIVES_ALL.search(line)
    opening = forms.opening(line[whole.end() :].lstrip()[:60]) if whole else None
    if whole is None or opening is None:
        return None
    rest = line[whole.end() :].lstrip()
    for match, symbol in find_symbols(rest):
        return (opening[0], symbol) if _NUMBERED.fullmatch(rest, opening[1], match.start()) else None
    return None


def _heading(line: str, forms: Forms) -> tuple[str, DocumentSymbol] | None:
    whole = _WHOLE.match(line)
    line = line[whole.end() :] if whole else line
    for match, symbol in find_symbols(line):
        form = forms.first(line[: match.start()])
        rest = line[: match.start()].lower() + (line[match.end() :].lower() if len(line.split()) <= 8 else "")
        if form and len(re.sub(r"\bsố\b|[\W\d]", " ", rest).split()) <= 4:
            return form, symbol
        break
    return None


def announces_above(text: Text, spans: Sequence[Span], at: int, forms: Forms) -> bool:
    """Tell whether line *at* announces a full text: type and symbol alone, or said in full with an outline below."""
    line = text.norm[spans[at].start : spans[at].end]
    if announces(line, forms):
        return True
    below = spans[at + 1] if at + 1 < len(spans) else None
    outlined = below is not None and bool(_OUTLINE.match(text.norm[below.start : below.end]))
    return outlined and len(line.split()) <= 90 and _heading(line, forms) is not None


def read_announced_head(text: Text, spans: Sequence[Span], forms: Forms) -> tuple[Head, Signature | None, int]:
    """Read the head of a full text that a page announces in a sentence: number, date, issuer, title, who signed."""
    first = spans[0]
    found = _heading(text.norm[first.start : first.end], forms)
    if found is None:
        return Head(), None, 0
    form, symbol = found
    match = next(m for m, s in find_symbols(text.norm[first.start : first.end]) if s == symbol)
    head = Head(
        form=form,
        form_span=first,
        symbol=symbol,
        symbol_span=Span(first.start + match.start(), first.start + match.end()),
    )
    signature: Signature | None = None
    used = 1
    for at, span in enumerate(spans[:4]):
        said = next(
            (m.end() + span.start for m, s in find_symbols(text.norm[span.start : span.end]) if s == symbol), None
        )
        if said is None:
            if used > 1:
                break
            continue
        used = at + 1
        head = _completed(text, head, Span(said, span.end))
        signature = signature or _signature(text, span)
    return head, signature, used


def _completed(text: Text, head: Head, span: Span) -> Head:
    """Take date, issuer and title from what follows the symbol."""
    said = _ANNOUNCED.match(text.norm, span.start, span.end)
    said = said or _ANNOUNCED.search(text.norm, span.start, min(span.end, span.start + 200))
    if said is None or head.title is not None:
        return head
    date = parse_date(said["cite"]) if said["cite"] else None
    return replace(
        head,
        date=date,
        date_span=Span(*said.span("cite")) if date else None,
        authority=Span(*said.span("issuer")) if said["issuer"] else None,
        title=text.trim(Span(*said.span("title"))),
    )


def _signature(text: Text, span: Span) -> Signature | None:
    signed = _SIGNED.search(text.norm, span.start, span.end)
    if signed is None:
        return None
    name, post = Span(*signed.span("name")), Span(*signed.span("post"))
    return Signature(Span(signed.start(), signed.end()), (), None, (post,), name)


def read_introduction(text: Text, spans: Sequence[Span], forms: Forms) -> Introduction | None:
    """Read the sentences in which a page says that it gives the whole text of a document, and which one.

    The text must follow: with an outline of its own, or with its own first sentence.
    """
    if own := _in_its_own_words(text, spans, forms):
        return Introduction(own, 0)
    if headline := _in_a_headline(text, spans, forms):
        return Introduction(headline, 1)
    for at, span in enumerate(spans[:_FIRST_LINES]):
        sentence = text.norm[span.start : span.end]
        if len(sentence.split()) > 120 or at + 1 >= len(spans):
            break
        after = [text.norm[s.start : s.end] for s in spans[at + 1 : at + 5]]
        whole = bool(_GIVES_ALL.search(sentence)) and any(_OUTLINE.match(line) for line in after)
        if whole or (_AS_FOLLOWS.search(sentence) and _OWN_WORDS.match(after[0])):
            head = _introduced(text, spans[: at + 1], forms)
            return Introduction(head, at + 1) if head else None
    return None


def _in_its_own_words(text: Text, spans: Sequence[Span], forms: Forms) -> Head | None:
    """Read a document whose head got lost from its first sentence: "Thực hiện …, X ban hành Kế hoạch như sau:"."""
    first = spans[0] if len(spans) > 1 else None
    said = _SAYS_ITSELF.match(text.norm, first.start, first.end) if first else None
    opening = forms.opening(text.norm[said.start("form") :][:60]) if said else None
    if first is None or said is None or opening is None:
        return None
    form_span = Span(said.start("form"), said.start("form") + opening[1])
    return Head(form=opening[0], form_span=form_span, authority=Span(*said.span("issuer")))


def _in_a_headline(text: Text, spans: Sequence[Span], forms: Forms) -> Head | None:
    """Read a headline of type, issuer and title, with the document's own first sentence and its outline below."""
    lines = [text.norm[span.start : span.end] for span in spans[:_FIRST_LINES]]
    opening = forms.opening(lines[0]) if len(lines) > 1 and _OWN_WORDS.match(lines[1]) else None
    said = _HEADLINE.match(lines[0], opening[1]) if opening else None
    if opening is None or said is None or not any(_OUTLINE.match(line) for line in lines[2:]):
        return None
    first = spans[0].start
    return Head(
        form=opening[0],
        form_span=Span(first, first + opening[1]),
        authority=Span(first + said.start("issuer"), first + said.end("issuer")),
        title=Span(first + said.start("title"), first + said.end("title")),
    )


def _introduced(text: Text, spans: Sequence[Span], forms: Forms) -> Head | None:
    """Read "Ngày 14/11/2016, Tỉnh ủy đã ban hành Nghị quyết số 10-NQ/TU về …", else the headline."""
    for span in spans:
        for issued in _ISSUED.finditer(text.norm, span.start, span.end):
            opening = forms.opening(text.norm[issued.end() : issued.end() + 60])
            if opening:
                return _issued(text, issued, Span(issued.end() + opening[1], span.end), opening[0])
    for span in spans:
        line = text.norm[span.start : span.end]
        opening = forms.opening(line)
        if opening and len(line.split()) <= 60:
            title = text.trim(Span(span.start + opening[1], span.end))
            return Head(form=opening[0], form_span=Span(span.start, title.start), title=title)
    return None


def _issued(text: Text, issued: re.Match[str], rest: Span, form: str) -> Head:
    """Read date and issuer before "ban hành", number and title behind the type word."""
    date = parse_date(issued.group())
    head = Head(
        form=form,
        date=date,
        date_span=Span(issued.start(), issued.start("issuer")) if date else None,
        authority=Span(*issued.span("issuer")),
    )
    begin = rest.start
    for match, symbol in find_symbols(text.norm[rest.start : rest.end]):
        if not _NUMBERED.fullmatch(text.norm, rest.start, rest.start + match.start()):
            break
        begin = rest.start + match.end()
        head = replace(head, symbol=symbol, symbol_span=Span(rest.start + match.start(), begin))
        break
    about = _ABOUT.search(text.norm, begin, min(rest.end, begin + 500))
    return replace(head, title=text.trim(Span(*about.span("title")))) if about else head
