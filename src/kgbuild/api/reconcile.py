"""The Reconciliation Service API 0.2 (W3C draft): match the names of a spreadsheet with our IRIs, as in OpenRefine."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kgbuild.api.forms import FORM, Parameters, decode, read_body
from kgbuild.api.matching import KINDS, Candidate, Names
from kgbuild.api.problems import RequestProblem
from kgbuild.api.responses import add_get, respond
from kgbuild.config import Settings
from kgbuild.namespaces import PIO, Iri
from kgbuild.store import AnyStore

JSON: Final = "application/json"
MOST_QUERIES: Final = 500
MOST_RESULTS: Final = 50


def router(store: Callable[[], AnyStore], settings: Settings) -> APIRouter:
    """Make the routes under /reconcile; *store* gives the store as it is now."""
    routes = APIRouter(tags=["Reconciliation"])
    held: list[tuple[AnyStore, Names]] = []

    def names() -> Names:
        """Give the names of the store as it is now, read once."""
        now = store()
        if not held or held[0][0] is not now:
            held[:] = [(now, Names(now))]
        return held[0][1]

    async def reconcile(request: Request) -> Response:
        """Say what this service offers, or answer a batch of `queries`."""
        parameters = await _parameters(request)
        batches = [value for name, value in parameters if name == "queries"]
        if not batches:
            return respond(request, _json(manifest(settings)), JSON)
        asked = _read_batch(batches[0])
        found = await asyncio.to_thread(names)
        return respond(request, _json({key: _answer(found, query, settings) for key, query in asked.items()}), JSON)

    async def suggest(request: Request) -> Response:
        """Suggest things whose names have the words of `prefix`."""
        prefix = next((value for name, value in await _parameters(request) if name == "prefix"), "")
        known = await asyncio.to_thread(names)
        found = [_plain(candidate, settings) for candidate in known.find(prefix)]
        rows = [{"id": row["id"], "name": row["name"], "notable": row["type"]} for row in found]
        return respond(request, _json({"result": rows}), JSON)

    add_get(routes, "/reconcile", reconcile)
    routes.add_api_route("/reconcile", reconcile, methods=["POST"])
    add_get(routes, "/reconcile/suggest/entity", suggest)
    return routes


def manifest(settings: Settings) -> dict[str, Any]:
    """Describe the service."""
    base = settings.base_iri
    return {
        "versions": ["0.1", "0.2"],
        "name": f"{settings.title_vi} · {settings.title_en}",
        "identifierSpace": f"{base}id/",
        "schemaSpace": PIO.base,
        "defaultTypes": [_type(kind) for kind in KINDS],
        "view": {"url": f"{base}id/{{{{id}}}}"},
        "preview": {"url": f"{base}id/{{{{id}}}}", "width": 400, "height": 300},
        "suggest": {"entity": {"service_url": f"{base}reconcile", "service_path": "/suggest/entity"}},
    }


async def _parameters(request: Request) -> Parameters:
    parameters = decode(request.scope["query_string"], "the query string")
    if request.method != "POST":
        return parameters
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        raise RequestProblem(415, f"a POST must be {FORM}, this is {kind or 'without Content-Type'}")
    return parameters + decode(await read_body(request), "the form")


def _read_batch(text: str) -> dict[str, dict[str, Any]]:
    try:
        batch = json.loads(text)
    except ValueError as error:
        raise RequestProblem(400, f"`queries` is no JSON: {error}") from error
    if not isinstance(batch, dict) or not all(
        isinstance(query, dict) and isinstance(query.get("query"), str) for query in batch.values()
    ):
        raise RequestProblem(400, '`queries` must be like {"q0": {"query": "Sở Nội vụ Hà Nội"}}')
    if len(batch) > MOST_QUERIES:
        raise RequestProblem(413, f"a batch may have {MOST_QUERIES} queries")
    return batch


def _answer(names: Names, query: dict[str, Any], settings: Settings) -> dict[str, Any]:
    wanted, limit = query.get("type"), query.get("limit")
    kinds = [str(kind) for kind in wanted] if isinstance(wanted, list) else [str(wanted)] if wanted else []
    most = min(limit, MOST_RESULTS) if isinstance(limit, int) and limit > 0 else 10
    return {"result": [_plain(candidate, settings) for candidate in names.find(query["query"], kinds, most)]}


def _plain(candidate: Candidate, settings: Settings) -> dict[str, Any]:
    return {
        "id": candidate.iri.removeprefix(f"{settings.base_iri}id/"),
        "name": candidate.name,
        "type": [_type(candidate.kind)],
        "score": candidate.score,
        "match": candidate.match,
    }


def _type(kind: Iri) -> dict[str, str]:
    return {"id": kind, "name": " · ".join(KINDS[kind])}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
