"""The day on which a cited document was issued, where the sentence says it before the document."""

import re

from kgbuild.language import DATE, parse_date
from kgbuild.model import Span
from kgbuild.model.text import Text

# "Ngày 15/3/2024, UBND tỉnh đã ký ban hành | Kế hoạch số …"
_ISSUED_ON = re.compile(
    rf"(?:(?:^|[.;:!?]\s+)(?:\([^()\s]{{2,12}}\)\s*)?\W*"
    rf"(?:sáng|chiều|mới đây,?|(?:trước|sau|tiếp) đó,?)?\s*|,\s+(?=ngày\s[^,]*,?[^,]*$))"
    rf"ngày\s+{DATE}\s*,?\s+(?P<between>[^.;]{{3,200}}?)"
    r"(?<![^\W_])(?:ban\s+hành(?:\s+(?:bản|kèm theo))?|có)\s*$",
    re.IGNORECASE,
)
_ANOTHER_DAY = re.compile(r"(?<![^\W_])ngày\s+\d", re.IGNORECASE)
_BEFORE = ("", "\n", *".;:!?")  # what stands before a sentence
_REACH = 320  # characters before a citation


def issued_on(text: Text, lead: Span, first: bool) -> str | None:
    """Read the day before a citation without one: *lead* is what stands between it and the citation before it.

    The day opens the sentence, and what it says happened on that day is that the document was issued; the *first*
    lead of a passage opens one.
    """
    start = max(lead.start, lead.end - _REACH)
    said = _ISSUED_ON.search(text.norm[start : lead.end])
    if said is None or _ANOTHER_DAY.search(said["between"]):
        return None
    opens = said.start() > 0 or (first and start == lead.start) or text.norm[start] == ","
    opens = opens or text.norm[max(0, start - 9) : start].rstrip(" *")[-1:] in _BEFORE
    return parse_date(said.group()) if opens else None
