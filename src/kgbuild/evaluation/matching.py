"""How an answer is held against an annotation: likeness of passages, pairs, and the tally of one field."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from kgbuild.language import fold

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")

OPENING = 5
"""As many words at least must be there before a passage may match by its opening words alone."""


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def likeness(one: str, other: str) -> float:
    """Give the share of words that two passages have in common, 0 to 1 (Dice; a repeated word counts as often).

    >>> likeness("Sở Nội vụ", "sở  nội vụ"), likeness("a b c d", "a b"), likeness("a", "")
    (1.0, 0.6666666666666666, 0.0)
    """
    return _share(_words(one), _words(other))


def opening_likeness(one: str, other: str) -> float:
    """Give the likeness of two passages of which one may break off early; fewer than OPENING words must be all.

    >>> opening_likeness("xây dựng cơ chế đặt hàng", "Xây dựng cơ chế đặt hàng của Thành phố")
    1.0
    """
    first, second = _words(one), _words(other)
    shorter = min(len(first), len(second))
    if shorter < OPENING:
        return _share(first, second)
    return max(_share(first, second), _share(first[:shorter], second[:shorter]))


def _share(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    if not first or not second:
        return 0.0
    return 2 * (Counter(first) & Counter(second)).total() / (len(first) + len(second))


def best_pairs(
    wanted: Sequence[Wanted], found: Sequence[Found], score: Callable[[Wanted, Found], float]
) -> list[tuple[int, int]]:
    """Pair each wanted thing with at most one found, best scores first; a score of 0 is no pair."""
    scores = ((score(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found))
    ranked = sorted(((-s, i, j) for s, i, j in scores if s > 0))
    left, right = set(range(len(wanted))), set(range(len(found)))
    pairs = []
    for _, i, j in ranked:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs)


@dataclass(slots=True)
class Tally:
    """The facts of one field: right, false (found, not annotated) and missed (annotated, not found)."""

    right: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take over the facts of another tally."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    def value(self, where: str, accepted: Collection[str], found: Iterable[str]) -> None:
        """Compare a field of one value: any of *accepted* is right, counted once; whatever else is found is false.

        With nothing accepted (the source states none) every value is false, and none found counts for nothing.
        """
        values = sorted({value for value in found if value})
        hits = [value for value in values if value in accepted]
        if hits:
            self.right.append(f"{where}: {hits[0]}")
        elif accepted:
            self.missed.append(f"{where}: {next(iter(accepted))}")
        self.false += [f"{where}: {value}" for value in values if value not in accepted]

    def sets(self, where: str, wanted: Collection[str], found: Collection[str], free: Collection[str] = ()) -> None:
        """Compare a field of several values; those in *free* count neither way."""
        self.right += [f"{where}: {value}" for value in sorted(set(wanted) & set(found))]
        self.missed += [f"{where}: {value}" for value in sorted(set(wanted) - set(found) - set(free))]
        self.false += [f"{where}: {value}" for value in sorted(set(found) - set(wanted) - set(free))]


def tally_identities(links: Iterable[tuple[str, str]]) -> Tally:
    """Compare names with nodes, (identity, IRI): one name one node, one node one name.

    A node that carries several names has merged things that are apart: each name more is false. A name spread over
    several nodes: each node more is missed.
    """
    tally = Tally()
    nodes: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for name, node in sorted(set(links)):
        nodes.setdefault(name, set()).add(node)
        names.setdefault(node, set()).add(name)
    tally.right += [name for name, its in sorted(nodes.items()) if len(its) == 1 and len(names[next(iter(its))]) == 1]
    for node, its_names in sorted(names.items()):
        tally.false += [f"{node} is also {name}" for name in sorted(its_names)[1:]]
    for name, its in sorted(nodes.items()):
        tally.missed += [f"{name} is also {node}" for node in sorted(its)[1:]]
    return tally
