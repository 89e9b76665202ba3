"""Captured documents as RDF: head, issue, signature, distribution, sections, source text."""

from bisect import bisect_left

from kgbuild.identifiers import section_segment
from kgbuild.language import search_key, slug
from kgbuild.model import Literal, Span, boolean
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.namespaces import CODE, DCTERMS, FOAF, ORG, PIO, SCHEMA, SKOS, Iri
from kgbuild.statements.builder import SourceGraph

_PARTY_CODES = {"tw", "tu", "hntw", "vptw", "hu", "qu", "dddu"}


def document_classes(ref: DocumentRef, knowledge: Knowledge, party: bool) -> list[Iri]:
    """Tell the classes of a document: its side and its form."""
    if ref.form == "tin-tuc":
        return [PIO.NewsReport]
    if ref.form == "tieu-chuan":
        return [PIO.Standard]
    type_ = knowledge.types.get(ref.form)
    if ref.form == "phu-luc":
        return [PIO.Annex, PIO.PartyDocument if party else PIO.StateDocument]
    form = [PIO[type_.rdf_class]] if type_ and type_.rdf_class else []
    if type_ and type_.side == "other":
        return form or [PIO.PolicyDocument]
    return [PIO.PartyDocument if party else PIO.StateDocument, *form]


def is_party(ref: DocumentRef) -> bool:
    """Tell whether an organ of the Party issued a document."""
    return ref.party or (ref.key is not None and ref.key.organ in _PARTY_CODES)


def document_label(ref: DocumentRef, knowledge: Knowledge, date: str, issuer: str, title: str) -> str:
    """Write the label of a document: type, number, date and issuer, or type and title where there is no number."""
    type_ = knowledge.types.get(ref.form)
    name = type_.name if type_ else ""
    if ref.symbol:
        day = f" ngày {date[8:10]}/{date[5:7]}/{date[:4]}" if len(date) == 10 else ""
        of = f" của {issuer}" if issuer else ""
        return f"{name} số {ref.symbol}{day}{of}".strip() if ref.form != "tieu-chuan" else ref.symbol
    if ref.name:
        return ref.name[:1].upper() + ref.name[1:]
    short = " ".join(title.split()[:28])
    return f"{name}: {short}" if name and short else name or short


def describe_source_text(graph: SourceGraph, file_name: str) -> None:
    """Describe the text that was read from the source file."""
    graph.type(graph.source, PIO.SourceText)
    graph.value(graph.source, PIO.sha256, graph.sha256)
    graph.value(graph.source, PIO.fileName, file_name)
    graph.text_value(graph.source, SKOS.prefLabel, f"Văn bản nguồn {file_name}")
    graph.text_value(graph.source, SKOS.prefLabel, f"Source text {file_name}", "en")


def describe_part(graph: SourceGraph, linked: LinkedPart, knowledge: Knowledge) -> None:
    """Describe one captured document: everything but its citations and what it sets out."""
    ref, part, text = linked.ref, linked.part, graph.text
    node = graph.iri(ref.path)
    party = is_party(ref)
    graph.type(node, *document_classes(ref, knowledge, party))
    title = text.words(part.head.title) if part.head.title else ""
    issuer = linked.issuer.label if linked.issuer else ""
    graph.labels(node, document_label(ref, knowledge, linked.date, issuer, title))
    graph.text_value(node, DCTERMS.title, title)
    graph.code(node, PIO.documentType, "doctype", ref.form)
    if part.head.title:
        graph.evidence(node, part.head.title, DCTERMS.title)
        graph.themes(node, linked.findings.heading_themes.get(part.head.title, ()), part.head.title)
    graph.value(node, PIO.documentKey, ref.path.removeprefix("id/"))
    _numbers(graph, node, linked)
    graph.add(node, PIO.capturedIn, graph.source)
    graph.add(node, PIO.textHeld, boolean(True))
    if (part.kind != "annex" and part.kind != "attached") or part.head.date:
        graph.date(node, PIO.documentDate if part.kind != "news" else DCTERMS.issued, linked.date)
        if part.kind == "news":
            graph.date(node, PIO.documentDate, linked.date)
        if linked.date and linked.date_span:
            graph.evidence(node, linked.date_span, PIO.documentDate)
    _issue(graph, node, linked, knowledge)
    _signature(graph, node, linked)
    _recipients(graph, node, linked)
    _sections(graph, node, linked)


def _numbers(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    ref = linked.ref
    if not ref.symbol or linked.part.kind in ("annex", "attached"):
        return
    graph.value(node, PIO.symbol, ref.symbol)
    graph.value(node, PIO.number, ref.number)
    graph.identified(node, ref.symbol)
    if linked.symbol_span:
        printed = graph.text.words(linked.symbol_span)
        if printed != ref.symbol:
            graph.add(node, SKOS.altLabel, Literal(printed, language="vi"))
        graph.evidence(node, linked.symbol_span, PIO.symbol, PIO.number)


def _issue(graph: SourceGraph, node: Iri, linked: LinkedPart, knowledge: Knowledge) -> None:
    part, ref = linked.part, linked.ref
    if part.kind == "news":
        if part.publisher and linked.issuer:
            graph.add(node, PIO.issuedBy, graph.agent(linked.issuer))
            graph.evidence(node, part.publisher, PIO.issuedBy)
    elif linked.issuer and part.kind == "document":
        graph.add(node, PIO.issuedBy, graph.agent(linked.issuer))
        graph.evidence(node, linked.issuer_span, PIO.issuedBy)
    area = "viet-nam" if linked.area == "tw" else linked.area
    if area in knowledge.areas:
        graph.code(node, PIO.jurisdiction, "area", area)
    if part.kind != "news":
        if ref.key and part.kind == "document":
            normative = ref.key.form.endswith("-qppl") or ref.form in ("luat", "bo-luat", "phap-lenh")
            graph.add(node, PIO.normative, Literal("true" if normative else "false" if ref.symbol else "unknown"))
        graph.code(
            node, PIO.documentStatus, "status", "draft" if part.head.draft else "issued" if ref.symbol else "unknown"
        )


def _signature(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    block = linked.part.signature
    if block is None:
        return
    signature = graph.iri(f"{linked.ref.path}/signature")
    graph.type(signature, PIO.Signature)
    graph.add(node, PIO.hasSignature, signature)
    for form in block.forms:
        graph.code(signature, PIO.signingForm, "signing", form)
    if linked.issuer and "TM" in block.forms and linked.issuer.kind == "agency":
        graph.add(signature, PIO.onBehalfOf, graph.agent(linked.issuer))
    organ = linked.issuer
    if organ is not None and organ.kind == "post":
        organ = AgentRef(organ.organ, "agency", "") if organ.organ else None
    for at, span in enumerate(block.posts):
        words = graph.text.words(span)
        if organ is None:
            break
        post = graph.iri(f"id/post/{organ.path.removeprefix('id/agent/')}/{slug(words)}")
        graph.type(post, ORG.Post)
        label = words[:1].upper() + words[1:].lower()
        graph.labels(post, f"{label} {organ.label}".strip())
        graph.add(post, ORG.postIn, graph.iri(organ.path))
        graph.evidence(post, span)
        last = at == len(block.posts) - 1
        graph.add(signature, PIO.signedInPost if last else PIO.actingForPost, post)
    graph.judged(signature, 0.95, "exact", "signature-block")
    graph.evidence(signature, block.span)
    if block.name:
        graph.add(signature, PIO.signer, graph.iri(person_path(graph.text.words(block.name), organ, linked)))


def person_path(name: str, organ: AgentRef | None, linked: LinkedPart) -> str:
    """Mint the path of a person: id/person/{area}/{organ of the post}/{name}."""
    if organ is None:
        return f"id/person/{linked.area or 'nd'}/nd/{slug(name)}"
    area, _, rest = organ.path.removeprefix("id/agent/").removeprefix("id/post/").partition("/")
    return f"id/person/{area}/{rest.replace('/', '.') or 'nd'}/{slug(name)}"


def describe_people(graph: SourceGraph, linked: LinkedPart) -> None:
    """Describe the people a document names in their office, with their posts and memberships."""
    node = graph.iri(linked.ref.path)
    known: dict[str, str] = {}
    for mention in linked.findings.people:
        name = graph.text.words(mention.name)
        organ = (
            linked.agents.get(agent_key(mention.agency))
            if mention.agency
            else linked.issuer
            if mention.role == "signatory"
            else None
        )
        if organ is not None and organ.kind == "post" and organ.organ:
            organ = AgentRef(organ.organ, "agency", "")
        path = person_path(name, organ, linked)
        if organ is None:
            path = known.get(name, path)
        elif (
            mention.role != "signatory"
            and name in known
            and known[name].rsplit("/", 2)[0] == path.rsplit("/", 2)[0]
            and not mention.honorific
        ):
            # the same name in the same place, without a scholar's title of its own: one person in two posts
            path = known[name]
        known.setdefault(name, path)
        person = graph.iri(path)
        graph.type(person, FOAF.Person)
        graph.labels(person, name)
        graph.evidence(person, mention.span)
        if mention.role == "author":
            graph.add(node, SCHEMA.author, person)
        if organ is not None and mention.post is not None:
            _membership(graph, path, organ, mention.post, former=mention.former)


def _membership(graph: SourceGraph, person: str, organ: AgentRef, span: Span, *, former: bool) -> None:
    words = graph.text.words(span)
    post_path = f"id/post/{organ.path.removeprefix('id/agent/')}/{slug(words)}"
    post = graph.iri(post_path)
    graph.type(post, ORG.Post)
    if organ.label:
        graph.labels(post, f"{words[:1].upper()}{words[1:].lower()} {organ.label}")
        graph.agent(organ)
    graph.add(post, ORG.postIn, graph.iri(organ.path))
    graph.evidence(post, span)
    who, where = person.removeprefix("id/person/"), post_path.removeprefix("id/post/")
    membership = graph.iri(f"id/membership/{who.replace('/', '.')}/{where.replace('/', '.')}")
    graph.type(membership, ORG.Membership)
    graph.add(membership, ORG.member, graph.iri(person))
    graph.add(membership, ORG.organization, graph.iri(organ.path))
    graph.add(membership, ORG.role, post)
    if former:
        graph.text_value(membership, DCTERMS.description, "nguyên (đã thôi giữ chức)")
    graph.evidence(membership, span)


def agent_key(mention: AgencyMention) -> tuple[int, int, str]:
    """Key a mention of a body by its place and what it fits."""
    return mention.span.start, mention.span.end, mention.record or mention.group or mention.name


def _recipients(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    number = 0
    for mention in linked.findings.recipients:
        words = graph.text.words(mention.span)
        if mention.filed:
            if mention.unit:
                graph.value(node, PIO.draftingUnit, mention.unit)
            continue
        number += 1
        line = graph.iri(f"{linked.ref.path}/distribution/{number}")
        graph.type(line, PIO.Distribution)
        graph.add(node, PIO.hasDistribution, line)
        graph.text_value(line, PIO.nameAsWritten, words)
        graph.text_value(line, PIO.distributionPurpose, mention.purpose)
        for agent in mention.agents:
            ref = linked.agents.get(agent_key(agent))
            if ref is not None:
                graph.add(line, PIO.recipient, graph.agent(ref))
        graph.evidence(line, mention.span)


def _inline(linked: LinkedPart) -> set[Item]:
    """Find the numbered lines that name their body and say its duty at once: sections without a heading."""
    tasks = sorted((task.span for task in linked.findings.tasks), key=lambda span: span.start)
    starts = [span.start for span in tasks]
    found: set[Item] = set()
    for item in linked.part.items:
        if item.mark is Mark.NUMBER and item.zone is Zone.ORGANISATION and not item.heading:
            first, last = (bisect_left(starts, place) for place in (item.content.start, item.content.end))
            if any(span.end <= item.content.end for span in tasks[first:last]):
                found.add(item)
    return found


def section_numbers(linked: LinkedPart) -> set[str]:
    """List the printed paths of a document's sections."""
    inline = _inline(linked)
    items = {item.path for item in linked.part.items if item.path and (item.heading or item in inline)}
    return items | {group.path for table in linked.part.tables for group in table.groups if group.path}


def _sections(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    """Describe the headed parts; row groups of a table are sections of the document in which it stands."""
    part = linked.part
    met: dict[str, int] = {}
    lines = _inline(linked)
    for item in part.items:
        inline = item in lines
        if not (item.heading or inline) or not item.path:
            continue
        heading = "" if inline or item.mark is Mark.ARTICLE else graph.text.words(item.content)
        section = _section(graph, node, linked, item.path, heading, item.span, met)
        if heading:
            graph.themes(section, linked.findings.heading_themes.get(item.content, ()), item.content)
    for table in part.tables:
        for group in table.groups:
            if group.path:
                heading = graph.text.words(group.heading)
                section = _section(graph, node, linked, group.path, heading, group.heading, met)
                graph.themes(section, linked.findings.heading_themes.get(group.heading, ()), group.heading)


def _section(
    graph: SourceGraph, node: Iri, linked: LinkedPart, path: str, heading: str, span: Span, met: dict[str, int]
) -> Iri:
    """Describe one section; a number that is printed again in the same document makes a second section."""
    met[path] = met.get(path, 0) + 1
    again = f"-{met[path]}" if met[path] > 1 else ""
    section = graph.iri(section_path(linked.ref, path) + again)
    graph.type(section, PIO.Section)
    graph.add(node, PIO.hasSection, section)
    graph.add(section, PIO.sectionOf, node)
    graph.value(section, PIO.sectionNumber, path)
    graph.text_value(section, PIO.heading, heading.rstrip(" :") if heading else "")
    graph.labels(section, f"{path}. {heading}" if heading else path)
    graph.evidence(section, span)
    return section


def section_path(ref: DocumentRef, path: str) -> str:
    """Mint the path of a section: {document in which it stands}/s/{path}."""
    return f"{ref.path}/s/{section_segment(path)}"


def describe_cited(
    graph: SourceGraph, ref: DocumentRef, knowledge: Knowledge, date: str, issuer: AgentRef | None, title: str
) -> None:
    """Describe a document that is only cited, by what the authority or the citations say of it."""
    node = graph.iri(ref.path)
    graph.type(node, *document_classes(ref, knowledge, is_party(ref)))
    graph.labels(node, document_label(ref, knowledge, ref.date or date, issuer.label if issuer else "", title))
    graph.code(node, PIO.documentType, "doctype", ref.form)
    graph.value(node, PIO.documentKey, ref.path.removeprefix("id/"))
    if ref.symbol:
        graph.value(node, PIO.symbol, ref.symbol)
        graph.value(node, PIO.number, ref.number)
        graph.identified(node, ref.symbol)
    graph.text_value(node, DCTERMS.title, title)
    graph.date(node, PIO.documentDate, ref.date or date)
    if issuer is not None:
        graph.add(node, PIO.issuedBy, graph.agent(issuer))
    if ref.key is not None:
        area = "viet-nam" if ref.key.area == "tw" else ref.key.area
        if area in knowledge.areas:
            graph.add(node, PIO.jurisdiction, CODE[f"area/{area}"])
    if ref.draft:
        graph.code(node, PIO.documentStatus, "status", "planned")
    for candidate in ref.candidates:
        graph.add(node, PIO.candidateDocument, graph.iri(candidate))


def key_words(ref: DocumentRef) -> str:
    """Fold the label of a document for search."""
    return search_key(ref.name or ref.symbol)
