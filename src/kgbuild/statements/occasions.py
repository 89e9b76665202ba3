"""Events and awards as RDF: what is held, when and by whom; what was given, by whom and to whom."""

import re

from kgbuild.identifiers import short_hash
from kgbuild.language import UPPER, fold, slug
from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.people import AwardMention, EventMention
from kgbuild.model.things import NamedThing
from kgbuild.namespaces import DCTERMS, FOAF, PIO, RDF, SCHEMA, Iri
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.distribution import agent_key
from kgbuild.statements.people import people_named
from kgbuild.statements.work import describe_post

_MOST_WORDS = 20
_PLACED = re.compile(
    r"[Tt]oàn quốc|[Qq]uốc (?:gia|tế)|Việt Nam|"
    rf"(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hủ đô|[Vv]ùng|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường)\s+[{UPPER}]"
)


def describe_occasions(graph: SourceGraph, linked: LinkedPart) -> None:
    """Describe the events that a captured document names, once each, and the awards that it says were given."""
    for members in _by_name(graph, linked):
        _event(graph, linked, members)
    for award in linked.findings.awards:
        _award(graph, linked, award)


def _by_name(graph: SourceGraph, linked: LinkedPart) -> list[list[EventMention]]:
    events: dict[str, list[EventMention]] = {}
    for event in linked.findings.events:
        events.setdefault(fold(graph.text.words(event.name)), []).append(event)
    return list(events.values())


def reported_event(graph: SourceGraph, linked: LinkedPart) -> str:
    """Give the path of the one event that a report opens with; nothing where it opens with none or several."""
    reported = [members for members in _by_name(graph, linked) if any(member.reported for member in members)]
    return _named(graph, linked, reported[0])[0].path if len(reported) == 1 else ""


def _named(graph: SourceGraph, linked: LinkedPart, members: list[EventMention]) -> tuple[NamedThing, str, str]:
    """Name an event by its first mention, with the days on which all its mentions agree.

    An event of no known day whose name tells no place is its document's: conferences of many bodies bear one name.
    """
    name = graph.text.words(members[0].name)
    label = name[:1].upper() + name[1:]
    days = {(m.start_date, m.end_date) for m in members if m.start_date}
    start, end = days.pop() if len(days) == 1 else ("", "")
    words = slug(label).split("-")
    short = "-".join(words) if len(words) <= _MOST_WORDS else f"{'-'.join(words[:_MOST_WORDS])}-{short_hash(label)}"
    if not start and not _PLACED.search(label):
        short = f"{short}-{short_hash(linked.ref.path)}"
    return NamedThing(f"id/event/{start or 'nd'}/{short}", "Event", label), start, end


def _event(graph: SourceGraph, linked: LinkedPart, members: list[EventMention]) -> None:
    """Describe one event by all its mentions; a day counts where they agree on it."""
    thing, start, end = _named(graph, linked, members)
    node, document = graph.thing(thing), graph.iri(linked.ref.path)
    graph.type(node, PIO.Event)
    graph.add(document, SCHEMA.mentions, node)
    if linked.part.kind == "news" and start and any(m.reported for m in members):
        graph.add(document, PIO.reportsOn, node)
    graph.date(node, PIO.startDate, start)
    graph.date(node, PIO.endDate, end)
    for mention in members:
        graph.evidence(node, mention.span)
        if start:
            graph.evidence(node, mention.date_span, PIO.startDate, PIO.endDate)
        graph.add(node, SCHEMA.organizer, _agent(graph, linked, mention.organiser))
        if mention.place:
            graph.text_value(node, SCHEMA.location, graph.text.words(mention.place))


def _agent(graph: SourceGraph, linked: LinkedPart, mention: AgencyMention | None) -> Iri | None:
    ref = linked.agents.get(agent_key(mention)) if mention else None
    return graph.agent(ref) if ref is not None else None


def _award(graph: SourceGraph, linked: LinkedPart, award: AwardMention) -> None:
    words = graph.text.words(award.span)
    name, to = graph.text.words(award.name), graph.text.words(award.recipient)
    node = graph.iri(f"{linked.ref.path}/award/0-{short_hash(name, to)}")
    graph.type(node, PIO.Award)
    graph.labels(node, f"{name[:1].upper()}{name[1:]} cho {to}")
    graph.text_value(node, DCTERMS.description, words)
    graph.add(graph.iri(linked.ref.path), SCHEMA.mentions, node)
    graph.add(node, PIO.awardedBy, _giver(graph, linked, award.giver))
    graph.add(node, PIO.awardedTo, _person(graph, linked, award) or _agent(graph, linked, award.agency))
    graph.evidence(node, award.span)


def _giver(graph: SourceGraph, linked: LinkedPart, mention: AgencyMention | None) -> Iri | None:
    """Give the body that gave an award, or its officer who is named: the chair is not the body."""
    ref = linked.agents.get(agent_key(mention)) if mention else None
    if mention is None or ref is None:
        return None
    if not mention.post or ref.kind != "agency":
        return graph.agent(ref)
    graph.agent(ref)
    post = graph.iri(f"id/post/{ref.path.removeprefix('id/agent/')}/{slug(mention.post)}")
    describe_post(graph, post, mention.post, ref, mention.span)
    return post


def _person(graph: SourceGraph, linked: LinkedPart, award: AwardMention) -> Iri | None:
    """Find the person among those the document names with the same body; a namesake elsewhere is another."""
    if award.person is None:
        return None
    name = graph.text.words(award.person)
    paths: set[str] = set()
    for mention, named, _, path in people_named(graph, linked):
        ref = linked.agents.get(agent_key(mention.agency)) if mention.agency else None
        if mention.agency is None or ref is None or fold(named) != fold(name):
            continue
        if fold(graph.text.words(mention.agency.span)) in fold(graph.text.words(award.recipient)):
            paths.add(path)
    known = [graph.iri(path) for path in sorted(paths) if graph.states(graph.iri(path), RDF.type, FOAF.Person)]
    return known[0] if len(known) == 1 else None
