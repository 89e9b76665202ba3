"""What stands in a document beside its tasks and targets: milestones, rules, quotations, each with its words."""

import full
import pytest
import sample

from kgbuild.publish.index import Index
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.templates import load_strings
from kgbuild.publish.things import read_others, read_thing
from kgbuild.publish.views import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of the full graph."""
    index = Index.read(full.full_store())
    places = Places(sample.BASE, frozenset(page.file for page in plan_pages(index, sample.BASE)))
    return Reader(index, places, "en", load_strings("en"))


def test_milestones_and_quotations_stand_on_the_page_of_their_document(reader: Reader) -> None:
    milestone, quotation = read_others(reader, sample.PLAN)
    assert milestone.text.value == "sơ kết 3 năm"
    assert milestone.anchor == "milestone.iv.1-0a0b"
    assert [(prop.text, [said.link.text for said in values]) for prop, values in milestone.facts] == [
        ("has schedule", ["năm 2016"])
    ]
    assert milestone.words
    assert quotation.kind
    assert quotation.kind.text == "Quotation"
    assert quotation.text.value == "đặt hàng"
    assert [said.link.text for _, values in quotation.facts for said in values] == ["Nguyễn Thị Bích Ngọc"]
    assert reader.path(f"{sample.PLAN}/milestone/iv.1-0a0b").endswith("90.en.html#milestone.iv.1-0a0b")


def test_a_schedule_is_told_by_its_words(reader: Reader) -> None:
    (values,) = (values for prop, values in read_thing(reader, full.PROGRAM).facts if prop.text == "has schedule")
    assert [(said.link.text, said.link.path) for said in values] == [("2016 - 2020", "")]
