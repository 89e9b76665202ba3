"""Tables of indicators: what is measured, in what unit, how much of it is to be reached by when."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.language import fold
from kgbuild.model.structure import Indicator
from kgbuild.model.text import Table, Text
from kgbuild.structure.table_columns import column_of, names_indicators, names_unit, read_columns
from kgbuild.structure.table_heads import aligned

_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
# a column of figures to be reached; one that tells what was or is reached is none
_TO_REACH = re.compile(
    r"^(?:kết quả|mục tiêu|chỉ tiêu|kế hoạch|giá trị|phấn đấu|lộ trình|(?:đến )?năm|giai đoạn|20\d\d)"
)
_REACHED = re.compile(
    r"thực hiện|thực trạng|hiện trạng|hiện tại|hiện nay|ước|đã|đạt được|cơ sở|so sánh|so với|tăng|giảm|tốc độ|"
    r"kết quả.*20\d\d|cơ quan|đơn vị|ghi chú"
)
_BY = re.compile(r"(?:đến|giai đoạn|năm|thời kỳ)[^.;]{0,25}?(?P<year>20\d{2})(?:\s*-\s*(?P<last>20\d{2}))?")


def read_indicators(text: Text, tables: Sequence[Table]) -> tuple[Indicator, ...]:
    """Read the rows of each table of indicators, one for each year that has a column of its own."""
    return tuple(row for table in tables for row in _rows(text, table))


def _rows(text: Text, table: Table) -> Iterator[Indicator]:
    columns = _columns(text, table)
    if columns is None:
        return
    first, name, unit, values = columns
    by = ""
    for cells in table.rows[first:]:
        if len(cells) <= name or not len(cells[name]):
            continue
        said = [(year, cells[at]) for year, at in values if at < len(cells) and len(cells[at])]
        if all(cell == cells[name] for _, cell in said):
            dated = _BY.search(text.low, cells[name].start, cells[name].end)
            by = (dated["last"] or dated["year"]) if dated else by
            continue
        counted = text.trim(cells[unit]) if 0 <= unit < len(cells) and len(cells[unit]) else None
        for year, cell in said:
            yield Indicator(text.trim(cells[name]), text.trim(cell), counted, year or by)


def _columns(text: Text, table: Table) -> tuple[int, int, int, list[tuple[str, int]]] | None:
    """Tell the first row below the headings, the columns of indicator and unit, and those of figures by year.

    A column without a year beside dated ones is a sum or a standard; of several without any the last is read.
    """
    for at in range(len(table.rows[:3])):
        row, more = aligned(text, table, at)
        headings = [fold(text.norm[cell.start : cell.end]) for cell in row]
        names = [i for i, heading in enumerate(headings) if names_indicators(heading)]
        if not names or read_columns(headings):
            continue
        two = len(more) == len(headings) and more[names[0]] in ("", headings[names[0]]) and any(map(_YEAR.search, more))
        years = [max(_YEAR.findall(heading), default="") for heading in headings]
        if two:
            years = [max(_YEAR.findall(m), default=year) for m, year in zip(more, years, strict=True)]
            headings = [f"{h} {m}".strip() if m and m != h else h for h, m in zip(headings, more, strict=True)]
        unit = next((i for i, heading in enumerate(headings) if names_unit(heading)), -1)
        values = [
            (years[i], i)
            for i, heading in enumerate(headings)
            if i != names[0] and i != unit and _TO_REACH.search(heading) and not _REACHED.search(heading)
        ]
        if values and (unit >= 0 or column_of(headings[0]) == "number"):
            dated = sorted((year, i) for year, i in values if year)
            # several columns of one year, or of spans that overlap, say parts of one figure
            own = len({year for year, _ in dated}) == len(dated)
            return at + 1 + two, names[0], unit, dated if dated and own else [max(values)]
    return None
