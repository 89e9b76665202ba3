"""When the task of a table row is done: its cells, the headings it ticks, the year of its document."""

import re
from dataclasses import replace

from kgbuild.mentions.schedules import read_schedule
from kgbuild.model import Span
from kgbuild.model.mentions import ScheduleMention
from kgbuild.model.structure import Row
from kgbuild.model.text import Text

_TITLE_YEAR = re.compile(r"(?<![\d-] )(?<!đến )(?<!từ )năm (?P<year>20\d\d)(?!\d|\s*(?:-|đến|và))")


def year_in_title(text: Text, title: Span | None) -> str:
    """Give the one year that a title names ("Kế hoạch … năm 2024"); none where it names another as well."""
    if title is None:
        return ""
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", text.low[title.start : title.end]))
    match = _TITLE_YEAR.search(text.low, title.start, title.end)
    return match["year"] if match and len(years) == 1 else ""


def in_year(row: Row, year: str) -> Row:
    """Give a row that ticks a quarter or a month above it the *year* of its document, where no heading names one.

    A cell says itself when the row is done: "Quý II" in it is left as it is.
    """
    when = row.cells.get("schedule")
    if any(row.years) or when is None or when.end > row.span.start:
        return row
    return replace(row, years=(year, year))


def read_time(text: Text, row: Row) -> ScheduleMention | None:
    """Read when a row is done; a quarter or a month is of the year that stands above it."""
    when = _when(text, row.cells)
    if when is None or when.start_year or when.end_year or not all(row.years):
        return when
    return replace(when, start_year=row.years[0], end_year=row.years[1])


def _when(text: Text, cell: dict[str, Span]) -> ScheduleMention | None:
    """Read the cell that says when, and the one that says from when."""
    until = read_schedule(text, cell["schedule"]) if "schedule" in cell else None
    since = read_schedule(text, cell["begin"]) if "begin" in cell else None
    year = (since.start_year or since.end_year) if since else ""  # "01/2026" alone would be an end
    if since is None or not year:
        return until
    if until is None:
        return replace(since, start_year=year, end_year="", end_date="")
    start = since.start_date or since.end_date
    place = Span(min(since.span.start, until.span.start), max(since.span.end, until.span.end))
    return replace(until, span=place, start_year=year, start_date=start)
