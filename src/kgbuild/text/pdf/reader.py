"""Read PDF files with a text layer: lines into paragraphs, ruled tables into grids that run on over pages."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

from kgbuild.errors import SourceError
from kgbuild.language import UPPER
from kgbuild.model.text import Reading
from kgbuild.text.legible import garbled, unreadable
from kgbuild.text.pdf.bits import Range
from kgbuild.text.pdf.glyphs import glyphs_of, words_of
from kgbuild.text.pdf.layout import NEAR, Line, centre, lines_of
from kgbuild.text.pdf.open_tables import set_open_tables
from kgbuild.text.pdf.pages import Page, drop_furniture, without_number
from kgbuild.text.pdf.paragraphs import frame_of, paragraphs
from kgbuild.text.pdf.sheets import Sheet, find_sheets, join_torn, levels_of, run_on
from kgbuild.text.pieces import Grid, Piece, compose, join_broken, settle

_NOTE = re.compile(r"(\d{1,3})\s*(?=[^\d\s.,/%])")
_RECIPIENTS = re.compile(r"\W*nơi\s+nhận\b", re.IGNORECASE)
_RECIPIENT = re.compile(rf"\s*(?:[-–+•]|\(|[^\W\d_{UPPER}])")  # one, or the rest of one
_FIRST_COLUMN = re.compile(r"\s*S?TT\s+[^\W\d_]")
_SIGNED = 8.0  # of the size: what is left free for a signature
_HEADING_LINES = 4  # into which the heading of a table may be broken
_HEADING_WIDE = 70  # characters: a line of running text is longer


def read_pdf(data: bytes) -> Reading:
    """Read a PDF: paragraphs joined over lines and pages, tables joined over pages, footnotes at the end.

    Page numbers, running heads and repeated table headings are left out. Raises SourceError when the file is
    damaged, protected, or has no text layer that can be read.
    """
    pages = _open(data)
    _join_torn(pages)
    if (reason := unreadable("\n".join(_texts(pages)))) is not None:
        raise SourceError(reason)
    drop_furniture(pages)
    doubts = (*_doubts(pages), *_set_open_tables(pages), *_headings_left(pages))
    notes = _take_footnotes(pages)
    _join_sheets(pages)
    for page, below in pairwise(pages):
        _join_recipients(page, below)
    return replace(compose(join_broken([*_pieces(pages), *notes])), doubts=doubts)


def _join_torn(pages: Sequence[Page]) -> None:
    sheets = [item for page in pages for item in page.content if isinstance(item, Sheet)]
    join_torn(sheets, [line.text for page in pages for line in page.lines])


def _doubts(pages: Sequence[Page]) -> Iterator[str]:
    """Say which pages are pictures or hold signs without meaning; what these hold is left out."""
    for number, page in enumerate(pages, 1):
        text = "\n".join(_texts([page]))
        reason = unreadable(text) if page.pictured else garbled(text)
        if reason is not None:
            page.content = []
            yield f"page {number} {reason}"


def _open(data: bytes) -> list[Page]:
    import pdfplumber

    pages = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages):
                pages.append(_read_page(page, number))
                page.close()
    except Exception as error:  # pdfminer raises whatever its parser meets: a fault of the file
        reason = "protected by a password" if "Password" in repr(error) else "damaged: its pages cannot be read"
        raise SourceError(f"is {reason}") from error
    return pages


def _read_page(page: Any, number: int) -> Page:
    glyphs, turned = glyphs_of(page)
    text = without_number(glyphs, page.height)
    sheets, outside = find_sheets(page, text, turned, number)
    lines = lines_of(words_of(outside), number)
    found = Page(page.width, page.height, pictured=_is_pictured(page), numbered=len(text) < len(glyphs))
    found.levels = levels_of(page)
    for sheet in sheets:
        found.content += [line for line in lines if line.top < sheet.top]
        found.content.append(sheet)
        lines = [line for line in lines if line.top >= sheet.top]
    found.content += lines
    return found


def _is_pictured(page: Any) -> bool:
    """Tell whether one picture covers at least half of the page, as a scan does."""
    return any((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) > 0.5 * page.width * page.height for i in page.images)


def _texts(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for item in page.content:
            if isinstance(item, Line):
                yield item.text
            else:
                yield from (line for row in item.rows for cell in row for line in cell.lines())


def _set_open_tables(pages: Sequence[Page]) -> Iterator[str]:
    """Set tables without upright rules, and the columns of the running text; say which tables are in doubt."""
    columns: tuple[Range, ...] = ()
    for number, page in enumerate(pages, 1):
        content: list[Line | Sheet] = []
        for ruled, items in groupby(page.content, key=lambda item: isinstance(item, Sheet)):
            if ruled:
                content += items
                columns = ()
                continue
            found = set_open_tables([item for item in items if isinstance(item, Line)], page.levels, columns)
            content += found.content
            columns = found.columns
            yield from (f"page {number} {doubt}" for doubt in found.doubts)
        page.content = content


def _headings_left(pages: Sequence[Page]) -> Iterator[str]:
    """Say on which pages the heading of a table of tasks stayed text, its words broken within narrow columns."""
    for number, page in enumerate(pages, 1):
        lines = [item.text for item in page.content if isinstance(item, Line)]
        for at in (at for at, line in enumerate(lines) if _FIRST_COLUMN.match(line)):
            near = lines[at : at + _HEADING_LINES]
            words = set(" ".join(near).lower().split())
            if {"chủ", "trì"} <= words and words & {"phối", "thời"} and all(len(line) < _HEADING_WIDE for line in near):
                yield f"page {number} has a table, “{near[0]}”, whose cells cannot be told apart; it stays text"
                break


def _take_footnotes(pages: Sequence[Page]) -> list[str]:
    """Take footnotes out of the running text: small lines at the foot of a page, the first with a number."""
    sizes = Counter(round(line.size) for page in pages for line in page.lines)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    notes: list[str] = []
    for page in pages:
        at = len(page.content)
        while at and isinstance(item := page.content[at - 1], Line) and item.size < 0.8 * usual and item.column is None:
            at -= 1
        foot = page.lines[len(page.lines) - (len(page.content) - at) :]
        if foot and _NOTE.match(foot[0].text):
            del page.content[at:]
            for line in foot:
                if match := _NOTE.match(line.text):
                    notes.append(f"[{match[1]}] {line.text[match.end() :]}")
                else:
                    notes[-1] += f"\n{line.text}"
    return notes


def _join_sheets(pages: Sequence[Page]) -> None:
    """Let a table that ends one page run on in the table of as many columns that begins the next."""
    last: Sheet | None = None
    for page in pages:
        first = page.content[0] if page.content else None
        if last is not None and isinstance(first, Sheet) and first.columns == last.columns:
            run_on(last, first.rows)
            last.cut = first.cut
            del page.content[0]
        if page.content:
            last = end if isinstance(end := page.content[-1], Sheet) else None


def _join_recipients(page: Page, below: Page) -> None:
    """Set recipients that go on over the page behind those above, and the signature beside them behind its post."""
    start = len(page.content)
    while start and isinstance(item := page.content[start - 1], Line) and item.column is not None:
        start -= 1
    zone = [item for item in page.content[start:] if isinstance(item, Line)]
    left = [line for line in zone if line.column != zone[-1].column]
    if not left or not any(_RECIPIENTS.match(line.text) for line in page.lines):
        return
    right = zone[len(left) :]
    moved: tuple[list[Line], list[Line]] = [], []
    for item in below.content:
        side = _side(item, left, right) if isinstance(item, Line) else None
        if side is None or isinstance(item, Sheet):
            break
        held = moved[side]
        if held and item.top - held[-1].bottom > (_SIGNED if side else 1.5) * item.size:
            break
        if not (held or side or _RECIPIENT.match(item.text)):
            break
        held.append(replace(item, column=(right if side else left)[-1].column))
    del below.content[: sum(map(len, moved))]
    page.content += moved[1]
    page.content[start + len(left) : start + len(left)] = moved[0]


def _side(item: Line, left: Sequence[Line], right: Sequence[Line]) -> int | None:
    """Tell whether a line goes on with the recipients on the left (0) or with the signature on the right (1)."""
    if item.x1 < min(line.x0 for line in right) and abs(item.x0 - left[-1].x0) < 5 * NEAR:
        return 0
    below = min(line.x0 for line in right) < centre(item) < max(line.x1 for line in right)
    return 1 if below and item.x0 > max(line.x1 for line in left) else None


def _pieces(pages: Sequence[Page]) -> Iterator[Piece]:
    """Make paragraphs of the lines between two tables, over page breaks, as long as the pages are equally wide."""
    widths = {page.width for page in pages}
    frames = {
        width: frame_of([line for page in pages if page.width == width for line in page.lines]) for width in widths
    }
    lines: list[Line] = []
    width = 0.0
    for page in pages:
        for item in page.content:
            if lines and (isinstance(item, Sheet) or page.width != width):
                yield from paragraphs(lines, frames[width])
                lines = []
            width = page.width
            if isinstance(item, Line):
                lines.append(item)
            else:
                yield from settle(Grid(tuple(tuple(row) for row in item.rows)))
    if lines:
        yield from paragraphs(lines, frames[width])
