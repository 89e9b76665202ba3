"""The commands that ask a graph: query and serve."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kgbuild.cli import output
from kgbuild.errors import StoreError

if TYPE_CHECKING:
    from kgbuild.config import Settings
    from kgbuild.store import Answer, Endpoint, Question, Store

FORMATS = "table, json, xml, csv, tsv; for a graph ttl, nt, jsonld, rdf, trig, nq"


def query(
    sparql: Annotated[str, typer.Argument(help="The query; - reads it from stdin.", show_default=False)] = "",
    example: Annotated[str, typer.Option(help="Run a query that ships with kgbuild, by number or name.")] = "",
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=VALUE", help="Another value for a parameter of the example.", show_default=False
        ),
    ] = None,
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Ask this SPARQL endpoint, not the local store.")] = "",
    to: Annotated[
        str, typer.Option("--format", help=f"{FORMATS}.  [default: table on a terminal, else csv]", show_default=False)
    ] = "",
    out: output.Out = None,
) -> None:
    """Answer a SPARQL query; the prefixes of kgbuild need no declaration."""
    if bool(sparql) == bool(example):
        raise typer.BadParameter("give either a query or --example NAME", param_hint="SPARQL")
    if values and not example:
        raise typer.BadParameter("only an example has parameters", param_hint="--set")
    text = _example(example, values or []) if example else sys.stdin.read() if sparql == "-" else sparql
    wanted = to or ("table" if sys.stdout.isatty() else "csv")
    question = _question(text, wanted, given=bool(to))
    chosen = output.settings(out=out)
    answer = _remote(endpoint, question) if endpoint else _local(chosen, question)
    _print(answer, as_table=wanted == "table")
    if example and _is_empty(answer):
        _tell_values(example)


def _question(text: str, wanted: str, *, given: bool) -> "Question":
    from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS, Question, find_format

    if wanted == "table":
        return Question(text, limit=sys.maxsize - 1)
    rows, graph = find_format(wanted, ROW_FORMATS), find_format(wanted, GRAPH_FORMATS)
    if rows is None and graph is None:
        raise typer.BadParameter(f"{wanted} is none of {FORMATS}", param_hint="--format")
    return Question(text, rows, graph if given else GRAPH_FORMATS[0], limit=sys.maxsize - 1)


def _example(name: str, values: list[str]) -> str:
    from kgbuild.publish.pages.examples import fill, find_example

    pairs = [value.partition("=") for value in values]
    for key, equals, _ in pairs:
        if not key or not equals:
            raise typer.BadParameter("write NAME=VALUE", param_hint="--set")
    return fill(find_example(name), {key: value for key, _, value in pairs})


def _is_empty(answer: "Answer") -> bool:
    """Tell whether an answer in rows has none."""
    match answer.format.suffix:
        case "json":
            return bool(json.loads(answer.body).get("results", {}).get("bindings") == [])
        case "csv" | "tsv":
            return len(answer.body.splitlines()) == 1
        case _:
            return False


def _tell_values(name: str) -> None:
    """Say what the example asks with as it ships, and how it is asked for something else."""
    from kgbuild.publish.pages.examples import find_example

    found = find_example(name)
    output.news("no rows: nothing here fits the question")
    for parameter in found.parameters:
        output.news(f"  --set {parameter.name}=…  {parameter.meaning}; by itself {parameter.default}")


def _local(settings: "Settings", question: "Question") -> "Answer":
    return _open(settings).answer(question)


def _open(settings: "Settings") -> "Store":
    from kgbuild.store import Store

    path = settings.out / "store"
    if not path.is_dir():
        raise StoreError(f"{path}: there is no store; run `kgbuild build` first, or name its folder with --out")
    return Store.open(path, read_only=True)


def _remote(endpoint: str, question: "Question") -> "Answer":
    from kgbuild.store.remote import ask

    return ask(endpoint, question)


def _print(answer: "Answer", *, as_table: bool) -> None:
    if not (as_table and answer.format.suffix == "json"):
        output.result_bytes(answer.body)
        return
    document = json.loads(answer.body)
    if "boolean" in document:
        output.result("true" if document["boolean"] else "false")
        return
    names: list[str] = document["head"]["vars"]
    rows = document["results"]["bindings"]
    output.table(names, ([_short(row.get(name)) for name in names] for row in rows))
    output.news(output.counted(len(rows), "row"))


def _short(term: dict[str, str] | None) -> str:
    from kgbuild.namespaces import PREFIXES

    if term is None:
        return ""
    value = term["value"]
    if term["type"] == "uri":
        for prefix, base in PREFIXES.items():
            if value.startswith(base) and value != base:
                return f"{prefix}:{value[len(base) :]}"
    return value


def serve(
    out: output.Out = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="Ask this SPARQL endpoint (see `publish`), not the local store.")
    ] = "",
) -> None:
    """Serve the site, the SPARQL endpoint, the dumps and the entity IRIs of a build.

    The endpoint's default graph has to be the union of its named graphs: Virtuoso's is, Oxigraph's with
    --union-default-graph.
    """
    _listen(host, port)
    chosen = output.settings(out=out)
    store = _elsewhere(endpoint, chosen) if endpoint else _open(chosen)
    # the build knows its base; the settings may have changed since
    chosen = output.settings(out=out, base_iri=store.base_iri())
    import uvicorn

    from kgbuild.api import create_app

    folders = [folder if folder.is_dir() else None for folder in (chosen.out / "site", chosen.out / "dumps")]
    service = create_app(store, chosen, *folders)
    shown = f"[{host}]" if ":" in host else host
    what = f"{chosen.out} over {endpoint}" if endpoint else str(chosen.out)
    output.news(f"{what} is served on http://{shown}:{port}/ and http://{shown}:{port}/sparql; Ctrl-C stops it")
    uvicorn.run(service, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def _listen(host: str, port: int) -> None:
    """Try the address before anything is said to be served there. Raises ConfigError where it cannot be had."""
    import socket

    from kgbuild.errors import ConfigError

    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"{host}:{port}: cannot be listened on: {reason}; choose another --host or --port") from error


def _elsewhere(url: str, settings: "Settings") -> "Endpoint":
    """Open another server's endpoint. Raises EndpointError where it does not hold a build as ours."""
    from kgbuild.errors import EndpointError
    from kgbuild.store import Endpoint

    if not url.startswith(("http://", "https://")):
        raise typer.BadParameter("a web address is needed", param_hint="--endpoint")
    store = Endpoint(url, settings.query_timeout)
    base = store.base_iri()
    if base is None:
        raise EndpointError(f"{url}: holds no graphs of a build; `kgbuild publish` loads them")
    if not any(store.select("SELECT ?d WHERE { ?d a pio:PolicyDocument } LIMIT 1")):
        raise EndpointError(f"{url}: its default graph is not the union of its named graphs, as it has to be")
    return store
