"""The values every stage knows: terms and statements, spans of text, issues."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from kgbuild.namespaces import XSD, Iri


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """An RDF literal: a lexical form with a datatype IRI or a language tag (never both)."""

    value: str
    datatype: str | None = None
    language: str | None = None


Term = Iri | Literal
T = TypeVar("T")


class Statement(NamedTuple):
    """One RDF quad: subject, predicate, object and the named graph that holds it."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the normalised text of one source: start inclusive, end exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def covers(self, other: "Span") -> bool:
        """Tell whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Severity(StrEnum):
    """How much an Issue weighs: an error costs a source, a warning a passage, info nothing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Issue:
    """Bad news about one source that does not stop the build.

    `source` is the file's name as the user knows it, `rule` the name of the check that speaks, `start` and `end`
    the place in the source text (code points) where one is known.
    """

    source: str
    rule: str
    message: str
    severity: Severity = Severity.WARNING
    start: int | None = None
    end: int | None = None


def integer(value: int) -> Literal:
    """Make an xsd:integer."""
    return Literal(str(value), XSD.integer)


def decimal(value: float) -> Literal:
    """Make an xsd:decimal in the form that stores keep: no exponent, no zeros at the end.

    >>> decimal(0.9).value, decimal(50).value
    ('0.9', '50')
    """
    return Literal(f"{value:.6f}".rstrip("0").rstrip("."), XSD.decimal)


def boolean(value: bool) -> Literal:
    """Make an xsd:boolean."""
    return Literal("true" if value else "false", XSD.boolean)


@dataclass(frozen=True, slots=True)
class Report(Generic[T]):
    """What a stage returns: its value and the issues met on the way."""

    value: T
    issues: tuple[Issue, ...] = field(default=())
