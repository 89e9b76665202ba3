"""What people read in a source: the annotations of data/gold as values."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kgbuild.errors import DataError

Names = tuple[str, ...]
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class AgentNote:
    """The names by which an agent may be called; `identity` is equal in all files, empty for a group of bodies."""

    names: Names
    identity: str = ""


@dataclass(frozen=True, slots=True)
class DocumentNote:
    """A document that the source contains; `inherited` when issuer and date stand only in its carrier."""

    key: str
    type: str
    title: str
    symbol: str = ""
    date: str = ""
    issuer: str = ""
    signer: str = ""
    identity: str = ""
    inherited: bool = False
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return self.symbol or self.key


@dataclass(frozen=True, slots=True)
class CitationNote:
    """A document cited by `citing`: its printed symbol, or the symbols it is known by when none is printed."""

    citing: str
    kinds: Names
    words: Names
    symbol: str = ""
    known_as: Names = ()
    date: str = ""
    identity: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.citing} {self.kinds[0]} {self.symbol or self.words[0]}"


@dataclass(frozen=True, slots=True)
class TaskNote:
    """A row of a table of tasks; `start` and `end` are years."""

    row: str
    title: str
    leads: Names = ()
    coordinators: Names = ()
    start: str = ""
    end: str = ""
    schedule: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"row {self.row}"


@dataclass(frozen=True, slots=True)
class DutyNote:
    """A duty given in prose: any of `agents` and any of `roles` is right."""

    agents: Names
    words: str
    roles: Names
    section: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.section} {self.agents[0]}: {self.words}"


@dataclass(frozen=True, slots=True)
class PassageNote:
    """A measure or an objective; `themes_accepted` are neither rewarded nor punished."""

    text: str
    section: str = ""
    themes: Names = ()
    themes_accepted: Names = ()
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.section} {self.text}"


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A target or a reported result; without `quantity` it states no figure and is not compared."""

    text: str
    section: str = ""
    quantity: float | None = None
    units: Names = ()
    comparators: Names = ()
    deadline: str = ""
    per: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.section} {self.quantity:g}: {self.text}" if self.quantity is not None else self.text


@dataclass(frozen=True, slots=True)
class PersonNote:
    """A person; two of one name are two people."""

    name: str
    posts: Names = ()
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return self.name


@dataclass(frozen=True, slots=True)
class SectionNote:
    """A headed part of `document`."""

    number: str
    document: str
    heading: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.document} {self.number}"


@dataclass(frozen=True, slots=True)
class ThingNote:
    """A named thing: its class ("Scheme", "Event" …), what it may be called, the day it begins where one is stated."""

    kind: str
    names: Names
    date: str = ""
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.kind} {self.names[0]}"


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that people read in one source."""

    source: str
    agents: dict[str, AgentNote] = field(default_factory=dict)
    documents: tuple[DocumentNote, ...] = ()
    citations: tuple[CitationNote, ...] = ()
    tasks: tuple[TaskNote, ...] = ()
    assignments: tuple[DutyNote, ...] = ()
    measures: tuple[PassageNote, ...] = ()
    objectives: tuple[PassageNote, ...] = ()
    targets: tuple[FigureNote, ...] = ()
    results: tuple[FigureNote, ...] = ()
    recipients: Names = ()
    people: tuple[PersonNote, ...] = ()
    sections: tuple[SectionNote, ...] = ()
    programmes: tuple[ThingNote, ...] = ()
    events: tuple[ThingNote, ...] = ()
    awards: tuple[ThingNote, ...] = ()
    quotations: tuple[PassageNote, ...] = ()
    milestones: tuple[PassageNote, ...] = ()
    rules: tuple[PassageNote, ...] = ()


_ENTRIES: dict[str, type[Any]] = {
    "documents": DocumentNote,
    "citations": CitationNote,
    "tasks": TaskNote,
    "assignments": DutyNote,
    "measures": PassageNote,
    "objectives": PassageNote,
    "targets": FigureNote,
    "results": FigureNote,
    "people": PersonNote,
    "sections": SectionNote,
    "programmes": ThingNote,
    "events": ThingNote,
    "awards": ThingNote,
    "quotations": PassageNote,
    "milestones": PassageNote,
    "rules": PassageNote,
}


def read_annotation(path: Path) -> Annotation:
    """Read the annotations of one source. Raises DataError naming the file and the entry that does not fit."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read as JSON: {error}") from error
    return parse_annotation(table, str(path))


def parse_annotation(table: dict[str, Any], name: str) -> Annotation:
    """Make an annotation of its JSON form. Raises DataError naming *name*."""
    values = dict(table)
    for key, kind in _ENTRIES.items():
        values[key] = tuple(_entry(kind, entry, f"{name}: {key}") for entry in values.get(key, ()))
    agents = values.get("agents", {})
    values["agents"] = {key: _entry(AgentNote, entry, f"{name}: agents") for key, entry in agents.items()}
    annotation = _entry(Annotation, values, name)
    named = {a for t in annotation.tasks for a in (*t.leads, *t.coordinators)}
    named |= {a for duty in annotation.assignments for a in duty.agents}
    named |= {d.issuer for d in annotation.documents if d.issuer}
    if missing := sorted(named - set(annotation.agents)):
        raise DataError(f"{name}: agents: nothing is said of {', '.join(missing)}")
    return annotation


def _entry(kind: type[Entry], values: dict[str, Any], name: str) -> Entry:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    try:
        return kind(**plain)
    except TypeError as error:
        raise DataError(f"{name}: {error}: {str(values)[:80]}") from error
