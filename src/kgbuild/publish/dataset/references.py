"""What the things are that a catalog refers to, licences and codes of the EU among them: portals look nothing up."""

from collections.abc import Iterator
from typing import Final

from kgbuild.model import Literal, Term
from kgbuild.namespaces import DCTERMS, FOAF, RDF, SKOS, Iri, Namespace

EU: Final = Namespace("http://publications.europa.eu/resource/authority/")
MEDIA: Final = Namespace("https://www.iana.org/assignments/media-types/")
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


def describe_references(base: str, licence: Iri) -> Pairs:
    """Describe what the catalog of the dataset at *base*, under *licence*, refers to."""
    yield from _licence(licence)
    yield from typed(Iri(base), FOAF.Document)
    for language, words in (
        ("VIE", {"vi": "tiếng Việt", "en": "Vietnamese"}),
        ("ENG", {"vi": "tiếng Anh", "en": "English"}),
    ):
        yield from typed(EU["language/" + language], DCTERMS.LinguisticSystem)
        yield from said(EU["language/" + language], SKOS.prefLabel, words)
    yield from typed(EU["country/VNM"], DCTERMS.Location)
    yield from said(EU["country/VNM"], SKOS.prefLabel, {"vi": "Việt Nam", "en": "Viet Nam"})
    yield from typed(EU["frequency/IRREG"], DCTERMS.Frequency)
    yield from typed(EU["data-theme"], SKOS.ConceptScheme)
    for title in (DCTERMS.title, SKOS.prefLabel):
        yield from said(EU["data-theme"], title, {"vi": "Chủ đề dữ liệu", "en": "Data theme"})
    government = {"vi": "Chính quyền và khu vực công", "en": "Government and public sector"}
    yield from concept(EU["data-theme/GOVE"], government, EU["data-theme"])
    nonprofit = Iri("http://purl.org/adms/publishertype/NonProfitOrganisation")
    yield from concept(nonprofit, {"vi": "Tổ chức phi lợi nhuận", "en": "Non-profit organisation"}, ADMS_PUBLISHERS)
    for standard in ("https://w3id.org/pio", "https://www.w3.org/TR/sparql11-protocol/"):
        yield from typed(Iri(standard), DCTERMS.Standard)


def _licence(licence: Iri) -> Pairs:
    yield from typed(licence, DCTERMS.LicenseDocument)
    if licence in LICENCES:
        kind, title = LICENCES[licence]
        node = Iri(f"http://purl.org/adms/licencetype/{kind}")
        yield licence, DCTERMS.title, Literal(title, language="en")
        yield licence, DCTERMS.type, node
        yield from concept(node, LICENCE_TYPES[kind], ADMS_LICENCES)


def typed(node: Iri, kind: Iri) -> Pairs:
    """Say what kind of thing a node is."""
    yield node, RDF.type, kind


def said(node: Iri, predicate: Iri, words: dict[str, str]) -> Pairs:
    """Say something in words, once in each language."""
    for language, text in words.items():
        yield node, predicate, Literal(text, language=language)


def concept(node: Iri, words: dict[str, str], scheme: Iri) -> Pairs:
    """Describe a concept of a scheme."""
    yield from typed(node, SKOS.Concept)
    yield node, SKOS.inScheme, scheme
    yield from said(node, SKOS.prefLabel, words)
