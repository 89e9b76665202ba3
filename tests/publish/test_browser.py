"""The site in a real browser: narrow without sideways scroll, nothing from elsewhere, passages highlighted whole."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sample

pytestmark = pytest.mark.browser
PLAN = "page/doc/ha-noi/ubnd/ke-hoach/2013/90"
NAMES = (
    "index", "documents", "tasks", "agencies", "targets", "people", "quality", "dataset", "sparql", "about",
    PLAN, f"{PLAN}/task/12", "page/doc/tw/tw/nghi-quyet/2012/20", "page/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937",
    "page/agent/ha-noi/so-noi-vu", "page/person/ha-noi/ubnd/nguyen-thi-bich-ngoc", f"page/text/{sample.SHA}",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-quic"])
        yield running
        running.close()


@pytest.fixture(params=["html", "en.html"])
def suffix(request: pytest.FixtureRequest) -> str:
    """The language of the pages to open, as the end of their file names."""
    return str(request.param)


def test_every_page_type_is_readable_at_320_px_and_asks_nobody_else(browser, site: Path, suffix: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for name in NAMES:
        page.goto((site / f"{name}.{suffix}").as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{name}.{suffix} is {width} px wide"
    page.close()
    elsewhere = [url for url in asked if not url.startswith(site.as_uri())]
    assert not elsewhere
    assert not errors


def test_pages_say_the_same_without_javascript(browser, site: Path, suffix: str) -> None:
    said = []
    for enabled in (True, False):
        context = browser.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.goto((site / f"{PLAN}.{suffix}").as_uri())
        said.append(re.sub(r"\s+", " ", page.locator("main").inner_text()))
        context.close()
    assert said[0] == said[1]


def test_a_link_to_a_passage_highlights_all_of_it(browser, site: Path) -> None:
    start = sample.TEXT.index("IV. TỔ CHỨC")
    end = sample.TEXT.index("5. Sở Nội vụ") + 12
    page = browser.new_page()
    for address in (f"#c{start}-{end}", f"?at={start}-{end}"):
        page.goto("about:blank")
        page.goto((site / f"page/text/{sample.SHA}.html").as_uri() + address)
        lit = "".join(page.locator("mark.here").all_inner_texts())
        assert lit == "IV. TỔ CHỨC THỰC HIỆN5. Sở Nội vụ"
        assert _in_sight(page, "mark.here")
    page.close()


def _in_sight(page, selector: str) -> bool:
    """Tell whether an element lies within the window once scrolling has come to rest."""
    page.wait_for_timeout(800)
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"]


def test_a_passage_after_letters_outside_the_first_plane_is_found(browser, site: Path) -> None:
    start = sample.TEXT.index("của lãnh đạo Thành phố.")
    page = browser.new_page()
    page.goto((site / f"page/text/{sample.SHA}.html").as_uri() + f"?at={start}-{start + 12}")
    assert page.locator("mark.here").all_inner_texts() == ["của lãnh đạo"]
    page.close()


def test_without_javascript_the_target_passage_is_still_lit(browser, site: Path) -> None:
    start = sample.TEXT.index("Nguyễn Thị Bích Ngọc")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / f"page/text/{sample.SHA}.html").as_uri() + f"#c{start}-{start + 20}")
    colours = [
        page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")
        for selector in ("mark:target", "mark:not(:target)")
    ]
    assert colours[0] != colours[1]
    assert _in_sight(page, "mark:target")
    context.close()
