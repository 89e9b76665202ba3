"""The linker: which entities the documents of one source stand for and speak of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.identifiers import DocumentKey, short_hash
from kgbuild.language import slug
from kgbuild.model import Span
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedCitation, LinkedPart
from kgbuild.model.mentions import AgencyMention, CitationMention, Findings, IssuerReading
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.resolution.areas import area_at
from kgbuild.resolution.body_names import is_central
from kgbuild.resolution.context import CENTRAL, Context, place_of
from kgbuild.resolution.documents import DocumentLinker
from kgbuild.resolution.planned import plan_documents
from kgbuild.resolution.programmes import link_programmes
from kgbuild.resolution.said_elsewhere import SaidElsewhere
from kgbuild.resolution.undated import no_earlier

_TEMPLATE = re.compile(r"\s*\{x\}$", re.IGNORECASE)
_PLACE_WORD = re.compile(r"^-(?:ubnd-)?(?:tinh|thanh-pho|tp)?-?")  # "Cổng Thông tin điện tử tỉnh Nghệ An"


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One document of a source as read: its structure, what was found, who issues it and where."""

    part: Part
    findings: Findings
    said: IssuerReading


@dataclass(frozen=True, slots=True)
class _Source:
    """What is the same for all documents of a source: *undated* is the day of those that print none."""

    text: Text
    parts: Sequence[ReadPart]
    elsewhere: SaidElsewhere
    undated: str


class Linker:
    """Resolves the documents of sources, one source at a time.

    A document that prints no date speaks of the bodies and places of the day *undated* (ISO), where one is given, else
    of the earliest day that its own words allow.
    """

    def __init__(self, knowledge: Knowledge, undated: str = "") -> None:
        self.knowledge = knowledge
        self.undated = undated
        self.documents = DocumentLinker(knowledge)
        self.agents = self.documents.agents

    def link(self, text: Text, parts: Sequence[ReadPart]) -> list[LinkedPart]:
        """Resolve the documents of one source: their own keys first, then what they cite and whom they name."""
        cited = [c for read in parts for c in read.findings.citations]
        elsewhere, undated = SaidElsewhere.of(cited), self.undated or no_earlier(text, cited)
        source = _Source(text, parts, elsewhere, undated)
        linked: list[LinkedPart] = []
        for at in range(len(parts)):
            linked.append(self._link(source, at, linked))
        return linked

    def _link(self, source: "_Source", at: int, before: Sequence[LinkedPart]) -> LinkedPart:
        text, parts, elsewhere = source.text, source.parts, source.elsewhere
        read = parts[at]
        part = read.part
        carrier = before[part.carrier] if 0 <= part.carrier < len(before) else None
        named = self._carried_by(at, parts) if part.kind == "document" else None
        date = part.head.date or (named.date if named else None) or (carrier.date if carrier else "") or ""
        day = date or source.undated
        area = carrier.area if carrier else self._area(read, day)
        locality = read.said.locality
        draft = Context(area, day, self._draft_name(text, part), locality)
        issuer = carrier.issuer if carrier else self._issuer(read, draft, text)
        if part.kind == "news":
            issuer = self._publisher(text, part)
        own_area = place_of(area, locality) if locality else area
        ref = self._own_ref(text, read, own_area, date, named, carrier, issuer)
        organ = self._organ(issuer, area, day)
        context = Context(area, day, ref.path, locality, organ)
        agents = {key: self.agents.resolve(m, context, text.words(m.span)) for key, m in _agencies(read.findings)}
        citations = tuple(self._citations(text, read, context, ref, carrier, parts, at, elsewhere))
        carried_date = named.span if named and not part.head.date else None
        carried_symbol = named.symbol_span if named and not part.head.symbol_span else None
        return LinkedPart(
            part,
            read.findings,
            ref,
            issuer,
            _issuer_span(read),
            area,
            date,
            part.head.date_span or carried_date,
            part.head.symbol_span or carried_symbol,
            carrier.ref if carrier else None,
            citations,
            agents,
            link_programmes(text, read.findings.programmes, area, day, self.knowledge),
            organ,
            plan_documents(text, read.findings.tasks, self.documents, context),
        )

    def _draft_name(self, text: Text, part: Part) -> str:
        return text.words(part.head.title) if part.head.title else text.words(part.span)[:200]

    def _carried_by(self, at: int, parts: Sequence[ReadPart]) -> CitationMention | None:
        """Find the line of an attached plan that names this document as its carrier: it may give number and date."""
        own = parts[at].part
        for other in parts[at + 1 :]:
            if other.part.carrier != at:
                continue
            for mention in other.findings.citations:
                if mention.kind != "annexOf" or mention.symbol is None or mention.form != own.head.form:
                    continue
                if own.head.symbol is None or str(own.head.symbol) == str(mention.symbol):
                    return mention
        return None

    def _area(self, read: ReadPart, date: str) -> str:
        record = self.knowledge.agencies.get(read.said.issuer.record) if read.said.issuer else None
        if record is not None and record.scope == "central":
            return CENTRAL
        if record is not None and record.scope not in ("province", "central"):
            return area_at(self.knowledge, record.scope, date)
        return area_at(self.knowledge, read.said.area, date)

    def _issuer(self, read: ReadPart, context: Context, text: Text) -> AgentRef | None:
        return (
            self.agents.resolve(read.said.issuer, context, text.words(read.said.issuer.span))
            if read.said.issuer
            else None
        )

    def _organ(self, issuer: AgentRef | None, area: str, date: str) -> AgentRef | None:
        """Give the body that issues: a minister or a director acts for his ministry or department."""
        record = self.knowledge.agencies.get(issuer.record) if issuer and issuer.kind == "post" else None
        if record is None or record.parent not in self.knowledge.agencies:
            return issuer
        return self.agents.of_record(record.parent, "", Context(area, date))

    def _publisher(self, text: Text, part: Part) -> AgentRef | None:
        """Resolve the publisher of a report: a known medium by its name and province, another as it is named."""
        if part.publisher is None:
            return None
        words = text.words(part.publisher)
        media = [record for record in self.knowledge.agencies.values() if record.type == "MediaOrganization"]
        names = [(record, name) for record in media for name in (record.name, *record.aliases)]
        for record, name in names:
            if slug(words) == slug(name):
                return self.agents.of_record(record.id, "", Context(CENTRAL, ""), "alias")
            lead = slug(_TEMPLATE.sub("", name))
            area = _PLACE_WORD.sub("", slug(words).removeprefix(lead)) if slug(words).startswith(lead) else ""
            if _TEMPLATE.search(name) and area in self.knowledge.areas:
                return self.agents.of_record(record.id, area, Context(area, ""), "alias")
        return self.agents.resolve(AgencyMention(part.publisher, name=words), Context(CENTRAL, ""), words)

    def _own_ref(
        self,
        text: Text,
        read: ReadPart,
        area: str,
        date: str,
        named: CitationMention | None,
        carrier: LinkedPart | None,
        issuer: AgentRef | None,
    ) -> DocumentRef:
        part, head = read.part, read.part.head
        title = text.words(head.title) if head.title else ""
        if part.kind == "news":
            publisher = issuer.path.rsplit("/", 1)[-1] if issuer else "nd"
            words = "-".join(slug(title).split("-")[:8]) or "nn-" + short_hash(text.words(part.span))
            return DocumentRef(f"id/news/{date or 'nd'}/{publisher}/{words}", "tin-tuc", name=title)
        if carrier is not None:
            base = carrier.ref.key or DocumentKey("nd", "nd", "van-ban", "nd", "nd")
            key = (
                base.below("annex", str(part.ordinal))
                if part.kind == "annex"
                else base.below("attached", head.form or "van-ban")
            )
            return DocumentRef(key.path, head.form, key=key, title=title, party=carrier.ref.party)
        symbol = head.symbol or (named.symbol if named else None)
        form = head.form or "van-ban"
        if symbol is not None:
            return self.documents.captured(symbol, form, area, date)
        record = self.knowledge.agencies.get(issuer.record) if issuer and issuer.record else None
        organ = record.symbol if record and record.symbol else issuer.path.rsplit("/", 1)[-1] if issuer else ""
        # two letters that say neither whose they are nor what about are told apart by all their words
        known = title and (organ or area or date)
        ref = self.documents.unnumbered(area, organ, form, title if known else text.words(part.span), date)
        return replace(ref, party=bool(record and record.type == "PartyOrgan"))

    def _citations(
        self,
        text: Text,
        read: ReadPart,
        context: Context,
        own: DocumentRef,
        carrier: LinkedPart | None,
        parts: Sequence[ReadPart],
        at: int,
        elsewhere: SaidElsewhere,
    ) -> Iterator[LinkedCitation]:
        refs: list[DocumentRef] = []
        mentions = read.findings.citations
        for mention in mentions:
            said = self._said_area(mention.issuer, context)
            outer = refs[mention.subject] if 0 <= mention.subject < len(refs) else None
            day = outer.date or mentions[mention.subject].date if outer else ""
            cited = self.documents.cited(mention, replace(context, date=day or context.date), said, elsewhere)
            if (
                mention.kind == "annexOf"
                and carrier is not None
                and (mention.symbol is None or cited.symbol == carrier.ref.symbol)
            ):
                cited = carrier.ref
            elif mention.kind == "promulgates":
                cited = self._attached(mention, own, parts, at, text)
            refs.append(cited)
            citing = refs[mention.subject] if 0 <= mention.subject < len(refs) - 1 else None
            issuer = None
            if mention.issuer is not None:
                place = cited.key.area if cited.key else ""
                if place not in self.knowledge.areas and said != CENTRAL:
                    place = context.area
                there = replace(
                    context,
                    area=place,
                    date=cited.date or mention.date or context.date,
                    issuer=context.issuer if place == context.area else None,
                )
                issuer = self.agents.resolve(mention.issuer, there, text.words(mention.issuer.span))
            if cited.path != own.path and (citing is None or citing.path != cited.path):
                yield LinkedCitation(mention, citing, cited, mention.kind, issuer)
        if carrier is not None and not any(c.kind == "annexOf" for c in read.findings.citations):
            span = read.part.head.carried_by or read.part.head.title
            if span is not None:
                yield LinkedCitation(CitationMention(span, "annexOf", rule="position"), None, carrier.ref, "annexOf")

    def _said_area(self, issuer: AgencyMention | None, context: Context) -> str:
        """Tell the area that a citation names with the issuer: "Kế hoạch số 32/KH-UBND của UBND Thành phố Hà Nội"."""
        if issuer is None:
            return ""
        record = self.knowledge.agencies.get(issuer.record)
        if (record is not None and record.scope == "central") or (issuer.name and is_central(issuer.name)):
            return CENTRAL
        if issuer.locality:
            return place_of(area_at(self.knowledge, issuer.area or context.area, context.date), issuer.locality)
        if context.locality and issuer.record and self.knowledge.agencies[issuer.record].scope == "province":
            return issuer.area or context.area
        return issuer.area

    def _attached(
        self, mention: CitationMention, own: DocumentRef, parts: Sequence[ReadPart], at: int, text: Text
    ) -> DocumentRef:
        """Find what "Ban hành kèm theo Quyết định này Kế hoạch …" promulgates: the attached part, held or not."""
        base = own.key or DocumentKey("nd", "nd", "van-ban", "nd", "nd")
        key = base.below("attached", mention.form or "van-ban")
        return DocumentRef(key.path, mention.form, key=key, name=mention.name, party=own.party)


def _issuer_span(read: ReadPart) -> Span | None:
    return read.said.issuer.span if read.said.issuer else None


def _agencies(findings: Findings) -> Iterator[tuple[tuple[int, int, str], AgencyMention]]:
    """List every mention of a body in the findings that becomes part of a statement."""
    mentions: list[AgencyMention] = []
    for task in findings.tasks:
        mentions.extend(role.agent for role in task.roles)
        mentions.extend([task.stated_by] if task.stated_by else [])
        for group in (task.reports_to, task.submits_to, task.via, task.directs, task.appraised_by):
            mentions.extend(group)
    mentions.extend(p.agency for p in findings.people if p.agency)
    for recipient in findings.recipients:
        mentions.extend(recipient.agents)
    mentions.extend(event.organiser for event in findings.events if event.organiser)
    mentions.extend(body for award in findings.awards for body in (award.giver, award.agency) if body)
    for mention in mentions:
        yield (mention.span.start, mention.span.end, mention.record or mention.group or mention.name), mention
