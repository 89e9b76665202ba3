"""Words that a page set together, put apart again: "kếhoạch" is "kế hoạch", "ngày19tháng01" is "ngày 19 tháng 01"."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise

from kgbuild.language import UPPER
from kgbuild.model.text import Text
from kgbuild.text.rewriting import Rewriter
from kgbuild.text.syllables import is_syllable

_MANY = 4  # different words set together: fewer are names, or slips
_LONGEST = 6  # syllables in a word set together
_MOST = 64  # ways followed at once
_WHOLE = re.compile(r"(?<!\w)[^\W\d_]{2,7}(?!\w)")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BESIDE_DIGITS = re.compile(r"(?<=[^\W\d_]{3})(?=\d)|(?<=\d)(?=(?:tháng|năm|ngày|của|và)(?![^\W\d_]))")
_BESIDE_CAPITALS = re.compile(rf"(?<=[^\W\d_]{{3}})(?=[{UPPER}]{{2,}}(?![^\W_]))")  # "Tổ chứcHĐND"
_NUMBERED = re.compile(r"(?<=[\s(][Ss]ố)(?=\d)")  # "Tờ trình số357/TTr-CP" is a slip of its own, in any text
# "CHÁNH VĂN PHÒNGLê Văn An": a post and the name of its holder, in any text
_HOLDER = re.compile(
    rf"(?<![^\W_])(?:TRƯỞNG|TỊCH|ĐỐC|PHÒNG|NHIỆM|THƯ|TRA)"
    rf"(?=[{UPPER}](?![{UPPER}])[^\W\d_]+ [{UPPER}](?![{UPPER}])[^\W\d_])"
)


def part_words(text: Text) -> Text:
    """Put blanks between words set together, where a text has several of them, and behind "số" in any."""
    slips = (found.end() for slip in (_NUMBERED, _HOLDER) for found in slip.finditer(text.norm))
    cuts = sorted({*_between_words(text), *slips})
    if not cuts:
        return text
    pen = Rewriter(text)
    at = 0
    for cut in cuts:
        pen.copy(at, cut)
        pen.put(" ")
        at = cut
    pen.copy(at, len(text.norm))
    return pen.done()


def _between_words(text: Text) -> set[int]:
    """Find where words set together are to be cut; nowhere in a text that has few of them."""
    known = frozenset(_WHOLE.findall(text.low))
    words = [(word, parts) for word in _WORD.finditer(text.norm) if (parts := _parts(word.group(), known))]
    if len({word.group().lower() for word, _ in words}) < _MANY:
        return set()
    inside = (word.start() + at for word, parts in words for at in parts)
    beside = (cut.start() for edge in (_BESIDE_DIGITS, _BESIDE_CAPITALS) for cut in edge.finditer(text.norm))
    return {*inside, *(at for at in beside if text.norm[at - 1].isdigit() or text.norm[at - 3 : at].islower())}


def _parts(word: str, known: Set[str]) -> tuple[int, ...]:
    """Find where a word is to be cut into the fewest syllables; of several ways the one whose syllables are *known*."""
    ways = _shortest(word.lower())
    if not word.isupper():
        capitals = {at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()}
        ways = tuple(way for way in ways if capitals <= set(way))
    if len(ways) > 1:
        word = word.lower()
        ways = tuple(way for way in ways if all(piece in known for piece in _pieces(word, way)))
    return ways[0] if len(ways) == 1 else ()


def _pieces(word: str, way: tuple[int, ...]) -> Iterator[str]:
    return (word[a:b] for a, b in pairwise((0, *way, len(word))))


@lru_cache(maxsize=65536)
def _shortest(word: str) -> tuple[tuple[int, ...], ...]:
    """List the ways to cut a word into the fewest syllables; none where it is one itself or cannot be cut."""
    if word.isascii() or is_syllable(word):
        return ()
    ways: list[tuple[int, ...]] = [()]
    for _ in range(_LONGEST):
        ways = [(*way, end) for way in ways for end in _ends(word, way[-1] if way else 0)][:_MOST]
        whole = tuple(way[:-1] for way in ways if way[-1] == len(word))
        if whole:
            return whole
    return ()


def _ends(word: str, start: int) -> list[int]:
    """List where a syllable that begins at *start* may end; one letter is no syllable of a word set together."""
    return [end for end in range(start + 2, min(len(word), start + 7) + 1) if is_syllable(word[start:end])]
