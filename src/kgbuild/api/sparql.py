"""The SPARQL 1.1 Protocol, query only: one endpoint for GET, both kinds of POST, and the service description."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kgbuild.api.description import service_description
from kgbuild.api.forms import FORM, Parameters, decode, read_body
from kgbuild.api.negotiation import HTML, choose, listing, negotiate
from kgbuild.api.problems import RequestProblem
from kgbuild.api.responses import Endpoint, add_get, respond
from kgbuild.config import Settings
from kgbuild.errors import NotAcceptable
from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS, Answer, AnyStore, Format, Question, find_format, write

PATHS: Final = ("/sparql", "/sparql/")
DIRECT, UPDATE = "application/sparql-query", "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a client takes: best of all a page, and which format of rows and of graphs, None where it takes none."""

    page: bool
    rows: Format | None
    graph: Format | None


class Answerer(Protocol):
    """Whoever answers questions: worker processes, or the store of this one."""

    async def answer(self, question: Question) -> Answer:
        """Answer a question as bytes."""


def make_endpoint(store: Callable[[], AnyStore], answerer: Answerer, settings: Settings, site: Path | None) -> Endpoint:
    """Make the endpoint of a store; where the *site* has a page for queries, browsers are sent there."""
    page = site is not None and (site / "sparql.html").is_file()

    async def endpoint(request: Request) -> Response:
        """Answer a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE); without one, describe the service."""
        parameters, direct = await _read(request)
        queries = [value for name, value in parameters if name == "query"] + ([] if direct is None else [direct])
        wanted = next((value for name, value in parameters if name in ("format", "output")), None)
        if any(name == "update" for name, _ in parameters):
            raise RequestProblem(400, "updates are refused: this endpoint only answers queries")
        if len(queries) > 1:
            raise RequestProblem(400, f"one query is needed, {len(queries)} were sent")
        taken = _take(request.headers.get("accept", ""), wanted)
        if page and taken.page and request.method in ("GET", "HEAD"):
            target = "/sparql.html" + (f"?{urlencode({'query': queries[0]})}" if queries else "")
            return RedirectResponse(target, 303, {"Vary": "Accept"})
        if not queries:
            if request.method == "POST":
                raise RequestProblem(400, "no query was sent: put it in the form field `query` or in the body")
            return await asyncio.to_thread(_describe, request, store(), wanted)
        question = Question(
            query=queries[0],
            rows=taken.rows,
            graph=taken.graph,
            base_iri=endpoint_iri(request),
            default_graphs=_all("default-graph-uri", parameters),
            named_graphs=_all("named-graph-uri", parameters),
            limit=settings.row_limit,
        )
        return _respond(request, await answerer.answer(question), question)

    return endpoint


def router(endpoint: Endpoint) -> APIRouter:
    """Make the routes of the endpoint."""
    routes = APIRouter(tags=["SPARQL"])
    for path in PATHS:
        shown = path == PATHS[0]
        add_get(routes, path, endpoint, shown=shown)
        routes.add_api_route(path, endpoint, methods=["POST"], include_in_schema=shown)
    return routes


def endpoint_iri(request: Request) -> str:
    """Name the endpoint as this client reaches it."""
    return str(request.base_url) + "sparql"


@lru_cache(maxsize=256)  # clients send one of a few headers with every query
def _take(accept: str, wanted: str | None) -> Taken:
    if wanted:
        taken = Taken(False, find_format(wanted, ROW_FORMATS), find_format(wanted, GRAPH_FORMATS))
    else:
        best = choose(accept, (*ROW_FORMATS, *GRAPH_FORMATS, HTML))
        taken = Taken(best == HTML, choose(accept, ROW_FORMATS), choose(accept, GRAPH_FORMATS))
    if not taken.page and taken.rows is None and taken.graph is None:
        raise NotAcceptable("not to be had in that format; offered are " + listing((*ROW_FORMATS, *GRAPH_FORMATS)))
    return taken


async def _read(request: Request) -> tuple[Parameters, str | None]:
    """Read the parameters, and the query where it is the body itself; everything is decoded exactly once."""
    parameters = decode(request.scope["query_string"], "the query string")
    if request.method != "POST":
        return parameters, None
    media_type, _, rest = request.headers.get("content-type", "").partition(";")
    kind = media_type.strip().lower()
    if kind == UPDATE:
        raise RequestProblem(415, "updates are refused: this endpoint only answers queries")
    if kind not in (FORM, DIRECT):
        raise RequestProblem(415, f"a POST must be {FORM} or {DIRECT}, this is {kind or 'without Content-Type'}")
    charset = rest.strip().lower().removeprefix("charset=").strip('"')
    if rest.strip() and charset not in ("utf-8", "utf8"):
        raise RequestProblem(415, "a query is sent in UTF-8")
    body = await read_body(request)
    if kind == FORM:
        return parameters + decode(body, "the form"), None
    try:
        return parameters, body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestProblem(400, f"the query is not UTF-8: {error}") from error


def _all(name: str, parameters: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(value for key, value in parameters if key == name)


def _respond(request: Request, answer: Answer, question: Question) -> Response:
    headers = {"X-Row-Limit": str(question.limit)}
    if answer.truncated:
        headers["X-Truncated"] = "true"
    return respond(request, answer.body, answer.format.content_type, headers)


def _describe(request: Request, store: AnyStore, wanted: str | None) -> Response:
    to = negotiate(request.headers.get("accept"), wanted, GRAPH_FORMATS)
    body = write(service_description(endpoint_iri(request), store.graphs()), to)
    return respond(request, body, to.content_type)
