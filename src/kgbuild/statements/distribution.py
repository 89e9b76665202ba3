"""Distribution as RDF: to whom a document is sent, for what, and who drafted it."""

from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import AgencyMention
from kgbuild.namespaces import PIO, Iri
from kgbuild.statements.builder import SourceGraph


def agent_key(mention: AgencyMention) -> tuple[int, int, str]:
    """Key a mention of a body by its place and what it fits."""
    return mention.span.start, mention.span.end, mention.record or mention.group or mention.name


def describe_recipients(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    """Describe the lines of recipients, numbered; the archive line gives the unit that drafted."""
    number = 0
    for mention in linked.findings.recipients:
        words = graph.text.words(mention.span)
        if mention.filed:
            if mention.unit:
                graph.value(node, PIO.draftingUnit, mention.unit)
                graph.evidence(node, mention.span, PIO.draftingUnit)
            continue
        number += 1
        line = graph.iri(f"{linked.ref.path}/distribution/{number}")
        graph.type(line, PIO.Distribution)
        graph.add(node, PIO.hasDistribution, line)
        graph.text_value(line, PIO.nameAsWritten, words)
        graph.text_value(line, PIO.distributionPurpose, mention.purpose)
        for agent in mention.agents:
            ref = linked.agents.get(agent_key(agent))
            if ref is not None:
                graph.add(line, PIO.recipient, graph.agent(ref))
        graph.evidence(line, mention.span)
