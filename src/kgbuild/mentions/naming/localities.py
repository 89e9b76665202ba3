"""Organs of districts and communes named with their place: "UBND huyện Chư Păh", "Quận ủy Cầu Giấy"."""

import re

from kgbuild.language import fold, is_upper
from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.names import Lexicon, text_of
from kgbuild.mentions.naming.place_names import (
    is_central_city,
    is_no_name,
    is_verb,
    is_whole_name,
    name_end,
    read_noun,
    read_place_name,
)
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
    (("ubkt",), "prov:ubkt-tu"),
    (("ban", "tổ", "chức"), "prov:btc-tu"),
    (("ban", "tuyên", "giáo"), "prov:btg"),
    (("ban", "dân", "vận"), "prov:bdv"),
)
_COMMUNES, _DISTRICTS = ("xã", "phường", "thị trấn"), ("quận", "huyện", "thị xã", "thành phố")
_BARE = ("prov:ubkt-tu", "prov:btg", "prov:bdv")  # "Văn phòng", "Ban Tổ chức" alone are often other bodies
_LONGEST_FIRST = sorted(_ORGANS, key=lambda pair: -len(pair[0]))
# a Party committee bears the noun in its own name: "Quận ủy Cầu Giấy"
_COMMITTEES = {"quận": "quận", "huyện": "huyện", "thị": "thị xã", "thành": "thành phố"}


def read_local_organ(
    line: Line, at: int, lexicon: Lexicon, *, bare: bool = False, head: bool = False
) -> tuple[AgencyMention, int] | None:
    """Read the organ of a district or commune that begins at word *at*; None where none with a name begins.

    A list that goes on after one (*bare*) may leave the organ out: "UBND huyện Đak Đoa, thị xã An Khê".
    Names in capitals are believed in the *head* of a document only.
    """
    words = line.words
    record, after = _organ(words, at)
    noun, start = "", after
    if committee := None if record else _committee(words, at):
        record, noun, start = committee
        if line.opens(start, "thành", "phố"):
            return None  # "Thành ủy Thành phố" is the committee of the city that speaks
    elif record or bare:
        noun, start = read_noun(words, after)
    if not noun:
        return None
    end = name_end(line, start)
    if end == start or (noun == "thành phố" and is_central_city(words, start, lexicon)):
        return None
    if is_no_name(words, start, end) or lexicon.bodies.longest(words, start) or is_verb(line, start):
        return None
    name = line.said(start, end)
    if is_upper(name) and not head and not name.isdigit() and not (record and is_whole_name(line, start, end)):
        return None
    locality = Locality(noun, text_of(name.title() if is_upper(name) else name))
    if record and noun in _COMMUNES:
        locality, end = _in_district(line, locality, end, lexicon)
    span = line.span(at, end)
    place = lexicon.place(words, end) if end < len(words) else None
    area = place[0] if place and re.fullmatch(r"[\s,]+", line.between(end)) else ""
    return AgencyMention(
        span, record=record or "prov:ubnd", area=area, locality=locality, elliptical=not record, rule="local"
    ), end


def _in_district(line: Line, commune: Locality, at: int, lexicon: Lexicon) -> tuple[Locality, int]:
    """Read the district that a commune lies in: "phường 11 | Quận 8"; its number alone names many of them."""
    noun, start = read_noun(line.words, at)
    apart = line.between(at).strip() if at < len(line) else "."
    if noun not in _DISTRICTS or apart not in ("", ",", "-", "–") or start >= len(line):
        return commune, at
    end = name_end(line, start)
    city = noun == "thành phố" and is_central_city(line.words, start, lexicon)
    if end == start or city or is_no_name(line.words, start, end):
        return commune, at
    if not commune.name.isdigit():
        return commune, end
    return Locality(commune.noun, f"{commune.name}, {noun} {text_of(line.said(start, end))}"), end


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
        many = line.word(after) in ("các", "những") or (bool(record) and line.word(after).isdigit())  # "UBND 04 xã"
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


def _is_province(line: Line, start: int, after: int, lexicon: Lexicon) -> bool:
    """Tell "các huyện Lào Cai" (of the province) from "các xã Hòa Bình, Tân Lập": no other name follows."""
    place = lexicon.places.longest(line.words, start)
    return place is not None and place[1] >= after and not (line.between(after).strip() == "," and line.upper(after))


def _ends(line: Line, at: int, cell: bool) -> bool:
    """Tell whether a bare name ends here: a mark, "và", the end, or in running text a verb."""
    if at >= len(line) or line.between(at).strip() or line.word(at) in ("và", "cùng"):
        return True
    return not cell and is_verb(line, at)


def read_letterhead_locality(text: Text, span: Span, lexicon: Lexicon, *, bare: bool = False) -> Locality | None:
    """Read the district or commune whose organ a letterhead names; the lowest one where it names several."""
    found: Locality | None = None
    line = Line.of(text, span)
    for at in range(len(line)):
        organ = read_local_organ(line, at, lexicon, bare=bare, head=True)
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
    names.update({fold(" ".join(organ)): record for organ, record in _OF_COMMITTEES if record in _BARE})
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
