"""Put words with places on a page together again: into lines, and lines into columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median

from kgbuild.language import METRES, MOTTO

_UNIT = re.compile(METRES)
_MOTTO = re.compile(rf"(?i:{MOTTO})|CỘNG H[OÒÕ][AÀ] XÃ H[ỘÔ]I(?!\w)")  # it may be broken into two lines
_HEAD_ROWS = 12  # rows from the top in which a head has its motto
_ABOVE, _BELOW = 3, 8  # heights of letters above and below the motto that belong to the head
_RECEIVE = re.compile(r"\W*nơi\s+nhận\b", re.IGNORECASE)
_WHOLE = re.compile(r"\W*(?:Kính gửi|(?:PHỤ LỤC|Phụ lục)\s*(?:số\b|[\dIVX]{1,4}\b|:|$))")  # stand in no column
NEAR = 4.0  # points: what differs by less stands at the same place


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box on the page, in points from the top left corner; `size` is that of its letters.

    `spaced` tells that the text layer has a blank before it, `trailed` that it has one behind, also at the end of a
    line; `order` tells where in the file the word is drawn, `letter` how wide its first letter is.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    spaced: bool = False
    order: int = 0
    trailed: bool = False
    letter: float = 0.0

    @property
    def middle(self) -> float:
        """The height at which the word stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on its page: its box, the width of its first word, and the right end of its column if in one.

    `words` are those it is made of.
    """

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: float
    column: float | None = None
    words: tuple[Word, ...] = ()


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Set words into lines, from the top down; what a wide gap parts makes two lines at the same height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        row = rows[-1] if rows else []
        if row and word.middle - _height(row) < 0.5 * max(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    ordered = [sorted(row, key=lambda w: w.x0) for row in rows]
    gap = _head_gap(ordered)
    return [line for row in ordered for line in _segments(row, page, gap)]


def _height(row: Sequence[Word]) -> float:
    return median(word.middle for word in row[:9])


def _head_gap(rows: Sequence[Sequence[Word]]) -> Word | None:
    """Find the gap to the left of the motto that stands beside the issuer; it may be narrow."""
    for row in rows[:_HEAD_ROWS]:
        for at in range(1, len(row)):
            if _MOTTO.match(" ".join(word.text for word in row[at : at + 9])):
                return replace(row[at], x0=row[at - 1].x1, x1=row[at].x0)
    return None


def _parts_head(gap: Word | None, row: Sequence[Word], at: int) -> bool:
    """Tell whether the gap of the head, wider than those between words, runs before a word of a row near it."""
    one, two = row[at - 1], row[at]
    if gap is None or not -_ABOVE * gap.size < one.middle - gap.middle < _BELOW * gap.size:
        return False
    if two.middle == gap.middle and two.x0 == gap.x1:
        return True
    blank = median(b.x0 - a.x1 for a, b in pairwise(row))
    room = two.x0 - one.x1
    return room > 0.5 * two.size and (len(row) == 2 or room > 1.5 * blank) and one.x1 < gap.x1 and two.x0 > gap.x0


def _segments(ordered: Sequence[Word], page: int, gap: Word | None) -> Iterator[Line]:
    size = max(word.size for word in ordered)
    start = 0
    for at in range(1, len(ordered) + 1):
        wide = at < len(ordered) and ordered[at].x0 - ordered[at - 1].x1 > 2.5 * size
        if at == len(ordered) or wide or _parts_head(gap, ordered, at):
            part = ordered[start:at]
            text = _joined(part, size)
            if text:
                top, bottom = min(w.top for w in part), max(w.bottom for w in part)
                first = part[0].x1 - part[0].x0
                yield Line(page, text, part[0].x0, max(w.x1 for w in part), top, bottom, size, first, words=tuple(part))
            start = at


def _joined(words: Sequence[Word], size: float) -> str:
    """Write words side by side; a small raised number is a call to a footnote unless it follows a unit (m²)."""
    text = ""
    end = words[0].x0
    for word in words:
        close = word.x0 - end < 0.15 * size and not word.spaced
        if text and word.size < 0.8 * size and word.text.isdigit() and close:
            if _UNIT.search(text):
                text += word.text
            continue
        text += word.text if close or not text else f" {word.text}"
        end = word.x1
    return text.strip()


def part_columns(lines: Sequence[Line]) -> list[Line]:
    """Order the lines of one page: where two columns stand side by side, the left one first, then the right.

    Two columns have lines side by side at two heights or more, or recipients at one; they end where a line crosses
    the gap.
    """
    out: list[Line] = []
    at = 0
    while at < len(lines):
        if at + 1 == len(lines) or not _beside(lines[at], lines[at + 1]):
            out.append(lines[at])
            at += 1
            continue
        end, gap = _column_end(lines, at)
        zone = lines[at:end]
        if sum(_beside(one, two) for one, two in pairwise(zone)) >= (1 if _receives(out, zone, gap) else 2):
            sides = [line for line in zone if centre(line) <= gap], [line for line in zone if centre(line) > gap]
            zone = [replace(line, column=max(x.x1 for x in side)) for side in sides for line in side]
        out += zone
        at = end
    return _with_recipients(out)


def _with_recipients(lines: list[Line]) -> list[Line]:
    """Make a column of recipients beside whom nothing stands: they are set closely below "Nơi nhận"."""
    start = next((at for at, line in enumerate(lines) if _RECEIVE.match(line.text) and line.column is None), None)
    if start is None:
        return lines
    end = start + 1
    while end < len(lines) and lines[end].column is None and _is_below(lines[end - 1], lines[end]):
        end += 1
    right = max(line.x1 for line in lines[start:end])
    return [*lines[:start], *(replace(line, column=right) for line in lines[start:end]), *lines[end:]]


def _is_below(above: Line, line: Line) -> bool:
    return abs(line.x0 - above.x0) < 3 * NEAR and line.top - above.bottom < 0.8 * line.size


def _receives(above: Sequence[Line], zone: Sequence[Line], gap: float) -> bool:
    """Tell whether recipients stand on the left of a zone, or begin right above it."""
    left = takewhile(lambda line: line.x1 < gap, reversed(above))
    return any(_RECEIVE.match(line.text) for line in (*zone, *left))


def _beside(one: Line, two: Line) -> bool:
    """Tell whether two lines stand side by side with a gap between them."""
    apart = max(one.x0, two.x0) - min(one.x1, two.x1)
    overlap = min(one.bottom, two.bottom) - max(one.top, two.top)
    return apart > min(one.size, two.size) and overlap > 0.25 * min(one.size, two.size)


def centre(line: Line) -> float:
    """Give the place halfway between the ends of a line."""
    return (line.x0 + line.x1) / 2


def _column_end(lines: Sequence[Line], at: int) -> tuple[int, float]:
    """Find the first line that crosses the gap, and the middle of the gap."""
    low, high = min(lines[at].x1, lines[at + 1].x1), max(lines[at].x0, lines[at + 1].x0)
    end = at + 2
    while end < len(lines):
        line = lines[end]
        on_left = centre(line) < (low + high) / 2
        if _WHOLE.match(line.text):
            break
        if on_left and not _belongs(lines, at, end, high):
            break
        left, right = (max(low, line.x1), high) if on_left else (low, min(high, line.x0))
        if right - left < NEAR:
            break
        low, high, end = left, right, end + 1
    return end, (low + high) / 2


def _belongs(lines: Sequence[Line], start: int, at: int, high: float) -> bool:
    """Tell whether a line on the left stands beside one on the right, or right below the left column."""
    line = lines[at]
    if any(_beside(line, other) for other in lines[at - 1 : at + 2] if other is not line):
        return True
    return any(0 <= line.top - above.bottom < 1.2 * line.size for above in lines[start:at] if above.x1 < high)
