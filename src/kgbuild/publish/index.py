"""The published graph in memory, read in one pass: what each node says, who points at it, and how it is known."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import DCTERMS, FOAF, OA, PIO, RDF, RDFS, SKOS, Iri
from kgbuild.store import Store

LABELS: Final = (SKOS.prefLabel, DCTERMS.title, RDFS.label, FOAF.name, PIO.symbol, PIO.fileName)
# The kinds of named graph, the one that decides how a fact is shown first: a correction beats what was read,
# what was read beats what a rule derives again.
ORIGINS: Final = ("curation", "source", "authority", "inferred", "ontology")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the language it is in (empty when it has none)."""

    value: str
    lang: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of a source text: the text's SHA-256, the offsets (code points, end exclusive) and its words."""

    sha256: str
    start: int
    end: int
    quote: str


Facts = dict[str, list[Term]]


class Index:
    """Every statement of a store by subject and by object, with labels, origins and passages ready to read.

    Lists are sorted, so that equal graphs read equal whatever the order of the store.
    """

    __slots__ = ("_inbound", "_labels", "_origins", "_passages", "_uses", "outbound")

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.outbound: dict[str, Facts] = defaultdict(lambda: defaultdict(list))
        self._inbound: dict[str, dict[str, list[Iri]]] = defaultdict(lambda: defaultdict(list))
        self._origins: dict[tuple[str, str, Term], int] = {}
        self._labels: dict[tuple[str, str], Text] = {}
        self._passages: dict[str, Passage | None] = {}
        self._uses: Counter[str] = Counter()
        ranks: dict[str, int] = {}
        for subject, predicate, value, graph in statements:
            rank = ranks.get(graph)
            if rank is None:
                rank = ranks[graph] = _rank(graph)
            known = self._origins.get((subject, predicate, value))
            if known is None:
                self._uses[predicate] += 1
                self.outbound[subject][predicate].append(value)
                if not isinstance(value, Literal):
                    self._inbound[value][predicate].append(subject)
            if known is None or rank < known:
                self._origins[subject, predicate, value] = rank
        for facts in self.outbound.values():
            for values in facts.values():
                if len(values) > 1:
                    values.sort(key=_term_key)
        for links in self._inbound.values():
            for subjects in links.values():
                subjects.sort()

    @classmethod
    def read(cls, store: Store) -> "Index":
        """Read a whole store, in one pass."""
        return cls(store.quads())

    def __len__(self) -> int:
        return len(self._origins)

    def __contains__(self, node: str) -> bool:
        return node in self.outbound

    def values(self, node: str, *properties: str) -> list[Term]:
        """List what *node* says by any of the properties, in their order."""
        facts = self.outbound.get(node)
        if facts is None:
            return []
        if len(properties) == 1:
            return facts.get(properties[0], [])
        return [value for prop in properties for value in facts.get(prop, ())]

    def iris(self, node: str, *properties: str) -> list[Iri]:
        """List the nodes that *node* points at by any of the properties, each once."""
        return list(dict.fromkeys(value for value in self.values(node, *properties) if isinstance(value, Iri)))

    def iri(self, node: str, *properties: str) -> Iri | None:
        """Give the first node that *node* points at by any of the properties."""
        return next((value for value in self.values(node, *properties) if isinstance(value, Iri)), None)

    def literal(self, node: str, *properties: str) -> str:
        """Give the first literal that *node* says by any of the properties; empty when there is none."""
        return next((value.value for value in self.values(node, *properties) if isinstance(value, Literal)), "")

    def literals(self, node: str, *properties: str) -> list[str]:
        """List the literals that *node* says by any of the properties, each once."""
        return list(dict.fromkeys(v.value for v in self.values(node, *properties) if isinstance(v, Literal)))

    def inbound(self, node: str, *properties: str) -> list[Iri]:
        """List the nodes that point at *node* by any of the properties, each once."""
        links = self._inbound.get(node)
        if links is None:
            return []
        if len(properties) == 1:
            return links.get(properties[0], [])
        return list(dict.fromkeys(subject for prop in properties for subject in links.get(prop, ())))

    def links_to(self, node: str) -> list[tuple[str, list[Iri]]]:
        """List what points at *node*, by property, sorted."""
        return sorted(self._inbound.get(node, {}).items())

    def uses(self, prop: str) -> int:
        """Count the statements that use a property."""
        return self._uses[prop]

    def instances(self, *classes: str) -> list[Iri]:
        """List the nodes of any of the classes, sorted."""
        return sorted({node for cls in classes for node in self.inbound(cls, RDF.type)})

    def is_a(self, node: str, *classes: str) -> bool:
        """Tell whether *node* is of one of the classes (superclasses are materialised in the graph)."""
        return any(cls in classes for cls in self.values(node, RDF.type))

    def origin(self, subject: str, predicate: str, value: Term) -> str:
        """Say how a statement is known: curation, source, authority, inferred or ontology; empty if it is not said."""
        rank = self._origins.get((subject, predicate, value))
        return "" if rank is None else ORIGINS[rank]

    def text(self, node: str, language: str, *properties: str) -> Text | None:
        """Give a literal in the fixed order of languages: asked, none, vi, en, any; properties in their order."""
        order = (language, "", "vi", "en")
        for prop in properties:
            found = [value for value in self.values(node, prop) if isinstance(value, Literal)]
            if found:
                best = min(found, key=lambda v: order.index(v.language or "") if (v.language or "") in order else 9)
                return Text(best.value, best.language or "")
        return None

    def label(self, node: str, language: str) -> Text:
        """Give the label of a node in the fixed order of languages.

        A node without one, such as an assignment, is called by what holds it, else by the end of its IRI.
        """
        found = self._labels.get((node, language))
        if found is None:
            found = self._labels[node, language] = (
                self.text(node, language, *LABELS)
                or self._label_of_holder(node, language)
                or Text(node.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1])
            )
        return found

    def _label_of_holder(self, node: str, language: str) -> Text | None:
        base, _, path = node.partition("/id/")
        while "/" in path:
            path = path.rpartition("/")[0]
            if found := self.text(f"{base}/id/{path}", language, *LABELS):
                return found
        return None

    def evidence(self, node: str, prop: str | None = None) -> tuple[Passage, ...]:
        """List the passages behind a node, or behind one property of it where its evidence says what it proves.

        Passages that prove a property stand for the node only where it has no others.
        """
        nodes = self.iris(node, PIO.evidence)
        if prop is not None:
            nodes = [e for e in nodes if prop in self.values(e, PIO.proves)]
        else:
            nodes = [e for e in nodes if not self.values(e, PIO.proves)] or nodes
        return tuple(sorted({passage for e in nodes if (passage := self.passage(e)) is not None}))

    def passage(self, evidence: str) -> Passage | None:
        """Read one Evidence node; None when its source or its offsets are missing."""
        if evidence not in self._passages:
            self._passages[evidence] = self._read_passage(evidence)
        return self._passages[evidence]

    def _read_passage(self, evidence: str) -> Passage | None:
        source = self.iri(evidence, OA.hasSource)
        selectors = self.iris(evidence, OA.hasSelector)
        start = next((s for n in selectors if (s := self.literal(n, OA.start))), "")
        end = next((s for n in selectors if (s := self.literal(n, OA.end))), "")
        sha256 = self.literal(source, PIO.sha256) if source else ""
        if not (sha256 and start.isdecimal() and end.isdecimal()):
            return None
        quote = next((s for n in selectors if (s := self.literal(n, OA.exact))), "")
        return Passage(sha256, int(start), int(end), quote)


def _rank(graph: str) -> int:
    path = graph.rpartition("/graph/")[2]
    kind = path.partition("/")[0]
    return ORIGINS.index(kind) if kind in ORIGINS else len(ORIGINS) - 1


def _term_key(term: Term) -> tuple[str, str, str, bool]:
    if isinstance(term, Literal):
        return (term.value, term.language or "", term.datatype or "", True)
    return (term, "", "", False)
