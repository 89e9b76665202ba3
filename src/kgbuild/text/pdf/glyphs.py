"""Put the characters of a page together to words, by the blanks of the text layer or by the gaps between letters."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from kgbuild.text.pdf.layout import Word

_TURNED = 0.01  # of the size: the slope of letters that stand askew
_TWICE = 1.0  # points: a letter that is printed again as near as that is meant to look bold
_BLANKS = 0.08  # of the letters of a line: with so many blanks all words are parted by them
_GAP, _WIDE_GAP = 0.22, 0.8  # of the size: gaps that part words where there are no blanks, and where there are
_CLOSE, _NEXT = 0.1, 3  # of the size, and signs: what stands apart by more and is drawn as far apart is no word
_LONE_GAP = 0.4  # of the size: a gap as wide as that among letters set closely parts words anyway
_HUGE = 1.9  # times the usual size: letters behind the text, as large and as pale as that, are a watermark
_PALE = 0.45  # of white


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box on the page, in points from the top left corner; `order` is that of the file."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    order: int = 0
    trailed: bool = False  # whether the next that is drawn is a blank

    @property
    def middle(self) -> float:
        """The height at which the character stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Turned:
    """A character turned by a right angle: where its middle is, and its box as if the page were turned back."""

    x: float
    y: float
    glyph: Glyph


def glyphs_of(page: Any) -> tuple[list[Glyph], list[Turned]]:
    """Give the upright characters of a page of pdfplumber, and those turned by a right angle.

    Neither letters that stand askew (a watermark) nor those printed twice are among them.
    """
    upright: list[Glyph] = []
    turned: list[Turned] = []
    seen: set[tuple[str, int, int]] = set()
    usual = median(char["size"] for char in page.chars) if page.chars else 0.0
    chars = page.chars
    for order, char in enumerate(chars):
        a, b, _, d = char["matrix"][:4]
        slope = _TURNED * (abs(a) + abs(b))
        box = char["x0"], char["x1"], char["top"], char["bottom"]
        if (abs(b) > slope and abs(a) > slope) or (char["size"] > _HUGE * usual and _is_pale(char)):
            continue
        if abs(b) > slope:
            turned.append(Turned((box[0] + box[1]) / 2, (box[2] + box[3]) / 2, _turned_back(char, box, page)))
        elif a > 0 and d > 0 and not _again(char, seen):
            trailed = order + 1 < len(chars) and chars[order + 1]["text"].isspace()
            upright.append(Glyph(char["text"], *box, char["size"], order, trailed))
    return upright, turned


def _again(char: Any, seen: set[tuple[str, int, int]]) -> bool:
    """Tell a letter that is printed a second time; *seen* keeps where each letter stands."""
    x, y = round(char["x0"] / _TWICE), round(char["top"] / _TWICE)
    if char["text"] != " " and any((char["text"], x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
        return True
    seen.add((char["text"], x, y))
    return False


def _is_pale(char: Any) -> bool:
    color = char.get("non_stroking_color")
    values = [color] if isinstance(color, (int, float)) else list(color or ())
    if not values or not all(isinstance(value, (int, float)) for value in values):
        return False
    return max(values) < 1 - _PALE if len(values) == 4 else min(values) > _PALE


def _turned_back(char: Any, box: tuple[float, float, float, float], page: Any) -> Glyph:
    x0, x1, top, bottom = box
    if char["matrix"][1] > 0:  # read from below
        return Glyph(char["text"], page.height - bottom, page.height - top, x0, x1, char["size"])
    return Glyph(char["text"], top, bottom, page.width - x1, page.width - x0, char["size"])


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """Put characters together to words."""
    return [word for row in rows_of(glyphs) for word in _words(row)]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Set characters into rows, from the top down, each from left to right; marks stay behind their letters."""
    rows: list[list[Glyph]] = []
    placed = sorted(_with_places(glyphs), key=lambda p: (p[1].middle, p[0]))
    kept: list[list[tuple[float, Glyph]]] = []
    for place, glyph in placed:
        row = kept[-1] if kept else []
        if row and glyph.middle - row[0][1].middle < 0.5 * min(glyph.size, row[0][1].size):
            row.append((place, glyph))
        else:
            kept.append([(place, glyph)])
    for row in kept:
        rows.append([glyph for _, glyph in sorted(row, key=lambda p: p[0])])
    return rows


def _with_places(glyphs: Iterable[Glyph]) -> Iterator[tuple[float, Glyph]]:
    """Give each character with the place that orders it: a combining mark has that of its letter."""
    place = 0.0
    for glyph in glyphs:
        if not unicodedata.combining(glyph.text[:1]):
            place = glyph.x0
        yield place, glyph


def _words(row: Sequence[Glyph]) -> Iterator[Word]:
    blanks = sum(glyph.text.isspace() for glyph in row)
    gap = _WIDE_GAP if blanks >= _BLANKS * len(row) else _GAP
    held: list[Glyph] = []
    spaced = False
    for at, glyph in enumerate(row):
        if glyph.text.isspace():
            if held:
                yield _word(held, spaced)
            held, spaced = [], True
            continue
        if held and (
            glyph.x0 - held[-1].x1 > gap * glyph.size
            or abs(glyph.size - held[-1].size) > 0.1
            or _stands_out(row, at, len(held))
            or _jumps(held[-1], glyph)
        ):
            yield _word(held, spaced)
            held, spaced = [], False
        held.append(glyph)
    if held:
        yield _word(held, spaced)


def _jumps(one: Glyph, two: Glyph) -> bool:
    """Tell two letters close to each other that are not drawn one after the other: they stand in two columns."""
    return two.x0 - one.x1 > _CLOSE * one.size and not 0 <= two.order - one.order <= _NEXT


def _stands_out(row: Sequence[Glyph], at: int, held: int) -> bool:
    """Tell a gap before a letter that is much wider than those before and behind it, as between two columns."""
    room = row[at].x0 - row[at - 1].x1
    if room < _LONE_GAP * row[at].size:
        return False
    near = [row[at - 1].x0 - row[at - 2].x1] if held > 1 else []
    if at + 1 < len(row) and not row[at + 1].text.isspace():
        near.append(row[at + 1].x0 - row[at].x1)
    return bool(near) and max(near) < room / 3


def _word(glyphs: Sequence[Glyph], spaced: bool) -> Word:
    text = "".join(glyph.text for glyph in glyphs)
    x1, bottom = max(glyph.x1 for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    top, order = min(glyph.top for glyph in glyphs), min(glyph.order for glyph in glyphs)
    size = max(glyph.size for glyph in glyphs)
    first = glyphs[0]
    return Word(text, first.x0, x1, top, bottom, size, spaced, order, glyphs[-1].trailed, first.x1 - first.x0)
