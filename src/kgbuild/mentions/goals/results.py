"""What a report says was reached: figures with a verb of reaching, or with a plan or an earlier time beside them."""

import re
from collections.abc import Iterator

from kgbuild.mentions.goals.figures import OF_SO_MANY
from kgbuild.mentions.goals.target_clauses import Setting, read_clause
from kgbuild.model import Span
from kgbuild.model.mentions import TargetMention
from kgbuild.model.text import Text

MORE = r"(?:(?:được|trên|hơn|khoảng|gần|thêm|mức|tới|thực tế)\s+){0,2}"
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
    rf"(?<![^\W_])(?:đạt|vượt|bằng|tăng|giảm)\s+{MORE}\d[\d.,]*\s*%\s*(?:"
    r"(?:so với\s+|so\s+)?(?:kế hoạch|kh(?![^\W_])|dự toán|chỉ tiêu|cùng kỳ|năm trước)|"
    r"so (?:với )?(?:(?:cuối )?năm|nghị quyết|(?:tháng|quý) trước))|"
    rf"(?<![^\W_])ước (?:đạt|tăng|thực hiện)?\s*{MORE}\d"
)
_OBTAINED = re.compile(r"đã [^;.]{0,40}?(?:được|đạt)\s+\d|\d\s*%[^;.]{0,120}được")
REACHED = re.compile(
    r"(?<![^\W_])(?:đạt|vượt|chiếm|thực hiện|tăng|tăng trưởng|giảm|còn|bằng|ước|đã có|trồng được|"
    rf"huy động|huy động được|lên|thu hút|hoàn thành|hiện có|(?:đạt|chiếm) t[ỷỉ] lệ)\s+{MORE}$"
)
PLANNED = re.compile(r"(?<![^\W_])(?:sẽ|dự kiến|kế hoạch|mục tiêu|chỉ tiêu|dự toán|phấn đấu)\s[^,;:\d]*$")
# work that leaves a count of what was made
MAKES = (
    r"(?:cấp(?! (?:trung ương|tỉnh|huyện|xã|thành phố|cơ sở|phòng|sở|bộ|ngành|học|ủy|trên|dưới)(?![^\W_]))|"
    r"kết nạp|phát triển|trồng|gieo trồng|xây dựng|xây mới|sửa chữa|giải quyết việc làm|tạo việc làm|đào tạo|"
    r"thành lập|hỗ trợ|thu hút|huy động|giải ngân|thu hoạch|công nhận|tiếp nhận|giải quyết|đón|chuyển đổi|vận động)"
)
MADE = re.compile(rf"(?<![^\W_])đã\s+{MAKES}(?:\s+(?!năm|từ|theo|tại)[^\W\d_]+){{0,4}}\s+{MORE}$")
MADE_FIRST = re.compile(rf"^\W*(?:đã\s+)?{MAKES}(?:\s+(?!năm|từ|theo|tại)[^\W\d_]+){{0,5}}\s+{MORE}$")
# "Đến nay, toàn huyện gieo trồng 41 nghìn ha": so far
_SO_FAR = re.compile(
    rf"^\W*(?:đến nay|đến thời điểm này|tính đến nay),\s+[^,;.:%\d]{{0,40}}?{MAKES}(?:\s+[^\W\d_]+){{0,3}}\s+{MORE}$"
)
# "Tổng giá trị sản xuất 8.185 tỷ đồng": the measure and its figure are all that is said
MEASURED = re.compile(
    r"^\W*(?:(?:cụ thể|trong đó|theo đó),\s+)?(?:duy trì\s+)?"
    r"(?:tổng (?:giá trị|sản lượng|diện tích|doanh thu|thu|đàn)|giá trị sản xuất|sản lượng|doanh thu|kim ngạch|"
    r"diện tích(?! tự nhiên)|thu nhập bình quân|thu ngân sách|t[ỷỉ] lệ)(?![^\W_])"
    r"(?:[^,;.:\d]|(?<=thương mại),|(?<=gia súc),){0,80}"
    r"(?:\d{1,2} tháng(?: đầu năm)?\s+|đến (?:hết )?ngày \d{1,2}/\d{1,2}(?:/\d{4})?\s+)?"
    r"(?:(?:trên|hơn|gần|khoảng)\s+)?$"
)
# a count said plainly, with how it changed behind it: "tổng vốn đăng ký là 5.125 tỷ đồng, tăng 9,5% so với cùng kỳ"
_SAID = re.compile(rf"(?<![^\W_])(?:là|có)\s+{MORE}$")
_CHANGED = re.compile(
    r"[^,;.:%\d]{0,60},\s+(?:tăng|giảm|đạt|bằng|vượt)\s+\d[\d.,]*\s*%\s*(?:so (?:với )?)?(?:kế hoạch|dự toán|cùng kỳ|"
    r"năm trước|tháng trước|(?=[,;.)]|$))"
)
# the time that a paragraph tells of: "Trong 9 tháng, kim ngạch xuất khẩu đạt …", "Tính đến ngày 30/9, thu ngân sách …"
_PASSED = re.compile(
    r"\W*(?:(?:trong|sau|qua)\s+)?(?:\d{1,2}|sáu|chín) tháng(?:,| (?:đầu năm|qua|năm)(?![^\W_]))|"
    r"\W*(?:tính )?đến (?:hết )?(?:ngày \d{1,2}/\d{1,2}|tháng \d{1,2})(?:/\d{4})?,|\W*(?:đến nay|tính đến nay),"
)
# how many more or fewer than before: "tăng 5 đơn vị so với năm 2019"
_MORE_THAN = re.compile(
    rf"(?<![^\W_])(?:tăng|giảm)\s+{MORE}\d[\d.,]*\s+(?!lần)(?:[^\W\d_]+\s+){{1,4}}so (?:với )?"
    r"(?:cùng kỳ|năm|tháng|quý)(?![^\W_])"
)
# "hiện có 666 cơ sở truyền thanh, đạt tỷ lệ 94,45%"
_HOLDS = re.compile(r"(?<![^\W_])(?:hiện|hiện nay|đã) có\s+\d[^.;]{0,120}?,\s+(?:đạt|chiếm)\s+(?:t[ỷỉ] lệ\s+)?\d")
_BY_THEN = re.compile(r"(?<![^\W_])đến\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?20\d{2}(?!\d)")
_PART_FIRST = re.compile(rf"^\W*(?:[^,;.:\d]{{0,40}},\s+)?(?:có\s+)?{MORE}$")
# "Bộ Công Thương đứng thứ hai với tỷ lệ 99,7%"
_RANKED = re.compile(
    r"(?<![^\W_])(?:dẫn đầu|đứng (?:đầu|thứ)|xếp (?:thứ|hạng)|(?:cao|thấp|nhiều|ít|lớn) nhất)(?![^\W_])"
    rf"[^,;.%\d]{{0,60}}?\svới\s+(?:t[ỷỉ] lệ\s+|tổng số\s+)?{MORE}$"
)
_WITH = re.compile(r"(?:với|cho|trong đó|qua đó)\s")


def tells_results(text: Text, span: Span) -> bool:
    """Tell a paragraph that says what was reached."""
    words = text.low[span.start : span.end]
    if _SURPASSED.search(words) and not _STILL_TO_REACH.search(words):
        return True
    if _PASSED.match(words) and not _STILL_TO_REACH.search(words):
        return True
    told = (_TELLS.search(words) and _DONE.search(words)) or _COMPARES.search(words) or _HOLDS.search(words)
    return bool(told or (_MORE_THAN.search(words) and not _BY_THEN.search(words)))


def read_results(text: Text, clause: Span, *, told: bool) -> Iterator[TargetMention]:
    """Read the figures that a clause says were reached; not those they are compared with, or planned.

    Where the paragraph has not *told* results, only work done and places among others count: "đã kết nạp 32 đảng viên".
    """
    obtained = told and _OBTAINED.search(text.low, clause.start, clause.end) is not None
    kept = False
    for target in read_clause(text, clause, Setting(reported=True)):
        at = target.figure.start if target.figure else clause.end
        before = words_before(text, clause, target, at)
        beside = kept and told and _WITH.match(text.low, target.span.start) is not None
        kept = obtained or beside or bool(MADE.search(before) or _RANKED.search(before))
        kept = kept or (told and _was_reached(text, clause, target, before))
        kept = kept and PLANNED.search(text.low, target.span.start, at) is None
        if kept:
            yield target


def _was_reached(text: Text, clause: Span, target: TargetMention, before: str) -> bool:
    """Tell a figure of a paragraph of results that was reached, by the words before it or by how it changed."""
    if any(cue.search(before) for cue in (REACHED, _SO_FAR)) or MEASURED.match(before) or MADE_FIRST.match(before):
        return True
    end = target.figure.end if target.figure else target.span.end
    changed = _SAID.search(before) and _CHANGED.match(text.low, end, clause.end)
    return bool(changed) or _is_part(text, target, before)


def _is_part(text: Text, target: TargetMention, before: str) -> bool:
    """Tell "có 29/44 cơ quan xếp hạng Tốt": so many of so many, said first."""
    end = target.figure.end if target.figure else target.span.end
    return OF_SO_MANY.match(text.low, end) is not None and _PART_FIRST.match(before) is not None


def words_before(text: Text, clause: Span, target: TargetMention, at: int) -> str:
    """Give the words before a figure, its own comparator left out."""
    return text.low[clause.start : at].rstrip("><=≥≤ ") + " " if at > clause.start else ""
