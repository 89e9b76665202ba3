"""Compares what a source wants done: tasks, duties, targets and results, measures and objectives."""

from dataclasses import dataclass, replace

from kgbuild.evaluation.annotations import DutyNote, FigureNote, PassageNote, TaskNote
from kgbuild.evaluation.case import Case, Found
from kgbuild.evaluation.matching import best_pairs, likeness, opening_likeness
from kgbuild.namespaces import CODE, DCTERMS, PIO, Iri

TASK = 0.6
DUTY = 0.5
PASSAGE = 0.6
FIGURE = 0.35

NARRATIVE = CODE["source/narrative"]


def compare_tasks(case: Case) -> None:
    """Compare the rows of tables and blocks: who leads, who coordinates, from which year to which."""
    graph = case.graph

    def score(note: TaskNote, item: Found) -> float:
        alike = max((opening_likeness(note.title, t) for t in graph.values(item.node, DCTERMS.title)), default=0.0)
        same_row = graph.value(item.node, PIO.rowNumber) == note.row
        return alike + same_row if alike >= TASK else 0.0

    found = [Found(t, f"row {graph.value(t, PIO.rowNumber)}") for t in graph.members(PIO.Task) if _is_row(case, t)]
    for note, item in case.compare("tasks", case.notes.tasks, found, score):
        _compare_agents(case, "leads", note.label, note.leads, _assignments(case, item.node, "lead"))
        _compare_agents(case, "coordinates", note.label, note.coordinators, _assignments(case, item.node, "coordinate"))
        for what, year, years in (
            ("start", note.start, graph.values(item.node, PIO.hasSchedule, PIO.startYear)),
            ("end", note.end, graph.values(item.node, PIO.hasSchedule, PIO.endYear)),
        ):
            case.tallies["schedules"].value(case.place(f"{note.label} {what}"), [year] if year else [], years)


def _is_row(case: Case, task: str) -> bool:
    sources = case.graph.values(task, PIO.hasAssignment, PIO.assignmentSource)
    return bool(case.graph.value(task, PIO.rowNumber)) or any(source != NARRATIVE for source in sources)


def _assignments(case: Case, task: str, role: str) -> list[str]:
    assignments = case.graph.values(task, PIO.hasAssignment)
    return [a for a in assignments if case.graph.code(a, PIO.assignmentRole) == role]


def _compare_agents(case: Case, name: str, place: str, wanted: tuple[str, ...], assignments: list[str]) -> None:
    """Compare the agents of one cell of a table with the assignments of one role."""
    graph, tally = case.graph, case.tallies[name]
    agents = [graph.value(a, PIO.assignee) for a in assignments]
    written = [graph.values(a, PIO.nameAsWritten) for a in assignments]
    numbers = range(len(agents))
    pairs = best_pairs(wanted, numbers, lambda n, j: float(case.is_agent(n, agents[j], written[j])))
    for i, j in pairs:
        case.link(wanted[i], agents[j])
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    tally.right += [case.place(f"{place}: {wanted[i]}") for i, _ in pairs]
    tally.missed += [case.place(f"{place}: {n}") for i, n in enumerate(wanted) if i not in answered]
    tally.false += [case.place(f"{place}: {(*written[j], agents[j])[0]}") for j in numbers if j not in used]


@dataclass(frozen=True, slots=True)
class Duty:
    """What one agent is given to do in prose: the task, its words, how the agent is named, in which roles."""

    task: str
    agent: str
    written: tuple[str, ...]
    roles: tuple[str, ...]
    words: tuple[str, ...]
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.written[0]} {'+'.join(self.roles)}: {self.words[0]}"


def compare_duties(case: Case) -> None:
    """Compare the duties given in prose by agent and words, and the role of each.

    The partners of a duty that is right ("phối hợp với …") stand on its task as agents of their own: they are free.
    """

    def score(note: DutyNote, duty: Duty) -> float:
        if not any(case.is_agent(name, duty.agent, duty.written) for name in note.agents):
            return 0.0
        alike = max(opening_likeness(note.words, words) for words in duty.words)
        return alike + any(role in note.roles for role in duty.roles) if alike >= DUTY else 0.0

    wanted, duties = case.notes.assignments, _duties(case)
    right = {duties[j].task for _, j in best_pairs(wanted, duties, score)}
    found = [replace(d, optional=d.roles == ("coordinate",) and d.task in right) for d in duties]
    for note, duty in case.compare("assignments", wanted, found, score):
        case.link(next(n for n in note.agents if case.is_agent(n, duty.agent, duty.written)), duty.agent)
        case.tallies["roles"].value(case.place(note.label), note.roles, duty.roles)


def _duties(case: Case) -> list[Duty]:
    """Gather the narrative assignments by task and agent."""
    graph = case.graph
    assignments: dict[tuple[str, str], list[str]] = {}
    for assignment in graph.members(PIO.Assignment):
        if graph.value(assignment, PIO.assignmentSource) == NARRATIVE:
            for task in graph.owners(PIO.hasAssignment, assignment):
                assignments.setdefault((task, graph.value(assignment, PIO.assignee)), []).append(assignment)
    return [
        Duty(
            task,
            agent,
            tuple(name for a in its for name in graph.values(a, PIO.nameAsWritten)) or (agent,),
            tuple(sorted({graph.code(a, PIO.assignmentRole) for a in its})),
            (*graph.values(task, DCTERMS.description), *graph.values(task, DCTERMS.title), ""),
        )
        for (task, agent), its in sorted(assignments.items())
    ]


def compare_figures(case: Case, name: str, kind: Iri, wanted: tuple[FigureNote, ...]) -> None:
    """Compare targets or results that state a figure: the figure in its words; unit, comparator, deadline apart."""
    graph = case.graph
    nodes = [node for node in graph.members(kind) if graph.value(node, PIO.quantity)]
    found = [Found(n, f"{graph.value(n, PIO.quantity)}: {graph.value(n, PIO.targetText)}") for n in nodes]

    def score(note: FigureNote, item: Found) -> float:
        same = note.quantity is not None and float(graph.value(item.node, PIO.quantity)) == note.quantity
        alike = max((opening_likeness(note.text, t) for t in graph.values(item.node, PIO.targetText)), default=0.0)
        return alike if same and alike >= FIGURE else 0.0

    pairs = case.compare(name, [note for note in wanted if note.quantity is not None], found, score)
    tally = case.tallies[f"{name.removesuffix('s')} fields"]
    for note, item in pairs:
        tally.value(case.place(f"{note.label} unit"), note.units, graph.values(item.node, PIO.unit)[:1])
        comparator = graph.code(item.node, PIO.comparator)
        tally.value(case.place(f"{note.label} comparator"), note.comparators, [comparator])
        deadline = graph.value(item.node, PIO.deadline)[:4]
        tally.value(case.place(f"{note.label} deadline"), [note.deadline] if note.deadline else [], [deadline])


def compare_passages(case: Case, name: str, kind: Iri, wanted: tuple[PassageNote, ...]) -> None:
    """Compare measures or objectives by their words, and the themes of those that state some."""
    graph = case.graph

    def score(note: PassageNote, item: Found) -> float:
        alike = max((likeness(note.text, text) for text in graph.values(item.node, DCTERMS.description)), default=0.0)
        return alike if alike >= PASSAGE else 0.0

    found = [Found(m, graph.value(m, DCTERMS.description)) for m in graph.members(kind)]
    for note, item in case.compare(name, wanted, found, score):
        themes = {theme.rpartition("/")[2] for theme in graph.values(item.node, DCTERMS.subject)}
        if name == "measures":
            case.tallies["themes"].sets(case.place(note.label), note.themes, themes, note.themes_accepted)
