"""The pages of a PDF, and what stands at their edges again and again: page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kgbuild.text.pdf.bits import rows_of_bits
from kgbuild.text.pdf.glyphs import Glyph, rows_of
from kgbuild.text.pdf.headings import block, is_heading
from kgbuild.text.pdf.layout import Line
from kgbuild.text.pdf.sheets import Level, Sheet
from kgbuild.text.stamps import is_stamp

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,4})(?:\s*(?:/|trên)\s*\d{1,4})?\W*", re.IGNORECASE)
_LABELLED = re.compile(r"\W*trang\s*\d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?\W*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARGIN = 0.06  # of the height: no text runs as near to the edge
_EDGE = 0.1  # of the height: where page numbers and running heads stand


@dataclass(slots=True)
class Page:
    """What stands on one page, in reading order; width and height are in points."""

    width: float
    height: float
    content: list[Line | Sheet] = field(default_factory=list)
    pictured: bool = False  # whether a picture covers most of it
    numbered: bool = False  # whether its number stood in the margin
    levels: list[Level] = field(default_factory=list)  # the level rules on it

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.content if isinstance(item, Line)]


def without_number(glyphs: list[Glyph], height: float) -> list[Glyph]:
    """Take out the page number in the margin, where the rules of a table may run through it; a lone year stays."""
    margin = [g for g in glyphs if g.bottom < _MARGIN * height or g.top > (1 - _MARGIN) * height]
    rows = [(row, "".join(glyph.text for glyph in row)) for row in rows_of(margin)]
    numbers = [row for row, text in rows if _PAGE_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text.strip())]
    dropped = {id(glyph) for row in numbers for glyph in row}
    return [glyph for glyph in glyphs if id(glyph) not in dropped]


def drop_furniture(pages: Sequence[Page]) -> None:
    """Drop page numbers, and what stands at the edge of most pages; a stamp stays on the first page.

    The rows of tables stay: a heading that is repeated, and what stands beside words that are no running head.
    """
    often = _running(pages)
    counted = _counted(pages)
    for page in pages:
        edge = [line for line in page.lines if _at_edge(line, page)]
        dropped = {
            id(line)
            for line in edge
            if (id(line) in counted or (_bare(line) in often and not _PAGE_NUMBER.fullmatch(line.text)))
            and not (page is pages[0] and is_stamp(line.text))
        }
        dropped -= _of_tables([line for line in page.lines if line.top < 2 * _EDGE * page.height], dropped)
        dropped -= _of_tables([line for line in page.lines if line.top > (1 - _EDGE) * page.height], dropped)
        page.content = [item for item in page.content if id(item) not in dropped]


def _of_tables(edge: Sequence[Line], dropped: set[int]) -> set[int]:
    """Find the lines at an edge of a page that are rows of a table without rules."""
    groups: list[list[Line]] = []
    for line in edge:
        if groups and _middle(line) - _middle(groups[-1][0]) < 0.5 * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    rows = [next(iter(rows_of_bits(word for line in group for word in line.words))) for group in groups]
    named = next((block(rows, at)[0] for at, row in enumerate(rows) if is_heading(row)), len(rows))
    kept = {id(line) for group in groups[named:] for line in group}
    for group in groups:
        if len(group) >= 3 and any(id(line) not in dropped for line in group):
            kept |= {id(line) for line in group}
    return kept


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _counted(pages: Sequence[Page]) -> set[int]:
    """Find the page numbers: lone numbers at the edge that count the pages.

    Where most pages have their number in the margin there is no other that is not called "Trang". Where too few lone
    numbers stand at the edges to say from which page on they count, they count from the first or the second.
    """
    if 2 * sum(page.numbered for page in pages) > len(pages):
        return {
            id(line) for page in pages for line in page.lines if _at_edge(line, page) and _LABELLED.match(line.text)
        }
    found = [
        (number - int(match[1]), id(line))
        for number, page in enumerate(pages)
        for line in page.lines
        if _at_edge(line, page) and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    usual = Counter(offset for offset, _ in found).most_common(1)
    steady = bool(usual) and 2 * usual[0][1] >= max(len(found), min(6, len(pages) + 1))
    counting = {usual[0][0]} if steady else {-1, 0}
    return {line for offset, line in found if offset in counting}


def _running(pages: Sequence[Page]) -> set[str]:
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


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height
