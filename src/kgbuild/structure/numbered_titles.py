"""A title that opens with the document's own issuer, number and day: "CỦA BỘ TÀI CHÍNH SỐ 5/2005/TT-BTC NGÀY …"."""

import re
from collections.abc import Callable
from dataclasses import replace

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head
from kgbuild.model.text import Text
from kgbuild.structure.letterheads import untyped_number

_OF = r"của\s+(?P<{}>[^\d;:()“”]{{3,120}}?)"
_OPENING = re.compile(rf"\W*(?:{_OF.format('before')}\s+)?số\s*:?\s*(?=\d)", re.IGNORECASE)
DAY_BEHIND = re.compile(rf"\s*,?\s*(?P<said>ngày\s+{DATE})", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s*,?\s*{_OF.format('behind')}"
    r"(?=\s*$|\s+(?:về|v/v|quy định|ban hành|hướng dẫn|sửa đổi|phê duyệt|bãi bỏ)\s)",
    re.IGNORECASE,
)
# words that no name of a body holds: "CỦA BỘ CHÍNH TRỊ VỀ VIỆC THỰC HIỆN NGHỊ QUYẾT SỐ …" opens with another's number
_NO_BODY = re.compile(
    r"(?<![^\W_])(?:về|việc|theo|tại|thực hiện|thi hành|triển khai|nghị quyết|nghị định|luật)(?![^\W_])"
)


def read_numbered_title(text: Text, head: Head, own_forms: dict[str, str], names_body: Callable[[str], bool]) -> Head:
    """Take number, day and issuer from the beginning of a title, and leave them out of it.

    *own_forms* tells the type that a type symbol stands for: a number of another type is not the document's own.
    """
    title = head.title
    opening = _OPENING.match(text.norm, title.start, title.end) if title else None
    if title is None or opening is None:
        return head
    if (own := _number(text, Span(opening.end(), title.end))) is None:
        return head
    symbol, number = own
    other = symbol.form is not None and own_forms.get(symbol.form, head.form) != head.form
    day = DAY_BEHIND.match(text.norm, number.end, title.end)
    if day is None or other or head.symbol not in (None, symbol):
        return head
    behind = _BEHIND.match(text.norm, day.end(), title.end) if opening["before"] is None else None
    body = Span(*(behind.span("behind") if behind else opening.span("before")))
    named = body.start >= 0 and names_body(text.norm[body.start : body.end])
    if (body.start >= 0 and _NO_BODY.search(text.low, body.start, body.end)) or not named:
        return head
    date = head.date or parse_date(day["said"])
    rest = text.trim(Span((behind or day).end(), title.end), " \t\n,:.-–")
    return replace(
        head,
        symbol=symbol,
        symbol_span=head.symbol_span or number,
        date=date,
        date_span=head.date_span or (Span(*day.span("said")) if date else None),
        authority=head.authority or body,
        title=rest if len(rest) else None,
    )


def _number(text: Text, span: Span) -> tuple[DocumentSymbol, Span] | None:
    """Read the number with which *span* begins."""
    found = next(find_symbols(text.norm[span.start : span.end]), None)
    if found is None or found[0].start() > 0:
        return untyped_number(text, span)
    return found[1], Span(span.start, span.start + found[0].end())
