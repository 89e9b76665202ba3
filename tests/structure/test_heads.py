"""Heads in every layout: two columns, one below the other, the Party's, drafts, acting lines, official letters."""

from typing import Any

import pytest

from kgbuild.structure.heads import Forms

STATE_ONE_COLUMN = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 06/CT-UBND

Quảng Trị, ngày 25 tháng 11 năm 2025

CHỈ THỊ

Về việc tăng cường quản lý đất đai trên địa bàn tỉnh

Thời gian qua, công tác quản lý đất đai đã có nhiều chuyển biến.
"""

STATE_TWO_COLUMNS = """ỦY BAN NHÂN DÂN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ CẦN THƠ                          Độc lập - Tự do - Hạnh phúc

Số: 2519/QĐ-UBND                       Cần Thơ, ngày 19 tháng 11 năm 2025

QUYẾT ĐỊNH

Về việc kiện toàn Ban Chỉ đạo chuyển đổi số

ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
"""

PIPES = """|
**ỦY BAN NHÂN
DÂN**
TỈNH NGHỆ AN
--------
|
**CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
982/KH-UBND
|
*Nghệ An, ngày
19 tháng 11 năm 2025*
|

**KẾ HOẠCH**

TRIỂN KHAI CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT NĂM
2026 TRÊN ĐỊA BÀN TỈNH NGHỆ AN

Thực hiện Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm
2012 và Quyết định của Thủ tướng Chính phủ về việc phê duyệt các đề án,
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Tiếp tục nâng cao chất lượng, hiệu quả công tác phổ biến, giáo dục
pháp luật; tạo chuyển biến mạnh mẽ trong nhận thức, ý thức tự giác chấp
hành pháp luật của cán bộ và Nhân dân trên địa bàn toàn tỉnh.

2. Bám sát sự chỉ đạo của cấp trên, các nhiệm vụ chính trị và yêu cầu
quản lý nhà nước của các sở, ban, ngành, địa phương trong năm 2026.
"""

PARTY = """TỈNH ỦY SƠN LA

*

Số 45-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Sơn La, ngày 12 tháng 4 năm 2022

CHỈ THỊ

CỦA BAN THƯỜNG VỤ TỈNH ỦY
về tăng cường sự lãnh đạo của Đảng đối với công tác phòng cháy, chữa cháy rừng

Những năm qua, công tác bảo vệ rừng đạt được nhiều kết quả.
"""

DRAFT = """SỞ CÔNG THƯƠNG
TỈNH LÀO CAI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số:      /KH-SCT

Lào Cai, ngày      tháng 3 năm 2026

DỰ THẢO

KẾ HOẠCH

Phát triển thương mại điện tử năm 2026

Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;
"""

ACTING = """ỦY BAN NHÂN DÂN
TỈNH VĨNH LONG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 2682/QĐ-UBND

Vĩnh Long, ngày 20 tháng 11 năm 2025

QUYẾT ĐỊNH

Về việc công bố Danh mục thủ tục hành chính nội bộ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH LONG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
"""

LETTER = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 7288/UBND-KGVX

V/v tăng cường phòng, chống dịch sốt xuất huyết

Bắc Giang, ngày 14 tháng 8 năm 2023

Kính gửi:

- Các sở, ban, ngành thuộc tỉnh;

- Ủy ban nhân dân các huyện, thành phố.

Thực hiện Công điện số 10/CĐ-TTg ngày 10 tháng 8 năm 2023, Ủy ban nhân dân tỉnh yêu cầu các đơn vị tập trung:
"""

CARRIED = """KẾ HOẠCH

Phát triển cây dược liệu giai đoạn 2021 - 2025

(Ban hành kèm theo Quyết định số 515/QĐ-UBND ngày 07 tháng 5 năm 2021 của Ủy ban nhân dân tỉnh Lai Châu)

I. MỤC TIÊU

Phát triển vùng trồng dược liệu.
"""

HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        STATE_ONE_COLUMN,
        {
            "form": "chi-thi",
            "symbol": "06/CT-UBND",
            "date": "2025-11-25",
            "place": "Quảng Trị",
            "authority": "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ",
            "title": "Về việc tăng cường quản lý đất đai trên địa bàn tỉnh",
            "acting": None,
            "draft": False,
        },
    ),
    (
        STATE_TWO_COLUMNS,
        {
            "form": "quyet-dinh",
            "symbol": "2519/QĐ-UBND",
            "date": "2025-11-19",
            "title": "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số",
            "acting": "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ",
        },
    ),
    (
        PIPES,
        {
            "form": "ke-hoach",
            "symbol": "982/KH-UBND",
            "date": "2025-11-19",
            "place": "Nghệ An",
            "authority": "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
            "title": "TRIỂN KHAI CÔNG TÁC PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT NĂM 2026 TRÊN ĐỊA BÀN TỈNH NGHỆ AN",
        },
    ),
    (
        PARTY,
        {
            "form": "chi-thi",
            "symbol": "45-CT/TU",
            "date": "2022-04-12",
            "place": "Sơn La",
            "authority": "TỈNH ỦY SƠN LA",
        },
    ),
    (
        DRAFT,
        {
            "form": "ke-hoach",
            "symbol": None,
            "date": None,
            "authority": "SỞ CÔNG THƯƠNG TỈNH LÀO CAI",
            "title": "Phát triển thương mại điện tử năm 2026",
            "draft": True,
        },
    ),
    (
        ACTING,
        {
            "form": "quyet-dinh",
            "symbol": "2682/QĐ-UBND",
            "title": "Về việc công bố Danh mục thủ tục hành chính nội bộ",
            "acting": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH LONG",
            "draft": False,
        },
    ),
    (
        LETTER,
        {
            "form": "cong-van",
            "symbol": "7288/UBND-KGVX",
            "title": "V/v tăng cường phòng, chống dịch sốt xuất huyết",
        },
    ),
    (
        CARRIED,
        {
            "form": "ke-hoach",
            "symbol": None,
            "date": None,
            "authority": None,
            "title": "Phát triển cây dược liệu giai đoạn 2021 - 2025",
            "carried_by": "(Ban hành kèm theo Quyết định số 515/QĐ-UBND ngày 07 tháng 5 năm 2021 "
            "của Ủy ban nhân dân tỉnh Lai Châu)",
        },
    ),
]
NAMES = ["one column", "two columns", "cells", "Party", "draft", "acting line", "letter", "carried"]


@pytest.mark.parametrize(("raw", "expected"), HEADS, ids=NAMES)
def test_heads_of_every_layout(split, raw: str, expected: dict[str, Any]) -> None:
    head = split(raw).head()
    assert {key: head[key] for key in expected} == expected


@pytest.mark.parametrize(("raw", "expected"), HEADS[:1] + HEADS[4:6], ids=["plain", "draft", "acting line"])
def test_the_head_does_not_swallow_the_body(split, raw: str, expected: dict[str, Any]) -> None:
    file = split(raw)
    assert file.words(file.part.items[0].span) == " ".join(raw.strip().split("\n")[-1].split())


def test_two_columns_are_read_one_after_the_other(split) -> None:
    assert split(STATE_TWO_COLUMNS).head()["authority"] == "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Số: 2519/QĐ-UBND Cần Thơ, ngày 19 tháng 11 năm 2025", "Cần Thơ"),
        ("Số 45-CT/TU Cần Thơ, ngày 19 tháng 11 năm 2025", "Cần Thơ"),
        ("Số: /QĐ-UBND Ninh Kiều, ngày 19 tháng 11 năm 2025", "Ninh Kiều"),
        ("Độc lập - Tự do - Hạnh phúc Cần Thơ, ngày 19/11/2025", "Cần Thơ"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM TP. Cần Thơ, ngày 19 tháng 11 năm 2025", "TP. Cần Thơ"),
        ("Quận 12, ngày 19 tháng 11 năm 2025", "Quận 12"),
    ],
)
def test_a_place_has_neither_number_nor_motto_in_front(split, line: str, place: str) -> None:
    head = split(f"{line}\n\nQUYẾT ĐỊNH\n\nVề việc kiện toàn Ban Chỉ đạo chuyển đổi số\n").head()
    assert (head["place"], head["date"]) == (place, "2025-11-19")


def test_a_letter_is_dated_below_its_subject(split) -> None:
    head = split(LETTER).head()
    assert (head["date"], head["place"]) == ("2023-08-14", "Bắc Giang")


def test_a_letter_is_dated_above_its_subject(split) -> None:
    line = "V/v tăng cường phòng, chống dịch sốt xuất huyết\n\n"
    date = "Bắc Giang, ngày 14 tháng 8 năm 2023\n\n"
    head = split(LETTER.replace(line + date, date + line)).head()
    assert (head["date"], head["place"], head["symbol"]) == ("2023-08-14", "Bắc Giang", "7288/UBND-KGVX")


@pytest.mark.parametrize(
    ("symbol", "form"),
    [("7288/CT-CS", "cong-van"), ("7288/TT-NV2", "cong-van"), ("7288/TTr-SNV", "to-trinh"), ("7288/BC-SNV", "bao-cao")],
)
def test_the_letters_of_a_body_make_no_directive_of_a_letter(split, symbol: str, form: str) -> None:
    head = split(LETTER.replace("7288/UBND-KGVX", symbol)).head()
    assert (head["form"], head["symbol"], head["date"]) == (form, symbol, "2023-08-14" if form == "cong-van" else None)


def test_a_directive_with_its_type_word_stays_one(split) -> None:
    letter = LETTER.replace("7288/UBND-KGVX", "7288/CT-UBND").replace("V/v tăng", "CHỈ THỊ\n\nV/v tăng")
    assert split(letter).head()["form"] == "chi-thi"


def test_an_empty_number_is_not_filled_from_the_recitals(split) -> None:
    raw = DRAFT.replace("Căn cứ Luật Thương mại", "Căn cứ Quyết định số 12/QĐ-UBND và Luật Thương mại")
    assert split(raw).part.head.symbol is None


def test_a_date_in_the_body_is_not_that_of_the_document(split) -> None:
    raw = (
        "KẾ HOẠCH\n\nTổ chức Ngày hội việc làm\n\nNgày hội diễn ra tại Huế, ngày 10 tháng 10 năm 2024.\n\nI. MỤC ĐÍCH\n"
    )
    head = split(raw).part.head
    assert (head.date, head.symbol, head.place) == (None, None, None)


def test_no_head_at_all_gives_empty_fields(split) -> None:
    head = split("KẾ HOẠCH\n\nCủng cố hợp tác xã nông nghiệp\n\nI. MỤC TIÊU\n\nNâng cao thu nhập.\n").head()
    assert head["form"] == "ke-hoach"
    assert [head[name] for name in ("symbol", "date", "place", "authority", "acting", "carried_by")] == [None] * 6


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KẾ HOẠCH", "ke-hoach"),
        ("  QUYẾT ĐỊNH  ", "quyet-dinh"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "chuong-trinh-hanh-dong"),
        ("CHƯƠNG TRÌNH", "chuong-trinh"),
        ("THÔNG TƯ LIÊN TỊCH", "thong-tu-lien-tich"),
        ("NGHỊ QUYẾT SỐ 19-NQ/TW", "nghi-quyet"),
        ("BÁO CÁO Kết quả thực hiện", "bao-cao"),
        # the operative formula, running text, other capitals
        ("QUYẾT ĐỊNH:", None),
        ("QUYẾT NGHỊ:", None),
        ("Kế hoạch thực hiện", None),
        ("Quyết định số 12/QĐ-UBND", None),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
        ("TỔ CHỨC THỰC HIỆN", None),
        ("", None),
        ("12", None),
    ],
)
def test_lines_that_announce_a_form(forms: Forms, line: str, expected: str | None) -> None:
    found = forms.heading(line)
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Chương trình hành động của Tỉnh ủy", "chuong-trinh-hanh-dong"),
        ("kế hoạch phát triển", "ke-hoach"),
        ("Quy chế phối hợp giữa", "quy-che-phoi-hop"),
        ("Quy chế hoạt động", "quy-che"),
        ("Danh sách thành viên", None),
        ("", None),
    ],
)
def test_the_longest_form_a_phrase_begins_with(forms: Forms, phrase: str, expected: str | None) -> None:
    assert forms.first(phrase) == expected


FORMS = ["KẾ HOẠCH", "QUYẾT ĐỊNH", "CHỈ THỊ", "BÁO CÁO", "TỜ TRÌNH", "THÔNG BÁO", "HƯỚNG DẪN", "NGHỊ QUYẾT", "ĐỀ ÁN"]


@pytest.mark.parametrize("form", FORMS)
def test_any_form_opens_a_document(split, forms: Forms, form: str) -> None:
    file = split(STATE_ONE_COLUMN.replace("CHỈ THỊ", form).replace("06/CT-UBND", "06/UBND-TH"))
    found = forms.heading(form)
    assert found is not None
    assert file.part.head.form == found[0]
    assert file.head()["title"] == "Về việc tăng cường quản lý đất đai trên địa bàn tỉnh"


def test_ministries_and_joint_issuers_have_heads_too(split) -> None:
    raw = """BỘ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 01/2011/TT-BNV

Hà Nội, ngày 19 tháng 01 năm 2011

THÔNG TƯ

HƯỚNG DẪN THỂ THỨC VÀ KỸ THUẬT TRÌNH BÀY VĂN BẢN HÀNH CHÍNH

Căn cứ Nghị định số 48/2008/NĐ-CP ngày 17 tháng 4 năm 2008 của Chính phủ;
"""
    head = split(raw).head()
    assert (head["form"], head["symbol"], head["date"]) == ("thong-tu", "01/2011/TT-BNV", "2011-01-19")
    assert head["authority"] == "BỘ NỘI VỤ"
    assert head["title"] == "HƯỚNG DẪN THỂ THỨC VÀ KỸ THUẬT TRÌNH BÀY VĂN BẢN HÀNH CHÍNH"
