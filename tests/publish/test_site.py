"""The rendered site: both languages, links that lead somewhere, text that is never markup, nothing from elsewhere."""

import hashlib
import json
import re
import shutil
import tomllib
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import sample
from checks import Reading, dead_links, links, read_pages

from kgbuild.config import Settings, resource
from kgbuild.model import Statement
from kgbuild.namespaces import Iri
from kgbuild.publish.head import head_data
from kgbuild.publish.index import Index
from kgbuild.publish.plan import LISTS
from kgbuild.publish.site import render_site
from kgbuild.store import Store

LOADING = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "use": "href",
    "image": "href",
}


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, Reading]:
    """Every page of the sample site, parsed."""
    return read_pages(site)


def test_every_page_is_there_in_both_languages(site: Path, pages: dict[Path, Reading]) -> None:
    names = {path.relative_to(site).as_posix() for path in pages}
    plain = {name for name in names if not name.endswith(".en.html")}
    assert {name.removesuffix(".html") + ".en.html" for name in plain} == names - plain
    for name in (
        "index",
        "documents",
        "agencies",
        "tasks",
        "targets",
        "people",
        "quality",
        "dataset",
        "sparql",
        "about",
        "404",
    ):
        assert f"{name}.html" in plain
    assert "page/doc/ha-noi/ubnd/ke-hoach/2013/90.html" in plain
    assert "page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.html" in plain
    assert f"page/text/{sample.SHA}.html" in plain


def test_every_page_names_its_language_and_its_twin(site: Path, pages: dict[Path, Reading]) -> None:
    for path, page in pages.items():
        language, other = ("en", "vi") if path.name.endswith(".en.html") else ("vi", "en")
        (root,) = [attrs for tag, attrs in page.tags if tag == "html"]
        assert root["lang"] == language, path
        (twin,) = [a for tag, a in page.tags if tag == "a" and a.get("rel") == "alternate"]
        assert (twin["lang"], twin["hreflang"]) == (other, other)
        file = (
            site / twin["href"].lstrip("/") if twin["href"].startswith("/") else path.parent / twin["href"]
        ).resolve()
        assert file != path.resolve()
        assert file.is_file()
        canonical = next(a["href"] for tag, a in page.tags if tag == "link" and a["rel"] == "canonical")
        assert canonical == sample.BASE + path.relative_to(site).as_posix()


def test_every_link_leads_to_a_file_and_every_anchor_to_its_place(site: Path, pages: dict[Path, Reading]) -> None:
    assert len(list(links(pages))) > 1000
    assert not dead_links(site, pages)


def test_links_are_relative_so_that_any_folder_serves(pages: dict[Path, Reading]) -> None:
    absolute = {
        target for path, _, target in links(pages) if target.startswith("/") and not path.name.startswith("404")
    }
    assert not absolute


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Reading]) -> None:
    for path, page in pages.items():
        for tag, attrs in page.tags:
            target = attrs.get(LOADING.get(tag, ""), "")
            if tag == "link" and attrs["rel"] in ("canonical", "alternate"):
                continue
            assert not urlsplit(target).netloc, f"{path}: {tag} {target}"
            assert not [name for name in attrs if name.startswith("on")], f"{path}: {tag}"
    for asset in (site / "static").glob("site.*"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import|fetch\(['\"]", asset.read_text(encoding="utf-8")), (
            asset
        )


def test_ids_are_unique(pages: dict[Path, Reading]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_text_from_a_document_is_never_markup(site: Path, pages: dict[Path, Reading]) -> None:
    seen = 0
    for path, page in pages.items():
        scripts = [attrs for tag, attrs in page.tags if tag == "script"]
        assert all(set(attrs) == {"defer", "src"} or attrs == {"type": "application/ld+json"} for attrs in scripts), (
            path
        )
        seen += any(sample.HOSTILE in text for text in page.text)
    assert seen >= 2, "the hostile title is shown, as text"
    html = (site / "page/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937.html").read_text(encoding="utf-8")
    assert "49" not in html.partition("${7*7}")[2].partition("<")[0], "no expression of a document is evaluated"


def test_head_data_is_a_part_of_the_graph_and_cannot_end_its_element(index: Index, site: Path) -> None:
    text = str(head_data(index, sample.DECISION))
    assert "<" not in text
    data = json.loads(text)
    assert data["@id"] == sample.DECISION
    assert data["dcterms:title"] == [{"@value": sample.HOSTILE, "@language": "vi"}]
    assert text in (site / "page/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937.html").read_text(encoding="utf-8")


def test_a_fact_leads_to_its_very_words(site: Path) -> None:
    task = (site / "page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.html").read_text(encoding="utf-8")
    start = sample.TEXT.index("Sở Nội vụ", sample.TEXT.index("tài năng trẻ"))
    anchor = f"c{start}-{start + 9}"
    assert f'text/{sample.SHA}.html#{anchor}"' in task
    source = (site / f"page/text/{sample.SHA}.html").read_text(encoding="utf-8")
    assert f'<mark id="{anchor}">Sở Nội vụ</mark>' in source


def test_the_source_text_is_shown_whole(site: Path, pages: dict[Path, Reading]) -> None:
    html = (site / f"page/text/{sample.SHA}.html").read_text(encoding="utf-8")
    body = html.partition('<article class="source" lang="vi">')[2].partition("</article>")[0]
    shown = "".join(Reading(body).text).strip()
    assert shown == re.sub(r"\n\s*\n", "\n", sample.TEXT).strip()


def test_vietnamese_on_english_pages_is_marked_as_such(pages: dict[Path, Reading], site: Path) -> None:
    page = pages[site / "page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.en.html"]
    heading = next(attrs for tag, attrs in page.tags if tag == "h1")
    assert heading["lang"] == "vi"
    text = "".join(page.text)
    assert "Hà Nội Department of Home Affairs" in text
    assert "https://w3id.org/vnpolicy/id/agent" not in text, "no bare IRI where there is a label"


def test_origin_is_told_in_words(site: Path) -> None:
    html = (site / "page/doc/ha-noi/ubnd/ke-hoach/2013/90.en.html").read_text(encoding="utf-8")
    assert '<span class="origin curation">corrected by hand</span>' in html
    down = (site / "page/doc/tw/tw/nghi-quyet/2012/20.en.html").read_text(encoding="utf-8")
    assert '<span class="origin inferred">inferred</span>' in down
    assert "known only from citations" in down


def test_downloads_carry_size_and_checksum(site: Path) -> None:
    html = (site / "dataset.en.html").read_text(encoding="utf-8")
    assert hashlib.sha256(b"0123456789").hexdigest() in html
    assert "10 B" in html
    assert (site / "dumps/kgbuild.nq.gz").read_bytes() == b"0123456789"


def test_the_plain_form_posts_to_the_endpoint(pages: dict[Path, Reading], site: Path) -> None:
    page = pages[site / "sparql.html"]
    form = next(attrs for tag, attrs in page.tags if tag == "form" and attrs.get("id") == "ask")
    assert (form["action"], form["method"]) == ("sparql", "post")
    labelled = {attrs["for"] for tag, attrs in page.tags if tag == "label"}
    assert {"query", "format"} <= labelled
    plan = "".join(pages[site / "page/doc/ha-noi/ubnd/ke-hoach/2013/90.html"].text)
    assert "SPARQL" in plan


def test_the_query_in_the_form_has_an_answer(pages: dict[Path, Reading], site: Path) -> None:
    html = (site / "sparql.html").read_text(encoding="utf-8")
    query = unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)[1])
    store = sample.sample_store()
    lead = "https://w3id.org/pio#ledBy"
    task, agency = Iri(f"{sample.PLAN}/task/12"), sample.HOME_AFFAIRS
    store.add([Statement(task, Iri(lead), agency, sample.INFERRED)])
    (row,) = store.select(query)
    assert row["lead"] == sample.vi("Sở Nội vụ thành phố Hà Nội")


def test_empty_states_say_why(tmp_path: Path) -> None:
    count = render_site(Store.memory(), {}, Settings(base_iri=sample.BASE), tmp_path)
    names = {path.name for path in (tmp_path / "site").rglob("*.html")}
    assert count == len(names)
    assert {re.sub(r"(_\d+)?(\.en)?\.html", "", name) for name in names} == {*LISTS, "404"}
    for name, words in (
        ("index.en", "no chain of documents"),
        ("tasks.en", "No task could be read"),
        ("quality.en", "This check found nothing"),
        ("dataset.en", "without downloads"),
        ("agencies", "Chưa có cơ quan nào"),
    ):
        assert words in (tmp_path / "site" / f"{name}.html").read_text(encoding="utf-8")


def test_a_text_that_is_not_at_hand_is_said_to_be_missing(tmp_path: Path) -> None:
    render_site(sample.sample_store(), {}, Settings(base_iri=sample.BASE), tmp_path)
    html = (tmp_path / "site" / f"page/text/{sample.SHA}.en.html").read_text(encoding="utf-8")
    assert "not part of this build" in html


def test_rendering_twice_gives_the_same_bytes_and_removes_what_is_old(site: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("old")
    shutil.copytree(site / "dumps", tmp_path / "dumps")
    render_site(sample.sample_store(), {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), tmp_path)
    one, two = (
        {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
        for root in (site, tmp_path / "site")
    )
    assert one == two


def test_the_sitemap_lists_every_page_but_the_lost_one(site: Path, pages: dict[Path, Reading]) -> None:
    listed = set(re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")))
    found = {sample.BASE + p.relative_to(site).as_posix() for p in pages if not p.name.startswith("404")}
    assert listed == found
    assert (site / "favicon.ico").read_bytes().startswith(b"\0\0\1\0")
    assert f"Sitemap: {sample.BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def _keys(tree: dict[str, Any], above: str = "") -> set[str]:
    return {
        path
        for key, value in tree.items()
        for path in (_keys(value, f"{above}{key}.") if isinstance(value, dict) else {above + key})
    }


def test_the_words_of_the_interface_have_the_same_keys_in_both_languages() -> None:
    vi, en = (tomllib.loads(resource("site", "i18n", f"{c}.toml").read_text(encoding="utf-8")) for c in ("vi", "en"))
    assert _keys(vi) == _keys(en)


def test_vendored_files_are_what_their_list_says() -> None:
    folder = resource("site", "static")
    listed = {}
    for package in tomllib.loads((folder / "vendor.toml").read_text(encoding="utf-8"))["package"]:
        listed.update(package["files"])
    found = {p.relative_to(folder).as_posix() for name in ("fonts", "vendor") for p in (folder / name).rglob("*")}
    found = {name for name in found if (folder / name).is_file()}
    assert set(listed) == found
    for name, digest in listed.items():
        assert hashlib.sha512((folder / name).read_bytes()).hexdigest() == digest, name
