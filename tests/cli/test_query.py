"""`kgbuild query` and `kgbuild serve`: the local store, a remote endpoint, every form of answer."""

import io
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import rdflib
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.config import Settings
from kgbuild.store import Store
from kgbuild.store.remote import declare

SELECT = "SELECT ?row WHERE { ?t a pio:Task ; pio:rowNumber ?row }"


def test_a_select_is_csv_in_a_pipe(run, built: Path) -> None:
    done = run("query", SELECT)
    assert (done.code, done.out.split()) == (0, ["row", "12"])


@pytest.mark.parametrize(
    ("wanted", "start"),
    [("json", '{"head"'), ("xml", "<?xml"), ("tsv", "?row"), ("csv", "row"), ("table", "row\n12\n")],
)
def test_formats_of_rows(run, built: Path, wanted: str, start: str) -> None:
    assert run("query", SELECT, "--format", wanted).out.startswith(start)


def test_ask_and_construct(run, built: Path) -> None:
    assert run("query", "ASK { ?t a pio:Task }").out.strip() == "true"
    assert run("query", "ASK { ?t a pio:Event }", "--format", "table").out.strip() == "false"
    construct = "CONSTRUCT { ?t a pio:Task } WHERE { ?t a pio:Task }"
    assert "pio:Task" in run("query", construct).out
    assert run("query", construct, "--format", "nt").out.startswith("<https://w3id.org/vnpolicy/id/doc/")


def test_a_query_from_stdin(run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(SELECT))
    assert run("query", "-").out.split() == ["row", "12"]


@pytest.mark.parametrize("name", ["7", "07", "07-wanted-rows", "wanted-rows", "07-wanted-rows.rq"])
def test_an_example_by_number_or_name(
    run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "07-wanted-rows.rq").write_text(SELECT, encoding="utf-8")
    monkeypatch.setattr("kgbuild.publish.pages.examples.resource", lambda *_parts: tmp_path)
    assert run("query", "--example", name).out.split() == ["row", "12"]
    missing = run("query", "--example", "none")
    assert missing.code == 1
    assert "07-wanted-rows" in missing.err


def test_a_parameter_of_an_example_takes_another_value(
    run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = '# parameter@en: row – number\nSELECT ?t WHERE { VALUES ?row { "12" } ?t pio:rowNumber ?row }'
    (tmp_path / "01-rows.rq").write_text(query, encoding="utf-8")
    monkeypatch.setattr("kgbuild.publish.pages.examples.resource", lambda *_parts: tmp_path)
    assert len(run("query", "--example", "1").out.split()) == 2
    for to in ("csv", "tsv", "json", "table"):
        none = run("query", "--example", "1", "--set", "row=99", "--format", to)
        assert none.code == 0
        assert "no rows" in none.err
        assert "--set row=…" in none.err
    assert run("query", "--example", "1", "--set", "row=99").out.split() == ["t"]
    assert "no rows" not in run("query", "--example", "1").err
    unknown = run("query", "--example", "1", "--set", "year=2020")
    assert (unknown.code, "it has: row" in unknown.err) == (1, True)
    assert run("query", "--example", "1", "--set", "row").code == 2
    assert run("query", SELECT, "--set", "row=99").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("SELECT nonsense",), "line 1"),
        (("SELECT * { SERVICE <http://attacker.example/> {} }",), "refused"),
        (("DROP ALL",), "updates are refused"),
        (("CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"), "text/turtle"),
        (("ASK {}", "--out", "nowhere"), "kgbuild build"),
    ],
)
def test_errors_are_one_sentence(run, built: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("query", *arguments)
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_an_unknown_format_is_a_wrong_command_line(run, built: Path) -> None:
    assert run("query", SELECT, "--format", "pdf").code == 2


@pytest.fixture(scope="module")
def endpoint(serve: Callable[[FastAPI], str]) -> str:
    """An endpoint with a task in it, and no graph of a build."""
    from kgbuild.model import Literal, Statement
    from kgbuild.namespaces import PIO, RDF, Iri

    store = Store.memory()
    task, graph = Iri("http://x/t"), Iri("http://x/g")
    store.add([Statement(task, RDF.type, PIO.Task, graph), Statement(task, PIO.rowNumber, Literal("đ 1"), graph)])
    return f"{serve(create_app(store, Settings()))}/sparql"


@pytest.fixture(scope="module")
def small_server(serve: Callable[[FastAPI], str]) -> str:
    """An endpoint with the small graph."""
    store = Store.memory()
    dataset = rdflib.Dataset().parse(Path(__file__).parents[1] / "fixtures" / "small.trig", format="trig")
    store.load(dataset.serialize(format="nquads", encoding="utf-8"))
    return f"{serve(create_app(store, Settings()))}/sparql"


def test_a_remote_endpoint_answers_like_the_store(run, endpoint: str) -> None:
    assert run("query", SELECT, "--endpoint", endpoint).out.splitlines() == ["row", "đ 1"]
    assert run("query", SELECT, "--endpoint", endpoint, "--format", "table").out.splitlines() == ["row", "đ 1"]
    assert run("query", "ASK { ?t a pio:Task }", "--endpoint", endpoint).out.strip() == "true"
    assert "pio:Task" in run("query", "CONSTRUCT WHERE { ?t a pio:Task }", "--endpoint", endpoint).out
    long = SELECT + "#" * 3000
    assert run("query", long, "--endpoint", endpoint).out.splitlines() == ["row", "đ 1"]


def test_a_remote_refusal_is_one_sentence(run, endpoint: str) -> None:
    done = run("query", "SELECT ?x { ?x }", "--endpoint", endpoint)
    assert done.code == 1
    assert "refuses the query" in done.err
    assert "line 1" in done.err
    assert len(done.err.strip().splitlines()) == 1


class Odd(BaseHTTPRequestHandler):
    """A server that answers web pages and errors."""

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)["query"][0]
        self.send_response(500 if "broken" in query else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>hello</p>")

    def log_message(self, *_arguments: Any) -> None:
        pass


def test_what_is_no_endpoint_is_one_sentence(run) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        page = run("query", "ASK {}", "--endpoint", url)
        broken = run("query", "ASK { ?broken ?p ?o }", "--endpoint", url)
    finally:
        server.shutdown()
        server.server_close()
    nobody = run("query", "ASK {}", "--endpoint", url)
    for done, message in ((page, "answered text/html"), (broken, url), (nobody, "cannot be asked")):
        assert done.code == 1
        assert message in done.err
        assert len(done.err.strip().splitlines()) == 1


def test_declared_prefixes_stay_and_lines_keep_their_numbers() -> None:
    query = "PREFIX pio: <http://other/>\nASK { ?s a pio:Task ; org:postIn ?o }"
    declared = declare(query)
    assert declared.startswith("PREFIX org: <http://www.w3.org/ns/org#> PREFIX pio: <http://other/>\n")
    assert declared.count("\n") == query.count("\n")


@pytest.fixture
def port() -> str:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return str(found.getsockname()[1])


def test_serve_hands_the_build_to_uvicorn(run, built: Path, port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from fastapi.testclient import TestClient

    (built / "site").mkdir()
    (built / "site" / "index.html").write_text("<p>trang chủ</p>", encoding="utf-8")
    seen: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: seen.update(options, app=app))
    done = run("serve", "--port", port, "--out", str(built))
    assert done.code == 0
    assert f"http://127.0.0.1:{port}/" in done.err
    assert (seen["host"], seen["port"]) == ("127.0.0.1", int(port))
    with TestClient(seen["app"]) as client:
        assert "trang chủ" in client.get("/").text
        assert client.get("/sparql", params={"query": "ASK { ?t a pio:Task }"}).json()["boolean"] is True
        # the base of the build counts, not that of the settings here
        assert client.get("/data/agent/ha-noi/so-noi-vu.ttl").status_code == 200


def test_serve_on_a_port_in_use_says_so_and_serves_nothing(run, built: Path, served: list[Any]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("serve", "--port", port, "--out", str(built))
    assert (done.code, done.out, served) == (1, "", [])
    assert done.err.startswith(f"kgbuild: 127.0.0.1:{port}: cannot be listened on: ")
    assert len(done.err.strip().splitlines()) == 1


def test_serve_without_a_build_says_what_to_do(run, port: str) -> None:
    done = run("serve", "--port", port)
    assert (done.code, "kgbuild build" in done.err) == (1, True)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `serve` would serve, which it does not do here."""
    apps: list[Any] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **_options: apps.append(app))
    return apps


def test_the_service_stands_before_another_server(
    run, served: list[Any], small_server: str, port: str, tmp_path: Path
) -> None:
    done = run("serve", "--port", port, "--endpoint", small_server, "--out", str(tmp_path / "nothing"))
    assert (done.code, small_server in done.err) == (0, True)
    client = TestClient(served[0], follow_redirects=False)
    task = "doc/ha-noi/ubnd/ke-hoach/2013/90/task/12"
    assert client.get(f"/id/{task}").headers["location"] == f"/data/{task}.ttl"
    assert b"pio:Task" in client.get(f"/data/{task}.ttl").content


def test_a_server_without_a_build_is_not_served(run, served: list[Any], endpoint: str, port: str) -> None:
    for address, code, message in ((endpoint, 1, "holds no graphs of a build"), ("localhost", 2, "web address")):
        done = run("serve", "--port", port, "--endpoint", address)
        assert (done.code, message in done.err, served) == (code, True, [])
