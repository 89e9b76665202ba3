"""Organs of districts and communes named with their place: "UBND huyện Chư Păh", "Quận ủy Cầu Giấy"."""

import re

from kgbuild.language import fold, is_upper
from kgbuild.mentions.lines import Line, Token, tokens
from kgbuild.mentions.names import Lexicon, text_of
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Locality
from kgbuild.model.text import Text

_ORGANS = (
    (("ubnd",), "prov:ubnd"),
    (("ủy", "ban", "nhân", "dân"), "prov:ubnd"),
    (("hđnd",), "prov:hdnd"),
    (("hội", "đồng", "nhân", "dân"), "prov:hdnd"),
    (("đảng", "ủy"), "prov:tu"),
    (("đảng", "bộ"), "prov:tu"),
    (("ubmttq",), "prov:mttq"),
    (("ubmttqvn",), "prov:mttq"),
    (("ủy", "ban", "mttq"), "prov:mttq"),
    (("ủy", "ban", "mttq", "việt", "nam"), "prov:mttq"),
    (("ủy", "ban", "mặt", "trận", "tổ", "quốc", "việt", "nam"), "prov:mttq"),
)
# organs of a Party committee, named with it: "Thường trực Huyện ủy Chư Păh", "Văn phòng Đảng ủy xã"
_OF_COMMITTEES = (
    (("thường", "trực"), "prov:thuong-truc-tu"),
    (("ban", "thường", "vụ"), "prov:ban-thuong-vu-tu"),
    (("btv",), "prov:ban-thuong-vu-tu"),
    (("văn", "phòng"), "prov:vptu"),
    (("ủy", "ban", "kiểm", "tra"), "prov:ubkt-tu"),
    (("ban", "tổ", "chức"), "prov:btc-tu"),
    (("ban", "tuyên", "giáo"), "prov:btg"),
    (("ban", "dân", "vận"), "prov:bdv"),
)
_LONGEST_FIRST = sorted(_ORGANS, key=lambda pair: -len(pair[0]))
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
# a Party committee bears the noun in its own name: "Quận ủy Cầu Giấy"
_COMMITTEES = {"quận": "quận", "huyện": "huyện", "thị": "thị xã", "thành": "thành phố"}
_MOST_WORDS = 5
# what may follow "UBND thành phố" with a capital and is no name
_NO_NAMES = {"khóa", "nhiệm", "giai", "năm", "ban", "kế", "quyết", "giao", "về", "chủ", "phó", "ngày", "số", "kỳ"} | {
    "trực", "trên", "thuộc", "trung", "các", "có", "liên", "và", "sở", "ủy", "ubnd", "hđnd", "đảng", "hội", "để",
}  # fmt: skip
_NEVER_NAMES = {"ubnd", "hđnd", "các", "sở", "và", "ủy"}


def read_local_organ(
    text: Text, words: list[Token], at: int, lexicon: Lexicon, *, bare: bool = False, head: bool = False
) -> tuple[AgencyMention, int] | None:
    """Read the organ of a district or commune that begins at word *at*; None where none with a name begins.

    A list that goes on after one (*bare*) may leave the organ out: "UBND huyện Đak Đoa, thị xã An Khê".
    Names in capitals are believed in the *head* of a document only.
    """
    record, after = _organ(words, at)
    noun, start = "", after
    if record or bare:
        noun, start = read_noun(words, after)
    elif committee := _committee(words, at):
        record, noun, start = committee
        if [w.word for w in words[start : start + 2]] == ["thành", "phố"]:
            return None  # "Thành ủy Thành phố" is the committee of the city that speaks
    if not noun:
        return None
    end = _name_end(text, words, start)
    if end == start or (noun == "thành phố" and _is_central_city(words, start, lexicon)):
        return None
    if _no_name(words, start, end) or lexicon.bodies.longest(words, start) or _is_verb(text, words, start):
        return None
    name = text.words(Span(words[start].start, words[end - 1].end))
    if is_upper(name) and not head:
        return None
    locality = Locality(noun, text_of(name.title() if is_upper(name) else name))
    span = Span(words[at].start, words[end - 1].end)
    place = lexicon.place(words, end) if end < len(words) else None
    area = place[0] if place and re.fullmatch(r"[\s,]+", text.norm[span.end : words[end].start]) else ""
    return AgencyMention(
        span, record=record or "prov:ubnd", area=area, locality=locality, elliptical=not record, rule="local"
    ), end


def _committee(words: list[Token], at: int) -> tuple[str, str, int] | None:
    """Read a Party committee that bears the noun of its place, or an organ of it: record, noun, word after."""
    record, start = "prov:tu", at
    for organ, of_committee in _OF_COMMITTEES:
        if tuple(w.word for w in words[at : at + len(organ)]) == organ:
            record, start = of_committee, at + len(organ)
    said = [w.word for w in words[start : start + 2]]
    return (record, _COMMITTEES[said[0]], start + 2) if said[1:] == ["ủy"] and said[0] in _COMMITTEES else None


def read_named_places(
    line: Line, at: int, lexicon: Lexicon, noun: str = "", *, cell: bool = False
) -> tuple[AgencyMention, int, str] | None:
    """Read the committee of one of several places that share a noun: "UBND các xã: A, B", "các quận A, B".

    With the *noun* of the place before the list goes on with bare names. A table *cell* may leave the committee out
    ("huyện Bảo Thắng"), and a name may be all it says of the next place.
    """
    record, after, start = "", at, at
    if not noun:
        record, after = _organ(line.words, at)
        many = line.word(after) in ("các", "những")
        if not many and (record or not cell):
            return None
        noun, start = read_noun(line.words, after + many)
        if start < len(line) and line.between(start).strip() not in ("", ":", "."):
            return None
    if not noun or not (name := read_place_name(line, start, noun, lexicon)):
        return None
    if start == at and not _ends(line, name[1], cell):
        return None
    if start > at and _is_province(line, start, name[1], lexicon):
        return None
    locality = Locality(noun, name[0])
    mention = AgencyMention(
        line.span(at, name[1]), record=record or "prov:ubnd", locality=locality, elliptical=not record, rule="local"
    )
    return mention, name[1], noun


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
    end = _name_end(line.text, line.words, start, marked=True)
    if end == start or _no_name(line.words, start, end) or lexicon.bodies.longest(line.words, start):
        return None
    if (noun == "thành phố" and _is_central_city(line.words, start, lexicon)) or _is_verb(line.text, line.words, start):
        return None
    name = line.said(start, end)
    return None if is_upper(name) and not name.isdigit() else (text_of(name), end)


def is_named_place(line: Line, at: int) -> bool:
    """Tell a noun of places with a name of its own behind it: "thị xã Bảo Lộc", not "thị xã, thành phố"."""
    noun, start = read_noun(line.words, at)
    if not noun or start >= len(line) or _is_verb(line.text, line.words, start):
        return False
    end = _name_end(line.text, line.words, start)
    return end > start and not _no_name(line.words, start, end) and not is_upper(line.said(start, end))


def _no_name(words: list[Token], start: int, end: int) -> bool:
    """Tell a capital that is none of a name: "UBND thành phố Ban hành"; but "huyện Năm Căn", "xã Trung Thành"."""
    first = words[start].word
    return first in _NEVER_NAMES or (first in _NO_NAMES and (end == start + 1 or words[start + 1].word in _NEVER_NAMES))


def _is_province(line: Line, start: int, after: int, lexicon: Lexicon) -> bool:
    """Tell "các huyện Lào Cai" (of the province) from "các xã Hòa Bình, Tân Lập": no other name follows."""
    place = lexicon.places.longest(line.words, start)
    return place is not None and place[1] >= after and not (line.between(after).strip() == "," and line.upper(after))


def _ends(line: Line, at: int, cell: bool) -> bool:
    """Tell whether a bare name ends here: a mark, "và", the end, or in running text a verb."""
    if at >= len(line) or line.between(at).strip() or line.word(at) in ("và", "cùng"):
        return True
    return not cell and _is_verb(line.text, line.words, at)


def read_letterhead_locality(text: Text, span: Span, lexicon: Lexicon, *, bare: bool = False) -> Locality | None:
    """Read the district or commune whose organ a letterhead names; the lowest one where it names several."""
    found: Locality | None = None
    words = tokens(text, span)
    for at in range(len(words)):
        organ = read_local_organ(text, words, at, lexicon, bare=bare, head=True)
        if organ is not None and (not bare or is_upper(text.words(organ[0].span))):
            found = organ[0].locality
    return found


def short_names(locality: Locality) -> dict[str, str]:
    """List how a document of a district or commune names its own organs without their place, by folded name."""
    names: dict[str, str] = {}
    for organ, record in _ORGANS:
        names[fold(f"{' '.join(organ)} {locality.noun}")] = record
        names[fold(" ".join(organ))] = record
    for organ, record in _OF_COMMITTEES:
        names[fold(f"{' '.join(organ)} đảng ủy {locality.noun}")] = record
        names[fold(f"{' '.join(organ)} đảng ủy")] = record
    for head, noun in _COMMITTEES.items():
        if noun == locality.noun:
            names[f"{head} ủy"] = "prov:tu"
            names.update({fold(f"{' '.join(organ)} {head} ủy"): record for organ, record in _OF_COMMITTEES})
    return names


def _organ(words: list[Token], at: int) -> tuple[str, int]:
    for organ, record in _LONGEST_FIRST:
        if tuple(w.word for w in words[at : at + len(organ)]) == organ:
            return record, at + len(organ)
    return "", at


def read_noun(words: list[Token], at: int) -> tuple[str, int]:
    """Read the noun of a district or commune at word *at*, as written small, and the word after it."""
    if [w.word for w in words[at : at + 3]] == ["xã", "hội", "chủ"]:
        return "", at
    for noun, said in _NOUNS:
        if tuple(w.word for w in words[at : at + len(noun)]) == noun:
            return said, at + len(noun)
    return "", at


def _name_end(text: Text, words: list[Token], start: int, *, marked: bool = False) -> int:
    """Find the end of a proper name: capitalised words (or one number) with nothing but blanks between them.

    A name that a list goes on with may stand behind a mark (*marked*): "các xã: A, B".
    """
    end, capitals = start, False
    while end < len(words) and end - start < _MOST_WORDS:
        first = text.norm[words[end].start]
        between = " " if end == start and marked else text.norm[words[end - 1].end : words[end].start] if end else ""
        if end == start and start and words[start - 1].word in ("tp", "tx"):
            between = between.removeprefix(".")
        if end == start and first.isdigit():
            return end + 1 if between.strip() == "" and "\n" not in between else start
        joined = between == " " or (end > start and between in ("'", "’", "-"))
        word = text.norm[words[end].start : words[end].end]
        if end == start:
            capitals = word.isupper() and len(word) > 1
        elif capitals and not word.isupper():
            break
        if not first.isupper() or not (joined or (end == start and between.strip() == "")):
            break
        end += 1
    return end


def _is_verb(text: Text, words: list[Token], at: int) -> bool:
    """Tell "Lập kế hoạch", "Cần sớm" and "Lập Kế hoạch" from the names "Lập Thạch" and "Cần Giờ"."""
    named = any(text.norm[w.start].isupper() and w.word not in _NO_NAMES for w in words[at + 1 : at + 2])
    return not named and bool(OPENS_DUTY.match(text.low, words[at].start))


def _is_central_city(words: list[Token], at: int, lexicon: Lexicon) -> bool:
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
