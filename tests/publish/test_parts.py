"""Long pages cut into several: nothing lost, nothing twice, every place found, in both languages."""

from pathlib import Path

import pytest
import sample
from checks import dead_links, read_pages
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.config import Settings
from kgbuild.publish import parts, paths
from kgbuild.publish.index import Text
from kgbuild.publish.pages import texts
from kgbuild.publish.pages.passages import mark_text
from kgbuild.publish.parts import Part, cut, take
from kgbuild.publish.site import render_site
from kgbuild.publish.views import Link

PLAN = "page/doc/ha-noi/ubnd/ke-hoach/2013/90"


@pytest.fixture(scope="module")
def cut_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with room for next to nothing on a page."""
    out = tmp_path_factory.mktemp("cut")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "ROOM", 1500)
        patch.setattr(paths, "TEXT_ROOM", 300)
        patch.setattr(texts, "TEXT_ROOM", 300)
        render_site(sample.sample_store(), {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), out)
    return out / "site"


def test_items_are_spread_in_order_and_none_is_lost() -> None:
    rows = [Link("x" * 400, path=str(n)) for n in range(100)]
    values = {"rows": rows}
    found = cut("tasks", values)
    assert len(found) == 1
    assert take(values, found[0])["rows"] == rows
    rows *= 10
    found = cut("tasks", values)
    assert [(part.number, part.of) for part in found] == [(n, len(found)) for n in range(1, len(found) + 1)]
    assert len(found) > 3
    pages = [take(values, part)["rows"] for part in found]
    assert [row for page in pages for row in page] == rows
    assert all(pages)
    assert max(sum(parts.ROW + parts.weigh(row) for row in page) for page in pages) <= parts.ROOM


def test_an_item_too_heavy_for_any_page_still_has_one() -> None:
    values = {"rows": [Link("x" * 300_000), Link("y")]}
    assert [dict(part.spans) for part in cut("tasks", values)] == [{"rows": (0, 1)}, {"rows": (1, 2)}]


def test_a_list_of_the_thing_itself_is_cut_in_a_copy() -> None:
    from dataclasses import dataclass

    @dataclass(frozen=True, slots=True)
    class Thing:
        name: Text
        inverse: tuple[Link, ...]

    it = Thing(Text("x"), (Link("a"), Link("b"), Link("c")))
    assert take({"it": it}, Part(2, 3, {"inverse": (1, 2)}))["it"].inverse == (Link("b"),)
    assert len(it.inverse) == 3


def test_every_place_of_a_cut_site_is_found(cut_site: Path, site: Path) -> None:
    whole, pages = read_pages(site), read_pages(cut_site)
    assert len(list(cut_site.glob("tasks_*.en.html"))) > 1
    assert len(pages) > len(whole) + 20
    assert not dead_links(cut_site, pages)
    ids = {name for page in whole.values() for name in page.ids}
    assert ids <= {name for page in pages.values() for name in page.ids}


def test_every_part_leads_to_its_neighbours_and_to_its_twin(cut_site: Path) -> None:
    pages = read_pages(cut_site)
    second = pages[cut_site / "tasks_2.en.html"]
    rels = {
        attrs["rel"]: attrs["href"] for tag, attrs in second.tags if tag == "link" and attrs["rel"] in ("prev", "next")
    }
    assert rels == {"prev": "tasks.en.html", "next": "tasks_3.en.html"}
    assert "(page 2)" in "".join(second.text)
    assert [attrs["href"] for tag, attrs in second.tags if attrs.get("rel") == "alternate" and tag == "a"] == [
        "tasks_2.html"
    ]


def test_counts_are_those_of_the_whole(cut_site: Path, site: Path) -> None:
    for name in ("tasks.html", "tasks_2.html", "documents_2.html"):
        (said,) = [
            line for line in (cut_site / name).read_text(encoding="utf-8").splitlines() if 'class="count"' in line
        ]
        assert said in (site / name.replace("_2", "")).read_text(encoding="utf-8")


def test_the_service_leads_to_the_part_that_shows_a_node(cut_site: Path) -> None:
    with TestClient(create_app(sample.sample_store(), Settings(base_iri=sample.BASE), cut_site)) as client:
        for node in ("measure/II.a-1a2b3c4d", "target/II-99aabbcc", "s/II"):
            answer = client.get(
                f"/{PLAN.replace('page/', 'id/')}/{node}", headers={"Accept": "text/html"}, follow_redirects=False
            )
            file, _, anchor = answer.headers["location"].partition("#")
            assert f'id="{anchor}"' in (cut_site / file.lstrip("/")).read_text(encoding="utf-8")
            assert "_" in file, "the first page of so small a room holds no list"


def test_a_passage_of_a_long_text_begins_on_its_page(cut_site: Path) -> None:
    for n in range(len(sample.TEXT) // 300 + 1):
        file = cut_site / ("page/text/" + paths.part_file(f"{sample.SHA}.html", n + 1))
        assert file.is_file()
    assert not (cut_site / f"page/text/{sample.SHA}_{len(sample.TEXT) // 300 + 2}.html").exists()


def test_a_window_shows_the_paragraphs_that_touch_it() -> None:
    text = "một\nhai\nba"
    assert mark_text(text, [(0, 10)], (2, 5)) == (
        '<p data-o="0"><mark id="c0-10">một</mark></p>\n<p data-o="4"><mark>hai</mark></p>\n'
    )
    assert mark_text(text, [(0, 10)], (8, 20)) == '<p data-o="8"><mark id="c0-10">ba</mark></p>\n'
