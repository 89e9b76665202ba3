"""Stamps of secrecy, internal use and draft: those that must not be lost, and those that keep a document back."""

import re
import unicodedata

from kgbuild.model.text import Text

_STAMP = re.compile(
    r"\W*(?:(?:độ mật\s*:?\s*)?(?:tuyệt mật|tối mật|mật)|lưu hành nội bộ|dự thảo(?:\s+lần\s+\w+)?)\W*", re.IGNORECASE
)
_SECRET = re.compile(r"(?:ĐỘMẬT)?(?:TUYỆTMẬT|TỐIMẬT|MẬT)")  # as _letters leaves it
_INTERNAL = re.compile(r"lưu hành nội bộ", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t|\|")
_STAMPED = 60  # characters: no stamp is longer
_SHORT = 120  # characters: a longer line is a sentence
_HEAD = 8000  # characters in which the head of a document stands
_LINES = 40  # lines of it


def is_stamp(line: str) -> bool:
    """Tell whether a line is nothing but a stamp.

    >>> is_stamp("TỐI MẬT"), is_stamp("Độ mật: Mật"), is_stamp("Bảo đảm bí mật")
    (True, True, False)
    """
    return len(line) < _STAMPED and _STAMP.fullmatch(unicodedata.normalize("NFC", line)) is not None


def is_secret(text: Text, start: int) -> bool:
    """Tell whether the head bears a mark of secrecy alone on a line or in a column; its letters may be spaced.

    *start* is where the document begins in the source, below the menus of its page.
    """
    columns = (column for line in _first_lines(text, start) for column in _COLUMNS.split(line))
    return any(_SECRET.fullmatch(_letters(column)) for column in columns)


def is_internal(text: Text, start: int) -> bool:
    """Tell whether a short line of the head says that the document is for internal use."""
    return any(len(line) < _SHORT and _INTERNAL.search(line) for line in _first_lines(text, start))


def _letters(column: str) -> str:
    return re.sub(r"[\W_]+", "", column).upper()


def _first_lines(text: Text, start: int) -> list[str]:
    """List the first lines of the file, and those from *start* on, as they were printed: the reader joins them."""
    heads = (unicodedata.normalize("NFC", text.raw[place : place + _HEAD]) for place in {0, start})
    return [line for head in heads for line in [x for x in head.split("\n") if x.strip(" |*_#")][:_LINES]]
