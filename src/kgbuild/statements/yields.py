"""Documents that tasks are to produce as RDF: planned, by whom they are to be issued, and the words that say so."""

from kgbuild.model import boolean
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart
from kgbuild.namespaces import CODE, DCTERMS, PIO
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.documents import document_classes, is_party
from kgbuild.statements.work import task_paths


def describe_yields(graph: SourceGraph, linked: LinkedPart, owner: str, knowledge: Knowledge) -> None:
    """Describe the documents that the tasks of a captured document are to produce."""
    for task, path in task_paths(graph, linked, owner):
        for mention in task.yields:
            planned = linked.planned[mention.span.start, mention.span.end]
            node = graph.iri(planned.ref.path)
            graph.type(node, *document_classes(planned.ref, knowledge, is_party(planned.ref)))
            graph.labels(node, planned.ref.name[:1].upper() + planned.ref.name[1:])
            graph.code(node, PIO.documentType, "doctype", mention.form)
            graph.value(node, PIO.documentKey, planned.ref.path.removeprefix("id/"))
            graph.code(node, PIO.documentStatus, "status", "planned")
            graph.add(node, PIO.textHeld, boolean(False))
            if mention.title:
                graph.text_value(node, DCTERMS.title, graph.text.words(mention.title))
            if planned.issuer is not None:
                graph.add(node, PIO.issuedBy, graph.agent(planned.issuer))
            area = planned.ref.key.area if planned.ref.key else ""
            if (slug := "viet-nam" if area == "tw" else area) in knowledge.areas:
                graph.add(node, PIO.jurisdiction, CODE[f"area/{slug}"])
            graph.evidence(node, mention.span)
            graph.add(graph.iri(path), PIO.yieldsDocument, node)
