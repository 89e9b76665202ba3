"""Tables of a PDF without upright rules: those whose columns and rows are plain, and those that stay text."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.pdf.reader import read_pdf

Shown = Callable[[Reading], list[object]]

COLUMNS = (60, 90, 260, 380, 480)
HEADING = ["TT", "Nhiệm vụ", "Cơ quan\nchủ trì", "Cơ quan\nphối hợp", "Thời gian"]
TASKS = [
    ["1", "Xây dựng kế hoạch trồng\ncây bên các con đường\ncủa tỉnh", "Sở Xây dựng", "Các phường,\nxã", "Quý II"],
    ["2", "Chăm sóc cây", "Sở Nội vụ", "Sở Y tế", "Hằng năm"],
    ["3", "Tổng kết 05 năm thực\nhiện Đề án", "Sở Tài chính", "", "Quý IV"],
]
ABOVE = "Các nhiệm vụ của Kế hoạch này được giao cho các sở, ngành của tỉnh như"


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


def draw(
    page: SimpleNamespace,
    y: float,
    rows: Sequence[Sequence[str]],
    middle: bool = False,
    by_lines: bool = False,
    columns: Sequence[float] = COLUMNS,
) -> float:
    """Draw rows without rules, cell by cell or line by line, at the top or in the middle; give where they end."""
    words: list[tuple[float, float, str]] = []
    for row in rows:
        height = max(cell.count("\n") for cell in row) + 1
        for x, cell in zip(columns, row, strict=False):
            lines = cell.split("\n")
            top = y + 7 * (height - len(lines)) * middle
            words += [(x, top + 14 * n, line) for n, line in enumerate(lines) if line]
        y += 14 * height + 6
    for x, top, line in sorted(words, key=lambda word: word[1]) if by_lines else words:
        page.text(x, top, line, 10)
    return y


def with_prose(page: SimpleNamespace) -> SimpleNamespace:
    return page.text(60, 100, ABOVE).text(60, 120, "sau:")


@pytest.mark.parametrize("middle", [False, True])
def test_cells_drawn_one_after_the_other_are_told_apart(middle: bool, pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    end = draw(page, 160, [HEADING, *TASKS], middle)
    page.text(95, end + 40, "Các sở, ngành báo cáo kết quả trước ngày 15 tháng 12 hằng năm.")
    reading = read_pdf(pdf.file([page]))
    assert shown(reading) == [
        f"{ABOVE} sau:",
        joined([HEADING, *TASKS]),
        "Các sở, ngành báo cáo kết quả trước ngày 15 tháng 12 hằng năm.",
    ]
    assert reading.doubts == ()


def test_rows_drawn_line_by_line_are_told_by_their_numbers(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    draw(page, 160, [HEADING, *TASKS], by_lines=True)
    assert shown(read_pdf(pdf.file([page])))[1] == joined([HEADING, *TASKS])


@pytest.mark.parametrize(
    "rows",
    [
        [HEADING, ["", "Xây dựng kế hoạch", "Sở Y tế", "", ""], ["", "Trồng cây ở xã", "Sở Xây dựng", "", "Quý I"]],
        [HEADING, ["1", "trồng cây", "Sở Nội vụ", "Sở Y tế", "Quý I"], TASKS[1]],
        [HEADING, TASKS[1], ["", "Chăm sóc rừng", "Sở Y tế", "", ""]],
    ],
)
def test_a_table_that_leaves_a_doubt_stays_text(rows: list[list[str]], pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    draw(page, 160, rows, by_lines=True)
    reading = read_pdf(pdf.file([page]))
    assert all(isinstance(block, str) for block in shown(reading))
    assert len(reading.doubts) == 1
    assert reading.doubts[0].startswith("page 1 has a table without rules, “TT Nhiệm vụ ")


def test_numbers_in_the_middle_of_rows_drawn_line_by_line_leave_a_doubt(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    draw(page, 160, [HEADING, *TASKS], middle=True, by_lines=True)
    reading = read_pdf(pdf.file([page]))
    assert (len(reading.doubts), [block for block in shown(reading) if not isinstance(block, str)]) == (1, [])


@pytest.mark.parametrize("by_lines", [False, True])
def test_level_rules_part_rows_and_leave_merged_cells_open(by_lines: bool, pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    rows = [HEADING, ["1", "Trồng cây", "", "Sở Y tế", "Quý I"], ["2", "Chăm sóc cây", "", "Sở Nội vụ", "Quý II"]]
    if by_lines:
        draw(page, 160, rows, by_lines=True)
        page.text(260, 204, "Sở Xây dựng", 10)
    else:
        draw(page, 160, [HEADING])
        draw(page, 194, [rows[1][:2]])
        page.text(260, 204, "Sở Xây dựng", 10)
        draw(page, 194, [["", "", "", *rows[1][3:]], rows[2]])
    for y in (148, 182, 222):
        page.rule(58, y, 560, y)
    page.rule(58, 200, 250, 200).rule(370, 200, 560, 200)
    assert shown(read_pdf(pdf.file([page])))[1] == joined(
        [HEADING, *([*row[:2], "Sở Xây dựng", *row[3:]] for row in rows[1:])]
    )


def test_a_table_with_upright_rules_only_has_its_rows(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    end = draw(page, 160, [HEADING, *TASKS])
    for x in (*COLUMNS, 560):
        page.rule(x - 2, 148, x - 2, end)
    assert shown(read_pdf(pdf.file([page])))[1] == joined([HEADING, *TASKS])


def test_a_heading_repeated_at_the_edge_of_each_page_is_no_running_head(pdf: SimpleNamespace, shown: Shown) -> None:
    one = with_prose(pdf.Page())
    draw(one, 160, [HEADING, TASKS[0]])
    pages = [one]
    for row in TASKS[1:]:
        pages.append(pdf.Page())
        draw(pages[-1], 64, [HEADING, row])
    assert shown(read_pdf(pdf.file(pages)))[1] == joined([HEADING, *TASKS])


def test_a_table_goes_on_over_the_page_without_its_heading(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = with_prose(pdf.Page()), pdf.Page()
    draw(one, 160, [HEADING, TASKS[0], ["2", "Chăm sóc cây,", "Sở Nội vụ", "Sở Y tế,", "Hằng năm"]])
    end = draw(two, 100, [["", "trồng rừng", "", "các xã", ""], TASKS[2]])
    two.text(60, end + 30, "Trên đây là các nhiệm vụ trọng tâm của Kế hoạch trong năm nay.")
    assert shown(read_pdf(pdf.file([one, two])))[1:] == [
        joined(
            [
                HEADING,
                TASKS[0],
                ["2", "Chăm sóc cây, trồng rừng", "Sở Nội vụ", "Sở Y tế, các xã", "Hằng năm"],
                TASKS[2],
            ]
        ),
        "Trên đây là các nhiệm vụ trọng tâm của Kế hoạch trong năm nay.",
    ]


def test_a_heading_within_a_table_runs_over_its_columns(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    group = "Những nhiệm vụ về cây xanh của các sở, ngành cấp tỉnh và cấp xã"
    draw(page, 160, [HEADING, ["I", group], *TASKS])
    found = shown(read_pdf(pdf.file([page])))[1]
    assert isinstance(found, list)
    assert found[1][:2] == ["I", group]
    assert [found[0], *found[2:]] == joined([HEADING, *TASKS])


def test_a_name_over_two_columns_stands_above_the_names_of_each(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    page.text(60, 160, "TT", 10).text(90, 160, "Nhiệm vụ", 10).text(280, 160, "Cơ quan, đơn vị thực hiện", 10)
    page.text(480, 160, "Thời gian", 10).text(260, 180, "Chủ trì", 10).text(380, 180, "Phối hợp", 10)
    draw(page, 200, TASKS)
    found = shown(read_pdf(pdf.file([page])))[1]
    assert isinstance(found, list)
    assert found[1] == ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
    assert found[2:] == joined(TASKS)


def test_words_set_wide_apart_in_a_cell_make_no_columns(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    draw(page, 160, [HEADING])
    page.text(60, 194, "1", 10).text(90, 194, "Trồng", 10).text(140, 194, "cây", 10).text(180, 194, "xanh", 10)
    page.text(90, 208, "ở các xã", 10)
    draw(page, 194, [["", "", "Sở Y tế", "Sở Nội vụ", "Quý I"]])
    assert shown(read_pdf(pdf.file([page])))[1:] == [
        joined([HEADING, ["1", "Trồng cây xanh ở các xã", "Sở Y tế", "Sở Nội vụ", "Quý I"]])
    ]


def test_other_text_side_by_side_is_no_table_and_raises_no_doubt(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(70, 60, "UBND TỈNH LÀO CAI", 12).text(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
    page.text(75, 110, "Số: 12/KH-SCT", 12).text(310, 110, "Lào Cai, ngày 05 tháng 3 năm 2024", 12)
    for n, word in enumerate(["Thời", "gian", "thực", "hiện", "nhiệm", "vụ", "và", "kết", "quả"]):
        page.text(60 + 55 * n, 160, word)
    page.text(60, 200, "Kinh phí:").text(200, 200, "100 triệu đồng").text(400, 200, "Năm 2026")
    page.text(60, 260, "Nơi nhận:", 12).text(350, 260, "TM. ỦY BAN NHÂN DÂN", 12)
    page.text(60, 276, "- Như trên;", 12).text(390, 276, "CHỦ TỊCH", 12).text(370, 340, "Nguyễn Văn A", 12)
    reading = read_pdf(pdf.file([page]))
    assert reading.doubts == ()
    assert all(isinstance(block, str) for block in shown(reading))


def test_recipients_below_a_table_are_none_of_it(pdf: SimpleNamespace, shown: Shown) -> None:
    page = with_prose(pdf.Page())
    end = draw(page, 160, [HEADING, *TASKS]) + 10
    page.text(60, end, "Nơi nhận:", 12).text(350, end, "KT. CHỦ TỊCH", 12)
    page.text(60, end + 16, "- Như trên;", 12).text(350, end + 16, "PHÓ CHỦ TỊCH", 12)
    assert shown(read_pdf(pdf.file([page])))[1:] == [
        joined([HEADING, *TASKS]),
        "Nơi nhận:",
        "- Như trên;",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    ]


def test_letters_without_a_size_are_borne(pdf: SimpleNamespace) -> None:
    page = with_prose(pdf.Page()).text(60, 140, "không nhìn thấy", 0)
    draw(page, 160, [HEADING, *TASKS])
    assert "Sở Xây dựng" in read_pdf(pdf.file([page])).text.norm
