"""A decision that lost its type word: the formula between recitals and articles tells what it is."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.text import Text

_RECITAL = re.compile(r"\W*căn cứ\s")
# the formula between recitals and articles; a page may break it into two lines
_ENACTS = re.compile(r"\W*(?P<form>QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ ĐỊNH)\s*:?\W*")
_FORMS = {"QUYẾT ĐỊNH": "quyet-dinh", "QUYẾT NGHỊ": "nghi-quyet", "NGHỊ ĐỊNH": "nghi-dinh"}
_TOP = 12  # paragraphs in which the recitals begin
_RECITALS = 40  # paragraphs in which they end


def enacted_form(text: Text, spans: Sequence[Span]) -> str:
    """Tell the form of a text by the formula that follows its recitals; empty where there are none."""
    lines = [text.norm[span.start : span.end] for span in spans[:_RECITALS]]
    first = _first_recital(lines)
    formulas = (_ENACTS.fullmatch(f"{one} {two}") or _ENACTS.fullmatch(one) for one, two in pairwise(lines[first:]))
    found = next((formula for formula in formulas if formula), None) if first else None
    return _FORMS[found["form"]] if found else ""


def enacted_title(text: Text, spans: Sequence[Span], names_body: Callable[[str], bool]) -> int | None:
    """Find the first line of a title in capitals above the body that acts and its recitals; None where one lacks."""
    lines = [text.norm[span.start : span.end] for span in spans[: _TOP + 1]]
    first = _first_recital(lines)
    above = first
    while above and is_upper(lines[above - 1]):
        above -= 1
    whole = first - above >= 2 and names_body(lines[first - 1]) and bool(enacted_form(text, spans))
    return above if whole else None


def _first_recital(lines: Sequence[str]) -> int:
    return next((at for at, line in enumerate(lines[:_TOP]) if _RECITAL.match(line.lower())), 0)
