"""Recipients: each line below "Nơi nhận" with the purpose in brackets and the bodies it names."""

import re

from kgbuild.mentions.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import RecipientMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_PURPOSE = re.compile(
    (
        r";?\s*\(\s*(?P<purpose>(?:để\s+)?(?:b/c|báo cáo|biết|phối hợp|thực hiện|p/h|t/h|theo dõi|chỉ đạo|"
        r"kiểm tra|đăng tải)[^)]*)\)?\s*$"
    ),
    re.IGNORECASE,
)
_FILED = re.compile(r"^\W*lưu\b", re.IGNORECASE)


def read_recipients(text: Text, part: Part, reader: AgencyReader) -> tuple[RecipientMention, ...]:
    """Read the recipient lines; two bodies parted by a semicolon are two lines' worth."""
    found: list[RecipientMention] = []
    for line in part.recipients:
        filed = bool(_FILED.match(text.norm[line.start : line.end]))
        purpose = _PURPOSE.search(text.norm, line.start, line.end)
        body = text.trim(Span(line.start, purpose.start() if purpose else line.end), " \t\n;.,")
        said = " ".join(purpose["purpose"].split()) if purpose else ""
        pieces = [body] if filed or ":" in text.norm[body.start : body.end] else _pieces(text, body)
        for piece in pieces:
            agents = () if filed else tuple(m for m in reader.read_list(text, piece)[0] if m.span.end <= piece.end)
            found.append(RecipientMention(piece, agents, said, filed))
    return tuple(found)


def _pieces(text: Text, span: Span) -> list[Span]:
    at = span.start
    out = []
    for piece in text.norm[span.start : span.end].split(";"):
        trimmed = text.trim(Span(at, at + len(piece)), " \t\n-.,")
        if len(trimmed):
            out.append(trimmed)
        at += len(piece) + 1
    return out
