"""Load, query and dump quads: the only package that knows pyoxigraph."""

from kgbuild.store.answers import Answer, Question
from kgbuild.store.database import Store, read_quads
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS, Format, convert, find_format, serialise, turtle, write
from kgbuild.store.terms import from_ox, to_ox

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Answer",
    "Format",
    "Question",
    "Store",
    "convert",
    "find_format",
    "from_ox",
    "read_quads",
    "serialise",
    "to_ox",
    "turtle",
    "write",
]
