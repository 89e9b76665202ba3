"""The measurements of quality: counted from the report and the graph, each with its metric and its meaning."""

from pathlib import Path

import pytest
from rdflib import RDF, XSD, Graph, Namespace, URIRef
from rdflib.namespace import SKOS

from kgbuild.config import resource
from kgbuild.model import Statement
from kgbuild.namespaces import Iri
from kgbuild.publish.dataset.accuracy import load_figures
from kgbuild.publish.dataset.quality import SHARES, describe_quality
from kgbuild.store import Store, read_quads

DQV = Namespace("http://www.w3.org/ns/dqv#")
BASE = "http://localhost:8000/"
DATASET = Iri(BASE + "id/dataset")


@pytest.fixture(scope="module")
def store(seeds: Path) -> Store:
    made = Store.memory()
    made.load(read_quads(seeds / "dumps" / "kgbuild.nq.gz"))
    return made


def values(store: Store) -> dict[str, str]:
    return {
        str(s).rpartition("/")[2]: str(getattr(o, "value", o))
        for s, p, o in describe_quality(store, DATASET, BASE)
        if p == str(DQV.value)
    }


def test_the_figures_are_those_of_the_report(store: Store) -> None:
    found = values(store)
    assert found["findings-source-warning"] == "4"
    assert found["findings-extraction-violation"] == found["findings-linking-violation"] == "0"
    assert found["facts-with-evidence"] == "1.0000"
    assert found["table-tasks-with-lead"] == "1.0000"
    assert 0 < float(found["cited-documents-held"]) < 0.5
    assert 0.9 < float(found["assignments-resolved"]) <= 1


def test_one_fact_without_evidence_shows(store: Store) -> None:
    other = Store.memory()
    other.load(store.dump())
    graph = Iri(BASE + "graph/source/x")
    other.add([Statement(Iri(BASE + "id/t"), Iri(str(RDF.type)), Iri("https://w3id.org/pio#Task"), graph)])
    assert values(other)["facts-with-evidence"] < "1.0000"
    assert not {share.name for share in SHARES} & values(Store.memory()).keys(), "a share of nothing"


def test_each_measurement_names_its_metric_and_what_it_means(seeds: Path) -> None:
    graph = Graph().parse(seeds / "dumps" / "catalog.ttl")
    measured = set(graph.objects(URIRef(DATASET), DQV.hasQualityMeasurement))
    read = sum(2 * len(found.figures) for found in load_figures(resource("data", "gold", "figures.csv")))
    assert len(measured) == 9 + len(SHARES) + read
    for node in measured:
        metric = graph.value(node, DQV.isMeasurementOf)
        assert (metric, RDF.type, DQV.Metric) in graph
        assert graph.value(node, DQV.computedOn) == URIRef(DATASET)
        assert {text.language for text in graph.objects(metric, SKOS.definition)} == {"vi", "en"}
        assert (graph.value(metric, DQV.inDimension), RDF.type, DQV.Dimension) in graph
        assert graph.value(node, DQV.value).datatype == graph.value(metric, DQV.expectedDataType)
        assert graph.value(metric, DQV.expectedDataType) in (XSD.integer, XSD.decimal)
