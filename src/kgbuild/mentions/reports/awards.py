"""Awards that a report says were given: what, by whom, to whom."""

import re
from collections.abc import Iterator

from kgbuild.language import UPPER
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.people import AwardMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_GIVEN = re.compile(
    r"""(?<![^\W_])(?:trao\s+tặng|tặng\s+thưởng|phong\s+tặng|truy\s+tặng|tặng|trao)\s+(?P<what>
        huân\s+chương\s+[^,.;“”]{3,60}? | huy\s+chương\s+[^,.;“”]{3,60}? | bằng\s+khen(?:\s+của\s+[^,.;]{5,50}?)?
      | giấy\s+khen | kỷ\s+niệm\s+chương(?:\s*“[^”]{3,80}”)? | cờ\s+thi\s+đua(?:\s+của\s+[^,.;]{5,50}?)?
      | danh\s+hiệu\s+(?:“[^”]{3,80}”|[^,.;“”]{3,60}?) | giải\s+thưởng\s+[^,.;]{3,80}?
    )\s+cho\s+(?P<to>[^.;,\n]{3,140}?)(?=\s+và\s+(?:trao|tặng)|[.;,\n]|$)""",
    re.VERBOSE,
)
# not given yet: xét tặng, đề nghị tặng, sẽ trao
_PLANNED = re.compile(r"(?:xét|đề nghị|trình|xem xét|để|sẽ|được|chưa|tham gia xét|quyết định)\s+$")
_FOR = re.compile(r"(?:thừa ủy quyền|thay mặt|được ủy quyền)(?:\s+của)?\s+", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?:và|vì|nhân|trong|do|đã|có|tại)\s")
_REACH = 300
_NAME = re.compile(rf"(?:[{UPPER}][^\W\d_]*)(?:\s+[{UPPER}][^\W\d_]*){{1,4}}\s*$")


def read_awards(text: Text, part: Part, reader: AgencyReader) -> Iterator[AwardMention]:
    """Read the awards of a report; one given "theo ủy quyền" is its principal's, a second verb shares the giver."""
    if part.kind != "news":
        return
    for item in part.items:
        giver: AgencyMention | None = None
        last = item.span.start
        for match in _GIVEN.finditer(text.low, item.span.start, item.span.end):
            if _PLANNED.search(text.low[max(item.span.start, match.start() - 40) : match.start()]):
                continue
            clause = _clause_start(text, Span(max(last, match.start() - _REACH), match.start()))
            giver = _giver(text, Span(clause, match.start()), reader) or (giver if clause == last else None)
            recipient = _recipient(text, Span(match.start("to"), match.end("to")))
            bodies, end = reader.read_list(text, recipient)
            named = (
                bodies[0] if len(bodies) == 1 and bodies[0].record and bodies[0].span.start == recipient.start else None
            )
            person = _NAME.search(text.norm, end, recipient.end) if named and named.post else None
            start = giver.span.start if giver and giver.span.start >= clause else match.start()
            yield AwardMention(
                Span(start, recipient.end),
                Span(match.start("what"), match.end("what")),
                giver,
                recipient,
                None if named and named.post else named,
                Span(person.start(), recipient.end) if person else None,
            )
            last = recipient.end


def _clause_start(text: Text, span: Span) -> int:
    stops = list(re.finditer(r"[.;:]\s|\n\s*\n", text.norm[span.start : span.end]))
    return span.start + (stops[-1].end() if stops else 0)


def _giver(text: Text, span: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read who gives: the principal of an authority, else the body or officer that stands right before the verb."""
    authority = _FOR.search(text.norm, span.start, span.end)
    if authority:
        bodies, _ = reader.read_list(text, Span(authority.end(), span.end))
        return bodies[0] if bodies and bodies[0].record else None
    starts = [span.start, *(span.start + m.end() for m in re.finditer(r",\s+", text.norm[span.start : span.end]))]
    for start in reversed(starts):
        bodies, end = reader.read_list(text, Span(start, span.end))
        if (
            len(bodies) == 1
            and bodies[0].record
            and re.fullmatch(r"\s*(?:đã|cũng|quyết định)?\s*", text.low[end : span.end])
        ):
            return bodies[0]
    return None


def _recipient(text: Text, span: Span) -> Span:
    following = _NEXT.search(text.low, span.start + 3, span.end)
    while following and re.match(
        r"\s+và\s+(?:công nghệ|đầu tư|đào tạo|môi trường|truyền thông|du lịch|thể thao|kỹ thuật|xã hội)",
        text.low[following.start() : span.end],
    ):
        following = _NEXT.search(text.low, following.end(), span.end)
    return text.trim(Span(span.start, following.start() if following else span.end))
