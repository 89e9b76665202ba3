"""A news report: headline, dates, byline and source told apart from the furniture of its web page."""

import re
from collections.abc import Sequence

from kgbuild.language import fold, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Item, Mark, Part, Zone
from kgbuild.model.text import Block, Paragraph, Text

_PUBLISHED = re.compile(
    r"^\W*(?:ngày đăng|đăng ngày|cập nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b|^\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
)
_SOURCE = re.compile(r"^\W*(?:nguồn|theo)\s*:?\s*(?=\S)", re.IGNORECASE)
_FURNITURE = re.compile(
    r"^(?:bạn cũng có thể thích|tin liên quan|tin khác|bài viết (?:liên quan|khác)|thống kê truy cập|đang online|"
    r"lượt (?:truy cập|xem)|tổng số lượt|"
    r"chia sẻ|bình luận|in trang|quay lại|xem thêm|từ khóa|tags?\b|thủ tục hành chính$|video$|trang chủ$)"
)
_NAME = re.compile(r"(?:[^\W\d_]+\s){1,3}[^\W\d_]+")


def read_news(text: Text, blocks: Sequence[Block]) -> Part:
    """Read a report: the headline, the paragraphs of its body, the publication date, the byline and the source."""
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    body_at = next((i for i, s in enumerate(spans) if _is_body(text, s)), len(spans))
    date, date_span = _published(text, spans[: body_at + 1])
    title = _headline(text, spans[:body_at])
    body, byline, publisher = _body(text, spans[body_at:])
    items = tuple(Item(Mark.NONE, "", "", s, s, -1, 0, Zone.OTHER) for s in body)
    head = Head(form="tin-tuc", title=title, date=date, date_span=date_span)
    whole = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
    return Part("news", head, items, (), (), (), None, whole, byline=byline, publisher=publisher)


def _is_body(text: Text, span: Span) -> bool:
    words = text.norm[span.start : span.end].split()
    return len(words) >= 25 and bool(re.search(r"[.!?”]\s*$", text.norm[span.start : span.end]))


def _published(text: Text, spans: Sequence[Span]) -> tuple[str | None, Span | None]:
    """Read the date line of the page, never a date of the story."""
    for span in spans:
        low = text.low[span.start : span.end]
        if _PUBLISHED.match(low) and len(low) < 120 and (date := parse_date(low)):
            return date, span
    return None, None


def _headline(text: Text, spans: Sequence[Span]) -> Span | None:
    """Take the last line above the body with at least five words that is neither a date nor furniture."""
    for span in reversed(spans):
        low = text.low[span.start : span.end]
        if len(low.split()) >= 5 and not _PUBLISHED.match(low) and not _FURNITURE.match(low):
            return span
    return spans[0] if spans else None


def _body(text: Text, spans: Sequence[Span]) -> tuple[list[Span], Span | None, Span | None]:
    """Keep the story; a lead paragraph printed twice counts once; stop at the furniture below."""
    kept: list[Span] = []
    seen: set[str] = set()
    byline = publisher = None
    for at, span in enumerate(spans):
        content = text.norm[span.start : span.end]
        low = content.lower()
        if _FURNITURE.match(low):
            break
        source = _SOURCE.match(content)
        if source and len(content.split()) <= 14 and kept:
            publisher = text.trim(Span(span.start + source.end(), span.end), " \t\n.")
            continue
        near_end = (
            any(_SOURCE.match(text.norm[s.start : s.end]) for s in spans[at + 1 : at + 3]) or at >= len(spans) - 2
        )
        if kept and near_end and _NAME.fullmatch(content.strip()) and content.istitle():
            byline = span
            continue
        key = fold(content)
        if key in seen:
            continue
        seen.add(key)
        kept.append(span)
    return kept, byline, publisher
