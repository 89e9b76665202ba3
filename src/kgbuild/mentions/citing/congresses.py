"""Resolutions of Party congresses, which bear no number: "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII"."""

import re
from collections.abc import Iterator

from kgbuild.language import roman
from kgbuild.mentions.citing.citation_names import Anchor
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

RULE = "congress"
_PARTY = "prov:dang-bo"
_FORMS = ("nghi-quyet", "nghi-quyet-dai-hoi")

_NUMBER = r"(?:(?P<roman>[ivxl]{1,6})|(?P<arabic>\d{1,2}))(?![\w/.])"
_TERM = r"(?:\s*,?\s*\(?(?:nhiệm kỳ\s+)(?P<start>20\d{2})\s*[-–]\s*20\d{2}\)?)"
_OPENING = r"(?<![^\W_])nghị quyết\s+(?:của\s+)?đại hội\s+(?:đại biểu\s+)?"
# "Nghị quyết Đại hội XIV của Đảng", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
_NATIONAL = re.compile(
    rf"{_OPENING}(?P<whose>(?:đảng\s+)?(?:toàn quốc\s+)?(?:của\s+đảng\s+)?(?:cộng sản việt nam\s+)?)"
    rf"(?P<nth>lần thứ\s+)?{_NUMBER}"
    rf"(?P<of>\s*,?\s*(?:của\s+)?đảng(?:\s+cộng sản việt nam)?(?!\s*(?:bộ|ủy|đoàn)))?{_TERM}?"
)
# "Nghị quyết Đại hội (lần thứ XVII) Đảng bộ tỉnh Gia Lai lần thứ XVII, nhiệm kỳ 2025 - 2030"
_BEFORE = re.compile(rf"{_OPENING}(?:(?:lần thứ\s+)?{_NUMBER}\s*,?\s*(?:của\s+)?)?(?=đảng bộ\s)")
_BEHIND = re.compile(rf"\s*,?\s*(?:khóa\s+|lần thứ\s+){_NUMBER}")
_TERM_BEHIND = re.compile(_TERM)
_ANOTHER = re.compile(r"\s+(?:của\s+)?(?!(?:VÀ|VỀ|CỦA|TRÊN|TẠI|GẮN|ĐẾN)\s)[A-ZĐÂĂÊÔƠƯ]")  # the congress of another body


def congress_resolutions(text: Text, span: Span, reader: AgencyReader) -> Iterator[Anchor]:
    """Find the resolutions of the Party's congresses, of the nation or of a province or district, by their number."""
    for match in _NATIONAL.finditer(text.low, span.start, span.end):
        party = "đảng" in match["whose"] or match["of"]
        apart = _ANOTHER.match(text.norm, match.end()) or (match["arabic"] and not match["nth"])
        if (number := _ordinal(match)) and (party or not apart):
            yield _anchor(text, Span(match.start(), match.end()), number)
    for match in _BEFORE.finditer(text.low, span.start, span.end):
        bodies, _end = reader.read_list(text, Span(match.end(), span.end))
        body = bodies[0] if bodies else None
        if body is None or (body.record != _PARTY and body.locality is None):
            continue
        behind = _BEHIND.match(text.low, body.span.end, span.end)
        number = _ordinal(behind) if behind else _ordinal(match)
        end = behind.end() if behind else body.span.end
        term = _TERM_BEHIND.match(text.low, end, span.end)
        if number:
            core = Span(match.start(), term.end() if term else end)
            yield Anchor(core, core, "nghi-quyet", name=text.words(core), rule=RULE, term=number, parties=(body,))


def own_congress(text: Text, part: Part, reader: AgencyReader) -> CitationMention | None:
    """Read which congress a document without a number is the resolution of, by its type and title; None for others."""
    head = part.head
    if head.symbol is not None or head.form not in _FORMS or head.form_span is None or head.title is None:
        return None
    whole = Span(head.form_span.start, head.title.end)
    for anchor in congress_resolutions(text, whole, reader):
        if anchor.span.start == whole.start:
            return CitationMention(
                anchor.span, "", anchor.form, name=anchor.name, rule=RULE, term=anchor.term, parties=anchor.parties
            )
    return None


def _anchor(text: Text, core: Span, number: str) -> Anchor:
    return Anchor(core, core, "nghi-quyet", name=text.words(core), rule=RULE, term=number)


def _ordinal(match: re.Match[str]) -> str:
    """Write the number of a congress in Roman figures: "XIII" for "lần thứ 13"; empty where it is none."""
    if match["arabic"]:
        return _write(int(match["arabic"]))
    said = match["roman"] or ""
    return said.upper() if roman(said) else ""


def _write(number: int) -> str:
    """Write a number below forty in Roman figures; empty for another.

    >>> _write(13), _write(29), _write(57)
    ('XIII', 'XXIX', '')
    """
    if not 0 < number < 40:
        return ""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]
