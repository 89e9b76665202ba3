"""Duties in prose: who is told to do what, by headings and openings that name a body, or by the text itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgbuild.mentions.accounts import was_done
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.mentions.prose.acting import read_acting
from kgbuild.mentions.prose.addressed import find_addressed, introduce_addressee
from kgbuild.mentions.prose.formulas import closing_from, is_closing, is_plea, only_agrees
from kgbuild.mentions.prose.lead_ins import (
    Owner,
    charged_lists,
    is_heading_only,
    is_topic,
    lead_ins_beside,
    leads_in,
    only_announces,
    owner_above,
    tells_another,
)
from kgbuild.mentions.prose.orders import read_orders
from kgbuild.mentions.prose.own_initials import introduce
from kgbuild.mentions.prose.owners import find_owners
from kgbuild.mentions.prose.points import objects_below
from kgbuild.mentions.prose.roles import partners, parts_of
from kgbuild.mentions.prose.subjects import LEADING, Subject, part_others, read_subject, sentences_of
from kgbuild.mentions.prose.tasks import Duty, roles_handed_on, task_of
from kgbuild.model import Span
from kgbuild.model.mentions import MeasureMention, Role, TaskMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

# in a letter without points: what another document or somebody before gave
_OF_ANOTHER = re.compile(r"\d/\S{2,30}[^.;]{0,200}?(?<![^\W_])giao(?![^\W_])|(?<![^\W_])(?:đã|được)\s+giao(?![^\W_])")
# what stands above the orders of a letter without points: "Phó Thủ tướng Chính phủ có ý kiến như sau:"
_OPINION = re.compile(r"(?<![^\W_])(?:ý ?kiến|chỉ đạo|yêu cầu|kết luận|giao)(?![^\W_])[^.;:]{0,60}:\W*$")
_FOLLOW = re.compile(r"(?<![^\W_])sau(?: đây)?\s*:\W*$")  # "… tập trung thực hiện các nhiệm vụ về đất đai sau:"
_HANDS_ON = re.compile(
    r"[\s,:;]*(?:(?:(?:tổ chức|triển khai)\s*,?\s+)*(?:thực hiện|triển khai|làm tốt)(?:\s+tốt)?"
    r"(?:\s+(?:các|những|một số))?(?:\s+(?:nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|chương trình|công tác))?"
    r"(?:\s+(?:cụ thể|chính|trọng tâm|chủ yếu|có liên quan|liên quan))*(?:\s+(?:sau(?: đây)?|như(?: sau)?|gồm))?)?\s*:"
)
# "Chủ trì, phối hợp với …", "Phối hợp với …", with nothing but bodies behind it: what part the points below give
_TAKES_PART = re.compile(
    rf"{LEADING.pattern}|\W*(?:(?:chủ động|tích cực)\s+)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?(?![^\W_])"
)
# "theo chức năng, nhiệm vụ, thẩm quyền | chủ trì, phối hợp với …"
_WITHIN = re.compile(
    r"^[\s,]*(?:theo|căn cứ|trong phạm vi)(?:\s+(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|được giao|và)\s*,?){1,6}\s*"
)
_OPENS_LATER = re.compile(r"(?:trong|khi|tại|theo(?! dõi)|để|định kỳ|căn cứ|trên cơ sở)(?![^\W_])[^.;:]{3,200},\s")
# "Đã chủ trì tham mưu …" is done
_DONE = re.compile(r"\W*đã(?![^\W_])")
_HEADING = 200  # characters: a longer point is no heading
_SENTENCE = 40  # characters: a shorter point that ends in a full stop may be a heading


def introduce_bodies(text: Text, part: Part, reader: AgencyReader, carrier: Part | None = None) -> None:
    """Teach the reader the bodies that headings, table cells and the address name, so that running text finds them.

    What is attached also calls the bodies of its *carrier* by their short names.
    """
    introduce_addressee(text, part, reader)
    if carrier is not None:
        _introduce_named(text, carrier, reader)
    _introduce_named(text, part, reader)


def _introduce_named(text: Text, part: Part, reader: AgencyReader) -> None:
    for item in part.items:
        if item.mark in (Mark.NUMBER, Mark.LETTER, Mark.ROMAN):
            short = len(item.content) < _HEADING
            introduce(reader, (reader.read_heading if short else reader.read_list)(text, item.content)[0])
    for table in part.tables:
        for row in table.rows:
            for column in ("lead", "coordinate"):
                if column in row.cells:
                    introduce(reader, reader.read_cell(text, row.cells[column]))


def read_duties(text: Text, part: Part, reader: AgencyReader, used: set[int]) -> Iterator[TaskMention]:
    """Read every duty of named bodies outside tables and labelled blocks."""
    owners = find_owners(text, part, reader, used)
    owners.update(charged_lists(text, part.items, owners))
    beside, told = lead_ins_beside(text, part.items), find_addressed(text, part, owners, reader)
    leads: dict[int, Owner] = {}  # who leads what is told below "Chủ trì, phối hợp", where each point names who helps
    handed: dict[int, tuple[Role, ...]] = {}  # what a heading or lead-in hands on to the items below it
    announced, end = None if told else _announced(text, part, reader), closing_from(part)
    opined = not told and _opined(text, part)
    things = objects_below(text, part.items, owners)
    listing = {part.items[at].parent for at in things}
    for index, item in enumerate(part.items):
        if index in used or index in things or (item.parent in things and index not in owners):
            continue
        if was_done(text, part, item) or _DONE.match(text.low, item.content.start):
            continue
        if item.zone in (Zone.PREAMBLE, Zone.BASIS) and not (told and item.mark is Mark.DASH):
            content = item.content
            plain = item.mark is Mark.NONE and not _OF_ANOTHER.search(text.low, content.start, content.end)
            if announced is not None and item.mark is Mark.DASH and index > announced and index in owners:
                yield from _opened_by(text, item, owners[index], reader)
            elif announced is not None and plain and not _FOLLOW.search(text.low, content.start, content.end):
                yield from read_orders(text, item, reader, index > announced)
            continue
        announces = index not in owners and index not in listing and only_announces(text, item)
        if not _says(text, item) or is_topic(text, item) or announces:
            continue
        own, above = owners.get(index), owner_above(text, part.items, index, owners, beside)
        if index >= end and own and is_plea(text, item, own):
            continue
        if index >= end and is_closing(text, item):
            own = above = None
        if own and only_agrees(text, item, own):
            own = None
        if own is None and tells_another(text, item):
            above = None
        owned = item.zone is not Zone.OBJECTIVE
        if own and owned and item.parent in leads:
            yield task_of(text, _helped(item, own, leads[item.parent]), item.path, reader)
        elif own and index not in listing and _only_heads(text, part, index, own, reader):
            handed[index] = roles_handed_on(text, _behind(item, own), reader)
        elif own and owned:
            yield from _opened_by(text, item, own, reader)
            if leads_in(text, item):
                handed[index] = roles_handed_on(text, _behind(item, own), reader)
        elif above is not None and owned and _speaks_of_all(text, part, above, item, owners[above]):
            yield from read_orders(text, item, reader)
        elif above is not None and owned and _only_leads(text, part, index, reader):
            behind = Duty(item.content, item.content, owners[above].agents, owners[above].asked)
            owners[index] = replace(owners[above], end=item.content.end)
            handed[index] = roles_handed_on(text, behind, reader)
        elif above is not None and owned and _names_helpers(text, part, index):
            owners[index] = leads[index] = replace(owners[above], end=item.content.end)
            handed[index] = tuple(Role("lead", agent) for agent in owners[above].agents)
        elif above is not None and owned:
            tasks = list(_told_by(text, item, owners[above], reader, handed.get(above, ())))
            yield from tasks
            if leads_in(text, item) and LEADING.match(text.low[item.content.start : item.content.end]):
                handed[above] = tuple(r for r in tasks[-1].roles if r.role in ("lead", "coordinate"))
        elif told and item.mark is not Mark.NONE and (not item.heading or _is_sentence(text, item)):
            yield from _told_by(text, item, told, reader)
        else:
            last = item.heading and index + 1 == end and _is_sentence(text, item)
            yield from read_orders(text, replace(item, heading=False) if last else item, reader, opined)


def _opined(text: Text, part: Part) -> bool:
    """Tell a letter whose points say what somebody thinks is to be done: "Phó Thủ tướng có ý kiến như sau:"."""
    above = (item for item in part.items if item.zone is Zone.PREAMBLE and item.mark is Mark.NONE)
    return part.head.form == "cong-van" and any(
        _OPINION.search(text.low[item.content.start : item.content.end].rstrip()) for item in above
    )


def _announced(text: Text, part: Part, reader: AgencyReader) -> int | None:
    """Give the paragraph of a letter without points that announces orders: its index, past the last where none does.

    None where the letter has points, or is none.
    """
    pointed = any(item.mark not in (Mark.NONE, Mark.DASH) for item in part.items)
    if pointed or part.head.form not in reader.lexicon.knowledge.forms("orders"):
        return None
    opinions = (
        index
        for index, item in enumerate(part.items)
        if _OPINION.search(text.low[item.content.start : item.content.end].rstrip())
    )
    return next(opinions, len(part.items))


# "(Chi tiết tại Phụ lục II kèm theo)"
_NOTE = re.compile(r"\W*\([^()]*(?<![^\W_])(?:phụ lục|biểu|danh mục|bảng|kèm theo|đính kèm)(?![^\W_])[^()]*\)\W*")


def _says(text: Text, item: Item) -> bool:
    """Tell a paragraph with words from a page number, what is left of a mark, or a note that points elsewhere."""
    if _NOTE.fullmatch(text.low, item.content.start, item.content.end):
        return False
    return any(char.isalpha() for char in text.norm[item.content.start : item.content.end])


def _is_sentence(text: Text, item: Item) -> bool:
    """Tell a point that says it all from the heading it looks like, above a closing that has no mark."""
    return len(item.content) > _SENTENCE and text.norm[item.content.start : item.content.end].rstrip().endswith(
        (".", ";")
    )


# "Điều 3. Trách nhiệm của các cơ quan, tổ chức, cá nhân" is about whomever the points below it name
_OF_ALL = re.compile(r"\W*trách nhiệm[^.:;]{0,40} của các (?:cơ quan|sở|ban|đơn vị|tổ chức|ngành|cấp)(?![^\W_])")


def _speaks_of_all(text: Text, part: Part, above: int, item: Item, owner: Owner) -> bool:
    """Tell a point below the heading of a class that does not open with what the class must do."""
    heading = part.items[above].content
    if not all(agent.group for agent in owner.agents) or not _OF_ALL.match(text.low, heading.start, heading.end):
        return False
    low = text.low[item.content.start : item.content.end]
    return not OPENS_DUTY.match(low) or _OPENS_LATER.match(low) is not None


def _behind(item: Item, owner: Owner) -> Duty:
    """Take what stands behind the bodies that open a paragraph as their duty."""
    return Duty(item.content, Span(owner.end, item.content.end), owner.agents, owner.asked)


def _opened_by(text: Text, item: Item, owner: Owner, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the duties of a paragraph that opens with its bodies, and those that its last sentences give to others."""
    words, others = _apart(text, item, owner.end, owner, reader)
    first, *later = parts_of(text, words)
    yield task_of(text, Duty(Span(item.content.start, first.end), first, owner.agents, owner.asked), item.path, reader)
    for piece in later:
        yield task_of(text, Duty(piece, piece, owner.agents, owner.asked), item.path, reader)
    yield from read_acting(text, item, others, reader)


def _told_by(
    text: Text, item: Item, owner: Owner, reader: AgencyReader, handed: tuple[Role, ...] = ()
) -> Iterator[TaskMention]:
    """Read the duties of a paragraph whose bodies stand above it, with what is *handed* on to it."""
    words, others = _apart(text, item, item.content.start, owner, reader)
    first, *later = (Duty(p, p, owner.agents, owner.asked, handed) for p in parts_of(text, words))
    yield _past_subject(text, first, task_of(text, first, item.path, reader), reader)
    for duty in later:
        yield task_of(text, duty, item.path, reader)
    yield from read_acting(text, item, others, reader)


def _past_subject(text: Text, duty: Duty, task: TaskMention, reader: AgencyReader) -> TaskMention:
    """Read the part and the title behind the body where the duty names it again: "Hằng năm, Sở Y tế chủ trì …"."""
    subject = read_subject(text, sentences_of(text, duty.words)[0], reader)
    own = {agent.body for agent in duty.agents}
    if subject is None or not {agent.body for agent in subject.agents} <= own:
        return task
    said = task_of(text, replace(duty, words=Span(subject.duty.start, duty.words.end)), task.section, reader)
    return replace(task, roles=said.roles, title=said.title)


def _apart(text: Text, item: Item, start: int, owner: Owner, reader: AgencyReader) -> tuple[Span, list[Subject]]:
    """Part what a paragraph tells its bodies, from *start* on, from its last sentences: each tells others to act.

    Of a paragraph that leads in to those below it nothing is parted: it would be left open whose they are.
    """
    words = Span(start, item.content.end)
    return (words, []) if leads_in(text, item) else part_others(text, words, owner.agents, reader)


def _only_heads(text: Text, part: Part, index: int, owner: Owner, reader: AgencyReader) -> bool:
    """Tell a paragraph that only names who must do what stands below it, or what part they play in it."""
    item = part.items[index]
    owned = item.zone is not Zone.OBJECTIVE
    return is_heading_only(text, item, owner) or (owned and _only_hands_on(text, part, index, owner, reader))


def _only_hands_on(text: Text, part: Part, index: int, owner: Owner, reader: AgencyReader) -> bool:
    """Tell "Sở Y tế chủ trì, phối hợp với Sở Tài chính:" above its points, which says no duty of its own."""
    return _hands_on(text, part, index, Span(owner.end, part.items[index].content.end), reader)


def _only_leads(text: Text, part: Part, index: int, reader: AgencyReader) -> bool:
    """Tell "1.1. Chủ trì, phối hợp với Sở Y tế, UBND các xã:" above points, below the heading of its body."""
    return _hands_on(text, part, index, part.items[index].content, reader)


def _hands_on(text: Text, part: Part, index: int, duty: Span, reader: AgencyReader) -> bool:
    item = part.items[index]
    takes = _TAKES_PART.match(_WITHIN.sub("", text.low[duty.start : duty.end], count=1))
    if not (item.heading or leads_in(text, item)) or takes is None:
        return False
    last = max((body.span.end for body in partners(text, duty, reader)), default=0)
    rest = text.low[last : duty.end].rstrip()
    if not last or not (_HANDS_ON.fullmatch(rest) or (item.heading and not rest.strip(" ,;"))):
        return False
    below = part.items[index + 1 : index + 2]
    if item.mark is Mark.NONE:  # what it leads in to stands beside it
        return any(dash.mark is Mark.DASH and dash.parent == item.parent for dash in below)
    return any(point.parent == index for point in below)


_WITH_WHOM = re.compile(r"\W*chủ trì\s*,?\s*(?:và\s+)?phối hợp(?:\s+với)?\s*:?\s*")


def _names_helpers(text: Text, part: Part, index: int) -> bool:
    """Tell "b) Chủ trì, phối hợp" above points of its own, each of which opens with the bodies that help."""
    content = part.items[index].content
    if not _WITH_WHOM.fullmatch(text.low, content.start, content.end):
        return False
    return any(point.parent == index for point in part.items[index + 1 : index + 2])


def _helped(item: Item, helpers: Owner, lead: Owner) -> Duty:
    """Take what stands behind the helpers of a point as the duty of who leads them."""
    roles = (*(Role("lead", agent) for agent in lead.agents), *(Role("coordinate", agent) for agent in helpers.agents))
    return Duty(item.content, Span(helpers.end, item.content.end), lead.agents, lead.asked, roles)


def read_measure_duties(text: Text, measures: Iterable[MeasureMention], reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the duty in each sentence of a reported plan that opens with the bodies that are to act."""
    for measure in measures:
        if measure.kind != "measure":
            continue
        agents, end = reader.read_list(text, measure.span)
        rest = text.low[end : measure.span.end].lstrip(" ,")
        if agents and agents[0].rule != "words" and OPENS_DUTY.match(rest):
            duty = Duty(measure.span, Span(end, measure.span.end), tuple(agents))
            yield task_of(text, duty, "", reader)
