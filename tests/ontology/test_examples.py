"""The examples of the ontology are of the real data: what they name stands in the sources, the tables or the build."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

from kgbuild.config import resource
from kgbuild.language import fold
from kgbuild.model import Literal, Statement
from kgbuild.store import Store, read_quads

ONTOLOGY = Graph().parse(resource("ontology", "pio.ttl"))
EXAMPLES = sorted((str(term), str(text)) for term, text in ONTOLOGY.subject_objects(SKOS.example))
# what can be looked up word by word: numbers of documents, days, quotations, hashes and names of files
NAMED = re.compile(
    r"\d+[-/][\w/-]*[A-ZĐ][\w/-]*|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d|“[^”]+”|[0-9a-f]{12,}|[\w-]+\.txt"
)
DAY = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


@pytest.fixture(scope="module")
def statements(seeds: Path) -> list[Statement]:
    """The build of the five sources, without the ontology that stands in it."""
    store = Store.memory()
    store.load(read_quads(seeds / "dumps" / "kgbuild.nq.gz"))
    return [statement for statement in store.quads() if not statement.graph.endswith("graph/ontology")]


@pytest.fixture(scope="module")
def data(statements: list[Statement]) -> str:
    """Every word of the sources, the tables of authorities, the shapes and the build."""
    files = [
        path
        for folder in (("data", "sources"), ("data", "authorities"), ("shapes",))
        for path in sorted(resource(*folder).iterdir())
    ]
    said = {term.value if isinstance(term, Literal) else term for s in statements for term in (s.subject, s.object)}
    return " ".join([*(fold(file.read_text(encoding="utf-8")) for file in files), *map(fold, sorted(said))])


def wanting(example: str, data: str) -> list[str]:
    """List what an example names that the data do not have."""
    return [
        part
        for named in NAMED.findall(example)
        for part in (day_of(named) or named).split("…")
        if fold(part) not in data
    ]


def day_of(named: str) -> str:
    found = DAY.fullmatch(named)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""


@pytest.mark.parametrize(("term", "example"), EXAMPLES, ids=[term.rpartition("#")[2] for term, _ in EXAMPLES])
def test_what_an_example_names_stands_in_the_data(term: str, example: str, data: str) -> None:
    assert wanting(example, data) == []


def test_an_example_that_names_nothing_real_is_found(data: str) -> None:
    assert wanting("90/KH-UBND ngày 30/5/2013 của UBND thành phố Hà Nội", data) == []
    assert wanting("91/KH-XYZ ngày 31/2/2013: “chưa ai nói thế”, tep-nay.txt", data) == [
        "91/KH-XYZ",
        "2013-02-31",
        "“chưa ai nói thế”",
        "tep-nay.txt",
    ]


def test_the_example_of_a_property_is_one_of_its_values(statements: list[Statement]) -> None:
    """Of a property that the five sources give cause for; the words before a bracket or a colon are the value."""
    values: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement.object, Literal):
            values[statement.predicate].append(fold(statement.object.value))
    examples = {
        URIRef(term): [fold(part) for part in re.split(r"…|\(|: |;", example)]
        for term, example in EXAMPLES
        if (URIRef(term), RDF.type, OWL.DatatypeProperty) in ONTOLOGY and term in values
    }
    assert len(examples) > 40
    wrong = {
        term.rpartition("#")[2]
        for term, parts in examples.items()
        if not any(part and part in value for part in parts for value in values[str(term)])
    }
    assert sorted(wrong) == []
