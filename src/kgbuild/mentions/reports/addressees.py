"""Whom a report says somebody speaks to: bodies by name, a bare "Sở" for the one in focus, a place for its bodies."""

import re

from kgbuild.language import UPPER, slug
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

# "Hà Nội cần": a place as the subject, the sector named before it
_PLACE_MUST = re.compile(
    rf"(?:ngành\s+[^,.;]{{3,40}}?\s+)?(?P<place>[{UPPER}][^\W\d_]+(?:\s+[{UPPER}][^\W\d_]+)*)\s+(?=cần)"
)


def read_focus(text: Text, span: Span, reader: AgencyReader) -> AgencyMention | None:
    """Find the department that a paragraph names last."""
    found: AgencyMention | None = None
    for match in re.finditer(r"(?<![^\W_])Sở\s", text.norm[span.start : span.end]):
        agents, _ = reader.read_list(text, Span(span.start + match.start(), span.end))
        if agents and agents[0].record:
            found = agents[0]
    return found


def read_addressee(
    text: Text, span: Span, reader: AgencyReader, focus: AgencyMention | None
) -> tuple[tuple[AgencyMention, ...], int]:
    """Read who is spoken to: bodies, or a bare "Sở" for the department in focus."""
    bare = re.match(r"Sở\s+(?=cần|phải|sẽ|tiếp)", text.norm[span.start : span.end])
    if bare and focus is not None:
        place = text.trim(Span(span.start, span.start + bare.end()))
        return (
            AgencyMention(place, record=focus.record, area=focus.area, elliptical=True, rule="department-in-focus"),
        ), place.end
    agents, end = reader.read_list(text, span)
    return tuple(agents), end


def read_place_told(text: Text, span: Span, reader: AgencyReader, begin: int) -> tuple[tuple[AgencyMention, ...], int]:
    """Read a place as the subject of "cần": the sector named with it before ("ngành y tế Hà Nội"), else its bodies."""
    subject = _PLACE_MUST.match(text.norm[span.start : span.end])
    if not subject or not reader.lexicon.places.longest(
        tokens(text, Span(span.start + subject.start("place"), span.end)), 0
    ):
        return (), span.start
    words = text.trim(Span(span.start, span.start + subject.end()))
    said = list(
        re.finditer(
            rf"(?<![^\W_])ngành\s+([^,.;:]{{3,50}}?)\s+{re.escape(subject['place'])}(?![^\W_])",
            text.norm[begin : span.end],
        )
    )
    name = f"Ngành {said[-1][1]}" if said else "Các cơ quan, đơn vị"
    return (AgencyMention(words, group=slug(name), name=name, rule="place-for-bodies"),), words.end
