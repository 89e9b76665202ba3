"""Programmes, schemes, projects and funds as RDF: what a source says of them, and their names over all sources."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from kgbuild.language import search_key
from kgbuild.model import Literal, Statement
from kgbuild.model.linked import LinkedPart
from kgbuild.model.things import LinkedProgramme, NamedThing, ProgrammeMention
from kgbuild.namespaces import CODE, PIO, RDF, SCHEMA, SKOS, XSD, Iri
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.work import measure_path, task_path

_CLASSES = {"programme": "Programme", "scheme": "Scheme", "project": "Project", "fund": "Fund"}
# a piece of work belongs to what its first words carry out
_FIRST_WORDS = 14
_REACH, _NESTED = 400, 6


def describe_programmes(graph: SourceGraph, linked: LinkedPart, owner: str) -> None:
    """Describe what a captured document says of the programmes it names.

    It sets out those that it has drawn up or set up; of all it is said that the document mentions them. What a task
    or a measure draws up, carries out or stands under, it is part of.
    """
    document = graph.iri(linked.ref.path)
    works = _Works(graph, linked, owner)
    for programme in linked.programmes:
        node = graph.iri(programme.thing.path)
        graph.type(node, PIO[_CLASSES[programme.thing.type]])
        graph.thing(programme.thing)
        graph.add(document, SCHEMA.mentions, node)
        for mention in programme.mentions:
            graph.evidence(node, mention.span)
            written = graph.text.words(mention.span).strip('“”"')
            if written != programme.thing.label:
                graph.add(node, SKOS.altLabel, Literal(written, language="vi"))
            if mention.act == "creates":
                graph.add(document, PIO.setsOut, node)
                graph.add(node, PIO.setOutIn, document)
        _schedule(graph, programme)
        if programme.thing.type == "fund":
            continue
        for mention in programme.mentions:
            if mention.act != "mentions":
                for path in works.opened_by(graph, mention):
                    graph.add(graph.iri(path), PIO.partOfProgramme, node)


def _schedule(graph: SourceGraph, programme: LinkedProgramme) -> None:
    thing = programme.thing
    period = next((m.period for m in programme.mentions if m.period is not None), None)
    if period is None or not thing.end_year:
        return
    node = graph.iri(f"{thing.path}/schedule")
    graph.type(node, PIO.Schedule)
    graph.add(graph.iri(thing.path), PIO.hasSchedule, node)
    words = f"{thing.start_year}-{thing.end_year}" if thing.start_year != thing.end_year else thing.end_year
    graph.text_value(node, PIO.scheduleText, words.strip("-") if thing.start_year else f"đến năm {thing.end_year}")
    graph.year(node, PIO.startYear, thing.start_year)
    graph.year(node, PIO.endYear, thing.end_year)
    graph.evidence(node, period)


class _Works:
    """The tasks and measures of a document by where they begin, so that a name finds the work it opens."""

    def __init__(self, graph: SourceGraph, linked: LinkedPart, owner: str) -> None:
        tasks = [
            (t.span if t.source == "narrative" else t.title, task_path(graph, t, owner)) for t in linked.findings.tasks
        ]
        measures = [(m.span, measure_path(graph, m, owner)) for m in linked.findings.measures if m.kind == "measure"]
        self.works = sorted([*tasks, *measures])
        self.starts = [span.start for span, _ in self.works]

    def opened_by(self, graph: SourceGraph, mention: ProgrammeMention) -> Iterator[str]:
        """Give the paths of the work among whose first words, in whose first sentence, a name stands."""
        at = bisect_right(self.starts, mention.span.start)
        for place, path in self.works[max(0, at - _NESTED) : at]:
            before = graph.text.norm[place.start : min(mention.span.start, place.start + _REACH)]
            first = len(before.split()) <= _FIRST_WORDS and not any(stop in before for stop in (". ", "; "))
            if first and mention.span.start < place.end:
                yield path


def describe_things(things: Iterable[NamedThing], base: str) -> list[Statement]:
    """Name each thing once over all sources, in graph/authority: as most of them do, and whose it is if all agree."""
    graph = Iri(base + "graph/authority")
    by_path: dict[str, list[NamedThing]] = {}
    for thing in things:
        by_path.setdefault(thing.path, []).append(thing)
    out: list[Statement] = []
    for path, members in sorted(by_path.items()):
        node = Iri(base + path)
        counts = Counter(member.label for member in members)
        label = max(sorted(counts), key=lambda name: counts[name])
        out.append(Statement(node, RDF.type, PIO[_class(members[0])], graph))
        out.append(Statement(node, SKOS.prefLabel, Literal(label, language="vi"), graph))
        out.append(Statement(node, PIO.searchKey, Literal(search_key(label), XSD.string), graph))
        areas = {member.area for member in members if member.area}
        if len(areas) == 1 and "nd" not in areas:
            out.append(Statement(node, PIO.jurisdiction, CODE[f"area/{areas.pop()}"], graph))
    return out


def _class(thing: NamedThing) -> str:
    return _CLASSES.get(thing.type, thing.type)
