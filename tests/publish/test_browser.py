"""The site in a real browser: narrow without sideways scroll, nothing from elsewhere, passages highlighted whole."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import sample

from kgbuild.config import resource

pytestmark = pytest.mark.browser
PLAN = "page/doc/ha-noi/ubnd/ke-hoach/2013/90"
ADDED = ".filter, .more, #editor, noscript"  # what scripts put beside the facts


@pytest.fixture(params=["html", "en.html"])
def suffix(request: pytest.FixtureRequest) -> str:
    """The language of the pages to open, as the end of their file names."""
    return str(request.param)


@pytest.fixture
def axe() -> str:
    """The script of axe-core."""
    return Path(os.environ["KGBUILD_NODE_MODULES"], "axe-core", "axe.min.js").read_text(encoding="utf-8")


def open_page(context, path: Path):
    """Open a page of the site and wait until its scripts have done what they do by themselves."""
    page = context.new_page()
    page.goto(path.as_uri())
    if page.locator("script[src$='tables.js']").count():
        page.wait_for_selector("html[data-tables]", state="attached")
    return page


def test_every_type_of_page_is_among_those_looked_at(page_types: dict[str, str]) -> None:
    templates = {path.name.removesuffix(".html.j2") for path in resource("site", "templates").glob("*.html.j2")}
    assert set(page_types) == templates - {"base", "macros", "target_table"}


def test_every_page_type_is_narrow_light_quiet_and_asks_nobody_else(
    browser, full_site: Path, page_types: dict[str, str], suffix: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    asked, errors = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    weights = {}
    for name in page_types.values():
        if name == "404":  # its links begin at the root of a server
            continue
        asked.clear()
        page = open_page(context, full_site / f"{name}.{suffix}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{name}.{suffix} is {width} px wide"
        elsewhere = [url for url in asked if not url.startswith(full_site.as_uri())]
        assert not elsewhere, name
        weights[name] = sum(Path(unquote(urlsplit(url).path)).stat().st_size for url in asked)
        page.close()
    assert not errors
    assert not {name: weight for name, weight in weights.items() if weight > 250_000}
    context.close()


@pytest.mark.parametrize("width", [768, 1280])
def test_tables_of_many_columns_fit_a_tablet_and_a_desk(
    browser, full_site: Path, page_types: dict[str, str], suffix: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    wide = """[document.documentElement.scrollWidth - innerWidth,
        ...[...document.querySelectorAll(".scroll:has(.shared), .shared td:not(.main)")]
            .map((box) => box.scrollWidth - box.clientWidth)]"""
    seen = 0
    for name in page_types.values():
        page = open_page(context, full_site / f"{name}.{suffix}")
        over = page.evaluate(wide)
        assert max(over) <= 1, f"{name}.{suffix} needs more than {width} px: {over}"
        seen += len(over) - 1
        page.close()
    assert seen > 5, "tables were looked at"
    context.close()


@pytest.mark.axe
@pytest.mark.parametrize("narrow", [False, True])
def test_axe_finds_nothing_on_any_page_type(
    browser, axe: str, full_site: Path, page_types: dict[str, str], narrow: bool
) -> None:
    """Vietnamese wide and light, English narrow and dark; the two languages share their templates."""
    suffix, width, scheme = ("en.html", 320, "dark") if narrow else ("html", 1280, "light")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for name in page_types.values():
        page = open_page(context, full_site / f"{name}.{suffix}")
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        bad = [(violation["id"], violation["nodes"][0]["html"]) for violation in result["violations"]]
        assert result["passes"], "axe looked at nothing"
        if bad:
            found[name] = bad
        page.close()
    assert not found
    context.close()


def test_every_page_type_says_the_same_without_javascript(
    browser, full_site: Path, page_types: dict[str, str], suffix: str
) -> None:
    contexts = [browser.new_context(java_script_enabled=enabled) for enabled in (True, False)]
    read = f"""main => {{ const copy = main.cloneNode(true);
        copy.querySelectorAll({ADDED!r}).forEach(e => e.remove()); return copy.textContent; }}"""
    for name in page_types.values():
        said = []
        for context in contexts:
            page = open_page(context, full_site / f"{name}.{suffix}")
            said.append(re.sub(r"\s+", "", page.locator("main").evaluate(read)))
            page.close()
        assert said[0] == said[1], name
        assert len(said[0]) > 50, name
    for context in contexts:
        context.close()


def test_the_keyboard_leads_past_the_menu_and_through_the_pages(browser, full_site: Path) -> None:
    page = browser.new_page()
    page.goto((full_site / "shapes.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".pager a[rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/shapes_2.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", "the focus is seen"
    page.close()


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


def test_the_text_in_the_cascade_keeps_within_its_boxes(browser, full_site: Path, suffix: str) -> None:
    page = browser.new_page()
    page.goto((full_site / f"index.{suffix}").as_uri())
    page.evaluate("document.fonts.ready")
    over = page.evaluate(
        """() => [...document.querySelectorAll('svg a.box')].flatMap(box => {
            const frame = box.querySelector('rect').getBoundingClientRect();
            return [...box.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
                .filter(([, t]) => t.width && (t.left < frame.left || t.right > frame.right - 4)).map(([text]) => text);
        })"""
    )
    assert page.locator("svg a.box").count() > 5
    assert not over
    page.close()


def test_a_narrow_screen_has_the_cascade_as_a_list(browser, full_site: Path) -> None:
    seen = {}
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto((full_site / "index.html").as_uri())
        links = page.locator(".cascade .slimmer li > a:not(.w)").all()
        names = [link.inner_text() for link in links if link.is_visible()]
        seen[width] = (page.locator(".cascade svg").is_visible(), names)
        boxes = page.locator(".cascade svg a.box").count()
        page.close()
    assert seen[1280] == (True, [])
    assert not seen[320][0]
    assert len(set(seen[320][1])) >= boxes - 1, "all but the head, which stands above"


def test_pictures_can_be_read_in_forced_colours(browser, full_site: Path) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((full_site / "index.html").as_uri())
    text, ground = (
        page.locator(f".tab {part}").first.evaluate(
            "e => getComputedStyle(e).fill.match(/\\d+/g).slice(0, 3).map(Number)"
        )
        for part in ("text", "path")
    )
    light, dark = sorted((sum(colour) for colour in (text, ground)), reverse=True)
    assert light - dark > 250, f"{text} on {ground}"
    context.close()


def test_paper_has_small_pictures_no_buttons_and_the_address(
    browser, full_site: Path, page_types: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 690, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    for name in ("document", "agency"):
        page.goto((full_site / f"{page_types[name]}.html").as_uri())
        heights = [box["height"] for svg in page.locator("svg").all() if (box := svg.bounding_box())]
        assert heights
        assert max(heights) <= 400, "105 mm"
        assert not [one for one in page.locator("form, .w, .x, .filter, nav").all() if one.is_visible()]
        address = page.locator(".foot").evaluate("e => getComputedStyle(e, '::after').content")
        assert page_types[name] in unquote(address)
    page.close()
