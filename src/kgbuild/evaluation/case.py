"""One source under comparison: what people read, what the build read, and the tallies that grow."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from kgbuild.evaluation.annotations import Annotation
from kgbuild.evaluation.graph import Graph
from kgbuild.evaluation.matching import Tally, best_pairs
from kgbuild.language import fold

FIELDS = (
    "evidence",
    "documents",
    "document fields",
    "citations",
    "citation dates",
    "tasks",
    "leads",
    "coordinates",
    "schedules",
    "assignments",
    "roles",
    "targets",
    "target fields",
    "results",
    "result fields",
    "measures",
    "themes",
    "objectives",
    "recipients",
    "people",
    "sections",
    "programmes",
    "events",
    "event dates",
    "awards",
    "quotations",
    "milestones",
    "rules",
    "agent identity",
    "document identity",
)
"""The fields of an evaluation, in the order in which they are shown."""

LABEL = 80
"""Reports cut words after so many characters."""


class Thing(Protocol):
    """An annotated or found thing: what reports call it, and whether it counts neither way when it stands alone."""

    @property
    def label(self) -> str: ...

    @property
    def optional(self) -> bool: ...


Noted = TypeVar("Noted", bound=Thing)
Answer = TypeVar("Answer", bound=Thing)


@dataclass(frozen=True, slots=True)
class Found:
    """A node of the graph that may answer an annotation."""

    node: str
    label: str
    optional: bool = False


@dataclass(slots=True)
class Case:
    """The annotations and the graph of one source; `keys` tells which annotated document an IRI is.

    `agents` and `documents` collect (identity, IRI) for the comparison of identities over all sources.
    """

    notes: Annotation
    graph: Graph
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    keys: dict[str, str] = field(default_factory=dict)
    agents: set[tuple[str, str]] = field(default_factory=set)
    documents: set[tuple[str, str]] = field(default_factory=set)

    def place(self, label: str) -> str:
        """Name a place in the source for people to find, in the same words in every run."""
        return f"{self.notes.source} {label.strip()[:LABEL]}"

    def compare(
        self, name: str, wanted: Sequence[Noted], found: Sequence[Answer], score: Callable[[Noted, Answer], float]
    ) -> list[tuple[Noted, Answer]]:
        """Pair annotated things with found ones, count them in the tally *name* and return the pairs that count.

        What an optional annotation asks for is neither right nor missed nor false; an optional answer is never false.
        """
        tally = self.tallies[name]
        pairs = best_pairs(wanted, found, score)
        answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
        counted = [(wanted[i], found[j]) for i, j in pairs if not wanted[i].optional]
        tally.right += [self.place(note.label) for note, _ in counted]
        tally.missed += [
            self.place(note.label) for i, note in enumerate(wanted) if i not in answered and not note.optional
        ]
        tally.false += [self.place(item.label) for j, item in enumerate(found) if j not in used and not item.optional]
        return counted

    def is_agent(self, name: str, agent: str, written: Iterable[str] = ()) -> bool:
        """Tell whether an agent goes by an annotated name, by its labels or as *written* at this place."""
        names = {fold(n) for n in self.notes.agents[name].names}
        return not names.isdisjoint(self.graph.names(agent) | {fold(w) for w in written})

    def link(self, name: str, agent: str) -> None:
        """Note that an annotated name was found as this agent; groups of bodies have no identity."""
        if identity := self.notes.agents[name].identity:
            self.agents.add((identity, agent))
