"""People as RDF: the signature block, who signs in what post, and whom a document names in office."""

from collections.abc import Iterator
from dataclasses import replace

from kgbuild.identifiers import short_hash
from kgbuild.language import place_tones, slug, spelt_post
from kgbuild.model import Span
from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart
from kgbuild.model.people import PersonMention
from kgbuild.model.structure import Signature
from kgbuild.namespaces import DCTERMS, FOAF, ORG, PIO, SCHEMA, Iri
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.distribution import agent_key


def describe_signature(graph: SourceGraph, node: Iri, linked: LinkedPart, knowledge: Knowledge) -> None:
    """Describe the signature block: in what form and post it is signed, for whom, and by whom."""
    first = linked.part.signature
    for at, block in enumerate((first, *first.beside) if first else (), 1):
        signature = graph.iri(f"{linked.ref.path}/signature" + (f"/{at}" if at > 1 else ""))
        graph.add(node, PIO.hasSignature, signature)
        seats = (m for m in linked.findings.people if m.role == "signatory" and m.name == block.name)
        organ = next((_seat(m, linked) for m in seats if m.agency), None) if block.seat else linked.organ
        _describe_block(graph, signature, block, replace(linked, organ=organ), knowledge)


def _describe_block(
    graph: SourceGraph, signature: Iri, block: Signature, linked: LinkedPart, knowledge: Knowledge
) -> None:
    graph.type(signature, PIO.Signature)
    for form in block.forms:
        graph.code(signature, PIO.signingForm, "signing", form)
    if linked.organ and "TM" in block.forms and linked.organ.kind == "agency":
        graph.add(signature, PIO.onBehalfOf, graph.agent(linked.organ))
    organ = signed_for = _organ(linked.organ)
    for at, span in enumerate(block.posts):
        words = graph.text.words(span)
        organ = _seated(signed_for, words, linked)
        if organ is None:
            break
        if at < len(block.posts) - 1 and _is_rank(words, organ):
            continue
        post = graph.iri(f"id/post/{organ.path.removeprefix('id/agent/')}/{slug(words)}")
        graph.type(post, ORG.Post)
        graph.labels(post, _label(words, organ, knowledge))
        graph.add(post, ORG.postIn, graph.iri(organ.path))
        graph.evidence(post, span)
        last = at == len(block.posts) - 1
        graph.add(signature, PIO.signedInPost if last else PIO.actingForPost, post)
    graph.judged(signature, 0.95, "exact", "signature-block")
    graph.evidence(signature, block.span)
    if block.name:
        graph.add(signature, PIO.signer, graph.iri(person_path(graph.text.words(block.name), organ, linked)))


def _organ(agent: AgentRef | None) -> AgentRef | None:
    """Give the organ in which the holder of a post sits; a body is its own."""
    if agent is None or agent.kind != "post":
        return agent
    return AgentRef(agent.organ, "agency", "") if agent.organ else None


def _seated(organ: AgentRef | None, post: str, linked: LinkedPart) -> AgentRef | None:
    """Give the body whose *post* it is: the secretary who signs for the standing committee is the committee's."""
    return linked.seats.get((organ.path, slug(post)), organ) if organ else None


def person_path(name: str, organ: AgentRef | None, linked: LinkedPart) -> str:
    """Mint the path of a person: id/person/{area}/{organ of the post}/{name}.

    Of one whose post and place no text tells, no more is known than what the document says: he is its own.
    """
    if organ is None:
        return f"id/person/{linked.area or f'nd-{short_hash(linked.ref.path)}'}/nd/{slug(name)}"
    area, _, rest = organ.path.removeprefix("id/agent/").removeprefix("id/post/").partition("/")
    return f"id/person/{area}/{rest.replace('/', '.') or 'nd'}/{slug(name)}"


def people_named(graph: SourceGraph, linked: LinkedPart) -> Iterator[tuple[PersonMention, str, AgentRef | None, str]]:
    """List the people that a document names, with the name, the organ of the post and the path of each mention."""
    words = graph.text.words
    seated = [
        (
            mention,
            words(mention.name),
            _seated(_seat(mention, linked), words(mention.post) if mention.post else "", linked),
        )
        for mention in linked.findings.people
    ]
    first: dict[str, str] = {}  # where a name is first given with an organ
    for _, name, organ in seated:
        if organ is not None:
            first.setdefault(name, person_path(name, organ, linked))
    known: dict[str, str] = {}
    same: dict[Span, str] = {}
    for mention, name, organ in seated:
        path = person_path(name, organ, linked)
        if mention.name in same:  # one name with several posts behind it
            path = same[mention.name]
        elif organ is None:
            path = first.get(name, path)
        elif (
            mention.role != "signatory"
            and name in known
            and known[name].rsplit("/", 2)[0] == path.rsplit("/", 2)[0]
            and not mention.honorific
        ):
            # the same name in the same place, without a scholar's title of its own: one person in two posts
            path = known[name]
        same[mention.name] = path
        known.setdefault(name, path)
        yield mention, name, organ, path


def _seat(mention: PersonMention, linked: LinkedPart) -> AgentRef | None:
    """Find the organ in which a person sits: that of the post, or the one signed for."""
    if mention.agency:
        organ = linked.agents.get(agent_key(mention.agency))
    else:
        organ = linked.organ if mention.role == "signatory" else None
    return _organ(organ) or organ


def describe_people(graph: SourceGraph, linked: LinkedPart, knowledge: Knowledge) -> None:
    """Describe the people a document names in their office, with their posts and memberships."""
    node = graph.iri(linked.ref.path)
    for mention, name, organ, path in people_named(graph, linked):
        person = graph.iri(path)
        graph.type(person, FOAF.Person)
        graph.labels(person, name)
        graph.evidence(person, mention.span)
        if mention.role == "author":
            graph.add(node, SCHEMA.author, person)
        rank = mention.post is not None and organ is not None and _is_rank(graph.text.words(mention.post), organ)
        if organ is not None and mention.post is not None and not rank:
            officer = linked.agents.get(agent_key(mention.agency)) if mention.agency else None
            if officer is not None and officer.kind == "post":
                graph.agent(officer)  # through the post of the tables its organ comes to be described
            membership = _membership(graph, path, organ, mention.post, knowledge)
            if mention.former:
                graph.text_value(membership, DCTERMS.description, "nguyên (đã thôi giữ chức)")


def _is_rank(post: str, organ: AgentRef) -> bool:
    """Tell the rank of a minister from a post: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ" heads no ministry."""
    return slug(post) == "bo-truong" and organ.path.startswith("id/agent/tw/") and "/bo-" not in organ.path


def _label(words: str, organ: AgentRef, knowledge: Knowledge) -> str:
    """Name a post: as the tables write it ("Phó Thủ tướng Chính phủ"), else its words and its body.

    A noun that ends the one and begins the other is said once: "Chánh Văn phòng Sở Y tế", "Trưởng Ban Tổ chức".
    """
    key = slug(words)
    for record in knowledge.agencies.values():
        body = knowledge.agencies.get(record.parent)
        if record.type == "Post" and record.slug == key and body and organ.path == f"id/agent/tw/{body.slug}":
            return record.name
    words = spelt_post(place_tones(words)).lower()  # one label for "Uỷ viên" and "Ủy viên"
    shared = next((n for n in (2, 1) if organ.label.lower().split()[:n] == words.split()[-n:]), 0)
    words = " ".join(words.split()[: len(words.split()) - shared])
    return f"{words[:1].upper()}{words[1:]} {organ.label}".strip()


def _membership(graph: SourceGraph, person: str, organ: AgentRef, span: Span, knowledge: Knowledge) -> Iri:
    words = graph.text.words(span)
    post_path = f"id/post/{organ.path.removeprefix('id/agent/')}/{slug(words)}"
    post = graph.iri(post_path)
    graph.type(post, ORG.Post)
    if organ.label:
        graph.labels(post, _label(words, organ, knowledge))
        graph.agent(organ)
    graph.add(post, ORG.postIn, graph.iri(organ.path))
    graph.evidence(post, span)
    who, where = person.removeprefix("id/person/"), post_path.removeprefix("id/post/")
    membership = graph.iri(f"id/membership/{who.replace('/', '.')}/{where.replace('/', '.')}")
    graph.type(membership, ORG.Membership)
    graph.add(membership, ORG.member, graph.iri(person))
    graph.add(membership, ORG.organization, graph.iri(organ.path))
    graph.add(membership, ORG.role, post)
    graph.evidence(membership, span)
    return membership
