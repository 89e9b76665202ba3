"""How wide a text is when it is drawn: a drawing made at build has no browser to ask."""

import unicodedata
from typing import Final

# Advance widths of Be Vietnam Pro in em, rounded up to the bolder of its two weights; marks take no room.
_CLASSES: Final = {
    0.3: "ijlI.·' ",
    0.35: ",“:;!|",
    0.45: "fr1t()”J-",
    0.6: "szkxceuvynh7êư/",
    0.66: "abdgopqEFLPSTZ2358ăâôơđ",
    0.71: "BHKRY0469–ÊX",
    0.78: "ADNUVĂÂƯC",
    0.86: "GQĐOÔƠ…&",
    0.92: "mwM",
    1.05: "W@%",
}
_WIDTHS: Final = {character: width for width, characters in _CLASSES.items() for character in characters}
_OTHER: Final = 0.7  # em of a character that the table does not have
_SAFETY: Final = 1.04  # the font of a reader who has not got ours yet is a little wider


def text_width(text: str, size: float) -> float:
    """Estimate the width of a text at a font size, in the same unit.

    >>> text_width("ill", 10) < text_width("MWM", 10)
    True
    """
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return sum(_WIDTHS.get(letter, _OTHER) for letter in letters) * size * _SAFETY


def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """Break a text at a word into two lines at most, the second cut to fit into *room*.

    >>> wrap("Sở Khoa học và Công nghệ Hà Nội", 100, 12)
    ('Sở Khoa học và', 'Công nghệ Hà…')
    >>> wrap("Sở Nội vụ", 100, 12)
    ('Sở Nội vụ',)
    """
    words = text.split(" ")
    count = len(words)
    while count > 1 and text_width(" ".join(words[:count]), size) > room:
        count -= 1
    lines = (" ".join(words[:count]), " ".join(words[count:]))
    return tuple(fit(line, room, size) for line in lines if line)


def fit(text: str, room: float, size: float) -> str:
    """Cut a text at a word, or a long word within, so that it fits into *room*.

    >>> fit("Ủy ban nhân dân Thành phố Hồ Chí Minh", 100, 10)
    'Ủy ban nhân dân…'
    """
    if text_width(text, size) <= room:
        return text
    cut = text
    while cut and text_width(cut + "…", size) > room:
        cut = cut[:-1]
    at_word = cut if text[len(cut) : len(cut) + 1] == " " else cut.rpartition(" ")[0]
    return (at_word or cut).rstrip(" ,;:-–(“") + "…"
