"""One normal form for matching, with the way back to the source kept for every character."""

import re
import unicodedata

from kgbuild.language import place_tones
from kgbuild.model.text import Text

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b"), " ")
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\r"))
_LETTERS = {ord("\u00d0"): "\u0110", ord("\u00f0"): "\u0111", ord("\x0c"): "\n", ord("\u2028"): "\n", ord("\u2029"): "\n"}
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")

# What needs work: a letter with combining marks, an odd blank or letter, an invisible sign, a piece of Markdown.
_SPECIAL = re.compile(
    r"[^\u0300-\u036f][\u0300-\u036f]+"
    r"|[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\t\x0b\x0c\r\ufeff\u00ad\u00d0\u00f0]"
    r"|(?P<markup>\*\*+|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|^\#{1,6}[ ]+|\\(?=[-.#*_()\[\]+!]))",
    re.MULTILINE,
)


def normalise(raw: str) -> Text:
    """Make the normal forms of *raw*.

    NFC and NFD input give the same `plain`, `norm` and `low`; applying it to `plain` changes nothing.
    """
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _SPECIAL.finditer(raw):
        start, end = match.span()
        parts.append(raw[at:start])
        offsets.extend(range(at, start))
        at = end
        if match["markup"] is not None:
            continue
        piece = unicodedata.normalize("NFC", match.group()).translate(_DROPPED).translate(_BLANKS).translate(_LETTERS)
        parts.append(piece)
        offsets.extend([start] * len(piece))
    parts.append(raw[at:])
    offsets.extend(range(at, len(raw) + 1))
    plain = "".join(parts)
    norm = place_tones(plain.translate(_DASHES))
    return Text(raw, plain, norm, _lower(norm), tuple(offsets))


def _lower(text: str) -> str:
    """Lower the case without changing the length (U+0130 would grow)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
