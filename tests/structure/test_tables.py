"""Task tables: columns in any order and wording, two-row headings, groups, merged cells, restarts, continuations."""

import pytest

from kgbuild.language import fold
from kgbuild.structure.table_columns import column_of, read_columns


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("STT", "number"),
        ("TT", "number"),
        ("Số TT", "number"),
        ("Nội dung nhiệm vụ", "task"),
        ("Tên nhiệm vụ, đề án", "task"),
        ("Công việc cụ thể", "task"),
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Cơ quan chủ trì", "lead"),
        ("Cơ quan đầu mối", "lead"),
        ("Đơn vị thực hiện", "lead"),
        ("Phân công thực hiện", "lead"),
        ("Phân công nhiệm vụ", "lead"),
        ("Nhiệm vụ được phân công", "task"),
        ("Đơn vị phụ trách", "lead"),
        ("Lãnh đạo UBND tỉnh phụ trách", "note"),
        ("Cá nhân phụ trách chỉ đạo", None),
        ("Bộ phận, cá nhân phụ trách", "lead"),
        ("Cấp trình/Thời hạn", "schedule"),
        ("Cấp trình", None),
        ("Phân công thực hiện: Chủ trì", "lead"),
        ("Phân công thực hiện: Phối hợp", "coordinate"),
        ("Phân công chủ trì, phối hợp", "lead"),
        ("Đơn vị phối hợp", "coordinate"),
        ("Cơ quan, đơn vị phối hợp thực hiện", "coordinate"),
        ("Thời gian hoàn thành", "schedule"),
        ("Ngày kết thúc", "schedule"),
        ("Đơn vị chịu trách nhiệm", "lead"),
        ("Nhiệm vụ, trách nhiệm", "task"),
        ("Giải pháp", "task"),
        ("T T", "number"),
        ("Tiến độ", "schedule"),
        ("Thời hạn thực hiện", "schedule"),
        ("Lộ trình", "schedule"),
        ("Sản phẩm đầu ra", "product"),
        ("Kết quả dự kiến", "product"),
        ("Kinh phí (triệu đồng)", "funding"),
        ("Nguồn vốn", "funding"),
        ("Ghi chú", "note"),
        ("Đơn vị, cá nhân chịu trách nhiệm", "lead"),
        ("Sở, ngành, địa phương", "lead"),
        ("Cơ quan, đơn vị, địa phương", "lead"),
        ("Người chủ trì", "note"),
        ("Người đứng đầu chịu trách nhiệm", "note"),
        ("Cá nhân chịu trách nhiệm", "note"),
        ("Địa bàn thực hiện", "note"),
        ("Hình thức thực hiện", "note"),
        ("Đơn vị liên quan", "coordinate"),
        ("Cơ quan có liên quan", "coordinate"),
        ("Hạn trình", "schedule"),
        ("Giai đoạn thực hiện", "schedule"),
        ("Hạng mục", None),
        ("Đầu việc", "task"),
        ("Họ và tên", None),
        ("Ngày sinh", None),
        ("", None),
    ],
)
def test_columns_by_their_wording(heading: str, column: str | None) -> None:
    assert column_of(fold(heading)) == column


def test_a_sentence_is_no_heading_of_a_column() -> None:
    assert column_of(fold("Nhiệm vụ " + "của các cơ quan trong việc bảo đảm an toàn thực phẩm " * 2)) is None


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
         ("number", "task", "lead", "coordinate", "schedule")),
        (["TT", "Thời gian", "Nhiệm vụ", "Đơn vị phối hợp", "Đơn vị chủ trì"],
         ("number", "schedule", "task", "coordinate", "lead")),
        (["Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời hạn"], ("task", "lead", "product", "schedule")),
        (["STT", "Nội dung", "Đơn vị chủ trì", "Ghi chú"], ("number", "task", "lead", "note")),
        # a list of people, of figures, of procedures; a plan without anybody
        (["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"], None),
        (["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2024", "Năm 2025"], None),
        (["TT", "Chỉ tiêu", "Đơn vị", "Mức phấn đấu", "Cơ quan chủ trì theo dõi"], None),
        (["TT", "Các chỉ tiêu chủ yếu", "ĐVT", "Kế hoạch", "Cơ quan chủ trì", "Thời hạn"], None),
        # who helps and when: its groups may lead; who takes part in a meeting helps nobody
        (["STT", "Nội dung", "Cơ quan phối hợp", "Thời gian"], ("number", "task", "coordinate", "schedule")),
        (["STT", "Nội dung", "Thành phần tham gia", "Thời gian"], None),
        (["Thời gian", "Tên đề án", "Cơ quan chuẩn bị", "Phối hợp"], ("schedule", "task", "lead", "coordinate")),
        # "Đơn vị" beside no other lead may be who does it
        (["TT", "Chỉ tiêu", "Đơn vị", "Thời gian"], ("number", "task", "lead", "schedule")),
        (["TT", "Mục tiêu, nhiệm vụ", "Đơn vị", "Đơn vị chủ trì", "Thời gian"],
         ("number", "task", "perform", "lead", "schedule")),
        (["STT", "Tên thủ tục hành chính", "Lĩnh vực"], None),
        (["STT", "Nội dung", "Thời gian"], None),
        ([], None),
    ],
)  # fmt: skip
def test_which_tables_say_who_does_what(headings: list[str], columns: tuple[str, ...] | None) -> None:
    assert read_columns([fold(h) for h in headings]) == columns


HEAD = "KẾ HOẠCH\n\nXây dựng nông thôn mới\n\nI. NHIỆM VỤ\n\nPhân công theo bảng sau.\n\n"


def pipes(*rows: str) -> str:
    width = rows[0].count("|") - 1
    return HEAD + "\n".join([rows[0], "|" + "---|" * width, *rows[1:]]) + "\n"


def test_a_plain_table(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |",
            "| 1 | Rà soát tiêu chí | Sở Nông nghiệp và Môi trường | Sở Tài chính | Quý I/2026 |",
            "| 2 | Huy động vốn | Sở Tài chính |  | Năm 2026 |",
        )
    )
    (table,) = file.part.tables
    assert table.columns == ("number", "task", "lead", "coordinate", "schedule")
    rows = file.grid(table)
    assert [row["number"] for row in rows] == ["1", "2"]
    assert rows[0]["lead"] == "Sở Nông nghiệp và Môi trường"
    assert rows[1]["coordinate"] == ""
    assert table.restarts is False
    assert table.groups == ()


def test_columns_stand_in_any_order(split) -> None:
    file = split(
        pipes(
            "| TT | Thời hạn | Đơn vị phối hợp | Tên nhiệm vụ | Đơn vị chủ trì |",
            "| 1 | 30/6/2025 | Sở Y tế | Khám sức khỏe học sinh | Sở Giáo dục và Đào tạo |",
            "| 2 | 30/9/2025 | Công an tỉnh | Dạy bơi cho trẻ em | Sở Văn hóa, Thể thao và Du lịch |",
        )
    )
    row = file.grid(file.part.tables[0])[1]
    assert (row["task"], row["lead"]) == ("Dạy bơi cho trẻ em", "Sở Văn hóa, Thể thao và Du lịch")
    assert (row["coordinate"], row["schedule"]) == ("Công an tỉnh", "30/9/2025")


def test_groups_head_the_rows_below_them(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |",
            "| I | Hạ tầng giao thông |  |  |  |",
            "| 1 | Nâng cấp đường xã | Sở Xây dựng | UBND các huyện | 2025 |",
            "| 2 | Lát vỉa hè | Sở Xây dựng | UBND các phường | 2025 |",
            "| II | Hạ tầng số |  |  |  |",
            "| 3 | Phủ sóng 5G | Sở Khoa học và Công nghệ | Doanh nghiệp viễn thông | 2026 |",
        )
    )
    (table,) = file.part.tables
    assert [(g.number, file.words(g.heading), g.path) for g in table.groups] == [
        ("I", "Hạ tầng giao thông", "I"),
        ("II", "Hạ tầng số", "II"),
    ]
    assert [(r["number"], r["group"]) for r in file.grid(table)] == [("1", "I"), ("2", "I"), ("3", "II")]


def test_a_group_above_the_headings_heads_the_rows_too(split) -> None:
    file = split(
        pipes(
            "| B | CÁC NGÀNH |  |  |",
            "| I | Nông nghiệp |  |  |",
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
            "| 1.1 | Trồng cây | Sở Nông nghiệp và Môi trường | 2025 |",
            "| II | Y tế |  |  |",
            "| 2.1 | Khám bệnh | Sở Y tế | 2026 |",
        )
    )
    (table,) = file.part.tables
    assert [group.path for group in table.groups] == ["B", "B.I", "B.II"]
    assert [row["group"] for row in file.grid(table)] == ["B.I", "B.II"]


def test_a_letter_behind_its_forerunner_is_no_roman_number(split) -> None:
    lines = [
        line for n in "ABC" for line in (f"| {n} | Rừng {n} |  |  |", f"| 1 | Giữ rừng {n} | Sở Xây dựng | 2025 |")
    ]
    (table,) = split(pipes("| STT | Nội dung | Cơ quan chủ trì | Thời gian |", *lines)).part.tables
    assert [row.group for row in table.rows] == ["A", "B", "C"]


def test_numbers_that_start_again_in_each_group(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
            "| I | Trồng rừng |  |  |",
            "| 1 | Giao đất | Sở Nông nghiệp và Môi trường | 2025 |",
            "| II | Giữ rừng |  |  |",
            "| 1 | Tuần tra | Chi cục Kiểm lâm | 2025 |",
        )
    )
    (table,) = file.part.tables
    assert table.restarts is True
    assert [(r["group"], r["number"]) for r in file.grid(table)] == [("I", "1"), ("II", "1")]


def test_a_table_goes_on_below_without_headings(split) -> None:
    first = pipes(
        "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |",
        "| 1 | Số hóa hồ sơ | Sở Nội vụ | Sở Tư pháp | 2025 |",
        "| 2 | Cấp chữ ký số | Văn phòng UBND tỉnh | Sở Nội vụ | 2025 |",
    )
    second = (
        "\n| 3 | Họp không giấy | Văn phòng UBND tỉnh | Sở Nội vụ | 2026 |\n|---|---|---|---|---|\n"
        "| 4 | Kho dữ liệu | Sở Nội vụ | Công an tỉnh | 2026 |\n"
    )
    file = split(first + "\nTiếp theo trang trước\n" + second)
    (table,) = file.part.tables
    assert [r["number"] for r in file.grid(table)] == ["1", "2", "3", "4"]


RESTARTING = pipes(
    "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
    "| I | Trồng rừng |  |  |",
    "| 1 | Giao đất | Sở Nông nghiệp và Môi trường | 2025 |",
    "| II | Giữ rừng |  |  |",
    "| 1 | Tuần tra | Chi cục Kiểm lâm | 2025 |",
)
NEXT_PAGE = """
Tiếp theo trang trước

| 2 | Làm đường băng cản lửa | Chi cục Kiểm lâm | 2026 |
|---|---|---|---|
| 3 | Diễn tập chữa cháy | Công an tỉnh | 2026 |
"""


def test_a_group_goes_on_over_the_page(split) -> None:
    file = split(RESTARTING + NEXT_PAGE)
    (table,) = file.part.tables
    assert [(r["group"], r["number"]) for r in file.grid(table)] == [("I", "1"), ("II", "1"), ("II", "2"), ("II", "3")]


def test_numbering_that_restarts_is_known_over_the_page(split) -> None:
    assert split(RESTARTING + NEXT_PAGE).part.tables[0].restarts is True


PEOPLE = """
Danh sách Tổ công tác

| STT | Họ và tên | Chức vụ | Đơn vị |
|---|---|---|---|
| 1 | Lê Thị Hoa | Tổ trưởng | Sở Nội vụ |
"""
UNNAMED = """
Danh sách Tổ công tác

| 1 | Lê Thị Hoa | Tổ trưởng | Sở Nội vụ |
|---|---|---|---|
| 2 | Hà Văn Nam | Thành viên | Sở Tài chính |
"""


@pytest.mark.parametrize("other", [PEOPLE, UNNAMED], ids=["headings of its own", "numbers that start again"])
def test_another_table_with_as_many_columns_does_not_go_on(split, other: str) -> None:
    file = split(RESTARTING + other)
    assert [r["task"] for table in file.part.tables for r in file.grid(table)] == ["Giao đất", "Tuần tra"]


@pytest.mark.parametrize(
    ("between", "tasks"),
    [("\n12\n\n", ["Sơ kết", "Tổng kết"]), ("\nDanh sách Tổ công tác\n\n", ["Sơ kết"])],
    ids=["a page number", "a caption"],
)
def test_a_table_without_numbers_goes_on_where_no_words_part_it(split, between: str, tasks: list[str]) -> None:
    first = pipes("| Nội dung | Cơ quan chủ trì | Thời gian |", "| Sơ kết | Sở Nội vụ | Quý II |")
    second = "| Tổng kết | Sở Nội vụ | Quý IV |\n|---|---|---|\n"
    file = split(first + between + second)
    assert [r["task"] for table in file.part.tables for r in file.grid(table)] == tasks


def test_a_group_at_the_foot_of_a_page_heads_the_next_one(split) -> None:
    first = pipes(
        "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
        "| I | Trồng rừng |  |  |",
        "| 1 | Giao đất | Sở Nông nghiệp và Môi trường | 2025 |",
        "| II | Giữ rừng |  |  |",
    )
    file = split(first + "\n| 1 | Tuần tra | Chi cục Kiểm lâm | 2025 |\n|---|---|---|---|\n")
    (table,) = file.part.tables
    assert [(r["group"], r["number"]) for r in file.grid(table)] == [("I", "1"), ("II", "1")]


def test_two_tables_with_headings_are_two(split) -> None:
    second = RESTARTING.removeprefix(HEAD).replace("Giao đất", "Giao khoán")
    file = split(RESTARTING + "\nBảng 2. Nhiệm vụ bổ sung\n\n" + second)
    assert [len(table.rows) for table in file.part.tables] == [2, 2]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a letter above Roman numbers above Arabic ones
        (["| A | Kinh tế |  |  |", "| I | Trồng trọt |  |  |", "| 1 | Lúa | Sở Tài chính | 2025 |",
          "| B | Xã hội |  |  |", "| I | Y tế |  |  |", "| 1 | Tiêm chủng | Sở Y tế | 2025 |"],
         [("A.I", "1"), ("B.I", "1")]),
        # dotted numbers below a numbered row that names nobody
        (["| 1 | Thể chế |  |  |", "| 1.1 | Nghị quyết | Sở Tư pháp | 2025 |",
          "| 1.2 | Quyết định | Sở Tư pháp | 2025 |"],
         [("1", "1.1"), ("1", "1.2")]),
        # a Roman number beside which stands what a page tore off the row above
        (["| I | Thể chế |  |  |", "| 1 | Nghị quyết | Sở Tư pháp | 2025 và những |",
          "| II | Nhân lực |  | năm tiếp theo |", "| 2 | Đào tạo | Sở Nội vụ | 2026 |"],
         [("I", "1"), ("II", "2")]),
        # the end of a row that a page tore, and a heading without a number
        (["| 1 | Nối mạng các trạm; | Sở Y tế | 2025 |", "|  | Sổ sức khỏe |  |  |", "| 2 | Họp | Sở Y tế | 2025 |",
          "|  | Việc của năm sau |  |  |", "| 3 | Họp báo | Sở Y tế | 2026 |"],
         [("", "1"), ("", "2"), ("", "3")]),
        # the end of a row in two cells, and a row without a number behind a semicolon
        (["| 1 | Nối mạng các trạm; | Sở Y tế, Sở Nông | 2025 |", "|  | (2) Sổ sức khỏe | nghiệp và Môi trường |  |",
          "| 2 | Họp báo; | Sở Nội vụ | 2025 |", "|  | Phát tờ rơi | Sở Nội vụ | 2025 |"],
         [("", "1"), ("", "2"), ("", "")]),
        # a row without a number
        (["| 1 | Họp báo | Sở Nội vụ | 2025 |", "|  | Phát tờ rơi | Sở Nội vụ | 2025 |"], [("", "1"), ("", "")]),
    ],
)  # fmt: skip
def test_groups_of_every_kind(split, rows: list[str], expected: list[tuple[str, str]]) -> None:
    file = split(pipes("| STT | Nội dung | Cơ quan chủ trì | Thời gian |", *rows))
    assert [(r["group"], r["number"]) for r in file.grid(file.part.tables[0])] == expected


def test_only_what_stands_alone_is_a_group(split) -> None:
    """The end of a row that a page tore is none."""
    rows = ["| 1 | Nối mạng; | Sở Y tế | 2025 |", "|  | Sổ sức khỏe |  |  |", "| 2 | Họp | Sở Y tế | 2025 |"]
    file = split(pipes("| STT | Nội dung | Cơ quan chủ trì | Thời gian |", *rows, "|  | Việc của năm sau |  |  |"))
    assert [file.words(g.heading) for g in file.part.tables[0].groups] == ["Việc của năm sau"]


def test_a_heading_repeated_on_the_next_page_is_no_row(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
            "| 1 | Sơ kết | Sở Nội vụ | Quý II |",
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
            "| 2 | Tổng kết | Sở Nội vụ | Quý IV |",
        )
    )
    assert [r["number"] for r in file.grid(file.part.tables[0])] == ["1", "2"]


def test_a_row_that_numbers_the_columns_is_no_task(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian |",
            "| 1 | 2 | 3 | 4 |",
            "| 1 | Sơ kết | Sở Nội vụ | Quý II |",
        )
    )
    assert [r["task"] for r in file.grid(file.part.tables[0])] == ["Sơ kết"]


def test_other_tables_are_no_task_tables(split) -> None:
    file = split(
        pipes(
            "| STT | Họ và tên | Chức vụ | Đơn vị |",
            "| 1 | Lê Thị Hoa | Trưởng ban | Sở Nội vụ |",
            "| 2 | Hà Văn Nam | Thành viên | Sở Tài chính |",
        )
    )
    assert file.part.tables == ()


def test_a_second_row_of_headings_fills_in_the_first(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Đơn vị thực hiện |  | Thời gian |",
            "|  |  | Chủ trì | Phối hợp |  |",
            "| 1 | Mở chợ phiên | Sở Công Thương | UBND các huyện | 2024 |",
        )
    )
    (row,) = file.grid(file.part.tables[0])
    assert (row["task"], row["lead"], row["coordinate"]) == ("Mở chợ phiên", "Sở Công Thương", "UBND các huyện")


def test_a_merged_heading_may_stand_as_one_cell_above_two(split) -> None:
    file = split(
        pipes(
            "| TT | Nội dung | Thực hiện | Ghi chú |",
            "|  |  | Chủ trì | Phối hợp |  |",
            "| 1 | Lát vỉa hè | Sở Xây dựng | Sở Tài chính |  |",
        )
    )
    (table,) = file.part.tables
    assert table.columns == ("number", "task", "lead", "coordinate", "note")


def test_a_time_that_opens_the_rows_is_merged_over_them(split) -> None:
    file = split(
        pipes(
            "| Thời gian | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp |",
            "| I | GIAI ĐOẠN 1 |",
            "| 1 | Lập nhiệm vụ quy hoạch |  |  |",
            "| 10-11/2019 | Lập khung định hướng | Vụ Pháp chế | Văn phòng Bộ |",
            "|  | Lấy ý kiến các bộ | Văn phòng Bộ | Vụ Pháp chế |",
            "| II | GIAI ĐOẠN 2 |",
            "|  | Công bố quy hoạch | Văn phòng Bộ | Vụ Pháp chế |",
        )
    )
    (table,) = file.part.tables
    assert [g.path for g in table.groups] == ["I", "I.1", "II"]
    assert [(row["schedule"], row["group"]) for row in file.grid(table)] == [
        ("10-11/2019", "I.1"),
        ("10-11/2019", "I.1"),
        ("", "II"),
    ]


def test_a_first_row_that_names_a_partner_is_no_heading(split) -> None:
    file = split(
        pipes(
            "| Nội dung | Đơn vị chủ trì | Thời gian | Địa bàn |",
            "| Mở chợ phiên | Sở Công Thương | 2024 | Các xã phối hợp |",
        )
    )
    assert [row["task"] for row in file.grid(file.part.tables[0])] == ["Mở chợ phiên"]


def test_two_rows_of_headings_make_one(reader) -> None:
    from kgbuild.model import Span
    from kgbuild.model.text import Table
    from kgbuild.structure.tables import read_tables
    from kgbuild.text.normalize import normalise

    cells = [
        ["STT", "Nội dung", "Đơn vị thực hiện", "Đơn vị thực hiện", "Thời gian"],
        ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["1", "Mở chợ phiên", "Sở Công Thương", "UBND các huyện", "2024"],
    ]
    text = normalise("\n".join("\n".join(row) for row in cells))
    rows, at = [], 0
    for row in cells:
        spans = []
        for cell in row:
            spans.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(spans))
    # the merged cell of the first row is one place, repeated where it covers
    rows[0] = (*rows[0][:3], rows[0][2], rows[0][4])
    (found,) = read_tables(text, [Table(Span(0, len(text.norm)), tuple(rows))])
    assert found.columns == ("number", "task", "lead", "coordinate", "schedule")
    assert [text.words(row.cells["lead"]) for row in found.rows] == ["Sở Công Thương"]
    assert [text.words(row.cells["coordinate"]) for row in found.rows] == ["UBND các huyện"]


def bars(*rows: list[str]) -> str:
    """Write rows as converters do: each cell between lines that hold one bar, empty cells left out."""
    return (
        "KẾ HOẠCH\n\nNâng cấp chợ\n\n"
        + "\n|\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in rows).replace("|\n|\n|", "|\n|")
        + "\n"
    )


HEADS = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]


def test_a_row_that_ends_early_keeps_its_columns(split) -> None:
    file = split(
        bars(
            HEADS,
            ["1", "Rà soát chợ tạm", "Sở Công Thương", "Sở Y tế", "2025", "Báo cáo"],
            ["2", "Xây chợ", "Sở Xây dựng", "Sở Tài chính", "2026"],
        )
    )
    (table,) = file.part.tables
    assert [(row.number, file.words(row.cells["task"]), file.words(row.cells["lead"])) for row in table.rows] == [
        ("1", "Rà soát chợ tạm", "Sở Công Thương"),
        ("2", "Xây chợ", "Sở Xây dựng"),
    ]


DRIVE = ["1", "Đề án phong trào bảo vệ môi trường", "Trung ương Mặt trận Tổ quốc Việt Nam", "Các bộ, ngành", "2030"]


def test_a_row_of_two_bodies_says_who_else_leads_the_task_above(split) -> None:
    file = split(
        bars(
            HEADS[:-1],
            DRIVE,
            ["Ủy ban nhân dân các tỉnh, thành phố", "Các sở, ngành tại địa phương"],
            ["2", "Đề án phục hồi các bãi chôn lấp", "Ủy ban nhân dân các tỉnh", "Các bộ, ngành", "2030"],
        )
    )
    (table,) = file.part.tables
    assert [(row.number, file.words(row.cells["lead"])) for row in table.rows] == [
        ("1", "Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("1", "Ủy ban nhân dân các tỉnh, thành phố"),
        ("2", "Ủy ban nhân dân các tỉnh"),
    ]
    assert table.rows[1].cells["task"] == table.rows[0].cells["task"]
    assert not table.groups


@pytest.mark.parametrize(
    "cells",
    [
        ["II", "Sở, ban, ngành thực hiện"],
        ["Xây dựng hạ tầng thu gom", "Ủy ban nhân dân các tỉnh"],
        ["Ủy ban nhân dân các tỉnh", "Báo cáo tổng kết"],
    ],
)
def test_a_row_of_two_other_cells_names_no_more_bodies(split, cells: list[str]) -> None:
    (table,) = split(bars(HEADS[:-1], DRIVE, cells)).part.tables
    assert [row.number for row in table.rows].count("1") == 1


def test_headings_may_leave_out_that_of_the_numbers(split) -> None:
    """So where a group's row stands above the headings, in the middle of a longer table."""
    rows = [
        ["1.1", "Rà soát chợ tạm", "Sở Công Thương", "Sở Y tế", "2025", "Báo cáo"],
        ["1.2", "Xây chợ", "Sở Xây dựng", "Sở Tài chính", "2026", "Quyết định"],
    ]
    file = split(bars(["C", "PHÁT TRIỂN CHỢ"], ["I", "Mạng lưới"], HEADS[1:], *rows))
    (table,) = file.part.tables
    assert [(row.number, file.words(row.cells["task"]), file.words(row.cells["lead"])) for row in table.rows] == [
        ("1.1", "Rà soát chợ tạm", "Sở Công Thương"),
        ("1.2", "Xây chợ", "Sở Xây dựng"),
    ]


def test_rows_run_together_are_parted(split) -> None:
    one = ["1", "Rà soát chợ tạm", "Sở Công Thương", "Sở Y tế", "2025", "Báo cáo"]
    file = split(
        bars(HEADS, [*one, "2", "Xây chợ", "Sở Xây dựng", "Sở Tài chính", "2026", "Quyết định"], ["3", *one[1:]])
    )
    (table,) = file.part.tables
    assert [(row.number, file.words(row.cells["lead"])) for row in table.rows] == [
        ("1", "Sở Công Thương"),
        ("2", "Sở Xây dựng"),
        ("3", "Sở Công Thương"),
    ]


def test_what_a_page_sets_below_a_table_is_no_row(split) -> None:
    one = ["1", "Rà soát chợ tạm", "Sở Công Thương", "Sở Y tế", "2025", "Báo cáo"]
    foot = ["Địa chỉ:", "17 phố Huế", "Điện thoại:", "0243", "E-mail:", "a@b.vn"]
    (table,) = split(bars(HEADS, one, ["2", *one[1:]], foot)).part.tables
    assert [row.number for row in table.rows] == ["1", "2"]


def test_a_row_whose_number_is_merged_with_the_row_above(split) -> None:
    one = ["1", "Xây dựng trung tâm dữ liệu của tỉnh", "Sở Công Thương", "Sở Y tế", "Quý IV/2026", "Trung tâm"]
    two = ["2", "Lập kế hoạch sao lưu", "Sở Công Thương", "Sở Tài chính", "2027"]
    below = [["Xây dựng hạ tầng dự phòng cho trung tâm dữ liệu", "Sở Xây dựng"], ["Kiểm tra việc", "Sao lưu dữ liệu"]]
    file = split(bars(HEADS, one, below[0], two, below[1]))
    (table,) = file.part.tables
    assert [
        (row.number, *(file.words(row.cells[name]) for name in ("task", "lead", "coordinate", "schedule")))
        for row in table.rows
    ] == [
        ("1", one[1], "Sở Công Thương", "Sở Y tế", "Quý IV/2026"),
        ("", below[0][0], "Sở Xây dựng", "Sở Y tế", "Quý IV/2026"),
        ("2", two[1], "Sở Công Thương", "Sở Tài chính", "2027"),
    ]  # what is too short to be a task is none


def test_a_column_of_groups_beside_that_of_the_work(split) -> None:
    file = split(
        pipes(
            "| TT | Nhóm hoạt động | Hoạt động | Cơ quan chủ trì | Thời gian |",
            "| - | Cải thiện sinh kế của người dân sống gần rừng. | + Tập huấn trồng rừng. | Sở Công Thương | 2017 |",
            "|  |  | + Nhân rộng các mô hình. | Sở Tài chính | 2018 |",
        )
    )
    (table,) = file.part.tables
    assert [row["task"] for row in file.grid(table)] == ["+ Tập huấn trồng rừng.", "+ Nhân rộng các mô hình."]


def test_ticks_below_years_say_when(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian thực hiện | | | Ghi chú |",
            "| | | | 2026 | 2027 | 2028 | |",
            "| 1 | Làm đường liên xã | Sở Xây dựng | x | x | | |",
            "| 2 | Nâng cấp trạm bơm | Sở Y tế | | | X | |",
            "| 3 | Họp báo | Sở Nội vụ | 200 | | | |",
        )
    )
    (table,) = file.parts[0].tables
    found = [file.words(row.cells["schedule"]) if "schedule" in row.cells else "" for row in table.rows]
    assert found == ["2026 | 2027", "2028", "200"]


def test_ticks_below_quarters_are_of_the_year_above(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Thời gian (năm 2026) | | Năm 2027 | |",
            "| | | | Quý III | Quý IV | Quý I | Quý II |",
            "| 1 | Làm đường liên xã | Sở Xây dựng | x | x | | |",
            "| 2 | Nâng cấp trạm bơm | Sở Y tế | | x | x | |",
            "| 3 | Họp báo | Sở Nội vụ | 5 | | | |",
        )
    )
    (table,) = file.parts[0].tables
    assert [row.years for row in table.rows][2] == ("", "")
    assert file.words(table.rows[0].cells["schedule"]) == "Quý III | Quý IV"


def test_months_below_a_merged_heading_may_be_bare_numbers(split) -> None:
    file = split(
        pipes(
            "| STT | Nội dung | Cơ quan chủ trì | Tháng (năm 2026) | Tháng (năm 2026) | Tháng (năm 2026) |",
            "| | | | 1 | 2 | 3 |",
            "| 1 | Làm đường liên xã | Sở Xây dựng | | x | x |",
        )
    )
    (table,) = file.parts[0].tables
    assert [(row.years, file.words(row.cells["schedule"])) for row in table.rows] == [(("2026", "2026"), "2 | 3")]


def test_who_invests_leads_where_the_table_says_by_when(split) -> None:
    project = "| 1 | Hồ chứa nước | Sở Xây dựng | 2026 - 2027 |"
    timed = split(pipes("| STT | Tên dự án | Chủ đầu tư | Thời gian khởi công - hoàn thành |", project))
    placed = split(pipes("| STT | Tên dự án | Chủ đầu tư | Diện tích |", project))
    both = split(
        pipes("| STT | Dự án | Chủ đầu tư | Cơ quan chủ trì | Thời gian |", "| 1 | Hồ | A | Sở Xây dựng | 2026 |")
    )
    assert [timed.words(row.cells["lead"]) for row in timed.part.tables[0].rows] == ["Sở Xây dựng"]
    assert placed.part.tables == ()
    assert [both.words(row.cells["lead"]) for row in both.part.tables[0].rows] == ["Sở Xây dựng"]


def test_a_short_row_with_a_number_is_no_heading_again(split) -> None:
    file = split(
        pipes(
            "| TT | Nội dung | Phân công thực hiện | Thời gian |",
            "| 1 | Xây dựng đề án | Sở Y tế | 2026 |",
            "| 2 | Xây dựng dự án | Sở Y tế chủ trì, phối hợp với Sở Nội vụ | 2026 |",
        )
    )
    assert [row["number"] for row in file.grid(file.part.tables[0])] == ["1", "2"]


def test_numbers_that_open_the_words_of_the_work_count_it(split) -> None:
    file = split(
        pipes(
            "| Nội dung | Phân công nhiệm vụ | Tiến độ |",
            "| I. Thể chế |  |  |",
            "| 1. Rà soát văn bản | Sở Tư pháp | Quý I/2026 |",
            "| 2. Số hóa hồ sơ năm 2025. Chuẩn hóa dữ liệu | Sở Nội vụ | Quý II/2026 |",
        )
    )
    (table,) = file.part.tables
    assert [(row.number, row.group, file.words(row.cells["task"])) for row in table.rows] == [
        ("1", "I", "Rà soát văn bản"),
        ("2", "I", "Số hóa hồ sơ năm 2025. Chuẩn hóa dữ liệu"),
    ]


def test_a_title_above_the_headings_is_no_heading(split) -> None:
    file = split(
        pipes(
            "| DANH MỤC NHIỆM VỤ NĂM 2026 |  |  |  |",
            "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |",
            "| 1 | Mở chợ phiên | Sở Công Thương | 2026 |",
        )
    )
    (row,) = file.grid(file.part.tables[0])
    assert (row["number"], row["task"], row["lead"]) == ("1", "Mở chợ phiên", "Sở Công Thương")


def test_numbers_may_stand_below_no_heading(split) -> None:
    file = split(
        pipes(
            "|  | Nhiệm vụ | Chủ trì | Thời gian |",
            "| I | Thương mại |  |  |",
            "| 1 | Mở chợ phiên | Sở Công Thương | 2026 |",
        )
    )
    assert [row["number"] for row in file.grid(file.part.tables[0])] == ["1"]


def test_a_first_column_of_words_below_no_heading_is_none_of_numbers(split) -> None:
    file = split(pipes("|  | Nhiệm vụ | Chủ trì | Thời gian |", "| Chợ | Mở chợ phiên | Sở Công Thương | 2026 |"))
    assert "number" not in file.part.tables[0].columns


def test_of_two_columns_of_time_one_is_filled(split) -> None:
    file = split(
        pipes(
            "| STT | Tên đề án | Cơ quan chủ trì | Thời gian trình Chính phủ | Thời gian trình Thủ tướng |",
            "| 1 | Luật Du lịch | Bộ Tư pháp | Tháng 9/2016 |  |",
            "| 2 | Đề án cơ cấu lại | Bộ Tài chính |  | Tháng 12/2016 |",
        )
    )
    (table,) = file.part.tables
    assert [row["schedule"] for row in file.grid(table)] == ["Tháng 9/2016", "Tháng 12/2016"]


def test_a_row_that_begins_with_its_task_where_who_leads_stands_before_it(split) -> None:
    heads = ["STT", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thuộc nhóm nhiệm vụ, hành động", "Nội dung nhiệm vụ"]
    heads += ["Kết quả", "Thời hạn"]
    one = ["1", "Bộ Xây dựng", "Bộ Y tế", "Quản lý phát thải", "Đổi mới công nghệ", "Đề tài", "2026"]
    below = ["Xây dựng hệ thống kiểm định", "Mạng lưới đăng kiểm", "2027"]
    two = ["2", "Bộ Công Thương", "Bộ Tài chính", "Cung ứng nhiên liệu", "Xây dựng lộ trình", "Lộ trình", "2028"]
    file = split(bars(heads, one, below, two))
    (table,) = file.part.tables
    assert [
        [file.words(row.cells[name]) for name in ("lead", "coordinate", "task", "schedule")] for row in table.rows
    ] == [
        ["Bộ Xây dựng", "Bộ Y tế", "Đổi mới công nghệ", "2026"],
        ["Bộ Xây dựng", "Bộ Y tế", "Xây dựng hệ thống kiểm định", "2027"],
        ["Bộ Công Thương", "Bộ Tài chính", "Xây dựng lộ trình", "2028"],
    ]


def test_a_merged_heading_that_lost_its_width_stands_above_two(split) -> None:
    head = ["STT", "Nội dung", "Đơn vị thực hiện", "Thời gian"]
    file = split(
        bars(head, ["Chủ trì", "Phối hợp"], ["1", "Rà soát chợ", "Sở Công Thương", "Sở Tài chính", "Quý I/2026"])
    )
    (table,) = file.part.tables
    assert table.columns == ("number", "task", "lead", "coordinate", "schedule")
    assert [row["coordinate"] for row in file.grid(table)] == ["Sở Tài chính"]


def test_of_two_headings_none_is_taken_for_merged(split) -> None:
    head = ["STT", "Nội dung", "Cơ quan chủ trì", "Đơn vị thực hiện"]
    file = split(bars(head, ["Chủ trì", "Phối hợp"], ["1", "Rà soát chợ", "Sở Công Thương", "Sở Tài chính", "2026"]))
    assert all(table.columns[:3] == ("number", "task", "lead") for table in file.part.tables)
