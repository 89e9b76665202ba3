"""The comparison of what carries out one resolution in several places."""

from pathlib import Path

import full
import pytest
import sample
from full import CITY, HANOI, HUE

from kgbuild.model import Statement
from kgbuild.namespaces import CODE, DCTERMS, PIO, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.compare import count_days, find_heads, places_among, read_comparison
from kgbuild.publish.pages.overview import list_comparisons
from kgbuild.publish.views import Reader

Readers = dict[str, Reader]


@pytest.fixture(scope="module")
def reader(index: Index, readers: Readers) -> Reader:
    """A reader of the sample with places."""
    ontology = [Statement(s, p, o, sample.READ) for s, facts in index.outbound.items() for p in facts for o in facts[p]]
    given = readers["vi"]
    return Reader(Index([*ontology, *full.placed()]), given.places, "vi", given.strings)


def test_only_what_is_carried_out_in_several_places_is_compared(reader: Reader, readers: Readers) -> None:
    assert find_heads(reader.index) == [sample.RESOLUTION]
    assert find_heads(readers["vi"].index) == [], "documents without a place tell nothing"
    (row,) = list_comparisons(reader)
    assert [place.text for place in row.places] == [reader.label(HANOI).text, reader.label(CITY).text]
    assert row.documents == 3


def test_a_place_before_and_after_its_merger_is_one(index: Index) -> None:
    places = [CODE[f"area/{slug}"] for slug in ("lao-cai", "lao-cai-2025", "yen-bai", "ha-noi")]
    documents = [Iri(f"{sample.BASE}id/doc/x/{at}") for at in range(len(places))]
    said = [Statement(d, PIO.jurisdiction, place, sample.READ) for d, place in zip(documents, places, strict=True)]
    said.append(Statement(places[0], DCTERMS.isReplacedBy, places[1], sample.READ))
    said.append(Statement(places[2], DCTERMS.isReplacedBy, places[1], sample.READ))
    merged = Index(said)
    assert places_among(merged, documents) == [places[3], places[1]]
    assert places_among(merged, [documents[0], documents[2]]) == [places[0], places[2]], "these were two"


def test_documents_stand_by_date_with_days_counts_and_way(reader: Reader) -> None:
    page = read_comparison(reader, sample.RESOLUTION)
    assert [(d.iri, d.days, d.stated, d.held) for d in page.documents] == [
        (sample.PROGRAMME, 175, True, False),
        (sample.PLAN, 210, True, True),
        (sample.DECISION, 1065, False, False),
    ], "the annex is counted with its plan; the legal basis is told apart"
    plan = page.documents[1]
    assert (plan.rows, plan.blocks, plan.duties, plan.measures, plan.targets) == (3, 0, 1, 1, 1)
    assert [aim.target.text.value for aim in page.aims] == ["ít nhất 50% số trường"]


def test_themes_kinds_and_years_are_counted_by_document(reader: Reader) -> None:
    page = read_comparison(reader, sample.RESOLUTION)
    assert page.themes is not None
    assert page.kinds is not None
    assert page.years is not None
    assert [head.link.path for head in page.themes.columns] == [
        reader.path(sample.PLAN),
        reader.path(sample.DECISION),
    ]
    assert sorted(numbers for _, numbers in page.themes.table) == [(0, 1), (1, 0)]
    assert [numbers for _, numbers in page.kinds.table] == [(2, 0)], "one row that leads, and the duty in prose"
    assert [(link.text, numbers) for link, numbers in page.years.table] == [
        ("2014", (1, 0)),
        ("2020", (1, 0)),
        ("không nêu năm", (2, 0)),
    ]


def test_what_is_missing_is_said_to_be_missing_here(reader: Reader) -> None:
    page = read_comparison(reader, sample.RESOLUTION)
    assert [area.text for area in page.absent] == [reader.label(HUE).text]
    lacks = {lack.document.text.partition(",")[0]: [theme.text for theme in lack.themes] for lack in page.lacks}
    assert lacks["90/KH-UBND"] == [reader.label(CODE["theme/khoan"]).text]
    assert lacks["4937/QĐ-UBND"] == [reader.label(CODE["theme/dat-hang"]).text]


def test_days_need_two_days() -> None:
    assert count_days("2012-11-01", "") is None
    assert count_days("2012-11-01", "2012-10-31") == -1


def test_without_places_the_page_says_why_it_is_empty(site: Path) -> None:
    assert "in two places or more" in (site / "compare.en.html").read_text(encoding="utf-8")
    assert not (site / "compare").exists()
