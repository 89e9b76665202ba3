"""Tables between rules of "-" and "=", as converters write them."""

from collections.abc import Callable

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.plain.reader import read_plain

BOXED = """KẾ HOẠCH

Phát triển chợ

+-----+----------------------+----------------+
| **T | **Nhiệm vụ**         | **Chủ trì**    |
| T** |                      |                |
+=====+======================+================+
| I   | Quy hoạch                             |
+-----+----------------------+----------------+
| 1   | Rà soát quy hoạch    | Sở Công Thương |
|     | chợ                  |                |
+-----+----------------------+----------------+
| 2   | Xây dựng chợ đầu mối | Sở Xây dựng    |
+-----+----------------------+----------------+

II. KINH PHÍ
"""
DASHED = """KẾ HOẠCH

Phát triển chợ

  ---------------------------------------------
  **STT** **Nhiệm vụ**         **Chủ trì**
  ------- -------------------- ----------------
  1       Rà soát quy hoạch    Sở Công Thương
          chợ

  2       Xây dựng chợ         Sở Xây dựng

  ---------------------------------------------

II. KINH PHÍ
"""


def table_in(blocks: list[object]) -> list[list[str]]:
    return next(block for block in blocks if isinstance(block, list))


def test_cells_between_rules_and_bars_make_a_table(shown: Callable[[Reading], list[object]]) -> None:
    blocks = shown(read_plain(BOXED))
    assert [row[-2:] for row in table_in(blocks)][2:] == [
        ["Rà soát quy hoạch chợ", "Sở Công Thương"],
        ["Xây dựng chợ đầu mối", "Sở Xây dựng"],
    ]
    assert "Quy hoạch" in table_in(blocks)[1]
    assert blocks[-1] == "II. KINH PHÍ"


def test_columns_are_as_wide_as_their_dashes(shown: Callable[[Reading], list[object]]) -> None:
    blocks = shown(read_plain(DASHED))
    assert table_in(blocks) == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát quy hoạch chợ", "Sở Công Thương"],
        ["2", "Xây dựng chợ", "Sở Xây dựng"],
    ]
    assert blocks[-1] == "II. KINH PHÍ"


def test_a_rule_alone_makes_no_table(shown: Callable[[Reading], list[object]]) -> None:
    blocks = shown(read_plain("KẾ HOẠCH\n\n" + "-" * 40 + "\n\nTổng: 1 + 2 + 3\n\n+ Sở Công Thương\n"))
    assert not any(isinstance(block, list) for block in blocks)


@pytest.mark.parametrize(("columns", "tables"), [(60, 1), (61, 0)])
def test_rules_of_more_columns_than_a_table_has_make_none(
    shown: Callable[[Reading], list[object]], columns: int, tables: int
) -> None:
    rule, row = "+" + "--+" * columns, "|" + "ab|" * columns
    blocks = shown(read_plain(f"KẾ HOẠCH\n\n{rule}\n{row}\n{rule}\n{row}\n{rule}\n\nII. KINH PHÍ\n"))
    assert sum(isinstance(block, list) for block in blocks) == tables
    assert blocks[-1] == "II. KINH PHÍ"
