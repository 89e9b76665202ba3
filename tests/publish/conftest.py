"""One rendered sample site, shared by the tests of publishing."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgbuild.config import Settings
from kgbuild.publish.index import Index
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.site import render_site
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader

sys.path.insert(0, str(Path(__file__).parent))
import full
import sample


@pytest.fixture(scope="session")
def index() -> Index:
    """The sample graph in memory."""
    return Index.read(sample.sample_store())


@pytest.fixture(scope="session")
def readers(index: Index) -> dict[str, Reader]:
    """A reader for each language."""
    places = Places(sample.BASE, frozenset(page.file for page in plan_pages(index, sample.BASE)))
    return {code: Reader(index, places, code, load_strings(code)) for code in ("vi", "en")}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, rendered, with one file to download."""
    out = tmp_path_factory.mktemp("build")
    (out / "dumps").mkdir()
    (out / "dumps" / "kgbuild.nq.gz").write_bytes(b"0123456789")
    (out / "dumps" / "void.ttl").write_text("# VoID\n", encoding="utf-8")
    render_site(sample.sample_store(), {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), out)
    return out / "site"


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the full graph, with a file to download."""
    out = tmp_path_factory.mktemp("full")
    (out / "dumps").mkdir()
    (out / "dumps" / "kgbuild.nq.gz").write_bytes(b"0123456789")
    render_site(full.full_store(), {sample.SHA: sample.TEXT}, full.SETTINGS, out)
    return out / "site"


@pytest.fixture(scope="session")
def page_types(full_site: Path) -> dict[str, str]:
    """One page of each type, the fullest one: its template, and its file in Vietnamese without `.html`."""
    found: dict[str, str] = {}
    for page in plan_pages(Index.read(full.full_store()), sample.BASE):
        file = page.file.removesuffix(".html")
        size = (full_site / page.file).stat().st_size
        if page.template not in found or size > (full_site / f"{found[page.template]}.html").stat().st_size:
            found[page.template] = file
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-quic"])
        yield running
        running.close()
