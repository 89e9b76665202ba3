"""Runs of words on a page that nothing wide parts, the lines they stand on, and the columns they keep to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from kgbuild.text.pdf.layout import Word

NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-H]|[a-zđ])[.)]?")
"""What stands before a row of a table: its number or letter."""

_ROOM = 0.45  # of the size: a blank as wide as that may part two columns
_WIDER = 1.3  # times the blank that is not drawn out: one between two words of a cell may be as wide
_NEXT = 2  # signs between two words that are drawn one after the other: blanks
_TOUCH = 1.0  # points by which two columns may seem to overlap

Range: TypeAlias = tuple[float, float]
"""From where to where something reaches across the page, in points."""


@dataclass(frozen=True, slots=True, eq=False)
class Bit:
    """Words of one line close to each other, in order; `order` is where in the file they are drawn."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    order: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        return self.words[0].size


Row: TypeAlias = list[Bit]
"""The bits on one line of the page, from left to right."""


def rows_of_bits(words: Iterable[Word]) -> list[Row]:
    """Set words into lines from the top down, cut wherever a blank may part two columns."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        if rows and word.middle - rows[-1][0].middle < 0.5 * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    ordered = [sorted(row, key=lambda w: w.x0) for row in rows]
    pairs = [pair for row in ordered for pair in pairwise(row) if pair[1].size and _follows(*pair)]
    gaps = sorted((two.x0 - one.x1) / two.size for one, two in pairs)
    room = max(_ROOM, _WIDER * gaps[len(gaps) // 5] if gaps else 0.0)
    return [_bits(row, room) for row in ordered]


def _bits(row: Sequence[Word], room: float) -> Row:
    bits: Row = []
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or _parts(row[at - 1], row[at], room):
            bits.append(_bit(row[start:at]))
            start = at
    return bits


def _parts(one: Word, two: Word, room: float) -> bool:
    """Tell whether two words side by side may stand in two columns: far apart, or not drawn one after the other."""
    return two.x0 - one.x1 > room * max(one.size, two.size) or not _follows(one, two)


def _follows(one: Word, two: Word) -> bool:
    return 0 <= two.order - one.order <= len(one.text) + _NEXT


def _bit(words: Sequence[Word]) -> Bit:
    tops, bottoms = [w.top for w in words], [w.bottom for w in words]
    return Bit(tuple(words), words[0].x0, words[-1].x1, min(tops), max(bottoms), min(w.order for w in words))


def columns_of(ranges: Iterable[Range]) -> list[Range]:
    """Join what overlaps: the columns are what is left apart."""
    found: list[Range] = []
    for x0, x1 in sorted(ranges):
        if found and x0 < found[-1][1] - _TOUCH:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def covered(columns: Sequence[Range], bit: Bit) -> list[int]:
    """List the columns that a bit overlaps, by their numbers."""
    return [n for n, (x0, x1) in enumerate(columns) if bit.x0 < x1 - _TOUCH and bit.x1 > x0 + _TOUCH]
