"""Duties that a news report lists body by body: "… giao nhiệm vụ: Sở Tài chính bố trí kinh phí; Sở Y tế …"."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.language import UPPER, fold
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import OPENS_DUTY, ORDERS
from kgbuild.mentions.prose.subjects import Subject, read_subjects
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

# what announces that bodies are told their duties one by one: "UBND tỉnh giao nhiệm vụ cụ thể như sau:"
_ANNOUNCES = re.compile(r"(?<![^\W_])(?:giao|phân công|yêu cầu|chỉ đạo)(?![^\W_])[^:]*:\W*$")
_MARK = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?:[Gg]iao\s+(?:cho\s+)?)?(?=[^\W\d_])")
# "Về tổ chức thực hiện, Nghị quyết yêu cầu …": a report goes on with what the document tells each body
_ORGANISES = re.compile(
    r"\W*(?:(?:về\s+)?(?:công tác\s+)?tổ chức (?:triển khai )?thực hiện(?![^\W_])\s*[,:]?\s*)"
    r"(?:(?:nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|thông báo|hướng dẫn|chương trình|bộ chính trị|"
    r"ban bí thư)(?![^\W_])[^.:;]{0,80}?(?<![^\W_])(?:yêu cầu|giao|nêu rõ|quy định|chỉ rõ|phân công)(?![^\W_])|\W*$)"
)
# an order that opens a paragraph has no subject: what is printed are the words of the document itself
_QUOTED = re.compile(r"\W*(?:giao|yêu cầu|đề nghị)\s+(?=các|[^\W\d_])")
# so does who hands out in the name of the Party's centre: "Ban Bí thư giao Đảng ủy Chính phủ …"
_HANDS_OUT = re.compile(r"\W*(?:bộ chính trị|ban bí thư|bộ chính trị, ban bí thư)\s+(?:giao|phân công)\s+(?=[^\W\d_])")
# the Party committees of bodies, which no table lists one by one
_COMMITTEES = ("đảng ủy ", "ban cán sự đảng ", "đảng đoàn ")
# the words of an order: no report says them of what a body does or did of itself
_MUST = re.compile(
    r"[\s,]*(?:(?:có|chịu) trách nhiệm|có nhiệm vụ|được (?:giao|phân công)|"
    r"là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối|thường trực))"
    r"(?![^\W_])"
)
_ANSWERS = re.compile(r"[\s,]*(?:có|chịu) trách nhiệm(?![^\W_])")
_GROUND = re.compile(r"\W*(?:căn cứ|trên cơ sở)(?![^\W_])")
_PLANS = re.compile(r"\s*có\s+(?:chương trình|kế hoạch)(?![^\W_])")  # "Các tỉnh ủy có kế hoạch cụ thể tăng cường …"
_RETELLS = re.compile(
    r"\W*(?:cũng\s+)?theo\s+(?:đó|nội dung|thông báo|kết luận|chỉ thị|nghị quyết|quy định|kế hoạch|công điện)(?![^\W_])"
)
_NEEDED = re.compile(rf"[\s,]*(?:cần|phải)\s+(?!(?:có|là|được|để)(?![^\W_])){OPENS_DUTY.pattern}")
_OFFICES = (
    "co-quan",
    "cap-huyen",
    "tinh-thanh-pho",
    "cap-uy",
    "tinh-uy",
    "cac-ban-dang",
    "dang-doan",
    "so-ban-nganh",
    "bo-nganh",
)
# behind a paragraph of orders: what nobody says of a body that only did something
_LEADS = re.compile(r"\s*chủ trì(?:\s*,)?\s+phối hợp(?![^\W_])")
_GIVEN = re.compile(r"(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị)\s+(?:cho\s+)?(?=[^\W\d_])")
_NEXT = re.compile(rf"[;.]\s+(?=(?:[Gg]iao\s+(?:cho\s+)?)?[{UPPER}])")
_DONE = re.compile(r"(?<![^\W_])(?:đã|vừa|vừa qua|đang)(?![^\W_])")
_LISTED = re.compile(r"\s*(?:[-+•*▪]|\d{1,2}[.)])")
_NEAR = 120  # characters behind the bodies
_MOST = 30  # bodies in one sentence of orders


def announces_duties(text: Text, span: Span) -> bool:
    """Tell a paragraph that ends in a colon behind "giao", "yêu cầu": those below it open with the bodies told.

    So do those below one on how the document is carried out, or one that gives an order in the document's own words.
    """
    low = text.low[span.start : span.end]
    if (
        _ORGANISES.match(low)
        or _HANDS_OUT.match(low)
        or (_QUOTED.match(low) and text.norm[span.start : span.end].lstrip('"“ ')[:1].isupper())
    ):
        return True
    return bool(_ANNOUNCES.search(text.low[max(span.start, span.end - 300) : span.end]))


def is_listed(text: Text, span: Span) -> bool:
    """Tell a paragraph with the mark of a list, as all those of one announcement have it or none."""
    return bool(_LISTED.match(text.norm, span.start, span.end))


def past_mark(text: Text, span: Span) -> Span:
    """Give the words of a paragraph behind its mark."""
    mark = _LISTED.match(text.norm, span.start, span.end)
    return text.trim(Span(mark.end() if mark else span.start, span.end))


def is_committee(agent: AgencyMention) -> bool:
    """Tell the Party committee of a body: "Đảng ủy Bộ Tư pháp"."""
    return fold(agent.name).startswith(_COMMITTEES)


def mostly_known(agents: Sequence[AgencyMention]) -> bool:
    """Tell a row of bodies of which the first and most others are on the tables: a few may be on none."""
    known = [agent for agent in agents if agent.record or agent.group or is_committee(agent)]
    return bool(known) and known[0] == agents[0] and 2 * len(known) > len(agents)


def read_given(text: Text, span: Span, reader: AgencyReader) -> tuple[AgencyMention, ...]:
    """Read the bodies of "1. Giao Bộ Y tế:", a paragraph that only names whom those below it tell to act."""
    given = _GIVEN.match(text.norm, past_mark(text, span).start, span.end)
    agents, end = reader.read_list(text, Span(given.end(), span.end)) if given else ((), span.end)
    named = agents and all(agent.record or agent.group for agent in agents)
    return tuple(agents) if named and text.norm[end : span.end].strip() == ":" else ()


def read_charged(text: Text, span: Span, reader: AgencyReader) -> Iterator[Subject]:
    """Read the offices that sentences of a paragraph make answer for something: "…, Văn phòng có trách nhiệm …".

    Where it tells what a document says, "Theo Chỉ thị, …; các địa phương cần tập trung …" is told as well.
    """
    told = _RETELLS.match(text.low, span.start, span.end)
    for subject in read_subjects(text, span, reader):
        offices = all(a.record or a.group.startswith(_OFFICES) or is_committee(a) for a in subject.agents)
        due = _ANSWERS.match(text.low, subject.duty.start, subject.duty.end)
        if offices and (due or (told and _NEEDED.match(text.low, subject.duty.start, subject.duty.end))):
            yield subject


def read_opening(
    text: Text, span: Span, reader: AgencyReader, announced: bool, follows: bool
) -> tuple[AgencyMention, ...]:
    """Read the bodies with which *span* opens; none when it tells them nothing.

    Where duties are announced any verb of a task does; below a paragraph of orders (*follows*) who leads, else only
    the words of an order.
    """
    mark = _MARK.match(text.norm, span.start, span.end)
    start = mark.end() if mark else span.start
    agents, end = reader.read_list(text, Span(start, span.end))
    if not agents and announced and _GROUND.match(text.low, start, span.end):
        subject = next(read_subjects(text, Span(start, span.end), reader), None)
        agents, end = (list(subject.agents), subject.duty.start) if subject else (agents, end)
        start = agents[0].span.start if agents else start
    named = announced and agents and agents[0].rule == "unknown"  # "Mặt trận Tổ quốc Việt Nam lãnh đạo …"
    if not (named or mostly_known(agents)) or agents[0].span.start != start:
        return ()
    near = text.low[end : min(span.end, end + _NEAR)]
    if _DONE.search(near.split(",")[0]):
        return ()
    listed = announced and (ORDERS.match(near) or _PLANS.match(near) or near.lstrip().startswith(":"))
    return tuple(agents) if listed or _MUST.match(near) or (follows and _LEADS.match(near)) else ()


def read_next(text: Text, span: Span, reader: AgencyReader) -> Iterator[tuple[tuple[AgencyMention, ...], int]]:
    """Read the further bodies of a sentence of orders, and where the clause of each begins."""
    for count, cut in enumerate(_NEXT.finditer(text.norm, span.start, span.end)):
        if count == _MOST:
            return
        agents, end = reader.read_list(text, Span(cut.end(), span.end))
        known = (
            agents and all(agent.record for agent in agents) and agents[0].span.start - cut.end() <= len("giao cho ")
        )
        if known and ORDERS.match(text.low, end, span.end):
            yield tuple(agents), cut.end()
