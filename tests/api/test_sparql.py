"""The protocol table: every way to send a query, and every way to send it wrongly."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import rdflib
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.config import Settings
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import Iri
from kgbuild.store import Store

ASK, SELECT, GRAPH = "ASK {}", "SELECT ?s { ?s a pio:Task }", "CONSTRUCT WHERE { ?s a pio:Task }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
TASK = "https://w3id.org/vnpolicy/id/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12"


def post(client: TestClient, body: str | bytes, kind: str | None, url: str = "/sparql", **headers: str) -> Any:
    given = {**headers, **({"Content-Type": kind} if kind else {})}
    return client.post(url, content=body, headers=given)


def test_all_three_ways_and_both_paths(client: TestClient) -> None:
    for path in ("/sparql", "/sparql/"):
        answers = [
            client.get(path, params={"query": SELECT}),
            post(client, f"query={quote(SELECT)}", FORM, path),
            post(client, SELECT, DIRECT, path),
            post(client, SELECT, "application/sparql-query; charset=UTF-8", path),
        ]
        for answer in answers:
            assert answer.status_code == 200
            assert answer.headers["content-type"] == "application/sparql-results+json"
            assert [row["s"]["value"] for row in answer.json()["results"]["bindings"]] == [TASK]
        assert len({answer.headers["etag"] for answer in answers}) == 1


def test_nothing_is_decoded_twice() -> None:
    odd = Iri("http://x/c%E1%BA%A3+100%25")
    store = Store.memory()
    store.add([Statement(odd, Iri("http://x/p"), Literal("a+b%20c & d;e"), Iri("http://x/g"))])
    client = TestClient(create_app(store, Settings()))
    query = f"SELECT ?o {{ <{odd}> ?p ?o FILTER(?o = 'a+b%20c & d;e') }}"
    for answer in (
        client.get("/sparql?query=" + quote(query, safe="")),
        client.get("/sparql", params={"query": query}),
        post(client, "query=" + quote(query, safe=""), FORM),
        post(client, query, DIRECT),
    ):
        assert len(answer.json()["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "application/sparql-results+json,*/*;q=0.9", "application/sparql-results+json"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (GRAPH, "*/*", "text/turtle; charset=utf-8"),
        (GRAPH, "application/turtle,text/turtle", "text/turtle; charset=utf-8"),
        (GRAPH, "application/n-triples", "application/n-triples"),
        (GRAPH, "application/ld+json", "application/ld+json"),
        (GRAPH, "application/rdf+xml", "application/rdf+xml"),
        (GRAPH, "application/trig", "application/trig"),
        (GRAPH, "application/n-quads", "application/n-quads"),
        (f"DESCRIBE <{TASK}>", "application/sparql-results+json, */*;q=0.1", "text/turtle; charset=utf-8"),
    ],
)
def test_the_label_matches_what_was_asked(client: TestClient, query: str, accept: str, content_type: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == content_type
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "wanted", "content_type"),
    [
        (SELECT, "csv", "text/csv; charset=utf-8"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "json", "application/sparql-results+json"),
        (GRAPH, "json", "application/ld+json"),
        (GRAPH, "nt", "application/n-triples"),
        (SELECT, "xml", "application/sparql-results+xml"),
        (GRAPH, "xml", "application/rdf+xml"),
    ],
)
def test_format_parameter(client: TestClient, query: str, wanted: str, content_type: str) -> None:
    answer = client.get("/sparql", params={"query": query, "format": wanted})
    assert answer.headers["content-type"] == content_type


BAD = [
    ("GET", f"?query={quote(ASK)}&query={quote(ASK)}", None, None, 400),
    ("GET", "?query=SELECT%20nonsense", None, None, 400),
    ("GET", "?query=ASK%20%7B%7D%FF", None, None, 400),
    ("GET", f"?update={quote('CLEAR ALL')}", None, None, 400),
    ("GET", f"?query={quote('CLEAR ALL')}", None, None, 400),
    ("POST", "", f"query={quote(ASK)}&query={quote(ASK)}", FORM, 400),
    ("POST", f"?query={quote(ASK)}", ASK, DIRECT, 400),
    ("POST", "", "update=CLEAR+ALL", FORM, 400),
    ("POST", "", "", FORM, 400),
    ("POST", "", "CLEAR ALL", "application/sparql-update", 415),
    ("POST", "", ASK, "text/plain", 415),
    ("POST", "", f"query={quote(ASK)}", "text/plain", 415),
    ("POST", "", ASK, None, 415),
    ("POST", "", ASK, "application/sparql-query; charset=utf-16", 415),
    ("POST", "", ASK.encode("utf-16"), DIRECT, 400),
    ("POST", "", b"query=%FF%FE", FORM, 400),
    ("POST", "", "ASK { ?s ?p '" + "x" * 1_100_000 + "' }", DIRECT, 413),
    ("GET", f"?query={quote(ASK)}&default-graph-uri=no+iri", None, None, 400),
    ("PUT", "", ASK, DIRECT, 405),
    ("DELETE", "", None, None, 405),
    ("PATCH", "", ASK, DIRECT, 405),
]


@pytest.mark.parametrize(("method", "url", "body", "kind", "status"), BAD)
def test_what_is_wrong_is_a_problem_with_a_reason(
    client: TestClient, method: str, url: str, body: Any, kind: str | None, status: int
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    answer = client.request(method, "/sparql" + url, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["title"]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/sparql", "GET, HEAD, POST, OPTIONS"),
        ("/sparql/", "GET, HEAD, POST, OPTIONS"),
        ("/reconcile", "GET, HEAD, POST, OPTIONS"),
        ("/health", "GET, HEAD, OPTIONS"),
        ("/id/doc/ha-noi/ubnd/ke-hoach/2013/90", "GET, HEAD, OPTIONS"),
        ("/index.html", "GET, HEAD, OPTIONS"),
        ("/dumps/kgbuild.nq.gz", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_is_not_allowed_is_answered_with_those_that_are(
    client: TestClient, path: str, allowed: str
) -> None:
    answer = client.put(path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


ATTACKS = [
    "SELECT * { SERVICE <http://attacker.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://attacker.example/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://attacker.example/> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <http://attacker.example/> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?o # \rSERVICE <http://attacker.example/> { ?s ?p ?o }\n}",
    "SELECT * FROM <http://attacker.example/data.ttl> { ?s ?p ?o }",
    "LOAD <http://attacker.example/data.ttl>",
    "INSERT DATA { <http://x/s> <http://x/p> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
]


@pytest.mark.parametrize("query", ATTACKS)
def test_attacks_are_refused_and_explained(client: TestClient, small: Store, query: str) -> None:
    before = small.dump()
    for answer in (client.get("/sparql", params={"query": query}), post(client, query, DIRECT)):
        assert answer.status_code == 400
        assert "refused" in answer.json()["detail"]
    assert small.dump() == before


def test_no_attack_reaches_another_server(client: TestClient) -> None:
    reached: list[str] = []

    class Victim(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reached.append(self.path)
            self.send_error(500)

        do_POST = do_HEAD = do_GET

        def log_message(self, *_arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Victim)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    victim = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        for query in ATTACKS:
            aimed = query.replace("http://attacker.example/", victim)
            client.get("/sparql", params={"query": aimed})
            client.get("/sparql", params={"query": aimed, "default-graph-uri": victim, "named-graph-uri": victim})
            post(client, aimed, DIRECT)
    finally:
        server.shutdown()
        server.server_close()
    assert reached == []


def test_a_remote_default_graph_is_empty_and_not_fetched(client: TestClient) -> None:
    parameters = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "http://attacker.example/data.ttl"}
    assert client.get("/sparql", params=parameters).json()["boolean"] is False


def test_the_place_of_a_syntax_error_is_named(client: TestClient) -> None:
    detail = client.get("/sparql", params={"query": "SELECT ?s\nWHERE { ?s ?p }"}).json()["detail"]
    assert "line 2" in detail
    assert "column" in detail


def test_unacceptable_lists_the_offers(client: TestClient) -> None:
    for parameters, accept in (({"query": SELECT}, "application/pdf"), ({"query": SELECT, "format": "pdf"}, "*/*")):
        answer = client.get("/sparql", params=parameters, headers={"Accept": accept})
        assert answer.status_code == 406
        assert "application/sparql-results+json" in answer.json()["detail"]
    answer = client.get("/sparql", params={"query": GRAPH}, headers={"Accept": "text/csv"})
    assert (answer.status_code, "text/turtle" in answer.json()["detail"]) == (406, True)


def test_head_is_get_without_body_and_etag_saves_the_way(client: TestClient) -> None:
    get = client.get("/sparql", params={"query": SELECT})
    head = client.head("/sparql", params={"query": SELECT})
    assert head.status_code == 200
    assert head.content == b""
    for name in ("etag", "content-type", "content-length", "vary", "x-row-limit"):
        assert head.headers[name] == get.headers[name]
    again = client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": get.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert other.headers["etag"] != get.headers["etag"]


def test_every_page_may_ask_without_credentials(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    headers = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    preflight = client.options("/sparql", headers=headers)
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]
    assert client.get("/sparql?query=nonsense").headers["access-control-allow-origin"] == "*"


def test_the_row_limit_is_announced(client: TestClient) -> None:
    few = client.get("/sparql", params={"query": SELECT})
    assert few.headers["x-row-limit"] == "50"
    assert "x-truncated" not in few.headers
    many = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    assert many.headers["x-truncated"] == "true"
    assert len(many.json()["results"]["bindings"]) == 50


def test_the_bare_endpoint_describes_itself(client: TestClient) -> None:
    for accept, parser in (("*/*", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")):
        answer = client.get("/sparql", headers={"Accept": accept})
        assert answer.status_code == 200
        assert len(answer.content) < 20_000
        graph = rdflib.Graph().parse(data=answer.content, format=parser)
        described = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
        endpoint = rdflib.URIRef("http://host.example/sparql")
        assert (endpoint, described.endpoint, endpoint) in graph
        assert (endpoint, described.supportedLanguage, described.SPARQL11Query) in graph
        names = set(graph.objects(None, described.name))
        assert rdflib.URIRef("https://w3id.org/vnpolicy/graph/source/001") in names
        assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


@pytest.mark.parametrize(
    ("name", "accept", "media_type"),
    [
        ("turtle", "application/turtle,text/turtle", "text/turtle"),
        ("n3", "application/turtle,text/turtle,text/rdf+n3,application/n3,text/n3", "text/turtle"),
        ("rdf+xml", "application/rdf+xml", "application/rdf+xml"),
        ("xml", "application/rdf+xml", "application/rdf+xml"),
        ("json-ld", "application/ld+json,application/x-json+ld", "application/ld+json"),
    ],
)
def test_the_names_that_sparqlwrapper_has_for_formats_are_known(
    client: TestClient, name: str, accept: str, media_type: str
) -> None:
    query = {"query": "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "format": name, "output": name, "results": name}
    answer = client.get("/sparql", params=query, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)


def test_a_browser_is_led_to_the_page(client: TestClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert client.get("/sparql", headers=browser).headers["location"] == "/sparql.html"
    led = client.get("/sparql", params={"query": "ASK { ?a ?b 'đ' }"}, headers=browser)
    assert led.status_code == 303
    assert led.headers["location"] == "/sparql.html?query=ASK+%7B+%3Fa+%3Fb+%27%C4%91%27+%7D"
    assert client.get("/sparql", params={"query": ASK, "format": "json"}, headers=browser).status_code == 200


SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "sparql11" / "protocol"


@pytest.mark.skipif(not SUITE.is_dir(), reason="part missing: W3C protocol tests: no ../shared/conformance")
def test_w3c_protocol_suite() -> None:
    """Run the query tests and the tests that want an error; updates are refused by design and left out."""
    store = Store.memory()
    for number in (1, 2, 3):
        name = f"http://kasei.us/2009/09/sparql/data/data{number}.rdf"
        store.load_turtle(SUITE / f"data{number}.nt", Iri(name))
    client = TestClient(create_app(store, Settings()), follow_redirects=False)
    manifest = rdflib.Graph().parse(SUITE / "manifest.ttl", publicID="http://manifest/")
    failures, count = [], 0
    for test in manifest.subjects(rdflib.RDF.type, TERMS.ProtocolTest):
        name = str(test).partition("#")[2]
        if name.startswith("update_"):
            continue
        count += 1
        for request in _requests(manifest, test):
            failures += [f"{name}: {problem}" for problem in _check(client, manifest, request)]
    assert failures == []
    assert count >= 22


TERMS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")


def _requests(manifest: rdflib.Graph, test: Any) -> list[Any]:
    action = manifest.value(test, TERMS.action)
    return list(manifest.items(manifest.value(action, HT.requests)))


def _check(client: TestClient, manifest: rdflib.Graph, request: Any) -> list[str]:
    headers = {
        str(manifest.value(node, HT.fieldName)): str(manifest.value(node, HT.fieldValue))
        for node in manifest.items(manifest.value(request, HT.headers))
    }
    body = manifest.value(request, HT.body)
    content = None
    if body is not None:
        encoding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
        content = str(manifest.value(body, CNT.chars)).encode(encoding)
    method, path = str(manifest.value(request, HT.methodName)), str(manifest.value(request, HT.absolutePath))
    answer = client.request(method, path, content=content, headers=headers)
    expected = manifest.value(request, HT.resp)
    allowed = {str(s)[-3] for s in manifest.objects(expected, TERMS.expectedStatus)}
    problems = [] if str(answer.status_code)[0] in allowed else [f"{answer.status_code} is not in {allowed}"]
    boolean = manifest.value(expected, TERMS.expectedBoolean)
    if boolean is not None and answer.json().get("boolean") is not boolean.toPython():
        problems.append(f"{answer.text} is not {boolean}")
    return problems
