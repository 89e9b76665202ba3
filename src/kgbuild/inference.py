"""Draw what follows from what the sources state: the rules of ontology/rules, run to a fixpoint.

Nothing is recorded per inferred quad: within graph/inferred its predicate tells the rule, since each rule derives
predicates of its own and the code list `rule` says which (`pio:derives`). Where two rules share one, the value does:
`pio:pathStrength` parts the two kinds of path.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kgbuild.config import Settings, resource
from kgbuild.errors import DataError
from kgbuild.model import Statement
from kgbuild.namespaces import RDF, Iri

_PREFIX = re.compile(r"^PREFIX\s+(\w+):\s*<([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"\b(\w+):(\w+)")
_FILE = re.compile(r"(?P<group>\d)\d-(?P<name>[a-z-]+)")


class Graphs(Protocol):
    """What the rules need of a store."""

    def construct(self, query: str, graph: Iri) -> list[Statement]:
        """Answer a CONSTRUCT over the union of all graphs, as statements of *graph*."""
        ...

    def add(self, statements: Iterable[Statement]) -> int:
        """Add statements and return how many were new."""
        ...

    def states(self, statement: Statement) -> bool:
        """Tell whether some graph states the triple of *statement*."""
        ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the group it runs in, its CONSTRUCT and the terms that its WHERE part reads."""

    name: str
    group: str
    query: str
    reads: frozenset[str]


def infer(store: Graphs, settings: Settings) -> list[Statement]:
    """Add to *store* all that follows from it, in graph/inferred, and return it sorted.

    The store must hold graph/ontology and no earlier inferences. A triple that some graph states already is not
    repeated. Groups of rules run one after the other, each to its own fixpoint, so that a rule may ask for what an
    earlier group did not draw.
    """
    rules = load_rules(resource("ontology", "rules"))
    graph = Iri(settings.base_iri + "graph/inferred")
    drawn: list[Statement] = []
    for group in sorted({rule.group for rule in rules}):
        drawn += _close(store, [rule for rule in rules if rule.group == group], graph)
    return sorted(drawn, key=lambda s: (s.subject, s.predicate, str(s.object)))


def load_rules(folder: Path) -> list[Rule]:
    """Read the rules of *folder* in the order of their names; the first digit of a name is its group.

    Raises DataError naming a file that is not named as a rule or holds no CONSTRUCT.
    """
    return [_read_rule(path) for path in sorted(folder.glob("*.rq"))]


def _read_rule(path: Path) -> Rule:
    named = _FILE.fullmatch(path.stem)
    query = path.read_text(encoding="utf-8")
    head, _, where = query.partition("WHERE")
    if named is None or "CONSTRUCT" not in head or not where:
        raise DataError(f"{path}: a rule is a CONSTRUCT in a file named NN-name.rq")
    prefixes = dict(_PREFIX.findall(head))
    reads = {prefixes[prefix] + name for prefix, name in _NAME.findall(where) if prefix in prefixes}
    if re.search(r"\sa\s", where):
        reads.add(RDF.type)
    return Rule(named["name"], named["group"], query, frozenset(reads))


def _close(store: Graphs, rules: list[Rule], graph: Iri) -> list[Statement]:
    """Run rules until nothing new is drawn; a rule runs again only after something it reads was drawn."""
    drawn: list[Statement] = []
    pending = rules
    while pending:
        changed: set[Iri] = set()
        for rule in pending:
            new = [statement for statement in store.construct(rule.query, graph) if not store.states(statement)]
            store.add(new)
            drawn += new
            changed.update(statement.predicate for statement in new)
        pending = [rule for rule in rules if rule.reads & changed]
    return drawn
