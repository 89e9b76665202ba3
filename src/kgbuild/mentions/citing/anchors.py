"""Where a text names another document: by symbol, by a law's name and date, by a known or declared name."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kgbuild.language import fold
from kgbuild.mentions.citing.citation_names import Anchor, CitationNames
from kgbuild.mentions.citing.congresses import congress_resolutions
from kgbuild.mentions.citing.laws import LAW_FORMS, dated_laws, known_names, law_before
from kgbuild.mentions.citing.numbers import OWNER, find_numbers
from kgbuild.mentions.citing.said_days import said_days
from kgbuild.mentions.citing.said_numbers import said_numbers, settled
from kgbuild.mentions.citing.tails import issuer_before, share_issuers, with_tail
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

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


def find_anchors(text: Text, span: Span, names: CitationNames, reader: AgencyReader) -> list[Anchor]:
    """Find every document named in *span*, in order and without overlaps."""
    found = [
        *_standards(text, span),
        *_symbols(text, span, names),
        *dated_laws(text, span),
        *known_names(text, span, names),
        *congress_resolutions(text, span, reader),
        *_described(text, span, reader),
        *said_numbers(text, span, names),
        *said_days(text, span, names, reader),
    ]
    found.sort(key=lambda a: (a.core.start, -len(a.core)))
    kept: list[Anchor] = []
    for anchor in sorted(found, key=lambda a: (a.symbol is None, -len(a.span))):
        at = bisect_left(kept, anchor.span.start, key=lambda a: a.span.start)
        beside = kept[max(at - 1, 0) : at + 1]
        if not any(anchor.span.start < k.span.end and k.span.start < anchor.span.end for k in beside):
            kept.insert(at, anchor)
    tailed = [
        with_tail(text, anchor, kept[at + 1].span.start if at + 1 < len(kept) else span.end, reader)
        for at, anchor in enumerate(kept)
    ]
    shared = share_issuers(text, [issuer_before(text, a, span, reader) for a in tailed])
    return settled(text, span, shared, reader)


_LISTED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*số\s*:?\s*")
_BACK = 40  # characters: no type word is longer
_LONGEST_NAME = 2000  # characters: a law's name is shorter, with all the laws that it amends


def _symbols(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    last_form, begin = "", span.start
    for core, symbol in find_numbers(text, span, names):
        before, opening, begin = text.low[begin : core.start], begin, core.end
        cut = _BEFORE.search(before)
        lead = before[: cut.start()] if cut else before
        typed = names.before.search(lead)
        if typed is None and symbol.form is None:
            typed = names.before.search(OWNER.sub("", lead))
        national = symbol.organs[0][:2] in ("QH", "UB")
        near = max(span.start, core.start - _LONGEST_NAME)
        law = law_before(text.norm[near : core.start]) if national else None
        listed = bool(last_form) and bool(_LISTED.fullmatch(before))
        if listed and law is not None and near + law < opening:
            law = None  # "các Luật số 1/2024/QH15, số 2/2024/QH15": the second has no name of its own
        plain = symbol.form is None  # 21/2017/QH14 is a law's number, though it is called "Luật Quy hoạch"
        if law is not None and (plain or typed is None or names.forms.entries.get(fold(typed.group())) in names.laws):
            form, start = LAW_FORMS[text.low[near + law]], near + law
        elif typed:
            form = names.forms.entries.get(fold(typed.group()), "")
            if form == "van-ban":
                # "văn bản" says nothing of the type; a number without type symbol is that of a letter
                form = names.by_symbol.get(symbol.form or "", "cong-van" if len(symbol.organs) > 1 else form)
                if form == "thong-tu" and not symbol.year:
                    form = "to-trinh"  # "văn bản số 54/TT-SCN": the year stands in the number of a circular
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
                form = last_form if listed and national else "luat" if symbol.organs[0][:2] == "QH" else "cong-van"
        if (own := names.by_symbol.get(symbol.form or "")) in names.joint:
            form = own  # "Thông tư số 22/2011/TTLT-BTC-BKHCN"
        name = text.words(Span(start, core.start)) if form in names.laws else ""
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


def _described(text: Text, span: Span, reader: AgencyReader) -> Iterator[Anchor]:
    """Find documents that are only described: strategies, master plans, plans with their period, minutes."""
    forms = {"chiến": "chien-luoc", "quy": "quy-hoach", "kế": "ke-hoach", "biên": "bien-ban", "nghị": "nghi-quyet"}
    for match in _NAMED.finditer(text.low, span.start, span.end):
        core = text.trim(Span(match.start(), match.end()), " \n,")
        core, parties = _parties(text, core, reader)
        form = forms[match.group().split()[0]]
        yield Anchor(core, core, form, name=text.words(core), rule="described", parties=parties)


def _parties(text: Text, core: Span, reader: AgencyReader) -> tuple[Span, tuple[AgencyMention, ...]]:
    """Read the bodies between whom a document is made; behind them its name goes on with "về" only."""
    between = re.search(r"\sgiữa\s+", text.low[core.start : core.end])
    if between is None:
        return core, ()
    parties, end = reader.read_list(text, Span(core.start + between.end(), core.end))
    if len(parties) < 2 or any(party.group for party in parties):
        return core, ()
    about = re.match(r"\s+về\s", text.low[end : core.end])
    return (core if about else Span(core.start, end)), tuple(parties)
