"""Figures that count something: what they are compared with, how much they say, and of what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kgbuild.language import FIGURE, SCALE, figure_value
from kgbuild.model import Span
from kgbuild.model.text import Text

_COMPARATORS: tuple[tuple[str, str], ...] = (
    ("gte", r"ít nhất|tối thiểu|không (?:dưới|ít hơn|thấp hơn)|từ|>=|≥"),
    ("gt", r"trên|hơn|vượt|quá|>"),
    ("lte", r"không (?:quá|vượt quá)|tối đa|chậm nhất|<=|≤"),
    ("lt", r"dưới|<"),
    ("approx", r"khoảng|gần|xấp xỉ|ước"),
    ("times", r"gấp"),
)
_NEAR = 60  # characters before a figure that can say what it is
_BEHIND = 40  # characters behind a figure that do
_COMPOUND = 60  # characters behind the first word of a unit in which its compounds stand
_COMPARE = "|".join(f"(?P<{code}>(?<![^\\W_])(?:{words}))" for code, words in reversed(_COMPARATORS))
# what stands behind a figure may not belong to it, but for rates: "12/1.000 dân", "5/100.000"
_MEASURES = r"(?:ha|k?m[23²³]?|[kmg]wh?|kg|tấn|tạ|lít|[mg]bps|cm|mm|usd)"  # written close to the figure: "500ha"
# the upper end of a range, with the scale of both: "8.300-8.500 USD", "22 - 23 triệu lượt khách"
_UPPER = r"\d+(?:\.\d{3})*(?:,\d+)?(?:\s*(?P<scale_of_range>(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s*)+)(?![^\W\d_]))?"
_OF = (
    r"(?P<of>/\d{1,3}(?:\.\d{3})*(?=\s+(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|buôn|ấp|khu|tổ|"
    r"khóm|trường|trạm|chợ|chỉ tiêu|tiêu chí|nhiệm vụ|nội dung|dự án|công trình|đơn vị|cơ quan|sở|bộ|ngành|"
    r"doanh nghiệp|hợp tác xã|hộ|đảng bộ|chi bộ|chi đảng bộ|tổ chức|cơ sở|sản phẩm|thủ tục|dịch vụ|hồ sơ|đại biểu|"
    r"đồng chí|kiến nghị|vụ)(?![^\W_])))"
)
OF_SO_MANY = re.compile(_OF)
"""What stands behind the digits of a part of so many: "66 | /80 xã"; a rate is of 1.000 and the like."""
_FIGURE = re.compile(
    rf"(?:(?:{_COMPARE})\s*(?:(?:vào|đến)\s+(?:hết\s+)?năm\s+\d{{4}}\s+)?(?:(?:đạt|có)\s+)?)?(?<![\w.,/\-:(])"
    rf"{FIGURE}{SCALE}(?:/10{{0,2}}(?:\.000)+(?!\d)|{_OF}|(?={_MEASURES}(?!\w))|(?![\w/]))\s*(?P<percent>[%‰])?"
    rf"(?P<range>\s*-\s*{_UPPER}\s*%?|(?<=\s)hoặc\s+\d{{1,4}}(?=\s+[^\W\d_])|(?<![%‰])đến\s+\d+(?:,\d+)?\s*%)?",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"(?:(?<!mỗi )(?<!hàng )năm|giai đoạn|thời kỳ|điều|khoản|quý|tháng|ngày|lần thứ|khóa|số|cấp độ|"
    r"mức độ|phụ lục|biểu|mục|chương|quyết định|nghị quyết|đề án|iso|tcvn|từ năm|đến năm|hết năm|tuổi|"
    r"thông tư|trung ương|hội nghị|bộ chỉ số|thứ)\s*(?:số\s*)?:?\s*$|"
    # "bão số 12, 13", "dịch vụ công mức độ 3, 4"
    r"(?<![^\W_])(?:số|điều|khoản|mục|tháng|quý|ngày|mức độ|cấp độ|khối|lớp)(?:\s+\d{1,3}\s*(?:,|và|-))+\s*$|"
    # how deep a place lies: "vùng biển đến độ sâu 300 m nước và 1.500 m"
    r"(?:đến|tới|ở|từ|có)\s+độ sâu(?:\s+(?:trên|dưới|hơn|khoảng|từ)|\s+\d[\d.,]*\s*m(?:\s+nước)?\s+(?:và|đến))*\s*$"
)
_AFTER_NOT_UNIT = re.compile(
    r"\s*(?:tuổi|cấp(?![^\W_])|/\d|[.)]\s|năm (?:tới|qua|trước|tiếp|(?:19|20)\d{2})|lĩnh vực trọng|nội dung|"
    # how long something has been: "thành tựu 15 năm xây dựng và phát triển của tỉnh"
    r"năm (?:xây dựng|đổi mới|thực hiện|thi hành|triển khai|hình thành|ngày\s|(?:ngày )?(?:thành lập|tái lập))|"
    # the time that a result was reached in: "Tổng thu ngân sách 9 tháng 20,8 tỷ đồng"
    r"phương hướng|(?:tháng|ngày) (?:(?:đầu|cuối|ước|đạt|tăng|giảm|được|là)(?![^\W_])|(?:năm \d{4} )?\d)|nhóm|"
    r"chương trình mục tiêu|nhiệm vụ|giải pháp|"
    r"khâu|trụ cột|mục tiêu|chỉ tiêu|"
    r"bước|đồng chí|tập thể|cá nhân|mặt(?! hàng)|phương diện)"
)
_NO_UNIT = r"(?!(?:và|được|có|là|trong|trên|tại|để|cho|với|từ|của|đạt|theo|đến|vào|thuộc|phục|nhằm|bao|các|so)\b)"
_UNIT = re.compile(
    rf"\s*(k?m[23²³](?!\w)(?:/(?:ngày(?: đêm)?|năm|giờ|giây|người)(?!\w))?|[^\W\d_]{{1,12}}/N?k?m[23²³](?!\w)|"
    rf"điểm (?:%|phần trăm)|{_NO_UNIT}(?:[^\W\d_]|/)+(?:\s+CO2[^\W\d_]*(?:\s+tương đương)?(?!\w)|"
    rf"\s+{_NO_UNIT}[^\W\d_]+){{0,3}})"
)
# words of several syllables that a unit takes whole or not at all
_WHOLE = re.compile(
    r"(?<![^\W_])(?:(?:doanh nghiệp |tổ chức |nhiệm vụ )?khoa học(?: và|,) công nghệ(?: và đổi mới sáng tạo)?|"
    r"doanh nghiệp(?: (?:siêu nhỏ, )?nhỏ và vừa)?|"
    r"công nghệ (?:thông tin|cao|số|sinh học)|sở hữu (?:trí tuệ|công nghiệp)|đổi mới sáng tạo|"
    r"trí tuệ nhân tạo|giáo dục và đào tạo|khởi nghiệp sáng tạo|sản phẩm|dịch vụ|đề tài|dự án|hợp tác xã|"
    r"dữ liệu|không khí|thế giới|khu vực(?: đông nam á)?|đông nam á|châu á|quốc gia|điện tử|trực tuyến)(?![^\W_])"
)
# a place among others: "thuộc nhóm 3 nước dẫn đầu", "trong top 10", "đứng thứ 5 cả nước"
_RANK = re.compile(r"(?<![^\W_])(?:(?P<group>nhóm)|(?P<top>top|tốp)|(?:đứng|xếp|hạng|vị trí)\s+thứ)\s*$")
_LEADERS = re.compile(r"[^;.]{0,60}?(?<![^\W_])(?:dẫn đầu|đứng đầu|hàng đầu|cao nhất|tốt nhất|có chỉ số)")
# of how many a rate is: "42/100.000 trẻ đẻ sống", "35 giường/10.000 dân"
RATE = re.compile(
    r"\s*(?P<unit>(?:[^\W\d_]+\s?){0,3})/\s?"
    r"(?P<per>\d[\d.]*\s(?:(?:vạn|triệu|nghìn)\s)?[^\W\d_]+(?:\s(?:đẻ sống|em|dân))?)(?![^\W_])"
)
"""What stands behind the digits of a rate: what is counted, and of how many."""
# what is measured by a bare number: "chỉ số phát triển con người duy trì trên 0,7"
_INDEX = re.compile(r"(?<![^\W_])(?:chỉ số|hệ số)(?![^\W_])[^;.]*(?:đạt|duy trì|ở mức|là)\s+(?:trên |từ |khoảng )?$")
_INDEX_ENDS = re.compile(r"\s*(?:[,;)]|\.?\s*$|\.\s)")
_LIFE = re.compile(r"(?<![^\W_])tuổi thọ(?![^\W_])")
# a programme that is named by what it plants or builds: "Chương trình trồng 1 tỷ cây xanh"
_NAMED_BY = re.compile(
    r"(?<![^\W_])(?:chương trình|đề án|phong trào|chiến dịch)\s+[“\"]?\s*"
    r"(?:(?:trồng|phát triển|xây dựng|đầu tư xây dựng|hỗ trợ|cải tạo)\s+)?(?:(?:ít nhất|tối thiểu)\s+)?$"
)
_CHANGES = re.compile(r"(?<![^\W_])(?:xuống|lên|còn)(?:\s+(?:còn|đến|tới|dưới|trên))?\s*$")
# a limit of time is no target: "trong 24 giờ đầu"
_WITHIN = re.compile(r"(?<![^\W_])(?:trong|sau|trước|qua|bình quân)(?:\s+(?:vòng|khoảng))?\s*$")
_TIME = re.compile(r"\s*(?:giờ|phút|ngày|tuần|tháng|năm)(?![^\W_])")
# what a rate is of: "giá trị sản xuất trên 01 ha đất", "số giường bệnh trên 1 vạn dân"
_PER_AREA = re.compile(
    r"(?:0?1\s*(?:ha|hecta|héc ta|đơn vị diện tích)|10{0,2}(?:\.000)*\s*(?:vạn |triệu )?(?:dân|trẻ đẻ sống))(?![^\W_])"
)
# "bình quân 1 vạn dân có 10 bác sĩ"
_ON_AVERAGE = re.compile(r"(?<![^\W_])(?:bình quân|trung bình|tính trên|cứ)\s+$")
# a bound that only tells which ones are counted: "số xã đạt dưới 10 tiêu chí còn khoảng 25%"
_BOUND_OF = re.compile(
    r"\s*(?:[^\W\d_]+\s+){1,3}(?:còn|xuống|chiếm|giảm còn|giảm xuống)\s+"
    r"(?:(?:còn|dưới|khoảng|trên|không quá)\s+){0,2}\d"
)
# a count that tells whose rate is meant: "tỷ lệ phụ nữ đẻ được khám thai ít nhất 3 lần vào 3 thai kỳ đạt 80%"
_RATE_OF = re.compile(r"(?<![^\W_])t[ỷỉ] (?:lệ|suất|trọng)\s(?:(?!(?:đạt|là|còn|chiếm|giảm|tăng)\s)[^,;.:%‰])*$")
_THE_RATE = re.compile(
    r"[^,;:.%‰\d]{0,40}(?:\d{1,2}\s[^,;:.%‰\d]{0,40})?\s(?:đạt|là|còn|chiếm)\s[^,;.:%‰\d]{0,20}\d[\d.,]*\s*[%‰]"
)
_OR_MORE = re.compile(r"[^,;.]{0,25}trở lên")
_OR_SO = re.compile(r"\s+trở(?:\s+(?:lên|xuống))?$", re.IGNORECASE)  # a bound, behind the unit: "63 triệu đồng trở lên"
_FEW = 8  # words behind the figure of a cell
_BARE_YEAR = re.compile(r"\s*(?:19|20)\d{2}\s*")
# by how much a plan is exceeded: "vượt 25% dự toán"
_EXCEEDS = re.compile(r"^vượt\s+\d", re.IGNORECASE)
_ESTIMATED = re.compile(  # "ước đạt tăng trưởng 22,4%"
    r"(?<![^\W_])ước(?:\s+(?:tính|đạt|thực hiện|tăng trưởng|tăng|giảm|có|cả năm|là)){1,4}\s*$"
)
_BEFORE = 60  # characters
_PLAN = re.compile(r"\s*(?:(?:so với|so)\s+)?(?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ|năm trước)")
_TIMES = re.compile(r"\s*lần")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a clause: from its comparator to its end, its digits, its value, unit and comparator.

    `percent` when the sign stands right behind the digits.
    """

    start: int
    end: int
    digits: Span
    value: float
    unit: str
    comparator: str
    percent: bool


def read_figures(text: Text, clause: Span) -> list[Figure]:
    """Read the figures outside brackets that count something; the state that a change starts from counts nothing."""
    found = [match for match in _outside_brackets(text, clause) if _counts(text, match, clause)]
    return [
        _figure(text, match, clause)
        for match, after in zip_longest(found, found[1:])
        if not _left_behind(text, match, after)
    ]


def read_bare_figure(text: Text, cell: Span) -> Figure | None:
    """Read the figure that is all a cell says, but for its comparator and a few words behind it: "≥ 80", "90 xã"."""
    match = _FIGURE.match(text.low, cell.start, cell.end)
    if match is None or _BARE_YEAR.fullmatch(text.low, cell.start, cell.end):
        return None
    rest = text.low[match.end() : cell.end]
    return _figure(text, match, cell) if len(rest.split()) <= _FEW and not re.search(r"[\d;]", rest) else None


def _outside_brackets(text: Text, clause: Span) -> Iterator[re.Match[str]]:
    at, depth = clause.start, 0
    for figure in _FIGURE.finditer(text.low, clause.start, clause.end):
        depth += text.norm.count("(", at, figure.start()) - text.norm.count(")", at, figure.start())
        at = figure.start()
        if depth <= 0:
            yield figure


def _counts(text: Text, match: re.Match[str], clause: Span) -> bool:
    """Tell a figure that counts something from years, numbers of articles, ordinals and frames."""
    figure = match["figure"]
    before = text.low[max(clause.start, match.start("figure") - _NEAR) : match.start("figure")]
    after = text.low[match.end() : match.end() + _BEHIND]
    if match["percent"] or "%" in (match["range"] or "") or _rank(text, match):
        return True
    if (_LIFE.search(before) and after.lstrip().startswith("tuổi")) or (
        _INDEX.search(before) and _INDEX_ENDS.match(after)
    ):
        return True
    if (_WITHIN.search(before) and _TIME.match(after)) or (
        (match["gt"] or _ON_AVERAGE.search(before)) and _PER_AREA.match(figure + after)
    ):
        return False
    if (match["lt"] or match["gt"] or match["gte"]) and _BOUND_OF.match(after):
        return False
    if match["of"]:
        part, whole = figure_value(figure), figure_value(match["of"][1:])
        return part <= whole and not _NOT_COUNTED.search(before) and not text.low.startswith("/", match.end())
    if _NAMED_BY.search(before):
        return False
    if _RATE_OF.search(before) and _THE_RATE.match(text.low, match.end(), clause.end):
        return False
    # a month has no thousands: "thu ngân sách 9 tháng 20,8 tỷ đồng"
    not_counted = _NOT_COUNTED.search(before) and not (match["scale"] and before.endswith("tháng "))
    if re.fullmatch(r"(?:19|20)\d{2}", figure) or not_counted or _AFTER_NOT_UNIT.match(after):
        return False
    return bool(_UNIT.match(text.low, match.end(), clause.end)) or bool(match["times"])


def _rank(text: Text, match: re.Match[str]) -> str:
    """Tell a place among others: "lte" for one of the first so many, "eq" for a place of its own, else nothing."""
    at = match.start("figure")
    found = _RANK.search(text.low, max(0, at - _NEAR), at)
    if found is None or (found["group"] and not _LEADERS.match(text.low, match.end())):
        return ""
    return "lte" if found["group"] or found["top"] else "eq"


def _left_behind(text: Text, figure: re.Match[str], after: re.Match[str] | None) -> bool:
    """Tell the state a change starts from: "giảm từ 23 ca xuống 18 ca"."""
    starts = text.low.startswith("từ", figure.start()) or text.low.startswith("từ ", max(0, figure.start() - 3))
    return starts and after is not None and bool(_CHANGES.search(text.low[figure.end() : after.start()]))


def _figure(text: Text, match: re.Match[str], clause: Span) -> Figure:
    end = match.end("percent") if match["percent"] else match.end("figure")
    return Figure(
        match.start(),
        match.end(),
        Span(match.start("figure"), end),
        figure_value(match["figure"], match["scale"] or match["scale_of_range"]),
        _unit(text, match, clause),
        _comparator(text, match),
        bool(match["percent"]),
    )


def _comparator(text: Text, match: re.Match[str]) -> str:
    """Tell how a figure is compared; a range is reached from its lower end on, "gấp" only before "lần"."""
    if rank := _rank(text, match):
        return rank
    after = text.low[match.end() : match.end() + _BEHIND]
    said = next((code for code, _ in _COMPARATORS if match[code]), "eq")
    if match["range"] or (said == "eq" and _OR_MORE.match(after)):
        return "gte"
    if match["percent"] and _EXCEEDS.search(match.group()) and _PLAN.match(after):
        return "eq"
    if said == "eq" and _ESTIMATED.search(text.low, max(0, match.start() - _BEFORE), match.start()):
        return "approx"
    return "eq" if said == "times" and not _TIMES.match(after) else said


def _unit(text: Text, match: re.Match[str], clause: Span) -> str:
    if match["percent"] or "%" in (match["range"] or ""):
        return match["percent"] or "%"
    if match["times"]:
        return "lần"
    if _rank(text, match) and not text.low.startswith("nhóm", max(0, match.start("figure") - 5)):
        return "thứ hạng"
    if (rate := RATE.match(text.norm, match.end("figure"), clause.end)) and not match["of"]:
        return " ".join(rate["unit"].split())
    unit = _UNIT.match(text.norm, match.end(), clause.end)
    if unit is None:
        return ""
    start, end = unit.span(1)
    for word in _WHOLE.finditer(text.low, start, min(clause.end, end + _COMPOUND)):
        if word.start() >= end:
            break
        end = max(end, word.end())
    return _OR_SO.sub("", " ".join(text.norm[start:end].split()))
