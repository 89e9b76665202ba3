"""A client of the whole service over the small graph, with a site of a few pages and a folder of dumps."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rdflib
from fastapi import FastAPI
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.config import Settings
from kgbuild.store import Endpoint, Store

BASE = "https://w3id.org/vnpolicy/"
PAGES = (
    "index.html",
    "sparql.html",
    "page/doc/ha-noi/ubnd/ke-hoach/2013/90.html",
    "page/doc/ha-noi/ubnd/ke-hoach/2013/90.en.html",
    "page/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12.html",
    "page/agent/ha-noi/so-noi-vu.html",
    "page/text/ab12.html",
    "ontology.html",
    "ontology.en.html",
    "ontology/code/role.html",
)


def small_quads() -> bytes:
    """Read the small graph of the tests as N-Quads."""
    path = Path(__file__).parents[1] / "fixtures" / "small.trig"
    dataset = rdflib.Dataset()
    dataset.parse(path, format="trig")
    return dataset.serialize(format="nquads", encoding="utf-8")


@pytest.fixture(scope="session")
def small() -> Store:
    store = Store.memory()
    store.load(small_quads())
    return store


@pytest.fixture(scope="session")
def behind(small: Store, serve: Callable[[FastAPI], str]) -> str:
    """Another server with the small graph: the address of its endpoint."""
    return f"{serve(create_app(small, Settings(base_iri=BASE)))}/sparql"


@pytest.fixture(scope="session", params=["store", "endpoint"])
def client(
    request: pytest.FixtureRequest, small: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The service over our own store, and the same over another server's endpoint."""
    folder = tmp_path_factory.mktemp("build")
    site, dumps = folder / "site", folder / "dumps"
    for page in PAGES:
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(f"<!doctype html><title>{page}</title>", encoding="utf-8")
    dumps.mkdir()
    (dumps / "kgbuild.nq.gz").write_bytes(b"\x1f\x8b not really")
    for name, kind in (("catalog", "http://www.w3.org/ns/dcat#Dataset"), ("void", "http://rdfs.org/ns/void#Dataset")):
        (dumps / f"{name}.ttl").write_text(f"<{BASE}id/dataset> a <{kind}> .", encoding="utf-8")
    store = small if request.param == "store" else Endpoint(request.getfixturevalue("behind"))
    app = create_app(store, Settings(base_iri=BASE, row_limit=50), site, dumps)
    with TestClient(app, base_url="http://host.example", follow_redirects=False) as found:
        yield found
