"""What only all sources together tell: documents that are cited but not held, agents, organisation changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kgbuild.model import Statement, boolean
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedCitation
from kgbuild.model.text import Text
from kgbuild.namespaces import PIO, Iri
from kgbuild.reading import SourceReading
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import CENTRAL, Context
from kgbuild.resolution.documents import DocumentLinker
from kgbuild.statements.agents import RefOf, describe_agents, describe_successions
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.documents import describe_cited
from kgbuild.statements.programmes import describe_things
from kgbuild.statements.reports import join_reports
from kgbuild.statements.yields import describe_planned

_NO_TEXT = Text("", "", "", "", (0,))


def describe_corpus(readings: Sequence[SourceReading], knowledge: Knowledge, base: str) -> list[Statement]:
    """Describe cited documents and named agents in graph/authority; join reports to what they report.

    A cited document's own title, date and issuer come from the authority, else from what most citations say, so
    that one source's slip never becomes a fact about another document; a document that a source holds describes
    itself.
    """
    captured = {path for reading in readings for path in reading.captured}
    graph = SourceGraph(base, "", "", _NO_TEXT)
    graph.graph = Iri(base + "graph/authority")
    documents = DocumentLinker(knowledge)
    linker = documents.agents
    named = (ref for reading in readings for ref in reading.agents)
    # a body that no table lists goes by the longest of its names
    agents = {ref.path: ref for ref in sorted(named, key=lambda ref: (len(ref.label), ref.label))}
    cited = _by_document(readings)
    for path, members in sorted(cited.items()):
        if path not in captured:
            _cited(graph, members, knowledge, linker)
    planned = {document.ref.path: document for reading in readings for document in reading.planned}
    for path in sorted(planned.keys() - captured - cited.keys()):
        describe_planned(graph, planned[path], knowledge)
    _candidates(graph, cited, captured, documents)
    agents.update(graph.agents)
    things = describe_things((thing for reading in readings for thing in reading.things), base)
    joined = [statement for pair in _reports(readings) for statement in join_reports(*pair)]
    return [*graph.statements, *_agents(list(agents.values()), knowledge, base, linker), *things, *joined]


def _reports(readings: Sequence[SourceReading]) -> Iterator[tuple[tuple[Statement, ...], tuple[Statement, ...]]]:
    """Pair the statements of each news report with those of each source whose document it cites."""
    holder = {path: reading for reading in readings for path in reading.captured}
    for reading in readings:
        if any(path.startswith("id/news/") for path in reading.captured):
            cited = {c.cited.path for c in reading.cited}
            held = {holder[path].key: holder[path] for path in cited if path in holder}
            yield from (
                (reading.statements, other.statements) for _, other in sorted(held.items()) if other.key != reading.key
            )


def _by_document(readings: Iterable[SourceReading]) -> dict[str, list[LinkedCitation]]:
    cited: dict[str, list[LinkedCitation]] = {}
    for reading in readings:
        for citation in reading.cited:
            cited.setdefault(citation.cited.path, []).append(citation)
    return cited


def _cited(graph: SourceGraph, members: list[LinkedCitation], knowledge: Knowledge, linker: AgentLinker) -> None:
    ref = max((m.cited for m in members), key=lambda r: (bool(r.title), r.confidence, r.name, r.symbol))
    date = _most(m.mention.date for m in members)
    if ref.key is not None and date and ref.key.year not in ("nd", date[:4]):
        date = ""
    issuer: AgentRef | None = None
    area = ref.key.area if ref.key is not None else ""
    if ref.issuer and ref.issuer in knowledge.agencies:
        issuer = linker.of_record(ref.issuer, "", Context(area, ref.date or date, ref.path))
    else:
        path = _most(m.issuer.path for m in members if m.issuer is not None)
        issuer = next((m.issuer for m in members if m.issuer is not None and m.issuer.path == path), None)
    describe_cited(graph, ref, knowledge, date, issuer, ref.title)
    graph.add(graph.iri(ref.path), PIO.textHeld, boolean(False))


def _candidates(
    graph: SourceGraph,
    cited: dict[str, list[LinkedCitation]],
    captured: set[str],
    documents: DocumentLinker,
) -> None:
    """Describe the known documents that a law cited by name alone may be, and those that replaced a cited one."""
    knowledge = documents.knowledge
    paths = {path for members in cited.values() for m in members for path in m.cited.candidates}
    replaced = _replaced(cited, knowledge)
    paths.update(new for _, new in replaced)
    for old, new in replaced:
        graph.add(graph.iri(new), PIO.replaces, graph.iri(old))
    for path in sorted(paths - cited.keys() - captured):
        ref = documents.of_path(path)
        if ref is not None:
            issuer = (
                documents.agents.of_record(ref.issuer, "", Context(CENTRAL, ref.date, path))
                if ref.issuer in knowledge.agencies
                else None
            )
            describe_cited(graph, ref, knowledge, ref.date, issuer, ref.title)
            graph.add(graph.iri(path), PIO.textHeld, boolean(False))


def _replaced(cited: Iterable[str], knowledge: Knowledge) -> list[tuple[str, str]]:
    """Pair each cited document with what the tables know to have replaced it, and that with what came after it."""
    known = {f"id/doc/{document.path}": document for document in knowledge.documents}
    pairs: set[tuple[str, str]] = set()
    for path in cited:
        old = path
        while (after := known.get(f"id/doc/{known[old].successor}") if old in known else None) and after.date:
            if (pair := (old, f"id/doc/{after.path}")) in pairs:
                break
            pairs.add(pair)
            old = pair[1]
    return sorted(pairs)


def _most(values: Iterable[str | None]) -> str:
    counts = Counter(value for value in values if value)
    return max(sorted(counts), key=lambda value: counts[value]) if counts else ""


def _agents(refs: list[AgentRef], knowledge: Knowledge, base: str, linker: AgentLinker) -> list[Statement]:
    def ref_of(record_id: str, near: AgentRef) -> AgentRef | None:
        record = knowledge.agencies.get(record_id)
        if record is None or (record.scope == "province" and near.area not in knowledge.areas):
            return None
        return linker.of_record(
            record_id, near.area if record.scope == "province" else "", Context(near.area or CENTRAL, "")
        )

    organs = [_organ(ref, knowledge, ref_of) for ref in refs if ref.kind == "post"]
    refs = [*refs, *(organ for organ in organs if organ is not None)]
    changes, successors = describe_successions(refs, knowledge, base, ref_of)
    return [*describe_agents([*refs, *successors], knowledge, base, ref_of), *changes]


def _organ(ref: AgentRef, knowledge: Knowledge, ref_of: RefOf) -> AgentRef | None:
    """Give the body that a post belongs to."""
    record = knowledge.agencies.get(ref.record)
    return ref_of(record.parent, ref) if record else None
