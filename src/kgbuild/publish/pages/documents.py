"""The page of a document: its facts, its chain, its tasks, targets and measures, what it cites and who cites it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgbuild.namespaces import DCTERMS, PIO, SCHEMA, Iri
from kgbuild.publish.index import Text
from kgbuild.publish.pages.chain import Branch, climb, descend, is_held, prune
from kgbuild.publish.pages.citations import Cited, read_citations, read_citations_between_others, read_citations_of
from kgbuild.publish.pages.matrix import Matrix, draw_roles
from kgbuild.publish.pages.schedules import Schedule, read_schedule
from kgbuild.publish.pages.targets import TargetRow, targets_of
from kgbuild.publish.pages.tasks import Assigned, TaskRow, read_parts, rows_of
from kgbuild.publish.pages.things import Other, read_others
from kgbuild.publish.pages.timeline import Timeline, draw_timeline
from kgbuild.publish.views import (
    Fact,
    Link,
    Reader,
    Said,
    Words,
    alternative_names,
    theme_links,
)

FACTS: Final = (
    ("issued_by", PIO.issuedBy),
    ("issued_for", PIO.issuedFor),
    ("document_date", PIO.documentDate),
    ("effective_date", PIO.effectiveDate),
    ("jurisdiction", PIO.jurisdiction),
    ("status", PIO.documentStatus),
    ("carrier", PIO.annexOf),
    ("promulgated_by", PIO.promulgatedBy),
    ("drafting_unit", PIO.draftingUnit),
    ("author", SCHEMA.author),
    ("reports_on", PIO.reportsOn),
    ("subject", DCTERMS.subject),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A measure, an objective or a section: its text, its place, its themes and its words."""

    text: Text
    mark: str
    anchor: str
    themes: tuple[Link, ...]
    parts: tuple[Assigned, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: who, in which post, under which form of signing."""

    signer: Said | None
    post: Link | None
    forms: tuple[Link, ...]
    words: tuple[Words, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Path:
    """A document that another leads to in the end, and whether that is stated or only follows from a legal basis."""

    link: Link
    strength: Link | None
    anchor: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the page of one document or news report shows."""

    iri: str
    name: Text
    title: Text | None
    form: Text | None
    news: bool
    held: bool
    facts: tuple[Fact, ...]
    period: Schedule | None
    names: tuple[Link, ...]
    sources: tuple[Link, ...]
    up: tuple[Branch, ...]
    down: tuple[Branch, ...]
    down_more: int
    paths: tuple[Path, ...]
    rows: list[TaskRow]
    duties: list[TaskRow]
    parts: tuple[Assigned, ...]
    objectives: tuple[Point, ...]
    measures: tuple[Point, ...]
    targets: tuple[TargetRow, ...]
    results: tuple[TargetRow, ...]
    others: tuple[Other, ...]
    cites: tuple[Cited, ...]
    cited_by: tuple[Cited, ...]
    retold: tuple[Cited, ...]
    sections: tuple[Point, ...]
    timeline: Timeline | None
    roles: Matrix | None
    recipients: tuple[Point, ...]
    signatures: tuple[Signed, ...]


def read_document(reader: Reader, document: str) -> DocumentPage:
    """Read everything the page of a document shows."""
    index = reader.index
    rows, duties = rows_of(reader, document)
    title = index.text(document, reader.lang, DCTERMS.title)
    name = reader.name(document)
    if name == reader.called(document) and title is not None:
        name = title
    down, more = prune(descend(reader, document))
    figures = targets_of(reader, document)
    return DocumentPage(
        iri=document,
        name=name,
        title=title if title and title.value != name.value else None,
        form=reader.form(document),
        news=index.is_a(document, PIO.NewsReport),
        held=is_held(reader, document),
        facts=reader.facts(document, FACTS),
        period=read_schedule(reader, document, PIO.period),
        names=alternative_names(reader, document),
        sources=tuple(reader.link(text) for text in index.iris(document, PIO.capturedIn)),
        up=climb(reader, document),
        down=down,
        down_more=more,
        paths=tuple(_paths(reader, document)),
        rows=rows,
        duties=duties,
        parts=read_parts(reader, document),
        objectives=_points(reader, document, PIO.Objective),
        measures=_points(reader, document, PIO.Measure),
        targets=tuple(row for row in figures if not row.reported),
        results=tuple(row for row in figures if row.reported),
        others=read_others(reader, document),
        cites=read_citations(reader, document),
        cited_by=read_citations_of(reader, document),
        retold=read_citations_between_others(reader, document),
        sections=_sections(reader, document),
        timeline=draw_timeline([*rows, *duties]),
        roles=draw_roles(reader, [*rows, *duties], local=True),
        recipients=_recipients(reader, document),
        signatures=tuple(_signature(reader, s, document) for s in index.iris(document, PIO.hasSignature)),
    )


def _points(reader: Reader, document: str, cls: Iri) -> tuple[Point, ...]:
    index = reader.index
    nodes = [node for node in index.iris(document, PIO.setsOut) if index.is_a(node, cls)]
    return tuple(_point(reader, node) for node in sorted(nodes, key=lambda n: (reader.first_offset(n), n)))


def _point(reader: Reader, node: str) -> Point:
    index = reader.index
    section = index.iri(node, PIO.inSection)
    return Point(
        text=index.text(node, reader.lang, DCTERMS.description, DCTERMS.title) or index.label(node, reader.lang),
        mark=index.literal(section, PIO.sectionNumber) if section else "",
        anchor=".".join(node.rsplit("/", 2)[-2:]),
        themes=theme_links(reader, node),
        parts=read_parts(reader, node),
        words=reader.words_of(node),
    )


def _sections(reader: Reader, document: str) -> tuple[Point, ...]:
    index = reader.index
    nodes = sorted(index.iris(document, PIO.hasSection), key=lambda n: (reader.first_offset(n), n))
    return tuple(
        Point(
            text=index.text(node, reader.lang, PIO.heading) or Text(""),
            mark=index.literal(node, PIO.sectionNumber),
            anchor="s." + node.rpartition("/s/")[2].replace("/", "."),
            themes=theme_links(reader, node),
            parts=(),
            words=reader.words_of(node),
        )
        for node in nodes
    )


def _recipients(reader: Reader, document: str) -> tuple[Point, ...]:
    index = reader.index
    nodes = sorted(index.iris(document, PIO.hasDistribution), key=lambda n: (reader.first_offset(n), n))
    return tuple(
        Point(
            text=index.text(node, reader.lang, PIO.nameAsWritten) or index.label(node, reader.lang),
            mark="",
            anchor=".".join(node.rsplit("/", 2)[-2:]),
            themes=tuple(reader.link(r) for r in index.iris(node, PIO.recipient) if reader.path(r)),
            parts=(),
            words=reader.words_of(node),
        )
        for node in nodes
    )


def _paths(reader: Reader, document: str) -> Iterator[Path]:
    for node in reader.index.iris(document, PIO.hasPath):
        for target in reader.index.iris(node, PIO.pathTo):
            anchor = node.removeprefix(document + "/").replace("/", ".")
            yield Path(reader.link(target), reader.concept(node, PIO.pathStrength), anchor)


def _signature(reader: Reader, node: str, document: str) -> Signed:
    index = reader.index
    signer, post = index.iri(node, PIO.signer), index.iri(node, PIO.signedInPost)
    return Signed(
        signer=reader.linked(document, PIO.hasSignature, node, reader.link(signer)) if signer else None,
        post=reader.link(post) if post else None,
        forms=tuple(reader.label(form) for form in index.iris(node, PIO.signingForm)),
        words=reader.words_of(node),
        anchor=node.removeprefix(document + "/").replace("/", "."),
    )
