"""Real documents with annotations: what people found in them must be in the text that is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgbuild.model.text import Reading, Table
from kgbuild.text.reader import read

DEVSET = Path(__file__).parents[3] / "shared" / "devset"
FILES = ["008.docx", "022.html"]
pytestmark = pytest.mark.skipif(not DEVSET.is_dir(), reason="part missing: annotated documents: no ../shared/devset")


@pytest.fixture(params=FILES)
def document(request: pytest.FixtureRequest) -> tuple[Reading, dict[str, Any]]:
    """One document and its annotation."""
    path = DEVSET / "docs" / request.param
    gold = json.loads((DEVSET / "gold" / path.with_suffix(".json").name).read_text(encoding="utf-8"))
    return read(path, path.read_bytes(), 20_000_000), gold


def test_all_that_was_annotated_is_in_the_text(document: tuple[Reading, dict[str, Any]]) -> None:
    reading, gold = document
    assert gold["citations"]
    for citation in gold["citations"]:
        assert citation["surface"] in reading.text.raw
    for recipient in gold.get("recipients", []):
        assert f"- {recipient};" in reading.text.raw


def test_the_head_comes_first(
    document: tuple[Reading, dict[str, Any]], shown: Callable[[Reading], list[object]]
) -> None:
    reading, gold = document
    lines = shown(reading)
    motto = next(at for at, line in enumerate(lines) if "CHỦ NGHĨA VIỆT NAM" in str(line))
    form = lines.index(gold["document"]["type"].upper())
    assert motto < form < 8


def test_the_furniture_of_the_portal_is_left_out() -> None:
    path = DEVSET / "docs" / "022.html"
    raw = read(path, path.read_bytes(), 20_000_000).text.raw
    for words in ("Trang chủ", "Mục lục", "Lược đồ", "Tải về", "Khoản 1"):
        assert words not in raw
    assert raw.startswith("ỦY BAN THƯỜNG VỤ QUỐC HỘI")


def test_the_tables_have_their_columns() -> None:
    tables = {}
    for name in FILES:
        path = DEVSET / "docs" / name
        blocks = read(path, path.read_bytes(), 20_000_000).blocks
        tables[name] = [(len(b.rows), {len(row) for row in b.rows}) for b in blocks if isinstance(b, Table)]
    assert tables == {"008.docx": [(8, {8}), (6, {8})], "022.html": [(43, {6})]}
