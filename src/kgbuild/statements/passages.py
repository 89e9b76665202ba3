"""Quotations, milestones and rules of procedure as RDF: passages of a document that state more than a duty."""

from kgbuild.model import Span, integer
from kgbuild.model.linked import LinkedPart
from kgbuild.model.things import MilestoneMention, QuotationMention, RuleMention
from kgbuild.namespaces import DCTERMS, PIO, Iri
from kgbuild.statements.builder import SourceGraph, piece_path
from kgbuild.statements.work import place_in_section

_REVIEWS = {"so-ket": "Sơ kết", "tong-ket": "Tổng kết"}
_LABEL_WORDS = 24


def describe_passages(graph: SourceGraph, linked: LinkedPart, owner: str) -> None:
    """Describe what a captured document quotes, which reviews it orders and which rules of procedure it gives."""
    for quotation in linked.findings.quotations:
        _quotation(graph, linked, quotation)
    for milestone in linked.findings.milestones:
        _milestone(graph, linked, milestone, owner)
    for rule in linked.findings.rules:
        _rule(graph, linked, rule, owner)


def _first_words(words: str) -> str:
    return " ".join(words.split()[:_LABEL_WORDS])


def _quotation(graph: SourceGraph, linked: LinkedPart, quotation: QuotationMention) -> None:
    """Describe words of another document; what a document quotes of itself is no quotation."""
    source = next((c.cited.path for c in linked.citations if c.mention.span == quotation.quoted), "")
    if not source or source == linked.ref.path:
        return
    node = graph.iri(piece_path(graph, linked.ref.path, "quotation", quotation.section, quotation.span))
    words = graph.text.words(quotation.span)
    graph.type(node, PIO.Quotation)
    graph.labels(node, f"“{_first_words(words)} …”")
    graph.text_value(node, PIO.quoteText, words)
    graph.add(node, PIO.quotedFrom, graph.iri(source))
    graph.add(node, DCTERMS.isPartOf, graph.iri(linked.ref.path))
    place_in_section(graph, node, quotation.section, quotation.span)
    graph.evidence(node, quotation.span)


def _set_out(graph: SourceGraph, linked: LinkedPart, node: Iri, section: str, span: Span) -> None:
    document = graph.iri(linked.ref.path)
    graph.add(document, PIO.setsOut, node)
    graph.add(node, PIO.setOutIn, document)
    place_in_section(graph, node, section, span)


def _milestone(graph: SourceGraph, linked: LinkedPart, milestone: MilestoneMention, owner: str) -> None:
    path = piece_path(graph, owner, "milestone", milestone.section, milestone.span)
    node, schedule = graph.iri(path), graph.iri(f"{path}/schedule")
    time = graph.text.words(milestone.time)
    graph.type(node, PIO.Milestone)
    graph.labels(node, f"{_REVIEWS[milestone.kind]} {time}")
    graph.text_value(node, DCTERMS.description, graph.text.words(milestone.span))
    graph.year(node, PIO.deadline, milestone.end_year)
    graph.add(node, PIO.hasSchedule, schedule)
    graph.type(schedule, PIO.Schedule)
    graph.text_value(schedule, PIO.scheduleText, time)
    graph.year(schedule, PIO.startYear, milestone.start_year)
    graph.year(schedule, PIO.endYear, milestone.end_year)
    graph.date(schedule, PIO.endDate, milestone.end_date)
    graph.code(schedule, PIO.recurrence, "frequency", milestone.recurrence)
    graph.evidence(schedule, milestone.time)
    _set_out(graph, linked, node, milestone.section, milestone.span)
    graph.evidence(node, milestone.span)


def _rule(graph: SourceGraph, linked: LinkedPart, rule: RuleMention, owner: str) -> None:
    node = graph.iri(piece_path(graph, owner, "rule", rule.section, rule.span))
    words = graph.text.words(rule.span)
    graph.type(node, PIO.ProcedureRule)
    graph.labels(node, _first_words(words))
    graph.text_value(node, DCTERMS.description, words)
    if rule.limit:
        graph.text_value(node, PIO.limitText, graph.text.words(rule.limit.span))
        graph.add(node, PIO.limitQuantity, integer(rule.limit.quantity))
        graph.text_value(node, PIO.limitUnit, rule.limit.unit)
        graph.code(node, PIO.limitDirection, "limitdirection", rule.limit.direction)
        graph.text_value(node, PIO.limitEvent, graph.text.words(rule.limit.event))
    if rule.reference:
        graph.text_value(node, PIO.legalReference, graph.text.words(rule.reference))
    _set_out(graph, linked, node, rule.section, rule.span)
    graph.evidence(node, rule.span)
