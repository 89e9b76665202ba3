"""What an official report accounts for: its sections on what was done say results without a verb of reaching too."""

import re
from collections.abc import Iterator

from kgbuild.mentions.goals.figures import OF_SO_MANY
from kgbuild.mentions.goals.results import MADE, MADE_FIRST, MAKES, MEASURED, MORE, PLANNED, REACHED, words_before
from kgbuild.mentions.goals.target_clauses import Setting, clauses_of, read_clause
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

_AIMS = re.compile(r"(?<![^\W_])(?:phấn đấu|mục tiêu|sẽ|dự kiến|dự báo|đặt ra|đề ra|cần)(?![^\W_])")
# how it changed says that it was counted: "Diện tích nuôi tôm 49.670 ha, vượt 1,4% kế hoạch"
_COUNTED = re.compile(rf"[^,;.:%\d]{{0,60}},\s+(?:tăng|giảm|đạt|bằng|vượt)\s+{MORE}\d")
_LABEL = re.compile(r"^\W*[^\W\d_][^:;.\d]{2,40}:\s+")
_DOES = (
    rf"(?:{MAKES}|tổ chức|mở|phát|phát hành|kiểm tra|thanh tra|xử lý|xử phạt|phát hiện|nhắc nhở|rà soát|cử|khám|"
    r"tuyên truyền|biên soạn|bồi dưỡng|tập huấn|tặng|trao|trợ cấp|cho vay|thẩm định|nghiệm thu|hòa giải|xét xử|thu hồi|"
    r"gieo cấy|khởi công|khánh thành|lắp đặt)"
)
_DID = re.compile(rf"(?<![^\W_]){_DOES}(?:,\s+{_DOES})*(?:\s+(?!năm|từ|theo|tại)[^\W\d_]+){{0,5}}\s+(?:tại\s+)?{MORE}$")
_GOT = re.compile(
    rf"(?<![^\W_])(?:được|phủ|phủ sóng(?:\s\w+)? tới|mới đạt|chỉ đạt|thiếu|gấp|(?:quá|trước|đúng|trễ) hạn|"
    rf"(?:tăng|giảm)(?: trưởng)? bình quân(?: (?:mỗi|hằng|hàng) năm)?)\s+{MORE}$"
)
# what there is now: "Toàn tỉnh có", "cả nước có", "trong đó có", "Còn"
_HAS = re.compile(
    r"(?:^\W*|(?<![^\W_])(?:toàn (?:tỉnh|huyện|thành phố|thị xã|quận|xã|ngành|quốc|đảng bộ)|cả nước|hiện(?: nay)?|"
    rf"đến nay|trong đó|tỉnh|huyện)[\s,]+(?:đã\s+)?)(?:có|còn)\s+{MORE}$"
)
_IS = re.compile(
    r"^\W*(?:tổng|t[ỷỉ] (?:lệ|trọng|suất)|số|thu nhập|giá trị|sản lượng|diện tích|năng suất|doanh thu|"
    rf"kim ngạch)(?![^\W_])[^,;.:]{{0,100}}\slà\s+{MORE}$"
)
_WITH = re.compile(r"(?:(?:với|cho|trong đó|qua đó)\s|$)")  # or a bare figure: "344 trường, 5.214 lớp"
# a count said first, with what is said of it: "178 trường đạt chuẩn quốc gia"
_SAYS = re.compile(r"[^,;.:\d]{2,40}?\s(?:đạt|được|chưa|hoàn thành|tham gia|sử dụng|áp dụng|không)(?![^\W_])")
# what was exceeded or fallen short of, and programmes, are no aims of their own: "vượt 6,5% so với mục tiêu"
_MET = re.compile(
    r"(?:so với|vượt|(?<![^\W_])đạt|bằng)(?: và vượt)?\s+(?:\d[\d.,]*\s*%\s+)?(?:so với\s+)?(?:các\s+)?"
    r"(?:mục tiêu|chỉ tiêu|kế hoạch|yêu cầu|nghị quyết)[^,;.(]*|chương trình mục tiêu|\([^()]*\)"
)
_SHARE_FIRST = re.compile(rf"^\W*(?:có\s+)?{MORE}$")


def read_accounted(text: Text, item: Item, *, descriptive: bool = False) -> Iterator[TargetMention]:
    """Read what an item of an official report says was reached; what there is counts but where a place is described."""
    if item.heading:
        return
    for clause in clauses_of(text, item.content):
        if _AIMS.search(_MET.sub(" ", text.low[clause.start : clause.end])):
            continue
        kept = False
        for target in read_clause(text, clause, Setting(item.path, reported=True)):
            at = target.figure.start if target.figure else clause.end
            before = words_before(text, clause, target, at)
            own = text.low[target.span.start : at]
            goes_on = kept and not descriptive and _WITH.match(own) is not None
            kept = goes_on or _accounts_for(text, target, before, own)
            kept = kept or (not descriptive and (_HAS.search(before) is not None or _IS.match(own) is not None))
            if kept:
                yield target


def _accounts_for(text: Text, target: TargetMention, before: str, own: str) -> bool:
    """Tell a figure of an account that was reached, by the words before it or by how it changed."""
    if any(cue.search(before) for cue in (REACHED, MADE, _GOT)) or MADE_FIRST.match(own):
        return True
    end = target.figure.end if target.figure else target.span.end
    first = _SHARE_FIRST.match(own) is not None
    if first and (target.unit == "%" or OF_SO_MANY.match(text.low, end) or _SAYS.match(text.low, end)):
        return True
    if PLANNED.search(own):
        return False
    changed = target.unit != "%" and bool(own.strip()) and _COUNTED.match(text.low, end)
    return bool(changed or MEASURED.match(_LABEL.sub("", before)) or _DID.search(before))
