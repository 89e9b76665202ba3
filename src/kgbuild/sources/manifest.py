"""Which files a build reads: folders with or without sources.toml, single files; each with its id and hash."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kgbuild.errors import SourceError
from kgbuild.language import slug

MANIFEST = "sources.toml"
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
TO_SAVE_ANEW = frozenset({".doc", ".odt", ".rtf"})
"""Documents of word processors that no reader knows: they are told of, not passed over in silence."""
_BESIDE = frozenset({"readme.md", "license", "licence", "notice.md"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: `key` names its graph, `about` is what the manifest says of it (empty without one)."""

    key: str
    path: Path
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name, as reports call it."""
        return self.path.name


def digest(data: bytes) -> str:
    """Give the SHA-256 of a file's bytes in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def find_sources(places: Sequence[Path]) -> list[Source]:
    """List the sources of folders and files, sorted by key; a folder's sources.toml gives ids and origins.

    Raises SourceError, naming the place, when one cannot be read or holds nothing.
    """
    all_ = {s.path: s for place in places for s in (_of_folder(place) if place.is_dir() else _of_file(place))}
    found: dict[str, Source] = {}
    # by path: which of two files of one name is numbered must not hang on the order in which folders are given
    for source in sorted(all_.values(), key=lambda s: (s.key, not s.about, s.path.as_posix())):
        key, n = source.key, 2
        while key in found:
            key, n = f"{source.key}-{n}", n + 1
        found[key] = Source(key, source.path, source.about)
    if not found:
        raise SourceError(f"{', '.join(map(str, places))}: no source file ({', '.join(sorted(SUFFIXES))}) was found")
    return [found[key] for key in sorted(found)]


def _of_file(path: Path) -> list[Source]:
    if not path.is_file():
        raise SourceError(f"{path}: there is no such file or folder")
    return [Source(slug(path.stem) or "source", path)]


def _of_folder(folder: Path) -> list[Source]:
    try:
        files = sorted(
            p
            for p in folder.rglob("*")
            if p.is_file() and p.suffix.lower() in SUFFIXES | TO_SAVE_ANEW and p.name.lower() not in _BESIDE
        )
        saved = {p.with_suffix("") for p in files if p.suffix.lower() in SUFFIXES}
        files = [p for p in files if p.suffix.lower() in SUFFIXES or p.with_suffix("") not in saved]
        beside = sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() not in SUFFIXES)
        others = [p for p in beside if p not in files and p.name != MANIFEST and not p.name.startswith(".")]
    except OSError as error:
        raise SourceError(f"{folder}: the folder cannot be read: {error.strerror or error}") from error
    listed = _manifest(folder)
    sources = []
    for path in files + others:
        about = listed.pop(path.relative_to(folder).as_posix(), {})
        if path in others and not about:
            continue
        sources.append(Source(str(about.get("id") or slug(path.stem) or "source"), path, about))
    if listed:
        missing = ", ".join(sorted(listed))
        raise SourceError(f"{folder / MANIFEST}: names files that are not there: {missing}")
    return sources


def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """Read sources.toml: file name → what it says of the file."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SourceError(f"{path}: cannot be read as TOML: {error}") from error
    entries = table.get("source", [])
    if not isinstance(entries, list) or not all(
        isinstance(e, dict) and isinstance(e.get("file"), str) for e in entries
    ):
        raise SourceError(f"{path}: each [[source]] needs a file")
    return {str(entry["file"]): entry for entry in entries}
