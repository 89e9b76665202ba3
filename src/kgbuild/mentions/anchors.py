"""Where a text names another document: by symbol, by a law's name and date, by a known or declared name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, fold, parse_date
from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.names import NameIndex, tokens
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_LAW = r"(?:bộ luật|luật|pháp lệnh|hiến pháp)"
_LAW_DATED = re.compile(rf"(?P<form>{_LAW})\s+(?P<name>[^\n;.:()“”]{{3,220}}?)\s*,?\s+(?:ngày\s+{DATE})", re.IGNORECASE)
_LAW_AMENDING = re.compile(rf"{_LAW}\s+sửa đổi\s*,?\s*bổ sung\b")
_AMENDED_LAWS = re.compile(rf"{_LAW}\s+sửa đổi\s*,?\s*bổ sung[^;.\n(]*")
_TAIL_DATE = re.compile(
    rf"\s*,?\s*(?:được\s+)?(?:ký\s+|ban hành\s+)?\(?\s*(?:ngày|ngày\s*:)?\s*(?<!\d){DATE}\)?", re.IGNORECASE
)
_TERM = re.compile(r"\s*,?\s*\(?(?:khóa|khoá)\s+[ivxl]+\)?(?:\s*,?\s*nhiệm kỳ\s+\d{4}\s*-\s*\d{4})?")
_OF = re.compile(r"\s*,?\s*của\s+(?:(?:đồng chí|đ/c)\s+)?")
_BEFORE = re.compile(r"(?:\bsố(?:\s+hiệu)?\s*:?|:)?\s*$")
_NAMED = re.compile(
    r"""(?P<name>
        (?:chiến\ lược|quy\ hoạch)\s+(?:tổng\ thể\s+|quốc\ gia\s+|chung\s+)?(?:về\s+)?
          (?:phát\ triển|ngành|xây\ dựng|chuyển\ đổi|hạ\ tầng|dữ\ liệu)\b[^\n.;:()“”]{4,160}?
          (?:\s(?:giai\ đoạn|thời\ kỳ)\s+\d{4}\s*-\s*\d{4}|\sđến\ năm\s+\d{4}|
            \scủa\ (?:thành\ phố|tỉnh|quốc\ gia|cả\ nước))
          (?:,?\s(?:định\ hướng|tầm\ nhìn)?\s*(?:đến\ năm)\s+\d{4})*
      | kế\ hoạch\s+(?:phát\ triển|ngành|khoa\ học)\s[^\n.;:()“”]{4,120}?
          (?:\sgiai\ đoạn\s+\d{4}\s*-\s*\d{4}|\snăm\s+\d{4}(?:\s*-\s*\d{4})?)(?:\scủa\ (?:thành\ phố|tỉnh))?
      | biên\ bản\ (?:hợp\ tác|ghi\ nhớ|thỏa\ thuận)\s+giữa\s[^\n.;:()“”]{6,160}
      | nghị\ quyết\s+vùng\s[^\n.;:,()“”]{4,80}
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """One place that names another document, with all that is said of it right there.

    `span` runs from the type word to the end of date and issuer, `core` is the symbol or the name.
    """

    span: Span
    core: Span
    form: str
    symbol: DocumentSymbol | None = None
    name: str = ""
    date: str | None = None
    issuer: AgencyMention | None = None
    rule: str = "symbol"
    term: str = ""


class CitationNames:
    """The type words, and the names by which known documents are cited."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.forms = NameIndex(
            (name, t.notation)
            for t in knowledge.types.values()
            if t.side != "news"
            for name in (t.name, *t.abbreviations)
        )
        self.sides = {t.notation: t.side for t in knowledge.types.values()}
        self.by_symbol: dict[str, str] = {}
        # a symbol belongs first to the type that has it as its own: QĐ is a Quyết định before it is a Quy định
        owned = sorted(knowledge.types.values(), key=lambda t: (not t.rdf_class, len(t.name), t.notation))
        for rank in range(max((len(t.symbols) for t in owned), default=0)):
            for t in owned:
                if rank < len(t.symbols):
                    self.by_symbol.setdefault(t.symbols[rank], t.notation)
        self.symbols = {t.notation: frozenset(t.symbols) for t in owned}
        self.known = NameIndex(
            (name, name)
            for d in knowledge.documents
            for name in (
                *d.aliases,
                *((d.title,) if fold(d.title).startswith(("luật", "bộ luật", "pháp lệnh", "hiến pháp")) else ()),
            )
            if len(name.split()) >= 2 and not re.fullmatch(r"\D{2,20}\s+(?:số\s+)?\d+\S*", name)
        )
        longest = sorted(
            {fold(w) for t in knowledge.types.values() for w in (t.name, *t.abbreviations) if len(w) > 1},
            key=len,
            reverse=True,
        )
        self.before = re.compile(
            r"(?<![^\W_])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")\s*$"
        )


def find_anchors(text: Text, span: Span, names: CitationNames, reader: AgencyReader) -> list[Anchor]:
    """Find every document named in *span*, in order and without overlaps."""
    found = [
        *_standards(text, span),
        *_symbols(text, span, names),
        *_laws(text, span, names),
        *_known(text, span, names),
        *_described(text, span),
    ]
    found.sort(key=lambda a: (a.core.start, -len(a.core)))
    kept: list[Anchor] = []
    for anchor in sorted(found, key=lambda a: (a.symbol is None, -len(a.span))):
        if not any(anchor.span.start < k.span.end and k.span.start < anchor.span.end for k in kept):
            kept.append(anchor)
    kept.sort(key=lambda a: a.span.start)
    tailed = [
        _with_tail(text, anchor, kept[at + 1].span.start if at + 1 < len(kept) else span.end, reader)
        for at, anchor in enumerate(kept)
    ]
    return _shared_issuers(text, [_issuer_before(text, a, span, reader) for a in tailed])


def _symbols(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    last_form, begin = "", span.start
    for match, symbol in find_symbols(text.norm[span.start : span.end]):
        core = Span(span.start + match.start(), span.start + match.start("groups") + len(match["groups"]))
        before, opening, begin = text.low[begin : core.start], begin, core.end
        cut = _BEFORE.search(before)
        lead = before[: cut.start()] if cut else before
        typed = names.before.search(lead)
        national = symbol.organs[0][:2] in ("QH", "UB")
        law = _law_before(text.norm[span.start : core.start]) if national else None
        if law is not None and (typed is None or fold(typed.group()) in ("luật", "pháp lệnh", "hiến pháp", "bộ luật")):
            form, start = _LAW_FORMS[text.low[span.start + law]], span.start + law
        elif typed:
            form = names.forms.entries.get(fold(typed.group()), "")
            start = opening + typed.start()
        else:
            number = re.search(r"(?:(?P<lead>[^;,.:()]{3,60}?)\s)?số\s*:?\s*$", before)
            form = (
                last_form
                if symbol.form in names.symbols.get(last_form, ())
                else names.by_symbol.get(symbol.form or "", "")
            )
            start = opening + (_type_before(before, number, names, form) if number else len(before))
            if symbol.form is None and not form:
                form = "luat" if symbol.organs[0].startswith("QH") else "cong-van"
        name = text.words(Span(start, core.start)) if form in ("luat", "bo-luat", "phap-lenh") else ""
        last_form = form
        yield Anchor(Span(start, core.end), core, form, symbol, re.sub(r"\s*số\s*:?\s*$", "", name))


_STANDARD = re.compile(
    r"(?:TCVN|QCVN|TCCS)(?:\s+(?:ISO|IEC|ISO/IEC))?\s*\d{1,5}(?:-\d{1,3})?\s*:\s*(?:19|20)\d{2}(?:/[A-ZĐ]{2,8})?"
)


def _standards(text: Text, span: Span) -> Iterator[Anchor]:
    """Find national standards: name, number and year; each edition is a document of its own."""
    for match in _STANDARD.finditer(text.norm, span.start, span.end):
        core = Span(match.start(), match.end())
        yield Anchor(core, core, "tieu-chuan", name=re.sub(r"\s*:\s*", ":", text.words(core)), rule="standard")


_LAW_FORMS = {"l": "luat", "b": "bo-luat", "p": "phap-lenh", "h": "hien-phap"}
_LAW_YEAR = re.compile(r"\s+(?:năm\s+)?(?:19|20)\d{2}(?![\d/])")
_LAW_START = re.compile(r"(?<![^\W_])(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|BỘ LUẬT|LUẬT|PHÁP LỆNH)\s")


def _law_before(lead: str) -> int | None:
    """Find where the name of the law begins to which a National Assembly number belongs; a capital opens it."""
    low = lead.lower()
    begin = max(0, *(low.rfind(stop) for stop in (";", "\n\n", "căn cứ", ". ", "”", "(")))
    if re.search(r"nghị quyết\W+(?:số\W*)?$", low):
        return None
    amending = _LAW_AMENDING.search(low, begin)
    if amending:
        return amending.start()
    found = [m.start() for m in _LAW_START.finditer(lead, begin)]
    return found[-1] if found else None


def _type_before(before: str, number: re.Match[str], names: CitationNames, form: str) -> int:
    """Find the type word a few words before "số": "Báo cáo thẩm tra số …"; else where "số" stands."""
    lead = number["lead"] or ""
    for match in re.finditer(r"(?:^|(?<=\s))[^\W\d_]", lead):
        rest = lead[match.start() :]
        words = fold(rest).split()
        for count in range(min(4, len(words)), 0, -1):
            if names.forms.entries.get(" ".join(words[:count])) == form:
                return number.start() + match.start()
    return number.end() - len(re.search(r"số\s*:?\s*$", before).group())  # type: ignore[union-attr]  # number ends so


def _laws(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    for match in _LAW_DATED.finditer(text.norm, span.start, span.end):
        if re.search(
            r"\d/\d|\bsố\s+\d|\bcủa\s+(?:chính phủ|quốc hội)|nghị định|nghị quyết|thông tư|quyết định",
            match["name"].lower(),
        ):
            continue
        start = match.start()
        inner = [m.start() for m in re.finditer(rf"(?<![^\W_]){_LAW}\s", match.group("name").lower())]
        if inner and not _LAW_AMENDING.match(match.group().lower()):
            start = match.start("name") + inner[-1]
        core = Span(start, match.end("name"))
        form = _LAW_FORMS[text.low[start]]
        yield Anchor(
            Span(start, match.end()), core, form, name=text.words(core), date=parse_date(match.group()), rule="law-date"
        )


def _known(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    """Find known names; laws listed inside the name of an amending law are part of that name."""
    amending = [Span(m.start(), m.end()) for m in _AMENDED_LAWS.finditer(text.low, span.start, span.end)]
    for anchor in _named(text, span, names):
        if not any(place.covers(anchor.core) for place in amending):
            yield anchor


def _named(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    words = tokens(text, span)
    at = 0
    while at < len(words):
        hit = names.known.longest(words, at)
        if hit:
            core = Span(words[at].start, words[hit[1] - 1].end)
            after = text.low[core.end : core.end + 14]
            if re.match(r"\s*\(\s*khóa|\s+khóa", after):
                term = _TERM.match(text.low, core.end)
                core = Span(core.start, term.end()) if term else core
            form = names.forms.longest(words, at)
            if form and form[0] in _LAW_FORMS.values() and (year := _LAW_YEAR.match(text.low, core.end)):
                core = Span(core.start, year.end())
            amended = re.match(r"\s*\(sửa đổi\)", text.low[core.end : core.end + 14])
            core = Span(core.start, core.end + amended.end()) if amended else core
            yield Anchor(core, core, form[0] if form else "", name=text.words(core), rule="known-name")
            at = hit[1]
        else:
            at += 1


def _described(text: Text, span: Span) -> Iterator[Anchor]:
    """Find documents that are only described: strategies, master plans, plans with their period, minutes."""
    forms = {"chiến": "chien-luoc", "quy": "quy-hoach", "kế": "ke-hoach", "biên": "bien-ban", "nghị": "nghi-quyet"}
    for match in _NAMED.finditer(text.low, span.start, span.end):
        core = text.trim(Span(match.start(), match.end()), " \n,")
        yield Anchor(core, core, forms[match.group().split()[0]], name=text.words(core), rule="described")


def _with_tail(text: Text, anchor: Anchor, limit: int, reader: AgencyReader) -> Anchor:
    """Read date, term and issuer behind the core, in either order."""
    end, date, issuer, said = anchor.span.end, anchor.date, anchor.issuer, anchor.term
    for _ in range(3):
        dated = _TAIL_DATE.match(text.low, end, limit) if date is None else None
        if dated and (found := parse_date(dated.group())):
            date, end = found, dated.end()
            continue
        term = _TERM.match(text.low, end, limit)
        if term and anchor.symbol is not None:
            end = term.end()
            said = said or _term_of(term.group())
        of = _OF.match(text.low, end, limit) if issuer is None else None
        if of and anchor.rule not in ("described",):
            bodies, _after = reader.read_list(text, Span(of.end(), limit))
            first = bodies[0] if bodies else None
            if first and not first.group:
                issuer, end = first, first.span.end
                term = _TERM.match(text.low, end, limit)
                end = term.end() if term else end
                said = said or _term_of(text.low[issuer.span.start : min(limit, end + 30)])
                continue
        break
    return replace(anchor, span=Span(anchor.span.start, end), date=date, issuer=issuer, term=said)


def _term_of(low: str) -> str:
    """Read the term of a congress: "khóa XI", "lần thứ 6 (khóa XI)"."""
    match = re.match(r"[^.;“]{0,80}?khóa\s+([ivxl]+)", low)
    return match[1].upper() if match else ""


def _issuer_before(text: Text, anchor: Anchor, span: Span, reader: AgencyReader) -> Anchor:
    """Read "Bộ Chính trị tại Kết luận số …": the issuer stands before the citation."""
    if anchor.issuer is not None or anchor.symbol is None:
        return anchor
    lead = re.search(r"\s+tại\s*$", text.low[span.start : anchor.span.start])
    if not lead:
        return anchor
    end = span.start + lead.start()
    for match in re.finditer(r"(?<![^\W_])[^\W\d_]+", text.norm[max(span.start, end - 90) : end]):
        start = max(span.start, end - 90) + match.start()
        if not text.norm[start].isupper():
            continue
        bodies, after = reader.read_list(text, Span(start, end))
        if len(bodies) == 1 and not bodies[0].group and after == end and bodies[0].record:
            return replace(anchor, issuer=bodies[0])
    return anchor


def _shared_issuers(text: Text, anchors: list[Anchor]) -> list[Anchor]:
    """Give each document of a list the issuer that is said once after the last one."""
    out = list(anchors)
    for at in range(len(out) - 2, -1, -1):
        here, after = out[at], out[at + 1]
        if here.issuer or here.symbol is None or after.symbol is None or not after.issuer:
            continue
        between = text.low[here.span.end : after.span.start]
        if re.fullmatch(r"\s*(?:,|;|và|hoặc)?\s*(?:số\s*)?", between) and here.symbol.organ == after.symbol.organ:
            out[at] = replace(here, issuer=after.issuer)
    return out


def names_of(anchors: Iterable[Anchor], text: Text) -> list[str]:
    """List the words of anchors as written."""
    return [text.words(anchor.span) for anchor in anchors]
