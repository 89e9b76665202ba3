"""The SHACL report as a reader needs it: each fault by origin and severity, with its place and its words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgbuild.model import Literal
from kgbuild.namespaces import DCTERMS, OA, PIO, SH, XSD, Iri
from kgbuild.publish.formats import shorten
from kgbuild.publish.index import LABELS
from kgbuild.publish.pages.chain import home_document, main_document
from kgbuild.publish.views import Link, Reader, Words

ORIGINS: Final = ("source", "linking", "extraction")
SEVERITIES: Final = ("Violation", "Warning", "Info")
# How the parts of a thing hang on it; a part without a name goes by that of its owner.
OWNERS: Final = (
    PIO.hasAssignment,
    PIO.hasCitation,
    PIO.hasSchedule,
    PIO.hasSignature,
    PIO.hasDistribution,
    PIO.hasSection,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding of a shape: who is at fault, how grave, what it says, about what, by which rule, and the words."""

    origin: str
    severity: str
    message: Link
    focus: Link
    value: Link | None
    words: tuple[Words, ...]
    rule: Link | None
    anchor: str


@dataclass(frozen=True, slots=True)
class ReadingIssue:
    """A file or a passage that could not be read or understood."""

    file: str
    message: Link
    severity: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FaultReport:
    """All findings: counts by origin and severity, then the findings by origin; beside them what could not be read."""

    counts: dict[tuple[str, str], int]
    source: tuple[Fault, ...]
    linking: tuple[Fault, ...]
    extraction: tuple[Fault, ...]
    issues: tuple[ReadingIssue, ...]


def read_faults(reader: Reader) -> FaultReport:
    """Read every finding of the report graph, gravest first within each origin; the same order in every language."""
    index = reader.index
    found = []
    for node in index.instances(SH.ValidationResult):
        fault = read_fault(reader, node)
        shape, focus = index.iri(node, SH.sourceShape) or "", index.iri(node, SH.focusNode) or ""
        found.append((SEVERITIES.index(fault.severity), shape, focus, node, fault))
    faults = [fault for *_, fault in sorted(found, key=lambda item: item[:4])]
    by_origin = {origin: tuple(fault for fault in faults if fault.origin == origin) for origin in ORIGINS}
    counts = Counter((fault.origin, fault.severity) for fault in faults)
    return FaultReport(counts, **by_origin, issues=tuple(_issues(reader)))


def _issues(reader: Reader) -> Iterator[ReadingIssue]:
    index = reader.index
    for node in index.instances(PIO.ReadingIssue):
        message = index.text(node, reader.lang, DCTERMS.description) or index.label(node, reader.lang)
        yield ReadingIssue(
            file=index.literal(node, PIO.fileName),
            message=Link(message.value, message.lang),
            severity=index.literal(node, PIO.issueSeverity),
            anchor="issue." + node.rsplit("/", 1)[-1],
        )


def read_fault(reader: Reader, node: str) -> Fault:
    """Read one result of the report."""
    index = reader.index
    origin = reader.code(index.iri(node, PIO.faultOrigin))
    severity = reader.code(index.iri(node, SH.resultSeverity)).rsplit("#", 1)[-1]
    focus = index.iri(node, SH.focusNode) or Iri(node)
    message = index.text(node, reader.lang, SH.resultMessage)
    shape = index.iri(node, SH.sourceShape)
    return Fault(
        origin=origin if origin in ORIGINS else "extraction",
        severity=severity if severity in SEVERITIES else "Violation",
        message=Link(message.value, message.lang) if message else reader.label(node),
        focus=_named(reader, focus),
        value=_shown(reader, node, focus),
        words=reader.words_of(node),
        rule=Link(shape.rpartition("#")[2], "", reader.path(shape)) if shape else None,
        anchor=node.rsplit("/", 1)[-1],
    )


def _named(reader: Reader, focus: Iri) -> Link:
    """Name the focus node; a node without a name of its own by what holds it."""
    link = reader.link(focus)
    owner = next(iter(reader.index.inbound(focus, *OWNERS)), None)
    if owner is None or any(reader.index.values(focus, prop) for prop in LABELS):
        return link
    held = reader.link(owner)
    return Link(held.text, held.lang, link.path or held.path)


def _shown(reader: Reader, node: str, focus: Iri) -> Link | None:
    """Show the offending value, unless it is the focus itself, has no name or only says yes or no."""
    value = next(iter(reader.index.values(node, SH.value)), None)
    if value is None or value == focus:
        return None
    if isinstance(value, Literal):
        return None if value.datatype == XSD.boolean else Link(shorten(reader.literal(value)), value.language or "")
    link = reader.link(value)
    return link if link.path and any(reader.index.values(value, prop) for prop in LABELS) else None


def faults_of_documents(reader: Reader) -> dict[str, list[Fault]]:
    """Group the findings by the document on whose page they belong: that of the focus node, and the one at fault."""
    index = reader.index
    grouped: dict[str, list[Fault]] = {}
    for node in index.instances(SH.ValidationResult):
        focus = index.iri(node, SH.focusNode)
        owners = {focus, *index.inbound(focus, *OWNERS)} if focus else set()
        documents = {d for o in owners for d in (o, home_document(reader, o), main_document(reader, o)) if d}
        fault = read_fault(reader, node)
        for document in documents | set(_blamed(reader, node)):
            grouped.setdefault(document, []).append(fault)
    for faults in grouped.values():
        faults.sort(key=lambda f: (SEVERITIES.index(f.severity), f.message.text, f.anchor))
    return grouped


def _blamed(reader: Reader, node: str) -> list[Iri]:
    """List the documents read in the one source that a finding is traced to, by the passages that show it."""
    index = reader.index
    if not index.values(node, DCTERMS.source):
        return []
    texts = {text for evidence in index.iris(node, PIO.evidence) for text in index.iris(evidence, OA.hasSource)}
    return [document for text in sorted(texts) for document in index.inbound(text, PIO.capturedIn)]
