"""Statements as lines of N-Quads: the bytes that pyoxigraph writes, without making its objects for each of them."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from kgbuild.model import Literal, Statement

# Whatever might be written otherwise than it is: pyoxigraph is asked how.
_ODD: Final = re.compile(r'["\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]')


class _Iris(dict[str, bytes]):
    """IRIs as they are written, with what follows them; each is checked once. Raises ValueError for what is none."""

    def __init__(self, end: bytes = b"") -> None:
        self.end = end

    def __missing__(self, iri: str) -> bytes:
        written = self[iri] = str(ox.NamedNode(iri)).encode() + self.end
        return written


class _Ends(dict[tuple[str | None, str | None], bytes]):
    """What follows the text of a literal, from its closing quote on, by datatype and language."""

    def __missing__(self, kind: tuple[str | None, str | None]) -> bytes:
        datatype, language = kind
        if language:
            empty = ox.Literal("", language=language)
        else:
            empty = ox.Literal("", datatype=ox.NamedNode(datatype)) if datatype else ox.Literal("")
        written = self[kind] = str(empty)[1:].encode()
        return written


def sorted_lines(statements: Iterable[Statement]) -> list[bytes]:
    """Write statements as lines of N-Quads, sorted, each once. Raises ValueError for an IRI or language that is none.

    Sorting first and dropping neighbours is faster than a set: statements come nearly in order.
    """
    iri, last, end, odd, join = _Iris(), _Iris(b" .\n"), _Ends(), _ODD.search, b" ".join
    lines = []
    for subject, predicate, value, graph in statements:
        if isinstance(value, Literal):
            text = value.value
            start = str(ox.Literal(text))[:-1].encode() if odd(text) else b'"' + text.encode()
            term = start + end[value.datatype, value.language]
        else:
            term = iri[value]
        lines.append(join((iri[subject], iri[predicate], term, last[graph])))
    lines.sort()
    return [line for line, _ in groupby(lines)]
