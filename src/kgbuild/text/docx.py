"""Read Word files: automatic numbers and tabs are written out, then mammoth's HTML goes the way of all HTML."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.html import read_pieces
from kgbuild.text.legible import legacy_encoding
from kgbuild.text.markup import parse_html
from kgbuild.text.numbering import W, read_numbering
from kgbuild.text.pieces import Piece, compose, join_broken
from kgbuild.text.stamps import is_stamp

_MAX_XML = 60_000_000  # bytes of all XML parts unpacked
_MAX_ELEMENTS = 500_000
_MAX_CELLS = 100_000
_DOCUMENT = "word/document.xml"
_TAB = "\u2003"
_XML_PART = re.compile(r"(?:word/[\w-]+\.xml|(?:word/)?_rels/[\w.-]+\.rels|\[Content_Types\]\.xml)", re.ASCII)
_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml", re.ASCII)
_OLD_FONT = re.compile(r"\.Vn|VNI-", re.IGNORECASE)
_UNSEEN = ("del", "moveFrom", "rPr", "pPr", "sectPr", "proofErr", "bookmarkStart", "bookmarkEnd")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def read_docx(data: bytes) -> Reading:
    """Read a Word file: paragraphs with the numbers that Word prints, tables, footnotes at the end.

    Headers and footers are left out, but for stamps such as "MẬT". Raises SourceError when the file is damaged,
    absurdly large once unpacked, set in fonts from before Unicode, or without text.
    """
    parts = _unpack(data)
    document = parts[_DOCUMENT]
    _check_size(document)
    _check_fonts(document)
    _lay_out_boxes(document)
    _print_numbers(document, parts)
    _simplify(document)
    page = parse_html(_to_html(parts).encode("utf-8"))
    return compose([*_stamps(parts), *join_broken(_beside(read_pieces(page)))])


def _unpack(data: bytes) -> dict[str, etree._Element]:
    """Unpack and parse the XML parts; entities, document types and bombs are refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    parts: dict[str, etree._Element] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if _DOCUMENT not in archive.namelist():
                excel = any(name.startswith("xl/") for name in archive.namelist())
                kind = (
                    "an Excel file; save its tables in a .docx file first" if excel else "an archive, no Word document"
                )
                raise SourceError(f"is {kind}")
            entries = [entry for entry in archive.infolist() if _XML_PART.fullmatch(entry.filename)]
            if sum(entry.file_size for entry in entries) > _MAX_XML:
                raise SourceError(f"unpacks to more than {_MAX_XML // 1_000_000} MB of text; give it in smaller files")
            for entry in entries:
                root = etree.fromstring(archive.read(entry), parser)
                if root.getroottree().docinfo.internalDTD is not None:
                    raise SourceError("declares XML entities, which no Word file needs")
                parts[entry.filename] = root
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise SourceError(f"is damaged or protected: {error}") from None
    return parts


def _check_size(document: etree._Element) -> None:
    elements = cells = 0
    for element in document.iter():
        elements += 1
        cells += element.tag == f"{W}tc"
    if elements > _MAX_ELEMENTS or cells > _MAX_CELLS:
        raise SourceError(f"has {elements:,} elements and {cells:,} table cells, too many; give it in smaller files")


def _check_fonts(document: etree._Element) -> None:
    """Refuse text in fonts from before Unicode: its letters are others than they look."""
    names: set[str] = set()
    old: list[str] = []
    for run in document.iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        named = [f for f in fonts.values() if _OLD_FONT.match(f)] if fonts is not None else []
        if named:
            names.update(named)
            old.append(_text(run))
    found = legacy_encoding("".join(old)) or legacy_encoding(_text(document))
    if found:
        fonts_used = f" ({', '.join(sorted(names))})" if names else ""
        raise SourceError(f"is set in old {found} fonts{fonts_used}; convert it to Unicode first")


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def _stamps(parts: dict[str, etree._Element]) -> list[str]:
    """Find the stamps in the page headers and footers, each once."""
    pages = [root for name, root in sorted(parts.items()) if _HEADER.fullmatch(name)]
    lines = (_text(paragraph).strip() for root in pages for paragraph in root.iter(f"{W}p"))
    return list(dict.fromkeys(line for line in lines if is_stamp(line)))


def _lay_out_boxes(document: etree._Element) -> None:
    """Keep one of the two forms in which Word may store a text box; one without the old form follows its paragraph."""
    for choice in list(document.iter(f"{_COMPATIBILITY}Choice")):
        alternate = choice.getparent()
        if alternate is not None and alternate.find(f"{_COMPATIBILITY}Fallback") is not None:
            alternate.remove(choice)
    for box in list(document.iter(f"{W}txbxContent")):
        host = next(box.iterancestors(f"{W}p"), None)
        if host is None or next(box.iterancestors(f"{W}pict"), None) is not None:
            continue
        for element in reversed(list(box)):
            host.addnext(element)


def _print_numbers(document: etree._Element, parts: dict[str, etree._Element]) -> None:
    """Write each automatic number as text in front of its paragraph."""
    numbering = read_numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    for paragraph in document.iter(f"{W}p"):
        label = numbering.label(paragraph)
        parent = paragraph.getparent()
        in_cell = parent is not None and parent.tag == f"{W}tc"
        if label and (in_cell or _text(paragraph).strip()):
            at = 0 if paragraph.find(f"{W}pPr") is None else 1
            paragraph.insert(at, _run(f"{label} "))


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    piece = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
    piece.text = text
    return run


def _simplify(document: etree._Element) -> None:
    """Drop hidden and deleted text and all that sets only the look; make tabs wide blanks."""
    for hidden in list(document.iter(f"{W}vanish")):
        run = next(hidden.iterancestors(f"{W}r"), None)
        if run is not None and hidden.get(f"{W}val") not in ("0", "false", "off"):
            run.clear()
    for tab in list(document.iter(f"{W}tab")):
        tab.tag = f"{W}t"
        tab.set(_SPACE, "preserve")
        tab.text = _TAB
    etree.strip_elements(document, *(W + name for name in _UNSEEN), with_tail=False)


def _to_html(parts: dict[str, etree._Element]) -> str:
    import mammoth

    options = {
        "convert_image": mammoth.images.img_element(lambda image: {}),
        "include_default_style_map": False,
        "include_embedded_style_map": False,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, root in parts.items():
            archive.writestr(name, etree.tostring(root, encoding="utf-8"))
    packed.seek(0)
    try:
        return str(mammoth.convert_to_html(packed, **options).value)
    except Exception as error:  # whatever mammoth stumbles over is a fault of the file
        raise SourceError(f"is damaged: {type(error).__name__} {error}".strip()) from None


def _beside(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Part lines that tabs set in two columns (head, recipients beside signature): left column first, then right."""
    left: list[str] = []
    right: list[str] = []
    for piece in pieces:
        halves = re.split(rf"\s*{_TAB}\s*", piece) if isinstance(piece, str) else []
        halves = [half for half in halves if half.strip()]
        if len(halves) == 2 and len(halves[0]) > 5:
            left.append(halves[0])
            right.append(halves[1])
            continue
        yield from _columns(left, right)
        left, right = [], []
        yield piece
    yield from _columns(left, right)


def _columns(left: list[str], right: list[str]) -> list[str]:
    if len(left) < 2:
        return [f"{a}{_TAB}{b}" for a, b in zip(left, right, strict=True)]
    return left + right
