"""What documents speak of besides bodies, documents and duties: programmes, quotations, reviews, rules of procedure."""

from dataclasses import dataclass

from kgbuild.model.core import Span


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A programme, scheme, project or fund named in the text.

    `kind` is programme, scheme, project or fund; `span` the printed name with its period and place, `core` the words
    that tell it from others (without the head noun), `period` the years said with it. `act` tells what the text does
    with it: creates, performs, contains ("thuộc Chương trình …") or mentions. `area` is the slug of the place it
    belongs to ("tw" for the country, empty when only the document's own area can be inferred), `record` the id of
    a row of places.csv; `row` says that it stands in a table, where each row is a thing of its own.
    """

    kind: str
    span: Span
    core: Span
    period: Span | None = None
    start_year: str = ""
    end_year: str = ""
    act: str = "mentions"
    area: str = ""
    record: str = ""
    row: bool = False


@dataclass(frozen=True, slots=True)
class QuotationMention:
    """Words of another document quoted at length; `quoted` is the place of the citation that they come from."""

    span: Span
    quoted: Span
    section: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneMention:
    """A review that is to be held: `kind` is so-ket or tong-ket, `time` the words that say when."""

    kind: str
    span: Span
    time: Span
    start_year: str = ""
    end_year: str = ""
    end_date: str = ""
    recurrence: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit counted from an event: so many units of time before or after it."""

    span: Span
    quantity: int
    unit: str
    direction: str
    event: Span


@dataclass(frozen=True, slots=True)
class RuleMention:
    """A rule of procedure: the sentence, a limit of time where it sets one, the provisions it refers to."""

    span: Span
    section: str
    limit: TimeLimit | None = None
    reference: Span | None = None


@dataclass(frozen=True, slots=True)
class EffectMention:
    """When a document takes effect: on a day (ISO), else so many days after it was signed."""

    span: Span
    date: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing that several sources may name: its path, class and label; `area` a slug where the words say whose it is.

    `start_year` and `end_year` bound the period in its name.
    """

    path: str
    type: str
    label: str
    area: str = ""
    start_year: str = ""
    end_year: str = ""


@dataclass(frozen=True, slots=True)
class LinkedProgramme:
    """A programme, scheme, project or fund with all its mentions in one document."""

    thing: NamedThing
    mentions: tuple[ProgrammeMention, ...]
