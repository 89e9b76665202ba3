"""The statements of one source, indexed so that they can be asked without a store."""

from collections.abc import Iterable

from kgbuild.language import fold
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import RDF, SKOS, Iri


class Graph:
    """Statements by subject and by object; all answers are sorted, literals given as their lexical forms."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._out: dict[tuple[str, str], set[str]] = {}
        self._in: dict[tuple[str, str], set[str]] = {}
        for subject, predicate, term, _ in statements:
            value = term.value if isinstance(term, Literal) else term
            self._out.setdefault((subject, predicate), set()).add(value)
            if not isinstance(term, Literal):
                self._in.setdefault((predicate, value), set()).add(subject)

    def values(self, subject: str, *path: Iri) -> list[str]:
        """Give all values at the end of a path of properties."""
        nodes = {subject}
        for predicate in path:
            nodes = {value for node in nodes for value in self._out.get((node, predicate), ())}
        return sorted(nodes)

    def value(self, subject: str, *path: Iri) -> str:
        """Give the first value at the end of a path, empty when there is none."""
        return next(iter(self.values(subject, *path)), "")

    def code(self, subject: str, predicate: Iri) -> str:
        """Give the last part of a code's IRI: "lead" of code:role/lead."""
        return self.value(subject, predicate).rpartition("/")[2]

    def owners(self, predicate: Iri, value: str) -> list[str]:
        """Give the subjects that have *value* for *predicate*."""
        return sorted(self._in.get((predicate, value), ()))

    def members(self, kind: Iri) -> list[str]:
        """Give the things of a class."""
        return self.owners(RDF.type, kind)

    def names(self, agent: str) -> set[str]:
        """Give the folded labels of an agent."""
        return {fold(label) for label in (*self.values(agent, SKOS.prefLabel), *self.values(agent, SKOS.altLabel))}
