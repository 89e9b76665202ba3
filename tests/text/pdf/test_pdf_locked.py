"""PDF files locked by a password: read when it is the empty one, refused with the reason when it is not."""

import re
from collections.abc import Callable, Iterator
from hashlib import md5
from types import SimpleNamespace

import pytest

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.pdf.reader import read_pdf

PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
RIGHTS = (-4).to_bytes(4, "little", signed=True)
LINE = "Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở."


def rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]

    def stream() -> Iterator[int]:
        i = j = 0
        while True:
            i = (i + 1) % 256
            j = (j + state[i]) % 256
            state[i], state[j] = state[j], state[i]
            yield state[(state[i] + state[j]) % 256]

    return bytes(a ^ b for a, b in zip(data, stream(), strict=False))


def locked(data: bytes, password: str) -> bytes:
    """Lock a file of the tests with 40 bits, as the standard of PDF 1.1 has it; places in its table stay wrong."""
    user = (password.encode() + PAD)[:32]
    owner = rc4(md5((b"owner" + PAD)[:32], usedforsecurity=False).digest()[:5], user)
    key = md5(user + owner + RIGHTS + b"id", usedforsecurity=False).digest()[:5]

    def lock(match: re.Match[bytes]) -> bytes:
        own = md5(key + int(match[1]).to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]
        return match[1] + match[2] + rc4(own, match[3]) + match[4]

    data = re.sub(rb"(?s)(\d+)( 0 obj\n<</Length \d+>>stream\n)(.*?)(\nendstream)", lock, data)
    trailer = f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{rc4(key, PAD).hex()}>>>".encode()
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<6964><6964>]/Encrypt " + trailer)


def test_a_file_whose_password_is_empty_is_read(pdf: SimpleNamespace, shown: Callable[[Reading], list[object]]) -> None:
    whole = locked(pdf.file([pdf.Page().text(60, 100, LINE)]), "")
    assert LINE.encode() not in whole
    assert shown(read_pdf(whole)) == [LINE]


def test_a_file_with_a_password_is_refused_with_the_reason(pdf: SimpleNamespace) -> None:
    with pytest.raises(SourceError, match="is protected by a password"):
        read_pdf(locked(pdf.file([pdf.Page().text(60, 100, LINE)]), "secret"))


def test_a_file_whose_table_of_objects_is_broken_is_read(
    pdf: SimpleNamespace, shown: Callable[[Reading], list[object]]
) -> None:
    whole = pdf.file([pdf.Page().text(60, 100, LINE)])
    broken = re.sub(rb"startxref\n\d+", b"startxref\n7", re.sub(rb"\d{10} 00000 n", b"0000000009 00000 n", whole))
    assert shown(read_pdf(broken)) == [LINE]
