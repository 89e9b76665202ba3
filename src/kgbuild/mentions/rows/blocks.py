"""Labelled blocks: lines such as "Cơ quan chủ trì: …" and "Thời gian: …" that tell who does what is above them."""

import re
from collections import Counter
from itertools import takewhile

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.rows.bracket_blocks import read_bracketed
from kgbuild.mentions.rows.rows import read_roles
from kgbuild.mentions.schedules import find_deadline, read_schedule
from kgbuild.model import Span
from kgbuild.model.mentions import Role, ScheduleMention, TaskMention
from kgbuild.model.structure import Item, Mark, Part
from kgbuild.model.text import Text

# whose label it is: "Cơ quan, đơn vị", "Các sở, ngành", "Cơ quan/tổ chức"
_WHOSE = r"""(?:(?:các|cơ\ quan|đơn\ vị|tổ\ chức|địa\ phương|sở|bộ\ phận|bộ|ban|ngành|phòng|đoàn\ thể)
          (?:\s*[,/]\s*|\s+(?:và\s+)?))*"""
_LABEL = re.compile(
    rf"""\W*(?:
        (?P<lead>{_WHOSE}(?:được\ giao\s+)?
          (?:(?:tham\ mưu|đề\ xuất|soạn\ thảo|thực\ hiện)\s*(?:[,/-]|và\ )?\s*)*
          (?:chủ\ trì|đầu\ mối(?=\ thực|\s*:)|chịu\ trách\ nhiệm\ chính)
          (?:\s*[,(]?\s*(?:và\ )?(?:tổ\ chức|thực\ hiện|tham\ mưu|triển\ khai|xây\ dựng|soạn\ thảo|theo\ dõi|trình|
             đầu\ mối|chính|nhiệm\ vụ)\)?)*)
      | (?P<coordinate>{_WHOSE}(?:cùng\ )?
          phối\ hợp(?:\ (?:chính|với|tổ\ chức|thực\ hiện|tham\ mưu|triển\ khai|xây\ dựng))*)
      | (?P<perform>(?:cơ\ quan|đơn\ vị)(?:\s*[,/]\s*(?:đơn\ vị|tổ\ chức))?\s+
          (?:thực\ hiện|chịu\ trách\ nhiệm|tham\ mưu|triển\ khai)
          |(?:phân\ công|trách\ nhiệm)\ thực\ hiện|phân\ công(?=\s*:)
          |trách\ nhiệm\ (?:lãnh\ đạo,?\ )?chỉ\ đạo\ (?:tổ\ chức\ |triển\ khai\ )?thực\ hiện)
      | (?P<schedule>(?:(?:dự\ kiến\ )?(?:mốc\ )?thời\ (?:gian|hạn|điểm)|(?:hạn|dự\ kiến)\ hoàn\ thành|
          hoàn\ thành(?=\s*:)|tiến\ độ|lộ\ trình)
          (?:,?\ (?:tiến\ độ|dự\ kiến|thực\ hiện|hoàn\ thành|triển\ khai|ban\ hành|tổ\ chức|báo\ cáo|nhiệm\ vụ))*
          (?:\ trình(?:\ [^\W\d_]+){{0,8}})?)
      | (?P<product>(?:sản\ phẩm|kết\ quả)(?:\ (?:đầu\ ra|dự\ kiến|hoàn\ thành|thực\ hiện))*)
      | (?P<task>(?:nội\ dung\s+)?nhiệm\ vụ|nội\ dung(?:\ (?:thực\ hiện|công\ việc))?)
      | (?P<funding>(?:nguồn\s+)?kinh\ phí(?:\ thực\ hiện)?)
    )\s*:\s*""",
    re.VERBOSE,
)


# the one label of each section of a Party programme
_DIRECTS = re.compile(r"\W*trách nhiệm (?:lãnh đạo,? )?chỉ đạo\s")
_ROW = 2  # headings with whole blocks: beside them a single label is one as well
_INTRODUCES = re.compile(r"\W*(?:(?:tổ chức|phân công|trách nhiệm) thực hiện|phân công|thực hiện)\s*:\s*")


def read_blocks(text: Text, part: Part, reader: AgencyReader) -> tuple[tuple[TaskMention, ...], set[int], set[int]]:
    """Read labelled blocks ("Đơn vị chủ trì: …  Thời gian: …") under one heading.

    Tell besides which items are their labels, and which say what is to be done: whoever those name, the labels settle
    who does it.
    """
    tasks: list[TaskMention] = []
    used: set[int] = set()
    said: set[int] = set()
    groups = _groups(text, part)
    whole = {owner for owner, group in groups.items() if _is_whole(text, part, group)}
    rows = Counter((part.items[owner].parent, part.items[owner].mark) for owner in whole)
    for owner, group in groups.items():
        labels = {index: label for index, label in group if label[0] in ("lead", "perform")}
        beside = rows[part.items[owner].parent, part.items[owner].mark] >= _ROW and part.items[owner].heading
        if not labels or not (owner in whole or beside):
            continue
        task, taken = _block(text, part, owner, group, reader)
        if task and task.roles:
            tasks.append(task)
            used |= taken
            said |= {owner, *_own_items(part, owner, taken)}
    for index, task in read_bracketed(text, part, reader, used | said):
        tasks.append(task)
        said.add(index)
    return tuple(tasks), used, said


def read_times(text: Text, part: Part) -> tuple[dict[int, Span], set[int]]:
    """Read unmarked lines that say nothing but when what stands above them is done: "Thời gian hoàn thành: …".

    Give the values by the index of the paragraph that they are said of, and which paragraphs are such lines.
    """
    times: dict[int, Span] = {}
    lines: set[int] = set()
    for owner, group in _groups(text, part).items():
        if all(part.items[at].mark is Mark.NONE and name == "schedule" and len(said) for at, (name, said) in group):
            lines |= {at for at, _ in group}
            if len(group) == 1:
                times[owner] = group[0][1][1]
    return times, lines


def _is_whole(text: Text, part: Part, group: list[tuple[int, tuple[str, Span]]]) -> bool:
    """Tell labels that make a task of their own: two sorts of them, or one that says enough."""
    return len({name for _, (name, _) in group}) > 1 or any(
        name in ("lead", "perform") and _directs(text, part.items[at]) for at, (name, _) in group
    )


def _directs(text: Text, label: Item) -> bool:
    """Tell "Trách nhiệm chỉ đạo thực hiện: …", which says enough without a second label."""
    return _DIRECTS.match(text.low, label.content.start, label.content.end) is not None


def _groups(text: Text, part: Part) -> dict[int, list[tuple[int, tuple[str, Span]]]]:
    """Gather labelled lines by what they describe: the item above them, or its heading where they speak for all."""
    labels = {i: found for i, item in enumerate(part.items) if (found := _labels(text, item.content))}
    owners: dict[int, int] = {}
    for index in labels:
        owner = part.items[index].parent
        while owner >= 0 and (owner in labels or _only_introduces(text, part.items[owner])):
            owner = part.items[owner].parent
        owners[index] = owner
    for index in labels:
        if _in_brackets(text, part, index) and index - 1 not in labels:
            owners[index] = index - 1
    for index, owner in owners.items():
        if owner >= 0 and part.items[owner].mark in (Mark.DASH, Mark.PAREN) and _speaks_for_all(part, owners, index):
            owners[index] = part.items[owner].parent
    groups: dict[int, list[tuple[int, tuple[str, Span]]]] = {}
    for index, owner in owners.items():
        if owner >= 0:
            groups.setdefault(owner, []).extend((index, label) for label in labels[index])
    return groups


def _in_brackets(text: Text, part: Part, index: int) -> bool:
    """Tell labels in brackets on a line of their own: they are those of the paragraph right above them."""
    label = part.items[index]
    said = text.norm[label.content.start : label.content.end].lstrip(" *_")
    beside = index > 0 and part.items[index - 1].parent == label.parent
    return beside and label.mark is Mark.NONE and said.startswith("(")


def _only_introduces(text: Text, item: Item) -> bool:
    """Tell a line that does nothing but stand above labels: "- Tổ chức thực hiện:"."""
    return not item.heading and _INTRODUCES.fullmatch(text.low, item.content.start, item.content.end) is not None


def _speaks_for_all(part: Part, owners: dict[int, int], index: int) -> bool:
    """Tell an unmarked label below the last of several dashes: of the dashes no other has labels of its own."""
    owner = owners[index]
    if part.items[index].mark is not Mark.NONE or part.items[owner].parent < 0:
        return False
    beside = {
        i
        for i, item in enumerate(part.items)
        if item.parent == part.items[owner].parent and item.mark is part.items[owner].mark
    }
    return len(beside) > 1 and not any(other in beside and other != owner for other in owners.values())


def _labels(text: Text, span: Span) -> list[tuple[str, Span]]:
    """Read the labels of a line, one or several ("Đơn vị chủ trì: A; Đơn vị phối hợp: B."), with their values."""
    first = _LABEL.match(text.low, span.start, span.end)
    if not first:
        return []
    found = [first]
    for cut in re.finditer(r"[;.]\s+", text.low[span.start : span.end]):
        match = _LABEL.match(text.low, span.start + cut.end(), span.end)
        if match and match.start() >= found[-1].end():
            found.append(match)
    ends = [*(match.start() for match in found[1:]), span.end]
    brackets = text.norm[span.start : first.end()].count("(") > text.norm[span.start : first.end()].count(")")
    edges = " \t\n.;)" if brackets else " \t\n.;"  # in "(Chủ trì: …; thời gian: 2024)" the last mark is no one's
    return [
        (match.lastgroup or "", text.trim(Span(match.end(), end), edges))
        for match, end in zip(found, ends, strict=True)
    ]


def _block(
    text: Text, part: Part, owner: int, group: list[tuple[int, tuple[str, Span]]], reader: AgencyReader
) -> tuple[TaskMention | None, set[int]]:
    head: Item = part.items[owner]
    roles: list[Role] = []
    schedule = product = None
    title = text.trim(head.content, " \t\n.:;")
    labelled = {index for index, _ in group}
    used = set(labelled)
    last = head.span.end
    own = _own_items(part, owner, used)
    if len(own) == 1 and part.items[own[0]].mark is Mark.NONE and head.heading:  # the heading only names the field
        title = text.trim(part.items[own[0]].content, " \t\n.:;")
    has_lead = any(label == "lead" for _, (label, _) in group)
    for index, (label, value) in group:
        last = max(last, part.items[index].span.end)
        if label == "schedule":
            schedule = read_schedule(text, value) or _last_stage(text, part, index) or _single(text, part, index)
        elif label == "product" and len(value):
            product = value
        elif label in ("lead", "coordinate", "perform"):
            code = "lead" if label == "perform" and not has_lead else label
            below = [] if len(value) else [i for i in _below(part, index) if i not in labelled]
            used |= set(below)
            for place in [value] if len(value) else [part.items[i].content for i in below]:
                said = read_roles(text, place, code, reader)
                roles.extend(Role(role, a, confidence=0.9, rule=f"block-{a.rule}") for role, a in said)
        elif label == "task":
            below = _below(part, index)
            used |= set(below)
            if len(value) and not below and head.mark is not Mark.DASH:
                title = value
            elif below and not len(value) and _ORDINAL.fullmatch(text.low, head.content.start, head.content.end):
                title = text.trim(part.items[below[0]].content, " \t\n.:;")
    span = Span(head.span.start, last)
    number = head.label if head.mark is not Mark.DASH else ""
    return TaskMention("block", number, title, span, tuple(roles), schedule, head.path, product), used


def _last_stage(text: Text, part: Part, index: int) -> ScheduleMention | None:
    """Give the last of the deadlines that stand below a label without a value of its own."""
    stages = (find_deadline(text, part.items[below].content) for below in _below(part, index))
    return max((s for s in stages if s and s.end_year), key=lambda s: (s.end_year, s.end_date), default=None)


def _single(text: Text, part: Part, index: int) -> ScheduleMention | None:
    """Read the one line that stands below a label without a value of its own."""
    below = _below(part, index)
    return read_schedule(text, part.items[below[0]].content) if len(below) == 1 else None


# a heading that only counts: "Hoạt động 1"
_ORDINAL = re.compile(r"\W*(?:hoạt động|nhiệm vụ|nội dung|giải pháp|công việc)\s+(?:số\s+)?\d{1,2}\W*")


def _below(part: Part, index: int) -> list[int]:
    """Find what stands below a label; below one without a mark the dashes that follow it."""
    label = part.items[index]
    below = [i for i, item in enumerate(part.items) if item.parent == index]
    if below or label.mark is not Mark.NONE:
        return below
    behind = takewhile(lambda item: item.mark is Mark.DASH and item.parent == label.parent, part.items[index + 1 :])
    return list(range(index + 1, index + 1 + len(list(behind))))


def _own_items(part: Part, owner: int, labels: set[int]) -> list[int]:
    """Find the paragraphs right below a heading that say what is to be done: those that are no labels."""
    return [i for i, item in enumerate(part.items) if item.parent == owner and i not in labels]
