"""The network of documents and agencies, for the one page that draws it in the browser."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.pages.agencies import AGENTS
from kgbuild.publish.pages.chain import links_up, main_document
from kgbuild.publish.pages.tasks import read_row
from kgbuild.publish.views import Reader

ROOM: Final = 300  # nodes that are drawn: more can neither be laid out nor read
NAME: Final = 60  # characters of a name in the drawing
KINDS: Final = ("chain", "issued", "lead", "coordinate", "belongs")
BELONGS: Final = (PIO.partOf, PIO.specialisedBodyOf, PIO.executiveOrganOf, PIO.organOf)


@dataclass(frozen=True, slots=True)
class Network:
    """The nodes that hang together most, the links between them by kind with their number, and how many nodes exist."""

    nodes: tuple[Iri, ...]
    links: tuple[tuple[int, int, str, int], ...]
    total: int


def read_network(reader: Reader) -> Network:
    """Read the network: documents and agencies with a page, those with most links first, at most ROOM of them."""
    links = _links(reader)
    degrees = Counter(node for a, b, _ in links for node in (a, b))
    nodes = sorted(degrees, key=lambda node: (-degrees[node], node))
    kept = {node: at for at, node in enumerate(nodes[:ROOM])}
    found = ((kept[a], kept[b], kind, n) for (a, b, kind), n in links.items() if a in kept and b in kept)
    return Network(tuple(kept), tuple(sorted(found)), len(nodes))


def _links(reader: Reader) -> Counter[tuple[Iri, Iri, str]]:
    index = reader.index
    links: Counter[tuple[Iri, Iri, str]] = Counter()
    for document in index.instances(PIO.PolicyDocument):
        links.update((document, above, "chain") for _, above in reader.once(links_up, document))
        links.update((issuer, document, "issued") for issuer in index.iris(document, PIO.issuedBy))
    for task in index.instances(PIO.Task):
        home = reader.once(main_document, task)
        for part in reader.once(read_row, task).parts if home else ():
            if home and part.role in KINDS:
                links[Iri(part.assignee), home, part.role] += 1
    for agency in index.instances(*AGENTS):
        links.update((agency, above, "belongs") for above in index.iris(agency, *BELONGS))
    return Counter({(a, b, kind): n for (a, b, kind), n in links.items() if a != b and _shown(reader, a, b)})


def _shown(reader: Reader, *nodes: str) -> bool:
    return all(reader.path(node) for node in nodes)


def write_network(reader: Reader) -> str:
    """Write the network in one language as a script, which also loads where the site is read from a disk."""
    network = read_network(reader)
    data = {"nodes": [_node(reader, node) for node in network.nodes], "links": network.links, "kinds": KINDS}
    return f"kgbuildNetwork({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def _node(reader: Reader, node: Iri) -> list[Any]:
    """Write a node: its name, the language of it where it is another, whether it is a document, the way to it."""
    name = reader.name(node)
    lang = name.lang if name.lang != reader.lang else ""
    return [shorten(name.value, NAME), lang, int(reader.index.is_a(node, PIO.PolicyDocument)), reader.path(node)]
