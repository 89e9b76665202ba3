"""What a report says was reached, what somebody strives for, and what goals somebody set."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.mentions.goals.results import read_results, tells_results
from kgbuild.mentions.goals.target_clauses import DEADLINE, Setting, clauses_of, read_clause
from kgbuild.mentions.goals.target_years import last_year
from kgbuild.mentions.goals.task_targets import ASPIRES
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

# who sets goals: "Chính phủ đặt ra 12 chỉ tiêu cho năm 2021, trong đó: …", "Mục tiêu đến năm 2025, tỉnh đón …"
_SETS = re.compile(
    r"(?<![^\W_])(?:đặt ra|đề ra|đặt|xác định)\s+(?:(?:các|những|một số|\d{1,2})\s+)*(?:chỉ tiêu|mục tiêu)(?![^\W_])|"
    r"nhiệm vụ (?:trọng tâm|chủ yếu)[^;.\d]{0,60}(?:đặt ra|đề ra|xác định)(?![^\W_])|"
    r"^\W*(?:theo [^,;.:\d]{3,40},\s+)?mục tiêu(?![^\W_])|^\W*theo đó,\s+(?=(?:đến|vào)\s+(?:hết\s+|cuối\s+)?năm\s)"
)
# what somebody approved, and what it is to reach: "đã phê duyệt Đề án, với mục tiêu đến năm 2030, nâng … lên 49,2%"
_WITH_GOAL = re.compile(
    rf"[^\d%]*(?:đề án|kế hoạch|chương trình|chiến lược)[^\d%]*?(?<![^\W_])với mục tiêu\s+{DEADLINE.pattern}\s*,?\s+"
    r"(?:nâng|đưa|tăng|giảm|có|đạt|trồng|t[ỷỉ] lệ)(?![^\W_])[^;.]*\d"
)
# "Ngành du lịch sẽ tạo việc làm cho 38 ngàn lao động vào năm 2025"
_WILL = re.compile(rf"(?<![^\W_])sẽ(?![^\W_])[^;.]*?\d[^;.]*?{DEADLINE.pattern.replace('?P<year>', '')}")
_PAST = re.compile(r"(?<![^\W_])(?:đã|vượt|hoàn thành|so với|đạt được|hiện(?! (?:hành|đại|thực)))(?![^\W_])")
# the year that a clause opens with, or tells of what it says: "năm 2030 đón 17 triệu lượt khách"
_OWN_YEAR = re.compile(
    r"^\W*(?:theo [^,;.:\d]{3,40},\s+)?(?:phấn đấu\s+)?"
    r"(?:(?:đến|vào|trong)\s+(?:hết\s+|cuối\s+)?)?năm\s+(?P<year>20\d{2})(?!\d|\s*-)"
)
_YEAR = re.compile(r"(?<![^\W_])năm\s+(?P<year>20\d{2})(?!\d)|(?<=\d-)(?P<last>20\d{2})(?!\d)")
# a sentence that names goals and says them, which are no results even beside an earlier year
_NAMES = re.compile(
    r"\W*(?:các|những|một số)\s+(?:chỉ tiêu|mục tiêu)(?![^\W_])[^.;:]{0,80}\s"
    r"(?:(?:là|gồm|như sau)\s*:|như:?\s+(?=\d))"
)
# who announces goals in the sentence before: "Đại hội thông qua 16 chỉ tiêu. Cụ thể, …"
_ANNOUNCES = re.compile(
    r"(?:thông qua|đề ra|đặt ra|xác định|thống nhất)\s[^.;%]{0,40}(?:chỉ tiêu|mục tiêu)(?![^\W_])[^.;%]*$"
)
_IN_DETAIL = re.compile(r"\W*(?:cụ thể|trong đó|gồm)(?![^\W_])")
# a sentence that goes on with another measure, and tells nothing of what is: "Tỷ trọng kinh tế số đạt tối thiểu 20%"
_MEASURES = re.compile(
    r"^\W*(?:t[ỷỉ] (?:lệ|trọng)|tổng|tốc độ|thu (?:nhập|ngân sách)|bình quân|thu hút|kim ngạch|sản lượng|giá trị|gr?dp|"
    r"độ che phủ|quy mô|chỉ số|tuổi thọ|đóng góp của|(?:mỗi|hàng|hằng) năm|"
    r"số (?:xã|huyện|đơn vị|thôn|trường|bác sĩ|giường|lượt|hộ|doanh nghiệp|hợp tác xã|sản phẩm))(?![^\W_])"
)
_NOW = re.compile(r"(?<![^\W_])(?:tháng|quý|cùng kỳ|năm qua|vừa qua|ước|hiện nay|đến nay|tính đến)(?![^\W_])")
# what a goal is measured from: "đến năm 2015 … giảm 20% so với năm 2010"
_OPENS_BY = re.compile(rf"(?:^|,)\W*{DEADLINE.pattern}")
_BASELINE = re.compile(r"(?<![^\W_])so với (?:cuối )?năm (?:19|20)\d{2}(?!\d)")
_SET_FOR = re.compile(r"(?:đặt ra|đề ra|xác định)\s+(?:trong|cho)\s+năm\s+(?P<year>20\d{2})(?!\d|\s*-)")
_LISTED = re.compile(r"\s*(?:[-–•+*]|\d{1,2}[.)])\s")
# what leads in a list of goals: "Theo đó, mục tiêu đặt ra là:"
_LEADS = re.compile(r"(?<![^\W_])(?:mục tiêu|chỉ tiêu|phấn đấu)(?![^\W_])[^.;]{0,120}:\s*$")
_TITLE_OF_GOALS = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:các|những|một số)\s+)?(?:chỉ tiêu|mục tiêu)(?![^\W_])")
_BETWEEN = 200  # characters of short lines above a list
_LOOKS_BACK = re.compile(r"(?<![^\W_])(?:kết quả|đạt|hoàn thành|vượt|đã|thực hiện)(?![^\W_])")


def read_reported(text: Text, item: Item, before: Setting | None = None) -> Iterator[TargetMention]:
    """Read what a report says was done ("đã phát triển được 154 doanh nghiệp") and what is striven for.

    *before* is the setting of the goals that the paragraph before ended with: one of measures only goes on with them.
    """
    tells = tells_results(text, item.span) and not _NAMES.match(text.low, item.span.start, item.span.end)
    striven = _led_on(text, item, before)  # what the last clause of the paragraph strove for
    since = ""  # the first year striven for
    announced: Setting | None = None  # what the sentence before announced
    for clause in clauses_of(text, item.span):
        goal = _goal(text, clause, striven, since)
        if goal is None and (announced or striven) and _IN_DETAIL.match(text.low, clause.start, clause.end):
            goal = announced or striven
        announced = None
        if goal is not None:
            striven = replace(goal, deadline=_carried(text, clause, goal, striven))
            since = min(year for year in (since, goal.deadline, "9999") if year)
            yield from read_clause(text, clause, goal)
        elif _ANNOUNCES.search(text.low[clause.start : clause.end]):
            announced = Setting(deadline=last_year(text, clause))
        elif striven is None or not tells:
            yield from read_results(text, clause, told=tells)


def _carried(text: Text, clause: Span, goal: Setting, before: Setting | None) -> str:
    """Give the year that the clauses behind this one go on with: one that it only ends with is its own alone."""
    low = text.low[clause.start : clause.end]
    said = DEADLINE.search(low)
    if said is None or said["year"] != goal.deadline or re.search(r"\d", low[said.end() :]):
        return goal.deadline
    return before.deadline if before else ""


def strives(text: Text, item: Item, before: Setting | None = None) -> Setting | None:
    """Give the setting of the goals that a paragraph of a report ends with, none where it ends with something else."""
    striven = _led_on(text, item, before)
    for clause in clauses_of(text, item.span):
        goal = _goal(text, clause, striven, "")
        striven = replace(goal, deadline=_carried(text, clause, goal, striven)) if goal else None
    return striven


def _led_on(text: Text, item: Item, before: Setting | None) -> Setting | None:
    """Give the goals that a paragraph goes on with: one of measures only, "Tỷ lệ thất nghiệp dưới 4%. Tuổi thọ …"."""
    if before is None or tells_results(text, item.span):
        return None
    clauses = [text.low[clause.start : clause.end] for clause in clauses_of(text, item.span)]
    figured = [low for low in clauses if re.search(r"\d", low)]
    measured = all(
        (_MEASURES.match(_opening(low)) or _IN_DETAIL.match(low)) and not _PAST.search(low) and not _NOW.search(low)
        for low in figured
    )
    return before if figured and measured else None


def _opening(low: str) -> str:
    """Give the words behind a year that a sentence opens with: "Đến năm 2030, GDP …"."""
    opens = _OPENS_BY.match(low)
    return low[opens.end() :].lstrip(" ,") if opens else low


def leads_in_goals(text: Text, span: Span) -> bool:
    """Tell a paragraph of a report that leads in a list of goals: "Theo đó, mục tiêu đặt ra là:"."""
    words = text.low[span.start : span.end]
    return _LEADS.search(words) is not None and not _LOOKS_BACK.search(words)


def lead_between(text: Text, start: int, item: Item) -> Span | None:
    """Find a short line above the first point of a list that leads in goals: "Các chỉ tiêu chủ yếu:", "1. Kinh tế:"."""
    at = max(start, item.span.start - _BETWEEN)
    for line in text.norm[at : item.span.start].splitlines(keepends=True):
        span = text.trim(Span(at, at + len(line)))
        at += len(line)
        if _TITLE_OF_GOALS.match(text.low, span.start, span.end) and leads_in_goals(text, span):
            return span
    return None


def is_listed(text: Text, item: Item) -> bool:
    """Tell a paragraph that opens with the mark of a list."""
    return _LISTED.match(text.norm, item.span.start, item.span.end) is not None


def read_listed(text: Text, item: Item, lead: Span) -> Iterator[TargetMention]:
    """Read the goals of a list that *lead* leads in."""
    for clause in clauses_of(text, item.span):
        yield from read_clause(text, text.trim(clause, " \t\n-–•+*"), Setting(deadline=last_year(text, lead)))


def _goal(text: Text, clause: Span, striven: Setting | None, since: str) -> Setting | None:
    """Tell the setting of a clause that says a goal, itself or as it goes on with what was *striven* for."""
    low = text.low[clause.start : clause.end]
    own = _OWN_YEAR.match(low) or DEADLINE.search(low)
    if ASPIRES.search(low):
        listed = striven is not None and text.norm.endswith(("; ", ";"), 0, clause.start)
        return Setting(deadline=own["year"] if own else striven.deadline if striven and listed else "")
    if _NAMES.match(low) and not _PAST.search(low):
        return Setting(deadline=last_year(text, clause))
    sets = _SETS.search(low)
    if sets and re.search(r"\d", low[sets.end() :]) and not _PAST.search(low, 0, sets.start()):
        return (
            None
            if _PAST.search(low, sets.end()) and sets.start() == 0
            else Setting(deadline=last_year(text, clause) or (named["year"] if (named := _SET_FOR.search(low)) else ""))
        )
    if aimed := _WITH_GOAL.match(low):
        return Setting(deadline=aimed["year"])
    if _WILL.search(low) and not _PAST.search(low):
        return Setting()
    if striven is None:
        return None
    year = own["year"] if own else striven.deadline
    if text.norm.endswith(("; ", ";"), 0, clause.start):
        return Setting(deadline=year)
    # a sentence that tells of the years striven for, and of no earlier one
    if _OPENS_BY.search(low):
        low = _BASELINE.sub("", low)
    years = [found["year"] or found["last"] for found in _YEAR.finditer(low)]
    goes_on = years and since and min(years) >= since and not _PAST.search(low)
    goes_on = goes_on or (
        (not years or DEADLINE.search(low))
        and _MEASURES.match(_opening(low))
        and not _NOW.search(low)
        and not _PAST.search(low)
    )
    return Setting(deadline=own["year"] if own else "") if goes_on else None
