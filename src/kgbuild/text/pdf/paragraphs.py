"""Join the lines of a page into paragraphs, by margins, indents, marks and the space above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kgbuild.language import UPPER, is_upper
from kgbuild.text.joins import write
from kgbuild.text.openings import BULLET, OPENS
from kgbuild.text.pdf.layout import NEAR, Line, centre

_NUMBERED = re.compile(rf"\s*(?:\d{{1,2}}(?:\.\d{{1,2}})*\.|[a-zđ]\)|[IVXLC]{{1,6}}\.)\s+[{UPPER}]")
_BULLET = re.compile(rf"\s*{BULLET}\s+[{UPPER}]")
_WANTS = re.compile(r"(?<!\w)(?:khoản|điểm|điều|mục|phần|số|ngày|tháng|năm|và|hoặc|đến|,)\W*$", re.IGNORECASE)
_ENDED = re.compile(r"[.;:!?]\W*$")
_BLANK = 0.3  # of the size: the blank before a word that found no room
_DASH = re.compile(rf"\s*{BULLET}")
_BRACKET = re.compile(r"\s*[(“]")
_SUBJECT = re.compile(r"\W*(?:V/v|Về việc)\s")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands: its margins, and the usual distance from line to line."""

    left: float
    right: float
    pitch: float


def frame_of(lines: Sequence[Line]) -> Frame:
    """Measure margins and line pitch over the lines of pages of the same width."""
    if not lines:
        return Frame(0.0, 0.0, 20.0)
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
        wrapped = _fills(last, line, room - _BLANK * last.size) or (
            room < 0.5 * (frame.right - frame.left) and not is_upper(line.text)
        )
        return wrapped and not _ENDED.search(last.text) and not _opens(line.text)
    if not _fills(last, line, frame.right - last.x1) or (
        _begins(last.text, line.text) and not _is_inner(before[0], line)
    ):
        return False
    return _indent_fits(before, line, frame)


def _opens(line: str) -> bool:
    return bool(OPENS.match(line) or _BRACKET.match(line))


def _begins(above: str, line: str) -> bool:
    """Tell whether a line opens a paragraph by its mark; "khoản" above "2. …" wants a number."""
    if not _opens(line):
        return False
    return bool(_ENDED.search(above) or (_NUMBERED.match(line) and not _WANTS.search(above)))


def _is_inner(first: Line, line: Line) -> bool:
    """Tell "(iii)" at the margin, left of the first line of its paragraph: it stands within a sentence."""
    return line.text.startswith("(") and line.x0 < first.x0 - NEAR


def _goes_on_in_column(first: Line, last: Line, line: Line) -> bool:
    """Join what stands below a dash (recipients) or a subject; other lines of a head or a signature stay apart."""
    if last.column is None or last.column != line.column:
        return False
    if _SUBJECT.match(first.text):
        worded = any(char.isalnum() for char in line.text)
        return worded and line.top - last.bottom < 0.5 * line.size and not _opens(line.text)
    return (
        _DASH.match(first.text) is not None
        and not _opens(line.text)
        and abs(line.x0 - last.x0) < 5 * NEAR
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
    return away > NEAR and all(abs(centre(line) - middle) < 1.5 * NEAR for line in (one, two))


def _indent_fits(before: Sequence[Line], line: Line, frame: Frame) -> bool:
    """Tell by where the line begins: with the second line, left of an indented first, or hanging below a mark."""
    first, last = before[0], before[-1]
    if _BULLET.match(line.text) and line.x0 > frame.left + 2 * NEAR and abs(line.x0 - first.x0) < NEAR:
        return False
    if len(before) > 1:
        return abs(line.x0 - last.x0) < NEAR or (line.page != last.page and line.text[:1].islower())
    if line.x0 < first.x0 - NEAR:
        return True
    if line.x0 > first.x0 + NEAR:
        return bool(_opens(first.text))
    indented = line.x0 > frame.left + 2 * NEAR
    reaches = last.x1 > frame.right - NEAR
    return line.text[:1].islower() or not ((indented and not reaches) or _ENDED.search(last.text))
