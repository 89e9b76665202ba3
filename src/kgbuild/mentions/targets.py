"""Targets and reported results: a comparator, a figure, what it counts, by when (registry of language, §5)."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.mentions.lead_ins import leads_in
from kgbuild.mentions.spans import Spans
from kgbuild.mentions.target_clauses import DEADLINE, Setting, clauses_of, read_clause
from kgbuild.mentions.task_targets import ASPIRES, SITUATION, read_among_tasks, read_striven
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_PERIOD = re.compile(
    r"(?<![^\W_])(?:giai đoạn|thời kỳ)\s+(?:từ\s+)?(?:năm\s+)?(?:19|20)\d{2}\s*(?:-|đến)\s*(?:năm\s+)?"
    r"(?P<year>(?:19|20)\d{2})"
)
_GOALS_OF = re.compile(r"(?:mục tiêu|chỉ tiêu)(?:\s[^\W\d_]+){0,4}?\s+năm\s+(?P<year>(?:19|20)\d{2})(?!\d|\s*-)")
# a plan of one year, behind no day or month
_ONE_YEAR = re.compile(r"(?<![\d\W_])\s+năm\s+(?P<year>(?:19|20)\d{2})\W*(?:(?:của|tại|trên địa bàn)\s[^\d,;]*)?$")
# a year that opens a paragraph holds for all its sentences: "Đến năm 2030, giảm 20%. Trong đó: …"
_OPENS_DATED = re.compile(
    rf"\W*(?:phấn đấu\s+)?{DEADLINE.pattern}\s*(?:[,:]|(?=(?:có|đạt|phấn đấu|ít nhất|tối thiểu)\s))"
)
_OUTLOOK = re.compile(r"tầm nhìn|định hướng")
_BOUNDS = re.compile(r"\W*(?:phạm vi|đối tượng)(?![^\W_])(?!.*(?:mục tiêu|chỉ tiêu))")
_GOALS = re.compile(r"mục tiêu|chỉ tiêu|phấn đấu")
# a sentence that announces what is to be reached, not what was reached or is measured by
_ANNOUNCES = re.compile(
    r"(?<!kết quả )(?<![^\W_])(?:các |những )(?:chỉ tiêu|mục tiêu)"
    r"(?: (?:cụ thể|chủ yếu|chính|sau|như sau|sau đây|phấn đấu))*\s*:\s*$"
)
# a goal that its own line says wherever it stands: "Mục tiêu giảm phát thải so với năm 2005: 8%"
_STATED = re.compile(
    r"\W*(?:mục tiêu|chỉ tiêu)\s[^.;:]{3,150}:\s*(?:[^\W\d_]+\s+){0,3}[≥≤><=]?\s*\d[^.;:]{0,60}[.;]?\s*"
)
_PLANS = frozenset(
    ("ke-hoach", "ke-hoach-hanh-dong", "chuong-trinh", "chuong-trinh-hanh-dong", "de-an", "chien-luoc", "nghi-quyet")
)
_TITLED = (Mark.NUMBER, Mark.LETTER)  # points that others stand below: titles, with a heading's form or without
_WORK = (Zone.MEASURE, Zone.OTHER)
_ORDERED = (*_WORK, Zone.ORGANISATION)


def read_targets(text: Text, part: Part, cited: Sequence[Span] = ()) -> Iterator[TargetMention]:
    """Read the targets among the goals; in a report, what it says was reached, and what is aspired to.

    Figures inside *cited*, the places that name other documents, count nothing.
    """
    named = Spans(cited)
    for target in _read(text, part):
        if target.figure is None or not named.meet(target.figure):
            yield target


def _read(text: Text, part: Part) -> Iterator[TargetMention]:
    goals = {i for i, item in enumerate(part.items) if _in_goals(text, part, item)}
    announced = set(_announced(text, part))
    plain: dict[int, Item] = {}  # the last paragraph without a mark below each heading
    for index, item in enumerate(part.items):
        beside = plain.get(item.parent)
        if item.mark is Mark.NONE:
            plain[item.parent] = item
        if part.kind == "news":
            yield from _reported(text, item)
        elif index in announced or (item.zone in _WORK and _states(text, item)):
            yield from _goals(text, part, item, beside)
        elif goals and index not in goals:
            continue
        elif item.zone in _ORDERED and part.head.form == "chi-thi":
            yield from read_striven(text, item, Setting(item.path, _heading_deadline(text, part, item, beside)))
        elif item.zone in _WORK and part.head.form in _PLANS:
            setting = Setting(item.path, _heading_deadline(text, part, item, beside))
            yield from read_among_tasks(text, item, beside, setting)
        elif (
            item.zone is Zone.OBJECTIVE
            and not item.heading
            and not _in_bounds(text, part, item)
            and not SITUATION.match(text.low[item.content.start : item.content.end])
        ):
            yield from _goals(text, part, item, beside)


def period_of(text: Text, part: Part) -> str:
    """Give the year that the title of a part sets: "Các chỉ tiêu giai đoạn 2026 - 2030"."""
    return _last_year(text, part.head.title) if part.head.title else ""


def _in_goals(text: Text, part: Part, item: Item) -> bool:
    """Tell an item below a heading that speaks of goals; purposes and requirements only repeat them."""
    if item.zone is not Zone.OBJECTIVE or _in_bounds(text, part, item):
        return False
    contents = (above.content for above in _above(part, item))
    return any(_GOALS.search(text.low, content.start, content.end) for content in contents)


def _in_bounds(text: Text, part: Part, item: Item) -> bool:
    """Tell an item below a heading that only says to what or whom a plan applies."""
    contents = (above.content for above in _above(part, item))
    return any(_BOUNDS.match(text.low, content.start, content.end) for content in contents)


def _above(part: Part, item: Item) -> Iterator[Item]:
    """List the items that one stands below, the nearest first."""
    at = item.parent
    while at >= 0:
        yield part.items[at]
        at = part.items[at].parent


def _states(text: Text, item: Item) -> bool:
    """Tell a line that is a goal and its figure and nothing else."""
    return _STATED.fullmatch(text.low, item.content.start, item.content.end) is not None


def _announced(text: Text, part: Part) -> Iterator[int]:
    """Find the items of a list that a sentence outside the goals announces: "… các chỉ tiêu cụ thể như sau:"."""
    led: tuple[int, ...] = ()  # what may stand above the items: the sentence, or what stands above it too
    for index, item in enumerate(part.items):
        if item.zone in (Zone.OBJECTIVE, Zone.SITUATION) or (item.heading and item.mark is not Mark.ARTICLE):
            led = ()
        elif _ANNOUNCES.search(text.low, item.content.start, item.content.end):
            led = (index,) if item.mark is Mark.ARTICLE else (item.parent, index)
        elif item.mark is not Mark.NONE and item.parent in led:
            yield index
        else:
            led = ()


def _goals(text: Text, part: Part, item: Item, beside: Item | None) -> Iterator[TargetMention]:
    own = _OPENS_DATED.match(text.low, item.content.start, item.content.end)
    setting = Setting(item.path, own["year"] if own else _heading_deadline(text, part, item, beside))
    for clause in clauses_of(text, item.content):
        yield from read_clause(text, clause, setting)


def _heading_deadline(text: Text, part: Part, item: Item, beside: Item | None) -> str:
    """Take the year of the heading or lead-in above: "Mục tiêu đến năm 2030", "Đến hết năm 2030, phấn đấu:".

    *beside* is the last paragraph without a mark that stands under the same heading.
    """
    led = item.mark is Mark.DASH and beside is not None and leads_in(text, beside)
    return (_last_year(text, beside.content) if led and beside else "") or _year_above(text, part, item)


def _year_above(text: Text, part: Part, item: Item) -> str:
    for above in _above(part, item):
        titled = above.heading or above.mark in _TITLED or leads_in(text, above)
        if titled and (year := _last_year(text, above.content)):
            return year
    title = _without_outlook(text, part.head.title) if part.head.title else ""
    said = _ONE_YEAR.search(title)
    return said["year"] if said else ""


def _last_year(text: Text, span: Span) -> str:
    """Take the year by which something is to be reached; the outlook beyond it is none."""
    dated = _without_outlook(text, span)
    match = DEADLINE.search(dated) or _PERIOD.search(dated) or _GOALS_OF.search(dated)
    return match["year"] if match else ""


def _without_outlook(text: Text, span: Span) -> str:
    """Give the words before an outlook: "đến năm 2030, tầm nhìn đến năm 2050"."""
    low = text.low[span.start : span.end]
    outlook = _OUTLOOK.search(low)
    return low[: outlook.start()] if outlook and outlook.start() else low


def _reported(text: Text, item: Item) -> Iterator[TargetMention]:
    """Read what a report says was done ("đã phát triển được 154 doanh nghiệp") and what is striven for."""
    whole = text.low[item.span.start : item.span.end]
    achieved = bool(re.search(r"kết quả|đạt được|thành tích", whole)) and bool(
        re.search(r"(?<![^\W_])đã(?![^\W_])", whole)
    )
    striven: Setting | None = None  # what the clauses of a sentence strive for from "phấn đấu" on
    for clause in clauses_of(text, item.span):
        low = text.low[clause.start : clause.end]
        goes_on = striven is not None and text.norm[: clause.start].endswith(("; ", ";"))
        if ASPIRES.search(low) and re.search(r"\d", low):
            dated = DEADLINE.search(low)
            striven = Setting(deadline=dated["year"] if dated else "")
            yield from read_clause(text, clause, Setting())
        elif striven is not None and goes_on:
            yield from read_clause(text, clause, striven)
        elif achieved and re.search(r"đã [^;.]{0,40}?(?:được|đạt)\s+\d|\d\s*%[^;.]{0,120}được", low):
            yield from read_clause(text, clause, Setting(reported=True))
        striven = striven if goes_on or ASPIRES.search(low) else None
