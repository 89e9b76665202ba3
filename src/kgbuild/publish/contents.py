"""What each kind of page is given to show, in one language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from kgbuild.config import resource
from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.dataset.accuracy import beside, load_figures
from kgbuild.publish.dataset.changes import Change
from kgbuild.publish.dataset.files import File
from kgbuild.publish.dataset.tables import load_tables
from kgbuild.publish.pages import overview
from kgbuild.publish.pages.agencies import read_agency
from kgbuild.publish.pages.areas import list_areas, read_area
from kgbuild.publish.pages.chain import head_of_all, root_branch
from kgbuild.publish.pages.compare import read_comparison
from kgbuild.publish.pages.defaults import fit
from kgbuild.publish.pages.documents import read_document
from kgbuild.publish.pages.downloads import sort_files
from kgbuild.publish.pages.duties import read_sheet
from kgbuild.publish.pages.examples import read_examples
from kgbuild.publish.pages.explore import read_network
from kgbuild.publish.pages.fault_changes import FaultChanges, read_moved
from kgbuild.publish.pages.faults import faults_of_documents, read_faults
from kgbuild.publish.pages.matrix import count_pairs, draw_pairs, draw_roles, list_pairs
from kgbuild.publish.pages.names import list_names
from kgbuild.publish.pages.people import read_person
from kgbuild.publish.pages.pictures import draw_cascade
from kgbuild.publish.pages.rules import list_rules
from kgbuild.publish.pages.tasks import read_task
from kgbuild.publish.pages.texts import read_text
from kgbuild.publish.pages.things import list_things, read_thing
from kgbuild.publish.pages.vocabulary import read_code_list, read_vocabulary
from kgbuild.publish.pages.wanted import list_wanted, load_sources, sources_of
from kgbuild.publish.parts import LONG, Values
from kgbuild.publish.paths import comparison_file, in_language, local_path, page_file, sheet_file, url
from kgbuild.publish.plan import Page
from kgbuild.publish.views import Link, Reader

SHOWN_CHANGES: Final = 10
# Pages about one thing that need no more than it.
READERS: Final[Mapping[str, Callable[[Reader, str], Any]]] = {
    "area": read_area,
    "codelist": read_code_list,
    "comparison": read_comparison,
    "person": read_person,
    "task": read_task,
    "thing": read_thing,
}
# Pages over many things that need no more than a list.
ROWS: Final[Mapping[str, Callable[[Reader], Any]]] = {
    "agencies": overview.list_agencies,
    "areas": list_areas,
    "compare": overview.list_comparisons,
    "documents": overview.list_documents,
    "people": overview.list_people,
    "shapes": list_rules,
    "things": list_things,
    "targets": overview.list_targets,
    "tasks": overview.list_tasks,
}


class Contents:
    """Gathers what pages show, in the language of its reader."""

    def __init__(
        self,
        reader: Reader,
        texts: Mapping[str, str],
        files: list[File],
        history: Sequence[Change] = (),
        moved: FaultChanges | None = None,
    ) -> None:
        self.reader = reader
        self.texts = texts
        self.files = files
        self.history = history
        self.moved = moved or FaultChanges()
        self.faults = faults_of_documents(reader)
        self.sources = load_sources(resource("data", "wanted.toml"))
        self.measured = load_figures(resource("data", "gold", "figures.csv"))

    def read(self, page: Page) -> Values:
        """Gather what the page of one thing shows, or a page over many things."""
        if page.iri:
            return self._of_node(page.template, page.iri)
        return {"rows": ROWS[page.template](self.reader)} if page.template in ROWS else self._of_list(page.template)

    def _of_node(self, template: str, iri: Iri) -> Values:
        reader = self.reader
        match template:
            case "document":
                compared = self._beside(iri, comparison_file)
                symbol = reader.index.literal(iri, PIO.symbol)
                sources = sources_of(self.sources, iri, reader.base_iri, symbol)
                faults = self.faults.get(iri, [])
                return {"it": read_document(reader, iri), "faults": faults, "compared": compared, "sources": sources}
            case "agency":
                return {"it": read_agency(reader, iri), "sheet": self._beside(iri, sheet_file)}
            case "duties":
                name = url(self._beside(iri, sheet_file).rpartition("/")[2].removesuffix(".html"))
                return {"it": read_sheet(reader, iri), "agency_path": reader.path(iri), "sheet_name": name}
            case "text":
                return {"it": read_text(reader, iri, self.texts)}
            case _:
                return {"it": READERS[template](reader, iri)}

    def _of_list(self, name: str) -> Values:
        reader = self.reader
        match name:
            case "index":
                head = head_of_all(reader)
                drawing = draw_cascade(root_branch(reader, head)) if head else None
                counted = overview.figures(reader.index)
                return {"figures": counted, "drawing": drawing, "accuracy": beside(self.measured)}
            case "quality":
                moved = {name: read_moved(reader, getattr(self.moved, name)) for name in ("new", "gone")}
                return {
                    "it": read_faults(reader),
                    "measured": self.measured,
                    "since": moved,
                    "reported": self.moved.reported,
                }
            case "dataset":
                found = sort_files(self.files, load_tables(), reader.lang, reader.strings["dataset"]["about"])
                held = {"texts": overview.list_texts(reader), "history": list(self._changes())}
                return {"files": found, "accuracy": beside(self.measured), **held}
            case "work":
                tasks = overview.list_tasks(reader)
                pairs = count_pairs(tasks)
                drawings = {"roles": draw_roles(reader, tasks), "pairs": draw_pairs(reader, pairs)}
                return {**drawings, "rows": list_pairs(reader, pairs)}
            case "explore":
                return {"network": read_network(reader)}
            case "ontology":
                it = read_vocabulary(reader)
                terms = {name: [(term.local, term.labels) for term in getattr(it, name)] for name in LONG["ontology"]}
                return {"it": it, "every": terms}
            case "wanted":
                return {"rows": list_wanted(reader, self.sources)}
            case "search":
                items = list_names(reader)
                return {"items": items, "letters": [name for name in items if name.anchor]}
            case "sparql":
                return {"examples": [fit(reader, example) for example in read_examples(reader.lang)]}
            case _:
                return {}

    def _changes(self) -> Iterator[tuple[Change, list[Link]]]:
        """Give the latest changes with the documents that came and still have a page."""
        for change in self.history[:SHOWN_CHANGES]:
            yield change, [self.reader.link(iri) for iri in change.documents if self.reader.path(iri)]

    def _beside(self, iri: Iri, name: Callable[[str], str]) -> str:
        """Give the way to a page that goes with that of a node; empty when there is none."""
        file = name(page_file("page/" + local_path(iri, self.reader.base_iri)))
        return url(in_language(file, self.reader.lang)) if file in self.reader.places.files else ""
