"""Choosing a reader, and one clear sentence for each file that cannot be read."""

import contextlib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.reader import SUFFIXES, read

LIMIT = 20_000_000
SENTENCE = "Căn cứ Luật Tổ chức chính quyền địa phương"


TCVN3 = "UBND tØnh giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh thùc hiÖn nhiÖm vô nµy. "


def excel() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


BROKEN = [
    ("a.txt", b"", "a.txt is empty"),
    ("a.txt", b"\xef\xbb\xbf \r\n", "a.txt is empty"),
    ("a.md", b"abc\0def", "a.md is a binary file, not text"),
    ("a.txt", bytes(range(1, 9)) * 40, "a.txt is a binary file, not text"),
    ("a.txt", b"\xff\xfeS", "a.txt is damaged UTF-16; save it as UTF-8"),
    ("a.txt", (TCVN3 * 3).encode(), "a.txt is in the old TCVN3 encoding; convert it to Unicode first"),
    ("a.html", f"<p>{TCVN3 * 3}</p>".encode(), "a.html is in the old TCVN3 encoding; convert it to Unicode first"),
    ("a.txt", "Hà Nội".encode("latin-1", "replace"), "the byte 0xe0 at offset 1 does not fit"),
    ("a.txt", b"\xef\xbb\xbfabc\xff", "the byte 0xff at offset 6 does not fit"),
    ("a.html", "<p>H\xe0 N\xf4i</p>".encode("latin-1"), "a.html is not in UTF-8 and declares no encoding that fits"),
    ("a.html", b"<script>x</script>", "a.html holds no text"),
    ("a.docx", b"PK\x03\x04 and nothing else", "a.docx is damaged or protected"),
    ("a.docx", b"not a zip", "a.docx is no Word file, whatever its name says: it is damaged, or of another format"),
    ("a.PDF", b"<x/>", "a.PDF is no PDF, whatever its name says: it is damaged, or of another format"),
    ("a.pdf", b"%PDF-1.4 and nothing else", "a.pdf is damaged: its pages cannot be read"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx first"),
    ("a.rtf", b"{\\rtf1 x}", "a.rtf is in Rich Text Format; save it as .docx first"),
    ("a.xlsx", excel(), "a.xlsx is an Excel file; save its tables in a .docx file first"),
    ("a.png", b"\x89PNG\r\n", "a.png is a picture"),
    ("a.json", b"{}", "a.json has a format that is not supported (.json)"),
    ("README", b"text", "README has a format that is not supported (no suffix)"),
]


@pytest.mark.parametrize(("name", "data", "message"), BROKEN)
def test_broken_input_is_one_sentence_that_names_the_file(name: str, data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(Path("somewhere") / name, data, LIMIT)
    assert message in str(caught.value)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_a_file_over_the_limit_names_both_sizes() -> None:
    with pytest.raises(SourceError, match=r"^a\.txt has 3\.0 MB, more than the limit of 2\.0 MB$"):
        read(Path("a.txt"), b"x" * 3_000_000, 2_000_000)


def test_a_file_at_the_limit_is_read() -> None:
    assert read(Path("a.txt"), b"x" * 50, 50).text.raw == "x" * 50


@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_plain_text_stays_as_it_is_but_for_the_byte_order_mark(suffix: str) -> None:
    raw = "Điều 1.\r\n\tSở Y tế  \r\n"
    assert read(Path("a" + suffix), b"\xef\xbb\xbf" + raw.encode(), LIMIT).text.raw == raw


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_text_with_a_byte_order_mark_is_read(encoding: str) -> None:
    assert read(Path("a.txt"), "Điều 1. Sở Y tế".encode(encoding), LIMIT).text.raw == "Điều 1. Sở Y tế"


def test_what_the_bytes_say_counts_more_than_the_suffix(
    docx: SimpleNamespace, pdf: SimpleNamespace, shown: Callable[[Reading], list[object]]
) -> None:
    page = pdf.Page().text(60, 60, SENTENCE)
    files = [
        f"\n<!-- saved --><!DOCTYPE html><html><p>{SENTENCE}</p></html>".encode(),
        docx.file(docx.paragraph(SENTENCE)),
        pdf.file([page]),
    ]
    for data in files:
        assert shown(read(Path("a.txt"), data, LIMIT)) == [SENTENCE]


def test_every_suffix_has_a_reader() -> None:
    assert frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"}) == SUFFIXES


@given(
    st.binary(max_size=400),
    st.sampled_from(sorted(SUFFIXES)),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"]),
)
def test_any_bytes_give_a_reading_or_a_source_error(data: bytes, suffix: str, magic: bytes) -> None:
    with contextlib.suppress(SourceError):
        reading = read(Path("a" + suffix), magic + data, LIMIT)
        assert reading.text.raw.strip("\ufeff \t\r\n") or not reading.blocks
