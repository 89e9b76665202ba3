"""One sort of office in many places: "Trung tâm Y tế các huyện", "HĐND và UBND các xã", "Công an cấp xã" - a group."""

from kgbuild.language import slug
from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.mentions.naming.names import Lexicon, text_of
from kgbuild.mentions.naming.place_names import is_named_place
from kgbuild.model.mentions import AgencyMention

# nouns of the places or bodies in which the offices sit
_PLACES = (
    "huyện|quận|thị xã|thành phố|tp|tx|thị|xã|phường|thị trấn|đặc khu|tỉnh|địa phương|cấp|ngành|đơn vị địa phương|"
    "quận ủy|huyện ủy|thị ủy|thành ủy|tỉnh ủy|đảng ủy|đảng bộ|cơ sở"
)
_LEVELS = NameIndex((level, level) for level in _PLACES.split("|"))
_COMMITTEES = ("tỉnh ủy", "thành ủy")
_OF_PARTY = (*_COMMITTEES, "quận ủy", "huyện ủy", "thị ủy", "đảng ủy")
_PARTY_ORGANS = "ban tổ chức|ban tuyên giáo|ban tuyên giáo và dân vận|ban dân vận|ban nội chính|ủy ban kiểm tra"
_BUREAUS = NameIndex((organ, organ) for organ in ("văn phòng", *_PARTY_ORGANS.split("|")))
_NAMED_LEVELS = ("huyện", "xã", "tỉnh", "trên", "dưới", "cơ")
_OF_LEVEL = ("cấp", "tuyến")
_EACH = ("các", "từng", "mỗi")
# organs that are named by their level without a capital, alone or in pairs ("HĐND và UBND", "cấp ủy, chính quyền")
_OF_LEVELS = (
    "hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|thường trực|ban thường vụ|ban chấp hành|cấp ủy|chính quyền|"
    "thường trực hđnd|thường trực hội đồng nhân dân|thường trực ubnd|thường trực ủy ban nhân dân|mttq|"
    "mặt trận tổ quốc|ubmttq|ủy ban mttq|mttq việt nam|mặt trận|đoàn thể|tòa án nhân dân|viện kiểm sát nhân dân|"
    "công an|ban chỉ đạo|hội đồng"
)
_ORGANS = NameIndex((organ, organ) for organ in _OF_LEVELS.split("|"))
_ALONE = ("ubnd", "ủy ban nhân dân", "cấp ủy", "đoàn thể", "mặt trận")  # alone these are classes of groups.csv
_OF_COMMITTEES = ("ban thường vụ", "ban chấp hành", "thường trực")
_COUNCIL = ("hđnd", "hội đồng nhân dân")
_COMMITTEE = ("ubnd", "ủy ban nhân dân")
_LONGEST = 14


def read_offices(line: Line, at: int, lexicon: Lexicon) -> tuple[AgencyMention, int] | None:
    """Read the offices of many places named from word *at* on; None where one office, or none, is named.

    A place must follow the office at once and in the plural: by "các", by "cấp", or by two nouns of places.
    """
    start = at + 1 if line.word(at) == "các" else at
    level = (
        _bureau(line, start) or _organs(line, start) or _known(line, start, lexicon) or _unknown(line, start, lexicon)
    )
    if level is None:
        return None
    after = _levels(line, level)
    if after is None:
        return None
    after = _region(line, _belonging(line, after, lexicon))
    said = text_of(line.said(start, after))
    council = _council(line, start)
    if council:  # the committees behind the councils are a group of their own
        said, after = f"{text_of(line.said(start, council[0]))} {text_of(line.said(level, after))}", council[1]
    code = slug(said)[:80].strip("-")
    end = council[0] if council else after
    return AgencyMention(line.span(at, end), group=code, name=said[:1].upper() + said[1:], rule="offices"), after


def _belonging(line: Line, at: int, lexicon: Lexicon) -> int:
    """Step over whose the places are: "Ban Tuyên giáo các huyện ủy | trực thuộc Tỉnh ủy", never itself named here."""
    if not (line.joined(at) and line.opens(at, "trực", "thuộc")):
        return at
    at += 2
    if not line.joined(at):
        return at
    if line.opens(at, "trung", "ương"):
        return at + 2
    above = lexicon.bodies.longest(line.words, at)
    return above[1] if above else at


# which of the places are meant: "UBND các huyện | ven biển", "Ban Thường vụ các huyện ủy | miền Tây"
_REGIONS = ("núi", "tây", "đông", "xuôi", "biển")
_SIDES = ("bắc", "nam", "đông", "tây")


def _region(line: Line, at: int) -> int:
    told = (
        (line.word(at) == "miền" and line.word(at + 1) in _REGIONS)
        or (line.word(at) == "phía" and line.word(at + 1) in _SIDES)
        or line.opens(at, "ven", "biển")
        or line.opens(at, "vùng", "cao")
    )
    return at + 2 if told and line.joined(at) and line.joined(at + 1) else at


def _council(line: Line, at: int) -> tuple[int, int] | None:
    """Read "HĐND | và UBND các": the word after the councils, and the one at which the committees begin."""
    first = _ORGANS.longest(line.words, at)
    if first is None or first[0] not in _COUNCIL:
        return None
    follows = first[1] + (line.word(first[1]) == "và")
    second = _ORGANS.longest(line.words, follows)
    if second is None or second[0] not in _COMMITTEE or line.word(second[1]) != "các":
        return None
    return first[1], follows


def _organs(line: Line, at: int) -> int | None:
    """Read organs known by their level, joined by commas and "và"; give the word after the last one."""
    count, here, first = 0, at, ""
    while (hit := _ORGANS.longest(line.words, here)) and count < 4:
        first = first or hit[0]
        count, here = count + 1, hit[1]
        follows = here + 1 if line.word(here) == "và" else here
        if _ORGANS.longest(line.words, follows) is None or (follows == here and line.between(here).strip() != ","):
            break
        here = follows
    if count == 1 and first in _OF_COMMITTEES and (line.opens(here, "đảng", "ủy") or line.opens(here, "đảng", "bộ")):
        here += 2  # "Ban Thường vụ | đảng ủy các xã, phường"
    if not count or not line.joined(here) or (count == 1 and first in _ALONE):
        return None
    return here


def _bureau(line: Line, at: int) -> int | None:
    """Tell "văn phòng | các tỉnh ủy, thành ủy", "ban tổ chức | các huyện ủy": organs of one level, written small."""
    hit = _BUREAUS.longest(line.words, at)
    if hit is None or not line.joined(hit[1]) or not _opens_levels(line, hit[1]):
        return None
    level = _LEVELS.longest(line.words, hit[1] + (line.word(hit[1]) in _EACH))
    return hit[1] if hit[0] == "văn phòng" or (level and level[0] in _OF_PARTY) else None


def _known(line: Line, at: int, lexicon: Lexicon) -> int | None:
    hit = lexicon.bodies.longest(line.words, at)
    if hit is None or not line.joined(hit[1]) or line.word(at) in ("ubnd", "ủy"):
        return None
    return hit[1] + 1 if line.word(hit[1]) in ("của", "thuộc", "ở", "tại") else hit[1]


def _unknown(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Look for the places behind an office nobody has listed: "Phòng Giáo dục và Đào tạo | các quận, huyện"."""
    head = lexicon.heads.opened(line.words, at)
    if not head or not line.upper(at):
        return None
    if line.opens(at, "ủy", "ban", "nhân", "dân") or line.word(at) == "đảng":
        return None  # classes of groups.csv
    for here in range(head, min(at + _LONGEST, len(line))):
        if line.between(here).strip() == "," and not _LEVELS.longest(line.words, here):
            if line.word(here) in _EACH or line.upper(here):
                return None
        elif not line.joined(here) and line.between(here).strip(" -") != "":
            return None
        if _opens_levels(line, here):
            return here
        if line.verb(here):
            return None
    return None


def _opens_levels(line: Line, at: int) -> bool:
    if line.opens(at, "cùng", "cấp"):
        return True
    if line.word(at) in _EACH:
        return _LEVELS.longest(line.words, at + 1) is not None
    return (line.word(at) in _OF_LEVEL and line.word(at + 1) in _NAMED_LEVELS) or _two(line, at)


def _two(line: Line, at: int) -> bool:
    """Tell two nouns of places in a row: "huyện, thành phố"."""
    first = _LEVELS.longest(line.words, at)
    if first is None or line.upper(at):
        return False
    if first[0] not in _COMMITTEES and line.word(at) in ("tỉnh", "cấp", "ngành", "cơ", "thành", "tp"):
        return False
    follows = first[1] + (line.word(first[1]) == "và")
    parted = line.between(first[1]).strip() in (",", "/", "-") or follows > first[1]
    return parted and _LEVELS.longest(line.words, follows) is not None and not line.upper(follows)


def _levels(line: Line, at: int) -> int | None:
    """Read the nouns of places from *at* on; None when they are not many, or have names of their own."""
    if not _opens_levels(line, at):
        return None
    if line.opens(at, "cùng", "cấp"):
        return at + 2
    here = at + 1 if line.word(at) in _EACH else at
    after = None
    while here < len(line):
        if line.word(here) in _OF_LEVEL and line.joined(here + 1) and line.word(here + 1) in _NAMED_LEVELS:
            after = here + (3 if line.opens(here + 1, "cơ", "sở") else 2)
        elif hit := _LEVELS.longest(line.words, here):
            if is_named_place(line, here):
                break
            after = hit[1]
        else:
            break
        here = after
        if line.word(here - 1) in ("ủy", "bộ") and line.joined(here) and _LEVELS.longest(line.words, here):
            continue  # "các đảng ủy | xã, phường"
        if line.word(here) == "và" or line.word(here) in _EACH:
            here += 1
            here += line.word(here) in _EACH
        elif line.between(here).strip() not in (",", "-", "/"):
            break
    return after
