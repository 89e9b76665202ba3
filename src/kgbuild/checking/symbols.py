"""The symbol of a draft whose number is still blank, which no shape sees."""

import re
from collections.abc import Iterator
from typing import Final

from kgbuild.checking.remarks import Draft, Remark, passage_at, passage_of
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.namespaces import PIO

_HEAD: Final = 3000  # code points in which the number line of a document stands
_BLANK_NUMBER: Final = re.compile(
    r"""Số\s*:?[\s.…_]*           # Số:        Số: ....      Số ....
    (?P<symbol>
    /(?:\d{4}/)?               # /           /2026/
    (?P<letters>[^\W\d_]+)     # KH          QĐ
    -[^\W\d_]+                 # -UBND
    |[-–]\s*(?P<party>[^\W\d_]+)/[^\W\d_]+)  # -CTr/TU, of the Party""",
    re.VERBOSE,
)
_ORGAN: Final = re.compile(
    r"^\W*Số\s*:?\s*(?P<symbol>[^\n|]{0,40}?-\s?(?P<code>UBND|HĐND))(?![^\W_])", re.IGNORECASE | re.MULTILINE
)


def symbol_without_number(draft: Draft) -> Iterator[Remark]:
    """Compare the letters of a symbol whose number is still blank, which no shape sees, with the type of the draft."""
    match = _BLANK_NUMBER.search(draft.text.raw, 0, _HEAD)
    forms = {
        s.object.rpartition("/")[2]
        for s in draft.statements
        if s.predicate == PIO.documentType
        and isinstance(s.object, str)
        and s.graph.startswith(s.subject.partition("id/")[0] + "graph/source/")
        and not re.search(r"/(?:annex|attached)/", s.subject)
    }
    if match is None or len(forms) != 1:
        return
    own = draft.knowledge.types.get(forms.pop())
    written = match["letters"] or match["party"]
    letters = written.upper()
    others = [t.name for t in draft.knowledge.types.values() if letters in map(str.upper, t.symbols)]
    if own is None or not others or letters in map(str.upper, own.symbols):
        return
    vi = f"Văn bản ghi là {own.name} nhưng ký hiệu “{match['symbol']}” mang chữ viết tắt của loại khác"
    en = (
        f"The document calls itself {own.name_en}, but its symbol “{match['symbol']}” bears the letters of another type"
    )
    hint = f"Chữ viết tắt {written}: {', '.join(others)}."
    passage = passage_at(draft.text.raw, *match.span("symbol"))
    message = (f"{vi}; kiểm tra tên loại và ký hiệu.", f"{en}; check type and symbol.")
    yield Remark("FormAgainstHeading", "Warning", *message, hint, (passage,))


def _organ(knowledge: Knowledge, code: str) -> str:
    """Give the name of the organ that bears a code, written small and without its place."""
    return knowledge.agencies[knowledge.codes[code].agency].name.partition("{")[0].strip().lower()


def symbol_against_letterhead(draft: Draft) -> Iterator[Remark]:
    """Find the code of a committee in the symbol below the letterhead of a council, or the other way round."""
    match = _ORGAN.search(draft.text.norm, 0, _HEAD)
    if match is None:
        return
    head, code = draft.text.low[: match.start()], match["code"].upper()
    names = {code: _organ(draft.knowledge, code) for code in ("UBND", "HĐND")}
    own, other = names.pop(code), *names.values()
    if other not in head or own in head or "ubnd" in head or "căn cứ" in head:
        return
    yield Remark(
        "SymbolAgainstLetterhead",
        "Warning",
        f"Ký hiệu mang chữ viết tắt {code} nhưng văn bản là của {other.capitalize()}; kiểm tra ký hiệu.",
        f"The symbol bears the code {code}, but the letterhead is that of {other.capitalize()}; check the symbol.",
        "",
        (passage_of(draft, Span(*match.span("symbol"))),),
    )
