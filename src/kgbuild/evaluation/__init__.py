"""Measures the reading against documents annotated by hand: precision, recall and F1 per field."""

from kgbuild.config import Settings, resource
from kgbuild.evaluation.annotations import Annotation, read_annotation
from kgbuild.evaluation.case import Case
from kgbuild.evaluation.documents import (
    compare_citations,
    compare_documents,
    compare_evidence,
    compare_people,
    compare_recipients,
    compare_sections,
)
from kgbuild.evaluation.graph import Graph
from kgbuild.evaluation.matching import Tally, tally_identities
from kgbuild.evaluation.scores import Evaluation, FieldScore, read_floors, read_last_run, score, write_run
from kgbuild.evaluation.things import PROGRAMMES, compare_texts, compare_things
from kgbuild.evaluation.work import compare_duties, compare_figures, compare_passages, compare_tasks
from kgbuild.extraction import extract
from kgbuild.namespaces import DCTERMS, PIO
from kgbuild.sources.manifest import Source, find_sources
from kgbuild.text.reader import read

__all__ = ["Evaluation", "FieldScore", "compare", "evaluate", "read_source"]

KEPT = "evaluation.json"
"""The file under `settings.out` that holds the right facts of the last run."""


def evaluate(settings: Settings) -> Evaluation:
    """Read every bundled source that has annotations and compare; keep the right facts for the next run.

    Raises DataError naming the file when annotations or floors do not fit, SourceError when a source cannot be read.
    """
    gold = resource("data", "gold")
    floors = read_floors(gold / "floors.toml")
    last = settings.out / KEPT
    cases = []
    for source in find_sources([resource("data", "sources")]):
        if (path := gold / f"{source.key}.json").is_file():
            cases.append(read_source(source, read_annotation(path), settings))
    done = Evaluation(tuple(case.notes.source for case in cases), score(_sum(cases), floors, read_last_run(last)))
    write_run(last, done.fields)
    return done


def read_source(source: Source, notes: Annotation, settings: Settings) -> Case:
    """Read one source and compare the graph with its annotations."""
    graph = Graph(extract(source.path, settings).statements)
    text = read(source.path, source.path.read_bytes(), settings.size_limit).text.raw
    return compare(notes, graph, text)


def compare(notes: Annotation, graph: Graph, text: str) -> Case:
    """Compare a graph with annotations, field by field; *text* is the text to which its evidence points."""
    case = Case(notes, graph)
    compare_evidence(case, text)
    compare_documents(case)
    compare_citations(case)
    compare_sections(case)
    compare_recipients(case)
    compare_people(case)
    compare_tasks(case)
    compare_duties(case)
    compare_figures(case, "targets", PIO.Target, notes.targets)
    compare_figures(case, "results", PIO.ReportedResult, notes.results)
    compare_passages(case, "measures", PIO.Measure, notes.measures)
    compare_passages(case, "objectives", PIO.Objective, notes.objectives)
    compare_things(case, "programmes", PROGRAMMES, notes.programmes)
    compare_things(case, "events", ("Event",), notes.events)
    compare_things(case, "awards", ("Award",), notes.awards)
    compare_texts(case, "quotations", PIO.Quotation, PIO.quoteText, notes.quotations)
    compare_texts(case, "milestones", PIO.Milestone, DCTERMS.description, notes.milestones)
    compare_texts(case, "rules", PIO.ProcedureRule, DCTERMS.description, notes.rules)
    return case


def _sum(cases: list[Case]) -> dict[str, Tally]:
    """Add up the tallies, and compare over all sources which name stands for which node."""
    total: dict[str, Tally] = {}
    for case in cases:
        for name, tally in case.tallies.items():
            total.setdefault(name, Tally()).add(tally)
    total["agent identity"] = tally_identities({link for case in cases for link in case.agents})
    total["document identity"] = tally_identities({link for case in cases for link in case.documents})
    return total
