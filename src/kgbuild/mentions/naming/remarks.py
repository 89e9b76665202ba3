"""What stands beside the names of a list and names none: short forms, whose unit one is, people, who above all."""

import re

from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_SHORT_FORM = re.compile(r"\s*\([^()]{1,30}\)(?=\s*(?:[,;]|và\s))")
_CLOSED = re.compile(r"\s*\)")
PEOPLE = re.compile(
    r"\s*(?:,|và|,\s*và|cùng)\s+(?:toàn thể\s+|toàn\s+|các tầng lớp\s+|mọi\s+|đông đảo\s+)?"
    r"(?:nhân dân|người dân)(?![^\W_])"
)
"""Whoever is told along with bodies and is none: "các cơ quan | và toàn thể Nhân dân"."""
# whose duty it is above all, said behind a list of bodies: "…, nhất là người đứng đầu cấp ủy, | chịu trách nhiệm",
# "…, nhất là các đô thị lớn | phải đi đầu"
_ABOVE_ALL = re.compile(
    r"\s*,\s*(?:nhất là|trước hết là|đặc biệt là|mà trực tiếp là)\s+(?:cá nhân\s+|các\s+|những\s+)*"
    r"(?:người đứng đầu|đồng chí bí thư|bí thư|thủ trưởng)(?:\s+[^\W\d_]+){0,6}?"
    r"(?:\s*,\s*|(?=\s(?:(?:chịu|có) trách nhiệm|phải)(?![^\W_])))"
    r"|\s*,\s*(?:nhất là|đặc biệt là)\s[^.;:()]{3,120}?(?=\sphải(?![^\W_]))"
)
_STANDING = re.compile(r"\W*(?:cơ quan|đơn vị) thường trực(?:\s[^().;:,]{0,60})?\s*\((?P<who>[^()]{3,80})\)")


def past_short_form(line: Line, at: int, end: int) -> tuple[int, int]:
    """Step over a short form in brackets inside a list: "Hội Nông dân (HND) và …"."""
    bracket = _SHORT_FORM.match(line.text.norm, end)
    if bracket is None:
        return at, end
    while at < len(line) and line.words[at].end <= bracket.end():
        at += 1
    return at, bracket.end()


def past_people(line: Line, at: int, end: int) -> int:
    """Step over the people told along with the bodies of a list, right before what they are to do; *at* where none."""
    people = PEOPLE.match(line.text.low, end)
    if people is None:
        return at
    after = at
    while after < len(line) and line.words[after].start < people.end():
        after += 1
    return after if after == len(line) or line.verb(after) else at


def past_remark(line: Line, at: int, last: AgencyMention, lexicon: Lexicon) -> tuple[int, int]:
    """Step over what only says more of the *last* body of a list: the next word, and where the remark ends.

    The word is *at* where nothing does.
    """
    past = max(_past_provinces(line, at), _past_owner(line, at, last, lexicon), _past_local(line, at, last))
    end = line.words[past - 1].end
    closed = _CLOSED.match(line.text.norm, end)
    return past, closed.end() if closed and past > at else end


def _past_local(line: Line, at: int, last: AgencyMention) -> int:
    """Step over "các bộ, ngành trung ương và | địa phương", which says of a group that it is of both."""
    both = last.group and line.opens(at, "địa", "phương") and at >= 3 and line.opens(at - 3, "trung", "ương", "và")
    return at + 2 if both else at


def _past_provinces(line: Line, at: int) -> int:
    """Step over what says that a body is meant in each province: "Sở Y tế tỉnh | , thành phố trực thuộc TW"."""
    if line.word(at - 1) != "tỉnh" or not line.opens(at, "thành", "phố") or line.between(at).strip() != ",":
        return at
    after = at + 2
    for phrase in (("trực", "thuộc"), ("trung", "ương")):
        if line.opens(after, *phrase) and line.joined(after):
            after += 2
    return at if after < len(line) and line.joined(after) and line.upper(after) else after


def _past_owner(line: Line, at: int, last: AgencyMention, lexicon: Lexicon) -> int:
    """Step over the body in brackets that a unit belongs to: "Trung tâm Dịch vụ việc làm | (Sở Nội vụ)"."""
    if last.group or at >= len(line) or line.between(at).strip() != "(":
        return at
    if not line.text.low.startswith(lexicon.heads.units, last.span.start):
        return at  # of "Cơ quan thường trực (Sở Y tế)" the brackets say who it is
    owner = lexicon.bodies.longest(line.words, at)
    if owner is None:
        return at
    place = lexicon.place(line.words, owner[1])
    after = place[1] if place else owner[1]
    return after if _CLOSED.match(line.text.norm, line.words[after - 1].end) else at


def past_heads(text: Text, end: int, limit: int) -> int:
    """Step over the heads of listed bodies, whose duty something is said to be above all; give *end* without them."""
    heads = _ABOVE_ALL.match(text.low, end, limit)
    return heads.end() if heads else end


def standing_in_brackets(text: Text, span: Span) -> Span | None:
    """Find who the brackets say it is: "Cơ quan thường trực Ban Chỉ đạo | (Văn phòng Trung ương Đảng)"."""
    standing = _STANDING.match(text.low, span.start, span.end)
    return Span(*standing.span("who")) if standing else None
