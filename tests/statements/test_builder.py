"""The graph of one source: each fact with its words, no blank nodes, IRIs in one plain form."""

import re
import unicodedata

import pytest

from kgbuild.identifiers import DocumentKey
from kgbuild.model import Literal, Span
from kgbuild.namespaces import OA, PIO, RDF, SKOS, XSD, Iri
from kgbuild.statements.builder import SourceGraph, assignment_path
from kgbuild.text.normalize import normalise

BASE = "http://localhost:8000/"
SHA = "a" * 64
OWNER = Iri(BASE + "id/doc/hue/ubnd/ke-hoach/2024/1")
# kinds of citations and roles are written as their codes are
PATH = re.compile(
    r"(?:id|graph)/[a-z0-9][a-z0-9.\-]*(?:/(?:[a-z0-9][a-z0-9.\-]*|legalBasis|onSubmission|annexOf|standingBody))*"
)


def graph(raw: str = "Sở Y tế chủ trì.") -> SourceGraph:
    return SourceGraph(BASE, "plan", SHA, normalise(raw))


def stated(made: SourceGraph, subject: Iri, predicate: Iri) -> list[str]:
    found = (s.object for s in made.statements if (s.subject, s.predicate) == (subject, predicate))
    return [value.value if isinstance(value, Literal) else str(value) for value in found]


def test_evidence_points_at_its_words() -> None:
    made = graph()
    made.evidence(OWNER, Span(0, 7))
    node = Iri(f"{BASE}id/text/{SHA}/0-7")
    assert stated(made, OWNER, PIO.evidence) == [node]
    assert stated(made, node, OA.hasSource) == [f"{BASE}id/text/{SHA}"]
    position, quote = (Iri(selector) for selector in stated(made, node, OA.hasSelector))
    assert (stated(made, position, OA.start), stated(made, position, OA.end)) == (["0"], ["7"])
    assert stated(made, quote, OA.exact) == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("raw", "span", "quote"),
    [
        # offsets are those of the source, whatever was normalised
        (unicodedata.normalize("NFD", "Sở Y tế chủ trì"), Span(0, 7), unicodedata.normalize("NFD", "Sở Y tế")),
        ("**Sở Y tế** chủ trì", Span(0, 7), "Sở Y tế"),
        ("Sở\u00a0Y\u200b tế", Span(0, 7), "Sở\u00a0Y\u200b tế"),
        ("số hoá", Span(3, 6), "hoá"),
        ("2021 – 2025", Span(0, 11), "2021 – 2025"),
    ],
)
def test_a_quote_is_the_slice_of_the_source_untouched(raw: str, span: Span, quote: str) -> None:
    made = graph(raw)
    made.evidence(OWNER, span)
    (exact,) = [s for s in made.statements if s.predicate == OA.exact]
    start = next(s.object.value for s in made.statements if s.predicate == OA.start)
    end = next(s.object.value for s in made.statements if s.predicate == OA.end)
    assert exact.object == Literal(quote)
    assert raw[int(start) : int(end)] == quote


@pytest.mark.parametrize("span", [None, Span(3, 3), Span(5, 4)])
def test_no_words_no_evidence(span: Span | None) -> None:
    made = graph()
    made.evidence(OWNER, span)
    assert made.statements == []


def test_one_place_is_one_evidence_for_all_its_owners() -> None:
    made = graph()
    made.evidence(OWNER, Span(0, 7), PIO.symbol)
    made.evidence(Iri(OWNER + "/task/1"), Span(0, 7), PIO.number)
    assert len([s for s in made.statements if s.object == PIO.Evidence]) == 1
    assert stated(made, Iri(f"{BASE}id/text/{SHA}/0-7"), PIO.proves) == [PIO.symbol, PIO.number]


def test_a_statement_is_made_once_and_never_of_nothing() -> None:
    made = graph()
    for value in (PIO.Task, PIO.Task, None):
        made.add(OWNER, RDF.type, value)
    made.text_value(OWNER, SKOS.altLabel, " \n ")
    made.value(OWNER, PIO.unit, "")
    made.date(OWNER, PIO.documentDate, None)
    made.year(OWNER, PIO.startYear, "")
    made.code(OWNER, PIO.recurrence, "frequency", "")
    assert len(made.statements) == 1


def test_values_have_their_types() -> None:
    made = graph()
    made.date(OWNER, PIO.documentDate, "2024-05-01")
    made.year(OWNER, PIO.startYear, "2024")
    made.number(OWNER, PIO.quantity, 1.5)
    made.labels(OWNER, "Đường  số\n1", "Road 1")
    made.judged(OWNER, 0.853, "alias", "row")
    values = {s.predicate: s.object for s in made.statements if s.predicate != SKOS.prefLabel}
    assert values[PIO.documentDate] == Literal("2024-05-01", XSD.date)
    assert values[PIO.startYear] == Literal("2024", XSD.gYear)
    assert values[PIO.quantity] == Literal("1.5", XSD.decimal)
    assert values[PIO.confidence] == Literal("0.85", XSD.decimal)
    assert values[PIO.searchKey] == Literal("duong so 1")
    assert [s.object for s in made.statements if s.predicate == SKOS.prefLabel] == [
        Literal("Đường số 1", language="vi"),
        Literal("Road 1", language="en"),
    ]


def test_a_fact_read_twice_is_judged_once() -> None:
    """A body named twice in one row is one assignment: it can be only as sure as the first naming."""
    made = graph()
    made.judged(OWNER, 0.9, "exact", "row")
    made.judged(OWNER, 0.6, "elliptical", "row-list")
    assert stated(made, OWNER, PIO.confidence) == ["0.9"]
    assert stated(made, OWNER, PIO.resolution) == ["https://w3id.org/pio/code/resolution/exact"]
    assert stated(made, OWNER, PIO.rule) == ["row"]


def test_assignment_paths() -> None:
    task = "id/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12"
    assert assignment_path(task, "lead", "id/agent/ha-noi/so-noi-vu") == f"{task}/lead/ha-noi.so-noi-vu"


# --- every sample source


def test_every_quote_of_the_samples_is_the_slice_at_its_offsets(samples) -> None:
    for key, sample in samples.items():
        nodes = sample.facts.a(PIO.Evidence)
        assert nodes, key
        for node in nodes:
            start, _, end = node.rsplit("/", 1)[-1].partition("-")
            quote = sample.text[int(start) : int(end)]
            assert sample.facts.of(f"{node}/position", OA.start) == [start], node
            assert sample.facts.of(f"{node}/position", OA.end) == [end], node
            assert sample.facts.of(f"{node}/quote", OA.exact) == [quote], node
            assert quote == quote.strip() != "", node
            assert sample.facts.of(node, OA.hasSource) == [f"id/text/{sample.sha256}"]


def test_every_fact_of_the_samples_has_its_words(samples) -> None:
    classes = [
        PIO.Assignment, PIO.Citation, PIO.Task, PIO.Measure, PIO.Objective, PIO.Target, PIO.ReportedResult,
        PIO.Signature, PIO.Distribution, PIO.Schedule, PIO.Section,
    ]  # fmt: skip
    for sample in samples.values():
        for class_ in classes:
            for node in sample.facts.a(class_):
                assert sample.facts.of(node, PIO.evidence), node


def test_there_are_no_blank_nodes_and_one_form_of_iri(samples) -> None:
    for key, sample in samples.items():
        for statement in sample.reading.statements:
            assert statement.graph == f"{BASE}graph/source/{key}"
            for term in (statement.subject, statement.predicate, statement.object):
                if isinstance(term, Literal):
                    assert not (term.datatype and term.language)
                    continue
                assert term.startswith(("http://", "https://")), term
                if term.startswith(BASE):
                    assert PATH.fullmatch(term.removeprefix(BASE)), term


def test_every_document_path_of_the_samples_parses_back(samples) -> None:
    for sample in samples.values():
        for path in (*sample.reading.captured, *(c.cited.path for c in sample.reading.cited)):
            if not path.startswith("id/news/"):
                assert DocumentKey.parse(path).path == path


def test_reading_again_gives_the_same(reader, samples) -> None:
    from kgbuild.config import resource
    from kgbuild.sources.manifest import find_sources

    for source in find_sources([resource("data", "sources")]):
        assert reader.read(source, 10**8, False).statements == samples[source.key].reading.statements
