"""Duties that no heading owns: closings ("yêu cầu các Sở …"), articles, sentences with a subject."""

import re
from collections.abc import Iterator

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import ORDERED, ORDERS
from kgbuild.mentions.prose.acting import read_acting
from kgbuild.mentions.prose.commands import read_commands
from kgbuild.mentions.prose.passives import read_passives
from kgbuild.mentions.prose.subjects import ANSWERS_FOR, Subject, is_charged, read_subjects
from kgbuild.model.mentions import TaskMention
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text

_CHARGED = re.compile(r"\W*(?:có trách nhiệm\s+)?chủ trì\s*,?\s+(?:phối hợp|cùng|tham mưu|tổ chức|xây dựng)(?![^\W_])")
# "Ủy ban nhân dân các xã có trách nhiệm kiểm tra, …": no other words are needed to tell an order
_ANSWERS = re.compile(r"\W*(?:có|chịu) trách nhiệm(?![^\W_])")
_MUST = re.compile(r"\W*(?:phải|cần)(?![^\W_])")
# an article on its effect may go on with who watches over it: "… có hiệu lực từ ngày ký. Chánh Văn phòng …"
_EFFECT = re.compile(r"\W*(?:[^\W\d_]+\s+){1,4}này\s+có\s+hiệu lực(?![^\W_])")
_TELLS = re.compile(r"\W*(?:(?:xin|trân trọng|kính)\s+)*(?:thông báo|báo để)(?![^\W_])")
_TOLD_WHO = (Zone.ORGANISATION, Zone.MEASURE, Zone.OTHER, Zone.ARTICLE)
# "Điều 2. Trong quá trình thực hiện, nếu cần sửa đổi, Bộ Công Thương rà soát, …"
_IN_COURSE = re.compile(r"\W*trong quá trình\s+(?:(?:tổ chức|triển khai)\s+)?thực hiện(?![^\W_])")
_GROUND = re.compile(r"\W*(?:trên cơ sở|căn cứ)(?![^\W_])")


def read_orders(text: Text, item: Item, reader: AgencyReader, ordered: bool = False) -> Iterator[TaskMention]:
    """Read what a paragraph tells bodies that it names itself.

    *ordered* when what stands above says that orders follow.
    """
    if item.zone is Zone.OBJECTIVE or (item.heading and item.mark is not Mark.ARTICLE):
        return
    if told := list(read_commands(text, item, reader)):
        yield from told
    elif item.zone in _TOLD_WHO and (said := list(read_passives(text, item, reader))):
        yield from said
    elif item.mark is Mark.ARTICLE and _EFFECT.match(text.low, item.content.start, item.content.end):
        subjects = read_subjects(text, item.content, reader)
        watching = [s for s in subjects if ANSWERS_FOR.match(text.low, s.duty.start, s.duty.end)]
        yield from read_acting(text, item, watching, reader)
    elif item.mark is Mark.ARTICLE and _IN_COURSE.match(text.low, item.content.start, item.content.end):
        subject = next(iter(read_subjects(text, item.content, reader)), None)
        named = subject and all(agent.record for agent in subject.agents)
        if subject and named and ORDERED.match(text.low, subject.duty.start):
            yield from read_acting(text, item, [subject], reader)
    elif _speaks(text, item, ordered):
        yield from _acted(text, item, reader, ordered)
    elif item.mark is Mark.NONE and item.zone is Zone.PREAMBLE:
        acting = list(read_subjects(text, item.content, reader))
        if acting and not len(acting[0].opening) and _answers(text, acting[0]):
            yield from read_acting(text, item, acting, reader)
    elif ordered and item.mark is Mark.NUMBER:
        subjects = read_subjects(text, item.content, reader)
        yield from read_acting(text, item, [s for s in subjects if ORDERS.match(text.low, s.duty.start)], reader)
    elif item.mark is not Mark.ARTICLE and item.zone in (Zone.ORGANISATION, Zone.OTHER, Zone.ARTICLE):
        told_here = list(read_subjects(text, item.content, reader))
        subject = told_here[0] if told_here else None
        opens = subject and len(subject.opening) and subject.opening.start == item.content.start
        if subject and opens and (item.zone is not Zone.ARTICLE or ORDERED.match(text.low, subject.duty.start)):
            yield from read_acting(text, item, [subject], reader)
        elif item.zone is not Zone.ARTICLE:
            yield from read_acting(text, item, [s for s in told_here if is_charged(text, s)], reader)
    elif item.zone is Zone.MEASURE:
        subjects = read_subjects(text, item.content, reader)
        yield from read_acting(text, item, [s for s in subjects if _is_charged(text, s)], reader)


def _answers(text: Text, subject: Subject) -> bool:
    """Tell "Sở Y tế có trách nhiệm …", "Đảng ủy xã phải …"; of enterprises or people such words may state a law."""
    named = any(not agent.group for agent in subject.agents)
    return bool(_ANSWERS.match(text.low, subject.duty.start) or (named and _MUST.match(text.low, subject.duty.start)))


def _is_charged(text: Text, subject: Subject) -> bool:
    """Tell a sentence among measures that says who is to lead one: "Sở Nội vụ chủ trì, phối hợp với …"."""
    charged = _CHARGED.match(text.low, subject.duty.start, subject.duty.end) is not None
    return charged and all(agent.record for agent in subject.agents)


def _speaks(text: Text, item: Item, ordered: bool) -> bool:
    """Tell a paragraph whose sentences may say who acts: one without a mark, an article that opens with a ground."""
    if item.mark is Mark.ARTICLE:
        return bool(_GROUND.match(text.low, item.content.start, item.content.end))
    return item.mark is Mark.NONE and (ordered or item.zone in (Zone.ORGANISATION, Zone.OTHER))


def _acted(text: Text, item: Item, reader: AgencyReader, ordered: bool) -> Iterator[TaskMention]:
    """Read the sentences whose subject must act; below the announcement of orders none that only passes them on."""
    subjects = read_subjects(text, item.content, reader)
    acting = [s for s in subjects if not (ordered and _TELLS.match(text.low, s.duty.start, s.duty.end))]
    return read_acting(text, item, acting, reader)
