"""Answers to users' queries: formats, row limit, refusals, messages."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from kgbuild.errors import NotAcceptable, QueryError
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import Iri
from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS, Question, Store, find_format

S, P, G, H = Iri("http://x/s"), Iri("http://x/p"), Iri("http://x/g"), Iri("http://x/h")
DUTY = Literal("nhiệm vụ “a”\n},{ <b>", None, "vi")


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store.memory()
    store.add(Statement(S, P, Literal(f"giá trị {n}"), G) for n in range(9))
    store.add([Statement(S, P, DUTY, G), Statement(S, P, DUTY, H)])
    return store


def rows(body: bytes) -> list[dict[str, dict[str, str]]]:
    found: list[dict[str, dict[str, str]]] = json.loads(body)["results"]["bindings"]
    return found


def test_a_triple_in_two_graphs_is_one_row_of_the_union(store: Store) -> None:
    body = store.answer(Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).body
    assert rows(body)[0]["n"]["value"] == "10"
    body = store.answer(Question("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")).body
    assert rows(body)[0]["n"]["value"] == "11"


def test_rows_in_xml_are_xml_whatever_a_text_holds() -> None:
    held = Store.memory()
    held.add([Statement(S, P, Literal("trang\f 5\x01\r\n"), G)])
    body = held.answer(Question("SELECT ?o { ?s ?p ?o }", rows=find_format("xml", ROW_FORMATS))).body
    assert [e.text for e in ET.fromstring(body).iter() if e.tag.endswith("literal")] == ["trang  5 \r\n"]


def test_from_narrows_the_dataset(store: Store) -> None:
    body = store.answer(Question(f"SELECT ?o FROM <{H}> {{ ?s ?p ?o }}")).body
    assert [row["o"]["value"] for row in rows(body)] == [DUTY.value]


def test_the_protocols_dataset_wins_over_from(store: Store) -> None:
    question = Question(f"SELECT ?o FROM <{G}> {{ ?s ?p ?o }}", default_graphs=(H,))
    assert len(rows(store.answer(question).body)) == 1
    named = Question("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", named_graphs=(H,))
    assert {row["g"]["value"] for row in rows(store.answer(named).body)} == {H}


@pytest.mark.parametrize("suffix", ["json", "xml", "csv", "tsv"])
@pytest.mark.parametrize(
    ("tail", "limit", "expected", "truncated"),
    [
        ("", 10, 10, False),
        ("", 9, 9, True),
        ("# LIMIT 3", 4, 4, True),
        ("LIMIT 10 # LIMIT 3", 4, 4, True),
        ("LIMIT 10 # LIMIT 3\n", 20, 10, False),
        ("LIMIT 2 # <http://x/#y>", 4, 2, False),
        ("LIMIT 4", 4, 4, False),
        ("LIMIT 10", 10, 10, False),
        ("LIMIT 3", 9, 3, False),
        ("LIMIT 30", 9, 9, True),
        ("limit 30 offset 4", 9, 6, False),
        ("ORDER BY ?o LIMIT 8 OFFSET 1", 5, 5, True),
        ("LIMIT 3 VALUES ?s { <http://x/s> }", 5, 3, False),
    ],
)
def test_the_row_limit_cuts_and_says_so(
    store: Store, suffix: str, tail: str, limit: int, expected: int, truncated: bool
) -> None:
    query = f"SELECT ?s ?o {{ ?s ?p ?o }} {tail}"
    answer = store.answer(Question(query, rows=find_format(suffix, ROW_FORMATS), limit=limit))
    text = answer.body.decode()
    counts = {
        "json": lambda: len(json.loads(text)["results"]["bindings"]),
        "xml": lambda: text.count("<result>"),
        "csv": lambda: len(list(csv.reader(io.StringIO(text, newline="")))) - 1,
        "tsv": lambda: len(text.strip("\n").split("\n")) - 1,
    }
    assert (counts[suffix](), answer.truncated) == (expected, truncated)


def test_a_limit_that_cannot_be_written_into_the_query_is_asked_for(store: Store) -> None:
    with pytest.raises(QueryError, match="more than 5 rows"):
        store.answer(Question("SELECT ?o { ?s ?p ?o } VALUES ?s { <http://x/s> }", limit=5))


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "rdf", "trig", "nq"])
def test_construct_in_every_format_reads_back(store: Store, suffix: str) -> None:
    import rdflib

    to = find_format(suffix, GRAPH_FORMATS)
    assert to is not None
    answer = store.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }", graph=to))
    names = {"nq": "nquads", "jsonld": "json-ld", "rdf": "xml", "ttl": "turtle"}
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=answer.body, format=names.get(suffix, suffix))
    assert len({(s, p, o) for s, p, o, _ in dataset.quads()}) == 10
    assert answer.format == to


def test_a_graph_answer_is_cut_by_triples(store: Store) -> None:
    answer = store.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }", graph=GRAPH_FORMATS[1], limit=4))
    assert (answer.body.count(b"\n"), answer.truncated) == (4, True)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s\nWHERE { ?s ?p }", r"line 2, column 16: .* after '.*\{ \?s \?p \}'"),
        ("SELECT ?s WHERE { ?s ?p ?o", "line 1, column 27"),
        ("PREFIX a: <http://a/> INSERT DATA { a:s a:p a:o }", "updates are refused"),
        ("load <http://x/data.ttl>", "updates are refused"),
        ("CLEAR ALL", "updates are refused"),
        ("SELECT * FROM <http://attacker/data> { ?s ?p ?o }", "FROM <http://attacker/data> is refused"),
        ("SELECT * FROM NAMED <http://attacker/data> { ?s ?p ?o }", "FROM <http://attacker/data> is refused"),
    ],
)
def test_what_cannot_be_answered_is_explained(store: Store, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        store.answer(Question(query))


def test_a_form_whose_format_is_not_taken_is_not_acceptable(store: Store) -> None:
    with pytest.raises(NotAcceptable, match="text/turtle"):
        store.answer(Question("DESCRIBE <http://x/s>", graph=None))
    with pytest.raises(NotAcceptable, match="text/csv"):
        store.answer(Question("ASK {}", rows=None))


def test_a_dataset_graph_must_be_an_iri(store: Store) -> None:
    with pytest.raises(QueryError, match="absolute IRI"):
        store.answer(Question("ASK {}", default_graphs=("not an iri",)))
