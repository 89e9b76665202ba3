"""Documents that tasks are to produce as RDF: who produces them, and the words that say so."""

from kgbuild.model import boolean
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart, PlannedDocument
from kgbuild.namespaces import PIO
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.documents import describe_cited
from kgbuild.statements.work import task_paths


def describe_yields(graph: SourceGraph, linked: LinkedPart, owner: str) -> None:
    """State which documents the tasks of a captured document are to produce."""
    for task, path in task_paths(graph, linked, owner):
        for mention in task.yields:
            planned = linked.planned[mention.span.start, mention.span.end]
            node = graph.iri(planned.ref.path)
            graph.evidence(node, mention.span)
            graph.add(graph.iri(path), PIO.yieldsDocument, node)


def describe_planned(graph: SourceGraph, planned: PlannedDocument, knowledge: Knowledge) -> None:
    """Describe a document that is to be drawn up, as one that is only spoken of."""
    describe_cited(graph, planned.ref, knowledge, "", planned.issuer, planned.title)
    graph.add(graph.iri(planned.ref.path), PIO.textHeld, boolean(False))
