"""Names of districts and communes: the noun of the place, the proper name behind it, and what only looks like one."""

import re

from kgbuild.language import is_upper
from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.names import Lexicon, text_of
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.model.mentions import Locality

_NOUNS = (
    (("quận",), "quận"),
    (("huyện",), "huyện"),
    (("thị", "xã"), "thị xã"),
    (("tx",), "thị xã"),
    (("thị", "trấn"), "thị trấn"),
    (("đặc", "khu"), "đặc khu"),
    (("xã",), "xã"),
    (("phường",), "phường"),
    (("thành", "phố"), "thành phố"),
    (("tp",), "thành phố"),
)
_MOST_WORDS = 5
_WHOLE = 3  # words of most names of places
# what may follow "UBND thành phố" with a capital and is no name
_NO_NAMES = {"khóa", "nhiệm", "giai", "năm", "ban", "kế", "quyết", "giao", "về", "chủ", "phó", "ngày", "số", "kỳ"} | {
    "trực", "trên", "thuộc", "trung", "các", "có", "liên", "và", "sở", "ủy", "ubnd", "hđnd", "đảng", "hội", "để",
}  # fmt: skip
_NEVER_NAMES = {"ubnd", "hđnd", "các", "sở", "và", "ủy"}


def read_place_below(line: Line, at: int, lexicon: Lexicon) -> tuple[Locality, int] | None:
    """Read the district or commune behind the name of a body: "Công an | huyện Kỳ Anh"."""
    noun, start = read_noun(line.words, at)
    dotted = line.word(start - 1) in ("tp", "tx") and line.between(start).strip() == "."
    joined = line.joined(at) and (line.joined(start) or dotted)
    name = read_place_name(line, start, noun, lexicon) if noun and joined else None
    return (Locality(noun, name[0]), name[1]) if name else None


def read_place_name(line: Line, start: int, noun: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """Read the proper name of a district or commune of the sort *noun*; no body, verb or city of province rank."""
    if start >= len(line):
        return None
    end = name_end(line, start, marked=True)
    if end == start or is_no_name(line.words, start, end) or lexicon.bodies.longest(line.words, start):
        return None
    if (noun == "thành phố" and is_central_city(line.words, start, lexicon)) or is_verb(line, start):
        return None
    name = line.said(start, end)
    if is_upper(name) and not name.isdigit() and not is_whole_name(line, start, end):
        return None
    return text_of(name.title() if is_upper(name) and len(name) > 1 else name), end


def is_named_place(line: Line, at: int) -> bool:
    """Tell a noun of places with a name of its own behind it: "thị xã Bảo Lộc", not "thị xã, thành phố"."""
    noun, start = read_noun(line.words, at)
    if not noun or start >= len(line) or is_verb(line, start):
        return False
    end = name_end(line, start)
    return end > start and not is_no_name(line.words, start, end) and not is_upper(line.said(start, end))


def is_whole_name(line: Line, start: int, end: int) -> bool:
    """Tell a name in capitals with nothing behind it: "UBND XÃ NGHĨA SƠN", where a longer line may say what is done."""
    return end - start <= _WHOLE and (end >= len(line) or line.between(end).strip() != "")


def is_no_name(words: list[Token], start: int, end: int) -> bool:
    """Tell a capital that is none of a name: "UBND thành phố Ban hành"; but "huyện Năm Căn", "xã Trung Thành"."""
    first = words[start].word
    return first in _NEVER_NAMES or (first in _NO_NAMES and (end == start + 1 or words[start + 1].word in _NEVER_NAMES))


def read_noun(words: list[Token], at: int) -> tuple[str, int]:
    """Read the noun of a district or commune at word *at*, as written small, and the word after it."""
    if [w.word for w in words[at : at + 3]] == ["xã", "hội", "chủ"]:
        return "", at
    for noun, said in _NOUNS:
        if tuple(w.word for w in words[at : at + len(noun)]) == noun:
            return said, at + len(noun)
    return "", at


def name_end(line: Line, start: int, *, marked: bool = False) -> int:
    """Find the end of a proper name: capitalised words (or one number) with nothing but blanks between them.

    A name that a list goes on with may stand behind a mark (*marked*): "các xã: A, B".
    """
    end, capitals = start, False
    while end < len(line) and end - start < _MOST_WORDS:
        between = " " if end == start and marked else line.between(end)
        if end == start and line.word(start - 1) in ("tp", "tx"):
            between = between.removeprefix(".")
        if end == start and line.word(end)[0].isdigit():
            return end + 1 if between.strip() == "" and "\n" not in between else start
        joined = between == " " or (end > start and between in ("'", "’", "-"))
        word = line.said(end, end + 1)
        if end == start:
            capitals = word.isupper() and len(word) > 1
        elif capitals and not word.isupper():
            break
        if end > start and joined and _numbers(line, end):
            return end + 1
        if not line.upper(end) or not (joined or (end == start and between.strip() == "")):
            break
        end += 1
    return end


def _numbers(line: Line, at: int) -> bool:
    """Tell the number that ends a name: "phường Hải Châu 1", but no "xã Hòa Sơn 2 lần"."""
    ends = at + 1 >= len(line) or line.between(at + 1).strip() in (",", ";", ".", ")", ",)")
    return re.fullmatch(r"1?\d", line.word(at)) is not None and ends


def is_verb(line: Line, at: int) -> bool:
    """Tell "Lập kế hoạch", "Cần sớm" and "Lập Kế hoạch" from the names "Lập Thạch" and "Cần Giờ"."""
    named = line.upper(at + 1) and line.word(at + 1) not in _NO_NAMES
    return not named and bool(OPENS_DUTY.match(line.text.low, line.words[at].start))


def is_central_city(words: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell a city of province rank: "thành phố Bắc Ninh" is a town of its province, "thành phố Hải Phòng" is not."""
    if any(_is_city(words, before, lexicon) for before in (at - 2, at - 1) if before >= 0):
        return True  # "Thành phố Hồ Chí Minh" is known with its noun only
    named = lexicon.places.longest(words, at)
    if named is None:
        return False
    return lexicon.knowledge.areas[named[0]].city or any(
        area.city and area.name == lexicon.knowledge.areas[named[0]].name for area in lexicon.knowledge.areas.values()
    )


def _is_city(words: list[Token], at: int, lexicon: Lexicon) -> bool:
    named = lexicon.places.longest(words, at) if words[at].word in ("thành", "tp") else None
    return named is not None and named[1] > at + 2 and lexicon.knowledge.areas[named[0]].city
