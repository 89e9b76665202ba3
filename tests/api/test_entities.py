"""Dereferencing: where each IRI leads, for whom."""

from pathlib import Path

import pytest
import rdflib
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.api.entities import read_redirects
from kgbuild.config import Settings
from kgbuild.namespaces import PIO
from kgbuild.store import Store

PLAN = "doc/ha-noi/ubnd/ke-hoach/2013/90"
LEAD = PLAN + "/task/12/lead/ha-noi.so-noi-vu"
BASE = "https://w3id.org/vnpolicy/"
HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("path", "accept", "language", "location"),
    [
        (PLAN, HTML, "vi", f"/page/{PLAN}.html"),
        (PLAN, HTML, "en-GB,en;q=0.9", f"/page/{PLAN}.en.html"),
        (PLAN, "*/*", "fr", f"/page/{PLAN}.html"),
        (PLAN, "text/turtle", "vi", f"/data/{PLAN}.ttl"),
        (PLAN, "application/ld+json", "vi", f"/data/{PLAN}.jsonld"),
        (PLAN, "application/rdf+xml", "vi", f"/data/{PLAN}.rdf"),
        (PLAN, "text/html;q=0.5, application/n-triples", "vi", f"/data/{PLAN}.nt"),
        # no page of its own: the page of its owner, at its anchor; no English page: the Vietnamese one
        (LEAD, HTML, "en", f"/page/{PLAN}/task/12.html#lead.ha-noi.so-noi-vu"),
        ("text/ab12/71-80", HTML, "vi", "/page/text/ab12.html#c71-80"),
        # held, but neither it nor an owner has a page: its data
        ("doc/ha-noi/tu/chuong-trinh/2012/22", HTML, "vi", "/data/doc/ha-noi/tu/chuong-trinh/2012/22.rdf"),
    ],
)
def test_where_an_entity_leads(client: TestClient, path: str, accept: str, language: str, location: str) -> None:
    for method in ("GET", "HEAD"):
        answer = client.request(method, f"/id/{path}", headers={"Accept": accept, "Accept-Language": language})
        assert answer.status_code == 303
        assert answer.headers["location"] == location
        assert "Accept-Language" in answer.headers["vary"]


def test_one_hop_reaches_the_page_and_the_data(client: TestClient) -> None:
    for accept in (HTML, "text/turtle", "application/ld+json"):
        location = client.get(f"/id/{PLAN}", headers={"Accept": accept}).headers["location"]
        assert client.get(location.partition("#")[0]).status_code == 200


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "rdf", "trig", "nq"])
def test_the_data_of_a_task_holds_what_belongs_to_it(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/data/{PLAN}/task/12.{suffix}")
    assert answer.status_code == 200
    names = {"nq": "nquads", "jsonld": "json-ld", "rdf": "xml", "ttl": "turtle"}
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=answer.content, format=names.get(suffix, suffix))
    lead = rdflib.URIRef(f"{BASE}id/{LEAD}")
    assert (lead, rdflib.URIRef(PIO.nameAsWritten), rdflib.Literal("Sở Nội vụ")) in graph
    assert (None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"), rdflib.Literal("Sở Nội vụ")) in graph
    subjects = {str(subject) for subject in graph.subjects()}
    assert f"{BASE}id/{PLAN}" not in subjects
    assert f"{BASE}id/agent/ha-noi/so-noi-vu" not in subjects


def test_data_without_suffix_is_negotiated(client: TestClient) -> None:
    answer = client.get(f"/data/{PLAN}", headers={"Accept": "application/n-triples"})
    assert answer.headers["content-type"] == "application/n-triples"
    assert client.get(f"/data/{PLAN}", headers={"Accept": "application/pdf"}).status_code == 406
    assert client.get(f"/id/{PLAN}?format=jsonld").headers["location"] == f"/data/{PLAN}.jsonld"


@pytest.mark.parametrize(
    "path",
    [
        "/id/doc/nothing/here",
        "/data/doc/nothing/here.ttl",
        "/data/.ttl",
        f"/data/{PLAN}.pdf",
        "/id/a b<c>",
        "/id/",
        "/code/role/none",
        "/code/a%3E%20b",
        "/graph/none",
        "/page/none.html",
        "/page/../../secret",
    ],
)
def test_unknown_is_404_with_a_reason(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_moved_and_removed(tmp_path: Path, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from kgbuild.api import entities

    (tmp_path / "data").mkdir()
    rows = (f"id/doc/old/1,id/{PLAN}", f"{BASE}id/doc/old/2,{BASE}id/{PLAN}", "doc/old/3,")
    table = "from,to,kind,date\n" + "".join(f"{row},merged,2026-11-22\n" for row in rows)
    (tmp_path / "data" / "redirects.csv").write_text(table, encoding="utf-8-sig")
    monkeypatch.setattr(entities, "resource", lambda *parts: tmp_path.joinpath(*parts))
    (tmp_path / "404.html").write_text("<title>không có</title>", encoding="utf-8")
    moved = TestClient(create_app(Store.memory(), Settings(base_iri=BASE), tmp_path), follow_redirects=False)
    for old in ("1", "2"):
        answer = moved.get(f"/id/doc/old/{old}")
        assert (answer.status_code, answer.headers["location"]) == (301, f"/id/{PLAN}")
        answer = moved.get(f"/data/doc/old/{old}.ttl")
        assert (answer.status_code, answer.headers["location"]) == (301, f"/data/{PLAN}.ttl")
    removed = moved.get("/id/doc/old/3")
    assert (removed.status_code, removed.headers["content-type"]) == (410, "application/problem+json")
    page = moved.get("/id/doc/old/3", headers={"Accept": HTML})
    assert (page.status_code, "không có" in page.text) == (410, True)


def test_no_redirects_file_is_no_redirects(tmp_path: Path) -> None:
    assert read_redirects(tmp_path / "none.csv") == {}


def test_code_lists_are_served_here(client: TestClient) -> None:
    one = rdflib.Graph().parse(data=client.get("/code/role/lead").content, format="turtle")
    assert (rdflib.URIRef("https://w3id.org/pio/code/role/lead"), rdflib.SKOS.prefLabel, None) in one
    assert len(set(one.subjects())) == 1
    whole = rdflib.Graph().parse(data=client.get("/code/role").content, format="turtle")
    assert len(set(whole.subjects())) == 3


def test_the_namespace_of_the_codes_leads_to_all_lists(client: TestClient) -> None:
    for path in ("/code", "/code/"):
        answer = client.get(path, headers={"Accept": "text/turtle"})
        lists = set(rdflib.Graph().parse(data=answer.content, format="turtle").subjects())
        assert rdflib.URIRef("https://w3id.org/pio/code/role") in lists


def test_the_ontology_is_served_here(client: TestClient) -> None:
    answer = client.get("/ontology", headers={"Accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    graph = rdflib.Graph().parse(data=answer.content, format="json-ld")
    assert (rdflib.URIRef(PIO.leads), rdflib.RDF.type, None) in graph


def test_the_vocabulary_leads_to_its_pages(client: TestClient) -> None:
    html = {"Accept": "text/html"}
    for path, language, place in (
        ("/ontology", "vi", "/ontology.html"),
        ("/ontology", "en", "/ontology.en.html"),
        ("/code", "vi", "/ontology.html"),
        ("/code/role", "en", "/ontology/code/role.html"),
        ("/code/role/lead", "vi", "/ontology/code/role.html#lead"),
    ):
        answer = client.get(path, headers={**html, "Accept-Language": language})
        assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert client.get("/code/role/none", headers=html).status_code == 404


def test_a_named_graph_is_served_here(client: TestClient) -> None:
    graph = rdflib.Graph().parse(data=client.get("/graph/inferred").content, format="turtle")
    assert len(graph) == 4


def test_files_say_what_they_are(client: TestClient) -> None:
    dump = client.get("/dumps/kgbuild.nq.gz")
    assert dump.headers["content-type"] == "application/gzip"
    assert "content-encoding" not in dump.headers
    catalog = client.get("/dumps/catalog.ttl")
    assert catalog.headers["content-type"] == "text/turtle; charset=utf-8"
    assert catalog.headers["etag"]
    again = client.get("/dumps/catalog.ttl", headers={"If-None-Match": catalog.headers["etag"]})
    assert again.status_code == 304
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    head = client.head("/")
    assert (head.status_code, head.content) == (200, b"")


def test_the_catalog_is_negotiated(client: TestClient) -> None:
    for path, kind in (("/catalog", b"dcat#Dataset"), ("/.well-known/void", b"void#Dataset")):
        answer = client.get(path, headers={"Accept": "application/n-triples"})
        assert answer.headers["content-type"] == "application/n-triples"
        assert kind in answer.content


def test_turtle_is_given_as_it_was_written(client: TestClient) -> None:
    for path, name in (("/catalog", "catalog.ttl"), ("/.well-known/void", "void.ttl")):
        assert client.get(path).content == client.get(f"/dumps/{name}").content


def test_health_and_openapi(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "ok"
    assert "/sparql" in client.get("/openapi.json").json()["paths"]


def test_the_folder_of_dumps_leads_to_the_page_that_lists_them(
    client: TestClient, small: Store, tmp_path: Path
) -> None:
    assert client.get("/dumps/").headers["location"] == "/catalog"
    for page in ("dataset.html", "dataset.en.html"):
        (tmp_path / page).write_text("<title>x</title>", encoding="utf-8")
    served = TestClient(create_app(small, Settings(base_iri=BASE), tmp_path, tmp_path), follow_redirects=False)
    for path in ("/dumps", "/dumps/"):
        answer = served.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/dataset.html")
        assert served.get(path, headers={"Accept-Language": "en"}).headers["location"] == "/dataset.en.html"


@pytest.mark.parametrize("path", ["/id/doc/none", "/data/doc/none.ttl", "/code/role/none", "/graph/none"])
def test_unknown_is_a_page_for_a_browser(small: Store, tmp_path: Path, path: str) -> None:
    (tmp_path / "404.html").write_text("<title>không có</title>", encoding="utf-8")
    (tmp_path / "404.en.html").write_text("<title>none</title>", encoding="utf-8")
    served = TestClient(create_app(small, Settings(base_iri=BASE), tmp_path))
    page = served.get(path, headers={"Accept": HTML})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "không có" in page.text
    assert page.headers["vary"] == "Accept, Accept-Language, Accept-Encoding"
    assert "none" in served.get(path, headers={"Accept": HTML, "Accept-Language": "en"}).text
    for accept in ("*/*", "application/json", "text/turtle"):
        answer = served.get(path, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
