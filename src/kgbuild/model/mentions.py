"""What the reader finds in a document before it knows which entities are meant."""

from dataclasses import dataclass

from kgbuild.identifiers import DocumentSymbol
from kgbuild.language import slug
from kgbuild.model.core import Span

Themes = tuple[tuple[str, Span], ...]
"""Codes of code:theme, each with the words that cue it."""


@dataclass(frozen=True, slots=True)
class Locality:
    """A district or commune that has organs of its own: the noun of its unit as written small, and its name."""

    noun: str
    name: str

    @property
    def full_name(self) -> str:
        """How it stands inside names of bodies: "huyện Chư Păh"."""
        return f"{self.noun} {self.name}"

    @property
    def slug(self) -> str:
        """The segment it adds to the IRI of its province's things: "huyen-chu-pah"."""
        return slug(self.full_name)

    @property
    def district(self) -> bool:
        """Whether it stands between province and commune (Law 77/2015/QH13; abolished on 01/7/2025)."""
        return self.noun in ("quận", "huyện", "thị xã", "thành phố")


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A body or a group of bodies named in the text.

    `record` is the id of the agency row that the words fit (empty for groups and unknown bodies), `group` the slug
    of the group, `name` the label of a group or unknown body, `area` the slug of a place said with the name (empty
    when none is), `post` the officer who is named for his organ, `rule` how it was recognised. With a `locality` it is
    the organ of that district or commune, and `record` the province's organ of the same sort.
    """

    span: Span
    record: str = ""
    group: str = ""
    name: str = ""
    area: str = ""
    post: str = ""
    elliptical: bool = False
    truncated: bool = False
    rule: str = "name"
    locality: Locality | None = None

    @property
    def body(self) -> tuple[str, str, str, str, Locality | None]:
        """What is named, whatever the words and wherever they stand: equal for two mentions of one body."""
        return self.record, self.group, self.name, self.area, self.locality


@dataclass(frozen=True, slots=True)
class IssuerReading:
    """Who issues a document, the slug of the province named with it (empty when none is), the district or commune.

    `beside` are the other bodies of a document that several issue jointly.
    """

    issuer: AgencyMention | None
    area: str
    locality: Locality | None = None
    beside: tuple[AgencyMention, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationMention:
    """Another document named in the text.

    `subject` is the index of the citation inside whose title this one stands (-1: the document itself), `kind` the
    relation's code, `form` the notation of the type word, `title` what follows the number, `issuer` the issuing
    body as written, `area` the slug of a place said with it, `part` the cited articles, `name` a law's or
    descriptive name where there is no symbol, `parties` the bodies between whom minutes or an agreement were made.
    """

    span: Span
    kind: str
    form: str = ""
    symbol: DocumentSymbol | None = None
    symbol_span: Span | None = None
    date: str | None = None
    issuer: AgencyMention | None = None
    title: Span | None = None
    part: Span | None = None
    name: str = ""
    subject: int = -1
    draft: bool = False
    renews: bool = False
    rule: str = "symbol"
    section: str = ""
    term: str = ""
    parties: tuple[AgencyMention, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleMention:
    """When something is to be done: years always where known, days besides; `recurrence` a frequency code."""

    span: Span
    start_year: str = ""
    end_year: str = ""
    start_date: str = ""
    end_date: str = ""
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """One body's part in a duty: role code, the body, and for whom or through whom it acts."""

    role: str
    agent: AgencyMention
    modality: str = "mandated"
    confidence: float = 0.9
    rule: str = ""
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class PlannedMention:
    """A document that a task is to produce: its words, its form, who is to issue it, its title where one is said."""

    span: Span
    form: str
    issuer: AgencyMention | None = None
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class TaskMention:
    """Something to be done by somebody: a table row, a labelled block, or a duty in prose.

    `source` is table, block or narrative; `number` the printed row number with its groups where numbering
    restarts; `key` tells apart rows of one table whose printed numbers do not; `span` the whole duty, `title` its
    name. In reported speech `speaker` is the words before it, which may name a person, `stated_by` a body that speaks.
    """

    source: str
    number: str
    title: Span
    span: Span
    roles: tuple[Role, ...]
    schedule: ScheduleMention | None = None
    section: str = ""
    product: Span | None = None
    funding: Span | None = None
    standing: bool = False
    reports_to: tuple[AgencyMention, ...] = ()
    submits_to: tuple[AgencyMention, ...] = ()
    via: tuple[AgencyMention, ...] = ()
    directs: tuple[AgencyMention, ...] = ()
    appraised_by: tuple[AgencyMention, ...] = ()
    frequency: str = ""
    table: int = 0
    key: str = ""
    stated_by: AgencyMention | None = None
    speaker: Span | None = None
    themes: Themes = ()
    yields: tuple[PlannedMention, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureMention:
    """A general task or solution, or (kind objective) a purpose, goal or requirement."""

    kind: str
    span: Span
    section: str
    themes: Themes = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetMention:
    """A figure to be reached (or reported as reached) with what it counts; in a table `cells` say both."""

    span: Span
    figure: Span | None
    value: float | None
    unit: str
    comparator: str
    kind: str
    section: str
    deadline: str = ""
    start: str = ""
    per: str = ""
    recurrence: str = ""
    reported: bool = False
    cells: tuple[Span, ...] = ()
    themes: Themes = ()
