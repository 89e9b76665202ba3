"""People in their offices, as texts name them: posts and signatures, nothing else."""

from dataclasses import dataclass

from kgbuild.namespaces import ORG, PIO, Iri
from kgbuild.publish.index import Index, Text
from kgbuild.publish.views import Link, Reader, Words


@dataclass(frozen=True, slots=True)
class Office:
    """A person in a post, as a text says it."""

    person: Link
    post: Link | None
    organisation: Link | None
    words: tuple[Words, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything the page of an office-holder shows: posts and signatures, nothing else."""

    iri: str
    name: Text
    offices: tuple[Office, ...]
    signed: tuple[tuple[Link, Link | None, tuple[Words, ...]], ...]


def holders_of(reader: Reader, post: Iri) -> list[Office]:
    """List who holds a post, as the texts say; one entry without a person when nobody is named."""
    index = reader.index
    people = {p for m in index.inbound(post, ORG.role) for p in index.iris(m, ORG.member)}
    people |= {p for s in index.inbound(post, PIO.signedInPost) for p in index.iris(s, PIO.signer)}
    people |= {*index.iris(post, ORG.heldBy), *index.inbound(post, ORG.holds)}
    anchor = "post." + post.rsplit("/", 1)[-1]
    label = reader.label(post)
    if not people:
        return [Office(Link(""), label, None, (), anchor)]
    return [Office(reader.link(p), label, None, reader.words_of(p), anchor) for p in sorted(people)]


def holds_office_in(index: Index, person: str) -> bool:
    """Tell whether a text names a person in an office or as a signatory; only then is there a page."""
    return bool(index.inbound(person, ORG.member, PIO.signer, ORG.heldBy) or index.iris(person, ORG.holds))


def read_person(reader: Reader, person: str) -> PersonPage:
    """Read everything the page of an office-holder shows."""
    index = reader.index
    memberships = index.inbound(person, ORG.member)
    posts = {p: m for m in memberships for p in index.iris(m, ORG.role)}
    posts.update(dict.fromkeys((*index.iris(person, ORG.holds), *index.inbound(person, ORG.heldBy)), Iri(person)))
    signatures = index.inbound(person, PIO.signer)
    for signature in signatures:
        for post in index.iris(signature, PIO.signedInPost):
            posts.setdefault(post, signature)
    offices = [_office(reader, person, post, node) for post, node in sorted(posts.items())]
    signed = [
        (reader.link(d), reader.concept(s, PIO.signedInPost), reader.words_of(s))
        for s in signatures
        for d in index.inbound(s, PIO.hasSignature)
    ]
    return PersonPage(person, index.label(person, reader.lang), tuple(offices), tuple(signed))


def _office(reader: Reader, person: str, post: Iri, node: str) -> Office:
    organisation = reader.index.iri(post, ORG.postIn) or reader.index.iri(node, ORG.organization)
    words = reader.words_of(node) or reader.words_of(person)
    link = reader.link(organisation) if organisation else None
    anchor = "membership." + node.rsplit("/", 1)[-1] if reader.index.is_a(node, ORG.Membership) else ""
    return Office(reader.label(person), reader.label(post), link, words, anchor)
