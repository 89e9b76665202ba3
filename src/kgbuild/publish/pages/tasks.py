"""Tasks as pages show them: who leads, who coordinates, by when, in which document, and towards which resolution."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kgbuild.namespaces import DCTERMS, PIO, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.index import Text
from kgbuild.publish.pages.chain import Branch, climb, home_document, main_document, tasks_of
from kgbuild.publish.pages.schedules import Schedule, read_schedule
from kgbuild.publish.paths import local_path
from kgbuild.publish.views import (
    Fact,
    Link,
    Reader,
    Said,
    Words,
    brief,
    theme_links,
)

# Roles in the order a reader looks for them.
ROLES: Final = (
    "lead", "standingBody", "coordinate", "perform", "monitor", "report", "advise", "submit",
    "appraise", "approve", "fund", "propose", "execute",
)  # fmt: skip
DETAILS: Final = (
    ("through_post", PIO.throughPost),
    ("reports_to", PIO.reportsTo),
    ("submits_to", PIO.submitsTo),
    ("via", PIO.via),
    ("directs", PIO.directs),
    ("appraised_by", PIO.appraisedBy),
    ("approved_by", PIO.approvedBy),
    ("frequency", PIO.frequency),
    ("condition", PIO.condition),
    ("stated_by", PIO.statedBy),
)

FACTS: Final = (
    ("expected_output", PIO.expectedOutput),
    ("funding", PIO.fundingText),
    ("yields", PIO.yieldsDocument),
    ("programme", PIO.partOfProgramme),
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One body's part in a task: its role, how strongly it is worded, and further details."""

    iri: str
    assignee: str
    role: str
    agency: Said
    modality: str
    as_written: tuple[str, ...]
    details: tuple[Fact, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a line of a table."""

    iri: str
    link: Link
    number: str
    prose: bool
    block: bool
    parts: tuple[Assigned, ...]
    schedule: Schedule | None
    document: Link | None
    area: Link | None
    words: tuple[Words, ...]

    def role(self, *roles: str) -> list[Assigned]:
        """List the parts with one of the roles."""
        return [part for part in self.parts if part.role in roles]

    @property
    def others(self) -> list[Assigned]:
        """List the parts that neither lead nor coordinate."""
        return [part for part in self.parts if part.role not in ("lead", "coordinate")]


@dataclass(frozen=True, slots=True)
class Sureness:
    """How the program came from the words to a body: the way its name was matched, and how sure it is (0 to 1)."""

    way: Link | None
    confidence: str


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Everything the page of one task shows."""

    row: TaskRow
    parts: dict[str, list[Assigned]]
    title: Text
    description: Text | None
    standing: bool
    home: Link | None
    chain: tuple[Branch, ...]
    contributes: tuple[Said, ...]
    same_as: tuple[Link, ...]
    themes: tuple[Link, ...]
    theme_words: tuple[Words, ...]
    section: Link | None
    facts: tuple[Fact, ...]
    sure: dict[str, Sureness]


def read_parts(reader: Reader, node: str, area: str | None = None) -> tuple[Assigned, ...]:
    """Read the assignments of a task, measure or document, by role, then as they stand in the text.

    Bodies of *area*, where it is given, go by their names without the place.
    """
    index = reader.index
    parts = []
    for assignment in index.iris(node, PIO.hasAssignment):
        assignee = index.iri(assignment, PIO.assignee)
        if assignee is None:
            continue
        role = reader.code(index.iri(assignment, PIO.assignmentRole))
        modality = reader.code(index.iri(assignment, PIO.modality))
        part = Assigned(
            iri=assignment,
            assignee=assignee,
            role=role,
            agency=reader.linked(node, PIO.hasAssignment, assignment, reader.local_link(assignee, area)),
            modality="" if modality == "mandated" else modality,
            as_written=tuple(shorten(name, 300) for name in index.literals(assignment, PIO.nameAsWritten)),
            details=reader.facts(assignment, DETAILS),
            anchor=_anchor(reader, assignment, node),
        )
        order = ROLES.index(role) if role in ROLES else len(ROLES)
        parts.append((order, reader.first_offset(assignment), assignment, part))
    return tuple(part for *_, part in sorted(parts, key=lambda item: item[:3]))


def _anchor(reader: Reader, node: str, owner: str) -> str:
    inner, outer = local_path(node, reader.base_iri), local_path(owner, reader.base_iri)
    return inner.removeprefix(outer + "/").replace("/", ".")


def read_row(reader: Reader, task: str) -> TaskRow:
    """Read a task as a line of a table."""
    index = reader.index
    title = index.label(task, reader.lang)
    document = reader.once(main_document, task)
    area = index.iri(document, PIO.jurisdiction) if document else None
    sources = {reader.code(index.iri(a, PIO.assignmentSource)) for a in index.iris(task, PIO.hasAssignment)}
    return TaskRow(
        iri=task,
        link=Link(shorten(title.value, 320), title.lang, reader.path(task)),
        number=shorten(index.literal(task, PIO.rowNumber), 40),
        prose=bool(sources) and sources <= {"narrative"},
        block="block" in sources,
        parts=read_parts(reader, task, area),
        schedule=read_schedule(reader, task),
        document=brief(reader.link(document)) if document else None,
        area=reader.label(area) if area else None,
        words=reader.words_of(task),
    )


def read_task(reader: Reader, task: str) -> TaskPage:
    """Read everything the page of a task shows."""
    index = reader.index
    home = home_document(reader, task)
    section = index.iri(task, PIO.inSection)
    description = index.text(task, reader.lang, DCTERMS.description)
    title = index.label(task, reader.lang)
    return TaskPage(
        row=reader.once(read_row, task),
        parts={role: list(found) for role, found in groupby(read_parts(reader, task), key=lambda part: part.role)},
        title=title,
        description=description if description and description.value != title.value else None,
        standing=index.is_a(task, PIO.StandingDuty),
        home=reader.link(home) if home else None,
        chain=reader.once(climb, home) if home else (),
        contributes=tuple(
            Said(reader.link(d), index.origin(task, PIO.contributesTo, d)) for d in index.iris(task, PIO.contributesTo)
        ),
        same_as=tuple(reader.link(t) for t in sorted(_same_as(reader, task))),
        themes=theme_links(reader, task),
        theme_words=reader.words_of(task, DCTERMS.subject),
        section=reader.link(section) if section else None,
        facts=reader.facts(task, FACTS),
        sure={assignment: _sureness(reader, assignment) for assignment in index.iris(task, PIO.hasAssignment)},
    )


def _sureness(reader: Reader, assignment: str) -> Sureness:
    confidence = reader.index.literal(assignment, PIO.confidence)
    return Sureness(reader.concept(assignment, PIO.resolution), reader.number(confidence) if confidence else "")


def _same_as(reader: Reader, task: str) -> set[Iri]:
    index = reader.index
    return {*index.iris(task, PIO.sameTaskAs), *index.inbound(task, PIO.sameTaskAs)}


def rows_of(reader: Reader, document: str) -> tuple[list[TaskRow], list[TaskRow]]:
    """Read the tasks of a document as (rows of tables and labelled blocks, duties in prose), in printed order."""
    tasks = sorted(tasks_of(reader, document), key=lambda task: _as_printed(reader, task))
    rows = [reader.once(read_row, task) for task in tasks]
    return [row for row in rows if not row.prose], [row for row in rows if row.prose]


def tasks_by_role(reader: Reader, agency: str) -> dict[str, list[Iri]]:
    """List the tasks given to an agency, by role."""
    index = reader.index
    found: dict[str, set[Iri]] = {}
    for assignment in index.inbound(agency, PIO.assignee):
        role = reader.code(index.iri(assignment, PIO.assignmentRole))
        owners = [owner for owner in index.inbound(assignment, PIO.hasAssignment) if index.is_a(owner, PIO.Task)]
        found.setdefault(role, set()).update(owners)
    order = [*(role for role in ROLES if role in found), *sorted(set(found) - set(ROLES))]
    return {role: sorted(found[role], key=lambda task: _as_printed(reader, task)) for role in order}


def _as_printed(reader: Reader, task: Iri) -> tuple[bool, tuple[str, int], tuple[int, ...], str]:
    """Order rows of tables before duties in prose, then as they stand in their texts."""
    return not reader.index.values(task, PIO.rowNumber), reader.first_offset(task), _natural(task), task


def _natural(iri: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", iri.rsplit("/", 1)[-1])[:4])
