"""What stands above a document: the issuer beside the motto, the number line, place and date (Decree 30/2020/NĐ-CP)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, ENGLISH_DATE, UPPER, is_upper, loosely, parse_date
from kgbuild.model import Span
from kgbuild.model.text import Text

# "nước Cộng hòa xã hội …" names the country in a sentence, as "Hiến pháp nước …" does
_MOTTO = re.compile(
    rf"(?<!nước ){loosely('cộng hòa xã hội')}|{loosely('đảng cộng sản việt nam')}|"
    rf"{loosely('độc lập')}\s*-\s*{loosely('tự do')}|^socialist republic"
)
_SECOND = re.compile(rf"[ |*]*{loosely('độc lập')}")  # the motto's second line
_PARTY = re.compile(loosely("đảng cộng sản việt nam"))
_ORGAN_BELOW = re.compile(r"\W*(?:đảng (?:ủy|đoàn|bộ)|chi (?:bộ|ủy)|ban|[uủ][yỷ] ban|văn phòng|trường|báo)(?![^\W_])")
_MOTTO_WORDS = "cộng hòa xã hội chủ nghĩa việt nam"
# "Số: 12", "Số 12-KH/TU", "Nghị quyết số: 12"; never "Số hiệu", "Số công báo"
_NUMBER_CUE = re.compile(r"(?:^|[\n|*])\W*(?:[^\W\d_]+\s+){0,4}?(?:số|no\.?)\s*:?\s*$|(?<=\s)số\s*:\s*$", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"^\W{0,3}(?:số\s*(?=:|/|\d|$)|no[.:]{1,2}\s*(?=\d))", re.IGNORECASE)
_NUMBER_INSIDE = re.compile(r"[\s|*]+(?:số\s*:|số\s+\d{1,5}\s*[-/]).*", re.IGNORECASE | re.DOTALL)
# "Số: 101-CP": until 1998 the Government numbered without a type symbol, as unions do their letters
_UNTYPED = re.compile(
    r"(?P<number>\d{1,5}[a-zđ]?)(?:/(?P<year>19\d{2}))?\s?[/-]\s?(?P<organ>CP|TTg|HĐBT|HĐCP|UB|VKSTC|LĐLĐ)(?![\w/-])"
)
_UNTYPED_LINE = re.compile(r"\W*số\s*:?\s*(?=\d)", re.IGNORECASE)
# "Số: 1234/" or "Số: 1234/QĐ-" at the end of a line, and how the next one goes on
_STROKE = re.compile(r"(?<!\w)[Ss]ố\s*:?\s*\d{1,5}(?:/\d{4})?(?P<form>/[^\W\d_]+(?:-[^\W\d_]+)?)?\s*[/-]$")
_GROUPS = re.compile(rf"[/-]?\s*[{UPPER}][^\W\d_]*[-/]\S+$")
_ORGAN = re.compile(rf"[{UPPER}]{{2}}[^\W_]{{0,12}}(?:-\S+)?$")
_BREAK = re.compile(r"-\s*(?:\n\s*|$)")
_DATED = re.compile(rf",\s*(?:ng[àaáảãạâ]y\s+{DATE}|{ENGLISH_DATE})", re.IGNORECASE)
_COMMITTEE = re.compile(r"\W*(?:tỉnh|thành|huyện|quận|thị) ủy(?![^\W_])|\W*đảng bộ (?:tỉnh|thành phố|huyện|quận)")
_DOTS = re.compile(r"\s*[.…]{3,}\s*$")  # a place left open
_BARE_DATE = re.compile(rf"\W*ng[àaáảãạâ]y\s+{DATE}\W*", re.IGNORECASE)
_PLACE = re.compile(rf"(?<![\w/])(?:[{UPPER}][^\W\d_A-ZĐ]*\s*\n\s*)?[{UPPER}][^,\n;:|/]{{1,40}}$")
# where two columns run together, the number or the motto stands in front of the place on its line
_BEFORE_PLACE = re.compile(r"\S*/\S*\s|hạnh phúc\W|(?:chủ nghĩa|đảng cộng sản) việt nam\W|\|", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a letterhead says; `date_span` covers the place too, `start` is the index of its first line.

    `authority_lines` are the lines of the issuer where columns run together and set the motto between them.
    """

    authority: Span | None = None
    authority_lines: tuple[Span, ...] = ()
    symbol: DocumentSymbol | None = None
    symbol_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    place: str | None = None
    start: int = 0


def is_motto(low: str) -> bool:
    """Tell whether a folded line holds the motto of the State or the name of the Party."""
    return bool(_MOTTO.search(low))


def read_letterhead(text: Text, lines: Sequence[Span]) -> Letterhead:
    """Read a letterhead from the lines above a type heading; a page may set lines of its own on top of it."""
    start, named = _authority(text, lines)
    own = lines[start:]
    symbol, symbol_span = read_number(text, own)
    date, date_span, place = read_date(text, own)
    if date is None and symbol_span is not None:
        date, date_span = _bare_date(text, own, symbol_span.end)
    authority = Span(named[0].start, named[-1].end) if named else None
    if authority and symbol_span and _COMMITTEE.match(text.low, authority.start):
        symbol = of_committee(text, symbol, symbol_span)
    broken = any(_MOTTO.search(text.low, one.end, two.start) for one, two in pairwise(named))
    return Letterhead(authority, named if broken else (), symbol, symbol_span, date, date_span, place, start)


def of_committee(text: Text, symbol: DocumentSymbol | None, span: Span) -> DocumentSymbol | None:
    """Read "445-KL/TƯ" below "TỈNH ỦY" as the province's: a scan gave its U the horn of the centre's "TƯ"."""
    scanned = symbol is not None and symbol.organs == ("TW",) and text.norm[span.start : span.end].endswith("TƯ")
    return replace(symbol, organs=("TU",)) if symbol and scanned else symbol


def find_letterhead(text: Text, lines: Sequence[Span]) -> tuple[int, int] | None:
    """Find the first letterhead: the index of its motto or number line, and of the first line below it."""
    lows = [text.low[s.start : s.end] for s in lines]
    first = next((at for at, low in enumerate(lows) if _opens(lows, at, low)), None)
    if first is None:
        return None
    after = first + 1
    while after < len(lows) and _goes_on(text, lines, after, lows[after]):
        after += 1
    return first, after


def _opens(lows: Sequence[str], at: int, low: str) -> bool:
    """Tell a motto in capitals' place, or a number line with place and date near it."""
    if _MOTTO.search(low) and len(low) < 200 and not _SECOND.match(low):
        return True
    return bool(_NUMBER_LINE.match(low)) and any(_DATED.search(near) for near in lows[at : at + 8])


def _goes_on(text: Text, lines: Sequence[Span], at: int, low: str) -> bool:
    """Tell whether a letterhead goes on: number, place and date, the rest of the motto, a rule."""
    if not any(c.isalpha() for c in low):
        return True
    known = _NUMBER_LINE.match(low) or _DATED.search(low) or _MOTTO.search(low) or _BARE_DATE.fullmatch(low)
    if len(low) < 120 and (known or low.strip(" |*") in _MOTTO_WORDS):
        return True
    return _is_broken_place(text, lines[at], lines[at + 1]) if at + 1 < len(lines) else False


def read_number(text: Text, lines: Sequence[Span]) -> tuple[DocumentSymbol | None, Span | None]:
    """Read the number line; an empty number ("Số:      /KH-UBND") stays empty."""
    for at, span in enumerate(lines):
        end = lines[at + 1].end if _is_broken_number(text, lines[at : at + 2]) else span.end
        line = text.norm[span.start : end]
        bare = len(line) <= 40
        for match, symbol in find_symbols(line):
            cued = _NUMBER_CUE.search(line, 0, match.start())
            if _BREAK.match(line, match.end()):  # its last group stands below, or elsewhere
                joined = next(find_symbols(_BREAK.sub("-", line)), None)
                if end == span.end or joined is None or not cued:
                    break
                return joined[1], Span(span.start + match.start(), end)
            if cued or (bare and match.start() <= 3):
                return symbol, Span(span.start + match.start(), span.start + match.end())
        cue = _UNTYPED_LINE.match(line)
        if cue and (plain := untyped_number(text, Span(span.start + cue.end(), span.end))):
            return plain
    return None, None


def untyped_number(text: Text, span: Span) -> tuple[DocumentSymbol, Span] | None:
    """Read a number that names only the organ, at the beginning of *span*: "101-CP", "72/HĐBT"."""
    found = _UNTYPED.match(text.norm, span.start, span.end)
    if found is None:
        return None
    return DocumentSymbol(found["number"], found["year"], None, (found["organ"],)), Span(*found.span())


def _is_broken_number(text: Text, lines: Sequence[Span]) -> bool:
    """Tell a number broken over two lines behind or before its stroke: "Số: 1234/", "QĐ-UBND"."""
    if len(lines) < 2 or lines[1].start < lines[0].end or text.norm[lines[0].end : lines[1].start].strip(" \n|"):
        return False
    above, below = (text.norm[line.start : line.end].strip() for line in lines)
    numbered = _NUMBER_LINE.match(above.lower()) and above[-1:].isdigit() and below.startswith(("/", "-"))
    stroke = _STROKE.search(above)
    rest = _ORGAN if stroke and stroke["form"] else _GROUPS
    return bool(stroke or numbered) and bool(rest.match(below))


def read_date(text: Text, lines: Sequence[Span]) -> tuple[str | None, Span | None, str | None]:
    """Read the line "Cần Thơ, ngày 19 tháng 11 năm 2025": the date, its span with the place, and the place.

    Place and date may be broken into several lines.
    """
    for at, span in enumerate(lines):
        end = min((line.end for line in lines[at + 1 : at + 2]), default=span.end)
        dated = _DATED.search(text.norm, span.start, end)
        if dated is None or dated.start() >= span.end:
            continue
        date = parse_date(dated.group())
        begin = lines[at - 1].start if at and _is_broken_place(text, lines[at - 1], span) else span.start
        begin = max((m.end() for m in _BEFORE_PLACE.finditer(text.norm, begin, dated.start())), default=begin)
        place = _PLACE.search(text.norm[begin : dated.start()])
        if date and _DOTS.match(text.norm[begin : dated.start()]):
            return date, text.trim(Span(begin, dated.end()), " \t\n,.…"), None
        if date and place:
            return date, Span(begin + place.start(), dated.end()), " ".join(place.group().split())
    return None, None, None


def _bare_date(text: Text, lines: Sequence[Span], start: int) -> tuple[str | None, Span | None]:
    """Read a line behind the number that holds the day and no place: "ngày 29 tháng 06 năm 1999"."""
    for span in (line for line in lines if line.start >= start):
        if (dated := _BARE_DATE.fullmatch(text.norm, span.start, span.end)) and (date := parse_date(dated.group())):
            return date, text.trim(span, " \t\n|*")
    return None, None


def _is_broken_place(text: Text, above: Span, line: Span) -> bool:
    """Tell whether the first word of a place ("Khánh") stands alone on the line above its second ("Hòa, ngày …")."""
    word = text.norm[above.start : above.end].strip(" |")
    second = text.norm[line.start : line.end].split(",")[0].split()
    return word.isalpha() and word.istitle() and len(second) == 1


def _authority(text: Text, lines: Sequence[Span]) -> tuple[int, tuple[Span, ...]]:
    """Find the issuer's lines: the capitals right above the motto, else above the number line.

    Returns the index of the first of them, 0 when there are none.
    """
    end = _end_of_authority(text, lines)
    start, found = _capital_lines(text, lines, 0, end)
    if not found and (numbered := _numbered(text, lines, end + 1)) is not None:
        return 0, _capital_lines(text, lines, end + 1, numbered)[1]  # the motto stands above the issuer
    return start, found


def _numbered(text: Text, lines: Sequence[Span], start: int) -> int | None:
    """Find the number line behind *start*."""
    rest = range(start, len(lines))
    return next((at for at in rest if _NUMBER_LINE.match(text.low[lines[at].start : lines[at].end])), None)


def _capital_lines(text: Text, lines: Sequence[Span], begin: int, end: int) -> tuple[int, tuple[Span, ...]]:
    """Find the last run of lines in capitals between two lines: the index of its first line, and the lines."""
    found: list[Span] = []
    first = end
    lows = [text.low[s.start : s.end] for s in lines]
    for at in range(end, begin - 1, -1):
        piece = None if _is_broken_motto(lows, at) else _capitals(text, lines[at])
        if piece is None:
            if found and not _is_filler(text, lines[at]):
                break
            continue
        found.insert(0, piece)
        first = at
    return (first, tuple(found)) if found else (0, ())


def _end_of_authority(text: Text, lines: Sequence[Span]) -> int:
    """Find the last line that may name the issuer: that with the motto, else that with the number, else the last."""
    lows = [text.low[s.start : s.end] for s in lines]
    for at in range(len(lows) - 1, -1, -1):
        if _is_broken_motto(lows, at) or (_MOTTO.search(lows[at]) and not _SECOND.match(lows[at])):
            return _last_beside(text, lines, at)
    numbered = (at for at, low in enumerate(lows) if _NUMBER_LINE.match(low))
    return next(numbered, len(lows) - 1)


def _last_beside(text: Text, lines: Sequence[Span], at: int) -> int:
    """Find the last line of the issuer where the name of the Party in the other column takes one line only.

    Or where the columns run together line by line, and what issues stands between the halves of the motto.
    """
    between = at
    while between + 1 < len(lines) and _capitals(text, lines[between + 1]) == lines[between + 1]:
        between += 1
    halves = between > at and between + 1 < len(lines) and _SECOND.match(text.low, lines[between + 1].start)
    if halves and at and _capitals(text, lines[at - 1]):
        return between
    if at == 0 or not _PARTY.fullmatch(text.low[lines[at].start : lines[at].end].strip(" |*")):
        return at
    below = at
    while below + 1 < len(lines) and _ORGAN_BELOW.match(text.low, lines[below + 1].start, lines[below + 1].end):
        if _capitals(text, lines[below + 1]) is None:
            break
        below += 1
    return below if _capitals(text, lines[at - 1]) else at


def _capitals(text: Text, span: Span) -> Span | None:
    """Give the part of a line that may name an issuer: capitals before the motto or the number."""
    low = text.low[span.start : span.end]
    cut = _MOTTO.search(low)
    end = span.start + cut.start() if cut else span.end
    inside = _NUMBER_INSIDE.search(text.norm[span.start : end])
    piece = text.trim(Span(span.start, span.start + inside.start() if inside else end), " \t\n-_*|")
    line = text.norm[piece.start : piece.end]
    numbered = line[:1].isdigit() or _NUMBER_LINE.match(line)
    return piece if line and is_upper(line) and not numbered else None


def _is_broken_motto(lows: Sequence[str], at: int) -> bool:
    """Tell a line that holds a part of the motto whose rest stands on the next line or the one above."""
    low = lows[at].strip(" |*")
    near = (f"{low} {lows[at + 1].strip(' |*')}" if at + 1 < len(lows) else "", f"{lows[at - 1].strip(' |*')} {low}")
    return low in _MOTTO_WORDS and any(len(pair) > len(low) + 1 and pair in _MOTTO_WORDS for pair in near)


def _is_filler(text: Text, span: Span) -> bool:
    """Tell a line that may stand between issuer and motto: a rule, the number, place and date."""
    line = text.norm[span.start : span.end]
    party = _PARTY.fullmatch(line.lower().strip(" |*"))
    motto = is_motto(line.lower())  # above the rest of an issuer that runs on between its halves
    return not any(c.isalpha() for c in line) or bool(_NUMBER_LINE.match(line) or _DATED.search(line) or party or motto)
