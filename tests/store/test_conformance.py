"""W3C's own tests of result formats (CSV and JSON), where they are at hand."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kgbuild.namespaces import Iri
from kgbuild.store import ROW_FORMATS, Question, Store, find_format

SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "sparql11"
pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="part missing: W3C result tests: no ../shared/conformance")


def answer(folder: str, data: str, query: str, suffix: str) -> str:
    store = Store.memory()
    store.load_turtle(SUITE / folder / data, Iri("http://x/g"))
    text = (SUITE / folder / query).read_text(encoding="utf-8")
    return store.answer(Question(text, find_format(suffix, ROW_FORMATS))).body.decode()


def csv_rows(text: str) -> list[dict[str, str | float]]:
    """Read rows; blank nodes lose their names, and numbers their spelling, which pyoxigraph does not keep."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{name: cell(re.sub(r"^_:.*", "_:", value)) for name, value in row.items()} for row in rows]


def cell(value: str) -> str | float:
    try:
        return float(value)
    except ValueError:
        return value


def json_rows(text: str) -> Any:
    document = json.loads(text)
    if "boolean" in document:
        return document["boolean"]
    nameless = {"type": "bnode"}
    rows = document["results"]["bindings"]
    return [{name: nameless if term["type"] == "bnode" else term for name, term in row.items()} for row in rows]


@pytest.mark.parametrize(
    ("number", "data", "query"), [("01", "data", "01"), ("02", "data", "02"), ("03", "data2", "01")]
)
def test_csv(number: str, data: str, query: str) -> None:
    found = answer("csv-tsv-res", f"{data}.ttl", f"csvtsv{query}.rq", "csv")
    expected = (SUITE / "csv-tsv-res" / f"csvtsv{number}.csv").read_text(encoding="utf-8")
    assert csv_rows(found) == csv_rows(expected)


@pytest.mark.parametrize("number", ["01", "02", "03", "04"])
def test_json(number: str) -> None:
    found = answer("json-res", "data.ttl", f"jsonres{number}.rq", "json")
    expected = (SUITE / "json-res" / f"jsonres{number}.srj").read_text(encoding="utf-8")
    assert json_rows(found) == json_rows(expected)
