"""Which findings came and which went since the build before, as the page about data quality tells it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kgbuild.errors import DataError
from kgbuild.namespaces import SH
from kgbuild.publish.views import Link, Reader

SHOWN: Final = 20
Findings = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class FaultChanges:
    """Findings as the report writes them: those that are new and those that are gone; both empty in a first build.

    `reported` tells whether the build wrote a report at all: a site can be made of a graph alone.
    """

    new: Findings = ()
    gone: Findings = ()
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """How many findings came or went, and the first of them: severity and message, linked where it still stands."""

    count: int
    shown: tuple[tuple[str, Link], ...]


def load_fault_changes(file: Path) -> FaultChanges:
    """Load what `report/changes.json` says; nothing where there is no such file.

    Raises DataError naming a file that is broken.
    """
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        return FaultChanges(tuple(said["new"]), tuple(said["gone"]), reported=True)
    except FileNotFoundError:
        return FaultChanges()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DataError(f"{file}: cannot be read as changes of findings: {error}") from error


def read_moved(reader: Reader, findings: Findings) -> Moved:
    """Word findings in the reader's language."""
    shown = []
    for one in findings[:SHOWN]:
        stands = reader.index.values(one["iri"], SH.resultSeverity)
        path = reader.path(one["iri"]) if stands else ""
        shown.append((one["severity"], Link(one["message"][reader.lang], reader.lang, path)))
    return Moved(len(findings), tuple(shown))
