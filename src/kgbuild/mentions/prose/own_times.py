"""Times on lines of their own: "Thời gian hoàn thành: Trước ngày 15/4/2026" below the duty that it is said of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kgbuild.mentions.schedules import read_schedule
from kgbuild.model import Span
from kgbuild.model.mentions import TaskMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text


def with_times(
    text: Text, part: Part, tasks: Iterable[TaskMention], times: Mapping[int, Span]
) -> Iterator[TaskMention]:
    """Give each task of *part* that says no time of its own the one said below its paragraph, or below its list.

    *times* are the values of such lines by the index of the paragraph that they are said of.
    """
    starts = [item.span.start for item in part.items]
    for task in tasks:
        at = bisect_right(starts, task.span.start) - 1
        said = times.get(at) or times.get(part.items[at].parent) if at >= 0 else None
        when = read_schedule(text, said) if said is not None and task.schedule is None else None
        yield task if when is None else replace(task, schedule=when, standing=False)
