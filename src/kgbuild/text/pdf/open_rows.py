"""The rows of a table without upright rules: parted by level rules, by the order of drawing, or by their numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kgbuild.text.pdf.bits import NUMBER, Bit, Range, Row, covered
from kgbuild.text.pdf.open_cells import Held, is_named, write_grid
from kgbuild.text.pdf.sheets import Level
from kgbuild.text.pieces import Cell

_SAME = 3.0  # points between two rules that are one
_MOST = 0.6  # of the width of a table: what level rules that part rows cover, no less


@dataclass(frozen=True, slots=True)
class Zone:
    """The lines of a table, its columns, the level rules on its page, and whether it begins with a heading."""

    rows: Sequence[Row]
    columns: Sequence[Range]
    levels: Sequence[Level]
    headed: bool


def read_rows(zone: Zone) -> list[list[Cell]] | None:
    """Read the rows of a table; None where it is not plain which words belong to which row."""
    rules = _rules(zone)
    banded, rows = _by_bands(zone, rules), _by_drawing(zone, rules)
    if banded and (rows is None or len(rows) <= len(banded)):
        rows = banded
    rows = rows or _by_numbers(zone)
    if rows is None or (zone.headed and not is_named(rows)):
        return None
    return rows


def _place(zone: Zone, bit: Bit) -> tuple[int, int] | None:
    """Give the first and last column that a bit covers; one in none belongs to that which is much nearer."""
    places = covered(zone.columns, bit)
    if places:
        return places[0], places[-1]
    near = sorted((max(x0 - bit.x1, bit.x0 - x1), n) for n, (x0, x1) in enumerate(zone.columns))
    sure = len(near) == 1 or near[0][0] < 0.5 * near[1][0]
    return (near[0][1], near[0][1]) if sure else None


def _rules(zone: Zone) -> list[list[Level]]:
    """List the level rules within the table that run over most of its width, those at one height together."""
    left, right = zone.columns[0][0], zone.columns[-1][1]
    top = min(bit.top for bit in zone.rows[0])
    bottom = max(bit.bottom for bit in zone.rows[-1])
    groups: list[list[Level]] = []
    for level in zone.levels:
        if not top < level[0] < bottom:
            continue
        if groups and level[0] - groups[-1][0][0] < _SAME:
            groups[-1].append(level)
        else:
            groups.append([level])
    return [group for group in groups if _length(group, left, right) > _MOST * (right - left)]


def _length(group: Sequence[Level], left: float, right: float) -> float:
    """Measure how much of a width rules at one height cover."""
    total, end = 0.0, left
    for _, x0, x1 in sorted(group, key=lambda level: level[1]):
        total += max(0.0, min(x1, right) - max(x0, end))
        end = max(end, x1)
    return total


def _by_bands(zone: Zone, rules: Sequence[Sequence[Level]]) -> list[list[Cell]] | None:
    """Part the rows by level rules; where no rule runs below a cell, it goes on in the next row."""
    heights = [group[0][0] for group in rules]
    if len(heights) < (2 if zone.headed else 1):
        return None
    bands: list[Held] = [Held() for _ in range(len(heights) + 1)]
    for bit in (bit for row in zone.rows for bit in row):
        place = _place(zone, bit)
        if place is None:
            return None
        band = bisect_left(heights, (bit.top + bit.bottom) / 2)
        bands[band].cells.setdefault(place, []).append(bit)
    if any(_numbers(held) > 1 for held in bands):
        return None
    for held in bands:
        for first, last in [place for place in held.cells if place[1] > place[0]]:
            held.cells[first, last] += held.cells.pop((first, first), [])
    for y, group in enumerate(rules):
        for x, (left, right) in enumerate(zone.columns):
            if not any(x0 <= (left + right) / 2 <= x1 for _, x0, x1 in group):
                above, below = bands[y].cells.get((x, x), []), bands[y + 1].cells.get((x, x), [])
                if above or below:
                    bands[y].cells[x, x] = bands[y + 1].cells[x, x] = [*above, *below]
    return write_grid(bands, len(zone.columns))


def _numbers(row: Held) -> int:
    return sum(NUMBER.fullmatch(bit.text) is not None for bit in row.bits(0))


def _by_drawing(zone: Zone, rules: Sequence[Sequence[Level]]) -> list[list[Cell]] | None:
    """Part the rows by the order in which the file draws cells: each from top to bottom, row by row.

    That is how word processors and browsers write tables. None when the file draws line by line, or otherwise.
    """
    rows: list[Held] = []
    last: Bit | None = None
    held = (0, 0)
    top = 0.0
    risen = False
    bits = sorted((bit for row in zone.rows for bit in row), key=lambda bit: bit.order)
    pitch = _pitch(zone, bits)
    for bit in bits:
        place = _place(zone, bit)
        if place is None:
            return None
        if (
            last is None
            or _begins(last, held, bit, place)
            or _parted(rules, top, bit)
            or (zone.headed and len(rows) == 1 and 0.0 < pitch < bit.top - last.bottom and place == held)
        ):
            rows.append(Held())
            top = bit.top
        elif place[0] > held[0] and bit.top < last.top - 0.5 * bit.size:
            risen = True
        if place == (held[0], held[0]) and held in rows[-1].cells:
            place = held
        rows[-1].cells.setdefault(place, []).append(bit)
        last, held, top = bit, place, min(top, bit.top)
    return write_grid(rows, len(zone.columns)) if risen and _is_drawn(rows, len(zone.columns)) else None


def _pitch(zone: Zone, bits: Sequence[Bit]) -> float:
    """Measure the most that usually is between two lines of a cell; zero where no cell has two lines."""
    gaps = [
        two.top - one.bottom
        for one, two in pairwise(bits)
        if two.top > one.bottom - 0.5 * two.size and _place(zone, one) == _place(zone, two)
    ]
    return median(gaps) + 0.25 * bits[0].size if gaps else 0.0


def _begins(last: Bit, held: tuple[int, int], bit: Bit, place: tuple[int, int]) -> bool:
    """Tell whether a bit begins a row: it stands to the left of the one drawn before, or does not go on below it."""
    if place[0] != held[0]:
        return place[0] < held[0]
    if place == (0, 0) and NUMBER.fullmatch(bit.text):
        return True
    if bit.top < last.bottom - 0.5 * bit.size:  # beside or above it
        return bit.x0 < last.x1
    return place != held and not (held[1] > held[0] and (bit.text[:1].islower() or bit.text.startswith("(")))


def _parted(rules: Sequence[Sequence[Level]], top: float, bit: Bit) -> bool:
    """Tell whether a level rule runs between the top of a row and a bit, above that bit."""
    first = bisect_right(rules, top, key=lambda group: group[0][0])
    last = bisect_left(rules, bit.top, key=lambda group: group[0][0])
    middle = (bit.x0 + bit.x1) / 2
    return any(x0 <= middle <= x1 for group in rules[first:last] for _, x0, x1 in group)


def _is_drawn(rows: Sequence[Held], width: int) -> bool:
    """Tell whether rows parted by the order of drawing stand below each other, each with one number at most."""
    if any(_numbers(row) > 1 for row in rows):
        return False
    for column in range(width):
        low = 0.0
        for row in rows:
            bits = row.bits(column)
            if bits and min(bit.top for bit in bits) < low - _SAME:
                return False
            low = max([low, *(bit.bottom for bit in bits)])
    return True


def _by_numbers(zone: Zone) -> list[list[Cell]] | None:
    """Part the rows by the numbers in the first column, each of which stands beside the beginning of its row.

    None when a line may belong to the row above as well as to that below.
    """
    rows: list[Held] = [Held()] if zone.headed else []
    above: dict[int, Bit] = {}
    for line in zone.rows:
        places = [_place(zone, bit) for bit in line]
        if None in places:
            return None
        parts = {place: bit for place, bit in zip(places, line, strict=True) if place is not None}
        if NUMBER.fullmatch(line[0].text) and (0, 0) in parts:
            if len(parts) < 2 or any(bit.text[:1].islower() for bit in line[1:]):
                return None
            rows.append(Held())
        elif not rows or (len(rows) > 1 and not _goes_on(zone, parts, above)):
            return None
        for place, bit in zip(places, line, strict=True):
            if place is not None:
                rows[-1].cells.setdefault(place, []).append(bit)
        above = {place[0]: bit for place, bit in parts.items() if place[0] == place[1]}
    return write_grid(rows, len(zone.columns)) if len(rows) > (2 if zone.headed else 0) else None


def _goes_on(zone: Zone, parts: dict[tuple[int, int], Bit], above: dict[int, Bit]) -> bool:
    """Tell whether a line goes on with the line above in each of its columns: small, or for want of room."""
    for (first, last), bit in parts.items():
        held = above.get(first)
        if first != last or held is None:
            return False
        left, right = zone.columns[first]
        room = right - left - (held.x1 - held.x0)
        wanted = bit.words[0].x1 - bit.words[0].x0 + 0.2 * bit.size
        if not (bit.text[:1].islower() or held.text.endswith((",", ";", "-", "(")) or wanted > room):
            return False
    return True
