"""The timeline of a document's tasks as a drawing: one lane for each period, with the tasks that fall into it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kgbuild.publish.formats import shorten
from kgbuild.publish.pages.tasks import TaskRow
from kgbuild.publish.views import Link

YEAR: Final = 46  # width of a year, in units of the drawing
LEFT: Final = 92  # room for the name of a period
CHIP: Final = (40, 24)  # width and height of a task
ROOM: Final = 6  # characters of a number that fit a task's box
CHIPS: Final = 10  # tasks in one line
TOP: Final = 26
GAP: Final = 10
MOST: Final = 26  # years of one drawing: a slip of the source must not make it endless


@dataclass(frozen=True, slots=True)
class Chip:
    """A task in the drawing: where, its number (empty in prose) and its name with the way to it."""

    x: float
    y: float
    number: str
    link: Link

    @property
    def brief(self) -> str:
        """Write the number so that it fits the box; one that is longer shows where it ends: "…1.2.3"."""
        return self.number if len(self.number) <= ROOM else "…" + self.number[1 - ROOM :]


@dataclass(frozen=True, slots=True)
class Lane:
    """A period: its name, its bar over the years (open to one side where only one year is known), its tasks."""

    y: float
    height: float
    name: str
    x: float
    width: float
    open_start: bool
    open_end: bool
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of tasks over the years; *undated* tasks name no year."""

    width: float
    height: float
    years: tuple[tuple[float, int], ...]
    lanes: tuple[Lane, ...]
    undated: int


def draw_timeline(tasks: Iterable[TaskRow]) -> Timeline | None:
    """Lay out the tasks by their periods, what ends first on top; None when no task names a year."""
    lanes: dict[tuple[str, str], list[TaskRow]] = {}
    undated = 0
    for task in tasks:
        schedule = task.schedule
        if schedule and (schedule.start or schedule.end):
            lanes.setdefault((schedule.end, schedule.start), []).append(task)
        else:
            undated += 1
    years = [int(year) for lane in lanes for year in lane if year.isdecimal()]
    if not years or max(years) - min(years) >= MOST:
        return None
    first, last = min(years), max(years)
    placed: list[Lane] = []
    y: float = TOP
    for end, start in sorted(lanes, key=lambda lane: (lane[0] or "9999", lane[1])):
        placed.append(_lane((start, end), (first, last), y, lanes[end, start]))
        y += placed[-1].height + GAP
    right = LEFT + YEAR * (last - first + 1) + 20
    widest = max(min(len(tasks), CHIPS) for tasks in lanes.values())
    marks = tuple((LEFT + YEAR * (year - first + 0.5), year) for year in range(first, last + 1))
    return Timeline(right + widest * CHIP[0] + 6, y, marks, tuple(placed), undated)


def _lane(period: tuple[str, str], span: tuple[int, int], y: float, tasks: list[TaskRow]) -> Lane:
    first, last = span
    start, end = (int(year) if year else None for year in period)
    low = start if start is not None else (end if end is not None else first)
    high = end if end is not None else last
    right = LEFT + YEAR * (last - first + 1) + 20
    chips = tuple(
        Chip(
            right + (at % CHIPS) * CHIP[0],
            y + (at // CHIPS) * (CHIP[1] + 4),
            task.number,
            replace(task.link, text=shorten(task.link.text)),
        )
        for at, task in enumerate(tasks)
    )
    return Lane(
        y=y,
        height=CHIP[1] + ((len(tasks) - 1) // CHIPS) * (CHIP[1] + 4),
        name=str(low) if start == end else f"{start or '…'}–{end or '…'}",
        x=LEFT + YEAR * (low - first),
        width=YEAR * (high - low + 1),
        open_start=start is None,
        open_end=end is None,
        chips=chips,
    )
