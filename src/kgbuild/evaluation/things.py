"""Compares the named things of a source and its passages of special kinds: programmes, events, awards, quotations."""

from kgbuild.evaluation.annotations import PassageNote, ThingNote
from kgbuild.evaluation.case import Case, Found
from kgbuild.evaluation.matching import likeness, opening_likeness
from kgbuild.namespaces import PIO, SKOS, Iri

NAME = 0.8
PASSAGE = 0.75
PROGRAMMES = ("Programme", "Scheme", "Project", "Fund")


def compare_things(case: Case, name: str, kinds: tuple[str, ...], wanted: tuple[ThingNote, ...]) -> None:
    """Compare named things by class and name; an event also by the day on which it begins."""
    graph = case.graph
    found = [Found(node, graph.value(node, SKOS.prefLabel)) for kind in kinds for node in graph.members(PIO[kind])]

    def score(note: ThingNote, item: Found) -> float:
        labels = (*graph.values(item.node, SKOS.prefLabel), *graph.values(item.node, SKOS.altLabel))
        alike = max((opening_likeness(one, label) for one in note.names for label in labels), default=0.0)
        return alike if alike >= NAME and item.node in graph.members(PIO[note.kind]) else 0.0

    for note, item in case.compare(name, wanted, found, score):
        if name == "events":
            days = graph.values(item.node, PIO.startDate)
            case.tallies["event dates"].value(case.place(note.label), [note.date] if note.date else [], days)


def compare_texts(case: Case, name: str, kind: Iri, words: Iri, wanted: tuple[PassageNote, ...]) -> None:
    """Compare passages of one class by their words."""
    graph = case.graph
    found = [Found(node, graph.value(node, words)) for node in graph.members(kind)]

    def score(note: PassageNote, item: Found) -> float:
        alike = likeness(note.text, item.label)
        return alike if alike >= PASSAGE else 0.0

    case.compare(name, wanted, found, score)
