"""Dates of a source's citations: one number, one date, else none."""

from kgbuild.identifiers import find_symbols
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.resolution.said_elsewhere import SaidElsewhere

((_, SYMBOL),) = find_symbols("46/NQ-CP")


def cited(*dates: str) -> SaidElsewhere:
    return SaidElsewhere.of([CitationMention(Span(0, 8), "cites", "nghi-quyet", SYMBOL, date=date) for date in dates])


def test_dates_are_gathered_only_where_they_agree() -> None:
    assert cited().dates == {}
    assert cited("2013-03-29").date_of(SYMBOL, "nghi-quyet") == "2013-03-29"
    # a misprinted day among good ones
    assert cited("2013-03-29", "2013-03-28", "2013-03-29").date_of(SYMBOL, "nghi-quyet") == "2013-03-29"
    assert cited("2013-03-29", "2025-03-08").date_of(SYMBOL, "nghi-quyet") == ""
