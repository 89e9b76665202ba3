"""The layouts in which legal databases, portals, converters and copied text set one and the same plan."""

from collections.abc import Callable

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.plain.reader import read_plain

HEAD = ["ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
DATE = "Lâm Viên, ngày 05 tháng 3 năm 2024"
BODY = [
    "KẾ HOẠCH",
    "TRIỂN KHAI CHƯƠNG TRÌNH TRỒNG CÂY BÊN CÁC CON ĐƯỜNG CỦA TỈNH LÂM VIÊN NĂM 2024",
    "Căn cứ Nghị quyết số 05/NQ-CP ngày 02 tháng 01 năm 2024 của Chính phủ về việc trồng cây bên các con đường;",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Trồng một nghìn cây bên các con đường của tỉnh trong năm 2024, giao mỗi cây cho một tổ dân phố chăm sóc.",
    "2. Sở Xây dựng chủ trì, phối hợp với các sở, ngành tổ chức thực hiện Kế hoạch này.",
]
END = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Cây"]
WRAPPED = """\
KẾ HOẠCH

TRIỂN KHAI CHƯƠNG TRÌNH TRỒNG CÂY BÊN CÁC CON ĐƯỜNG CỦA TỈNH
LÂM VIÊN NĂM 2024

Căn cứ Nghị quyết số 05/NQ-CP
ngày 02 tháng 01 năm 2024 của Chính phủ về việc trồng cây bên các con đường;

I. MỤC ĐÍCH,
YÊU CẦU

1. Trồng một nghìn cây bên các con đường của tỉnh trong
năm 2024, giao mỗi cây cho một tổ dân phố chăm sóc.

2. Sở Xây dựng
chủ trì, phối hợp với các sở, ngành tổ chức thực hiện Kế hoạch này.

"""
CLOSE_SET = WRAPPED.replace("\n\n", "\n")

BARS = """\
|
**ỦY
BAN NHÂN DÂN**
**TỈNH LÂM VIÊN**
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 12/KH-UBND
|
*Lâm Viên, ngày 05
tháng 3 năm 2024*
|
"""
BARS_END = """\
|
*Nơi nhận:*
- Như trên;
- Lưu: VT.
|
**TM.
ỦY BAN NHÂN DÂN**
**CHỦ TỊCH**

**Trần Văn Cây**
|
"""
SHEET_OF_BARS = """\
|
|
Bản dịch này thuộc quyền sở hữu của **
KHO VĂN BẢN**. Mọi hành vi sao chép đều phải được phép.
X
|
|
|
Đang tải văn bản...
#
**Số hiệu:**
|
12/KH-UBND
|
|
**Loại văn bản:**
|
Kế hoạch
|
**Nơi ban hành:**
|
Tỉnh Lâm Viên
|
|
**Người ký:**
|
Trần Văn Cây
|
**Ngày ban hành:**
|
05/3/2024
|
|
"""
NOTICES = """\
Kế hoạch 12/KH-UBND triển khai Chương trình trồng cây bên các con đường của tỉnh Lâm Viên năm 2024
Văn bản này chưa cập nhật nội dung Tiếng Anh
## Văn bản liên quan
Ban hành:
02/01/2024
Hiệu lực: Đã biết
|
NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN
|
**Địa chỉ:**
|
17 Đường Cây Xanh
|
Kính gửi: Quý Thành viên,
Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu yêu cầu xác nhận sự đồng ý của thành viên.
"""
SHEET = """\
Kế hoạch 12/KH-UBND năm 2024 triển khai Chương trình trồng cây tỉnh Lâm Viên
Số hiệu: 12/KH-UBND Loại văn bản: Kế hoạch
Nơi ban hành: Tỉnh Lâm Viên Người ký: Trần Văn Cây
Ngày ban hành: 05/3/2024 Ngày hiệu lực: Đang cập nhật
Tình trạng: Đang cập nhật

"""
MENU = """\
Kế hoạch 12/KH-UBND Lâm Viên trồng cây

  • Thuộc tính
  • Nội dung
  • Lược đồ
    - Tổng hợp lại tất cả các quy định còn hiệu lực…
Quý khách vui lòng Đăng nhập tài khoản.
Ghi chú
Số hiệu:12/KH-UBNDNgày đăng công báo:Đang cập nhật

"""
STACKED = """\
ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN
-------

Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Lâm Viên, ngày 05 tháng 3 năm 2024

"""
STACKED_END = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\n\nTrần Văn Cây\n"
BUTTONS = "\n  * Lưu trữ\n  * Ghi chú\n  * Ý kiến\n  * Facebook\n  * In\n\nKế hoạch 11/KH-UBND\nBản quyền © 2024\n"
ONE_LINE = (
    "ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN ------------- Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
    "Độc lập - Tự do - Hạnh phúc ------------- Lâm Viên, ngày 05 tháng 3 năm 2024 |\n"
)
ONE_LINE_END = "Nơi nhận: - Như trên; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN |\n | CHỦ TỊCH |\n | Trần Văn Cây |\n"
SPACED = """\
ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Số: 12/KH-UBND                   Độc lập - Tự do - Hạnh phúc

                                 Lâm Viên, ngày 05 tháng 3 năm 2024

"""
TABBED = """\
ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND\t\tĐộc lập - Tự do - Hạnh phúc
\t\tLâm Viên, ngày 05 tháng 3 năm 2024

"""
TABBED_END = "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tCHỦ TỊCH\n- Lưu: VT.\n\tTrần Văn Cây\n"
PANDOC = """\
---
title: "Trồng cây"
---

  ------------------------------- ----------------------------------------
    **ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN\\        **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\
             \\-\\-\\-\\-\\--**                     Độc lập - Tự do - Hạnh phúc\\
                                            \\-\\-\\-\\-\\-\\--**

   Số: 12/KH-UBND                  *Lâm Viên, ngày 05 tháng 3 năm 2024*
  ------------------------------- ----------------------------------------

"""
PIPES = """\
| ỦY BAN NHÂN DÂN TỈNH LÂM VIÊN<br>\\_\\_\\_ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>Độc lập - Tự do - Hạnh phúc |
| --- | --- |
| Số: 12/KH-UBND | Lâm Viên, ngày 05 tháng 3 năm 2024 |

"""
PIPES_END = """\
| **Nơi nhận:**<br>- Như trên;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br><br>**CHỦ TỊCH**<br><br>Trần Văn Cây |
|---|---|
"""
PAGES = {
    "bars": BARS + "\n\n" + WRAPPED + BARS_END,
    "bars, close-set, with its page": SHEET_OF_BARS + BARS + CLOSE_SET + BARS_END + NOTICES,
    "data sheet": SHEET + STACKED + WRAPPED + STACKED_END + BUTTONS,
    "menu": MENU + STACKED + WRAPPED + STACKED_END + BUTTONS,
    "cells on one line": ONE_LINE + CLOSE_SET + ONE_LINE_END,
    "spaces": SPACED + WRAPPED + STACKED_END,
    "tabs": TABBED + WRAPPED + TABBED_END,
    "pandoc": PANDOC + WRAPPED + STACKED_END,
    "pipes": PIPES + WRAPPED + PIPES_END,
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_one_plan_reads_the_same_in_every_layout(page: str, shown: Callable[[Reading], list[object]]) -> None:
    found = [words for block in shown(read_plain(page)) for words in lines(block)]
    assert found[: len(HEAD)] == HEAD
    assert DATE in found[len(HEAD) : len(HEAD) + 2]
    at = found.index(BODY[0])
    assert found[at : at + len(BODY)] == BODY
    assert " ".join(found[at + len(BODY) :]) == " ".join(END)


def lines(block: object) -> list[str]:
    """Give a paragraph without the second line of the motto, which some layouts join to the first; no table is due."""
    assert isinstance(block, str)
    line = block.removesuffix("Độc lập - Tự do - Hạnh phúc").strip()
    return [line] if line else []


def test_a_data_table_between_bars_or_tabs_is_a_grid(shown: Callable[[Reading], list[object]]) -> None:
    grid = [
        ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["1", "Trồng cây bên đường", "Sở Xây dựng", "", "Quý II"],
        ["2", "Chăm sóc", "Sở Nông nghiệp", "Các xã", "Hằng năm"],
    ]
    rows = ["{} | {} | {} | {} | {} |", "| {} | {} | {} | {} | {} |", "{}\t{}\t{}\t{}\t{}"]
    for form in rows:
        raw = "\n".join(form.format(*row) for row in grid)
        assert shown(read_plain(f"PHỤ LỤC\n\n{raw}\n\nHết.")) == ["PHỤ LỤC", grid, "Hết."]


def test_a_cell_between_bars_may_hold_line_breaks(shown: Callable[[Reading], list[object]]) -> None:
    raw = "TT | Nội dung | Chủ trì |\n1 | Trồng cây\nbên đường | Sở Xây dựng |\n2 | Chăm sóc | Các xã |\n"
    expected = [["TT", "Nội dung", "Chủ trì"], ["1", "Trồng cây bên đường", "Sở Xây dựng"], ["2", "Chăm sóc", "Các xã"]]
    assert shown(read_plain(raw)) == [expected]


def test_a_list_whose_marks_stand_before_tabs_is_no_table(shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain("1.\tMục đích\n2.\tYêu cầu")) == ["1. Mục đích", "2. Yêu cầu"]


def test_text_above_a_motto_that_is_no_frame_stays(shown: Callable[[Reading], list[object]]) -> None:
    raw = "Điều 1. Trồng cây.\n\nNơi nhận: các xã\n\n" + STACKED + WRAPPED
    assert shown(read_plain(raw))[0] == "Điều 1. Trồng cây."


def test_an_annex_below_notices_stays(shown: Callable[[Reading], list[object]]) -> None:
    raw = STACKED + WRAPPED + STACKED_END + "\nTải văn bản\n\nPHỤ LỤC\n\nDanh mục cây trồng\n\nGhi chú: cây con.\n"
    assert shown(read_plain(raw))[-3:] == ["PHỤ LỤC", "Danh mục cây trồng", "Ghi chú: cây con."]


def test_lines_of_two_columns_are_never_one_paragraph() -> None:
    reading = read_plain(
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n TỈNH LÂM VIÊN      Độc lập - Tự do\n"
    )
    assert all("CỘNG" not in reading.text.quote(b.span) or b.span.start == 25 for b in reading.blocks)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Sở Y tế<br>Sở Nội vụ", "Sở Y tế Sở Nội vụ"),
        ("a&nbsp;b", "a b"),
        ("theo [Nghị quyết số 5](https://vi.du/vb?id=5) của tỉnh", "theo Nghị quyết số 5 của tỉnh"),
        ("điểm [5] (sửa đổi)", "điểm [5] (sửa đổi)"),
        ('<div align="center">KẾ HOẠCH</div>', "KẾ HOẠCH"),
        ("a < b, c > d", "a < b, c > d"),
    ],
)
def test_markup_in_plain_text_is_left_out(raw: str, plain: str, shown: Callable[[Reading], list[object]]) -> None:
    assert shown(read_plain(raw)) == [plain]


def test_the_type_word_below_the_columns_of_a_head_belongs_to_neither() -> None:
    raw = """BỘ CÔNG THƯƠNG               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     ______
                                       Độc lập - Tự do - Hạnh phúc
   Số: 12/QĐ-BCT                      Hà Nội, ngày 05 tháng 3 năm 2024
                                QUYẾT ĐỊNH
              Phê duyệt Chương trình tiết kiệm điện
                           giai đoạn đến năm 2030
       Căn cứ Luật Điện lực ngày 30 tháng 11 năm 2024;
"""
    reading = read_plain(raw)
    found = [" ".join(reading.text.norm[b.span.start : b.span.end].split()) for b in reading.blocks]
    at = found.index("QUYẾT ĐỊNH")
    assert found[at + 1].startswith("Phê duyệt Chương trình tiết kiệm điện")
    assert found[at - 1] == "Hà Nội, ngày 05 tháng 3 năm 2024"


def test_a_stroke_parts_the_signature_from_recipients_in_one_line() -> None:
    raw = "Nơi nhận: - Như trên; - Sở Y tế; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn An\n"
    reading = read_plain(raw)
    assert reading.text.norm[reading.blocks[-1].span.start :].startswith("KT. GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("raw", "parted"),
    [
        ("V/v trồng cây bên đường | Lâm Viên, ngày 05 tháng 3 năm 2024", ["V/v trồng cây bên đường", DATE]),
        ("Số: 12/SXD-HT | Lâm Viên, ngày 05 tháng 3 năm 2024", ["Số: 12/SXD-HT", DATE]),
        ("- Lưu: VT, HT(An). | BỘ TRƯỞNG\n\nTrần Văn Cây", ["- Lưu: VT, HT(An).", "BỘ TRƯỞNG", "Trần Văn Cây"]),
        ("- Lưu: VT. | KT. CỤC TRƯỞNG", ["- Lưu: VT.", "KT. CỤC TRƯỞNG"]),
        ("- Lưu ý: cây non | cây già", ["- Lưu ý: cây non | cây già"]),
        ("- Lưu trữ | LT", ["- Lưu trữ | LT"]),
        ("V/v trồng cây | thông, ngày nào cũng tưới", ["V/v trồng cây | thông, ngày nào cũng tưới"]),
    ],
)
def test_a_stroke_parts_what_stands_beside_the_last_line_of_a_column(raw: str, parted: list[str]) -> None:
    reading = read_plain(f"SỞ XÂY DỰNG\n\n{raw}\n")
    found = [" ".join(reading.text.norm[b.span.start : b.span.end].split()) for b in reading.blocks]
    assert found[1:] == parted


def test_a_post_far_to_the_right_alone_on_its_line_parts_no_recipients() -> None:
    far = " " * 82
    raw = (
        f" Nơi nhận:{far[:70]}KT. GIÁM ĐỐC\n - Như trên;\n{far}PHÓ GIÁM ĐỐC\n"
        " - Các Sở: Xây dựng, Công Thương;\n - Lãnh đạo Sở;\n - Lưu: VT.\n"
    )
    reading = read_plain(raw)
    found = [" ".join(reading.text.norm[b.span.start : b.span.end].split()) for b in reading.blocks]
    assert found[1:5] == ["- Như trên;", "- Các Sở: Xây dựng, Công Thương;", "- Lãnh đạo Sở;", "- Lưu: VT."]
