"""What belongs to an entity: its own statements and those of the nodes that exist only for it."""

from collections.abc import Iterator
from typing import Final

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import OA, PIO, Iri
from kgbuild.store import AnyStore

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


def describe(store: AnyStore, iri: Iri) -> list[Statement]:
    """List the statements about *iri* and, through them, about what it owns; sorted, empty when nothing is said."""
    return sorted(_walk(store, iri), key=_order)


def _walk(store: AnyStore, iri: Iri) -> Iterator[Statement]:
    seen, waiting = {iri}, [iri]
    while waiting:  # level by level: a store elsewhere is asked once for each
        found = list(store.about(waiting))
        yield from found
        owned = {s.object for s in found if s.predicate in OWNING and isinstance(s.object, Iri)}
        waiting = sorted(owned - seen)
        seen |= owned


def _order(statement: Statement) -> tuple[str, ...]:
    value = statement.object
    last = (value.value, value.datatype or "", value.language or "") if isinstance(value, Literal) else (value, "", "")
    return (statement.subject, statement.predicate, *last, statement.graph)
