"""The cells of a table without upright rules, written from the bits of words that stand in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kgbuild.text.joins import write
from kgbuild.text.pdf.bits import Bit
from kgbuild.text.pdf.layout import lines_of
from kgbuild.text.pieces import Cell

_LONGEST = 14  # words of the name of a column


@dataclass(slots=True)
class Held:
    """A row of a table that is being read: the bits in each run of columns, by its first and last, in order."""

    cells: dict[tuple[int, int], list[Bit]] = field(default_factory=dict)

    def bits(self, column: int) -> list[Bit]:
        return self.cells.get((column, column), [])


def write_grid(rows: Sequence[Held], width: int) -> list[list[Cell]]:
    """Write the cells; those of the same words are one."""
    written: dict[tuple[int, ...], Cell] = {}
    grid: list[list[Cell]] = []
    for row in rows:
        line = [Cell(()) for _ in range(width)]
        for (first, last), bits in row.cells.items():
            key = tuple(id(bit) for bit in bits)
            cell = written.setdefault(key, _cell(bits))
            for x in range(first, last + 1):
                line[x] = cell
        grid.append(line)
    return _with_names(grid)


def _cell(bits: Sequence[Bit]) -> Cell:
    text = write(line.text for line in lines_of([word for bit in bits for word in bit.words], 0))
    return Cell((text,) if text else ())


def _with_names(grid: list[list[Cell]]) -> list[list[Cell]]:
    """Let the names above stand in the second row of a heading whose first has a name over several columns."""
    if len(grid) > 1 and len(set(map(id, grid[0]))) < len(grid[0]) and not grid[1][0].content:
        grid[1] = [below if below.content else above for above, below in zip(grid[0], grid[1], strict=True)]
    return grid


def is_named(grid: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether each column has a name of its own in the first row or in the second, and none is too long."""
    names = grid[0]
    if len(set(map(id, names))) < len(names):
        names = grid[1] if len(grid) > 1 else []
    words = [len(" ".join(cell.lines()).split()) for cell in names]
    return len(set(map(id, names))) == len(grid[0]) and all(0 < count <= _LONGEST for count in words)
