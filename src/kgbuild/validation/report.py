"""What validation found: findings with stable IRIs, counted, as SHACL report RDF and as JSON."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgbuild.model import Issue, Literal, Statement, Term, boolean
from kgbuild.namespaces import CODE, DCTERMS, PIO, RDF, RDFS, SH, Iri
from kgbuild.validation.shapes import Check

_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_VARIABLE = re.compile(r"\{[?$](\w+)\}")
_LONGEST = 120  # characters of a value in a message: enough to know a task by
_RANK = {"Violation": 0, "Warning": 1, "Info": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one node: which shape says so, whose fault it is, and the words that show it.

    `iri` is made of shape, focus, path and value, so that the same fault keeps its name from build to build.
    `source_graph` is the graph of the one source that speaks of the focus, None where several or none do; `evidence`
    are the passages that show it.
    """

    iri: Iri
    shape: Iri
    severity: str
    origin: str
    focus: Iri
    path: Iri | None
    value: Term | None
    message_vi: str
    message_en: str
    component: Iri
    constraint: Iri | None = None
    source_graph: Iri | None = None
    evidence: tuple[Iri, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes this finding the same in another run or another engine."""
        return finding_key(self.shape, self.focus, self.path, self.value)


def finding_key(shape: str, focus: str, path: str | None, value: Term | None) -> tuple[str, str, str, str]:
    """Write shape, focus, path and value as strings; a literal keeps its datatype and language."""
    written = value if not isinstance(value, Literal) else f'"{value.value}"^^{value.datatype}@{value.language}'
    return str(shape), str(focus), path or "", written or ""


def finding_iri(base: str, key: tuple[str, str, str, str]) -> Iri:
    """Mint the IRI of a finding: a hash of its key, below the base."""
    return Iri(f"{base}id/finding/{hashlib.sha256(chr(10).join(key).encode()).hexdigest()[:20]}")


def fill(message: str, row: Mapping[str, Term]) -> str:
    """Put the values of a row into a message, long ones cut; a variable without a value reads "…".

    >>> fill("{?a} {?b}", {"a": Literal("1")})
    '1 …'
    """

    def written(match: re.Match[str]) -> str:
        value = row.get(match[1])
        text = "" if value is None else value.value if isinstance(value, Literal) else str(value)
        return text if 0 < len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"

    return _VARIABLE.sub(written, message)


def in_vietnamese(message: str) -> str:
    """Write the days of a message as in Vietnamese.

    >>> in_vietnamese("ngày 2025-06-19")
    'ngày 19/06/2025'
    """
    return _ISO_DAY.sub(r"\3/\2/\1", message)


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """The findings of one run, sorted by severity, origin, shape and place."""

    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, findings: list[Finding]) -> "ValidationReport":
        """Sort findings; of several with one key the first in order of message stays, with the passages of all."""
        kept: dict[Iri, Finding] = {}
        passages: dict[Iri, set[Iri]] = {}
        for finding in sorted(findings, key=lambda f: (f.message_vi, f.message_en, f.component)):
            kept.setdefault(finding.iri, finding)
            passages.setdefault(finding.iri, set()).update(finding.evidence)
        whole = [replace(f, evidence=tuple(sorted(passages[iri]))) for iri, f in kept.items()]
        return cls(tuple(sorted(whole, key=lambda f: (_RANK[f.severity], f.origin, f.key))))

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """Count the findings by (origin, severity), sorted."""
        return dict(sorted(Counter((f.origin, f.severity) for f in self.findings).items()))

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that stop a release: Violations of which we are the cause."""
        return tuple(f for f in self.findings if f.severity == "Violation" and f.origin != "source")

    @property
    def blocks(self) -> int:
        """How many findings stop a release."""
        return len(self.blocking)

    def statements(self, base: str, basis: str = "") -> list[Statement]:
        """Describe the report in SHACL, in `{base}graph/report`, sorted and without blank nodes.

        *basis* is the hash of the shapes that it was made with.
        """
        graph, report = Iri(f"{base}graph/report"), Iri(f"{base}id/report")
        found = [
            Statement(report, RDF.type, SH.ValidationReport, graph),
            Statement(report, SH.conforms, boolean(not self.findings), graph),
        ]
        if basis:
            found.append(Statement(report, PIO.inputHash, Literal(basis), graph))
        for finding in self.findings:
            found.append(Statement(report, SH.result, finding.iri, graph))
            found.extend(Statement(finding.iri, p, o, graph) for p, o in _describe(finding))
        return sorted(found, key=lambda s: (s.subject, s.predicate, repr(s.object)))

    def to_json(self, issues: Iterable[Issue] = ()) -> str:
        """Write the report as JSON: counts, how many findings block, the findings in order, what could not be read."""
        counts: dict[str, dict[str, int]] = {}
        for (origin, severity), number in self.counts.items():
            counts.setdefault(origin, {})[severity] = number
        body = {
            "blocks": self.blocks,
            "counts": counts,
            "findings": [plain(f) for f in self.findings],
            "issues": [
                {"file": i.source, "rule": i.rule, "message": i.message, "severity": str(i.severity)}
                for i in sorted(issues, key=lambda i: (i.source, i.rule, i.message))
            ],
        }
        return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _describe(finding: Finding) -> Iterator[tuple[Iri, Term]]:
    """Give the properties of one sh:ValidationResult."""
    yield RDF.type, SH.ValidationResult
    yield SH.focusNode, finding.focus
    yield SH.sourceShape, finding.shape
    yield SH.resultSeverity, SH[finding.severity]
    yield SH.sourceConstraintComponent, finding.component
    yield SH.resultMessage, Literal(finding.message_vi, language="vi")
    yield SH.resultMessage, Literal(finding.message_en, language="en")
    yield PIO.faultOrigin, CODE[f"faultorigin/{finding.origin}"]
    if finding.constraint:
        yield SH.sourceConstraint, finding.constraint
    if finding.path:
        yield SH.resultPath, finding.path
    if finding.value is not None:
        yield SH.value, finding.value
    if finding.source_graph:
        yield DCTERMS.source, finding.source_graph
    for passage in finding.evidence:
        yield PIO.evidence, passage


def describe_shapes(report: ValidationReport, checks: Iterable[Check], base: str) -> Iterator[Statement]:
    """Say of each shape that *report* names what it is called and whose fault it tells, in the report's own graph."""
    graph, named = Iri(f"{base}graph/report"), {finding.shape for finding in report.findings}
    for check in checks:
        if check.iri not in named:
            continue
        said: list[tuple[Iri, Term]] = [
            (RDF.type, SH.Shape),
            (RDF.type, SH.PropertyShape if check.path else SH.NodeShape),
            (SH.severity, SH[check.severity]),
            (PIO.faultOrigin, CODE[f"faultorigin/{check.origin}"]),
            *((RDFS.label, Literal(text, language=language)) for language, text in check.label.items()),
        ]
        if check.path:
            said.append((SH.path, check.path))
        if check.sparql:
            said.append((SH.sparql, check.sparql))
            yield Statement(check.sparql, RDF.type, SH.SPARQLConstraint, graph)
        yield from (Statement(check.iri, p, o, graph) for p, o in said)


def plain(finding: Finding) -> dict[str, object]:
    """Give a finding as a JSON object."""
    value = finding.value
    return {
        "iri": finding.iri,
        "shape": finding.shape,
        "severity": finding.severity,
        "origin": finding.origin,
        "focus": finding.focus,
        "path": finding.path,
        "value": value.value if isinstance(value, Literal) else value,
        "message": {"vi": finding.message_vi, "en": finding.message_en},
        "source": finding.source_graph,
        "evidence": list(finding.evidence),
    }
