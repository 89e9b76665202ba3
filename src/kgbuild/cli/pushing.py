"""The command that loads a build into another store: publish."""

import os
from collections.abc import Iterator
from typing import Annotated

import typer

from kgbuild.cli import output
from kgbuild.errors import StoreError

PASSWORD = "KGBUILD_ENDPOINT_PASSWORD"  # the name of a variable


def publish(
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Where the server takes the Graph Store Protocol.")],
    query: Annotated[
        str, typer.Option(metavar="URL", help="Its SPARQL endpoint: graphs that the build has no longer are removed.")
    ] = "",
    user: Annotated[
        str, typer.Option(help=f"Name of a writer, where the server wants one; the password is in {PASSWORD}.")
    ] = "",
    out: output.Out = None,
    as_json: output.Json = False,
) -> None:
    """Load the named graphs of a build into another store, replacing graph by graph.

    Oxigraph takes them at /store, Virtuoso at /sparql-graph-crud-auth, Fuseki at /DATASET/data.
    """
    from kgbuild.publish.push import GraphStore, leftover, push
    from kgbuild.validation.earlier import graph_files

    if not endpoint.startswith(("http://", "https://")):
        raise typer.BadParameter("a web address is needed", param_hint="--endpoint")
    chosen = output.settings(out=out)
    graphs = graph_files(chosen.out / "graphs")
    if not graphs:
        raise StoreError(f"{chosen.out}/graphs: nothing to publish: `kgbuild build` makes it")
    store = GraphStore(endpoint, user, os.environ.get(PASSWORD, ""))
    done = []
    for graph, triples in push(graphs, store):
        done.append((graph, triples))
        output.news(f"{len(done)} of {len(graphs)}: <{graph}>, {output.counted(triples, 'triple')}")
    base = next(iter(graphs)).partition("graph/")[0]
    gone = leftover(_held(query), graphs, base) if query else []
    for graph in gone:
        store.delete(graph)
        output.news(f"removed: <{graph}>")
    if as_json:
        output.result_json({"replaced": dict(done), "removed": gone})
    else:
        loaded = f"{output.counted(len(done), 'graph')}, {output.counted(sum(n for _, n in done), 'triple')}"
        output.result(f"{endpoint}: {loaded}, {len(gone)} removed")


def _held(query: str) -> Iterator[str]:
    """List the named graphs that a SPARQL endpoint holds."""
    import json

    from kgbuild.store import Question
    from kgbuild.store.remote import ask

    answer = ask(query, Question("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", graph=None))
    return (row["g"]["value"] for row in json.loads(answer.body)["results"]["bindings"])
