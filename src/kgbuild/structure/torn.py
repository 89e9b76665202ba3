"""Words that a page tore in two: "QUYẾT" above "ĐỊNH", "3. Đề nghị …, Hội Liên hiệp" above "Phụ nữ tỉnh"."""

import re
from collections.abc import Callable, Sequence

from kgbuild.model import Span
from kgbuild.model.structure import Mark
from kgbuild.model.text import Block, Paragraph, Text

# no name ends in one of these words
_OPEN_END = re.compile(
    r"(?:,|(?<![^\W_])(?:và|các|của|với|thuộc|hội|liên hiệp|liên minh|thường trực|ủy ban|uỷ ban|hội đồng|ban|sở|"
    r"văn phòng|đoàn|cục|chi cục|trung tâm|viện|trường|đài|báo|công ty|mặt trận|bộ chỉ huy|ban chỉ huy|bộ tư lệnh|"
    r"phòng|thủ trưởng|giám đốc|chủ tịch|lãnh đạo))$"
)
_HEADS = (Mark.ROMAN, Mark.NUMBER, Mark.LETTER)
_LONGEST = 200  # characters of a heading's first piece
_WORDS = 25  # of its second
_TOP = 60  # blocks in which the first document's type word stands


def join_type_words(text: Text, blocks: Sequence[Block], is_heading: Callable[[str], bool]) -> list[Block]:
    """Join the two paragraphs near the top that only together hold a type word and nothing else."""
    out: list[Block] = []
    for at, block in enumerate(blocks):
        above = out[-1] if out else None
        if at < _TOP and isinstance(block, Paragraph) and isinstance(above, Paragraph):
            pieces = [text.norm[p.span.start : p.span.end].strip(" \t*") for p in (above, block)]
            torn = all(piece and len(piece.split()) == 1 and not is_heading(piece) for piece in pieces)
            if torn and is_heading(" ".join(pieces)):
                out[-1] = Paragraph(Span(above.span.start, block.span.end))
                continue
        out.append(block)
    return out


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
