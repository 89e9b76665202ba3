"""Dates, places and numbers that one source gives to the documents it cites, for where it leaves them out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kgbuild.identifiers import DocumentSymbol
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text
from kgbuild.resolution.document_names import YEAR_BEHIND, name_key

_FAMILY = {"chuong-trinh-hanh-dong": "chuong-trinh", "ke-hoach-hanh-dong": "ke-hoach"}


@dataclass(frozen=True, slots=True)
class SaidElsewhere:
    """What one source says of a number elsewhere: same organ, form and number; one date, and one place for a date.

    `laws` are the numbers that it gives to the laws of a name, `carried` the names of what it says to carry out,
    `topics` what it says a number is about.
    """

    dates: dict[tuple[str, str, str, str], str]
    areas: dict[tuple[tuple[str, str, str, str], str], str]
    laws: dict[str, tuple[DocumentSymbol, ...]] = field(default_factory=dict)
    carried: frozenset[str] = frozenset()
    topics: dict[tuple[str, str, str, str], dict[Span, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Text, mentions: Sequence[CitationMention]) -> "SaidElsewhere":
        """Gather the dates and places of a source's citations; two different years, or two places, make none."""
        seen: dict[tuple[str, str, str, str], dict[str, int]] = {}
        places: dict[tuple[tuple[str, str, str, str], str], set[str]] = {}
        laws: dict[str, dict[str, DocumentSymbol]] = {}
        for mention in mentions:
            if mention.symbol and mention.name:
                laws.setdefault(name_key(mention.name), {})[str(mention.symbol)] = mention.symbol
            if mention.symbol and mention.date:
                key = _loose(mention.symbol, mention.form)
                counts = seen.setdefault(key, {})
                counts[mention.date] = counts.get(mention.date, 0) + 1
                if mention.issuer and mention.issuer.area and not mention.issuer.locality:
                    places.setdefault((key, mention.date), set()).add(mention.issuer.area)
        dates = {k: max(sorted(v), key=lambda d: v[d]) for k, v in seen.items() if len({d[:4] for d in v}) == 1}
        one_place = {key: next(iter(areas)) for key, areas in places.items() if len(areas) == 1}
        carried = frozenset(name_key(mention.name) for mention in mentions if mention.kind == "implements")
        numbers = {name: tuple(symbols.values()) for name, symbols in laws.items()}
        return cls(dates, one_place, numbers, carried, _topics(text, mentions))

    def date_of(self, symbol: DocumentSymbol, form: str) -> str:
        """Give the date that the source states elsewhere for a number; empty when it states none or two."""
        return self.dates.get(_loose(symbol, form), "")

    def area_of(self, symbol: DocumentSymbol, form: str, date: str) -> str:
        """Give the place that the source states elsewhere for a number of one day; empty when none or two."""
        return self.areas.get((_loose(symbol, form), date), "")

    def topics_of(self, mention: CitationMention) -> tuple[str, ...]:
        """Give what a number without its day is about: by the words behind it, else as the source says elsewhere."""
        said = self.topics.get(_loose(mention.symbol, mention.form), {}) if mention.symbol else {}
        own = said.get(mention.title) if mention.title else None
        return (own,) if own else tuple(dict.fromkeys(said.values()))

    def law(self, mention: CitationMention) -> DocumentSymbol | None:
        """Give the number that the source states elsewhere for a law of one name and year; None when none or two."""
        name = name_key(mention.name)
        behind = YEAR_BEHIND.search(name)
        year = mention.date[:4] if mention.date else behind[1] if behind else ""
        of_name = self.laws.get(name) or self.laws.get(name[: behind.start()] if behind else "", ())
        found = [symbol for symbol in of_name if not year or symbol.year == year]
        return found[0] if len(found) == 1 else None


def _topics(text: Text, mentions: Sequence[CitationMention]) -> dict[tuple[str, str, str, str], dict[Span, str]]:
    found: dict[tuple[str, str, str, str], dict[Span, str]] = {}
    for mention in mentions:
        if mention.symbol and mention.title and not mention.date:
            found.setdefault(_loose(mention.symbol, mention.form), {})[mention.title] = text.words(mention.title)
    return found


def family(form: str) -> str:
    """Give the type whose number a type shares: an action programme is numbered as a programme."""
    return _FAMILY.get(form, form)


def _loose(symbol: DocumentSymbol, form: str) -> tuple[str, str, str, str]:
    return symbol.number.lstrip("0"), symbol.year or "", symbol.form or family(form), "-".join(symbol.organs)
