"""Read HTML: the document itself without the furniture of its page, paragraphs and tables in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.beside import part_columns
from kgbuild.text.html.content import find_content
from kgbuild.text.html.markup import Line, lines_of, parse_html
from kgbuild.text.html.preformatted import set_drawn_tables
from kgbuild.text.html.unwrap import unwrap
from kgbuild.text.pieces import MAX_PLACES, Cell, Grid, Piece, compose, join_broken, settle, spread

_BLANK_NUMBER = re.compile(r"\W*Số\s*:?[\s.…]*/")
_MAX_NESTED = 30
_MAX_SPAN = 1000


def read_html(data: bytes) -> Reading:
    """Read a page: its paragraphs, one line each, and its tables with merged cells spread.

    Raises SourceError when the encoding is unknown, the page has no text, or its tables or its nesting are absurd.
    """
    page = parse_html(data)
    heading = page.find(".//h1")
    above = read_pieces(heading) if heading is not None else []
    content = find_content(page)
    tables = _Tables()
    pieces = list(tables.pieces(content, 0))
    if heading is not None and content not in heading.iterancestors() and any(_is_blank_number(p) for p in pieces):
        pieces = [*above, *pieces]  # the page knows the number that the document leaves blank
    return replace(compose(join_broken(pieces)), doubts=tuple(tables.doubts))


def _is_blank_number(piece: Piece) -> bool:
    return isinstance(piece, str) and bool(_BLANK_NUMBER.match(piece))


def read_pieces(root: etree._Element) -> list[Piece]:
    """Collect the lines and tables below *root* in reading order."""
    return list(_Tables().pieces(root, 0))


class _Tables:
    """Reads tables, inner ones too, and keeps the number of their places bounded over the whole page.

    `doubts` tell of tables that stay text.
    """

    def __init__(self) -> None:
        self.left = MAX_PLACES
        self.doubts: list[str] = []

    def pieces(self, root: etree._Element, depth: int) -> Iterator[Piece]:
        """Read what stands below *root*, two columns set by blanks or tabs one after the other."""
        return part_columns(self.lines(root, depth))

    def lines(self, root: etree._Element, depth: int) -> Iterator[Piece]:
        """Read the lines and tables below *root*; lines of one block are joined where a tool broke them."""
        groups = [list(group) for _, group in groupby(lines_of(root, enter_tables=False), key=_block_of)]
        texts = unwrap([[line.text for line in group if isinstance(line, Line)] for group in groups])
        for group, together in zip(groups, texts, strict=True):
            yield from self.drawn(group) or together
            for table in group:
                if isinstance(table, Line):
                    continue
                if depth >= _MAX_NESTED:
                    raise SourceError("has tables nested too deeply to be a document")
                yield from self.table(table, depth)

    def drawn(self, group: Sequence[Line | etree._Element]) -> list[Piece]:
        """Read a preformatted block in which blanks draw tables; nothing where they draw none."""
        if not (isinstance(group[0], Line) and group[0].block.tag == "pre"):
            return []
        pieces, doubts = set_drawn_tables([line.text for line in group if isinstance(line, Line)])
        self.doubts += doubts
        return pieces if any(isinstance(piece, Grid) for piece in pieces) else []

    def table(self, table: etree._Element, depth: int) -> Iterator[Piece]:
        """Read one table: its caption, then its grid or, when it only sets text side by side, what it holds."""
        for caption in table.iterchildren("caption"):
            yield from self.pieces(caption, depth + 1)
        rows = [
            [self.cell(cell, depth) for cell in row.iterchildren("td", "th")]
            for part in table.iterchildren("tr", "thead", "tbody", "tfoot")
            for row in ([part] if part.tag == "tr" else part.iterchildren("tr"))
        ]
        grid = spread(rows, self.left)
        self.left -= sum(len(row) for row in grid.rows)
        yield from settle(grid)

    def cell(self, cell: etree._Element, depth: int) -> Cell:
        """Read one cell; spans that no table has count as one."""
        content = tuple(self.pieces(cell, depth + 1))
        return Cell(content, _span(cell.get("colspan"), _MAX_SPAN), _span(cell.get("rowspan"), MAX_PLACES))


def _block_of(line: Line | etree._Element) -> etree._Element:
    """Give what lines must share to be parted by breaks alone; a table stands for itself."""
    return line.block if isinstance(line, Line) else line


def _span(value: str | None, most: int) -> int:
    digits = (value or "").strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 1
    return number if 1 <= number <= most else 1
