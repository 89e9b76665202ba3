"""Whom a letter or directive tells to act that names no body at its points: its lead-in or its address says so."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.lead_ins import Owner, leads_in
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Mark, Part
from kgbuild.model.text import Text

_TELLS = re.compile(r"(?<![^\W_])(?P<cue>(?:kính )?đề nghị|yêu cầu|giao(?: cho)?)\s+(?=[^\W\d_])")
# a letter to one body calls it so: "đề nghị Công ty thực hiện các nội dung sau:"
_SHORTLY = re.compile(r"(?:quý\s+)?(?:công ty|doanh nghiệp|hợp tác xã|đơn vị|cơ quan)(?![^\W_])")
# how a letter to one body calls it politely
_POLITE = (
    *("cơ quan", "đơn vị", "cơ quan, đơn vị", "sở", "bộ", "ban", "cục", "ngành", "ủy ban", "ubnd", "ủy ban nhân dân"),
    *("tỉnh", "thành phố", "huyện", "địa phương", "tổng cục", "viện", "trường", "văn phòng", "ngân hàng", "công ty"),
    *("tập đoàn", "tổng công ty", "hội", "hiệp hội", "đài", "tòa án", "viện kiểm sát", "thanh tra", "trung tâm"),
)
# how a letter of the centre to one province calls it without its name
_PLACELESS = {
    "prov:ubnd": ("ubnd tỉnh", "ủy ban nhân dân tỉnh", "ubnd thành phố", "ủy ban nhân dân thành phố"),
    "prov:hdnd": ("hđnd tỉnh", "hội đồng nhân dân tỉnh", "hđnd thành phố", "hội đồng nhân dân thành phố"),
    "prov:tu": ("tỉnh ủy", "thành ủy"),
}
_SENT_TO = re.compile(r"kính gửi\s*:?\s*(?P<body>[^:;(]{3,200})")
_MORE = re.compile(r"[;\n]\s*[-+•*]\s*[^\W\d_]")  # the next line of an address


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


def introduce_addressee(text: Text, part: Part, reader: AgencyReader) -> None:
    """Teach the reader whom a letter to one body calls "Quý Sở", "Quý cơ quan"; of several it stays a group."""
    if part.items and (body := _sent_to(text, part, reader)):
        body = replace(body, rule="addressee")
        placed = body.area and reader.bodies.area not in reader.lexicon.knowledge.areas and body.record
        for name in (*(f"quý {noun}" for noun in _POLITE), *(_PLACELESS.get(body.record, ()) if placed else ())):
            reader.bodies.local.add(name, name)
            reader.bodies.called[name] = body


def _sent_to(text: Text, part: Part, reader: AgencyReader) -> AgencyMention | None:
    """Read the one body that a letter is sent to."""
    address = Span(part.span.start, part.items[0].span.start)
    found = _SENT_TO.search(text.low, address.start, address.end)
    if found is None or _MORE.search(text.low, found.end(), address.end):
        return None
    bodies = reader.read_cell(text, text.trim(Span(*found.span("body")), " \t\n-.,"))
    return bodies[0] if len(bodies) == 1 and not bodies[0].group else None
