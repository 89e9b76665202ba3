"""Words that a narrow cell breaks in the middle, without a hyphen, put together again: "Thươn" above "g" is "Thương".

Where a line ends and the next letter would have found no room, either may be: a word that ends there, or one that is
broken. It is broken when one of the two pieces is no syllable of Vietnamese and both together are; when the file
writes a blank at the end of its other lines and none there; or when the file has the whole elsewhere and the piece
below nowhere. In all other cases the blank stays.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.text.joins import write
from kgbuild.text.pdf.glyphs import Glyph
from kgbuild.text.pdf.layout import Line
from kgbuild.text.syllables import is_syllable

DOUBTFUL = "\N{WORD JOINER}"
"""Stands before the end of a line that may be within a word, until `settled` decides."""

_CLOSES = re.compile(r"[,;:)\]]|\.(?![.\w…])")
_HEAD = re.compile(r"[^\W\d_]+|\d+")
_TAIL = re.compile(r"(?:[^\W\d_]+|\d+)$")
_WHOLE = re.compile(r"[^\W_]+")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(r"[\dIVX][/.-]$")
_FIGURES = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}\.?|(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?:[-–](?:19|20)\d\d)?")
_DOUBT = re.compile(rf"((?:[^\W\d_]+|\d+)){DOUBTFUL}\n(?=([^\W\d_]+|\d+))")
_CUT_YEAR, _REST = re.compile(r"(^|[\n/–-]) ?(\d{1,3})$"), re.compile(r"\d{1,3}(?=[\s,;.–-]|$)")
_LONE = re.compile(r"[^\W\d_]+(?=[\s,;]|$)")
_WIDEST = 8.0  # points: no cell keeps more free at its sides
_LAX, _LAXER = 0.15, 0.3  # of the size: by which a letter may seem to find room, and where the spelling is plain
_BLANK = 0.3  # of the size: a blank that finds no room at the end of a line is not written either
_FEWEST = 5  # lines by which it is told whether a file writes blanks at their ends
_NEAR = 15  # years


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: what its cells keep free at their sides, in points, and whether lines end in blanks."""

    margin: float = 0.0
    blanks: bool = False


def writes_blanks(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a page has blanks at the ends of lines that go on below, as word processors leave them."""
    drawn = sorted((glyph for glyph in glyphs if not glyph.text.isspace()), key=lambda glyph: glyph.order)
    ends = [
        one.trailed
        for one, two in pairwise(drawn)
        if two.text[:1].islower() and 0.5 * one.size < two.middle - one.middle < 2.5 * one.size
    ]
    return len(ends) >= _FEWEST and 2 * sum(ends) >= len(ends)


def margin_of(cells: Iterable[tuple[float, float, Sequence[Line]]]) -> float:
    """Measure what the cells of a table keep free at their sides: no line comes nearer to their rules."""
    free = (gap for x0, x1, lines in cells for line in lines for gap in (line.x0 - x0, x1 - line.x1))
    return min(_WIDEST, max(0.0, min(free, default=0.0)))


def write_cell(lines: Sequence[Line], x0: float, x1: float, setting: Setting) -> str:
    """Write the lines of a cell that reaches from *x0* to *x1*; a line that may end within a word gets a mark."""
    room = x1 - x0 - 2 * setting.margin
    seams = [_seam(lines[:at], lines[at], room, setting.blanks) for at in range(1, len(lines))]
    if seams and all(seam is not None and seam.full for seam in seams) and _is_stack([line.text for line in lines]):
        return "".join(line.text for line in lines)
    parts = [lines[-1].text] if lines else []
    for line, seam in zip(lines[-2::-1], reversed(seams), strict=True):
        glue = "\n" if seam is None else _glue(seam, parts[-1])
        if glue == "\n":
            parts.append(line.text)
        else:
            parts[-1] = line.text + glue + parts[-1]
    return write(reversed(parts))


@dataclass(frozen=True, slots=True)
class _Seam:
    """Where a line ends above another.

    `tail` is the last run of letters or digits, `dated` tells that it goes on with a date. A line is `full` when the
    letter below found no room, `nearly` when it hardly did; it is `blankless` when a blank is missing that would stand
    there if a word ended, `alone` when one word fills it.
    """

    tail: str
    dated: bool
    measured: bool
    full: bool
    nearly: bool
    blankless: bool
    alone: bool


def _seam(above: Sequence[Line], line: Line, room: float, blanks: bool) -> _Seam | None:
    """Look at the end of the last line *above* another; None when they stand side by side."""
    last = above[-1]
    if last.bottom - line.top > 0.5 * line.size:
        return None
    words = last.words
    tail = _TAIL.search(_composed(words[-1].text))
    one = tail[0] if tail else ""
    before = words[-1].text[: -len(one)] or (above[-2].text if len(words) == 1 and len(above) > 1 else "")
    left = room - (last.x1 - last.x0)
    letter = line.words[0].letter
    return _Seam(
        tail="" if words[-1].trailed else one,
        dated=_DATED.search(before) is not None,
        measured=len(one) == 1 and len(words) > 1 and words[-2].text[-1:].isdigit(),
        full=letter > left - _LAX * line.size,
        nearly=letter > left - _LAXER * line.size,
        blankless=blanks and left > _BLANK * last.size,
        alone=len(words) == 1 and (len(above) == 1 or last.top > above[-2].bottom - 0.5 * last.size),
    )


def _glue(seam: _Seam, below: str) -> str:
    """Tell what stands between a line and what is written below: nothing, a break, or one that is doubtful."""
    head = _HEAD.match(_composed(below))
    if _CLOSES.match(below):
        return ""
    if head is None or not seam.tail or not seam.nearly or seam.tail.isdigit() != head[0].isdigit():
        return "\n"
    one, two = seam.tail, head[0]
    if one.isdigit():
        if not _YEAR.fullmatch(one + two) or not seam.full:
            return "\n"
        return "" if seam.dated or (seam.blankless and seam.alone) else f"{DOUBTFUL}\n"
    pieces = is_syllable(one.lower()) and is_syllable(two.lower())
    if not _is_uniform(one + two):
        return "\n"
    if _is_word(one + two) and not pieces and not seam.measured:
        return ""
    if not seam.full:
        return "\n"
    if _is_word(one + two):
        return "" if seam.blankless and not seam.measured else f"{DOUBTFUL}\n"
    return "" if seam.blankless and seam.alone and not pieces else "\n"


def _is_stack(texts: Sequence[str]) -> bool:
    """Tell a cell too narrow for what it holds: "S" above "T" above "T", the digits of a number or of a date."""
    whole = "".join(texts)
    if whole.isupper() and all(len(text) == 1 for text in texts):
        return True
    halves = [len(text) for text in texts if text.isdigit()] == [2, 2]
    return _FIGURES.fullmatch(whole) is not None and not halves


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_uniform(letters: str) -> bool:
    return letters.isupper() or letters[1:].islower()


def _is_word(letters: str) -> bool:
    """Tell a syllable as it is spelt: one that ends in a stop bears a tone."""
    letters = letters.lower()
    toned = _TONE.search(unicodedata.normalize("NFD", letters)) is not None
    return is_syllable(letters) and (toned or not _STOPPED.search(letters))


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """List the words that surely are some: those that neither begin nor end a line."""
    lines = (line.split()[1:-1] for text in texts for line in text.split("\n"))
    return frozenset(word.lower() for line in lines for each in line for word in _WHOLE.findall(_composed(each)))


def settled(text: str, known: Set[str]) -> str:
    """Join what is marked as doubtful where the file has the whole elsewhere, and one of the pieces nowhere."""

    def joined(match: re.Match[str]) -> str:
        one, two = _composed(match[1]).lower(), _composed(match[2]).lower()
        if one.isdigit():
            torn = one not in known and _is_near(one + two, known)
        else:
            torn = one + two in known and not {one, two} <= known
        return match[1] if torn else f"{match[1]}\n"

    return _DOUBT.sub(joined, text).replace(DOUBTFUL, "")


def _is_near(year: str, known: Set[str]) -> bool:
    """Tell whether the file has that year or one near it."""
    return any(str(each) in known for each in range(int(year) - _NEAR, int(year) + _NEAR))


def go_on(above: str, below: str) -> str:
    """Write a cell that a page break parts; the break may stand before a comma or within a word."""
    tail, head = _TAIL.search(above), _LONE.match(below)
    if _CLOSES.match(below):
        return above + below
    cut = _CUT_YEAR.search(above)
    rest = _REST.match(below) if cut else None
    if cut and rest and _YEAR.fullmatch(cut[2] + rest[0]) and (cut[1] == "/" or len(rest[0]) == 1):
        return above + below
    if tail and head and not is_syllable(head[0].lower()) and _is_uniform(tail[0] + head[0]):
        return above + ("" if _is_word(tail[0] + head[0]) else "\n") + below
    return f"{above}\n{below}"
