"""Tables whose rows have no bars at their ends: which lines are one, where a row ends, what is no table."""

import pytest

from kgbuild.model.text import Table
from kgbuild.text.plain.reader import read_plain

HEADING = "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n"
AFTER = "\nTrên đây là danh mục nhiệm vụ của các sở, ngành trong năm 2026.\n"


def grids(raw: str) -> list[list[list[str]]]:
    reading = read_plain(raw)
    tables = [block for block in reading.blocks if isinstance(block, Table)]
    return [[[reading.text.words(cell) for cell in row] for row in table.rows] for table in tables]


def test_cells_between_bars_make_a_grid() -> None:
    rows = "I | Đường sá\n1 | Trồng cây bên đường | Sở Xây dựng | Quý II/2026\n2 | Lát vỉa hè | Sở Xây dựng | \n"
    assert grids("Danh mục:\n" + HEADING + rows + AFTER) == [
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
            ["I", "Đường sá"],
            ["1", "Trồng cây bên đường", "Sở Xây dựng", "Quý II/2026"],
            ["2", "Lát vỉa hè", "Sở Xây dựng", ""],
        ]
    ]


def test_a_row_that_opens_with_a_bar_has_an_empty_first_cell() -> None:
    (table,) = grids(HEADING + " | (1) | (2) | (3)\n1 | Lát vỉa hè | Sở Xây dựng | 2026\n" + AFTER)
    assert table[1:] == [["", "(1)", "(2)", "(3)"], ["1", "Lát vỉa hè", "Sở Xây dựng", "2026"]]


def test_a_row_goes_on_below_until_it_has_all_its_bars() -> None:
    (table,) = grids(HEADING + "1 | Lát\nvỉa hè | Sở Xây dựng | 2026\n2 | Tổng kết | Sở Nội vụ | 2027\n" + AFTER)
    assert [row[:2] for row in table[1:]] == [["1", "Lát vỉa hè"], ["2", "Tổng kết"]]


def test_a_second_heading_row_may_have_more_cells() -> None:
    heading = "Thời gian | Nội dung | Thực hiện\n |  | Đơn vị chủ trì | Đơn vị phối hợp\n"
    (table,) = grids(heading + "5/2026 | Lát vỉa hè | Sở Xây dựng | Sở Tài chính\n" + AFTER)
    assert table[2] == ["5/2026", "Lát vỉa hè", "Sở Xây dựng", "Sở Tài chính"]


def test_the_source_of_each_character_is_kept() -> None:
    raw = HEADING + "1 | Lát vỉa hè | Sở Xây dựng | 2026\n" + AFTER
    text = read_plain(raw).text
    at = text.norm.index("Sở Xây dựng")
    assert raw[text.offsets[at] : text.offsets[at + len("Sở Xây dựng")]] == "Sở Xây dựng"


@pytest.mark.parametrize(
    "raw",
    [
        "CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/NQ-CP | Hà Nội, ngày 22 tháng 7 năm 2022\n",
        "Trang chủ | Giới thiệu | Tin tức\n\nSở Xây dựng lát vỉa hè.\n",
        "Trang chủ | Giới thiệu | Tin tức\nLiên hệ | Sơ đồ trang | Hỏi đáp\n",
        "Giá trị tuyệt đối |x| và |y| của hai số\nlà hai số không âm.\n",
    ],
)
def test_other_lines_with_bars_are_no_table(raw: str) -> None:
    assert grids(raw) == []


def test_blank_lines_may_part_the_rows() -> None:
    spread = (
        HEADING
        + "\nI | Đường sá | Đường sá | Đường sá\n\n1 | Lát vỉa hè | Sở Xây dựng | 2026\n\n2 | Họp | Sở Nội vụ | 2027\n"
    )
    (table,) = grids(spread + AFTER)
    assert [row[1] for row in table] == ["Nhiệm vụ", "Đường sá", "Lát vỉa hè", "Họp"]


@pytest.mark.parametrize("below", ["A | B", "Sở Nội vụ chủ trì.", "1 | Lát vỉa hè | Sở Xây dựng | 2026 | thêm"])
def test_a_line_of_other_width_behind_a_blank_line_is_no_row(below: str) -> None:
    (table,) = grids(HEADING + "\n1 | Lát vỉa hè | Sở Xây dựng | 2026\n\n2 | Họp | Sở Nội vụ | 2027\n\n" + below + "\n")
    assert [row[0] for row in table] == ["TT", "1", "2"]
