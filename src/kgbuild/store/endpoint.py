"""Another server's SPARQL endpoint, read like a store of our own."""

import re
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from kgbuild.errors import EndpointError, QueryError
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import XSD, Iri
from kgbuild.store import answers, guard
from kgbuild.store.answers import Answer, Question, Result
from kgbuild.store.database import find_base
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS
from kgbuild.store.remote import SECONDS, ask
from kgbuild.store.terms import from_ox

FRESH: Final = 600.0  # seconds after which what was kept of another server is asked for anew
AT_ONCE: Final = 200  # subjects in one query

# grouped, since Virtuoso takes 13 s for DISTINCT over 32,000 triples and none for this
_GRAPHS: Final = "SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
_QUADS: Final = "SELECT ?s ?p ?o ?g WHERE {{ {} GRAPH ?g {{ ?s ?p ?o }} }}"
_N_TRIPLES: Final = next(known for known in GRAPH_FORMATS if known.suffix == "nt")
_JSON: Final = ROW_FORMATS[0]
_ROWS: Final = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}
_TRIPLES: Final = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE, "rdf": ox.RdfFormat.RDF_XML}
_IS_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_RELATIVE: Final = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^\s<>]*>")


@dataclass(frozen=True)
class Endpoint:
    """A SPARQL 1.1 endpoint that holds the named graphs of a build and answers over their union.

    Queries are checked here before they are sent, as those to our own store: nothing but a query that parses, that
    asks no third server and names no graph the endpoint does not hold. Errors of the endpoint are EndpointErrors.
    """

    url: str
    seconds: float = SECONDS
    opened: float = field(default_factory=time.monotonic)
    path = None
    modified = None

    def refreshed(self) -> "Endpoint":
        """Give this endpoint, or after ten minutes the same without what was kept of it."""
        return self if time.monotonic() - self.opened < FRESH else Endpoint(self.url, self.seconds)

    def answer(self, question: Question) -> Answer:
        """Answer a query of a user as bytes; errors as of `kgbuild.store.answers.answer`, or EndpointError."""
        named = guard.refuse(question.query, question.base_iri)
        if question.default_graphs or question.named_graphs:
            # a graph that is not held is empty; its name is not sent, since the server might fetch it
            default, other = map(self._keep, (question.default_graphs, question.named_graphs))
            if not default and not other:
                return answers.answer(ox.Store(), question)
            question = replace(question, default_graphs=default, named_graphs=other)
        else:
            answers.refuse_unknown(named, self._held.__contains__)
        graph = answers.makes_graph(question)
        cut = False

        def run(text: str) -> Result:
            nonlocal cut
            try:
                result, short = self._run(text, question, graph=graph)
            except EndpointError as error:
                if text == question.query:
                    raise
                # a limit was written into it: Virtuoso sorts no more than some rows
                raise QueryError(str(error)) from error
            cut |= short
            return result

        found = answers.answer_by(run, question)
        return Answer(found.body, found.format, found.truncated or cut)

    def select(self, query: str) -> Iterator[dict[str, Term]]:
        """Answer a SELECT: one dict of bound variables per row. Raises EndpointError where the server cut it."""
        result, short = self._run(query, Question(query))
        if short:
            raise EndpointError(f"{self.url}: gives no more than some of the rows that are needed; raise its limit")
        assert isinstance(result, ox.QuerySolutions)
        names = [variable.value for variable in result.variables]
        for row in result:
            yield {name: _term(value) for name, value in zip(names, row, strict=True) if value is not None}

    def about(self, subjects: Iterable[Iri]) -> Iterator[Statement]:
        """Walk the quads of the named graphs that say something of one of *subjects*."""
        asked = [f"<{subject}>" for subject in subjects if _IS_IRI.fullmatch(subject)]
        for first in range(0, len(asked), AT_ONCE):
            yield from self._quads(f"VALUES ?s {{ {' '.join(asked[first : first + AT_ONCE])} }}")

    def quads(self, subject: Iri | None = None, graph: Iri | None = None) -> Iterator[Statement]:
        """Walk the quads of the named graphs, of one subject or one graph where given."""
        told = {"s": subject, "g": graph}
        yield from self._quads(" ".join(f"VALUES ?{name} {{ <{iri}> }}" for name, iri in told.items() if iri))

    def holds(self, subject: Iri) -> bool:
        """Tell whether anything is said of *subject*; an IRI that is none holds nothing."""
        if not _IS_IRI.fullmatch(subject):
            return False
        return bool(self._run(f"ASK {{ <{subject}> ?p ?o }}", Question(""))[0])

    def graphs(self) -> list[Iri]:
        """List the named graphs, sorted."""
        return sorted(self._held)

    def base_iri(self) -> str | None:
        """Find the IRI under which the named graphs of a build hang; None where the endpoint holds none."""
        return find_base(self.graphs())

    @cached_property
    def _held(self) -> frozenset[Iri]:
        return frozenset(Iri(str(row["g"])) for row in self.select(_GRAPHS))

    def _keep(self, graphs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(graph for graph in graphs if graph in self._held)

    def _quads(self, pattern: str) -> Iterator[Statement]:
        for row in self.select(_QUADS.format(pattern)):
            yield Statement(Iri(str(row["s"])), Iri(str(row["p"])), row["o"], Iri(str(row["g"])))

    def _run(self, text: str, question: Question, *, graph: bool = False) -> tuple[Result, bool]:
        """Run a query there; tell also whether the server cut the answer."""
        if question.base_iri and _RELATIVE.search(text):
            text = f"BASE <{question.base_iri}> {text}"
        rows, triples = (None, _N_TRIPLES) if graph else (_JSON, None)
        sent = Question(text, rows, triples, default_graphs=question.default_graphs, named_graphs=question.named_graphs)
        answer = ask(self.url, sent, self.seconds)
        return self._read(answer), answer.truncated

    def _read(self, answer: Answer) -> Result:
        suffix = answer.format.suffix
        try:
            if suffix in _ROWS:
                rows = ox.parse_query_results(answer.body, format=_ROWS[suffix])
                if isinstance(rows, ox.QueryBoolean):
                    return rows
                deque(rows, maxlen=0)  # they are read as they are taken: a broken one has to show itself here
                return ox.parse_query_results(answer.body, format=_ROWS[suffix])
            if suffix in _TRIPLES:
                # some give a triple once for each graph that holds it
                return dict.fromkeys(quad.triple for quad in ox.parse(answer.body, format=_TRIPLES[suffix]))
        except (SyntaxError, ValueError) as error:
            raise EndpointError(f"{self.url}: its answer cannot be read: {error}") from error
        raise EndpointError(f"{self.url}: answered {answer.format.media_type}, which was not asked for")


def _term(value: object) -> Term:
    """Read a term; Virtuoso keeps a boolean as a digit, which means the same and is not how it was written."""
    term = from_ox(value)
    if isinstance(term, Literal) and term.datatype == XSD.boolean:
        return Literal({"0": "false", "1": "true"}.get(term.value, term.value), XSD.boolean)
    return term
