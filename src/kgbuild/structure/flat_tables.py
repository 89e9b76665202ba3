"""Flattened tables: each cell a paragraph of its own, told by the run of column headings that opens them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgbuild.language import fold, roman
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Reading, Table, Text
from kgbuild.structure.table_columns import column_of, read_columns

Cells = tuple[Span, ...]

_LABEL = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\.?|([IVXLC]{1,6})\.?|([a-zđ])[).]")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_NO_HEADING = re.compile(
    r"[.;:]\s*\Z|\A\s*(?:[IVXLC]+|[A-H]|\d{1,3})[.)]?\s|\A\W*\d+\W*\Z"
)  # a sentence, a numbered line
_TIME = re.compile(
    r"\W*(?:(?:trước|trong|đến|từ|xong|hoàn thành)\s+)*(?:thường xuyên|h[àằ]ng (?:năm|quý|tháng)|"
    r"(?:ngày|tháng|quý|năm|giai đoạn|20\d\d|\d{1,2}/\d)[\s\divx/.,;-]*(?:(?:tháng|quý|năm|và|đến)[\s\divx/.,;-]*)*)\W*"
)
_STRANGE = 2  # headings at most that say nothing of a task
_TORN = 5  # paragraphs: what a page tears off a row and puts below it


def find_flat_tables(reading: Reading) -> tuple[Block, ...]:
    """Put each flattened table back into a grid; all other blocks stay."""
    text, blocks = reading.text, reading.blocks
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        head, begin = _headings(text, blocks, at)
        begin = _past_numbering(text, blocks, begin, len(head)) if head else begin
        rows, end = _rows(text, blocks, begin, len(head)) if head else ([], at)
        if not rows:
            out.append(blocks[at])
            at += 1
            continue
        columns = read_columns([_folded(text, cell) for cell in head]) or ()
        rows = (
            [_with_time_below(text, row, columns.index("schedule")) for row in rows] if "schedule" in columns else rows
        )
        out.append(Table(Span(blocks[at].span.start, blocks[end - 1].span.end), (head, *rows)))
        at = end
    return tuple(out)


def _with_time_below(text: Text, row: Cells, place: int) -> Cells:
    """Move a time to its column, *place*, where empty cells in front of it left no trace: "Sở Y tế", "Quý I/2026"."""
    missing = sum(not len(cell) for cell in row[place:]) if len(row) > place else 0
    at = next((n for n in range(2, min(place, len(row))) if _is_time(text, row[n])), None)
    if at is None or place - at > missing or _is_time(text, row[place]):
        return row
    blank = Span(row[at].start, row[at].start)
    return (*row[:at], *[blank] * (place - at), *row[at:])[: len(row)]


def _is_time(text: Text, cell: Span) -> bool:
    return _TIME.fullmatch(text.low, cell.start, cell.end) is not None


def _headings(text: Text, blocks: Sequence[Block], at: int) -> tuple[Cells, int]:
    """Find the column headings that stand here one below the other, the first being the row number.

    A table that has nothing but headings opens them as well. A heading or two may say what no task table needs
    ("Căn cứ"), where the first row follows. Tell the block behind them.
    """
    first = blocks[at]
    opened = first.rows[0] if isinstance(first, Table) and len(first.rows) == 1 else ()
    found: list[Span] = list(opened)
    begin = at + bool(opened)
    for block in blocks[begin : begin + 10]:
        if not isinstance(block, Paragraph) or not 0 < len(block.span) <= 60:
            break
        heading = _folded(text, block.span)
        if (
            (not found and column_of(heading) != "number")
            or _label(text, block)
            or _NO_HEADING.search(text.norm[block.span.start : block.span.end])
        ):
            break
        found.append(block.span)
        begin += 1
    names = [_folded(text, span) for span in found]
    if len(names) < 3 or column_of(names[0]) != "number" or not read_columns(names):
        return (), at
    strange = sum(column_of(name) is None for name in names)
    if strange > _STRANGE or (strange and not (begin < len(blocks) and _label(text, blocks[begin]))):
        return (), at
    return tuple(found), begin


def _past_numbering(text: Text, blocks: Sequence[Block], at: int, width: int) -> int:
    """Step over the row that only numbers the columns: "1", "2", "3", or "(1)", "(2)", "(3)"."""
    row = blocks[at : at + width]
    return at + width if [_folded(text, block.span) for block in row] == [str(n + 1) for n in range(width)] else at


def _folded(text: Text, span: Span) -> str:
    return fold(text.norm[span.start : span.end])


@dataclass(frozen=True, slots=True)
class _Place:
    """How far a table has been read: the last group, the last number, the last letter or decimal below it."""

    group: int = 0
    number: int = 0
    inner: int = 0

    def after(self, label: str) -> "_Place | None":
        """Tell where a label leads that opens the next row; None for one that opens none here."""
        if label.isdigit():
            return replace(self, number=int(label), inner=0) if int(label) in (self.number + 1, 1) else None
        if "." in label:
            number, inner = map(int, label.split("."))
            begins = inner == 1 and number in (self.number, self.number + 1)
            goes_on = number == self.number and inner == self.inner + 1
            return replace(self, number=number, inner=inner) if begins or goes_on else None
        if label in _LETTERS:
            inner = _LETTERS.index(label) + 1
            return replace(self, inner=inner) if self.number and inner in (1, self.inner + 1) else None
        value = roman(label)
        return _Place(value, self.number) if value in (self.group + 1, 1) else None


def _rows(text: Text, blocks: Sequence[Block], at: int, width: int) -> tuple[list[Cells], int]:
    """Read rows: a number and a title alone head a group, the next label in sequence opens a row of cells."""
    rows: list[Cells] = []
    place = _Place()
    while at < len(blocks):
        label = _label(text, blocks[at])
        next_ = place.after(label) if label else None
        if next_ is None:
            past = _past_torn(text, blocks, at, place) if rows else at
            if past == at:
                break
            at = past
        elif _heads_group(text, blocks, at, label, next_):
            rows.append((blocks[at].span, blocks[at + 1].span))
            place, at = next_, at + 2
        elif label.isalpha() and label not in _LETTERS:
            break
        else:
            cells, at = _cells(text, blocks, at, width, next_)
            rows.append(cells)
            place = next_
    return rows, at


def _heads_group(text: Text, blocks: Sequence[Block], at: int, label: str, place: _Place) -> bool:
    """Tell a label and a title that head the rows below: a Roman number, or one with letters or decimals of its own."""
    if at + 1 >= len(blocks) or not isinstance(blocks[at + 1], Paragraph):
        return False
    if label.isalpha() and label not in _LETTERS:
        return True
    below = _label(text, blocks[at + 2]) if at + 2 < len(blocks) else ""
    return label.isdigit() and below in ("a", f"{place.number}.1")


def _past_torn(text: Text, blocks: Sequence[Block], at: int, place: _Place) -> int:
    """Step over the rest of cells that a page tore, up to the row that goes on; give *at* where none does."""
    for here in range(at, min(at + _TORN, len(blocks))):
        if not isinstance(blocks[here], Paragraph):
            return at
        label = _label(text, blocks[here])
        if here > at and label and place.after(label):
            return here
    return at


def _label(text: Text, block: Block) -> str:
    """Give the number, letter or Roman number that is all a paragraph says; nothing for other paragraphs."""
    if not isinstance(block, Paragraph):
        return ""
    match = _LABEL.fullmatch(text.norm[block.span.start : block.span.end].strip())
    return next((group for group in match.groups() if group), "") if match else ""


def _cells(text: Text, blocks: Sequence[Block], at: int, width: int, place: _Place) -> tuple[Cells, int]:
    """Take the cells of one row: up to the full width, fewer when the next row opens before."""
    cells = [blocks[at].span]
    joined = _joined(text, blocks, at, width, place)
    at += 1
    while at < len(blocks) and (len(cells) < width or at in joined) and isinstance(blocks[at], Paragraph):
        label = _label(text, blocks[at])
        if label and (label == str(place.number + 1) or (not label.isdigit() and len(cells) >= 3)):
            break
        if at in joined:
            cells[-1] = Span(cells[-1].start, blocks[at].span.end)
        else:
            cells.append(blocks[at].span)
        at += 1
    missing = [Span(cells[-1].end, cells[-1].end)] * (width - len(cells))
    return (*cells, *missing), at


_OPEN_END = re.compile(r"(?:[;,/]|\s-|(?<![^\W_])(?:và|của|với|các))\s*\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[-+]\s|\s*(?:và|các|của)\s")
_ROW = 4  # times the width: no row has more paragraphs


def _joined(text: Text, blocks: Sequence[Block], at: int, width: int, place: _Place) -> frozenset[int]:
    """Tell which paragraphs of the row that opens at *at* go on with the cell above them.

    Where blank lines part the cells, lines without one between them are one cell. Else a row must have more paragraphs
    than columns, and the words show which go on: behind a semicolon or "và", with a dash, with a small letter.
    """
    end = at + 1
    while end < min(len(blocks), at + _ROW * width) and isinstance(blocks[end], Paragraph):
        label = _label(text, blocks[end])
        if label and place.after(label) and (not label.isdigit() or label == str(place.number + 1)):
            break
        end += 1
    parted = [_blank_before(text, blocks, here) for here in range(at + 1, end)]
    tight = [at + 1 + n for n, blank in enumerate(parted) if n and not blank]
    if tight and parted[0]:
        return frozenset(tight)
    surplus = end - at - width
    if surplus <= 0 or end >= len(blocks) or not _label(text, blocks[end]):
        return frozenset()
    going = [here for here in range(at + 2, end) if _goes_on(text, blocks[here - 1].span, blocks[here].span)]
    return frozenset(going if len(going) == surplus else ())


def _blank_before(text: Text, blocks: Sequence[Block], here: int) -> bool:
    """Tell whether a blank line stands before a paragraph."""
    return text.raw.count("\n", text.offsets[blocks[here - 1].span.end - 1], text.offsets[blocks[here].span.start]) > 1


def _goes_on(text: Text, above: Span, below: Span) -> bool:
    """Tell a paragraph that goes on with the one above it: the one stays open, or the other begins in the middle."""
    words = text.norm[below.start : below.end]
    return (
        _OPEN_END.search(text.norm[above.start : above.end]) is not None
        or words.lstrip()[:1].islower()
        or _GOES_ON.match(words) is not None
    )
