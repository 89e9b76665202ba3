"""Tables drawn with blanks, as tools that keep the layout of a page write them: set between bars, or left alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.model.text import Text
from kgbuild.text.rewriting import Rewriter

_FIRST = ("stt", "tt", "số tt")  # what stands above the numbers of the rows
_CELLS = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}[.)]?|[IVX]{1,5}[.)]?|[A-H][.)]?")
_GROUP = re.compile(r"\s*(?:[IVX]{1,5}|[A-H])[.)]?\s+\S")
_PAGE = re.compile(r"\s*(?:-\s?)?\d{1,3}(?:\s?-)?\s*")
_GAP = re.compile(r"\S {3,}\S")
_FEWEST = 3  # columns of a table that is told by its gaps
_BLANKS = 2  # blank lines at most between the rows of a table
_BLANK_COLUMNS = 2  # characters: two columns stand no closer


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a drawn table: where it begins in the text, its words, and whether a blank line stands above."""

    start: int
    content: str
    apart: bool


Piece = tuple[int, int]
"""Where some words of a cell stand in the text: start and end."""
Row = list[list[Piece]]


def write_rows(writer: Rewriter, rows: Sequence[Row]) -> None:
    """Write rows between bars; a rule follows the first."""
    for number, row in enumerate(rows):
        for cell in row:
            writer.put("|")
            for start, end in cell:
                writer.put(" ")
                writer.copy(start, end)
            writer.put(" ")
        writer.put("|\n" + ("|---" * len(row) + "|\n" if number == 0 else ""))


def set_tables(text: Text) -> tuple[Text, tuple[str, ...]]:
    """Set tables that blanks draw between bars; tell which could not be told apart and stay as they are.

    The words keep their places in the source; those of one cell stand together. A table is taken only when its
    columns never touch and the numbers of its rows leave no doubt where each begins.
    """
    lines = list(_lines(text))
    writer = Rewriter(text)
    doubts: list[str] = []
    at = done = 0
    while at < len(lines):
        end = _zone(lines, at) if _is_heading(lines[at].content) else at
        if end == at:
            at += 1
            continue
        rows = _rows(lines[at:end]) if not _goes_on(lines, end) else None
        if rows is None:
            number = text.norm.count("\n", 0, lines[at].start) + 1
            doubts.append(f"the table at line {number} is drawn with blanks and stays text")
        else:
            writer.copy(done, lines[at].start)
            write_rows(writer, rows)
            done = lines[end - 1].start + len(lines[end - 1].content)
        at = end
    if not done:
        return text, tuple(doubts)
    writer.copy(done, len(text.norm))
    return writer.done(), tuple(doubts)


def _lines(text: Text) -> Iterator[_Line]:
    """List the lines that hold words."""
    at, apart = 0, False
    for content in text.norm.split("\n"):
        if content.strip():
            yield _Line(at, content, apart)
        apart = not content.strip()
        at += len(content) + 1


def _is_heading(content: str) -> bool:
    """Tell a heading row: "STT", then the names of two columns or more, wide apart."""
    if "|" in content or "\t" in content:
        return False
    cells = _CELLS.findall(content)
    return len(cells) >= _FEWEST and fold(cells[0]) in _FIRST


def _blank(lines: Sequence[_Line]) -> list[bool]:
    """Tell for each place whether it is blank on all lines."""
    width = max(len(line.content) for line in lines)
    return [all(x >= len(line.content) or line.content[x] == " " for line in lines) for x in range(width)]


def _columns(blank: Sequence[bool]) -> list[Piece]:
    """Find the columns: runs of places parted by two that are blank on all lines."""
    found: list[list[int]] = []
    for x, empty in enumerate(blank):
        if empty:
            continue
        if found and x - found[-1][1] < _BLANK_COLUMNS:
            found[-1][1] = x + 1
        else:
            found.append([x, x + 1])
    return [(start, end) for start, end in found]


def _zone(lines: Sequence[_Line], at: int) -> int:
    """Find where a table ends: at the first line that runs over a gap between its columns."""
    blank = _blank(lines[at : at + 1])
    wanted = len(_columns(blank))
    end = at + 1
    while end < len(lines):
        line = lines[end]
        here = _blank([line])
        longest = max(len(blank), len(here))
        both = [(x >= len(blank) or blank[x]) and (x >= len(here) or here[x]) for x in range(longest)]
        if len(_columns(both)) == wanted:
            blank = both
        elif not (_GROUP.match(line.content) and end + 1 < len(lines)):
            break
        end += 1
    while end > at + 1 and _GROUP.match(lines[end - 1].content) and not _GAP.search(lines[end - 1].content):
        end -= 1
    return end


def _goes_on(lines: Sequence[_Line], end: int) -> bool:
    """Tell whether the line behind a table looks like a row of it."""
    if end >= len(lines):
        return False
    cells = _CELLS.findall(lines[end].content)
    return len(re.findall(r"\S {2,}\S", lines[end].content)) >= 2 or bool(_NUMBER.fullmatch(cells[0]))


def _rows(lines: Sequence[_Line]) -> list[Row] | None:
    """Read the rows of a table; None where it cannot be told which line belongs to which."""
    fitting = [line for line in lines if not _is_group(line.content)]
    columns = _columns(_blank(fitting))
    first = next((n for n, line in enumerate(lines) if n and _starts(line, columns)), None)
    if first is None or len(columns) < _FEWEST or any(_is_group(line.content) for line in lines[:first]):
        return None
    rows = [_merged(lines[:first], columns)]
    body = [line for line in lines[first:] if not _is_page_or_heading(line, lines[0], columns)]
    starts = [n for n, line in enumerate(body) if _starts(line, columns)]
    if not starts or starts[0] or not _is_sure(body, columns):
        return None
    for begin, end in zip(starts, [*starts[1:], len(body)], strict=True):
        if _is_group(body[begin].content) and not _GAP.search(body[begin].content.strip()[4:]):
            rows.append(_group_row(body[begin], len(columns)))
            rest = body[begin + 1 : end]
            if rest:
                return None
        else:
            rows.append(_merged(body[begin:end], columns))
    return rows if len(rows) > 2 and all(rows[0]) and all(len(row) == len(columns) for row in rows) else None


def _is_group(content: str) -> bool:
    return bool(_GROUP.match(content)) and len(_CELLS.findall(content)) <= 2


def _part(line: _Line, column: Piece) -> str:
    return line.content[column[0] : column[1]].strip()


def _starts(line: _Line, columns: Sequence[Piece]) -> bool:
    return _is_group(line.content) or bool(_NUMBER.fullmatch(_part(line, columns[0])))


def _is_page_or_heading(line: _Line, heading: _Line, columns: Sequence[Piece]) -> bool:
    page = _PAGE.fullmatch(line.content) and not _part(line, columns[0])
    return bool(page) or line.content.split() == heading.content.split()


def _is_sure(body: Sequence[_Line], columns: Sequence[Piece]) -> bool:
    """Tell whether it is plain of each line to what row it belongs.

    A number stands beside the beginning of its task; any other line goes on in columns that stand filled above it.
    """
    above: list[str] = []
    for line in body:
        parts = [_part(line, column) for column in columns]
        if _is_group(line.content):
            above = []
        elif any(_GAP.search(part) for part in parts):
            return False
        elif _starts(line, columns):
            if not parts[1] or parts[1][0].islower():
                return False
            above = parts
        else:
            widths = [end - start for start, end in columns]
            if parts[0] or not above or not all(map(_runs_on, above, parts, widths)):
                return False
            above = parts
    return True


def _runs_on(above: str, part: str, width: int) -> bool:
    """Tell whether words in a column go on with those right above: small, behind a comma, or for want of room."""
    if not part:
        return True
    if not above:
        return False
    if part[0].islower() or above[-1] in ",;-(":
        return True
    return len(above) + 1 + len(part.split()[0]) > width


def _merged(lines: Sequence[_Line], columns: Sequence[Piece]) -> Row:
    """Put the words of each column together."""
    row: Row = []
    for start, end in columns:
        cell: list[Piece] = []
        for line in lines:
            part = line.content[start:end]
            if part.strip():
                begin = line.start + start + len(part) - len(part.lstrip())
                cell.append((begin, begin + len(part.strip())))
        row.append(cell)
    return row


def _group_row(line: _Line, width: int) -> Row:
    """Write a heading within the table: its mark, its words, nothing else."""
    mark = re.match(r"\s*(\S+)\s+", line.content)
    begin = line.start + (mark.start(1) if mark else 0)
    rest = line.start + (mark.end() if mark else 0)
    end = line.start + len(line.content.rstrip())
    return [[(begin, line.start + mark.end(1) if mark else begin)], [(rest, end)], *([] for _ in range(width - 2))]
