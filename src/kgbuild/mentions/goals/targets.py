"""Targets and reported results: a comparator, a figure, what it counts, by when (registry of language, §5)."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.mentions.accounts import describes, looks_back
from kgbuild.mentions.goals.accounted import read_accounted
from kgbuild.mentions.goals.reported_targets import (
    is_listed,
    lead_between,
    leads_in_goals,
    read_listed,
    read_reported,
    strives,
)
from kgbuild.mentions.goals.target_clauses import Setting, dated_clauses, read_clause
from kgbuild.mentions.goals.target_years import last_year, without_outlook, year_to_come
from kgbuild.mentions.goals.task_targets import SITUATION, read_among_tasks, read_striven
from kgbuild.mentions.patterns import PLANS
from kgbuild.mentions.prose.lead_ins import leads_in
from kgbuild.mentions.spans import Spans
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

# a plan of one year, behind no day or month
_ONE_YEAR = re.compile(r"(?<![\d\W_])\s+năm\s+(?P<year>(?:19|20)\d{2})\W*(?:(?:của|tại|trên địa bàn)\s[^\d,;]*)?$")
# a resolution on the plan of one year: "Về bổ sung Kế hoạch phát triển kinh tế - xã hội năm 2025 với mục tiêu …"
_PLAN_OF = re.compile(
    r"\W*(?:về\s+)?(?:việc\s+)?(?:(?:thông qua|ban hành|phê duyệt|điều chỉnh|bổ sung|sửa đổi|và)[\s,]+)*"
    r"(?:kế hoạch|nhiệm vụ|chỉ tiêu|mục tiêu)(?![^\W_])[^\d,;]{0,80}\snăm\s+(?P<year>20\d{2})(?!\d|\s*[-,])"
)
_BOUNDS = re.compile(r"\W*(?:phạm vi|đối tượng)(?![^\W_])(?!.*(?:mục tiêu|chỉ tiêu))")
_COUNTED = re.compile(r"\(\s*\d{1,3}\s+chỉ tiêu\s*\)")  # "Về kinh tế (11 chỉ tiêu)" heads goals and nothing else
_GOALS = re.compile(r"mục tiêu|chỉ tiêu|phấn đấu")
# a sentence that announces what is to be reached, not what was reached or is measured by
_ANNOUNCES = re.compile(
    r"(?<!kết quả )(?<![^\W_])(?:các |những )(?:chỉ tiêu|mục tiêu)"
    r"(?: (?:cụ thể|chủ yếu|chính|sau|như sau|sau đây|phấn đấu))*\s*:\s*$"
)
# one that says what they are about, or for when: "Định hướng các chỉ tiêu chủ yếu về kinh tế giai đoạn 2021 - 2025:"
_ANNOUNCES_OF = re.compile(
    r"(?<![^\W_])(?:các |những )(?:chỉ tiêu|mục tiêu)(?: (?:cụ thể|chủ yếu|chính|phấn đấu|phát triển|cần đạt))*"
    r"(?: (?:về|của|đến|trong|năm|giai đoạn|thời kỳ|\d{1,2} năm)(?![^\W_])[^.;:]{0,120})?\s*:\s*$"
)
_ASSESSES = re.compile(
    r"(?<![^\W_])(?:kết quả|đánh giá|tình hình|báo cáo|rà soát|thống kê|tiến độ|hoàn thành|đã|giao)(?![^\W_])"
)
_TOPIC = re.compile(r"\W*về\s[^:;.\d]{2,60}:")  # "Về xã hội: …" below an announcement
# the title of goals in the articles of a decision or resolution; "Mục tiêu đầu tư" of a building project is none
_GOALS_TITLED = re.compile(
    r"\W*(?:(?:các|một số|những|điều chỉnh|bổ sung|về)\s+)*(?:mục tiêu|chỉ tiêu)(?:\s*[,:;.]|\s*$|\s+và(?![^\W_])|"
    r"\s+(?:tổng quát|cụ thể|chung|chủ yếu|chính|phấn đấu|phát triển|kinh tế|xã hội|môi trường|đến|năm|giai đoạn|về|"
    r"của (?:kế hoạch|đề án|chương trình|chiến lược))(?![^\W_]))"
)
_BUILDS = re.compile(r"(?<![^\W_])(?:dự án|đầu tư|báo cáo nghiên cứu|quy hoạch chi tiết|biên chế|dự toán)(?![^\W_])")
# a goal that its own line says wherever it stands: "Mục tiêu giảm phát thải so với năm 2005: 8%"
_STATED = re.compile(
    r"\W*(?:mục tiêu|chỉ tiêu)\s[^.;:]{3,150}:\s*(?:[^\W\d_]+\s+){0,3}[≥≤><=]?\s*\d[^.;:]{0,60}[.;]?\s*"
)
_ORDERS = frozenset(("chi-thi", "ket-luan", "cong-dien", "thong-bao"))
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
    leads: dict[int, Item] = {}  # the last of them that leads in others
    lead: Span | None = None  # the paragraph of a report that leads in a list of goals
    striven: Setting | None = None  # the goals that the paragraph of a report before ended with
    last = part.head.title.end if part.head.title else 0  # where the paragraph before it ends
    since = (part.head.date or "")[:4]
    for index, item in enumerate(part.items):
        beside = (leads if item.mark is Mark.NONE else plain).get(item.parent)
        if item.mark is Mark.NONE:
            plain[item.parent] = item
            if leads_in(text, item):
                leads[item.parent] = item
        if part.kind == "news":
            listed = is_listed(text, item)
            lead = lead if listed else None
            if leads_in_goals(text, item.span):
                lead = item.span
            elif listed and lead is None:
                lead = lead_between(text, last, item)
            last = item.span.end
            if lead and lead != item.span:
                yield from read_listed(text, item, lead)
            else:
                yield from read_reported(text, item, striven)
            striven = strives(text, item, striven)
        elif index in announced or (item.zone in _WORK and (index in goals or _states(text, item))):
            yield from _goals(text, part, item, beside)
        elif looks_back(text, part, item):
            yield from read_accounted(text, item, descriptive=describes(text, part, item))
        elif part.head.form == "bao-cao" and item.zone is not Zone.OBJECTIVE:
            yield from read_striven(text, item, Setting(item.path, _heading_deadline(text, part, item, beside)))
        elif goals and index not in goals:
            continue
        elif item.zone in _ORDERED and part.head.form in _ORDERS:
            setting = Setting(item.path, _heading_deadline(text, part, item, beside))
            yield from read_striven(text, item, setting, since)
        elif item.zone in _WORK and part.head.form in PLANS:
            setting = Setting(item.path, _heading_deadline(text, part, item, beside))
            yield from read_among_tasks(text, item, beside, setting)
        elif (
            (item.zone is Zone.OBJECTIVE or index in goals)
            and not item.heading
            and not _in_bounds(text, part, item)
            and not SITUATION.match(text.low[item.content.start : item.content.end])
        ):
            yield from _goals(text, part, item, beside)


def period_of(text: Text, part: Part) -> str:
    """Give the year that the title of a part sets: "Các chỉ tiêu giai đoạn 2026 - 2030"."""
    return last_year(text, part.head.title) if part.head.title else ""


def _in_goals(text: Text, part: Part, item: Item) -> bool:
    """Tell an item below a heading that speaks of goals; purposes and requirements only repeat them."""
    if item.zone is Zone.ARTICLE:
        return _titled_goals(text, part, item)
    if item.zone in _WORK:
        above = (above.content for above in _above(part, item) if above.heading)
        return any(_COUNTED.search(text.low, content.start, content.end) for content in above)
    if item.zone is not Zone.OBJECTIVE or _in_bounds(text, part, item):
        return False
    contents = (above.content for above in _above(part, item))
    return any(_GOALS.search(text.low, content.start, content.end) for content in contents)


def _titled_goals(text: Text, part: Part, item: Item) -> bool:
    """Tell an item of an article that stands below a title of goals, or opens with it; not of what is built."""
    if part.head.title and _BUILDS.search(text.low, part.head.title.start, part.head.title.end):
        return False
    own = item.mark in _TITLED and not item.heading and _GOALS_TITLED.match(text.low, item.content.start)
    return bool(own) or any(
        (above.heading or above.mark in _TITLED or leads_in(text, above))
        and _GOALS_TITLED.match(text.low, above.content.start, above.content.end)
        for above in _above(part, item)
    )


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
        elif _announces(text, item):
            led = (index,) if item.mark is Mark.ARTICLE else (item.parent, index)
        elif item.parent in led and (item.mark is not Mark.NONE or _TOPIC.match(text.low, item.content.start)):
            yield index
        else:
            led = ()


def _announces(text: Text, item: Item) -> bool:
    """Tell a sentence that announces goals, and does not look back on them."""
    start, end = item.content.start, item.content.end
    if _ANNOUNCES.search(text.low, start, end):
        return True
    return bool(_ANNOUNCES_OF.search(text.low, start, end)) and not _ASSESSES.search(text.low, start, end)


def _goals(text: Text, part: Part, item: Item, beside: Item | None) -> Iterator[TargetMention]:
    deadline = _heading_deadline(text, part, item, beside)
    for clause, year in dated_clauses(text, item.content, deadline):
        yield from read_clause(text, clause, Setting(item.path, year))


def _heading_deadline(text: Text, part: Part, item: Item, beside: Item | None) -> str:
    """Take the year of the heading or lead-in above: "Mục tiêu đến năm 2030", "Đến hết năm 2030, phấn đấu:".

    *beside* is the last paragraph without a mark that stands under the same heading.
    """
    led = item.mark in (Mark.DASH, Mark.NONE) and beside is not None and leads_in(text, beside)
    return (last_year(text, beside.content) if led and beside else "") or _year_above(text, part, item)


def _year_to_come(text: Text, part: Part, item: Item) -> str:
    """Take the year of the work to come in a report: of the headings above, else of the title."""
    headed = (year_to_come(text, above.content) for above in _above(part, item))
    named = year_to_come(text, part.head.title, title=True) if part.head.title else ""
    return next((year for year in headed if year), named)


def _year_above(text: Text, part: Part, item: Item) -> str:
    for above in _above(part, item):
        titled = above.heading or above.mark in _TITLED or leads_in(text, above)
        if titled and (year := last_year(text, above.content)):
            return year
    if part.head.form == "bao-cao":  # the year that the title says is that of the account
        return _year_to_come(text, part, item)
    title = without_outlook(text, part.head.title) if part.head.title else ""
    said = _ONE_YEAR.search(title) or _PLAN_OF.match(title)
    return said["year"] if said else ""
