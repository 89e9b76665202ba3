"""Sections as RDF: the headed parts of a document and the row groups of its tables."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.identifiers import section_segment
from kgbuild.model import Span
from kgbuild.model.entities import DocumentRef
from kgbuild.model.linked import LinkedPart
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.namespaces import PIO, Iri
from kgbuild.statements.builder import SourceGraph


@dataclass(frozen=True, slots=True)
class _Headed:
    """A section as printed: the path of its marks, what it is called (None: nothing), the passage that shows it."""

    number: str
    heading: Span | None
    span: Span


def describe_sections(graph: SourceGraph, node: Iri, linked: LinkedPart) -> None:
    """Describe the headed parts; row groups of a table are sections of the document in which it stands."""
    for path, headed in _minted(linked):
        section, heading = graph.iri(path), graph.text.words(headed.heading) if headed.heading else ""
        graph.type(section, PIO.Section)
        graph.add(node, PIO.hasSection, section)
        graph.add(section, PIO.sectionOf, node)
        graph.value(section, PIO.sectionNumber, headed.number)
        graph.text_value(section, PIO.heading, heading.rstrip(" :"))
        graph.labels(section, f"{headed.number}. {heading}" if heading else headed.number)
        graph.evidence(section, headed.span)
        if headed.heading and heading:
            graph.themes(section, linked.findings.heading_themes.get(headed.heading, ()), headed.heading)


def section_path(ref: DocumentRef, path: str) -> str:
    """Mint the path of a section: {document in which it stands}/s/{path}."""
    return f"{ref.path}/s/{section_segment(path)}"


def section_places(linked: LinkedPart) -> dict[str, list[tuple[int, str]]]:
    """List by printed number where the sections of a document begin, in reading order, with their paths."""
    places: dict[str, list[tuple[int, str]]] = {}
    for path, headed in _minted(linked):
        places.setdefault(headed.number, []).append((headed.span.start, path))
    return {number: sorted(found) for number, found in places.items()}


def _minted(linked: LinkedPart) -> Iterator[tuple[str, _Headed]]:
    """Mint the paths of the sections; a number that is printed again in the same document makes a second section."""
    met: dict[str, int] = {}
    for headed in _headed(linked):
        met[headed.number] = again = met.get(headed.number, 0) + 1
        yield section_path(linked.ref, headed.number) + (f"-{again}" if again > 1 else ""), headed


def _headed(linked: LinkedPart) -> Iterator[_Headed]:
    """List the headed items of a document, then the row groups of its tables."""
    for item in _items(linked):
        named = item.heading and item.mark is not Mark.ARTICLE
        yield _Headed(item.path, item.content if named else None, item.span)
    for table in linked.part.tables:
        for group in table.groups:
            if group.path:
                yield _Headed(group.path, group.heading, group.heading)


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
