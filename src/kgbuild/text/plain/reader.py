"""Read plain text and Markdown: lines into paragraphs, bar tables and pipe tables into grids."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kgbuild.model import Span
from kgbuild.model.text import Block, Reading, Table, Text
from kgbuild.text.normalize import normalise, reflow
from kgbuild.text.plain.bare_bars import close_rows
from kgbuild.text.plain.bars import Strip, is_lone_bar, read_lone_bars, read_rows, row_end
from kgbuild.text.plain.columns import part_columns, part_heads
from kgbuild.text.plain.drawings import without_drawing
from kgbuild.text.plain.embedded import find_tables, read_table
from kgbuild.text.plain.first_words import join_first_words
from kgbuild.text.plain.frame import drop_frame
from kgbuild.text.plain.glued import part_words
from kgbuild.text.plain.grids import set_grids
from kgbuild.text.plain.nested import unnest_tables
from kgbuild.text.plain.page_marks import drop_page_marks
from kgbuild.text.plain.page_notes import set_page_notes_apart
from kgbuild.text.plain.page_numbers import drop_page_numbers
from kgbuild.text.plain.torn_tabs import join_torn_rows
from kgbuild.text.plain.wrapped import Layout, measure, paragraphs
from kgbuild.text.rewriting import lines_in
from kgbuild.text.spaced import set_tables

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]{0,500}\n){1,60}?---[ \t]*\r?\n")


# what converters and pages left in the text, taken out or mended in this order; characters keep their places
_MENDERS: tuple[Callable[[Text], Text], ...] = (
    drop_page_marks,
    set_page_notes_apart,
    part_words,
    unnest_tables,
    drop_page_numbers,
    join_first_words,
    close_rows,
    join_torn_rows,
    set_grids,
)


def read_plain(raw: str) -> Reading:
    """Read the text of a .txt or .md file."""
    text = normalise(raw)
    for mend in _MENDERS:
        text = mend(text)
    text, doubts = set_tables(text)
    return replace(drop_frame(reflow(Reading(text, tuple(_blocks(text))))), doubts=doubts)


def _lines(text: Text) -> list[Span]:
    return [without_drawing(text, line) for line in lines_in(text)]


def _blocks(text: Text) -> Iterator[Block]:
    front = _FRONT.match(text.raw)  # what site builders keep above Markdown: title, date, tags
    lines = [line for line in _lines(text) if not front or text.offsets[line.start] >= front.end()]
    tables = find_tables(text)
    parts = list(_between(lines, tables))
    layout = measure(text, [line for part in parts for line in part])
    for part, table in zip(parts[:-1], tables, strict=True):
        yield from _blocks_of(text, part, layout)
        found = read_table(text, table)
        yield from [found] if isinstance(found, Table) else paragraphs(text, part_heads(text, found), layout)
    yield from _blocks_of(text, parts[-1], layout)


def _between(lines: Sequence[Span], tables: Sequence[Span]) -> Iterator[list[Span]]:
    """Part the lines at tables in order, one part more than tables; a line that a table interrupts is cut."""
    at, begin = 0, -1
    for table in (*tables, None):
        part = []
        while at < len(lines) and (table is None or lines[at].start < table.start):
            line = Span(
                max(lines[at].start, begin), lines[at].end if table is None else min(lines[at].end, table.start)
            )
            if lines[at].end > begin:
                part.append(line)
            if table is not None and lines[at].end > table.end:
                break  # it goes on behind the table
            at += 1
        yield part
        begin = table.end if table else begin


def _blocks_of(text: Text, lines: list[Span], layout: Layout) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        strips, at = _strips(text, lines, at)
        for strip in strips:
            if isinstance(strip, Table):
                yield strip
            else:
                yield from paragraphs(text, part_heads(text, part_columns(text, strip)), layout)


def _strips(text: Text, lines: list[Span], at: int) -> tuple[list[Strip], int]:
    """Read one table, or the lines up to the next one; tell where it ends."""
    if is_lone_bar(text.norm[lines[at].start : lines[at].end]):
        return read_lone_bars(text, lines, at)
    if row_end(text, lines, at) > at:
        return read_rows(text, lines, at)
    end = at + 1
    while end < len(lines) and not _starts_table(text, lines, end):
        end += 1
    return [lines[at:end]], end


def _starts_table(text: Text, lines: list[Span], at: int) -> bool:
    return is_lone_bar(text.norm[lines[at].start : lines[at].end]) or row_end(text, lines, at) > at
