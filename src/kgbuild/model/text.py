"""The text of one source as it was read, and the blocks it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.model.core import Span

_CONTROLS = map(chr, [*range(0x09), *range(0x0E, 0x20), 0x7F])
INVISIBLE = frozenset([*"\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\uffff\r", *_CONTROLS])
"""Signs that no reader sees; `Text.plain` is without them."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A source's text in two forms and the way back from one to the other.

    `raw` is what was read, untouched; `plain` is the same in NFC with one kind of blank, one kind of line end and
    no markup; `norm` is `plain` with one kind of dash and one placement of tones, for matching; `low` is `norm` in
    lower case. The last three have equal length, and `offsets[i]` is the place in `raw` where their character i
    begins (one more entry stands for the end).
    """

    raw: str
    plain: str
    norm: str
    low: str
    offsets: Sequence[int]

    def raw_span(self, span: Span) -> tuple[int, int]:
        """Give the place of *span* in `raw`: start and end in code points, end exclusive."""
        start = self.offsets[span.start]
        if span.end <= span.start:
            return start, start
        last = self.offsets[span.end - 1]
        end = last + 1
        # the marks of the last letter belong to it, over invisible signs too; markup behind it does not
        for at in range(last + 1, self.offsets[span.end]):
            if is_combining(self.raw[at]):
                end = at + 1
            elif self.raw[at] not in INVISIBLE:
                break
        return start, end

    def quote(self, span: Span) -> str:
        """Give the slice of `raw` that *span* covers, untouched."""
        start, end = self.raw_span(span)
        return self.raw[start:end]

    def words(self, span: Span) -> str:
        """Give the words of *span* for reading: NFC, blanks and line breaks folded into one blank."""
        return " ".join(self.plain[span.start : span.end].split())

    def lines(self, span: Span) -> list[Span]:
        """List the lines of a span as they stand in the source; reading has put one blank for a line's end."""
        ends = [
            at
            for at in range(span.start, span.end)
            if self.norm[at].isspace() and "\n" in self.raw[self.offsets[at] : self.offsets[at + 1]]
        ]
        bounds = [span.start - 1, *ends, span.end]
        return [line for a, b in pairwise(bounds) if len(line := self.trim(Span(a + 1, b)))]

    def trim(self, span: Span, strip: str = " \t\n") -> Span:
        """Shrink *span* so that it neither begins nor ends with a character of *strip*."""
        start, end = span.start, span.end
        while start < end and self.norm[start] in strip:
            start += 1
        while end > start and self.norm[end - 1] in strip:
            end -= 1
        return Span(start, end)


def is_combining(char: str) -> bool:
    """Tell whether *char* is a combining mark of the Latin script."""
    return "̀" <= char <= "ͯ"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a heading; an empty span stands for a cell or line that holds only blanks."""

    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its grid: merged cells are repeated in each place they cover."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a reader makes of one file: its text, the blocks in reading order, and what could not be read."""

    text: Text
    blocks: tuple[Block, ...]
    doubts: tuple[str, ...] = ()
