"""Count a dataset for VoID: triples, subjects, classes and properties, exactly as SPARQL counts them."""

import hashlib
from collections.abc import Iterator
from typing import Final

from kgbuild.model import Literal, Term, integer
from kgbuild.namespaces import PREFIXES, RDF, RDFS, VOID, Iri
from kgbuild.store import Store

COUNTS: Final = {
    VOID.triples: "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }",
    VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s ?p ?o }",
    VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?s ?p ?o }",
    VOID.classes: "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?s a ?c }",
}
CLASSES: Final = "SELECT ?term (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?term } GROUP BY ?term"
PROPERTIES: Final = "SELECT ?term (COUNT(*) AS ?n) WHERE { ?s ?term ?o } GROUP BY ?term"


def describe_counts(store: Store, dataset: Iri, base_iri: str, dump: str) -> Iterator[tuple[Iri, Iri, Term]]:
    """Describe *dataset* in VoID: its counts over the union of all graphs, by class and by property."""
    yield dataset, RDF.type, VOID.Dataset
    yield dataset, VOID.uriSpace, Literal(base_iri + "id/")
    yield dataset, VOID.sparqlEndpoint, Iri(base_iri + "sparql")
    yield dataset, VOID.dataDump, Iri(dump)
    for term, query in COUNTS.items():
        yield dataset, term, integer(_count(store, query))
    yield dataset, VOID.entities, integer(_count(store, _entities(base_iri)))
    seen = set()
    for kind, query, term, unit in (
        (RDFS.Class, CLASSES, VOID["class"], VOID.entities),
        (RDF.Property, PROPERTIES, VOID.property, VOID.triples),
    ):
        word = term.removeprefix(VOID.base)
        for name, number in sorted(_by_term(store, query).items()):
            part = Iri(f"{dataset}/{word}/{_slug(name)}")
            yield dataset, VOID[word + "Partition"], part
            yield name, RDF.type, kind
            yield part, RDF.type, VOID.Dataset
            yield part, term, name
            yield part, unit, integer(number)
            seen.add(_space(name))
    for space in sorted(seen & set(PREFIXES.values())):
        yield dataset, VOID.vocabulary, Iri(space)


def _count(store: Store, query: str) -> int:
    value = next(store.select(query))["n"]
    assert isinstance(value, Literal)
    return int(value.value)


def _entities(base_iri: str) -> str:
    return f'SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{base_iri}id/")) }}'


def _by_term(store: Store, query: str) -> dict[Iri, int]:
    rows = store.select(query)
    return {Iri(str(row["term"])): int(row["n"].value) for row in rows if isinstance(row["n"], Literal)}


def _space(name: str) -> str:
    return name[: max(name.rfind("#"), name.rfind("/")) + 1]


def _slug(name: Iri) -> str:
    """Name a term inside an IRI: by its prefix where we have one, else by a hash.

    >>> _slug(Iri("https://w3id.org/pio#Task"))
    'pio-Task'
    """
    for prefix, space in PREFIXES.items():
        if name.startswith(space) and name != space:
            return f"{prefix}-{name[len(space) :].replace('/', '-')}"
    return hashlib.sha256(name.encode()).hexdigest()[:12]
