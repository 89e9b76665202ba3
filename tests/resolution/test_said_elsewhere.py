"""Dates of a source's citations: one number, one date, else none."""

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.resolution.said_elsewhere import SaidElsewhere
from kgbuild.text.normalize import normalise

NONE = normalise("")
((_, SYMBOL),) = find_symbols("46/NQ-CP")


def cited(*dates: str) -> SaidElsewhere:
    return SaidElsewhere.of(
        NONE, [CitationMention(Span(0, 8), "cites", "nghi-quyet", SYMBOL, date=date) for date in dates]
    )


def test_dates_are_gathered_only_where_they_agree() -> None:
    assert cited().dates == {}
    assert cited("2013-03-29").date_of(SYMBOL, "nghi-quyet") == "2013-03-29"
    # a misprinted day among good ones
    assert cited("2013-03-29", "2013-03-28", "2013-03-29").date_of(SYMBOL, "nghi-quyet") == "2013-03-29"
    assert cited("2013-03-29", "2025-03-08").date_of(SYMBOL, "nghi-quyet") == ""


def test_the_number_of_a_law_is_gathered_by_its_name() -> None:
    ((_, old),), ((_, new),) = find_symbols("45/2013/QH13"), find_symbols("31/2024/QH15")

    def law(name: str, symbol: DocumentSymbol | None = None, date: str = "") -> CitationMention:
        return CitationMention(Span(0, 8), "cites", "luat", symbol, date=date, name=name)

    one = SaidElsewhere.of(NONE, [law("Luật Đất đai", new)])
    assert one.law(law("Luật Đất đai")) == one.law(law("Luật Đất đai năm 2024")) == new
    assert one.law(law("Luật Đất đai", date="2024-01-18")) == new
    assert one.law(law("Luật Đất đai năm 2013")) is one.law(law("Luật Nhà ở")) is None
    two = SaidElsewhere.of(NONE, [law("Luật Đất đai", new), law("Luật Đất đai", old)])
    assert two.law(law("Luật Đất đai")) is None
    assert two.law(law("Luật Đất đai năm 2013")) == old
