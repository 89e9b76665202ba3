"""The pages of the vocabulary: every term with its definition, example and use, and the code lists."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kgbuild.model import Literal
from kgbuild.namespaces import CODE, DCTERMS, OWL, PIO, PREFIXES, RDF, RDFS, SCHEMA, SKOS, Iri
from kgbuild.publish.index import LABELS, Index, Text
from kgbuild.publish.paths import LANGUAGES
from kgbuild.publish.views import Link, Reader

ONTOLOGY: Final = Iri(PIO.base.rstrip("#"))
PROPERTIES: Final = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
# What is said of a term beside its words, in the order in which it is shown.
RELATIONS: Final = (
    ("broader", (RDFS.subClassOf, RDFS.subPropertyOf)),
    ("domain", (RDFS.domain, SCHEMA.domainIncludes)),
    ("range", (RDFS.range, SCHEMA.rangeIncludes)),
    ("inverse", (OWL.inverseOf,)),
    ("disjoint", (OWL.disjointWith,)),
    ("codes", (PIO.codeList,)),
    ("like", (SKOS.exactMatch, SKOS.closeMatch, OWL.equivalentClass, OWL.equivalentProperty)),
)
NAMES: Final = (RDFS.label, SKOS.prefLabel)
SAMPLES: Final = 3  # real things shown with a class


@dataclass(frozen=True, slots=True)
class Term:
    """A class, a property or a concept: its name, its labels and definitions, how it stands to others, its use."""

    anchor: str
    local: str
    name: str
    labels: tuple[Text, ...]
    definitions: tuple[Text, ...]
    examples: tuple[Text, ...]
    alternatives: tuple[Link, ...]
    relations: tuple[tuple[str, tuple[Link, ...]], ...]
    uses: int
    samples: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ontology: what it says of itself, its classes and its properties, and the code lists."""

    iri: str
    title: Text
    description: Text | None
    version: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    lists: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list with its concepts."""

    iri: str
    name: Text
    definition: Text | None
    concepts: tuple[Term, ...]


def code_lists(index: Index) -> list[Iri]:
    """List our code lists."""
    return [scheme for scheme in index.instances(SKOS.ConceptScheme) if scheme in CODE]


def read_vocabulary(reader: Reader) -> Vocabulary:
    """Read the ontology."""
    index = reader.index
    classes = [node for node in index.instances(OWL.Class) if node in PIO]
    properties = [node for node in index.instances(*PROPERTIES) if node in PIO]
    return Vocabulary(
        iri=ONTOLOGY,
        title=index.label(ONTOLOGY, reader.lang),
        description=index.text(ONTOLOGY, reader.lang, DCTERMS.description),
        version=index.literal(ONTOLOGY, OWL.versionInfo),
        classes=tuple(_term(reader, node, len(index.inbound(node, RDF.type))) for node in classes),
        properties=tuple(_term(reader, node, index.uses(node)) for node in properties),
        lists=tuple((reader.link(scheme), len(_members(index, scheme))) for scheme in code_lists(index)),
    )


def read_code_list(reader: Reader, scheme: str) -> CodeList:
    """Read a code list."""
    index = reader.index
    members = _members(index, scheme)
    return CodeList(
        iri=scheme,
        name=index.label(scheme, reader.lang),
        definition=index.text(scheme, reader.lang, SKOS.definition),
        concepts=tuple(_term(reader, concept, _mentions(index, concept)) for concept in members),
    )


def _members(index: Index, scheme: str) -> list[Iri]:
    return [concept for concept in index.inbound(scheme, SKOS.inScheme) if concept in CODE]


def _mentions(index: Index, concept: str) -> int:
    """Count the statements that use a concept: not those by which the code lists hang together."""
    return sum(len(found) for prop, found in index.links_to(concept) if prop not in SKOS)


def _term(reader: Reader, node: Iri, uses: int) -> Term:
    index = reader.index
    order = [reader.lang, *(code for code in LANGUAGES if code != reader.lang)]
    relations = [(name, index.iris(node, *props)) for name, props in RELATIONS]
    local = node.removeprefix(PIO.base).rsplit("/", 1)[-1]
    return Term(
        anchor=f"term-{local}" if node in PIO else local,
        local=local,
        name=compact(node),
        labels=_texts(index, node, order, *NAMES),
        definitions=_texts(index, node, order, SKOS.definition),
        examples=_texts(index, node, order, SKOS.example),
        alternatives=tuple(reader.value(value) for value in index.values(node, SKOS.altLabel)),
        relations=tuple((name, tuple(name_term(reader, o) for o in others)) for name, others in relations if others),
        uses=uses,
        samples=_samples(reader, node) if node in PIO else (),
    )


def _samples(reader: Reader, cls: Iri) -> tuple[Link, ...]:
    """Show real things of a class: those with a name of their own and a place on the site."""
    index = reader.index
    named = (thing for thing in index.inbound(cls, RDF.type) if index.text(thing, reader.lang, *LABELS))
    found: dict[str, Link] = {}
    for link in map(reader.link, named):
        if link.path:
            found.setdefault(link.text, link)
        if len(found) == SAMPLES:
            break
    return tuple(found.values())


def name_term(reader: Reader, node: Iri) -> Link:
    """Name a term: ours by its label, a foreign one by its short name, which leads to it."""
    return reader.link(node) if node in PIO or node in CODE else Link(compact(node), path=node)


def compact(iri: str) -> str:
    """Write an IRI with its prefix, one without by its last part and its host.

    >>> compact("https://w3id.org/pio#leads"), compact("https://example.org/x")
    ('pio:leads', 'x (example.org)')
    """
    for name, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{name}:{iri.removeprefix(base)}"
    parts = urlsplit(iri)
    return f"{parts.fragment or parts.path.rpartition('/')[2]} ({parts.hostname})" if parts.hostname else iri


def _texts(index: Index, node: str, order: list[str], *properties: str) -> tuple[Text, ...]:
    """List the texts of a node, those of the page's language first."""
    found = [v for v in index.values(node, *properties) if isinstance(v, Literal)]
    found.sort(key=lambda v: order.index(v.language) if v.language in order else len(order))
    return tuple(Text(value.value, value.language or "") for value in found)
