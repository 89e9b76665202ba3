"""Documents of which type, issuer and day are said but no number: "Chỉ thị của Ban Thường vụ Tỉnh ủy ngày …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.language import DATE, fold, parse_date
from kgbuild.mentions.citing.citation_names import Anchor, CitationNames
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text

RULE = "said-day"

_TYPED = re.compile(r"(?<![^\W_])(?P<form>chỉ thị|công điện|kết luận)\s+của\s+")
# an organ issues no two of these on one day, as it does decisions, and a plenum resolutions; what others conclude is
# said at a meeting
_ISSUED = {"chỉ thị": ("TW", "TU", "TTg", "UBND"), "công điện": ("TU", "TTg", "UBND"), "kết luận": ("TU",)}
_DAY = re.compile(rf"\s*,?\s*ngày\s+{DATE}(?!\d)")
_MANY = re.compile(r"(?<![^\W_])(?:các|những|mọi)\s+\Z")
_BACK = 12  # characters in which such a word stands


def said_days(text: Text, span: Span, names: CitationNames, reader: AgencyReader) -> Iterator[Anchor]:
    """Find what an organ of the centre or of a province is said to have issued on a day."""
    agencies = reader.lexicon.knowledge.agencies
    for match in _TYPED.finditer(text.low, span.start, span.end):
        bodies, _end = reader.read_list(text, Span(match.end(), span.end))
        body = bodies[0] if bodies else None
        organ = agencies[body.record].symbol if body and body.record and not body.locality else ""
        if body is None or organ not in _ISSUED[match["form"]]:
            continue
        day = _DAY.match(text.low, body.span.end, span.end)
        many = _MANY.search(text.low, max(span.start, match.start() - _BACK), match.start())
        date = parse_date(day.group()) if day else None
        if day is None or date is None or many:
            continue
        core = Span(match.start(), day.end())
        form = names.forms.entries[fold(match["form"])]
        yield Anchor(core, core, form, name=text.words(core), date=date, issuer=body, rule=RULE)


def numbered(found: Sequence[CitationMention], organs: dict[str, str]) -> list[CitationMention]:
    """Give what is said by its day the number that the same text prints for that type, day and organ elsewhere.

    *organs* are the codes of the bodies by their records.
    """
    printed = {(m.form, m.date or "", m.symbol.organ): m.symbol for m in found if m.symbol}
    out: list[CitationMention] = []
    for mention in found:
        organ = organs.get(mention.issuer.record, "") if mention.issuer and mention.rule == RULE else ""
        out.append(
            replace(mention, symbol=printed.get((mention.form, mention.date or "", organ))) if organ else mention
        )
    return out
