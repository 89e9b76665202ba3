"""What templates are given: links, facts with their words and origin, dates and labels in the reader's language."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final, TypeVar

from kgbuild.model import Literal, Term
from kgbuild.namespaces import CODE, DCTERMS, PIO, RDF, SKOS, Iri
from kgbuild.publish.formats import shorten, write_date, write_literal, write_number
from kgbuild.publish.index import Index, Passage, Text
from kgbuild.publish.paths import Places, in_language, local_path, page_file, page_of, url

T = TypeVar("T")
Strings = dict[str, Any]  # the words of the interface, one tree per language

# Classes that say the side or nature of a document, not its form.
GENERAL_CLASSES: Final = (PIO.PolicyDocument, PIO.StateDocument, PIO.PartyDocument)


@dataclass(frozen=True, slots=True)
class Link:
    """A text in its language and the place on the site that it leads to (empty when there is no page)."""

    text: str
    lang: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The way to a passage of a source text, the passage, and its number where there are several.

    *about* names the node that they are behind, and after a space the property where they prove one.
    """

    path: str
    quote: str
    number: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a fact, how it is known (`curation`, `source`, `authority`, `inferred`), and its words."""

    link: Link
    origin: str = "source"
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a node, by its key in the words of the interface, with all its values."""

    name: str
    said: tuple[Said, ...]


class Reader:
    """Reads the graph for one language; *places* tells where each node is shown."""

    __slots__ = ("_kept", "_links", "_within", "index", "lang", "places", "strings")

    def __init__(self, index: Index, places: Places, language: str, strings: Strings):
        self.index = index
        self.places = places
        self.lang = language
        self.strings = strings
        self._links: dict[str, Link] = {}
        self._within: dict[str, dict[str, list[Iri]]] = {}
        self._kept: dict[tuple[Callable[[Reader, str], Any], str], Any] = {}

    @property
    def base_iri(self) -> str:
        """Give the base of the IRIs of this site."""
        return self.places.base_iri

    def once(self, read: "Callable[[Reader, str], T]", node: str) -> T:
        """Read a node by *read*, once in the life of this reader: a task stands on the pages of many agencies."""
        key = (read, node)
        if key not in self._kept:
            self._kept[key] = read(self, node)
        found: T = self._kept[key]
        return found

    def label(self, iri: str) -> Link:
        """Name a node without linking to it."""
        text = self.called(iri)
        return Link(text.value, text.lang)

    def code(self, iri: str | None) -> str:
        """Give the last segment of a code IRI: `lead` for `code:role/lead`."""
        return iri.rsplit("/", 1)[-1] if iri else ""

    def link(self, iri: str) -> Link:
        """Name a node and lead to its page, or to its place on the page of what holds it."""
        link = self._links.get(iri)
        if link is None:
            text = self.name(iri)
            link = self._links[iri] = Link(shorten(text.value), text.lang, self.path(iri))
        return link

    def local_link(self, agency: str, area: str | None) -> Link:
        """Name an agency as within its own area, without the place; bodies of other areas keep it."""
        link = self.link(agency)
        if area is None or self.index.iri(agency, PIO.jurisdiction) != area:
            return link
        if link.lang == "en":
            return Link(link.text.removesuffix(f" of {self.index.label(area, self.lang).value}"), link.lang, link.path)
        bare = [name for name in self.index.literals(agency, SKOS.altLabel) if link.text.startswith(name + " ")]
        return Link(max(bare, key=len, default=link.text), link.lang, link.path)

    def path(self, iri: str) -> str:
        """Give the way from the root of the site to a node; empty when nothing shows it."""
        place = self.places.find(iri)
        return url(in_language(place[0], self.lang), place[1]) if place else ""

    def section(self, iri: str, anchor: str) -> str:
        """Give the way from the root of the site to a section of a node's page; empty when it has none."""
        file = page_file("page/" + local_path(iri, self.base_iri))
        moved = self.places.moved.get((file, anchor), file)
        return url(in_language(moved, self.lang), anchor) if file in self.places.files else ""

    def within(self, owner: str, cls: str) -> list[Iri]:
        """List the nodes of a class whose IRIs hang under that of *owner*, the nearest thing with a page."""
        if cls not in self._within:
            held: dict[str, list[Iri]] = defaultdict(list)
            for node in self.index.instances(cls):
                if place := self._home(node):
                    held[place].append(node)
            self._within[cls] = held
        return self._within[cls].get(self._home(owner), [])

    def _home(self, node: str) -> str:
        place = page_of(node, self.base_iri, self.places.files.__contains__)
        return place[0] if place else ""

    def name(self, iri: str) -> Text:
        """Name a node in full: a numbered document by its type and symbol, anything else by its label.

        The only annex or attached plan of a numbered document goes by the document: its own title is a sentence.
        """
        index = self.index
        symbol = index.literal(iri, PIO.symbol)
        if not symbol:
            return self._attached(iri) or self.called(iri)
        symbol, form = shorten(symbol), self.form(iri)
        return Text(f"{form.value} {symbol}" if form else symbol, form.lang if form else "vi")

    def _attached(self, iri: str) -> Text | None:
        carrier, form = self.index.iri(iri, PIO.annexOf, PIO.promulgatedBy), self.form(iri)
        if carrier is None or form is None or not self.index.literal(carrier, PIO.symbol):
            return None
        beside = self.index.inbound(carrier, PIO.annexOf, PIO.promulgatedBy)
        if sum(self.form(other) == form for other in beside) > 1:
            return None
        name = (
            str(self.strings["attached"]).replace("{part}", form.value).replace("{carrier}", self.name(carrier).value)
        )
        return Text(name, form.lang)

    def called(self, iri: str) -> Text:
        """Give the label of a node; a place or body that replaced one of the same name is told apart by the year."""
        index, text = self.index, self.index.label(iri, self.lang)
        older = index.iris(iri, DCTERMS.replaces) or index.inbound(iri, PIO.presentSuccessor)
        if not any(index.label(old, self.lang) == text for old in older):
            return text
        year = (index.literal(iri, PIO.validFrom) or self._since(iri))[:4]
        return Text(f"{text.value} ({self.strings['since']} {year})", text.lang) if year else text

    def _since(self, body: str) -> str:
        """Give the day since which the area of a body has been there, empty when it is not told."""
        area = self.index.iri(body, PIO.jurisdiction)
        return self.index.literal(area, PIO.validFrom) if area else ""

    def form(self, document: str) -> Text | None:
        """Name the type of a document: its code where it has one, else its most particular class."""
        code = self.index.iri(document, PIO.documentType)
        if code is None:
            classes = [c for c in self.index.iris(document, RDF.type) if c in PIO and c not in GENERAL_CLASSES]
            code = classes[0] if classes else None
        return capital(self.index.label(code, self.lang)) if code else None

    def words(self, passages: Iterable[Passage], about: str = "") -> tuple[Words, ...]:
        """Lead to passages in their source texts, at most three: enough to check what they are *about* by."""
        found = [(self._text_path(p), p.quote) for p in islice(passages, 3)]
        if len(found) < 2:
            return tuple(Words(path, quote, about=about) for path, quote in found)
        return tuple(Words(path, quote, f" {at}", about) for at, (path, quote) in enumerate(found, 1))

    def _text_path(self, passage: Passage) -> str:
        file, anchor = self.places.find_passage(passage.sha256, passage.start, passage.end)
        return f"{in_language(file, self.lang)}#{anchor}"

    def words_of(self, node: str, prop: str | None = None) -> tuple[Words, ...]:
        """Lead to the words behind a node, or behind one property of it."""
        return self.words(self.index.evidence(node, prop), f"{node} {prop}" if prop else node)

    def value(self, term: Term) -> Link:
        """Show any value: a node by its name, a literal in the manner of the language."""
        return Link(self.literal(term), term.language or "") if isinstance(term, Literal) else self.link(term)

    def literal(self, literal: Literal) -> str:
        """Write a literal in the manner of the language."""
        return write_literal(literal, self.lang, self.strings)

    def date(self, iso: str) -> str:
        """Write an ISO date in the manner of the language."""
        return write_date(iso, self.lang, self.strings["months"])

    def number(self, value: str | int) -> str:
        """Write a number in the manner of the language."""
        return write_number(value, self.lang)

    def facts(self, node: str, properties: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
        """Read the facts of a node, given as (key of the interface's word, property), leaving out the empty ones."""
        found = ((name, self.said(node, prop)) for name, prop in properties)
        return tuple(Fact(name, said) for name, said in found if said)

    def said(self, node: str, prop: str) -> tuple[Said, ...]:
        """Read the values of one property with their origin and words; a text said in two languages counts once."""
        index = self.index
        values = index.values(node, prop)
        if not values:
            return ()
        if all(isinstance(v, Literal) and v.language for v in values):
            best = index.text(node, self.lang, prop)
            values = [v for v in values if isinstance(v, Literal) and best and v.language == best.lang]
        words = self.words_of(node, prop)
        return tuple(Said(self.value(v), index.origin(node, prop, v), words) for v in values)

    def linked(self, owner: str, prop: str, node: str, link: Link) -> Said:
        """Show *link* for the statement `owner prop node`, with the words behind *node*."""
        return Said(link, self.index.origin(owner, prop, Iri(node)), self.words_of(node))

    def concept(self, node: str, prop: str) -> Link | None:
        """Name the code that a node carries, such as its modality."""
        code = self.index.iri(node, prop)
        return self.label(code) if code else None

    def first_offset(self, node: str) -> tuple[str, int]:
        """Order nodes as they stand in their texts: the source and offset of the first passage behind them."""
        passages = self.index.evidence(node)
        return (passages[0].sha256, passages[0].start) if passages else ("~", 0)


def brief(link: Link) -> Link:
    """Cut the text of a link for a narrow column."""
    return replace(link, text=shorten(link.text, 60))


def capital(text: Text) -> Text:
    """Begin a text with a capital letter."""
    return Text(text.value[:1].upper() + text.value[1:], text.lang)


def kind_of(reader: Reader, node: str) -> Link | None:
    """Name the most particular class of ours that a node has."""
    classes = [c for c in reader.index.iris(node, RDF.type) if c in PIO]
    if not classes:
        return None
    text = capital(reader.index.label(classes[0], reader.lang))
    return Link(text.value, text.lang)


def theme_links(reader: Reader, node: str) -> tuple[Link, ...]:
    """Name the themes of a node."""
    return tuple(reader.label(theme) for theme in reader.index.iris(node, DCTERMS.subject) if theme in CODE)


def alternative_names(reader: Reader, node: str) -> tuple[Link, ...]:
    """List the other names a node goes by in the texts."""
    return tuple(reader.value(v) for v in reader.index.values(node, SKOS.altLabel))
