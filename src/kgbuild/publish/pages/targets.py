"""Targets, and the results that a report states: two things, shown in one kind of table and never mixed."""

from dataclasses import dataclass

from kgbuild.namespaces import PIO
from kgbuild.publish.index import Text
from kgbuild.publish.pages.chain import main_document
from kgbuild.publish.views import Link, Reader, Words, brief


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target, or a result that a report states."""

    text: Text
    quantity: str
    unit: str
    comparator: str
    deadline: str
    per: str
    recurrence: Link | None
    reported: bool
    document: Link | None
    anchor: str
    path: str
    words: tuple[Words, ...]


def targets_of(reader: Reader, document: str) -> tuple[TargetRow, ...]:
    """Read the targets that a document sets and the results that it reports, in printed order."""
    index = reader.index
    nodes = {n for n in index.iris(document, PIO.setsOut) if index.is_a(n, PIO.Target, PIO.ReportedResult)}
    nodes |= {*reader.within(document, PIO.Target), *reader.within(document, PIO.ReportedResult)}
    return tuple(read_target(reader, n) for n in sorted(nodes, key=lambda n: (reader.first_offset(n), n)))


def read_target(reader: Reader, node: str) -> TargetRow:
    """Read a target or a reported result as a line of a table."""
    index = reader.index
    holder = main_document(reader, node)
    deadline = index.literal(node, PIO.deadline)
    return TargetRow(
        text=index.text(node, reader.lang, PIO.targetText) or index.label(node, reader.lang),
        quantity=reader.number(index.literal(node, PIO.quantity)),
        unit=index.literal(node, PIO.unit),
        comparator=reader.code(index.iri(node, PIO.comparator)),
        deadline=reader.date(deadline),
        per=index.literal(node, PIO.appliesPer),
        recurrence=reader.concept(node, PIO.recurrence),
        reported=index.is_a(node, PIO.ReportedResult),
        document=brief(reader.link(holder)) if holder else None,
        anchor=".".join(node.rsplit("/", 2)[-2:]),
        path=reader.path(node),
        words=reader.words_of(node),
    )
