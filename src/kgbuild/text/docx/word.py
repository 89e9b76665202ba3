"""Reduce the XML of a Word document to what its reader sees: changes accepted, boxes in place, contents left out."""

import re

from lxml import etree

from kgbuild.text.beside import TAB
from kgbuild.text.docx.numbering import W

_UNSEEN = ("del", "moveFrom", "rPr", "pPr", "sectPr", "proofErr", "bookmarkStart", "bookmarkEnd", "softHyphen")
_WRAPPERS = ("fldSimple", "smartTag", "customXml")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = ("0", "false", "off", "none")
_WIDE = re.compile("[ \u00a0]{6,}")
_CONTENTS = re.compile(r"\W*(?:MỤC LỤC|Mục lục)\W*")
_ON_PAGE = re.compile(r"PAGEREF\s")


def lay_out_boxes(document: etree._Element) -> None:
    """Keep one of the two forms in which Word may store a text box, and set what it holds before its paragraph."""
    for choice in list(document.iter(f"{_COMPATIBILITY}Choice")):
        alternate = choice.getparent()
        if alternate is not None and alternate.find(f"{_COMPATIBILITY}Fallback") is not None:
            alternate.remove(choice)
    for box in list(document.iter(f"{W}txbxContent")):
        host = next(box.iterancestors(f"{W}p"), None)
        if host is not None:
            for element in list(box):
                host.addprevious(element)


def accept_changes(document: etree._Element) -> None:
    """Drop rows and paragraph ends that were deleted under revision; the paragraph below goes on in the one above."""
    marks = [m for name in ("del", "moveFrom") for m in document.iter(f"{W}{name}")]
    for mark in reversed(marks):  # from below, so that the runs of many paragraphs in a row move once
        parent = mark.getparent()
        if parent is None:
            continue
        if parent.tag == f"{W}trPr":
            _drop(parent.getparent())
        elif parent.tag == f"{W}rPr" and (properties := parent.getparent()) is not None:
            _join_next(properties.getparent())


def _drop(element: etree._Element | None) -> None:
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)


def _join_next(paragraph: etree._Element | None) -> None:
    """Set the runs of a paragraph before those of the next one, whose look and number stay."""
    below = paragraph.getnext() if paragraph is not None else None
    if paragraph is None or paragraph.tag != f"{W}p" or below is None or below.tag != f"{W}p":
        return
    at = 0 if below.find(f"{W}pPr") is None else 1
    for child in reversed(paragraph):
        if child.tag != f"{W}pPr":
            below.insert(at, child)
    _drop(paragraph)


def drop_contents(document: etree._Element, styles: etree._Element | None) -> None:
    """Leave out a table of contents: its lines name the pages of headings, or have its style."""
    entries = {
        style.get(f"{W}styleId")
        for style in (styles.iterfind(f"{W}style") if styles is not None else ())
        if (name := style.find(f"{W}name")) is not None and name.get(f"{W}val", "").lower().startswith("toc ")
    }
    for paragraph in list(document.iter(f"{W}p")):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = style is not None and style.get(f"{W}val") in entries
        if not named and not any(_ON_PAGE.search(code.text or "") for code in paragraph.iter(f"{W}instrText")):
            continue
        heading = paragraph.getprevious()
        if heading is not None and heading.tag == f"{W}p" and _CONTENTS.fullmatch(text_of(heading)):
            _drop(heading)
        _drop(paragraph)


def show_capitals(document: etree._Element, styles: etree._Element | None) -> None:
    """Write in capitals what is set in capitals: by its run, or by the style of its run or paragraph."""
    capital = _capital_styles(styles)
    for run in document.iter(f"{W}r"):
        own = run.find(f"{W}rPr/{W}caps")
        if own is not None:
            seen = _is_on(own)
        else:
            paragraph = run.getparent()
            named = [run.find(f"{W}rPr/{W}rStyle")]
            named.append(paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None)
            seen = any(style is not None and capital.get(style.get(f"{W}val", "")) for style in named)
        if seen:
            for text in run.iter(f"{W}t"):
                text.text = (text.text or "").upper()


def _capital_styles(styles: etree._Element | None) -> dict[str, bool]:
    """Tell of each style whether it sets capitals, if need be by the style it is based on."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        name, caps, parent = style.get(f"{W}styleId", ""), style.find(f"{W}rPr/{W}caps"), style.find(f"{W}basedOn")
        own[name] = _is_on(caps) if caps is not None else None
        based[name] = parent.get(f"{W}val", "") if parent is not None else ""
    found = {}
    for name in own:
        at, seen = name, own[name]
        for _ in range(20):
            if seen is not None or not based.get(at):
                break
            at = based[at]
            seen = own.get(at)
        found[name] = bool(seen)
    return found


def _is_on(switch: etree._Element) -> bool:
    return switch.get(f"{W}val") not in _OFF


def simplify(document: etree._Element) -> None:
    """Drop hidden and deleted text and all that sets only the look; make tabs and long runs of blanks wide blanks."""
    for hidden in list(document.iter(f"{W}vanish")):
        run = next(hidden.iterancestors(f"{W}r"), None)
        if run is not None and _is_on(hidden):
            run.clear()
    for row in document.iter(f"{W}tr"):
        _fill_before(row)
    for text in document.iter(f"{W}t"):
        text.text = _WIDE.sub(TAB, text.text or "")
    for tab in list(document.iter(f"{W}tab")):
        tab.tag = f"{W}t"
        tab.set(_SPACE, "preserve")
        tab.text = TAB
    etree.strip_elements(document, *(W + name for name in _UNSEEN), with_tail=False)
    etree.strip_tags(document, *(W + name for name in _WRAPPERS))


def _fill_before(row: etree._Element) -> None:
    """Put an empty cell where a row begins some columns to the right."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    if before is None or not re.fullmatch("[1-9][0-9]?", before.get(f"{W}val", ""), re.ASCII):
        return
    cell = etree.Element(f"{W}tc")
    span = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}gridSpan")
    span.set(f"{W}val", before.get(f"{W}val", ""))
    etree.SubElement(cell, f"{W}p")
    row.insert(next((at for at, child in enumerate(row) if child.tag in (f"{W}tc", f"{W}sdt")), len(row)), cell)


def text_of(element: etree._Element) -> str:
    """Give all that is written below an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))
