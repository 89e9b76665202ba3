"""Tables of plain text: rows of cells between bars or tabs, and cells parted by lines that hold only a bar."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.text import Table, Text
from kgbuild.text.plain.frame import is_notice
from kgbuild.text.plain.tabs import TABS, between_tabs, tabs

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_HEAD_OR_END = ("cộng hòa xã hội", "đảng cộng sản việt nam", "độc lập tự do", "nơi nhận")
_SIGNED = re.compile(r"\W*(?:Số\s*:|(?:TM|KT|TL|TUQ|T/M|K/T)\b)")
_MOTTO = re.compile(r"cộng hòa xã hội|đảng cộng sản|độc lập tự do")
_NUMBERED = re.compile(r"[Ss]ố\s*:?|,\s*ngày\s|Độc lập")
_SMALL = 12  # rows: no head or signature set as a table is longer
_LONG = 80  # lines: no cell of lone bars is longer
_PARAGRAPH = 15  # lines: a longer cell is more than one paragraph
_FEW = 3  # lines: in a cell so short the words of a notice are data
_WRAPPED = 30  # lines: no row between bars is longer
_MANY = 8  # cells: a row with more is a table whose rows were run together
_STRUCTURE = re.compile(
    r"\W*(?:Căn cứ\s|(?:Điều|ĐIỀU)\s+\d+\s*[.:]|Nơi nhận\s*:|(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|KẾ HOẠCH|"
    r"CHƯƠNG TRÌNH|KẾT LUẬN|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|CÔNG ĐIỆN|PHỤ LỤC)\b[^\w,;]*$)"
)

Cell = tuple[Span, ...]
"""The lines of a cell."""


@dataclass(slots=True)
class Rows:
    """Rows of cells, not yet known to be a table; `ruled` when a rule below the first row says that they are one."""

    rows: list[list[Cell]] = field(default_factory=list)
    ruled: bool = False


Strip = Table | list[Span]
"""What a stretch of lines turns out to be: a table, or lines of running text."""


def is_lone_bar(content: str) -> bool:
    """Tell a line that holds nothing but a bar."""
    return content.strip() == "|"


def row_end(text: Text, lines: Sequence[Span], at: int) -> int:
    """Tell behind which line the row of cells ends that begins at line *at*; *at* itself when none does.

    A row ends in a bar ("| a | b |", "a | b |"), if need be some lines below where a cell holds line breaks; below or
    above a rule ("---|---") any line with a bar is one.
    """
    content = _content(text, lines[at]).strip()
    if "|" not in content:
        return at + 1 if sum(text.norm[tab - 1] != " " for tab in tabs(text, lines[at])) >= TABS else at
    if content == "|":
        return at
    if content.endswith("|") or any(_is_rule(text, lines, near) for near in (at, at + 1)):
        return at + 1
    for end in range(at + 1, min(at + _WRAPPED, len(lines))):
        content = _content(text, lines[end]).strip()
        if not content or content == "|":
            break
        if content.endswith("|"):
            return end + 1
    return at


def _is_rule(text: Text, lines: Sequence[Span], at: int) -> bool:
    if at >= len(lines):
        return False
    content = _content(text, lines[at])
    return "|" in content and bool(_RULE.fullmatch(content))


def read_rows(text: Text, lines: Sequence[Span], at: int) -> tuple[list[Strip], int]:
    """Read the rows that begin at line *at*; tell where they end."""
    found = Rows()
    while at < len(lines) and (end := _next_row(text, lines, at, found.ruled)) > at:
        if _is_rule(text, lines, at):
            found.ruled = found.ruled or len(found.rows) == 1
        else:
            found.rows.append(_cells(text, Span(lines[at].start, lines[end - 1].end)))
        at = end
    return _settle(text, found), at


def _next_row(text: Text, lines: Sequence[Span], at: int, ruled: bool) -> int:
    content = _content(text, lines[at]).strip()
    if (ruled and "|" in content and content != "|") or between_tabs(text, lines, at):
        return at + 1
    return row_end(text, lines, at)


def _cells(text: Text, row: Span) -> list[Cell]:
    """Cut a row at its bars; an escaped bar is none."""
    content = _content(text, row)
    if "|" not in content:
        cuts = [row.start - 1, *tabs(text, row), row.end]
        return [(text.trim(Span(a + 1, b)),) for a, b in pairwise(cuts)]
    cuts = [match.start() for match in _BAR.finditer(content)]
    if not content.lstrip().startswith("|"):
        cuts.insert(0, -1)
    if not content.rstrip().endswith("|"):
        cuts.append(len(content))
    return [_broken(text, Span(row.start + a + 1, row.start + b)) for a, b in pairwise(cuts)]


def _broken(text: Text, cell: Span) -> Cell:
    """Give the lines of a cell: parted by line breaks, or by breaks written as tags."""
    cuts = [
        at
        for at in range(cell.start, cell.end)
        if text.norm[at] == "\n" or (text.norm[at] == " " and text.raw.startswith("<br", text.offsets[at]))
    ]
    return tuple(text.trim(Span(a + 1, b)) for a, b in pairwise([cell.start - 1, *cuts, cell.end]))


def read_lone_bars(text: Text, lines: Sequence[Span], at: int) -> tuple[list[Strip], int]:
    """Read cells parted by lone bars from line *at* on; two bars in a row end a table row. Tell where they end.

    A cell in which a document begins or ends, or one of endless length, is no cell: it parts two tables.
    """
    end = _end(text, lines, at)
    strips: list[Strip] = []
    found = Rows([[]])
    cell: list[Span] = []
    for line in lines[at:end]:
        if not is_lone_bar(_content(text, line)):
            cell.append(line)
        elif cell and ((below := _frame(text, cell)) < len(cell) or _is_text(text, cell)):
            strips += [*_settle(text, found), *(part for part in (cell[:below], cell[below:]) if part)]
            found, cell = Rows([[]]), []
        elif cell:
            found.rows[-1].append(tuple(cell))
            cell = []
        elif found.rows[-1]:
            found.rows.append([])
    return [*strips, *_settle(text, found)], end


def _frame(text: Text, cell: Sequence[Span]) -> int:
    """Find the line of a cell with which the frame of the page begins; a short cell holds none."""
    notices = (at for at, line in enumerate(cell) if is_notice(_content(text, line)))
    return next(notices, len(cell)) if len(cell) > _FEW else len(cell)


def _is_text(text: Text, cell: Sequence[Span]) -> bool:
    """Tell running text that came to stand between two tables from a cell."""
    if len(cell) > _LONG:
        return True
    contents = [_content(text, line) for line in cell]
    if fold(contents[0][:60]).startswith("nơi nhận"):
        return False
    signs = sum(bool(_STRUCTURE.match(content)) for content in contents)
    return signs >= 2 or (signs == 1 and len(cell) > 15)


def _end(text: Text, lines: Sequence[Span], at: int) -> int:
    """Find where lone bars end: after the last one before a blank line behind which no other follows."""
    last = at
    for seen in range(at + 1, len(lines)):
        content = _content(text, lines[seen]).strip()
        if content == "|":
            last = seen
        elif not content and last == seen - 1:
            after = lines[seen : seen + 2]
            if not any(is_lone_bar(_content(text, line)) for line in after):
                break
    return last + 1


def _settle(text: Text, found: Rows) -> list[Strip]:
    """Keep a table of data; of rows that only set text side by side give the lines, left column first in a head."""
    rows = [row for row in found.rows if row]
    if not rows:
        return []
    cells = [cell for row in rows for cell in row if any(len(line) for line in cell)]
    framing = len(rows) <= _SMALL and _is_head_or_end(text, cells)
    wide = sum(sum(any(len(line) for line in cell) for cell in row) >= 3 for row in rows)
    if not framing and (wide >= 2 or (wide and found.ruled)) and 4 * wide >= len(rows):
        table = tuple(tuple(_whole(cell) for cell in row) for row in rows)
        spans = [cell for row in table for cell in row]
        whole = Span(spans[0].start, max(cell.end for cell in spans))
        return [Table(whole, tuple(tuple(text.trim(cell) for cell in row) for row in table))]
    if any(len(row) > _MANY for row in rows):
        paragraphs = (cell if len(cell) > _PARAGRAPH else (_whole(cell),) for cell in cells)
        return [[line for cell in paragraphs for line in (*cell, _blank(cell))]]
    return [[line for cell in _ordered(text, rows) for line in (*cell, _blank(cell))]]


def _ordered(text: Text, rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Order cells row by row, but the left column of a head before the right: issuer, number, motto, place and date."""
    ordered: list[Cell] = []
    at = 0
    while at < len(rows):
        end = at + 1
        if len(rows[at]) == 2 and _MOTTO.match(fold(_content(text, _whole(rows[at][1]))[:60])):
            while end < min(at + 4, len(rows)) and len(rows[end]) == 2 and _NUMBERED.search(_row(text, rows[end])):
                end += 1
        ordered += [row[x] for x in range(max(map(len, rows[at:end]))) for row in rows[at:end] if x < len(row)]
        at = end
    return ordered


def _whole(cell: Cell) -> Span:
    return Span(cell[0].start, cell[-1].end)


def _row(text: Text, row: Sequence[Cell]) -> str:
    return " ".join(_content(text, line) for cell in row for line in cell)


def _blank(cell: Cell) -> Span:
    """Give an empty line, which parts a cell from the next."""
    return Span(cell[-1].end, cell[-1].end)


def _is_head_or_end(text: Text, cells: Iterable[Cell]) -> bool:
    contents = (_content(text, line) for cell in cells for line in cell)
    return any(fold(content[:60]).startswith(_HEAD_OR_END) or _SIGNED.match(content) for content in contents)


def _content(text: Text, line: Span) -> str:
    return text.norm[line.start : line.end]
