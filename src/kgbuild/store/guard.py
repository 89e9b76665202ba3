"""Refuse queries that would leave this machine: SERVICE anywhere, and FROM of a graph we do not hold.

pyoxigraph follows SERVICE to the network and has no switch for it. A query passes only when two readings agree
that it is clean: rdflib's algebra, and the words left when strings, IRIs and comments are taken away. A query that
rdflib cannot read and that has the letters "service" anywhere is refused.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kgbuild.errors import QueryError
from kgbuild.namespaces import PREFIXES

_QUIET = re.compile(
    r"""
      "{3}(?:\\.|(?!"{3}).)*"{3}  |  '{3}(?:\\.|(?!'{3}).)*'{3}   # long strings
    | "(?:\\.|[^"\\\n])*"         |  '(?:\\.|[^'\\\n])*'          # short strings
    | <[^<>"{}|^`\\\x00-\x20]*>                                   # IRIs
    | \#[^\n]*                                                    # comments
    """,
    re.VERBOSE | re.DOTALL,
)
_SERVICE_WORD = re.compile(r"(?<![\w:?$@-])service(?![\w:-])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

REFUSED = "SERVICE is refused here: this endpoint asks no other server; query that endpoint directly"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the guard found in one query: whether it asks another server, and the graphs its FROM clauses name."""

    leaves: bool
    graphs: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def read(query: str, base_iri: str | None = None) -> Reading:
    """Read a query for SERVICE and FROM without evaluating it; cached by text."""
    text = _plain(query)
    letters = text.lower()
    asks, selects = "service" in letters, "from" in letters
    if not asks and not selects:
        return Reading(leaves=False)
    if asks and _SERVICE_WORD.search(_QUIET.sub(" ", text)):
        return Reading(leaves=True)
    try:
        algebra = _algebra(text, base_iri)
    except Exception:  # whatever rdflib stumbles over, the answer is the same
        return Reading(leaves=asks)
    return Reading(leaves=asks and _has_service(algebra), graphs=_dataset(algebra))


def silence(query: str) -> str:
    """Blank out strings, IRIs and comments, leaving every other letter in its place.

    >>> silence("ASK {} # LIMIT 3")
    'ASK {}          '
    """
    return _QUIET.sub(lambda match: " " * len(match[0]), query.replace("\r", "\n"))


def refuse(query: str, base_iri: str | None = None) -> tuple[str, ...]:
    """Raise QueryError when the query would ask another server; return the graphs that its FROM clauses name."""
    reading = read(query, base_iri)
    if reading.leaves:
        raise QueryError(REFUSED)
    return reading.graphs


def _plain(query: str) -> str:
    """Undo code point escapes and make every line end a line feed, since a comment ends at either kind."""
    if "\\u" in query or "\\U" in query:
        query = _ESCAPE.sub(_character, query)
    return query.replace("\r", "\n")


def _character(match: "re.Match[str]") -> str:
    code = int(match[1] or match[2], 16)
    character = chr(code) if code <= 0x10FFFF else ""
    return character if character.isalpha() else match[0]


def _algebra(query: str, base_iri: str | None) -> Any:
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    return translateQuery(parseQuery(query), base=base_iri, initNs=PREFIXES).algebra


def _has_service(node: Any) -> bool:
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        return node.name == "ServiceGraphPattern" or any(_has_service(child) for child in node.values())
    return isinstance(node, (list, tuple)) and any(_has_service(child) for child in node)


def _dataset(algebra: Any) -> tuple[str, ...]:
    clauses = algebra.get("datasetClause") or ()
    return tuple(str(clause.default or clause.named) for clause in clauses)
