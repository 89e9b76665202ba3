"""The day on which a cited document was issued, where the sentence says it before the document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.language import DATE, parse_date
from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text

# "Ngày 15/3/2024, UBND tỉnh đã ký ban hành | Kế hoạch số …"
_ISSUED_ON = re.compile(
    rf"(?:(?:^|[.;:!?]\s+)(?:\([^()\s]{{2,12}}\)\s*)?\W*"
    rf"(?:sáng|chiều|mới đây,?|(?:cũng\s+)?(?:trong|vào)|(?:trước|sau|tiếp) đó,?)?\s*|,\s+(?=ngày\s[^,]*,?[^,]*$))"
    rf"ngày\s+{DATE}\s*,?\s+(?P<between>[^.;]{{3,240}}?)"
    r"(?<![^\W_])(?:ban\s+hành(?:\s+(?:bản|kèm theo))?|(?:đã|vừa)\s+ký|có|ra)\s*$",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(r"(?<![^\W_])ngày\s+\d", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{0,160}(?:\([^()]{0,60}\)[^()]{0,160})?\)")
_ISSUES = re.compile(r"(?<![^\W_])ban\s+hành(?![^\W_])", re.IGNORECASE)
# "Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 17 tháng 5 năm 2025"
_PASSED_ON = re.compile(
    rf"(?P<form>nghị quyết|luật|pháp lệnh)\s+này\s+(?:đã\s+)?được\s+"
    rf"(?:quốc hội|ủy ban thường vụ quốc hội|hội đồng nhân dân|hđnd)(?![^\W_])[^.;]{{0,120}}?"
    rf"(?<![^\W_])thông qua\s+(?:tại\s[^.;]{{0,60}}?)?(?:vào\s+)?ngày\s+(?P<when>{DATE})"
)
_FORMS = {"nghị quyết": "nghi-quyet", "luật": "luat", "pháp lệnh": "phap-lenh"}
_ASSEMBLIES = ("QH", "UBTVQH", "HĐND")
_BEFORE = ("", "\n", *".;:!?")  # what stands before a sentence
_REACH = 320  # characters before a citation


def dated_as_passed(text: Text, spans: Sequence[Span], found: Sequence[CitationMention]) -> list[CitationMention]:
    """Date what a report says an assembly passed and calls "Nghị quyết này", where it cites one such document only."""
    out = list(found)
    for said in filter(None, (_PASSED_ON.search(text.low, span.start, span.end) for span in spans)):
        day = parse_date(said["when"]) or ""
        one = [m for m in out if _may_be(m, _FORMS[said["form"]], day)]
        if len({str(mention.symbol) for mention in one}) == 1:
            out = [replace(m, date=day) if m in one else m for m in out]
    return out


def _may_be(mention: CitationMention, form: str, day: str) -> bool:
    """Tell a document of an assembly, of one type and of the year of a day, of which no other day is said."""
    symbol = mention.symbol
    passed = symbol is not None and any(organ.startswith(_ASSEMBLIES) for organ in symbol.organs)
    of_year = passed and symbol is not None and symbol.year == day[:4]
    return of_year and mention.form == form and mention.date in (None, "", day)


def issued_on(text: Text, lead: Span, passage: Span) -> str | None:
    """Read the day before a citation without one: *lead* is what stands between it and the citation before it.

    The day opens the sentence, and what it says happened on that day is that the document was issued; the first
    lead of a *passage* opens one. Another document may stand in the title of who signed: "Ngày 14/4/2025, Trưởng Ban
    Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW (ngày 25/10/2017 …) đã ký ban hành | Kế hoạch số …".
    """
    first = lead.start == passage.start
    start = max(lead.start, lead.end - _REACH)
    said = _ISSUED_ON.search(text.norm[start : lead.end])
    if said is None:
        return None if first else _opened_on(text, Span(passage.start, lead.end))
    if _ANOTHER_DAY.search(said["between"]):
        return None
    opens = said.start() > 0 or (first and start == lead.start) or text.norm[start] == ","
    opens = opens or text.norm[max(0, start - 9) : start].rstrip(" *")[-1:] in _BEFORE
    return parse_date(said.group()) if opens else None


def _opened_on(text: Text, passage: Span) -> str | None:
    """Read the day that opens a passage and on which its last words say that somebody issued a document, and no other.

    What stands in brackets is passed over.
    """
    if len(passage) > 2 * _REACH:
        return None
    words = _ASIDE.sub("", text.norm[passage.start : passage.end])
    said = _ISSUED_ON.match(words)
    between = said["between"] if said else ""
    if said is None or _ANOTHER_DAY.search(between) or _ISSUES.search(between):
        return None
    return parse_date(said.group())
