"""Parameters of requests, from the query string or a form: UTF-8, decoded exactly once, bounded."""

from typing import Final
from urllib.parse import parse_qsl

from fastapi import Request

from kgbuild.api.problems import RequestProblem

FORM: Final = "application/x-www-form-urlencoded"
MAX_BODY: Final = 1024 * 1024  # bytes
MAX_PARAMETERS: Final = 1000

Parameters = list[tuple[str, str]]


async def read_body(request: Request) -> bytes:
    """Read the body of a request. Raises RequestProblem (413) when it is too large."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY:
            raise RequestProblem(413, f"a request may have {MAX_BODY} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def decode(data: bytes, place: str) -> Parameters:
    """Decode parameters. Raises RequestProblem (400), naming the *place*, when they are no UTF-8."""
    try:
        text = data.decode("utf-8")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MAX_PARAMETERS)
    except ValueError as error:  # a UnicodeDecodeError is one
        raise RequestProblem(400, f"{place} cannot be read as UTF-8 parameters: {error}") from error
