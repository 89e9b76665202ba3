"""The graph in memory: labels in their fixed order, origins, passages, and the same answers from any order."""

import random

import sample

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS, PIO, RDF, SKOS, Iri
from kgbuild.publish.index import Index, Passage, Text

S = Iri("http://x/id/a")
SOURCE, CURATION, INFERRED = (Iri(f"http://x/graph/{name}") for name in ("source/one", "curation", "inferred"))


def test_labels_come_in_the_fixed_order_of_languages() -> None:
    names = [Literal("x", language="fr"), Literal("hai", language="vi"), Literal("two", language="en"), Literal("2")]

    def label(kept: list[Literal], language: str) -> str:
        return Index(Statement(S, SKOS.prefLabel, name, SOURCE) for name in kept).label(S, language).value

    assert label(names, "en") == "two"
    assert label(names, "vi") == "hai"
    assert label([names[0], names[1], names[3]], "en") == "2"
    assert label(names[:2], "en") == "hai"
    assert label(names[:1], "en") == "x"
    assert label([], "en") == "a"


def test_a_label_is_preferred_to_a_title() -> None:
    both = [
        Statement(S, DCTERMS.title, Literal("title"), SOURCE),
        Statement(S, SKOS.prefLabel, Literal("label"), SOURCE),
    ]
    assert Index(both).label(S, "vi").value == "label"


def test_what_has_no_label_is_called_by_what_holds_it() -> None:
    task = Iri(sample.BASE + "id/doc/x/task/1")
    index = Index([Statement(task, SKOS.prefLabel, Literal("Lập quỹ", language="vi"), sample.READ)])
    assert index.label(f"{task}/lead/ha-noi.so-noi-vu", "vi") == Text("Lập quỹ", "vi")
    assert index.label(sample.BASE + "id/doc/y/task/1", "vi") == Text("1"), "nothing holds it"


def test_a_correction_beats_what_was_read_and_what_was_read_beats_a_rule() -> None:
    value = Iri("http://x/id/b")
    for graphs, expected in (
        ([INFERRED, SOURCE], "source"),
        ([SOURCE, CURATION, INFERRED], "curation"),
        ([INFERRED], "inferred"),
    ):
        index = Index(Statement(S, PIO.leads, value, graph) for graph in graphs)
        assert index.origin(S, PIO.leads, value) == expected
        assert index.values(S, PIO.leads) == [value], "a statement of several graphs is one fact"
    assert index.origin(S, PIO.leads, S) == ""


def test_the_order_of_the_statements_does_not_matter() -> None:
    statements = list(sample.statements())
    shuffled = random.Random(1).sample(statements, len(statements))
    one, other = Index(statements), Index(shuffled)
    assert one.outbound == other.outbound
    assert one.links_to(sample.PLAN) == other.links_to(sample.PLAN)


def test_passages_are_read_by_what_they_prove(index: Index) -> None:
    (passage,) = index.evidence(sample.PLAN, PIO.documentDate)
    assert passage == Passage(sample.SHA, *_span("ngày 30 tháng 05 năm 2013"), "ngày 30 tháng 05 năm 2013")
    assert index.evidence(sample.PLAN, PIO.effectiveDate) == ()
    assert len(index.evidence(sample.PLAN)) == 3


def _span(quote: str) -> tuple[int, int]:
    start = sample.TEXT.index(quote)
    return start, start + len(quote)


def test_evidence_without_offsets_is_no_passage() -> None:
    node = Iri("http://x/id/text/ab/1-2")
    index = Index([Statement(S, PIO.evidence, node, SOURCE), Statement(node, RDF.type, PIO.Evidence, SOURCE)])
    assert index.evidence(S) == ()
