"""The data beside each page: the same bytes from the file and from the service, and all that the page's head says."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
import sample
from fastapi.testclient import TestClient

from kgbuild.api import create_app
from kgbuild.config import Settings
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS
from kgbuild.publish.data import write_rows
from kgbuild.publish.index import Index
from kgbuild.publish.paths import local_path
from kgbuild.publish.plan import plan_pages

KINDS = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "csv": "text/csv; charset=utf-8",
}


@pytest.fixture(scope="module")
def paths(index: Index) -> list[str]:
    """The paths of every entity that has a page."""
    pages = plan_pages(index, sample.BASE)
    return sorted({path for page in pages if page.iri and (path := local_path(page.iri, sample.BASE))})


def test_every_entity_with_a_page_has_its_data_in_every_format(site: Path, paths: list[str]) -> None:
    found = {p.relative_to(site / "data").as_posix() for p in (site / "data").rglob("*") if p.is_file()}
    assert found == {f"{path}.{suffix}" for path in paths for suffix in KINDS}
    assert len(paths) > 15


def test_the_service_gives_the_same_bytes(site: Path, paths: list[str]) -> None:
    with TestClient(create_app(sample.sample_store(), Settings(base_iri=sample.BASE), site)) as client:
        for path in paths:
            for suffix, kind in KINDS.items():
                answer = client.get(f"/data/{path}.{suffix}")
                assert answer.content == (site / "data" / f"{path}.{suffix}").read_bytes(), path
                assert answer.headers["content-type"] == kind


def test_all_formats_say_the_same(site: Path) -> None:
    stem = site / "data" / local_path(sample.PLAN, sample.BASE)
    names = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
    graphs = [set(rdflib.Graph().parse(f"{stem}.{suffix}", format=name)) for suffix, name in names.items()]
    assert graphs[0]
    assert all(graph == graphs[0] for graph in graphs)


def test_what_a_page_says_in_its_head_is_in_its_data(site: Path, paths: list[str]) -> None:
    for path in paths:
        html = (site / f"page/{path}.html").read_text(encoding="utf-8")
        text = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        said = rdflib.Graph().parse(data=json.dumps(json.loads(text)), format="json-ld")
        held = set(rdflib.Graph().parse(site / f"data/{path}.nt", format="nt"))
        assert len(said)
        assert set(said) <= held, path


def test_the_rows_of_a_spreadsheet_say_the_same(site: Path) -> None:
    stem = site / "data" / local_path(sample.DECISION, sample.BASE)
    text = stem.with_name(stem.name + ".csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    graph = rdflib.Graph().parse(f"{stem}.nt", format="nt")
    assert len(rows) == len(graph)
    (title,) = [row for row in rows if row["property"] == "dcterms:title"]
    assert list(title.values()) == [sample.DECISION, "dcterms:title", sample.HOSTILE, "rdf:langString", "vi"]
    (date,) = [row for row in rows if row["property"] == "pio:documentDate"]
    assert (date["value"], date["type"], date["language"]) == ("2015-10-02", "xsd:date", "")


def test_a_value_that_would_be_a_formula_is_disarmed() -> None:
    said = Statement(sample.DECISION, DCTERMS.title, Literal("=1+1", language="vi"), sample.READ)
    assert (
        write_rows([said]).decode("utf-8-sig").splitlines()[1]
        == f"{sample.DECISION},dcterms:title,'=1+1,rdf:langString,vi"
    )
