"""Targets and reported results: a comparator, a figure, what it counts, by when (registry of language, §5)."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from kgbuild.language import FIGURE, SCALE, UPPER, figure_value
from kgbuild.mentions.owners import leads_in
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_COMPARATORS: tuple[tuple[str, str], ...] = (
    ("gte", r"ít nhất|tối thiểu|không (?:dưới|ít hơn|thấp hơn)|từ|>=|≥"),
    ("gt", r"trên|hơn|vượt|quá|>"),
    ("lte", r"không (?:quá|vượt quá)|tối đa|chậm nhất|<=|≤"),
    ("lt", r"dưới|<"),
    ("approx", r"khoảng|gần|xấp xỉ|ước"),
    ("times", r"gấp"),
    ("eq", r"đạt|bằng|là"),
)
_FAR = 1000  # characters between two targets of one sentence; what lies further back is not looked at again
_NEAR = 60  # characters before a figure that can say what it is
_COMPARE = "|".join(f"(?P<{code}>(?<![^\\W_])(?:{words}))" for code, words in reversed(_COMPARATORS) if code != "eq")
_FIGURE = re.compile(
    rf"(?:(?:{_COMPARE})\s*(?:(?:vào|đến)\s+(?:hết\s+)?năm\s+\d{{4}}\s+)?(?:đạt\s+)?)?(?<![\w.,/\-:(])"
    rf"{FIGURE}{SCALE}(?:/10{{0,2}}(?:\.000)+(?!\d)|(?![\w/]))\s*(?P<percent>%)?"
    r"(?P<range>\s*-\s*\d+(?:,\d+)?\s*%?)?",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"(?:(?<!mỗi )(?<!hàng )năm|giai đoạn|thời kỳ|điều|khoản|quý|tháng|ngày|lần thứ|khóa|số|cấp độ|"
    r"mức độ|phụ lục|biểu|mục|chương|quyết định|nghị quyết|đề án|iso|tcvn|từ năm|đến năm|hết năm|tuổi|"
    r"thông tư|trung ương|hội nghị|bộ chỉ số|thứ)\s*(?:số\s*)?:?\s*$"
)
_AFTER_NOT_UNIT = re.compile(
    r"\s*(?:tuổi|cấp(?![^\W_])|/\d|[.)]\s|năm (?:tới|qua|trước|tiếp)|lĩnh vực trọng|nội dung|phương hướng|nhóm|"
    r"nhiệm vụ|giải pháp|khâu|trụ cột|mục tiêu|chỉ tiêu|bước|đồng chí|tập thể|cá nhân)"
)
_UNIT = re.compile(
    r"\s*((?:[^\W\d_]|/)+(?:\s+(?!(?:và|được|có|là|trong|trên|tại|để|cho|với|từ|của|đạt|theo|đến|vào|"
    r"phục|nhằm|bao|các)\b)[^\W\d_]+){0,3})"
)
# words of several syllables that a unit takes whole or not at all
_WHOLE = re.compile(
    r"(?<![^\W_])(?:(?:doanh nghiệp |tổ chức |nhiệm vụ )?khoa học(?: và|,) công nghệ(?: và đổi mới sáng tạo)?|"
    r"doanh nghiệp(?: (?:siêu nhỏ, )?nhỏ và vừa)?|"
    r"công nghệ (?:thông tin|cao|số|sinh học)|sở hữu (?:trí tuệ|công nghiệp)|đổi mới sáng tạo|"
    r"trí tuệ nhân tạo|giáo dục và đào tạo|khởi nghiệp sáng tạo|sản phẩm|dịch vụ|đề tài|dự án|hợp tác xã)(?![^\W_])"
)
_DEADLINE = re.compile(r"(?<![^\W_])(?:đến|trước|vào)(?:\s+(?:hết|cuối|trước))?\s+năm\s+(?P<year>(?:19|20)\d{2})")
_PERIOD = re.compile(
    r"(?<![^\W_])(?:giai đoạn|thời kỳ)\s+(?:từ\s+)?(?:năm\s+)?(?:19|20)\d{2}\s*(?:-|đến)\s*(?:năm\s+)?"
    r"(?P<year>(?:19|20)\d{2})"
)
_OUTLOOK = re.compile(r"tầm nhìn|định hướng")
_START = re.compile(r"(?<![^\W_])từ\s+(?:năm\s+)(?P<year>(?:19|20)\d{2})")
_SITUATION = re.compile(r"^\W*(?:hiện nay|đến nay|tính đến|trong đó|hiện tại|năm \d{4},? (?:đã|toàn))")
_PER = re.compile(r"(?<![^\W_])(?:mỗi|từng)\s+((?:quận, huyện|[^\W\d_]+(?:\s[^\W\d_]+)?))")
_PREDICATE = re.compile(
    r"(?<![^\W_])(?:có|được|đạt|hoàn thành|xây dựng|tăng|giảm|là|triển khai|áp dụng|sử dụng|tham gia|và)(?![^\W_])"
)
_CHANGES = re.compile(r"(?<![^\W_])(?:xuống|lên|còn)(?:\s+(?:còn|đến|tới|dưới|trên))?\s*$")
# what need not be reached: "Đối với một số ngành … có thể điều chỉnh"
_EXCEPTION = re.compile(
    r"\W*(?:đối với|trường hợp|riêng)(?![^\W_])[^;.]*?(?<![^\W_])(?:có thể|không bắt buộc)(?![^\W_])"
)
# a limit of time is no target: "trong 24 giờ đầu"
_WITHIN = re.compile(r"(?<![^\W_])(?:trong|sau|trước|qua)(?:\s+(?:vòng|khoảng))?\s*$")
_TIME = re.compile(r"\s*(?:giờ|phút|ngày|tuần|tháng|năm)(?![^\W_])")
# a new year before its figure: "60% và đến năm 2030 đạt 75%"
_OWN_YEAR = re.compile(
    r"(?:,|(?<![^\W_])và)\s*(?P<from>(?:đến|trước|vào)(?:\s+(?:hết|cuối))?\s+năm\s+(?:19|20)\d{2})[^;.]{0,30}$"
)
_GOALS = re.compile(r"mục tiêu|chỉ tiêu|phấn đấu")
# a sentence that announces what is to be reached, not what was reached or is measured by
_ANNOUNCES = re.compile(
    r"(?<!kết quả )(?<![^\W_])(?:các |những )(?:chỉ tiêu|mục tiêu)"
    r"(?: (?:cụ thể|chủ yếu|chính|sau|như sau|sau đây|phấn đấu))*\s*:\s*$"
)
_ASPIRES = re.compile(r"phấn đấu")


def read_targets(text: Text, part: Part, cited: Sequence[Span] = ()) -> Iterator[TargetMention]:
    """Read the targets among the goals; in a report, what it says was reached, and what is aspired to.

    Figures inside *cited*, the places that name other documents, count nothing.
    """
    places = sorted(cited, key=lambda place: place.start)
    starts = [place.start for place in places]
    ends = list(itertools.accumulate((place.end for place in places), max))
    for target in _read(text, part):
        at = bisect_right(starts, target.figure.start) - 1 if target.figure else -1
        if at < 0 or target.figure is None or ends[at] < target.figure.end:
            yield target


def _read(text: Text, part: Part) -> Iterator[TargetMention]:
    goals = {i for i, item in enumerate(part.items) if _in_goals(text, part, item)}
    announced = set(_announced(text, part))
    for index, item in enumerate(part.items):
        if part.kind == "news":
            yield from _reported(text, item)
        elif index in announced:
            yield from _goals(text, part, item)
        elif goals and index not in goals:
            continue
        elif (
            item.zone is Zone.OBJECTIVE
            and not item.heading
            and not _SITUATION.match(text.low[item.content.start : item.content.end])
        ):
            yield from _goals(text, part, item)


def _in_goals(text: Text, part: Part, item: Item) -> bool:
    """Tell an item below a heading that speaks of goals; purposes and requirements only repeat them."""
    at = item.parent
    while at >= 0:
        above = part.items[at]
        if item.zone is Zone.OBJECTIVE and _GOALS.search(text.low, above.content.start, above.content.end):
            return True
        at = above.parent
    return False


def _announced(text: Text, part: Part) -> Iterator[int]:
    """Find the items of a list that a sentence outside the goals announces: "… các chỉ tiêu cụ thể như sau:"."""
    parent: int | None = None
    for index, item in enumerate(part.items):
        if item.zone in (Zone.OBJECTIVE, Zone.SITUATION) or item.heading:
            parent = None
        elif _ANNOUNCES.search(text.low, item.content.start, item.content.end):
            parent = item.parent
        elif parent is not None and item.mark is not Mark.NONE and item.parent == parent:
            yield index
        else:
            parent = None


def _goals(text: Text, part: Part, item: Item) -> Iterator[TargetMention]:
    inherited = _heading_deadline(text, part, item)
    for clause in _clauses(text, item.content):
        yield from _in_clause(text, clause, item.path, inherited, False)


def _heading_deadline(text: Text, part: Part, item: Item) -> str:
    """Take the year of the heading or lead-in above: "Mục tiêu đến năm 2030", "Đến hết năm 2030, phấn đấu:"."""
    beside = [
        i for i in part.items if i.parent == item.parent and i.mark is Mark.NONE and i.span.end <= item.span.start
    ]
    if item.mark is Mark.DASH and beside and leads_in(text, beside[-1]):
        return _last_year(text, beside[-1].content) or _year_above(text, part, item)
    return _year_above(text, part, item)


def _year_above(text: Text, part: Part, item: Item) -> str:
    at = item.parent
    while at >= 0:
        above = part.items[at]
        if (above.heading or leads_in(text, above)) and (year := _last_year(text, above.content)):
            return year
        at = above.parent
    return ""


def _last_year(text: Text, span: Span) -> str:
    """Take the year by which something is to be reached; the outlook beyond it is none."""
    low = text.low[span.start : span.end]
    outlook = _OUTLOOK.search(low)
    dated = low[: outlook.start()] if outlook and outlook.start() else low
    match = _DEADLINE.search(dated) or _PERIOD.search(dated)
    return match["year"] if match else ""


def _clauses(text: Text, span: Span) -> list[Span]:
    content = text.norm[span.start : span.end]
    cuts, depth = [0], 0
    for match in re.finditer(rf"[()]|;\s*|\.\s+(?=[{UPPER}])", content):
        if match.group() in "()":
            depth = max(0, depth + (1 if match.group() == "(" else -1))
        elif depth == 0:
            cuts.append(match.end())
    cuts.append(len(content))
    pieces = (text.trim(Span(span.start + a, span.start + b), " \t\n;.") for a, b in itertools.pairwise(cuts))
    return [piece for piece in pieces if len(piece) >= 8]


def _in_clause(text: Text, clause: Span, section: str, inherited: str, reported: bool) -> Iterator[TargetMention]:
    """Read one target per predicate: pieces part at commas, or before "và" with a new figure."""
    if _EXCEPTION.match(text.low, clause.start, clause.end):
        return
    figures = [f for f in _outside_brackets(text, clause) if _counts(text, f, clause)]
    figures = [f for f, after in zip_longest(figures, figures[1:]) if not _left_behind(text, f, after)]
    starts: list[tuple[int, re.Match[str]]] = []
    for figure in figures:
        last = max(starts[-1][1].end() if starts else clause.start, figure.start() - _FAR)
        between = text.low[last : figure.start()]
        dated = _OWN_YEAR.search(between)
        if starts and not dated and not re.search(r",|\bvà\s*$", between):
            continue
        joined = between.rstrip().endswith("và") or dated is not None
        if (
            starts
            and not joined
            and starts[-1][1]["percent"]
            and not _PREDICATE.search(between[: between.rfind(",") + 1])
        ):
            continue
        cut = max(between.rfind(","), between.rfind(" và ") if between.rstrip().endswith("và") else -1)
        if dated and starts:
            cut = dated.start("from") - 1
        begin = last + cut + 1 if starts else clause.start
        starts.append((begin, figure))
    before: TargetMention | None = None
    for at, (begin, figure) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else clause.end
        span = text.trim(Span(begin, end), " \t\n,;.")
        target = _target(text, span, figure, section, inherited, reported, clause)
        if before and target.comparator == "eq" and span.start == figure.start() and _same_kind(before, target):
            target = replace(target, comparator=before.comparator)
        yield target
        before = target


def _left_behind(text: Text, figure: re.Match[str], after: re.Match[str] | None) -> bool:
    """Tell the state a change starts from: "giảm từ 23 ca xuống 18 ca"."""
    starts = text.low.startswith("từ", figure.start()) or text.low.startswith("từ ", max(0, figure.start() - 3))
    return starts and after is not None and bool(_CHANGES.search(text.low[figure.end() : after.start()]))


def _same_kind(one: TargetMention, other: TargetMention) -> bool:
    """Tell figures that one comparator governs: "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ"."""
    return "%" not in (one.unit, other.unit) and one.unit.split()[:2] == other.unit.split()[:2] != []


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
    after = text.low[match.end() : match.end() + 24]
    if match["percent"] or "%" in (match["range"] or ""):
        return True
    if _WITHIN.search(before) and _TIME.match(after):
        return False
    if re.fullmatch(r"(?:19|20)\d{2}", figure) or _NOT_COUNTED.search(before) or _AFTER_NOT_UNIT.match(after):
        return False
    return bool(_UNIT.match(text.low, match.end(), clause.end)) or bool(match["times"])


def _target(
    text: Text, span: Span, match: re.Match[str], section: str, inherited: str, reported: bool, clause: Span
) -> TargetMention:
    comparator = next((code for code, _ in _COMPARATORS if code != "eq" and match[code]), "eq")
    after = text.low[match.end() : match.end() + 40]
    if re.match(r"[^,;.]{0,25}trở lên", after) and comparator == "eq":
        comparator = "gte"
    if match["range"]:
        comparator = "gte"
    low = text.low[span.start : span.end]
    if comparator == "times" and "lần" not in after[:6]:
        comparator = "eq"
    deadline = _DEADLINE.search(low)
    start = _START.search(low)
    per = _PER.search(low)
    return TargetMention(
        span=span,
        figure=Span(match.start("figure"), match.end("percent") if match["percent"] else match.end("figure")),
        value=figure_value(match["figure"], match["scale"]),
        unit=_unit(text, match, clause),
        comparator=comparator,
        kind="quantitative",
        section=section,
        deadline=deadline["year"] if deadline else inherited if not start else "",
        start=start["year"] if start else "",
        per=" ".join(per[1].split()) if per else "",
        recurrence="hang-nam" if re.search(r"h[àằ]ng năm (?:mỗi|các)|^\W*h[àằ]ng năm|mỗi năm", low) else "",
        reported=reported,
    )


def _unit(text: Text, match: re.Match[str], clause: Span) -> str:
    if match["percent"] or "%" in (match["range"] or ""):
        return "%"
    if match["times"]:
        return "lần"
    unit = _UNIT.match(text.norm, match.end(), clause.end)
    if unit is None:
        return ""
    start, end = unit.span(1)
    for word in _WHOLE.finditer(text.low, start, min(clause.end, end + _NEAR)):
        if word.start() >= end:
            break
        end = max(end, word.end())
    return " ".join(text.norm[start:end].split())


def _reported(text: Text, item: Item) -> Iterator[TargetMention]:
    """Read what a report says was done ("đã phát triển được 154 doanh nghiệp") and what is striven for."""
    whole = text.low[item.span.start : item.span.end]
    achieved = bool(re.search(r"kết quả|đạt được|thành tích", whole)) and bool(
        re.search(r"(?<![^\W_])đã(?![^\W_])", whole)
    )
    for clause in _clauses(text, item.span):
        low = text.low[clause.start : clause.end]
        if _ASPIRES.search(low) and re.search(r"\d", low):
            yield from _in_clause(text, clause, "", "", False)
        elif achieved and re.search(r"đã [^;.]{0,40}?(?:được|đạt)\s+\d|\d\s*%[^;.]{0,120}được", low):
            yield from _in_clause(text, clause, "", "", True)
