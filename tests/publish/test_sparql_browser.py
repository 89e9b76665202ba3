"""The query page in a browser, served: the plain form, the examples, and the big editor that asks nobody else."""

from collections.abc import Callable
from pathlib import Path

import full
import pytest
from fastapi import FastAPI

from kgbuild.api import create_app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(full_site: Path, serve: Callable[[FastAPI], str]) -> str:
    """A running service of the full site."""
    return serve(create_app(full.full_store(), full.SETTINGS, full_site))


def test_the_form_shows_its_answer_on_the_page(browser, address: str) -> None:
    page = browser.new_page()
    query = "SELECT ?s { ?s a pio:Task } LIMIT 3"
    page.goto(f"{address}/sparql.en.html?query={query.replace('?', '%3F')}")
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_selector("#answer table")
    assert page.locator("#answer .count").inner_text() == "3 rows"
    assert page.locator("#answer tbody a").first.get_attribute("href").startswith("id/doc/")
    page.locator("#ask textarea").fill("SELECT nonsense")
    page.get_by_role("button", name="Run", exact=True).click()
    page.wait_for_selector("#answer pre")
    assert "400" in page.locator("#answer pre").inner_text()
    page.close()


def test_the_form_and_the_examples_work_without_javascript(browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/sparql.html")
    assert page.locator("#editor").is_hidden()
    page.locator("#format").select_option("xml")
    page.locator("#ask textarea").fill("ASK { ?task a pio:Task }")
    with page.expect_response("**/sparql") as answered:
        page.locator("#ask button[type=submit]").click()
    assert answered.value.status == 200
    assert answered.value.headers["content-type"].startswith("application/sparql-results+xml")
    page.goto(f"{address}/sparql.html")
    example = page.locator("details.example").first
    example.locator("summary").click()
    with page.expect_download() as taken:
        example.locator("button").click()
    assert "," in Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()[0]
    context.close()


def test_the_big_editor_speaks_to_our_endpoint_only(browser, address: str) -> None:
    page = browser.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/sparql.html")
    assert not [url for url in asked if "yasgui" in url], "nobody pays for it unasked"
    page.get_by_role("button", name="YASGUI").click()
    page.wait_for_selector(".yasqe")
    page.locator(".yasqe_queryButton").click()
    page.wait_for_selector(".yasr_results table tbody tr")
    assert page.locator("#ask").is_hidden()
    assert [url for url in asked if url.startswith(f"{address}/sparql") and "html" not in url]
    assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert not errors
    page.close()
