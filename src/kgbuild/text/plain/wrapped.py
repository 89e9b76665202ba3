"""Plain text whose lines a tool broke: measure how it sets them, and put the lines of each paragraph together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.language import DATE, UPPER, is_upper
from kgbuild.model import Span
from kgbuild.model.text import Paragraph, Text
from kgbuild.text.openings import BULLET, PART, ROMAN

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?[-_=*~.]{3,}:?(?:[ \t]+[-_=*~.]{3,})*[ \t]*\|?[ \t]*|[ \t]*[-*_#][ \t]*")
_ITEM = re.compile(
    rf"""[ \t]*(?:
        {BULLET}\s                                     # - bullet
      | (?!\d{{1,3}}(?:\.\d{{3}})+\s)                  # 500.000 is an amount
        (?:\d{{1,3}}(?:\.\d{{1,3}})*[.)]|\d{{1,2}}\s?-(?=\s)|\d{{1,3}}(?:\.\d{{1,3}})+|\(\d{{1,3}}\))
        \s*(?=[^\W\d_]|["“(])                       # 1. 1.2 (3) 4)
      | \(?[a-zđ]\)(?:\s|$)                           # a) (b)
      | {ROMAN} | {PART}                              # IV. Điều 5
      | (?:Căn\ cứ|Căn\s*$|Xét\b|Theo\ đề\ nghị|Theo\s*$|Nơi\ nhận|Kính\ gửi|Số\s*:
        |TM\.|KT\.|T/M|K/T|Lưu\s*:|QUYẾT\ (?:ĐỊNH|NGHỊ)\s*:)
    )""",
    re.VERBOSE,
)
_AUTHORITY = re.compile(
    r"\W*(?:ỦY BAN|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|"
    r"BAN (?:CHẤP HÀNH|THƯỜNG VỤ|BÍ THƯ))\b"
)
_LETTER = re.compile(r"\s*\(?[a-zđ]\)\s*")
_BULLET = re.compile(rf"\s*{BULLET}")
_CARRIED = re.compile(r"\s*\((?:Ban hành kèm|Kèm) theo\s")  # the line below a title
# below the subject of a letter
_DATE_LINE = re.compile(rf"\s*[{UPPER}][^\W\d_]*(?:[ .\-][^\W\d_]+){{0,4}}, ngày {DATE}\s*")
_NEVER_INSIDE = re.compile(r"\s*(?:Nơi nhận|Kính gửi)\s*:")
_ENDS = frozenset(".;:?!")
_OPEN = re.compile(
    r"(?<!\w)(?:số|của|và|ngày|tháng|năm|các|về|tại|theo|cho|với|do|từ|đến|trong|thuộc|giữa|bằng|những|hoặc)$|,$|"
    r"(?<!\w)(?<!ác )(?:Bộ|Sở|Tổng|Phó|Cục|Vụ)$"  # "chỉ đạo của Tổng / Bí thư"
)
_EMPHASIS = re.compile(r"(?:\*\*(?!\*)(?:(?!\*\*).)+|\*(?![*\s])[^*]+)$")
# what a dash ties together, broken before it: "Sở Lao động / - Thương binh và Xã hội", "giai đoạn 2021 / - 2025"
_TIED = re.compile(
    r"(?<!\w)(?:lao động\n- (?=thương binh)|dân số\n- (?=kế hoạch hóa)|quy hoạch\n- (?=kiến trúc)|"
    r"kinh tế\n- (?=(?:xã hội(?! hóa)|ngân sách)(?!\w))|chính trị\n- (?=xã hội(?! hóa)(?!\w))|"
    r"tài chính\n- (?=kế hoạch(?!\w))|thi đua\n- (?=khen thưởng)|"
    r"(?:giai đoạn|thời kỳ|từ năm|năm) \d{4}\n- (?=\d{4}(?!\d)))"
    r"(?P<next>.)",
    re.IGNORECASE,
)
# a body of the Party's centre whose first word alone stands in its line: "4.6. Văn phòng / Trung ương Đảng phối hợp"
_TORN_NAME = re.compile(r"(?<!\w)(?i:văn phòng|trụ sở|cơ quan|ban đảng)\nTrung ương(?!\w)")
_CLOSED = re.compile(r"[.;]$|(?<!\w)(?:sau|đây):$")  # the end of a paragraph, or what leads in to the next ones
_HALF = 20  # characters of a line that holds more than the first half of a name, which a list may have as an item
_UNFINISHED = 60  # characters: a line as long as that, without a mark at its end, goes on below
_INSET = 4  # blanks before the first line of a paragraph, no less
_SUBJECT = re.compile(r"(?:Về việc|V/v)\s[^.;:]{1,80}$")
_DAY = re.compile(r"(?<!\w)ngày \d{1,2}$")
_ARTICLE = re.compile(r"\s*(?:Điều|ĐIỀU)\s*")
_NUMBERED = re.compile(r"\s*\d{1,3}[a-zđ]?\s?[.:]\s")
_PAGE_NUMBER = re.compile(r" {8,}\d{1,3} *")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text file sets its lines: the width at which a tool broke them, and whether blank lines part paragraphs.

    `width` is None when each line is a paragraph of its own.
    """

    width: int | None
    blank_between: bool


def measure(text: Text, lines: Sequence[Span]) -> Layout:
    """Measure how *lines* are set, by where sentences break off and how many lines are blank."""
    contents = [text.norm[line.start : line.end].strip() for line in lines]
    filled = [bool(content) and content != "|" for content in contents]
    gaps = sum(before and not after for before, after in pairwise(filled))
    return Layout(_width(contents), gaps >= 0.15 * sum(filled))


def _width(contents: Sequence[str]) -> int | None:
    """Measure at how many characters a tool broke the lines: where they end in mid-sentence, or nearly all of them."""
    broken = sorted(len(one) for one, two in pairwise(contents) if _breaks(one, two))
    if len(broken) >= max(2, 0.08 * sum(len(content) > 20 for content in contents)):
        return broken[int(0.9 * len(broken))]
    lengths = sorted(len(content) for content in contents if len(content) > 30)
    if len(lengths) < 5:
        return None
    longest = lengths[int(0.97 * (len(lengths) - 1))]
    near = sum(length > longest * 0.7 for length in lengths)
    return longest if longest <= 130 and near >= 0.5 * len(lengths) else None


def _breaks(one: str, two: str) -> bool:
    """Tell whether a sentence goes on from one line to the next."""
    return 20 < len(one) <= 200 and two[:1].islower() and one[-1] not in _ENDS and not _ITEM.match(two)


def paragraphs(text: Text, lines: Sequence[Span], layout: Layout) -> Iterator[Paragraph]:
    """Join the lines of each paragraph: blank lines and list marks part them, wrapped lines run on.

    A line of no-break spaces alone is an empty paragraph: in flattened tables it stands for an empty cell. Lone
    page numbers set far to the right are passed over. What a page broke off is put together again.
    """
    held: Paragraph | None = None
    for found in _paragraphs(text, lines, layout):
        if held and _is_torn(text, held.span, found.span):
            held = Paragraph(Span(held.span.start, found.span.end))
            continue
        if held:
            yield held
        held = found
    if held:
        yield held


def _is_torn(text: Text, above: Span, below: Span) -> bool:
    """Tell whether a sentence goes on behind a blank line: an item of a list, or the words up to a full stop."""
    if below.start < above.end or text.norm[above.end : below.start].strip():
        return False
    one, two = text.norm[above.start : above.end], text.norm[below.start : below.end]
    if _DAY.search(one) and two.startswith("tháng "):
        return True  # "ngày 12", at the head of the next page "tháng 3 năm 2003"
    if _SUBJECT.match(one) and one[-1].isalnum() and two[:1].islower():
        return True  # the subject of a letter in its narrow column: "Về việc kiểm soát", "mất cân bằng giới tính"
    if len(one) < _UNFINISHED or not two[:1].islower() or not (one[-1].isalnum() or one[-1] == ","):
        return False
    return bool(_ITEM.match(one) or two[-1] in ".;") and not (_ITEM.match(two) or is_upper(one.rsplit("\n", 1)[-1]))


def _paragraphs(text: Text, lines: Sequence[Span], layout: Layout) -> Iterator[Paragraph]:
    stanza: list[Span] = []
    for line in lines:
        content = text.norm[line.start : line.end]
        if _PAGE_NUMBER.fullmatch(content):
            continue
        if content.strip() and not _RULE.fullmatch(content):
            if _is_heading_torn(text, stanza, content):
                line = Span(stanza.pop().start, line.end)
            stanza.append(line)
            continue
        yield from _stanza(text, stanza, layout)
        stanza = []
        if "\u00a0" in text.quote(line):
            yield Paragraph(Span(line.start, line.start))
    yield from _stanza(text, stanza, layout)


def _is_heading_torn(text: Text, above: Sequence[Span], content: str) -> bool:
    """Tell "Điều / 1. Phê duyệt …": the word alone in its line, behind the end of a sentence, and its number below."""
    if not above or not _ARTICLE.fullmatch(text.norm, above[-1].start, above[-1].end) or not _NUMBERED.match(content):
        return False
    before = text.norm[above[-2].start : above[-2].end].rstrip() if len(above) > 1 else ""
    return not before or before[-1] in _ENDS or is_upper(before)


def _stanza(text: Text, lines: Sequence[Span], layout: Layout) -> Iterator[Paragraph]:
    """Join the lines between two blank ones; several items among them show that blank lines part no paragraphs."""
    items = sum(bool(_ITEM.match(text.norm, line.start, line.end)) for line in lines[1:])
    tight = not layout.blank_between or items >= 2
    start = 0
    for at, line in enumerate(lines):
        below = text.norm[lines[at + 1].start : lines[at + 1].end] if at + 1 < len(lines) else ""
        opens = at and _opens(text, lines[at - 1], line, below, layout.width or 0)
        if at and (opens or not _runs_on(text, lines[at - 1], line, layout.width, tight)):
            yield Paragraph(text.trim(Span(lines[start].start, lines[at - 1].end), " \t\n|"))
            start = at
    if lines:
        yield Paragraph(text.trim(Span(lines[start].start, lines[-1].end), " \t\n|"))


def _opens(text: Text, last: Span, line: Span, below: str, width: int) -> bool:
    """Tell the short first line of a paragraph behind the end of another: Word files set it in, pages keep its breaks.

    It ends far from the margin in mid-sentence, though the next word had room; the next line fills the width.
    """
    previous, content = text.norm[last.start : last.end].rstrip(), text.norm[line.start : line.end].strip()
    if not width or not _CLOSED.search(previous) or not content[:1].isupper() or is_upper(content):
        return False
    room = len(content) + 1 + len(below.split(maxsplit=1)[0] if below.strip() else "") < 0.75 * width
    return room and content[-1].isalnum() and len(below) >= 0.7 * width


def _runs_on(text: Text, last: Span, line: Span, width: int | None, tight: bool) -> bool:
    """Tell whether *line* goes on with the line before it, which a tool broke; what is out of order does not."""
    content = text.norm[line.start : line.end]
    if line.start < last.end or text.norm[last.end : line.start].strip():
        return False
    if _CARRIED.match(content):
        return False
    previous = text.norm[last.start : last.end].rstrip()
    if _DATE_LINE.fullmatch(content) and not _OPEN.search(previous):
        return False
    if len(previous) >= _HALF and _tied(previous[-_HALF:], content.lstrip()[:_HALF]):
        return True
    if _TORN_NAME.search(f"{previous[-_HALF:]}\n{content.lstrip()[:_HALF]}"):
        return True
    if item := _ITEM.match(content):
        alone = _LETTER.fullmatch(content) and not previous.endswith(("điểm", "khoản"))
        opens = tight or alone or _BULLET.match(item.group()) or _NEVER_INSIDE.match(content)
        return not opens and _broken_off(previous, width or 0)
    if _emphasis_open(text, last):
        return True
    small = content.strip()[:1].islower()
    if width is None:
        return small and len(previous) >= _UNFINISHED and previous[-1] not in _ENDS and not is_upper(previous)
    if not tight:
        return True
    return not _below_heading(previous, content, width) and _fits(previous, content, width, small)


def _tied(end: str, begin: str) -> bool:
    """Tell a name or a period that a tool broke before its dash; a list's next item has a capital of its own."""
    tied = _TIED.search(f"{end}\n{begin}")
    return tied is not None and (tied["next"].isdigit() or tied["next"].isupper() == tied[0][0].isupper())


def _below_heading(heading: str, content: str, width: int) -> bool:
    """Tell the paragraph below a heading that ends well before the margin: both are set in from it alike."""
    if not _ITEM.match(heading) or _BULLET.match(heading) or content.lstrip()[:1].islower():
        return False
    inset = _indent(content)
    return len(heading.strip()) < 0.8 * width and inset >= _INSET and abs(inset - _indent(heading)) <= 2


def _emphasis_open(text: Text, line: Span) -> bool:
    """Tell a line of Markdown that opens bold or italics and does not close them: "**5. Cục / Di sản:**"."""
    at = text.offsets[line.start]
    end = text.raw.find("\n", at)
    raw = text.raw[text.raw.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text.raw)]
    return bool(_EMPHASIS.match(raw.strip(" \t|\r")))


def _broken_off(previous: str, width: int) -> bool:
    """Tell whether the line above fills the width and ends within a sentence: "… quy định tại khoản 1"."""
    return previous[-1].isalnum() and not is_upper(previous) and len(previous.strip()) >= max(30, 0.7 * width)


def _fits(previous: str, content: str, width: int, small: bool) -> bool:
    """Tell by case, length and indent whether a line goes on with the one before it."""
    length = len(previous.strip())
    upper = is_upper(content)
    if upper != is_upper(previous) or (upper and _AUTHORITY.match(content) and length < 0.85 * width):
        return False
    if small or _OPEN.search(previous):
        return True
    ended = previous[-1:] in _ENDS
    indented = _indent(content) > _indent(previous) + 2
    return (0.8 if ended else 0.5) * width <= length <= 1.25 * width and not (ended and indented)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
