"""Plain text and Markdown in the layouts that legal databases, converters and offices leave behind."""

from collections.abc import Callable

import pytest

from kgbuild.model.text import Paragraph, Reading, Table
from kgbuild.text.plain.reader import read_plain

WRAPPED = """\
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Luật
sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ;
Căn cứ Nghị quyết số 20-NQ/TW ngày 01 tháng 11 năm 2012 của Ban Chấp hành
Trung ương về phát triển khoa học và công nghệ;

I. MỤC ĐÍCH, YÊU CẦU
1. Quán triệt sâu rộng tới cán bộ, công chức, viên chức các nội dung của Nghị
quyết, tạo sự thống nhất trong nhận thức và hành động của các cấp, các ngành.
- Sở Tài chính bố trí kinh phí hằng năm theo phân cấp ngân sách hiện hành cho
các nhiệm vụ của Kế hoạch này.
"""


def test_wrapped_lines_run_on_and_marks_part_them(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain(WRAPPED)) == [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và Luật sửa đổi, bổ sung một số điều "
        "của Luật Tổ chức Chính phủ;",
        "Căn cứ Nghị quyết số 20-NQ/TW ngày 01 tháng 11 năm 2012 của Ban Chấp hành Trung ương về phát triển khoa "
        "học và công nghệ;",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Quán triệt sâu rộng tới cán bộ, công chức, viên chức các nội dung của Nghị quyết, tạo sự thống nhất "
        "trong nhận thức và hành động của các cấp, các ngành.",
        "- Sở Tài chính bố trí kinh phí hằng năm theo phân cấp ngân sách hiện hành cho các nhiệm vụ của Kế hoạch này.",
    ]


def test_an_amount_at_the_beginning_of_a_wrapped_line_opens_no_paragraph(
    shown: Callable[[Reading], list[object]],
) -> None:
    lines = (
        "1. Sở Khoa học và Công nghệ phối hợp với các ngành tháo gỡ khó khăn (phấn đấu đạt",
        "500.000 thuê bao vào cuối năm); hướng dẫn các doanh nghiệp về việc này, báo cáo",
        "1.1. Sở Tài chính bố trí kinh phí cho các nhiệm vụ của Kế hoạch này theo phân cấp",
        "ngân sách hiện hành.",
    )
    found = [str(one)[:10] for one in shown(read_plain(WRAPPED + "\n".join(lines)))]
    assert found[-2:] == ["1. Sở Khoa", "1.1. Sở Tà"]


# Word files set the first line of a paragraph in, and pages made from them keep its breaks
@pytest.mark.parametrize(
    ("lines", "openings"),
    [
        (
            (
                "2. Thống kê thiệt hại về nhà ở của Nhân dân, gửi về Bộ trước ngày 03/12/2025.",
                "Ủy ban nhân dân",
                "cấp xã chịu trách nhiệm về tính trung thực, chính xác, đầy đủ của số liệu báo cáo.",
            ),
            ["2. Thống kê", "Ủy ban nhân"],
        ),
        # what is cut short behind the last sentence of a paragraph is still of it
        (
            (
                "2. Thống kê thiệt hại về nhà ở của Nhân dân, gửi về Bộ trước ngày 03/12/2025.",
                "Báo cáo kết quả.",
                "3. Bố trí kinh phí hằng năm theo phân cấp ngân sách hiện hành cho các xã.",
            ),
            ["2. Thống kê", "3. Bố trí k"],
        ),
        (
            (
                "2. Về nhà ở bị thiệt hại, Phó Thủ tướng Chính phủ có ý kiến chỉ đạo như sau:",
                "Bộ Xây dựng hướng dẫn",
                "các địa phương xây dựng lại nhà ở cho các hộ dân, hoàn thành trong tháng 12;",
            ),
            ["2. Về nhà ở", "Bộ Xây dựng"],
        ),
        (
            ("Theo chỉ đạo của Tổng", "Bí thư tại cuộc họp ngày 21/11/2025 về khắc phục hậu quả của các đợt mưa lũ;"),
            ["Theo chỉ đạ"],
        ),
    ],
)
def test_a_short_first_line_goes_on(
    lines: tuple[str, ...], openings: list[str], shown: Callable[[Reading], list[object]]
) -> None:
    found = [str(one)[:11] for one in shown(read_plain(WRAPPED + "\n".join(lines) + "\n"))]
    assert found[-len(openings) :] == openings
    assert found[-len(openings) - 1].startswith("- Sở Tài")


def test_a_paragraph_set_in_like_the_heading_above_it_is_its_own(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "       2. Các sở quản lý nhà nước chuyên ngành về hạ tầng\n"
        "      Giao các sở theo ngành, lĩnh vực rà soát toàn bộ tài sản thuộc phạm vi quản\n"
        "lý của mình và lập hồ sơ giao tài sản cho các đơn vị theo quy định hiện hành về\n"
        "quản lý tài sản công, hoàn thành trước khi lập kế hoạch của năm sau.\n"
        "       3. Ủy ban nhân dân các xã, phường thực hiện việc rà soát, thống kê tài sản do\n"
        "Trung tâm quản lý và báo cáo kết quả trước khi hết năm, đồng thời gửi về\n"
        "cơ quan đầu mối để tổng hợp.\n"
    )
    first = [str(shown_one)[:30] for shown_one in shown(read_plain(raw))]
    assert first == [
        "2. Các sở quản lý nhà nước chu",
        "Giao các sở theo ngành, lĩnh v",
        "3. Ủy ban nhân dân các xã, phư",
    ]


def test_an_article_named_at_the_beginning_of_a_wrapped_line_opens_no_paragraph(
    shown: Callable[[Reading], list[object]],
) -> None:
    raw = (
        "- Thường xuyên phổ biến cho nhân viên y tế về tội gian lận quy định tại Khoản 1\n"
        "Điều 215 Bộ luật Hình sự và các văn bản hướng dẫn thi hành của Hội đồng Thẩm\nphán.\n\n"
        "- Rà soát, kiểm tra việc chấp hành các quy định của pháp luật về bảo hiểm theo\n"
        "quy định của Chính phủ và hướng dẫn của Bộ Y tế, Bộ Tài chính.\n\n"
        "- Thực hiện chế độ báo cáo tình hình chi phí với Ủy ban nhân dân Thành phố the\no quy định.\n"
    )
    assert [str(block)[:14] for block in shown(read_plain(raw))] == [
        "- Thường xuyên",
        "- Rà soát, kiể",
        "- Thực hiện ch",
    ]


def test_a_letter_alone_on_its_line_is_no_end_of_the_line_above(shown: Callable[[Reading], list[object]]) -> None:
    long = "Tổ chức tuyên truyền, phổ biến, hướng dẫn triển khai thực hiện Nghị định của Chính phủ"
    assert shown(read_plain(f"{long}\na)\nTổ chức hội nghị.\n"))[:2] == [long, "a)"]


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        (
            "- Xây dựng kế hoạch thực hiện.\nĐiều\n2. Quyết định này có hiệu lực từ ngày ký.\n",
            ["- Xây dựng kế hoạch thực hiện.", "Điều 2. Quyết định này có hiệu lực từ ngày ký."],
        ),
        (
            "QUYẾT ĐỊNH:\nĐiều\n1. Phê duyệt Đề án.\n",
            ["QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Đề án."],
        ),
        (  # one that a sentence names opens nothing
            "- Xử lý theo quy định tại\nĐiều\n5. Trường hợp khác thì báo cáo.\n",
            ["- Xử lý theo quy định tại", "Điều", "5. Trường hợp khác thì báo cáo."],
        ),
    ],
)
def test_the_number_of_an_article_may_stand_below_its_word(
    raw: str, paragraphs: list[object], shown: Callable[[Reading], list[object]]
) -> None:
    assert shown(read_plain(raw)) == paragraphs


def test_a_paragraph_spans_its_wrapped_lines_in_the_source() -> None:
    reading = read_plain(WRAPPED)
    quote = reading.text.quote(reading.blocks[0].span)
    assert quote == "\n".join(WRAPPED.split("\n")[:2])


LONE_BARS = """\
|
TT
|
Nhiệm vụ
|
Cơ quan chủ trì
|
|
1
|
Xây dựng cơ sở dữ liệu
dùng chung
|
Sở Khoa học và Công nghệ
|
|
2
|
Đào tạo
|
Sở Nội vụ
|

Trên đây là Kế hoạch.
"""


def test_cells_between_lone_bars_make_a_table(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain(LONE_BARS)) == [
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì"],
            ["1", "Xây dựng cơ sở dữ liệu dùng chung", "Sở Khoa học và Công nghệ"],
            ["2", "Đào tạo", "Sở Nội vụ"],
        ],
        "Trên đây là Kế hoạch.",
    ]


PORTAL = """\
[1] Sau đây gọi là Kế hoạch.
Văn bản này chưa cập nhật nội dung Tiếng Anh
Ban hành:
05/12/2025
|
|
Địa chỉ:
|
17 Hàng Bài
|
"""


def test_a_table_ends_where_the_notices_of_its_page_begin(shown: Callable[[Reading], list[object]]) -> None:
    table, footnote, notice, *below = shown(read_plain(LONE_BARS.removesuffix("\nTrên đây là Kế hoạch.\n") + PORTAL))
    assert table == shown(read_plain(LONE_BARS))[0]
    assert (footnote, notice) == ("[1] Sau đây gọi là Kế hoạch.", "Văn bản này chưa cập nhật nội dung Tiếng Anh")
    assert not any(isinstance(block, list) for block in below)


def test_a_short_cell_in_the_words_of_a_notice_is_a_cell(shown: Callable[[Reading], list[object]]) -> None:
    raw = LONE_BARS.replace("Nhiệm vụ\n", "Văn bản liên quan\n", 1)
    assert shown(read_plain(raw))[0][0] == ["TT", "Văn bản liên quan", "Cơ quan chủ trì"]


def test_a_head_set_between_lone_bars_is_read_as_paragraphs(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "|\nỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n-------\n|\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 90/KH-UBND\n|\nHà Nội, ngày 30\n|\n"
    )
    assert shown(read_plain(raw)) == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ HÀ NỘI",
        "Số: 90/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hà Nội, ngày 30",
    ]


def test_a_pipe_table_is_a_grid_without_its_rule(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "Mở đầu.\n\n| TT | **Nhiệm vụ** | Chủ trì |\n|:---|---|---:|\n"
        "| 1 | Rà soát |  |\n| 2 | Tổng hợp | Sở Y tế |\n\nKết."
    )
    assert shown(read_plain(raw)) == [
        "Mở đầu.",
        [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", ""], ["2", "Tổng hợp", "Sở Y tế"]],
        "Kết.",
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("| a | b |\nvăn bản", ["a", "b", "văn bản"]),
        ("Nơi nhận: - Tỉnh ủy; - Lưu: VT. | CHỦ TỊCH |", ["Nơi nhận:", "- Tỉnh ủy;", "- Lưu: VT.", "CHỦ TỊCH"]),
        ("Thứ hai | 12/01/2024", ["Thứ hai | 12/01/2024"]),
    ],
)
def test_a_row_of_bars_alone_is_no_table(
    raw: str, expected: list[str], shown: Callable[[Reading], list[object]]
) -> None:
    assert shown(read_plain(raw)) == expected


TWO_COLUMNS = """\
UBND TỈNH LÀO CAI                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG                          Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SCT                        Lào Cai, ngày 05 tháng 3 năm 2024

                              KẾ HOẠCH
"""


def test_two_columns_are_read_one_after_the_other(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain(TWO_COLUMNS)) == [
        "UBND TỈNH LÀO CAI",
        "SỞ CÔNG THƯƠNG",
        "Số: 12/KH-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lào Cai, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
    ]


def test_blanks_within_a_number_make_no_column(shown: Callable[[Reading], list[object]]) -> None:
    raw = TWO_COLUMNS.replace("Số: 12/KH-SCT         ", "Số: 12       /KH-SCT     ")
    assert "Số: 12 /KH-SCT" in shown(read_plain(raw))
    blank = TWO_COLUMNS.replace("Số: 12/KH-SCT         ", "Số:        /KH-SCT     ")
    assert "Số: /KH-SCT" in shown(read_plain(blank))


def test_one_wide_gap_alone_makes_no_columns(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain("Kinh phí:          100 triệu đồng\nNguồn: ngân sách")) == [
        "Kinh phí: 100 triệu đồng",
        "Nguồn: ngân sách",
    ]


def test_a_line_of_no_break_blanks_is_an_empty_cell() -> None:
    blocks = read_plain("Sở Y tế\n\u00a0\nNăm 2013\n\nHết").blocks
    assert [len(block.span) for block in blocks] == [7, 0, 8, 3]
    assert all(isinstance(block, Paragraph) for block in blocks)


@pytest.mark.parametrize("rule", ["-------", "=====", "* * *".replace(" ", ""), "________"])
def test_rules_of_dashes_are_left_out(rule: str, shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain(f"TỈNH GIA LAI\n{rule}\nSố: 1/KH")) == ["TỈNH GIA LAI", "Số: 1/KH"]


def test_a_page_number_far_to_the_right_is_left_out(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain("Điều 1. Ban hành\n                              2\nĐiều 2. Hiệu lực")) == [
        "Điều 1. Ban hành",
        "Điều 2. Hiệu lực",
    ]


def test_running_text_above_two_columns_stays_whole(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "   Thực hiện Chương trình hành động của Tỉnh ủy Lào Cai, Kết luận của Ban\n"
        "Chấp hành Trung ương Đảng khóa XIV và Chương trình hành động của Bộ\n"
        "Chính trị về bảo vệ môi trường, Đảng ủy đề nghị các tổ chức đảng triển khai.\n"
        "Nơi nhận:                                    T/M BAN THƯỜNG VỤ\n"
        "- Như trên;                                       PHÓ BÍ THƯ\n"
    )
    assert [str(block)[:9] for block in shown(read_plain(raw))] == [
        "Thực hiện",
        "Nơi nhận:",
        "- Như trê",
        "T/M BAN T",
        "PHÓ BÍ TH",
    ]


def test_a_line_of_bold_words_goes_on_until_they_end(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "**5. Cục\nHàng hải:** Chủ trì rà soát các bến cảng, luồng tàu.\n"
        "**6. Vụ Vận tải:**\nPhối hợp với Cục Hàng hải.\n**7. Thanh tra Bộ**\n- Lập đoàn.\n"
        "*Kèm theo Quyết định của Chủ tịch tỉnh Lào\nCai*\n* Một mục\nHai"
    )
    assert [" ".join(str(block).split()) for block in shown(read_plain(raw))] == [
        "5. Cục Hàng hải: Chủ trì rà soát các bến cảng, luồng tàu.",
        "6. Vụ Vận tải:",
        "Phối hợp với Cục Hàng hải.",
        "7. Thanh tra Bộ",
        "- Lập đoàn.",
        "Kèm theo Quyết định của Chủ tịch tỉnh Lào Cai",
        "* Một mục",
        "Hai",
    ]


@pytest.mark.parametrize(
    ("above", "below", "parts"),
    [
        ("- Sở Công Thương phối hợp với Sở Tài chính và các cơ quan, đơn vị, địa phương", "liên quan.", 1),
        ("3.2. Nâng cao hiệu lực quản lý của các cấp chính quyền; thanh tra, kiểm tra,", "và siết chặt kỷ cương", 1),
        ("Trách nhiệm chỉ đạo thực hiện: các cấp ủy đảng, tổ chức đảng; Đảng ủy Ủy", "ban nhân dân tỉnh.", 1),
        # an end mark, a mark of an item, a capital, a short line, cells of a flattened table
        ("- Sở Công Thương phối hợp với Sở Tài chính và các cơ quan, đơn vị, địa phương.", "liên quan.", 2),
        ("- Sở Công Thương phối hợp với Sở Tài chính và các cơ quan, đơn vị, địa phương", "a) liên quan.", 2),
        ("- Sở Công Thương phối hợp với Sở Tài chính và các cơ quan, đơn vị, địa phương", "Liên quan.", 2),
        ("- Sở Công Thương phối hợp với các đơn vị", "liên quan.", 2),
        ("Xây dựng hệ thống báo cáo trực tuyến của các cơ quan, đơn vị trên địa bàn tỉnh", "hằng năm", 2),
    ],
)
def test_what_a_page_broke_off_is_put_together(
    shown: Callable[[Reading], list[object]], above: str, below: str, parts: int
) -> None:
    head = "Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển du lịch như sau:\n\n- Yêu cầu chung.\n\n"
    assert len(shown(read_plain(f"{head}{above}\n\n{below}\n\n- Mục khác.\n"))) == 3 + parts


TAGS = """DANH MỤC

<table border=1><tr><td rowspan="2">TT</td><td rowspan=2>Nhiệm vụ</td><td colspan="2">Thực hiện</td></tr>
<tr><td>Chủ trì</td><td>Phối hợp</td></tr>
<tr><td>1</td><td><p>Trồng cây</p><p>bên đường</p></td><td rowspan="2">Sở A</td><td>Sở B,<br/>Sở C</td></tr>
<tr><td>2</td><td>Tưới <b>cây</b></td><td></td></tr></table> Hết.
"""


def test_a_table_written_in_tags_is_a_grid(shown: Callable[[Reading], list[object]]) -> None:
    reading = read_plain(TAGS)
    assert shown(reading) == [
        "DANH MỤC",
        [
            ["TT", "Nhiệm vụ", "Thực hiện", "Thực hiện"],
            ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
            ["1", "Trồng cây bên đường", "Sở A", "Sở B, Sở C"],
            ["2", "Tưới cây", "Sở A", ""],
        ],
        "Hết.",
    ]
    table = next(block for block in reading.blocks if isinstance(block, Table))
    assert [reading.text.quote(cell) for cell in table.rows[2]] == [
        "1",
        "Trồng cây</p><p>bên đường",
        "Sở A",
        "Sở B,<br/>Sở C",
    ]
    assert table.rows[2][2] == table.rows[3][2]


def test_a_head_written_in_tags_is_read_left_column_first(shown: Callable[[Reading], list[object]]) -> None:
    raw = (
        "<table><tr><td>UBND TỈNH LÀO CAI<br>SỞ CÔNG THƯƠNG</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>"
        "<tr><td>Số: 12/KH-SCT</td><td>Lào Cai, ngày 05 tháng 3 năm 2024</td></tr></table>\n\nKẾ HOẠCH\n"
    )
    assert shown(read_plain(raw)) == [
        "UBND TỈNH LÀO CAI",
        "SỞ CÔNG THƯƠNG",
        "Số: 12/KH-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Lào Cai, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "Thẻ <table> mở bảng.\n",
        "<table><tr><td>A<table><tr><td>B</td></tr></table></td></tr></table>\n",
    ],
    ids=["no end", "a table in a table"],
)
def test_half_a_table_is_none(raw: str) -> None:
    assert not any(isinstance(block, Table) for block in read_plain(raw).blocks)


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Căn cứ Nghị định số 23/2003/NĐ-CP ngày 12", "tháng 3 năm 2003 của Chính phủ;", True),
        ("Căn cứ Nghị định số 23/2003/NĐ-CP", "tháng 3 năm 2003 của Chính phủ;", False),
        ("Họp vào ngày 12", "Tháng 3 năm 2003 bắt đầu.", False),
    ],
)
def test_a_day_that_a_page_broke_off_goes_on(
    shown: Callable[[Reading], list[object]], one: str, two: str, joined: bool
) -> None:
    assert (shown(read_plain(f"{one}\n\n{two}\n")) == [f"{one} {two}"]) is joined


def test_a_letter_head_set_in_two_columns_and_written_out_line_by_line() -> None:
    raw = (
        "Số: 15/UBND-VX\n\nVề việc kiểm soát\n\n\nmất cân bằng giới tính\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Thành phố Hồ Chí Minh, ngày 07 tháng 4 năm 2016\nKính gửi:\n\n- Sở Y tế;\n"
    )
    reading = read_plain(raw)
    assert [" ".join(reading.text.words(block.span).split()) for block in reading.blocks] == [
        "Số: 15/UBND-VX",
        "Về việc kiểm soát mất cân bằng giới tính",
        "Độc lập - Tự do - Hạnh phúc",
        "Thành phố Hồ Chí Minh, ngày 07 tháng 4 năm 2016",
        "Kính gửi:",
        "- Sở Y tế;",
    ]


def test_a_heading_between_rows_parted_by_tabs_is_one_of_them(shown: Callable[[Reading], list[object]]) -> None:
    rows = ["TT\tNhiệm vụ\tChủ trì\tHạn", "I\tThể chế", "1\tRà soát văn bản\tSở Tư pháp\t2026", "II. Hạ tầng"]
    rows += ["2\tPhủ sóng\tSở Công Thương\t2026", "3\tNâng cấp\tSở Xây dựng\t2026"]
    (table,) = shown(read_plain("\n".join(rows) + "\n"))
    assert len(table) == 6


def test_a_line_behind_rows_parted_by_tabs_is_text(shown: Callable[[Reading], list[object]]) -> None:
    rows = ["TT\tNhiệm vụ\tChủ trì\tHạn", "1\tRà soát văn bản\tSở Tư pháp\t2026", "Ghi chú: có thể điều chỉnh."]
    _, line = shown(read_plain("\n".join(rows) + "\n"))
    assert line == "Ghi chú: có thể điều chỉnh."


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        ("Theo đề nghị của Sở Lao động\n- Thương binh và Xã hội tại Tờ trình số 92/TTr-SLĐTBXH.\n", True),
        ("Kế hoạch phát triển công tác xã hội giai đoạn 2021\n- 2025 của tỉnh.\n", True),
        # items of a list, and an item that is but the first half of such a name
        ("Giám đốc các Sở, ngành sau đây:\n- Lao động\n- Thương binh và Xã hội\n", False),
        ("Phát triển mạnh các ngành kinh tế\n- Xã hội hóa việc trồng rừng.\n", False),
    ],
)
def test_what_a_dash_ties_together_is_one_paragraph(
    shown: Callable[[Reading], list[object]], raw: str, joined: bool
) -> None:
    head = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và\ncác nghị định của Chính phủ;\n"
    assert (len(shown(read_plain(head + raw))) == 2) is joined
