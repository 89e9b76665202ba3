"""The data of an entity in every format: one implementation for the files of the site and for the live service."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kgbuild.namespaces import Iri
from kgbuild.publish.describe import describe
from kgbuild.publish.paths import local_path
from kgbuild.store import GRAPH_FORMATS, Format, Store, convert, serialise

# What the static site offers; the named graphs, which TriG and N-Quads would keep, are whole in the dumps.
DATA_FORMATS: Final = tuple(known for known in GRAPH_FORMATS if known.suffix in ("ttl", "jsonld", "nt", "rdf"))


def entity_data(store: Store, iri: Iri, formats: Iterable[Format]) -> dict[str, bytes]:
    """Write what is said of an entity, and of what belongs to it, in each format, by file suffix."""
    quads = serialise(describe(store, iri))
    return {to.suffix: convert(quads, to) for to in formats}


def write_data(store: Store, iris: Iterable[Iri], base_iri: str, folder: Path) -> None:
    """Write `{path}.{suffix}` below *folder* for each entity: the bytes that the service gives under `/data/`."""
    for iri in iris:
        path = folder / local_path(iri, base_iri)
        path.parent.mkdir(parents=True, exist_ok=True)
        for suffix, data in entity_data(store, iri, DATA_FORMATS).items():
            path.with_name(f"{path.name}.{suffix}").write_bytes(data)
