"""The formats of answers and dumps, and writing statements in them: the same statements give the same bytes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kgbuild.model import Statement
from kgbuild.namespaces import PREFIXES
from kgbuild.store.lines import sorted_lines


@dataclass(frozen=True, slots=True)
class Format:
    """One serialisation: its file suffix, its media type, and the other names that clients ask for it with.

    `quads` tells that it can hold named graphs.
    """

    suffix: str
    media_type: str
    label: str
    aliases: tuple[str, ...] = ()
    quads: bool = False

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


ROW_FORMATS = (
    Format("json", "application/sparql-results+json", "JSON", ("application/json",)),
    Format("xml", "application/sparql-results+xml", "XML", ("application/xml", "text/xml")),
    Format("csv", "text/csv", "CSV"),
    Format("tsv", "text/tab-separated-values", "TSV"),
)
GRAPH_FORMATS = (
    Format(
        "ttl", "text/turtle", "Turtle", ("application/turtle", "application/x-turtle", "text/n3", "text/rdf+n3", "n3")
    ),
    Format("nt", "application/n-triples", "N-Triples", ("text/plain",)),
    Format("jsonld", "application/ld+json", "JSON-LD", ("application/json", "json"), quads=True),
    Format("rdf", "application/rdf+xml", "RDF/XML", ("application/xml", "text/xml", "xml", "rdf+xml")),
    Format("trig", "application/trig", "TriG", ("application/x-trig",), quads=True),
    Format("nq", "application/n-quads", "N-Quads", ("text/x-nquads",), quads=True),
)

RDF_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}

_PREFIX_LINES = re.compile(rb"(?:@prefix [^\n]*\n)*")
_ROOT = re.compile(rb"(<rdf:RDF)((?: xmlns:[^= ]+=\"[^\"]*\")*)>")
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_XMLNS = re.compile(rb" xmlns:[^= ]+=\"[^\"]*\"")


def find_format(name: str, formats: Iterable[Format]) -> Format | None:
    """Find a format by suffix, label or media type (aliases included), whatever the case.

    >>> find_format("Turtle", GRAPH_FORMATS).suffix, find_format("yaml", GRAPH_FORMATS)
    ('ttl', None)
    """
    wanted = name.strip().lower()
    for known in formats:
        if wanted in (known.suffix, known.label.lower(), known.media_type, *known.aliases):
            return known
    return None


def serialise(statements: Iterable[Statement]) -> bytes:
    """Write statements as sorted N-Quads without duplicates: the same statements give the same bytes."""
    return b"".join(sorted_lines(statements))


def strip_graphs(nquads: bytes) -> bytes:
    """Turn N-Quads, each line naming its graph, into sorted N-Triples without duplicates."""
    return b"".join(sorted(set(cut_graphs(nquads.splitlines()))))


def cut_graphs(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Cut the graph from each line of N-Quads, in the order in which they come."""
    return (line.rpartition(b" <")[0] + b" .\n" for line in lines)


def convert(nquads: bytes, to: Format, *, keep_graphs: bool = False) -> bytes:
    """Write N-Quads, each line naming its graph, in another format; sorted, so deterministic without blank nodes.

    The graphs are dropped unless *keep_graphs* and the format can hold them.
    """
    if keep_graphs and to.quads:
        lines = sorted(nquads.splitlines(keepends=True))
        if to.suffix == "nq":
            return b"".join(lines)
        lines.sort(key=lambda line: line.rpartition(b" <")[2])
        return encode(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS), to)
    triples = strip_graphs(nquads)
    if to.suffix in ("nt", "nq"):
        return triples
    return encode((quad.triple for quad in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES)), to)


def encode(items: "Iterable[ox.Triple] | Iterable[ox.Quad]", to: Format) -> bytes:
    """Write pyoxigraph triples or quads in the order in which they come."""
    return b"".join(sort_prefixes(ox.serialize(items, format=RDF_FORMATS[to.suffix], prefixes=PREFIXES) or b""))


def sort_prefixes(data: bytes) -> tuple[bytes, memoryview]:
    """Sort the prefixes at the head of Turtle, TriG or RDF/XML, which pyoxigraph writes in no order; drop idle ones.

    Gives the new head, and a view of the rest, which may be large.
    """
    head, end = b"", 0
    if data.startswith(b"@prefix "):
        found = _PREFIX_LINES.match(data)
        assert found is not None
        end = found.end()
        used = (line for line in found[0].splitlines(keepends=True) if data.find(line.split(b" ", 2)[1], end) >= 0)
        head = b"".join(sorted(used))
    elif data.startswith(b"<?xml "):
        data = well_formed(data)
        root = _ROOT.search(data)
        assert root is not None
        end = root.end()
        head = data[: root.start()] + root[1] + b"".join(sorted(_XMLNS.findall(root[2]))) + b">"
    return head, memoryview(data)[end:]


def well_formed(xml: bytes) -> bytes:
    """Make XML of what pyoxigraph wrote: control characters, which XML cannot hold, become blanks.

    A carriage return is written so that parsers keep it.

    >>> well_formed("trang\\x0c2\\r".encode())
    b'trang 2&#13;'
    """
    return _NOT_XML.sub(b" ", xml).replace(b"\r", b"&#13;")


def write(statements: Iterable[Statement], to: Format, *, keep_graphs: bool = False) -> bytes:
    """Write statements in any RDF format, sorted, without duplicates; see `convert`."""
    return convert(serialise(statements), to, keep_graphs=keep_graphs)


def turtle(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> bytes:
    """Write statements as Turtle with these prefixes (graphs dropped), deterministic without blank nodes."""
    triples = strip_graphs(serialise(statements))
    items = (quad.triple for quad in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES))
    return b"".join(sort_prefixes(ox.serialize(items, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes)) or b""))
