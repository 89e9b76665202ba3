"""Duties that no heading owns: closings ("yêu cầu các Sở …"), articles, sentences with a subject."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.formulas import is_formula
from kgbuild.mentions.patterns import OPENS_DUTY, ORDERED
from kgbuild.mentions.schedules import find_deadline, recurrence_of
from kgbuild.mentions.subjects import Subject, read_subjects
from kgbuild.mentions.tasks import Duty, task_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, TaskMention
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text

_CUE = re.compile(r"(?<![^\W_])(?P<cue>đề nghị|yêu cầu|giao(?: cho)?)\s+(?=các|thủ trưởng|giám đốc|[^\W\d_])")
_FALSE_CUE = re.compile(
    r"chuyển giao|bàn giao|được giao|giao dịch|giao lưu|giao thông|giao quyền|giao ban|giao nộp|"
    r"xét đề nghị|hồ sơ đề nghị|đáp ứng yêu cầu|theo yêu cầu|các yêu cầu|hiệu quả yêu cầu"
)
# in what way a body told something is to act: "bằng nhiều hình thức và phương pháp thích hợp, tổ chức …"
_MANNER = re.compile(r"(?:bằng|thông qua|căn cứ|trên cơ sở|tùy theo)\s[^,;.:]{2,80},\s+")
_CHARGED = re.compile(r"\W*(?:có trách nhiệm\s+)?chủ trì\s*,?\s+(?:phối hợp|cùng|tham mưu|tổ chức|xây dựng)(?![^\W_])")
# "Ủy ban nhân dân các xã có trách nhiệm kiểm tra, …": no other words are needed to tell an order
_ANSWERS = re.compile(r"\W*(?:có|chịu) trách nhiệm(?![^\W_])")
# an article on its effect may go on with who watches over it: "… có hiệu lực từ ngày ký. Chánh Văn phòng …"
_EFFECT = re.compile(r"\W*(?:[^\W\d_]+\s+){1,4}này\s+có\s+hiệu lực(?![^\W_])")
_WATCHES = re.compile(r"\W*(?:có|chịu) trách nhiệm\s+(?!(?:tổ chức\s+)?(?:thi hành|thực hiện)(?![^\W_]))")
_TELLS = re.compile(r"\W*(?:(?:xin|trân trọng|kính)\s+)*(?:thông báo|báo để)(?![^\W_])")
# whoever writes only sends something along: "Bộ Y tế gửi danh mục để tham khảo"
_SENDS = re.compile(r"\W*(?:xin |trân trọng |kính )*gửi\s[^.;]{0,300}?\sđể (?:tham khảo|biết|nghiên cứu)(?![^\W_])")
_ACTS = re.compile(
    r"\W*(?:(?:tại|theo)\s+)?(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|kết luận|"
    r"chỉ thị|hiến pháp)(?![^\W_])"
)
_WHEN = re.compile(r"\W*(?:hằng|hàng|định kỳ|mỗi|trước|đến|vào|hết|quý|năm|6 tháng|sáu tháng|kết thúc)(?![^\W_])")
# a member of a list up to the mark or "và" before the next one
_MEMBER = re.compile(r"\s*;\s*(?P<words>[^;.:]{3,160}?)(?:(?=\s*;)\s*;|\s+và)\s+")
_GROUND = re.compile(r"\W*(?:trên cơ sở|căn cứ)(?![^\W_])")
_UNKNOWN = 4  # such members in a list
_NEXT = 120  # characters behind a list of bodies in which its verb stands
_TOLD = 40  # bodies told something in one paragraph: more is no text
_LONG_SENTENCE = 2000  # characters


def read_orders(text: Text, item: Item, reader: AgencyReader, ordered: bool = False) -> Iterator[TaskMention]:
    """Read what a paragraph tells bodies that it names itself.

    *ordered* when what stands above says that orders follow.
    """
    if item.zone is Zone.OBJECTIVE or (item.heading and item.mark is not Mark.ARTICLE):
        return
    told = [] if item.zone is Zone.MEASURE and item.mark is not Mark.NONE else _told(text, item, reader)
    if told:  # bodies asked and bodies ordered in one sentence share one duty: its last words
        yield replace(told[-1], roles=tuple(role for task in told for role in task.roles))
    elif item.mark is Mark.ARTICLE and _EFFECT.match(text.low, item.content.start, item.content.end):
        subjects = read_subjects(text, item.content, reader)
        acting = [s for s in subjects if _WATCHES.match(text.low, s.duty.start, s.duty.end)]
        yield from read_acting(text, item, acting, reader)
    elif _speaks(text, item, ordered):
        yield from _acted(text, item, reader, ordered)
    elif item.mark is Mark.NONE and item.zone is Zone.PREAMBLE:
        acting = list(read_subjects(text, item.content, reader))
        if acting and not len(acting[0].opening) and _ANSWERS.match(text.low, acting[0].duty.start):
            yield from read_acting(text, item, acting, reader)
    elif item.mark is not Mark.ARTICLE and item.zone in (Zone.ORGANISATION, Zone.OTHER, Zone.ARTICLE):
        subject = next(iter(read_subjects(text, item.content, reader)), None)
        opens = subject and len(subject.opening) and subject.opening.start == item.content.start
        if subject and opens and (item.zone is not Zone.ARTICLE or ORDERED.match(text.low, subject.duty.start)):
            yield from read_acting(text, item, [subject], reader)
    elif item.zone is Zone.MEASURE:
        subjects = read_subjects(text, item.content, reader)
        yield from read_acting(text, item, [s for s in subjects if _is_charged(text, s)], reader)


def _is_charged(text: Text, subject: Subject) -> bool:
    """Tell a sentence among measures that says who is to lead one: "Sở Nội vụ chủ trì, phối hợp với …"."""
    charged = _CHARGED.match(text.low, subject.duty.start, subject.duty.end) is not None
    return charged and all(agent.record for agent in subject.agents)


def _speaks(text: Text, item: Item, ordered: bool) -> bool:
    """Tell a paragraph whose sentences may say who acts: one without a mark, an article that opens with a ground."""
    if item.mark is Mark.ARTICLE:
        return bool(_GROUND.match(text.low, item.content.start, item.content.end))
    return item.mark is Mark.NONE and (ordered or item.zone in (Zone.ORGANISATION, Zone.OTHER))


def _told(text: Text, item: Item, reader: AgencyReader) -> list[TaskMention]:
    """Read what is asked of bodies or ordered behind a word that says so."""
    content = item.content
    told: list[TaskMention] = []
    cues = list(_CUE.finditer(text.low, content.start, content.end))
    for at, match in enumerate(cues):
        around = text.low[max(content.start, match.start() - 10) : match.end() + 6]
        if _FALSE_CUE.search(around) or _told_elsewhere(text, content, match.start()):
            continue
        agents, end = _listed(text, Span(match.end(), content.end), reader)
        rest = text.low[end : min(content.end, end + _NEXT)].lstrip(" ,;")
        rest = _MANNER.sub("", rest, count=1) if _MANNER.match(rest) else rest
        words = Span(end, content.end)
        verb = OPENS_DUTY.match(rest) or rest.startswith(("yêu cầu", "đề nghị"))
        own = text.trim(Span(end, max(end, cues[at + 1].start())), " \t\n,;") if at + 1 < len(cues) else words
        if agents and verb and not is_formula(text, content, own if len(own) else words):
            duty = Duty(content, words, tuple(agents), match["cue"] == "đề nghị")
            told.append(task_of(text, duty, item.path, reader))
            if len(told) == _TOLD:
                break
    return told


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


def _acted(text: Text, item: Item, reader: AgencyReader, ordered: bool) -> Iterator[TaskMention]:
    """Read the sentences whose subject must act; below the announcement of orders none that only passes them on."""
    subjects = read_subjects(text, item.content, reader)
    acting = [s for s in subjects if not (ordered and _TELLS.match(text.low, s.duty.start, s.duty.end))]
    return read_acting(text, item, acting, reader)


def read_acting(text: Text, item: Item, subjects: Iterable[Subject], reader: AgencyReader) -> Iterator[TaskMention]:
    """Make the task of each sentence of a paragraph whose subject must act."""
    for subject in subjects:
        said = subject.duty.start, subject.duty.end
        if not (is_formula(text, item.content, subject.duty) or _SENDS.match(text.low, *said)):
            duty = Duty(Span(subject.opening.start, subject.duty.end), subject.duty, subject.agents)
            yield _opened(text, task_of(text, duty, item.path, reader), subject)


def _opened(text: Text, task: TaskMention, subject: Subject) -> TaskMention:
    """Add what the words before the subject say of its duty: when it is due, or on what condition."""
    if not len(subject.opening):
        return task
    opening = text.low[subject.opening.start : subject.opening.end]
    deadline = task.schedule or find_deadline(text, subject.opening)
    condition = None if _WHEN.match(opening) else subject.opening
    return replace(
        task,
        schedule=deadline,
        standing=deadline is None,
        frequency=task.frequency or recurrence_of(opening),
        roles=tuple(replace(role, condition=condition) for role in task.roles),
    )
