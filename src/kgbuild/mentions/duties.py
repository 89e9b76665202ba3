"""Duties in prose: who is told to do what, by role verbs and by headings that name a body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgbuild.mentions.agencies import AgencyReader, introduce
from kgbuild.mentions.formulas import is_formula
from kgbuild.mentions.owners import Owner, find_addressed, find_owners, is_heading_only, is_topic, leads_in, owner_above
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.mentions.roles import lines_of, modality_of, partners, parts_of, roles_of
from kgbuild.mentions.schedules import find_deadline, recurrence_of
from kgbuild.mentions.subjects import Subject, read_subjects
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, MeasureMention, Role, TaskMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_LEADING = re.compile(r"^\W*(?:chủ trì|là (?:cơ quan|đơn vị) (?:chủ trì|thường trực|đầu mối))")
# in a letter without points: what another document or somebody before gave
_OF_ANOTHER = re.compile(r"\d/\S{2,30}[^.;]{0,200}?(?<![^\W_])giao(?![^\W_])|(?<![^\W_])(?:đã|được)\s+giao(?![^\W_])")
# what stands above the orders of a letter without points: "Phó Thủ tướng Chính phủ có ý kiến như sau:"
_OPINION = re.compile(r"(?<![^\W_])(?:ý kiến|chỉ đạo|yêu cầu|kết luận|giao)(?![^\W_])[^.;:]{0,60}:\W*$")
_TELLS = re.compile(r"\W*(?:(?:xin|trân trọng|kính)\s+)*(?:thông báo|báo để)(?![^\W_])")
# in what way a body told something is to act: "bằng nhiều hình thức và phương pháp thích hợp, tổ chức …"
_MANNER = re.compile(r"(?:bằng|thông qua|căn cứ|trên cơ sở|tùy theo)\s[^,;.:]{2,80},\s+")
_CLOSING_CUE = re.compile(r"(?<![^\W_])(?P<cue>đề nghị|yêu cầu|giao(?: cho)?)\s+(?=các|thủ trưởng|giám đốc|[^\W\d_])")
_FALSE_GIVE = re.compile(
    r"chuyển giao|bàn giao|được giao|giao dịch|giao lưu|giao thông|giao quyền|giao ban|giao nộp|"
    r"xét đề nghị|hồ sơ đề nghị|đáp ứng yêu cầu|theo yêu cầu|các yêu cầu|hiệu quả yêu cầu"
)


def introduce_bodies(text: Text, part: Part, reader: AgencyReader) -> None:
    """Teach the reader the bodies named in headings and in table cells, so that running text finds them again."""
    for item in part.items:
        if item.mark in (Mark.NUMBER, Mark.LETTER, Mark.ROMAN) and len(item.content) < 200:
            agents, _, _ = reader.read_heading(text, item.content)
            introduce(reader, agents)
    for table in part.tables:
        for row in table.rows:
            for column in ("lead", "coordinate"):
                if column in row.cells:
                    introduce(reader, reader.read_cell(text, row.cells[column]))


def read_duties(text: Text, part: Part, reader: AgencyReader, used: set[int]) -> Iterator[TaskMention]:
    """Read every duty of named bodies outside tables and labelled blocks."""
    owners = find_owners(text, part, reader, used)
    told = find_addressed(text, part, owners, reader)
    prose = part.head.form == "cong-van" and all(item.mark is Mark.NONE for item in part.items)
    lead_in: dict[int, tuple[Role, ...]] = {}
    ordered = False
    for index, item in enumerate(part.items):
        ahead = item.zone in (Zone.PREAMBLE, Zone.BASIS) and not (told and item.mark is Mark.DASH)
        if (
            ahead
            and index not in used
            and prose
            and not _OF_ANOTHER.search(text.low, item.content.start, item.content.end)
        ):
            yield from _free(text, item, reader, ordered)
        ordered = ordered or (prose and bool(_OPINION.search(text.low[item.content.start : item.content.end].rstrip())))
        if index in used or ahead or not _says(text, item) or is_topic(text, item):
            continue
        above = owner_above(text, part.items, index, owners)
        own = owners.get(index)
        if own and is_heading_only(text, item, own):
            lead_in[index] = _passed_on(text, item, own, reader)
            continue
        if own and item.zone is not Zone.OBJECTIVE:
            duty = Span(own.end, item.content.end)
            if _only_hands_on(text, part, index, duty, reader):
                lead_in[index] = _passed_on(text, item, own, reader)
                continue
            for piece in parts_of(text, duty):
                part_of = item if piece.start == duty.start else replace(item, content=piece)
                yield _task(text, _until(part_of, piece), own.agents, piece, reader, own.asked, ())
            if leads_in(text, item):
                lead_in[index] = _passed_on(text, item, own, reader)
            continue
        if above is not None and item.zone is not Zone.OBJECTIVE:
            owner = owners[above]
            inherited = lead_in.get(above, ())
            pieces = parts_of(text, item.content)
            tasks = [
                _task(text, replace(item, content=piece), owner.agents, piece, reader, owner.asked, inherited)
                for piece in pieces
            ]
            yield from tasks
            task = tasks[-1]
            if leads_in(text, item) and _LEADING.match(text.low[item.content.start : item.content.end]):
                lead_in[above] = tuple(r for r in task.roles if r.role in ("lead", "coordinate"))
            continue
        if told and item.mark is not Mark.NONE and (not item.heading or _is_sentence(text, item)):
            for piece in parts_of(text, item.content):
                yield _task(text, replace(item, content=piece), told.agents, piece, reader, told.asked, ())
            continue
        yield from _free(text, item, reader)


def _says(text: Text, item: Item) -> bool:
    """Tell a paragraph with words from a page number or what is left of a mark."""
    return any(char.isalpha() for char in text.norm[item.content.start : item.content.end])


def _is_sentence(text: Text, item: Item) -> bool:
    """Tell a point that says it all from the heading it looks like, above a closing that has no mark."""
    return len(item.content) > _SENTENCE and text.norm[: item.content.end].rstrip().endswith((".", ";"))


def read_measure_duties(text: Text, measures: Iterable[MeasureMention], reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the duty in each sentence of a reported plan that opens with the bodies that are to act."""
    for measure in measures:
        if measure.kind != "measure":
            continue
        agents, end = reader.read_list(text, measure.span)
        rest = text.low[end : measure.span.end].lstrip(" ,")
        if agents and agents[0].rule != "words" and TASK_VERB.match(rest):
            item = Item(Mark.NONE, "", "", measure.span, measure.span, -1, 0, Zone.MEASURE)
            yield _task(text, item, tuple(agents), Span(end, measure.span.end), reader, False, ())


_HANDS_ON = re.compile(
    r"[\s,:;]*(?:(?:(?:tổ chức|triển khai)\s*,?\s+)*(?:thực hiện|triển khai|làm tốt)(?:\s+tốt)?"
    r"(?:\s+(?:các|những|một số))?(?:\s+(?:nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|chương trình|công tác))?"
    r"(?:\s+(?:cụ thể|chính|trọng tâm|chủ yếu|có liên quan|liên quan))*(?:\s+(?:sau(?: đây)?|như(?: sau)?|gồm))?)?\s*:"
)


def _only_hands_on(text: Text, part: Part, index: int, duty: Span, reader: AgencyReader) -> bool:
    """Tell "Sở Y tế chủ trì, phối hợp với Sở Tài chính:" above its points, which says no duty of its own."""
    item = part.items[index]
    if not leads_in(text, item) or not _LEADING.match(text.low[duty.start : duty.end]):
        return False
    beside = partners(text, duty, reader)
    last = max((body.span.end for body in beside), default=0)
    if not last or not _HANDS_ON.fullmatch(text.low[last : duty.end].rstrip()):
        return False
    return any(below.parent == index for below in part.items)


def _passed_on(text: Text, item: Item, owner: Owner, reader: AgencyReader) -> tuple[Role, ...]:
    """Read the parts that "Bộ Tài chính chủ trì, phối hợp với Bộ Y tế:" hands on to the points below it."""
    duty = Span(owner.end, item.content.end)
    if "lead" not in roles_of(text, text.trim(duty, " \t\n,:-")):
        return ()
    lead = [Role("lead", agent) for agent in owner.agents]
    return (*lead, *(Role("coordinate", agent) for agent in partners(text, duty, reader)))


def _until(item: Item, piece: Span) -> Item:
    """Cut a paragraph where its first duty ends."""
    return replace(item, content=Span(item.content.start, piece.end))


def _task(
    text: Text,
    item: Item,
    agents: tuple[AgencyMention, ...],
    duty: Span,
    reader: AgencyReader,
    asked: bool,
    inherited: tuple[Role, ...],
) -> TaskMention:
    """Make the task of one paragraph: its owners with their roles, the partners, who reports to whom, when."""
    span = text.trim(item.content)
    codes = roles_of(text, text.trim(duty, " \t\n,:-"))
    named = partners(text, duty, reader)
    if inherited and codes == ("perform",):
        codes = ("lead",)
        named = [r.agent for r in inherited if r.role == "coordinate"]
        rule = "lead-in"
    else:
        rule = "heading" if duty.start == item.content.start else "subject"
    roles = [
        Role(
            code,
            agent,
            modality_of(agent, reader.lexicon.knowledge, asked),
            0.85 if agent.record else 0.8,
            f"{rule}-{agent.rule}",
        )
        for agent in agents
        for code in codes
    ]
    roles += [Role("coordinate", agent, "mandated", 0.75, f"partner-{agent.rule}") for agent in named]
    deadline = find_deadline(text, duty)
    lines = lines_of(text, duty, reader)
    frequency = recurrence_of(text.low[duty.start : duty.end])
    return TaskMention(
        source="narrative",
        number="",
        title=_first_words(text, text.trim(duty, " \t\n,:;-")),
        span=span,
        roles=tuple(roles),
        schedule=deadline,
        section=item.path,
        standing=deadline is None,
        frequency=frequency,
        **lines,
    )


def _first_words(text: Text, span: Span) -> Span:
    """Take the first clause of a duty as its title, at most about twenty words."""
    content = text.norm[span.start : span.end]
    stop = re.search(r"[;.:](?=\s|$)", content)
    end = stop.start() if stop else len(content)
    words = list(re.finditer(r"\S+", content[:end]))
    if len(words) > 24:
        end = words[23].end()
    return text.trim(Span(span.start, span.start + end), " \t\n;.,/")


_SENTENCE = 40  # characters: a shorter point that ends in a full stop may be a heading
_NEXT = 120  # characters behind a list of bodies in which its verb stands
_TOLD = 40  # bodies told something in one paragraph: more is no text


def _free(text: Text, item: Item, reader: AgencyReader, ordered: bool = False) -> Iterator[TaskMention]:
    """Read duties that no heading owns: closings ("yêu cầu các Sở …"), articles, sentences with a subject.

    *ordered* when what stands above says that orders follow.
    """
    if item.zone is Zone.OBJECTIVE or (item.heading and item.mark is not Mark.ARTICLE):
        return
    content = item.content
    told: list[TaskMention] = []
    for match in _CLOSING_CUE.finditer(text.low, content.start, content.end):
        around = text.low[max(content.start, match.start() - 10) : match.end() + 6]
        if (
            _FALSE_GIVE.search(around)
            or _told_elsewhere(text, content, match.start())
            or (item.zone is Zone.MEASURE and item.mark is not Mark.NONE)
        ):
            continue
        agents, end = reader.read_list(text, Span(match.end(), content.end))
        rest = text.low[end : min(content.end, end + _NEXT)].lstrip(" ,;")
        rest = _MANNER.sub("", rest, count=1) if _MANNER.match(rest) else rest
        duty = Span(end, content.end)
        verb = TASK_VERB.match(rest) or rest.startswith(("yêu cầu", "đề nghị"))
        if agents and verb and not is_formula(text, content, duty):
            told.append(_task(text, item, tuple(agents), duty, reader, match["cue"] == "đề nghị", ()))
            if len(told) == _TOLD:
                break
    if told:  # bodies asked and bodies ordered in one sentence share one duty: its last words
        yield replace(told[-1], roles=tuple(role for task in told for role in task.roles))
    if told or item.mark is not Mark.NONE or not (ordered or item.zone in (Zone.ORGANISATION, Zone.OTHER)):
        return
    for subject in read_subjects(text, content, reader):
        if ordered and _TELLS.match(text.low, subject.duty.start, subject.duty.end):
            continue
        if not is_formula(text, content, subject.duty):
            whole = replace(item, content=Span(subject.opening.start, subject.duty.end))
            task = _task(text, whole, subject.agents, subject.duty, reader, False, ())
            yield _opened(text, task, subject)


_WHEN = re.compile(r"\W*(?:hằng|hàng|định kỳ|mỗi|trước|đến|vào|hết|quý|năm|6 tháng|sáu tháng|kết thúc)(?![^\W_])")


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


_ACTS = re.compile(
    r"\W*(?:(?:tại|theo)\s+)?(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|kết luận|"
    r"chỉ thị|hiến pháp)(?![^\W_])"
)


_LONG_SENTENCE = 2000  # characters


def _told_elsewhere(text: Text, content: Span, at: int) -> bool:
    """Tell a sentence that only reports what an act says: "Luật Bảo vệ môi trường … giao Bộ Tài chính …"."""
    start = max(content.start, at - _LONG_SENTENCE)
    begin = max(text.low.rfind(". ", start, at), text.low.rfind("; ", start, at)) + 1
    return bool(_ACTS.match(text.low, max(start, begin)))
