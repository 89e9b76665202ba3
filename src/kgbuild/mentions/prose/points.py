"""Points of lists: those of articles that tell whoever they name, and those that only list what a duty is about."""

import re
from collections.abc import Mapping, Sequence

from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.mentions.prose.lead_ins import Owner, leads_in
from kgbuild.model import Span
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text

# what an article tells a body at the point that names it: "Chủ trì …", "Căn cứ chức năng …, phối hợp với …"
_PLAYS = re.compile(
    r"\W*(?:căn cứ (?:chức năng|nhiệm vụ)|(?!(?:có(?! trách nhiệm)|là|được|để|khi|tại|trong|theo(?! dõi)|"
    rf"quyết định|cụ thể)(?![^\W_])){OPENS_DUTY.pattern})"
)
# articles on what a body may do, or on how things are done, give nobody work
_NO_WORK = re.compile(
    r"\W*(?:thẩm quyền|quyền|đối tượng|phạm vi|giải thích|nguyên tắc|hồ sơ|trình tự|thủ tục|cơ cấu|hình thức|"
    r"thành phần)(?![^\W_])"
)
_NAMED = re.compile(r"(?P<name>[^.;:]{3,160}):\s+(?=\S)")


def told_parts(text: Text, items: Sequence[Item]) -> set[int]:
    """Find the points of articles that tell whoever they name what to do, by index.

    "1. Sở Tư pháp" above "Chủ trì …" or "a) Hướng dẫn …", "2. Sở Tài chính: Bố trí …"; beside two of them one that
    tells it in a sentence.
    """
    found: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        if item.zone is not Zone.ARTICLE or item.mark not in (Mark.NUMBER, Mark.LETTER) or item.parent < 0:
            continue
        if _NO_WORK.match(text.low, items[item.parent].content.start):
            continue
        named = _NAMED.match(text.low, item.content.start, item.content.end)
        below = items[index + 1] if index + 1 < len(items) and items[index + 1].parent == index else None
        said = below.content if below else Span(named.end(), item.content.end) if named else None
        heads = below is None or not re.search(r"[.;](?=\s)", text.norm[item.content.start : item.content.end])
        if said and heads and _PLAYS.match(text.low, said.start, said.end) and text.norm[said.start].isupper():
            found.setdefault(item.parent, []).append(index)
    several = {parent for parent, told in found.items() if len(told) > 1}
    beside = (i for i, item in enumerate(items) if item.parent in several and item.mark is Mark.NUMBER)
    return {index for told in found.values() for index in told} | set(beside)


# "Chủ trì triển khai các nhiệm vụ tại các dự án, bao gồm:", "Cập nhật dữ liệu vào cơ sở dữ liệu đối với:": the duty
# stands there, and what it is about below it
_LISTS_WORK = re.compile(
    rf"\W*(?:(?:có|chịu) trách nhiệm\s+)?(?!(?:có|là|được|gồm|bao gồm|cụ thể)(?![^\W_])){OPENS_DUTY.pattern}"
    r"[^:]{8,400}\s(?:đối với|(?:bao )?gồm(?: có)?|quyết định|phê duyệt|ban hành|thông qua)\s*:\W*"
)
# "… rà soát, thống kê, báo cáo về một số nội dung sau:" above "Số hộ dân có nhà bị sập"
_REPORTS_ON = re.compile(
    r"[^:]{0,400}(?<![^\W_])(?:báo cáo|thống kê|rà soát|tổng hợp|cung cấp|đánh giá|làm rõ)[^:]{0,160}\s"
    r"(?:nội dung|vấn đề|thông tin|số liệu)(?: (?:cụ thể|chính|chủ yếu|như sau|sau đây|sau))*\s*:\W*"
)
# "- Dự án 1: Phòng ngừa …", "- Tiểu dự án 2 (Dự án 7): …": works that have a number of their own
_NUMBERED_WORK = re.compile(
    r"\W*(?:tiểu\s+dự án|dự án|đề án|hợp phần|tiểu hợp phần)\s+(?:số\s+)?(?:\d{1,2}|[ivx]{1,4})(?:\s+\([^()]*\))?\s*:"
)
# the things in such a list, though their first word may be that of a duty: "Dự án 1: Phòng ngừa …", "Báo cáo giá …"
_THING = re.compile(
    r"\W*(?:(?:(?:tiểu\s+)?(?:dự án|đề án|hợp phần|chương trình|mô hình|nội dung|nhiệm vụ|hoạt động)|nhóm)\s+(?:số\s+)?"
    r"(?:\d{1,2}|[ivx]{1,4})(?![^\W_])|"
    r"(?:báo cáo|thông báo|quyết định|kế hoạch)\s+(?!về(?![^\W_]))[^.;:]{3,80}\s(?:của|theo)(?![^\W_]))"
)


def objects_below(text: Text, items: Sequence[Item], owners: Mapping[int, Owner]) -> set[int]:
    """Find the points, by index, that only list what the duty above them is about: "… đối với:", "- Giá đất;"."""
    below: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        if item.mark is not Mark.NONE and item.parent >= 0:
            below.setdefault(item.parent, []).append(index)
    found: set[int] = set()
    for above, points in below.items():
        start, end = owners[above].end if above in owners else items[above].content.start, items[above].content.end
        works = all(_NUMBERED_WORK.match(text.low, items[at].content.start, items[at].content.end) for at in points)
        told = works and leads_in(text, items[above]) and OPENS_DUTY.match(text.low[start:end].lstrip(" ,:"))
        reports = _REPORTS_ON.fullmatch(text.low, start, end)
        if not (told or reports or _LISTS_WORK.fullmatch(text.low, start, end)):
            continue
        things = [at for at in points if at not in owners and _is_thing(text, items[at])]
        if 2 * len(things) > len(points):
            found.update(things)
    return found


def _is_thing(text: Text, item: Item) -> bool:
    content = item.content
    acts = OPENS_DUTY.match(text.low, content.start, content.end)
    return not acts or bool(_THING.match(text.low, content.start, content.end))
