"""What the title of a cited document cannot name: what was issued after it, and what a province issued."""

import re

from kgbuild.mentions.citing.citation_names import Anchor
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text

_JOINED = re.compile(r"(?:,|;|(?<![^\W_])và)\W*(?:các\s+)?$")
_LOCAL = frozenset(("UBND", "HĐND", "TU"))
_CENTRAL = re.compile(r"CP|TTg|TW|(?:UBTV)?QH\d{0,2}")


def is_later(anchor: Anchor, outer: CitationMention) -> bool:
    """Tell whether a document was issued after another: by their days, else by the years of their numbers."""
    if anchor.date and outer.date:
        return anchor.date > outer.date
    years = [a.date[:4] if a.date else a.symbol.year if a.symbol else None for a in (anchor, outer)]
    return bool(years[0] and years[1] and years[0] > years[1])


def goes_on_below(text: Text, lead: Span, anchor: Anchor, outer: CitationMention) -> bool:
    """Tell a list that goes on with what a province issued, behind the title of what a central organ did.

    "Thực hiện Nghị quyết số 01/NQ-CP … về thực hiện Kế hoạch phát triển kinh tế, Nghị quyết số 131/NQ-HĐND …"
    """
    if not (anchor.symbol and outer.symbol and _JOINED.search(text.low, lead.start, lead.end)):
        return False
    central = [_CENTRAL.fullmatch(symbol.organ) for symbol in (anchor.symbol, outer.symbol)]
    return bool(_LOCAL.intersection(anchor.symbol.organs)) and central[0] is None and central[1] is not None
