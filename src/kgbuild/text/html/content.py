"""Find the document in a web page: menus, lists of links and the frame around the text are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kgbuild.language import MOTTO
from kgbuild.text.html.markup import Line, lines_of, remove

# What marks a document whatever the site; each counts once, however often it stands.
_CUES = tuple(
    re.compile(cue)
    for cue in (
        rf"\W*(?:{MOTTO})",
        r"\W*[Ss]ố\s*:",
        r"\W*(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Kính gửi)\s",
        r"\W*(?:Điều|ĐIỀU)\s+\d+",
        r"\W*(?:[IVX]{1,5}|[A-H])\s*[.\-)/]\s*[A-ZĐÀ-Ỹ]",
        r"\W*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|KẾT LUẬN|THÔNG BÁO|PHỤ LỤC|ĐỀ ÁN)\b",
        r"\W*N[ơƠ][iI] [nN][hH][ậẬ][nN]\b",
        r"\W*(?:TM|KT|TL|TUQ|T/M|K/T)\s*\.?\s*[A-ZĐÀ-Ỹ]{2}",
    )
)
_DATED = re.compile(r"\W*(?:(?:thứ|chủ|ngày|cập)\b.{0,30}?)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", re.IGNORECASE)
_FRAME_TAGS = frozenset({"nav", "aside", "menu", "header", "footer"})
_FRAME_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu", "menubar", "tablist"}
)
_FRAME_WORDS = frozenset(
    """
    nav navbar navigation menu topbar breadcrumb breadcrumbs sidebar footer comment comments related share sharing
    social advert ads popup modal cookie toc pagination pager toolbar search login lienquan tinlienquan tinkhac
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_SHORT = 500  # characters: a page with less has nothing to leave out but by tag and class
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(slots=True)
class _Weight:
    """What an element holds: characters of text outside links, lines, lines that are links, cues as bits."""

    text: int = 0
    lines: int = 0
    links: int = 0
    cues: int = 0

    def add(self, other: "_Weight") -> None:
        self.text += other.text
        self.lines += other.lines
        self.links += other.links
        self.cues |= other.cues


_DATE_CUE = 1 << len(_CUES)
_HEADLINE_CUE = _DATE_CUE << 1
_LEGAL = _DATE_CUE - 1


def find_content(page: etree._Element) -> etree._Element:
    """Find the smallest element that holds the whole document, after taking the furniture out of *page*."""
    body = page.find(".//body")
    root = body if body is not None else page
    weights = _weigh(root)
    whole = weights[root]
    for element in [e for e in root.iterdescendants() if e in weights]:
        weight = weights[element]
        if weight.text <= 0.5 * whole.text and (_is_frame(element, weight) or _is_link_list(weight)):
            remove(element)
    return _descend(root, _weigh(root))


def _weigh(root: etree._Element) -> dict[etree._Element, _Weight]:
    """Weigh each element by the lines it holds."""
    weights: dict[etree._Element, _Weight] = {root: _Weight()}
    for line in lines_of(root, enter_tables=True):
        if isinstance(line, Line):
            weights.setdefault(line.block, _Weight()).add(_weigh_line(line))
    for element in reversed(list(root.iterdescendants())):
        parent = element.getparent()
        if element in weights and parent is not None:
            weights.setdefault(parent, _Weight()).add(weights[element])
    return weights


def _weigh_line(line: Line) -> _Weight:
    linked = line.linked >= 0.8 * len(line.text)
    if linked:
        return _Weight(0, 1, 1, 0)
    cues = sum(1 << at for at, cue in enumerate(_CUES) if cue.match(line.text))
    if len(line.text) < 80 and _DATED.match(line.text):
        cues |= _DATE_CUE
    if line.block.tag == "h1":
        cues |= _HEADLINE_CUE
    return _Weight(len(line.text) - line.linked, 1, 0, cues)


def _is_frame(element: etree._Element, weight: _Weight) -> bool:
    """Tell a menu, a head or foot of the page, a box beside the text; what carries cues of a document is none."""
    if (weight.cues & _LEGAL).bit_count() >= 2 or weight.cues & _HEADLINE_CUE:
        return False
    if element.tag in _FRAME_TAGS or element.get("role", "") in _FRAME_ROLES:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return any(word.lower() in _FRAME_WORDS for word in _WORD.findall(names))


def _is_link_list(weight: _Weight) -> bool:
    return weight.links >= 3 and weight.links >= 0.8 * weight.lines


def _descend(root: etree._Element, weights: dict[etree._Element, _Weight]) -> etree._Element:
    """Go down while one child keeps all cues and most of the text."""
    at = root
    while True:
        heaviest = max(_inside(at, weights), key=lambda inner: weights[inner].text, default=None)
        if heaviest is None or not _keeps(weights[heaviest], weights[at]):
            return at
        at = heaviest


def _inside(element: etree._Element, weights: dict[etree._Element, _Weight]) -> Iterator[etree._Element]:
    """Give the children of an element; of a table the cells, since half a table is no content."""
    for child in element:
        if child not in weights:
            continue
        if child.tag in ("table", "tbody", "thead", "tfoot", "tr"):
            yield from _inside(child, weights)
        else:
            yield child


def _keeps(inner: _Weight, outer: _Weight) -> bool:
    """Tell whether the inner element still is the document: for a legal text by its cues, else with its headline."""
    legal = outer.cues & _LEGAL
    if legal.bit_count() >= 3:
        return inner.cues & _LEGAL == legal and inner.text >= 0.5 * outer.text
    return outer.text > _SHORT and inner.cues == outer.cues and inner.text >= 0.8 * outer.text
