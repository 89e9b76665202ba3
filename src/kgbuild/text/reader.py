"""Read any source file: look at its bytes and its suffix, and hand it to the reader that knows the format."""

import re
from collections.abc import Callable
from pathlib import Path

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.contents import drop_contents
from kgbuild.text.legible import legacy_encoding
from kgbuild.text.plain.reader import read_plain

PLAIN_SUFFIXES = frozenset({".txt", ".md"})
SUFFIXES = PLAIN_SUFFIXES | {".html", ".htm", ".docx", ".pdf"}
"""The suffixes of files that can be read."""

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

# What other files begin with, and what their owner can do.
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "is in the old binary format of Word or Excel; save it as .docx first",
    b"{\\rtf": "is in Rich Text Format; save it as .docx first",
    b"\x89PNG": "is a picture; give its text as .txt",
    b"\xff\xd8\xff": "is a picture; give its text as .txt",
    b"II*\x00": "is a picture; give its text as .txt",
    b"GIF8": "is a picture; give its text as .txt",
}
# What these suffixes promise, for a file that does not begin so.
_NAMED = {".docx": "Word file", ".pdf": "PDF"}
_ADVICE = {
    ".doc": "save it as .docx first",
    ".rtf": "save it as .docx first",
    ".odt": "save it as .docx first",
    ".xls": "save the sheet as a table in a .docx file first",
    ".xlsx": "save the sheet as a table in a .docx file first",
}


def read(path: Path, data: bytes, size_limit: int) -> Reading:
    """Read *data*, the content of the file at *path*, into text and blocks.

    What the bytes begin with counts more than the suffix. *size_limit* is in bytes.

    Raises SourceError, one sentence that names the file, when the file is too large, empty, binary, damaged, not in
    Unicode, or in a format that is not supported.
    """
    name = path.name
    if len(data) > size_limit:
        raise SourceError(f"{name} has {_size(len(data))}, more than the limit of {_size(size_limit)}")
    if not data.removeprefix(_BOM).strip():
        raise SourceError(f"{name} is empty")
    for magic, reason in _FOREIGN.items():
        if data.startswith(magic):
            raise SourceError(f"{name} {reason}")
    reader = _formatted(path.suffix.lower(), data)
    if reader is not None:
        try:
            reading = reader(data)
        except SourceError as error:
            raise SourceError(f"{name} {error}") from None
        if not reading.text.plain.strip():
            raise SourceError(f"{name} holds no text")
        _check_letters(name, reading.text.raw)
        return drop_contents(reading)
    if path.suffix.lower() in PLAIN_SUFFIXES:
        raw = _decode(name, data)
        _check_letters(name, raw)
        return drop_contents(read_plain(raw))
    if (kind := _NAMED.get(path.suffix.lower())) is not None:
        raise SourceError(f"{name} is no {kind}, whatever its name says: it is damaged, or of another format")
    advice = _ADVICE.get(path.suffix.lower(), "give it as " + ", ".join(sorted(SUFFIXES)))
    raise SourceError(f"{name} has a format that is not supported ({path.suffix or 'no suffix'}); {advice}")


def _check_letters(name: str, raw: str) -> None:
    """Refuse the letters of fonts from before Unicode: they are others than they look."""
    if (encoding := legacy_encoding(raw)) is not None:
        raise SourceError(f"{name} is in the old {encoding} encoding; convert it to Unicode first")


def _formatted(suffix: str, data: bytes) -> Callable[[bytes], Reading] | None:
    """Choose the reader of a format that is more than text; each brings its libraries only when it is needed."""
    if data.startswith(b"PK\x03\x04"):
        from kgbuild.text.docx.reader import read_docx

        return read_docx
    if data.startswith(b"%PDF-"):
        from kgbuild.text.pdf.reader import read_pdf

        return read_pdf
    if suffix in (".html", ".htm") or _HTML.match(data):
        from kgbuild.text.html.reader import read_html

        return read_html
    return None


def _decode(name: str, data: bytes) -> str:
    """Decode UTF-8, or UTF-16 with its byte order mark, and drop the mark; all else stays as it is."""
    if data.startswith(_WIDE):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise SourceError(f"{name} is damaged UTF-16; save it as UTF-8") from None
    controls = len(_CONTROLS.findall(data))
    if b"\0" in data or controls > len(data) // 100:
        raise SourceError(f"{name} is a binary file, not text")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(_BOM) if data.startswith(_BOM) else 0)
        raise SourceError(
            f"{name} is not in UTF-8: the byte {data[at]:#04x} at offset {at} does not fit; save it as UTF-8"
        ) from None


def _size(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"
