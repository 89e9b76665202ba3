"""Heading rows of tables on a page, told by the names of their columns."""

import re
from collections.abc import Sequence

from kgbuild.language import fold
from kgbuild.text.pdf.bits import Row

_NUMBER = re.compile(r"(?:s ?t ?t|t ?t|số tt|số thứ tự)$")
_NAME = re.compile(
    r"(?:các |tên |những |danh mục )?(?:nội dung|nhiệm vụ|công việc|hoạt động|chỉ tiêu|mục tiêu|chỉ số|đề án|dự án|"
    r"chương trình|giải pháp|văn bản|cơ quan|đơn vị|chủ trì|phối hợp|phân công|đầu mối|trách nhiệm|thời gian|thời hạn|"
    r"thời điểm|tiến độ|lộ trình|hoàn thành|sản phẩm|kết quả|kinh phí|nguồn vốn|ghi chú|thực hiện|năm \d{4}|kế hoạch)"
    r"(?!\w)"
)
_FEWEST = 3  # columns that a table has, no less
_LONGEST = 8  # words of one name on one line


def is_heading(row: Row) -> bool:
    """Tell a heading row: "TT" and the names of columns beside it, or three names, each of them in capital letters."""
    if len(row) < _FEWEST:
        return False
    texts = [bit.text for bit in row]
    names = sum(_is_name(text) for text in texts)
    numbered = _NUMBER.match(fold(texts[0])) is not None
    return names >= (1 if numbered else _FEWEST) and all(_may_head(text) for text in texts)


def _may_head(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not text.endswith((".", ";", ":"))


def _is_name(text: str) -> bool:
    return text[:1].isupper() and _NAME.match(fold(text)) is not None


def block(rows: Sequence[Row], at: int) -> tuple[int, int]:
    """Give the first and the last line of a heading with names in line *at*: cells may begin above, or stand lower."""
    start = last = at
    while last + 1 < len(rows) and adjoins(rows[last], rows[last + 1]) and is_heading(rows[last + 1]):
        last += 1
    first = min(bit.order for row in rows[at : last + 1] for bit in row)
    while start and adjoins(rows[start - 1], rows[start]):
        above = rows[start - 1]
        if not all(_may_head(bit.text) and (bit.order > first or _is_name(bit.text)) for bit in above):
            break
        start -= 1
    return start, last


def adjoins(above: Row, row: Row, room: float = 0.5) -> bool:
    """Tell whether a line stands right below another; *room* is what may be between them, in sizes of letters."""
    return row[0].top - above[0].bottom < room * row[0].size
