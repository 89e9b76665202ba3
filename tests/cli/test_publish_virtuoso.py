"""`kgbuild publish` into Virtuoso: every triple arrives as it was, and the questions find the same number of rows."""

import csv
import io
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import rdflib

from kgbuild.config import resource
from kgbuild.namespaces import Iri
from kgbuild.publish.describe import describe
from kgbuild.store import Endpoint, Question, Store

pytestmark = pytest.mark.virtuoso

BASE = "http://localhost:8000/graph/"
SETTINGS = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = v-temp.db
TransactionFile = v-temp.trx
[Parameters]
ServerPort = {}
DirsAllowed = .
CheckpointInterval = 0
[HTTPServer]
ServerPort = {}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports: list[int] = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Virtuoso with nothing of ours in it: the address of its web server."""
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, web = free_ports(2)
    (folder / "v.ini").write_text(SETTINGS.format(sql, web), encoding="utf-8")
    binary = shutil.which("virtuoso-t") or ""
    log = folder / "v.err"  # a file, since a pipe that nobody empties would stop the server
    with log.open("wb") as sink:
        process = subprocess.Popen([binary, "+foreground", "+configfile", "v.ini"], cwd=folder, stderr=sink)
    while b"Server online" not in log.read_bytes():
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        time.sleep(0.1)
    yield f"http://127.0.0.1:{web}"
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def build(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the bundled sources whose graphs a test may take away."""
    out = tmp_path_factory.mktemp("out") / "build"
    shutil.copytree(seeds, out, symlinks=True)
    return out


def ask(server: str, query: str, form: str) -> str:
    with urlopen(f"{server}/sparql?{urlencode({'query': query, 'format': form})}") as answer:
        return str(answer.read().decode())


def publish(run, server: str, build: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("KGBUILD_ENDPOINT_PASSWORD", "dba")
    address = f"{server}/sparql-graph-crud-auth"
    done = run("publish", "--endpoint", address, "--query", f"{server}/sparql", "--user", "dba", "--out", str(build))
    assert done.code == 0, done.err
    return str(done.out)


def test_every_triple_arrives_as_it_was(run, server: str, build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(run, server, build, monkeypatch)
    files = list((build / "graphs").glob("*.nq"))
    assert len(files) > 8
    for file in files:
        (ours,) = (g for g in rdflib.Dataset().parse(file, format="nquads").graphs() if len(g))
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{ours.identifier}> {{ ?s ?p ?o }} }}"
        theirs = rdflib.Graph().parse(data=ask(server, query, "text/plain"), format="nt")
        assert set(theirs) == set(ours), ours.identifier


def test_the_questions_find_as_many_rows(run, server: str, build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(run, server, build, monkeypatch)
    for number in range(1, len(list(resource("site", "queries", "examples").glob("*.rq"))) + 1):
        rows = []
        for place in (("--endpoint", f"{server}/sparql"), ("--out", str(build))):
            done = run("query", "--example", str(number), "--format", "csv", *place)
            assert done.code == 0, done.err
            rows.append(len(list(csv.reader(io.StringIO(done.out, newline="")))))
        assert rows[0] == rows[1] > 1, number


def test_the_service_over_it_gives_the_same(run, server: str, build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(run, server, build, monkeypatch)
    ours, theirs = Store.open(build / "store", read_only=True), Endpoint(f"{server}/sparql")
    assert theirs.base_iri() == ours.base_iri()
    iris = sorted({Iri(str(row["s"])) for row in ours.select("SELECT ?s { ?s a ?kind }") if "/id/" in str(row["s"])})
    assert len(iris) > 1000
    for iri in iris[:: len(iris) // 40]:
        assert describe(theirs, iri) == describe(ours, iri), iri


def test_a_sorted_answer_needs_no_limit_that_it_refuses(run, server: str, build: Path, monkeypatch) -> None:
    publish(run, server, build, monkeypatch)
    question = Question("SELECT ?t { ?t a pio:Task } ORDER BY ?t")
    assert Endpoint(f"{server}/sparql").answer(question) == Store.open(build / "store", read_only=True).answer(question)


def test_a_graph_that_the_build_has_no_longer_is_removed(
    run, server: str, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(run, server, build, monkeypatch)
    gone = next((build / "graphs").glob("source*.nq"))
    gone.unlink()
    assert "1 removed" in publish(run, server, build, monkeypatch)
    held = ask(server, "SELECT ?g { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", "text/csv")
    assert held.count(f"{BASE}source/") == len(list((build / "graphs").glob("source*.nq"))) > 1
