"""Titles: where they end, what of them stands on several lines, heads run together by a page without blank lines."""

import pytest

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ TĨNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 491/KH-UBND
Hà Tĩnh, ngày 09 tháng 11 năm 2023
"""
FEW_LINES = """Thực hiện Văn bản số 5824/BNN-TY ngày 22/8/2023 về
phòng chống dịch bệnh, Ủy ban nhân dân tỉnh ban hành Kế
hoạch như sau:
I. MỤC ĐÍCH
1. Bảo vệ đàn gia súc.
"""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH\nPHÒNG, CHỐNG DỊCH BỆNH\nGIA SÚC NĂM 2024\n", "PHÒNG, CHỐNG DỊCH BỆNH GIA SÚC NĂM 2024"),
        # a year alone has no capitals
        ("KẾ HOẠCH\nPHÒNG, CHỐNG DỊCH BỆNH GIAI ĐOẠN\n2021-2030\n", "PHÒNG, CHỐNG DỊCH BỆNH GIAI ĐOẠN 2021-2030"),
        # in capitals "TRIỂN KHAI" is no preamble
        (
            "KẾ HOẠCH\n\nCHI TIẾT\n\nTRIỂN KHAI THỰC HIỆN CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG\n\n",
            "CHI TIẾT TRIỂN KHAI THỰC HIỆN CHƯƠNG TRÌNH SỮA HỌC ĐƯỜNG",
        ),
        ("KẾ HOẠCH\nXÉT TẶNG DANH HIỆU NGHỆ NHÂN NĂM 2024\n", "XÉT TẶNG DANH HIỆU NGHỆ NHÂN NĂM 2024"),
        ("KẾ HOẠCH\nPhòng, chống dịch bệnh gia súc./.\n\n", "Phòng, chống dịch bệnh gia súc"),
        ("KẾ HOẠCH\nPhòng, chống dịch bệnh gia súc năm 2024.\n\n", "Phòng, chống dịch bệnh gia súc năm 2024"),
        # a quotation mark that closes opens nothing
        (
            'KẾ HOẠCH\n\nThực hiện "Lộ trình tiêm\n\nphòng"\n\n_______\n\nỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n\n',
            'Thực hiện "Lộ trình tiêm phòng"',
        ),
        ("KẾ HOẠCH\n\nThực hiện “Lộ trình tiêm\n\nphòng toàn đàn”\n\n", "Thực hiện “Lộ trình tiêm phòng toàn đàn”"),
        (
            "CHỈ THỊ\n\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n\nvề tăng cường bảo vệ môi trường\n\n",
            "CỦA BAN THƯỜNG VỤ TỈNH ỦY về tăng cường bảo vệ môi trường",
        ),
        ("CHỈ THỊ\n\nCỦA CHỦ TỊCH UBND TỈNH\n\nVề việc bảo vệ rừng\n\n", "Về việc bảo vệ rừng"),
        ("CHỈ THỊ CỦA UBND TỈNH\n\nVề việc bảo vệ rừng\n\n", "Về việc bảo vệ rừng"),
        # scanned capitals lose their marks
        (
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nCUA BỘ CHÍNH TRỊ\nthực hiện Kết luận số 12-KL/TW về trồng rừng\n\n",
            "CUA BỘ CHÍNH TRỊ thực hiện Kết luận số 12-KL/TW về trồng rừng",
        ),
        (
            "KẾT LUẬN\nHỘI NGHỊ LẦN THỨ MƯỜI MỘT\nBAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII\nvề trồng rừng\n\n",
            "HỘI NGHỊ LẦN THỨ MƯỜI MỘT BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII về trồng rừng",
        ),
        # the body after "CỦA" belongs to the title, it does not act
        (
            "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ LÀM VIỆC CỦA\nỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n",
            "BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH",
        ),
        # who acts has a name of two lines, or was misread
        (
            "QUYẾT ĐỊNH\nBAN HÀNH CHƯƠNG TRÌNH THỦY SẢN\nBỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN\nNÔNG THÔN\n",
            "BAN HÀNH CHƯƠNG TRÌNH THỦY SẢN",
        ),
        (
            "QUYẾT ĐỊNH\nPHÊ DUYỆT QUY HOẠCH NÔNG NGHIỆP\nỦY BAN NHẨN DÂN TỈNH HÀ TĨNH\n",
            "PHÊ DUYỆT QUY HOẠCH NÔNG NGHIỆP",
        ),
        (
            "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ LÀM VIỆC CỦA\nBỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN\nNÔNG THÔN\n",
            "BAN HÀNH QUY CHẾ LÀM VIỆC CỦA BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN",
        ),
        # each line of the title begins with a capital; what tells of the time opens the text
        (
            "KẾ HOẠCH\n\nTriển khai Nghị quyết số 13-NQ/TU ngày 06/9/2023\n\nCủa Ban Thường vụ Tỉnh ủy về cây xanh\n\n"
            "Đến năm 2025, định hướng đến năm 2030\n\n",
            "Triển khai Nghị quyết số 13-NQ/TU ngày 06/9/2023 Của Ban Thường vụ Tỉnh ủy về cây xanh Đến năm 2025, định "
            "hướng đến năm 2030",
        ),
        ("KẾ HOẠCH\n\nTrồng cây xanh\n\nĐến nay, các xã đã trồng xong.\n\n", "Trồng cây xanh"),
        # a page sets the number behind the type word once more
        ("KẾ HOẠCH 491/KH-UBND\n\nPHÒNG, CHỐNG DỊCH BỆNH\n\n", "PHÒNG, CHỐNG DỊCH BỆNH"),
    ],
)
def test_titles_end_where_they_end(split, lines: str, title: str) -> None:
    assert split(HEAD + lines + FEW_LINES).head()["title"] == title


def test_the_body_that_acts_is_parted_from_the_title(split) -> None:
    raw = (
        HEAD
        + "QUYẾT ĐỊNH\nPHÊ DUYỆT ĐỀ ÁN NUÔI TRỒNG THỦY SẢN\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n"
        + ("Căn cứ Luật Thủy sản ngày\n21/11/2017;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án.\n")
    )
    head = split(raw).head()
    assert head["title"] == "PHÊ DUYỆT ĐỀ ÁN NUÔI TRỒNG THỦY SẢN"
    assert head["acting"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"


def test_who_acts_on_two_lines_below_a_torn_type_word(split) -> None:
    raw = (
        HEAD
        + "QUYẾT\nĐỊNH\nPHÊ DUYỆT ĐỀ ÁN NUÔI TRỒNG THỦY SẢN\nCHỦ TỊCH\nỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n"
        + ("Căn cứ Luật Thủy sản ngày\n21/11/2017;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án.\n")
    )
    head = split(raw).head()
    assert head["form"] == "quyet-dinh"
    assert head["title"] == "PHÊ DUYỆT ĐỀ ÁN NUÔI TRỒNG THỦY SẢN"
    assert head["acting"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"


def test_a_title_does_not_swallow_a_sentence(split) -> None:
    raw = HEAD + "KẾ HOẠCH\n\nPhòng, chống dịch bệnh gia súc\n\nĐể bảo vệ đàn gia súc, Ủy ban nhân dân tỉnh yêu cầu:\n"
    assert split(raw).head()["title"] == "Phòng, chống dịch bệnh gia súc"


def test_a_recital_is_no_title_where_a_page_lost_it(split) -> None:
    recital = "Thực hiện Chỉ thị số 19/CT-TTg ngày 30/7/2014, Ủy ban nhân dân tỉnh ban hành Kế hoạch bảo vệ "
    raw = HEAD + recital + "nguồn lợi thủy sản như sau:\n\n- Lập lại trật tự trong khai thác thủy sản.\n"
    assert not split(raw).head()["title"]


def test_a_first_sentence_is_no_title_where_a_page_lost_it(split) -> None:
    sentence = (
        "Tình hình dịch bệnh trên gia súc hiện nay vẫn có những diễn biến phức tạp, khó lường, " + "tăng dần, " * 12
    )
    raw = HEAD + sentence + "chưa có dấu hiệu dừng lại.\n\nI. MỤC TIÊU\n\nGiảm số ca bệnh.\n"
    assert not split(raw).head()["title"]


def test_whose_decision_it_is_belongs_to_the_title(split) -> None:
    file = split(
        HEAD + "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG\nBỘ TÀI CHÍNH\nBAN HÀNH QUY CHẾ LÀM VIỆC\n\nBỘ TRƯỞNG BỘ TÀI CHÍNH\n\n"
        "Thực hiện Văn bản số 5824/BNN-TY ngày 22/8/2023 về\nphòng chống\n"
    )
    assert file.head()["title"] == "CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH BAN HÀNH QUY CHẾ LÀM VIỆC"


def test_the_line_that_names_the_carrier_ends_the_head(split) -> None:
    head = "QUY CHẾ\n\nLàm việc của Ban Chỉ đạo\n\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2020)"
    file = split(f"{head}\n\nĐiều 1. Phạm vi\n\nQuy chế này quy định chế độ làm việc của Ban Chỉ đạo.")
    assert file.words(file.part.head.title) == "Làm việc của Ban Chỉ đạo"
    assert [file.words(item.content) for item in file.part.items][:1] == ["Phạm vi"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "BÁO CÁO THẨM TRA\n\nDự thảo Nghị quyết về dự toán ngân sách\n\n",
            "THẨM TRA Dự thảo Nghị quyết về dự toán ngân sách",
        ),
        # the first sentence of the text is none
        ("BÁO CÁO TỔNG KẾT\n\nNăm qua tỉnh trồng nhiều rừng.\n\n", "TỔNG KẾT"),
        # a word that wants an object; a sentence below a whole title is none
        (
            "HƯỚNG DẪN\n\ntuyên truyền thực hiện\n\nNghị quyết số 29-NQ/TW\n\n",
            "tuyên truyền thực hiện Nghị quyết số 29-NQ/TW",
        ),
        ("HƯỚNG DẪN\n\ntuyên truyền nghị quyết\n\nNgành thú y tổ chức tốt.\n\n", "tuyên truyền nghị quyết"),
        # the issuer between type word and title
        ("QUYẾT ĐỊNH\n\nCỦA ỦY BAN NHÂN DÂN TỈNH\n\nBan hành Quy chế trồng rừng\n\n", "Ban hành Quy chế trồng rừng"),
    ],
)
def test_a_title_below_the_sort_or_the_issuer(split, lines: str, title: str) -> None:
    assert split(f"{HEAD}\n{lines}{FEW_LINES}").head()["title"] == title


def test_the_line_of_the_carrier_is_no_end_of_the_title(split) -> None:
    lines = "Làm việc của Ủy ban nhân dân xã Bình An nhiệm kỳ 2021 - 2026, áp dụng cho các phòng và đơn vị\n"
    carried = "(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 19/9/2025 của Ủy ban nhân dân xã Bình An)\n"
    file = split(f"QUY CHẾ\n{lines}{carried}Chương I\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định.\n")
    assert file.head()["title"] == lines.strip()
