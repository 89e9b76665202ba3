"""Closing formulas that give nobody a duty of his own: whom to tell of what hinders the work, or just to do it."""

import re

from kgbuild.model import Span
from kgbuild.model.text import Text

_HINDERED = re.compile(r"(?<![^\W_])(?:nếu|trường hợp|khi|những|có)\s[^;.]{0,60}?(?:khó khăn|vướng mắc)")
_TELLS = re.compile(
    r"\W*(?:(?:kịp thời|chủ động|khẩn trương|thì|đề nghị)\s+)*"
    r"(?:phản ánh|báo cáo|kiến nghị|đề xuất|gửi|thông tin|liên hệ|trao đổi|tổng hợp|có văn bản)(?![^\W_])[^;]*"
)

# "nghiêm túc triển khai thực hiện", and no word of what
_JUST_DO = re.compile(
    r"\W*(?:(?:nghiêm túc|khẩn trương|kịp thời|chủ động|phối hợp|tập trung|nghiên cứu|quan tâm|biết|và|tổ chức)"
    r"\s*,?\s+)*(?:triển khai(?:\s*,?\s+(?:tổ chức\s+)?thực hiện)?|thực hiện)"
    r"(?:\s+(?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả))*\W*"
)


def is_formula(text: Text, sentence: Span, duty: Span) -> bool:
    """Tell "nếu có khó khăn, vướng mắc, đề nghị các đơn vị kịp thời phản ánh về Sở Y tế": *duty* stands in *sentence*.

    >>> from kgbuild.text.normalize import normalise
    >>> said = "Nếu có vướng mắc, đề nghị các huyện phản ánh về Sở Y tế."
    >>> is_formula(normalise(said), Span(0, len(said)), Span(said.index("phản"), len(said)))
    True
    """
    if _JUST_DO.fullmatch(text.low, duty.start, duty.end):
        return True
    begin = max(text.low.rfind(". ", sentence.start, duty.start), sentence.start)
    return bool(_HINDERED.search(text.low, begin, duty.start)) and bool(
        _TELLS.fullmatch(text.low[duty.start : duty.end].rstrip(" ./"))
    )
