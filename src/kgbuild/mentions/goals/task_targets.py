"""Targets among the tasks of a plan that has no section of goals: what is striven for, rates, what headings say."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.mentions.goals.target_clauses import DEADLINE, Setting, clauses_of, read_clause
from kgbuild.mentions.prose.lead_ins import leads_in
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

ASPIRES = re.compile(r"phấn đấu")
SITUATION = re.compile(r"^\W*(?:hiện nay|đến nay|tính đến|trong đó|hiện tại|năm \d{4},? (?:đã|toàn))")
_LONG = 1500  # characters: a longer paragraph is an account
# a rate to be reached, not a share of money or a figure of what is
_RATE = re.compile(r"(?:ít nhất|tối thiểu|trên|đạt|bảo đảm|đảm bảo|phủ|tỷ lệ|tỉ lệ)(?![^\W_])[^;.]{0,60}%|^\W*100\s*%")
_SHARE = re.compile(
    r"(?<![^\W_])(?:hỗ trợ(?:\s+[^\W\d_]+){0,4}\s+\d|chi phí|kinh phí|ngân sách|lãi suất|thuế|học phí|phí|trích|"
    r"đối ứng|mức (?:thu|chi|hưởng|đóng)|vốn|giá trị hợp đồng|"
    r"hiện nay|hiện có|đến nay|đã (?:đạt|có|hoàn thành))(?![^\W_])"
)
# what a list of goals is measured by: "tỷ lệ hộ nghèo …", "50% trường …"
_MEASURE = re.compile(
    r"\W*(?:(?:trên|ít nhất|tối thiểu|khoảng|từ)\s+)?\d[\d.,]*(?:\s*-\s*\d[\d.,]*)?\s*%|"
    r"\W*(?:t[ỷỉ] (?:lệ|trọng)|tốc độ|tổng|gr?dp|kim ngạch|sản lượng|diện tích|thu nhập|năng suất|giá trị|doanh thu|"
    r"độ che phủ|tuổi thọ|số lượng|quy mô|công suất|giải quyết việc làm|tạo việc làm|đào tạo nghề|kết nạp)(?![^\W_])"
)
_STRIVEN_IN = re.compile(r"phấn đấu\s+(?:trong\s+)?năm\s+(?P<year>20\d{2})(?!\d|\s*-)")
_MEASURED = re.compile(r"kết quả|tiêu chí|tiêu chuẩn|điều kiện|quy định|trong đó")
_BEGINS = re.compile(
    r"\W*(?:hoàn thành|hoàn thiện|thành lập|xây dựng|trồng|mở|đào tạo|bồi dưỡng|cấp|lắp đặt|nâng cấp)(?![^\W_])"
)
# a rate due in a year to come: "đến năm 2030 có từ 65% lực lượng lao động trở lên tham gia"
_DUE = re.compile(
    rf"\W*{DEADLINE.pattern.replace('?P<year>', '')}\s*,?\s+(?:[^\W\d_]+\s+){{0,8}}?"
    r"(?:có|đạt|ít nhất|tối thiểu|bảo đảm|đảm bảo)\s+(?:[^\W\d_]+\s+){0,3}\d"
)


def read_among_tasks(text: Text, item: Item, beside: Item | None, setting: Setting) -> Iterator[TargetMention]:
    """Read what a task is to reach; *beside* is the last paragraph without a mark below the same heading.

    A list that shows results or by what something is measured has none.
    """
    led = beside is not None and beside is not item and leads_in(text, beside)
    if (len(item.content) > _LONG and not item.heading) or (
        beside and led and _MEASURED.search(text.low, beside.content.start, beside.content.end)
    ):
        return
    for clause in clauses_of(text, item.content):
        low = text.low[clause.start : clause.end]
        strives = ASPIRES.search(low) is not None
        if not (strives or item.heading or _RATE.search(low)) or _SHARE.search(low) or SITUATION.match(low):
            continue
        for target in read_clause(text, clause, setting):
            if strives or target.unit == "%" or (item.heading and (target.comparator != "eq" or _BEGINS.match(low))):
                yield target


def read_striven(text: Text, item: Item, setting: Setting, since: str = "") -> Iterator[TargetMention]:
    """Read what a duty of a directive strives for, from "phấn đấu" on; its other figures are no targets.

    A list of measures goes on behind semicolons: "phấn đấu GDP tăng 13%; tỷ lệ hộ nghèo dưới 3%; 50% trường …",
    with the year that "phấn đấu" was said of. A rate to come needs no such word: "đến năm 2030 có từ 65% …".
    """
    striven = False
    at_first = setting.deadline
    for clause in clauses_of(text, item.content):
        goes_on = striven and text.norm.endswith(("; ", ";"), 0, clause.start)
        aspires = ASPIRES.search(text.low, clause.start, clause.end)
        start = aspires.start() if aspires else clause.start
        striven = aspires is not None or goes_on
        if aspires or not goes_on:
            said = DEADLINE.search(text.low, start, clause.end) or _STRIVEN_IN.match(text.low, start, clause.end)
            setting = replace(setting, deadline=said["year"] if said else at_first)
        measured = goes_on and _MEASURE.match(text.low, start, clause.end)
        due = setting.deadline >= since > "" and _DUE.match(text.low, start, clause.end)
        if not (measured or aspires or due):
            continue
        for target in read_clause(text, Span(start, clause.end), setting):
            at = target.figure.end if target.figure else target.span.end
            if measured or (not _SHARE.search(text.low, target.span.start, at) and (aspires or target.unit == "%")):
                yield target
