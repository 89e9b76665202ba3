"""Dumps for download: the graph in every RDF format, and tables that open in a spreadsheet or a data frame."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgbuild.config import Settings
from kgbuild.publish.dataset.parquet import can_write_parquet, write_parquet
from kgbuild.publish.dataset.tables import METADATA, Table, load_tables, read_rows, write_csv, write_metadata
from kgbuild.store import GRAPH_FORMATS, Format, Lines, Store, pieces, read_lines

NAME: Final = "kgbuild"
TABLES: Final = "tables"
CHECKSUMS: Final = "checksums.txt"
CSV: Final = Format("csv", "text/csv", "CSV")
GZIP: Final = 16 + zlib.MAX_WBITS  # what zlib calls gzip
PARQUET: Final = Format("parquet", "application/vnd.apache.parquet", "Parquet")


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
    union. Tables are also written as Parquet where pyarrow is installed. `checksums.txt` can be checked with
    `sha256sum -c`.
    """
    folder = out / "dumps"
    (folder / TABLES).mkdir(parents=True, exist_ok=True)
    tables = load_tables()
    lines = read_lines(store)
    work: list[Callable[[], list[DumpFile]]] = [_graph_job(lines, to, folder) for to in GRAPH_FORMATS]
    work += [_table_job(store, table, folder) for table in tables]
    with ThreadPoolExecutor(max(1, settings.workers)) as pool:
        files = sorted((file for found in pool.map(lambda job: job(), work) for file in found), key=lambda f: f.path)
    (folder / TABLES / METADATA).write_bytes(write_metadata(tables))
    sums = "".join(f"{file.sha256}  {file.path}\n" for file in files)
    (folder / CHECKSUMS).write_text(sums, encoding="utf-8")
    return files


def _graph_job(lines: Lines, to: Format, folder: Path) -> Callable[[], list[DumpFile]]:
    def job() -> list[DumpFile]:
        titles = (f"Toàn bộ đồ thị, {to.label}", f"The whole graph, {to.label}")
        return [_save(folder, f"{NAME}.{to.suffix}.gz", _gzip(pieces(lines, to)), to, titles)]

    return job


def _table_job(store: Store, table: Table, folder: Path) -> Callable[[], list[DumpFile]]:
    def job() -> list[DumpFile]:
        rows = read_rows(store, table)
        contents = [(CSV, write_csv(table.columns, rows))]
        if can_write_parquet():
            contents.append((PARQUET, write_parquet(table, rows)))
        return [
            _save(
                folder,
                f"{TABLES}/{table.name}.{to.suffix}",
                [data],
                to,
                (f"{table.title_vi}, {to.label}", f"{table.title_en}, {to.label}"),
            )
            for to, data in contents
        ]

    return job


def _gzip(whole: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """Compress without a date, with nothing of what comes held longer than it takes."""
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, GZIP)
    for piece in whole:
        yield packer.compress(piece)
    yield packer.flush()


def _save(folder: Path, name: str, whole: Iterable[bytes], to: Format, titles: tuple[str, str]) -> DumpFile:
    size, digest = 0, hashlib.sha256()
    with (folder / name).open("wb") as stream:
        for piece in whole:
            stream.write(piece)
            digest.update(piece)
            size += len(piece)
    return DumpFile(name, to, *titles, size, digest.hexdigest())
