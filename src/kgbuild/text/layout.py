"""Put words with places on a page together again: into lines, columns and paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kgbuild.language import is_upper

_MARK = re.compile(
    r"""\s*(?:[-+•*▪]\s | \d{1,2}(?:\.\d{1,2})*[.)]\s | \(?[a-zđ]\)\s | [IVXLC]{1,6}\s*[.\-)] | \( | “
    | (?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|PHỤ\ LỤC|Phụ\ lục)\s+[\dIVXLC]+ | Căn\ cứ\s | Nơi\ nhận )""",
    re.VERBOSE,
)
_ENDED = re.compile(r"[.;:!?]\W*$")
_UNIT = re.compile(r"(?:^|[\d\s/])[kdcm]?m$")
_DASH = re.compile(r"\s*[-+•]")
_BROKEN = re.compile(r"[^\W_][-/]$")
_NEAR = 4.0  # points: what differs by less stands at the same place


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box on the page, in points from the top left corner; `size` is that of its letters."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height at which the word stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on its page: its box, the width of its first word, and the right end of its column if in one."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: float
    column: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands: its margins, and the usual distance from line to line."""

    left: float
    right: float
    pitch: float


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Set words into lines, from the top down; what a wide gap parts makes two lines at the same height."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        row = rows[-1] if rows else []
        if row and word.middle - _height(row) < 0.5 * max(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    return [line for row in rows for line in _segments(row, page)]


def _height(row: Sequence[Word]) -> float:
    return median(word.middle for word in row[:9])


def _segments(row: Sequence[Word], page: int) -> Iterator[Line]:
    ordered = sorted(row, key=lambda w: w.x0)
    size = max(word.size for word in ordered)
    start = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at].x0 - ordered[at - 1].x1 > 2.5 * size:
            part = ordered[start:at]
            text = _joined(part, size)
            if text:
                top, bottom = min(w.top for w in part), max(w.bottom for w in part)
                first = part[0].x1 - part[0].x0
                yield Line(page, text, part[0].x0, max(w.x1 for w in part), top, bottom, size, first)
            start = at


def _joined(words: Sequence[Word], size: float) -> str:
    """Write words side by side; a small raised number is a call to a footnote unless it follows a unit (m²)."""
    text = ""
    end = words[0].x0
    for word in words:
        close = word.x0 - end < 0.15 * size
        if text and word.size < 0.8 * size and word.text.isdigit() and close:
            if _UNIT.search(text):
                text += word.text
            continue
        text += word.text if close or not text else f" {word.text}"
        end = word.x1
    return text.strip()


def part_columns(lines: Sequence[Line]) -> list[Line]:
    """Order the lines of one page: where two columns stand side by side, the left one first, then the right.

    Two columns have lines side by side at two heights or more; they end where a line crosses the gap.
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
        if sum(_beside(one, two) for one, two in pairwise(zone)) >= 2:
            sides = [line for line in zone if _middle(line) <= gap], [line for line in zone if _middle(line) > gap]
            zone = [replace(line, column=max(x.x1 for x in side)) for side in sides for line in side]
        out += zone
        at = end
    return out


def _beside(one: Line, two: Line) -> bool:
    """Tell whether two lines stand side by side with a gap between them."""
    apart = max(one.x0, two.x0) - min(one.x1, two.x1)
    overlap = min(one.bottom, two.bottom) - max(one.top, two.top)
    return apart > min(one.size, two.size) and overlap > 0.25 * min(one.size, two.size)


def _middle(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def _column_end(lines: Sequence[Line], at: int) -> tuple[int, float]:
    """Find the first line that crosses the gap, and the middle of the gap."""
    low, high = min(lines[at].x1, lines[at + 1].x1), max(lines[at].x0, lines[at + 1].x0)
    end = at + 2
    while end < len(lines):
        line = lines[end]
        on_left = _middle(line) < (low + high) / 2
        if on_left and not _beside(lines[end - 1], line) and not _continues_column(lines[at:end], line, high):
            break
        left, right = (max(low, line.x1), high) if on_left else (low, min(high, line.x0))
        if right - left < _NEAR:
            break
        low, high, end = left, right, end + 1
    return end, (low + high) / 2


def _continues_column(zone: Sequence[Line], line: Line, high: float) -> bool:
    """Tell whether a line stands right below the left column."""
    return any(0 <= line.top - above.bottom < 1.2 * line.size for above in zone if above.x1 < high)


def frame_of(lines: Sequence[Line]) -> Frame:
    """Measure margins and line pitch over the lines of pages of the same width."""
    wide = [line for line in lines if line.column is None]
    longest = max((line.x1 - line.x0 for line in wide), default=0.0)
    full = [line for line in wide if line.x1 - line.x0 > 0.7 * longest] or list(lines)
    lefts, rights = sorted(line.x0 for line in full), sorted(line.x1 for line in full)
    steps = [b.top - a.top for a, b in pairwise(full) if a.page == b.page and 0 < b.top - a.top < 60]
    return Frame(lefts[len(lefts) // 10], rights[(9 * len(rights)) // 10], median(steps) if steps else 20.0)


def paragraphs(lines: Sequence[Line], frame: Frame) -> Iterator[str]:
    """Join the lines of each paragraph."""
    current: list[Line] = []
    for line in lines:
        if current and not _goes_on(current, line, frame):
            yield write(part.text for part in current)
            current = []
        current.append(line)
    if current:
        yield write(part.text for part in current)


def write(lines: Iterable[str]) -> str:
    """Write lines below each other; a symbol or a range that was broken behind its dash is put together.

    >>> write(["Nghị quyết số 20-NQ/", "TW về kinh tế -", "xã hội"])
    'Nghị quyết số 20-NQ/TW về kinh tế -\\nxã hội'
    """
    text = ""
    for line in lines:
        text += line if not text or _BROKEN.search(text) else f"\n{line}"
    return text


def _goes_on(before: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Tell whether *line* continues the paragraph: its first word had no room above, and it begins where it should."""
    last = before[-1]
    if last.column is not None or line.column is not None:
        return _goes_on_in_column(before[0], last, line)
    if last.page == line.page and line.top - last.top > 1.6 * max(frame.pitch, last.size):
        return False
    if _heading_beside_text(last.text, line.text) or _heading_beside_text(line.text, last.text):
        return False
    if _centred(last, line, frame):
        room = frame.right - frame.left - (last.x1 - last.x0)
        wrapped = _fills(last, line, room) or (room < 0.5 * (frame.right - frame.left) and not is_upper(line.text))
        return wrapped and not _ENDED.search(last.text) and not _MARK.match(line.text)
    if not _fills(last, line, frame.right - last.x1) or (_MARK.match(line.text) and _ENDED.search(last.text)):
        return False
    return _indent_fits(before, line, frame)


def _goes_on_in_column(first: Line, last: Line, line: Line) -> bool:
    """Join only what stands below a dash (recipients); the lines of a head or a signature stay apart."""
    return (
        last.column is not None
        and last.column == line.column
        and _DASH.match(first.text) is not None
        and not _MARK.match(line.text)
        and abs(line.x0 - last.x0) < 5 * _NEAR
        and _fills(last, line, last.column - last.x1)
    )


def _heading_beside_text(one: str, two: str) -> bool:
    """Tell whether one line is in capitals (not just its last word or two) and the other is not."""
    return is_upper(one) and len(one.split()) > 3 and sum(char.islower() for char in two) > 3


def _fills(last: Line, line: Line, room: float) -> bool:
    """Tell whether the first word of *line* had no room at the end of the line above."""
    return line.first + 0.2 * last.size > room


def _centred(one: Line, two: Line, frame: Frame) -> bool:
    """Tell whether two lines stand in the middle, at least one of them away from the margins."""
    middle = (frame.left + frame.right) / 2
    away = max(min(line.x0 - frame.left, frame.right - line.x1) for line in (one, two))
    return away > _NEAR and all(abs(_middle(line) - middle) < 3 * _NEAR for line in (one, two))


def _indent_fits(before: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Tell by where the line begins: with the second line, left of an indented first, or hanging below a mark."""
    first, last = before[0], before[-1]
    if len(before) > 1:
        return abs(line.x0 - last.x0) < _NEAR or (line.page != last.page and line.text[:1].islower())
    if line.x0 < first.x0 - _NEAR:
        return True
    if line.x0 > first.x0 + _NEAR:
        return bool(_MARK.match(first.text))
    indented = line.x0 > frame.left + 2 * _NEAR
    return line.text[:1].islower() or not (indented or _ENDED.search(last.text))
