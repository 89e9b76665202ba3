"""Pages to HTML, each in its parts, in one language."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from kgbuild.config import Settings
from kgbuild.publish.contents import Contents
from kgbuild.publish.dataset.changes import feed_name
from kgbuild.publish.dataset.citation import schema_org
from kgbuild.publish.head import head_data
from kgbuild.publish.parts import Part, Values, find_list, find_moved, take
from kgbuild.publish.paths import LANGUAGES, in_language, local_path, part_file, root_of, url, way
from kgbuild.publish.plan import Page
from kgbuild.publish.rows import rows_name
from kgbuild.publish.templates import environment
from kgbuild.publish.wrong import report

# Texts are shown as they were read; these characters HTML forbids, and a blank keeps the places of all others.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


class Renderer:
    """Renders pages in one language, holding what all of them share."""

    def __init__(self, contents: Contents, settings: Settings) -> None:
        self.contents = contents
        self.reader = contents.reader
        self.settings = settings

    def render(self, page: Page, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
        """Render every part of a page: the name of its file in this language, and its HTML."""
        values = self.contents.read(page)
        template = environment().get_template(f"{page.template}.html.j2")
        frame = {**self._frame(page), "totals": {name: len(find_list(values, name)) for name in parts[0].spans}}
        moved = dict(find_moved(page, values, parts))
        for part in parts:
            html = template.render(moved=moved, **frame, **self._place(page, part, parts), **take(values, part))
            yield in_language(part_file(page.file, part.number), self.reader.lang), _FORBIDDEN.sub(" ", html)

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
            "data_path": f"data/{path}" if (path := local_path(page.iri or "", base)) else "",
            "head_data": self._head(page),
            "report": partial(report, self.settings, self.reader.strings),
            "feed": feed_name(language),
            "has_feed": bool(self.contents.history),
            "query": quote(f"DESCRIBE <{page.iri}>", safe="") if page.iri else "",
        }

    def _head(self, page: Page) -> Markup | None:
        """Say in the head, for machines, what a page is about."""
        if page.template == "dataset":
            return schema_org(self.settings, self.reader.lang, self.contents.files, self.contents.history)
        return head_data(self.reader.index, page.iri) if page.iri else None

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
            "rows_of": [rows_name(name) for name in files],
            "begins": {name: "" if at in (0, part.number) else root + url(files[at - 1]) for name, at in first.items()},
        }
