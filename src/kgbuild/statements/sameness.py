"""Joins a measure to the task of the same document that says the same work: the nodes stay two."""

import re
from collections import Counter

from kgbuild.language import fold
from kgbuild.model.linked import LinkedPart
from kgbuild.namespaces import PIO
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.work import alike, measure_path, task_path

Words = tuple[str, ...]
_SHINGLE = 5
_FEWEST, _MOST = 8, 120
_CANDIDATES = 12
_HALF, _THIRD = 2, 3


def join_measures(graph: SourceGraph, linked: list[LinkedPart], owners: list[str]) -> None:
    """Join the measures of the documents of one source to their tasks, over plan and annex.

    The words must agree: a clause of at least eight words that is half of the measure, nine of ten words shared with a
    clause that is a third of the duty or of the cell, in the same order.
    """
    clauses: list[tuple[Words, str]] = []
    for part, owner in zip(linked, owners, strict=True):
        for task in part.findings.tasks:
            words = graph.text.words(task.span if task.source == "narrative" else task.title)
            path, whole = task_path(graph, task, owner), len(words.split())
            clauses += [(clause, path) for clause in _clauses(words) if len(clause) * _THIRD >= whole]
    index: dict[Words, list[int]] = {}
    for number, (clause, _) in enumerate(clauses):
        for shingle in _shingles(clause):
            index.setdefault(shingle, []).append(number)
    for part, owner in zip(linked, owners, strict=True):
        for measure in part.findings.measures:
            if measure.kind == "measure":
                words = graph.text.words(measure.span)
                for path in _same(words, clauses, index):
                    graph.add(graph.iri(measure_path(graph, measure, owner)), PIO.sameTaskAs, graph.iri(path))


def _clauses(words: str) -> list[Words]:
    found = (tuple(re.findall(r"[^\W_]+", clause)) for clause in re.split(r"[;.]\s", fold_keeping_stops(words)))
    return [clause for clause in found if _FEWEST <= len(clause) <= _MOST]


def fold_keeping_stops(words: str) -> str:
    """Fold words for comparison, but keep where clauses end.

    >>> fold_keeping_stops("Hoà, KH&CN; xong.")
    'hòa kh và cn; xong. '
    """
    pieces = re.split(r"([;.])(?=\s|$)", words)
    return "".join(f"{piece} " if piece in (";", ".") else fold(piece) for piece in pieces)


def _shingles(clause: Words) -> set[Words]:
    return {clause[at : at + _SHINGLE] for at in range(len(clause) - _SHINGLE + 1)}


def _same(words: str, clauses: list[tuple[Words, str]], index: dict[Words, list[int]]) -> list[str]:
    """Give the paths of the tasks that say the work of a measure."""
    whole = len(words.split())
    found: set[str] = set()
    for clause in _clauses(words):
        if len(clause) * _HALF < whole:
            continue
        shared = Counter(number for shingle in _shingles(clause) for number in index.get(shingle, ())[:_CANDIDATES])
        for number, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_CANDIDATES]:
            other, path = clauses[number]
            if alike(list(clause), list(other)):
                found.add(path)
    return sorted(found)
