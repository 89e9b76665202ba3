"""Tables that only blanks draw: those whose columns and rows are plain, and those that stay text."""

import pytest

from kgbuild.model.text import Table
from kgbuild.text.plain.reader import read_plain

HEADING = " STT            Nhiệm vụ                 Cơ quan chủ trì       Cơ quan phối hợp       Thời gian\n"
PLAIN = (
    HEADING
    + """\
  1   Xây dựng kế hoạch trồng cây        Sở Xây dựng           Sở Tài chính, các      Quý II/2026
      bên các con đường của tỉnh                               phường, xã
  2   Chăm sóc cây                       Sở Nội vụ             UBND các xã            Hằng năm
  3   Tổng kết 05 năm thực hiện          Sở Tài chính                                 Quý IV/2026
      Đề án
"""
)
GRID = [
    ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
    [
        "1",
        "Xây dựng kế hoạch trồng cây bên các con đường của tỉnh",
        "Sở Xây dựng",
        "Sở Tài chính, các phường, xã",
        "Quý II/2026",
    ],
    ["2", "Chăm sóc cây", "Sở Nội vụ", "UBND các xã", "Hằng năm"],
    ["3", "Tổng kết 05 năm thực hiện Đề án", "Sở Tài chính", "", "Quý IV/2026"],
]
BEFORE, AFTER = "Danh mục nhiệm vụ:\n\n", "\nTrên đây là danh mục nhiệm vụ của các sở, ngành trong năm 2026.\n"


def grids(raw: str) -> list[list[list[str]]]:
    reading = read_plain(raw)
    tables = [block for block in reading.blocks if isinstance(block, Table)]
    return [[[reading.text.words(cell) for cell in row] for row in table.rows] for table in tables]


def test_a_table_drawn_with_blanks_is_a_grid() -> None:
    assert grids(BEFORE + PLAIN + AFTER) == [GRID]
    assert read_plain(BEFORE + PLAIN + AFTER).doubts == ()


def test_words_keep_their_places_in_the_source() -> None:
    raw = BEFORE + PLAIN + AFTER
    reading = read_plain(raw)
    table = next(block for block in reading.blocks if isinstance(block, Table))
    assert [reading.text.quote(cell) for cell in table.rows[2]] == GRID[2]
    wrapped = reading.text.quote(table.rows[1][1])
    assert (wrapped[:17], wrapped[-18:]) == ("Xây dựng kế hoạch", "con đường của tỉnh")
    assert all(reading.text.quote(cell) in raw for row in table.rows for cell in row)
    below = reading.blocks[-1].span
    assert reading.text.quote(below) == AFTER.strip()


def test_a_page_that_ends_within_a_table_repeats_its_heading() -> None:
    lines = PLAIN.splitlines(keepends=True)
    raw = BEFORE + "".join([*lines[:4], "\n", " " * 50 + "2\n", "\f", HEADING, *lines[4:]]) + AFTER
    assert grids(raw) == [GRID]


def test_a_heading_within_a_table_is_a_row() -> None:
    lines = PLAIN.splitlines(keepends=True)
    raw = (
        BEFORE
        + "".join([lines[0], "  I   Những nhiệm vụ về cây xanh của các sở, ngành cấp tỉnh\n", *lines[1:]])
        + AFTER
    )
    assert grids(raw) == [
        [GRID[0], ["I", "Những nhiệm vụ về cây xanh của các sở, ngành cấp tỉnh", "", "", ""], *GRID[1:]]
    ]


CENTRED = (
    HEADING
    + """\
      Xây dựng kế hoạch trồng cây        Sở Xây dựng           Sở Tài chính           Quý II/2026
  1   bên các con đường của tỉnh
      và giao chăm sóc
  2   Chăm sóc cây                       Sở Nội vụ             UBND các xã            Hằng năm
"""
)
RISEN = PLAIN.replace("  2   Chăm sóc cây                       Sở Nội vụ             UBND các xã", (
    "                                                               UBND các xã,\n"
    "  2   Chăm sóc cây                       Sở Nội vụ             phường"
))  # fmt: skip
PARTED = (
    " STT            Nhiệm vụ                        Đơn vị thực hiện                      Thời gian\n"
    + PLAIN.split("\n", 1)[1]
)
TOUCHING = PLAIN.replace("Sở Nội vụ             UBND", "Sở Nội vụ và Sở Y tế  UBND").replace(
    "Chăm sóc cây                       Sở", "Chăm sóc cây bên các con đường ở xã Sở"
)
STARTED = PLAIN.replace("  2   Chăm", "  2   chăm")


@pytest.mark.parametrize("table", [CENTRED, RISEN, PARTED, TOUCHING, STARTED])
def test_a_table_that_leaves_a_doubt_stays_text(table: str) -> None:
    raw = BEFORE + table + AFTER
    assert grids(raw) == []
    assert read_plain(raw).doubts == ("the table at line 3 is drawn with blanks and stays text",)


@pytest.mark.parametrize(
    "raw",
    [
        "STT của các nhiệm vụ được ghi ở cột đầu.\n",
        "Kinh phí:          100 triệu đồng\nNguồn:             ngân sách\n",
        " STT            Nhiệm vụ\n  1   Trồng cây\n",
    ],
)
def test_other_text_raises_no_doubt(raw: str) -> None:
    assert (grids(raw), read_plain(raw).doubts) == ([], ())
