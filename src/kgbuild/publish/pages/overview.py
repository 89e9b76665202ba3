"""The pages over many things: live figures, lists of documents, agencies, people and targets, files to download."""

from collections import Counter
from dataclasses import dataclass

from kgbuild.language import dictionary_key
from kgbuild.namespaces import CODE, DCTERMS, FOAF, OA, PIO, Iri
from kgbuild.publish.index import Index, Text
from kgbuild.publish.pages.agencies import AGENTS
from kgbuild.publish.pages.chain import count_tasks, is_held, main_document
from kgbuild.publish.pages.compare import find_heads, followers_of, places_among
from kgbuild.publish.pages.people import PersonPage, holds_office_in, read_person
from kgbuild.publish.pages.targets import TargetRow, read_target
from kgbuild.publish.pages.tasks import TaskRow, read_row
from kgbuild.publish.paths import comparison_file, in_language, local_path, page_file, url
from kgbuild.publish.views import Link, Reader, kind_of


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a line of the list."""

    iri: Iri
    link: Link
    title: Text | None
    issuer: Link | None
    date: str
    iso: str
    held: bool
    tasks: int
    cited: int


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency as a line of the list, with the number of tasks by role."""

    iri: Iri
    link: Link
    kind: Link | None
    area: Link
    leads: int
    coordinates: int
    others: int


def figures(index: Index) -> dict[str, int]:
    """Count what the home page tells of: everything is counted in the graph itself."""
    documents = index.instances(PIO.PolicyDocument, PIO.NewsReport)
    tasks = index.instances(PIO.Task)
    roles = Counter(
        iri.rsplit("/", 1)[-1] for a in index.instances(PIO.Assignment) for iri in index.iris(a, PIO.assignmentRole)
    )
    return {
        "statements": len(index),
        "sources": len(index.instances(PIO.SourceText)),
        "documents": len(documents),
        "documents_held": sum(bool(index.values(d, PIO.capturedIn)) for d in documents),
        "tasks": len(tasks),
        "rows": sum(bool(index.values(t, PIO.rowNumber)) for t in tasks),
        "agencies": len(index.instances(*AGENTS)),
        "leads": roles["lead"],
        "coordinates": roles["coordinate"],
        "citations": len(index.instances(PIO.Citation)),
        "targets": len(index.instances(PIO.Target)),
        "passages": sum(bool(index.values(e, OA.hasSource)) for e in index.instances(PIO.Evidence)),
    }


def list_documents(reader: Reader) -> list[DocumentRow]:
    """List all documents and news reports: those whose text is held first, the newest first, the undated last."""
    index = reader.index
    rows = []
    for document in index.instances(PIO.PolicyDocument, PIO.NewsReport):
        issuer = index.iri(document, PIO.issuedBy)
        iso = index.literal(document, PIO.documentDate)
        row = DocumentRow(
            iri=document,
            link=reader.link(document),
            title=index.text(document, reader.lang, DCTERMS.title),
            issuer=reader.link(issuer) if issuer else None,
            date=reader.date(iso),
            iso=iso,
            held=is_held(reader, document),
            tasks=reader.once(count_tasks, document),
            cited=len(index.inbound(document, PIO.citedDocument)),
        )
        rows.append(row)
    rows.sort(key=lambda row: row.iri)
    rows.sort(key=lambda row: row.iso, reverse=True)
    return sorted(rows, key=lambda row: not row.held)


def list_agencies(reader: Reader) -> list[AgencyRow]:
    """List agencies and groups by area (central bodies first), then by name."""
    index = reader.index
    rows = []
    for agency in index.instances(*AGENTS):
        roles = Counter(
            reader.code(role) for a in index.inbound(agency, PIO.assignee) for role in index.iris(a, PIO.assignmentRole)
        )
        leads, coordinates = roles.pop("lead", 0), roles.pop("coordinate", 0)
        link, kind, area = reader.link(agency), kind_of(reader, agency), area_of(reader, agency)
        rows.append(AgencyRow(agency, link, kind, area, leads, coordinates, roles.total()))
    central = str(reader.strings["central"])

    def key(row: AgencyRow) -> tuple[object, ...]:
        return (
            row.area.text != central,
            not row.area.text,
            dictionary_key(row.area.text),
            dictionary_key(row.link.text),
            row.link.path,
        )

    return sorted(rows, key=key)


def place_of(index: Index, node: str) -> Iri | None:
    """Give the area of a body or a document: what the graph says, else the one written in the IRI of a body."""
    slug = node.partition("/id/agent/")[2].split("/")[0]
    area = index.iri(node, PIO.jurisdiction, DCTERMS.spatial)
    return area or (CODE[f"area/{slug}"] if slug and slug != "tw" else None)


def area_of(reader: Reader, agency: str) -> Link:
    """Name the area of an agency, and lead to it; central bodies are called so."""
    slug = agency.partition("/id/agent/")[2].split("/")[0]
    area = place_of(reader.index, agency)
    if slug == "tw":
        return Link(str(reader.strings["central"]), path=reader.path(area) if area else "")
    return reader.link(area) if area and area in reader.index else Link(slug)


def list_tasks(reader: Reader) -> list[TaskRow]:
    """List all tasks: by document (dates first, news last), rows of tables before prose, then as printed."""
    return [reader.once(read_row, task) for task in _in_order(reader, reader.index.instances(PIO.Task))]


def list_targets(reader: Reader) -> list[TargetRow]:
    """List all targets and reported results: by document (dates first, news last), then as printed."""
    nodes = reader.index.instances(PIO.Target, PIO.ReportedResult)
    return [read_target(reader, node) for node in _in_order(reader, nodes)]


def _in_order(reader: Reader, nodes: list[Iri]) -> list[Iri]:
    index = reader.index

    def key(node: Iri) -> tuple[bool, str, str, bool, tuple[str, int], str]:
        document = reader.once(main_document, node) or ""
        date = index.literal(document, PIO.documentDate) or "9999"
        in_prose = not index.values(node, PIO.rowNumber)
        return index.is_a(document, PIO.NewsReport), date, document, in_prose, reader.first_offset(node), node

    return sorted(nodes, key=key)


def list_people(reader: Reader) -> list[tuple[Link, PersonPage]]:
    """List the people who have a page, by name."""
    people = [p for p in reader.index.instances(FOAF.Person) if holds_office_in(reader.index, p)]
    rows = [(reader.link(p), read_person(reader, p)) for p in people]
    return sorted(rows, key=lambda row: (dictionary_key(row[0].text), row[1].iri))


def list_texts(reader: Reader) -> list[tuple[Link, tuple[Link, ...], int]]:
    """List the source texts: name, documents read in it, number of passages."""
    index = reader.index
    rows = []
    for text in index.instances(PIO.SourceText):
        captured = tuple(reader.link(d) for d in index.inbound(text, PIO.capturedIn))
        rows.append((reader.link(text), captured, len(index.inbound(text, OA.hasSource))))
    return sorted(rows, key=lambda row: (dictionary_key(row[0].text), row[0].path))


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A comparison as a line of the list."""

    name: Link
    title: Text | None
    path: str
    places: tuple[Link, ...]
    documents: int


def list_comparisons(reader: Reader) -> list[ComparisonRow]:
    """List the documents that are carried out in several places."""
    index = reader.index
    rows = []
    for head in find_heads(index):
        followers = followers_of(index, head)
        file = comparison_file(page_file("page/" + local_path(head, reader.base_iri)))
        rows.append(
            ComparisonRow(
                name=reader.link(head),
                title=index.text(head, reader.lang, DCTERMS.title),
                path=url(in_language(file, reader.lang)),
                places=tuple(reader.label(place) for place in places_among(index, followers)),
                documents=len(followers),
            )
        )
    return rows
