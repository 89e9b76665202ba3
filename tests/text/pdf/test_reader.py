"""PDF: paragraphs over lines and pages, columns, ruled tables, footnotes, and text layers that are none."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.pdf.reader import read_pdf

Shown = Callable[[Reading], list[object]]

# 68 letters of 7 points reach from 60 to 536: a full line; 14 points are one line's pitch times 0.7
FULL = "Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành, địa ph"
NEXT = "ương tổ chức thực hiện Kế hoạch này trên địa bàn toàn tỉnh, báo cáo "
LAST = "kết quả hằng năm."


def body(page: SimpleNamespace, y: float, first: float = 95) -> float:
    """Write one paragraph of four lines, the first indented; give the place of the next line."""
    page.text(first, y, FULL[: int((536 - first) / 7)])
    for number, line in enumerate([NEXT, FULL, LAST], 1):
        page.text(60, y + 20 * number, line)
    return y + 80


def joined(first: float = 95) -> str:
    return " ".join([FULL[: int((536 - first) / 7)].strip(), NEXT.strip(), FULL, LAST])


def test_lines_run_on_and_indents_part_paragraphs(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    body(page, body(page, 100))
    assert shown(read_pdf(pdf.file([page]))) == [joined(), joined()]


def test_a_paragraph_runs_on_over_the_page_and_page_numbers_go(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = pdf.Page(), pdf.Page()
    body(one, 100)
    one.text(95, 700, FULL[:63]).text(60, 720, NEXT).centred(40, "1", 10)
    two.text(60, 100, FULL).text(60, 120, LAST).centred(40, "2", 10)
    found = shown(read_pdf(pdf.file([one, two])))
    assert found == [joined(), joined()]


def test_a_running_head_is_dropped_and_a_stamp_stays_once(pdf: SimpleNamespace, shown: Shown) -> None:
    pages = [pdf.Page().text(400, 30, "Công báo số 12", 10).text(60, 50, "MẬT", 10) for _ in range(3)]
    for page in pages:
        body(page, 100)
    assert shown(read_pdf(pdf.file(pages))) == ["MẬT", joined(), joined(), joined()]


def test_the_left_column_of_a_head_comes_before_the_right(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(70, 60, "UBND TỈNH LÀO CAI", 12).text(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
    page.text(75, 76, "SỞ CÔNG THƯƠNG", 12).text(320, 76, "Độc lập - Tự do - Hạnh phúc", 12)
    page.text(75, 110, "Số: 12/KH-SCT", 12).text(310, 110, "Lào Cai, ngày 05 tháng 3 năm 2024", 12)
    page.centred(150, "KẾ HOẠCH")
    page.centred(170, "Thực hiện Nghị quyết số 20-NQ/TW của Hội nghị Trung ương 6").centred(190, "khóa XI")
    y = body(page, 230)
    page.text(60, y + 30, "Nơi nhận:", 12).text(350, y + 30, "TM. ỦY BAN NHÂN DÂN", 12)
    page.text(60, y + 46, "- Như trên;", 12).text(390, y + 46, "CHỦ TỊCH", 12)
    page.text(60, y + 62, "- Lưu: VT.", 12).text(370, y + 120, "Nguyễn Văn A", 12)
    assert shown(read_pdf(pdf.file([page]))) == [
        "UBND TỈNH LÀO CAI",
        "SỞ CÔNG THƯƠNG",
        "Số: 12/KH-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lào Cai, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
        "Thực hiện Nghị quyết số 20-NQ/TW của Hội nghị Trung ương 6 khóa XI",
        joined(),
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn A",
    ]


COLUMNS = [60, 100, 330, 530]
HEADING = ["TT", "Nhiệm vụ", "Cơ quan chủ trì"]


def test_a_ruled_table_is_a_grid_and_not_text_besides(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    y = body(page, 60)
    page.table(y, COLUMNS, [HEADING, ["1", "Rà soát\nquy hoạch", ""], ["2", "Nghị quyết số 20-NQ/\nTW", "Sở Y tế"]])
    page.text(95, y + 160, "Trên đây là Kế hoạch.")
    assert shown(read_pdf(pdf.file([page]))) == [
        joined(),
        [HEADING, ["1", "Rà soát quy hoạch", ""], ["2", "Nghị quyết số 20-NQ/TW", "Sở Y tế"]],
        "Trên đây là Kế hoạch.",
    ]


def test_merged_cells_stand_in_each_place_they_cover(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    for y, ends in ((60, COLUMNS), (100, COLUMNS), (140, COLUMNS), (180, [60, 100, 330]), (220, COLUMNS)):
        page.rule(ends[0], y, ends[-1], y)
    for x in COLUMNS:
        page.rule(x, 60, x, 100).rule(x, 140, x, 220)
    page.rule(60, 100, 60, 140).rule(530, 100, 530, 140)
    for x, y, text in (
        *((62, 74, "TT"), (102, 74, "Nhiệm vụ cụ thể"), (332, 74, "Đơn vị chủ trì")),
        (200, 114, "Nhóm nhiệm vụ thứ nhất"),
        *((62, 154, "1"), (102, 154, "Rà soát quy định"), (332, 164, "Sở Tư pháp")),
        *((62, 194, "2"), (102, 194, "Hướng dẫn thực hiện")),
    ):
        page.text(x, y, text, 12)
    group = "Nhóm nhiệm vụ thứ nhất"
    assert shown(read_pdf(pdf.file([page]))) == [
        [
            ["TT", "Nhiệm vụ cụ thể", "Đơn vị chủ trì"],
            [group, group, group],
            ["1", "Rà soát quy định", "Sở Tư pháp"],
            ["2", "Hướng dẫn thực hiện", "Sở Tư pháp"],
        ]
    ]


def test_a_table_runs_on_over_pages_without_its_repeated_heading(pdf: SimpleNamespace, shown: Shown) -> None:
    one = pdf.Page().table(600, COLUMNS, [HEADING, ["1", "Rà soát", "Sở Y tế"], ["2", "Xây dựng cơ sở", "Sở Nội vụ"]])
    two = pdf.Page().table(60, COLUMNS, [HEADING, ["", "dữ liệu", ""], ["3", "Tổng hợp", "Sở Tài chính"]])
    for number, page in enumerate((one, two), 1):
        page.centred(30, str(number), 10)
    two.text(95, 300, "Trên đây là Kế hoạch.")
    assert shown(read_pdf(pdf.file([one, two]))) == [
        [
            HEADING,
            ["1", "Rà soát", "Sở Y tế"],
            ["2", "Xây dựng cơ sở dữ liệu", "Sở Nội vụ"],
            ["3", "Tổng hợp", "Sở Tài chính"],
        ],
        "Trên đây là Kế hoạch.",
    ]


def test_a_row_goes_on_over_the_page_with_the_point_of_its_number(pdf: SimpleNamespace, shown: Shown) -> None:
    one = pdf.Page().table(600, COLUMNS, [HEADING, ["1.", "Rà soát", "Sở Y tế"], ["2", "Đề án Khoa học", "Bộ Quốc"]])
    two = pdf.Page().table(60, COLUMNS, [[".", "và Công nghệ", "phòng"], ["3.", "Tổng hợp", "Sở Tài chính"]])
    assert shown(read_pdf(pdf.file([one, two]))) == [
        [
            HEADING,
            ["1.", "Rà soát", "Sở Y tế"],
            ["2.", "Đề án Khoa học và Công nghệ", "Bộ Quốc phòng"],
            ["3.", "Tổng hợp", "Sở Tài chính"],
        ]
    ]


def test_a_row_without_a_rule_at_the_page_break_is_joined(pdf: SimpleNamespace, shown: Shown) -> None:
    one = pdf.Page().table(700, COLUMNS, [HEADING])
    for x in COLUMNS:
        one.rule(x, 740, x, 800)
    one.text(62, 760, "1", 12).text(102, 760, "Xây dựng cơ sở", 12).text(332, 760, "Sở Khoa học", 12)
    two = pdf.Page().table(60, COLUMNS, [["", "dữ liệu", "và Công nghệ"], ["2", "Tổng hợp", "Sở Tài chính"]])
    assert shown(read_pdf(pdf.file([one, two]))) == [
        [HEADING, ["1", "Xây dựng cơ sở dữ liệu", "Sở Khoa học và Công nghệ"], ["2", "Tổng hợp", "Sở Tài chính"]]
    ]


def test_two_tables_that_touch_are_two(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page().table(60, COLUMNS, [HEADING, ["1", "Rà soát", "Sở Y tế"]])
    page.table(140, [60, 160, 260, 400, 530], [["Tỉnh", "Số xã", "Số huyện", "Ghi chú"], ["Gia Lai", "5", "6", "đủ"]])
    assert shown(read_pdf(pdf.file([page]))) == [
        [HEADING, ["1", "Rà soát", "Sở Y tế"]],
        [["Tỉnh", "Số xã", "Số huyện", "Ghi chú"], ["Gia Lai", "5", "6", "đủ"]],
    ]


def test_footnotes_leave_the_running_text(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = pdf.Page(), pdf.Page()
    body(one, 100)
    one.text(95, 700, FULL[:63]).text(60, 720, NEXT)
    one.text(60, 760, "1 Nghị định số 34/2016/NĐ-CP", 9).text(60, 772, "của Chính phủ.", 9)
    two.text(60, 100, FULL).text(60, 120, LAST)
    assert shown(read_pdf(pdf.file([one, two]))) == [
        joined(),
        joined(),
        "[1] Nghị định số 34/2016/NĐ-CP của Chính phủ.",
    ]


def test_a_raised_number_is_a_call_unless_it_follows_a_unit(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page().text(60, 100, "Nghị định số 34").text(60 + 15 * 7, 96, "12", 8).text(177, 100, "rộng 15 km")
    page.text(177 + 10 * 7, 96, "2", 8)
    assert shown(read_pdf(pdf.file([page]))) == ["Nghị định số 34 rộng 15 km2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no text layer; it seems to be a scan"),
        ("Uy ban nhan dan tinh giao So Tai chinh chu tri phoi hop thuc hien", "hardly any Vietnamese letter"),
        ("UBND tØnh giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së", "old TCVN3 fonts"),
        ("Ủy \ufffdan nh\ufffdn d\ufffdn t\ufffdnh giao S\ufffd T\ufffdi ch\ufffdnh ủy tỉnh", "signs without meaning"),
    ],
)
def test_a_text_layer_that_is_none_is_refused(text: str, message: str, pdf: SimpleNamespace) -> None:
    page = pdf.Page()
    for line in range(10 if text else 0):
        page.text(60, 100 + 20 * line, text)
    with pytest.raises(SourceError, match=message):
        read_pdf(pdf.file([page]))


def test_a_scanned_page_among_others_is_told(pdf: SimpleNamespace, shown: Shown) -> None:
    one, three = pdf.Page(), pdf.Page()
    body(one, 100)
    body(three, 100)
    reading = read_pdf(pdf.file([one, pdf.Page().scan().text(290, 30, "2", 10), three]))
    assert shown(reading) == [joined(), joined()]
    assert reading.doubts == ("page 2 has no text layer; it seems to be a scan, whose text must be recognised first",)


def test_a_page_of_signs_without_meaning_is_left_out_and_told(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = pdf.Page(), pdf.Page()
    body(one, body(one, 100))
    for line in range(4):
        two.text(60, 100 + 20 * line, "\ufffdy b\ufffdn nh\ufffdn d\ufffdn")
    reading = read_pdf(pdf.file([one, two]))
    assert shown(reading) == [joined(), joined()]
    assert "page 2 has a text layer of signs without meaning" in reading.doubts[0]


def test_a_page_of_figures_or_pictures_with_text_is_read(pdf: SimpleNamespace) -> None:
    pages = [pdf.Page().scan(), pdf.Page()]
    for page in pages:
        body(page, 100)
    pages.append(pdf.Page().text(60, 100, "1.234 5.678 91.011"))
    assert read_pdf(pdf.file(pages)).doubts == ()


def test_a_damaged_file_is_refused(pdf: SimpleNamespace) -> None:
    whole = pdf.file([pdf.Page().text(60, 60, "Kế hoạch")])
    with pytest.raises(SourceError, match=r"damaged|no text layer"):
        read_pdf(whole[: len(whole) // 2])


HEAD = ["ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "Số: 12/KH-UBND"]
MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đắk Lắk, ngày 05 tháng 3 năm 2024"]


def test_a_narrow_gap_beside_the_motto_parts_the_head(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(60, 60, HEAD[0]).text(60 + 7 * len(HEAD[0]) + 15, 60, MOTTO[0])
    page.text(300, 80, MOTTO[1])
    page.text(90, 100, HEAD[1]).text(300, 100, MOTTO[2])
    body(page, 200)
    assert shown(read_pdf(pdf.file([page]))) == [*HEAD, *MOTTO, joined()]


def test_the_subject_of_a_letter_is_one_paragraph_and_ends_above_the_addressees(
    pdf: SimpleNamespace, shown: Shown
) -> None:
    page = pdf.Page()
    page.text(60, 60, "UBND TỈNH LÀO CAI", 12).text(300, 60, MOTTO[0], 12)
    page.text(60, 80, "Số: 5/UBND-KT", 12).text(320, 80, MOTTO[1], 12)
    page.text(60, 100, "V/v thực hiện nhiệm vụ", 12).text(310, 100, MOTTO[2], 12)
    page.text(60, 113, "UBND tỉnh ủy quyền", 12)
    page.text(100, 128, "Kính gửi: Sở Y tế", 12)
    body(page, 200)
    left = ["UBND TỈNH LÀO CAI", "Số: 5/UBND-KT", "V/v thực hiện nhiệm vụ UBND tỉnh ủy quyền"]
    assert shown(read_pdf(pdf.file([page]))) == [*left, *MOTTO, "Kính gửi: Sở Y tế", joined()]


def test_letters_spaced_out_or_drawn_together_are_words(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(150, 60, "KẾ HOẠCH", 14, "5 Tc")
    page.text(60, 120, "Sở Y tế chủ trì kiểm tra thuốc.", 14, "-1 Tc -5 Tw")
    assert shown(read_pdf(pdf.file([page]))) == ["KẾ HOẠCH", "Sở Y tế chủ trì kiểm tra thuốc."]


def test_words_without_blanks_in_the_text_layer_are_told_by_gaps(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    x = 60.0
    for word in ["Sở", "Y", "tế", "chủ", "trì", "kiểm", "tra", "thuốc."]:
        page.text(x, 60, word)
        x += 7 * len(word) + 3.5
    assert shown(read_pdf(pdf.file([page]))) == ["Sở Y tế chủ trì kiểm tra thuốc."]


def test_a_watermark_is_not_read(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    body(page, 100)
    page.turned(100, 300, "DỰ THẢO", 60, 45).text(80, 130, "congbao.vn", 40, "0.8 g")
    assert shown(read_pdf(pdf.file([page]))) == [joined()]


def test_letters_printed_twice_are_read_once(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page().text(60, 60, "KẾ HOẠCH").text(60.4, 60, "KẾ HOẠCH")
    body(page, 100)
    assert shown(read_pdf(pdf.file([page])))[0] == "KẾ HOẠCH"


def test_a_heading_that_stands_upright_in_its_cell_is_read(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.table(100, [60, 100, 300, 500], [["", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Nội vụ"]])
    page.turned(78, 138, "STT", 10, 90)
    assert shown(read_pdf(pdf.file([page]))) == [
        [["STT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Nội vụ"]]
    ]


def test_a_number_opens_a_paragraph_even_below_a_heading_that_fills_its_line(
    pdf: SimpleNamespace, shown: Shown
) -> None:
    page = pdf.Page()
    heading = "4. Huy động nguồn lực và bảo đảm kinh phí, nhân lực cho việc thực hi"
    page.text(60, 100, heading).text(60, 120, "a) Ngân sách tỉnh bảo đảm.")
    page.text(60, 140, "Việc này nêu tại điểm đ và điểm e của khoản 1, điểm a và g của khoản").text(
        60, 160, "2. Nghị quyết."
    )
    assert shown(read_pdf(pdf.file([page]))) == [
        heading,
        "a) Ngân sách tỉnh bảo đảm.",
        "Việc này nêu tại điểm đ và điểm e của khoản 1, điểm a và g của khoản 2. Nghị quyết.",
    ]


def test_recipients_go_on_over_the_page_beside_the_signature(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = pdf.Page(), pdf.Page()
    body(one, 100)
    one.text(60, 700, "Nơi nhận:", 12).text(350, 700, "TM. ỦY BAN NHÂN DÂN", 12)
    one.text(60, 716, "- Như trên;", 12).text(390, 716, "CHỦ TỊCH", 12)
    one.text(60, 732, "- Các sở;", 12).text(370, 732, "Nguyễn Văn A", 12)
    two.text(60, 70, "- Các xã;", 12).text(60, 86, "- Lưu: VT.", 12).text(60, 200, "PHỤ LỤC")
    assert shown(read_pdf(pdf.file([one, two])))[1:] == [
        *("Nơi nhận:", "- Như trên;", "- Các sở;", "- Các xã;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "PHỤ LỤC"),
    ]


def test_both_columns_of_an_end_go_on_over_the_page(pdf: SimpleNamespace, shown: Shown) -> None:
    one, two = pdf.Page(), pdf.Page()
    body(one, 100)
    one.text(60, 700, "Nơi nhận:", 12).text(350, 700, "TM. ỦY BAN NHÂN DÂN", 12)
    one.text(60, 716, "- Các sở, ban,", 12).text(390, 716, "CHỦ TỊCH", 12)
    two.text(60, 70, "ngành;", 12).text(60, 86, "- Lưu: VT.", 12).text(370, 120, "Nguyễn Văn A", 12)
    two.text(245, 160, "Phụ lục số 01:")
    assert shown(read_pdf(pdf.file([one, two])))[1:] == [
        *("Nơi nhận:", "- Các sở, ban, ngành;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "Phụ lục số 01:"),
    ]


def test_a_motto_on_two_lines_parts_the_head_as_one_on_one_line_does(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(60, 60, "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", 12).text(244, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", 12)
    page.text(115, 76, "Số: 12/KH-UBND", 12).text(330, 76, "NAM", 12)
    page.text(260, 92, "Độc lập - Tự do - Hạnh phúc", 12).text(250, 112, "Lào Cai, ngày 05 tháng 3 năm 2024", 12)
    assert shown(read_pdf(pdf.file([page])))[:2] == ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "Số: 12/KH-UBND"]


def test_the_number_of_a_broad_page_goes_where_high_pages_have_theirs_in_the_margin(
    pdf: SimpleNamespace, shown: Shown
) -> None:
    pages = [pdf.Page() for _ in range(3)]
    for number, page in enumerate(pages, 1):
        body(page, 100)
        page.text(480, 825 if number < 3 else 780, f"Trang {number}", 10)
    assert shown(read_pdf(pdf.file(pages))) == [joined()] * 3


def test_a_year_alone_at_the_head_of_a_page_is_no_page_number(pdf: SimpleNamespace, shown: Shown) -> None:
    one = pdf.Page().table(740, COLUMNS, [HEADING, ["1", "Đề án đến năm", "Sở Y tế"]])
    two = pdf.Page().table(20, COLUMNS, [["", "2030", ""], ["2", "Tổng hợp", "Sở Tài chính"]])
    assert shown(read_pdf(pdf.file([one, two])))[0] == [
        HEADING,
        ["1", "Đề án đến năm 2030", "Sở Y tế"],
        ["2", "Tổng hợp", "Sở Tài chính"],
    ]


def test_a_page_number_inside_the_rules_of_a_table_is_dropped(pdf: SimpleNamespace, shown: Shown) -> None:
    rows = [["TT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Nội vụ"], ["3", "c", "Sở Tư pháp"]]
    one, two = pdf.Page().table(690, [60, 100, 300, 500], rows[:2]), pdf.Page()
    two.table(50, [60, 100, 300, 500], [rows[0], *rows[2:]]).rule(60, 10, 60, 50).rule(500, 10, 500, 50)
    two.rule(60, 10, 500, 10).text(290, 30, "2", 10)
    assert shown(read_pdf(pdf.file([one, two]))) == [rows]


def test_what_stands_at_the_same_height_on_both_of_two_pages_is_dropped(pdf: SimpleNamespace, shown: Shown) -> None:
    pages = [pdf.Page().text(60, 30, "Cổng thông tin điện tử", 10) for _ in range(2)]
    for page in pages:
        body(page, 100)
    assert shown(read_pdf(pdf.file(pages))) == [joined(), joined()]


def test_a_post_that_stands_beside_the_list_of_recipients_does_not_part_it(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    body(page, 100)
    page.text(60, 300, "Nơi nhận:", 12).text(60, 316, "- Như trên;", 12).text(60, 332, "- Các sở;", 12)
    page.text(390, 334, "GIÁM ĐỐC", 12).text(60, 348, "- Lưu: VT.", 12)
    assert shown(read_pdf(pdf.file([page])))[1:] == ["Nơi nhận:", "- Như trên;", "- Các sở;", "- Lưu: VT.", "GIÁM ĐỐC"]


def test_a_lone_figure_at_the_edge_of_numbered_pages_stays(pdf: SimpleNamespace, shown: Shown) -> None:
    pages = [pdf.Page().centred(70, str(number), 10) for number in (2, 3, 4, 5)]
    for page in pages:
        body(page, 100)
    pages[1].text(60, 780, "15")
    assert shown(read_pdf(pdf.file(pages))) == [joined(), joined(), "15", joined(), joined()]
    pages = [pdf.Page().centred(40, str(number), 10) for number in (2, 3, 4, 5)]
    for page in pages:
        body(page, 100)
    pages[1].text(60, 780, "15")
    assert shown(read_pdf(pdf.file(pages))) == [joined(), joined(), "15", joined(), joined()]


def test_a_lone_figure_at_the_edge_of_pages_without_numbers_stays(pdf: SimpleNamespace, shown: Shown) -> None:
    pages = [pdf.Page() for _ in range(4)]
    for page in pages:
        body(page, 100)
    pages[2].text(60, 780, "14")
    assert shown(read_pdf(pdf.file(pages))) == [joined(), joined(), joined(), "14", joined()]


def test_inner_counting_at_the_margin_opens_no_paragraph(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    page.text(95, 100, FULL[:62] + ";").text(60, 120, "(iii) kiểm tra thuốc tại các bệnh viện.")
    page.text(95, 150, "Các xã giúp việc kiểm tra.")
    found = shown(read_pdf(pdf.file([page])))
    assert found == [f"{FULL[:62]}; (iii) kiểm tra thuốc tại các bệnh viện.", "Các xã giúp việc kiểm tra."]


def test_recipients_without_a_signature_beside_them_run_on_in_their_column(pdf: SimpleNamespace, shown: Shown) -> None:
    page = pdf.Page()
    body(page, 100)
    lines = ["Nơi nhận:", "- Các Phó Chủ tịch Nguyễn Văn An, Lê", "Thị Bình;", "- Lưu: VT."]
    for number, line in enumerate(lines):
        page.text(60, 300 + 14 * number, line, 12)
    assert shown(read_pdf(pdf.file([page])))[1:] == [lines[0], f"{lines[1]} {lines[2]}", lines[3]]


def test_a_table_whose_heading_is_broken_within_narrow_columns_is_told(pdf: SimpleNamespace) -> None:
    one, two = pdf.Page(), pdf.Page()
    for page in (one, two):
        below = body(page, 100)
        lines = ["TT Noi Co Co Thoi", "dung/n quan quan gian hiem", "chủ trì phối thực vụ", "1 To Ban So Quy"]
        for number, line in enumerate(lines if page is one else ["TT Noi dung thi chủ trì", *lines[1:2]]):
            page.text(60, below + 20 * number, line)
    doubts = read_pdf(pdf.file([one, two])).doubts
    assert len(doubts) == 1
    assert doubts[0].startswith("page 1 has a table, “TT Noi Co Co Thoi”")
