"""Responses that caches and scripts can rely on: strong ETag, 304, HEAD like GET, CORS for everyone."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]

METHODS = "GET, HEAD, POST, OPTIONS"
ASKED = "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match"
EXPOSED = b"ETag, Last-Modified, Link, Location, Retry-After, X-Row-Limit, X-Truncated"
OPEN = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", EXPOSED),
    (b"x-content-type-options", b"nosniff"),
)


def respond(
    request: Request, body: bytes, content_type: str, headers: Mapping[str, str] | None = None, status: int = 200
) -> Response:
    """Answer with *body*: a strong ETag of type and bytes, 304 where the client has them, no body for HEAD.

    Where the application knows when its data was written, that is the Last-Modified.
    """
    digest = hashlib.sha256(content_type.encode() + b"\0" + body).hexdigest()[:32]
    etag = f'"{digest}"'
    common = {"ETag": etag, "Vary": "Accept", "Cache-Control": "no-cache", **(headers or {})}
    written = _written(request)
    if written is not None:
        common["Last-Modified"] = _http_date(written)
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    same = etag in known or known == ["*"] if known != [""] else _is_since(request, written)
    if request.method in ("GET", "HEAD") and same:
        return Response(status_code=304, headers=common)
    common |= {"Content-Type": content_type, "Content-Length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, status, common)


def _written(request: Request) -> int | None:
    """Tell when the data of the application was written, in whole seconds."""
    store = getattr(request.app.state, "store", None)
    modified = store().modified if store else None
    return None if modified is None else int(modified)


def _is_since(request: Request, written: int | None) -> bool:
    """Tell whether the client has asked after the data was written (If-Modified-Since)."""
    asked = request.headers.get("if-modified-since")
    if asked is None or written is None:
        return False
    try:
        return written <= parsedate_to_datetime(asked).timestamp()
    except (TypeError, ValueError):
        return False


@lru_cache(maxsize=8)  # the dates of the last builds
def _http_date(seconds: int) -> str:
    return formatdate(seconds, usegmt=True)


def add_get(routes: APIRouter, path: str, endpoint: Callable[..., object], *, shown: bool = True) -> None:
    """Add a route that answers GET, shown in the API description, and HEAD."""
    routes.add_api_route(path, endpoint, methods=["GET"], include_in_schema=shown)
    routes.add_api_route(path, endpoint, methods=["HEAD"], include_in_schema=False)


class OpenDoors:
    """ASGI middleware: every response may be read from any web page (no credentials), and OPTIONS is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers, or answer OPTIONS."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_open(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *OPEN]
            await send(message)

        if scope["method"] == "OPTIONS":
            headers = {
                "Allow": METHODS,
                "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": ASKED,
                "Access-Control-Max-Age": "86400",
            }
            await Response(status_code=204, headers=headers)(scope, receive, send_open)
            return
        await self.app(scope, receive, send_open)
