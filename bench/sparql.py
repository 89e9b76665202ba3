"""Print how fast the service answers SPARQL over HTTP, beside `oxigraph serve-read-only` on the same store.

Run it as `python bench/sparql.py [BUILD]` after a build (default: build/). Small queries are the examples of the site
on that build; the large answer has 100,000 rows and comes from a store made for it. The peer is the `oxigraph` of PyPI;
where it is not on the PATH only our own times are printed.
"""

import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from common import best, copies, table
from kgbuild.config import resource
from kgbuild.store import Store, serialise

PORTS = {"kgbuild": 8791, "oxigraph": 8792}
PATHS = {"kgbuild": "/sparql", "oxigraph": "/query"}
RUN = "from kgbuild.cli import main; main()"
ROUNDS = 50
LARGE = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 100000"


def main() -> None:
    """Start both services on each store, ask both the same, and print milliseconds and the ratio."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    queries = {"smallest": "ASK { ?s ?p ?o }"}
    for path in sorted(resource("site", "queries", "examples").glob("*.rq")):
        queries[path.stem] = path.read_text(encoding="utf-8")
    rows = list(measure(build, queries))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "store")
        store.load(serialise(copies(130_000)))
        del store
        rows += measure(Path(folder), {"100,000 rows": LARGE})
    table(("query", "bytes", "ours, ms", "oxigraph, ms", "ratio"), rows)


def measure(build: Path, queries: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """Ask both services each query."""
    with serving(build) as ports:
        for name, query in queries.items():
            seconds = {}
            for service, port in ports.items():
                connection = http.client.HTTPConnection("127.0.0.1", port)
                address = f"{PATHS[service]}?{urlencode({'query': query})}"
                size = len(ask(connection, address))
                seconds[service] = best(lambda c=connection, a=address: ask(c, a), ROUNDS)
                connection.close()
            peer = seconds.get("oxigraph")
            written = (f"{peer * 1000:.2f}", f"{peer / seconds['kgbuild']:.2f}") if peer else ("–", "–")
            yield name, size, f"{seconds['kgbuild'] * 1000:.2f}", *written


def ask(connection: http.client.HTTPConnection, address: str) -> bytes:
    """Send a query and read the whole answer, over one connection that stays open."""
    headers = {"Accept": "application/sparql-results+json, text/turtle;q=0.9"}
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    data = response.read()
    assert response.status == 200, data
    return data


@contextmanager
def serving(build: Path) -> Iterator[dict[str, int]]:
    """Run both services on the store of a build, each on its port."""
    port = str(PORTS["kgbuild"])
    commands = {"kgbuild": [sys.executable, "-c", RUN, "serve", "--out", str(build), "--port", port]}
    if peer := shutil.which("oxigraph"):
        address = f"127.0.0.1:{PORTS['oxigraph']}"
        store = str(build / "store")
        commands["oxigraph"] = [peer, "serve-read-only", "--location", store, "--bind", address]
    running = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))
        for command in commands.values()
    ]
    try:
        for name in commands:
            wait(PORTS[name])
        yield {name: PORTS[name] for name in commands}
    finally:
        for process in running:
            process.terminate()
            process.wait()


def wait(port: int) -> None:
    """Wait until a service answers."""
    for _ in range(300):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"nothing answers on port {port}")


if __name__ == "__main__":
    main()
