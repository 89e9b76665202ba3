"""Where a text prints the number of a document: whole, in a list that shares one symbol, or without its type symbol."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, roman
from kgbuild.mentions.citing.citation_names import CitationNames
from kgbuild.mentions.spans import Spans
from kgbuild.model import Span
from kgbuild.model.text import Text

_LISTED = re.compile(r"\bsố\s*:?\s*(?P<numbers>(?:\d{1,5}[a-zđ]?(?:/(?:19|20)\d{2})?\s*(?:,|;|\svà)\s*){1,12})$")
_ONE = re.compile(r"(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d{2}))?")
_BACK = 120  # characters in which a list before a symbol stands
# "Tờ trình số 126/SKHĐT", "Nghị quyết 06/TU", "Công văn số 313/GT-GT": only a type word makes it a number
_UNTYPED = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d{2}))?\s?[/-]\s?"
    r"(?P<organ>TTg|[A-ZĐƯƠ]{2,10}(?:&[A-ZĐƯƠ]{2,10})?)(?:-(?P<unit>[A-ZĐƯƠ]{1,10}))?(?![\w&]|\s?[/-]\s?[A-ZĐ\d])"
)
_OF_COMMITTEE = re.compile(
    rf"TƯ,?\s+(?:ngày\s+{DATE},?\s+)?của\s+(?:(?:ban chấp hành|bch|ban thường vụ|btv|thường trực)\s+)?"
    r"(?:đảng bộ (?:tỉnh|thành phố)|(?:tỉnh|thành|huyện|quận|thị)\s+ủy)(?![^\W_])",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?:\s+số)?\s*:?\s*$")
OWNER = re.compile(r"\s+của\s+[^\W\d][^;,.:()\d]{2,40}$")
"""A body between a type word and its number: "Nghị định của Chính phủ số 11-CP"."""


def find_numbers(text: Text, span: Span, names: CitationNames) -> list[tuple[Span, DocumentSymbol]]:
    """Find every number of a document in *span*, in order: its place and the symbol."""
    found: list[tuple[Span, DocumentSymbol]] = []
    for match, symbol in find_symbols(text.norm[span.start : span.end]):
        core = Span(span.start + match.start(), span.start + match.start("groups") + len(match["groups"]))
        if symbol.organs == ("TW",) and _OF_COMMITTEE.match(text.norm, core.end - 2):
            symbol = replace(symbol, organs=("TU",))  # a scan gave the U of a province its horn
        found.extend(_listed(text, span, core, symbol))
        found.append((core, symbol))
    found.extend(_untyped(text, span, names, Spans(core for core, _ in found)))
    return sorted(found, key=lambda pair: pair[0].start)


def _listed(text: Text, span: Span, core: Span, symbol: DocumentSymbol) -> Iterator[tuple[Span, DocumentSymbol]]:
    """Read "số 10, 11, 12/NQ-HĐND": all bear the symbol that the last one prints."""
    begin = max(span.start, core.start - _BACK)
    listed = _LISTED.search(text.low[begin : core.start])
    if listed is None:
        return
    for one in _ONE.finditer(text.low, begin + listed.start("numbers"), core.start):
        yield Span(one.start(), one.end()), replace(symbol, number=one["number"], year=one["year"])


def _untyped(text: Text, span: Span, names: CitationNames, whole: Spans) -> Iterator[tuple[Span, DocumentSymbol]]:
    """Read a number whose symbol names only the organ, none of the *whole* ones; the type word stands before it."""
    for match in _UNTYPED.finditer(text.norm, span.start, span.end):
        core = Span(match.start(), match.end())
        lead = _COUNT.sub("", text.low[max(span.start, core.start - 60) : core.start])
        typed = names.before.search(lead) or names.before.search(OWNER.sub("", lead))
        organ = match["organ"]
        if typed is None or roman(organ) is not None:
            continue
        organs = (organ, match["unit"]) if match["unit"] else (organ,)
        if organ in names.by_symbol and len(organs) == 1 and not (organ == "QH" and match["year"]):
            continue
        if not whole.meet(core):
            yield core, DocumentSymbol(match["number"], match["year"], None, organs)
