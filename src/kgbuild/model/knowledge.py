"""The tables of knowledge the reader works with: types, codes, areas, agencies, known documents, themes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Area:
    """A place with its own organs: the country or a province in one of its lives."""

    slug: str
    name: str
    full_name: str
    name_en: str
    kind: str
    valid_from: str = ""
    valid_to: str = ""
    aliases: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def city(self) -> bool:
        """Whether its Party committee is a Thành ủy."""
        return self.kind == "thanh-pho"


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """One row of agencies.csv: a body of the centre, of one area, or a template that each province fills.

    In names `{X}` stands for the area's full name, `{x}` for its bare name, `{U}` for Thành ủy or Tỉnh ủy and `{T}`
    for "thành phố" or "tỉnh".
    """

    id: str
    scope: str
    slug: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    bare_names: tuple[str, ...]
    symbol: str
    type: str
    kind: str
    parent: str
    parent_relation: str
    guided_by: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One row of document_types.csv: a type word with its folded notation and the sides that use it.

    Traits: a `law` is known by its name and year, `orders` tells others at its points what to do, a `product` is issued
    once for a purpose of its own, so that a task may yield it, `translated` heads pages in English by its English name.
    """

    notation: str
    name: str
    name_en: str
    side: str
    symbols: tuple[str, ...]
    rdf_class: str
    normative: str
    abbreviations: tuple[str, ...]
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """One row of issuer_codes.csv: an organ code and the agency (or template) it stands for."""

    code: str
    variants: tuple[str, ...]
    agency: str
    side: str
    level: str
    kind: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """One row of documents.csv: a document whose identity is settled outside any build.

    `effective` (ISO) is the day from which a law applies that follows another of its name.
    """

    path: str
    symbol: str
    type: str
    issuer: str
    date: str
    title: str
    aliases: tuple[str, ...]
    status: str
    successor: str
    effective: str = ""


@dataclass(frozen=True, slots=True)
class EffectiveDay:
    """One row of effective_days.csv: from which day a known document applies."""

    path: str
    day: str


@dataclass(frozen=True, slots=True)
class Succession:
    """One row of successions.csv: who took over from whom, when and how."""

    predecessor: str
    successor: str
    date: str
    kind: str
    function: str
    scope: str
    function_en: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of places.csv: a place, platform, fund, programme or award that is no agency."""

    id: str
    kind: str
    area: str
    slug: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One row of groups.csv: a class of bodies that texts name together, the nouns that name it and what narrows it."""

    slug: str
    name: str
    name_en: str
    nouns: tuple[str, ...]
    valid_from: str = ""
    valid_to: str = ""
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """One row of head_nouns.csv: a noun that opens the name of a body nobody has listed, and the class it tells.

    Traits: `unit` of a body above it, whose name may follow; `many`, each with a name behind the noun; `list`, whose
    name may list what it is for; `thing`, of which running text speaks as of places ("các trạm", "các trung tâm").
    """

    noun: str
    type: str
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One row of terms.csv: a congress term of a body; numbers of the Party restart with each."""

    body: str
    term: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One row of abbreviations.csv: a folded spelling of words in names, and these words in full as printed."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Surname:
    """One row of surnames.csv: a family name, with which the names of people begin.

    A `common` one ("yes") is more often that of a person than the beginning of the name of a place.
    """

    surname: str
    common: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All tables of one build, indexed by their keys."""

    areas: dict[str, Area]
    agencies: dict[str, AgencyRecord]
    types: dict[str, DocumentType]
    codes: dict[str, IssuerCode]
    documents: tuple[KnownDocument, ...]
    successions: tuple[Succession, ...]
    places: tuple[Place, ...]
    groups: dict[str, Group]
    head_nouns: tuple[HeadNoun, ...]
    terms: tuple[Term, ...]
    themes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    surnames: dict[str, Surname] = field(default_factory=dict)

    def forms(self, trait: str) -> frozenset[str]:
        """Give the notations of the document types that have a *trait*."""
        return frozenset(row.notation for row in self.types.values() if trait in row.traits)

    def central_twin(self, record_id: str, day: str, *, board: bool = False) -> str:
        """Find the body of the centre that has the bare name of a province's on *day* (ISO): "Cục Thuế"; empty: none.

        Its like in the provinces are parts of it. With *board*, as in a letterhead of the Central Committee, it may
        also be the Party board that "Trung ương" tells from those of the provinces: "Ban Tuyên giáo".
        """
        record = self.agencies.get(record_id)
        if record is None or record.scope != "province" or record.type == "Post":
            return ""
        slugs = (record.slug, f"{record.slug.removesuffix('-tu')}-trung-uong" if board else record.slug)
        return next(
            (
                row.id
                for row in self.agencies.values()
                if row.scope == "central"
                and row.slug in slugs
                and row.type != "Post"
                and row.valid_from <= day <= (row.valid_to or "9")
            ),
            "",
        )

    def forms_by_symbol(self) -> dict[str, str]:
        """Tell to which type a type symbol belongs: first to the one that has it as its own.

        QĐ is a Quyết định before it is a Quy định.
        """
        found: dict[str, str] = {}
        owned = sorted(self.types.values(), key=lambda t: (not t.rdf_class, len(t.name), t.notation))
        for rank in range(max((len(t.symbols) for t in owned), default=0)):
            for t in owned:
                if rank < len(t.symbols):
                    found.setdefault(t.symbols[rank], t.notation)
        return found
