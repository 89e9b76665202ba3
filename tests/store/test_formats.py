"""Serialisation: every format says the same, and the same bytes every time."""

import subprocess
import sys

import pyoxigraph as ox
import pytest
import rdflib

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import CODE, PIO, PREFIXES, RDF, Iri
from kgbuild.store import GRAPH_FORMATS, Format, find_format, turtle, write

G, H = Iri("http://x/g"), Iri("http://x/h")
STATEMENTS = [
    Statement(Iri("http://x/t/2"), PIO.rowNumber, Literal("2 <a> \\ \u2028"), H),
    Statement(Iri("http://x/t"), RDF.type, PIO.Task, G),
    Statement(Iri("http://x/t"), RDF.type, PIO.Task, H),
    Statement(Iri("http://x/t"), PIO.assignmentRole, CODE["role/lead"], G),
    Statement(Iri("http://x/t"), PIO.nameAsWritten, Literal("Sở Nội vụ", None, "vi"), G),
]
PARSERS = {"nq": "nquads", "jsonld": "json-ld", "rdf": "xml", "ttl": "turtle"}


@pytest.mark.parametrize("to", GRAPH_FORMATS, ids=lambda f: f.suffix)
@pytest.mark.parametrize("keep", [False, True])
def test_every_format_reads_back(to: Format, keep: bool) -> None:
    data = write(STATEMENTS, to, keep_graphs=keep)
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=PARSERS.get(to.suffix, to.suffix))
    quads = list(dataset.quads())
    assert len({quad[:3] for quad in quads}) == 4
    graphs = {str(quad[3]) for quad in quads if quad[3] is not None}
    assert len(quads) == (5 if keep and to.quads else 4)
    assert (graphs == {G, H}) is (keep and to.quads)


@pytest.mark.parametrize("to", GRAPH_FORMATS, ids=lambda f: f.suffix)
def test_order_changes_no_byte(to: Format) -> None:
    assert write(STATEMENTS, to, keep_graphs=True) == write(STATEMENTS[::-1], to, keep_graphs=True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("hết trang\f 5", "hết trang  5"), ("một\x01\x1b\ufffe", "một   "), ("dòng\r\nmới\t\r", "dòng\r\nmới\t\r")],
)
def test_xml_stays_xml_whatever_a_text_holds(text: str, kept: str) -> None:
    rdf = find_format("rdf", GRAPH_FORMATS)
    assert rdf is not None
    data = write([Statement(Iri("http://x/t"), PIO.quoteText, Literal(text), G)], rdf)
    assert [str(value) for value in rdflib.Graph().parse(data=data, format="xml").objects()] == [kept]
    assert [quad.object.value for quad in ox.parse(data, format=ox.RdfFormat.RDF_XML)] == [kept]


def test_prefixes_are_sorted_and_used() -> None:
    head = [line for line in turtle(STATEMENTS, PREFIXES).decode().splitlines() if line.startswith("@prefix")]
    assert [line.split()[1] for line in head] == ["code:", "pio:"]


def test_every_process_writes_the_same_bytes() -> None:
    program = (
        "from kgbuild.model import Statement; from kgbuild.namespaces import PIO, RDF, CODE, Iri\n"
        "from kgbuild.store import GRAPH_FORMATS, write\n"
        "s = [Statement(Iri('http://x/s'), PIO.assignmentRole, CODE['role/lead'], Iri('http://x/g'))]\n"
        "print([write(s, f, keep_graphs=True) for f in GRAPH_FORMATS])"
    )
    runs = {subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in range(3)}
    assert len(runs) == 1
