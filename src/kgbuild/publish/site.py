"""The static site: every page in Vietnamese and English, and the data of each, from the graph and the texts."""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from kgbuild.config import Settings, resource
from kgbuild.namespaces import PREFIXES, Iri
from kgbuild.publish.beside import run_beside
from kgbuild.publish.contents import Contents
from kgbuild.publish.data import write_data
from kgbuild.publish.dataset.catalog import VOID_FILE
from kgbuild.publish.dataset.changes import read_history
from kgbuild.publish.dataset.files import link_files, list_files
from kgbuild.publish.entries import list_entries
from kgbuild.publish.index import Index
from kgbuild.publish.pages.duties import Sheet, read_sheet
from kgbuild.publish.pages.explore import write_network
from kgbuild.publish.pages.fault_changes import load_fault_changes
from kgbuild.publish.pages.handouts import write_calendar, write_table
from kgbuild.publish.parts import lay_out
from kgbuild.publish.paths import LANGUAGES, Places, in_language, local_path
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.render import Renderer
from kgbuild.publish.rows import rows_name, rows_script
from kgbuild.publish.search import write_search
from kgbuild.publish.sitemap import sitemaps
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader
from kgbuild.store import Store, turtle

ICON = "favicon.ico"
"""The mark of the site as browsers look for it, unasked, at the root: beside an answer that is no page of ours."""


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
    shutil.move(site / "static" / ICON, site / ICON)
    files = list_files(out / "dumps")
    link_files(out / "dumps", site / "dumps", files)
    history = read_history(out / "dumps")
    moved = load_fault_changes(out / "report" / "changes.json")
    pages = plan_pages(index, settings.base_iri)
    plan = Places(settings.base_iri, frozenset(page.file for page in pages))
    first = Contents(Reader(index, plan, "vi", load_strings("vi")), texts, files, history, moved)
    parts, places = lay_out(pages, first.read, settings.base_iri)
    readers = {code: Reader(index, places, code, load_strings(code)) for code in LANGUAGES}

    def write_pages(reader: Reader) -> None:
        renderer = Renderer(Contents(reader, texts, files, history, moved), settings)
        for page in pages:
            for file, html in renderer.render(page, parts[page.file]):
                _write(site / file, html)
                if (script := rows_script(file, html)) is not None:
                    _write(site / "rows" / f"{rows_name(file)}.js", script)

    run_beside([partial(write_pages, reader) for reader in readers.values()], settings.workers)
    for code, reader in readers.items():
        _write(site / "explore" / f"network.{code}.js", write_network(reader))
    for page in pages:
        if page.template == "duties" and page.iri:
            for code, reader in readers.items():
                _write_sheet(site / in_language(page.file, code), read_sheet(reader, page.iri), reader)
    write_search(list_entries(pages, readers), site / "search")
    entities = sorted({page.iri for page in pages if page.iri and local_path(page.iri, settings.base_iri)})
    write_data(store, entities, settings.base_iri, site / "data")
    _copy_vocabulary(site / "ontology")
    _write_report(store, settings.base_iri, out / "report" / "report.json", site / "report")
    _copy_void(out / "dumps" / VOID_FILE, site / ".well-known" / "void")
    for name, text in sitemaps(places.files, settings.base_iri):
        _write(site / name, text)
    _write(site / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.base_iri}sitemap.xml\n")
    return len(places.files) * len(LANGUAGES)


def _write_report(store: Store, base: str, source: Path, folder: Path) -> None:
    """Put the report of the shapes beside its page: SHACL as Turtle, and the JSON of the build."""
    folder.mkdir()
    quads = store.quads(graph=Iri(base + "graph/report"))
    (folder / "report.ttl").write_bytes(turtle(quads, PREFIXES))
    if source.is_file():
        shutil.copyfile(source, folder / "report.json")


def _copy_void(source: Path, target: Path) -> None:
    """Put the description of the dataset where the W3C's note on VoID has it looked for."""
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _copy_vocabulary(folder: Path) -> None:
    """Put the ontology, the code lists and the shapes beside their pages, as they were written."""
    source = resource("ontology")
    copies = {file: folder / file.name for file in (source / "pio.ttl", source / "alignments.ttl")}
    copies |= {file: folder / "codelists" / file.name for file in (source / "codelists").glob("*.ttl")}
    copies |= {file: folder / "shapes" / file.name for file in resource("shapes").glob("*.ttl")}
    for file, target in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _write_sheet(page: Path, sheet: Sheet, reader: Reader) -> None:
    page.with_suffix(".csv").write_bytes(write_table(sheet, reader))
    if sheet.has_calendar:
        page.with_suffix(".ics").write_bytes(write_calendar(sheet, reader))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
