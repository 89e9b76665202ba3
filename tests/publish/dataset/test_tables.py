"""The tables: every column is promised, typed and documented; what stands in a cell stays a text."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from kgbuild.config import resource
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import DCTERMS, PIO, RDF, SKOS, XSD, Iri
from kgbuild.publish.dataset.parquet import to_arrow, write_parquet
from kgbuild.publish.dataset.tables import (
    BOM,
    FORMS,
    Column,
    Table,
    load_tables,
    read_rows,
    write_csv,
    write_metadata,
)
from kgbuild.store import Store

TABLES = {table.name: table for table in load_tables()}
GRAPH = Iri("http://x/g")
PLAN = "http://x/id/doc/a/b/c/2013/90"


@pytest.fixture(scope="module")
def store() -> Store:
    dataset = rdflib.Dataset()
    dataset.parse(Path(__file__).parents[2] / "fixtures" / "small.trig", format="trig")
    store = Store.memory()
    store.load(dataset.serialize(format="nquads", encoding="utf-8"))
    return store


def rows_of(name: str, statements: list[tuple[str, Iri, Iri | Literal]]) -> list[dict[str, str | None]]:
    store = Store.memory()
    store.add(Statement(Iri(s), p, o, GRAPH) for s, p, o in statements)
    table = TABLES[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in read_rows(store, table)]


def test_every_column_is_described_in_both_languages_and_none_for_nothing() -> None:
    import tomllib

    told = tomllib.loads(resource("site", "queries", "tables", "columns.toml").read_text(encoding="utf-8"))
    used = {column.name for table in TABLES.values() for column in table.columns}
    assert set(told["columns"]) == used
    for table in TABLES.values():
        assert table.title_vi != table.title_en
        for column in table.columns:
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", column.name)
            assert column.type in {"iri", "list", "string", *FORMS}
            assert column.vi != column.en
    for name, columns in told["tables"].items():
        assert set(columns) <= {column.name for column in TABLES[name].columns}


def documentation() -> Iterator[str]:
    yield "# The tables\n"
    yield "Each build writes these tables to `dumps/tables/`, as CSV (UTF-8, for spreadsheets) and as Parquet (where"
    yield "the extra `frames` is installed), described for machines in `csv-metadata.json` (CSV on the Web). In Python"
    yield 'they are pandas data frames: `kgbuild.open("build").tasks()`. Names and types of columns are stable: one may'
    yield "be added, none changes. In CSV a text that begins with `=`, `+`, `-` or `@` has `'` before it, so that none"
    yield "is run as a formula. Where a document does not say, the cell is empty; a `list` has `; ` between texts.\n"
    yield "<!-- tests/publish/test_tables.py writes this file, with --update-golden, from site/queries/tables/. -->"
    for table in TABLES.values():
        yield f"\n## {table.name}\n\n{table.title_en} · {table.title_vi}\n"
        yield "| column | type | what it holds | nội dung |\n|---|---|---|---|"
        for column in table.columns:
            yield f"| `{column.name}` | {column.type} | {column.en} | {column.vi} |"


def test_the_documentation_lists_every_column(root: Path, pytestconfig: pytest.Config) -> None:
    path, text = root / "docs" / "tables.md", "\n".join(documentation()) + "\n"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_metadata_fits_the_files(store: Store) -> None:
    group = json.loads(write_metadata(list(TABLES.values())))
    assert group["@context"] == "http://www.w3.org/ns/csvw"
    for described in group["tables"]:
        table = TABLES[described["url"].removesuffix(".csv")]
        data = write_csv(table.columns, read_rows(store, table)).decode("utf-8-sig")
        head = next(csv.reader(io.StringIO(data, newline="")))
        columns = described["tableSchema"]["columns"]
        assert head == [column["name"] for column in columns] == [column["titles"] for column in columns]
        assert {column["datatype"] for column in columns} <= {"string", "anyURI", *FORMS}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", '=HYPERLINK("http://x","y")'])
def test_formulas_are_disarmed(text: str) -> None:
    store = Store.memory()
    store.add([Statement(Iri("http://x/s"), DCTERMS.title, Literal(text), GRAPH)])
    table = Table("x", "x", "x", (Column("t", "string", "", ""),), "SELECT ?t { ?s dcterms:title ?t }")
    data = write_csv(table.columns, read_rows(store, table)).decode("utf-8").removeprefix(BOM)
    assert list(csv.reader(io.StringIO(data, newline=""))) == [["t"], ["'" + text]]


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("decimal", "-1.5", True),
        ("decimal", "1,5", False),
        ("decimal", "=1", False),
        ("integer", "+7", True),
        ("integer", "7.0", False),
        ("date", "2013-05-30", True),
        ("date", "2013", False),
        ("date", "2013-13-01", False),
        ("boolean", "true", True),
        ("boolean", "đúng", False),
        ("string", "=1", True),
    ],
)
def test_a_value_of_another_type_is_left_out(kind: str, text: str, kept: bool) -> None:
    store = Store.memory()
    store.add([Statement(Iri("http://x/s"), DCTERMS.title, Literal(text), GRAPH)])
    column = Column("t", kind, "", "")
    rows = read_rows(store, Table("x", "x", "x", (column,), "SELECT ?t { ?s dcterms:title ?t }"))
    assert rows == [(text if kept else None,)]
    if kept and kind in FORMS:
        assert write_csv([column], rows).decode("utf-8-sig").splitlines() == ["t", text]


def test_a_document_set_out_twice_is_one_row_and_keeps_its_name() -> None:
    """A task is set out by the annex in which it stands and by the carrier; the table names the carrier."""
    task, annex = Iri(f"{PLAN}/task/1"), f"{PLAN}/annex/1"
    facts: list[tuple[str, Iri, Iri | Literal]] = [
        (task, RDF.type, PIO.Task),
        (annex, PIO.setsOut, task),
        (annex, DCTERMS.title, Literal("CÁC NHIỆM VỤ")),
        (PLAN, PIO.setsOut, task),
        (PLAN, PIO.symbol, Literal("90/KH-UBND")),
        (task, PIO.hasAssignment, Iri(f"{task}/lead")),
        (f"{task}/lead", PIO.assignmentRole, Iri("http://x/role")),
    ]
    for name in ("tasks", "assignments"):
        found = [(row["document"], row["document_name"]) for row in rows_of(name, facts)]
        assert found == [(PLAN, "90/KH-UBND")]


def test_a_task_names_its_leads_and_coordinators_in_a_fixed_order() -> None:
    task = f"{PLAN}/task/1"
    names = {"b": "Sở Y tế", "a": "Sở Tài chính", "c": "Sở Nội vụ"}
    facts: list[tuple[str, Iri, Iri | Literal]] = [(task, RDF.type, PIO.Task)]
    for key, name in names.items():
        agency = Iri(f"http://x/id/agent/{key}")
        facts += [(agency, SKOS.prefLabel, Literal(name, language="vi"))]
        facts += [(agency, SKOS.prefLabel, Literal(f"Department {key}", language="en"))]
        facts += [(task, PIO.coordinatedBy if key == "c" else PIO.ledBy, agency)]
    (row,) = rows_of("tasks", facts)
    assert (row["lead_names"], row["coordinator_names"]) == ("Sở Tài chính; Sở Y tế", "Sở Nội vụ")
    alone = rows_of("tasks", [(task, RDF.type, PIO.Task)])[0]
    assert (alone["lead_names"], alone["coordinator_names"]) == (None, None)


def test_one_schedule_without_years_hides_no_year() -> None:
    task = f"{PLAN}/task/1"
    facts: list[tuple[str, Iri, Iri | Literal]] = [
        (task, RDF.type, PIO.Task),
        (task, PIO.hasSchedule, Iri(f"{task}/when/1")),
        (f"{task}/when/1", PIO.scheduleText, Literal("hằng năm")),
        (task, PIO.hasSchedule, Iri(f"{task}/when/2")),
        (f"{task}/when/2", PIO.scheduleText, Literal("trước năm 2020")),
        (f"{task}/when/2", PIO.endYear, Literal("2020", XSD.gYear)),
    ]
    assert [row["end_year"] for row in rows_of("tasks", facts)] == ["2020"]


def test_a_target_says_its_rhythm_in_words() -> None:
    target = f"{PLAN}/target/1"
    facts: list[tuple[str, Iri, Iri | Literal]] = [
        (target, RDF.type, PIO.Target),
        (target, PIO.recurrence, Iri("http://x/yearly")),
        ("http://x/yearly", SKOS.prefLabel, Literal("hằng năm", language="vi")),
    ]
    assert [row["recurrence"] for row in rows_of("targets", facts)] == ["hằng năm"]


def test_parquet_holds_what_csv_holds_typed(store: Store) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"integer": pa.int64(), "decimal": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
    for table in TABLES.values():
        rows = read_rows(store, table)
        data = write_parquet(table, rows)
        assert data == write_parquet(table, rows)
        found = pq.read_table(io.BytesIO(data))
        assert found.equals(to_arrow(table, rows))
        assert found.num_rows == len(rows)
        for column in table.columns:
            assert found.schema.field(column.name).type == kinds.get(column.type, pa.string())
    task = pq.read_table(io.BytesIO(write_parquet(TABLES["tasks"], read_rows(store, TABLES["tasks"])))).to_pylist()[0]
    assert (task["start_year"], task["standing"]) == (2013, False)


def test_a_table_without_rows_keeps_its_types() -> None:
    table = TABLES["targets"]
    empty = to_arrow(table, [])
    assert empty.schema.field("quantity").type == "double"
    assert empty.num_rows == 0


def test_a_document_without_number_and_title_goes_by_its_name() -> None:
    store = Store.memory()
    citing, citation, cited = (Iri(f"http://x/{name}") for name in ("citing", "citation", "cited"))
    name = Literal("Chiến lược phát triển kinh tế – xã hội của tỉnh", language="vi")
    facts = [(cited, RDF.type, PIO.PolicyDocument), (cited, SKOS.prefLabel, name), (citing, PIO.hasCitation, citation)]
    facts += [(citation, PIO.citationKind, Iri("http://x/cites")), (citation, PIO.citedDocument, cited)]
    store.add(Statement(*fact, GRAPH) for fact in facts)
    for table, column in (("citations", "cited_name"), ("documents", "name")):
        (row,) = read_rows(store, TABLES[table])
        assert row[[c.name for c in TABLES[table].columns].index(column)] == name.value
