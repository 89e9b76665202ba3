"""Passages that answer quickly which of them meet or hold another, however many there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from kgbuild.model import Span

_NESTED = 8


class Spans:
    """Passages sorted by where they start.

    >>> found = Spans([Span(5, 9), Span(0, 3)])
    >>> found.meet(Span(2, 4)), found.meet(Span(3, 5)), found.holding(Span(6, 8))
    (True, False, Span(start=5, end=9))
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]
        self.reach = list(accumulate((span.end for span in self.spans), max))

    def meet(self, span: Span) -> bool:
        """Tell whether any of them shares a character with *span*."""
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.reach[at - 1] > span.start

    def holding(self, span: Span) -> Span | None:
        """Give the innermost one that covers *span*; of many nested ones only the last few are looked at."""
        at = bisect_right(self.starts, span.start)
        nearest = reversed(self.spans[max(0, at - _NESTED) : at])
        return next((one for one in nearest if one.covers(span)), None)
