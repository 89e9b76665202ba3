"""Run the checks on a store: every constraint once, as one query over all named graphs."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from kgbuild.config import Settings
from kgbuild.model import Statement, Term
from kgbuild.namespaces import PIO, Iri, source_graph
from kgbuild.validation.earlier import Earlier, nodes_of, part, read_graphs
from kgbuild.validation.queries import SPARQL_COMPONENT, queries
from kgbuild.validation.report import Finding, ValidationReport, fill, finding_iri, finding_key, in_vietnamese
from kgbuild.validation.shapes import Check, load_shapes


class StoreLike(Protocol):
    """What validation asks of a store: SELECT over the union of its graphs, and the quads of one subject."""

    def select(self, query: str) -> Iterator[dict[str, Term]]:
        """Answer a SELECT; every prefix of `namespaces.PREFIXES` is known."""

    def quads(self, subject: Iri | None = None, graph: Iri | None = None) -> Iterator[Statement]:
        """Walk the quads, of one subject or one named graph where given."""

    def graphs(self) -> list[Iri]:
        """List the named graphs."""

    def dump(self, graph: Iri | None = None) -> bytes:
        """Write the named graphs, or one of them, as sorted N-Quads, a quad a line."""

    def apart(self, nquads: bytes) -> "StoreLike":
        """Make a store in memory that holds these quads and no others."""


Row = Mapping[str, Term]


def validate(store: StoreLike, shapes: Path, settings: Settings, earlier: Earlier | None = None) -> ValidationReport:
    """Check the whole store against the shapes of a folder, with `settings.workers` threads.

    The findings equal those of a SHACL processor on the union of the graphs (`validate_reference`). What an *earlier*
    build found with the same shapes in sources that are as they were is taken over: asked again are the other
    sources, and of the whole store the checks that compare documents. Raises DataError for shapes that cannot be used.
    """
    checks = load_shapes(shapes)
    now = read_graphs(store) if earlier else {}
    kept = earlier.unchanged(now, settings.base_iri) if earlier else frozenset()
    if not earlier or not kept:
        return report(store, _run(store, checks, settings.workers), settings.base_iri)
    own = {check.iri: check for check in checks if not check.across}
    due = part(now, kept, settings.base_iri)
    found = _run(store, [check for check in checks if check.across], settings.workers)
    again = _run(store.apart(due.nquads), list(own.values()), settings.workers)
    fresh = report(store, [*found, *(row for row in again if str(row[1]["this"]) in due.nodes)], settings.base_iri)
    still = set().union(*(nodes_of(now[graph]) for graph in kept))
    old = (f for f in earlier.findings if f.shape in own and f.focus in still and f.focus not in due.nodes)
    return ValidationReport.of([*fresh.findings, *old])


def _run(store: StoreLike, checks: Iterable[Check], workers: int) -> list[tuple[Check, Row]]:
    work = [(check, query) for check in checks for query in queries(check)]
    with ThreadPoolExecutor(max(1, workers)) as pool:
        answers = pool.map(lambda item: list(store.select(item[1])), work)
        return [(check, row) for (check, _), rows in zip(work, answers, strict=True) for row in rows]


def report(store: StoreLike, found: Iterable[tuple[Check, Row]], base: str) -> ValidationReport:
    """Turn failing rows into findings, with the source they lie in and the words that show them."""
    places = _Places(store, source_graph(base))
    return ValidationReport.of([_finding(check, row, base, places) for check, row in found])


def _finding(check: Check, row: Row, base: str, places: "_Places") -> Finding:
    focus = Iri(str(row["this"]))
    named = row.get("path")
    path = check.path or (Iri(named) if isinstance(named, str) else None)
    # A node shape without a value speaks of the focus itself (SHACL, 5.3.2).
    value = row.get("value", None if check.path else focus)
    return Finding(
        iri=finding_iri(base, finding_key(check.iri, focus, path, value)),
        shape=check.iri,
        severity=check.severity,
        origin=check.origin,
        focus=focus,
        path=path,
        value=value,
        message_vi=in_vietnamese(fill(check.messages["vi"], row)),
        message_en=fill(check.messages["en"], row),
        component=Iri(str(row.get("component", SPARQL_COMPONENT))),
        constraint=check.sparql,
        source_graph=places.source(focus),
        evidence=places.evidence(focus, path, [row[name] for name in ("at", "beside") if name in row]),
    )


class _Places:
    """Where nodes stand: their source graph and their passages, looked up once per node."""

    def __init__(self, store: StoreLike, prefix: str) -> None:
        self.store = store
        self.prefix = prefix
        self.known: dict[str, tuple[Statement, ...]] = {}

    def _about(self, node: Iri) -> tuple[Statement, ...]:
        if node not in self.known:
            self.known[node] = tuple(self.store.quads(subject=node))
        return self.known[node]

    def source(self, node: Iri) -> Iri | None:
        """The graph of the source that speaks of a node, None when there is not exactly one."""
        graphs = {s.graph for s in self._about(node) if s.graph.startswith(self.prefix)}
        return graphs.pop() if len(graphs) == 1 else None

    def evidence(self, focus: Iri, path: Iri | None, at: Iterable[Term]) -> tuple[Iri, ...]:
        """The passages of the nodes that a rule points *at*; else those that prove the path; else all of the focus."""
        pointed = [self._passages(Iri(str(node))) for node in at]
        if pointed:
            return tuple(sorted(set().union(*pointed)))
        passages = self._passages(focus)
        proved = {p: {s.object for s in self._about(p) if s.predicate == PIO.proves} for p in passages}
        proving = {p for p in passages if path in proved[p]}
        return tuple(sorted(proving or {p for p in passages if not proved[p]} or passages))

    def _passages(self, node: Iri) -> set[Iri]:
        return {s.object for s in self._about(node) if s.predicate == PIO.evidence and isinstance(s.object, Iri)}
