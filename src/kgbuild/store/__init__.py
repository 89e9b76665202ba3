"""Load, query and dump quads: the only package that knows pyoxigraph."""

from kgbuild.store.answers import Answer, Question
from kgbuild.store.database import Store, read_quads
from kgbuild.store.endpoint import Endpoint
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS, Format, convert, find_format, serialise, turtle, write
from kgbuild.store.pieces import Lines, pieces, read_lines
from kgbuild.store.terms import from_ox, to_ox

# What pages, data and the service are read from: a store of ours, or another server.
AnyStore = Store | Endpoint

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Answer",
    "AnyStore",
    "Endpoint",
    "Format",
    "Lines",
    "Question",
    "Store",
    "convert",
    "find_format",
    "from_ox",
    "pieces",
    "read_lines",
    "read_quads",
    "serialise",
    "to_ox",
    "turtle",
    "write",
]
