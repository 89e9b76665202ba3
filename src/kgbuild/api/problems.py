"""Errors as problem details (RFC 9457): one table from the class of an error to its status."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kgbuild.api.negotiation import HTML, choose, choose_language
from kgbuild.api.responses import Endpoint
from kgbuild.errors import (
    EndpointError,
    KgbuildError,
    NotAcceptable,
    QueryError,
    QueryTimeout,
    ServiceBusy,
    StoreError,
)
from kgbuild.publish.paths import in_language
from kgbuild.publish.plan import LOST
from kgbuild.store import Format

METHODS: Final = ("GET", "HEAD", "POST")
MEDIA_TYPE: Final = "application/problem+json"
METHOD_NOT_ALLOWED: Final = 405
NOT_FOUND: Final = 404
GONE: Final = 410
PROBLEM: Final = Format("problem", MEDIA_TYPE, "Problem", ("application/json",))


class RequestProblem(KgbuildError):
    """A request that breaks a rule of HTTP or of the SPARQL protocol, with the status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


STATUS: Final[dict[type[KgbuildError], tuple[int, str]]] = {
    QueryError: (400, "The query cannot be answered"),
    NotAcceptable: (406, "No acceptable format"),
    QueryTimeout: (503, "The query took too long"),
    ServiceBusy: (503, "Too many queries at once"),
    EndpointError: (502, "The endpoint behind this service failed"),
    StoreError: (500, "The store failed"),
    KgbuildError: (500, "Something broke"),
}
TITLES: Final = {
    400: "Bad request",
    404: "Not found",
    405: "Method not allowed",
    406: "No acceptable format",
    410: "Gone",
    413: "Request too large",
    415: "Unsupported media type",
}
RETRY_AFTER: Final = {QueryTimeout: "60", ServiceBusy: "2"}


def problem(status: int, title: str, detail: str, headers: dict[str, str] | None = None) -> Response:
    """Make a problem+json response."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, {"Vary": "Accept", **(headers or {})}, MEDIA_TYPE)


def of_error(error: KgbuildError) -> Response:
    """Turn one of our errors into the response it stands for."""
    if isinstance(error, RequestProblem):
        return problem(error.status, TITLES.get(error.status, "Bad request"), str(error))
    status, title = next(STATUS[cls] for cls in type(error).__mro__ if cls in STATUS)
    headers = {"Retry-After": RETRY_AFTER[type(error)]} if type(error) in RETRY_AFTER else {}
    return problem(status, title, str(error), headers)


class ShortWay:
    """ASGI middleware: what is asked most goes straight to its endpoint, past the search among all routes.

    The endpoint stands among the routes too, where the API description finds it and other methods are refused.
    """

    def __init__(self, app: ASGIApp, paths: Collection[str], endpoint: Endpoint) -> None:
        self.app, self._paths, self._endpoint = app, paths, endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer where the path is one of ours."""
        if scope["type"] != "http" or scope["path"] not in self._paths or scope["method"] not in METHODS:
            await self.app(scope, receive, send)
            return
        try:
            response = await self._endpoint(Request(scope, receive))
        except KgbuildError as error:
            response = of_error(error)
        await response(scope, receive, send)


def _allowed(routes: Iterable[BaseRoute], request: Request) -> str:
    """List what may be done at an address (RFC 9110, 15.5.6): all its routes together, and OPTIONS."""
    found = (r for r in routes if isinstance(r, Route) and r.matches(request.scope)[0] is not Match.NONE)
    methods = {method for route in found for method in route.methods or ()} or {"GET", "HEAD"}
    return ", ".join(method for method in (*METHODS, "OPTIONS") if method in methods or method == "OPTIONS")


def _page(site: Path | None, request: Request, status: int) -> Response | None:
    """Give the page that says there is none (any more), to who likes a page better than problem+json."""
    if site is None or choose(request.headers.get("accept"), (PROBLEM, HTML)) != HTML:
        return None
    shown = in_language(LOST, choose_language(request.headers.get("accept-language")))
    file = next((site / name for name in (shown, LOST) if (site / name).is_file()), None)
    if file is None:
        return None
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}
    return HTMLResponse(file.read_bytes(), status, headers)


def install(app: FastAPI, routes: Collection[BaseRoute] = (), site: Path | None = None) -> None:
    """Make every error of *app* a problem+json response; for a browser what is not there is a page of the *site*.

    *routes* are those of the routers that the application includes.
    """

    async def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, KgbuildError)
        if isinstance(error, RequestProblem) and error.status in (NOT_FOUND, GONE):
            return _page(site, request, error.status) or of_error(error)
        return of_error(error)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        detail = f"{request.method} {request.url.path}: {error.detail}"
        title = TITLES.get(error.status_code, str(error.detail))
        headers = dict(error.headers or {})
        if error.status_code == METHOD_NOT_ALLOWED:
            headers["Allow"] = _allowed([*app.routes, *routes], request)
        return problem(error.status_code, title, detail, headers)

    app.add_exception_handler(KgbuildError, ours)
    app.add_exception_handler(HTTPException, http)
