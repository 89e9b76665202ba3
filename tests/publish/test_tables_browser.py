"""Tables in a real browser: filtered over all their pages, sorted, taken home as CSV, the state kept in the address."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import sample

from kgbuild.config import Settings
from kgbuild.model import Literal
from kgbuild.namespaces import DCTERMS, PIO, RDF, XSD, Iri
from kgbuild.publish import parts
from kgbuild.publish.site import render_site
from kgbuild.store import Store, serialise

pytestmark = pytest.mark.browser
MANY = 60


def long_store() -> Store:
    """Make the sample graph with many more tasks and documents, one of them named like a formula."""
    g = sample.Sample()
    for number in range(MANY):
        document = Iri(f"{sample.BASE}id/doc/gia-lai/ubnd/ke-hoach/2020/{number}")
        g.add(document, {RDF.type: [PIO.PolicyDocument, PIO.Plan], PIO.symbol: f"{number}/KH-UBND"})
        g.add(document, {PIO.documentDate: Literal(f"{2000 + number % 20}-01-02", XSD.date)})
        task = Iri(f"{document}/task/1")
        title = "=cmd|' /C calc'!A0" if number == 7 else f"Xây đường số {number}"
        g.add(task, {RDF.type: PIO.Task, DCTERMS.title: sample.vi(title), PIO.rowNumber: "1"})
        g.add(document, {PIO.setsOut: task})
    store = sample.sample_store()
    store.load(serialise(g.statements))
    return store


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose lists run over several pages."""
    out = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "ROOM", 12_000)
        render_site(long_store(), {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), out)
    return out / "site"


@pytest.fixture
def page(browser) -> Iterator[object]:
    """A page that must not complain."""
    page = browser.new_page(accept_downloads=True)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    assert not errors
    page.close()


def open_page(page, site: Path, name: str, asked: str = "") -> None:
    """Open a page and wait until its table is dressed."""
    page.goto((site / name).as_uri() + asked)
    page.wait_for_selector("table[data-ready]")


def shown(page) -> list[str]:
    """List the names in the rows that are shown."""
    return page.locator("tbody td.main a:not(.w)").all_inner_texts()


def test_a_table_is_filtered_over_all_its_pages(page, site: Path) -> None:
    assert (site / "tasks_3.html").is_file()
    open_page(page, site, "tasks_2.html")
    before = shown(page)
    page.locator(".filter input").fill("duong 5/kh")
    page.wait_for_function("document.querySelector('.filter output').textContent.includes('64')")
    assert page.locator(".filter output").inner_text() == f"6 trên {MANY + 4}"
    assert sorted(shown(page)) == sorted(f"Xây đường số {n}" for n in range(5, MANY, 10))
    assert page.locator(".pager").is_hidden()
    assert page.evaluate("location.search") == "?q=duong+5%2Fkh"
    page.get_by_role("button", name="Bỏ lọc").click()
    assert shown(page) == before
    assert page.locator(".pager").is_visible()
    assert page.evaluate("location.search") == ""


def test_the_address_brings_the_state_back(page, site: Path) -> None:
    open_page(page, site, "documents.en.html", "?c3=2003&sort=-0")
    page.wait_for_function("document.querySelector('.filter output').textContent.includes('3 of')")
    assert shown(page) == ["Plan 43/KH-UBND", "Plan 3/KH-UBND", "Plan 23/KH-UBND"]
    assert page.get_by_label("Year").input_value() == "2003"
    assert page.locator("th[aria-sort=descending]").count() == 1


def test_a_column_is_chosen_from_its_values(page, site: Path) -> None:
    open_page(page, site, "documents.html")
    page.get_by_text("Lọc theo cột").click()
    page.get_by_label("Cơ quan ban hành").select_option("Thành ủy Hà Nội")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    assert shown(page) == ["Chương trình hành động 22-CTr/TU"]
    assert "c2=Th" in page.evaluate("location.search")


def test_a_year_between_start_and_end_is_found(page, site: Path) -> None:
    open_page(page, site, "tasks.en.html", "?c5=2017")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    assert shown(page) == ["Tổ chức học tập, quán triệt và nâng cao nhận thức."]


def test_sorting_by_number_and_by_keyboard(page, site: Path) -> None:
    open_page(page, site, "documents.html")
    page.locator("thead button").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("th[aria-sort=ascending]")
    page.keyboard.press("Enter")
    page.wait_for_selector("th[aria-sort=descending]")
    dates = page.locator("tbody td[data-sort]").evaluate_all("cells => cells.map(c => c.dataset.sort)")
    dates = [date for date in dates if date]
    assert len(dates) == MANY + 3
    assert dates == sorted(dates, reverse=True)
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"


def test_what_is_seen_is_taken_home_disarmed(page, site: Path) -> None:
    open_page(page, site, "tasks.html", "?sort=1")
    page.wait_for_selector("th[aria-sort]")
    page.locator(".filter input").fill("2007")
    page.locator(".filter input").fill("cmd")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Tải CSV").click()
    assert taken.value.suggested_filename == "tasks.csv"
    data = Path(taken.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head[:3] == ["STT", "Nhiệm vụ", "Chủ trì"]
    assert row[1] == "'=cmd|' /C calc'!A0"
    assert row[-1] == f"{sample.BASE}page/doc/gia-lai/ubnd/ke-hoach/2020/7/task/1.html"


def test_all_rows_are_taken_home_when_nothing_is_filtered(page, site: Path) -> None:
    open_page(page, site, "tasks_2.en.html")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the rows").click()
    rows = list(csv.reader(io.StringIO(Path(taken.value.path()).read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 1 + MANY + 4


def test_every_row_is_reached_without_javascript(browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "tasks.html").as_uri())
    seen = shown(page)
    while page.locator(".pager a[rel=next]").count():
        page.locator(".pager a[rel=next]").click()
        seen += shown(page)
    assert len(seen) == MANY + 4
    assert len(set(seen)) == MANY + 4
    context.close()
