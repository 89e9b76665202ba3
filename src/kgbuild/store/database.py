"""The store: named graphs of quads, with the union of them all as the default graph."""

import gzip
import io
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from kgbuild.errors import StoreError
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import PREFIXES, Iri
from kgbuild.store.answers import Answer, Question, answer
from kgbuild.store.formats import cut_graphs
from kgbuild.store.terms import from_ox, from_quad, to_quad

_OURS = re.compile(r"(.*/)graph/(?:source/[^/]+|authority|curation|inferred|ontology|provenance|report|catalog)")

_LOAD: Final = 100_000  # lines that are loaded at once: about 25 MB of text, four times as much in the engine


def read_quads(path: Path) -> bytes:
    """Read an N-Quads file, gzipped or not, as bytes. Raises StoreError naming the file."""
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError) as error:
        raise StoreError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


class Store:
    """A set of named graphs that answers SPARQL; the default graph of a query is the union of all graphs.

    The union is kept as a graph of its own beside the named ones: pyoxigraph's switch for it counts a triple once
    for each graph that holds it and overrules FROM. `path` is the folder of a store on disk, None in memory.
    """

    def __init__(self, inner: ox.Store, path: Path | None = None) -> None:
        self.inner = inner
        self.path = path
        self._folder = _inode(path)

    @classmethod
    def memory(cls) -> "Store":
        """Make an empty store in memory."""
        return cls(ox.Store())

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Open a store on disk, made when missing unless *read_only*. Raises StoreError naming the path."""
        try:
            return cls(ox.Store.read_only(str(path)) if read_only else ox.Store(str(path)), path)
        except (OSError, ValueError) as error:
            raise StoreError(f"{path}: the store cannot be opened: {error}") from error

    def refreshed(self) -> "Store":
        """Give this store, or the one that has since taken its folder's place (a new build), opened read-only."""
        if self.path is None or _inode(self.path) in (None, self._folder):
            return self
        return Store.open(self.path, read_only=True)

    @cached_property
    def modified(self) -> float | None:
        """When the store on disk was written, in seconds since 1970; None in memory.

        Read once: a build writes a store of its own and never changes one that is served.
        """
        try:
            return (self.path / "CURRENT").stat().st_mtime if self.path else None
        except OSError:
            return None

    def load(self, nquads: bytes) -> None:
        """Bulk-load N-Quads; quads of no named graph are left out. Raises StoreError on a syntax error."""
        try:
            self._load_canonical(nquads)
        except SyntaxError:
            # not in the one form that can be cut as text: read it properly, slower
            try:
                quads = (q for q in ox.parse(nquads, format=ox.RdfFormat.N_QUADS) if _is_named(q))
                self._load_canonical(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
            except (SyntaxError, ValueError) as error:
                raise StoreError(f"the N-Quads cannot be loaded: {error}") from error
        except (ValueError, OSError) as error:
            raise StoreError(f"the N-Quads cannot be loaded: {error}") from error

    def _load_canonical(self, nquads: bytes) -> None:
        """Load the union first: cutting a line of another form wrongly is a syntax error before anything is stored."""
        self.inner.bulk_load(b"".join(cut_graphs(io.BytesIO(nquads))), format=ox.RdfFormat.N_TRIPLES)
        self.inner.bulk_load(nquads, format=ox.RdfFormat.N_QUADS)

    def load_files(self, paths: Iterable[Path]) -> None:
        """Bulk-load files of N-Quads, so many lines at a time: the engine holds a load in memory until it is sorted.

        Raises StoreError on a syntax error, and naming a file that cannot be read.
        """
        lines = _read_lines(paths)
        while some := b"".join(islice(lines, _LOAD)):
            self.load(some)

    def load_turtle(self, path: Path, graph: Iri) -> None:
        """Load a Turtle file into *graph*. Raises StoreError naming the file."""
        try:
            for target in (ox.NamedNode(graph), ox.DefaultGraph()):
                self.inner.load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=target)
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError(f"{path}: {error}") from error

    def add(self, statements: Iterable[Statement]) -> int:
        """Add statements and return how many were new."""
        new = [quad for quad in {to_quad(s) for s in statements} if quad not in self.inner]
        self.inner.extend(new)
        self.inner.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in new)
        return len(new)

    def __len__(self) -> int:
        """Count the quads of the named graphs."""
        (row,) = self.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
        return int(cast(Literal, row["n"]).value)

    def answer(self, question: Question) -> Answer:
        """Answer a query of a user as bytes; see `kgbuild.store.answers.answer` for the errors."""
        return answer(self.inner, question)

    def select(self, query: str) -> Iterator[dict[str, Term]]:
        """Answer a SELECT over the union of all graphs: one dict of bound variables per row.

        Every prefix of `namespaces.PREFIXES` may be used without declaring it.
        """
        names, rows = self.table(query)
        for row in rows:
            yield {name: value for name, value in zip(names, row, strict=True) if value is not None}

    def table(self, query: str) -> tuple[list[str], list[list[Term | None]]]:
        """Answer a SELECT over the union of all graphs as its column names and its rows, None where unbound.

        All rows are read at once: what pyoxigraph answers with may not outlive the thread that asked.
        """
        solutions = self.inner.query(query, prefixes=PREFIXES)
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        return names, [[None if value is None else from_ox(value) for value in solution] for solution in solutions]

    def ask(self, query: str) -> bool:
        """Answer an ASK over the union of all graphs."""
        return bool(self.inner.query(query, prefixes=PREFIXES))

    def construct(self, query: str, graph: Iri) -> list[Statement]:
        """Answer a CONSTRUCT over the union of all graphs, as statements of *graph*, sorted, without duplicates."""
        triples = self.inner.query(query, prefixes=PREFIXES)
        assert isinstance(triples, ox.QueryTriples)
        found = {
            Statement(Iri(t.subject.value), Iri(t.predicate.value), from_ox(t.object), graph)
            for t in triples
            if isinstance(t.subject, ox.NamedNode)
        }
        return sorted(found, key=lambda s: (s.subject, s.predicate, str(s.object)))

    def quads(self, subject: Iri | None = None, graph: Iri | None = None) -> Iterator[Statement]:
        """Walk the quads of the named graphs, of one subject or one graph where given."""
        pattern = (ox.NamedNode(subject) if subject else None, None, None, ox.NamedNode(graph) if graph else None)
        for quad in self.inner.quads_for_pattern(*pattern):
            if isinstance(quad.graph_name, ox.NamedNode):
                yield from_quad(quad)

    def about(self, subjects: Iterable[Iri]) -> Iterator[Statement]:
        """Walk the quads of the named graphs that say something of one of *subjects*."""
        for subject in subjects:
            yield from self.quads(subject=subject)

    def holds(self, subject: Iri) -> bool:
        """Tell whether anything is said of *subject*; an IRI that is none holds nothing."""
        try:
            found = self.inner.quads_for_pattern(ox.NamedNode(subject), None, None, ox.DefaultGraph())
            return next(found, None) is not None
        except ValueError:
            return False

    def states(self, statement: Statement) -> bool:
        """Tell whether some named graph states the triple of *statement*."""
        quad = to_quad(statement)
        return ox.Quad(quad.subject, quad.predicate, quad.object) in self.inner

    def graphs(self) -> list[Iri]:
        """List the named graphs, sorted."""
        return sorted(Iri(g.value) for g in self.inner.named_graphs() if isinstance(g, ox.NamedNode))

    def base_iri(self) -> str | None:
        """Find the IRI under which the named graphs hang, which is the base of the build; None for other graphs."""
        return find_base(self.graphs())

    def apart(self, nquads: bytes) -> "Store":
        """Make a store in memory that holds these quads and no others. Raises StoreError on a syntax error."""
        store = Store.memory()
        store.load(nquads)
        return store

    def dump(self, graph: Iri | None = None) -> bytes:
        """Write the named graphs, or one of them, as sorted N-Quads."""
        if graph:
            return b"".join(self.lines(graph))
        return b"".join(sorted(chain.from_iterable(self.lines(name) for name in self.graphs())))

    def lines(self, graph: Iri) -> list[bytes]:
        """List the quads of a named graph as sorted lines of N-Quads."""
        name = ox.NamedNode(graph)
        data = self.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
        end = f" {name} .\n".encode()
        return sorted([line[:-2] + end for line in data.splitlines()])


def find_base(graphs: Iterable[Iri]) -> str | None:
    """Find the IRI under which named graphs of ours hang; None where none is of ours.

    >>> find_base([Iri("http://x/other"), Iri("https://example.org/kg/graph/source/001")])
    'https://example.org/kg/'
    """
    bases = (_OURS.fullmatch(graph) for graph in graphs)
    return next((match[1] for match in bases if match), None)


def _read_lines(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        try:
            with path.open("rb") as file:
                yield from file
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error}") from error


def _is_named(quad: "ox.Quad") -> bool:
    return isinstance(quad.graph_name, ox.NamedNode)


def _inode(path: Path | None) -> int | None:
    try:
        return path.stat().st_ino if path else None
    except OSError:
        return None
