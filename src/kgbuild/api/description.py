"""The SPARQL 1.1 service description: what the bare endpoint says of itself."""

from collections.abc import Iterator, Sequence

from kgbuild.model import Statement
from kgbuild.namespaces import RDF, Iri, Namespace

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads")
# A description is fetched before every session: it stays small however many sources there are.
MAX_GRAPHS = 50


def service_description(endpoint: str, graphs: Sequence[Iri]) -> Iterator[Statement]:
    """Describe the service at *endpoint* and its named graphs (the first ones where there are many)."""
    here = Iri(endpoint)
    dataset, union = Iri(endpoint + "#dataset"), Iri(endpoint + "#union")

    def say(subject: Iri, predicate: Iri, value: Iri) -> Statement:
        return Statement(subject, predicate, value, here)

    yield say(here, RDF.type, SD.Service)
    yield say(here, SD.endpoint, here)
    yield say(here, SD.supportedLanguage, SD.SPARQL11Query)
    yield say(here, SD.feature, SD.UnionDefaultGraph)
    for name in (*RESULTS, *GRAPHS):
        yield say(here, SD.resultFormat, FORMATS[name])
    yield say(here, SD.defaultDataset, dataset)
    yield say(dataset, RDF.type, SD.Dataset)
    yield say(dataset, SD.defaultGraph, union)
    yield say(union, RDF.type, SD.Graph)
    ordered = sorted(graphs, key=lambda graph: ("/graph/source/" in graph, graph))
    for number, graph in enumerate(ordered[:MAX_GRAPHS], start=1):
        node = Iri(f"{endpoint}#graph-{number}")
        yield say(dataset, SD.namedGraph, node)
        yield say(node, RDF.type, SD.NamedGraph)
        yield say(node, SD.name, graph)
