"""Head and end of a document set in two columns by tabs or blanks, in lines of Word files and pages, taken apart."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from kgbuild.language import UPPER
from kgbuild.text.openings import LONE_MARK
from kgbuild.text.pieces import Piece

TAB = "\u2003"
"""What stands for a tab of Word in a line."""

_BLANK = "[ \u00a0\u2003]"
# a browser folds ordinary blanks, so that six of them hold no-break spaces that somebody typed
_GAP = re.compile(rf"(?<=\S)(?:[ \u00a0]*{TAB}{_BLANK}*|{_BLANK}{{6,}})(?=[^\s/])")
_ONLY_RIGHT = (
    rf"CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN VIỆT|Độc lập\s|[{UPPER}][^,\n]{{1,30}},\s*ngày\s"
    r"|(?:TM|KT|TL|TUQ)\s?\.|T/M\b|K/T\b"
)
_STRONG = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?={_ONLY_RIGHT})|(?<=\S){_BLANK}*{TAB}{_BLANK}*(?={_ONLY_RIGHT})")
_SET_RIGHT = re.compile(rf"{_BLANK}*{TAB}|{_BLANK}{{6,}}")
_RECEIVE = re.compile(r"\W*nơi\s+nhận\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:V/v|Về việc)\s")
_NUMBER = re.compile(r"\W*Số\s*:")
_ADDRESSED = re.compile(r"\W*Kính gửi")
_ITEM = re.compile(r"\W*[-–+•]|\W*(?:Như|Lưu)\b")
_SHORT = 90  # characters: a longer line is no line of a column
_ALONE = 3  # lines in a row that may stand on the left alone, in a head
_LIST = 30  # lines of recipients, no more


def part_columns(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give the lines of a head or an end left column first, then right; all lines lose the blanks at their ends.

    Such lines begin where the motto, place and date or a signing form stand to the right of something else, or
    something to the right of "Nơi nhận".
    """
    held = list(pieces)
    at = 0
    while at < len(held):
        end = _zone_end(held, at)
        if end == at:
            piece = held[at]
            yield piece.strip() if isinstance(piece, str) else piece
            at += 1
            continue
        yield from _left_then_right([piece for piece in held[at:end] if isinstance(piece, str)])
        at = end


def _halves(line: str) -> tuple[str, str] | None:
    """Part a line at the gap between two columns."""
    gap = _STRONG.search(line.rstrip()) or _GAP.search(line.rstrip(), len(line) - len(line.lstrip()))
    if gap is None or LONE_MARK.fullmatch(line, 0, gap.start()):
        return None
    return line[: gap.start()], line[gap.end() :]


def _zone_end(pieces: list[Piece], at: int) -> int:
    """Find the end of two columns that begin at a piece; the same place when none do."""
    first = pieces[at]
    if not isinstance(first, str) or len(first) > 2 * _SHORT:
        return at
    end = at + 1
    while end < min(len(pieces), at + _ALONE) and _is_set_right(pieces[end - 1]):
        end += 1
    head = pieces[end - 1]
    receive = isinstance(head, str) and _RECEIVE.match(head) is not None
    if not (_STRONG.search(first) or (receive and _halves(str(head)))):
        return at
    for place in range(end, min(len(pieces), at + 2 * _LIST)):
        piece = pieces[place]
        if not isinstance(piece, str) or (len(piece) > 2 * _SHORT and not _STRONG.search(piece)):
            break
        receive = receive or _RECEIVE.match(piece) is not None
        if _halves(piece) or _SET_RIGHT.match(piece) or (receive and place == end and _ITEM.match(piece)):
            end = place + 1
        elif len(piece) > _SHORT or place - end >= (_LIST if receive else _ALONE):
            break
    return _subject_end(pieces, at, end)


def _subject_end(pieces: list[Piece], at: int, end: int) -> int:
    """Find where the subject of a letter ends that begins in the left column: above the addressees."""
    if not any(isinstance(piece, str) and _SUBJECT.match(piece) for piece in pieces[at:end]):
        return end
    for place in range(end, min(end + _ALONE + 1, len(pieces))):
        piece = pieces[place]
        if not isinstance(piece, str) or len(piece) > _SHORT:
            break
        if _ADDRESSED.match(piece):
            return place
    return end


def _is_set_right(piece: Piece) -> bool:
    return isinstance(piece, str) and len(piece) < _SHORT and _SET_RIGHT.match(piece) is not None


def _left_then_right(lines: list[str]) -> list[str]:
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        halves = _halves(line)
        if halves:
            left.append(halves[0])
            right.append(halves[1])
        else:
            (right if _SET_RIGHT.match(line) else left).append(line)
    subject = next((at for at, line in enumerate(left) if _SUBJECT.match(line)), len(left))
    below = list(takewhile(lambda line: not _NUMBER.match(line), left[subject:]))
    whole = ["\n".join(line.strip() for line in below)] if below else []
    return [line.strip() for line in (*left[:subject], *whole, *left[subject + len(below) :], *right)]
