"""How well documents are read, measured against annotation by hand: the counts that the site and the catalog tell."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from kgbuild.errors import DataError

# What is counted on the home page, and the field whose figures tell how far to trust the count. Only a field that
# measures just what is counted: those of tasks, leads and coordinators are of tables and labelled blocks alone, while
# the page counts duties in prose, too.
BESIDE: Final[Mapping[str, str]] = {
    "documents": "document identity",
    "rows": "tasks",
    "citations": "citations",
    "targets": "targets",
    "passages": "evidence",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """How one field was read in a set of annotated documents: facts right, false, and missed."""

    field: str
    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Give the share of what was read that is right; 1 where nothing was read."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Give the share of what there is that was read; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of annotated documents, and the figures by field.

    `sample` are those that come with kgbuild, `others` some that rules were mended on, `strangers` documents as the
    version read them that was there before anybody looked at them.
    """

    name: str
    documents: int
    figures: Mapping[str, Figure]


def load_figures(path: Path) -> tuple[Measured, ...]:
    """Read the table of figures. Raises DataError naming the file."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return tuple(_sets(rows))
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"{path}: cannot be read as a table of figures: {error}") from error


def _sets(rows: list[dict[str, str]]) -> Iterator[Measured]:
    for (name, documents), found in groupby(rows, lambda row: (row["set"], int(row["documents"]))):
        figures = (Figure(r["field"], int(r["right"]), int(r["false"]), int(r["missed"])) for r in found)
        yield Measured(name, documents, {figure.field: figure for figure in figures})


def beside(measured: tuple[Measured, ...]) -> dict[str, Figure]:
    """Choose the figure that stands beside each count of the home page: of the least known documents measured."""
    return {
        name: figure
        for name, field in BESIDE.items()
        for figure in [next((m.figures[field] for m in reversed(measured) if field in m.figures), None)]
        if figure
    }
