"""Who gave the work that a report tells of, and at what occasion: on each assignment that was spoken."""

import re

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import TaskMention
from kgbuild.namespaces import PIO, Iri
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.distribution import agent_key
from kgbuild.statements.occasions import reported_event
from kgbuild.statements.people import people_named
from kgbuild.statements.work import assignment_node, task_paths


def describe_speech(graph: SourceGraph, linked: LinkedPart, owner: str) -> None:
    """State who said each assignment of a report, where the words before name one; then also the event reported."""
    if linked.part.kind != "news":
        return
    people = [(mention.span, fold(name), path) for mention, name, _, path in people_named(graph, linked)]
    event = reported_event(graph, linked)
    for task, path in task_paths(graph, linked, owner):
        who = _speaker(graph, linked, task, people)
        if who is None:
            continue
        for role in task.roles:
            found = assignment_node(graph, linked, path, role)
            if found is not None:
                graph.add(found[2], PIO.statedBy, who)
                graph.add(found[2], PIO.statedAt, graph.iri(event) if event else None)


def _speaker(
    graph: SourceGraph, linked: LinkedPart, task: TaskMention, people: list[tuple[Span, str, str]]
) -> Iri | None:
    """Find who speaks: the one person whom the words before name, else the body that they end with.

    A name with its post is that person; a name alone is the one person so called, and none of two namesakes.
    """
    if task.speaker is None:
        return None
    named = {name for _, name, _ in people if _names(graph, task.speaker, name)}
    if len(named) == 1:
        here = {p for span, _, p in people if span.start >= task.speaker.start and span.end <= task.speaker.end}
        paths = here or {path for _, name, path in people if name in named}
        return graph.iri(paths.pop()) if len(paths) == 1 else None
    ref = linked.agents.get(agent_key(task.stated_by)) if task.stated_by and not named else None
    return graph.agent(ref) if ref is not None else None


def _names(graph: SourceGraph, span: Span, name: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", fold(graph.text.words(span))) is not None
