"""Read plain text and Markdown: lines into paragraphs, bar tables and pipe tables into grids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Reading, Table, Text
from kgbuild.text.normalize import normalise, reflow

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?[-_=*~.]{3,}:?[ \t]*\|?[ \t]*")
_ITEM = re.compile(
    r"""[ \t]*(?:
        [-+•*▪]\s                                    # - bullet
      | (?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}\s?-(?=\s)|\d{1,3}(?:\.\d{1,3})+|\(\d{1,3}\))
        \s*(?=[^\W\d_]|["“(])                       # 1. 1.2 (3) 4)
      | \(?[a-zđ]\)\s                                # a) (b)
      | [IVXLC]{1,6}\s*[.\-)/]                       # IV.
      | (?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|ĐIỀU|PHỤ\ LỤC|Phụ\ lục)\s+[\dIVXLC]+
      | (?:Căn\ cứ|Căn\s*$|Xét\b|Theo\ đề\ nghị|Theo\s*$|Nơi\ nhận|Kính\ gửi|Số\s*:
        |TM\.|KT\.|T/M|K/T|Lưu\s*:|QUYẾT\ (?:ĐỊNH|NGHỊ)\s*:)
    )""",
    re.VERBOSE,
)
_PAGE_NUMBER = re.compile(r" {8,}\d{1,3} *")
_GAP = re.compile(r"(?<=\S) {6,}(?=\S)")
_PIPE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_PIPE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")


def read_plain(raw: str) -> Reading:
    """Read the text of a .txt or .md file."""
    text = normalise(raw)
    return reflow(Reading(text, tuple(_blocks(text))))


def _lines(text: Text) -> list[Span]:
    spans, at = [], 0
    for line in text.norm.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def _blocks(text: Text) -> Iterator[Block]:
    lines = _lines(text)
    layout = _layout(text, lines)
    at = 0
    while at < len(lines):
        line = text.norm[lines[at].start : lines[at].end]
        if line.strip() == "|":
            end = _bar_end(text, lines, at)
            yield from _bar_table(text, lines[at:end], layout)
            at = end
        elif _PIPE_ROW.fullmatch(line) and at + 1 < len(lines) and _is_pipe_rule(text, lines[at + 1]):
            end = at + 1
            while end < len(lines) and _PIPE_ROW.fullmatch(text.norm[lines[end].start : lines[end].end]):
                end += 1
            yield _pipe_table(text, lines[at:end])
            at = end
        else:
            end = at
            while end < len(lines) and not _starts_table(text, lines, end):
                end += 1
            yield from paragraphs(text, _columns(text, lines[at:end]), layout)
            at = end


def _columns(text: Text, lines: list[Span]) -> list[Span]:
    """Part lines set in two columns (head, recipients beside signature): the left column first, then the right."""
    out: list[Span] = []
    at = 0
    while at < len(lines):
        gaps: list[re.Match[str] | None] = []
        end = at
        while end < len(lines) and (content := text.norm[lines[end].start : lines[end].end]).strip():
            gaps.append(_GAP.search(content))
            end += 1
        found = sum(gap is not None for gap in gaps)
        if found >= 2:
            right = []
            for line, gap in zip(lines[at:end], gaps, strict=True):
                if gap:
                    out.append(Span(line.start, line.start + gap.start()))
                    right.append(Span(line.start + gap.end(), line.end))
                elif right and _indent(text.norm[line.start : line.end]) > 30 and len(line) < 90:
                    right.append(line)
                else:
                    out.append(line)
            out.extend(right)
        else:
            out.extend(lines[at:end])
        if end < len(lines):
            out.append(lines[end])
        at = end + 1
    return out


def _is_pipe_rule(text: Text, line: Span) -> bool:
    content = text.norm[line.start : line.end]
    return "|" in content and bool(_PIPE_RULE.fullmatch(content))


def _starts_table(text: Text, lines: list[Span], at: int) -> bool:
    line = text.norm[lines[at].start : lines[at].end]
    if line.strip() == "|":
        return True
    return bool(_PIPE_ROW.fullmatch(line)) and at + 1 < len(lines) and _is_pipe_rule(text, lines[at + 1])


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text file sets its lines: the width at which a tool broke them, and whether blank lines part paragraphs.

    `width` is None when each line is a paragraph of its own.
    """

    width: int | None
    blank_between: bool


def _layout(text: Text, lines: list[Span]) -> Layout:
    contents = [text.norm[line.start : line.end].strip() for line in lines]
    lengths = sorted(len(content) for content in contents if len(content) > 30)
    if len(lengths) < 5:
        return Layout(None, True)
    longest = lengths[int(0.97 * (len(lengths) - 1))]
    near = sum(length > longest * 0.7 for length in lengths)
    filled = [bool(content) and content != "|" for content in contents]
    gaps = sum(before and not after for before, after in pairwise(filled))
    wrapped = longest <= 130 and near >= 0.5 * len(lengths)
    return Layout(longest if wrapped else None, gaps >= 0.15 * sum(filled))


def paragraphs(text: Text, lines: list[Span], layout: Layout) -> Iterator[Paragraph]:
    """Join the lines of each paragraph: blank lines and list marks part them, wrapped lines run on.

    A line of no-break spaces alone is an empty paragraph: in flattened tables it stands for an empty cell. Lone
    page numbers set far to the right are passed over.
    """
    current: Span | None = None
    for line in lines:
        content = text.norm[line.start : line.end]
        if _PAGE_NUMBER.fullmatch(content):
            continue
        if content.strip() and not _RULE.fullmatch(content):
            if current and layout.width and _runs_on(text, current, line, layout):
                current = Span(current.start, line.end)
                continue
            if current:
                yield Paragraph(text.trim(current, " \t\n|"))
            current = line
            continue
        if current:
            yield Paragraph(text.trim(current, " \t\n|"))
            current = None
        if "\u00a0" in text.quote(line):
            yield Paragraph(Span(line.start, line.start))
    if current:
        yield Paragraph(text.trim(current, " \t\n|"))


def _runs_on(text: Text, before: Span, line: Span, layout: Layout) -> bool:
    """Tell whether *line* goes on with the paragraph *before* that a tool wrapped."""
    content = text.norm[line.start : line.end]
    if item := _ITEM.match(content):
        return not item.group().strip().startswith(("-", "+", "•", "*", "▪")) and _broken_off(text, before, layout)
    if layout.blank_between:
        return True
    previous = text.norm[before.start : before.end].rsplit("\n", 1)[-1].rstrip()
    if is_upper(content) != is_upper(previous) and (is_upper(previous) or is_upper(content)):
        return False
    if content.strip()[:1].islower():
        return True
    ended = previous[-1:] in ".;:?!"
    indented = _indent(content) > _indent(previous) + 2
    long_enough = len(previous.strip()) >= (layout.width or 0) * (0.8 if ended else 0.5)
    return long_enough and not (ended and indented)


def _broken_off(text: Text, before: Span, layout: Layout) -> bool:
    """Tell whether the line above fills the width and ends within a sentence: "… quy định tại khoản 1"."""
    previous = text.norm[before.start : before.end].rsplit("\n", 1)[-1].strip()
    inside = previous[-1:].isalnum() and not is_upper(previous)
    return layout.blank_between and inside and len(previous) >= (layout.width or 0) * 0.7


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _bar_end(text: Text, lines: list[Span], at: int) -> int:
    """Find where a table of lone bars ends: after the last bar that still has a partner."""
    bars = [at]
    seen = at + 1
    while seen < len(lines):
        content = text.norm[lines[seen].start : lines[seen].end].strip()
        if content == "|":
            bars.append(seen)
        elif not content and bars[-1] == seen - 1 and not _bar_follows(text, lines, seen):
            break
        seen += 1
    return bars[-1] + 1


def _bar_follows(text: Text, lines: list[Span], at: int) -> bool:
    rest = (text.norm[line.start : line.end].strip() for line in lines[at : at + 2])
    return any(content == "|" for content in rest)


def _bar_table(text: Text, lines: list[Span], layout: Layout) -> Iterator[Block]:
    """Read cells parted by lines that hold one bar; two bars in a row end a table row."""
    rows: list[list[list[Span]]] = [[]]
    cell: list[Span] = []
    opened = False
    for line in lines:
        if text.norm[line.start : line.end].strip() == "|":
            if opened and cell:
                rows[-1].append(cell)
            elif opened and rows[-1]:
                rows.append([])
            cell, opened = [], True
        else:
            cell.append(line)
    grid = [row for row in rows if row]
    if not grid:
        return
    columns = max(len(row) for row in grid)
    if columns < 3 or len(grid) < 2:
        for row in grid:
            for lines_of_cell in row:
                yield from paragraphs(text, lines_of_cell, layout)
        return
    table = tuple(tuple(_cell_span(text, cell) for cell in row) for row in grid)
    yield Table(Span(lines[0].start, lines[-1].end), table)


def _cell_span(text: Text, lines: list[Span]) -> Span:
    return text.trim(Span(lines[0].start, lines[-1].end))


def _pipe_table(text: Text, lines: list[Span]) -> Table:
    rows = []
    for number, line in enumerate(lines):
        if number == 1:
            continue
        content = text.norm[line.start : line.end]
        cuts = [match.start() for match in re.finditer(r"(?<!\\)\|", content)]
        if cuts and content[: cuts[0]].strip():
            cuts.insert(0, -1)
        cells = (Span(line.start + a + 1, line.start + b) for a, b in pairwise(cuts))
        rows.append(tuple(text.trim(cell) for cell in cells))
    return Table(Span(lines[0].start, lines[-1].end), tuple(rows))
