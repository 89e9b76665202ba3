"""The graph of one source in the making: statements and the evidence behind them."""

from kgbuild.identifiers import agent_segment, section_segment, short_hash
from kgbuild.language import search_key
from kgbuild.model import Literal, Span, Statement, Term, decimal, integer
from kgbuild.model.entities import AgentRef
from kgbuild.model.mentions import Themes
from kgbuild.model.text import Text
from kgbuild.model.things import NamedThing
from kgbuild.namespaces import CODE, DCTERMS, OA, PIO, RDF, SKOS, XSD, Iri, source_graph


class SourceGraph:
    """Gathers the statements of one source.

    `base` is the IRI under which paths hang, `key` the source's id, `sha256` of its bytes, `text` what was read.
    """

    def __init__(self, base: str, key: str, sha256: str, text: Text) -> None:
        self.base = base
        self.graph = source_graph(base, key)
        self.sha256 = sha256
        self.text = text
        self.source = Iri(f"{base}id/text/{sha256}")
        self.statements: list[Statement] = []
        self.agents: dict[str, AgentRef] = {}
        self.things: dict[str, NamedThing] = {}
        # the headed sections of the document at hand: by number, where each begins and its path
        self.sections: dict[str, list[tuple[int, str]]] = {}
        self._evidence: set[Iri] = set()
        self._seen: set[Statement] = set()
        self._judged: set[Iri] = set()

    def iri(self, path: str) -> Iri:
        """Make the IRI of a path."""
        return Iri(self.base + path)

    def add(self, subject: Iri, predicate: Iri, value: Term | None) -> None:
        """State a triple once; None states nothing."""
        if value is None:
            return
        statement = Statement(subject, predicate, value, self.graph)
        if statement not in self._seen:
            self._seen.add(statement)
            self.statements.append(statement)

    def states(self, subject: Iri, predicate: Iri, value: Term) -> bool:
        """Tell whether a triple was stated already."""
        return Statement(subject, predicate, value, self.graph) in self._seen

    def type(self, subject: Iri, *classes: Iri) -> None:
        """State the classes of a node."""
        for class_ in classes:
            self.add(subject, RDF.type, class_)

    def text_value(self, subject: Iri, predicate: Iri, value: str, language: str | None = "vi") -> None:
        """State words in a language; nothing when they are empty."""
        if value.strip():
            self.add(subject, predicate, Literal(" ".join(value.split()), language=language))

    def value(self, subject: Iri, predicate: Iri, value: str, datatype: str | None = None) -> None:
        """State a plain or typed literal; nothing when it is empty."""
        if value:
            self.add(subject, predicate, Literal(value, datatype))

    def date(self, subject: Iri, predicate: Iri, value: str | None) -> None:
        """State an xsd:date; nothing when it is empty."""
        self.value(subject, predicate, value or "", XSD.date)

    def year(self, subject: Iri, predicate: Iri, value: str) -> None:
        """State an xsd:gYear; nothing when it is empty."""
        self.value(subject, predicate, value, XSD.gYear)

    def code(self, subject: Iri, predicate: Iri, scheme: str, code: str) -> None:
        """State a code of a code list; nothing when it is empty."""
        if code:
            self.add(subject, predicate, CODE[f"{scheme}/{code}"])

    def labels(self, subject: Iri, label: str, english: str = "") -> None:
        """State the preferred labels and the search key of a node."""
        self.text_value(subject, SKOS.prefLabel, label)
        self.text_value(subject, SKOS.prefLabel, english, "en")
        self.value(subject, PIO.searchKey, search_key(label))

    def themes(self, subject: Iri, themes: Themes, whole: Span) -> None:
        """State what a node is about, each theme with the words that cue it; *whole* is the passage of the node.

        Where the cue is the whole passage, that is the evidence already: it proves more than the theme.
        """
        for code, span in themes:
            self.code(subject, DCTERMS.subject, "theme", code)
            if span != self.text.trim(whole):
                self.evidence(subject, span, DCTERMS.subject)

    def number(self, subject: Iri, predicate: Iri, value: float) -> None:
        """State a figure as xsd:decimal."""
        self.add(subject, predicate, decimal(value))

    def evidence(self, owner: Iri, span: Span | None, *proves: Iri) -> None:
        """Tie a node to the words behind it; *proves* names the properties they support."""
        if span is None or not len(span):
            return
        start, end = self.text.raw_span(span)
        node = Iri(f"{self.source}/{start}-{end}")
        self.add(owner, PIO.evidence, node)
        for property_ in proves:
            self.add(node, PIO.proves, property_)
        if node in self._evidence:
            return
        self._evidence.add(node)
        position, quote = Iri(f"{node}/position"), Iri(f"{node}/quote")
        self.type(node, PIO.Evidence)
        self.add(node, OA.hasSource, self.source)
        self.add(node, OA.hasSelector, position)
        self.add(node, OA.hasSelector, quote)
        self.type(position, OA.TextPositionSelector)
        self.add(position, OA.start, integer(start))
        self.add(position, OA.end, integer(end))
        self.type(quote, OA.TextQuoteSelector)
        self.add(quote, OA.exact, Literal(self.text.raw[start:end]))

    def agent(self, ref: AgentRef) -> Iri:
        """Note that an agent is named, and give its IRI; of the names of an unlisted body the fullest counts."""
        first = self.agents.setdefault(ref.path, ref)
        if ref.kind == "unknown" and len(ref.label) > len(first.label):
            self.agents[ref.path] = ref
        return self.iri(ref.path)

    def thing(self, thing: NamedThing) -> Iri:
        """Note that a programme, an event or the like is named, and give its IRI."""
        self.things.setdefault(thing.path, thing)
        return self.iri(thing.path)

    def judged(self, node: Iri, confidence: float, resolution: str, rule: str) -> None:
        """State how sure a reading is and which rule made it; of a fact that is read twice, the first time counts."""
        if node in self._judged:
            return
        self._judged.add(node)
        self.add(node, PIO.confidence, decimal(round(confidence, 2)))
        self.code(node, PIO.resolution, "resolution", resolution)
        self.value(node, PIO.rule, rule)

    def identified(self, node: Iri, identifier: str) -> None:
        """State the identifier of a node."""
        self.value(node, DCTERMS.identifier, identifier)


def assignment_path(task: str, role: str, agent: str) -> str:
    """Mint the path of an assignment: {task}/{role}/{agent path, / as .}."""
    return f"{task}/{role}/{agent_segment(agent.removeprefix('id/post/'))}"


def piece_path(graph: SourceGraph, owner: str, kind: str, section: str, span: Span) -> str:
    """Mint the path of a passage that has no number of its own: by section and words."""
    return f"{owner}/{kind}/{section_segment(section) or '0'}-{short_hash(graph.text.words(span))}"
