"""The data of an entity in every format: one implementation for the files of the site and for the live service."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import Iri
from kgbuild.publish.dataset.tables import BOM, DANGEROUS
from kgbuild.publish.describe import describe
from kgbuild.publish.pages.vocabulary import compact
from kgbuild.publish.paths import local_path
from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS, AnyStore, Format, Store, convert, serialise

CSV: Final = next(known for known in ROW_FORMATS if known.suffix == "csv")
OFFERS: Final = (*GRAPH_FORMATS, CSV)
# What the static site offers; the named graphs, which TriG and N-Quads would keep, are whole in the dumps.
DATA_FORMATS: Final = tuple(known for known in OFFERS if known.suffix in ("ttl", "jsonld", "nt", "rdf", "csv"))
COLUMNS: Final = ("subject", "property", "value", "type", "language")


def entity_data(store: AnyStore, iri: Iri, formats: Iterable[Format]) -> dict[str, bytes]:
    """Write what is said of an entity, and of what belongs to it, in each format, by file suffix."""
    statements = describe(store, iri)
    quads = serialise(statements)
    return {to.suffix: write_rows(statements) if to == CSV else convert(quads, to) for to in formats}


def write_rows(statements: Iterable[Statement]) -> bytes:
    """Write statements as CSV for spreadsheets: UTF-8 with a mark that says so, formulas disarmed.

    `type` holds `iri` or the datatype (`xsd:date`); `language` that of words (`vi`).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    rows = sorted({(s.subject, compact(s.predicate), *_value(s.object)) for s in statements})
    writer.writerows(["'" + cell if cell.startswith(DANGEROUS) else cell for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode("utf-8")


def _value(value: Iri | Literal) -> tuple[str, str, str]:
    if not isinstance(value, Literal):
        return value, "iri", ""
    datatype = "rdf:langString" if value.language else compact(value.datatype or "xsd:string")
    return value.value, datatype, value.language or ""


def write_data(store: Store, iris: Iterable[Iri], base_iri: str, folder: Path) -> None:
    """Write `{path}.{suffix}` below *folder* for each entity: the bytes that the service gives under `/data/`."""
    for iri in iris:
        path = folder / local_path(iri, base_iri)
        path.parent.mkdir(parents=True, exist_ok=True)
        for suffix, data in entity_data(store, iri, DATA_FORMATS).items():
            path.with_name(f"{path.name}.{suffix}").write_bytes(data)
