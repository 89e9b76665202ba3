"""Programmes, schemes, projects, funds, changes, events: nodes shown plainly, by the labels of their properties."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kgbuild.language import dictionary_key
from kgbuild.namespaces import DCTERMS, PIO, RDF, SKOS
from kgbuild.publish.index import Text
from kgbuild.publish.pages.schedules import read_schedule
from kgbuild.publish.views import Link, Reader, Said, Words, kind_of

THINGS: Final = (
    PIO.Programme,
    PIO.Scheme,
    PIO.Project,
    PIO.Fund,
    PIO.OrganizationChange,
    PIO.Event,
    PIO.Award,
    PIO.Standard,
)
# Said elsewhere on a page, or of no use to a reader.
SILENT: Final = frozenset(
    {RDF.type, PIO.evidence, PIO.searchKey, SKOS.prefLabel, SKOS.altLabel, PIO.confidence, PIO.rule, PIO.documentKey}
)


# What stands in a document and has no list of its own there.
OTHERS: Final = (PIO.Milestone, PIO.ProcedureRule, PIO.Quotation)
TEXTS: Final = (PIO.quoteText, DCTERMS.description, PIO.limitText, SKOS.prefLabel)
_HOUSED: Final = SILENT | {PIO.setOutIn, PIO.inSection, PIO.contributesTo, *TEXTS}


@dataclass(frozen=True, slots=True)
class Other:
    """A milestone, a rule of procedure or a quotation as its document shows it: kind, text, facts, words."""

    kind: Link | None
    text: Text
    facts: tuple[tuple[Link, tuple[Said, ...]], ...]
    words: tuple[Words, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A node that points at another, and the property by which it does."""

    prop: Link
    link: Link


@dataclass(frozen=True, slots=True)
class ThingPage:
    """A node shown plainly: each property by its label, then what points at it."""

    iri: str
    name: Text
    kind: Link | None
    facts: tuple[tuple[Link, tuple[Said, ...]], ...]
    inverse: tuple[Mention, ...]


def read_thing(reader: Reader, node: str) -> ThingPage:
    """Read a node plainly, by the labels that the ontology gives its properties."""
    return ThingPage(
        iri=node,
        name=reader.index.label(node, reader.lang),
        kind=kind_of(reader, node),
        facts=tuple(_facts(reader, node, SILENT)),
        inverse=tuple(_mentions(reader, node)),
    )


def _mentions(reader: Reader, node: str) -> Iterator[Mention]:
    """List what points at a node; parts of one thing that are called alike, such as its assignments, count once."""
    for prop, subjects in reader.index.links_to(node):
        if prop not in SILENT and prop != PIO.setsOut:  # that one is said by its inverse, among the facts
            unlike: dict[tuple[str, str], Link] = {}
            for link in map(reader.link, subjects):
                if link.path:
                    unlike.setdefault((link.text, link.path.partition("#")[0]), link)
            yield from (Mention(_inverse(reader, prop), link) for link in unlike.values())


def read_others(reader: Reader, document: str) -> tuple[Other, ...]:
    """Read the milestones, rules and quotations that stand in a document: by kind, then as printed."""
    index = reader.index
    found = []
    for cls in OTHERS:
        nodes = sorted(reader.within(document, cls), key=lambda node: (reader.first_offset(node), node))
        found += [
            Other(
                kind=kind_of(reader, node),
                text=index.text(node, reader.lang, *TEXTS) or index.label(node, reader.lang),
                facts=tuple(_facts(reader, node, _HOUSED)),
                words=reader.words_of(node),
                anchor=".".join(node.rsplit("/", 2)[-2:]),
            )
            for node in nodes
        ]
    return tuple(found)


def _facts(reader: Reader, node: str, silent: frozenset[str]) -> Iterator[tuple[Link, tuple[Said, ...]]]:
    for prop in sorted(reader.index.outbound.get(node, {})):
        if prop in (PIO.hasSchedule, PIO.period):  # a node without a name: its words tell it
            schedule = read_schedule(reader, node, prop)
            if schedule and schedule.text:
                yield _property(reader, prop), (Said(Link(schedule.text, "vi"), words=schedule.words),)
        elif prop not in silent:
            yield _property(reader, prop), reader.said(node, prop)


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A programme, scheme, event or the like as a line of the list; *links* counts what points at it."""

    link: Link
    kind: Link | None
    links: int


def list_things(reader: Reader) -> list[ThingRow]:
    """List programmes, schemes, projects, funds, changes, events: by kind, then by name."""
    rows = [
        ThingRow(reader.link(node), kind_of(reader, node), sum(len(found) for _, found in reader.index.links_to(node)))
        for node in reader.index.instances(*THINGS)
    ]
    return sorted(
        rows, key=lambda row: (row.kind.text if row.kind else "", dictionary_key(row.link.text), row.link.path)
    )


def _property(reader: Reader, prop: str) -> Link:
    """Name a property: by the ontology's label, or for one of another vocabulary by our words for it."""
    name = _local(prop)
    return reader.label(prop) if prop in reader.index else Link(str(reader.strings["foreign"].get(name, name)))


def _inverse(reader: Reader, prop: str) -> Link:
    """Name a property as it reads from its object: "mentions" is "mentioned in"."""
    link, words = _property(reader, prop), reader.strings["inverse"].get(_local(prop))
    return replace(link, text=str(words), lang="") if words else replace(link, text=f"← {link.text}")


def _local(prop: str) -> str:
    return prop.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
