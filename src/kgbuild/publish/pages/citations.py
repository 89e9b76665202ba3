"""Citations as pages show them: what a document cites and who cites it, by kind, each with its words."""

from dataclasses import dataclass, replace
from typing import Final

from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.paths import local_path
from kgbuild.publish.views import Fact, Link, Reader, Words

# Citation kinds in the order a reader looks for them.
KINDS: Final = (
    "implements", "continues", "legalBasis", "promulgates", "annexOf", "onSubmission", "amends", "replaces", "repeals",
    "cites",
)  # fmt: skip
CITED_DETAILS: Final = (
    ("cited_part", PIO.citedPart),
    ("cited_title", PIO.citedTitle),
    ("cited_date", PIO.citedDate),
    ("cited_issuer", PIO.citedIssuer),
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation seen from one of its ends: its kind, the other document, the wordings, what is said of it, the words.

    *citing* is named where a document tells what another one cites. *anchor* is empty where the citation has its
    place on another page: on that of the document in which it is written.
    """

    kind: str
    link: Link
    citing: Link | None
    as_written: tuple[str, ...]
    details: tuple[Fact, ...]
    words: tuple[Words, ...]
    anchor: str
    unsure: bool


_Found = list[tuple[Iri, Cited]]  # each citation with the document by whose date it is ordered


def _ordered(reader: Reader, found: _Found) -> tuple[Cited, ...]:
    """Order citations by kind, then by the date of the other document; the same in every language."""

    def key(item: tuple[Iri, Cited]) -> tuple[int, str, str, str, str]:
        other, cited = item
        kind = KINDS.index(cited.kind) if cited.kind in KINDS else len(KINDS)
        return kind, cited.kind, reader.index.literal(other, PIO.documentDate) or "9999", other, cited.anchor

    return tuple(cited for _, cited in sorted(found, key=key))


def _cited(reader: Reader, node: Iri, other: str, citing: str = "") -> Cited:
    index = reader.index
    return Cited(
        kind=reader.code(index.iri(node, PIO.citationKind)),
        link=reader.link(other),
        citing=reader.link(citing) if citing else None,
        as_written=tuple(index.literals(node, PIO.nameAsWritten)),
        details=reader.facts(node, CITED_DETAILS),
        words=reader.words_of(node),
        anchor="citation." + local_path(node, reader.base_iri).partition("/citation/")[2].replace("/", "."),
        unsure=reader.code(index.iri(node, PIO.resolution)) in ("inferred", "unresolved"),
    )


def read_citations(reader: Reader, document: str) -> tuple[Cited, ...]:
    """Read what a document cites, by kind."""
    found: _Found = []
    for node in reader.index.iris(document, PIO.hasCitation):
        for other in reader.index.iris(node, PIO.citedDocument):
            cited = _cited(reader, node, other)
            here = node.startswith(document + "/citation/")
            found.append((other, cited if here else replace(cited, anchor="")))
    return _ordered(reader, found)


def read_citations_of(reader: Reader, document: str) -> tuple[Cited, ...]:
    """Read who cites a document, by kind."""
    found: _Found = []
    for node in reader.index.inbound(document, PIO.citedDocument):
        for citing in reader.index.inbound(node, PIO.hasCitation):
            found.append((citing, replace(_cited(reader, node, citing), anchor="")))
    return _ordered(reader, found)


def read_citations_between_others(reader: Reader, document: str) -> tuple[Cited, ...]:
    """Read what a document tells of citations between others ("A thực hiện B về thực hiện C"), by kind."""
    found: _Found = []
    for node in reader.within(document, PIO.Citation):
        for citing in reader.index.inbound(node, PIO.hasCitation):
            for other in reader.index.iris(node, PIO.citedDocument):
                if citing != document:
                    found.append((other, _cited(reader, node, other, citing)))
    return _ordered(reader, found)
