"""Tables inside tables in Markdown: none is lost, and each cell keeps its words."""

from collections.abc import Callable

import pytest

from kgbuild.model.text import Paragraph, Reading, Table
from kgbuild.text.normalize import normalise
from kgbuild.text.plain.nested import unnest_tables
from kgbuild.text.plain.reader import read_plain

HEADINGS = "<tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>"
FIRST = "<tr><td>1</td><td>{work}</td><td>Sở Y tế</td></tr>"
SECOND = "<tr><td>2</td><td>Xây chợ</td><td>{lead}</td></tr>"
FRAME = "<table><tr><td>KẾ HOẠCH<br>Phát triển chợ\n{inner}\n</td></tr></table>"


def rows(reading: Reading) -> list[list[str]]:
    text = reading.text
    return [
        [text.words(cell) for cell in row] for block in reading.blocks if isinstance(block, Table) for row in block.rows
    ]


def test_a_table_in_a_cell_becomes_its_words() -> None:
    inner = "<table><tr><td>Sở Tài chính</td></tr><tr><td>Sở Xây dựng</td></tr></table>"
    raw = f"<table>\n{HEADINGS}\n{FIRST.format(work='Mở lớp')}\n{SECOND.format(lead=inner)}\n</table>\n"
    assert rows(read_plain(raw)) == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Mở lớp", "Sở Y tế"],
        ["2", "Xây chợ", "Sở Tài chính Sở Xây dựng"],
    ]


def test_a_table_that_sets_the_page_is_taken_apart(shown: Callable[[Reading], list[object]]) -> None:
    table = f"<table>{HEADINGS}{FIRST.format(work='Mở lớp')}{SECOND.format(lead='Sở Xây dựng')}</table>"
    reading = read_plain(FRAME.format(inner=table))
    assert rows(reading)[1] == ["1", "Mở lớp", "Sở Y tế"]
    said = [reading.text.words(b.span) for b in reading.blocks if isinstance(b, Paragraph)]
    assert " ".join(said).split() == ["KẾ", "HOẠCH", "Phát", "triển", "chợ"]


def test_each_character_knows_its_source() -> None:
    table = f"<table>{HEADINGS}{FIRST.format(work='Mở lớp')}{SECOND.format(lead='Sở Xây dựng')}</table>"
    text = unnest_tables(normalise(FRAME.format(inner=table)))
    assert len(text.plain) == len(text.norm) == len(text.low) == len(text.offsets) - 1
    at = text.norm.index("Xây dựng")
    assert text.raw[text.offsets[at] :].startswith("Xây dựng")


@pytest.mark.parametrize(
    "raw", ["không có bảng", f"<table>{HEADINGS}</table>", "<table><tr><td><table><tr><td>hở", "</table></td>"]
)
def test_where_nothing_is_nested_nothing_changes(raw: str) -> None:
    text = normalise(raw)
    assert unnest_tables(text) is text
