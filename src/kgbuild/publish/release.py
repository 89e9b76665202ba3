"""Publish at once or not at all: a build is made beside the old one and takes its place in one step."""

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kgbuild.errors import StoreError

VERSIONS = ".versions"
CURRENT = "current"
PARTS = ("graphs", "text", "store", "site", "dumps", "report")


class Release:
    """A folder that becomes the published build when the `with` block ends without an error.

    Under `out` stand `.versions/{n}` and the link `current`; `out/dumps` and its siblings are links through
    `current`, so replacing that one link switches all of them. What fails leaves the old build as it was. A file that
    comes out as it was before is the old file, with its date: mirrors and caches need only what has changed.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out
        self._claim = -1

    def __enter__(self) -> Path:
        """Make the folder of the new build. Raises StoreError while another build writes under the same `out`."""
        versions = self.out / VERSIONS
        versions.mkdir(parents=True, exist_ok=True)
        self._claim = _claim(self.out)
        self.folder = Path(tempfile.mkdtemp(prefix="build-", dir=versions))
        self.folder.chmod(0o755)
        return self.folder

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._finish(kind is None)
        finally:
            os.close(self._claim)

    def _finish(self, done: bool) -> None:
        if not done:
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        _keep_unchanged(self.out / CURRENT, self.folder)
        _link(self.out / CURRENT, Path(VERSIONS) / self.folder.name)
        for part in PARTS:
            place = self.out / part
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            if not place.is_symlink():
                _link(place, Path(CURRENT) / part)
        for old in (self.out / VERSIONS).iterdir():
            if old.name != self.folder.name:
                shutil.rmtree(old, ignore_errors=True)


def check_place(out: Path) -> None:
    """Raise before a long work where no build can be written under *out*, or another one is being written there."""
    there = next(place for place in (out.absolute(), *out.absolute().parents) if place.exists())
    if not there.is_dir():
        raise StoreError(f"{out}: no build can be written there: {there} is a file")
    if not os.access(there, os.W_OK | os.X_OK):
        raise StoreError(f"{out}: no build can be written there: {there} may not be written to")
    if out.is_dir():
        os.close(_claim(out))


def _claim(out: Path) -> int:
    """Claim the folder for this build alone, until the number that is given is closed; a kill gives it up too."""
    claim = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(claim)
        raise StoreError(f"{out}: another build is being written there; wait for it, or name another --out") from None
    except OSError:  # a file system without locks
        pass
    return claim


def _keep_unchanged(old: Path, new: Path) -> None:
    """Put the files of the old build where the new one has the same; the store is left alone, its engine owns it."""
    for part in PARTS:
        if part == "store" or not (old / part).is_dir():
            continue
        for file in sorted((new / part).rglob("*")):
            before = old / file.relative_to(new)
            if file.is_file() and before.is_file() and not before.samefile(file) and _same(before, file):
                beside = file.with_name(f".{file.name}.old")
                with suppress(OSError):  # a file system without links: the new file will do
                    os.link(before, beside)
                    beside.replace(file)


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _link(place: Path, target: Path) -> None:
    """Make *place* a link to *target*, replacing what was there in one step."""
    beside = place.with_name(f".{place.name}.next")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    os.replace(beside, place)  # noqa: PTH105  # Path.replace follows no link either, but os.replace says what is meant
