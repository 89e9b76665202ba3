"""Tables whose cells stand between bars but whose rows have none at their ends, as taken from Word files."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.language import fold
from kgbuild.model.text import Text
from kgbuild.text.rewriting import Rewriter

_BAR = re.compile(r"(?<!\\)\|")
_FIRST = ("stt", "tt", "số tt")  # what stands above the numbers of the rows
_OPENS = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,2}|[IVXLC]{1,6}|[A-H])?[.)]?\s*\|")
_FEWEST = 3  # cells of a heading row
_ROWS = 3  # lines that a table has at least where no column of numbers tells it
_BROKEN = 12  # lines that one row fills at most

Line = tuple[int, str]
"""Where a line begins, and its words."""


def close_rows(text: Text) -> Text:
    """Write bars around the rows of such tables.

    A heading row has three cells or more and a bar at neither end. A row with fewer bars than it goes on below when
    the bars of the lines below make it whole. Where a blank line follows the heading, one may follow each row.
    """
    lines = list(_lines(text))
    writer = Rewriter(text)
    at = done = 0
    while at < len(lines):
        rows = list(_rows(lines, at))
        if not _is_table(lines[at][1], rows):
            at += 1
            continue
        for first, behind in rows:
            start, end = lines[first][0], lines[behind - 1][0] + len(lines[behind - 1][1])
            gap = text.norm[done:start]
            writer.copy(start - 1 if first > at and not gap.strip() else done, start)  # blank lines would part rows
            writer.put("| ")
            writer.copy(start, end)
            writer.put(" |")
            done = end
        at = rows[-1][1]
    if not done:
        return text
    writer.copy(done, len(text.norm))
    return writer.done()


def _lines(text: Text) -> Iterator[Line]:
    at = 0
    for content in text.norm.split("\n"):
        yield at, content
        at += len(content) + 1


def _bars(content: str) -> int:
    return len(_BAR.findall(content))


def _is_table(heading: str, rows: Sequence[tuple[int, int]]) -> bool:
    return len(rows) >= _ROWS or (len(rows) > 1 and fold(_BAR.split(heading)[0]) in _FIRST)


def _rows(lines: Sequence[Line], at: int) -> Iterator[tuple[int, int]]:
    """List the rows of the table whose heading is line *at*: the first line of each, and the one behind its last."""
    cells = [cell.strip() for cell in _BAR.split(lines[at][1])]
    if len(cells) < _FEWEST or not all(re.search(r"[^\W_]", cell) for cell in cells):
        return
    yield at, at + 1
    at += 1
    wanted = len(cells) - 1
    if at < len(lines) and lines[at][1].lstrip().startswith("|"):
        wanted = max(wanted, _bars(lines[at][1]))  # a second heading row parts merged cells of the first
    spread = _past_blank(lines, at) > at
    while at < len(lines):
        if spread:
            at = _past_blank(lines, at)
            if at == len(lines) or _bars(lines[at][1]) != wanted:
                return
        elif not 0 < _bars(lines[at][1]) <= wanted:
            return
        end = _row_end(lines, at, wanted)
        yield at, end
        at = end


def _past_blank(lines: Sequence[Line], at: int) -> int:
    return at + 1 if at < len(lines) and not lines[at][1].strip() else at


def _row_end(lines: Sequence[Line], at: int, wanted: int) -> int:
    """Tell behind which line a row ends that begins at line *at* and has *wanted* bars when it is whole."""
    count = _bars(lines[at][1])
    end = at + 1
    for seen in range(at + 1, min(at + _BROKEN, len(lines))):
        content = lines[seen][1]
        if not content.strip() or _OPENS.match(content) or count + _bars(content) > wanted:
            whole = content.strip() and _OPENS.match(content) and count == wanted
            return seen if whole else end
        count += _bars(content)
        if _bars(content) and count == wanted:
            end = seen + 1
    return end
