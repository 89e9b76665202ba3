"""All that the reader finds in one document."""

from dataclasses import dataclass, field

from kgbuild.model.core import Span
from kgbuild.model.mentions import AgencyMention, CitationMention, MeasureMention, TargetMention, TaskMention, Themes
from kgbuild.model.people import AwardMention, EventMention, PersonMention, RecipientMention
from kgbuild.model.things import EffectMention, MilestoneMention, ProgrammeMention, QuotationMention, RuleMention


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one document of a source.

    `heading_themes` are those of its title and headings, by place, `congress` the congress whose resolution it is.
    """

    citations: tuple[CitationMention, ...] = ()
    tasks: tuple[TaskMention, ...] = ()
    measures: tuple[MeasureMention, ...] = ()
    targets: tuple[TargetMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    recipients: tuple[RecipientMention, ...] = ()
    issuer: AgencyMention | None = None
    programmes: tuple[ProgrammeMention, ...] = ()
    quotations: tuple[QuotationMention, ...] = ()
    milestones: tuple[MilestoneMention, ...] = ()
    rules: tuple[RuleMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    awards: tuple[AwardMention, ...] = ()
    effect: EffectMention | None = None
    congress: CitationMention | None = None
    heading_themes: dict[Span, Themes] = field(default_factory=dict)
