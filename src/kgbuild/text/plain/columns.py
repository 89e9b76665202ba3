"""Lines that set two texts side by side, and heads run together on one line, parted into lines of their own."""

import re

from kgbuild.language import MOTTO, UPPER, is_upper
from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.plain.tabs import tabs

_GAP = re.compile(r"(?<=\S) {6,}(?=[^\s/])")  # "Số: 24      /2025" is one number
# a narrower gap will do before what only stands on the right: the motto, place and date, a signing form
_RIGHT = re.compile(
    rf"(?<=\S) {{2,}}(?=CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN VIỆT|Độc lập\s|[{UPPER}][^,\n]{{1,30}},\s*ngày\s"
    r"|(?:TM|KT|TL|TUQ)\.|T/M\b|K/T\b)"
)
_LEFT = re.compile(rf"\s*[{UPPER}][{UPPER} ]{{7,60}} (?:CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN VIỆT)")
_FAR = 30  # blanks before a line that stands in the right column alone
_INSET = 20  # blanks before a line set in the middle of the page, no less
_WIDE = 55  # characters: a line without a gap as long as that runs over both columns
_NARROW = 90  # characters: a longer line is no line of a column
_HEAD_LINES = 200  # lines from the top in which a head is looked for

_MOTTOES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
_RULE = r"\s+[-_=~*]{3,}(?:\s+|$)|^[-_=~*]{3,}\s+"
_CUT = re.compile(
    rf"(?P<rule>{_RULE})|(?<=\S)\s+(?=(?:{MOTTO})(?!\w)|Độc lập\s*\W\s*Tự do|Số\s*:|Số\s+\S{{1,10}}/)"
    rf"|(?<=VI[ỆẾÊ]T NAM)\s+(?=[{UPPER}])|(?<=ạnh phúc)\s+(?=\S)"
)
_HEAD = re.compile(rf"{MOTTO}|[{UPPER}\s.,\-]{{8,120}}(?:\s[-_=~*]{{3,}}\s+)?Số\s*:")
_ENDS = re.compile(r"\s*nơi\s+nhận\b", re.IGNORECASE)
# the lines of recipients run together, and the signing form that a stroke sets beside the last of them
_ITEM = re.compile(r"(?<=[;:])\s+(?=[-+•]\s)|(?<=\S)\s+\|\s+(?=(?:TM|KT|TL|TUQ)\s*\.|T/M\b|K/T\b)")
_DATED = re.compile(rf"[{UPPER}][^,\n]{{1,30}},\s*ngày\s")
# what a stroke sets beside the last line of a head or of recipients: "V/v … | Huế, ngày …", "- Lưu: VT. | BỘ TRƯỞNG"
_BESIDE = re.compile(
    rf"\s*(?P<left>(?:Số\b|V/v\b|Về việc\b)[^|]*[^|\s])\s+\|\s+(?P<right>[{UPPER}][^,|]{{1,30}},\s*ngày\s[^|]{{1,40}})"
    rf"|\s*(?P<filed>[-+•*]?\s*Lưu\b[^|]*[^|\s])\s+\|\s+(?P<signed>[{UPPER}][{UPPER}\s.,/]{{4,120}})"
)


def part_columns(text: Text, lines: list[Span]) -> list[Span]:
    """Part lines set in two columns (head, recipients beside signature): the left column first, then the right.

    Two columns have two gaps or more in lines that follow each other, or one before what only stands on the right.
    """
    out: list[Span] = []
    at = 0
    while at < len(lines):
        end = _zone_end(text, lines, at)
        for zone in (part for block in _apart(text, lines[at:end]) for part in _below_head(text, block)):
            gaps = [_gap(text, line) for line in zone]
            strong = any(_is_strong(text, line) for line in zone)
            if sum(gap is not None for gap in gaps) >= (1 if strong else 2):
                out += _left_then_right(text, zone, gaps)
            else:
                out += zone
        if end < len(lines):
            out.append(lines[end])
        at = end + 1
    return out


def _content(text: Text, line: Span) -> str:
    return text.norm[line.start : line.end]


def _gap(text: Text, line: Span) -> Span | None:
    """Find the gap between two columns on one line."""
    found = _GAP.search(text.norm, line.start, line.end) or _RIGHT.search(text.norm, line.start, line.end)
    if found:
        return Span(found.start(), found.end())
    places = tabs(text, line)
    return Span(places[0], places[-1] + 1) if places and places[-1] - places[0] < len(places) else None


def _is_strong(text: Text, line: Span) -> bool:
    """Tell a line whose gap alone makes two columns: by what stands on the right, or on the left at the end."""
    if _RIGHT.search(text.norm, line.start, line.end):
        return True
    content = _content(text, line)
    return bool(_ENDS.match(content) or _LEFT.match(content)) and _gap(text, line) is not None


def _zone_end(text: Text, lines: list[Span], at: int) -> int:
    """Find the blank line that ends the lines from *at* on; lines with gaps go on over one blank line."""
    end = at
    gap = False
    while end < len(lines):
        if _content(text, lines[end]).strip():
            gap = gap or _gap(text, lines[end]) is not None
        elif not (gap and end + 1 < len(lines) and _gap(text, lines[end + 1])):
            break
        end += 1
    return end


def _apart(text: Text, lines: list[Span]) -> list[list[Span]]:
    """Part lines of running text, two wide ones or more, from those of columns that stand right above or below."""
    wide = [_gap(text, line) is None and len(_content(text, line).strip()) >= _WIDE for line in lines]
    running = [
        w and (w == (at and wide[at - 1]) or w == (at + 1 < len(wide) and wide[at + 1])) for at, w in enumerate(wide)
    ]
    zones: list[list[Span]] = []
    for at, line in enumerate(lines):
        if at and running[at] == running[at - 1]:
            zones[-1].append(line)
        else:
            zones.append([line])
    return zones


def _below_head(text: Text, zone: list[Span]) -> list[list[Span]]:
    """Part the two columns of a head from the type word in the middle of the page, right below place and date."""
    gaps = [_gap(text, line) for line in zone]
    right = [text.norm[gap.end : line.end] if gap else "" for gap, line in zip(gaps, zone, strict=True)]
    if not any(words.startswith(_MOTTOES) for words in right):
        return [zone]
    dated = next((at for at, words in enumerate(right) if _DATED.match(words)), len(zone))
    for at in range(dated + 1, len(zone)):
        if gaps[at] is None and is_upper(_content(text, zone[at])) and _indent(_content(text, zone[at])) > _INSET:
            return [zone[:at], zone[at:]]
    return [zone]


def _left_then_right(text: Text, zone: list[Span], gaps: list[Span | None]) -> list[Span]:
    left: list[Span] = []
    right: list[Span] = []
    for line, gap in zip(zone, gaps, strict=True):
        content = _content(text, line)
        if gap:
            _add(text, left, Span(line.start, gap.start))
            _add(text, right, Span(gap.end, line.end))
        elif right and len(content.strip()) < _NARROW and _is_far(text, line, content):
            _add(text, right, line)
        else:
            _add(text, left, line)
    return [*left, Span(zone[-1].end, zone[-1].end), *right]


def _add(text: Text, column: list[Span], line: Span) -> None:
    """Add a line to its column, parted by an empty line from the one above unless it goes on with it."""
    last = _content(text, column[-1]).strip() if column else ""
    if last and not _content(text, line).strip()[:1].islower() and not last.startswith("V/v"):
        column.append(Span(line.start, line.start))
    column.append(line)


def _is_far(text: Text, line: Span, content: str) -> bool:
    """Tell a line that stands in the right column alone."""
    indent = _indent(content)
    return indent > _FAR or "\t" in text.raw[text.offsets[line.start] : text.offsets[line.start + indent]]


def _indent(content: str) -> int:
    return len(content) - len(content.lstrip())


def part_heads(text: Text, lines: list[Span]) -> list[Span]:
    """Part heads that a converter has run together: "UBND TỈNH X ---- Số: 1/KH CỘNG HÒA … Hạnh phúc ---- X, ngày …".

    Recipients in one line are parted too; all other lines stay.
    """
    out: list[Span] = []
    for number, line in enumerate(lines):
        content = _content(text, line)
        if number < _HEAD_LINES and out and _breaks_motto(_content(text, out[-1]), content):
            out[-1] = Span(out[-1].start, line.end)
            continue
        if number < _HEAD_LINES and len(content) < 1000 and _HEAD.search(content):
            out += _cut(text, line, _CUT)
        elif len(content) < 4000 and _ENDS.match(content) and len(_ITEM.findall(content)) > 1:
            out += _cut(text, line, _ITEM)
        elif len(content) < 1000 and (beside := _BESIDE.fullmatch(text.norm, line.start, line.end)):
            right = beside.start("right") if beside["right"] else beside.start("signed")
            out += [
                Span(line.start, text.norm.rindex("|", line.start, right)),
                Span(right, right),
                Span(right, line.end),
            ]
        else:
            out.append(line)
    return out


def _breaks_motto(before: str, content: str) -> bool:
    """Tell whether the motto began on the line above and goes on here."""
    before, content = before.strip(), content.strip()
    if not before.startswith(("CỘNG", "ĐẢNG")) or len(before) > 34:
        return False
    return any(f"{before} {content}".startswith(motto) and not before.startswith(motto) for motto in _MOTTOES)


def _cut(text: Text, line: Span, cut: re.Pattern[str]) -> list[Span]:
    pieces: list[Span] = []
    at = line.start
    for match in cut.finditer(text.norm, line.start, line.end):
        if match.start() > at:
            pieces.append(Span(at, match.start()))
        at = match.end()
    if at < line.end:
        pieces.append(Span(at, line.end))
    return pieces
