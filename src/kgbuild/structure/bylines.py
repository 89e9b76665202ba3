"""Who wrote a news report, as the line below or above its story says it."""

import re

from kgbuild.language import DEGREE, UPPER, is_upper
from kgbuild.model import Span
from kgbuild.model.text import Text

_LABEL = re.compile(
    r"\W*(?:tác giả(?: bài viết)?|người viết|(?:bài|tin)(?:\s*(?:,|và|-|&)\s*ảnh)?|thực hiện)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_WORD = rf"[{UPPER}][^\W\d_]*"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,4}}")
# "D.H", "Q.NHƯ", "P.V": a name nobody can tell, and no sentence of the story
_INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?){{1,3}}[{UPPER}]?[^\W\d_]{{0,8}}\.?|PV|BBT|TTXVN")
_NOT_PEOPLE = re.compile(
    r"(?:ban|báo|bộ|cổng|đài|hội|phòng|sở|trung tâm|trường|văn phòng|tin|ảnh|tòa soạn|ủy ban|"
    r"back|home|share|print|email|top|copyright|read|related|view)(?![^\W_])",
    re.IGNORECASE,
)
_DEGREED = re.compile(rf"\W*(?:{DEGREE}(?:[.,]\s*|\s+)){{1,3}}(?={_WORD}\s)")
_LONGEST = 60  # characters


def read_byline(text: Text, span: Span) -> Span | None:
    """Read the author's name where a line holds a name and nothing else, or a label and a name.

    A name in capitals counts as one in small letters; a name behind a label ends at a dash, where the office follows.
    """
    content = text.norm[span.start : span.end]
    label = _LABEL.match(content)
    if label is None:
        degree = _DEGREED.match(content)
        name = content[degree.end() if degree else 0 :].strip()
        own = name.istitle() or is_upper(name)
        whole = Span(span.start + degree.end(), span.end) if degree else span
        return whole if len(name) < _LONGEST and own and _is_name(name) else None
    start = span.start + label.end()
    dash = re.search(r"\s[-–(]", content[label.end() :])
    found = text.trim(Span(start, start + dash.start() if dash else span.end), " \t\n.,;")
    return found if _is_name(text.norm[found.start : found.end]) else None


def is_scholar(text: Text, span: Span) -> bool:
    """Tell a line that holds the name of a scholar and nothing else: "TS Lê Văn Tám"."""
    return _DEGREED.match(text.norm, span.start, span.end) is not None and read_byline(text, span) is not None


def is_byline(text: Text, span: Span) -> bool:
    """Tell a line that says who wrote the report, be it by letters alone or by a label."""
    content = text.norm[span.start : span.end].strip()
    label = _LABEL.match(content)
    return bool(_INITIALS.fullmatch(content)) or bool(label and len(content) < _LONGEST)


def _is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words)) and not _NOT_PEOPLE.match(words)
