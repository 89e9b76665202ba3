"""Whom a body is told to direct: "Ban cán sự đảng UBND tỉnh chỉ đạo Sở Y tế chủ trì …" — the department leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.mentions.prose.roles import roles_of
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_DIRECTS = re.compile(
    r"\W*(?:(?:tập trung|trực tiếp|tăng cường)\s+)?"
    r"(?:lãnh đạo|(?:lãnh đạo\s*,\s*)?chỉ đạo|giao|phân công)\s+(?=[^\W\d_])"
)
_EDGES = " \t\n,:-"


@dataclass(frozen=True, slots=True)
class Directed:
    """The bodies that a duty has its subject direct, and the part they are given."""

    agents: tuple[AgencyMention, ...]
    role: str


def read_directed(text: Text, words: Span, reader: AgencyReader) -> Directed | None:
    """Read the bodies behind the "chỉ đạo" that opens a duty, where their own verb stands behind them."""
    match = _DIRECTS.match(text.low, words.start, words.end)
    agents, end = reader.read_list(text, Span(match.end(), words.end)) if match else ([], 0)
    rest = text.trim(Span(end, words.end), _EDGES)
    if not agents or agents[0].rule == "words" or not OPENS_DUTY.match(text.low, rest.start, rest.end):
        return None
    return Directed(tuple(agents), roles_of(text, rest)[0])


def acts(directed: Directed, subjects: Sequence[AgencyMention], knowledge: Knowledge) -> bool:
    """Tell whether the bodies directed are those who act: they lead, or an organ of the Party directs known bodies."""
    if directed.role != "perform":
        return directed.role == "lead"
    records = [knowledge.agencies.get(agent.record) for agent in subjects]
    party = all(record is not None and record.type == "PartyOrgan" for record in records)
    return party and all(agent.record for agent in directed.agents)
