"""Match a name from elsewhere, as a spreadsheet has it, with the agencies and documents of the graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kgbuild.model import Literal, Term
from kgbuild.namespaces import ORG, PIO, Iri
from kgbuild.publish.search import spell_acronyms, split_words
from kgbuild.store import AnyStore

# What can be matched, with its names in both languages.
KINDS: Final = {
    ORG.Organization: ("Cơ quan, tổ chức", "Agency or organization"),
    PIO.CollectiveAgent: ("Nhóm cơ quan", "Group of agencies"),
    PIO.PolicyDocument: ("Văn bản", "Policy document"),
    PIO.Programme: ("Chương trình", "Programme"),
    PIO.Scheme: ("Đề án", "Scheme"),
}
NAMES: Final = """SELECT ?it ?name ?main WHERE {
  ?it a <%s> ; skos:prefLabel|skos:altLabel|pio:symbol|dcterms:title ?name
  OPTIONAL { ?it skos:prefLabel ?main FILTER(LANG(?main) = "vi") } }"""
SYMBOLS: Final = """SELECT ?it ?type ?symbol WHERE {
  ?it pio:symbol ?symbol ; pio:documentType/skos:prefLabel ?type FILTER(LANG(?type) = "vi") }"""
# Words that names leave out as often as not: of "tỉnh Gia Lai", "thành phố Hà Nội", "Khoa học và Công nghệ".
IDLE: Final = frozenset({"tinh", "thanh", "pho", "va"})
SAME, NO_MARKS, ALL_WORDS, OTHER_MARKS = 100.0, 98.0, 95.0, 90.0
SURE: Final = 95.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant: its kind, its name, how well it fits (to 100), whether it is surely the one."""

    iri: Iri
    kind: Iri
    name: str
    score: float
    match: bool = False


@dataclass(slots=True)
class _Thing:
    """A thing with all its names, each cut into words: without marks, and as written."""

    kind: Iri
    name: str
    spelled: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)


class Names:
    """The names of a graph, by the words in them."""

    def __init__(self, store: AnyStore) -> None:
        self._things: dict[Iri, _Thing] = {}
        self._by_word: dict[str, set[Iri]] = defaultdict(set)
        for kind in KINDS:
            for row in store.select(NAMES % kind):
                iri, name = Iri(str(row["it"])), _text(row["name"])
                thing = self._things.setdefault(iri, _Thing(kind, _text(row.get("main")) or name))
                self._spell(iri, thing, name)
        for row in store.select(SYMBOLS):
            # as documents are named in passing, which no label says
            for word in (" ", " số "):
                name = f"{_text(row['type'])}{word}{_text(row['symbol'])}"
                iri = Iri(str(row["it"]))
                if iri in self._things:
                    self._spell(iri, self._things[iri], name)

    def _spell(self, iri: Iri, thing: _Thing, name: str) -> None:
        words = split_words(name)
        if words:
            acronyms = spell_acronyms(name)
            thing.spelled.append((tuple(plain for plain, _ in words), tuple(written for _, written in words)))
            thing.acronyms |= acronyms
            for word in {plain for plain, _ in words} | acronyms:
                self._by_word[word].add(iri)

    def find(self, query: str, kinds: Iterable[str] = (), limit: int = 10) -> list[Candidate]:
        """Find what *query* may name, the best first; *kinds* (IRIs, or what follows their #) narrow the choice.

        A candidate is a match when it fits surely and no other fits as well.
        """
        words = split_words(query)
        wanted = {kind for kind in KINDS if not kinds or kind in kinds or kind.rpartition("#")[2] in kinds}
        iris = {iri for plain, _ in words for iri in self._by_word.get(plain, ())}
        found = [
            Candidate(iri, thing.kind, thing.name, score)
            for iri, thing in ((iri, self._things[iri]) for iri in iris)
            if thing.kind in wanted and (score := _score(words, thing)) > 0
        ]
        found.sort(key=lambda candidate: (-candidate.score, candidate.name, candidate.iri))
        best = found[:limit]
        if best and best[0].score >= SURE and (len(found) == 1 or found[1].score < best[0].score):
            first = best[0]
            best[0] = Candidate(first.iri, first.kind, first.name, first.score, match=True)
        return best


def _text(value: Term | None) -> str:
    return value.value if isinstance(value, Literal) else ""


def _score(words: list[tuple[str, str]], thing: _Thing) -> float:
    plain, written = tuple(p for p, _ in words), tuple(w for _, w in words)
    return max(_fit(plain, written, name, thing) for name in thing.spelled)


def _fit(plain: tuple[str, ...], written: tuple[str, ...], name: tuple[tuple[str, ...], ...], thing: _Thing) -> float:
    """Score one name of a thing: the same, the same but for marks, or by the share of words that both have."""
    if written == name[1]:
        return SAME
    if plain == name[0]:
        return NO_MARKS if plain == written else OTHER_MARKS
    known = set(name[0])
    shared = [word for word in plain if word in known]
    covered = set(shared) | set(_spelled_out(plain, name[0], thing.acronyms))
    asked = sum(word in known or word in thing.acronyms for word in plain) / len(plain)
    needed = [word for word in name[0] if word not in IDLE or word in plain]
    given = sum(word in covered for word in needed) / len(needed) if needed else 0.0
    return round(ALL_WORDS * 2 * asked * given / (asked + given), 1) if asked + given else 0.0


def _spelled_out(plain: tuple[str, ...], name: tuple[str, ...], acronyms: set[str]) -> Iterator[str]:
    """Give the words of a name for which an abbreviation stands."""
    told = [word for word in name if word != "va"]
    letters = "".join(word[0] for word in told)
    for word in plain:
        at = letters.find(word) if word in acronyms and word not in name else -1
        if at >= 0:
            yield from told[at : at + len(word)]
