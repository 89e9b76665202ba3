"""Answers in gzip for those who take it (RFC 9110, 8.4), each coding with an ETag of its own."""

import re
import zlib
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST: Final = 1024  # bytes; below, the headers outweigh what is saved
LARGE: Final = 1 << 16  # bytes; above, the work is done beside the event loop
LEVEL: Final = 5  # level 9 saves 3 % more for three times the work on our pages
GZIP_HEADER: Final = 16 + zlib.MAX_WBITS
SUFFIX: Final = "-gzip"
COMPRESSIBLE: Final = re.compile(
    r"""(?x)
    text/                                               # pages, scripts, tables, Turtle
    | image/svg\+xml | application/ (?:
        [\w.-]+ \+ (?:json|xml)                         # SPARQL results, JSON-LD, RDF/XML, problems, Atom
      | json | xml | yaml | trig | n-triples | n-quads | sparql-query
    ) \b"""
)


class Gzip:
    """ASGI middleware: an answer of text goes in gzip to who accepts it, parts of files (Range) as they lie.

    A gzipped representation carries the ETag of the plain one with `-gzip` in it, so that a strong ETag never names
    two sequences of bytes; a client that sends either back gets its 304.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in gzip where that is accepted and of use."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if not accepts_gzip(asked.get("accept-encoding", "")) or "range" in asked:
            await self.app(scope, receive, _Plain(send))
            return
        known = asked.get("if-none-match", "")
        if SUFFIX in known:
            headers = MutableHeaders(raw=list(scope["headers"]))
            headers["if-none-match"] = known.replace(f'{SUFFIX}"', '"')
            scope = {**scope, "headers": headers.raw}
        await self.app(scope, receive, _Gzipped(send, known, head=scope["method"] == "HEAD"))


def accepts_gzip(header: str) -> bool:
    """Tell whether an Accept-Encoding names gzip, or any coding, without the weight 0."""
    weights: dict[str, bool] = {}
    for offer in header.lower().split(","):
        coding, _, parameters = offer.partition(";")
        refused = re.fullmatch(r"\s*q\s*=\s*0(?:\.0{0,3})?\s*", parameters) is not None
        weights[coding.strip()] = not refused
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", False)))


def _is_compressible(status: int, headers: Headers) -> bool:
    """Tell whether this is a whole text, long enough, that is not coded already."""
    if status in (204, 206, 304) or "content-encoding" in headers:
        return False
    return COMPRESSIBLE.match(headers.get("content-type", "")) is not None


class _Plain:
    """Sends an answer as it is, and tells caches that others may get it in gzip."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            if message["status"] in (206, 304) or _is_compressible(message["status"], headers):
                headers.add_vary_header("Accept-Encoding")
            message = {**message, "headers": headers.raw}
        await self._send(message)


class _Gzipped:
    """Sends an answer in gzip, piece by piece as it comes."""

    def __init__(self, send: Send, known: str, *, head: bool) -> None:
        self._send, self._known, self._head = send, known, head
        self._packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP_HEADER)
        self._packs = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": self._headers(message)}
        elif message["type"] == "http.response.body" and self._packs and not self._head:
            message = {**message, "body": await self._packed(message.get("body", b""), message.get("more_body", False))}
        await self._send(message)

    def _headers(self, message: Message) -> list[tuple[bytes, bytes]]:
        headers = MutableHeaders(raw=list(message["headers"]))
        tag = headers.get("etag", "")
        gzipped = f'{tag[:-1]}{SUFFIX}"' if tag.startswith('"') else tag  # a weak one stands for both
        if message["status"] == 304:
            headers.add_vary_header("Accept-Encoding")
            if gzipped and gzipped in self._known:
                headers["etag"] = gzipped
        elif _is_compressible(message["status"], headers):
            headers.add_vary_header("Accept-Encoding")
            if int(headers.get("content-length", SMALLEST)) >= SMALLEST:
                self._packs = True
                headers["content-encoding"] = "gzip"
                del headers["content-length"]  # known only once all is packed
                del headers["accept-ranges"]  # a part would be one of the plain bytes
                if gzipped:
                    headers["etag"] = gzipped
        return headers.raw

    async def _packed(self, body: bytes, more: bool) -> bytes:
        packed = (
            await run_in_threadpool(self._packer.compress, body) if len(body) > LARGE else self._packer.compress(body)
        )
        return packed if more else packed + self._packer.flush()
