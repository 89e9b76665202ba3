"""Look at the machine: what kgbuild needs, what would help, and what is there."""

import importlib.metadata
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgbuild.config import Settings, resource

# Programs that a plain build does without, and what they are for.
TOOLS = {
    "chromium": "runs the browser tests",
    "java": "runs the cross-checks with Apache Jena",
    "virtuoso-t": "a server to publish to, in the tests",
}
SHIPPED = ("ontology", "shapes", "site", "data")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `ok` tells whether it is there, `needed` whether kgbuild cannot do without it."""

    name: str
    ok: bool
    needed: bool
    detail: str


def examine(settings: Settings) -> list[Check]:
    """Look at Python, the packages, the shipped files, the build folder and the optional tools."""
    return [*_python(), *_packages(), *_shipped(), *_build(settings.out), *_tools()]


def _python() -> Iterator[Check]:
    yield Check("Python", sys.version_info >= (3, 11), True, f"{platform.python_version()} at {sys.executable}")


def _packages() -> Iterator[Check]:
    for requirement in importlib.metadata.requires("kgbuild") or ():
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Check(name, True, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Check(name, False, True, f"not installed; wanted is {requirement}")


def _shipped() -> Iterator[Check]:
    for name in SHIPPED:
        folder = resource(name)
        count = sum(1 for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
        yield Check(f"{name}/", count > 0, True, f"{count} files in {folder}")


def _build(out: Path) -> Iterator[Check]:
    there = next(place for place in (out.absolute(), *out.absolute().parents) if place.exists())
    can = there.is_dir() and os.access(there, os.W_OK)
    yield Check("build folder", can, True, f"{out} can be written" if can else f"{there}: nothing can be written there")
    store = out / "store"
    yield Check("build", store.is_dir(), False, f"{store}" if store.is_dir() else "none yet: `kgbuild build` makes one")


def _tools() -> Iterator[Check]:
    for name, purpose in TOOLS.items():
        path = shutil.which(name)
        yield Check(name, path is not None, False, f"{purpose}: {path or 'not found'}")
