"""Put the web service together: `create_app(store, settings)` is all that a server needs."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from kgbuild import __version__
from kgbuild.api import entities, problems, reconcile, sparql
from kgbuild.api.compression import Gzip
from kgbuild.api.files import Files
from kgbuild.api.negotiation import choose_language, negotiate
from kgbuild.api.responses import OpenDoors, add_get, respond
from kgbuild.api.workers import InProcess, Workers
from kgbuild.config import Settings
from kgbuild.namespaces import Iri
from kgbuild.publish.paths import in_language
from kgbuild.store import GRAPH_FORMATS, AnyStore, Store, write


class Current:
    """The store as it is now: after a new build has replaced its folder, the new one."""

    def __init__(self, store: AnyStore) -> None:
        self._store = store

    def __call__(self) -> AnyStore:
        """Give the store, opened anew when its folder was replaced."""
        self._store = self._store.refreshed()
        return self._store


def create_app(store: AnyStore, settings: Settings, site: Path | None = None, dumps: Path | None = None) -> FastAPI:
    """Make the service of a store: SPARQL, entities and vocabulary, and where given the site and the dumps.

    Queries of a store on disk run in processes of their own that end at `settings.query_timeout`; those of a store
    in memory run here, without a limit. An endpoint keeps its own time.
    """
    answerer = _answerer(store, settings)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        answerer.start()
        yield
        answerer.close()

    app = FastAPI(
        title=settings.title_en,
        summary=settings.title_vi,
        version=__version__,
        license_info={"name": "Data licence", "url": settings.license},
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    current = app.state.store = Current(store)
    endpoint = sparql.make_endpoint(current, answerer, settings, site)
    app.add_middleware(problems.ShortWay, paths=sparql.PATHS, endpoint=endpoint)
    app.add_middleware(Gzip)
    app.add_middleware(OpenDoors)
    routers = (
        sparql.router(endpoint),
        entities.router(current, settings, site),
        entities.vocabulary_router(current, settings, site),
        reconcile.router(current, settings),
    )
    for router in routers:
        app.include_router(router)
    problems.install(app, [route for router in routers for route in router.routes], site)
    _add_small_routes(app, dumps, site)
    if dumps is not None:
        app.mount("/dumps", Files(directory=dumps))
    if site is not None:
        app.mount("/", Files(directory=site, html=True))
    return app


def _answerer(store: AnyStore, settings: Settings) -> "Workers | InProcess":
    if store.path is None:
        return InProcess(store)
    count = max(1, min(4, os.cpu_count() or 1))
    return Workers(store.path, count, settings.query_timeout, settings.query_memory)


def _add_small_routes(app: FastAPI, dumps: Path | None, site: Path | None) -> None:
    async def health() -> dict[str, str]:
        """Tell that the service is up; it asks neither the store nor the workers."""
        return {"status": "ok", "version": __version__}

    def description(request: Request, name: str) -> Response:
        if dumps is None or not (dumps / name).is_file():
            raise problems.RequestProblem(404, f"there is no {name} here")
        to = negotiate(request.headers.get("accept"), request.query_params.get("format"), GRAPH_FORMATS)
        if to.suffix == "ttl":  # as it was written, as the static site gives it
            return respond(request, (dumps / name).read_bytes(), to.content_type)
        loaded = Store.memory()
        loaded.load_turtle(dumps / name, Iri(f"urn:{name}"))
        return respond(request, write(loaded.quads(), to), to.content_type)

    def catalog(request: Request) -> Response:
        """Give the DCAT catalog."""
        return description(request, "catalog.ttl")

    def void(request: Request) -> Response:
        """Give the VoID description of the dataset."""
        return description(request, "void.ttl")

    async def home() -> Response:
        """Lead to the endpoint where there is no site."""
        return RedirectResponse("/sparql", 303)

    add_get(app.router, "/health", health)
    add_get(app.router, "/catalog", catalog)
    add_get(app.router, "/.well-known/void", void)

    async def downloads(request: Request) -> Response:
        """Lead from the folder of dumps to the page that lists them, or to the catalog."""
        page = "dataset.html"
        if site is None or not (site / page).is_file():
            return RedirectResponse("/catalog", 303)
        shown = in_language(page, choose_language(request.headers.get("accept-language")))
        return RedirectResponse(f"/{shown if (site / shown).is_file() else page}", 303, {"Vary": "Accept-Language"})

    if dumps is not None:
        add_get(app.router, "/dumps", downloads, shown=False)
        add_get(app.router, "/dumps/", downloads, shown=False)
    if site is None:
        add_get(app.router, "/", home, shown=False)
