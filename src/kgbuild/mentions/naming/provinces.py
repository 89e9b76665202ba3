"""One body in several provinces that are named: "UBND các tỉnh: Lào Cai, Yên Bái", "HĐND, UBND các tỉnh A và B"."""

from collections.abc import Iterator

from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.names import PLACED, Lexicon
from kgbuild.model.mentions import AgencyMention

_COMMITTEE = "prov:ubnd"  # who acts where only the places are named: "các tỉnh Lào Cai, Yên Bái"
_NOUNS = (("tỉnh",), ("thành", "phố"), ("tp",), ("địa", "phương"))
_MOST_QUALIFIERS = 9  # words between the noun and a colon: "các tỉnh vùng đồng bằng sông Cửu Long:"
_CITY = (Token("thành", 0, 0), Token("phố", 0, 0))
_MOST_WORDS = 6
_MOST_ORGANS = 8  # bodies that provinces are said to have in one breath; a longer list is none of theirs
_OPEN = (":", "(")
_APART = (",", ";")


def read_provinces(line: Line, at: int, lexicon: Lexicon) -> tuple[list[AgencyMention], int] | None:
    """Read one body, or several, of each province named from word *at* on; None where no province has a name.

    The provinces are announced in the plural ("các tỉnh", "05 tỉnh", "tỉnh, thành phố") and stand right behind it, or
    behind a colon or bracket and what narrows it. Of places only named it is the People's Committees that act.
    """
    organs, start = _organs(line, at, lexicon)
    many = _many(line, start)
    if many is None:
        return None
    first = _first(line, many, lexicon)
    if first is None:
        return None
    only_cities = line.word(many - 1) in ("phố", "tp") and not _says(line, start, many, "tỉnh")
    found: list[AgencyMention] = []
    begin = at
    for here, area, after in _places(line, first, lexicon):
        if only_cities and not lexicon.knowledge.areas[area].city:
            break
        span = line.span(begin if not found else here, after)
        found += [AgencyMention(span, record=r, area=area, elliptical=start == at, rule="ellipsis") for r in organs]
        end = after
    return (found, end) if found else None


def _organs(line: Line, at: int, lexicon: Lexicon) -> tuple[list[str], int]:
    """Read the bodies that each of the provinces has; the People's Committee where none is named."""
    organs: list[str] = []
    here = at
    while hit := lexicon.bodies.longest(line.words, here):
        record = hit[0].removesuffix(PLACED)
        if lexicon.knowledge.agencies[record].scope != "province":
            return [], at
        if len(organs) == _MOST_ORGANS:
            return [], at
        organs.append(record)
        here = hit[1]
        follows = here + (line.word(here) == "và")
        if line.between(here).strip() not in (",", "") or lexicon.bodies.longest(line.words, follows) is None:
            break
        here = follows
    return (organs, here) if organs else ([_COMMITTEE], at)


def _many(line: Line, at: int) -> int | None:
    """Read "các tỉnh", "05 tỉnh", "tỉnh, thành phố trực thuộc Trung ương"; None where one province or none is meant."""
    told = line.word(at) == "các" or (line.word(at).isdigit() and line.joined(at + 1))
    here, count = at + told, 0
    while noun := next((noun for noun in _NOUNS if line.opens(here, *noun)), None):
        here, count = here + len(noun), count + 1
        follows = here + (line.word(here) == "và")
        if line.between(here).strip() not in ("", ",", "/", "-") or not any(line.opens(follows, *n) for n in _NOUNS):
            break
        if line.joined(follows) and follows == here:
            break
        here = follows
    if not count or not (told or count > 1):
        return None
    for central in ("trung", "ương"), ("tw",):
        if line.opens(here, "trực", "thuộc", *central):
            here += 2 + len(central)
    return here


def _first(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Find the word at which the first name begins: at once, or behind a colon or bracket."""
    if at < len(line) and line.between(at).strip() in ("", *_OPEN) and _place(line, at, lexicon):
        return at
    for here in range(at, min(at + _MOST_QUALIFIERS, len(line))):
        between = line.between(here).strip()
        if between in _OPEN and _place(line, here, lexicon):
            return here
        if between or line.verb(here) or line.word(here) in ("và", "như"):
            return None
    return None


def _places(line: Line, at: int, lexicon: Lexicon) -> Iterator[tuple[int, str, int]]:
    """List the provinces from word *at* on (first word, area, word after) as far as nothing else stands between."""
    while place := _place(line, at, lexicon):
        yield at, place[0], place[1]
        at = place[1]
        if line.joined(at) and line.word(at) == "và":
            at += 1
        elif line.between(at).strip() not in _APART:
            return


def _place(line: Line, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Read a province; behind "tỉnh, thành phố" a city may leave its noun out: "thành phố: Hồ Chí Minh"."""
    if (found := lexicon.places.longest(line.words, at)) or not line.upper(at):
        return found
    city = lexicon.places.longest([*_CITY, *line.words[at : at + _MOST_WORDS]], 0)
    return (city[0], city[1] + at - len(_CITY)) if city and city[1] > len(_CITY) else None


def _says(line: Line, first: int, after: int, word: str) -> bool:
    return any(line.word(at) == word for at in range(first, after))
