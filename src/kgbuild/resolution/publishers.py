"""Publishers of news reports: known media by their name and province, others as they are named."""

import re
from typing import Final

from kgbuild.language import slug
from kgbuild.model.entities import AgentRef
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import CENTRAL, Context

_TEMPLATE: Final = re.compile(r"\s*\{x\}$", re.IGNORECASE)
_PLACE_WORD: Final = re.compile(r"^-(?:ubnd-)?(?:tinh|thanh-pho|tp)?-?")  # "Cổng Thông tin điện tử tỉnh Nghệ An"


def publisher_of(text: Text, part: Part, agents: AgentLinker) -> AgentRef | None:
    """Resolve the publisher of a report; None where it names none."""
    if part.publisher is None:
        return None
    words = text.words(part.publisher)
    media = [record for record in agents.knowledge.agencies.values() if record.type == "MediaOrganization"]
    names = [(record, name) for record in media for name in (record.name, *record.aliases)]
    for record, name in names:
        if slug(words) == slug(name):
            return agents.of_record(record.id, "", Context(CENTRAL, ""), "alias")
        lead = slug(_TEMPLATE.sub("", name))
        area = _PLACE_WORD.sub("", slug(words).removeprefix(lead)) if slug(words).startswith(lead) else ""
        if _TEMPLATE.search(name) and area in agents.knowledge.areas:
            return agents.of_record(record.id, area, Context(area, ""), "alias")
    named = (area for area in agents.knowledge.areas if slug(words).startswith("bao-") and slug(words) == f"bao-{area}")
    return agents.resolve(AgencyMention(part.publisher, name=words), Context(next(named, CENTRAL), ""), words)
