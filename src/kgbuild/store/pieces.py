"""A whole store in one format after the other, piece by piece: the lines are held once, whatever the format."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import Final

import pyoxigraph as ox

from kgbuild.namespaces import PREFIXES
from kgbuild.store.database import Store
from kgbuild.store.formats import RDF_FORMATS, Format, cut_graphs, sort_prefixes

_MANY: Final = 4_000  # lines of a piece: about a megabyte


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of N-Quads of a store, sorted: all of them, and the same ones graph by graph."""

    quads: list[bytes]
    graphs: tuple[list[bytes], ...]


def read_lines(store: Store) -> Lines:
    """Read the lines of every named graph, the graphs in the order of their names as they are written."""
    graphs = tuple(store.lines(graph) for graph in sorted(store.graphs(), key=lambda graph: f"{graph}>"))
    return Lines(sorted(chain.from_iterable(graphs)), graphs)


def pieces(lines: Lines, to: Format) -> Iterator[bytes | memoryview]:
    """Write a store in a format: together the bytes that `convert` makes of its dump with `keep_graphs`."""
    if to.suffix == "nq":
        return _joined(lines.quads)
    if to.quads:
        return _encoded(_parsed(chain.from_iterable(lines.graphs), ox.RdfFormat.N_QUADS), to)
    # A line keeps its place when the graph is cut off, so equal triples are neighbours.
    triples = (line for line, _ in groupby(cut_graphs(lines.quads)))
    if to.suffix == "nt":
        return _joined(triples)
    return _encoded((quad.triple for quad in _parsed(triples, ox.RdfFormat.N_TRIPLES)), to)


def _joined(lines: Iterable[bytes]) -> Iterator[bytes]:
    rest = iter(lines)
    while some := list(islice(rest, _MANY)):
        yield b"".join(some)


def _parsed(lines: Iterable[bytes], form: "ox.RdfFormat") -> "Iterator[ox.Quad]":
    return chain.from_iterable(ox.parse(some, format=form) for some in _joined(lines))


def _encoded(items: "Iterable[ox.Triple] | Iterable[ox.Quad]", to: Format) -> Iterator[bytes | memoryview]:
    whole = io.BytesIO()  # grows in place; a result of the engine's own would be held twice
    ox.serialize(items, whole, format=RDF_FORMATS[to.suffix], prefixes=PREFIXES)
    return iter(sort_prefixes(whole.getvalue()))
