"""The whole site as machines read it: valid HTML, no dead link, no bare IRI, no code made of the texts of documents."""

import csv
import io
import json
import os
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import full
import pytest
import rdflib
import sample
from checks import Reading, dead_links, links, read_pages

from kgbuild.config import resource
from kgbuild.publish.index import Index
from kgbuild.publish.paths import LANGUAGES, in_language, local_path
from kgbuild.publish.plan import plan_pages

IRI = re.compile(r"https?://[^\s<>\"]+")
SHOWN_AS_IRI = frozenset({"code", "pre", "textarea", "script", "style"})  # identifiers, queries: what they are for
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def pages(full_site: Path) -> dict[Path, Reading]:
    """Every page of the full site, parsed; its nesting is checked by that."""
    return read_pages(full_site)


@pytest.mark.nu
def test_the_nu_html_checker_finds_no_error(full_site: Path, page_types: dict[str, str]) -> None:
    jar = Path(os.environ["KGBUILD_NODE_MODULES"], "vnu-jar", "build", "dist", "vnu.jar")
    files = [in_language(f"{name}.html", code) for name in page_types.values() for code in LANGUAGES]
    command = ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--format", "json", *files]
    found = subprocess.run(command, cwd=full_site, capture_output=True, text=True, check=False)
    messages = json.loads(found.stderr)["messages"]
    assert not [(m["url"].rpartition("/site/")[2], m["message"], m.get("extract")) for m in messages]
    assert len(files) > 40


def test_no_link_is_dead(full_site: Path, pages: dict[Path, Reading]) -> None:
    assert len(list(links(pages))) > 5000
    assert not dead_links(full_site, pages)


def test_the_sitemap_and_the_data_name_every_entity(full_site: Path) -> None:
    entities = {page.iri for page in plan_pages(Index.read(full.full_store()), sample.BASE) if page.iri}
    paths = {path for iri in entities if (path := local_path(iri, sample.BASE))}
    text = (full_site / "sitemap.xml").read_text(encoding="utf-8")
    found = {loc.removeprefix(sample.BASE) for loc in re.findall(r"<loc>(.*?)</loc>", text)}
    assert {f"page/{path}.html" for path in paths} <= found
    assert len({name for name in found if name.startswith("page/")}) == 2 * len(paths)
    for path in paths:
        assert (full_site / "data" / f"{path}.ttl").is_file()


def test_what_a_page_says_in_its_head_is_in_its_data(full_site: Path, pages: dict[Path, Reading]) -> None:
    seen = 0
    for path in pages:
        html = path.read_text(encoding="utf-8")
        text = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        name = path.relative_to(full_site / "page").as_posix() if path.is_relative_to(full_site / "page") else ""
        data = full_site / "data" / f"{name.removesuffix('.html').removesuffix('.en')}.nt"
        if not text or not data.is_file():
            continue
        said = rdflib.Graph().parse(data=json.dumps(json.loads(text)), format="json-ld")
        assert set(said) <= set(rdflib.Graph().parse(data, format="nt")), path
        seen += 1
    assert seen > 80


def test_no_iri_is_shown_where_a_name_could_be(full_site: Path, page_types: dict[str, str]) -> None:
    """Only identifiers (`code`) and queries show an IRI: both are there to be copied."""
    for name in page_types.values():
        for code in LANGUAGES:
            page = _Visible((full_site / in_language(f"{name}.html", code)).read_text(encoding="utf-8"))
            assert not page.iris, f"{name}: {page.iris[:3]}"


class _Visible(Reading):
    """The IRIs that a page shows as text, outside of what is there to be copied."""

    def __init__(self, html: str) -> None:
        self.iris: list[str] = []
        super().__init__(html)

    def handle_data(self, data: str) -> None:
        if not SHOWN_AS_IRI & set(self.open):
            self.iris += IRI.findall(data)


def _leaves(tree: dict[str, Any], above: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in tree.items():
        found |= _leaves(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
    return found


def test_every_word_of_the_interface_is_said_in_both_languages() -> None:
    vi, en = (
        _leaves(tomllib.loads(resource("site", "i18n", f"{code}.toml").read_text(encoding="utf-8")))
        for code in LANGUAGES
    )
    assert vi.keys() == en.keys()
    for key in vi:
        holes = [sorted(re.findall(r"\{\w+\}", str(tree[key]))) for tree in (vi, en)]
        assert holes[0] == holes[1], key
    assert not [key for key, value in {**vi, **en}.items() if value == ""]
    latin = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
    assert not [key for key, value in en.items() if latin.search(str(value)) and key != "other_language"]


def test_texts_of_documents_make_no_element_no_attribute_and_no_script(pages: dict[Path, Reading]) -> None:
    shown = set()
    for path, page in pages.items():
        tags = {tag for tag, _ in page.tags}
        assert "img" not in tags, path
        for tag, attrs in page.tags:
            assert not [name for name in attrs if name.startswith("on")], path
            if tag == "script":
                assert set(attrs) == {"defer", "src"} or attrs == {"type": "application/ld+json"}, path
            for name in ("href", "src", "action"):
                assert not attrs.get(name, "").lower().startswith(("javascript:", "data:")), path
        text = "".join(page.text)
        shown |= {number for number, hostile in enumerate(full.HOSTILES) if hostile in text}
        assert "49" not in re.findall(r"7\*7\D{0,4}(\d+)", text), path
    assert shown == set(range(len(full.HOSTILES))), "each is shown somewhere, as text"


def test_drawings_stay_well_formed(pages: dict[Path, Reading]) -> None:
    drawings = [svg for path in pages for svg in SVG.findall(path.read_text(encoding="utf-8"))]
    assert len(drawings) > 10
    for svg in drawings:
        root = ET.fromstring(svg.replace("&nbsp;", "\u00a0"))
        assert {e.tag for e in root.iter()} <= {"svg", "g", "a", "title", "text", "rect", "path", "line", "tspan"}


def test_text_that_runs_from_right_to_left_stays_in_its_place(full_site: Path) -> None:
    css = (full_site / "static" / "site.css").read_text(encoding="utf-8")
    isolated = {
        selector.strip()
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)
        if "unicode-bidi:isolate" in body
        for selector in selectors.split(",")
    }
    assert {"a", "p", "dd", "li", "td", "h1"} <= isolated


def test_tables_to_take_home_are_disarmed(full_site: Path) -> None:
    sheets = sorted(full_site.glob("duties/**/*.csv"))
    cells = [
        cell
        for sheet in sheets
        for row in csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"), newline=""))
        for cell in row
    ]
    assert any("=cmd" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_page_stays_light_whatever_a_text_holds(pages: dict[Path, Reading]) -> None:
    weights = {path.name: path.stat().st_size for path in pages}
    assert not {name: weight for name, weight in weights.items() if weight > 100_000}
