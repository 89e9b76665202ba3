"""Whom a letter or directive tells to act that names no body at its points: its lead-in or its address says so."""

import re
from collections.abc import Mapping

from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.lead_ins import Owner, leads_in
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Mark, Part
from kgbuild.model.text import Text

_TELLS = re.compile(r"(?<![^\W_])(?P<cue>(?:kính )?đề nghị|yêu cầu|giao(?: cho)?)\s+(?=[^\W\d_])")
# a letter to one body calls it so: "đề nghị Công ty thực hiện các nội dung sau:"
_SHORTLY = re.compile(r"(?:quý\s+)?(?:công ty|doanh nghiệp|hợp tác xã|đơn vị|cơ quan)(?![^\W_])")
_SENT_TO = re.compile(r"kính gửi\s*:?\s*(?P<body>[^:;(]{3,200})")


def find_addressed(text: Text, part: Part, owners: Mapping[int, Owner], reader: AgencyReader) -> Owner | None:
    """Find whom a letter tells all its points: its lead-in names them, and no point names a body of its own."""
    marked = next((i for i, item in enumerate(part.items) if item.mark is not Mark.NONE), len(part.items))
    orders = reader.lexicon.knowledge.forms("orders")
    if part.head.form not in orders or not 0 < marked < len(part.items) or any(i >= marked for i in owners):
        return None
    lead_in = part.items[marked - 1]
    if not leads_in(text, lead_in):
        return None
    for cue in reversed(list(_TELLS.finditer(text.low, lead_in.content.start, lead_in.content.end))):
        agents, end = reader.read_list(text, Span(cue.end(), lead_in.content.end))
        if agents and agents[-1].rule != "words":
            return Owner(tuple(agents), end, "đề nghị" in cue["cue"])
        if (short := _SHORTLY.match(text.low, cue.end())) and (sent_to := _sent_to(text, part, reader)):
            return Owner((sent_to,), short.end(), "đề nghị" in cue["cue"])
    return None


def _sent_to(text: Text, part: Part, reader: AgencyReader) -> AgencyMention | None:
    """Read the one body that a letter is sent to."""
    found = _SENT_TO.search(text.low, part.span.start, part.items[0].span.start)
    bodies = reader.read_cell(text, text.trim(Span(*found.span("body")), " \t\n-.,")) if found else []
    return bodies[0] if len(bodies) == 1 and not bodies[0].group else None
