"""The linker: which entities the documents of one source stand for and speak of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.identifiers import short_hash
from kgbuild.language import slug
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.findings import Findings
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.linked import LinkedPart
from kgbuild.model.mentions import AgencyMention, CitationMention, IssuerReading
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.resolution.areas import area_at
from kgbuild.resolution.body_names import is_national
from kgbuild.resolution.citing import NOWHERE, Citing, link_citations, said_area
from kgbuild.resolution.congresses import congress_resolution
from kgbuild.resolution.context import CENTRAL, Context, place_of
from kgbuild.resolution.documents import DocumentLinker
from kgbuild.resolution.planned import plan_documents
from kgbuild.resolution.programmes import link_programmes
from kgbuild.resolution.publishers import publisher_of
from kgbuild.resolution.said_elsewhere import SaidElsewhere
from kgbuild.resolution.seats import seats_of
from kgbuild.resolution.undated import no_earlier

_TITLE_WORDS = 8  # syllables of a headline that name a report
# how the headline of a report begins that tells of a document: by its number, its type or who issued it
_FORMULA = re.compile(
    r"\W*(?:(?:[^\W_]+\W+){0,7}?\d+/\S*[^\W\d_]{2}|(?:toàn văn|(?:phó )?thủ tướng|chính phủ|quốc hội|bộ chính trị|"
    r"ban bí thư|ủy ban|ubnd|hđnd|hội đồng|phê duyệt|ban hành|thông qua|công bố|quyết định|nghị quyết|"
    r"nghị định|thông tư|chỉ thị|kế hoạch|chương trình|công điện|kết luận|hướng dẫn|quy định|luật)(?![^\W_]))",
    re.IGNORECASE,
)


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
        elsewhere, undated = SaidElsewhere.of(text, cited), self.undated or no_earlier(text, cited)
        source = _Source(text, parts, elsewhere, undated)
        linked: list[LinkedPart] = []
        for at in range(len(parts)):
            linked.append(self._link(source, at, linked))
        return linked

    def _link(self, source: "_Source", at: int, before: Sequence[LinkedPart]) -> LinkedPart:
        text, read = source.text, source.parts[at]
        part, head = read.part, read.part.head
        carrier = before[part.carrier] if 0 <= part.carrier < len(before) else None
        named = self._carried_by(at, source.parts) if part.kind == "document" else None
        date = head.date or (named.date if named else None) or (carrier.date if carrier else "") or ""
        where = self._where(source, read, carrier, date or source.undated)
        if part.kind == "news":
            ref = _news_ref(text, part, date, where.issuer)
        elif carrier:
            ref = _carried_ref(text, part, carrier.ref)
        else:
            where_then = replace(where, date=date)
            ref = self._attached_ref(source, read, where_then) or self._own_ref(source, read, where_then, named)
            where = self._self_named(where, read, text, ref)
        context = replace(where, document=ref.path)
        organ = self._organ(context)
        context = replace(context, issuer=organ)
        agents = {key: self.agents.resolve(m, context, text.words(m.span)) for key, m in _agencies(read.findings)}
        carried = (p.part for p in source.parts if p.part.carrier == at and p.part.kind == "attached")
        attached = tuple(other.head.form or "" for other in carried)
        citing = Citing(text, context, ref, carrier.ref if carrier else None, source.elsewhere, attached)
        return LinkedPart(
            part=part,
            findings=read.findings,
            ref=ref,
            issuer=where.issuer,
            issuer_span=read.said.issuer.span if read.said.issuer else None,
            area=where.area,
            date=date,
            date_span=head.date_span or (named.span if named and not head.date else None),
            symbol_span=head.symbol_span or (named.symbol_span if named else None),
            carrier=citing.carrier,
            citations=tuple(link_citations(citing, read.findings.citations, head, self.documents)),
            agents=agents,
            programmes=link_programmes(text, read.findings.programmes, where.area, where.date, self.knowledge),
            organ=organ,
            beside=tuple((self.agents.resolve(m, context, text.words(m.span)), m.span) for m in read.said.beside),
            planned=plan_documents(text, read.findings.tasks, self.documents, context),
            seats=seats_of([*agents.values(), *([organ] if organ else [])], self.agents, context),
        )

    def _where(self, source: "_Source", read: ReadPart, carrier: LinkedPart | None, day: str) -> Context:
        """Tell where and on which day a document speaks, and who issues it; what is attached follows its carrier."""
        text, part = source.text, read.part
        area = carrier.area if carrier else self._area(read, day)
        name = text.words(part.head.title) if part.head.title else text.words(part.span)[:200]
        where, said = Context(area, day, name, read.said.locality), read.said.issuer
        if part.kind == "news":
            issuer = publisher_of(text, part, self.agents)
        elif carrier:
            issuer = carrier.issuer
        else:
            issuer = self.agents.resolve(said, where, text.words(said.span)) if said else None
        return replace(where, issuer=issuer)

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
        said = read.said.issuer
        record = self.knowledge.agencies.get(said.record) if said else None
        if record is not None and record.scope == "central":
            return CENTRAL
        if record is None and said is not None and is_national(said.name):
            return CENTRAL  # a board of the Government: the place line only tells its seat
        if record is not None and record.scope not in ("province", "central"):
            return area_at(self.knowledge, record.scope, date)
        symbol = read.part.head.symbol
        code = self.documents.code_of(symbol) if symbol and record is None else None
        if code is not None and code.level == "central":
            return CENTRAL  # the issuer's name is misread, and the place line only tells the seat
        return area_at(self.knowledge, read.said.area, date)

    def _organ(self, where: Context) -> AgentRef | None:
        """Give the body that issues: a minister or a director acts for his ministry or department."""
        issuer = where.issuer
        record = self.knowledge.agencies.get(issuer.record) if issuer and issuer.kind == "post" else None
        if record is None or record.parent not in self.knowledge.agencies:
            return issuer
        return self.agents.of_record(record.parent, "", where)

    def _self_named(self, where: Context, read: ReadPart, text: Text, ref: DocumentRef) -> Context:
        """Let who issues a document of no known province be the body that its text names, which its key tells apart."""
        said = read.said.issuer
        if where.area or said is None:
            return where
        alone = replace(where, document=ref.path, issuer=None)
        return replace(where, issuer=self.agents.resolve(said, alone, text.words(said.span)))

    def _attached_ref(self, source: "_Source", read: ReadPart, where: Context) -> DocumentRef | None:
        """Mint the reference of an attached plan that a file holds without its carrier: below that of the carrier.

        None for documents with a number of their own and where the line does not tell which carrier it was.
        """
        head = read.part.head
        line = head.carried_by if head.symbol is None else None
        if line is None:
            return None
        said = (m for m in read.findings.citations if m.kind == "annexOf" and line.start <= m.span.start < line.end)
        mention = next((m for m in said if m.symbol is not None), None)
        if mention is None:
            return None
        area = said_area(source.text, mention.issuer, where, self.documents)
        carrier = self.documents.cited(mention, where, area, source.elsewhere)
        known = carrier.key is not None and carrier.resolution != "unresolved" and carrier.key.year != "nd"
        return _carried_ref(source.text, read.part, carrier) if known else None

    def _own_ref(self, source: "_Source", read: ReadPart, where: Context, named: CitationMention | None) -> DocumentRef:
        """Mint the reference of a document of its own: by its symbol or that which its attached plan names."""
        head, issuer = read.part.head, where.issuer
        symbol = head.symbol or (named.symbol if named else None)
        form = head.form or "van-ban"
        # two documents of one number whose province is not known are told apart by their titles
        province = where.area or (where.nowhere if symbol else "")
        area = place_of(province, where.locality) if where.locality else where.area
        if symbol is not None:
            return self.documents.captured(symbol, form, area, where.date, province)
        congress = read.findings.congress
        if congress and (found := congress_resolution(congress, where, self.knowledge)):
            return found
        record = self.knowledge.agencies.get(issuer.record) if issuer and issuer.record else None
        organ = record.symbol if record and record.symbol else issuer.path.rsplit("/", 1)[-1] if issuer else ""
        title = source.text.words(head.title) if head.title else ""
        # documents that do not say whose they are, of which body of which place, are told apart by all their words
        known = title and (area or where.date or (organ and record is None))
        words = title if known else source.text.words(read.part.span)
        ref = self.documents.unnumbered(area, organ, form, words, where.date)
        return replace(ref, party=bool(record and record.type == "PartyOrgan"))


def _carried_ref(text: Text, part: Part, carrier: DocumentRef) -> DocumentRef:
    """Mint the reference of an annex or an attached document: below that of its carrier."""
    kind, name = ("annex", str(part.ordinal)) if part.kind == "annex" else ("attached", part.head.form or "van-ban")
    key = (carrier.key or NOWHERE).below(kind, name)
    title = text.words(part.head.title) if part.head.title else ""
    return DocumentRef(key.path, part.head.form, key=key, title=title, party=carrier.party)


def _news_ref(text: Text, part: Part, date: str, publisher: AgentRef | None) -> DocumentRef:
    """Mint the reference of a news report: by day, publisher and the first words of its title.

    Where the page says neither day nor publisher, or the first words only say who issued what sort of document,
    reports that begin alike are told apart by all their words: "Thủ tướng Chính phủ phê duyệt Đề án …".
    """
    title = text.words(part.head.title) if part.head.title else ""
    name = publisher.path.rsplit("/", 1)[-1] if publisher else "nd"
    words = "-".join(slug(title).split("-")[:_TITLE_WORDS]) or "nn-" + short_hash(text.words(part.span))
    if title and (not (date or publisher) or _FORMULA.match(title)):
        words = f"{words}-{short_hash(text.words(part.span))}"
    return DocumentRef(f"id/news/{date or 'nd'}/{name}/{words}", "tin-tuc", name=title)


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
