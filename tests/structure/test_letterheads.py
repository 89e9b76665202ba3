"""Letterheads: lines a page sets on top, numbers and dates broken into lines, heads that lost their type word."""

import pytest

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
BODY = "Căn cứ Luật Thú y ngày 19 tháng 6 năm 2015;\n\nI. MỤC TIÊU\n\n1. Nâng cao năng lực.\n"

META = """Kế hoạch 122/KH-UBND năm 2013 phát triển nghề muối
Số hiệu: 122/KH-UBND Loại văn bản: Kế hoạch
Nơi ban hành: Tỉnh Phú Yên Người ký: Trần Văn A
Ngày ban hành: 19/12/2013 Ngày hiệu lực: Đã biết
"""


def head_of(number: str, dated: str, heading: str = "KẾ HOẠCH") -> str:
    return f"ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN\n--------\n\n{MOTTO}\n-----\n\n{number}\n\n{dated}\n\n{heading}\n\n" + (
        f"PHÁT TRIỂN NGHỀ MUỐI NĂM 2014\n\n{BODY}"
    )


def test_what_a_page_sets_above_is_no_letterhead(split) -> None:
    file = split(META + "\n" + head_of("Số: 121/KH-UBND", "Phú Yên, ngày 18 tháng 12 năm 2013"))
    head = file.head()
    assert head["authority"] == "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN"
    assert (head["symbol"], head["date"]) == ("121/KH-UBND", "2013-12-18")
    assert head["title"] == "PHÁT TRIỂN NGHỀ MUỐI NĂM 2014"


def test_a_page_heading_of_type_and_number_gives_way_to_the_letterhead(split) -> None:
    raw = "Kế hoạch 121/KH-UBND\n\nNội dung toàn văn Kế hoạch 121/KH-UBND\n\n" + head_of(
        "Số: 121/KH-UBND", "Phú Yên, ngày 18 tháng 12 năm 2013"
    )
    assert (split(raw).head()["date"], len(split(raw).parts)) == ("2013-12-18", 1)


def test_a_long_page_top_does_not_hide_the_document(split) -> None:
    raw = (
        "tin tức và sự kiện trong tuần của toàn tỉnh " * 20
        + "\n\n"
        + head_of("Số: 7/KH-UBND", "Tuy Hòa, ngày 01/3/2014")
    )
    assert split(raw).head()["symbol"] == "7/KH-UBND"


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 90/KH-UBND", "90/KH-UBND"),
        ("Số:90/KH-UBND", "90/KH-UBND"),
        ("Số :\n90/KH-UBND", "90/KH-UBND"),
        ("Kế hoạch số: 90/KH-UBND", "90/KH-UBND"),
        ("Số: 90/\n\nKH-UBND", "90/KH-UBND"),
        ("Số: 90\n\n/KH-UBND", "90/KH-UBND"),
        ("Số: 90/KH-\n\nUBND", "90/KH-UBND"),
        ("Số: 90/BC-BCĐPC-\n\nXMC", "90/BC-BCĐPC-XMC"),
        ("Số: 90/BC-BCĐPC-\n\nPhú Yên", None),
        ("Số: 90/KH-UBND- Phú Yên", "90/KH-UBND"),
        ("Số: 90/\n\nPhú Yên", None),
        ("Số 90-KH/TU", "90-KH/TU"),
        ("Số:      /KH-UBND", None),
        ("Số hiệu văn bản nhận được: 90/KH-UBND", None),
        ("Số công báo 90 của tỉnh", None),
    ],
)
def test_number_lines(split, number: str, symbol: str | None) -> None:
    assert split(head_of(number, "Phú Yên, ngày 18 tháng 12 năm 2013")).head()["symbol"] == symbol


@pytest.mark.parametrize(
    ("dated", "place"),
    [
        ("Phú Yên, ngày\n18 tháng 12 năm 2013", "Phú Yên"),
        ("Phú\n\nYên, ngày 18 tháng 12 năm 2013", "Phú Yên"),
        ("Phú Yên,\nngày 18 tháng 12 năm 2013", "Phú Yên"),
        ("TP. Tuy Hòa, ngày 18 tháng 12 năm 2013", "TP. Tuy Hòa"),
    ],
)
def test_a_date_line_may_be_broken(split, dated: str, place: str) -> None:
    head = split(head_of("Số: 90/KH-UBND", dated)).head()
    assert (head["date"], head["place"]) == ("2013-12-18", place)


def test_the_line_above_a_place_is_not_always_part_of_it(split) -> None:
    head = split(head_of("Số: 90/KH-UBND", "Mật\n\nTuy Hòa, ngày 18 tháng 12 năm 2013")).head()
    assert head["place"] == "Tuy Hòa"


BARE = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: {number} | Cần Thơ, ngày 16 tháng 4 năm 2018 |
{below}
"""


@pytest.mark.parametrize(
    ("number", "below", "form", "title"),
    [
        (
            "74/KH-UBND",
            f"HÀNH ĐỘNG VỀ DINH DƯỠNG ĐẾN NĂM 2020\n{BODY}",
            "ke-hoach",
            "HÀNH ĐỘNG VỀ DINH DƯỠNG ĐẾN NĂM 2020",
        ),
        ("74/KH-UBND", BODY, "ke-hoach", None),
        ("75/QĐ-UBND", f"ỦY BAN NHÂN DÂN THÀNH PHỐ\n{BODY}\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt.", "quyet-dinh", None),
    ],
)
def test_a_head_without_its_type_word_has_that_of_the_number(
    split, number: str, below: str, form: str, title: str | None
) -> None:
    head = split(BARE.format(number=number, below=below)).head()
    assert (head["form"], head["symbol"], head["title"], head["date"]) == (form, number, title, "2018-04-16")


def test_a_report_that_only_names_the_republic_is_no_document(split) -> None:
    raw = (
        "Kỷ niệm ngày Quốc khánh\n\nNhân dịp kỷ niệm ngày thành lập nước Cộng hòa xã hội chủ nghĩa Việt Nam, "
        + "các địa phương trong tỉnh tổ chức nhiều hoạt động thiết thực, sôi nổi. " * 3
        + "\n\nTheo Kế hoạch số 12/KH-UBND ngày 05/3/2024, các hoạt động diễn ra trong tháng 9.\n"
    )
    assert split(raw).part.kind == "news"


def test_a_recital_that_names_the_republic_is_no_letterhead(split) -> None:
    raw = (
        "Số: 12/NQ-UBTVQH15 |\n\nNGHỊ QUYẾT\n\nVề việc đặt tên đường\n\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n\nĐiều 1. Tên đường\n"
    )
    head = split(raw).head()
    assert (head["symbol"], head["title"]) == ("12/NQ-UBTVQH15", "Về việc đặt tên đường")


def test_a_motto_on_two_lines_does_not_hide_the_document(split) -> None:
    motto = "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\n"
    raw = f"ỦY BAN NHÂN DÂN |\n{motto}Số: 90/KH-UBND |\nPhú Yên, ngày 18 tháng 12 năm 2013 |\nNUÔI TÔM HÙM\n{BODY}\n"
    head = split(raw).head()
    assert (head["form"], head["symbol"], head["title"]) == ("ke-hoach", "90/KH-UBND", "NUÔI TÔM HÙM")


def test_a_motto_broken_within_a_word_is_not_the_issuer(split) -> None:
    raw = head_of("Số: 90/KH-UBND", "Phú Yên, ngày 18 tháng 12 năm 2013").replace("CỘNG HÒA XÃ", "CỘNG\nHÒA XÃ")
    assert split(raw.replace("ỦY BAN", "ỦY\nBAN")).head()["authority"] == "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN"


def test_a_number_of_old_names_only_the_organ(split) -> None:
    above = "CHÍNH PHỦ\n\nSố: {}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHà Nội, ngày 6 tháng 9 năm 1995\n\n"
    below = "NGHỊ ĐỊNH\n\nVề phí chợ\n\nCăn cứ Luật Thương mại;\n\nĐiều 1. Chợ.\n"
    assert split(above.format("84-CP") + below).head()["symbol"] == "84/CP"
    assert split(above.format("84/CP") + below).head()["symbol"] == "84/CP"
    assert split(above.format("84/BC") + below).head()["symbol"] is None


@pytest.mark.parametrize(
    ("line", "date"), [("ngày 29 tháng 6 năm 1999", "1999-06-29"), ("ngày 29 tháng 6 năm 1999 họp tại tỉnh", None)]
)
def test_a_day_without_a_place(split, line: str, date: str | None) -> None:
    raw = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        f"Số: 65/1999/QĐ-UB | {line} |\n"
        "QUYẾT ĐỊNH\nVỀ QUẢN LÝ CHỢ\nỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nCăn cứ Luật Thương mại;\nĐiều 1. Chợ.\n"
    )
    assert split(raw).head()["date"] == date


@pytest.mark.parametrize(("symbol", "form"), [("12/VBHN-BTC", "van-ban-hop-nhat"), ("12/2021/TT-BTC", "thong-tu")])
def test_a_consolidated_text_is_told_by_its_number(split, symbol: str, form: str) -> None:
    raw = (
        f"BỘ TÀI CHÍNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: {symbol}\n\nHà Nội, ngày 5 tháng 3 năm 2021\n\n"
        "THÔNG TƯ\n\nQuy định phí chợ\n\nCăn cứ Luật Phí và lệ phí;\n\nĐiều 1. Chợ.\n"
    )
    head = split(raw).head()
    assert (head["form"], head["title"]) == (form, "Quy định phí chợ")


SCANNED = """SỞ XÂY DỰNG TỈNH PHÚ YÊN

CỌNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lâp - Tư do - Hạnh phúc

Số: 12/KH-SXD

Tuy Hòa, ngày 15 thảng 3 nàm 2021

{heading}

Phát triển nghề muối năm 2021

I. MỤC TIÊU

1. Nâng cao năng lực.
"""


@pytest.mark.parametrize("heading", ["KẾ HOẠCH", "KÉ HOẠCH", "KẺ HOACH", "K Ế HOẠCH"])
def test_a_scanned_head_is_read_without_its_marks(split, heading: str) -> None:
    head = split(SCANNED.format(heading=heading)).head()
    assert (head["form"], head["symbol"], head["date"]) == ("ke-hoach", "12/KH-SXD", "2021-03-15")
    assert head["authority"] == "SỞ XÂY DỰNG TỈNH PHÚ YÊN"
    assert head["title"] == "Phát triển nghề muối năm 2021"


@pytest.mark.parametrize("heading", ["KỀ HOẠCH NĂM", "Ké hoạch"])
def test_a_line_that_holds_more_or_less_is_no_scanned_heading(forms, heading: str) -> None:
    assert forms.heading(heading) is None


@pytest.mark.parametrize(
    ("authority", "symbol"), [("TỈNH ỦY PHÚ YÊN", "45-KL/TU"), ("BAN CHẤP HÀNH TRUNG ƯƠNG", "45-KL/TW")]
)
def test_a_horn_on_the_code_of_a_province_is_a_slip(split, authority: str, symbol: str) -> None:
    head = f"{authority}\n*\nSố 45-KL/TƯ\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nPhú Yên, ngày 3 tháng 5 năm 2022\n\n"
    raw = head + "KẾT LUẬN\n\nvề nghề muối\n"
    assert split(raw + "\nI. MỤC TIÊU\n\n1. Nâng cao năng lực.\n").head()["symbol"] == symbol


PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@pytest.mark.parametrize(
    ("raw", "authority"),
    [
        # the name of the Party takes one line; the issuer goes on below it in the other column
        (f"TỈNH ỦY BẮC NINH\n\n{PARTY}\n\nĐẢNG ỦY UBND TỈNH", "TỈNH ỦY BẮC NINH ĐẢNG ỦY UBND TỈNH"),
        (f"{PARTY}\n\nTỈNH ỦY BẮC NINH\n\nBAN DÂN VẬN", "TỈNH ỦY BẮC NINH BAN DÂN VẬN"),
        # what is no organ stays out
        (f"TỈNH ỦY BẮC NINH\n\n{PARTY}\n\nTÀI LIỆU HỘI NGHỊ", "TỈNH ỦY BẮC NINH"),
    ],
)
def test_an_issuer_goes_on_beside_the_name_of_the_party(split, raw: str, authority: str) -> None:
    head = f"{raw}\n\n*\n\nBắc Ninh, ngày 20 tháng 10 năm 2025\n\nSố 25-KH/ĐU\n\nKẾ HOẠCH\n\nTrồng rừng\n\n{BODY}"
    assert split(head).head()["authority"] == authority


def test_a_place_left_open_does_not_hide_the_day(split) -> None:
    head = split(head_of("Số:     /KH-UBND", "..........., ngày 20 tháng 6 năm 2018")).head()
    assert (head["date"], head["place"]) == ("2018-06-20", None)


def test_offices_that_count_beyond_a_hundred_thousand(split) -> None:
    assert split(head_of("Số: 101322/KH-CTHN", "Hà Nội, ngày 23/11/2020")).head()["symbol"] == "101322/KH-CTHN"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Số: 730/LĐLĐ", "730/LĐLĐ"),
        ("Số: 46 /VKSTC", "46/VKSTC"),
        ("Số: 730/LĐLĐVN", None),
        ("Số lượng: 730/LĐLĐ", None),
    ],
)
def test_a_number_that_names_only_the_organ(split, line: str, symbol: str | None) -> None:
    assert split(head_of(line, "Phú Yên, ngày 18/12/2013")).head()["symbol"] == symbol


@pytest.mark.parametrize("organ", ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"])
def test_columns_that_run_together_line_by_line_keep_the_whole_issuer(split, organ: str) -> None:
    file = split(
        f"UBND HUYỆN NGA SƠN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n{organ}\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 25/BC-PGDĐT\n\nNga Sơn, ngày 13 tháng 11 năm 2020\n\nBÁO CÁO\n\nTổng kết\n\nI. KẾT QUẢ\n\n1. Tốt.\n"
    )
    lines = [file.words(line) for line in file.part.head.authority_lines]
    assert lines == ["UBND HUYỆN NGA SƠN", organ]
