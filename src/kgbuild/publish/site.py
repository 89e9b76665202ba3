"""The static site: every page in Vietnamese and English, and the data of each, from the graph and the texts."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from kgbuild.config import Settings, resource
from kgbuild.publish.data import write_data
from kgbuild.publish.files import link_files, list_files
from kgbuild.publish.index import Index
from kgbuild.publish.paths import LANGUAGES, in_language
from kgbuild.publish.plan import plan_pages, sitemap
from kgbuild.publish.render import Renderer, load_strings
from kgbuild.publish.views import Reader
from kgbuild.store import Store


def render_site(store: Store, texts: Mapping[str, str], settings: Settings, out: Path) -> int:
    """Write the whole site into `out/site` and return the number of pages.

    *texts* holds the text of each source as read, by its SHA-256. What `out/site` held before is removed; the
    files of `out/dumps`, where there are any, are linked into it, so that the folder can be served by itself.
    """
    index = Index.read(store)
    site = out / "site"
    if site.exists():
        shutil.rmtree(site)
    shutil.copytree(resource("site", "static"), site / "static")
    files = list_files(out / "dumps")
    link_files(out / "dumps", site / "dumps", files)
    pages = plan_pages(index, settings.base_iri)
    exists = frozenset(page.file for page in pages)
    for language in LANGUAGES:
        reader = Reader(index, settings.base_iri, exists.__contains__, language, load_strings(language))
        renderer = Renderer(reader, texts, settings, files)
        for page in pages:
            _write(site / in_language(page.file, language), renderer.render(page))
    write_data(store, (page.iri for page in pages if page.iri), settings.base_iri, site / "data")
    _write(site / "sitemap.xml", sitemap(pages, settings.base_iri))
    _write(site / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.base_iri}sitemap.xml\n")
    return len(pages) * len(LANGUAGES)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
