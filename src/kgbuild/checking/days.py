"""Days that no calendar has, and days of the week that do not fit their date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from kgbuild.checking.remarks import Draft, Remark, passage_of
from kgbuild.model import Span

_LEAP: Final = 2024  # a day without its year may be 29 February
_YEAR: Final = r"(?:19|20)\d{2}(?!\d)"
_DAY: Final = re.compile(
    rf"""ngày\s+(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:\s+năm\s+(?P<y>{_YEAR}))?   # ngày 31 tháng 02 năm 2026
    |ngày\s+(?P<d2>\d{{1,2}})\s?[/.-]\s?(?P<m2>\d{{1,2}})(?:\s?[/.-]\s?(?P<y2>{_YEAR}))?(?![\d/]) # ngày 31/6
    |(?<![\w/.,-])(?P<d3>[0-3]?\d)/(?P<m3>[01]?\d)/(?P<y3>{_YEAR})(?![\w/-])               # 31/6/2026
    |tháng\s+(?P<m4>\d{{1,2}})\s?(?:[/-]\s?|năm\s+)(?P<y4>{_YEAR})(?![\d/])              # tháng 13/2026""",
    re.VERBOSE,
)
_NAMES: Final = ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
_COUNTED: Final = r"(?<!lần )(?<!khóa )(?<!họp )(?<!phiên )(?<!người )"  # "lần thứ năm, ngày 5/5/2026"
_WEEKDAY: Final = re.compile(
    rf"{_COUNTED}(?<![^\W_])(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ nhật))"
    rf"\s*[,(]?\s*(?:ngày\s+)(?P<d>\d{{1,2}})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<m>\d{{1,2}})(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>{_YEAR})"
)


def impossible_days(draft: Draft) -> Iterator[Remark]:
    """Find days that do not exist: 31/6, 29 February of a common year, a thirteenth month."""
    for match in _DAY.finditer(draft.text.low):
        day, month, year = (next(filter(None, match.group(*names)), "") for names in _PARTS)
        if _exists(int(day or 1), int(month), int(year or _LEAP)):
            continue
        said = " ".join(draft.text.words(Span(*match.span())).split())
        yield Remark(
            "ImpossibleDay",
            "Warning",
            f"“{said}” không có trong lịch; sửa ngày, tháng.",
            f"“{said}” is in no calendar; mend the day or the month.",
            "",
            (passage_of(draft, Span(*match.span())),),
        )


_PARTS: Final = (("d", "d2", "d3"), ("m", "m2", "m3", "m4"), ("y", "y2", "y3", "y4"))


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def wrong_weekdays(draft: Draft) -> Iterator[Remark]:
    """Find a day of the week that its date does not fall on."""
    for match in _WEEKDAY.finditer(draft.text.low):
        day, month, year = (int(match[name]) for name in "dmy")
        if not _exists(day, month, year):
            continue
        right = date(year, month, day).weekday()
        if right == _number(match):
            continue
        name = _NAMES[right] if right == 6 else f"thứ {_NAMES[right]}"
        yield Remark(
            "WrongWeekday",
            "Warning",
            f"Ngày {day:02}/{month:02}/{year} là {name}; kiểm tra thứ và ngày.",
            f"{day:02}/{month:02}/{year} is a {date(year, month, day):%A}; check the day of the week and the date.",
            "",
            (passage_of(draft, Span(*match.span())),),
        )


def _number(match: re.Match[str]) -> int:
    """Number the day of the week that is written, Monday 0."""
    if match["sunday"]:
        return 6
    name = "bảy" if match["name"] == "bẩy" else match["name"]
    return int(name) - 2 if name.isdigit() else _NAMES.index(name)
