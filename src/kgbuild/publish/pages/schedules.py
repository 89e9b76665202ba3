"""When something is due: as printed, as years, and as a day where the words give one."""

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from kgbuild.language import parse_date
from kgbuild.namespaces import PIO
from kgbuild.publish.formats import shorten
from kgbuild.publish.views import Reader, Words

LONG: Final = 300  # characters of a schedule that is shown
_MONTH: Final = re.compile(
    r"(?<![\d/])(\d{1,2})\s*[/-]\s*(\d{4})(?!\d)|tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE
)
_QUARTER: Final = re.compile(r"quý\s*(IV|I{1,3}|[1-4])(?!\w)", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is due: as printed, the years it runs from and to, and the last day (empty when open)."""

    text: str
    start: str
    end: str
    due: str = ""
    words: tuple[Words, ...] = ()


def read_schedule(reader: Reader, node: str, prop: str = PIO.hasSchedule) -> Schedule | None:
    """Read the schedule of a task or the period of a document."""
    schedule = reader.index.iri(node, prop)
    if schedule is None:
        return None
    literal = reader.index.literal
    start, end = literal(schedule, PIO.startYear), literal(schedule, PIO.endYear)
    years = start if start == end else f"{start}–{end}"
    text = literal(schedule, PIO.scheduleText) or years.strip("–")
    due = literal(schedule, PIO.endDate) or last_day(text, end)
    return Schedule(shorten(text, LONG), start, end, due, reader.words_of(schedule))


def last_day(text: str, year: str) -> str:
    """Give the last day of a schedule that ends in *year*, as its words have it; empty where they leave it open.

    >>> last_day("Năm 2013 - 2015", "2015"), last_day("Tháng 6/2026", "2026"), last_day("Quý III/2024", "2024")
    ('2015-12-31', '2026-06-30', '2024-09-30')
    >>> last_day("trước 15/11/2025", "2025"), last_day("6 tháng cuối năm 2025", "2025"), last_day("thường xuyên", "")
    ('2025-11-15', '', '')
    """
    if not year.isdecimal():
        return ""
    day = "" if text.strip().lower().startswith("tháng") else parse_date(text)  # "tháng 01 - 02/2026" are two months
    if day and day.startswith(year):
        return day
    months = [int(m[1] or m[3]) for m in _MONTH.finditer(text) if (m[2] or m[4]) == year]
    quarters = [_quarter(m[1]) for m in _QUARTER.finditer(text)]
    month = max(months or [3 * quarter for quarter in quarters[-1:]], default=0)
    if not month and not any(c.isdecimal() for c in _YEAR.sub("", text)):
        month = 12
    return f"{year}-{month:02}-{monthrange(int(year), month)[1]}" if 1 <= month <= 12 else ""


def _quarter(text: str) -> int:
    return int(text) if text.isdecimal() else ("I", "II", "III", "IV").index(text.upper()) + 1
