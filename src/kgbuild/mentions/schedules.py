"""When something is to be done: years, quarters, months, days, periods, recurrence (registry of language, §4)."""

import re

from kgbuild.language import DATE, parse_date
from kgbuild.model import Span
from kgbuild.model.mentions import ScheduleMention
from kgbuild.model.text import Text

_YEAR = r"(?:19|20)\d{2}"
_QUARTER = r"(?:qu[ýí]\s*(?:[ivx]{1,3}|[1-4])|q\.?\s?[1-4](?=\s*[/\-]))\s*(?:[/\-]|,?\s*năm)?\s*"
_MONTH = r"(?:tháng\s*)?(?<!\d)(?:0?[1-9]|1[0-2])\s*(?:/|,?\s*năm)\s*"
_RANGE = re.compile(
    rf"(?:từ\s+)?(?:{_QUARTER}|{_MONTH}|(?:giai đoạn|thời kỳ|năm|các năm)\s*)?(?P<a>{_YEAR})\s*(?:-|"
    rf"đến(?:\s+hết)?(?:\s+năm)?|và)\s*(?:{_QUARTER}|{_MONTH}|năm\s*)?(?P<b>{_YEAR})(?!\d)"
)
_TO = r"\s*(?:-|,|\+|và|đến(?:\s+hết)?)\s*"
_DAYS = re.compile(  # "từ 01/10 đến 31/12/2025"
    rf"(?<![\d/])(?P<a>\d{{1,2}}/\d{{1,2}}(?:/(?P<y>{_YEAR}))?)\s*(?:-|đến(?:\s+hết)?)\s*(?:ngày\s+)?"
    rf"(?P<b>\d{{1,2}}/\d{{1,2}}/(?P<z>{_YEAR}))"
)
_QUARTERS = re.compile(
    rf"qu[ýí]\s*(?:[ivx]{{1,3}}|[1-4]){_TO}(?:qu[ýí]\s*)?(?:[ivx]{{1,3}}|[1-4])\s*(?:[/\-]|,?\s*năm)?\s*(?P<y>{_YEAR})(?!\d)"
)
_MONTHS = re.compile(  # "10-11/2019": without the word only where nothing else is said, or it may be a day
    rf"(?P<word>tháng\s*)?(?<![\d/])(?:0?[1-9]|1[0-2]){_TO}(?P<again>tháng\s*)?(?:0?[1-9]|1[0-2])"
    rf"\s*(?:/|,?\s*năm)\s*(?P<y>{_YEAR})(?!\d)"
)
_AND_ON = re.compile(rf"\W*(?:năm\s+)?(?P<y>{_YEAR})\s*(?:,|;|và|-)\s*(?:định kỳ\s+)?(?:h[àằ]ng năm|thường xuyên)")
_FOLLOWING = re.compile(
    rf"(?:(?P<first>{_YEAR})\s*-\s*)?(?P<a>{_YEAR})\s*(?:và|-)?\s*(?:các|những)\s+năm\s+(?:tiếp theo|sau|tiếp)"
)
_SINCE = re.compile(
    rf"(?<![^\W_])(?:từ|kể từ|bắt đầu từ)\s+(?:ngày\s+)?(?:{_QUARTER}|{_MONTH}|năm\s*|"
    rf"\d{{1,2}}/\d{{1,2}}/)?(?P<a>{_YEAR})"
)
_UNTIL = re.compile(
    rf"(?<![^\W_])(?:đến|trước|xong(?: trong)?|chậm nhất|muộn nhất|không quá|hoàn thành(?: trước| trong|"
    rf" vào)?)\b[^.;\n]{{0,30}}?(?P<b>{_YEAR})(?!\d)"
)
_MONTH_ONLY = re.compile(
    rf"^\W*(?:trong\s+)?(?:(?:tháng\s*|t)?(?:0?[1-9]|1[0-2])\s*/|tháng\s*(?:0?[1-9]|1[0-2])\s*(?:-|,?\s*năm))"
    rf"\s*(?P<b>{_YEAR})\W*$"
)
# "Trình Quốc hội tháng 10/2026": a month is the end of what is said before it, unless that says since when
_MONTH_LAST = re.compile(
    rf"(?!.*(?<![^\W_])(?:từ|sau|kể)(?![^\W_]))(?:(?!{_YEAR}).){{3,80}}?(?<![^\W_])"
    rf"tháng\s*(?:0?[1-9]|1[0-2])\s*(?:/|-|,?\s*năm)\s*(?P<b>{_YEAR})\W*$"
)
# "Tháng 10/2024, Thông tư", "Thủ tướng Chính phủ, 12/2020": beside the one month stands what is made, or for whom
_MONTH_FIRST = re.compile(
    rf"\W*(?:trong\s+)?(?:tháng\s*)?(?:0?[1-9]|1[0-2])\s*/\s*(?P<b>{_YEAR})(?!\d)(?:\s*[,;:(]\s*|\s+)"
    r"(?!và(?![^\W_])|đến(?![^\W_])|-)[^\d]{3,80}$"
)
_MONTH_BARE = re.compile(
    rf"(?!.*(?<![^\W_])(?:từ|sau|kể|số|luật|nghị định|thông tư)(?![^\W_]))[^\d]{{3,80}}?[,;:(]\s*"
    rf"(?:0?[1-9]|1[0-2])\s*/\s*(?P<b>{_YEAR})\W*$"
)
_BUILT = re.compile(  # "Khởi công 2026, hoàn thành 2028"
    rf"(?<![^\W_])(?:khởi công|khởi động|bắt đầu)\s+(?:từ\s+|trong\s+)?(?:{_QUARTER}|{_MONTH}|năm\s*)?(?P<a>{_YEAR})"
    rf"(?!\d)\W{{0,3}}(?:và\s+)?(?:hoàn thành|kết thúc|xong)\s+(?:trong\s+|vào\s+)?"
    rf"(?:{_QUARTER}|{_MONTH}|năm\s*)?(?P<b>{_YEAR})(?!\d)"
)
_QUARTERLY = re.compile(rf"(?<![^\W_]){_QUARTER}(?P<y>{_YEAR})(?!\d)")
_SINGLE = re.compile(rf"(?<![\d/.\-])(?:trong\s+)?(?:năm\s+)?(?P<y>{_YEAR})(?![\d/])")
# a time that another text sets; a year in it is part of that text's name
_AS_SAID = re.compile(
    r"\W*theo (?:đúng )?(?:tiến độ|lộ trình|yêu cầu|kế hoạch|quy định|chỉ đạo|hướng dẫn|luật|nghị)(?![^\W_])"
)
# what is of every year without being done every year: "ngân sách hằng năm", "chi thường xuyên", "giáo dục thường xuyên"
_NOT_OF_MONEY = "".join(
    rf"(?<!{noun} )"
    for noun in (
        *("ngân sách", "ngân sách nhà nước", "ngân sách địa phương", "dự toán", "kinh phí", "nguồn lực", "nguồn vốn"),
        *("nghị quyết", "chi", "giáo dục", "nguồn", "vốn", "5 năm và", "năm năm và"),
    )
)
_RECURRENCE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])"))
    for code, words in (
        ("nhieu-nam", r"(?:hai|ba|năm|0?[2-5]) năm (?:một|1) lần"),
        ("hang-thang", r"h[àằ]ng tháng|mỗi tháng|định kỳ tháng"),
        ("hang-quy", r"h[àằ]ng quý(?! hiếm)|mỗi quý|định kỳ quý"),
        ("nua-nam", r"(?:0?6|sáu) tháng(?: một lần)?(?!\s+(?:đầu|cuối))|nửa năm"),
        ("hang-nam", rf"{_NOT_OF_MONEY}h[àằ]ng năm|mỗi năm|từng năm|định kỳ (?:h[àằ]ng )?năm"),
        ("hang-tuan", r"h[àằ]ng tuần"),
        ("dinh-ky", r"định kỳ"),
        ("thuong-xuyen", rf"{_NOT_OF_MONEY}thường xuyên|liên tục"),
    )
)
# figures that a narrow column broke: "2026 - 20 30", "Quý II/2 026", "1 2/2025"; which year or month is left open
_TORN = re.compile(
    rf"(?:[-–/]|đến|năm)\s*(?:[12]\s\d{{3}}|(?:19|20)\s\d{{2}}|(?:19|20)\d\s\d)(?!\d)|(?<![\d/])[01]\s\d/\s*{_YEAR}"
)


def recurrence_of(low: str) -> str:
    """Tell how often: a code of code:frequency, or nothing."""
    return next((code for code, cue in _RECURRENCE if cue.search(low)), "")


def read_schedule(text: Text, span: Span) -> ScheduleMention | None:
    """Read a cell or a label's value that says when; None when it is empty.

    A bare year, quarter or "2013 - 2020" gives both ends; "đến, trước, xong trong" the end only; "từ" the start
    only; "thường xuyên, hàng năm" and torn figures neither.
    """
    place = text.trim(span, " \t\n.;,")
    if not len(place):
        return None
    low = text.low[place.start : place.end]
    if len(low) == 1 and not low.isdigit():
        return None  # a tick
    recurrence = recurrence_of(low)
    said = not (_AS_SAID.match(low) or _TORN.search(low))
    start, end, start_date, end_date = _years(low) if said else ("", "", "", "")
    return ScheduleMention(place, start, end, start_date, end_date, recurrence)


def _years(low: str) -> tuple[str, str, str, str]:
    if following := _FOLLOWING.search(low):
        return following["first"] or following["a"], "", "", ""
    if days := _DAYS.search(low):
        return _between(days)
    if (on := _AND_ON.match(low)) or (on := _of_one_year(low)):
        return on["y"], "" if on.re is _AND_ON else max([on["y"], *re.findall(_YEAR, low[on.end() :])]), "", ""
    ranges = list(_RANGE.finditer(low))
    if len(ranges) > 1:  # stages
        return min(r["a"] for r in ranges), max(r["b"] for r in ranges), "", ""
    if ranged := _RANGE.search(low):
        first, last = ranged["a"], ranged["b"]
        # As printed, also where the end comes first, which a shape tells the reader; "2027 và 2026" is no range.
        return (last, first, "", "") if first > last and "và" in ranged[0] else (first, last, "", "")
    if built := _BUILT.search(low):
        return built["a"], built["b"], "", ""
    dated = re.search(DATE, low)
    day = parse_date(low) if dated else None
    if since := _SINCE.search(low):
        return since["a"], "", day or "", ""
    if (until := _UNTIL.search(low)) and not _within(low):
        return "", until["b"], "", day or ""
    if _within(low) and (year := _SINGLE.search(low)):
        return year["y"], year["y"], "", ""
    if (month := _MONTH_ONLY.match(low)) or (not _QUARTERLY.search(low) and (month := _MONTH_LAST.match(low))):
        return "", month["b"], "", ""
    if not recurrence_of(low) and (month := _MONTH_FIRST.match(low) or _MONTH_BARE.match(low)):
        return "", month["b"], "", ""
    months = [_MONTH_ONLY.match(piece) for piece in re.split(r"[;,]|(?<![^\W_])và(?![^\W_])", low)]
    if all(months):  # "Tháng 12/2018; tháng 11/2020"
        return "", max(month["b"] for month in months if month), "", ""
    if quarter := _QUARTERLY.search(low):
        return quarter["y"], max([quarter["y"], *re.findall(_YEAR, low[quarter.end() :])]), "", ""
    if day:
        return "", day[:4], "", day
    years = [m["y"] for m in _SINGLE.finditer(low)]
    return (min(years), max(years), "", "") if years else ("", "", "", "")


def _between(days: re.Match[str]) -> tuple[str, str, str, str]:
    """Read "từ 01/10 đến 31/12/2025": the year is said of both; where the first day would be the later, of one only."""
    last = parse_date(days["b"]) or ""
    first = parse_date(days["a"] if days["y"] else f"{days['a']}/{days['z']}") or ""
    if not days["y"] and first > last:
        first = ""
    return first[:4] or days["y"] or "", days["z"], first, last


def _of_one_year(low: str) -> re.Match[str] | None:
    """Find quarters or months of one year: "Quý III, IV/2025", "tháng 5 đến tháng 9/2025", "10-11/2019" alone."""
    if quarters := _QUARTERS.search(low):
        return quarters
    months = _MONTHS.search(low)
    if months is None or re.search(rf"{_YEAR}", low[: months.start()]):
        return None
    return months if months["word"] or months["again"] or months.span() == (0, len(low)) else None


def _within(low: str) -> bool:
    """Tell "(hoàn thành) trong năm 2025": the year is both ends."""
    return bool(re.search(rf"trong\s+năm\s+{_YEAR}", low)) and not re.search(r"xong trong quý", low)


# "…, thời gian thực hiện: Quý IV/2025"
_LABELLED = re.compile(
    r"(?<![^\W_])(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|triển khai))?\s*:\s*"
    rf"(?=[^;:]{{0,60}}{_YEAR})"
)


def find_deadline(text: Text, span: Span) -> ScheduleMention | None:
    """Find when a duty in prose is due: "trước ngày 15/12/2025", "vào năm 2020", "trong năm 2024"; as a label says."""
    low = text.low[span.start : span.end]
    if label := _LABELLED.search(low):
        stop = low.find(";", label.end())
        return read_schedule(text, Span(span.start + label.end(), span.start + stop if stop >= 0 else span.end))
    match = re.search(
        (
            rf"(?:trước|chậm nhất|hoàn thành(?:\s+trước)?|xong trước)\s+(?:ngày\s+)?(?:{DATE}|"
            rf"(?:tháng\s+\d+\s*[/năm ]*|năm\s+)?{_YEAR})|(?:vào|trong|xong)\s+(?:cuối\s+)?năm\s+{_YEAR}|"
            rf"(?:hoàn thành|xong)\s+(?:vào\s+|trong\s+)?(?:tháng\s+\d{{1,2}}|quý\s+(?:[ivx]{{1,3}}|[1-4]))"
            rf"\s*(?:/|-|,?\s*năm\s+){_YEAR}"
        ),
        low,
    )
    if not match:
        return None
    place = Span(span.start + match.start(), span.start + match.end())
    day = parse_date(match.group())
    year = re.findall(_YEAR, match.group())[-1]
    if match.group().startswith("trong"):
        return ScheduleMention(place, year, year)
    return ScheduleMention(place, "", year, "", day or "")


_DUE = re.compile(r"hoàn thành|xong|chậm nhất|trước (?:ngày|tháng)|thời (?:gian|hạn)|tiến độ")


def find_told_deadline(text: Text, span: Span) -> ScheduleMention | None:
    """Find when a duty that a report tells is due; years alone may be of anything that the report tells."""
    found = find_deadline(text, span)
    labelled = _LABELLED.search(text.low, span.start, span.end) is not None
    said = found is not None and _DUE.match(text.low, found.span.start, found.span.end) is not None
    return found if labelled or said else None
