"""Load the named graphs of a build into another store, graph by graph: SPARQL 1.1 Graph Store HTTP Protocol."""

import base64
import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
    urlopen,
)

from kgbuild.errors import StoreError, cause
from kgbuild.namespaces import Iri
from kgbuild.store import read_quads
from kgbuild.store.formats import strip_graphs

SECONDS: Final = 300  # that a server may take for one graph
REASON: Final = 200  # characters of what a server says
NOBODY: Final = "none"  # behind the name of a graph: no graph of ours is called so


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A server's address for the Graph Store Protocol, with the name and password of a writer where it wants them."""

    address: str
    user: str = ""
    password: str = field(default="", repr=False)

    def put(self, graph: Iri, triples: bytes) -> None:
        """Replace a graph by N-Triples. Raises StoreError naming the graph and the server's reason."""
        self._send("PUT", graph, triples)

    def delete(self, graph: Iri) -> None:
        """Remove a graph; one that is not there is none. Raises StoreError as `put` does."""
        self._send("DELETE", graph, None)

    def _send(self, method: str, graph: Iri, triples: bytes | None) -> None:
        joint = "&" if "?" in self.address else "?"
        headers = {
            "User-Agent": "kgbuild",
            **({"Content-Type": "application/n-triples"} if triples is not None else {}),
        }
        address = f"{self.address}{joint}graph={quote(graph, safe='')}"
        request = Request(address, triples, headers, method=method)  # the address is of whoever calls
        try:
            if proof := self._proof(request):
                request.add_unredirected_header("Authorization", proof)
            with urlopen(request, timeout=SECONDS) as answer:
                answer.read()
        except HTTPError as error:
            if method == "DELETE" and error.code == 404:
                return
            said = " ".join(error.read(4 * REASON).decode("utf-8", "replace").split())[:REASON]
            raise StoreError(f"{self.address} refuses <{graph}>: HTTP {error.code} {error.reason}. {said}") from error
        except (URLError, OSError, ValueError, http.client.HTTPException) as error:
            raise StoreError(f"{self.address} cannot be written to: {cause(error)}") from error

    def _proof(self, request: Request) -> str:
        """Prove who writes, the way the server asks for: Basic or Digest (RFC 7617, RFC 7616); "" where it does not.

        It is asked with a request that has no body and changes nothing, since Virtuoso hangs up on a body that comes
        without a proof.
        """
        if not self.user:
            return ""
        try:
            urlopen(Request(f"{request.full_url}-{NOBODY}", method="DELETE"), timeout=SECONDS).close()
        except HTTPError as error:
            wanted = [value.split(None, 1) for value in error.headers.get_all("WWW-Authenticate", [])]
        else:
            return ""
        known = HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, self.address, self.user, self.password)
        for scheme, *terms in wanted:
            if scheme.lower() == "basic":
                return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
            if scheme.lower() == "digest" and terms:
                asked = parse_keqv_list(list(filter(None, parse_http_list(terms[0]))))
                return f"Digest {HTTPDigestAuthHandler(known).get_authorization(request, asked)}"
        return ""


def push(graphs: Mapping[Iri, Path], store: GraphStore) -> Iterator[tuple[Iri, int]]:
    """Replace each graph, given as an N-Quads file; give its name and number of triples when it is there.

    Raises StoreError at the first that the server does not take; those before it are replaced.
    """
    for graph, path in graphs.items():
        triples = strip_graphs(read_quads(path))
        store.put(graph, triples)
        yield graph, triples.count(b"\n")


def leftover(held: Iterator[str], graphs: Mapping[Iri, Path], base: str) -> list[Iri]:
    """List the graphs of ours that a server holds and that this build has no longer, sorted."""
    return sorted(Iri(name) for name in held if name.startswith(base + "graph/") and Iri(name) not in graphs)
