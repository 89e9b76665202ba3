"""What a build says of itself: by which version each source was read, and what could not be read."""

import hashlib
from collections.abc import Iterable

from kgbuild import __version__
from kgbuild.language import search_key
from kgbuild.model import Issue, Literal, Statement
from kgbuild.namespaces import DCTERMS, PIO, PROV, RDF, RDFS, SKOS, Iri, source_graph
from kgbuild.reading import SourceReading


def describe_runs(readings: Iterable[SourceReading], base: str) -> list[Statement]:
    """State by what version each source text was read; no clock, so that equal input gives equal bytes."""
    graph = Iri(base + "graph/provenance")
    out: list[Statement] = []
    for reading in readings:
        if not reading.sha256:
            continue
        run = Iri(f"{base}id/run/{reading.key}")
        source = Iri(f"{base}id/text/{reading.sha256}")
        read = source_graph(base, reading.key)
        out += [
            Statement(read, RDF.type, PROV.Entity, graph),
            Statement(read, PROV.wasGeneratedBy, run, graph),
            Statement(read, RDFS.label, Literal(f"Những điều đọc được trong {reading.name}", language="vi"), graph),
            Statement(read, RDFS.label, Literal(f"What was read in {reading.name}", language="en"), graph),
            Statement(run, RDF.type, PIO.ExtractionRun, graph),
            Statement(run, RDF.type, PROV.Activity, graph),
            Statement(run, PROV.used, source, graph),
            Statement(run, PIO.inputHash, Literal(reading.sha256), graph),
            Statement(run, DCTERMS.hasVersion, Literal(__version__), graph),
            Statement(run, SKOS.prefLabel, Literal(f"Lượt đọc {reading.name}", language="vi"), graph),
            Statement(run, SKOS.prefLabel, Literal(f"Reading of {reading.name}", language="en"), graph),
            Statement(run, PIO.searchKey, Literal(search_key(f"Lượt đọc {reading.name}")), graph),
        ]
    return out


def describe_issues(issues: Iterable[Issue], base: str) -> list[Statement]:
    """State the files and passages that could not be read, in graph/report."""
    graph = Iri(base + "graph/report")
    out: list[Statement] = []
    for issue in sorted(issues, key=lambda i: (i.source, i.rule, i.message)):
        node = _issue_iri(issue, base)
        out += [
            Statement(node, RDF.type, PIO.ReadingIssue, graph),
            Statement(node, PIO.fileName, Literal(issue.source), graph),
            Statement(node, PIO.rule, Literal(issue.rule), graph),
            Statement(node, DCTERMS.description, Literal(issue.message, language="en"), graph),
            Statement(node, PIO.issueSeverity, Literal(str(issue.severity)), graph),
        ]
    return out


def _issue_iri(issue: Issue, base: str) -> Iri:
    """Name an issue by file, rule, place and words: one more or one less leaves the others their names."""
    said = "\x1f".join((issue.source, issue.rule, str(issue.start), str(issue.end), issue.message))
    return Iri(f"{base}id/issue/{hashlib.sha256(said.encode()).hexdigest()[:20]}")
