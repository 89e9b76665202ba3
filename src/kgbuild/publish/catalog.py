"""The catalog: what the dataset is and where it can be had, in DCAT 3 (DCAT-AP 3) and VoID."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from kgbuild.config import Settings
from kgbuild.errors import StoreError
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import DCAT, DCTERMS, FOAF, PREFIXES, RDF, RDFS, SKOS, SPDX, VCARD, XSD, Iri, Namespace
from kgbuild.publish.dumps import DumpFile
from kgbuild.publish.void import describe_counts
from kgbuild.store import Store, turtle

FILE: Final = "catalog.ttl"
VOID_FILE: Final = "void.ttl"
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
EU: Final = Namespace("http://publications.europa.eu/resource/authority/")
MEDIA: Final = Namespace("https://www.iana.org/assignments/media-types/")
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
# Known licences: IRI, what it asks for in ADMS, its title. Portals know a licence by exactly this English title.
LICENCES: Final = {
    "https://creativecommons.org/licenses/by/4.0/": ("Attribution", "Creative Commons Attribution"),
    "https://creativecommons.org/licenses/by-sa/4.0/": ("Attribution", "Creative Commons Attribution Share-Alike"),
    "https://creativecommons.org/publicdomain/zero/1.0/": ("PublicDomain", "Creative Commons CCZero"),
    "https://opendatacommons.org/licenses/by/1-0/": ("Attribution", "Open Data Commons Attribution License"),
    "https://opendatacommons.org/licenses/odbl/1-0/": (
        "Attribution",
        "Open Data Commons Open Database License (ODbL)",
    ),
}
LICENCE_TYPES: Final = {
    "Attribution": {"vi": "Ghi công", "en": "Attribution"},
    "PublicDomain": {"vi": "Thuộc phạm vi công cộng", "en": "Work in the public domain"},
}
ADMS_LICENCES = Iri("http://purl.org/adms/licencetype/1.1")
ADMS_PUBLISHERS = Iri("http://purl.org/adms/publishertype/1.0")
Pairs = Iterator[tuple[Iri, Iri, Term]]


def describe_dataset(settings: Settings) -> list[Statement]:
    """Describe catalog, dataset and service as far as this holds for every build: the content of `graph/catalog`."""
    return _statements(_stable(_Names(settings.base_iri), settings), settings)


def write_catalog(
    store: Store, files: Sequence[DumpFile], settings: Settings, out: Path, built: date
) -> tuple[Path, list[Statement]]:
    """Write `catalog.ttl` (DCAT) and `void.ttl` (VoID) beside the dumps of a build; return the catalog and its content.

    It says the same as `describe_dataset` and adds distributions and dates. `dct:modified` is *built*, unless the
    build that is published now (in `settings.out`) has the same content: then it stays what it was there.
    """
    names = _Names(settings.base_iri)
    version = _version(files)
    issued, modified = _dates(settings.out / "dumps" / FILE, names.dataset, version, built)
    triples = [
        *_stable(names, settings),
        *(triple for file in files for triple in _distribution(names, settings, file)),
        *_period(names, store),
        (names.dataset, DCAT.version, Literal(version)),
    ]
    for node in (names.catalog, names.dataset):
        triples.append((node, DCTERMS.issued, Literal(issued, XSD.date)))
        triples.append((node, DCTERMS.modified, Literal(modified, XSD.date)))
    statements = _statements(triples, settings)
    folder = out / "dumps"
    folder.mkdir(parents=True, exist_ok=True)
    prefixes = {**PREFIXES, "dcatap": DCATAP.base}
    (folder / FILE).write_bytes(turtle(statements, prefixes))
    (folder / VOID_FILE).write_bytes(turtle(_statements(_void(names, store, settings), settings), prefixes))
    return folder / FILE, statements


def _void(names: "_Names", store: Store, settings: Settings) -> Pairs:
    yield from _said(names.dataset, DCTERMS.title, {"vi": settings.title_vi, "en": settings.title_en})
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
    yield from _typed(names.catalog, DCAT.Catalog)
    yield from _typed(names.dataset, DCAT.Dataset)
    yield from _typed(names.service, DCAT.DataService)
    for node in (names.catalog, names.dataset, names.service):
        yield from _said(node, DCTERMS.title, {"vi": settings.title_vi, "en": settings.title_en})
        yield from _said(node, DCTERMS.description, DESCRIPTION)
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
    yield names.dataset, DCTERMS.accrualPeriodicity, EU["frequency/IRREG"]
    yield names.dataset, DCTERMS.conformsTo, Iri("https://w3id.org/pio")
    yield names.service, DCTERMS.conformsTo, Iri("https://www.w3.org/TR/sparql11-protocol/")
    yield names.service, DCAT.endpointURL, Iri(names.base + "sparql")
    yield names.service, DCAT.endpointDescription, Iri(names.base + "sparql")
    yield names.service, DCAT.servesDataset, names.dataset
    yield from _context(names, settings)


def _context(names: _Names, settings: Settings) -> Pairs:
    """Say what the things are that a catalog refers to: portals look nothing up."""
    yield from _typed(names.publisher, FOAF.Agent)
    yield names.publisher, FOAF.name, Literal(settings.publisher)
    yield names.publisher, DCTERMS.type, Iri("http://purl.org/adms/publishertype/NonProfitOrganisation")
    yield from _typed(names.contact, VCARD.Kind)
    yield names.contact, VCARD.fn, Literal(settings.publisher)
    mail = settings.contact.startswith("mailto:")
    yield names.contact, VCARD.hasEmail if mail else VCARD.hasURL, Iri(settings.contact)
    yield from _licence(Iri(settings.license))
    yield from _typed(Iri(names.base), FOAF.Document)
    for language, words in (
        ("VIE", {"vi": "tiếng Việt", "en": "Vietnamese"}),
        ("ENG", {"vi": "tiếng Anh", "en": "English"}),
    ):
        yield from _typed(EU["language/" + language], DCTERMS.LinguisticSystem)
        yield from _said(EU["language/" + language], SKOS.prefLabel, words)
    yield from _typed(EU["country/VNM"], DCTERMS.Location)
    yield from _said(EU["country/VNM"], SKOS.prefLabel, {"vi": "Việt Nam", "en": "Viet Nam"})
    yield from _typed(EU["frequency/IRREG"], DCTERMS.Frequency)
    yield from _typed(EU["data-theme"], SKOS.ConceptScheme)
    for title in (DCTERMS.title, SKOS.prefLabel):
        yield from _said(EU["data-theme"], title, {"vi": "Chủ đề dữ liệu", "en": "Data theme"})
    government = {"vi": "Chính quyền và khu vực công", "en": "Government and public sector"}
    yield from _concept(EU["data-theme/GOVE"], government, EU["data-theme"])
    nonprofit = Iri("http://purl.org/adms/publishertype/NonProfitOrganisation")
    yield from _concept(nonprofit, {"vi": "Tổ chức phi lợi nhuận", "en": "Non-profit organisation"}, ADMS_PUBLISHERS)
    for standard in ("https://w3id.org/pio", "https://www.w3.org/TR/sparql11-protocol/"):
        yield from _typed(Iri(standard), DCTERMS.Standard)


def _licence(licence: Iri) -> Pairs:
    yield from _typed(licence, DCTERMS.LicenseDocument)
    if licence in LICENCES:
        kind, title = LICENCES[licence]
        node = Iri(f"http://purl.org/adms/licencetype/{kind}")
        yield licence, DCTERMS.title, Literal(title, language="en")
        yield licence, DCTERMS.type, node
        yield from _concept(node, LICENCE_TYPES[kind], ADMS_LICENCES)


def _distribution(names: _Names, settings: Settings, file: DumpFile) -> Pairs:
    node, url = names.distribution(file), Iri(f"{names.base}dumps/{file.path}")
    titles = {"vi": file.title_vi, "en": file.title_en}
    yield names.dataset, DCAT.distribution, node
    yield from _typed(node, DCAT.Distribution)
    yield from _said(node, DCTERMS.title, titles)
    yield from _said(node, DCTERMS.description, titles)
    yield node, DCTERMS.identifier, Literal(node)
    yield node, DCTERMS.license, Iri(settings.license)
    yield node, DCAT.accessURL, url
    yield node, DCAT.downloadURL, url
    yield node, DCAT.byteSize, Literal(str(file.size), XSD.nonNegativeInteger)
    yield node, DCAT.mediaType, MEDIA[file.format.media_type]
    yield from _typed(MEDIA[file.format.media_type], DCTERMS.MediaType)
    yield node, DCTERMS["format"], EU["file-type/" + FILE_TYPES[file.format.suffix]]
    yield from _typed(EU["file-type/" + FILE_TYPES[file.format.suffix]], DCTERMS.MediaTypeOrExtent)
    if file.gzipped:
        yield node, DCAT.compressFormat, MEDIA["application/gzip"]
        yield from _typed(MEDIA["application/gzip"], DCTERMS.MediaType)
    yield node, DCATAP.availability, EU["planned-availability/AVAILABLE"]
    yield from _concept(
        EU["planned-availability/AVAILABLE"], {"vi": "có sẵn", "en": "available"}, EU["planned-availability"]
    )
    checksum, algorithm = Iri(node + "/checksum"), SPDX.checksumAlgorithm_sha256
    yield node, SPDX.checksum, checksum
    yield from _typed(checksum, SPDX.Checksum)
    yield checksum, SPDX.algorithm, algorithm
    yield checksum, SPDX.checksumValue, Literal(file.sha256, XSD.hexBinary)
    yield from _typed(algorithm, SPDX.ChecksumAlgorithm)


def _period(names: _Names, store: Store) -> Pairs:
    """Give the days of the first and the last document whose text is held."""
    query = "SELECT ?d WHERE { ?x pio:capturedIn ?t ; pio:documentDate ?d FILTER(DATATYPE(?d) = xsd:date) }"
    days = sorted(row["d"].value for row in store.select(query) if isinstance(row["d"], Literal))
    if days:
        yield names.dataset, DCTERMS.temporal, names.period
        yield from _typed(names.period, DCTERMS.PeriodOfTime)
        yield names.period, DCAT.startDate, Literal(days[0], XSD.date)
        yield names.period, DCAT.endDate, Literal(days[-1], XSD.date)


def _typed(node: Iri, kind: Iri) -> Pairs:
    yield node, RDF.type, kind


def _said(node: Iri, predicate: Iri, words: dict[str, str]) -> Pairs:
    for language, text in words.items():
        yield node, predicate, Literal(text, language=language)


def _concept(node: Iri, words: dict[str, str], scheme: Iri) -> Pairs:
    yield from _typed(node, SKOS.Concept)
    yield node, SKOS.inScheme, scheme
    yield from _said(node, SKOS.prefLabel, words)


def _statements(triples: Iterable[tuple[Iri, Iri, Term]], settings: Settings) -> list[Statement]:
    """Put triples into `graph/catalog`; whatever is referred to and not described becomes a resource."""
    graph = Iri(settings.base_iri + "graph/catalog")
    found = {Statement(s, p, o, graph) for s, p, o in triples}
    typed = {s.subject for s in found if s.predicate == RDF.type}
    referred = {s.object for s in found if s.predicate != RDF.type and not isinstance(s.object, Literal)}
    found |= {Statement(Iri(str(node)), RDF.type, RDFS.Resource, graph) for node in referred - typed}
    return sorted(found, key=lambda s: (s.subject, s.predicate, repr(s.object)))


def _version(files: Sequence[DumpFile]) -> str:
    """Name the content: a hash over the checksums of all dumps."""
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _dates(previous: Path, dataset: Iri, version: str, built: date) -> tuple[str, str]:
    """Give the days of issue and of the last change, kept from the previous catalog as far as they still hold."""
    store, today = Store.memory(), built.isoformat()
    if not previous.is_file():
        return today, today
    try:
        store.load_turtle(previous, Iri("urn:previous"))
    except StoreError:
        return today, today
    facts = {s.predicate: s.object.value for s in store.quads(subject=dataset) if isinstance(s.object, Literal)}
    same = facts.get(DCAT.version) == version
    return facts.get(DCTERMS.issued, today), facts.get(DCTERMS.modified, today) if same else today
