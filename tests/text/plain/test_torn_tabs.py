"""Rows whose cells tabs part: which lines are one, what heads a group, what is no row."""

from kgbuild.model.text import Table
from kgbuild.text.plain.reader import read_plain

HEADING = "STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian\n"
LAST = "9\tTổng kết\tSở Nội vụ\tSở Y tế\t2027\n"


def rows(*lines: str) -> list[list[str]]:
    reading = read_plain("Danh mục nhiệm vụ:\n" + HEADING + "".join(lines) + LAST + "\nTrên đây là danh mục.\n")
    (table,) = (block for block in reading.blocks if isinstance(block, Table))
    return [[reading.text.words(cell) for cell in row] for row in table.rows][1:-1]


def test_a_row_goes_on_below_until_it_has_all_its_tabs() -> None:
    assert rows(
        "1\tTrồng cây\tSở Xây dựng\t- Sở Tài chính;\n",
        "- Sở Nội vụ;\n",
        "- Công an tỉnh\t2026\n",
        "2\tHọp\tA\tB\t2026\n",
    ) == [
        ["1", "Trồng cây", "Sở Xây dựng", "- Sở Tài chính; - Sở Nội vụ; - Công an tỉnh", "2026"],
        ["2", "Họp", "A", "B", "2026"],
    ]


def test_the_task_may_fill_two_lines() -> None:
    assert rows("1\tTrồng cây bên các\n", "con đường\tSở Xây dựng\tSở Y tế\t2026\n") == [
        ["1", "Trồng cây bên các con đường", "Sở Xây dựng", "Sở Y tế", "2026"]
    ]


def test_a_whole_row_takes_only_what_begins_in_the_middle() -> None:
    assert rows("1\tTrồng cây\tSở Xây dựng\tSở Y tế\tQuý I\n", "và Quý II/2026\n")[0][-1] == "Quý I và Quý II/2026"


def test_a_heading_between_rows_stays_apart() -> None:
    found = rows("I\tĐường sá\n", "1\tTrồng cây\tSở Xây dựng\tSở Y tế\t2026\n", "II\tNhà ở\n")
    assert [row[:2] for row in found] == [["I", "Đường sá"], ["1", "Trồng cây"], ["II", "Nhà ở"]]
