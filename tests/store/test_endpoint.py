"""Another server's endpoint: what is sent to it, what is not, and what its answers may not lose."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kgbuild.errors import EndpointError, NotAcceptable, QueryError
from kgbuild.namespaces import Iri
from kgbuild.store import Endpoint, Question, find_format
from kgbuild.store.endpoint import FRESH
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS

GRAPH = "https://example.org/kg/graph/source/a"
ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples"


class Server(ThreadingHTTPServer):
    """A server that holds one graph, gives the rows it was told to, and writes down what it was asked."""

    asked: list[dict[str, list[str]]]
    rows: int = 3
    cut: bool = False
    says: str = ""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        self.server.asked.append(asked)
        query = asked["query"][0]
        kind, body = ROWS, self._rows(query)
        if "CONSTRUCT" in query:
            kind, body = TRIPLES, "".join(f'<http://x/{n}> <http://x/p> "{n}" .\n' for n in range(self.server.rows))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if self.server.cut:
            self.send_header("X-SPARQL-MaxRows", "3")
        self.end_headers()
        self.wfile.write((self.server.says or body).encode())

    def _rows(self, query: str) -> str:
        if query.startswith("ASK"):
            return json.dumps({"head": {}, "boolean": True})
        name, values = (
            ("g", [GRAPH]) if "GRAPH ?g" in query else ("s", [f"http://x/{n}" for n in range(self._most(query))])
        )
        rows = [{name: {"type": "uri", "value": value}} for value in values]
        return json.dumps({"head": {"vars": [name]}, "results": {"bindings": rows}})

    def _most(self, query: str) -> int:
        limit = query.rpartition("LIMIT ")[2]
        return min(self.server.rows, int(limit)) if limit.isdigit() else self.server.rows


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def endpoint(server: Server) -> Endpoint:
    return Endpoint(f"http://127.0.0.1:{server.server_address[1]}/sparql")


def sent(server: Server) -> list[str]:
    return [asked["query"][0] for asked in server.asked if "GRAPH ?g" not in asked["query"][0]]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://third.example/> { ?s ?p ?o } }",
        "SELECT * FROM <http://third.example/data> { ?s ?p ?o }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        'define get:soft "replace" SELECT * { ?s ?p ?o }',
        "SELECT * { ?s ?p }",
    ],
)
def test_only_a_clean_query_is_sent(server: Server, endpoint: Endpoint, query: str) -> None:
    with pytest.raises(QueryError):
        endpoint.answer(Question(query))
    assert sent(server) == []


def test_a_graph_that_is_not_held_is_empty_and_its_name_is_not_sent(server: Server, endpoint: Endpoint) -> None:
    other = "http://third.example/data"
    nothing = endpoint.answer(Question("SELECT ?s { ?s ?p ?o }", default_graphs=(other,)))
    assert (json.loads(nothing.body)["results"]["bindings"], sent(server)) == ([], [])
    endpoint.answer(Question("SELECT ?s { ?s ?p ?o }", default_graphs=(GRAPH, other), named_graphs=(other,)))
    assert server.asked[-1]["default-graph-uri"] == [GRAPH]
    assert "named-graph-uri" not in server.asked[-1]


def test_more_rows_than_the_limit_are_cut_and_that_is_said(server: Server, endpoint: Endpoint) -> None:
    some = endpoint.answer(Question("SELECT ?s { ?s ?p ?o }", limit=2))
    assert (len(json.loads(some.body)["results"]["bindings"]), some.truncated) == (2, True)
    every = endpoint.answer(Question("SELECT ?s { ?s ?p ?o }", limit=3))
    assert (len(json.loads(every.body)["results"]["bindings"]), every.truncated) == (3, False)
    graph = endpoint.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }", graph=find_format("nt", GRAPH_FORMATS), limit=2))
    assert (graph.body.count(b"\n"), graph.truncated) == (2, True)


def test_what_the_server_itself_cut_is_told_and_never_taken_for_all(server: Server, endpoint: Endpoint) -> None:
    assert endpoint.graphs() == [Iri(GRAPH)]
    server.cut = True
    assert endpoint.answer(Question("SELECT ?s { ?s ?p ?o }")).truncated
    with pytest.raises(EndpointError, match="raise its limit"):
        list(endpoint.select("SELECT ?s { ?s ?p ?o }"))


@pytest.mark.parametrize("suffix", ["json", "xml", "csv", "tsv"])
def test_rows_come_in_every_format_whatever_the_server_speaks(endpoint: Endpoint, suffix: str) -> None:
    wanted = find_format(suffix, ROW_FORMATS)
    answer = endpoint.answer(Question("SELECT ?s { ?s ?p ?o }", rows=wanted))
    assert answer.format == wanted
    assert answer.body.count(b"http://x/") == 3


def test_a_format_of_the_other_kind_is_not_acceptable(endpoint: Endpoint) -> None:
    with pytest.raises(NotAcceptable):
        endpoint.answer(Question("CONSTRUCT WHERE { ?s ?p ?o }", graph=None))


def test_a_relative_iri_means_what_it_means_here(server: Server, endpoint: Endpoint) -> None:
    endpoint.answer(Question("ASK { <id/a> ?p ?o }", base_iri="https://example.org/kg/"))
    assert sent(server)[-1].startswith("BASE <https://example.org/kg/> ")
    endpoint.answer(Question("ASK { <http://x/a> ?p 3 FILTER(3<4 && 4>3) }", base_iri="https://example.org/kg/"))
    assert not sent(server)[-1].startswith("BASE")


@pytest.mark.parametrize("iri", ["http://x/a> ?p ?o } #", "_:b0", "http://x/a b", "no iri"])
def test_what_is_no_iri_is_not_sent(server: Server, endpoint: Endpoint, iri: str) -> None:
    assert not endpoint.holds(Iri(iri))
    assert list(endpoint.about([Iri(iri)])) == []
    assert server.asked == []


@pytest.mark.parametrize("says", ["<p>hello</p>", '{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": 3}]}}'])
def test_an_answer_that_cannot_be_read_is_the_servers_fault(server: Server, endpoint: Endpoint, says: str) -> None:
    assert endpoint.graphs()
    server.says = says
    with pytest.raises(EndpointError, match="cannot be read"):
        endpoint.answer(Question("SELECT ?s { ?s ?p ?o }"))


def test_what_was_kept_of_a_server_is_asked_for_anew(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    assert endpoint.refreshed() is endpoint
    monkeypatch.setattr("kgbuild.store.endpoint.time.monotonic", lambda: endpoint.opened + FRESH)
    again: Any = endpoint.refreshed()
    assert (again is endpoint, again.url, again.seconds) == (False, endpoint.url, endpoint.seconds)
