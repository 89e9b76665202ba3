"""Answer one SPARQL query as bytes: the single door through which every query of a user goes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kgbuild.errors import NotAcceptable, QueryError
from kgbuild.namespaces import PREFIXES
from kgbuild.store import guard
from kgbuild.store.formats import GRAPH_FORMATS, ROW_FORMATS, Format, encode, well_formed

ROW_LIMIT = 100_000

_RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_PROLOGUE = r"(?:\s|\#[^\r\n]*|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*+"
_IS_SELECT = re.compile(_PROLOGUE + r"SELECT\b", re.IGNORECASE)
_IS_UPDATE = re.compile(_PROLOGUE + r"(?:INSERT|DELETE|WITH|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_LAST_LIMIT = re.compile(r"\bLIMIT\s+(\d+)(\s+OFFSET\s+\d+)?\s*\Z", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): ")

Result = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]
Run = Callable[[str], Result]


@dataclass(frozen=True, slots=True)
class Question:
    """A query and how to answer it; it can be sent to another process.

    `rows` is the format for SELECT and ASK, `graph` the one for CONSTRUCT and DESCRIBE: None where the client takes
    no such format. Where `default_graphs` or `named_graphs` name graphs, they are the whole dataset and FROM is
    ignored (SPARQL 1.1 Protocol, 2.1.4).
    """

    query: str
    rows: Format | None = ROW_FORMATS[0]
    graph: Format | None = GRAPH_FORMATS[0]
    base_iri: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    limit: int = ROW_LIMIT


@dataclass(frozen=True, slots=True)
class Answer:
    """A serialised answer; `truncated` when there was more than the limit (rows, or triples of a graph)."""

    body: bytes
    format: Format
    truncated: bool = False


def answer(store: "ox.Store", question: Question) -> Answer:
    """Answer a query over the union of the named graphs, or over the dataset that the question names.

    Raises QueryError (with line and column) when it does not parse, is an update, or would ask another server;
    NotAcceptable when the client takes no format of its kind.
    """
    graphs = guard.refuse(question.query, question.base_iri)
    if not (question.default_graphs or question.named_graphs):
        refuse_unknown(graphs, lambda name: store.contains_named_graph(ox.NamedNode(name)))
    return answer_by(_runner(store, question), question)


def answer_by(run: Run, question: Question) -> Answer:
    """Answer a query that has passed the guard by whatever runs the text of one; errors as of `answer`."""
    if _IS_SELECT.match(question.query):
        return _rows(question, run)
    result = run(question.query)
    if not isinstance(result, (ox.QueryBoolean, ox.QuerySolutions)):
        if question.graph:
            return _graph(result, question.graph, question.limit)
        del result  # the error may be dropped by another thread; what pyoxigraph answered with may not
        raise _unacceptable("CONSTRUCT and DESCRIBE", GRAPH_FORMATS)
    to = _acceptable(question.rows)
    return Answer(_write(result, to), to)


def makes_graph(question: Question) -> bool:
    """Tell CONSTRUCT and DESCRIBE from the others. Raises QueryError, with line and column, as `answer` does."""
    nothing = _runner(ox.Store(), Question(question.query, base_iri=question.base_iri))(question.query)
    return not isinstance(nothing, (ox.QueryBoolean, ox.QuerySolutions))


def refuse_unknown(graphs: Iterable[str], holds: Callable[[str], bool]) -> None:
    """Raise QueryError where a dataset names a graph that the store does not hold: it might be fetched."""
    for name in graphs:
        if not holds(name):
            raise QueryError(f"FROM <{name}> is refused: this store does not hold that graph and fetches nothing")


def _runner(store: "ox.Store", question: Question) -> Run:
    protocol = bool(question.default_graphs or question.named_graphs)
    try:
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [
            ox.NamedNode(g) for g in question.default_graphs
        ]
        named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(g) for g in question.named_graphs]
    except ValueError as error:
        raise QueryError(f"a graph of the dataset is not named by an absolute IRI: {error}") from error

    def run(text: str) -> Result:
        try:
            return store.query(
                text,
                base_iri=question.base_iri,
                prefixes=PREFIXES,
                default_graph=default if protocol else None,
                named_graphs=named if protocol else None,
            )
        except SyntaxError as error:
            raise QueryError(_explain(text, str(error))) from error
        except (ValueError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    return run


def _explain(query: str, message: str) -> str:
    """Say where a query stops making sense."""
    if _IS_UPDATE.match(query):
        return "updates are refused: this endpoint only answers queries"
    place = _PLACE.match(message)
    if place is None:
        return f"the query does not parse: {message}"
    line, column = int(place[1]), int(place[2])
    before = "\n".join([*query.split("\n")[: line - 1], query.split("\n")[line - 1][: column - 1]])
    return f"line {line}, column {column}: the query makes no sense after {before.strip()[-30:]!r}"


def _acceptable(chosen: Format | None) -> Format:
    if chosen is None:
        raise _unacceptable("SELECT and ASK", ROW_FORMATS)
    return chosen


def _unacceptable(forms: str, offers: tuple[Format, ...]) -> NotAcceptable:
    return NotAcceptable(f"{forms} are answered as " + ", ".join(offer.media_type for offer in offers))


def _rows(question: Question, run: Run) -> Answer:
    """Answer a SELECT with at most as many rows as the limit.

    pyoxigraph serialises a result only as a whole, so the limit has to stand in the query itself: one row more is
    asked for, and only when it comes the query runs again.
    """
    limit, own = question.limit, _LAST_LIMIT.search(guard.silence(question.query))
    to = _acceptable(question.rows)
    if own and int(own[1]) <= limit:
        return Answer(_write(_solutions(question.query, run), to), to)
    result = _capped(question.query, limit + 1, run)
    if result is None:
        if sum(1 for _ in islice(_solutions(question.query, run), limit + 1)) > limit:
            raise QueryError(f"the answer has more than {limit} rows: write a LIMIT of at most {limit} at the end")
        return Answer(_write(_solutions(question.query, run), to), to)
    body = _write(result, to)
    if _most_rows(body, to) <= limit:
        return Answer(body, to)
    again = _capped(question.query, limit, run)
    assert again is not None
    cut = _write(again, to)
    return Answer(cut, to, truncated=len(cut) != len(body))


def _capped(text: str, limit: int, run: Run) -> "ox.QuerySolutions | None":
    """Run a SELECT with a limit written into it, or nothing where that cannot be done in its text."""
    own = _LAST_LIMIT.search(guard.silence(text))
    lowered = text[: own.start(1)] + str(min(limit, int(own[1]))) + text[own.end(1) :] if own else None
    try:
        return _solutions(lowered or f"{text}\nLIMIT {limit}", run)
    except QueryError:
        return None


def _write(result: "ox.QuerySolutions | ox.QueryBoolean", to: Format) -> bytes:
    body = result.serialize(format=_RESULTS[to.suffix]) or b""
    return well_formed(body) if to.suffix == "xml" else body


def _solutions(text: str, run: Run) -> "ox.QuerySolutions":
    result = run(text)
    if not isinstance(result, ox.QuerySolutions):  # cannot be: the query was read as a SELECT
        raise QueryError("the query makes no rows")
    return result


def _most_rows(body: bytes, to: Format) -> int:
    """Count the marks between rows in a serialised result: never fewer than there are rows."""
    if to.suffix == "json":
        return body.count(b"},{") + 1
    return body.count(b"<result>") if to.suffix == "xml" else body.count(b"\n")


def _graph(result: "Iterable[ox.Triple]", to: Format, limit: int) -> Answer:
    triples = list(islice(result, limit + 1))
    return Answer(encode(triples[:limit], to), to, truncated=len(triples) > limit)
