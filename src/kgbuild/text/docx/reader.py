"""Read Word files: automatic numbers and tabs are written out, then mammoth's HTML goes the way of all HTML."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.docx.numbering import W, read_numbering
from kgbuild.text.docx.word import accept_changes, drop_contents, lay_out_boxes, show_capitals, simplify, text_of
from kgbuild.text.html.markup import parse_html
from kgbuild.text.html.reader import read_pieces
from kgbuild.text.legible import legacy_encoding
from kgbuild.text.pieces import compose, join_broken
from kgbuild.text.stamps import is_stamp

_MAX_XML = 60_000_000  # bytes of all XML parts unpacked
_MAX_ELEMENTS = 500_000
_MAX_CELLS = 100_000
_TEXT_PART = re.compile(r"word/document\w*\.xml", re.ASCII)
# what zipfile, zlib and lxml raise on the files that are no Word files any more
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    RuntimeError,
    ValueError,
    LookupError,
    EOFError,
    OSError,
)
_WIDE, _HIGH = 4_500_000, 5_500_000  # EMU, 360,000 to the centimetre: half a page of A4 or more
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()  # the same words in both
_XML_PART = re.compile(r"(?:word/[\w-]+\.xml|(?:word/)?_rels/[\w.-]*\.rels|\[Content_Types\]\.xml)", re.ASCII)
_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml", re.ASCII)
_OLD_FONT = re.compile(r"\.Vn|VNI-", re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def read_docx(data: bytes) -> Reading:
    """Read a Word file: paragraphs with the numbers that Word prints, tables, footnotes at the end.

    Headers and footers are left out, but for stamps such as "MẬT". Raises SourceError when the file is damaged,
    absurdly large once unpacked, set in fonts from before Unicode, or without text.
    """
    parts = _unpack(data)
    document, styles = parts.get(_main_part(parts)), parts.get("word/styles.xml")
    if document is None:
        raise SourceError("is damaged: its text is missing")
    _check_size(document)
    _check_fonts(document)
    doubts = tuple(_doubts(document))
    lay_out_boxes(document)
    accept_changes(document)
    drop_contents(document, styles)
    _print_numbers(document, parts)
    show_capitals(document, styles)
    simplify(document)
    page = parse_html(_to_html(parts).encode("utf-8"))
    return replace(compose([*_stamps(parts), *join_broken(read_pieces(page))]), doubts=doubts)


def _doubts(document: etree._Element) -> Iterator[str]:
    """Say that pictures as large as a page, scans as a rule, stand in the text; what they show is not read."""
    sizes = [(e.get("cx", ""), e.get("cy", "")) for e in document.iter("{*}extent")]
    large = sum(x.isdigit() and y.isdigit() and int(x) > _WIDE and int(y) > _HIGH for x, y in sizes)
    if large and any(True for _ in document.iter("{*}blip")):
        yield f"holds {large} {'picture' if large == 1 else 'pictures'} as large as a page, whose text is not read"


def _main_part(parts: Mapping[str, etree._Element]) -> str:
    """Find the part that holds the text; the package says which, word/document.xml as a rule."""
    for relation in parts.get("_rels/.rels", ()):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _unpack(data: bytes) -> dict[str, etree._Element]:
    """Unpack and parse the XML parts; entities, document types and bombs are refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    parts: dict[str, etree._Element] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not any(_TEXT_PART.match(name) for name in archive.namelist()):
                raise SourceError(f"is {_foreign(archive.namelist())}")
            entries = [entry for entry in archive.infolist() if _XML_PART.fullmatch(entry.filename)]
            if sum(entry.file_size for entry in entries) > _MAX_XML:
                raise SourceError(f"unpacks to more than {_MAX_XML // 1_000_000} MB of text; give it in smaller files")
            for entry in entries:
                root = etree.fromstring(archive.read(entry).replace(*_STRICT), parser)
                if root.getroottree().docinfo.internalDTD is not None:
                    raise SourceError("declares XML entities, which no Word file needs")
                parts[entry.filename] = root
    except _DAMAGE as error:
        raise SourceError(f"is damaged or protected: {error}") from None
    return parts


def _foreign(names: Sequence[str]) -> str:
    """Name the format of an archive that is no Word file, and what its owner can do."""
    if any(name.startswith("xl/") for name in names):
        return "an Excel file; save its tables in a .docx file first"
    if any(name.startswith("ppt/") for name in names):
        return "a PowerPoint file; save its text in a .docx file first"
    if "content.xml" in names and "mimetype" in names:
        return "an OpenDocument file; save it as .docx first"
    return "an archive, no Word document"


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
            old.append(text_of(run))
    found = legacy_encoding("".join(old)) or legacy_encoding(text_of(document))
    if found:
        fonts_used = f" ({', '.join(sorted(names))})" if names else ""
        raise SourceError(f"is set in old {found} fonts{fonts_used}; convert it to Unicode first")


def _stamps(parts: dict[str, etree._Element]) -> list[str]:
    """Find the stamps in the page headers and footers, each once."""
    pages = [root for name, root in sorted(parts.items()) if _HEADER.fullmatch(name)]
    lines = (text_of(paragraph).strip() for root in pages for paragraph in root.iter(f"{W}p"))
    return list(dict.fromkeys(line for line in lines if is_stamp(line)))


def _print_numbers(document: etree._Element, parts: dict[str, etree._Element]) -> None:
    """Write each automatic number as text in front of its paragraph."""
    numbering = read_numbering(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    for paragraph in document.iter(f"{W}p"):
        label = numbering.label(paragraph)
        parent = paragraph.getparent()
        in_cell = parent is not None and parent.tag == f"{W}tc"
        if label and (in_cell or text_of(paragraph).strip()):
            at = 0 if paragraph.find(f"{W}pPr") is None else 1
            paragraph.insert(at, _run(f"{label} "))


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    piece = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
    piece.text = text
    return run


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
