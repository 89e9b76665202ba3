"""Targets of tables of indicators: which column is to be reached, by when, and what the text has said before."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.goals.indicators import read_all_targets
from kgbuild.mentions.goals.targets import read_targets
from kgbuild.model.mentions import TargetMention
from kgbuild.structure.parts import split_parts
from kgbuild.text.plain.reader import read_plain

PLAN = """KẾ HOẠCH

Về giảm nghèo

I. MỤC TIÊU

1. Mục tiêu đến năm 2030

- Tỷ lệ hộ nghèo giảm còn 2%.

"""
TITLE = "PHỤ LỤC\n\nCÁC CHỈ TIÊU CHỦ YẾU GIAI ĐOẠN 2026 - 2030\n\n"


@pytest.fixture(scope="module")
def table(reader) -> Callable[[str], list[tuple[str, float | None, str, str]]]:
    """Read the targets of an annex whose plan has set one before: (comparator, value, unit, year)."""

    def read(rows: str) -> list[tuple[str, float | None, str, str]]:
        reading = read_plain(PLAN + TITLE + rows)
        plan, annex = split_parts(reading, reader.grammar)
        told: list[TargetMention] = list(read_targets(reading.text, plan))
        found = read_all_targets(reading.text, annex, (), told)
        return [(t.comparator, t.value, t.unit, t.deadline) for t in found]

    return read


def test_each_year_to_come_has_a_column(table) -> None:
    assert table(
        "| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Mục tiêu | |\n| --- | --- | --- | --- | --- | --- |\n"
        "|  |  |  |  | Năm 2026 | Năm 2030 |\n"
        "| 1 | Tỷ lệ hộ nghèo | % | 5 | 4 | 2 |\n"  # the plan says it in a sentence
        "| 2 | Tỷ lệ xã đạt chuẩn | % | 60 | 65 | ≥ 80 |\n"
        "| 3 | Số trạm y tế | Trạm | 10 | 12 | 1.500 |\n"
        "| 4 | Xếp hạng chỉ số | Thứ hạng | 20 | 15 | Nhóm 10 |\n"
    ) == [
        ("eq", 4.0, "%", "2026"),
        ("eq", 65.0, "%", "2026"),
        ("gte", 80.0, "%", "2030"),
        ("eq", 12.0, "Trạm", "2026"),
        ("eq", 1500.0, "Trạm", "2030"),
        ("eq", 15.0, "Thứ hạng", "2026"),
    ]


def test_years_below_a_heading_that_lost_its_width_have_columns(table) -> None:
    head = ("TT", "Chỉ tiêu", "ĐVT", "ƯTH Năm 2025", "Giai đoạn 2026 - 2030")
    rows = [head, ("Năm 2026", "Năm 2030"), ("1", "Diện tích", "Ha", "26.120", "27.000", "30.000")]
    assert table("\n|\n".join("|\n" + "\n|\n".join(row) for row in rows) + "\n|\n") == [
        ("eq", 27000.0, "Ha", "2026"),
        ("eq", 30000.0, "Ha", "2030"),
    ]


def test_a_group_row_says_by_when(table) -> None:
    assert table(
        "| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi |\n| --- | --- | --- | --- | --- |\n"
        "| I | Đến năm 2028 | | | |\n"
        "| 1 | Quy mô kinh tế số | % GRDP | > 20 | Sở Khoa học và Công nghệ |\n"
        "| 2 | Xếp hạng | Thứ bậc | ≤ 3 cả nước; ≤ 1 vùng | Sở Nội vụ |\n"
        "| II | Đến năm 2035 | | | |\n"
        "| 3 | Quy mô kinh tế số | % GRDP | 30 | Sở Khoa học và Công nghệ |\n"
    ) == [("gt", 20.0, "%", "2028"), ("eq", 30.0, "%", "2035")]


def test_without_a_year_the_title_of_the_annex_sets_it(table) -> None:
    assert table(
        "| STT | Tên chỉ tiêu | Mục tiêu |\n| --- | --- | --- |\n| 1 | Tỷ lệ che phủ rừng | Tối thiểu 60% |\n"
        "| 2 | Số xã đạt chuẩn | 90 xã |\n| 3 | Hoàn thành hồ sơ | 2028 |\n"
    ) == [("gte", 60.0, "%", "2030"), ("eq", 90.0, "xã", "2030")]


@pytest.mark.parametrize(
    "rows",
    [
        # what was reached
        "| TT | Chỉ tiêu | ĐVT | Kết quả thực hiện năm 2025 | So với kế hoạch |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | Số lớp học | Lớp | 20 | 90% |\n",
        # work, with who does it
        "| TT | Chỉ tiêu, nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Năm 2026 |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | Xây dựng 5 trường | Sở Xây dựng | Sở Tài chính | 5 |\n",
    ],
)
def test_results_and_work_are_no_targets(table, rows: str) -> None:
    assert table(rows) == []
