"""What stands in a document beside its tasks and targets: milestones, rules, quotations, each with its words."""

import full
import pytest
import sample

from kgbuild.model import Statement
from kgbuild.namespaces import PIO, RDF, SKOS, Iri
from kgbuild.publish.index import Index
from kgbuild.publish.pages.things import read_others, read_thing
from kgbuild.publish.paths import Places
from kgbuild.publish.plan import plan_pages
from kgbuild.publish.templates import load_strings
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


def test_the_assignments_of_one_task_are_one_mention(reader: Reader) -> None:
    event = Iri(sample.BASE + "id/event/2024-01-19/hoi-nghi")
    task = Iri(sample.PLAN + "/task/12")
    said = [Statement(event, RDF.type, PIO.Event, sample.READ), Statement(task, RDF.type, PIO.Task, sample.READ)]
    said.append(Statement(task, SKOS.prefLabel, sample.vi("Lập quỹ"), sample.READ))
    said += [Statement(Iri(f"{task}/{part}"), PIO.statedAt, event, sample.READ) for part in ("lead/a.b", "perform/c.d")]
    mentions = read_thing(Reader(Index(said), reader.places, "vi", reader.strings), event).inverse
    assert [(mention.link.text, mention.link.path.rpartition("#")[2]) for mention in mentions] == [
        ("Lập quỹ", "lead.a.b")
    ]
    assert [mention.prop.text for mention in mentions] == ["Said there"], "as it reads from the event"


def test_what_points_at_a_thing_reads_from_the_thing(reader: Reader) -> None:
    task = Iri(f"{sample.PLAN}/task/12")
    for prop, words in ((PIO.partOfProgramme, "Tasks that belong to it"), (Iri("https://o.example/#odd"), "← odd")):
        index = Index([Statement(task, prop, full.PROGRAM, sample.READ)])
        mentions = read_thing(Reader(index, reader.places, "en", reader.strings), full.PROGRAM).inverse
        assert [mention.prop.text for mention in mentions] == [words]


def test_a_schedule_is_told_by_its_words(reader: Reader) -> None:
    (values,) = (values for prop, values in read_thing(reader, full.PROGRAM).facts if prop.text == "has schedule")
    assert [(said.link.text, said.link.path) for said in values] == [("2016 - 2020", "")]
