"""Joins the work that a report tells of to the work of the document it reports, where both are held: nodes stay two."""

from collections.abc import Iterable, Iterator

from kgbuild.model import Statement
from kgbuild.model.core import Literal
from kgbuild.namespaces import DCTERMS, PIO, RDF, Iri
from kgbuild.statements.sameness import Clauses


def join_reports(report: Iterable[Statement], reported: Iterable[Statement]) -> Iterator[Statement]:
    """State which tasks and measures of a *report* say the work of one of what it reports, in the report's graph."""
    clauses = Clauses()
    for node, words, _ in _work(reported):
        clauses.add(words, node)
    found = {(node, other, graph) for node, words, graph in _work(report) for other in clauses.same(words)}
    for node, other, graph in sorted(found):
        yield Statement(node, PIO.sameTaskAs, Iri(other), graph)


def _work(statements: Iterable[Statement]) -> list[tuple[Iri, str, Iri]]:
    """List the tasks and measures of a source with their words, with and without the body that is named first."""
    kept = list(statements)
    nodes = {s.subject for s in kept if s.predicate == RDF.type and s.object in (PIO.Task, PIO.Measure)}
    return sorted(
        (s.subject, s.object.value, s.graph)
        for s in kept
        if s.subject in nodes and s.predicate in (DCTERMS.description, DCTERMS.title) and isinstance(s.object, Literal)
    )
