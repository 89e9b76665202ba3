"""`kgbuild publish`: every named graph of the build, and no other, ends up in the other store."""

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

BASE = "https://w3id.org/vnpolicy/graph/"
GRAPHS = {"source.a": BASE + "source/a", "authority": BASE + "authority"}
PLACE = "http://127.0.0.1:%d/store?x=1"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build" / "graphs").mkdir(parents=True)
    for name, graph in GRAPHS.items():
        lines = [f'<{BASE}s{n}> <http://x/p> "ế {n}" <{graph}> .\n' for n in range(3)]
        (tmp_path / "build" / "graphs" / f"{name}.nq").write_text("".join(lines), encoding="utf-8")
    return tmp_path / "build"


class Graphs(ThreadingHTTPServer):
    """A server of the Graph Store Protocol and of one query, that of the graphs it holds."""

    held: dict[str, bytes]
    refused: str = ""
    writer: str = ""


class Handler(BaseHTTPRequestHandler):
    server: Graphs

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/plain") -> None:
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="graphs"')
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _graph(self) -> str:
        return parse_qs(urlsplit(self.path).query)["graph"][0]

    def _admits(self) -> bool:
        wanted = "Basic " + base64.b64encode(self.server.writer.encode()).decode()
        admitted = not self.server.writer or self.headers.get("Authorization") == wanted
        if not admitted:
            self._answer(401)
        return admitted

    def do_PUT(self) -> None:
        if not self._admits():  # without reading what was sent, as Virtuoso does
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self._graph() == self.server.refused:
            self._answer(507, b"no room   left")
        else:
            assert self.headers["Content-Type"] == "application/n-triples"
            self.server.held[self._graph()] = body
            self._answer(204)

    def do_DELETE(self) -> None:
        if self._admits():
            self._answer(204 if self.server.held.pop(self._graph(), None) else 404)

    def do_GET(self) -> None:
        rows = [{"g": {"type": "uri", "value": name}} for name in self.server.held]
        body = json.dumps({"head": {"vars": ["g"]}, "results": {"bindings": rows}}).encode()
        self._answer(200, body, "application/sparql-results+json")


@pytest.fixture
def server() -> Iterator[Graphs]:
    with Graphs(("127.0.0.1", 0), Handler) as server:
        server.held = {BASE + "source/gone": b"", "http://another/graph/source/b": b""}
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_each_graph_is_replaced_and_those_of_others_stay(run, built: Path, server: Graphs) -> None:
    server.held[GRAPHS["authority"]] = b"old"
    done = run("publish", "--endpoint", PLACE % server.server_port, "--json")
    assert done.code == 0, done.err
    assert json.loads(done.out) == {"replaced": dict.fromkeys(sorted(GRAPHS.values()), 3), "removed": []}
    assert set(server.held) == {*GRAPHS.values(), BASE + "source/gone", "http://another/graph/source/b"}
    for graph in GRAPHS.values():
        lines = server.held[graph].decode().splitlines()
        assert lines == [f'<{BASE}s{n}> <http://x/p> "ế {n}" .' for n in range(3)]


def test_graphs_that_the_build_has_no_longer_are_removed_when_they_can_be_listed(
    run, built: Path, server: Graphs
) -> None:
    address = PLACE % server.server_port
    done = run("publish", "--endpoint", address, "--query", address)
    assert done.code == 0, done.err
    assert set(server.held) == {*GRAPHS.values(), "http://another/graph/source/b"}
    assert "1 removed" in done.out


def test_a_refusal_names_the_graph_and_the_reason(run, built: Path, server: Graphs) -> None:
    server.refused = GRAPHS["source.a"]
    done = run("publish", "--endpoint", PLACE % server.server_port)
    assert done.code == 1
    assert all(words in done.err for words in (GRAPHS["source.a"], "HTTP 507", "no room left"))


def test_a_graph_that_needs_many_packets_is_sent_once_the_server_knows_the_writer(
    run, built: Path, server: Graphs, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.writer = "lan:x"
    line = f'<{BASE}s%d> <http://x/p> "{"ế" * 200}" <{GRAPHS["authority"]}> .\n'
    (built / "graphs" / "authority.nq").write_text("".join(line % n for n in range(20_000)), encoding="utf-8")
    monkeypatch.setenv("KGBUILD_ENDPOINT_PASSWORD", "x")
    done = run("publish", "--endpoint", PLACE % server.server_port, "--user", "lan")
    assert done.code == 0, done.err
    assert server.held[GRAPHS["authority"]].count(b"\n") == 20_000


def test_a_writer_has_a_name_and_a_password(run, built: Path, server: Graphs, monkeypatch: pytest.MonkeyPatch) -> None:
    server.writer = "lan:mật khẩu"
    address = PLACE % server.server_port
    assert run("publish", "--endpoint", address).code == 1
    assert not set(GRAPHS.values()) & set(server.held)
    monkeypatch.setenv("KGBUILD_ENDPOINT_PASSWORD", "mật khẩu")
    done = run("publish", "--endpoint", address, "--user", "lan")
    assert done.code == 0, done.err
    assert "mật" not in done.err + done.out
    assert set(GRAPHS.values()) <= set(server.held)


@pytest.mark.parametrize(("address", "code"), [("http://127.0.0.1:1/", 1), ("file:///etc/passwd", 2)])
def test_what_is_no_server_is_said_to_be_none(run, built: Path, address: str, code: int) -> None:
    done = run("publish", "--endpoint", address)
    assert done.code == code
    assert "Traceback" not in done.err


def test_without_a_build_it_says_what_to_do(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("publish", "--endpoint", "http://127.0.0.1:1/")
    assert (done.code, "kgbuild build" in done.err) == (1, True)
