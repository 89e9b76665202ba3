"""The build: sources → readings → statements → inference → validation → dumps, site and store, published at once."""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kgbuild import __version__
from kgbuild.config import Settings, resource
from kgbuild.corpus import describe_corpus
from kgbuild.errors import DataError, StoreError, ValidationFailed
from kgbuild.inference import infer
from kgbuild.model import Issue, Literal, Severity, Statement
from kgbuild.model.knowledge import Knowledge
from kgbuild.namespaces import CODE, DCTERMS, PIO, PROV, RDF, RDFS, SKOS, Iri
from kgbuild.publish.catalog import describe_dataset, write_catalog
from kgbuild.publish.changes import write_changes
from kgbuild.publish.citation import write_citation
from kgbuild.publish.dumps import write_dumps
from kgbuild.publish.release import CURRENT, Release
from kgbuild.publish.site import render_site
from kgbuild.reading import Reader, SourceReading
from kgbuild.readings import read_all, read_one
from kgbuild.resolution.authorities import load_knowledge
from kgbuild.sources.manifest import Source, find_sources
from kgbuild.store import Store, read_quads, serialise
from kgbuild.validation import (
    Changes,
    Earlier,
    Finding,
    ValidationReport,
    basis,
    changes,
    describe_shapes,
    graph_files,
    load_shapes,
    read_earlier,
    validate,
)

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: where, how much, what was doubtful, what the shapes found, seconds per stage."""

    out: Path
    documents: int
    statements: int
    issues: tuple[Issue, ...]
    report: ValidationReport
    seconds: dict[str, float]
    withheld: int = 0
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: statements, issues, and (when asked) how each fact was read."""

    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
    explanations: list[dict[str, object]] = field(default_factory=list)


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


THEME_CUES = "SELECT ?theme ?cue { ?theme skos:inScheme code:theme ; skos:altLabel ?cue }"
FIELD_NAMES = "SELECT ?cue { code:theme skos:hiddenLabel ?cue }"


def knowledge_of() -> Knowledge:
    """Load the tables of knowledge and the cue phrases of the themes."""
    store = Store.memory()
    store.load_turtle(resource("ontology", "codelists", "theme.ttl"), CODE["theme"])
    themes: dict[str, list[str]] = {}
    for code, query in (("theme", THEME_CUES), ("", FIELD_NAMES)):
        for row in store.select(query):
            cue = row["cue"]
            if isinstance(cue, Literal):
                themes.setdefault(code and str(row["theme"]).rsplit("/", 1)[-1], []).append(cue.value)
    return load_knowledge(resource("data", "authorities"), {code: tuple(sorted(cues)) for code, cues in themes.items()})


def extract(path: Path, settings: Settings, explain: bool = False, undated: str = "") -> Extraction:
    """Read one document: the same IRIs as a build of many, with what the tables know of the bodies it names.

    Where it prints no date, its bodies and places are those of the day *undated* (ISO), if one is given.
    Raises SourceError naming the file when it is not there.
    """
    knowledge = knowledge_of()
    reader = Reader(knowledge, settings.base_iri, undated)
    source = next(s for s in find_sources([path]))
    reading = read_one(reader, _with_manifest(source), settings)
    statements = (*reading.statements, *describe_corpus([reading], knowledge, settings.base_iri))
    return Extraction(tuple(sorted(set(statements))), reading.issues, _explain(reading) if explain else [])


def _with_manifest(source: Source) -> Source:
    """Give a single file the id that the manifest of its folder gives it."""
    if not (source.path.parent / "sources.toml").is_file():
        return source
    return next((s for s in find_sources([source.path.parent]) if s.path == source.path), source)


def _explain(reading: SourceReading) -> list[dict[str, object]]:
    """List the assignments, citations and signatures of a reading with rule, words and confidence."""
    facts: dict[Iri, dict[str, object]] = {}
    words = {
        s.subject: s.object.value
        for s in reading.statements
        if s.predicate == PIO.nameAsWritten and isinstance(s.object, Literal)
    }
    for statement in reading.statements:
        name = {PIO.rule: "rule", PIO.confidence: "confidence", PIO.resolution: "resolution"}.get(statement.predicate)
        if name:
            value = (
                statement.object.value if isinstance(statement.object, Literal) else statement.object.rsplit("/", 1)[-1]
            )
            facts.setdefault(statement.subject, {"fact": statement.subject})[name] = value
    return [{**fact, "words": words.get(node, "")} for node, fact in sorted(facts.items())]


def build(sources: Sequence[Path], settings: Settings, progress: Progress | None = None) -> BuildResult:
    """Read *sources*, infer, validate and publish everything under `settings.out`, at once or not at all.

    A new source whose facts break a promise of ours (a Violation of origin extraction or linking) is left out, with
    an issue that names it. Raises SourceError for a place that cannot be read at all, ValidationFailed when the break
    lies elsewhere, or in a source published before: then what was published stays.
    """
    seconds: dict[str, float] = {}
    clock = _Clock(seconds, progress or (lambda stage, done, total: None))
    knowledge = knowledge_of()
    found = find_sources(sources)
    readings = read_all(found, knowledge, settings, lambda done, total: clock.progress("read", done, total))
    clock.mark("read")
    earlier = _earlier(settings.out)
    kept = [reading for reading in readings if not reading.withheld]
    store, report = _judge(kept, knowledge, settings, earlier, clock)
    while report.blocks:
        faults = _new_at_fault(store, report, settings)
        if not faults:
            first = report.blocking[0]
            raise ValidationFailed(
                f"{report.blocks} violations of ours, the first: {first.message_en} ({first.focus}); "
                "nothing was published"
            )
        kept = [_left_out(reading, faults.get(reading.key)) for reading in kept]
        store, report = _judge(kept, knowledge, settings, earlier, clock)
    issues = tuple(issue for reading in kept for issue in reading.issues)
    store.add(
        [
            *report.statements(settings.base_iri, basis(resource("shapes"))),
            *describe_shapes(report, load_shapes(resource("shapes")), settings.base_iri),
            *_issue_statements(issues, settings.base_iri),
        ]
    )
    texts = {reading.sha256: reading.text for reading in kept if reading.sha256}
    with Release(settings.out) as folder:
        (folder / "report").mkdir(parents=True)
        (folder / "report" / "report.json").write_text(report.to_json(issues), encoding="utf-8", newline="\n")
        changed = changes(earlier.findings if earlier else None, report.findings)
        (folder / "report" / "changes.json").write_text(changed.to_json(), encoding="utf-8", newline="\n")
        issues += _publish(store, texts, settings, folder, clock)
    documents = sum(len(reading.captured) for reading in kept)
    withheld = len(readings) - len(kept)
    return BuildResult(settings.out, documents, len(store), issues, report, seconds, withheld, changed)


def _judge(
    kept: list[SourceReading], knowledge: Knowledge, settings: Settings, earlier: Earlier | None, clock: _Clock
) -> tuple[Store, ValidationReport]:
    """Load what was read, infer from it, and validate the whole."""
    store = Store.memory()
    statements = [s for reading in kept for s in reading.statements]
    statements += describe_corpus(kept, knowledge, settings.base_iri)
    statements += _provenance(kept, settings.base_iri)
    clock.mark("state")
    store.load(serialise([*statements, *describe_dataset(settings)]))
    _load_vocabulary(store, settings.base_iri)
    clock.mark("load")
    infer(store, settings)
    clock.mark("infer")
    report = validate(store, resource("shapes"), settings, earlier)
    clock.mark("validate")
    return store, report


def _new_at_fault(store: Store, report: ValidationReport, settings: Settings) -> dict[str, Finding]:
    """Find the sources whose facts break a promise, by key, with the first break; never one published before."""
    place = settings.base_iri + "graph/source/"
    published = graph_files(settings.out / CURRENT / "graphs")
    faults: dict[str, Finding] = {}
    for finding in report.blocking:
        for row in store.select(f"SELECT DISTINCT ?graph {{ GRAPH ?graph {{ <{finding.focus}> ?says ?it }} }}"):
            graph = str(row["graph"])
            if graph.startswith(place) and graph not in published:
                faults.setdefault(graph.removeprefix(place), finding)
    return faults


def _left_out(reading: SourceReading, fault: Finding | None) -> SourceReading:
    """Empty the reading of a source that breaks a promise of ours: one issue stays, which says what."""
    if fault is None:
        return reading
    message = f"{reading.name} was left out: what was read of it is wrong: {fault.message_en} ({fault.focus})"
    return SourceReading(reading.key, reading.name, issues=(Issue(reading.name, "left-out", message, Severity.ERROR),))


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


def _provenance(readings: Iterable[SourceReading], base: str) -> list[Statement]:
    """State by what version each source text was read; no clock, so that equal input gives equal bytes."""
    graph = Iri(base + "graph/provenance")
    out: list[Statement] = []
    for reading in readings:
        if not reading.sha256:
            continue
        run = Iri(f"{base}id/run/{reading.key}")
        source = Iri(f"{base}id/text/{reading.sha256}")
        read = Iri(f"{base}graph/source/{reading.key}")
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
        ]
    return out


def _issue_statements(issues: Iterable[Issue], base: str) -> list[Statement]:
    """State the files and passages that could not be read, in graph/report."""
    graph = Iri(base + "graph/report")
    out: list[Statement] = []
    for number, issue in enumerate(sorted(issues, key=lambda i: (i.source, i.rule, i.message)), 1):
        node = Iri(f"{base}id/issue/{number}")
        out += [
            Statement(node, RDF.type, PIO.ReadingIssue, graph),
            Statement(node, PIO.fileName, Literal(issue.source), graph),
            Statement(node, PIO.rule, Literal(issue.rule), graph),
            Statement(node, DCTERMS.description, Literal(issue.message, language="en"), graph),
            Statement(node, PIO.issueSeverity, Literal(str(issue.severity)), graph),
        ]
    return out


def _publish(store: Store, texts: dict[str, str], settings: Settings, folder: Path, clock: _Clock) -> tuple[Issue, ...]:
    (folder / "text").mkdir(parents=True, exist_ok=True)
    for sha256, raw in sorted(texts.items()):
        (folder / "text" / f"{sha256}.txt").write_text(raw, encoding="utf-8", newline="")
    _write_graphs(store, settings.base_iri, folder / "graphs")
    clock.mark("graphs")
    with ThreadPoolExecutor(1) as beside:  # the engine loads without Python's lock
        loading = beside.submit(lambda: Store.open(folder / "store").load(store.dump()))
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
        (folder / f"{name}.nq").write_bytes(serialise(store.quads(graph=graph)))
