"""The names that Word gives to drawn lines and boxes, which some converters leave at the beginning of a line."""

import re

from kgbuild.model import Span
from kgbuild.model.text import Text

_NAME = re.compile(
    r"\W*(?:(?:straight|elbow|curved) (?:arrow )?connector|autoshape|text box|freeform(?: shape)?) \d{1,3}"
)


def without_drawing(text: Text, line: Span) -> Span:
    """Begin a line behind the name of a drawing: "straight connector 2Số: 15/KH-UBND".

    >>> from kgbuild.text.normalize import normalise
    >>> t = normalise("Straight Connector 2Độc lập - Tự do - Hạnh phúc")
    >>> t.norm[without_drawing(t, Span(0, len(t.norm))).start :]
    'Độc lập - Tự do - Hạnh phúc'
    """
    name = _NAME.match(text.low, line.start, line.end)
    return Span(name.end(), line.end) if name else line
