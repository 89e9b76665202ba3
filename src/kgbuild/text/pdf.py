"""Read PDF files with a text layer: lines into paragraphs, ruled tables into grids that run on over pages."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.glyphs import Glyph, glyphs_of, rows_of, words_of
from kgbuild.text.layout import Line, lines_of, part_columns
from kgbuild.text.legible import garbled, unreadable
from kgbuild.text.paragraphs import frame_of, paragraphs
from kgbuild.text.pieces import Grid, Piece, compose, join_broken, settle
from kgbuild.text.sheets import Sheet, find_sheets, run_on
from kgbuild.text.stamps import is_stamp

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,4})(?:\s*(?:/|trên)\s*\d{1,4})?\W*", re.IGNORECASE)
_NOTE = re.compile(r"(\d{1,3})\s*(?=[^\d\s.,/%])")
_RECIPIENTS = re.compile(r"\W*nơi\s+nhận\b", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–+•]")
_MARGIN = 0.06  # of the height: no text runs as near to the edge
_EDGE = 0.1  # of the height: where page numbers and running heads stand


@dataclass(slots=True)
class _Page:
    """What stands on one page, in reading order; width and height are in points."""

    width: float
    height: float
    content: list[Line | Sheet] = field(default_factory=list)
    pictured: bool = False  # whether a picture covers most of it
    numbered: bool = False  # whether its number stood in the margin

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.content if isinstance(item, Line)]


def read_pdf(data: bytes) -> Reading:
    """Read a PDF: paragraphs joined over lines and pages, tables joined over pages, footnotes at the end.

    Page numbers, running heads and repeated table headings are left out. Raises SourceError when the file is
    damaged, protected, or has no text layer that can be read.
    """
    pages = _open(data)
    if (reason := unreadable("\n".join(_texts(pages)))) is not None:
        raise SourceError(reason)
    _drop_furniture(pages)
    doubts = tuple(_doubts(pages))
    notes = _take_footnotes(pages)
    _join_sheets(pages)
    for page, below in pairwise(pages):
        _join_recipients(page, below)
    return replace(compose(join_broken([*_pieces(pages), *notes])), doubts=doubts)


def _doubts(pages: Sequence[_Page]) -> Iterator[str]:
    """Say which pages are pictures or hold signs without meaning; what these hold is left out."""
    for number, page in enumerate(pages, 1):
        text = "\n".join(_texts([page]))
        reason = unreadable(text) if page.pictured else garbled(text)
        if reason is not None:
            page.content = []
            yield f"page {number} {reason}"


def _open(data: bytes) -> list[_Page]:
    import pdfplumber

    pages = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number, page in enumerate(document.pages):
                pages.append(_read_page(page, number))
                page.close()
    except Exception as error:  # pdfminer raises whatever its parser meets: a fault of the file
        reason = "protected by a password" if "Password" in repr(error) else "damaged"
        raise SourceError(f"is {reason} ({type(error).__name__})") from None
    return pages


def _read_page(page: Any, number: int) -> _Page:
    glyphs, turned = glyphs_of(page)
    text = _without_number(glyphs, page.height)
    sheets, outside = find_sheets(page, text, turned, number)
    lines = lines_of(words_of(outside), number)
    found = _Page(page.width, page.height, pictured=_is_pictured(page), numbered=len(text) < len(glyphs))
    for sheet in sheets:
        found.content += part_columns([line for line in lines if line.top < sheet.top])
        found.content.append(sheet)
        lines = [line for line in lines if line.top >= sheet.top]
    found.content += part_columns(lines)
    return found


def _without_number(glyphs: list[Glyph], height: float) -> list[Glyph]:
    """Take out the page number in the margin, where the rules of a table may run through it."""
    margin = [g for g in glyphs if g.bottom < _MARGIN * height or g.top > (1 - _MARGIN) * height]
    numbers = [row for row in rows_of(margin) if _PAGE_NUMBER.fullmatch("".join(g.text for g in row))]
    dropped = {id(glyph) for row in numbers for glyph in row}
    return [glyph for glyph in glyphs if id(glyph) not in dropped]


def _is_pictured(page: Any) -> bool:
    """Tell whether one picture covers at least half of the page, as a scan does."""
    return any((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) > 0.5 * page.width * page.height for i in page.images)


def _texts(pages: Sequence[_Page]) -> Iterator[str]:
    for page in pages:
        for item in page.content:
            if isinstance(item, Line):
                yield item.text
            else:
                yield from (line for row in item.rows for cell in row for line in cell.lines())


def _drop_furniture(pages: Sequence[_Page]) -> None:
    """Drop page numbers, and what stands at the edge of most pages; a stamp stays on the first page."""
    often = _running(pages)
    counted = _counted(pages)
    for page in pages:
        page.content = [
            item
            for item in page.content
            if isinstance(item, Sheet)
            or not _at_edge(item, page)
            or not (id(item) in counted or (_bare(item) in often and not _PAGE_NUMBER.fullmatch(item.text)))
            or (page is pages[0] and is_stamp(item.text))
        ]


def _counted(pages: Sequence[_Page]) -> set[int]:
    """Find the page numbers: lone numbers at the edge, and where most of them count the pages only these.

    Where most pages have their number in the margin there is no other.
    """
    if 2 * sum(page.numbered for page in pages) > len(pages):
        return set()
    found = [
        (number - int(match[1]), id(line))
        for number, page in enumerate(pages)
        for line in page.lines
        if _at_edge(line, page) and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    usual = Counter(offset for offset, _ in found).most_common(1)
    steady = bool(usual) and usual[0][1] >= 3 and 2 * usual[0][1] >= len(found)
    return {line for offset, line in found if not steady or offset == usual[0][0]}


def _running(pages: Sequence[_Page]) -> set[str]:
    """List what stands at the edge of most pages; of two pages, what stands at the same height on both."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_bare(line) for line in page.lines if _at_edge(line, page)})
    often = {text for text, count in seen.items() if count >= 3 and 2 * count >= len(pages)}
    if len(pages) == 2:
        one, two = ({(_bare(line), round(line.top)) for line in p.lines if _at_edge(line, p)} for p in pages)
        often |= {text for text, _ in one & two}
    return often


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _at_edge(line: Line, page: _Page) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _take_footnotes(pages: Sequence[_Page]) -> list[str]:
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


def _join_sheets(pages: Sequence[_Page]) -> None:
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


def _join_recipients(page: _Page, below: _Page) -> None:
    """Set recipients that go on over the page behind those above, which stand to the left of the signature."""
    start = len(page.content)
    while start and isinstance(item := page.content[start - 1], Line) and item.column is not None:
        start -= 1
    zone = [item for item in page.content[start:] if isinstance(item, Line)]
    left = [line for line in zone if line.column != zone[-1].column]
    if not left or not any(_RECIPIENTS.match(line.text) for line in page.lines):
        return
    edge = min(line.x0 for line in zone[len(left) :])
    moved: list[Line] = []
    for item in below.content:
        if not isinstance(item, Line) or item.x1 > edge:
            break
        if item.top - moved[-1].bottom > 1.5 * item.size if moved else not _DASH.match(item.text):
            break
        moved.append(replace(item, column=left[-1].column))
    del below.content[: len(moved)]
    page.content[start + len(left) : start + len(left)] = moved


def _pieces(pages: Sequence[_Page]) -> Iterator[Piece]:
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
