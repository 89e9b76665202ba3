"""When something is due: as printed, and as years."""

from dataclasses import dataclass

from kgbuild.namespaces import PIO
from kgbuild.publish.views import Reader, Words


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is due: as printed, and the years it runs from and to (empty when open)."""

    text: str
    start: str
    end: str
    words: tuple[Words, ...] = ()


def read_schedule(reader: Reader, node: str, prop: str = PIO.hasSchedule) -> Schedule | None:
    """Read the schedule of a task or the period of a document."""
    schedule = reader.index.iri(node, prop)
    if schedule is None:
        return None
    literal = reader.index.literal
    start, end = literal(schedule, PIO.startYear), literal(schedule, PIO.endYear)
    years = start if start == end else f"{start}–{end}"
    text = literal(schedule, PIO.scheduleText) or years.strip("–")
    return Schedule(text, start, end, reader.words_of(schedule))
