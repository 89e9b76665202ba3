"""What a reader can search for: every thing with a page of its own, by its names, and by words that tell of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgbuild.language import search_key
from kgbuild.namespaces import DCTERMS, PIO, RDFS, SKOS, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.pages.people import read_person
from kgbuild.publish.pages.tasks import read_row
from kgbuild.publish.plan import Page
from kgbuild.publish.views import Link, Reader, kind_of

# The kinds of results in the order in which a tie is broken: template of the page → kind.
KINDS: Final = ("document", "agency", "area", "thing", "person", "task")
NAMES: Final = (SKOS.prefLabel, SKOS.altLabel, RDFS.label, PIO.symbol)
LABEL: Final = 140  # characters of a result


@dataclass(frozen=True, slots=True)
class Shown:
    """A result in one language: its name with the way to it, and a line that tells it from others."""

    link: Link
    detail: Link


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found: its kind, how much leads to it, its names and other words, and how it is shown."""

    kind: str
    weight: int
    names: tuple[str, ...]
    words: tuple[str, ...]
    spelled: tuple[str, ...]
    shown: Mapping[str, Shown]


def list_entries(pages: Iterable[Page], readers: Mapping[str, Reader]) -> list[Entry]:
    """List what can be found, by kind, what most leads to first; the same order in every language."""
    found = [
        (KINDS.index(page.template), -entry.weight, page.iri, entry)
        for page in pages
        if page.iri and page.template in KINDS
        for entry in [_entry(page.template, page.iri, readers)]
    ]
    return [entry for *_, entry in sorted(found, key=lambda item: item[:3])]


def _entry(kind: str, iri: Iri, readers: Mapping[str, Reader]) -> Entry:
    index = next(iter(readers.values())).index
    issuers = [label for issuer in index.iris(iri, PIO.issuedBy) for label in index.literals(issuer, SKOS.prefLabel)]
    names = [*index.literals(iri, *NAMES), *(reader.name(iri).value for reader in readers.values())]
    if kind == "task":
        names += index.literals(iri, DCTERMS.title)
    return Entry(
        kind=kind,
        weight=sum(len(subjects) for _, subjects in index.links_to(iri)),
        names=tuple(dict.fromkeys(names)),
        words=tuple(dict.fromkeys([*_words(kind, iri, readers), *issuers])),
        spelled=tuple(issuers if kind == "document" else names if kind in ("agency", "thing") else ()),
        shown={code: Shown(_link(reader, iri), DETAILS[kind](reader, iri)) for code, reader in readers.items()},
    )


def _link(reader: Reader, iri: Iri) -> Link:
    name = reader.name(iri)
    return Link(shorten(name.value, LABEL), name.lang, reader.path(iri))


def _words(kind: str, iri: Iri, readers: Mapping[str, Reader]) -> list[str]:
    """List other texts by which a thing may be looked for: its title, its date, its post, the document that sets it."""
    index = next(iter(readers.values())).index
    words = index.literals(iri, DCTERMS.title, PIO.documentDate)
    return [*words, *(DETAILS[kind](reader, iri).text for reader in readers.values())]


def _of_document(reader: Reader, iri: str) -> Link:
    title = reader.index.text(iri, reader.lang, DCTERMS.title)
    if title and search_key(title.value) not in search_key(reader.name(iri).value):
        return Link(shorten(title.value, LABEL), title.lang)
    issuer = reader.index.iri(iri, PIO.issuedBy)
    return reader.label(issuer) if issuer else Link("")


def _of_task(reader: Reader, iri: str) -> Link:
    row = reader.once(read_row, iri)
    area = f", {row.area.text}" if row.area else ""
    return Link(row.document.text + area, row.document.lang) if row.document else Link("")


def _of_person(reader: Reader, iri: str) -> Link:
    posts = [office.post for office in read_person(reader, iri).offices if office.post]
    return posts[0] if posts else Link("")


def _of_area(reader: Reader, iri: str) -> Link:
    """Name the places that this one replaced: who looks for one of them finds where it is now."""
    before = [reader.index.label(old, reader.lang) for old in reader.index.iris(iri, DCTERMS.replaces)]
    return Link(shorten(", ".join(text.value for text in before), LABEL), before[0].lang if before else "")


def _of_kind(reader: Reader, iri: str) -> Link:
    return kind_of(reader, iri) or Link("")


DETAILS: Final[Mapping[str, Callable[[Reader, str], Link]]] = {
    "document": _of_document,
    "agency": _of_kind,
    "area": _of_area,
    "thing": _of_kind,
    "person": _of_person,
    "task": _of_task,
}
