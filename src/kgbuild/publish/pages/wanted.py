"""Documents that others cite and the corpus does not hold: how often, where, and where they may be had."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from kgbuild.errors import DataError
from kgbuild.namespaces import DCTERMS, PIO, Iri
from kgbuild.publish.index import Text
from kgbuild.publish.pages.chain import is_held
from kgbuild.publish.pages.citations import KINDS
from kgbuild.publish.paths import local_path
from kgbuild.publish.views import Link, Reader, Words

SHOWN: Final = 6  # citing documents named in one row


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a document may be had: its own pages, and places where a person may look for it."""

    addresses: tuple[str, ...] = ()
    search: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is cited and not held: by how many, how, by which, with what words, and where to look."""

    link: Link
    title: Text | None
    issuer: Link | None
    date: str
    iso: str
    cited: int
    kinds: tuple[tuple[str, int], ...]
    citing: tuple[tuple[Link, tuple[Words, ...]], ...]
    more: int
    sources: Sources


def load_sources(path: Path) -> dict[str, Sources]:
    """Read `data/wanted.toml`: where to look for a document, by its path below `id/doc/`, or by the start of it.

    A missing file is no sources. Raises DataError naming the file when it cannot be read.
    """
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [*tables.get("look", []), *tables.get("document", [])]
        return {entry["path"]: Sources(_web(entry.get("addresses")), _web(entry.get("search"))) for entry in entries}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: {error}") from error


def _web(addresses: list[str] | None) -> tuple[str, ...]:
    """Keep what is an address of the web: nothing else becomes a link."""
    return tuple(address for address in addresses or () if address.startswith(("https://", "http://")))


def sources_of(sources: Mapping[str, Sources], document: str, base_iri: str, symbol: str = "") -> Sources:
    """Find where to look for a document: its own entry, else the one for its issuer or its place, by its symbol."""
    path = local_path(document, base_iri).removeprefix("doc/")
    if path in sources or not symbol:
        return sources.get(path, Sources())
    area, _, rest = path.partition("/")
    keys = (f"{area}/{rest.partition('/')[0]}/", f"{area}/", "/")
    general = next((sources[key] for key in keys if key in sources), Sources())
    return Sources(search=tuple(address.replace("{symbol}", quote(symbol, safe="")) for address in general.search))


def list_wanted(reader: Reader, sources: Mapping[str, Sources]) -> list[Wanted]:
    """List the documents that are cited and not held, the most cited first."""
    rows = [
        (-wanted.cited, wanted.iso or "9999", document, wanted)
        for document in reader.index.instances(PIO.PolicyDocument)
        if not is_held(reader, document)
        for symbol in [reader.index.literal(document, PIO.symbol)]
        for wanted in [_wanted(reader, document, sources_of(sources, document, reader.base_iri, symbol))]
        if wanted.cited
    ]
    return [wanted for *_, wanted in sorted(rows, key=lambda row: row[:3])]


def _wanted(reader: Reader, document: Iri, sources: Sources) -> Wanted:
    index = reader.index
    nodes = index.inbound(document, PIO.citedDocument)
    citations = [(citing, node) for node in nodes for citing in index.inbound(node, PIO.hasCitation)]
    kinds = Counter(reader.code(index.iri(node, PIO.citationKind)) for _, node in citations)
    citing: dict[Iri, tuple[Words, ...]] = {}
    for other, node in sorted(citations):
        citing[other] = citing.get(other) or reader.words_of(node)[:1]
    ordered = sorted(citing, key=lambda other: (index.literal(other, PIO.documentDate) or "9999", other))
    issuer, iso = index.iri(document, PIO.issuedBy), index.literal(document, PIO.documentDate)
    return Wanted(
        link=reader.link(document),
        title=index.text(document, reader.lang, DCTERMS.title),
        issuer=reader.link(issuer) if issuer else None,
        date=reader.date(iso),
        iso=iso,
        cited=len(citing),
        kinds=tuple((kind, kinds[kind]) for kind in [*KINDS, *sorted(set(kinds) - set(KINDS))] if kinds[kind]),
        citing=tuple((reader.link(other), citing[other]) for other in ordered[:SHOWN]),
        more=max(0, len(ordered) - SHOWN),
        sources=sources,
    )
