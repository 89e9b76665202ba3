"""Quotations: words of another document quoted at length, and the document that the sentence names as theirs."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.model.things import QuotationMention

# chỉ đạo: “…”   nêu rõ: “…”   xác định “…”   đặt mục tiêu: “…”
_SAYS = re.compile(
    r"""(?:chỉ\sđạo|nêu(?:\srõ)?|ghi(?:\srõ)?|xác\sđịnh(?:\srõ)?|khẳng\sđịnh|quy\sđịnh(?:\srõ)?|yêu\scầu|nhấn\smạnh|chỉ\srõ|
    đề\sra|đặt\sra|mục\stiêu|quan\sđiểm|phương\schâm|viết|như\ssau|đánh\sgiá|kết\sluận)\s*(?:là|rằng)?\s*:?\s*(?P<open>[“"])""",
    re.VERBOSE,
)
_AMENDS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|thay cụm từ)[^.]{0,300}$")
_SENTENCE = re.compile(r"[.;](?=\s)|[”\"]\s*;?\s|\n\s*\n")
_FEWEST_WORDS = 15
_REACH, _LONGEST = 1500, 6000


def read_quotations(text: Text, part: Part, citations: Sequence[CitationMention]) -> Iterator[QuotationMention]:
    """Read the passages in quotes of at least fifteen words that a sentence ascribes to one document.

    Where it names two, or none, nobody can tell whose words they are: a title in quotes, a speech and the new wording
    of an amended article are no quotations.
    """
    named_all = sorted(c.span for c in citations if c.subject < 0)
    starts = [span.start for span in named_all]
    for item in part.items:
        for match in _SAYS.finditer(text.low, item.span.start, item.span.end):
            words = _quoted(text, Span(match.end(), item.span.end))
            lead = _sentence(text, Span(max(item.span.start, match.start() - _REACH), match.start()))
            if words is None or _AMENDS.search(text.low[lead.start : match.start()]):
                continue
            first = bisect_left(starts, lead.start)
            named = {c for c in named_all[first : bisect_left(starts, lead.end)] if lead.covers(c)}
            if len(named) == 1:
                yield QuotationMention(words, named.pop(), item.path)


def _quoted(text: Text, span: Span) -> Span | None:
    """Give the words up to the closing quote, quotes inside them included; None where they are few."""
    depth = 1
    for at in range(span.start, min(span.end, span.start + _LONGEST)):
        char = text.norm[at]
        depth += (char == "“") - (char in '”"')
        if depth == 0:
            words = text.trim(Span(span.start, at))
            return words if len(text.norm[words.start : words.end].split()) >= _FEWEST_WORDS else None
    return None


def _sentence(text: Text, span: Span) -> Span:
    """Give the part of *span* after its last full stop, semicolon or closed quotation at a sentence's end."""
    start = span.start
    for match in _SENTENCE.finditer(text.norm, span.start, span.end):
        if text.norm[match.start()] in ".;" or ";" in match.group():
            start = match.end()
    return Span(start, span.end)
