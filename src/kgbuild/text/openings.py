"""What opens a paragraph: a bullet, a number, a letter, the word of a part or of the head and end of a document."""

import re

BULLET = "[-–+•*▪]"
PART = r"(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ\ lục|PHỤ\ LỤC)\s+[\dIVXLC]+"
ROMAN = r"[IVXLC]{1,6}\s*[.\-)/]"
OPENS = re.compile(
    rf"""\s*(?:
        {BULLET}(?:\s|$)                               # - bullet
      | \(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zđ]|[ivx]{{1,4}})[.)](?:\s|$)  # 1. 1.2) (3) a) ii.
      | {ROMAN}                                        # IV.
      | {PART}                                         # Điều 5
      | Căn\ cứ\s | Nơi\ nhận | Kính\ gửi
    )""",
    re.VERBOSE,
)
"""The beginning of a line that opens a paragraph."""
LONE_MARK = re.compile(
    rf"\W*(?:{BULLET}|\(?\w{{1,6}}(?:\.\d{{1,3}})*[.)]|(?:điều|chương|mục|phần)\s+(?:\d{{1,3}}[a-zđ]?|[ivxlc]{{1,6}})[.:]?)\s*",
    re.IGNORECASE,
)
"""A mark, where it is all that stands before a gap."""


def goes_on(line: str) -> bool:
    """Tell whether a line goes on with the sentence above: it begins small, and not with a mark.

    >>> goes_on("nhân dân tỉnh"), goes_on("a) Sở Y tế"), goes_on("Sở Y tế")
    (True, False, False)
    """
    return line[:1].islower() and OPENS.match(line) is None
