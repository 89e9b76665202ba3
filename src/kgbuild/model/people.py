"""People and occasions as the text names them: who signs or is sent a copy, what is held, what is given."""

from dataclasses import dataclass

from kgbuild.model.core import Span
from kgbuild.model.mentions import AgencyMention


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named with a post: the name, the post's words and the body it belongs to."""

    span: Span
    name: Span
    post: Span | None = None
    agency: AgencyMention | None = None
    former: bool = False
    role: str = "mentioned"
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class RecipientMention:
    """One line below "Nơi nhận": the words, the bodies named, the purpose in brackets.

    The archive's line is `filed` and may name the `unit` that drafted the document.
    """

    span: Span
    agents: tuple[AgencyMention, ...] = ()
    purpose: str = ""
    filed: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A conference, ceremony, fair or day named in the text, with the days said to be its own (ISO, else empty).

    `name` leaves the place out; `reported` says that a news report opens with it.
    """

    span: Span
    name: Span
    start_date: str = ""
    end_date: str = ""
    date_span: Span | None = None
    organiser: AgencyMention | None = None
    place: Span | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class AwardMention:
    """An order, certificate or title that was given: what, by whom, to whom as written and as the body it names."""

    span: Span
    name: Span
    giver: AgencyMention | None
    recipient: Span
    agency: AgencyMention | None = None
    person: Span | None = None
