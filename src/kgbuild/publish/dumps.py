"""Dumps for download: the graph in every RDF format, and tables that open in a spreadsheet."""

import csv
import gzip
import hashlib
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgbuild.config import Settings, resource
from kgbuild.model import Literal, Term
from kgbuild.store import GRAPH_FORMATS, Format, Store, convert

NAME: Final = "kgbuild"
CHECKSUMS: Final = "checksums.txt"
CSV: Final = Format("csv", "text/csv", "CSV")
# A cell that begins so is run as a formula by spreadsheets.
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class DumpFile:
    """One file of the dumps: its path below the folder of dumps, what it holds, its size in bytes and its SHA-256."""

    path: str
    format: Format
    title_vi: str
    title_en: str
    size: int
    sha256: str

    @property
    def gzipped(self) -> bool:
        """Tell whether the file is compressed."""
        return self.path.endswith(".gz")


def write_dumps(store: Store, settings: Settings, out: Path) -> list[DumpFile]:
    """Write all dumps below `out/dumps` and list them, sorted by path; the same store gives the same bytes.

    The RDF files are gzipped without a date. N-Quads, TriG and JSON-LD keep the named graphs, the others are their
    union. `checksums.txt` can be checked with `sha256sum -c`.
    """
    folder = out / "dumps"
    folder.mkdir(parents=True, exist_ok=True)
    quads = store.dump()
    work: list[Callable[[], DumpFile]] = [_graph_job(quads, to, folder) for to in GRAPH_FORMATS]
    work += [_table_job(store, path, folder) for path in sorted(resource("site", "queries", "tables").glob("*.rq"))]
    with ThreadPoolExecutor(max(1, settings.workers)) as pool:
        files = sorted(pool.map(lambda job: job(), work), key=lambda file: file.path)
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in files)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8")
    return files


def _graph_job(quads: bytes, to: Format, folder: Path) -> Callable[[], DumpFile]:
    def job() -> DumpFile:
        data = gzip.compress(convert(quads, to, keep_graphs=True), mtime=0)
        name = f"{NAME}.{to.suffix}.gz"
        return _save(folder, name, data, to, (f"Toàn bộ đồ thị, {to.label}", f"The whole graph, {to.label}"))

    return job


def _table_job(store: Store, path: Path, folder: Path) -> Callable[[], DumpFile]:
    def job() -> DumpFile:
        query = path.read_text(encoding="utf-8")
        data = table(store, query)
        titles = (_title(query, "vi") or path.stem, _title(query, "en") or path.stem)
        return _save(folder, f"tables/{path.stem}.csv", data, CSV, titles)

    return job


def _save(folder: Path, name: str, data: bytes, to: Format, titles: tuple[str, str]) -> DumpFile:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return DumpFile(name, to, titles[0], titles[1], len(data), hashlib.sha256(data).hexdigest())


def table(store: Store, query: str) -> bytes:
    """Answer a SELECT as CSV for spreadsheets: UTF-8 with a mark that says so, sorted, formulas disarmed."""
    names, rows = store.table(query)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows(sorted([_cell(value) for value in row] for row in rows))
    return (BOM + text.getvalue()).encode("utf-8")


def _cell(value: Term | None) -> str:
    """Write a term as a cell.

    >>> _cell(Literal("=1+1")), _cell(None)
    ("'=1+1", '')
    """
    text = "" if value is None else value.value if isinstance(value, Literal) else str(value)
    return "'" + text if text.startswith(DANGEROUS) else text


def _title(query: str, language: str) -> str:
    mark = f"# title@{language}:"
    return next((line.removeprefix(mark).strip() for line in query.splitlines() if line.startswith(mark)), "")
