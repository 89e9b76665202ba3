"""What belongs to an entity: its own statements and those of the nodes that exist only for it."""

from collections.abc import Iterator
from typing import Final

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import OA, PIO, Iri
from kgbuild.store import Store

# Properties whose values are parts of their subject: n-ary nodes, times, places in a text.
OWNING: Final = frozenset(
    {
        PIO.hasAssignment,
        PIO.hasCitation,
        PIO.hasDistribution,
        PIO.hasPath,
        PIO.hasSchedule,
        PIO.hasSignature,
        PIO.evidence,
        PIO.period,
        OA.hasSelector,
    }
)


def describe(store: Store, iri: Iri) -> list[Statement]:
    """List the statements about *iri* and, through them, about what it owns; sorted, empty when nothing is said."""
    return sorted(_walk(store, iri), key=_order)


def _walk(store: Store, iri: Iri) -> Iterator[Statement]:
    seen, waiting = {iri}, [iri]
    while waiting:
        for statement in store.quads(subject=waiting.pop()):
            yield statement
            value = statement.object
            if statement.predicate in OWNING and not isinstance(value, Literal) and value not in seen:
                seen.add(value)
                waiting.append(value)


def _order(statement: Statement) -> tuple[str, ...]:
    value = statement.object
    last = (value.value, value.datatype or "", value.language or "") if isinstance(value, Literal) else (value, "", "")
    return (statement.subject, statement.predicate, *last, statement.graph)
