"""The sheet of an agency's duties: what it is given to do by when, what it reports, what is left open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.index import Text
from kgbuild.publish.pages.tasks import Assigned, TaskRow, read_row, tasks_by_role
from kgbuild.publish.views import Link, Reader

# Roles that hand something in, and details that say to whom.
REPORTING: Final = frozenset({"report", "submit"})
HANDED_IN: Final = frozenset({"reports_to", "submits_to"})


@dataclass(frozen=True, slots=True)
class Line:
    """One duty: the agency's part in a task, the others it is done with, and what it is to yield."""

    part: Assigned
    task: TaskRow
    partners: tuple[Link, ...]
    output: str
    document_date: str

    def detail(self, *names: str) -> str:
        """Write the details with these keys, one after the other; empty when the text gives none."""
        found = (said.link.text for fact in self.part.details if fact.name in names for said in fact.said)
        return ", ".join(found)

    @property
    def due(self) -> str:
        """Give the last day (ISO), empty when the text leaves it open."""
        return self.task.schedule.due if self.task.schedule else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The duties of an agency: those with a time by the day they end, reports to hand in, and those left open."""

    iri: str
    name: Text
    successors: tuple[Link, ...]
    dated: tuple[Line, ...]
    reports: tuple[Line, ...]
    undated: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give all duties in the order of the sheet."""
        return self.dated + self.reports + self.undated

    @property
    def has_calendar(self) -> bool:
        """Tell whether there is anything to put into a calendar: a day, or a report to hand in."""
        return bool(self.reports) or any(line.due for line in self.dated)


def read_sheet(reader: Reader, agency: str) -> Sheet:
    """Read the duties of an agency: each part it has in a task once."""
    index = reader.index
    tasks = dict.fromkeys(task for found in tasks_by_role(reader, agency).values() for task in found)
    lines = [line for task in tasks for line in _lines(reader, agency, task)]
    kinds = [(line, _kind(line)) for line in lines]
    return Sheet(
        iri=agency,
        name=index.label(agency, reader.lang),
        successors=tuple(reader.link(s) for s in index.iris(agency, PIO.presentSuccessor)),
        dated=tuple(sorted((line for line, kind in kinds if kind == "dated"), key=_end)),
        reports=tuple(line for line, kind in kinds if kind == "reports"),
        undated=tuple(line for line, kind in kinds if kind == "undated"),
    )


def _lines(reader: Reader, agency: str, task: Iri) -> Iterator[Line]:
    index = reader.index
    row = reader.once(read_row, task)
    documents = index.iris(task, PIO.setOutIn) or index.inbound(task, PIO.setsOut)
    for part in row.parts:
        if part.assignee == agency:
            others = row.role("coordinate") if part.role == "lead" else row.role("lead")
            yield Line(
                part=part,
                task=row,
                partners=tuple(other.agency.link for other in others if other.assignee != agency),
                output=index.literal(task, PIO.expectedOutput),
                document_date=min(filter(None, (index.literal(d, PIO.documentDate) for d in documents)), default=""),
            )


def _kind(line: Line) -> str:
    if line.task.schedule and line.task.schedule.end:
        return "dated"
    hands_in = line.part.role in REPORTING or any(fact.name in HANDED_IN for fact in line.part.details)
    return "reports" if hands_in else "undated"


def _end(line: Line) -> tuple[str, str, str]:
    """Order by the last day; a year without a day comes after its days."""
    assert line.task.schedule is not None
    return line.due or f"{line.task.schedule.end}-99", line.document_date or "9999", line.part.iri
