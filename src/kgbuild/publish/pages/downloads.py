"""The files of a build as a reader looks for them: the whole graph, the tables, and what tells about both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kgbuild.publish.dataset.dumps import CSV, NAME, PARQUET, TABLES
from kgbuild.publish.dataset.files import File
from kgbuild.publish.dataset.tables import Table
from kgbuild.store import GRAPH_FORMATS

FORMATS: Final = (CSV, PARQUET)  # of a table


@dataclass(frozen=True, slots=True)
class Download:
    """A file and what it is in a few words."""

    file: File
    about: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files of a build; *tables* gives for each table its title and its files, each called by its format."""

    graph: tuple[Download, ...]
    tables: tuple[tuple[str, tuple[Download, ...]], ...]
    others: tuple[Download, ...]


def sort_files(files: Sequence[File], tables: Sequence[Table], language: str, about: Mapping[str, str]) -> Downloads:
    """Sort files into groups; *about* says of other files what they are, `patch` of those that stand by date."""
    known = {file.name: file for file in files}
    graph = [(f"{NAME}.{to.suffix}.gz", to.label) for to in GRAPH_FORMATS]
    titles = {table.name: table.title_vi if language == "vi" else table.title_en for table in tables}
    by_table = {name: [(f"{TABLES}/{name}.{to.suffix}", to.label) for to in FORMATS] for name in titles}
    placed = {name for found in (graph, *by_table.values()) for name, _ in found}
    others = [(name, about.get(name, about["patch"])) for name in known if name not in placed]

    def held(named: list[tuple[str, str]]) -> tuple[Download, ...]:
        return tuple(Download(known[name], words) for name, words in named if name in known)

    sorted_tables = ((titles[name], held(found)) for name, found in by_table.items())
    return Downloads(held(graph), tuple(row for row in sorted_tables if row[1]), held(others))
