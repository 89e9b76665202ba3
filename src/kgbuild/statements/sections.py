"""Sections as RDF: the headed parts of a document and the row groups of its tables."""

from bisect import bisect_left

from kgbuild.identifiers import section_segment
from kgbuild.model import Span
from kgbuild.model.entities import DocumentRef
from kgbuild.model.linked import LinkedPart
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.namespaces import PIO, Iri
from kgbuild.statements.builder import SourceGraph


def describe_sections(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    """Describe the headed parts; row groups of a table are sections of the document in which it stands."""
    part = linked.part
    met: dict[str, int] = {}
    for item in _items(linked):
        heading = graph.text.words(item.content) if item.heading and item.mark is not Mark.ARTICLE else ""
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


def section_numbers(linked: LinkedPart) -> set[str]:
    """List the printed paths of a document's sections."""
    return {item.path for item in _items(linked)} | {
        group.path for table in linked.part.tables for group in table.groups if group.path
    }


def _items(linked: LinkedPart) -> list[Item]:
    """List the items that are sections: headed ones, points that name their body, and what is numbered with these.

    A directive heads some of its points with a body and begins others with their words: the points of its first rank
    are one row of sections, or its numbers would seem to leap.
    """
    inline = _inline(linked)
    found = {item for item in linked.part.items if item.path and (item.heading or item in inline)}
    rows = {(item.parent, item.mark) for item in found if "." not in item.path}
    return [
        item
        for item in linked.part.items
        if item in found or (item.path and "." not in item.path and (item.parent, item.mark) in rows)
    ]


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
