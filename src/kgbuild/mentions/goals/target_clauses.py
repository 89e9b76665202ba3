"""The targets of a passage: one for each predicate with a figure, with what is said of it by when."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgbuild.language import UPPER
from kgbuild.mentions.goals.figures import OF_SO_MANY, RATE, Figure, read_figures
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.text import Text

_FAR = 1000  # characters between two targets of one sentence; what lies further back is not looked at again
_LONG_BETWEEN = 20  # characters: behind so many a figure is said of something else
_ALIKE = 2  # words with which two names of one sort begin
_SHORTEST = 8  # characters: a shorter piece is no clause
DEADLINE = re.compile(
    r"(?<![^\W_])(?<!tính )(?:đến|trước|vào)(?:\s+(?:hết|cuối|trước))?\s+"
    r"(?:(?:(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}|quý\s+(?:[ivx]{1,3}|[1-4]))(?:\s+năm\s+|\s*[/-]\s*)|"
    r"(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]|năm\s+|(?=20[2-9]\d(?:[,;:)]|\.?\s*$)))(?P<year>(?:19|20)\d{2})(?!\d)"
)
"""By what year something is to be reached."""
PERIOD = re.compile(
    r"(?<![^\W_])(?:giai đoạn|thời kỳ|\d{1,2} năm|từ(?=\s+năm))\s+(?:từ\s+)?(?:năm\s+)?(?:19|20)\d{2}\s*"
    r"(?:-|đến)\s*(?:năm\s+)?(?P<year>(?:19|20)\d{2})(?!\d)"
)
"""A span of years in whose last one something is to be reached."""
_LABEL = r"(?:[^\W\d_][^:;.\d]{2,40}:\s*)?"  # "Về xã hội: Đến năm 2025, …"
# a year that opens a sentence holds for all that follows: "Đến năm 2030, giảm 20%; tăng 10%. Trong đó: …"
_OPENS_DATED = re.compile(
    rf"\W*{_LABEL}(?:phấn đấu\s+)?{DEADLINE.pattern}\s*(?:[,:]|(?=(?:có|đạt|phấn đấu|ít nhất|tối thiểu)\s))"
)
# the year of a growth rate and the like: "cả năm 2025 đạt trên 8%", "thu nhập năm 2030 là 90 triệu đồng"
_YEAR_OF = re.compile(
    r"(?:(?<![^\W_])(?:cả|trong)\s+năm|^\W*(?:và\s+)?(?:riêng\s+)?năm|"
    r"(?<!với )(?<!từ )(?<!hơn )(?<![^\W_])năm(?=\s+20\d{2}\s+(?:là|đạt|còn|chiếm|phấn đấu)(?![^\W_])))\s+"
    r"(?P<year>20\d{2})(?!\d|\s*-)"
)
# what a change is measured from: "(giảm 20% so với giai đoạn 2021 - 2025)"
_COMPARED = re.compile(
    r"so với\s+(?:[^\W\d_]+\s+){0,4}?(?:giai đoạn|thời kỳ|năm)\s+(?:năm\s+)?(?:19|20)\d{2}"
    r"(?:\s*-\s*(?:năm\s+)?(?:19|20)\d{2})?"
)
_START = re.compile(r"(?<![^\W_])từ\s+(?:năm\s+)(?P<year>(?:19|20)\d{2})")
# "mỗi huyện có ít nhất 3 mô hình"; "từng bước" is none
_PER = re.compile(
    r"(?<![^\W_])(?:mỗi|từng)\s+(?P<per>quận, huyện|(?:năm|quý|tháng|tuần|ngày)(?![^\W_])|"
    r"(?!(?:bước|thời|giai|phần|lúc|khi)(?![^\W_]))[^\W\d_]+"
    r"(?:\s(?!(?:có|đạt|được|phải|giảm|tăng|trồng|xây|tổ|hình|thành lập|ít|tối|trên|dưới|từ|là|và|để|phấn)(?![^\W_]))"
    r"[^\W\d_]+)?)"
)
_YEARLY = re.compile(r"h[àằ]ng năm (?:mỗi|các)|^\W*h[àằ]ng năm|mỗi năm")
_PREDICATE = re.compile(
    r"(?<![^\W_])(?:có|được|đạt|hoàn thành|xây dựng|tăng|giảm|là|triển khai|áp dụng|sử dụng|tham gia|và)(?![^\W_])"
)
# what need not be reached: "Đối với một số ngành … có thể điều chỉnh"
_EXCEPTION = re.compile(
    r"\W*(?:đối với|trường hợp|riêng)(?![^\W_])[^;.]*?(?<![^\W_])(?:có thể|không bắt buộc)(?![^\W_])"
)
# a new year before its figure: "60% và đến năm 2030 đạt 75%"
_OWN_YEAR = re.compile(
    r"(?:,|(?<![^\W_])và)\s*"
    r"(?P<from>(?:(?:đến|trước|vào)(?:\s+(?:hết|cuối))?\s+)?năm\s+(?:19|20)\d{2})[^;.]{0,30}$"
)
# a new predicate before its figure: "ít nhất 20% số nhóm trẻ và tăng thêm ít nhất 10% số trường"
_OWN_VERB = re.compile(
    r"(?:,|(?<![^\W_])và)\s+(?P<from>(?:tăng|giảm|đạt|có|còn|nâng|thu hút|hỗ trợ|xây dựng|đào tạo|bồi dưỡng|thành lập|"
    r"hình thành|hoàn thành|phát triển|trồng|duy trì|giữ vững|chiếm|bằng)(?:\s+[^\W\d_]+){0,3})\s*$"
)

# a step of a change: "xuống dưới 15%, mỗi năm giảm 4 - 5%"
_OWN_STEP = re.compile(r",\s+(?P<from>(?:bình quân\s+)?(?:mỗi|hàng|hằng) năm\s+(?:tăng|giảm)(?:\s+thêm)?)\s*$")
# a new subject that reaches its own rate: "đạt trên 70% và các cụm công nghiệp đạt khoảng 60-70%"
_OWN_RATE = re.compile(r"(?<![^\W_])và\s+(?P<from>[^,;.\d]{4,80}?\s(?:đạt|chiếm|còn))\s*$")
# a new measure: ", lượng phát thải không quá"; what else it helps to reach: ", góp phần … giảm"
_OWN_MEASURE = re.compile(
    r"(?:,|(?<![^\W_])(?:và|với))\s+(?P<from>(?:(?:tổng|trong đó)\s+)?(?:t[ỷỉ] (?:lệ|trọng|suất|số)|lượng|diện tích|"
    r"sản lượng|giá trị|mức|độ che phủ|công suất|doanh thu|kim ngạch|quy mô|thu nhập|tổng)\s"
    r"(?:[^,;.\d]|20\d\d(?!\d)|(?<!\d)\d{1,2}(?=\s(?:tuổi|tháng|lần|thai kỳ)(?![^\W_]))){2,100}?)\s*$"
)
# ", công nghiệp tăng", ", nông thôn là": a new subject
_GROWS = re.compile(r",\s+(?P<from>[^,;.\d]{3,60}?\s(?:(?:tăng|giảm)(?: bình quân)?|là|đạt|còn|chiếm))\s*$")
# "…, nâng thu nhập bình quân lên 74 triệu đồng"
_BRINGS = re.compile(
    r"(?:,|(?<![^\W_])và)\s+(?P<from>(?:nâng|đưa|tăng|giảm|hạ|kéo giảm)\s[^,;.:%\d]{3,80}?\s"
    r"(?:lên|xuống|còn|đạt)(?:\s+(?:còn|mức|thành))?)\s*$"
)
# a share of what was said before: "đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%"
_OF_WHICH = re.compile(r",\s+(?P<from>trong đó(?![^\W_])[^;.\d]{0,120})$")
# in a report: who it was for and what it cost, "486 nhà ở với kinh phí 21,8 tỷ đồng", "64 lớp cho 1.912 lao động"
_ALONGSIDE = re.compile(
    r"(?<![^\W_])(?P<from>(?:với|cho)\s+(?:(?:tổng|số|kinh phí|vốn|đăng ký|đầu tư|trị giá|giá trị|số tiền|mức|là|trên|"
    r"hơn|khoảng|gần)\s+){0,7})$"
)
# "ban hành 27 kế hoạch và tổ chức 14 cuộc kiểm tra"
_DID_TOO = re.compile(
    r"(?<![^\W_])và\s+(?P<from>(?:đã\s+)?(?:tổ chức|mở|phát|cấp|hỗ trợ|kiểm tra|xử lý|cử|trao|tặng)"
    r"(?:\s+[^\W\d_]+){0,4}\s+)$"
)
# "Bộ A dẫn đầu với 100%, Bộ B đứng thứ hai với tỷ lệ 99,7%"
_RANKS = re.compile(r",\s+(?P<from>[^,;.\d]{3,60}?\s(?:đứng|xếp)\s[^,;.\d]{1,30}?\svới\s+(?:t[ỷỉ] lệ\s+)?)$")
_NEXT_SHARE = re.compile(r",\s*(?P<from>)$")
# and how far the plan was met, with no comma before it: "239,7 tỷ đồng đạt 51,93% kế hoạch"
_MEETS = re.compile(r"\s(?P<from>(?:đạt|bằng|vượt)\s+)$")
_PLAN = re.compile(r"\s*(?:so với\s+)?(?:kế hoạch|kh(?![^\W_])|dự toán|chỉ tiêu|cùng kỳ|nghị quyết)")
_HELPS = re.compile(r",\s+(?P<from>góp phần(?![^\W_])[^,;.]{4,120}?\s(?:tăng|giảm))\s*$")
# where a rate is reached
_AT = re.compile(r"\s*(?:ở|tại|đối với)\s")
_AT_PLACE = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}(?:ở|tại|đối với)\s[^,;.:%\d]{2,40},\s*")
_REACHES = re.compile(r"(?<![^\W_])(?:đạt|là|còn|giảm|tăng|chiếm|lên|xuống)\s*$")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a clause stands: its section, the year its heading sets, whether it tells what was reached."""

    section: str = ""
    deadline: str = ""
    reported: bool = False


def clauses_of(text: Text, span: Span) -> list[Span]:
    """Part a passage at semicolons, full stops and dots of omission outside brackets."""
    content = text.norm[span.start : span.end]
    cuts, depth = [0], 0
    for match in re.finditer(rf"[()]|;\s*|[.…]\s+(?=[{UPPER}]|\d{{1,3}}(?:/\d|\s?%))", content):
        if match.group() in "()":
            depth = max(0, depth + (1 if match.group() == "(" else -1))
        elif depth == 0:
            cuts.append(match.end())
    cuts.append(len(content))
    pieces = (text.trim(Span(span.start + a, span.start + b), " \t\n;.") for a, b in itertools.pairwise(cuts))
    return [piece for piece in pieces if len(piece) >= _SHORTEST]


def dated_clauses(text: Text, span: Span, year: str) -> Iterator[tuple[Span, str]]:
    """Part a passage, and give each clause the year that the sentences up to it open with; before them, *year*."""
    for clause in clauses_of(text, span):
        own = _OPENS_DATED.match(text.low, clause.start, clause.end)
        year = own["year"] if own else year
        yield clause, year


def read_clause(text: Text, clause: Span, setting: Setting) -> Iterator[TargetMention]:
    """Read one target for each predicate: pieces part at commas, or before "và" with a new figure."""
    if _EXCEPTION.match(text.low, clause.start, clause.end):
        return
    pieces = _pieces(text, clause, reported=setting.reported)
    ends = [*(begin for begin, _ in pieces), clause.end][1:]
    before: TargetMention | None = None
    for (begin, figure), end in zip(pieces, ends, strict=True):
        span = _without_and(text, text.trim(Span(begin, end), " \t\n,;."))
        target = _target(text, span, figure, setting)
        if before and target.comparator == "eq" and span.start == figure.start and _same_kind(before, target):
            target = replace(target, comparator=before.comparator)
        if before and before.deadline and not (target.deadline or target.start):
            target = replace(target, deadline=before.deadline)
        yield target
        before = target


def _without_and(text: Text, span: Span) -> Span:
    """Leave out the "và" that leads to the next target, or from the last one."""
    led_on = text.low.endswith(" và", span.start, span.end)
    led_in = text.low.startswith("và ", span.start, span.end)
    kept = Span(span.start + 3 if led_in else span.start, span.end - 2 if led_on else span.end)
    return text.trim(kept, " \t\n,;.")


def _of_all(figure: Figure, between: str) -> bool:
    """Tell "…, 100% trạm y tế có bác sĩ", or a bound of its own, which is always said of a subject of its own."""
    bound = figure.comparator in ("gte", "gt") and len(between) > _LONG_BETWEEN
    return figure.unit == "%" and (figure.value == 100 or bound) and between.rstrip().endswith(",")


def _of_another(text: Text, last: Figure, figure: Figure, between: str) -> bool:
    """Tell "95% chất thải rắn đô thị, 90% chất thải rắn nông thôn": shares of two things that begin alike."""
    if not (last.percent and figure.percent and between.rstrip().endswith(",")):
        return False
    first, other = between.split()[:2], text.low[figure.end : figure.end + _FAR].split()[:2]
    return first == other and len(other) == _ALIKE


def _elsewhere(text: Text, figure: Figure, between: str) -> bool:
    """Tell a rate of another place: "đạt 95% ở khu vực đô thị, 90% ở khu vực nông thôn"."""
    return figure.percent and bool(_AT_PLACE.fullmatch(between) and _AT.match(text.low, figure.end))


def _pieces(text: Text, clause: Span, *, reported: bool) -> list[tuple[int, Figure]]:
    """Find the figures that a target of its own is said of, each with where its piece of the clause begins."""
    found: list[tuple[int, Figure]] = []
    for figure in read_figures(text, clause):
        if not found:
            found.append((clause.start, figure))
            continue
        last = found[-1][1]
        from_ = max(last.end, figure.start - _FAR)
        between = text.low[from_ : figure.start]
        dated = _own_beginning(between, figure) or (_beside(text, last, figure, between) if reported else None)
        joined = between.rstrip().endswith("và")
        comma = between.rfind(",")
        if dated:
            found.append((from_ + dated.start("from"), figure))
        elif (
            joined
            or (between.rstrip().endswith(",") and text.low.startswith("vượt ", figure.start))
            or _of_all(figure, between)
            or _of_another(text, last, figure, between)
            or _elsewhere(text, figure, between)
            or (comma >= 0 and not (last.percent and not _PREDICATE.search(between[: comma + 1])))
        ):
            found.append((from_ + max(comma, between.rfind(" và ") if joined else -1) + 1, figure))
    return found


def _beside(text: Text, last: Figure, figure: Figure, between: str) -> re.Match[str] | None:
    """Find where a report begins to say what a thing cost, whom it was for, or how far its plan was met."""
    if figure.percent and not last.percent and _PLAN.match(text.low, figure.end):
        return _MEETS.search(between)
    if ranks := _RANKS.search(between):
        return ranks
    if figure.percent and last.percent:  # "26,4% trẻ nhà trẻ, 98,7% trẻ mẫu giáo"
        alike = between.split()[:1] == text.low[figure.end : figure.end + _FAR].split()[:1]
        return _NEXT_SHARE.search(between) if alike else None
    return None if figure.percent else _ALONGSIDE.search(between) or _DID_TOO.search(between)


def _own_beginning(between: str, figure: Figure) -> re.Match[str] | None:
    """Find where what is said of *figure* begins behind the figure before it, if it is said of something new."""
    starts = (_OWN_YEAR, _OWN_VERB, _OWN_STEP, _BRINGS, _HELPS, _OF_WHICH)
    if own := next((found for start in starts if (found := start.search(between))), None):
        return own
    if figure.unit in ("%", "‰") and (own := _OWN_RATE.search(between) or _GROWS.search(between)):
        return own
    measure = _OWN_MEASURE.search(between)
    return measure if measure and (figure.comparator != "eq" or _REACHES.search(measure["from"])) else None


def _target(text: Text, span: Span, figure: Figure, setting: Setting) -> TargetMention:
    low = _COMPARED.sub(lambda said: " " * len(said.group()), text.low[span.start : span.end])
    deadlines = list(DEADLINE.finditer(low))
    before = [found for found in deadlines if span.start + found.end() <= figure.start]
    deadline = next(iter([*before[-1:], *deadlines]), None) or _YEAR_OF.search(low)  # the last one said before it
    period = PERIOD.search(low) if deadline is None else None
    deadline = deadline or period
    start = _START.search(low)
    per = _PER.search(low)
    if per is None and not OF_SO_MANY.match(text.low, figure.digits.end):
        per = RATE.match(text.norm, figure.digits.end, span.end)
    return TargetMention(
        span=span,
        figure=figure.digits,
        value=figure.value,
        unit=figure.unit,
        comparator=figure.comparator,
        kind="quantitative",
        section=setting.section,
        deadline="" if setting.reported else deadline["year"] if deadline else "" if start else setting.deadline,
        start=start["year"] if start else "",
        per=" ".join(per["per"].split()) if per else "",
        recurrence="hang-nam" if _YEARLY.search(low) else "",
        reported=setting.reported,
    )


def _same_kind(one: TargetMention, other: TargetMention) -> bool:
    """Tell figures that one comparator governs: "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ"."""
    return "%" not in (one.unit, other.unit) and one.unit.split()[:2] == other.unit.split()[:2] != []
