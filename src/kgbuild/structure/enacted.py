"""A decision that lost its letterhead and type word: title and acting body in capitals, recitals, the formula."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.structure import Head, Part
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.ends import split_end
from kgbuild.structure.items import read_items
from kgbuild.structure.zones import zone_of

_RECITAL = re.compile(r"\W*căn cứ\s")
# the formula between recitals and articles; a page may break it into two lines
_ENACTS = re.compile(r"\W*(?P<form>QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ ĐỊNH)\s*:?\W*")
_FORMS = {"QUYẾT ĐỊNH": "quyet-dinh", "QUYẾT NGHỊ": "nghi-quyet", "NGHỊ ĐỊNH": "nghi-dinh"}
_TOP = 12  # paragraphs in which the recitals begin
_RECITALS = 40  # paragraphs in which they end


def read_enacted(text: Text, blocks: Sequence[Block], names_body: Callable[[str], bool]) -> Part | None:
    """Read a decision from its title on; None where a text lacks the acting body above its recitals, or the formula."""
    spans = [b.span for b in blocks if isinstance(b, Paragraph) and len(b.span)]
    lines = [text.norm[span.start : span.end] for span in spans[:_RECITALS]]
    first = next((at for at, line in enumerate(lines[:_TOP]) if _RECITAL.match(line.lower())), 0)
    above = first
    while above and is_upper(lines[above - 1]):
        above -= 1
    formulas = (_ENACTS.fullmatch(f"{one} {two}") or _ENACTS.fullmatch(one) for one, two in pairwise(lines[first:]))
    formula = next((found for found in formulas if found), None)
    if first - above < 2 or formula is None or not names_body(lines[first - 1]):
        return None
    body = spans[first:]
    end, recipients, signature = split_end(text, body)
    title = Span(spans[above].start, spans[first - 2].end)
    head = Head(form=_FORMS[formula["form"]], title=title, authority=spans[first - 1])
    items = read_items(text, body[:end], zone_of)
    return Part("document", head, items, (), recipients, signature, Span(title.start, spans[-1].end))
