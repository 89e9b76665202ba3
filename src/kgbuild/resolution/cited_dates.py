"""Dates that one source gives to the documents it cites, for the places where it leaves them out."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.identifiers import DocumentSymbol
from kgbuild.model.mentions import CitationMention

_FAMILY = {"chuong-trinh-hanh-dong": "chuong-trinh", "ke-hoach-hanh-dong": "ke-hoach"}


@dataclass(frozen=True, slots=True)
class CitedDate:
    """The date that one source gives to an undated citation elsewhere: same organ, form and number, one date only."""

    dates: dict[tuple[str, str, str, str], str]

    @classmethod
    def of(cls, mentions: Sequence[CitationMention]) -> "CitedDate":
        """Gather the dates of a source's citations; two different years make none."""
        seen: dict[tuple[str, str, str, str], dict[str, int]] = {}
        for mention in mentions:
            if mention.symbol and mention.date:
                counts = seen.setdefault(_loose(mention.symbol, mention.form), {})
                counts[mention.date] = counts.get(mention.date, 0) + 1
        return cls({k: max(sorted(v), key=lambda d: v[d]) for k, v in seen.items() if len({d[:4] for d in v}) == 1})

    def date_of(self, symbol: DocumentSymbol, form: str) -> str:
        """Give the date that the source states elsewhere for a number; empty when it states none or two."""
        return self.dates.get(_loose(symbol, form), "")


def family(form: str) -> str:
    """Give the type whose number a type shares: an action programme is numbered as a programme."""
    return _FAMILY.get(form, form)


def _loose(symbol: DocumentSymbol, form: str) -> tuple[str, str, str, str]:
    return symbol.number.lstrip("0"), symbol.year or "", symbol.form or family(form), "-".join(symbol.organs)
