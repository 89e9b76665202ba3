"""What is to be done as RDF: tasks with assignments, measures, objectives, targets, schedules."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

from kgbuild.identifiers import short_hash
from kgbuild.language import fold, slug
from kgbuild.model import Literal, Span
from kgbuild.model.entities import AgentRef
from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import MeasureMention, Role, ScheduleMention, TargetMention, TaskMention
from kgbuild.model.text import Text
from kgbuild.namespaces import DCTERMS, ORG, PIO, SKOS, Iri
from kgbuild.statements.builder import SourceGraph, assignment_path, piece_path
from kgbuild.statements.distribution import agent_key
from kgbuild.statements.sections import section_places

_GOES_ON = re.compile(r",?\s+[\w(\"“]")  # behind a title that stops in the middle of a sentence
_LINES = (
    ("reports_to", PIO.reportsTo),
    ("submits_to", PIO.submitsTo),
    ("via", PIO.via),
    ("directs", PIO.directs),
    ("appraised_by", PIO.appraisedBy),
)


def describe_work(graph: SourceGraph, linked: LinkedPart, owner: str, rows: dict[str, str]) -> None:
    """Describe the tasks, measures, objectives and targets of a captured document.

    *owner* is the path under which they are minted: the numbered carrier, or the document itself. The rows of its
    tables are noted in *rows*, title → path, for `join_tasks`.
    """
    graph.sections = section_places(linked)
    for task, path in task_paths(graph, linked, owner):
        if task.source != "narrative":
            rows[_title_key(graph, task)] = path
        _task(graph, linked, task, path)
    for measure in linked.findings.measures:
        _measure(graph, linked, measure, owner)
    for target in linked.findings.targets:
        _target(graph, linked, target, owner)


def task_paths(graph: SourceGraph, linked: LinkedPart, owner: str) -> Iterator[tuple[TaskMention, str]]:
    """List the tasks of a captured document with the paths under which they are minted."""
    seen: set[str] = set()
    for task in linked.findings.tasks:
        path = task_path(graph, task, owner)
        if task.source == "table" and path in seen:  # rows lettered below numbered ones: a, b below 1 and below 2
            path = f"{path}-{short_hash(_title_key(graph, task))}"
        seen.add(path)
        yield task, path


def task_path(graph: SourceGraph, task: TaskMention, owner: str) -> str:
    """Mint the path of a task: by row for tables and blocks, by section and words for prose."""
    if task.source == "table":
        first = "" if task.table == 0 else f"{task.table + 1}."
        return f"{owner}/task/{first}{_row_segment(task.key or task.number)}"
    return piece_path(graph, owner, "task", task.section, task.span)


def _row_segment(number: str) -> str:
    return ".".join(filter(None, (slug(part) for part in number.split(".")))) or "x"


def _title_key(graph: SourceGraph, task: TaskMention) -> str:
    return fold(graph.text.words(task.title))


def _more(text: Text, task: TaskMention) -> str:
    """Give the mark of what is left out where the title of a duty breaks off within a sentence."""
    cut = task.source == "narrative" and task.title.end < task.span.end and _GOES_ON.match(text.norm, task.title.end)
    return "…" if cut else ""


def _task(graph: SourceGraph, linked: LinkedPart, task: TaskMention, path: str) -> None:
    node = graph.iri(path)
    title = graph.text.words(task.title)
    standing = (task.source == "narrative" and task.standing) or (
        task.source != "narrative"
        and bool(
            task.schedule and task.schedule.recurrence in ("thuong-xuyen", "hang-nam") and not task.schedule.end_year
        )
    )
    graph.type(node, PIO.Task, *([PIO.StandingDuty] if standing else []))
    graph.labels(node, title + _more(graph.text, task))
    graph.text_value(node, DCTERMS.title, title)
    graph.text_value(
        node, DCTERMS.description, graph.text.words(task.span if task.source == "narrative" else task.title)
    )
    graph.value(node, PIO.rowNumber, task.number)
    graph.add(graph.iri(linked.ref.path), PIO.setsOut, node)
    graph.add(node, PIO.setOutIn, graph.iri(linked.ref.path))
    place_in_section(graph, node, task.section, task.span)
    graph.evidence(node, task.span if task.source == "narrative" else task.title)
    for prop, span in ((PIO.expectedOutput, task.product), (PIO.fundingText, task.funding)):
        if span:
            graph.text_value(node, prop, graph.text.words(span))
            graph.evidence(node, span, prop)
    graph.themes(node, task.themes, task.span if task.source == "narrative" else task.title)
    for role in task.roles:
        _assignment(graph, linked, task, path, role)
    if task.schedule:
        _schedule(graph, path, task.schedule)


def _assignment(graph: SourceGraph, linked: LinkedPart, task: TaskMention, path: str, role: Role) -> None:
    found = assignment_node(graph, linked, path, role)
    if found is None:
        return
    ref, assignee, node = found
    graph.type(node, PIO.Assignment)
    graph.add(graph.iri(path), PIO.hasAssignment, node)
    graph.agent(ref)
    graph.add(node, PIO.assignee, graph.iri(assignee.path))
    graph.code(node, PIO.assignmentRole, "role", role.role)
    graph.code(node, PIO.modality, "modality", role.modality)
    graph.code(node, PIO.assignmentSource, "source", task.source)
    written = graph.text.words(role.agent.span)
    graph.text_value(node, PIO.nameAsWritten, written)
    named = ref.kind != "post" and not role.agent.post and not role.agent.elliptical and not role.agent.truncated
    if named and written != ref.label:
        graph.add(graph.iri(assignee.path), SKOS.altLabel, Literal(written, language="vi"))
    if ref.said and assignee.path == ref.path:
        graph.add(graph.iri(assignee.path), SKOS.altLabel, Literal(ref.said, language="vi"))
    if ref.kind == "post":
        graph.add(node, PIO.throughPost, graph.iri(ref.path))
    elif role.agent.post and ref.kind == "agency":
        post = graph.iri(f"id/post/{assignee.path.removeprefix('id/agent/')}/{slug(role.agent.post)}")
        describe_post(graph, post, role.agent.post, ref, role.agent.span)
        graph.add(node, PIO.throughPost, post)
    if role.role in ("lead", "perform", "monitor", "report", "advise"):
        for name, predicate in _LINES:
            for mention in getattr(task, name):
                other = linked.agents.get(agent_key(mention))
                if other is not None and other.path != assignee.path:
                    graph.add(node, predicate, graph.agent(other))
        graph.code(node, PIO.frequency, "frequency", task.frequency)
    if role.condition:
        graph.text_value(node, PIO.condition, graph.text.words(role.condition))
    graph.judged(node, role.confidence, ref.resolution, role.rule)
    graph.evidence(node, role.agent.span)


def assignment_node(
    graph: SourceGraph, linked: LinkedPart, path: str, role: Role
) -> tuple[AgentRef, AgentRef, Iri] | None:
    """Give who is named in a role, the body that has it, and the node of the assignment in the task of *path*."""
    ref = linked.agents.get(agent_key(role.agent))
    if ref is None:
        return None
    assignee = AgentRef(ref.organ, "agency", "") if ref.kind == "post" and ref.organ else ref
    return ref, assignee, graph.iri(assignment_path(path, role.role, assignee.path))


def describe_post(graph: SourceGraph, post: Iri, words: str, organ: AgentRef, span: Span) -> None:
    """Describe a post that a text names for its organ."""
    graph.type(post, ORG.Post)
    graph.labels(post, f"{words} {organ.label}")
    graph.add(post, ORG.postIn, graph.iri(organ.path))
    graph.evidence(post, span)


def _schedule(graph: SourceGraph, path: str, schedule: ScheduleMention) -> None:
    node = graph.iri(f"{path}/schedule")
    graph.type(node, PIO.Schedule)
    graph.add(graph.iri(path), PIO.hasSchedule, node)
    graph.text_value(node, PIO.scheduleText, graph.text.words(schedule.span))
    graph.year(node, PIO.startYear, schedule.start_year)
    graph.year(node, PIO.endYear, schedule.end_year)
    graph.date(node, PIO.startDate, schedule.start_date)
    graph.date(node, PIO.endDate, schedule.end_date)
    graph.code(node, PIO.recurrence, "frequency", schedule.recurrence)
    graph.evidence(node, schedule.span)


def join_tasks(graph: SourceGraph, linked: LinkedPart, owner: str, rows: dict[str, str]) -> None:
    """Join a duty in prose to the row that says nearly the same, in the document or its annex."""
    for task in linked.findings.tasks:
        if task.source != "narrative":
            continue
        words = fold(graph.text.words(task.span))
        clauses = [re.findall(r"[^\W_]+", clause) for clause in re.split(r"[;.]", words)]
        for key, path in rows.items():
            named = re.findall(r"[^\W_]+", key)
            if (len(named) >= 6 and key in words) or any(alike(named, clause) for clause in clauses):
                graph.add(graph.iri(task_path(graph, task, owner)), PIO.sameTaskAs, graph.iri(path))


def alike(one: list[str], two: list[str]) -> bool:
    """Tell whether two sentences say the same work: at least eight words, nine of ten shared and in the same order."""
    if min(len(one), len(two)) < 8 or len(set(one) & set(two)) < 0.8 * max(len(set(one)), len(set(two))):
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.88


def measure_path(graph: SourceGraph, measure: MeasureMention, owner: str) -> str:
    """Mint the path of a measure or an objective: by section and words."""
    return piece_path(graph, owner, measure.kind, measure.section, measure.span)


def _measure(graph: SourceGraph, linked: LinkedPart, measure: MeasureMention, owner: str) -> None:
    node = graph.iri(measure_path(graph, measure, owner))
    words = graph.text.words(measure.span)
    graph.type(node, PIO.Objective if measure.kind == "objective" else PIO.Measure)
    graph.labels(node, " ".join(words.split()[:24]))
    graph.text_value(node, DCTERMS.description, words)
    graph.add(graph.iri(linked.ref.path), PIO.setsOut, node)
    graph.add(node, PIO.setOutIn, graph.iri(linked.ref.path))
    place_in_section(graph, node, measure.section, measure.span)
    graph.evidence(node, measure.span)
    graph.themes(node, measure.themes, measure.span)


def place_in_section(graph: SourceGraph, node: Iri, number: str, span: Span) -> None:
    """State the headed section that a node stands in: the nearest above its own; of two with one number the last."""
    while number and number not in graph.sections:
        number = number.rpartition(".")[0]
    if number:
        places = graph.sections[number]
        last = bisect_right(places, span.start, key=lambda place: place[0]) - 1
        graph.add(node, PIO.inSection, graph.iri(places[max(last, 0)][1]))


def _target(graph: SourceGraph, linked: LinkedPart, target: TargetMention, owner: str) -> None:
    kind = "result" if target.reported else "target"
    node = graph.iri(
        piece_path(graph, owner, kind, target.section, target.span)
        + (f"-{slug(str(target.value))}" if target.value is not None else "")
    )
    words = " – ".join(graph.text.words(cell) for cell in target.cells or (target.span,))
    graph.type(node, PIO.ReportedResult if target.reported else PIO.Target)
    graph.labels(node, " ".join(words.split()[:24]))
    graph.text_value(node, PIO.targetText, words)
    graph.code(node, PIO.targetKind, "targetkind", target.kind)
    if target.value is not None:
        graph.number(node, PIO.quantity, target.value)
    graph.value(node, PIO.unit, target.unit)
    graph.code(node, PIO.comparator, "comparator", target.comparator)
    graph.year(node, PIO.deadline, target.deadline)
    graph.year(node, PIO.startYear, target.start)
    graph.text_value(node, PIO.appliesPer, target.per)
    graph.code(node, PIO.recurrence, "frequency", target.recurrence)
    graph.add(graph.iri(linked.ref.path), PIO.setsOut, node)
    graph.add(node, PIO.setOutIn, graph.iri(linked.ref.path))
    graph.themes(node, target.themes, target.span)
    graph.evidence(node, target.span)
