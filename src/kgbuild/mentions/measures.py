"""Measures and objectives: the smallest printed units that say what is to be done, or to what end."""

import itertools
import re
from collections.abc import Iterator, Sequence

from kgbuild.language import UPPER
from kgbuild.mentions.accounts import was_done
from kgbuild.mentions.patterns import ORDERS, PLANS
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
# what stands among the points and states nothing to be done: a note in brackets, a caption, who is in charge
_ASIDE = re.compile(
    r"\W*(?:\(?\s*(?:lưu ý|ghi chú|chú thích)\s*[:.)]|"
    r"(?:giai đoạn|thời kỳ)\s[\d\s–-]+$|(?<=\()[^()]*\)\W*$|"
    r"(?:biểu|bảng|phụ lục|phụ biểu|hình|sơ đồ|mẫu)(?: số)? \d{1,3}\s*[.:]|"
    r"(?:lãnh đạo|đồng chí|cán bộ|người|đơn vị|cơ quan|đầu mối)\s+(?:\w+ ){0,2}(?:phụ trách|theo dõi|đầu mối)\s*:)"
)
# an annex that is only to be filled in: its points say what the report shall tell
_FORM = re.compile(r"\W*(?:đề cương|biểu mẫu|mẫu)(?![^\W_])")
# more verbs that open what is to be done; they name no duty of anybody
_MORE = re.compile(
    r"\W*(?:hình thành|nâng cấp|(?:đa dạng|hiện đại|số|tự động|thông minh) hóa|đổi mới|chuyển đổi|củng cố)(?![^\W_])"
)

_OPENING = 120  # characters in which a line says what is done


def read_measures(text: Text, part: Part, themes: ThemeCues, used: set[int]) -> Iterator[MeasureMention]:
    """Read the measures and objectives of a document; a report of a plan is read sentence by sentence."""
    if part.kind == "news":
        yield from _reported(text, part, themes)
        return
    if part.head.title and _FORM.match(text.low, part.head.title.start, part.head.title.end):
        return
    acting = _acting_sections(text, part) if part.head.form in PLANS else frozenset()
    for index, item in enumerate(part.items):
        if index in used or item.heading or _opens_list(text, part.items, index) or was_done(text, part, item):
            continue
        kind = {Zone.MEASURE: "measure", Zone.OBJECTIVE: "objective"}.get(item.zone)
        if index in acting and _acts(text, item):
            kind = "measure"
        if kind is None or len(item.content) < 20 or _ASIDE.match(text.low, item.content.start, item.content.end):
            continue
        span = text.trim(item.content)
        yield MeasureMention(kind, span, item.path, themes.find(text, span) if kind == "measure" else ())


def _acting_sections(text: Text, part: Part) -> frozenset[int]:
    """Find what stands below a heading of a plan that names no kind of section but what is done in it: "IV. PHÁT TRIỂN
    KINH TẾ SỐ"."""
    found: set[int] = set()
    for index, item in enumerate(part.items):
        if item.zone is not Zone.OTHER:
            continue
        if item.parent in found or _is_acting_heading(text, part, item.parent):
            found.add(index)
    return frozenset(found)


def _is_acting_heading(text: Text, part: Part, index: int) -> bool:
    return index >= 0 and part.items[index].heading and _acts(text, part.items[index])


def _acts(text: Text, item: Item) -> bool:
    words = text.low[item.content.start : min(item.content.end, item.content.start + _OPENING)]
    return bool(ORDERS.match(words) or _MORE.match(words))


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
