"""One document of a source with everything found in it and the entities it stands for."""

from dataclasses import dataclass, field

from kgbuild.model.core import Span
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.findings import Findings
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.things import LinkedProgramme


@dataclass(frozen=True, slots=True)
class LinkedCitation:
    """A citation with the documents at both ends: who cites (None: the document itself) and what is cited."""

    mention: CitationMention
    citing: DocumentRef | None
    cited: DocumentRef
    kind: str
    issuer: AgentRef | None = None


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document that a task is to produce, the body that is to issue it and its title where the text says so."""

    ref: DocumentRef
    issuer: AgentRef | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class LinkedPart:
    """A captured document, resolved.

    `date` and `date_span` come from its head or from the line that names its carrier, `agents` maps the span of
    each mention of a body to its node, `organ` is the body that issues where the issuer is the holder of a post,
    `beside` the other bodies that issue it jointly, each with the words that name it,
    `planned` maps the words that name a document yet to be issued to its node, `seats` the path of a standing organ
    and the slug of a post to the body whose post it is.
    """

    part: Part
    findings: Findings
    ref: DocumentRef
    issuer: AgentRef | None
    issuer_span: Span | None
    area: str
    date: str
    date_span: Span | None
    symbol_span: Span | None
    carrier: DocumentRef | None
    citations: tuple[LinkedCitation, ...]
    agents: dict[tuple[int, int, str], AgentRef] = field(default_factory=dict)
    programmes: tuple[LinkedProgramme, ...] = ()
    organ: AgentRef | None = None
    beside: tuple[tuple[AgentRef, Span], ...] = ()
    planned: dict[tuple[int, int], PlannedDocument] = field(default_factory=dict)
    seats: dict[tuple[str, str], AgentRef] = field(default_factory=dict)
