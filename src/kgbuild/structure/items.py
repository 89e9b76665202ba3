"""Marked paragraphs: what opens a paragraph, under what it stands, and whether it heads a section."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kgbuild.language import UPPER, fold, is_upper, roman
from kgbuild.model import Span
from kgbuild.model.structure import Item, Mark, Zone
from kgbuild.model.text import Text
from kgbuild.structure.enumerations import split_enumerations
from kgbuild.structure.torn import join_torn

_MARK = re.compile(
    rf"""[ \t]*(?:
        (?P<part>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d{{1,2}})(?![^\W_]))\s*[.:\-/]?\s*
      | (?P<article>(?:Điều|ĐIỀU)\s+\d{{1,3}}[a-zđ]?)\s*(?:[.:\-/]+\s*|\s+(?=[{UPPER}]))
      | (?P<roman>[IVXLC]{{1,6}})\s*[.\-)/]+\s*
      | (?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)\s*(?:[.)]\s*(?![\d])|-\s+(?=[{UPPER}"“]))
      | (?P<nested>\d{{1,2}}(?:\.\d{{1,2}})+)\s+(?=[^\W\d_])
      | (?P<letter>[a-zđ])\s*[).]\s+
      | (?P<paren>\((?:\d{{1,2}}|[ivx]{{1,4}}|[a-zđ])\))\s*
      | (?P<dash>[-+•*▪]+)\s*(?=[^\W_]|["“(])
    )""",
    re.VERBOSE,
)
_RANK = {Mark.PART: 0, Mark.ROMAN: 1, Mark.ARTICLE: 2, Mark.NUMBER: 3, Mark.LETTER: 5, Mark.PAREN: 6, Mark.DASH: 7}
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


# how the preamble of a directive or letter ends: "… Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện những việc sau:"
_ORDERS_FOLLOW = re.compile(
    r"(?<![^\W_])(?<!xét )(?<!theo )(?:yêu cầu|chỉ thị|chỉ đạo|đề nghị|(?<!được )giao)(?![^\W_])(?!\s+(?:của|số)\s)"
    r"(?:[^.:]|\.(?=\S)){0,400}:\W*$"
    # of a notice: "… đồng chí Bí thư Tỉnh ủy kết luận:"
    r"|(?<![^\W_])kết luận(?:\s+(?:chỉ đạo|như sau|một số nội dung(?: như)? sau))?\s*:\W*$"
)


def read_mark(text: Text, span: Span) -> tuple[Mark, str, Span]:
    """Read the mark that opens a paragraph: its kind, its label and the span of what follows."""
    content = text.norm[span.start : span.end]
    match = _MARK.match(content)
    if not match:
        return Mark.NONE, "", span
    kind = match.lastgroup or ""
    label = " ".join(match[kind].split())
    if kind == "roman" and roman(label) is None:
        return Mark.NONE, "", span
    mark = Mark.NUMBER if kind == "nested" else Mark(kind)
    if mark is Mark.DASH:
        label = label if label in ("+", "*") else "-"
    return mark, label, text.trim(Span(span.start + match.end(), span.end))


def read_items(text: Text, spans: Sequence[Span], zone_of: Callable[[str], Zone | None]) -> tuple[Item, ...]:
    """Read paragraphs into a tree by their marks; *zone_of* tells the zone of a folded heading, or None."""
    spans = join_torn(text, split_enumerations(text, spans), lambda t, span: read_mark(t, span)[0])
    marks = _with_sections(text, [read_mark(text, span) for span in spans], spans)
    items: list[Item] = []
    stack: list[tuple[float, int]] = []
    articles: list[str] = []
    top: Item | None = None
    ordered = False
    for at, (mark, label, content) in enumerate(marks):
        if mark is Mark.LETTER and not _expected_letter(label, stack, items, _begins(text, spans, marks, at)):
            mark, label, content = Mark.NONE, "", spans[at]
        if mark is Mark.ARTICLE and not (
            _expected_article(label, articles) or (not articles and _begins_run(text, spans, marks, at))
        ):
            mark, label, content = Mark.NONE, "", spans[at]
        elif mark is Mark.ARTICLE:
            articles.append(label)
        rank = _rank(mark, label)
        if mark is Mark.NONE:
            parent = stack[-1][1] if stack and not _closing(text, content) else -1
        else:
            while stack and stack[-1][0] >= rank:
                stack.pop()
            parent = stack[-1][1] if stack else -1
            stack.append((rank, at))
        above = items[parent] if parent >= 0 else None
        zone = _zone(text, mark, content, above, top, zone_of)
        zone = Zone.OTHER if ordered and zone is Zone.PREAMBLE else zone
        depth = above.depth + 1 if above else 0
        items.append(Item(mark, label, _path(mark, label, above), spans[at], content, parent, depth, zone))
        ordered = ordered or announces_orders(text, items[-1])
        top = items[-1] if mark is not Mark.NONE and depth == 0 else top
    return tuple(_with_headings(text, items))


_SECTION = re.compile(rf"[ \t]*(?P<label>[A-H])\s*[.)\-/]\s*(?=[{UPPER}])")


def _with_sections(
    text: Text, marks: list[tuple[Mark, str, Span]], spans: Sequence[Span]
) -> list[tuple[Mark, str, Span]]:
    """Read "A. MỤC TIÊU", "B. TỔ CHỨC THỰC HIỆN" as parts where headings in capitals go on from A in order."""
    found: list[tuple[int, str, Span]] = []
    for at, span in enumerate(spans):
        match = _SECTION.match(text.norm, span.start, span.end)
        content = text.trim(Span(match.end(), span.end)) if match else span
        expected = "ABCDEFGH"[len(found) : len(found) + 1]
        if match and match["label"] == expected and is_upper(text.norm[content.start : content.end]):
            found.append((at, expected, content))
    if len(found) < 2:  # one letter alone is somebody's initial
        return marks
    sections = {at: (Mark.PART, label, content) for at, label, content in found}
    return [sections.get(at, mark) for at, mark in enumerate(marks)]


def announces_orders(text: Text, item: Item) -> bool:
    """Tell the unmarked paragraph that ends the preamble of a directive or letter: what stands below it are orders."""
    return item.mark is Mark.NONE and bool(_ORDERS_FOLLOW.search(text.low, item.content.start, item.content.end))


def _rank(mark: Mark, label: str) -> float:
    if mark is Mark.NUMBER:
        return 3 + 0.1 * label.count(".")
    if label == "+":  # stands below "-" wherever both are used
        return 8
    if label == "*":  # stands above "-" wherever both are used
        return 6.5
    return _RANK.get(mark, 9)


def _expected_letter(label: str, stack: list[tuple[float, int]], items: list[Item], begins: bool) -> bool:
    """Accept "a)" anywhere, a later letter after its predecessor in the same list, or the same one misprinted.

    In an excerpt a list may lack its first points: below no other letter any is accepted that *begins* a sentence.
    """
    if label == "a":
        return True
    for _, index in reversed(stack):
        if items[index].mark is Mark.LETTER:
            before = items[index].label
            return before in _LETTERS and label in _LETTERS and 0 <= _LETTERS.index(label) - _LETTERS.index(before) <= 4
    return begins and label in _LETTERS


_GOES_ON = re.compile(r"(?:,|(?<![^\W_])(?:và|hoặc|điểm|khoản|tại|theo))$")


def _begins(text: Text, spans: Sequence[Span], marks: Sequence[tuple[Mark, str, Span]], at: int) -> bool:
    """Tell a paragraph that begins a sentence: it opens with a capital, and the one above it has come to an end.

    A short point without a full stop has, too: it is a heading.
    """
    above = text.norm[spans[at - 1].start : spans[at - 1].end].rstrip() if at else ""
    heading = at and marks[at - 1][0] in (Mark.NUMBER, Mark.ROMAN) and len(above) < 120 and not _GOES_ON.search(above)
    begun = marks[at][2].start
    return bool(heading or above.endswith((".", ";", ":"))) and text.norm[begun : begun + 1].isupper()


def _expected_article(label: str, before: Sequence[str]) -> bool:
    """Accept the articles of this text, which go on from each other; "Điều 215 Bộ luật Hình sự" is another text's."""
    return _article_number(label) <= _article_number(before[-1] if before else "0") + 5


def _article_number(label: str) -> int:
    return int("".join(filter(str.isdecimal, label)))


def _begins_run(text: Text, spans: Sequence[Span], marks: Sequence[tuple[Mark, str, Span]], at: int) -> bool:
    """Tell the first article of an excerpt: "Điều 12." below the title of its chapter, or above "Điều 13."."""
    _, label, content = marks[at]
    if text.norm[content.start - 2 : content.start].strip()[-1:] not in (".", ":"):
        return False
    above = text.norm[spans[at - 1].start : spans[at - 1].end] if at else ""
    later = {_article_number(other) for mark, other, _ in marks[at + 1 :] if mark is Mark.ARTICLE}
    return is_upper(above) or _article_number(label) + 1 in later


_CLOSING = re.compile(
    r"(?:trên đây là|trong quá trình (?:triển khai |tổ chức )*thực hiện|"
    r"(?:chủ tịch )?(?:ủy ban nhân dân|ubnd) .{0,60}?(?:yêu cầu|đề nghị|giao)(?![^\W_])|"
    r"(?:yêu cầu|đề nghị) (?:các|thủ trưởng)|căn cứ (?:kế hoạch|ý kiến|nội dung)|"
    r"kế hoạch này (?:được|có)|nhận được)"
)


def _closing(text: Text, span: Span) -> bool:
    """Tell whether an unmarked paragraph closes the whole rather than the point before it."""
    return bool(_CLOSING.match(text.low[span.start : span.end].lstrip()))


def _zone(
    text: Text,
    mark: Mark,
    content: Span,
    above: Item | None,
    last: Item | None,
    zone_of: Callable[[str], Zone | None],
) -> Zone:
    """Tell the zone of a paragraph: announced by itself, that of the one *above*, or at the top that of the *last*."""
    zone = above.zone if above else Zone.PREAMBLE
    if mark in (Mark.PART, Mark.ROMAN, Mark.NUMBER, Mark.LETTER) and len(content) <= 220:
        announced = _announced(fold(text.norm[content.start : content.end]), above, zone_of)
        return announced or (Zone.OTHER if zone is Zone.PREAMBLE else zone)
    if mark in (Mark.ROMAN, Mark.NUMBER) and zone is Zone.PREAMBLE:
        return Zone.OTHER
    if mark is Mark.ARTICLE:
        titled = len(content) <= 120 and zone_of(fold(text.norm[content.start : content.end])) is Zone.ORGANISATION
        return Zone.ORGANISATION if titled else Zone.ARTICLE
    return last.zone if above is None and last is not None else zone


def _path(mark: Mark, label: str, above: Item | None) -> str:
    """Join the printed marks down to this paragraph; an unmarked one has the path of the one above."""
    base = above.path if above else ""
    if mark in (Mark.NONE, Mark.DASH):
        return base
    own = label.strip("()") if mark is Mark.PAREN else label
    outer = own.rsplit(".", 1)[0]
    if base and mark is Mark.NUMBER and "." in own and base.endswith(outer):
        return base[: -len(outer)] + own
    return f"{base}.{own}" if base else own


def _announced(heading: str, above: Item | None, zone_of: Callable[[str], Zone | None]) -> Zone | None:
    """Let a heading below another change the zone only when it is short and the one above leaves it open."""
    if above and (above.zone is Zone.ORGANISATION or len(heading.split()) > 8):
        return None
    return zone_of(heading)


def _with_headings(text: Text, items: list[Item]) -> list[Item]:
    """Mark the items that head a section: they stand above others, or name who acts in "Tổ chức thực hiện"."""
    return [replace(item, heading=_heads(text, items, at)) for at, item in enumerate(items)]


def _heads(text: Text, items: list[Item], at: int) -> bool:
    item = items[at]
    content = text.norm[item.content.start : item.content.end]
    if item.mark in (Mark.PART, Mark.ROMAN, Mark.ARTICLE):
        return True
    if item.mark not in (Mark.NUMBER, Mark.LETTER) or not content:
        return False
    below = at + 1 < len(items) and items[at + 1].parent == at
    titled = not content.endswith((";", ",")) and len(content) <= 400
    if item.mark is Mark.NUMBER:
        return titled and (below or is_upper(content))
    marked = below and items[at + 1].mark is not Mark.NONE
    return titled and marked and not content.endswith((".", ":"))
