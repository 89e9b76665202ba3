"""Check a draft before it is signed: what a reader would stumble over, in Vietnamese, with the words and the place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kgbuild.checking.bodies import bodies_of_another_day
from kgbuild.checking.days import impossible_days, wrong_weekdays
from kgbuild.checking.references import (
    missing_annexes,
    missing_attachments,
    recipients_against_address,
    recipients_against_articles,
)
from kgbuild.checking.remarks import Draft, Remark, passage_at
from kgbuild.checking.symbols import symbol_against_letterhead, symbol_without_number
from kgbuild.config import Settings, resource
from kgbuild.extraction import extract, knowledge_of
from kgbuild.inference import infer
from kgbuild.model import Issue, Literal, Statement, Term
from kgbuild.namespaces import PIO, XSD, Iri
from kgbuild.resolution.context import CENTRAL
from kgbuild.store import Store, serialise
from kgbuild.text.reader import read
from kgbuild.validation import Finding, validate

_SHAPES: Final = "https://w3id.org/pio/shapes#"
# What speaks of our collection, not of the draft.
_LEFT_OUT: Final = {"NotHeld"}
# In a corpus perhaps a name that was linked wrongly, so counted as a fault of linking; of a draft the drafter knows.
_TAKEN_IN: Final = {"AgencyOutsideLife", "RecipientOutsideLife", "IssuerOutsideLife"}
# What shows in the words alone, or in a number that is still blank.
_IN_WORDS: Final = (
    symbol_without_number,
    symbol_against_letterhead,
    impossible_days,
    wrong_weekdays,
    recipients_against_articles,
    recipients_against_address,
    missing_annexes,
    missing_attachments,
    bodies_of_another_day,
)


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """What a check found: remarks in reading order, and the day the draft was judged by (`undated`: not its own)."""

    day: str
    undated: bool
    remarks: tuple[Remark, ...]
    issues: tuple[Issue, ...]

    @property
    def serious(self) -> int:
        """How many remarks are more than a note."""
        return sum(remark.severity != "Info" for remark in self.remarks)


def check(path: Path, settings: Settings, today: date) -> DraftCheck:
    """Read the draft at *path* and judge it by the shapes; nothing is written.

    Its own date counts where it is filled in, else *today*: whether a body still exists and whether a document cited
    is still the one in force depend on it. Raises SourceError when no document can be read from the file.
    """
    knowledge = knowledge_of()
    found = extract(path, settings.model_copy(update={"include_internal": True}), undated=today.isoformat())
    documents = _captured(found.statements)
    dated = {s.subject: s.object for s in found.statements if s.predicate == PIO.documentDate}
    own = sorted(day.value for document in documents if isinstance(day := dated.get(document), Literal))
    signed = own[0] if own else today.isoformat()
    store = _store([*found.statements, *_dates(documents, dated, signed)], settings)
    text = read(Path(path.name), path.read_bytes(), settings.size_limit).text
    kept = [f for f in validate(store, resource("shapes"), settings).findings if _concerns_the_drafter(f)]
    draft = Draft(text, found.statements, knowledge, signed, _area(found.statements, documents))
    remarks = {*(_remark(f, text.raw, store) for f in kept), *(r for words in _IN_WORDS for r in words(draft))}
    return DraftCheck(signed, not own, tuple(sorted(remarks, key=_place)), found.issues)


def _area(statements: Iterable[Statement], documents: Mapping[Iri, Iri]) -> str:
    """Tell for which area the draft speaks, empty where it does not say."""
    areas = sorted(str(s.object) for s in statements if s.predicate == PIO.jurisdiction and s.subject in documents)
    area = areas[0].rpartition("/")[2] if areas else ""
    return CENTRAL if area == "viet-nam" else area


def _store(statements: list[Statement], settings: Settings) -> Store:
    """Load a draft with the vocabulary, and draw what follows."""
    store = Store.memory()
    store.load(serialise(statements))
    for file in (resource("ontology", "pio.ttl"), *sorted(resource("ontology", "codelists").glob("*.ttl"))):
        store.load_turtle(file, Iri(settings.base_iri + "graph/ontology"))
    infer(store, settings)
    return store


def _captured(statements: Iterable[Statement]) -> dict[Iri, Iri]:
    """The documents that the file contains, with the graph they are described in."""
    return {s.subject: s.graph for s in statements if s.predicate == PIO.capturedIn}


def _dates(documents: dict[Iri, Iri], dated: Mapping[Iri, Term], day: str) -> Iterator[Statement]:
    """Give the day of signing to a draft whose date is not filled in."""
    for document, graph in sorted(documents.items()):
        if document not in dated:
            yield Statement(document, PIO.documentDate, Literal(day, XSD.date), graph)


def _concerns_the_drafter(finding: Finding) -> bool:
    name = finding.shape.removeprefix(_SHAPES)
    return name in _TAKEN_IN or (finding.origin == "source" and name not in _LEFT_OUT)


def _remark(finding: Finding, text: str, store: Store) -> Remark:
    # The IRI of a passage ends in its offsets (ontology, identifiers).
    ends = sorted(tuple(map(int, passage.rpartition("/")[2].split("-"))) for passage in finding.evidence)
    passages = tuple(passage_at(text, start, end) for start, end in ends)
    name = finding.shape.removeprefix(_SHAPES)
    hint = _HINTS[name](finding, store) if name in _HINTS else ""
    return Remark(name, finding.severity, finding.message_vi, finding.message_en, hint, passages)


def _successors(finding: Finding, store: Store) -> str:
    """Name who took over from a body that is no more."""
    rows = store.select(
        f"SELECT DISTINCT ?name {{ <{finding.value}> pio:presentSuccessor|pio:possibleSuccessor ?body . "
        '?body skos:prefLabel ?name FILTER(LANG(?name) = "vi") } ORDER BY ?name'
    )
    names = [row["name"].value for row in rows if isinstance(row["name"], Literal)]
    return f"Cơ quan kế thừa: {', '.join(names)}." if names else ""


def _newest(finding: Finding, store: Store) -> str:
    """Name the last of those that replaced a document one after the other, by its title."""
    rows = store.select(
        f"SELECT ?title ?symbol ?date {{ ?last pio:replaces+ <{finding.value}> ; dcterms:title ?title ; "
        "pio:documentDate ?date . OPTIONAL { ?last pio:symbol ?symbol } "
        "FILTER NOT EXISTS { ?later pio:replaces ?last } } ORDER BY DESC(?date) ?title"
    )
    for row in rows:
        told = [text.value for name in ("title", "symbol") if isinstance(text := row.get(name), Literal)]
        return f"Văn bản mới nhất: {' số '.join(told)}."
    return ""


_HINTS: Final = {
    "AgencyOutsideLife": _successors,
    "IssuerOutsideLife": _successors,
    "RecipientOutsideLife": _successors,
    "ReplacedCited": _newest,
}


def _place(remark: Remark) -> tuple[int, str, str]:
    """Sort by reading order; what has no place of its own comes first."""
    return (remark.passages[0].start if remark.passages else -1, remark.rule, remark.message_vi)
