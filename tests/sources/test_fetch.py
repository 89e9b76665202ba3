"""Fetching wanted documents from a server of our own: pinned, limited, never twice the same name for two things."""

import hashlib
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from kgbuild.errors import DataError, SourceError
from kgbuild.sources.fetch import Wanted, fetch, read_wanted

TEXT = "NGHỊ QUYẾT".encode()
LIMIT = 1000


class Pages(BaseHTTPRequestHandler):
    """A server of three documents."""

    bodies: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/20": ("text/html; charset=utf-8", TEXT),
        "/20.pdf": ("application/octet-stream", b"%PDF"),
        "/big": ("text/plain", b"x" * (LIMIT + 1)),
        "/empty": ("text/plain", b""),
    }

    def do_GET(self) -> None:
        kind, body = self.bodies.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def manifest(folder: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))["source"]
    return entries


def test_a_document_is_saved_and_pinned(server: str, tmp_path: Path) -> None:
    wanted = Wanted("20-nq-tw", 'Nghị quyết "20"', (f"{server}/none", f"{server}/20"))
    found = fetch(wanted, tmp_path / "new", LIMIT)
    assert found.file == tmp_path / "new" / "20-nq-tw.html"
    assert found.file.read_bytes() == TEXT
    assert not found.pinned
    entry = manifest(tmp_path / "new")[0]
    assert entry["sha256"] == found.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert (entry["id"], entry["file"], entry["title"]) == ("20-nq-tw", "20-nq-tw.html", 'Nghị quyết "20"')
    assert entry["origin"] == f"{server}/20"
    again = fetch(wanted, tmp_path / "new", LIMIT)
    assert again.pinned
    fetch(Wanted("pdf", "", (f"{server}/20.pdf",)), tmp_path / "new", LIMIT)
    assert [e["file"] for e in manifest(tmp_path / "new")] == ["20-nq-tw.html", "pdf.pdf"]


def test_another_document_under_the_same_address_is_refused(server: str, tmp_path: Path) -> None:
    fetch(Wanted("a", "", (f"{server}/20",)), tmp_path, LIMIT)
    with pytest.raises(SourceError, match="another one"):
        fetch(Wanted("a", "", (f"{server}/20.pdf",)), tmp_path, LIMIT)
    assert (tmp_path / "a.html").read_bytes() == TEXT
    with pytest.raises(SourceError, match="another one"):
        fetch(Wanted("b", "", (f"{server}/20",), sha256="0" * 64), tmp_path, LIMIT)
    assert not (tmp_path / "b.html").exists()


@pytest.mark.parametrize(
    ("path", "message"), [("/none", "404"), ("/big", "larger than 1000"), ("/empty", "empty"), ("", "no address")]
)
def test_what_cannot_be_fetched_says_why(server: str, tmp_path: Path, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        fetch(Wanted("a", "", (server + path,) if path else ()), tmp_path, LIMIT)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x/y", "nonsense", "http://"])
def test_only_the_web_is_fetched(tmp_path: Path, address: str) -> None:
    with pytest.raises(SourceError, match="a: not fetched"):
        fetch(Wanted("a", "", (address,)), tmp_path, LIMIT)


def test_the_list_names_its_faults(tmp_path: Path) -> None:
    path = tmp_path / "wanted.toml"
    path.write_text('[[document]]\nid = "a"\ntitle = "A"\naddresses = ["http://x/"]\n', encoding="utf-8")
    assert read_wanted(path) == [Wanted("a", "A", ("http://x/",))]
    for text in ("[[document]]\ntitle = 'no id'\n", "not toml ["):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DataError, match=r"wanted\.toml"):
            read_wanted(path)
    with pytest.raises(DataError, match="missing"):
        read_wanted(tmp_path / "missing.toml")
