"""Resolutions of Party congresses: one node by the Party organisation and the number of its congress."""

import re

from kgbuild.identifiers import DocumentKey, short_hash
from kgbuild.model.entities import DocumentRef
from kgbuild.model.knowledge import Knowledge, KnownDocument
from kgbuild.model.mentions import CitationMention
from kgbuild.resolution.areas import area_at
from kgbuild.resolution.context import CENTRAL, Context, place_of

_TERM = re.compile(r"nhiệm kỳ\s+(20\d{2})", re.IGNORECASE)
_HELD = "-10-01"  # provinces hold their congresses in the autumn of the year in which the term begins
_ORGANS = {"huyện": "hu", "quận": "qu", "thị xã": "tu", "thành phố": "tu"}
_COMMUNE = "ddu"


def congress_resolution(mention: CitationMention, context: Context, knowledge: Knowledge) -> DocumentRef | None:
    """Find the resolution of a congress; None where nothing tells whose congress it was.

    The draft of one is no numbered congress's resolution yet, so it has a node of its own.
    """
    number = f"dai-hoi-{mention.term.lower()}"
    whose = _organisation(mention, context, knowledge)
    if whose is None:
        return None
    area, organ = whose
    row = _known(number, knowledge) if area == CENTRAL and not mention.draft else None
    if mention.draft:
        number = "nn-" + short_hash(area, organ, "dự thảo", number)
    path = f"id/doc/{row.path}" if row else f"id/doc/{area}/{organ}/nghi-quyet/nd/{number}"
    said = row is not None or not mention.parties or bool(mention.parties[0].area)
    return DocumentRef(
        path,
        "nghi-quyet",
        key=DocumentKey.parse(path),
        title=row.title if row else "",
        date=row.date if row else "",
        issuer=row.issuer if row else "",
        name=mention.name,
        resolution="alias" if row else "exact" if said else "inferred",
        confidence=0.9 if said else 0.7,
        party=True,
        draft=mention.draft,
    )


def _known(number: str, knowledge: Knowledge) -> KnownDocument | None:
    return next((r for r in knowledge.documents if re.fullmatch(rf"tw/tw/nghi-quyet/\d+/{number}", r.path)), None)


def _organisation(mention: CitationMention, context: Context, knowledge: Knowledge) -> tuple[str, str] | None:
    """Tell area and organ code of the Party organisation whose congress it was."""
    if not mention.parties:
        return CENTRAL, "tw"
    body = mention.parties[0]
    term = _TERM.search(mention.name)
    area = body.area or context.area
    area = area_at(knowledge, area, f"{term[1]}{_HELD}" if term else context.date) if area else ""
    if not area or area == CENTRAL:
        return None
    if body.locality is None:
        return area, "tu"
    return place_of(area, body.locality), _ORGANS.get(body.locality.noun, _COMMUNE)


def is_to_come(mention: CitationMention, context: Context, knowledge: Knowledge) -> bool:
    """Tell the resolution of a congress that had not met when the citing document was issued."""
    if mention.draft or not context.date:
        return False
    if mention.parties:
        term = _TERM.search(mention.name)
        return bool(term and term[1] > context.date[:4])
    national = next((t for t in knowledge.terms if t.term == mention.term), None)
    return bool(national and context.date < national.start)
