"""What stands above the duties of others: headings and lead-ins that only name bodies or announce what follows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgbuild.mentions.patterns import OPENS_DUTY, ORDERED, TASK_VERB
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text

# where an unmarked lead-in tells who does what is listed below it
_WORK = (Zone.ORGANISATION, Zone.MEASURE, Zone.OTHER)
# behind bodies: nothing but within what bounds they act, or a remark
NO_DUTY = re.compile(
    r"[\s:;.,]*(?:(?:theo chức năng|trong phạm vi|căn cứ chức năng)(?:[\s,;]+[^\s,;:]+){0,12}?|"
    r"\([^)]*\)|(?:có|chịu) trách nhiệm(?: sau(?: đây)?)?)?[\s:;.]*$"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A heading (or the beginning of a line) that names who must act."""

    agents: tuple[AgencyMention, ...]
    end: int
    asked: bool


def leads_in(text: Text, item: Item) -> bool:
    """Tell a paragraph that ends in a colon: what it says holds for those below it."""
    return text.norm[item.content.start : item.content.end].rstrip().endswith(":")


# "… chỉ đạo Chi cục Thủy lợi thực hiện các nội dung sau:" only introduces the duties below it
INTRODUCES = re.compile(
    r"(?<![^\W_])(?:thực hiện|triển khai|tập trung|làm|lãnh đạo, chỉ đạo)\s+(?:tốt\s+)?(?:các|một số|những|\d{1,2})\s+"
    r"(?:nội dung|nhiệm vụ|công việc|việc|giải pháp|nhiệm vụ, giải pháp)"
    r"(?:\s+(?:sau|như sau|sau đây|cụ thể|trọng tâm|chủ yếu))*(?:\s+tại\s[^.;:]{3,60})?\s*:\s*$"
)
_MOST_LISTED = 200  # bodies in one list
# "Giao các sở theo ngành, lĩnh vực gồm:" only announces the bodies below it, "Có trách nhiệm:" only their duties
CHARGES = re.compile(
    r"\W*(?:(?:có|chịu) (?:các |những )?trách nhiệm|có (?:các |những )?nhiệm vụ)"
    r"(?: (?:chủ yếu|chính|cụ thể|như sau|sau đây|sau|dưới đây))*\s*:\W*"
)
_ANNOUNCES = re.compile(rf"[^.;:]{{0,120}}(?<![^\W_])gồm(?: có)?\s*:\W*|{CHARGES.pattern}")
# a duty within bounds: "theo chức năng được giao hướng dẫn các huyện thực hiện"
_BOUNDED_DUTY = re.compile(
    rf"(?<![^\W_])(?:được giao|được phân công|của mình|nhiệm vụ|quyền hạn|thẩm quyền|quản lý)\s*,?\s+"
    rf"(?!(?:được|có|theo|là|trong)(?![^\W_])){TASK_VERB.pattern}"
)
_INTRODUCTION = 20  # words
_PARTS = re.compile(r"(?<![^\W_])(?:chủ trì|phối hợp)(?![^\W_])")
_REMARK = re.compile(r"^\s*\([^()]*\)(?=[\s:;.,]*$)")
_REPORT = re.compile(r"\W*báo cáo[^.;:]{0,30}:")
# "Trách nhiệm trong việc quản lý ứng dụng"
_TASKS_IN = re.compile(r"\W*(?:trách nhiệm|nhiệm vụ)\s+(?:trong|về|đối với)\s+(?:việc|công tác)\s[^.;:]{3,160}[:.]?\W*")
_ORDERS_MORE = re.compile(rf"{ORDERED.pattern}|\W*chỉ đạo(?![^\W_])")
# what closes a document below its last point is told everybody, or tells of the document: "Hướng dẫn này thay thế …"
_TO_ALL = re.compile(
    r"\W*(?:yêu cầu|đề nghị|giao|định kỳ|hằng|hàng|báo cáo|"
    r"thực hiện(?: nghiêm)? (?:chỉ thị|kế hoạch|quyết định|nghị quyết|kết luận|công điện)|"
    r"[^\W\d_]+(?: [^\W\d_]+)? này)"
    r"(?![^\W_])"
)
_LABEL = re.compile(r"[^.;:]{0,40}:")  # "Báo cáo năm: trước ngày 15/12" names a report
_TOPIC = re.compile(r"\W*về(?![^\W_])")
# "Trách nhiệm chung", "Ngoài các trách nhiệm nêu trên, một số đơn vị còn có ý kiến cụ thể về một số nội dung sau:"
_KIND = re.compile(r"\W*(?:trách nhiệm|nhiệm vụ|yêu cầu|nội dung|quy định)\s+(?:chung|cụ thể|riêng|khác)\W*")
_BESIDES = re.compile(
    r"\W*(?:ngoài|bên cạnh|cùng với)\s+(?:các\s+|những\s+)?(?:trách nhiệm|nhiệm vụ|nội dung)\s[^.;:]{3,300}"
    r"(?<![^\W_])sau(?: đây)?\s*:\W*"
)
_TO_WHOM = re.compile(r"\W*yêu cầu(?: chung)? đối với(?![^\W_])[^.;:]*[.:]?\W*")


def is_topic(text: Text, item: Item) -> bool:
    """Tell "Về nội dung trao đổi tín chỉ:", "Yêu cầu đối với các trường", which say what those below are about."""
    if any(topic.fullmatch(text.low, item.content.start, item.content.end) for topic in (_TO_WHOM, _KIND, _BESIDES)):
        return True
    if item.heading and _TASKS_IN.fullmatch(text.low, item.content.start, item.content.end):
        return True
    return leads_in(text, item) and bool(_TOPIC.match(text.low, item.content.start))


_ANOTHER = re.compile(
    r"\W*(?:cơ quan|đơn vị|người|nhà đầu tư|chủ đầu tư)(?![^\W_])(?!\s+mình)[^.,;:]{0,80}?\s"
    r"(?:(?:có|chịu) trách nhiệm|phải)(?![^\W_])"
)


def tells_another(text: Text, item: Item) -> bool:
    """Tell "Cơ quan đăng ký đầu tư có trách nhiệm …", which names somebody else than the heading above it."""
    return bool(_ANOTHER.match(text.low, item.content.start, item.content.end))


def only_announces(text: Text, item: Item) -> bool:
    """Tell a paragraph without a body of its own that only announces what stands below it: "Có trách nhiệm:"."""
    return bool(_ANNOUNCES.fullmatch(text.low, item.content.start, item.content.end))


def is_heading_only(text: Text, item: Item, owner: Owner) -> bool:
    """Tell a paragraph that names its bodies, perhaps with a remark in brackets, and says no duty."""
    rest = _REMARK.sub("", text.low[owner.end : item.content.end])
    introduces = INTRODUCES.search(rest) or _ANNOUNCES.fullmatch(rest)
    if introduces and len(rest.split()) <= _INTRODUCTION and not _PARTS.search(rest):
        return True
    if item.mark in (Mark.NONE, Mark.DASH, Mark.ARTICLE):
        return not rest.strip(" :;.,")
    if not item.heading and not leads_in(text, item) and _BOUNDED_DUTY.search(rest):
        return False
    short = len(rest.split()) <= 14 and item.heading
    return bool(NO_DUTY.fullmatch(rest)) or (
        short
        and (rest.rstrip().endswith(":") or re.match(r"\s*(?:trong phạm vi|theo chức năng|chủ trì)", rest) is not None)
    )


def charged_lists(text: Text, items: Sequence[Item], owners: Mapping[int, Owner]) -> dict[int, Owner]:
    """Give each "Có trách nhiệm:" behind a list the bodies listed: "… gồm:", "- Sở Y tế;", "- Sở Tài chính."."""
    found: dict[int, Owner] = {}
    for index, item in enumerate(items):
        if index in owners or not CHARGES.fullmatch(text.low, item.content.start, item.content.end):
            continue
        first = index
        while first and items[first - 1].mark is Mark.DASH and index - first < _MOST_LISTED:
            first -= 1
        listed = [owners[at] for at in range(first, index) if at in owners]
        whole = first and len(listed) == index - first > 1 and leads_in(text, items[first - 1])
        if whole and all(is_heading_only(text, items[at], owners[at]) for at in range(first, index)):
            agents = tuple(agent for owner in listed for agent in owner.agents)
            found[index] = Owner(agents, item.content.start, listed[-1].asked)
    return found


def owner_above(
    text: Text, items: Sequence[Item], index: int, owners: Mapping[int, Owner], beside: Mapping[int, int]
) -> int | None:
    """Find the nearest heading or lead-in above, or *beside*, whose bodies must do what this paragraph says."""
    below, at = index, items[index].parent
    while True:
        if beside.get(below) in owners:
            return beside[below]
        if at < 0:
            return None
        if at in owners and (
            leads_in(text, items[at])
            or (items[at].mark is not Mark.NONE and is_heading_only(text, items[at], owners[at]))
            or _goes_on(text, items[at], items[below])
        ):
            return at
        below, at = at, items[at].parent


def lead_ins_beside(text: Text, items: Sequence[Item]) -> dict[int, int]:
    """Find the unmarked lead-ins above the lists that points belong to: "Sở Y tế:" above "a)", "b)"; all by index."""
    found: dict[int, int] = {}
    last: dict[int, tuple[int, int]] = {}  # below each item: the last one, and the last of another mark before it
    for index, item in enumerate(items):
        nearest, other = last.get(item.parent, (-1, -1))
        other = nearest if nearest >= 0 and items[nearest].mark is not item.mark else other
        last[item.parent] = index, other
        if item.mark is Mark.NONE or item.zone not in _WORK or _REPORT.match(text.low, item.content.start):
            continue
        if other >= 0 and items[other].mark is Mark.NONE and leads_in(text, items[other]):
            found[index] = other
        elif other >= 0 and _charges(text, items, behind := last.get(other, (-1, -1))[0]):
            found[index] = behind
    return found


def _charges(text: Text, items: Sequence[Item], index: int) -> bool:
    """Tell "Có trách nhiệm:" behind the last dash of a list: it opens the points that follow."""
    if index < 0 or items[items[index].parent].mark is not Mark.DASH:
        return False
    return bool(CHARGES.fullmatch(text.low, items[index].content.start, items[index].content.end))


def _goes_on(text: Text, above: Item, item: Item) -> bool:
    """Tell a dash that tells more of what the bodies of the sentence *above* must do: "1. Bộ Y tế chủ trì …".

    Where no heading says that it is all about who does what, only a verb of an order tells one. Below such a heading
    so does a paragraph without a mark: "Bố trí kinh phí …".
    """
    unmarked = item.mark is Mark.NONE and above.zone is Zone.ORGANISATION and not item.heading
    if not (item.mark is Mark.DASH or unmarked) or above.mark not in (Mark.NUMBER, Mark.LETTER, Mark.PAREN):
        return False
    if unmarked and (_TO_ALL.match(text.low, item.content.start) or leads_in(text, item)):
        return False
    told = (
        OPENS_DUTY.match(text.low, item.content.start)
        if above.zone is Zone.ORGANISATION
        else above.zone is Zone.OTHER and _ORDERS_MORE.match(text.low, item.content.start)
    )
    return bool(told) and _LABEL.match(text.low, item.content.start, item.content.end) is None
