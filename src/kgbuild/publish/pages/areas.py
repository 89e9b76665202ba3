"""Areas: what the corpus holds of each province and of the centre, its documents and its bodies."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kgbuild.language import dictionary_key
from kgbuild.namespaces import CODE, PIO, Iri
from kgbuild.publish.index import Index, Text
from kgbuild.publish.pages.agencies import AGENTS
from kgbuild.publish.pages.overview import AgencyRow, DocumentRow, list_agencies, list_documents, place_of
from kgbuild.publish.paths import AREAS, in_language, list_file, url
from kgbuild.publish.views import Link, Reader


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area as a line of the list: what it has, and how many tasks its documents give out."""

    link: Link
    documents: int
    held: int
    agencies: int
    tasks: int


@dataclass(frozen=True, slots=True)
class AreaPage:
    """An area: its name, the way to its code in the list of areas, its documents and its bodies."""

    iri: str
    name: Text
    code: str
    documents: tuple[DocumentRow, ...]
    agencies: tuple[AgencyRow, ...]


def areas_of(index: Index) -> list[Iri]:
    """List the areas that a document or a body of the corpus belongs to."""
    nodes = [*index.instances(PIO.PolicyDocument), *index.instances(*AGENTS)]
    found = {area for node in nodes if (area := place_of(index, node)) and area in CODE and area in index}
    return sorted(found)


def list_areas(reader: Reader) -> list[AreaRow]:
    """List the areas, those with most documents first."""
    rows = [_row(reader, area) for area in areas_of(reader.index)]
    return sorted(rows, key=lambda row: (-row.documents, -row.agencies, dictionary_key(row.link.text)))


def read_area(reader: Reader, area: str) -> AreaPage:
    """Read the page of an area."""
    documents, agencies = reader.once(_by_area, "")
    return AreaPage(
        iri=area,
        name=reader.called(area),
        code=_code_path(reader, area),
        documents=tuple(documents.get(area, ())),
        agencies=tuple(agencies.get(area, ())),
    )


def _code_path(reader: Reader, area: str) -> str:
    file, slug = list_file("area"), area.removeprefix(AREAS.base)
    return url(in_language(reader.places.moved.get((file, slug), file), reader.lang), slug)


def _row(reader: Reader, area: Iri) -> AreaRow:
    page = read_area(reader, area)
    return AreaRow(
        link=reader.link(area),
        documents=len(page.documents),
        held=sum(row.held for row in page.documents),
        agencies=len(page.agencies),
        tasks=sum(row.tasks for row in page.documents),
    )


def _by_area(reader: Reader, _all: str) -> tuple[Mapping[str, list[DocumentRow]], Mapping[str, list[AgencyRow]]]:
    """Group the lines of all documents and all bodies by area, once for all pages."""
    documents: dict[str, list[DocumentRow]] = defaultdict(list)
    agencies: dict[str, list[AgencyRow]] = defaultdict(list)
    for document in list_documents(reader):
        if area := place_of(reader.index, document.iri):
            documents[area].append(document)
    for agency in list_agencies(reader):
        if area := place_of(reader.index, agency.iri):
            agencies[area].append(agency)
    return documents, agencies
