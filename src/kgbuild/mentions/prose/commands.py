"""What is asked of bodies or ordered behind a word that says so: "Giao Sở Y tế …; yêu cầu Công an tỉnh …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.mentions.prose.acting import read_acting
from kgbuild.mentions.prose.formulas import is_formula
from kgbuild.mentions.prose.subjects import Subject, is_charged, part_others, read_subjects
from kgbuild.mentions.prose.tasks import Duty, task_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, TaskMention
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text

_CUE = re.compile(
    r"(?<![^\W_])(?P<cue>đề nghị|yêu cầu|giao(?: nhiệm vụ)?(?: cho)?)\s+(?=các|thủ trưởng|giám đốc|[^\W\d_])"
)
_FALSE_CUE = re.compile(
    r"chuyển giao|bàn giao|được giao|giao dịch|giao lưu|giao thông|giao quyền|giao nộp|"
    r"xét đề nghị|về (?:việc )?(?:đề nghị|yêu cầu)|hồ sơ đề nghị|đáp ứng yêu cầu|theo yêu cầu|"
    r"các yêu cầu|hiệu quả yêu cầu"
)
# an order that is only spoken of: "làm việc với Bộ Xây dựng về việc giao Ủy ban nhân dân tỉnh làm chủ đầu tư"
_SPOKEN_OF = re.compile(r"(?<!làm )(?<!công )(?<![^\W_])việc\s+$")
_AGREED = re.compile(r"(?<![^\W_])(?:đồng ý|nhất trí|thống nhất)(?:\s+(?:với|về))?\s+việc\s+$")
# a clause on work that somebody handed out before: "các nhiệm vụ do Thủ tướng Chính phủ giao cho các bộ"
_HANDED_OUT = re.compile(
    r"(?<![^\W_])(?:do|mà)\s+(?:thủ tướng|chính phủ|quốc hội|trung ương|bộ|ban|hội đồng|hđnd|ủy ban|ubnd|chủ tịch|"
    r"tỉnh|thành phố|thành ủy|huyện|sở|cấp trên|cấp có thẩm quyền|lãnh đạo)(?![^\W_])[^,.;:]{0,60}$"
)
# in what way a body told something is to act: "bằng nhiều hình thức và phương pháp thích hợp, tổ chức …"
_MANNER = re.compile(r"(?:bằng|thông qua|căn cứ|trên cơ sở|tùy theo)\s[^,;.:]{2,80},\s+")
_ACTS = re.compile(
    r"\W*(?:(?:tại|theo)\s+)?(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|kết luận|"
    r"chỉ thị|hiến pháp)(?![^\W_])"
)
# a member of a list up to the mark or "và" before the next one
_MEMBER = re.compile(r"\s*;\s*(?P<words>[^;.:]{3,160}?)(?:(?=\s*;)\s*;|\s+và)\s+")
# what parts an order from the one before it; any other cue is a word of that order: "lập hồ sơ, đề nghị tỉnh duyệt"
_ANEW = re.compile(r"(?:[.;:]|(?<![^\W_])đồng thời\s*,?|(?<![^\W_])và)\s*$")
_JOINS = re.compile(r"(?:\s*[,;]|\s+(?:đồng thời|và))+\s*$")
_UNKNOWN = 4  # such members in a list
_NEXT = 120  # characters behind a list of bodies in which its verb stands
_TOLD = 40  # bodies told something in one paragraph: more is no text
_LONG_SENTENCE = 2000  # characters


@dataclass(frozen=True, slots=True)
class _Order:
    """The bodies of one order, whether they are only asked, where it opens and where their list ends."""

    agents: tuple[AgencyMention, ...]
    asked: bool
    start: int
    end: int


def read_commands(text: Text, item: Item, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the orders of a paragraph, each with its words, and the sentences behind one that tell others to act.

    Bodies asked and bodies ordered with nothing between them share the words behind the last.
    """
    orders = _orders(text, item, reader)
    before = _charged_before(text, item, orders, reader)
    yield from read_acting(text, item, before, reader)
    waiting: list[_Order] = []
    for at, order in enumerate(orders):
        last = at + 1 == len(orders)
        end = item.content.end if last else _own_end(text, Span(order.end, orders[at + 1].start))
        words = Span(order.end, end)
        waiting.append(order)
        if not len(text.trim(words, " \t\n,;.")):
            continue
        if not is_formula(text, item.content, words):
            words, others = part_others(text, words, order.agents, reader)
            alone = len(orders) == len(waiting) and not others and not before
            whole = item.content if alone else Span(waiting[0].start, words.end)
            tasks = [task_of(text, Duty(whole, words, o.agents, o.asked), item.path, reader) for o in waiting]
            yield replace(tasks[-1], roles=tuple(role for task in tasks for role in task.roles))
            yield from read_acting(text, item, others, reader)
        waiting = []


def _charged_before(text: Text, item: Item, orders: Sequence[_Order], reader: AgencyReader) -> list[Subject]:
    """Read the sentences before the first order that charge known bodies: "Bộ Y tế chịu trách nhiệm …. Yêu cầu …"."""
    if not orders or item.zone not in (Zone.ORGANISATION, Zone.OTHER):
        return []
    said = text.trim(Span(item.content.start, orders[0].start))
    return [subject for subject in read_subjects(text, said, reader) if is_charged(text, subject)] if len(said) else []


def _own_end(text: Text, own: Span) -> int:
    """Give the end of what is told before the next order, without the words that join the two."""
    joins = _JOINS.search(text.low, own.start, own.end)
    return text.trim(Span(own.start, joins.start() if joins else own.end), " \t\n").end


def _orders(text: Text, item: Item, reader: AgencyReader) -> Sequence[_Order]:
    """Find the cues of a paragraph that open an order."""
    content = item.content
    orders: list[_Order] = []
    for match in _CUE.finditer(text.low, content.start, content.end):
        around = text.low[max(content.start, match.start() - 10) : match.end() + 6]
        meeting = match["cue"] == "giao" and text.norm.startswith("ban", match.end())  # no "giao Ban Tổ chức"
        handed = match["cue"].startswith("giao") and _HANDED_OUT.search(text.low, content.start, match.start())
        if meeting or handed or _FALSE_CUE.search(around) or _told_elsewhere(text, content, match.start()):
            continue
        before = text.low[max(content.start, match.start() - 30) : match.start()]
        if _SPOKEN_OF.search(before) and not _AGREED.search(before):
            continue
        among = item.zone is Zone.MEASURE and item.mark is not Mark.NONE  # nor does each "giao nhiệm vụ cho …" order
        if (among or match["cue"].endswith(("nhiệm vụ", "nhiệm vụ cho"))) and not _opens(text, content, match.start()):
            continue
        if orders and not _parts(text, orders[-1], match):
            continue
        agents, end = _listed(text, Span(match.end(), content.end), reader)
        rest = text.low[end : min(content.end, end + _NEXT)].lstrip(" ,;")
        rest = _MANNER.sub("", rest, count=1) if _MANNER.match(rest) else rest
        if agents and (OPENS_DUTY.match(rest) or rest.startswith(("yêu cầu", "đề nghị"))):
            orders.append(_Order(tuple(agents), match["cue"] == "đề nghị", match.start(), end))
            if len(orders) == _TOLD:
                break
    return orders


def _parts(text: Text, before: _Order, cue: re.Match[str]) -> bool:
    """Tell a cue that opens the next order: right behind the bodies of the one before, or behind its end."""
    if not len(text.trim(Span(before.end, max(before.end, cue.start())), " \t\n,;")):
        return True
    return _ANEW.search(text.low, before.end, cue.start()) is not None


def _opens(text: Text, content: Span, at: int) -> bool:
    """Tell an order among measures, "Giao Sở Y tế …", from one that a measure only speaks of."""
    return text.norm[at].isupper() and (at == content.start or text.norm[content.start : at].rstrip().endswith("."))


def _listed(text: Text, span: Span, reader: AgencyReader) -> tuple[list[AgencyMention], int]:
    """Read the bodies of a list, past members of it that name none: "Sở Y tế; chủ các dự án; Công an tỉnh lập …"."""
    agents, end = reader.read_list(text, span)
    found, last = list(agents), end
    for _ in range(_UNKNOWN if agents else 0):
        member = _MEMBER.match(text.low, last, span.end)
        if member is None or OPENS_DUTY.match(text.low, member.start("words")):
            break
        more, after = reader.read_list(text, Span(member.end(), span.end))
        found.extend(more)
        last = after if more else member.end("words")
        end = last if more else end
    return found, end


def _told_elsewhere(text: Text, content: Span, at: int) -> bool:
    """Tell a sentence that only reports what an act says: "Luật Bảo vệ môi trường … giao Bộ Tài chính …"."""
    start = max(content.start, at - _LONG_SENTENCE)
    begin = max(text.low.rfind(". ", start, at), text.low.rfind("; ", start, at)) + 1
    return bool(_ACTS.match(text.low, max(start, begin)))
