"""The editions of a dataset: what its content is called, when it was first issued and when it last changed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kgbuild.errors import StoreError
from kgbuild.model import Literal
from kgbuild.namespaces import DCAT, DCTERMS, Iri
from kgbuild.publish.dataset.dumps import DumpFile
from kgbuild.store import Store


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the dataset: the name of its content, and the ISO days of first issue and last change."""

    version: str
    issued: str
    modified: str


def name_version(files: Sequence[DumpFile]) -> str:
    """Name the content: a hash over the checksums of all dumps."""
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in sorted(files, key=lambda file: file.path))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def read_edition(catalog: Path, dataset: Iri) -> Edition | None:
    """Read the edition that a catalog speaks of; None when there is no such file, or nothing of it can be read."""
    store = Store.memory()
    try:
        store.load_turtle(catalog, Iri("urn:catalog"))
    except StoreError:
        return None
    facts = {s.predicate: s.object.value for s in store.quads(subject=dataset) if isinstance(s.object, Literal)}
    named = [facts.get(predicate, "") for predicate in (DCAT.version, DCTERMS.issued, DCTERMS.modified)]
    return Edition(*named) if all(named) else None


def next_edition(previous: Edition | None, version: str, built: date) -> Edition:
    """Give the edition of a build: what the previous one says as far as it still holds, else the day of building."""
    today = built.isoformat()
    if previous is None:
        return Edition(version, today, today)
    return Edition(version, previous.issued, previous.modified if previous.version == version else today)
