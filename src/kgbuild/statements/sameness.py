"""Joins a measure to the task of the same document that says the same work: the nodes stay two."""

import re
from collections import Counter

from kgbuild.language import fold
from kgbuild.model.linked import LinkedPart
from kgbuild.namespaces import PIO
from kgbuild.statements.builder import SourceGraph
from kgbuild.statements.work import alike, measure_path, task_paths

Words = tuple[str, ...]
_SHINGLE = 5
_FEWEST, _MOST = 8, 120
_CANDIDATES = 12
_HALF, _THIRD = 2, 3


class Clauses:
    """The clauses of what is to be done, found again by words that agree.

    The words must agree: a clause of at least eight words that is half of what is looked for, nine of ten words shared
    with a clause that is a third of what it stands in, in the same order.
    """

    def __init__(self) -> None:
        self._clauses: list[tuple[Words, str]] = []
        self._index: dict[Words, list[int]] = {}

    def add(self, words: str, node: str) -> None:
        """Add the clauses of *words*, which say what *node* is."""
        whole = len(words.split())
        for clause in _clauses(words):
            if len(clause) * _THIRD >= whole:
                for shingle in _shingles(clause):
                    self._index.setdefault(shingle, []).append(len(self._clauses))
                self._clauses.append((clause, node))

    def same(self, words: str) -> list[str]:
        """Give the nodes that say the same work as *words*."""
        return _same(words, self._clauses, self._index)


def join_measures(graph: SourceGraph, linked: list[LinkedPart], owners: list[str]) -> None:
    """Join the measures of the documents of one source to their tasks, over plan and annex."""
    clauses = Clauses()
    for part, owner in zip(linked, owners, strict=True):
        for task, path in task_paths(graph, part, owner):
            clauses.add(graph.text.words(task.span if task.source == "narrative" else task.title), path)
    for part, owner in zip(linked, owners, strict=True):
        for measure in part.findings.measures:
            if measure.kind == "measure":
                for path in clauses.same(graph.text.words(measure.span)):
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
