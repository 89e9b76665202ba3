"""The tables of a dataset: a query for each, with columns whose names and types are promised."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kgbuild.config import resource
from kgbuild.model import Literal, Term
from kgbuild.store import Store

BOM: Final = "\ufeff"
# A cell that begins so is run as a formula by spreadsheets.
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
FOLDER: Final = ("site", "queries", "tables")
METADATA: Final = "csv-metadata.json"
# How a value of each type is written; a value written otherwise is left out.
FORMS: Final = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
}
XSD_NAMES: Final = {"iri": "anyURI", "list": "string"}
BETWEEN: Final = "; "  # the texts of a list

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable name, what type its values have, and what it says in both languages."""

    name: str
    type: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its titles, its columns in order, and the query that fills it."""

    name: str
    title_vi: str
    title_en: str
    columns: tuple[Column, ...]
    query: str


def load_tables() -> list[Table]:
    """Load every table, sorted by name; each column is described in `columns.toml`."""
    folder = resource(*FOLDER)
    known = tomllib.loads((folder / "columns.toml").read_text(encoding="utf-8"))
    return [_load(path, known) for path in sorted(folder.glob("*.rq"))]


def _load(path: Path, known: dict[str, Any]) -> Table:
    query = path.read_text(encoding="utf-8")
    told = known["columns"] | known["tables"].get(path.stem, {})
    columns = []
    for name in Store.memory().table(query)[0]:
        column = told[name]
        columns.append(Column(name, column.get("type", "string"), column["vi"], column["en"]))
    return Table(path.stem, _title(query, "vi"), _title(query, "en"), tuple(columns), query)


def _title(query: str, language: str) -> str:
    mark = f"# title@{language}:"
    return next(line.removeprefix(mark).strip() for line in query.splitlines() if line.startswith(mark))


def read_rows(store: Store, table: Table) -> list[Row]:
    """Read the rows of a table as text, sorted; what is empty or not of its column's type is None."""
    _, found = store.table(table.query)
    rows = [tuple(_text(value, column) for value, column in zip(row, table.columns, strict=True)) for row in found]
    return sorted(rows, key=lambda row: [cell or "" for cell in row])


def _text(value: Term | None, column: Column) -> str | None:
    text = "" if value is None else value.value if isinstance(value, Literal) else str(value)
    form = FORMS.get(column.type)
    if column.type == "list":
        text = BETWEEN.join(sorted(text.split(BETWEEN)))
    return None if not text or (form and not form.fullmatch(text)) else text


def write_csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """Write rows as CSV for spreadsheets: UTF-8 with a mark that says so, formulas disarmed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in columns)
    for row in rows:
        writer.writerow(_cell(value, column) for value, column in zip(row, columns, strict=True))
    return (BOM + text.getvalue()).encode("utf-8")


def _cell(value: str | None, column: Column) -> str:
    """Write a value as a cell; a number is none to disarm.

    >>> _cell("=1+1", Column("title", "string", "", "")), _cell("-1", Column("quantity", "decimal", "", ""))
    ("'=1+1", '-1')
    """
    text = value or ""
    return "'" + text if text.startswith(DANGEROUS) and column.type not in FORMS else text


def write_metadata(tables: Sequence[Table]) -> bytes:
    """Describe the CSV files as CSV on the Web (W3C Metadata Vocabulary for Tabular Data), for one folder of them."""
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n", "\n"]},
        "rdfs:comment": {"@value": "A text that begins with = + - or @ has a ' before it in CSV.", "@language": "en"},
        "tables": [_describe(table) for table in tables],
    }
    return (json.dumps(group, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _describe(table: Table) -> dict[str, Any]:
    return {
        "url": f"{table.name}.csv",
        "dc:title": _both(table.title_vi, table.title_en),
        "tableSchema": {"columns": [_describe_column(column) for column in table.columns]},
    }


def _describe_column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": _both(column.vi, column.en),
        "datatype": XSD_NAMES.get(column.type, column.type),
        **({"separator": BETWEEN} if column.type == "list" else {}),
    }


def _both(vi: str, en: str) -> list[dict[str, str]]:
    return [{"@value": vi, "@language": "vi"}, {"@value": en, "@language": "en"}]
