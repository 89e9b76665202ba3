"""The catalog: valid DCAT-AP, self-contained, exact, and unchanged while the content is."""

import dataclasses
import hashlib
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import rdflib
from rdflib import DCTERMS, FOAF, RDF, SH, VOID, URIRef

from kgbuild.config import Settings
from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.dataset.catalog import describe_dataset, write_catalog
from kgbuild.publish.dataset.dumps import DumpFile, write_dumps
from kgbuild.publish.dataset.references import LICENCES
from kgbuild.store import Store

BASE = "https://w3id.org/vnpolicy/"
DATASET = URIRef(BASE + "id/dataset")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
DAY, LATER = date(2026, 11, 20), date(2026, 11, 22)
SHAPES = Path(__file__).parents[4] / "shared" / "conformance" / "dcat-ap-3.0.1"


@pytest.fixture(scope="module")
def store() -> Store:
    dataset = rdflib.Dataset()
    dataset.parse(Path(__file__).parents[2] / "fixtures" / "small.trig", format="trig")
    store = Store.memory()
    store.load(dataset.serialize(format="nquads", encoding="utf-8"))
    store.add(describe_dataset(Settings(base_iri=BASE)))
    return store


@pytest.fixture(scope="module")
def out(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def settings(out: Path) -> Settings:
    return Settings(base_iri=BASE, out=out, publisher="Nhóm kgbuild")


@pytest.fixture(scope="module")
def files(store: Store, settings: Settings, out: Path) -> list[DumpFile]:
    return write_dumps(store, settings, out)


@pytest.fixture(scope="module")
def path(store: Store, settings: Settings, out: Path, files: list[DumpFile]) -> Path:
    return write_catalog(store, files, settings, out, DAY)[0]


@pytest.fixture(scope="module")
def catalog(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path)


def test_what_a_reader_needs_is_there(catalog: rdflib.Graph) -> None:
    for predicate in (DCTERMS.title, DCTERMS.description, DCAT.keyword):
        assert {value.language for value in catalog.objects(DATASET, predicate)} == {"vi", "en"}
    publisher = catalog.value(DATASET, DCTERMS.publisher)
    assert str(catalog.value(publisher, FOAF.name)) == "Nhóm kgbuild"
    service = catalog.value(None, RDF.type, DCAT.DataService)
    assert catalog.value(service, DCAT.endpointURL) == URIRef(BASE + "sparql")
    period = catalog.value(DATASET, DCTERMS.temporal)
    assert str(catalog.value(period, DCAT.startDate)) == "2013-05-31"


def test_every_dump_is_a_distribution_with_its_size_and_checksum(
    catalog: rdflib.Graph, out: Path, files: list[DumpFile]
) -> None:
    found = {}
    for node in catalog.objects(DATASET, DCAT.distribution):
        name = str(catalog.value(node, DCAT.downloadURL)).removeprefix(BASE + "dumps/")
        checksum = str(catalog.value(catalog.value(node, SPDX.checksum), SPDX.checksumValue))
        found[name] = (int(catalog.value(node, DCAT.byteSize) or 0), checksum)
        assert catalog.value(node, DCTERMS.license) is not None
        assert catalog.value(node, DCAT.mediaType) is not None
        packed = catalog.value(node, DCAT.compressFormat) is not None
        assert packed is name.endswith(".gz")
    expected = {}
    for file in files:
        data = (out / "dumps" / file.path).read_bytes()
        expected[file.path] = (len(data), hashlib.sha256(data).hexdigest())
    assert found == expected


def test_the_catalog_is_there_as_json_ld_too(path: Path) -> None:
    told = rdflib.Graph().parse(path.with_suffix(".jsonld"), format="json-ld")
    assert set(told) == set(rdflib.Graph().parse(path))


@pytest.mark.parametrize("name", ["catalog.ttl", "void.ttl"])
def test_no_blank_node_and_every_reference_is_typed(path: Path, name: str) -> None:
    catalog = rdflib.Graph().parse(path.with_name(name))
    assert not [term for triple in catalog for term in triple if isinstance(term, rdflib.BNode)]
    referred = {o for s, p, o in catalog if isinstance(o, URIRef) and p != RDF.type}
    assert {node for node in referred if (node, RDF.type, None) not in catalog} == set()


def test_counts_are_those_of_sparql(path: Path, store: Store) -> None:
    catalog = rdflib.Graph().parse(path.with_name("void.ttl"))
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=store.dump(), format="nquads")
    triples = {(s, p, o) for s, p, o, _ in dataset.quads()}
    assert int(catalog.value(DATASET, VOID.triples) or 0) == len(triples)
    assert int(catalog.value(DATASET, VOID.distinctSubjects) or 0) == len({s for s, _, _ in triples})
    assert int(catalog.value(DATASET, VOID.distinctObjects) or 0) == len({o for _, _, o in triples})
    assert int(catalog.value(DATASET, VOID.properties) or 0) == len({p for _, p, _ in triples})
    assert int(catalog.value(DATASET, VOID.classes) or 0) == len({o for _, p, o in triples if p == RDF.type})
    entities = {s for s, _, _ in triples if str(s).startswith(BASE + "id/")}
    assert int(catalog.value(DATASET, VOID.entities) or 0) == len(entities)
    parts = {
        catalog.value(part, VOID["class"]): int(catalog.value(part, VOID.entities) or 0)
        for part in catalog.objects(DATASET, VOID.classPartition)
    }
    assert parts[URIRef(PIO.Assignment)] == 2
    assert len(parts) == len({o for _, p, o in triples if p == RDF.type})
    uses = {
        catalog.value(part, VOID.property): int(catalog.value(part, VOID.triples) or 0)
        for part in catalog.objects(DATASET, VOID.propertyPartition)
    }
    assert sum(uses.values()) == len(triples)


def test_keywords_are_such_as_portals_take(catalog: rdflib.Graph) -> None:
    words = list(catalog.objects(None, DCAT.keyword))
    assert words
    for word in words:
        assert unicodedata.is_normalized("NFC", word)
        assert re.fullmatch(r"[\w \-.]{2,100}", word)


@pytest.mark.parametrize("licence", [*LICENCES, "https://example.org/licence"])
def test_the_licence_can_be_another(store: Store, files: list[DumpFile], tmp_path: Path, licence: str) -> None:
    settings = Settings(base_iri=BASE, out=tmp_path, license=licence)
    graph = rdflib.Graph().parse(write_catalog(store, files, settings, tmp_path, DAY)[0])
    holders = [DATASET, *graph.objects(DATASET, DCAT.distribution)]
    assert {graph.value(node, DCTERMS.license) for node in holders} == {URIRef(licence)}
    assert (URIRef(licence), RDF.type, DCTERMS.LicenseDocument) in graph
    assert (graph.value(URIRef(licence), DCTERMS.title) is not None) is (licence in LICENCES)
    assert "creativecommons.org/licenses/by/" not in graph.serialize() or "/by/" in licence


def test_a_catalog_is_small(path: Path) -> None:
    assert path.stat().st_size < 1_000_000


def dates(path: Path) -> tuple[str, str]:
    graph = rdflib.Graph().parse(path)
    return str(graph.value(DATASET, DCTERMS.issued)), str(graph.value(DATASET, DCTERMS.modified))


def test_the_date_changes_only_with_the_content(
    store: Store, settings: Settings, path: Path, files: list[DumpFile], tmp_path: Path
) -> None:
    assert dates(path) == ("2026-11-20", "2026-11-20")
    again, _ = write_catalog(store, files, settings, tmp_path, LATER)
    assert again.read_bytes() == path.read_bytes()
    changed = [dataclasses.replace(files[0], sha256="0" * 64), *files[1:]]
    other, _ = write_catalog(store, changed, settings, tmp_path, LATER)
    assert dates(other) == ("2026-11-20", "2026-11-22")


def test_a_broken_previous_catalog_is_no_obstacle(store: Store, files: list[DumpFile], tmp_path: Path) -> None:
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "catalog.ttl").write_text("<broken", encoding="utf-8")
    path, _ = write_catalog(store, files, Settings(base_iri=BASE, out=tmp_path), tmp_path, LATER)
    assert dates(path) == ("2026-11-22", "2026-11-22")


def test_the_graph_holds_no_date_and_the_file_says_what_the_graph_says(path: Path, settings: Settings) -> None:
    graph = {s[:3] for s in describe_dataset(settings)}
    assert not {p for _, p, _ in graph} & {DCTERMS.modified, DCTERMS.issued, DCAT.byteSize}
    loaded = Store.memory()
    loaded.load_turtle(path, Iri("urn:x"))
    assert graph <= {s[:3] for s in loaded.quads()}


@pytest.mark.skipif(not SHAPES.is_dir(), reason="part missing: DCAT-AP shapes: no ../shared/conformance")
@pytest.mark.parametrize("name", ["shapes", "range", "shapes_recommended"])
def test_dcat_ap_shapes(catalog: rdflib.Graph, name: str) -> None:
    import pyshacl

    shapes = rdflib.Graph().parse(SHAPES / f"{name}.ttl")
    _, report, _ = pyshacl.validate(catalog, shacl_graph=shapes, advanced=True)
    assert isinstance(report, rdflib.Graph)
    found = {
        (str(report.value(r, SH.focusNode)), report.value(r, SH.resultPath)) for r in report.subjects(SH.focusNode)
    }
    # recommended only; where Viet Nam's corners are is not ours to say
    country = "http://publications.europa.eu/resource/authority/country/VNM"
    assert found - {(country, DCAT.bbox), (country, DCAT.centroid)} == set()
