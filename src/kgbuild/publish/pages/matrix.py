"""Matrices as drawings: who has which part in how many tasks, and who works with whom."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kgbuild.publish.formats import shorten
from kgbuild.publish.pages.tasks import ROLES, TaskRow
from kgbuild.publish.pages.widths import wrap
from kgbuild.publish.views import Link, Reader

ROW: Final = 30  # height of a row, in units of the drawing
COLUMN: Final = 58
LETTER: Final = 6.3  # width of a letter, about
NAME: Final = (58, 44)  # letters of the name of a row, of a column
SLANT: Final = 0.82  # sine of the slope of the heads of columns, 55 degrees
BAR: Final = 40  # width of the bar of the greatest number
SLIM: Final = 150  # room for the names of rows on a narrow screen, where the rest moves to the left
FONT: Final = 12
MOST: Final = (20, 12)  # rows and columns of one drawing

Counts = Mapping[tuple[str, str], int]  # (row, column) → number


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column: where it is written, and what; *slim*: in two lines, for little room."""

    x: float
    y: float
    text: str
    link: Link
    slim: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in the drawing, with the width of the bar under it; *title* says whose it is, *lang* in which tongue."""

    x: float
    y: float
    bar: float
    number: int
    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A drawing of numbers by row and column; *table* says the same; *left_out* rows had no room.

    *shift* is how far all but the names of the rows moves to the left on a narrow screen.
    """

    width: float
    height: float
    shift: float
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[Cell, ...]
    table: tuple[tuple[Link, tuple[int, ...]], ...]
    left_out: int


def draw_matrix(
    counts: Counts, columns: Sequence[str], name: Callable[[str], Link], rows: Sequence[str] = ()
) -> Matrix | None:
    """Draw *rows* in their order, else those that have most, the greatest sum first; None when nothing is counted."""
    sums: Counter[str] = Counter()
    for (row, column), number in counts.items():
        if column in columns:
            sums[row] += number
    if not sums:
        return None
    kept = rows or sorted(sums, key=lambda row: (-sums[row], row))[: MOST[0]]
    left = max(len(shorten(name(row).text, NAME[0])) for row in kept) * LETTER + 16
    top = max(len(shorten(name(column).text, NAME[1])) for column in columns) * LETTER * SLANT + 24
    greatest = max(counts.get((row, column), 0) for row in kept for column in columns)
    return Matrix(
        width=left + COLUMN * len(columns) + top * 0.7,
        height=top + ROW * len(kept) + 8,
        shift=round(max(left - SLIM - 8, 0), 1),
        rows=tuple(_head(0, top + ROW * (at + 0.62), name(row), NAME[0]) for at, row in enumerate(kept)),
        columns=tuple(_head(left + COLUMN * (at + 0.45), top - 10, name(c), NAME[1]) for at, c in enumerate(columns)),
        cells=tuple(
            Cell(
                x=left + COLUMN * at,
                y=top + ROW * line,
                bar=round(BAR * number / greatest, 1),
                number=number,
                title=f"{name(row).text}: {name(column).text}, {number}",
                lang="vi" if "vi" in (name(row).lang, name(column).lang) else "",
            )
            for line, row in enumerate(kept)
            for at, column in enumerate(columns)
            if (number := counts.get((row, column), 0))
        ),
        table=tuple((name(row), tuple(counts.get((row, column), 0) for column in columns)) for row in kept),
        left_out=len(sums) - len(kept),
    )


def _head(x: float, y: float, link: Link, letters: int) -> Head:
    text = shorten(link.text, letters)
    return Head(round(x, 1), round(y, 1), text, link, wrap(text, SLIM, FONT))


def draw_roles(reader: Reader, tasks: Iterable[TaskRow], *, local: bool = False) -> Matrix | None:
    """Draw which body has which part in how many of the tasks; *local* names leave out the place."""
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, Link] = {}
    for task in tasks:
        counts.update({(part.assignee, part.role) for part in task.parts})
        names.update({p.assignee: p.agency.link if local else reader.link(p.assignee) for p in task.parts})
    met = {role for _, role in counts}
    roles = [*(role for role in ROLES if role in met), *sorted(met - set(ROLES))]
    names.update({role: Link(str(reader.strings["role"].get(role, role))) for role in roles})
    return draw_matrix(counts, roles, names.__getitem__)


def count_pairs(tasks: Iterable[TaskRow]) -> Counter[tuple[str, str]]:
    """Count in how many tasks one body leads and another coordinates: (lead, coordinator) → number."""
    pairs: Counter[tuple[str, str]] = Counter()
    for task in tasks:
        leads, partners = ({part.assignee for part in task.role(role)} for role in ("lead", "coordinate"))
        pairs.update((lead, partner) for lead in leads for partner in partners if lead != partner)
    return pairs


def draw_partners(reader: Reader, agency: str, tasks: Iterable[TaskRow]) -> Matrix | None:
    """Draw with whom one body works: those that coordinate where it leads, and those that lead where it does."""
    sides: Counter[tuple[str, str]] = Counter()
    for (lead, partner), number in count_pairs(tasks).items():
        if lead == agency:
            sides[partner, "leads_with"] += number
        elif partner == agency:
            sides[lead, "led_by"] += number
    words = reader.strings["picture"]
    columns = [column for column in ("leads_with", "led_by") if any(key[1] == column for key in sides)]
    return draw_matrix(sides, columns, lambda key: Link(str(words[key])) if key in columns else reader.link(key))


def draw_pairs(reader: Reader, pairs: Counter[tuple[str, str]]) -> Matrix | None:
    """Draw who coordinates with whom: rows lead, columns are those who coordinate most."""
    partners: Counter[str] = Counter()
    for (_, partner), number in pairs.items():
        partners[partner] += number
    columns = sorted(partners, key=lambda partner: (-partners[partner], partner))[: MOST[1]]
    return draw_matrix(pairs, columns, reader.link)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies that share tasks: one leads, the other coordinates."""

    lead: Link
    partner: Link
    number: int


def list_pairs(reader: Reader, pairs: Counter[tuple[str, str]]) -> list[Pair]:
    """List all pairs, those with the most tasks first."""
    ordered = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return [Pair(reader.link(lead), reader.link(partner), number) for (lead, partner), number in ordered]
