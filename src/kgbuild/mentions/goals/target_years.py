"""The year by which the goals below a heading, a lead-in or a title are to be reached."""

import re

from kgbuild.mentions.goals.target_clauses import DEADLINE, PERIOD
from kgbuild.model import Span
from kgbuild.model.text import Text

_GOALS_OF = re.compile(
    r"(?:mục tiêu|chỉ tiêu)(?:\s[^\W\d_]+(?:-[^\W\d_]+)?){0,9}?\s+"
    r"(?:năm|nhiệm kỳ(?:\s+(?:19|20)\d{2}\s*-)?)\s*(?P<year>(?:19|20)\d{2})(?!\d|\s*-)"
)
# what a report heads its work to come with: "Phương hướng, nhiệm vụ năm 2019", "… nhiệm vụ 6 tháng cuối năm 2022"
_WORK_OF = re.compile(
    r"(?<!thực hiện )(?:phương hướng|nhiệm vụ|giải pháp|kế hoạch)(?![^\W_])[^.;:\d]{0,80}?"
    r"(?:\s\d{1,2} tháng cuối)?\snăm\s+(?P<year>20\d{2})(?!\d|\s*-)"
)
_YEAR_END = re.compile(r"(?:\stháng cuối|phương hướng(?![^\W_])[^.:\d]{0,80}?)\snăm\s+(?P<year>20\d{2})(?!\d|\s*-)")
_OUTLOOK = re.compile(r"tầm nhìn|định hướng")


def last_year(text: Text, span: Span) -> str:
    """Take the year by which something is to be reached; the outlook beyond it is none."""
    dated = without_outlook(text, span)
    match = DEADLINE.search(dated) or PERIOD.search(dated) or _GOALS_OF.search(dated)
    return match["year"] if match else ""


def year_to_come(text: Text, span: Span, *, title: bool = False) -> str:
    """Take the year that a heading of a report sets for the work to come; of its *title* only the rest of a year."""
    match = (_YEAR_END if title else _WORK_OF).search(text.low, span.start, span.end)
    return match["year"] if match else ""


def without_outlook(text: Text, span: Span) -> str:
    """Give the words before an outlook: "đến năm 2030, tầm nhìn đến năm 2050"."""
    low = text.low[span.start : span.end]
    outlook = _OUTLOOK.search(low)
    return low[: outlook.start()] if outlook and outlook.start() else low
