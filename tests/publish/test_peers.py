"""The dumps as others read them: rdflib, pyoxigraph, Raptor, Jena and N3.js count the same in every format."""

import gzip
from collections.abc import Callable
from pathlib import Path

import peers
import pytest
import rdflib
import sample

from kgbuild.config import Settings
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS, Iri
from kgbuild.publish.dataset.dumps import write_dumps
from kgbuild.store import GRAPH_FORMATS, Store

FORMATS = {known.suffix: known for known in GRAPH_FORMATS}
ODD = (
    'tab\t quote" back\\slash\nline',
    "\u007f\u0085\u2028",
    "𝛼 ấ ậ đ",
    " ",
    "'''\"\"\"",
)


@pytest.fixture(scope="module")
def store() -> Store:
    """The sample graph, with texts that writers and parsers trip over, and one triple in two graphs."""
    store = sample.sample_store()
    thing = Iri(f"{sample.BASE}id/odd/c%E1%BA%A3-+~'()*!")
    graphs = [Iri(f"{sample.BASE}graph/source/{name}") for name in ("odd", "odd-2")]
    store.add(Statement(thing, DCTERMS.title, Literal(text, language="vi"), graphs[0]) for text in ODD)
    store.add(Statement(thing, DCTERMS.identifier, Literal("1"), graph) for graph in graphs)
    return store


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dumps, unpacked."""
    out = tmp_path_factory.mktemp("dumps")
    write_dumps(store, Settings(base_iri=sample.BASE), out)
    for suffix in FORMATS:
        name = f"kgbuild.{suffix}"
        (out / name).write_bytes(gzip.decompress((out / "dumps" / f"{name}.gz").read_bytes()))
    return out


@pytest.fixture(scope="module")
def expected(store: Store) -> dict[str, int]:
    """How much each format holds, counted on the N-Quads as text: quads where graphs are kept, else triples."""
    lines = store.dump().splitlines()
    triples = {line.rpartition(b" <")[0] for line in lines}
    assert len(triples) < len(lines)
    return {suffix: len(lines) if known.quads else len(triples) for suffix, known in FORMATS.items()}


def check(count: Callable[[Path], int], suffixes: dict[str, object], folder: Path, expected: dict[str, int]) -> None:
    counted = {suffix: count(folder / f"kgbuild.{suffix}") for suffix in suffixes}
    assert counted == {suffix: expected[suffix] for suffix in suffixes}


def test_rdflib_and_pyoxigraph(folder: Path, expected: dict[str, int]) -> None:
    check(peers.count_rdflib, {**peers.RDFLIB}, folder, expected)
    check(peers.count_pyoxigraph, {**peers.OXIGRAPH}, folder, expected)


@pytest.mark.rapper
def test_rapper(folder: Path, expected: dict[str, int]) -> None:
    check(peers.count_rapper, {**peers.RAPPER}, folder, expected)


@pytest.mark.java
def test_jena(folder: Path, expected: dict[str, int], tmp_path: Path) -> None:
    assert peers.count_jena([folder / f"kgbuild.{suffix}" for suffix in FORMATS], tmp_path) == expected


@pytest.mark.node
def test_n3(folder: Path, expected: dict[str, int]) -> None:
    check(peers.count_n3, {**peers.N3}, folder, expected)


def test_every_format_says_the_same(folder: Path) -> None:
    """The formats hold the same graph, by rdflib's own comparison of triples."""
    graphs = []
    for suffix, name in peers.RDFLIB.items():
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(folder / f"kgbuild.{suffix}", format=name)
        graphs.append({(s, p, o) for s, p, o, _ in dataset.quads()})
    assert all(graph == graphs[0] for graph in graphs)
