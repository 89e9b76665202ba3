"""Load, query and dump quads: the only module that knows pyoxigraph."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kgbuild.errors import StoreError
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import SPARQL_PREFIXES, Iri

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def to_ox(term: Term) -> "ox.NamedNode | ox.Literal":
    """Turn one of our terms into pyoxigraph's."""
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(term.value, language=term.language)
        return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype)) if term.datatype else ox.Literal(term.value)
    return ox.NamedNode(term)


def from_ox(term: object) -> Term:
    """Turn a pyoxigraph term into ours; a blank node becomes `_:` and its label."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Literal(
            term.value, None if datatype in (XSD_STRING, RDF_LANG_STRING) else datatype, term.language or None
        )
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    return Iri(str(term))


def serialise(statements: Iterable[Statement]) -> bytes:
    """Write statements as sorted N-Quads without duplicates: the same statements give the same bytes."""
    quads = (ox.Quad(ox.NamedNode(s), ox.NamedNode(p), to_ox(o), ox.NamedNode(g)) for s, p, o, g in statements)
    lines = sorted(set((ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)))
    return b"".join(lines)


def read_quads(path: Path) -> bytes:
    """Read an N-Quads file, gzipped or not, as bytes."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


class Store:
    """A set of named graphs that answers SPARQL; the default graph of a query is the union of all graphs."""

    def __init__(self, inner: ox.Store) -> None:
        self.inner = inner

    @classmethod
    def memory(cls) -> "Store":
        """Make an empty store in memory."""
        return cls(ox.Store())

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Open a store on disk, made when missing unless *read_only*. Raises StoreError naming the path."""
        try:
            return cls(ox.Store.read_only(str(path)) if read_only else ox.Store(str(path)))
        except (OSError, ValueError) as error:
            raise StoreError(f"{path}: the store cannot be opened: {error}") from error

    def load(self, nquads: bytes) -> None:
        """Bulk-load N-Quads. Raises StoreError on a syntax error."""
        try:
            self.inner.bulk_load(nquads, format=ox.RdfFormat.N_QUADS)
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError(f"the N-Quads cannot be loaded: {error}") from error

    def load_turtle(self, path: Path, graph: Iri) -> None:
        """Load a Turtle file into *graph*. Raises StoreError naming the file."""
        try:
            self.inner.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(graph))
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError(f"{path}: {error}") from error

    def __len__(self) -> int:
        return len(self.inner)

    def select(self, query: str) -> Iterator[dict[str, Term]]:
        """Answer a SELECT over the union of all graphs: one dict of bound variables per row.

        Every prefix of `namespaces.PREFIXES` may be used without declaring it.
        """
        solutions = self.inner.query(SPARQL_PREFIXES + query, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            yield {name: from_ox(value) for name in names if (value := solution[name]) is not None}

    def ask(self, query: str) -> bool:
        """Answer an ASK over the union of all graphs."""
        return bool(self.inner.query(SPARQL_PREFIXES + query, use_default_graph_as_union=True))

    def construct(self, query: str, graph: Iri) -> list[Statement]:
        """Answer a CONSTRUCT over the union of all graphs, as statements of *graph*, sorted, without duplicates."""
        triples = self.inner.query(SPARQL_PREFIXES + query, use_default_graph_as_union=True)
        assert isinstance(triples, ox.QueryTriples)
        found = {
            Statement(Iri(t.subject.value), Iri(t.predicate.value), from_ox(t.object), graph)
            for t in triples
            if isinstance(t.subject, ox.NamedNode)
        }
        return sorted(found, key=lambda s: (s.subject, s.predicate, str(s.object)))

    def add(self, statements: Iterable[Statement]) -> int:
        """Add statements and return how many were new."""
        before = len(self.inner)
        self.inner.extend(
            ox.Quad(ox.NamedNode(s), ox.NamedNode(p), to_ox(o), ox.NamedNode(g)) for s, p, o, g in statements
        )
        return len(self.inner) - before

    def quads(self, subject: Iri | None = None, graph: Iri | None = None) -> Iterator[Statement]:
        """Walk the quads, of one subject or one named graph where given."""
        pattern = (ox.NamedNode(subject) if subject else None, None, None, ox.NamedNode(graph) if graph else None)
        for quad in self.inner.quads_for_pattern(*pattern):
            if isinstance(quad.graph_name, ox.NamedNode):
                subject_iri = Iri(str(from_ox(quad.subject)))
                yield Statement(
                    subject_iri, Iri(quad.predicate.value), from_ox(quad.object), Iri(quad.graph_name.value)
                )

    def graphs(self) -> list[Iri]:
        """List the named graphs, sorted."""
        return sorted(Iri(g.value) for g in self.inner.named_graphs() if isinstance(g, ox.NamedNode))

    def dump(self) -> bytes:
        """Write the whole store as sorted N-Quads."""
        data = self.inner.dump(format=ox.RdfFormat.N_QUADS) or b""
        return b"".join(sorted(data.splitlines(keepends=True)))


def turtle(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> bytes:
    """Write statements as Turtle (graphs dropped), deterministic where there are no blank nodes."""
    ordered = sorted({(s, p, o) for s, p, o, _ in statements}, key=lambda t: (t[0], t[1], str(t[2])))
    triples = (ox.Triple(ox.NamedNode(s), ox.NamedNode(p), to_ox(o)) for s, p, o in ordered)
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes)) or b""
