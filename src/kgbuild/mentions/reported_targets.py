"""What a report says was reached, what somebody strives for, and what goals somebody set."""

import re
from collections.abc import Iterator

from kgbuild.mentions.target_clauses import DEADLINE, Setting, clauses_of, read_clause
from kgbuild.mentions.target_years import last_year
from kgbuild.mentions.task_targets import ASPIRES
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

# who sets goals: "Chính phủ đặt ra 12 chỉ tiêu cho năm 2021, trong đó: …", "Mục tiêu đến năm 2025, tỉnh đón …"
_SETS = re.compile(
    r"(?<![^\W_])(?:đặt ra|đề ra|đặt|xác định)\s+(?:(?:các|những|một số|\d{1,2})\s+)*(?:chỉ tiêu|mục tiêu)(?![^\W_])|"
    r"^\W*mục tiêu(?![^\W_])|^\W*theo đó,\s+(?=(?:đến|vào)\s+(?:hết\s+|cuối\s+)?năm\s)"
)
# "Ngành du lịch sẽ tạo việc làm cho 38 ngàn lao động vào năm 2025"
_WILL = re.compile(rf"(?<![^\W_])sẽ(?![^\W_])[^;.]*?\d[^;.]*?{DEADLINE.pattern.replace('?P<year>', '')}")
_PAST = re.compile(r"(?<![^\W_])(?:đã|vượt|hoàn thành|so với|đạt được|hiện)(?![^\W_])")
# the year that a clause opens with, or tells of what it says: "năm 2030 đón 17 triệu lượt khách"
_OWN_YEAR = re.compile(
    r"^\W*(?:phấn đấu\s+)?(?:(?:đến|vào|trong)\s+(?:hết\s+|cuối\s+)?)?năm\s+(?P<year>20\d{2})(?!\d|\s*-)"
)
_YEAR = re.compile(r"(?<![^\W_])năm\s+(?P<year>20\d{2})(?!\d)|(?<=\d-)(?P<last>20\d{2})(?!\d)")
# a paragraph that tells results, and a figure in it that was reached
_TELLS = re.compile(r"kết quả|đạt được|thành tích|so với cùng kỳ|so cùng kỳ|đạt và vượt")
_DONE = re.compile(r"(?<![^\W_])(?:đã|ước)(?![^\W_])")
_OBTAINED = re.compile(r"đã [^;.]{0,40}?(?:được|đạt)\s+\d|\d\s*%[^;.]{0,120}được")
_REACHED = re.compile(
    r"(?<![^\W_])(?:đạt|vượt|chiếm|thực hiện|tăng|giảm|còn)\s+(?:(?:được|trên|hơn|khoảng|gần)\s+){0,2}$"
)
_PLANNED = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|kế hoạch|mục tiêu|chỉ tiêu|dự toán|phấn đấu)\s[^,;:]*$")


def read_reported(text: Text, item: Item) -> Iterator[TargetMention]:
    """Read what a report says was done ("đã phát triển được 154 doanh nghiệp") and what is striven for."""
    whole = text.low[item.span.start : item.span.end]
    tells = bool(_TELLS.search(whole)) and bool(_DONE.search(whole))
    striven: Setting | None = None  # what the last clause of the paragraph strove for
    since = ""  # the first year striven for
    for clause in clauses_of(text, item.span):
        goal = _goal(text, clause, striven, since)
        if goal is not None:
            striven, since = goal, min(year for year in (since, goal.deadline, "9999") if year)
            yield from read_clause(text, clause, goal)
        elif tells:
            yield from _results(text, clause)


def _goal(text: Text, clause: Span, striven: Setting | None, since: str) -> Setting | None:
    """Tell the setting of a clause that says a goal, itself or as it goes on with what was *striven* for."""
    low = text.low[clause.start : clause.end]
    own = _OWN_YEAR.match(low) or DEADLINE.search(low)
    if ASPIRES.search(low):
        return Setting(deadline=own["year"] if own else "")
    sets = _SETS.search(low)
    if sets and re.search(r"\d", low[sets.end() :]) and not _PAST.search(low, 0, sets.start()):
        return (
            None if _PAST.search(low, sets.end()) and sets.start() == 0 else Setting(deadline=last_year(text, clause))
        )
    if _WILL.search(low) and not _PAST.search(low):
        return Setting()
    if striven is None:
        return None
    year = own["year"] if own else striven.deadline
    if text.norm.endswith(("; ", ";"), 0, clause.start):
        return Setting(deadline=year)
    # a sentence that tells of the years striven for, and of no earlier one
    years = [found["year"] or found["last"] for found in _YEAR.finditer(low)]
    goes_on = years and since and min(years) >= since and not _PAST.search(low)
    return Setting(deadline=own["year"] if own else "") if goes_on else None


def _results(text: Text, clause: Span) -> Iterator[TargetMention]:
    """Read the figures that a clause says were reached; not those they are compared with, or planned."""
    obtained = _OBTAINED.search(text.low, clause.start, clause.end)
    for target in read_clause(text, clause, Setting(reported=True)):
        at = target.figure.start if target.figure else clause.end
        before = text.low[clause.start : at]
        if obtained or (_REACHED.search(before) and not _PLANNED.search(before)):
            yield target
