"""Pages to HTML: what each template is given, in one language."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from kgbuild.config import Settings, resource
from kgbuild.errors import DataError
from kgbuild.namespaces import Iri
from kgbuild.publish import overview
from kgbuild.publish.agencies import read_agency
from kgbuild.publish.chain import head_of_all, root_branch
from kgbuild.publish.documents import read_document
from kgbuild.publish.duties import read_sheet
from kgbuild.publish.examples import read_examples
from kgbuild.publish.faults import faults_of_documents, read_faults
from kgbuild.publish.files import File
from kgbuild.publish.head import head_data
from kgbuild.publish.matrix import count_pairs, draw_pairs, draw_roles, list_pairs
from kgbuild.publish.names import list_names
from kgbuild.publish.parts import Part, Values, find_list, find_moved, take
from kgbuild.publish.paths import (
    LANGUAGES,
    in_language,
    local_path,
    page_file,
    part_file,
    root_of,
    sheet_file,
    url,
    way,
)
from kgbuild.publish.people import read_person
from kgbuild.publish.pictures import draw_cascade
from kgbuild.publish.plan import Page
from kgbuild.publish.tasks import read_task
from kgbuild.publish.templates import environment
from kgbuild.publish.texts import read_text
from kgbuild.publish.things import read_thing
from kgbuild.publish.views import Reader, Strings

READERS: Final[dict[str, Callable[[Reader, str], Any]]] = {
    "task": read_task,
    "person": read_person,
    "thing": read_thing,
}
ROWS: Final[dict[str, Callable[[Reader], Any]]] = {
    "documents": overview.list_documents,
    "tasks": overview.list_tasks,
    "targets": overview.list_targets,
    "people": overview.list_people,
    "agencies": overview.list_agencies,
}


def load_strings(language: str) -> Strings:
    """Read the words of the interface. Raises DataError naming the file when it cannot be read."""
    path = resource("site", "i18n", f"{language}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


class Renderer:
    """Renders pages in one language, holding what all of them share."""

    def __init__(self, reader: Reader, texts: Mapping[str, str], settings: Settings, files: list[File]) -> None:
        self.reader = reader
        self.texts = texts
        self.settings = settings
        self.files = files
        self.faults = faults_of_documents(reader)

    def render(self, page: Page, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
        """Render every part of a page: the name of its file in this language, and its HTML."""
        values = self.values(page)
        template = environment().get_template(f"{page.template}.html.j2")
        frame = {**self._frame(page), "totals": {name: len(find_list(values, name)) for name in parts[0].spans}}
        moved = dict(find_moved(page, values, parts))
        for part in parts:
            yield (
                in_language(part_file(page.file, part.number), self.reader.lang),
                template.render(moved=moved, **frame, **self._place(page, part, parts), **take(values, part)),
            )

    def _frame(self, page: Page) -> Values:
        """Gather what all parts of a page share."""
        base, language = self.settings.base_iri, self.reader.lang
        return {
            "page": page,
            "lang": language,
            "t": self.reader.strings,
            "base": base,
            "settings": self.settings,
            "site_title": self.settings.title_vi if language == "vi" else self.settings.title_en,
            "data_path": "data/" + local_path(page.iri, base) if page.iri else "",
            "head_data": head_data(self.reader.index, page.iri) if page.iri else None,
            "query": quote(f"DESCRIBE <{page.iri}>", safe="") if page.iri else "",
        }

    def _place(self, page: Page, part: Part, parts: Sequence[Part]) -> Values:
        """Tell a part where it stands: its addresses, its neighbours, and on which part each list begins."""
        language = self.reader.lang
        files = [in_language(part_file(page.file, other.number), language) for other in parts]
        file = files[part.number - 1]
        # A missing page is answered from any folder, so only there the way starts at the server's root.
        root = "/" if page.template == "404" else root_of(file)
        first = {name: next((p.number for p in parts if p.shows(name)), 0) for name in part.spans}
        return {
            "part": part,
            "root": root,
            "way": partial(way, file) if root != "/" else "/".__add__,
            "canonical": self.settings.base_iri + quote(file),
            "twins": {code: in_language(part_file(page.file, part.number), code) for code in LANGUAGES},
            "ways": [root + url(name) for name in files],
            "begins": {name: "" if at in (0, part.number) else root + url(files[at - 1]) for name, at in first.items()},
        }

    def values(self, page: Page) -> Values:
        """Gather what the page of one thing shows, or a page over many things."""
        return self._of_node(page.template, page.iri) if page.iri else self._of_list(page.template)

    def _of_node(self, template: str, iri: Iri) -> Values:
        if template == "document":
            return {"it": read_document(self.reader, iri), "faults": self.faults.get(iri, [])}
        if template == "agency":
            sheet = sheet_file(page_file("page/" + local_path(iri, self.reader.base_iri)))
            listed = sheet in self.reader.places.files
            return {"it": read_agency(self.reader, iri), "sheet": self._url(sheet) if listed else ""}
        if template == "duties":
            name = local_path(iri, self.reader.base_iri).rpartition("/")[2]
            suffix = "" if self.reader.lang == "vi" else f".{self.reader.lang}"
            return {
                "it": read_sheet(self.reader, iri),
                "agency_path": self.reader.path(iri),
                "sheet_name": name + suffix,
            }
        if template == "text":
            return {"it": read_text(self.reader, iri, self.texts)}
        return {"it": READERS[template](self.reader, iri)}

    def _url(self, file: str) -> str:
        return url(in_language(file, self.reader.lang))

    def _of_list(self, name: str) -> Values:
        reader = self.reader
        if name in ROWS:
            return {"rows": ROWS[name](reader)}
        match name:
            case "index":
                head = head_of_all(reader)
                drawing = draw_cascade(root_branch(reader, head)) if head else None
                return {"figures": overview.figures(reader.index), "drawing": drawing}
            case "quality":
                return {"it": read_faults(reader)}
            case "dataset":
                return {"files": self.files, "texts": overview.list_texts(reader)}
            case "work":
                tasks = overview.list_tasks(reader)
                pairs = count_pairs(tasks)
                drawings = {"roles": draw_roles(reader, tasks), "pairs": draw_pairs(reader, pairs)}
                return {**drawings, "rows": list_pairs(reader, pairs)}
            case "search":
                items = list_names(reader)
                return {"items": items, "letters": [name for name in items if name.anchor]}
            case "sparql":
                return {"examples": read_examples(reader.lang)}
            case _:
                return {}
