"""Lines that a tool broke at the margin of a page, put together again where line breaks alone part them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kgbuild.language import UPPER, is_upper
from kgbuild.text.joins import write
from kgbuild.text.openings import BULLET, OPENS, goes_on

_ITEM = re.compile(rf"\s*{BULLET}\s+[{UPPER}\W\d]")  # "hợp tác xã", below it "- nông dân", is none
_SET_IN = re.compile("[\u00a0\u2003]{2,}|\u2003")
_GAP = re.compile("\\S(?:[ \u00a0]{6,}|\u2003)")
_ENDED = re.compile(r"[.;:!?…]\W*$")
_NARROWEST, _WIDEST = 40, 140  # characters of a full line
_NEAR = 0.8  # of the width: where lines end that a tool broke
_MANY = 20  # lines: a block of more is no single paragraph


def unwrap(blocks: Sequence[Sequence[str]]) -> list[list[str]]:
    """Join the lines of each paragraph when a tool broke them all at one width; else leave them as they are.

    Each of *blocks* holds lines that only line breaks part.

    >>> one = ["Sở Y tế chủ trì, phối hợp với Sở Tài chính", "kiểm tra thuốc trong tỉnh.", "Sở Nội vụ theo dõi."]
    >>> two = ["Thanh tra tỉnh giám sát việc thực hiện các", "nhiệm vụ nêu trên."]
    >>> [[line.split()[1] for line in block] for block in unwrap([one, two])]
    [['Y', 'Nội'], ['tra']]
    """
    width = _width(blocks)
    return [list(lines) if width is None else _joined(lines, width) for lines in blocks]


def _width(blocks: Sequence[Sequence[str]]) -> int | None:
    """Measure where lines were broken: some break off in mid-sentence, nearly all of these at about the same width."""
    pairs = [pair for lines in blocks for pair in pairwise(lines)]
    broken = sorted(len(one) for one, two in pairs if _breaks_off(one, two))
    if len(broken) < max(2, len(pairs) // 8):
        return None
    width = broken[int(0.9 * len(broken))]
    even = sum(length > _NEAR * width for length in broken) >= 0.9 * len(broken)
    longer = sum(len(one) > 1.15 * width for one, _ in pairs)
    return width if _NARROWEST <= width <= _WIDEST and even and longer <= len(pairs) // 20 else None


def _breaks_off(above: str, line: str) -> bool:
    return goes_on(line) and not _ENDED.search(above)


def _joined(lines: Sequence[str], width: int) -> list[str]:
    room = width if len(lines) > _MANY else int(_NEAR * width)
    paragraphs: list[list[str]] = []
    for at, line in enumerate(lines):
        if at and _goes_on(lines[at - 1], line, width, room):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [write(parts) for parts in paragraphs]


def _goes_on(above: str, line: str, width: int, room: int) -> bool:
    """Tell whether a line continues the one above; *room* is what that must take up where its sentence ends."""
    if _SET_IN.match(line) or _GAP.search(above) or _GAP.search(line):
        return False
    ended = _ENDED.search(above) and not line[:1].islower()
    filled = len(above) + 1 + len(line.split(maxsplit=1)[0]) > (room if ended else _NEAR * width)
    begins = OPENS.match(line) and (ended or _ITEM.match(line))
    return filled and not begins and (line[:1].islower() or is_upper(above) == is_upper(line))
