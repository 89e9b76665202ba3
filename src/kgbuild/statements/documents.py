"""Documents as RDF: captured ones with head and issue, cited ones by what is said of them, the source text."""

import datetime

from kgbuild.model import Literal, boolean
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart
from kgbuild.namespaces import CODE, DCTERMS, PIO, SKOS, Iri
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.distribution import describe_recipients
from kgbuild.statements.people import describe_signature
from kgbuild.statements.sections import describe_sections

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
    between = " " if short.lower().startswith("của ") else ": "  # "Chương trình hành động của Chính phủ …"
    return f"{name}{between}{short}" if name and short else name or short


def describe_source_text(graph: SourceGraph, file_name: str) -> None:
    """Describe the text that was read from the source file."""
    graph.type(graph.source, PIO.SourceText)
    graph.value(graph.source, PIO.sha256, graph.sha256)
    graph.value(graph.source, PIO.fileName, file_name)
    graph.labels(graph.source, f"Văn bản nguồn {file_name}", f"Source text {file_name}")


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
    _effect(graph, node, linked)
    _issue(graph, node, linked, knowledge)
    describe_signature(graph, node, linked, knowledge)
    describe_recipients(graph, node, linked)
    describe_sections(graph, node, linked)


def _effect(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    """State when the document takes effect; that which counts from its signing needs the day of that."""
    effect = linked.findings.effect
    if effect is None or not (effect.date or linked.date):
        return
    signed = datetime.date.fromisoformat(linked.date) + datetime.timedelta(days=effect.days) if linked.date else None
    graph.date(node, PIO.effectiveDate, effect.date or (signed.isoformat() if signed else ""))
    graph.evidence(node, effect.span, PIO.effectiveDate)


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
        issued = () if linked.part.head.draft else (PIO.documentStatus,)
        graph.evidence(node, linked.symbol_span, PIO.symbol, PIO.number, *issued)


def _issue(graph: SourceGraph, node: Iri, linked: LinkedPart, knowledge: Knowledge) -> None:
    part, ref = linked.part, linked.ref
    if part.kind == "news":
        if part.publisher and linked.issuer:
            graph.add(node, PIO.issuedBy, graph.agent(linked.issuer))
            graph.evidence(node, part.publisher, PIO.issuedBy)
    elif linked.issuer and part.kind == "document":
        graph.add(node, PIO.issuedBy, graph.agent(linked.issuer))
        graph.evidence(node, linked.issuer_span, PIO.issuedBy, PIO.jurisdiction)
        for body, span in linked.beside:
            graph.add(node, PIO.issuedBy, graph.agent(body))
            graph.evidence(node, span, PIO.issuedBy)
    area = "viet-nam" if linked.area == "tw" else linked.area
    if area in knowledge.areas:
        graph.code(node, PIO.jurisdiction, "area", area)
    if part.kind != "news":
        if ref.key and part.kind == "document":
            normative = ref.key.form.endswith("-qppl") or ref.form in knowledge.forms("law")
            graph.add(node, PIO.normative, Literal("true" if normative else "false" if ref.symbol else "unknown"))
        graph.code(
            node, PIO.documentStatus, "status", "draft" if part.head.draft else "issued" if ref.symbol else "unknown"
        )


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
