"""The dumps: every format holds the same graph, the tables open safely, the same store gives the same bytes."""

import csv
import gzip
import hashlib
import io
from pathlib import Path

import pytest
import rdflib

from kgbuild.config import Settings, resource
from kgbuild.model import Literal
from kgbuild.publish.dataset.dumps import DumpFile, write_dumps
from kgbuild.publish.dataset.tables import BOM
from kgbuild.store import Store, read_quads

FORMATS = {"nq": "nquads", "trig": "trig", "ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml"}
TABLES = sorted(path.stem for path in resource("site", "queries", "tables").glob("*.rq"))


@pytest.fixture(scope="module")
def store() -> Store:
    dataset = rdflib.Dataset()
    dataset.parse(Path(__file__).parents[2] / "fixtures" / "small.trig", format="trig")
    store = Store.memory()
    store.load(dataset.serialize(format="nquads", encoding="utf-8"))
    return store


@pytest.fixture(scope="module")
def out(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build")
    write_dumps(store, Settings(), out)
    return out


def rows(out: Path, name: str) -> list[dict[str, str]]:
    text = (out / "dumps" / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def test_the_main_dump_is_the_store(store: Store, out: Path) -> None:
    quads = read_quads(out / "dumps" / "kgbuild.nq.gz")
    assert quads == store.dump()
    assert quads.splitlines() == sorted(quads.splitlines())


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_holds_the_whole_graph(store: Store, out: Path, suffix: str) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=gzip.decompress((out / "dumps" / f"kgbuild.{suffix}.gz").read_bytes()), format=FORMATS[suffix])
    keeps_graphs = suffix in ("nq", "trig", "jsonld")
    triples = {(s, p, o) for s, p, o, _ in dataset.quads()}
    counted = store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [str(len(triples))] == [row["n"].value for row in counted if isinstance(row["n"], Literal)]
    assert len(list(dataset.quads())) == (len(store) if keeps_graphs else len(triples))


def test_the_same_store_gives_the_same_bytes(store: Store, out: Path, tmp_path: Path) -> None:
    shuffled = Store.memory()
    shuffled.load(b"".join(reversed(store.dump().splitlines(keepends=True))))
    write_dumps(shuffled, Settings(workers=2), tmp_path)
    names = [path.relative_to(out) for path in sorted(out.rglob("*")) if path.is_file()]
    assert names == [path.relative_to(tmp_path) for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    for name in names:
        assert (out / name).read_bytes() == (tmp_path / name).read_bytes(), name


def test_checksums_and_sizes_are_those_of_the_files(store: Store, tmp_path: Path) -> None:
    files: list[DumpFile] = write_dumps(store, Settings(), tmp_path)
    assert len(files) == len(FORMATS) + 2 * len(TABLES)
    listed = dict(line.split("  ")[::-1] for line in (tmp_path / "dumps" / "checksums.txt").read_text().splitlines())
    for file in files:
        data = (tmp_path / "dumps" / file.path).read_bytes()
        assert file.size == len(data)
        assert file.sha256 == listed[file.path] == hashlib.sha256(data).hexdigest()
        assert file.title_vi != file.title_en


def test_tables_say_in_words_what_the_iris_say(out: Path) -> None:
    documents = {row["symbol"]: row for row in rows(out, "documents")}
    assert documents["90/KH-UBND"]["issuer_name"] == "Ủy ban nhân dân thành phố Hà Nội"
    assert documents["90/KH-UBND"]["source_file"] == "001.txt"
    assert documents["22-CTr/TU"]["text_held"] == "false"
    assignments = [(row["row"], row["role_name"], row["agency_name"]) for row in rows(out, "assignments")]
    agency = "Sở Nội vụ thành phố Hà Nội"
    assert sorted(assignments) == [("12", "chủ trì", agency), ("12", "phối hợp", agency)]
    agencies = {row["name"]: (row["leads"], row["coordinates"], row["performs"]) for row in rows(out, "agencies")}
    assert agencies == {agency: ("1", "1", "0"), "Ủy ban nhân dân thành phố Hà Nội": ("0", "0", "0")}
    task = rows(out, "tasks")[0]
    assert (task["start_year"], task["end_year"], task["document_name"]) == ("2013", "2014", "90/KH-UBND")
    assert task["standing"] == "false"
    assert {row["document"].rpartition("/id/")[2] for row in rows(out, "assignments")} == {task["document"][29:]}
    target = rows(out, "targets")[0]
    assert (target["quantity"], target["unit"]) == ("50", "%")
    citation = rows(out, "citations")[0]
    assert (citation["citing_name"], citation["cited_name"]) == ("90/KH-UBND", "22-CTr/TU")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_one_row_for_each_fact_sorted(out: Path, name: str) -> None:
    found = [tuple(row.values()) for row in rows(out, name)]
    assert found == sorted(set(found))
