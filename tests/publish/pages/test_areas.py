"""Areas: what is held of each place, and that every code of a place leads to its page."""

import full
import pytest
import sample

from kgbuild.namespaces import CODE
from kgbuild.publish.entries import DETAILS
from kgbuild.publish.index import Index
from kgbuild.publish.pages.areas import areas_of, list_areas, read_area
from kgbuild.publish.pages.names import list_names
from kgbuild.publish.pages.things import list_things
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of the full graph."""
    index = Index.read(full.full_store())
    places = Places(sample.BASE, frozenset(page.file for page in plan_pages(index, sample.BASE)))
    return Reader(index, places, "vi", load_strings("vi"))


def test_an_area_has_its_documents_and_bodies(reader: Reader) -> None:
    assert areas_of(reader.index) == [full.HANOI, full.CITY, full.HUE]
    page = read_area(reader, full.HANOI)
    assert {row.iri for row in page.documents} == {sample.PLAN, sample.PROGRAMME, sample.ANNEX}
    assert sample.HOME_AFFAIRS in {row.iri for row in page.agencies}, "its IRI tells where it is"
    rows = {row.link.text: row for row in list_areas(reader)}
    assert (rows["Hà Nội"].documents, rows["Hà Nội"].held, rows["Hà Nội"].tasks) == (3, 2, 4)
    assert next(iter(rows)) == "Huế", "the place with most documents comes first"


def test_the_code_of_a_place_leads_to_its_page_others_to_the_list(reader: Reader) -> None:
    assert reader.path(full.HANOI) == "area/ha-noi.html"
    assert reader.path(CODE["area/an-giang"]) == "ontology/code/area.html#an-giang"


def test_a_place_that_replaced_one_of_its_name_is_told_apart_by_the_year(reader: Reader) -> None:
    assert reader.label(CODE["area/lao-cai"]).text == "Lào Cai"
    assert reader.label(CODE["area/lao-cai-2025"]).text == "Lào Cai (từ 2025)"
    assert reader.label(CODE["area/lam-dong-2025"]).text == "Lâm Đồng (từ 2025)"
    assert reader.link(full.HANOI).text == "Hà Nội"


def test_who_looks_for_a_place_that_was_merged_finds_where_it_is_now(reader: Reader) -> None:
    assert DETAILS["area"](reader, CODE["area/dong-nai-2025"]).text == "Bình Phước, Đồng Nai"
    (row,) = (row for row in list_names(reader) if row.link.path == "area/ha-noi.html")
    assert (row.kind, row.link.text) == ("area", "Hà Nội")


def test_programmes_are_listed_with_their_kind(reader: Reader) -> None:
    (row,) = list_things(reader)
    assert (row.link.text, row.kind and row.kind.text, row.links) == (
        "Chương trình khoa học trọng điểm",
        "Chương trình",
        1,
    )
