"""Dereferencing: every IRI of ours leads to a page or to data, also when it has moved or gone."""

import csv
from collections.abc import Callable, Iterable
from functools import partial
from itertools import count, takewhile
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kgbuild.api.negotiation import HTML, choose_language, negotiate
from kgbuild.api.problems import RequestProblem
from kgbuild.api.responses import add_get, respond
from kgbuild.config import Settings, resource
from kgbuild.model import Statement
from kgbuild.namespaces import CODE, PREFIXES, Iri
from kgbuild.publish.data import OFFERS, entity_data
from kgbuild.publish.describe import describe
from kgbuild.publish.paths import in_language, page_of, part_file, url
from kgbuild.store import GRAPH_FORMATS, AnyStore, Format, Store, write

VARY = {"Vary": "Accept, Accept-Language"}


def read_redirects(path: Path) -> dict[str, str]:
    """Read `data/redirects.csv`: what followed `id/` in an old IRI, and what follows it now (empty: removed)."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {_local(row["from"]): _local(row["to"] or "") for row in csv.DictReader(file)}


def _local(iri: str) -> str:
    text = iri.strip()
    return text.partition("/id/")[2] if "/id/" in text else text.removeprefix("id/")


def router(store: Callable[[], AnyStore], settings: Settings, site: Path | None) -> APIRouter:
    """Make the routes under /id and /data; *store* gives the store as it is now."""
    routes = APIRouter(tags=["Entities"])
    moved = read_redirects(resource("data", "redirects.csv"))
    base = settings.base_iri

    exists = partial(_exists, site)

    def held(path: str, template: str) -> tuple[Iri, Response | None]:
        """Find what *path* names; the response says where it went when it is not here."""
        iri = Iri(f"{base}id/{path}")
        if store().holds(iri):
            return iri, None
        if path not in moved:
            raise RequestProblem(404, f"<{iri}> is not known here")
        if not moved[path]:
            raise RequestProblem(410, f"<{iri}> was removed")
        return iri, RedirectResponse(template.format(quote(moved[path], safe="/.~-_")), 301)

    def entity(request: Request, path: str) -> Response:
        """Lead to the page of an entity, or to its data: 303 to what the client likes best."""
        iri, gone = held(path, "/id/{}")
        if gone is not None:
            return gone
        page = page_of(iri, base, exists)
        offers = ((HTML,) if page else ()) + OFFERS
        to = negotiate(request.headers.get("accept"), request.query_params.get("format"), offers)
        if page is None or to != HTML:
            return RedirectResponse(f"/data/{quote(path, safe='/.~-_')}.{to.suffix}", 303, VARY)
        return _to_page(request, site, page)

    def data(request: Request, path: str) -> Response:
        """Give the data of an entity: what is said of it and of what belongs to it."""
        stem, _, suffix = path.rpartition(".")
        to = next((known for known in OFFERS if stem and known.suffix == suffix), None)
        if to is None:
            stem, to = path, _negotiated(request, OFFERS)
        iri, gone = held(stem, f"/data/{{}}.{to.suffix}")
        return gone or respond(request, entity_data(store(), iri, [to])[to.suffix], to.content_type)

    add_get(routes, "/id/{path:path}", entity)
    add_get(routes, "/data/{path:path}", data)
    return routes


def vocabulary_router(store: Callable[[], AnyStore], settings: Settings, site: Path | None) -> APIRouter:
    """Make the routes of what has no page under /id: the ontology, the code lists and the named graphs."""
    routes = APIRouter(tags=["Vocabulary"])
    page = _exists(site, "ontology.html")

    def ontology(request: Request) -> Response:
        """Give the ontology; its terms are hash IRIs, so this is where each of them leads."""
        to = _negotiated(request, GRAPH_FORMATS + ((HTML,) if page else ()))
        if to == HTML:
            return _to_page(request, site, ("ontology.html", ""))
        return _send(request, _turtle(resource("ontology", "pio.ttl")), to)

    def code(request: Request, path: str) -> Response:
        """Give a concept (`/code/role/lead`) or a whole code list (`/code/role`)."""
        now = store()
        if not now.holds(CODE[path]):
            raise RequestProblem(404, f"<{CODE[path]}> is not known here")
        page = page_of(CODE[path], settings.base_iri, partial(_exists, site))
        to = _negotiated(request, GRAPH_FORMATS + ((HTML,) if page else ()))
        if page and to == HTML:
            return _to_page(request, site, page)
        found = describe(now, CODE[path])
        members = now.select(f"SELECT DISTINCT ?c WHERE {{ ?c skos:inScheme <{CODE[path]}> }}")
        found += [statement for row in members for statement in describe(now, Iri(str(row["c"])))]
        return _send(request, found, to)

    def codes(request: Request) -> Response:
        """Give the names of all code lists: what the namespace of the codes leads to."""
        to = _negotiated(request, GRAPH_FORMATS + ((HTML,) if page else ()))
        if to == HTML:
            return _to_page(request, site, ("ontology.html", ""))
        now = store()
        schemes = now.select("SELECT DISTINCT ?c WHERE { ?c a skos:ConceptScheme }")
        found = [statement for row in schemes for statement in describe(now, Iri(str(row["c"])))]
        return _send(request, found, to)

    def graph(request: Request, path: str) -> Response:
        """Give a named graph (`/graph/source/001`)."""
        iri = Iri(f"{settings.base_iri}graph/{path}")
        now = store()
        if iri not in now.graphs():
            raise RequestProblem(404, f"<{iri}> is not known here")
        return _send(request, now.quads(graph=iri), _negotiated(request, GRAPH_FORMATS))

    add_get(routes, "/ontology", ontology)
    add_get(routes, "/code", codes)
    add_get(routes, "/code/", codes, shown=False)
    add_get(routes, "/code/{path:path}", code)
    add_get(routes, "/graph/{path:path}", graph)
    return routes


def _exists(site: Path | None, file: str) -> bool:
    return site is not None and (site / file).is_file()


def _to_page(request: Request, site: Path | None, page: tuple[str, str]) -> Response:
    """Lead to a place on a page, in the language that the client likes best."""
    file, anchor = page
    if site is not None:
        file = _part_with(site, file, anchor)
    shown = in_language(file, choose_language(request.headers.get("accept-language")))
    return RedirectResponse("/" + url(shown if _exists(site, shown) else file, anchor), 303, VARY)


def _part_with(site: Path, file: str, anchor: str) -> str:
    """Find the part of a long page that holds an anchor; only pages that were cut have to be read for it."""
    parts = list(takewhile(lambda part: (site / part).is_file(), (part_file(file, n) for n in count(2))))
    if not anchor or not parts:
        return file
    mark = f'id="{anchor}"'
    return next((part for part in parts if mark in (site / part).read_text(encoding="utf-8")), file)


def _negotiated(request: Request, offers: tuple[Format, ...]) -> Format:
    return negotiate(request.headers.get("accept"), request.query_params.get("format"), offers)


def _send(request: Request, statements: Iterable[Statement], to: Format) -> Response:
    return respond(request, write(statements, to), to.content_type)


def _turtle(path: Path) -> list[Statement]:
    loaded = Store.memory()
    graph = Iri(PREFIXES["pio"].rstrip("#"))
    loaded.load_turtle(path, graph)
    return list(loaded.quads(graph=graph))
