"""Measures and objectives: the smallest printed units that say what is to be done, or to what end."""

import itertools
import re
from collections.abc import Iterator, Sequence

from kgbuild.language import UPPER
from kgbuild.mentions.themes import ThemeCues
from kgbuild.model import Span
from kgbuild.model.mentions import MeasureMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_GROUP = re.compile(
    r"(?:^|(?<=[,.]\s))(?:nhiệm vụ (?:trọng tâm|chủ yếu)\s*,?\s*)?(?:một là|thứ (?:nhất|hai|ba|tư|năm|"
    r"sáu|bảy|tám|chín|mười))(?:\s+là|\s*,|\s*:)?\s*"
)
_AIM = re.compile(
    r"^\W*(?:mục đích (?:của )?[^,.;]{0,40}?(?:là|nhằm)|về (?:yêu cầu|mục đích|mục tiêu)[^,:;]{0,80}[,:])\s*"
)
_SENTENCE = re.compile(rf"(?<=[.…”])\s+(?=[{UPPER}“])|;\s+(?=[{UPPER}“])|;\s*$")


def read_measures(text: Text, part: Part, themes: ThemeCues, used: set[int]) -> Iterator[MeasureMention]:
    """Read the measures and objectives of a document; a report of a plan is read sentence by sentence."""
    if part.kind == "news":
        yield from _reported(text, part, themes)
        return
    for index, item in enumerate(part.items):
        if index in used or item.heading or _opens_list(text, part.items, index):
            continue
        kind = {Zone.MEASURE: "measure", Zone.OBJECTIVE: "objective"}.get(item.zone)
        if kind is None or len(item.content) < 20:
            continue
        span = text.trim(item.content)
        yield MeasureMention(kind, span, item.path, themes.find(text, span) if kind == "measure" else ())


def _opens_list(text: Text, items: Sequence[Item], index: int) -> bool:
    """Tell a line that only announces the points below it."""
    item = items[index]
    content = text.norm[item.content.start : item.content.end].rstrip()
    below = index + 1 < len(items) and (items[index + 1].parent == index or items[index + 1].mark is not Mark.NONE)
    return content.endswith(":") and below


def _reported(text: Text, part: Part, themes: ThemeCues) -> Iterator[MeasureMention]:
    """Read a report that goes through a plan point by point ("thứ nhất … thứ chín"): aims first, then the points."""
    starts = [i for i, item in enumerate(part.items) if _GROUP.search(text.low[item.span.start : item.span.end])]
    for item in part.items[: starts[0] if starts else len(part.items)]:
        aim = _AIM.match(text.low[item.span.start : item.span.end])
        if aim:
            yield MeasureMention("objective", text.trim(Span(item.span.start + aim.end(), item.span.end)), "")
    if len(starts) < 3:
        return
    group = 0
    for at in range(starts[0], len(part.items)):
        item = part.items[at]
        opened = _GROUP.search(text.low[item.span.start : item.span.end]) if at in starts else None
        begin = item.span.start
        if opened:
            group += 1
            begin = _after_group_title(text, Span(item.span.start + opened.end(), item.span.end))
        for sentence in sentences(text, Span(begin, item.span.end)):
            own = _own_words(text, sentence)
            if own is not None and len(own) >= 20:
                yield MeasureMention("measure", own, str(group), themes.find(text, own))


def _after_group_title(text: Text, span: Span) -> int:
    """Pass over the title of a point: up to its colon or full stop."""
    match = re.search(rf":\s+|\.\s+|;\s+(?=[{UPPER}])|\.?$", text.norm[span.start : span.end])
    return span.start + match.end() if match else span.end


def sentences(text: Text, span: Span) -> list[Span]:
    """Cut a passage into sentences, and at semicolons before a new capitalised action; quotations stay whole."""
    content = text.norm[span.start : span.end]
    masked = re.sub(r"“[^”]*”", lambda m: "“" + "x" * (len(m.group()) - 2) + "”", content)
    cuts = [0]
    for match in _SENTENCE.finditer(masked):
        cuts.append(match.end())
    cuts.append(len(content))
    pieces = (text.trim(Span(span.start + a, span.start + b), " \t\n;.") for a, b in itertools.pairwise(cuts))
    return [piece for piece in pieces if len(piece)]


def _own_words(text: Text, span: Span) -> Span | None:
    """Leave out what quotes another document at length ("… chỉ đạo: “…”"); keep the clause that leads to it."""
    content = text.norm[span.start : span.end]
    if re.search(r"chỉ đạo\s*:\s*“", content):
        stop = content.find(": ")
        lead = Span(span.start, span.start + stop)
        return lead if "chỉ đạo: “" not in content[: stop + 3] else None
    return None if content.startswith("“") or content.count("”") > content.count("“") else span
