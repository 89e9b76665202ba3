"""Citations as RDF: one node per citing document, cited document and relation, with the plain triple beside it."""

from collections.abc import Iterable

from kgbuild.model import boolean
from kgbuild.model.entities import DocumentRef
from kgbuild.model.linked import LinkedCitation, LinkedPart
from kgbuild.namespaces import PIO, Iri
from kgbuild.statements.builder import SourceGraph

# of two relations said of one pair, the first here stays and the plain mention goes
_STRENGTH = (
    "annexOf",
    "promulgates",
    "amends",
    "replaces",
    "repeals",
    "implements",
    "continues",
    "onSubmission",
    "legalBasis",
    "cites",
)


def merge_citations(citations: Iterable[LinkedCitation]) -> dict[tuple[str, str, str], list[LinkedCitation]]:
    """Gather citations by (citing path, cited path, kind).

    A plain mention joins a stronger relation of the same pair; "implements" (as a title says it) takes the place
    of "legalBasis" for the same pair.
    """
    groups: dict[tuple[str, str], dict[str, list[LinkedCitation]]] = {}
    for citation in citations:
        pair = (citation.citing.path if citation.citing else "", citation.cited.path)
        groups.setdefault(pair, {}).setdefault(citation.kind, []).append(citation)
    merged: dict[tuple[str, str, str], list[LinkedCitation]] = {}
    for (citing, cited), kinds in groups.items():
        ranked = sorted(kinds, key=_STRENGTH.index)
        weak = {"cites"} | ({"legalBasis"} if "implements" in kinds else set())
        strong = [kind for kind in ranked if kind not in weak] or ranked[:1]
        for kind in strong:
            merged[citing, cited, kind] = list(kinds[kind])
        for kind in ranked:
            if kind not in strong:
                merged[citing, cited, strong[0]].extend(kinds[kind])
    return merged


def describe_citations(graph: SourceGraph, linked: LinkedPart) -> None:
    """Describe every citation read in one captured document."""
    for (citing, cited, kind), members in sorted(merge_citations(linked.citations).items()):
        if (citing or linked.ref.path) == cited:
            continue
        _citation(graph, linked, citing, cited, kind, sorted(members, key=lambda c: c.mention.span.start))


def _citation(
    graph: SourceGraph, linked: LinkedPart, citing: str, cited: str, kind: str, members: list[LinkedCitation]
) -> None:
    first = members[0]
    dotted = cited.removeprefix("id/doc/").replace("/", ".")
    other = citing.removeprefix("id/doc/").replace("/", ".") + "/" if citing else ""
    node = graph.iri(f"{linked.ref.path}/citation/{kind}/{other}{dotted}")
    subject = graph.iri(citing or linked.ref.path)
    target = graph.iri(cited)
    graph.type(node, PIO.Citation)
    graph.add(subject, PIO.hasCitation, node)
    graph.add(node, PIO.citedDocument, target)
    graph.code(node, PIO.citationKind, "citation", kind)
    graph.add(subject, PIO[kind], target)
    for member in members:
        _wording(graph, node, member)
    best = max(members, key=lambda m: m.cited.confidence)
    graph.judged(node, best.cited.confidence, best.cited.resolution, first.mention.rule)
    if any(member.mention.renews for member in members):
        graph.add(node, PIO.renews, boolean(True))


def _wording(graph: SourceGraph, node: Iri, member: LinkedCitation) -> None:
    mention = member.mention
    graph.text_value(node, PIO.nameAsWritten, graph.text.words(mention.span))
    graph.evidence(node, mention.span)
    graph.date(node, PIO.citedDate, mention.date)
    if mention.title:
        graph.text_value(node, PIO.citedTitle, graph.text.words(mention.title))
    if mention.part:
        graph.text_value(node, PIO.citedPart, graph.text.words(mention.part))
    if member.issuer is not None:
        graph.add(node, PIO.citedIssuer, graph.agent(member.issuer))


def carried(linked: LinkedPart) -> DocumentRef | None:
    """Tell which document carries an attached plan or an annex."""
    return linked.carrier
