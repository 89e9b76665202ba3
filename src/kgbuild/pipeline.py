"""The build: sources → readings → statements → inference → validation → dumps, site and store, published at once."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kgbuild.config import Settings, resource
from kgbuild.corpus import describe_corpus
from kgbuild.errors import DataError, SourceError, StoreError, ValidationFailed
from kgbuild.extraction import knowledge_of
from kgbuild.inference import infer
from kgbuild.model import Issue, Severity
from kgbuild.model.knowledge import Knowledge
from kgbuild.namespaces import Iri, source_graph
from kgbuild.provenance import describe_issues, describe_runs
from kgbuild.publish.dataset.catalog import describe_dataset, write_catalog
from kgbuild.publish.dataset.changes import write_changes
from kgbuild.publish.dataset.citation import write_citation
from kgbuild.publish.dataset.dumps import write_dumps
from kgbuild.publish.release import CURRENT, Release, check_place
from kgbuild.publish.site import render_site
from kgbuild.reading import SourceReading
from kgbuild.readings import FAULT, read_all
from kgbuild.sources.manifest import find_sources
from kgbuild.store import Store, read_quads, serialise
from kgbuild.validation import (
    Changes,
    Earlier,
    Finding,
    ValidationReport,
    basis,
    changes,
    confirm,
    describe_shapes,
    graph_files,
    load_shapes,
    read_earlier,
    validate,
)

Progress = Callable[[str, int, int], None]
LEFT_OUT = "left-out"
"""The rule of the issue of a source whose facts break a promise of ours."""
FEW = 5
"""How many reasons one sentence tells."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: where, how much, what was doubtful, what the shapes found, seconds per stage.

    `withheld` are the sources that are not for publication, by name: for whoever builds, never for what is published.
    """

    out: Path
    documents: int
    statements: int
    issues: tuple[Issue, ...]
    report: ValidationReport
    seconds: dict[str, float]
    withheld: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The sources of which nothing is published through a fault of ours, by name."""
        return tuple(issue.source for issue in self.issues if issue.rule in (FAULT, LEFT_OUT))


@dataclass(slots=True)
class _Clock:
    """Measures the stages of one build and tells how far it is."""

    seconds: dict[str, float]
    progress: Progress
    last: float = field(default_factory=time.perf_counter)

    def mark(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(self.seconds.get(stage, 0.0) + now - self.last, 3)
        self.last = now
        self.progress(stage, 1, 1)


def build(sources: Sequence[Path], settings: Settings, progress: Progress | None = None) -> BuildResult:
    """Read *sources*, infer, validate and publish everything under `settings.out`, at once or not at all.

    Raises SourceError for a place that cannot be read at all, and where no source gives a document that may be
    published; ValidationFailed when the graph breaks a promise of
    ours (a Violation of origin extraction or linking), when an error of ours costs a source published before, or when
    pySHACL, where `settings.reference` asks it, finds anything else than we do: then what was published stays. Where
    nothing was published yet, the sources that break the promise are left out instead, each with an issue that names
    it (`BuildResult.left_out`), so that one of them does not cost the others.
    """
    seconds: dict[str, float] = {}
    clock = _Clock(seconds, progress or (lambda stage, done, total: None))
    check_place(settings.out)
    knowledge = knowledge_of()
    found = find_sources(sources)
    readings = read_all(found, knowledge, settings, lambda done, total: clock.progress("read", done, total))
    clock.mark("read")
    earlier = _earlier(settings.out)
    kept = [reading for reading in readings if not reading.withheld]
    withheld = tuple(source.name for source, reading in zip(found, readings, strict=True) if reading.withheld)
    published = graph_files(settings.out / CURRENT / "graphs")
    held = (reading for reading in kept if source_graph(settings.base_iri, reading.key) in published)
    lost = next((issue for reading in held for issue in reading.issues if issue.rule == FAULT), None)
    if lost is not None:
        raise ValidationFailed(f"{lost.message}; it was published before, so nothing was published now")
    _refuse_nothing(kept, withheld)
    store, report = _judge(kept, knowledge, settings, earlier, clock)
    while report.blocks:
        faults = _at_fault(store, report, settings)
        if published or not faults:
            raise ValidationFailed(_broken(report, [reading.name for reading in kept if reading.key in faults]))
        kept = [_left_out(reading, faults.get(reading.key)) for reading in kept]
        _refuse_nothing(kept, withheld)
        store, report = _judge(kept, knowledge, settings, earlier, clock)
    issues = tuple(issue for reading in kept for issue in reading.issues)
    store.add(
        [
            *report.statements(settings.base_iri, basis(resource("shapes"))),
            *describe_shapes(report, load_shapes(resource("shapes")), settings.base_iri),
            *describe_issues(issues, settings.base_iri),
        ]
    )
    texts = {reading.sha256: reading.text for reading in kept if reading.sha256}
    documents = sum(len(reading.captured) for reading in kept)
    del readings, kept  # the store says all that they say, and what follows needs the room
    with Release(settings.out) as folder:
        (folder / "report").mkdir(parents=True)
        (folder / "report" / "report.json").write_text(report.to_json(issues), encoding="utf-8", newline="\n")
        changed = changes(earlier.findings if earlier else None, report.findings)
        (folder / "report" / "changes.json").write_text(changed.to_json(), encoding="utf-8", newline="\n")
        issues += _publish(store, texts, settings, folder, clock)
    return BuildResult(settings.out, documents, len(store), issues, report, seconds, withheld, changed)


def _refuse_nothing(kept: list[SourceReading], withheld: tuple[str, ...]) -> None:
    """Publish no empty build: raise with what became of the sources where none of them gives a document."""
    if any(reading.captured for reading in kept):
        return
    issues = [issue for reading in kept for issue in reading.issues]
    reasons = [*(issue.message for issue in issues), *(f"{name} is not for publication" for name in withheld)]
    more = f"; and {len(reasons) - FEW} more" if len(reasons) > FEW else ""
    ours = any(issue.rule in (FAULT, LEFT_OUT) for issue in issues)
    failure = ValidationFailed if ours else SourceError
    raise failure(f"there is no document to publish, so nothing was published: {'; '.join(reasons[:FEW])}{more}")


def _judge(
    kept: list[SourceReading], knowledge: Knowledge, settings: Settings, earlier: Earlier | None, clock: _Clock
) -> tuple[Store, ValidationReport]:
    """Load what was read, infer from it, and validate the whole."""
    store = Store.memory()
    statements = [s for reading in kept for s in reading.statements]
    statements += describe_corpus(kept, knowledge, settings.base_iri)
    statements += describe_runs(kept, settings.base_iri)
    clock.mark("state")
    store.load(serialise([*statements, *describe_dataset(settings)]))
    _load_vocabulary(store, settings.base_iri)
    clock.mark("load")
    infer(store, settings)
    clock.mark("infer")
    report = validate(store, resource("shapes"), settings, earlier)
    if settings.reference:
        confirm(report, store, resource("shapes"), settings)
    clock.mark("validate")
    return store, report


def _at_fault(store: Store, report: ValidationReport, settings: Settings) -> dict[str, Finding]:
    """Find the sources whose facts break a promise, by key, with the first break."""
    place = source_graph(settings.base_iri)
    faults: dict[str, Finding] = {}
    for finding in report.blocking:
        for row in store.select(f"SELECT DISTINCT ?graph {{ GRAPH ?graph {{ <{finding.focus}> ?says ?it }} }}"):
            graph = str(row["graph"])
            if graph.startswith(place):
                faults.setdefault(graph.removeprefix(place), finding)
    return faults


def _broken(report: ValidationReport, names: list[str]) -> str:
    """Say in one sentence what breaks and where."""
    first = report.blocking[0]
    where = f"; read in {', '.join(sorted(names))}" if names else ""
    several = "s" if report.blocks > 1 else ""
    return (
        f"{report.blocks} violation{several} of ours, the first: {first.message_en} ({first.focus}){where}; "
        "nothing was published"
    )


def _left_out(reading: SourceReading, fault: Finding | None) -> SourceReading:
    """Empty the reading of a source that breaks a promise of ours: one issue stays, which says what."""
    if fault is None:
        return reading
    message = f"{reading.name} was left out: what was read of it is wrong: {fault.message_en} ({fault.focus})"
    return SourceReading(reading.key, reading.name, issues=(Issue(reading.name, LEFT_OUT, message, Severity.ERROR),))


def _earlier(out: Path) -> Earlier | None:
    """Take up the build published under *out*; one that cannot be read back is no reason to fail."""
    folder = out / CURRENT / "graphs"
    store = Store.memory()
    try:
        store.load(read_quads(folder / "report.nq"))
        return read_earlier(folder, store.quads(), resource("shapes"))
    except (StoreError, DataError, OSError):
        return None


def _load_vocabulary(store: Store, base: str) -> None:
    """Load ontology, alignments and code lists into graph/ontology."""
    graph = Iri(base + "graph/ontology")
    for path in (
        resource("ontology", "pio.ttl"),
        resource("ontology", "alignments.ttl"),
        *sorted(resource("ontology", "codelists").glob("*.ttl")),
    ):
        if path.is_file():
            store.load_turtle(path, graph)


def _publish(store: Store, texts: dict[str, str], settings: Settings, folder: Path, clock: _Clock) -> tuple[Issue, ...]:
    (folder / "text").mkdir(parents=True, exist_ok=True)
    for sha256, raw in sorted(texts.items()):
        (folder / "text" / f"{sha256}.txt").write_text(raw, encoding="utf-8", newline="")
    _write_graphs(store, settings.base_iri, folder / "graphs")
    clock.mark("graphs")
    with ThreadPoolExecutor(1) as beside:  # the engine loads without Python's lock
        loading = beside.submit(lambda: Store.open(folder / "store").load_files(sorted(folder.glob("graphs/*.nq"))))
        files = write_dumps(store, settings, folder)
        _, edition = write_catalog(store, files, settings, folder, datetime.now(UTC).date())
        issues = write_changes(store, edition, settings, folder)
        write_citation(edition, settings, folder)
        clock.mark("dumps")
        loading.result()
    clock.mark("store")
    render_site(store, texts, settings, folder)
    clock.mark("site")
    return issues


def _write_graphs(store: Store, base: str, folder: Path) -> None:
    """Write each named graph as sorted N-Quads: what was read, what was inferred, what is known, apart."""
    folder.mkdir(exist_ok=True)
    for graph in store.graphs():
        name = graph.removeprefix(base + "graph/").replace("/", ".")
        (folder / f"{name}.nq").write_bytes(store.dump(graph))
