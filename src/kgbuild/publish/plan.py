"""Which pages the site has: the fixed ones, and one for each thing of the graph that deserves its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgbuild.namespaces import CODE, FOAF, PIO, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.agencies import AGENTS
from kgbuild.publish.pages.areas import areas_of
from kgbuild.publish.pages.compare import find_heads
from kgbuild.publish.pages.people import holds_office_in
from kgbuild.publish.pages.things import THINGS
from kgbuild.publish.pages.vocabulary import code_lists
from kgbuild.publish.paths import (
    area_file,
    comparison_file,
    list_file,
    local_path,
    page_file,
    sheet_file,
)

# The pages over many things: those of the menu, and those that other pages lead to.
MENU: Final = (
    "documents", "tasks", "agencies", "targets", "compare", "people", "quality", "dataset", "sparql", "about",
)  # fmt: skip
LISTS: Final = ("index", *MENU, "things", "areas", "work", "explore", "wanted", "ontology", "shapes", "search")
LOST: Final = "404.html"  # what a server shows where there is no page
SECTIONS: Final = {
    "document": "documents",
    "task": "tasks",
    "agency": "agencies",
    "person": "people",
    "text": "dataset",
    "ontology": "dataset",
    "shapes": "quality",
    "work": "agencies",
    "wanted": "documents",
    "areas": "documents",
    "area": "documents",
    "things": "documents",
    "thing": "documents",
    "explore": "documents",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write: its template, its Vietnamese file name, what it is about, and its section of the menu."""

    template: str
    file: str
    section: str
    iri: Iri | None = None


def list_nodes(index: Index) -> dict[str, list[Iri]]:
    """List the things that deserve a page, by its template."""
    return {
        "document": index.instances(PIO.PolicyDocument, PIO.NewsReport),
        "task": index.instances(PIO.Task),
        "agency": index.instances(*AGENTS),
        "person": [person for person in index.instances(FOAF.Person) if holds_office_in(index, person)],
        "text": index.instances(PIO.SourceText),
        "thing": index.instances(*THINGS),
    }


def plan_pages(index: Index, base_iri: str) -> list[Page]:
    """List every page of the site: the fixed ones, then one for each thing of the graph that has a page."""
    pages = [Page(name, page_file(name), SECTIONS.get(name, name)) for name in LISTS]
    pages.append(Page("404", LOST, ""))
    taken: set[str] = set()
    for template, found in list_nodes(index).items():
        for iri in found:
            path = local_path(iri, base_iri)
            file = page_file(f"page/{path}")
            if path and ".." not in path.split("/") and file not in taken:
                taken.add(file)
                pages.append(Page(template, file, SECTIONS.get(template, ""), iri))
    pages += [Page("area", area_file(area), "documents", area) for area in areas_of(index)]
    lists = code_lists(index)
    pages += [Page("codelist", list_file(scheme.removeprefix(CODE.base)), "dataset", scheme) for scheme in lists]
    own = {page.iri: page.file for page in pages}
    compared = [(head, own[head]) for head in find_heads(index) if head in own]
    pages += [Page("comparison", comparison_file(file), "compare", head) for head, file in compared]
    return [*pages, *_sheets(index, pages)]


def _sheets(index: Index, pages: list[Page]) -> Iterator[Page]:
    """Give every agency with an assignment a sheet of its duties."""
    for page in pages:
        if page.template == "agency" and page.iri and index.inbound(page.iri, PIO.assignee):
            yield Page("duties", sheet_file(page.file), "agencies", page.iri)
