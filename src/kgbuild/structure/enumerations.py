"""Lists within a paragraph: "a) Bộ Công an: (1) Ban hành …; (2) Chủ trì …" says as much as three paragraphs."""

import re
from collections.abc import Sequence

from kgbuild.language import roman
from kgbuild.model import Span
from kgbuild.model.text import Text

# what stands above such a list: the mark of a point, and words up to the colon that are one clause
_LEAD = re.compile(r"[ \t]*(?:[IVXLC]{1,6}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][).])\s+[^.;:]{3,300}:\s+(?=\()")
_ENTRY = re.compile(r"(?<=[:;.,])\s+\((?P<label>\d{1,2}|[ivx]{1,4})\)\s*(?=[^\W\d_])")
_STEP = 3  # an excerpt may leave out entries of a list


def split_enumerations(text: Text, spans: Sequence[Span]) -> list[Span]:
    """Part each paragraph that is a point with a list in it: what leads in to the list, and each of its entries."""
    return [piece for span in spans for piece in _split(text, span)]


def _split(text: Text, span: Span) -> list[Span]:
    lead = _LEAD.match(text.norm, span.start, span.end)
    if not lead:
        return [span]
    cuts: list[int] = []
    last, letters = 0, False
    for entry in _ENTRY.finditer(text.norm, lead.end() - 1, span.end):
        label = entry["label"]
        if not cuts:
            letters = not label.isdecimal()
        if label.isdecimal() == letters:  # "(i)" within "(1)"
            continue
        number = (roman(label.upper()) or 0) if letters else int(label)
        if not (number == 1 if not cuts else last < number <= last + _STEP):
            break
        cuts.append(entry.start("label") - 1)
        last = number
    if len(cuts) < 2:
        return [span]
    return [text.trim(Span(a, b)) for a, b in zip([span.start, *cuts], [*cuts, span.end], strict=True)]
