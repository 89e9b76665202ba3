"""The store: load, union, sorted dump."""

import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.errors import NotAcceptable, StoreError
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import XSD, Iri
from kgbuild.store import Question, Store, read_quads, serialise

IRIS = st.sampled_from([Iri(f"http://x/{name}") for name in ("a", "b", "a/b", "c#d")])
LITERALS = st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.none(), st.none())
STATEMENTS = st.lists(st.builds(Statement, IRIS, IRIS, st.one_of(IRIS, LITERALS), IRIS), max_size=12)


@given(STATEMENTS)
def test_loading_twice_is_loading_once_and_the_dump_is_what_was_loaded(statements: list[Statement]) -> None:
    quads = serialise(statements)
    once, twice = Store.memory(), Store.memory()
    once.load(quads)
    twice.load(quads)
    twice.load(quads)
    assert once.dump() == twice.dump() == quads
    assert len(once) == len(twice) == len(set(statements))


@given(STATEMENTS)
def test_order_and_repetition_change_no_byte(statements: list[Statement]) -> None:
    assert serialise(statements) == serialise([*reversed(statements), *statements])


@given(STATEMENTS)
def test_adding_is_loading(statements: list[Statement]) -> None:
    added, loaded = Store.memory(), Store.memory()
    assert added.add(statements) == len(set(statements))
    assert added.add(statements) == 0
    loaded.load(serialise(statements))
    assert added.dump() == loaded.dump()
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    triples = {(s.subject, s.predicate, s.object) for s in statements}
    for store in (added, loaded):
        assert [row["n"] for row in store.select(count)] == [Literal(str(len(triples)), XSD.integer)]


def test_quads_written_by_others_load_too() -> None:
    store = Store.memory()
    store.load(
        b'# note <x>\n\n<http://x/s>\t<http://x/p> "a <b"\t<http://x/g>.\n<http://x/s> <http://x/p> "no graph" .\n'
    )
    assert store.dump() == b'<http://x/s> <http://x/p> "a <b" <http://x/g> .\n'
    assert store.ask('ASK { ?s ?p "a <b" }')


def test_bad_quads_are_one_sentence() -> None:
    with pytest.raises(StoreError, match="cannot be loaded"):
        Store.memory().load(b"<http://x/s> nonsense\n")


def test_a_turtle_file_joins_its_graph_and_the_union(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<http://x/s> <http://x/p> 'v'@vi .", encoding="utf-8")
    store = Store.memory()
    store.load_turtle(path, Iri("http://x/g"))
    assert store.graphs() == ["http://x/g"]
    assert store.ask("ASK { <http://x/s> ?p 'v'@vi }")
    path.write_text("<http://x/s> <", encoding="utf-8")
    with pytest.raises(StoreError, match=r"a\.ttl"):
        store.load_turtle(path, Iri("http://x/g"))


def test_a_store_on_disk_opens_again_read_only(tmp_path: Path) -> None:
    quads = serialise([Statement(Iri("http://x/s"), Iri("http://x/p"), Literal("v"), Iri("http://x/g"))])
    store = Store.open(tmp_path / "store")
    store.load(quads)
    del store
    again = Store.open(tmp_path / "store", read_only=True)
    assert again.dump() == quads
    assert again.path == tmp_path / "store"
    assert again.holds(Iri("http://x/s"))
    assert not again.holds(Iri("http://x/p"))
    assert not again.holds(Iri("not an iri"))
    with pytest.raises(StoreError, match="missing"):
        Store.open(tmp_path / "missing", read_only=True)


def test_a_broken_gzip_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.nq.gz"
    path.write_bytes(b"no gzip")
    with pytest.raises(StoreError, match=r"broken\.nq\.gz"):
        read_quads(path)


@pytest.mark.parametrize(
    ("graphs", "base"),
    [
        (["https://x/y/graph/source/001", "https://x/y/graph/inferred"], "https://x/y/"),
        (["http://localhost:8000/graph/authority"], "http://localhost:8000/"),
        (["https://x/graph/own/graph/ontology"], "https://x/graph/own/"),
        (["http://x/g", "http://x/graph/other"], None),
        ([], None),
    ],
)
def test_a_store_knows_the_base_of_its_build(graphs: list[str], base: str | None) -> None:
    store = Store.memory()
    store.add(Statement(Iri("http://x/s"), Iri("http://x/p"), Literal("v"), Iri(graph)) for graph in graphs)
    assert store.base_iri() == base


def test_nothing_of_the_engine_outlives_the_thread_that_asked() -> None:
    """An answer, or the error in its place, may be dropped by any thread: by the collector, for one."""
    store = Store.memory()
    store.load(b"<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n" * 2)
    complaints: list[object] = []
    before, sys.unraisablehook = sys.unraisablehook, lambda found: complaints.append(found.exc_value)
    try:
        kept: list[Any] = [store.select("SELECT * { ?s ?p ?o }"), store.table("SELECT * { ?s ?p ?o }")]
        next(kept[0])
        for question in (Question("CONSTRUCT WHERE { ?s ?p ?o }", graph=None), Question("ASK {}", rows=None)):
            try:
                store.answer(question)
            except NotAcceptable as error:
                kept.append(error)
        thread = threading.Thread(target=kept.clear)
        thread.start()
        thread.join()
    finally:
        sys.unraisablehook = before
    assert not complaints


def test_files_load_as_their_bytes_do_however_many_lines_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kgbuild.store.database._LOAD", 2)
    parts = [
        b'<http://x/s> <http://x/p> "a <b" <http://x/g> .\n',
        b'<http://x/s> <http://x/p> "a <b" <http://x/h> .\n<http://x/s> <http://x/p> <http://x/o> <http://x/h> .\n',
    ]
    files = [tmp_path / name for name in ("g.nq", "h.nq")]
    for file, data in zip(files, parts, strict=True):
        file.write_bytes(data)
    store = Store.open(tmp_path / "store")
    store.load_files(files)
    assert store.dump() == b"".join(sorted(b"".join(parts).splitlines(keepends=True)))
    assert [row["n"] for row in store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")] == [Literal("2", XSD.integer)]


def test_a_file_that_cannot_be_loaded_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "g.nq").write_bytes(b"<http://x/s> <http://x/p>\n")
    with pytest.raises(StoreError, match="the N-Quads cannot be loaded"):
        Store.memory().load_files([tmp_path / "g.nq"])
    with pytest.raises(StoreError, match=r"none\.nq: cannot be read"):
        Store.memory().load_files([tmp_path / "none.nq"])
