"""Tables on a page without upright rules: where they stand, and their columns, parted by blanks from top to bottom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.text.pdf.bits import NUMBER, Bit, Range, Row, columns_of, covered, rows_of_bits
from kgbuild.text.pdf.headings import adjoins, block, is_heading
from kgbuild.text.pdf.layout import NEAR, Line, part_columns
from kgbuild.text.pdf.open_rows import Zone, read_rows
from kgbuild.text.pdf.sheets import Level, Sheet

_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]?(?:\s|$)|Nhóm\s")
_ENDS = re.compile(r"\W*(?:Nơi nhận|(?:TM|KT|TL|TUQ)\s*\.|T/M\b|K/T\b|Ghi chú\s*:|Trên đây|PHỤ LỤC|Phụ lục)")
_FEWEST = 3  # columns, no less
_FAR = 3.0  # of the size: no two lines of a table stand farther apart
_LOOKED = 8  # lines behind a table in which more of it is looked for
_SEEN = 60  # lines by which it is told how the file draws a table
_APART = 1.2  # of the size: columns that stand closer may be words of one set wide apart
_SAME = 2.0  # points between the beginnings of lines in one cell
_WRAPPED = 3  # lines at most of a heading that runs over the columns of its table


@dataclass(frozen=True, slots=True)
class Found:
    """What stands on a page in reading order, what is in doubt on it, and the columns of a table that may go on."""

    content: list[Line | Sheet]
    doubts: tuple[str, ...]
    columns: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class _Extent:
    """The lines of a table, from one to before another, and its columns."""

    start: int
    end: int
    columns: tuple[Range, ...]


def set_open_tables(lines: Sequence[Line], levels: Sequence[Level], going_on: Sequence[Range]) -> Found:
    """Set the tables without upright rules among *lines*, those of a page between two ruled tables.

    *going_on* are the columns of the table that ended the page before.
    """
    rows = rows_of_bits(word for line in lines for word in line.words)
    sheets: list[tuple[Sheet, _Extent]] = []
    doubts: list[str] = []
    columns: tuple[Range, ...] = ()
    at = 0
    going_on = (
        () if any(is_heading(rows[n]) and block(rows, n)[0] == 0 for n in range(len(rows[:_LOOKED]))) else going_on
    )
    while at < len(rows):
        headed = is_heading(rows[at])
        extent = _headed(rows, at) if headed else _going_on(rows, going_on) if at == 0 and going_on else None
        if extent is None:
            if at == 0 and going_on and all(len(row) >= _FEWEST for row in rows[:_WRAPPED]):
                doubts.append(_doubt(rows[at]))
            at += 1
            continue
        zone = Zone(rows[extent.start : extent.end], extent.columns, levels, headed)
        grid = read_rows(zone) if len(extent.columns) >= _FEWEST and not _is_left(rows, extent) else None
        if grid is not None:
            sheets.append((Sheet(rows[extent.start][0].top, len(extent.columns), grid), extent))
            columns = extent.columns if extent.end == len(rows) else ()
        else:
            doubts.append(_doubt(rows[at]))
            columns = ()
        at = max(at + 1, extent.end)
    return Found(_content(lines, rows, sheets), tuple(doubts), columns)


def _doubt(row: Row) -> str:
    words = " ".join(bit.text for bit in row)
    return f"has a table without rules, “{words}”, whose cells cannot be told apart; it stays text"


def _content(lines: Sequence[Line], rows: Sequence[Row], sheets: Sequence[tuple[Sheet, _Extent]]) -> list[Line | Sheet]:
    """Put sheets between the lines above and below them."""
    place = {id(word): at for at, row in enumerate(rows) for bit in row for word in bit.words}
    places = [(place[id(line.words[0])], line) for line in lines]
    content: list[Line | Sheet] = []
    done = 0
    for sheet, extent in sheets:
        content += part_columns([line for at, line in places if done <= at < extent.start])
        content.append(sheet)
        done = extent.end
    return content + part_columns([line for at, line in places if at >= done])


def _headed(rows: Sequence[Row], at: int) -> _Extent:
    """Find the table below a heading row."""
    start, last = block(rows, at)
    by_cells = _rises(rows[start : start + _SEEN])
    wrapped = list(_returns(rows[start : last + 1 + _WRAPPED])) if by_cells else []
    anchors = columns_of([*((bit.x0, bit.x1) for row in rows[at : last + 1] for bit in row), *wrapped])
    limit = _limit(rows, last + 1, anchors)
    body = _base(rows[last + 1 : limit], anchors)
    named = [bit for row in rows[start : last + 1] for bit in row]
    returns = [each for each in _returns(rows[last + 1 : limit]) if by_cells and _over(anchors, each) < 2]
    columns = columns_of([*body, *returns])
    names = [*((bit.x0, bit.x1) for bit in named), *wrapped]
    columns = columns_of([*columns, *(name for name in names if _over(columns, name) < 2)])
    columns = _merged(columns, rows[start : _names_end(rows, last, columns)])
    return _filled(rows, start, _end(rows, last + 1, limit, columns), columns)


def _rises(rows: Sequence[Row]) -> bool:
    """Tell whether the file draws cells of several lines one after the other: it goes up again to draw the next."""
    bits = sorted((bit for row in rows for bit in row), key=lambda bit: bit.order)
    return any(two.top < one.top - 0.5 * two.size for one, two in pairwise(bits))


def _over(columns: Sequence[Range], reach: Range) -> int:
    return sum(x0 < reach[1] and x1 > reach[0] for x0, x1 in columns)


def _returns(rows: Sequence[Row]) -> Iterator[Range]:
    """Give what lines of one cell cover: the file goes on drawing below where the line began, not at the left edge."""
    bits = sorted((bit for row in rows for bit in row), key=lambda bit: bit.order)
    left = min((bit.x0 for bit in bits), default=0.0)
    begun: list[Bit] = []
    for bit in bits:
        if begun and abs(bit.top - begun[-1].top) > 0.5 * bit.size:
            if 0 < bit.top - begun[-1].top < _FAR * bit.size and bit.x0 > left + NEAR:
                yield from ((one.x0, begun[-1].x1) for one in begun if abs(one.x0 - bit.x0) < _SAME)
            begun = []
        elif begun and bit.x0 < begun[-1].x0:
            begun = []
        begun.append(bit)


def _names_end(rows: Sequence[Row], last: int, columns: Sequence[Range]) -> int:
    """Find where the names of columns end: lines right below them go on where none stands in the first column."""
    end = last + 1
    while end < len(rows) and adjoins(rows[end - 1], rows[end], _APART) and rows[end][0].x0 > columns[0][1]:
        end += 1
    return end


def _merged(columns: list[Range], names: Sequence[Row]) -> list[Range]:
    """Join columns below one name that stand close together when not each of them has a name of its own."""
    bits = [bit for row in names for bit in row]
    own = {at[0] for bit in bits if len(at := covered(columns, bit)) == 1 and not bit.text[:1].islower()}
    wide = [bit for bit in bits if not own.issuperset(at := covered(columns, bit)) and _is_close(columns, at, bit)]
    return columns_of([*columns, *((bit.x0, bit.x1) for bit in wide)])


def _is_close(columns: Sequence[Range], at: Sequence[int], bit: Bit) -> bool:
    return all(columns[two][0] - columns[one][1] < _APART * bit.size for one, two in pairwise(at))


def _going_on(rows: Sequence[Row], columns: Sequence[Range]) -> _Extent | None:
    """Find the rows at the head of a page with which a table goes on; None when there are none."""
    limit = _limit(rows, 0, columns)
    base = _base(rows[:limit], columns)
    if not base:
        return None
    end = _end(rows, 0, limit, columns_of([*columns, *base]))
    fitting = [row for row in rows[:end] if len(row) > 1]
    return _filled(rows, 0, end, columns_of([*columns, *base])) if fitting else None


def _base(rows: Sequence[Row], anchors: Sequence[Range]) -> list[Range]:
    """Give what the lines that are surely rows of the table cover: three bits or more, none over two columns."""
    sure = [row for row in rows if len(row) >= _FEWEST and not _crosses(row, anchors)]
    return [(bit.x0, bit.x1) for row in sure for bit in row]


def _crosses(row: Row, columns: Sequence[Range]) -> bool:
    return any(len(covered(columns, bit)) > 1 for bit in row)


def _limit(rows: Sequence[Row], at: int, columns: Sequence[Range]) -> int:
    """Find where the table must have ended: by words, by a wide gap, or by lines of running text."""
    crossing = 0
    for n in range(at, len(rows)):
        crossing = crossing + 1 if _crosses(rows[n], columns) else 0
        far = n > 0 and rows[n][0].top - rows[n - 1][0].bottom > _FAR * rows[n][0].size
        if (far and n > at) or crossing > _WRAPPED or _ENDS.match(rows[n][0].text) or is_heading(rows[n]):
            return n - max(0, crossing - 1) if crossing > _WRAPPED else n
    return len(rows)


def _end(rows: Sequence[Row], at: int, limit: int, columns: Sequence[Range]) -> int:
    """Find the first line that is none of the table; headings that run over its columns belong to it."""
    n = at
    while n < limit:
        if not _crosses(rows[n], columns):
            n += 1
            continue
        below = n + 1
        while below < limit and (_crosses(rows[below], columns) or _is_beside(rows[below], rows[n], columns)):
            below += 1
        if below == limit or below - n > _WRAPPED or not _is_group(rows[max(at, n - 1) : below], rows[below]):
            return n
        n = below
    return n


def _is_beside(row: Row, group: Row, columns: Sequence[Range]) -> bool:
    """Tell a line of the mark or of the last words of a heading that runs over the columns."""
    return len(row) == 1 and (row[0].x1 < columns[0][1] + _SAME or abs(row[0].x0 - group[-1].x0) < _SAME)


def _is_left(rows: Sequence[Row], extent: _Extent) -> bool:
    """Tell whether more rows seem to stand behind the end of a table, before running text."""
    crossing = 0
    for row in rows[extent.end : extent.end + _LOOKED]:
        crossing = crossing + 1 if _crosses(row, extent.columns) else 0
        if (crossing > 1 and len(row) == 1) or is_heading(row) or _ENDS.match(row[0].text):
            return False
        if len(row) >= _FEWEST and not crossing:
            return True
    return False


def _is_group(lines: Sequence[Row], below: Row) -> bool:
    """Tell a heading within a table: by its mark, or by the row right below it."""
    if any(_GROUP.match(row[0].text) for row in lines):
        return True
    return len(below) >= _FEWEST and NUMBER.fullmatch(below[0].text) is not None


def _filled(rows: Sequence[Row], start: int, end: int, columns: Sequence[Range]) -> _Extent:
    """Widen the columns by what stands in one only; a column of nothing but its name takes in the one beside it."""
    bits = [bit for row in rows[start:end] for bit in row if len(covered(columns, bit)) == 1]
    return _Extent(start, end, tuple(columns_of([*columns, *((bit.x0, bit.x1) for bit in bits)])))
