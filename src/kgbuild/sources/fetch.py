"""Download documents that the sources cite and we do not hold, each pinned by its SHA-256."""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from kgbuild.errors import DataError, SourceError

SECONDS = 60
MANIFEST = "sources.toml"
SUFFIXES = {
    "text/html": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to get: `addresses` are tried in order; `sha256`, where known, is what the bytes must give.

    `search` are pages where a person may look for it.
    """

    id: str
    title: str
    addresses: tuple[str, ...]
    sha256: str = ""
    search: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document that is now in the folder; `pinned` tells that its checksum was known before and agrees."""

    id: str
    file: Path
    sha256: str
    address: str
    pinned: bool


def read_wanted(path: Path) -> list[Wanted]:
    """Read `wanted.toml`: an array of tables `document` with id, title, addresses, search and, where known, sha256.

    Raises DataError naming the file.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
        return [_wanted(table) for table in tables]
    except OSError as error:
        raise DataError(f"{path}: the list of wanted documents cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(f"{path}: cannot be read as a list of wanted documents: {error}") from error


def _wanted(table: dict[str, Any]) -> Wanted:
    addresses, search = tuple(table["addresses"]), tuple(table.get("search", ()))
    return Wanted(table["id"], table.get("title", ""), addresses, table.get("sha256", ""), search)


def fetch(wanted: Wanted, folder: Path, limit: int) -> Fetched:
    """Download one document of at most *limit* bytes into *folder*, and write it into the folder's manifest.

    Raises SourceError when no address gives it, or when it is not the document that was pinned before.
    """
    entries = _read_manifest(folder)
    pinned = wanted.sha256 or next((str(e.get("sha256", "")) for e in entries if e.get("id") == wanted.id), "")
    failures = []
    for address in wanted.addresses:
        try:
            data, media_type = _download(address, limit)
        except (OSError, ValueError) as error:
            failures.append(f"{address}: {error}")
            continue
        digest = hashlib.sha256(data).hexdigest()
        if pinned and digest != pinned:
            failures.append(f"{address}: the document there is another one (SHA-256 {digest}, pinned is {pinned})")
            continue
        file = folder / (wanted.id + _suffix(address, media_type))
        found = Fetched(wanted.id, file, digest, address, bool(pinned))
        _save(found, data, wanted, entries)
        return found
    raise SourceError(f"{wanted.id}: not fetched: " + ("; ".join(failures) or no_address(wanted)))


def no_address(wanted: Wanted) -> str:
    """Say where a person may look for a document that has no address."""
    return "no address is known" + (f"; look at {' or '.join(wanted.search)}" if wanted.search else "")


def _download(address: str, limit: int) -> tuple[bytes, str]:
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError("only http and https are fetched")
    with urlopen(Request(address, headers={"User-Agent": "kgbuild"}), timeout=SECONDS) as response:
        data: bytes = response.read(limit + 1)
        if len(data) > limit:
            raise ValueError(f"larger than {limit} bytes")
        if not data:
            raise ValueError("empty")
        return data, response.headers.get_content_type()


def _suffix(address: str, media_type: str) -> str:
    named = Path(urlsplit(address).path).suffix.lower()
    return named if named in SUFFIXES.values() else SUFFIXES.get(media_type, ".html")


def _read_manifest(folder: Path) -> list[dict[str, Any]]:
    path = folder / MANIFEST
    if not path.is_file():
        return []
    try:
        entries: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
        return entries
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as TOML: {error}") from error


def _save(found: Fetched, data: bytes, wanted: Wanted, entries: list[dict[str, Any]]) -> None:
    folder = found.file.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(found.file, data)
        if not any(entry.get("id") == found.id for entry in entries):
            path = folder / MANIFEST
            before = path.read_bytes() if path.is_file() else b""
            _replace(path, before + _entry(found, wanted).encode())
    except OSError as error:
        raise SourceError(f"{found.file}: cannot be written: {error}") from error


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)


def _entry(found: Fetched, wanted: Wanted) -> str:
    values = {"id": found.id, "file": found.file.name, "sha256": found.sha256, "title": wanted.title}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    lines.append(f"origin = {json.dumps(found.address)}")
    lines.append(f"retrieved = {date.today().isoformat()}")
    return "\n[[source]]\n" + "\n".join(lines) + "\n"
