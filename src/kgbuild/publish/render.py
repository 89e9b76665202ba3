"""Pages to HTML: what each template is given, in one language."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from kgbuild.config import Settings, resource
from kgbuild.errors import DataError
from kgbuild.namespaces import Iri
from kgbuild.publish import overview
from kgbuild.publish.agencies import read_agency
from kgbuild.publish.chain import head_of_all, root_branch
from kgbuild.publish.documents import read_document
from kgbuild.publish.examples import read_examples
from kgbuild.publish.faults import faults_of_documents, read_faults
from kgbuild.publish.files import File
from kgbuild.publish.formats import write_number
from kgbuild.publish.head import head_data
from kgbuild.publish.paths import LANGUAGES, in_language, local_path, root_of
from kgbuild.publish.people import read_person
from kgbuild.publish.pictures import draw_cascade
from kgbuild.publish.plan import LISTS, Page
from kgbuild.publish.tasks import read_task
from kgbuild.publish.texts import read_text
from kgbuild.publish.things import read_thing
from kgbuild.publish.views import Reader, Strings, shorten

READERS: Final[dict[str, Callable[[Reader, str], Any]]] = {
    "task": read_task,
    "agency": read_agency,
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
        self.templates = _environment()

    def render(self, page: Page) -> str:
        """Render one page to HTML."""
        base, language = self.settings.base_iri, self.reader.lang
        file = in_language(page.file, language)
        return self.templates.get_template(f"{page.template}.html.j2").render(
            page=page,
            lang=language,
            t=self.reader.strings,
            # A missing page is answered from any folder, so only here the way starts at the server's root.
            root="/" if page.template == "404" else root_of(file),
            base=base,
            settings=self.settings,
            site_title=self.settings.title_vi if language == "vi" else self.settings.title_en,
            canonical=base + quote(file),
            twins={code: in_language(page.file, code) for code in LANGUAGES},
            data_path="data/" + local_path(page.iri, base) if page.iri else "",
            head_data=head_data(self.reader.index, page.iri) if page.iri else None,
            query=quote(f"DESCRIBE <{page.iri}>", safe="") if page.iri else "",
            **(self.node_values(page.template, page.iri) if page.iri else self.list_values(page.template)),
        )

    def node_values(self, template: str, iri: Iri) -> dict[str, Any]:
        """Gather what the page of one thing shows."""
        if template == "document":
            return {"it": read_document(self.reader, iri), "faults": self.faults.get(iri, [])}
        if template == "text":
            return {"it": read_text(self.reader, iri, self.texts)}
        return {"it": READERS[template](self.reader, iri)}

    def list_values(self, name: str) -> dict[str, Any]:
        """Gather what a page over many things shows."""
        reader = self.reader
        if name in ROWS:
            return {"rows": ROWS[name](reader)}
        match name:
            case "index":
                head = head_of_all(reader)
                drawing = draw_cascade(root_branch(reader, head)) if head else None
                return {"figures": overview.figures(reader.index), "drawing": drawing}
            case "quality":
                return {"report": read_faults(reader)}
            case "dataset":
                return {"files": self.files, "texts": overview.list_texts(reader)}
            case "sparql":
                return {"examples": read_examples(reader.lang)}
            case _:
                return {}


@cache
def _environment() -> Environment:
    """Compile the templates once for both languages; what depends on the language comes with the context."""
    environment = Environment(
        loader=FileSystemLoader(resource("site", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(sections=LISTS[1:], counted=_counted)
    environment.filters.update(number=_number, size=_size, shorten=shorten)
    return environment


@pass_context
def _number(context: Context, value: str | int) -> str:
    """Write a number in the manner of the language."""
    return write_number(value, context["lang"])


@pass_context
def _counted(context: Context, number: int, word: str) -> str:
    """Write a number with its noun."""
    return f"{write_number(number, context['lang'])} {context['t']['count'][word]['one' if number == 1 else 'many']}"


@pass_context
def _size(context: Context, count: int) -> str:
    """Write a number of bytes as a reader thinks of it."""
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if count >= scale:
            return f"{write_number(f'{count / scale:.1f}', context['lang'])} {unit}"
    return f"{count} B"
