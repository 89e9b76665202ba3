"""HTML as a tree and as lines: decode and parse safely, then read block by block as a browser would set it."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kgbuild.errors import SourceError
from kgbuild.language import METRES
from kgbuild.text.marks import list_mark
from kgbuild.text.openings import BULLET, PART

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()  # noqa: SIM905 - a list of fifty names reads better as words
)
_SILENT = (
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "canvas",
    "iframe",
    "object",
    "audio",
    "video",
    "select",
    "button",
    "textarea",
    "input",
    "datalist",
    "dialog",
    "map",
    "del",
    "s",
    "strike",
)  # fmt: skip  (words that are struck out no longer hold)
_MAX_TAGS = 600_000
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|"
    r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_RUN = re.compile(r"[ \t]{2,}|\t")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,99}?encoding=[\"']([\w-]{2,30})",
    re.IGNORECASE,
)
_TEXT_CODECS = re.compile(r"utf|ascii|latin|iso8859|cp125")
_BYTE_ORDER = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CALL = re.compile(r"\s*[\[(]?(?:\d{1,3}|\*+|[ivx]{1,4})[\])]?\s*")
_RAISED = re.compile(r"\s*[\[(]?\d{1,2}[\])]?\s*")
_UNIT = re.compile(METRES)
_MARKED = re.compile(
    rf"\s*(?:{BULLET}|\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zđA-H]|[ivx]{{1,4}}|[IVX]{{1,5}})[.)]|{PART})", re.VERBOSE
)


def parse_html(data: bytes) -> etree._Element:
    """Parse a page; comments and all that a reader does not see are gone, letters are composed (NFC).

    Raises SourceError when the encoding is unknown, the page is nested too deeply to be a document, or empty.
    """
    if data.count(b"<") > _MAX_TAGS:
        raise SourceError(f"has more than {_MAX_TAGS:,} tags; give it in smaller files")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    content = unicodedata.normalize("NFC", decode_html(data)).replace("\0", "")
    try:
        root = etree.fromstring(content.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise SourceError("holds no text")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceError("is nested too deeply to be a document")
    etree.strip_elements(root, *_SILENT, with_tail=False)
    for element in list(root.iter()):
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            remove(element)
    return root


def decode_html(data: bytes) -> str:
    """Decode a page: by its byte order mark, else as UTF-8, else as it declares.

    Raises SourceError when none fits; a few bytes out of place in a page of UTF-8 are let pass.
    """
    for mark, name in _BYTE_ORDER.items():
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff")
    if b"\0" in data[:2]:  # no mark, but two bytes for each letter
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    match = _CHARSET.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else "utf-8"
    try:
        codec = codecs.lookup(declared).name
        if codec != "utf-8" and _TEXT_CODECS.match(codec):
            return data.decode(codec)
    except (LookupError, UnicodeDecodeError):
        pass
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") > len(text) // 2000:
        raise SourceError(f"is not in UTF-8 and declares no encoding that fits (first at byte {offset})")
    return text


def remove(element: etree._Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of a page: the block it stands in, its text, and how many of its characters are links."""

    block: etree._Element
    text: str
    linked: int


def lines_of(root: etree._Element, enter_tables: bool) -> Iterator[Line | etree._Element]:
    """Read the lines below *root* in order; a table comes as its element unless it is to be entered."""
    pen = _Pen(root)
    skipped: etree._Element | None = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is skipped:
                skipped = None
            else:
                yield from pen.close(element)
            if element is not root:
                yield from pen.write(element.tail)
            continue
        table = element.tag == "table" and not enter_tables and element is not root
        if table or _is_call(element, pen):
            skipped = element
            walk.skip_subtree()
            if table:
                yield from pen.lift()
                yield element
        else:
            yield from pen.open(element)
            yield from pen.write(element.text)
    yield from pen.lift()


class _Pen:
    """Writes the line at hand and knows in which block, link or list item it stands."""

    def __init__(self, root: etree._Element) -> None:
        self.blocks = [root]
        self.counts: dict[etree._Element, int] = {}
        self.mark = ""
        self.parts: list[str] = []
        self.worded = False  # whether the line has more than blanks
        self.linked = self.links = self.preformatted = 0

    @property
    def last(self) -> str:
        """The last signs of the line so far: three or more, where it has as many."""
        return "".join(self.parts[-3:])

    def open(self, element: etree._Element) -> Iterator[Line]:
        """Enter an element: a block begins a new line, a list item lays its mark ready."""
        if element.tag in BLOCKS or element.tag == "br":
            yield from self.lift()
        if element.tag in BLOCKS:
            self.blocks.append(element)
        if element.tag == "li":
            self.mark = list_mark(element, self.counts)
        self.links += _is_link(element)
        self.preformatted += element.tag == "pre"

    def close(self, element: etree._Element) -> Iterator[Line]:
        """Leave an element that was opened."""
        if element.tag in BLOCKS:
            yield from self.lift()
            self.blocks.pop()
        if element.tag == "li":
            self.mark = ""
        self.links -= _is_link(element)
        self.preformatted -= element.tag == "pre"

    def write(self, text: str | None) -> Iterator[Line]:
        """Add text; in a preformatted block each line break ends the line."""
        *whole, last = text.split("\n") if text and self.preformatted else [text]
        for line in whole:
            self._add(line)
            yield from self.lift()
        self._add(last)

    def _add(self, text: str | None) -> None:
        if text:
            self.parts.append(_RUN.sub(_kept, text) if self.preformatted else text)
            self.worded = self.worded or bool(text.strip())
            self.linked += len(text.strip()) if self.links else 0

    def lift(self) -> Iterator[Line]:
        """Give the line at hand when there is one; no-break spaces and tabs at its ends tell where it stands."""
        text = _SPACES.sub(" ", "".join(self.parts)).strip(" ")
        linked = self.linked
        self.parts, self.linked, self.worded = [], 0, False
        if text.strip():
            if self.mark and not _MARKED.match(text):
                text = f"{self.mark} {text}"
            self.mark = ""
            yield Line(self.blocks[-1], text, linked)


def _kept(blanks: re.Match[str]) -> str:
    """Write blanks that a browser does not fold."""
    return "\u00a0" * len(blanks.group().expandtabs())


def _is_link(element: etree._Element) -> bool:
    return element.tag == "a" and element.get("href") is not None


def _is_call(element: etree._Element, pen: _Pen) -> bool:
    """Tell a call to a footnote, which is not part of a sentence.

    It is "[1]" with a link into the page, the way back, or a raised number, unless that follows a unit (m²)
    or begins the line of the *pen*.
    """
    if element.tag == "sup" and _RAISED.fullmatch("".join(element.itertext())):
        return pen.worded and not _UNIT.search(pen.last)
    target = element.get("href", "") if element.tag == "a" else ""
    if not target.startswith("#"):
        return False
    text = "".join(element.itertext()).strip()
    if "ref" in target:
        return text in ("↑", "^")
    parent = element.getparent()
    raised = element.find(".//sup") is not None or (parent is not None and parent.tag == "sup")
    return bool(_CALL.fullmatch(text)) and (raised or text.startswith("["))
