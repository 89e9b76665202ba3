"""Flattened tables: each cell a paragraph of its own, told by the run of column headings that opens them."""

import re
from collections.abc import Sequence

from kgbuild.language import fold, roman
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Reading, Table, Text
from kgbuild.structure.table_columns import column_of, read_columns


def find_flat_tables(reading: Reading) -> tuple[Block, ...]:
    """Put each flattened table back into a grid; all other blocks stay."""
    text, blocks = reading.text, reading.blocks
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        width = _headings(text, blocks, at)
        if not width:
            out.append(blocks[at])
            at += 1
            continue
        rows, end = _rows(text, blocks, at + width, width)
        head = tuple(b.span for b in blocks[at : at + width])
        if len(rows) < 1:
            out.append(blocks[at])
            at += 1
            continue
        out.append(Table(Span(blocks[at].span.start, blocks[end - 1].span.end), (head, *rows)))
        at = end
    return tuple(out)


def _headings(text: Text, blocks: Sequence[Block], at: int) -> int:
    """Count the column headings that stand here one below the other, the first being the row number."""
    names: list[str] = []
    for block in blocks[at : at + 10]:
        if not isinstance(block, Paragraph) or not 0 < len(block.span) <= 60:
            break
        heading = fold(text.norm[block.span.start : block.span.end])
        if not names and column_of(heading) != "number":
            return 0
        if column_of(heading) is None or re.match(r"^\d+$", heading):
            break
        names.append(heading)
    return len(names) if len(names) >= 3 and read_columns(names) else 0


def _rows(text: Text, blocks: Sequence[Block], at: int, width: int) -> tuple[list[tuple[Span, ...]], int]:
    """Read rows: a Roman number and a title head a group, the next number in sequence opens a row of cells."""
    rows: list[tuple[Span, ...]] = []
    expected, group = 1, 0
    while at < len(blocks):
        label = _label(text, blocks[at])
        if (
            label
            and (value := roman(label)) is not None
            and value in (group + 1, 1)
            and not label.isdigit()
            and _paragraph(blocks, at + 1)
        ):
            rows.append((blocks[at].span, blocks[at + 1].span))
            group, at = value, at + 2
        elif label and label.isdigit() and int(label) in (expected, 1):
            cells, at = _cells(text, blocks, at, width, int(label))
            rows.append(cells)
            expected = int(label) + 1
        else:
            break
    return rows, at


def _paragraph(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and isinstance(blocks[at], Paragraph)


def _label(text: Text, block: Block) -> str:
    if not isinstance(block, Paragraph):
        return ""
    content = text.norm[block.span.start : block.span.end].strip().rstrip(".")
    return content if re.fullmatch(r"\d{1,3}|[IVXLC]{1,6}", content) else ""


def _cells(text: Text, blocks: Sequence[Block], at: int, width: int, number: int) -> tuple[tuple[Span, ...], int]:
    """Take the cells of one row: up to the full width, fewer when the next row opens before."""
    cells = [blocks[at].span]
    at += 1
    while at < len(blocks) and len(cells) < width and isinstance(blocks[at], Paragraph):
        label = _label(text, blocks[at])
        if label and (label == str(number + 1) or (not label.isdigit() and len(cells) >= 3)):
            break
        cells.append(blocks[at].span)
        at += 1
    missing = [Span(cells[-1].end, cells[-1].end)] * (width - len(cells))
    return (*cells, *missing), at
