"""What an official report accounts for: its sections on what was done, told from those on what is to come."""

import re
from collections.abc import Iterator

from kgbuild.mentions.patterns import PLANS
from kgbuild.model.structure import Item, Part, Zone
from kgbuild.model.text import Text

_SOME = r"\W*(?:phần (?:thứ\s+)?[^\W_]{1,4}\W+)?(?:(?:những|các|một số|về)\s+)*"
_ACCOUNTS = re.compile(
    rf"{_SOME}(?:kết quả|tình hình|đánh giá|thực trạng|tồn tại|hạn chế|khó khăn|thuận lợi|nguyên nhân|ưu điểm|"
    r"khuyết điểm|thành tựu|(?:công tác|việc)\s[^.;:]{0,80}?(?:đã|được)(?![^\W_]))"
)
_TO_COME = re.compile(
    rf"{_SOME}(?:phương hướng|nhiệm vụ|giải pháp|biện pháp|mục tiêu|chỉ tiêu|kiến nghị|đề xuất|đề nghị|dự kiến|"
    r"kế hoạch|định hướng|chương trình|tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm)(?![^\W_])"
)
_DESCRIBES = re.compile(
    rf"{_SOME}(?:đặc điểm|khái quát|vị trí|điều kiện tự nhiên|bối cảnh|giới thiệu|thông tin chung)(?![^\W_])"
)
_ASKS = re.compile(r"\W*(?:kính )?(?:đề nghị|kiến nghị|giao|yêu cầu)(?![^\W_])")
# the first part of a plan, on the years before it; "Đánh giá kết quả" may be a task
_BEFORE_A_PLAN = re.compile(
    rf"{_SOME}(?:(?:kết quả|tình hình)\s(?:đạt được|(?:tổ chức )?(?:triển khai )?(?:thực hiện|triển khai)|công tác)|"
    r"thực trạng|đánh giá (?:chung|thực trạng|tình hình)(?![^\W_]))"
)


def looks_back(text: Text, part: Part, item: Item) -> bool:
    """Tell an item of an official report that accounts for what was: the uppermost heading that says so decides."""
    if part.head.form != "bao-cao":
        return False
    for above in reversed(list(_path(part, item))):
        if _ACCOUNTS.match(text.low, above.content.start):
            return True
        if _TO_COME.match(text.low, above.content.start):
            return False
    return item.zone is not Zone.OBJECTIVE


def was_done(text: Text, part: Part, item: Item) -> bool:
    """Tell what is no duty any more: what a report accounts for but asks of nobody, and the account above a plan."""
    if looks_back(text, part, item):
        return _ASKS.match(text.low, item.content.start) is None
    top = next(reversed(list(_path(part, item))), None)
    past = top is not None and top.heading and part.head.form in PLANS
    return past and top is not None and _BEFORE_A_PLAN.match(text.low, top.content.start) is not None


def describes(text: Text, part: Part, item: Item) -> bool:
    """Tell an item below a heading that says what a place is like, not what was done there."""
    return any(_DESCRIBES.match(text.low, above.content.start) for above in _path(part, item))


def _path(part: Part, item: Item) -> Iterator[Item]:
    at = item.parent
    while at >= 0:
        yield part.items[at]
        at = part.items[at].parent
