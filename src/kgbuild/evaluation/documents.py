"""Compares what a source says of documents: their fields, citations, sections, recipients and people."""

from collections import Counter
from dataclasses import dataclass

from kgbuild.evaluation.annotations import CitationNote, DocumentNote, PassageNote, SectionNote
from kgbuild.evaluation.case import Case, Found
from kgbuild.evaluation.matching import likeness, opening_likeness
from kgbuild.language import fold
from kgbuild.namespaces import DCTERMS, FOAF, OA, PIO, SKOS

TITLE = 0.75
WORDS = 0.6
HEADING = 0.5


def compare_evidence(case: Case, text: str) -> None:
    """Compare each quotation with the text at its offsets (code points, end exclusive)."""
    tally, graph = case.tallies["evidence"], case.graph
    for node in graph.members(PIO.Evidence):
        start, end = (graph.value(node, OA.hasSelector, p) for p in (OA.start, OA.end))
        quote = graph.value(node, OA.hasSelector, OA.exact)
        good = bool(quote) and start.isdecimal() and end.isdecimal() and text[int(start) : int(end)] == quote
        (tally.right if good else tally.false).append(case.place(f"{start}-{end}"))


def compare_documents(case: Case) -> None:
    """Compare the documents that the source contains, then number, date, issuer, signatory and title of each."""
    graph = case.graph
    captured = {d for text in graph.members(PIO.SourceText) for d in graph.owners(PIO.capturedIn, text)}
    found = [Found(d, graph.value(d, PIO.symbol) or graph.value(d, DCTERMS.title)) for d in sorted(captured)]

    def score(note: DocumentNote, item: Found) -> float:
        same = bool(note.symbol) and note.symbol in graph.values(item.node, PIO.symbol)
        return _title(case, note, item.node) + 2 * same

    pairs = case.compare("documents", case.notes.documents, found, score)
    for note, item in pairs:
        case.keys[item.node] = note.key
        if note.identity:
            case.documents.add((note.identity, item.node))
        _compare_fields(case, note, item.node)


def _title(case: Case, note: DocumentNote, document: str) -> float:
    best = max((opening_likeness(note.title, t) for t in case.graph.values(document, DCTERMS.title)), default=0.0)
    return best if best >= TITLE else 0.0


def _compare_fields(case: Case, note: DocumentNote, document: str) -> None:
    tally, graph = case.tallies["document fields"], case.graph
    dates = graph.values(document, PIO.documentDate)
    issuers = graph.values(document, PIO.issuedBy)
    signers = {fold(name) for name in graph.values(document, PIO.hasSignature, PIO.signer, SKOS.prefLabel)}
    tally.value(
        case.place(f"{note.label} number"), [note.symbol] if note.symbol else [], graph.values(document, PIO.symbol)
    )
    tally.value(case.place(f"{note.label} signatory"), [fold(note.signer)] if note.signer else [], signers)
    if dates or not note.inherited:
        tally.value(case.place(f"{note.label} date"), [note.date] if note.date else [], dates)
    if issuers or not note.inherited:
        right = [i for i in issuers if note.issuer and case.is_agent(note.issuer, i)][:1]
        for issuer in right:
            case.link(note.issuer, issuer)
        named = [note.issuer if issuer in right else issuer for issuer in issuers]
        tally.value(case.place(f"{note.label} issuer"), [note.issuer] if note.issuer else [], named)
    title = note.title if _title(case, note, document) else graph.value(document, DCTERMS.title)
    tally.value(case.place(f"{note.label} title"), [note.title], [title])


@dataclass(frozen=True, slots=True)
class Cited:
    """That one document cites another in one way, with all the words that say so in this source."""

    citing: str
    kind: str
    document: str
    symbol: str
    words: tuple[str, ...]
    optional: bool = False

    @property
    def label(self) -> str:
        """What reports call it."""
        return f"{self.citing} {self.kind} {self.symbol or self.words[0]}"


def compare_citations(case: Case) -> None:
    """Compare who cites what in which way, and the date of what is cited."""
    for note, cited in case.compare("citations", case.notes.citations, _cited(case), _citation_score):
        if note.identity:
            case.documents.add((note.identity, cited.document))
        if note.date:
            dates = case.graph.values(cited.document, PIO.documentDate)
            case.tallies["citation dates"].value(case.place(note.label), [note.date], dates)


def _cited(case: Case) -> list[Cited]:
    """Gather the citations: two documents of one source may report the same citation by a third."""
    graph = case.graph
    words: dict[tuple[str, str, str], set[str]] = {}
    for citation in graph.members(PIO.Citation):
        owner = next(iter(graph.owners(PIO.hasCitation, citation)), "")
        citing = case.keys.get(owner) or graph.value(owner, PIO.symbol) or owner
        key = (citing, graph.code(citation, PIO.citationKind), graph.value(citation, PIO.citedDocument))
        words.setdefault(key, {""}).update(graph.values(citation, PIO.nameAsWritten))
    return [
        Cited(citing, kind, cited, graph.value(cited, PIO.symbol), tuple(sorted(said, reverse=True)))
        for (citing, kind, cited), said in sorted(words.items())
    ]


def _citation_score(note: CitationNote, cited: Cited) -> float:
    if cited.kind not in note.kinds or cited.citing != note.citing:
        return 0.0
    words = max(opening_likeness(name, said) for name in note.words for said in cited.words)
    if cited.symbol:
        return 1 + words if cited.symbol == note.symbol or cited.symbol in note.known_as else 0.0
    return words if words >= WORDS and not note.symbol else 0.0


def compare_sections(case: Case) -> None:
    """Compare the headed parts: number, heading and the document in which they stand."""
    graph = case.graph

    def where(node: str) -> str:
        return case.keys.get(graph.value(node, PIO.sectionOf), "")

    def score(note: SectionNote, item: Found) -> float:
        if fold(graph.value(item.node, PIO.sectionNumber)) != fold(note.number) or where(item.node) != note.document:
            return 0.0
        alike = likeness(note.heading, graph.value(item.node, PIO.heading)) if note.heading else 1.0
        return alike if alike >= HEADING else 0.0

    sections = graph.members(PIO.Section)
    found = [Found(s, f"{where(s)} {graph.value(s, PIO.sectionNumber)}") for s in sections]
    case.compare("sections", case.notes.sections, found, score)


def compare_recipients(case: Case) -> None:
    """Compare the lines of Nơi nhận."""
    graph = case.graph
    found = [Found(d, graph.value(d, PIO.nameAsWritten)) for d in graph.members(PIO.Distribution)]
    wanted = [PassageNote(line) for line in case.notes.recipients]

    def score(note: PassageNote, item: Found) -> float:
        alike = likeness(note.text, item.label)
        return alike if alike >= TITLE else 0.0

    case.compare("recipients", wanted, found, score)


def compare_people(case: Case) -> None:
    """Compare the people by name; namesakes are as many as the annotation names."""
    graph, tally = case.graph, case.tallies["people"]
    wanted = Counter(fold(person.name) for person in case.notes.people if not person.optional)
    found = Counter(fold(graph.value(p, SKOS.prefLabel)) for p in graph.members(FOAF.Person))
    for person in case.notes.people:
        if person.optional:
            found.pop(fold(person.name), None)
    tally.right += [case.place(name) for name in sorted((wanted & found).elements())]
    tally.missed += [case.place(name) for name in sorted((wanted - found).elements())]
    tally.false += [case.place(name) for name in sorted((found - wanted).elements())]
