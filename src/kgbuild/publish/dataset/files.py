"""The files that a build offers for download, with their sizes and checksums."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: its name, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


def list_files(folder: Path) -> list[File]:
    """List the dumps of a build with their checksums; none when there is no such folder."""
    if not folder.is_dir():
        return []
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [File(p.relative_to(folder).as_posix(), p.stat().st_size, _sha256(p)) for p in files]


def link_files(source: Path, target: Path, files: list[File]) -> None:
    """Put the files into another folder without taking their room twice; copy them where links can't be made."""
    for file in files:
        path = target / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.hardlink_to(source / file.name)
        except OSError:  # another file system, or one without links
            shutil.copy2(source / file.name, path)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
