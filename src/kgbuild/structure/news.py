"""A news report: headline, dates, byline and source told apart from the furniture of its web page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgbuild.language import DATE, DEGREE, fold, is_upper, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Item, Mark, Part, Zone
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.bylines import is_byline, is_scholar, read_byline

_PUBLISHED = re.compile(
    r"""\W*(?:(?:[a-z]+[-_\ ])*date\W{1,3})?(?:      # "cms-publish-date 10/11/2019": a template shows through
        (?:ngày\ (?:đăng|xuất\ bản|tạo|cập\ nhật)|đăng\ (?:ngày|lúc)|xuất\ bản|cập\ nhật|
          thứ\ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ\ nhật)(?![^\W_])
      | (?:\d{1,2}[:h]\d{2}(?::\d{2})?\s*(?:am|pm|sa|ch)?\W{0,4}(?:ngày\s+)?)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)
    )""",
    re.VERBOSE,
)
# the column of the newspaper in front of the day: "Chính trị 13-05-2022"
_COLUMN = re.compile(
    r"\W*(?:chính trị|thời sự|kinh tế|xã hội|văn hóa|giáo dục|y tế|xây dựng đảng|tin tức|trong nước|khoa học|công nghệ|"
    r"pháp luật|quốc phòng|an ninh|môi trường|[-–,&\s]|và){1,6}\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)[^.]{0,12}$"
)
_SAID = re.compile(r"\W*(?:ngày (?:đăng|xuất bản|tạo)|đăng (?:ngày|lúc)|xuất bản|cập nhật)(?![^\W_])")
_BY_AND_DAY = re.compile(
    rf"(?P<by>[^\W\d_][^\d\n]{{1,40}}?)\s+[-–|]\s+(?=(?:\d{{1,2}}[:h]\d{{2}}\W{{0,4}})?{DATE})", re.IGNORECASE
)
# set before the headline by a crawler: "date 2023-10-05", "date 2023-10"
_STAMP = re.compile(r"\W*date\s+(?:(?P<day>\d{4}-[01]\d-[0-3]\d)|\d{4}-[01]\d)\s+(?=\S)")
_SOURCE = re.compile(r"^\W*(?:nguồn(?: tin)?|theo(?!\s+(?:đó|đấy)(?![^\W_])))\s*:?\s*(?=\S)", re.IGNORECASE)
_SYMBOL = re.compile(r"\d/\S*[^\W\d_]{2}")  # the number of a document, which publishes nothing
_FURNITURE = re.compile(
    r"^\W*(?:bạn cũng có thể thích|tin liên quan|tin khác|bài viết (?:liên quan|khác)|thống kê truy cập|đang online|"
    r"lượt (?:truy cập|xem)|tổng số lượt|"
    r"chia sẻ|bình luận|in trang|quay lại|xem thêm|từ khóa|tags?\b|thủ tục hành chính$|video$|trang chủ$|"
    r"ý kiến bạn đọc|xem chi tiết|tải (?:về|văn bản|ứng dụng)\b|"
    r"(?:download on the(?: app store)?|(?:get it on )?google play|app store)$|"
    r"file đính kèm|tệp đính kèm|tổng số điểm|click để đánh giá)"
)
_CLAUSE = re.compile(r"[;:,]\W*$|^\W*(?:\d{1,2}[.)]|Article \d|[IVX]{1,4}[.)])\s")
_LEAD = re.compile(r"[.!?…”]\W*$|^\W*\([^\W\d_]{2,12}(?:\.[^\W\d_]{2,4})?\)")
# how a story opens: "Ngày 16/4/2020 Ủy ban nhân dân tỉnh ban hành …", "Sáng 24/02, …"
_ON_DAY = re.compile(r"\W*(?:(?:sáng|trưa|chiều|tối|đêm)\s+(?:ngày\s+)?|ngày\s+)\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)")
# below a picture: who or what it shows
_CAPTION = re.compile(
    rf"\W*(?:(?:các )?đồng chí|đ/c|ông|bà|{DEGREE}|các đại biểu|đại biểu|quang cảnh|toàn cảnh|"
    r"ảnh(?: minh họa)?\s*:)(?![^\W_])",
    re.IGNORECASE,
)
# who publishes the page, at its top: "BÁO ĐIỆN TỬ CHÍNH PHỦ", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LÀO CAI"
_MASTHEAD = re.compile(
    r"\W*(?:báo(?! cáo)(?! động)|tạp chí|(?:cổng|trang) (?:thông tin|ttđt)|đài (?:phát thanh|truyền hình))"
    r"(?:\s+\S+){1,7}\W*"
)
_BELOW = 5  # lines below the story in which its author may be named
_LONGEST_HEADLINE = 60  # words


@dataclass(frozen=True, slots=True)
class _Dated:
    """When a report was published, where the page says so, and the author's name where it stands on that line."""

    day: str | None = None
    span: Span | None = None
    by: Span | None = None


def read_news(text: Text, blocks: Sequence[Block]) -> Part:
    """Read a report: the headline, the paragraphs of its body, the publication date, the byline and the source."""
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    body_at = next((i for i, s in enumerate(spans) if _is_body(text, s)), len(spans))
    dated = _published(text, spans[: body_at + 1])
    above = [span for span in spans[:body_at] if dated.by is None or span != dated.span]
    signed = next((i for i, span in enumerate(above) if i and is_scholar(text, span)), len(above))
    title = _headline(text, above[:signed])
    below = [s for s in spans[:body_at] if title and s.start > title.end and not is_scholar(text, s)]
    lead = [s for s in below if _is_told(text, s)]
    body, byline, publisher = _body(text, [*lead, *spans[body_at:]])
    byline = byline or dated.by or _above(text, title, above[: signed + 1])
    items = tuple(Item(Mark.NONE, "", "", s, s, -1, 0, Zone.OTHER) for s in body)
    head = Head(form="tin-tuc", title=_without_stamp(text, title), date=dated.day, date_span=dated.span)
    whole = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
    return Part("news", head, items, (), (), None, whole, byline=byline, publisher=publisher)


def _is_body(text: Text, span: Span) -> bool:
    words = text.norm[span.start : span.end].split()
    return len(words) >= 25 and bool(re.search(r"[.!?”:…]\W*$", text.norm[span.start : span.end]))


def _published(text: Text, spans: Sequence[Span]) -> _Dated:
    """Read the date line of the page, never a date of the story; a line that says so goes before a clock's."""
    said = [span for span in spans if _SAID.match(text.low, span.start, span.end)]
    for span in (*said, *spans):
        low = text.low[span.start : span.end]
        if (stamp := _STAMP.match(low)) and stamp["day"]:
            return _Dated(stamp["day"], Span(span.start + stamp.start("day"), span.start + stamp.end("day")))
        if len(low) >= 120 or low.rstrip().endswith("."):
            continue
        by = _BY_AND_DAY.match(text.norm, span.start, span.end)
        author = read_byline(text, Span(*by.span("by"))) if by else None
        ours = _PUBLISHED.match(low) or _COLUMN.match(low) or author or (by and is_byline(text, Span(*by.span("by"))))
        if ours and (date := parse_date(low)):
            return _Dated(date, span, author)
    return _Dated()


def _headline(text: Text, spans: Sequence[Span]) -> Span | None:
    """Take the last line above the body with at least five words that is no date, no furniture and no sentence."""
    named = [span for span in spans if _may_head(text, span)]
    titled = [span for span in named if not _is_running(text, span)]
    free = [span for span in titled if not _CAPTION.match(text.low, span.start, span.end)]
    bare = [span for span in spans if not _FURNITURE.match(text.low[span.start : span.end])]
    undated = [span for span in bare if not _PUBLISHED.match(text.low[span.start : span.end])]
    return next(reversed(free or titled or named), next(iter(undated or bare), None))


def _is_running(text: Text, span: Span) -> bool:
    """Tell a sentence, a clause or a numbered point, which no headline is."""
    line = text.norm[span.start : span.end]
    return bool(_LEAD.search(line) or _CLAUSE.search(line) or _ON_DAY.match(line.lower()))


def _may_head(text: Text, span: Span) -> bool:
    low = text.low[span.start : span.end]
    if is_upper(text.norm[span.start : span.end]) and _MASTHEAD.fullmatch(low):
        return False
    return 5 <= len(low.split()) <= _LONGEST_HEADLINE and not _PUBLISHED.match(low) and not _FURNITURE.match(low)


def _is_lead(text: Text, span: Span) -> bool:
    """Tell a short first sentence of the story: "(TTXVN) Chính phủ vừa thông qua nghị quyết."."""
    opens = _ON_DAY.match(text.low, span.start, span.end) or _LEAD.search(text.norm[span.start : span.end])
    return _may_head(text, span) and bool(opens)


def _is_told(text: Text, span: Span) -> bool:
    """Tell a line between headline and story that belongs to the story: its first sentence, or a caption."""
    return _is_lead(text, span) or _CAPTION.match(text.low, span.start, span.end) is not None


def _without_stamp(text: Text, title: Span | None) -> Span | None:
    stamp = _STAMP.match(text.low, title.start, title.end) if title else None
    return Span(stamp.end(), title.end) if stamp and title else title


def _body(text: Text, spans: Sequence[Span]) -> tuple[list[Span], Span | None, Span | None]:
    """Keep the story; a lead paragraph printed twice counts once; stop at the furniture below."""
    kept: list[Span] = []
    seen: set[str] = set()
    byline = publisher = None
    for at, span in enumerate(spans):
        content = text.norm[span.start : span.end]
        if _FURNITURE.match(content.lower()):
            byline = byline or _labelled(text, spans[at + 1 : at + _BELOW])
            break
        source = _SOURCE.match(content)
        if source and len(content.split()) <= 14 and kept and not _SYMBOL.search(content):
            publisher = text.trim(Span(span.start + source.end(), span.end), " \t\n.()")
            continue
        if kept and (_near_end(text, spans, at) or is_byline(text, span)):
            author = read_byline(text, span)
            if author or is_byline(text, span):
                byline = author or byline
                continue
        key = fold(content)
        if key in seen:
            continue
        seen.add(key)
        kept.append(span)
    return kept, byline, publisher


def _labelled(text: Text, spans: Sequence[Span]) -> Span | None:
    """Find the author where a label names him among the lines below the story."""
    named = (read_byline(text, span) for span in spans if is_byline(text, span))
    return next((name for name in named if name), None)


def _above(text: Text, title: Span | None, spans: Sequence[Span]) -> Span | None:
    """Find the author on the line just above the story and below its headline."""
    return read_byline(text, spans[-1]) if title and spans and spans[-1].start > title.end else None


def _near_end(text: Text, spans: Sequence[Span], at: int) -> bool:
    """Tell whether the story ends here: with its source, with the furniture of the page, or with the page."""
    after = [text.norm[s.start : s.end] for s in spans[at + 1 : at + 3]]
    return len(after) < 2 or any(_SOURCE.match(line) or _FURNITURE.match(line.lower()) for line in after)
