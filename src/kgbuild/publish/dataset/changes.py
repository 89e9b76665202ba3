"""What differs between two builds: a patch that turns the old dump into the new one, and a feed of such changes."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from kgbuild.config import Settings
from kgbuild.errors import DataError, StoreError
from kgbuild.model import Issue, Literal
from kgbuild.namespaces import PIO, Iri
from kgbuild.publish.dataset.dumps import NAME
from kgbuild.publish.dataset.editions import Edition
from kgbuild.publish.dataset.files import link_files, list_files
from kgbuild.publish.paths import LANGUAGES
from kgbuild.publish.templates import environment, load_strings
from kgbuild.store import Store, read_quads

DUMP: Final = f"{NAME}.nq.gz"
HISTORY: Final = "changes.json"
FOLDER: Final = "changes"
KEPT: Final = 50  # changes; who is further behind takes the whole dump
_CAPTURED: Final = re.compile(rb"<([^>]*)> <" + PIO.capturedIn.encode() + rb"> ")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the version that came of it, the one before (none for the first), its day, what came and went.

    `patch` is the file, below the folder of dumps, that makes the one from the other; `documents` are those whose
    text came, with their names.
    """

    version: str
    previous: str
    date: str
    added: int
    removed: int
    patch: str = ""
    size: int = 0
    sha256: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)


def diff(old: bytes, new: bytes) -> Iterator[bytes]:
    """Compare two sorted dumps: `D ` before each line that went, `A ` before each that came, in the order of lines."""
    before, after = set(old.splitlines(keepends=True)), set(new.splitlines(keepends=True))
    gone = [(line, b"D ") for line in before - after]
    come = [(line, b"A ") for line in after - before]
    return (mark + line for line, mark in sorted(gone + come))


def write_patch(rows: Iterable[bytes], dataset: str, old: str, new: str) -> bytes:
    """Write an RDF Patch from the version *old* to *new*."""
    head = f"H id <{dataset}/version/{new}> .\nH prev <{dataset}/version/{old}> .\nTX .\n"
    return b"".join([head.encode(), *rows, b"TC .\n"])


def write_changes(store: Store, edition: Edition, settings: Settings, out: Path) -> tuple[Issue, ...]:
    """Write `changes.json`, a feed in each language and the patches beside the dumps of a build.

    The history goes on from the build that is published now, in `settings.out`; a build that changes nothing adds
    nothing. Without one the history begins with this build, and where there was one that cannot be read, an issue says
    so.
    """
    before, folder = settings.out / "dumps", out / "dumps"
    issues: tuple[Issue, ...] = ()
    try:
        history = read_history(before)
    except DataError as error:
        history, issues = [], (Issue(HISTORY, "history-lost", f"{error}; the history begins anew"),)
    if not history or history[0].version != edition.version:
        history.insert(0, _change(store, history, edition, settings, folder))
    history = history[:KEPT]
    known = {change.patch for change in history}
    link_files(before, folder, [file for file in list_files(before) if file.name in known])
    text = json.dumps([asdict(change) for change in history], ensure_ascii=False, indent=1)
    (folder / HISTORY).write_text(text + "\n", encoding="utf-8", newline="\n")
    template = environment().get_template("changes.atom.j2")
    for code in LANGUAGES:
        feed = template.render(lang=code, t=load_strings(code), settings=settings, changes=history, edition=edition)
        (folder / feed_name(code)).write_text(feed + "\n", encoding="utf-8", newline="\n")
    return issues


def feed_name(language: str) -> str:
    """Name the feed of a language, below the folder of dumps."""
    return "changes.atom" if language == "vi" else f"changes.{language}.atom"


def read_history(dumps: Path) -> list[Change]:
    """Read the changes so far from a folder of dumps, the newest first; none where there is no file.

    Raises DataError naming the file when it is broken.
    """
    try:
        rows: list[dict[str, Any]] = json.loads((dumps / HISTORY).read_text(encoding="utf-8"))
        if not isinstance(rows, list):
            raise TypeError("it is no list")
        return [Change(**row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise DataError(f"{dumps / HISTORY}: cannot be read as a history of changes: {error}") from error


def _change(store: Store, history: list[Change], edition: Edition, settings: Settings, folder: Path) -> Change:
    """Compare with the build that is published now, and write the patch."""
    new = read_quads(folder / DUMP)
    try:
        old = read_quads(settings.out / "dumps" / DUMP) if history else None
    except StoreError:
        old = None
    if old is None:
        return Change(edition.version, "", edition.modified, new.count(b"\n"), 0)
    previous = history[0].version
    rows = list(diff(old, new))
    data = gzip.compress(write_patch(rows, f"{settings.base_iri}id/dataset", previous, edition.version), mtime=0)
    name = f"{FOLDER}/{previous}-{edition.version}.rdfp.gz"
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    added = sum(row.startswith(b"A ") for row in rows)
    return Change(
        edition.version,
        previous,
        edition.modified,
        added,
        len(rows) - added,
        name,
        len(data),
        hashlib.sha256(data).hexdigest(),
        _documents(store, rows),
    )


def _documents(store: Store, rows: Iterable[bytes]) -> dict[str, str]:
    """Name the documents whose text came."""
    found = (_CAPTURED.match(row, 2) for row in rows if row.startswith(b"A "))
    iris = sorted({match[1].decode() for match in found if match})
    return {iri: _name(store, Iri(iri)) for iri in iris}


def _name(store: Store, iri: Iri) -> str:
    rows = store.select(f'SELECT ?l {{ <{iri}> skos:prefLabel ?l FILTER(LANG(?l) = "vi") }} ORDER BY ?l')
    row = next(rows, {})
    name = row.get("l")
    return name.value if isinstance(name, Literal) else iri
