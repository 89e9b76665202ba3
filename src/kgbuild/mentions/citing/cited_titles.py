"""What a text says that a cited document is about."""

import re

from kgbuild.model import Span
from kgbuild.model.text import Text

_TYPES = (
    r"(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình(?: hành động)?|thông tư(?: liên tịch)?|nghị định|"
    r"công văn|văn bản|công điện|thông báo|hướng dẫn|quy định|tờ trình|báo cáo|luật|bộ luật|pháp lệnh|đề án)"
)
_OPENS = re.compile(
    r"\s*,?\s*((?:về|ban hành|phê duyệt|quy định|sửa đổi|hướng dẫn|tiếp tục)(?![^\W_])(?!\s+(?:số|liên tịch))|[“\"])"
)
_QUOTED = re.compile(r"(?:[^“\"]{0,40})[“\"][^”\"]{3,600}[”\"]")
_STOPS = re.compile(
    r";|\.(?=\s|$)|\((?:sau đây|gọi tắt|viết tắt)|\)"
    # the next document of a list
    rf"|(?:,|\svà)\s+{_TYPES}\s+(?:số\s+)?\d"
    # who issues the document at hand, and what it opens with
    r"|,\s*(?:uỷ ban|ủy ban|ubnd|hđnd|hội đồng nhân dân|ban thường vụ|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|bộ|sở|cục|"
    r"tổng cục|chủ tịch|thủ tướng|chính phủ|ban chỉ đạo|ban cán sự)(?![^\W_])[^,;.]{0,80}?\s(?:ban hành|xây dựng|"
    r"có ý kiến|yêu cầu|đề nghị|hướng dẫn|triển khai|báo cáo|thông báo|phê duyệt|lập|chỉ đạo|kính|trình)(?![^\W_])"
    r"|,?\s*(?:với\s+(?:các|những)\s+nội dung|cụ thể\s+như|cụ thể\s*:|như\s+sau\s*:)|,\s*cụ thể",
    re.IGNORECASE,
)


_REACH = 2000  # characters: no title is as long


def title_after(text: Text, span: Span) -> Span | None:
    """Take what the text says the document is about, up to the end of the clause or the next document of a list."""
    span = Span(span.start, min(span.end, span.start + _REACH))
    match = _OPENS.match(text.low[span.start : span.end])
    if not match:
        return None
    begin = span.start + match.start(1)
    rest = text.norm[begin : span.end]
    quote = _QUOTED.match(rest)
    title = text.trim(Span(begin, begin + (quote.end() if quote else _end(rest))), " \n,;.")
    return title if 8 < len(title) < 700 else None


def _end(rest: str) -> int:
    """Find where the clause ends; a bracket that opens and closes within it does not end it."""
    for stop in _STOPS.finditer(rest):
        if stop.group() == ")" and rest.count("(", 0, stop.start()) > rest.count(")", 0, stop.start()):
            continue
        return stop.start()
    return len(rest)
