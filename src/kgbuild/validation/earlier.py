"""What the last build left, so that only documents that changed are checked anew, and a report says what changed.

A check that compares documents (`across`) always looks at the whole store. Any other looks from a node to what that
node mentions; it need not run again for a source of which neither a node nor anything that a node mentions has changed.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from kgbuild.errors import DataError
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import CODE, DCTERMS, PIO, RDF, SH, Iri
from kgbuild.validation.report import Finding, ValidationReport, plain

# What these graphs say is of a build, not of documents: the whole store is asked.
_NOT_CHECKED: Final = ("/graph/report", "/graph/catalog")
_TYPE: Final = f" <{RDF.type}> ".encode()


class Graphs(Protocol):
    """What is asked of a store: its graphs, and one of them as sorted N-Quads."""

    def graphs(self) -> list[Iri]:
        """List the named graphs."""

    def dump(self, graph: Iri) -> bytes:
        """Write one graph as sorted N-Quads, a quad a line."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier build: its graphs as N-Quads files, by name, and the findings of its report.

    `least` is the share of the sources that must have stayed as they were: below it, to ask all again is quicker than
    to cut out what changed.
    """

    graphs: dict[Iri, Path]
    findings: tuple[Finding, ...]
    least: float = 0.9

    def unchanged(self, now: Mapping[Iri, bytes], base: str) -> frozenset[Iri]:
        """Name the graphs whose own checks would find the same again; *now* are the graphs of this build.

        None does when the vocabulary has changed: code lists and classes reach everywhere. What is inferred gives no
        node its first type and is nobody's own.
        """
        ontology, sources, inferred = (f"{base}graph/{name}" for name in ("ontology", "source/", "inferred"))
        then = {graph: path.read_bytes() for graph, path in self.graphs.items() if _checked(graph)}
        changed = {graph for graph in now.keys() | then.keys() if now.get(graph) != then.get(graph)}
        if ontology in changed:
            return frozenset()
        touched: set[bytes] = set()
        for graph in changed:
            new, old = (set(found.get(graph, b"").splitlines()) for found in (now, then))
            # Two sources may speak of one node: of a source that changed, every node counts.
            touched.update(_subject(line) for line in (new | old if graph.startswith(sources) else new ^ old))
        kept = frozenset(
            graph
            for graph, quads in now.items()
            if graph not in changed and graph != inferred and touched.isdisjoint(quads.split())
        )
        share = sum(g.startswith(sources) for g in kept) / max(1, sum(g.startswith(sources) for g in now))
        return kept if share >= self.least else frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """What has to be checked again: N-Quads with all that is said of `nodes` and of what they mention."""

    nquads: bytes
    nodes: frozenset[str]


def read_graphs(store: Graphs) -> dict[Iri, bytes]:
    """Read the graphs of a store as sorted N-Quads, but for those that tell of builds and not of documents."""
    return {graph: store.dump(graph) for graph in store.graphs() if _checked(graph)}


def part(now: Mapping[Iri, bytes], kept: Collection[Iri], base: str) -> Part:
    """Cut out what is not in the graphs *kept*: the nodes that other graphs give a type, and their surroundings."""
    inferred = f"{base}graph/inferred"
    due = b"".join(quads for graph, quads in now.items() if graph not in kept and graph != inferred)
    others = [quads for graph, quads in now.items() if graph in kept or graph == inferred]
    lines = due.splitlines(keepends=True)
    subjects = {_subject(line) for line in lines}
    own = due + _lines_of(subjects, others)
    # An IRI is one word of a line; other words are no subjects.
    beside = _lines_of(set(own.split()) - subjects, others)
    nodes = frozenset(_subject(line).decode()[1:-1] for line in lines if _TYPE in line)
    return Part(own + beside, nodes)


def nodes_of(quads: bytes) -> set[str]:
    """Give the IRIs of the subjects of N-Quads."""
    return {subject.decode()[1:-1] for subject in {_subject(line) for line in quads.splitlines()}}


def _lines_of(subjects: set[bytes], graphs: Iterable[bytes]) -> bytes:
    """Pick the lines about some subjects."""
    return b"".join(line for quads in graphs for line in quads.splitlines(keepends=True) if _subject(line) in subjects)


def read_earlier(folder: Path, report: Iterable[Statement], shapes: Path) -> Earlier | None:
    """Take up a build from its folder of graphs and its report; None when it was judged by other shapes.

    Raises DataError where the report cannot be read back.
    """
    said = list(report)
    if not any(s.predicate == PIO.inputHash and s.object == Literal(basis(shapes)) for s in said):
        return None
    return Earlier(graph_files(folder), tuple(read_findings(said)))


def graph_files(folder: Path) -> dict[Iri, Path]:
    """Find the graphs of a folder of N-Quads files, one graph a file."""
    found = {}
    for path in sorted(folder.glob("*.nq")):
        with path.open(encoding="utf-8") as file:
            first = file.readline()
        if first:
            found[Iri(first.rstrip().removesuffix("> .").rpartition("<")[2])] = path
    return found


def _checked(graph: str) -> bool:
    return not graph.endswith(_NOT_CHECKED)


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def basis(shapes: Path) -> str:
    """Hash what findings depend on besides the graph: the shapes, and this package."""
    whole = hashlib.sha256()
    for file in (*sorted(shapes.glob("*.ttl")), *sorted(Path(__file__).parent.glob("*.py"))):
        whole.update(file.name.encode() + b"\n" + file.read_bytes())
    return whole.hexdigest()


def read_findings(statements: Iterable[Statement]) -> Iterator[Finding]:
    """Read the findings of a report back from its statements. Raises DataError where one is incomplete."""
    results: dict[Iri, dict[str, list[Term]]] = {}
    for subject, predicate, value, _ in statements:
        results.setdefault(subject, {}).setdefault(predicate, []).append(value)
    for node, said in results.items():
        if SH.ValidationResult in said.get(RDF.type, []):
            try:
                yield _finding(node, said)
            except (KeyError, IndexError) as error:
                raise DataError(f"{node}: the finding lacks {error}") from error


def _finding(node: Iri, said: dict[str, list[Term]]) -> Finding:
    def iri(predicate: str) -> Iri | None:
        return next((Iri(str(value)) for value in said.get(predicate, [])), None)

    messages = {value.language: value.value for value in said[SH.resultMessage] if isinstance(value, Literal)}
    return Finding(
        iri=node,
        shape=Iri(str(said[SH.sourceShape][0])),
        severity=str(said[SH.resultSeverity][0]).removeprefix(SH[""]),
        origin=str(said[PIO.faultOrigin][0]).removeprefix(CODE["faultorigin/"]),
        focus=Iri(str(said[SH.focusNode][0])),
        path=iri(SH.resultPath),
        value=next(iter(said.get(SH.value, [])), None),
        message_vi=messages["vi"],
        message_en=messages["en"],
        component=Iri(str(said[SH.sourceConstraintComponent][0])),
        constraint=iri(SH.sourceConstraint),
        source_graph=iri(DCTERMS.source),
        evidence=tuple(sorted(Iri(str(value)) for value in said.get(PIO.evidence, []))),
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """How one report differs from the one before it: findings that came, and that went, in the order of reports.

    `first` tells that there was no report before it with which to compare.
    """

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    first: bool = False

    def to_json(self) -> str:
        """Write both lists as JSON, in the form of the report's findings."""
        body = {"first": self.first, "new": [plain(f) for f in self.new], "gone": [plain(f) for f in self.gone]}
        return json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def changes(before: Iterable[Finding] | None, after: Iterable[Finding]) -> Changes:
    """Compare findings by what makes them the same: shape, focus, path and value."""
    if before is None:
        return Changes(first=True)
    then, now = {f.key: f for f in before}, {f.key: f for f in after}
    new, gone = ([f for key, f in one.items() if key not in other] for one, other in ((now, then), (then, now)))
    return Changes(ValidationReport.of(new).findings, ValidationReport.of(gone).findings)
