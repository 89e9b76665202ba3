"""Citations as pages show them: what a document cites and who cites it, by kind, each with its words."""

from collections import defaultdict
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
    """A citation seen from one of its ends: the other document, the wordings, what is said of it, and the words.

    *citing* is named where a document tells what another one cites. *anchor* is empty where the citation has its
    place on another page: on that of the document in which it is written.
    """

    link: Link
    citing: Link | None
    as_written: tuple[str, ...]
    details: tuple[Fact, ...]
    words: tuple[Words, ...]
    anchor: str
    unsure: bool


def _by_kind(found: dict[str, list[Cited]]) -> dict[str, list[Cited]]:
    ordered = [*(k for k in KINDS if k in found), *sorted(set(found) - set(KINDS))]
    return {kind: sorted(found[kind], key=lambda c: (c.link.text, c.anchor)) for kind in ordered}


def _cited(reader: Reader, node: Iri, other: str, citing: str = "") -> Cited:
    index = reader.index
    return Cited(
        link=reader.link(other),
        citing=reader.link(citing) if citing else None,
        as_written=tuple(index.literals(node, PIO.nameAsWritten)),
        details=reader.facts(node, CITED_DETAILS),
        words=reader.words_of(node),
        anchor="citation." + local_path(node, reader.base_iri).partition("/citation/")[2].replace("/", "."),
        unsure=reader.code(index.iri(node, PIO.resolution)) in ("inferred", "unresolved"),
    )


def _kind(reader: Reader, node: Iri) -> str:
    return reader.code(reader.index.iri(node, PIO.citationKind))


def read_citations(reader: Reader, document: str) -> dict[str, list[Cited]]:
    """Read what a document cites, by kind."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for node in reader.index.iris(document, PIO.hasCitation):
        for other in reader.index.iris(node, PIO.citedDocument):
            cited = _cited(reader, node, other)
            here = node.startswith(document + "/citation/")
            found[_kind(reader, node)].append(cited if here else replace(cited, anchor=""))
    return _by_kind(found)


def read_citations_of(reader: Reader, document: str) -> dict[str, list[Cited]]:
    """Read who cites a document, by kind."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for node in reader.index.inbound(document, PIO.citedDocument):
        for citing in reader.index.inbound(node, PIO.hasCitation):
            found[_kind(reader, node)].append(replace(_cited(reader, node, citing), anchor=""))
    return _by_kind(found)


def read_citations_between_others(reader: Reader, document: str) -> dict[str, list[Cited]]:
    """Read what a document tells of citations between others ("A thực hiện B về thực hiện C"), by kind."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for node in reader.within(document, PIO.Citation):
        for citing in reader.index.inbound(node, PIO.hasCitation):
            for other in reader.index.iris(node, PIO.citedDocument):
                if citing != document:
                    found[_kind(reader, node)].append(_cited(reader, node, other, citing))
    return _by_kind(found)
