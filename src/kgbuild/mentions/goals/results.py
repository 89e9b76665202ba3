"""What a report says was reached: figures with a verb of reaching, or with a plan or an earlier time beside them."""

import re
from collections.abc import Iterator

from kgbuild.mentions.goals.target_clauses import Setting, clauses_of, read_clause
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

_MORE = r"(?:(?:được|trên|hơn|khoảng|gần|thêm|mức|tới|thực tế)\s+){0,2}"
# a paragraph that tells results, and a figure in it that was reached
_TELLS = re.compile(r"kết quả|đạt được|thành tích|so với cùng kỳ|so cùng kỳ|đạt và vượt")
_DONE = re.compile(r"(?<![^\W_])(?:đã|ước)(?![^\W_])")
# "nhiều chỉ tiêu tăng trưởng cao so với năm 2023", "10/10 chỉ tiêu đạt và vượt": the figures behind it were reached
_SURPASSED = re.compile(
    r"(?<![^\W_])(?:nhiều|hầu hết|phần lớn|\d{1,2}/\d{1,2})\s+(?:các\s+)?chỉ tiêu(?![^\W_])[^.;:\d]{0,80}?\s"
    r"(?:tăng trưởng (?:cao|khá)|(?:đều )?(?:đạt|vượt)(?:,| và)? (?:và )?(?:đạt|vượt)|đều (?:đạt|vượt))(?![^\W_])"
)
_STILL_TO_REACH = re.compile(r"(?<![^\W_])(?:phấn đấu|quyết tâm)(?![^\W_])")
# a figure beside what was planned, or was before
_COMPARES = re.compile(
    rf"(?<![^\W_])(?:đạt|vượt|bằng|tăng|giảm)\s+{_MORE}\d[\d.,]*\s*%\s*(?:"
    r"(?:so với\s+|so\s+)?(?:kế hoạch|kh(?![^\W_])|dự toán|chỉ tiêu|cùng kỳ|năm trước)|"
    r"so với (?:(?:cuối )?năm|nghị quyết))|"
    rf"(?<![^\W_])ước (?:đạt|tăng|thực hiện)?\s*{_MORE}\d"
)
_OBTAINED = re.compile(r"đã [^;.]{0,40}?(?:được|đạt)\s+\d|\d\s*%[^;.]{0,120}được")
_REACHED = re.compile(
    r"(?<![^\W_])(?:đạt|vượt|chiếm|thực hiện|tăng|tăng trưởng|giảm|còn|bằng|ước|đã có|trồng được|"
    rf"huy động|huy động được|lên|thu hút|hoàn thành)\s+{_MORE}$"
)
_PLANNED = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|kế hoạch|mục tiêu|chỉ tiêu|dự toán|phấn đấu)\s[^,;:\d]*$")
_AIMS = re.compile(r"(?<![^\W_])(?:phấn đấu|mục tiêu|sẽ|dự kiến|dự báo|đặt ra|đề ra|cần)(?![^\W_])")
# work that leaves a count of what was made
_MAKES = (
    r"(?:cấp|kết nạp|phát triển|trồng|gieo trồng|xây dựng|xây mới|sửa chữa|giải quyết việc làm|tạo việc làm|đào tạo|"
    r"thành lập|hỗ trợ|thu hút|huy động|giải ngân|thu hoạch|công nhận|tiếp nhận|giải quyết|đón|chuyển đổi|vận động)"
)
_MADE = re.compile(rf"(?<![^\W_])đã\s+{_MAKES}(?:\s+(?!năm|từ|theo|tại)[^\W\d_]+){{0,4}}\s+{_MORE}$")
_MADE_FIRST = re.compile(rf"^\W*(?:đã\s+)?{_MAKES}(?:\s+(?!năm|từ|theo|tại)[^\W\d_]+){{0,5}}\s+{_MORE}$")
# "Đến nay, toàn huyện gieo trồng 41 nghìn ha": so far
_SO_FAR = re.compile(
    rf"^\W*(?:đến nay|đến thời điểm này|tính đến nay),\s+[^,;.:%\d]{{0,40}}?{_MAKES}(?:\s+[^\W\d_]+){{0,3}}\s+{_MORE}$"
)
# "Tổng giá trị sản xuất 8.185 tỷ đồng": the measure and its figure are all that is said
_MEASURED = re.compile(
    r"^\W*(?:(?:cụ thể|trong đó|theo đó),\s+)?(?:duy trì\s+)?"
    r"(?:tổng (?:giá trị|sản lượng|diện tích|doanh thu|thu|đàn)|giá trị sản xuất|sản lượng|doanh thu|kim ngạch|"
    r"thu nhập bình quân|thu ngân sách|t[ỷỉ] lệ)(?![^\W_])(?:[^,;.:\d]|(?<=thương mại),|(?<=gia súc),){0,80}"
    r"(?:\d{1,2} tháng(?: đầu năm)?\s+|đến (?:hết )?ngày \d{1,2}/\d{1,2}(?:/\d{4})?\s+)?"
    r"(?:(?:trên|hơn|gần|khoảng)\s+)?$"
)
# a count said plainly, with how it changed behind it: "tổng vốn đăng ký là 5.125 tỷ đồng, tăng 9,5% so với cùng kỳ"
_SAID = re.compile(rf"(?<![^\W_])(?:là|có)\s+{_MORE}$")
_CHANGED = re.compile(
    r"[^,;.:%\d]{0,60},\s+(?:tăng|giảm|đạt|bằng|vượt)\s+\d[\d.,]*\s*%\s*(?:so (?:với )?)?(?:kế hoạch|dự toán|cùng kỳ|"
    r"năm trước|tháng trước)"
)
_SHARE_FIRST = re.compile(rf"^\W*(?:có\s+)?{_MORE}$")


def tells_results(text: Text, span: Span) -> bool:
    """Tell a paragraph that says what was reached."""
    words = text.low[span.start : span.end]
    if _SURPASSED.search(words) and not _STILL_TO_REACH.search(words):
        return True
    return bool(_TELLS.search(words) and _DONE.search(words)) or bool(_COMPARES.search(words))


def read_results(text: Text, clause: Span, *, told: bool) -> Iterator[TargetMention]:
    """Read the figures that a clause says were reached; not those they are compared with, or planned.

    Where the paragraph has not *told* results, only work done counts: "đã kết nạp 32 đảng viên".
    """
    obtained = told and _OBTAINED.search(text.low, clause.start, clause.end)
    for target in read_clause(text, clause, Setting(reported=True)):
        at = target.figure.start if target.figure else clause.end
        before = _before(text, clause, target, at)
        reached = obtained or (told and (_REACHED.search(before) or _MEASURED.match(before) or _SO_FAR.match(before)))
        if told and not reached and target.figure and _SAID.search(before):
            reached = _CHANGED.match(text.low, target.figure.end, clause.end)
        if (reached or _MADE.search(before)) and not _PLANNED.search(text.low, target.span.start, at):
            yield target


def read_accounted(text: Text, item: Item) -> Iterator[TargetMention]:
    """Read what an item of an official report says was reached."""
    if item.heading:
        return
    for clause in clauses_of(text, item.content):
        if _AIMS.search(text.low, clause.start, clause.end):
            continue
        for target in read_clause(text, clause, Setting(item.path, reported=True)):
            at = target.figure.start if target.figure else clause.end
            before = _before(text, clause, target, at)
            own = text.low[target.span.start : at]
            if (
                _REACHED.search(before)
                or _MADE.search(before)
                or _MADE_FIRST.match(own)
                or (target.unit == "%" and _SHARE_FIRST.match(own))
            ):
                yield target


def _before(text: Text, clause: Span, target: TargetMention, at: int) -> str:
    """Give the words before a figure, its own comparator left out."""
    return text.low[clause.start : at].rstrip("><=≥≤ ") + " " if at > clause.start else ""
