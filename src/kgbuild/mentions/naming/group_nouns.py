"""The nouns of collective agents: "sở", "ban, ngành", "UBND (các) huyện", "huyện ủy, thành ủy"."""

from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.head_nouns import opens_compound
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.mentions.naming.place_names import read_place_name

DETERMINERS = {"các", "những", "mọi", "từng", "toàn", "một", "quý"}
LEVELS = ("cap-huyen", "cap-xa")
"""The groups of the districts and of the communes."""
PARTY_COMMITTEES = ("cap-uy", "dang-doan")
"""The groups of the Party's committees, which stand in places, ministries and unions."""
_HAVE_COMMITTEES = (*LEVELS, "bo-nganh", "doan-the")  # of the Party
_VILLAGES = (
    ("thôn",),
    ("bản",),
    ("ấp",),
    ("buôn",),
    ("xóm",),
    ("khu", "phố"),
    ("tổ", "dân", "phố"),
    ("khu", "dân", "cư"),
)
_ALL = (["tất", "cả"], ["toàn", "thể"], ["toàn", "bộ"])
_COMMITTEE = (["ubnd"], ["ủy", "ban", "nhân", "dân"])
# the Party committees below the province, whose common "ủy" may be said once: "các huyện, thị, thành ủy"
_LOCAL_COMMITTEES = {"quận", "huyện", "thị", "thành"}


def is_named(line: Line, after: int, lexicon: Lexicon) -> bool:
    """Tell whether the noun of places that ends before *after* has a name behind it: "các huyện, thị xã | Bảo Lộc"."""
    town = line.word(after - 1) in ("phố", "tp")
    dotted = line.word(after - 1) in ("tp", "tx") and line.between(after).strip() == "."
    if not (line.joined(after) or dotted) or not line.upper(after):
        return False
    if not town and lexicon.places.longest(line.words, after) is not None:
        return False
    return read_place_name(line, after, "thành phố" if town else "", lexicon) is not None


def read_committees(line: Line, at: int, plural: bool) -> tuple[str, int] | None:
    """Read the Party committees below the province, with one "ủy" or more: "huyện ủy, thành ủy", "huyện, thị ủy"."""
    here, after, count = at, at, 0
    while line.word(here) in _LOCAL_COMMITTEES:
        here, count = here + 1, count + 1
        if line.joined(here) and line.word(here) == "ủy":
            here += 1
            after = here
        if line.word(here) == "và":
            here += 1
        elif line.between(here).strip() not in (",", "/"):
            break
    if after == at or not (plural or (count > 1 and line.word(at) != "thành")):
        return None
    return "cap-uy", after


def _past_village(line: Line, at: int) -> int:
    """Find the word behind a noun of villages, whose Party cells are meant: "chi bộ các | thôn"; 0 where none is."""
    return next((at + len(noun) for noun in _VILLAGES if line.opens(at, *noun)), 0)


def past_levels(line: Line, after: int, lexicon: Lexicon) -> int:
    """Read the places or sectors behind Party committees: "đảng ủy | (các) xã, phường", "đảng ủy | các bộ, ngành"."""
    here = after + (line.word(after) in DETERMINERS)
    if not line.joined(after):
        return after
    while True:
        hit = lexicon.group_nouns.longest(line.words, here)
        end = hit[1] if hit and hit[0] in _HAVE_COMMITTEES else _past_village(line, here)
        if not end or is_named(line, end, lexicon):
            break
        after = here = end
        if line.word(here) == "và":
            here += 1
        elif line.between(here).strip() != ",":
            break
    return after


def read_determiner(words: list[Token], at: int) -> tuple[bool, int]:
    start = at
    if [w.word for w in words[at : at + 2]] in _ALL:
        at += 2
    while at < len(words) and words[at].word in DETERMINERS:
        at += 1
    return at > start, at


def read_class(words: list[Token], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Read one class noun; "UBND (các) quận, huyện" is the districts' committees."""
    for committee in _COMMITTEE:
        if [w.word for w in words[at : at + len(committee)]] == committee:
            _, after = read_determiner(words, at + len(committee))
            if after == at + len(committee) and after + 1 < len(words) and words[after].word.isdigit():
                after += words[after + 1].word in ("tỉnh", "huyện", "xã", "phường", "quận", "thị")  # "UBND 05 tỉnh"
            if after < len(words) and words[after].word == "cấp":
                if after > at + len(committee):
                    return lexicon.group_nouns.longest(words, after)
                after += 1
            level = lexicon.group_nouns.longest(words, after)
            if level and level[0] in ("cap-huyen", "cap-xa", "tinh-thanh-pho") and not _founds(words, level[1]):
                return level
            many = after > at + len(committee) and words[after].word == "tỉnh" if after < len(words) else False
            return ("tinh-thanh-pho", after + 1) if many else None
    found = lexicon.group_nouns.longest(words, at)
    if found and (
        _founds(words, found[1])
        or (found[0] == "bo-nganh" and words[at].word == "ngành")
        or opens_compound(words, found[1] - 1, found[1])
    ):
        return None
    return found


def _founds(words: list[Token], after: int) -> bool:
    """Tell "UBND tỉnh | thành lập Đoàn kiểm tra" from "UBND (các) tỉnh, thành"."""
    said = [w.word for w in words[after - 1 : after + 1]] == ["thành", "lập"]
    return said and words[after - 1].start == words[after - 2].end + 1  # "UBND các tỉnh, thành lập danh sách"


def read_town(words: list[Token], at: int, run: list[tuple[str, int, int]]) -> tuple[str, int] | None:
    """Read "thành phố" (TP, TX) after "huyện, thị xã": there it is a town of the province, not the province itself."""
    if not run or run[-1][0] != "cap-huyen":
        return None
    for noun in (["thành", "phố"], ["tp"], ["tx"]):
        if [w.word for w in words[at : at + len(noun)]] == noun:
            return "cap-huyen", at + len(noun)
    return None
