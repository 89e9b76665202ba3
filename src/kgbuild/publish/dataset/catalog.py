"""The catalog: what the dataset is and where it can be had, in DCAT 3 (DCAT-AP 3) and VoID."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from kgbuild.config import Settings
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import DCAT, DCTERMS, FOAF, PREFIXES, RDF, RDFS, SPDX, VCARD, XSD, Iri, Namespace
from kgbuild.publish.dataset.dumps import TABLES, DumpFile
from kgbuild.publish.dataset.editions import Edition, name_version, next_edition, read_edition
from kgbuild.publish.dataset.quality import describe_quality
from kgbuild.publish.dataset.references import EU, MEDIA, Pairs, concept, describe_references, said, typed
from kgbuild.publish.dataset.tables import METADATA
from kgbuild.publish.dataset.void import describe_counts
from kgbuild.store import GRAPH_FORMATS, Store, turtle, write

FILE: Final = "catalog.ttl"
JSON_LD: Final = next(known for known in GRAPH_FORMATS if known.suffix == "jsonld")
VOID_FILE: Final = "void.ttl"
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
DESCRIPTION: Final = {
    "vi": "Văn bản nào thực hiện nghị quyết nào, cơ quan nào chủ trì, cơ quan nào phối hợp, đến năm nào: đọc từ "
    "văn bản chính sách của Việt Nam, mỗi dữ kiện dẫn đến đúng đoạn chữ làm chứng.",
    "en": "Which document carries out which resolution, which agency leads, which coordinates, by which year: read "
    "from Vietnamese policy documents, each fact linked to the very words that prove it.",
}
KEYWORDS: Final = {
    "vi": ("văn bản chính sách", "phân công nhiệm vụ", "nghị quyết", "đồ thị tri thức"),
    "en": ("policy documents", "task assignment", "resolutions", "knowledge graph"),
}
FEEDS: Final = {
    "changes.atom": {"vi": "Thay đổi của bộ dữ liệu, tiếng Việt", "en": "Changes of the dataset, in Vietnamese"},
    "changes.en.atom": {"vi": "Thay đổi của bộ dữ liệu, tiếng Anh", "en": "Changes of the dataset, in English"},
}
COLUMNS_TITLE: Final = {"vi": "Các cột của bảng (CSV on the Web)", "en": "The columns of the tables (CSV on the Web)"}
FILE_TYPES: Final = {
    "nq": "RDF_N_QUADS",
    "nt": "RDF_N_TRIPLES",
    "ttl": "RDF_TURTLE",
    "trig": "RDF_TRIG",
    "rdf": "RDF_XML",
    "jsonld": "JSON_LD",
    "csv": "CSV",
    "parquet": "PARQUET",
}


def describe_dataset(settings: Settings) -> list[Statement]:
    """Describe catalog, dataset and service as far as this holds for every build: the content of `graph/catalog`."""
    return _statements(_stable(_Names(settings.base_iri), settings), settings)


def write_catalog(
    store: Store, files: Sequence[DumpFile], settings: Settings, out: Path, built: date
) -> tuple[Path, Edition]:
    """Write `catalog.ttl` and `.jsonld` (DCAT), `void.ttl` (VoID) beside the dumps; return the catalog, the edition.

    It says the same as `describe_dataset` and adds distributions and dates. `dct:modified` is *built*, unless the
    build that is published now (in `settings.out`) has the same content: then it stays what it was there.
    """
    names = _Names(settings.base_iri)
    edition = next_edition(read_edition(settings.out / "dumps" / FILE, names.dataset), name_version(files), built)
    triples = [
        *_stable(names, settings),
        *(triple for file in files for triple in _distribution(names, settings, file)),
        *_period(names, store),
        *describe_quality(store, names.dataset, names.base),
        (names.dataset, DCAT.version, Literal(edition.version)),
    ]
    for node in (names.catalog, names.dataset):
        triples.append((node, DCTERMS.issued, Literal(edition.issued, XSD.date)))
        triples.append((node, DCTERMS.modified, Literal(edition.modified, XSD.date)))
    statements = _statements(triples, settings)
    folder = out / "dumps"
    folder.mkdir(parents=True, exist_ok=True)
    prefixes = {**PREFIXES, "dcatap": DCATAP.base}
    (folder / FILE).write_bytes(turtle(statements, prefixes))
    (folder / FILE).with_suffix(".jsonld").write_bytes(write(statements, JSON_LD))
    (folder / VOID_FILE).write_bytes(turtle(_statements(_void(names, store, settings), settings), prefixes))
    return folder / FILE, edition


def _void(names: "_Names", store: Store, settings: Settings) -> Pairs:
    yield from said(names.dataset, DCTERMS.title, {"vi": settings.title_vi, "en": settings.title_en})
    yield names.dataset, DCTERMS.license, Iri(settings.license)
    yield from describe_counts(store, names.dataset, names.base, f"{names.base}dumps/kgbuild.nq.gz")


class _Names:
    """The IRIs of a catalog under one base."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.catalog = Iri(base + "id/catalog")
        self.dataset = Iri(base + "id/dataset")
        self.service = Iri(base + "id/dataset/sparql")
        self.publisher = Iri(base + "id/catalog/publisher")
        self.contact = Iri(base + "id/catalog/contact")
        self.period = Iri(base + "id/dataset/period")

    def distribution(self, file: DumpFile) -> Iri:
        stem = file.path.removesuffix(".gz").replace("/", "-").replace(".", "-")
        return Iri(f"{self.dataset}/distribution/{stem}")


def _stable(names: _Names, settings: Settings) -> Pairs:
    yield from typed(names.catalog, DCAT.Catalog)
    yield from typed(names.dataset, DCAT.Dataset)
    yield from typed(names.service, DCAT.DataService)
    for node in (names.catalog, names.dataset, names.service):
        yield from said(node, DCTERMS.title, {"vi": settings.title_vi, "en": settings.title_en})
        yield from said(node, DCTERMS.description, DESCRIPTION)
        yield node, DCTERMS.publisher, names.publisher
        yield node, DCTERMS.license, Iri(settings.license)
        yield node, DCTERMS.identifier, Literal(node)
    for node in (names.catalog, names.dataset):
        for language in ("VIE", "ENG"):
            yield node, DCTERMS.language, EU["language/" + language]
        yield node, DCTERMS.spatial, EU["country/VNM"]
    yield names.catalog, DCAT.dataset, names.dataset
    yield names.catalog, DCAT.service, names.service
    yield names.catalog, DCAT.themeTaxonomy, EU["data-theme"]
    yield names.catalog, FOAF.homepage, Iri(names.base)
    for node in (names.dataset, names.service):
        yield node, DCAT.contactPoint, names.contact
        yield node, DCAT.theme, EU["data-theme/GOVE"]
        yield node, DCAT.landingPage, Iri(names.base)
        for language, words in KEYWORDS.items():
            for word in words:
                yield node, DCAT.keyword, Literal(word, language=language)
    for feed, title in FEEDS.items():
        yield from _page(names.dataset, f"{names.base}dumps/{feed}", title)
    yield names.dataset, DCTERMS.accrualPeriodicity, EU["frequency/IRREG"]
    yield names.dataset, DCTERMS.conformsTo, Iri("https://w3id.org/pio")
    yield names.service, DCTERMS.conformsTo, Iri("https://www.w3.org/TR/sparql11-protocol/")
    yield names.service, DCAT.endpointURL, Iri(names.base + "sparql")
    yield names.service, DCAT.endpointDescription, Iri(names.base + "sparql")
    yield names.service, DCAT.servesDataset, names.dataset
    yield from _context(names, settings)


def _context(names: _Names, settings: Settings) -> Pairs:
    """Say what the things are that a catalog refers to: portals look nothing up."""
    yield from typed(names.publisher, FOAF.Agent)
    yield names.publisher, FOAF.name, Literal(settings.publisher)
    yield names.publisher, DCTERMS.type, Iri("http://purl.org/adms/publishertype/NonProfitOrganisation")
    yield from typed(names.contact, VCARD.Kind)
    yield names.contact, VCARD.fn, Literal(settings.publisher)
    mail = settings.contact.startswith("mailto:")
    yield names.contact, VCARD.hasEmail if mail else VCARD.hasURL, Iri(settings.contact)
    yield from describe_references(names.base, Iri(settings.license))


def _distribution(names: _Names, settings: Settings, file: DumpFile) -> Pairs:
    node, url = names.distribution(file), Iri(f"{names.base}dumps/{file.path}")
    titles = {"vi": file.title_vi, "en": file.title_en}
    yield names.dataset, DCAT.distribution, node
    yield from typed(node, DCAT.Distribution)
    yield from said(node, DCTERMS.title, titles)
    yield from said(node, DCTERMS.description, titles)
    yield node, DCTERMS.identifier, Literal(node)
    yield node, DCTERMS.license, Iri(settings.license)
    yield node, DCAT.accessURL, url
    yield node, DCAT.downloadURL, url
    yield node, DCAT.byteSize, Literal(str(file.size), XSD.nonNegativeInteger)
    yield node, DCAT.mediaType, MEDIA[file.format.media_type]
    yield from typed(MEDIA[file.format.media_type], DCTERMS.MediaType)
    yield node, DCTERMS["format"], EU["file-type/" + FILE_TYPES[file.format.suffix]]
    yield from typed(EU["file-type/" + FILE_TYPES[file.format.suffix]], DCTERMS.MediaTypeOrExtent)
    if file.format.suffix == "csv":
        yield from _page(node, f"{names.base}dumps/{TABLES}/{METADATA}", COLUMNS_TITLE)
    if file.gzipped:
        yield node, DCAT.compressFormat, MEDIA["application/gzip"]
        yield from typed(MEDIA["application/gzip"], DCTERMS.MediaType)
    yield node, DCATAP.availability, EU["planned-availability/AVAILABLE"]
    yield from concept(
        EU["planned-availability/AVAILABLE"], {"vi": "có sẵn", "en": "available"}, EU["planned-availability"]
    )
    checksum, algorithm = Iri(node + "/checksum"), SPDX.checksumAlgorithm_sha256
    yield node, SPDX.checksum, checksum
    yield from typed(checksum, SPDX.Checksum)
    yield checksum, SPDX.algorithm, algorithm
    yield checksum, SPDX.checksumValue, Literal(file.sha256, XSD.hexBinary)
    yield from typed(algorithm, SPDX.ChecksumAlgorithm)


def _page(node: Iri, address: str, title: dict[str, str]) -> Pairs:
    """Say that a document is about a node."""
    yield node, FOAF.page, Iri(address)
    yield from typed(Iri(address), FOAF.Document)
    yield from said(Iri(address), DCTERMS.title, title)


def _period(names: _Names, store: Store) -> Pairs:
    """Give the days of the first and the last document whose text is held."""
    query = "SELECT ?d WHERE { ?x pio:capturedIn ?t ; pio:documentDate ?d FILTER(DATATYPE(?d) = xsd:date) }"
    days = sorted(row["d"].value for row in store.select(query) if isinstance(row["d"], Literal))
    if days:
        yield names.dataset, DCTERMS.temporal, names.period
        yield from typed(names.period, DCTERMS.PeriodOfTime)
        yield names.period, DCAT.startDate, Literal(days[0], XSD.date)
        yield names.period, DCAT.endDate, Literal(days[-1], XSD.date)


def _statements(triples: Iterable[tuple[Iri, Iri, Term]], settings: Settings) -> list[Statement]:
    """Put triples into `graph/catalog`; whatever is referred to and not described becomes a resource."""
    graph = Iri(settings.base_iri + "graph/catalog")
    found = {Statement(s, p, o, graph) for s, p, o in triples}
    typed = {s.subject for s in found if s.predicate == RDF.type}
    referred = {s.object for s in found if s.predicate != RDF.type and not isinstance(s.object, Literal)}
    found |= {Statement(Iri(str(node)), RDF.type, RDFS.Resource, graph) for node in referred - typed}
    return sorted(found, key=lambda s: (s.subject, s.predicate, repr(s.object)))
