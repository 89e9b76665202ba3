"""Milestones: reviews (sơ kết, tổng kết) that a document orders, with the time it gives them."""

import re
from collections.abc import Iterator

from kgbuild.mentions.schedules import read_schedule, recurrence_of
from kgbuild.model import Span
from kgbuild.model.structure import Item, Part, Zone
from kgbuild.model.text import Text
from kgbuild.model.things import MilestoneMention

_REVIEW = re.compile(r"(?<![^\W_])(?P<kind>sơ|tổng) kết(?![^\W_])")
# what was reviewed already, and what only bears the word in its name
_NOT_ORDERED = re.compile(
    r"(?:báo cáo|kết quả|sau khi|sau|qua|hội nghị|tại|kết luận|công tác|đã|từ|đợt|được|trên cơ sở|thông qua)\s+$"
)
_NO_REVIEW = re.compile(r"\s+(?:thực tiễn|lý luận|kinh nghiệm|số liệu|dư nợ|tài sản)")
_ZONES = (Zone.MEASURE, Zone.ORGANISATION, Zone.ARTICLE, Zone.OTHER, Zone.FUNDING)
_YEAR = r"20\d{2}"
_TIME = re.compile(
    rf"""(?<![^\W_])(?:(?:vào|trong|trước)\s+)?(?:(?:dịp|cuối|đầu|giữa)\s+)?(?:
        ngày\s+\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}
      | (?:quý\s+(?:[ivx]{{1,3}}|[1-4])|tháng\s+\d{{1,2}})\s*(?:/|-|,?\s*năm\s+){_YEAR}
      | năm\s+{_YEAR}
      | h[àằ]ng\s+(?:năm|quý|tháng)
      | định\s+kỳ(?:\s+(?:h[àằ]ng\s+)?(?:\d\s+)?(?:năm|quý|tháng))?
      | giữa\s+(?:kỳ|nhiệm\s+kỳ|giai\s+đoạn)
      | cuối\s+(?:kỳ|nhiệm\s+kỳ|giai\s+đoạn|năm)
      | (?:\d{{1,2}}|hai|ba|năm|mười)\s+năm(?:\s+(?:đầu|một\s+lần))?
      | 0?6\s+tháng(?:\s+(?:đầu\s+năm|một\s+lần))?
    )(?![^\W_])""",
    re.VERBOSE,
)
# a time that another action has: "sơ kết, tổng kết và định kỳ báo cáo"; the span of what is reviewed
_OTHER_TIME = re.compile(r"(?<![^\W_])(?:báo cáo|và|giai đoạn|nhiệm kỳ|từ|đến|trình|gửi|khen thưởng)(?![^\W_])[^,]*$")
# the day of a document that is named: "tổng kết việc thực hiện Chỉ thị số 32/CT-TTg ngày 21/10/2025"
_OF_DOCUMENT = re.compile(
    r"(?<![^\W_])(?:luật|nghị định|nghị quyết|quyết định|chỉ thị|kết luận|thông tư|kế hoạch|chương trình|đề án|"
    r"công văn|thông báo)(?![^\W_])[^,;]*$"
)
_CLAUSE_END = re.compile(r"[.;](?=\s|$)|\n\s*\n")
_REACH = 90


def read_milestones(text: Text, part: Part) -> Iterator[MilestoneMention]:
    """Read the reviews that a document orders and for which it says when; "sơ kết, tổng kết" share their time."""
    if part.kind == "news":
        return
    for item in part.items:
        if item.zone in _ZONES and not item.heading:
            yield from _of_item(text, item)


def _of_item(text: Text, item: Item) -> Iterator[MilestoneMention]:
    cues = [
        match
        for match in _REVIEW.finditer(text.low, item.content.start, item.content.end)
        if not _NO_REVIEW.match(text.low, match.end(), item.content.end)
    ]
    for at, cue in enumerate(cues):
        before = text.low[max(item.content.start, cue.start() - 40) : cue.start()]
        if _NOT_ORDERED.search(before) and not _joined(text, cues, at):
            continue
        time = _time(text, item, cues, at)
        if time is not None:
            yield _milestone(text, item, cue, time)


def _joined(text: Text, cues: list[re.Match[str]], at: int) -> bool:
    """Tell a review named right behind another: "sơ kết, tổng kết", "sơ kết và tổng kết"."""
    return at > 0 and bool(re.fullmatch(r"\s*(?:,|và|hoặc|/)\s*", text.low[cues[at - 1].end() : cues[at].start()]))


def _time(text: Text, item: Item, cues: list[re.Match[str]], at: int) -> Span | None:
    """Find when a review is held: the first time said behind it in its clause, before the next review."""
    if at + 2 < len(cues) and _joined(text, cues, at + 1) and _joined(text, cues, at + 2):
        return None  # the same word over and over says nothing
    if at + 1 < len(cues) and _joined(text, cues, at + 1):
        at += 1
    end = min(item.content.end, cues[at].end() + _REACH)
    stop = _CLAUSE_END.search(text.norm, cues[at].end(), end)
    end = stop.start() if stop else end
    if at + 1 < len(cues):
        end = min(end, cues[at + 1].start())
    match = _TIME.search(text.low, cues[at].end(), end)
    before = text.low[cues[at].end() : match.start()] if match else ""
    if match is not None and _OTHER_TIME.search(before):
        return None
    if match is not None and match.group().startswith("ngày") and _OF_DOCUMENT.search(before):
        return None
    if match is None or re.match(
        r"\s+(?:thực hiện|triển khai|thi hành)?\s*giai đoạn", text.low[match.end() : match.end() + 30]
    ):
        return None
    return Span(match.start(), match.end())


def _milestone(text: Text, item: Item, cue: re.Match[str], time: Span) -> MilestoneMention:
    low = text.low[time.start : time.end]
    said = read_schedule(text, time) if re.search(_YEAR, low) else None
    return MilestoneMention(
        "so-ket" if cue["kind"] == "sơ" else "tong-ket",
        Span(cue.start(), time.end),
        time,
        end_year=said.end_year if said else "",
        start_year=said.start_year if said else "",
        end_date=said.end_date if said else "",
        recurrence=recurrence_of(low),
        section=item.path,
    )
