"""Flattened tables: a run of column headings opens them, numbers in sequence open their rows."""

import pytest

HEAD = "KẾ HOẠCH\n\nPhòng, chống bệnh dại\n\nI. MỤC TIÊU\n\nKhông để dịch lây lan.\n\nPHỤ LỤC\n\nDANH MỤC NHIỆM VỤ\n\n"
COLUMNS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
ROWS = [
    ["I", "Giám sát"],
    ["1", "Thống kê đàn chó, mèo", "UBND cấp xã", "Chi cục Chăn nuôi và Thú y", "Quý I/2024"],
    ["2", "Lấy mẫu xét nghiệm", "Sở Y tế", "\xa0", "Năm 2024"],
    ["II", "Tiêm phòng"],
    ["3", "Tiêm vắc xin", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài chính, Y tế", "Năm 2024 - 2025"],
]


def flat(columns: list[str], rows: list[list[str]]) -> str:
    return HEAD + "\n\n".join([*columns, *(cell for row in rows for cell in row)]) + "\n"


def table_of(file):
    return next(table for part in file.parts for table in part.tables)


def test_a_flattened_table_is_a_grid_again(split) -> None:
    file = split(flat(COLUMNS, ROWS))
    table = table_of(file)
    assert table.columns == ("number", "task", "lead", "coordinate", "schedule")
    assert [(r["number"], r["group"], r["lead"]) for r in file.grid(table)] == [
        ("1", "I", "UBND cấp xã"),
        ("2", "I", "Sở Y tế"),
        ("3", "II", "Sở Nông nghiệp và Phát triển nông thôn"),
    ]
    assert [(g.path, file.words(g.heading)) for g in table.groups] == [("I", "Giám sát"), ("II", "Tiêm phòng")]


def test_an_empty_cell_stays_empty(split) -> None:
    file = split(flat(COLUMNS, ROWS))
    row = file.grid(table_of(file))[1]
    assert (row["coordinate"], row["schedule"]) == ("", "Năm 2024")


def test_a_missing_last_cell_does_not_shift_the_next_row(split) -> None:
    rows = [ROWS[1], ["2", "Lấy mẫu xét nghiệm", "Sở Y tế", "Sở Tài chính"], ROWS[4]]
    file = split(flat(COLUMNS, rows))
    found = file.grid(table_of(file))
    assert [r["number"] for r in found] == ["1", "2", "3"]
    assert found[1].get("schedule", "") == ""
    assert found[2]["lead"] == "Sở Nông nghiệp và Phát triển nông thôn"


def test_what_follows_the_table_is_text(split) -> None:
    file = split(flat(COLUMNS, ROWS) + "\nGhi chú: thời gian có thể điều chỉnh theo tình hình dịch bệnh thực tế.\n")
    assert len(file.grid(table_of(file))) == 3
    items = [file.words(item.content) for part in file.parts for item in part.items]
    assert any(words.startswith("Ghi chú") for words in items)


@pytest.mark.parametrize(
    "lines",
    [
        # a list of numbers and a numbered list are no tables
        ["1", "2", "3", "4", "5", "6"],
        ["1. Tuyên truyền", "2. Tiêm phòng", "3. Giám sát"],
        # headings of another table, and headings without a number column
        ["STT", "Họ và tên", "Chức vụ", "1", "Lê Văn An", "Trưởng ban"],
        ["Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "Họp", "Sở Y tế", "2024"],
        # headings and nothing below
        COLUMNS,
    ],
)
def test_what_is_no_flattened_table(split, lines: list[str]) -> None:
    file = split(HEAD + "\n\n".join(lines) + "\n")
    assert [table for part in file.parts for table in part.tables] == []


def test_letters_and_decimals_open_rows_below_their_number(split) -> None:
    rows = [
        ["1", "Giám sát"],
        ["a)", "Thống kê đàn chó, mèo", "UBND cấp xã", "Chi cục Thú y", "Quý I/2024"],
        ["b)", "Lấy mẫu xét nghiệm", "Sở Y tế", "Sở Tài chính", "Năm 2024"],
        ["2", "Tiêm phòng"],
        ["2.1", "Tiêm vắc xin", "Sở Nông nghiệp", "Sở Y tế", "Năm 2024"],
        ["2.2", "Mua vắc xin", "Sở Tài chính", "Sở Y tế", "Năm 2024"],
        ["3", "Tuyên truyền", "Sở Văn hóa", "Sở Y tế", "Thường xuyên"],
    ]
    file = split(flat(COLUMNS, rows))
    table = table_of(file)
    assert [(r["number"], r["group"], r["task"]) for r in file.grid(table)] == [
        ("a)", "1", "Thống kê đàn chó, mèo"),
        ("b)", "1", "Lấy mẫu xét nghiệm"),
        ("2.1", "2", "Tiêm vắc xin"),
        ("2.2", "2", "Mua vắc xin"),
        ("3", "", "Tuyên truyền"),
    ]


def test_what_a_page_tore_off_a_row_shifts_none(split) -> None:
    rows = [ROWS[1], ["phần cuối của nhiệm vụ,", "và Thú y"], ["2", *ROWS[2][1:3], "Sở Tài chính", "Năm 2024"]]
    file = split(flat(COLUMNS, rows))
    assert [(r["number"], r["lead"]) for r in file.grid(table_of(file))] == [("1", "UBND cấp xã"), ("2", "Sở Y tế")]


def test_headings_in_a_table_of_their_own_open_the_cells_below(split) -> None:
    head = "| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp |\n| --- | --- | --- | --- |\n\n"
    cells = "\n\n".join(cell for row in ROWS[1:3] for cell in row)
    file = split(HEAD + head + "Thời gian hoàn thành\n\n" + cells.replace("\xa0", "Sở Tài chính") + "\n")
    table = table_of(file)
    assert table.columns == ("number", "task", "lead", "coordinate", "schedule")
    assert [(r["number"], r["schedule"]) for r in file.grid(table)] == [("1", "Quý I/2024"), ("2", "Năm 2024")]


def test_a_heading_that_says_nothing_of_a_task_has_its_column(split) -> None:
    columns = [*COLUMNS[:2], "Căn cứ", "Lãnh đạo Sở phụ trách", *COLUMNS[2:]]
    rows = [["1", "Thống kê đàn chó", "Luật Thú y", "Ông Nguyễn An", "Sở Y tế", "Sở Tài chính", "Năm 2024"]]
    (row,) = (file := split(flat(columns, rows))).grid(table_of(file))
    assert (row["lead"], row["coordinate"], row["schedule"]) == ("Sở Y tế", "Sở Tài chính", "Năm 2024")


def test_a_numbered_line_among_the_headings_opens_no_table(split) -> None:
    columns = [*COLUMNS[:2], "I Nhiệm vụ phải làm ngay", *COLUMNS[2:]]
    file = split(flat(columns, [["1", "Thống kê đàn chó", "Sở Y tế", "Sở Tài chính", "Năm 2024"]]))
    assert not any(part.tables for part in file.parts)


def test_a_row_that_only_numbers_the_columns_is_none_of_work(split) -> None:
    file = split(flat(COLUMNS, [[f"({n})" for n in range(1, 6)], ROWS[1]]))
    assert [row["lead"] for row in file.grid(table_of(file))] == ["UBND cấp xã"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Sở Y tế", "Quý I/2024"], ("Sở Y tế", "", "Quý I/2024")),
        (["Sở Y tế", "Thường xuyên"], ("Sở Y tế", "", "Thường xuyên")),
        (["Sở Y tế", "Trước ngày 30/6/2024"], ("Sở Y tế", "", "Trước ngày 30/6/2024")),
        # no time, or no room
        (["Sở Y tế", "Sở Tài chính"], ("Sở Y tế", "Sở Tài chính", "")),
        (["Sở Y tế", "Năm 2024", "Năm 2025"], ("Sở Y tế", "Năm 2024", "Năm 2025")),
    ],
)
def test_a_time_stands_in_its_column_where_no_partner_is_named(split, cells: list[str], expected) -> None:
    rows = [["1", "Thống kê đàn chó", *cells], ["2", *ROWS[4][1:]]]
    file = split(flat(COLUMNS, rows))
    row = file.grid(table_of(file))[0]
    assert (row["lead"], row.get("coordinate", ""), row.get("schedule", "")) == expected


def test_blank_lines_part_cells_of_several_lines(split) -> None:
    rows = [
        ["1", "Thống kê đàn chó, mèo", "Sở Văn hóa, Thể thao và\nDu lịch", "Báo Sơn La;\nĐài Sơn La", "Quý I/2024"],
        ["2", "Lấy mẫu xét nghiệm", "Trung tâm Y tế\ncác huyện", "Sở Tài chính", "Năm 2024"],
    ]
    file = split(flat(COLUMNS, rows))
    assert [(r["lead"], r["coordinate"], r["schedule"]) for r in file.grid(table_of(file))] == [
        ("Sở Văn hóa, Thể thao và Du lịch", "Báo Sơn La; Đài Sơn La", "Quý I/2024"),
        ("Trung tâm Y tế các huyện", "Sở Tài chính", "Năm 2024"),
    ]


def test_a_row_of_too_many_lines_is_joined_where_the_words_go_on(split) -> None:
    rows = [
        ["1", "Thống kê đàn chó, mèo", "UBND cấp xã", "Báo Sơn La;", "Đài Sơn La", "Quý I/2024"],
        ["2", "Lấy mẫu xét nghiệm", "Sở Y tế", "Sở Tài chính;", "Năm 2024"],  # ends open, but no line is too many
        ["3", "Tiêm vắc xin", "Sở Y tế", "Sở Tài chính", "Năm 2025"],
    ]
    file = split(flat(COLUMNS, rows))
    assert [(r["number"], r["coordinate"], r["schedule"]) for r in file.grid(table_of(file))] == [
        ("1", "Báo Sơn La; Đài Sơn La", "Quý I/2024"),
        ("2", "Sở Tài chính;", "Năm 2024"),
        ("3", "Sở Tài chính", "Năm 2025"),
    ]
