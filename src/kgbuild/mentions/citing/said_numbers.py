"""Documents of which type, number and issuer are said but no symbol: "Nghị quyết số 70 của Bộ Chính trị"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.identifiers import DocumentSymbol
from kgbuild.language import fold
from kgbuild.mentions.citing.citation_names import Anchor, CitationNames
from kgbuild.mentions.citing.tails import body_before
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.text import Text

RULE = "said-number"
DATED = "number-only"  # neither issuer nor symbol, but a day

_NUMBER = re.compile(
    r"(?<![^\W_])(?:(?P<count>số)\s*:?\s*)?(?P<number>\d{1,4})(?:\s?-\s?(?P<form>nq|kl|ct|tb|qđ))?"
    r"(?!\w|\s?[-/–]\s?\w|[.,]\d|\s*%)"
)
_BACK = 40  # characters: no type word is longer
# "Nghị quyết số 57, 59 và 66 của Bộ Chính trị"
_LISTED = re.compile(r"(?P<numbers>(?:\s*(?:,|và|,\s*và)\s+(?:số\s+)?\d{1,4}(?!\w)){1,12})\s+(?=của\s)")
_ISSUES = re.compile(r"\s+(?:(?:đã|vừa|mới)\s+)*(?:ký\s+)?ban\s+hành\s*$")
_AGAIN = re.compile(r"[^.;:]*?(?:,|;|\svà)\s*")  # what stands between two documents of one list
_FORMS = {
    "TW": {"nghi-quyet": "NQ", "ket-luan": "KL", "chi-thi": "CT", "thong-bao": "TB", "quy-dinh": "QĐ"},
    "TU": {"nghi-quyet": "NQ", "ket-luan": "KL", "chi-thi": "CT", "thong-bao": "TB", "ke-hoach": "KH"},
    "CP": {"nghi-quyet": "NQ"},
    "TTg": {"chi-thi": "CT", "cong-dien": "CĐ"},
    "UBND": {"ke-hoach": "KH"},
}
"""The types that an organ numbers with one symbol and no year, so that the number alone gives the whole."""
_STATE = ("CP", "TTg")
_SINCE = "2009"  # before, directives and resolutions of the Government bore their year
_NAMED = ("nghi-quyet", "nghi-dinh", "chi-thi", "ket-luan", "quy-dinh", "thong-tu")
_NAMING = ("qh", "cp", "ttg", "ubtvqh")


def said_numbers(text: Text, span: Span, names: CitationNames) -> Iterator[Anchor]:
    """Find every type word that a number without a symbol follows; who issued it tells whether it is a document."""
    for match in _NUMBER.finditer(text.low, span.start, span.end):
        typed = names.before.search(text.low[max(span.start, match.start() - _BACK) : match.start()])
        form = names.forms.entries.get(fold(typed.group()), "") if typed else ""
        if typed is None or not form or form in names.laws:
            continue
        core = Span(match.start() - len(typed.group()), match.end())
        yield Anchor(core, core, form, name=text.words(core), rule=RULE if not match["form"] else f"{RULE}:form")
        listed = _LISTED.match(text.low, match.end(), span.end)
        for one in re.finditer(r"\d+", listed["numbers"]) if listed else ():
            core = Span(match.end() + one.start(), match.end() + one.end())
            yield Anchor(core, core, form, name=f"{typed.group().strip()} {one.group()}", rule=f"{RULE}:list")


def settled(text: Text, span: Span, anchors: Sequence[Anchor], reader: AgencyReader) -> list[Anchor]:
    """Keep of such numbers those whose issuer is said, or shared in a list, with their symbol; or those with a day."""
    kept: list[Anchor] = []
    for anchor in _shared_back(anchors):
        if not anchor.rule.startswith(RULE):
            kept.append(anchor)
            continue
        issuer = anchor.issuer or body_before(text, anchor, span, reader, _ISSUES) or _shared(text, kept, anchor)
        symbol = _symbol(anchor, issuer, reader)
        if symbol is not None:
            kept.append(replace(anchor, issuer=issuer, symbol=symbol, rule=RULE))
        elif anchor.date and re.search(r"số\s*:?\s*\d+$", text.low[anchor.core.start : anchor.core.end]):
            kept.append(replace(anchor, rule=DATED))
        elif issuer and issuer.record in _NAMING and anchor.form in _NAMED and not anchor.rule.endswith(":form"):
            kept.append(replace(anchor, issuer=issuer, rule=RULE))
    return kept


def _shared_back(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Give the numbers that share one type word the issuer that stands behind the last of them."""
    out = list(anchors)
    for at in range(len(out) - 1, 0, -1):
        before, here = out[at - 1], out[at]
        if here.rule == f"{RULE}:list" and before.rule.startswith(RULE) and before.form == here.form:
            out[at - 1] = replace(before, issuer=before.issuer or here.issuer)
    return out


def _shared(text: Text, kept: Sequence[Anchor], anchor: Anchor) -> AgencyMention | None:
    """Give the issuer of the document of one type that stands before in a list: "Nghị quyết số 71 về …, số 72 về …"."""
    before = kept[-1] if kept else None
    if before is None or before.rule != RULE or before.form != anchor.form or "số" not in anchor.name:
        return None
    listed = _AGAIN.fullmatch(text.low, before.span.end, anchor.span.start)
    return before.issuer if listed else None


def _symbol(anchor: Anchor, issuer: AgencyMention | None, reader: AgencyReader) -> DocumentSymbol | None:
    """Write the symbol that the issuer gives a document of this type; None where it may have given another."""
    record = reader.lexicon.knowledge.agencies.get(issuer.record) if issuer and not issuer.locality else None
    organ = record.symbol if record else ""
    if record is not None and record.parent == "prov:tu" and record.id == "prov:thuong-truc-tu":
        organ = "TU"
    form = _FORMS.get(organ, {}).get(anchor.form)
    if form is None or (organ in _STATE and anchor.date and anchor.date < _SINCE):
        return None
    number = re.search(r"\d+", anchor.name)
    return DocumentSymbol(number.group(), None, form, (organ,), organ in ("TW", "TU")) if number else None


def completed(found: Sequence[CitationMention]) -> list[CitationMention]:
    """Give a number without a symbol the one that the same text prints elsewhere for its type and number."""
    printed: dict[tuple[str, str], set[DocumentSymbol]] = {}
    for mention in found:
        if mention.symbol is not None and mention.rule != RULE:
            printed.setdefault((mention.form, mention.symbol.number.lstrip("0")), set()).add(mention.symbol)
    return [_with_symbol(mention, printed) if mention.rule == RULE else mention for mention in found]


def _with_symbol(mention: CitationMention, printed: dict[tuple[str, str], set[DocumentSymbol]]) -> CitationMention:
    number = re.search(r"\d+", mention.name)
    organ = mention.issuer.record.upper() if mention.issuer else ""
    if mention.symbol is not None or number is None:
        return mention
    same = [s for s in printed.get((mention.form, number.group().lstrip("0")), ()) if _of(s, organ)]
    return replace(mention, symbol=same[0]) if len(same) == 1 else mention


def _of(symbol: DocumentSymbol, record: str) -> bool:
    """Tell whether a symbol is one of the body with this record: "QH15" of the National Assembly."""
    return any(organ.upper().rstrip("0123456789") == record for organ in symbol.organs)
