"""When a document takes effect, as it says of itself: a day, its day of signing, or some days after that."""

import re

from kgbuild.language import DATE, parse_date
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.model.things import EffectMention

# At the beginning of a sentence only: "Các quy định tại Điều 5 Luật này có hiệu lực …" is a part of it.
_OPENS = re.compile(
    r"""(?:^|\n|[.;:]\s)[^\w“”"]{0,20}(?:(?:(?:điều|khoản)\s+\d+\w?\s*[.:]?|\d+\s*[.)])[^\w“”"]{0,20}){0,3}
    (?:hiệu\ lực(?:\ thi\ hành)?[^\w“”"]{1,20})?$""",
    re.VERBOSE,
)
_LONGEST = 120  # characters of what may open the sentence
_EFFECT = r"""(?<!\w){name}\ này\s+(?:bắt\ đầu\ )?có\s+hiệu\s+lực(?:\s+thi\s+hành)?,?\s+
    (?:sau\s+(?P<days>\d{{1,2}})\s+ngày,?\s+)?(?:kể\s+)?từ\s+(?:ngày\s+)?
    (?:(?P<signed>(?:được\ )?(?:ký(?:\s+ban\s+hành)?|ban\s+hành))(?!\w)|{date})"""


def read_effect(text: Text, part: Part, knowledge: Knowledge) -> EffectMention | None:
    """Read when the document of *part* takes effect; None where it does not say or says two things."""
    form = knowledge.types.get(part.head.form)
    if form is None or part.kind not in ("document", "attached"):
        return None
    name = re.escape(form.name.lower()).replace("\\ ", r"\s+")
    pattern = re.compile(_EFFECT.format(name=name, date=DATE), re.VERBOSE)
    found: dict[tuple[str, int], EffectMention] = {}
    for match in pattern.finditer(text.low, part.span.start, part.span.end):
        day = "" if match["signed"] else parse_date(match.group())
        before = max(part.span.start, match.start() - _LONGEST)
        if day is not None and _OPENS.search(text.low, before, match.start()):
            span = text.trim(Span(*match.span()))
            effect = EffectMention(span, day, int(match["days"] or 0))
            found.setdefault((effect.date, effect.days), effect)
    return next(iter(found.values())) if len(found) == 1 else None
