"""The task of a sentence whose subject must act, with what the words before the subject say of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.formulas import is_formula
from kgbuild.mentions.prose.subjects import Subject
from kgbuild.mentions.prose.tasks import Duty, task_of
from kgbuild.mentions.schedules import find_deadline, recurrence_of
from kgbuild.model import Span
from kgbuild.model.mentions import TaskMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

# whoever writes only sends something along: "Bộ Y tế gửi danh mục để tham khảo"
_SENDS = re.compile(r"\W*(?:xin |trân trọng |kính )*gửi\s[^.;]{0,300}?\sđể (?:tham khảo|biết|nghiên cứu)(?![^\W_])")
_WHEN = re.compile(r"\W*(?:hằng|hàng|định kỳ|mỗi|trước|đến|vào|hết|quý|năm|6 tháng|sáu tháng|kết thúc)(?![^\W_])")


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
