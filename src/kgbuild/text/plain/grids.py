"""Tables drawn with rules of "-" and "=", as converters from word processors write them: set between bars."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.rewriting import Rewriter, lines_in
from kgbuild.text.spaced import Piece, Row, write_rows

_BOXED = re.compile(r"[ \t]*\+(?:[-=:]{2,}\+){2,}[ \t]*")
_DASHED = re.compile(r"[ \t]*-{3,}(?:[ ]+-{2,}){2,}[ \t]*")
_CLOSING = re.compile(r"[ \t]*-{20,}[ \t]*")
_INSIDE = re.compile(r"\+[-=:]{2,}")
_MOST = 60  # columns: what draws more is no table


def set_grids(text: Text) -> Text:
    """Set each table between rules (+---+---+, or dashes that show how wide the columns are) between bars."""
    lines = lines_in(text)
    writer = Rewriter(text)
    at = done = 0
    while at < len(lines):
        rows, end = _boxed(text, lines, at) if _is(text, lines[at], _BOXED) else _dashed(text, lines, at)
        if not rows:
            at = max(end, at + 1)
            continue
        writer.copy(done, lines[at].start)
        write_rows(writer, rows)
        done = lines[end - 1].end
        at = end
    if not done:
        return text
    writer.copy(done, len(text.norm))
    return writer.done()


def _is(text: Text, line: Span, rule: re.Pattern[str]) -> bool:
    return rule.fullmatch(text.norm, line.start, line.end) is not None


def _boxed(text: Text, lines: Sequence[Span], at: int) -> tuple[list[Row], int]:
    """Read rows between rules that join in "+", and tell where they end.

    A cell that runs over a "+" of the first rule leaves the next empty.
    """
    end = at
    edges: set[int] = set()
    while end < len(lines) and text.norm[lines[end].start : lines[end].end].strip()[:1] in ("+", "|"):
        if _is(text, lines[end], _BOXED):
            edges |= {x for x, sign in enumerate(text.norm[lines[end].start : lines[end].end]) if sign == "+"}
        end += 1
    cuts = sorted(edges)
    if len(cuts) > _MOST + 1:
        return [], end
    rows: list[Row] = []
    row: Row = []
    for line in lines[at:end]:
        if _INSIDE.search(text.norm, line.start, line.end):
            rows += [row] if any(row) else []
            row = [[] for _ in cuts[1:]]
        elif row:
            for column, piece in _cells(text, line, cuts):
                row[column].append(piece)
    return rows, end


def _cells(text: Text, line: Span, cuts: Sequence[int]) -> Iterator[tuple[int, Piece]]:
    """Cut a line at the bars that stand where columns meet."""
    places = _places(text, line)
    here = [(x, cuts.index(place)) for x, place in places if text.norm[x] == "|" and place in cuts]
    for (left, column), (right, _) in pairwise(here):
        cell = text.trim(Span(left + 1, right))
        if len(cell):
            yield column, (cell.start, cell.end)


def _places(text: Text, line: Span) -> list[tuple[int, int]]:
    """Tell for each character of a line how far it stands from its beginning in the source, where marks may stand."""
    first = text.raw.rfind("\n", 0, text.offsets[line.start]) + 1
    return [(x, text.offsets[x] - first) for x in range(line.start, line.end)]


def _dashed(text: Text, lines: Sequence[Span], at: int) -> tuple[list[Row], int]:
    """Read a table whose headings stand above a rule of dashes, one run for each column, and whose rows blanks part.

    A long rule opens and closes it.
    """
    if not _is(text, lines[at], _CLOSING):
        return [], at
    rule = next((n for n in range(at + 2, min(at + 8, len(lines))) if _is(text, lines[n], _DASHED)), None)
    if rule is None:
        return [], at
    low = text.norm[lines[rule].start : lines[rule].end]
    starts = [match.start() for match in re.finditer(r"-+", low)]
    if len(starts) > _MOST:
        return [], at
    end = next((n for n in range(rule + 1, len(lines)) if _is(text, lines[n], _CLOSING)), None)
    if end is None:
        return [], at
    rows: list[Row] = []
    row: Row = []
    for n, line in enumerate(lines[at + 1 : end + 1], at + 1):
        if n in (rule, end) or not text.norm[line.start : line.end].strip():
            rows += [row] if any(row) else []
            row = []
            continue
        row = row or [[] for _ in starts]
        places = [place for _, place in _places(text, line)]
        begins = [line.start + bisect_left(places, start) for start in starts]
        for column, (left, right) in enumerate(pairwise([*begins, line.end])):
            cell = text.trim(Span(left, right))
            if len(cell):
                row[column].append((cell.start, cell.end))
    return rows, end + 1
