"""Headings that a page tore in two: "3. Đề nghị …, Hội Liên hiệp" above "Phụ nữ tỉnh và các tổ chức thành viên"."""

import re
from collections.abc import Callable, Sequence

from kgbuild.model import Span
from kgbuild.model.structure import Mark
from kgbuild.model.text import Text

# no name ends in one of these words
_OPEN_END = re.compile(
    r"(?:,|(?<![^\W_])(?:và|các|của|với|thuộc|hội|liên hiệp|liên minh|thường trực|ủy ban|uỷ ban|hội đồng|ban|sở|"
    r"văn phòng|đoàn|cục|chi cục|trung tâm|viện|trường|đài|báo|công ty|mặt trận|bộ chỉ huy|ban chỉ huy|bộ tư lệnh|"
    r"phòng|thủ trưởng|giám đốc|chủ tịch|lãnh đạo))$"
)
_HEADS = (Mark.ROMAN, Mark.NUMBER, Mark.LETTER)
_LONGEST = 200  # characters of a heading's first piece
_WORDS = 25  # of its second


def join_torn(text: Text, spans: Sequence[Span], mark_of: Callable[[Text, Span], Mark]) -> list[Span]:
    """Join a marked heading that ends within a name with the unmarked words below it, which end no sentence."""
    joined: list[Span] = []
    for span in spans:
        above = joined[-1] if joined else None
        torn = above is not None and _is_torn(text, above) and _goes_on(text, span)
        if above and torn and mark_of(text, span) is Mark.NONE and mark_of(text, above) in _HEADS:
            joined[-1] = Span(above.start, span.end)
        else:
            joined.append(span)
    return joined


def _is_torn(text: Text, span: Span) -> bool:
    return len(span) <= _LONGEST and bool(_OPEN_END.search(text.low[span.start : span.end].rstrip()))


def _goes_on(text: Text, span: Span) -> bool:
    words = text.norm[span.start : span.end].strip()
    return not words.endswith((".", ";")) and len(words.split()) <= _WORDS
