"""Bodies of one rank that stand side by side in a letterhead and issue a document together."""

import re
from itertools import pairwise

from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_DASH = re.compile(r"\s*[-–]\s*")


def side_by_side(text: Text, bodies: list[AgencyMention], lexicon: Lexicon) -> list[AgencyMention]:
    """Give the bodies of one rank that a letterhead joins by dashes: "SỞ NỘI VỤ - SỞ TÀI CHÍNH"; else none."""
    records, run = lexicon.knowledge.agencies, list[AgencyMention]()
    for one, two in pairwise(bodies):
        here, there = records.get(one.record), records.get(two.record)
        alike = here and there and here is not there and (here.parent, here.scope) == (there.parent, there.scope)
        if alike and not (one.locality or two.locality) and _DASH.fullmatch(text.norm[one.span.end : two.span.start]):
            run.extend(body for body in (one, two) if body not in run)
    return run
