"""Preformatted blocks of a page in which blanks draw tables: the lines around the tables, and their grids."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from kgbuild.model.text import Text
from kgbuild.text.normalize import normalise
from kgbuild.text.pieces import Cell, Grid, Piece
from kgbuild.text.rewriting import lines_in
from kgbuild.text.spaced import set_tables


def set_drawn_tables(lines: Sequence[str]) -> tuple[list[Piece], tuple[str, ...]]:
    """Set the tables that blanks draw in *lines* as grids; tell which could not be told apart and stay lines."""
    if any("|" in line for line in lines):
        return list(lines), ()
    text, doubts = set_tables(normalise("\n".join(lines)))
    return list(_pieces(text, lines)), doubts


def _pieces(text: Text, lines: Sequence[str]) -> Iterator[Piece]:
    """Give the rows between bars as grids, all else as it stands in *lines*."""
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    places = [(text.norm[line.start : line.end], text.offsets[line.start]) for line in lines_in(text)]
    for drawn, group in groupby(places, key=lambda place: place[0].startswith("|")):
        if drawn:
            rows = [content.strip("|").split("|") for content, _ in group if not content.startswith("|---")]
            yield Grid(tuple(tuple(_cell(words) for words in row) for row in rows))
        else:
            yield from (lines[bisect_right(starts, start) - 1] for content, start in group if content.strip())


def _cell(words: str) -> Cell:
    joined = " ".join(words.split())
    return Cell((joined,) if joined else ())
