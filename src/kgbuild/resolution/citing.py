"""Citations: which documents a document cites, and who is said to have issued them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgbuild.identifiers import DocumentKey
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.linked import LinkedCitation
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.structure import Head
from kgbuild.model.text import Text
from kgbuild.resolution.areas import area_at
from kgbuild.resolution.body_names import is_central
from kgbuild.resolution.congresses import is_to_come
from kgbuild.resolution.context import CENTRAL, Context, place_of
from kgbuild.resolution.documents import CONGRESS, DocumentLinker
from kgbuild.resolution.said_elsewhere import SaidElsewhere

_OF_THE_CENTRE = re.compile(
    r"\s+(?:của|thuộc)\s+(?:Thủ tướng |Văn phòng )?(?:Chính phủ|Quốc hội|Trung ương Đảng)(?![^\W_])"
)
NOWHERE = DocumentKey("nd", "nd", "van-ban", "nd", "nd")  # of a carrier that no key could be given
# a body of a district or commune that is not named: nothing tells which, and it is not the province's
_LOCAL = re.compile(
    r"\s*,?\s*của\s+(?:chủ tịch\s+)?(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)\s+"
    r"(?:huyện|quận|thị xã|xã|phường|thị trấn)(?![^\W_])"
)
_PROVINCE = re.compile(r"(?:[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|[Tt]hủ đô|THỦ ĐÔ)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Citing:
    """A document that cites: its place and day, its own reference and its carrier's, what its source says besides.

    `attached` are the forms of the documents that the source prints as attached to it.
    """

    text: Text
    context: Context
    own: DocumentRef
    carrier: DocumentRef | None
    elsewhere: SaidElsewhere
    attached: tuple[str, ...] = ()


def link_citations(
    citing: Citing, mentions: tuple[CitationMention, ...], head: Head, documents: DocumentLinker
) -> Iterator[LinkedCitation]:
    """Resolve the citations of a document; what it says of itself is none, and a carrier is cited even unnamed."""
    refs: list[DocumentRef] = []
    for mention in mentions:
        outer = refs[mention.subject] if 0 <= mention.subject < len(refs) else None
        said = said_area(citing.text, mention.issuer, citing.context, documents)
        day = (outer.date or mentions[mention.subject].date) if outer else ""
        cited = _cited(citing, mention, said, day or "", documents, outer)
        refs.append(cited)
        to_come = mention.rule == CONGRESS and is_to_come(mention, citing.context, documents.knowledge)
        if cited.path not in (citing.own.path, outer.path if outer else "") and not to_come:
            issuer = _issuer(citing, mention, cited, said, documents)
            # nothing names what was issued after it: "… Nghị quyết số 20-NQ/TW (Quyết định số 709/QĐ-TTg)"
            later = outer is not None and _is_later(cited, outer)
            if mention.renews and _same_level(outer or citing.own, cited):
                mention = replace(mention, kind="continues", renews=False)
            yield LinkedCitation(mention, None if later else outer, cited, "cites" if later else mention.kind, issuer)
    if citing.carrier is not None and not any(mention.kind == "annexOf" for mention in mentions):
        span = head.carried_by or head.title
        if span is not None:
            yield LinkedCitation(CitationMention(span, "annexOf", rule="position"), None, citing.carrier, "annexOf")


def _same_level(citing: DocumentRef, cited: DocumentRef) -> bool:
    """Tell whether one organ issued both: a resolution of its own that it goes on to carry out it continues."""
    if citing.key is None or cited.key is None or cited.key.form != "nghi-quyet":
        return False
    return (citing.key.area, citing.key.organ) == (cited.key.area, cited.key.organ)


def _is_later(one: DocumentRef, other: DocumentRef) -> bool:
    """Tell whether a document was issued after another: by their days, else by the years of their keys."""
    if one.date and other.date:
        return one.date > other.date
    years = [ref.date[:4] or (ref.key.year if ref.key else "") for ref in (one, other)]
    return all(year.isdigit() for year in years) and years[0] > years[1]


def _cited(
    citing: Citing,
    mention: CitationMention,
    said: str,
    day: str,
    documents: DocumentLinker,
    outer: DocumentRef | None = None,
) -> DocumentRef:
    """Find what a mention names; a citation within the words of another speaks on the *day* of that other.

    What a decision of the centre approves by name is the country's, unless the name tells a province.
    """
    if mention.kind == "promulgates":
        return _attached(mention, citing.own, citing.attached)
    context = replace(citing.context, date=day or citing.context.date)
    if mention.issuer is None and _LOCAL.match(citing.text.low, mention.span.end):
        context = replace(context, area="")
    elif outer is not None and outer.key is not None and outer.key.area == CENTRAL and mention.symbol is None:
        own = documents.knowledge.areas.get(context.area)
        if own and own.name not in mention.name and not _PROVINCE.search(mention.name):
            context = replace(context, area=CENTRAL)
    cited = documents.cited(mention, context, said, citing.elsewhere)
    carrier = citing.carrier if mention.kind == "annexOf" else None
    return carrier if carrier and (mention.symbol is None or _same_number(cited, carrier)) else cited


def _same_number(cited: DocumentRef, carrier: DocumentRef) -> bool:
    """Tell whether what a text is attached to is its carrier: "102/2025/QĐ-CTUBND" is a slip for 102/2025/QĐ-UBND."""
    if cited.symbol == carrier.symbol or cited.key is None or carrier.key is None:
        return cited.symbol == carrier.symbol
    one, other = cited.key, carrier.key
    return (one.form, one.year, one.number) == (other.form, other.year, other.number) and cited.party == carrier.party


def _attached(mention: CitationMention, own: DocumentRef, held: tuple[str, ...]) -> DocumentRef:
    """Find what "Ban hành kèm theo Quyết định này Kế hoạch …" promulgates: the attached part, held or not.

    "Kế hoạch triển khai Luật A" is printed below as "KẾ HOẠCH", its title "TRIỂN KHAI LUẬT A": the one part *held*
    whose form begins that of the mention, or is begun by it, is what is meant.
    """
    form = mention.form or "van-ban"
    alike = [other for other in held if f"{form}-".startswith(f"{other}-") or f"{other}-".startswith(f"{form}-")]
    form = alike[0] if form not in held and len(alike) == 1 else form
    key = (own.key or NOWHERE).below("attached", form)
    return DocumentRef(key.path, form, key=key, name=mention.name, party=own.party)


def said_area(text: Text, issuer: AgencyMention | None, context: Context, documents: DocumentLinker) -> str:
    """Tell the area that a citation names with the issuer: "Kế hoạch số 32/KH-UBND của UBND Thành phố Hà Nội".

    A body that no table lists is where the organ it belongs to is: "Tổ công tác … của Thủ tướng Chính phủ".
    """
    if issuer is None:
        return ""
    knowledge = documents.knowledge
    record = knowledge.agencies.get(issuer.record)
    if record is None and _OF_THE_CENTRE.match(text.norm, issuer.span.end):
        return CENTRAL
    if (record is not None and record.scope == "central") or (issuer.name and is_central(issuer.name)):
        return CENTRAL
    if issuer.locality:
        return place_of(area_at(knowledge, issuer.area or context.area, context.date), issuer.locality)
    if context.locality and issuer.record and knowledge.agencies[issuer.record].scope == "province":
        return issuer.area or context.area
    return issuer.area


def _issuer(
    citing: Citing, mention: CitationMention, cited: DocumentRef, said: str, documents: DocumentLinker
) -> AgentRef | None:
    """Resolve the issuer that a citation names, in the place of the document cited and on its day."""
    if mention.issuer is None:
        return None
    context = citing.context
    place = cited.key.area if cited.key else ""
    if place not in documents.knowledge.areas and said != CENTRAL:
        place = context.area
    there = replace(
        context,
        area=place,
        date=cited.date or mention.date or context.date,
        issuer=context.issuer if place == context.area else None,
    )
    issuer = documents.agents.resolve(mention.issuer, there, citing.text.words(mention.issuer.span))
    return None if _is_own_work(issuer, mention, context, documents) else issuer


def _is_own_work(issuer: AgentRef, mention: CitationMention, context: Context, documents: DocumentLinker) -> bool:
    """Tell a body that is said of the citing document's own work, not of what is cited.

    "dự thảo Kế hoạch thực hiện Chương trình 104-CTr/TU của Ủy ban nhân dân tỉnh": the plan is the committee's, the
    programme is not, as its symbol tells.
    """
    if context.issuer is None or issuer.path != context.issuer.path or mention.symbol is None:
        return False
    agencies, code = documents.knowledge.agencies, documents.code_of(mention.symbol)
    own, other = agencies.get(issuer.record), agencies.get(code.agency) if code else None
    return own is not None and other is not None and own.id not in (other.id, other.parent) and own.parent != other.id
