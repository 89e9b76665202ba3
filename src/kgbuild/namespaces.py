"""The closed vocabularies kgbuild writes, and the one prefix map."""

from typing import Final


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Namespace:
    """A namespace that makes terms: `PIO.leads`, `CODE["role/lead"]`.

    >>> Namespace("https://w3id.org/pio#").leads
    'https://w3id.org/pio#leads'
    """

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> Iri:
        if name.startswith("__"):
            raise AttributeError(name)
        return Iri(self.base + name)

    def __getitem__(self, name: str) -> Iri:
        return Iri(self.base + name)

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and iri.startswith(self.base)


PIO: Final = Namespace("https://w3id.org/pio#")
CODE: Final = Namespace("https://w3id.org/pio/code/")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
DCTERMS: Final = Namespace("http://purl.org/dc/terms/")
DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
VOID: Final = Namespace("http://rdfs.org/ns/void#")
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/")
ORG: Final = Namespace("http://www.w3.org/ns/org#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
TIME: Final = Namespace("http://www.w3.org/2006/time#")
SCHEMA: Final = Namespace("https://schema.org/")
ELI: Final = Namespace("http://data.europa.eu/eli/ontology#")
SH: Final = Namespace("http://www.w3.org/ns/shacl#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
DQV: Final = Namespace("http://www.w3.org/ns/dqv#")
VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")

PREFIXES: Final[dict[str, str]] = {
    "code": CODE.base,
    "dcat": DCAT.base,
    "dcterms": DCTERMS.base,
    "dqv": DQV.base,
    "eli": ELI.base,
    "foaf": FOAF.base,
    "oa": OA.base,
    "org": ORG.base,
    "owl": OWL.base,
    "pio": PIO.base,
    "prov": PROV.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "schema": SCHEMA.base,
    "sh": SH.base,
    "skos": SKOS.base,
    "spdx": SPDX.base,
    "time": TIME.base,
    "vcard": VCARD.base,
    "void": VOID.base,
    "xsd": XSD.base,
}


def source_graph(base: str, key: str = "") -> Iri:
    """Name the graph of what was read in the source *key*; without one, what the names of all these begin with."""
    return Iri(f"{base}graph/source/{key}")
