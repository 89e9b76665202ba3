"""Full texts below a heading that is only type and symbol, announced by their page in a sentence."""

from typing import Any

import pytest

from kgbuild.structure.announced import announces
from kgbuild.structure.heads import Forms


@pytest.mark.parametrize(
    ("line", "form", "symbol"),
    [
        ("Nghị quyết số 57-NQ/TW", "nghi-quyet", "57-NQ/TW"),
        ("Toàn văn Nghị quyết số 68-NQ/TW", "nghi-quyet", "68-NQ/TW"),
        ("# Quyết định 749/QĐ-TTg", "quyet-dinh", "749/QĐ-TTg"),
        ("Kết luận 50-KL/TW:", "ket-luan", "50-KL/TW"),
    ],
)
def test_headings_that_are_type_and_symbol(forms: Forms, line: str, form: str, symbol: str) -> None:
    found = announces(line, forms)
    assert found is not None
    assert (found[0], str(found[1])) == (form, symbol)


@pytest.mark.parametrize(
    "line",
    [
        "Tỉnh ủy quán triệt Nghị quyết số 57-NQ/TW cho cán bộ, đảng viên",
        "Hội nghị triển khai Nghị quyết số 57-NQ/TW",
        "Nghị quyết của Bộ Chính trị",
        "57-NQ/TW",
        "Số: 12/KH-UBND",
        "",
    ],
)
def test_other_lines_announce_nothing(forms: Forms, line: str) -> None:
    assert announces(line, forms) is None


PAGE = """Nghị quyết số 68-NQ/TW

Thay mặt Bộ Chính trị, Tổng Bí thư Tô Lâm ký ban hành Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị về phát \
triển kinh tế tư nhân.

I- TÌNH HÌNH

Sau gần 40 năm đổi mới, kinh tế tư nhân nước ta đã từng bước phát triển cả về số lượng và chất lượng.

II- QUAN ĐIỂM

1. Kinh tế tư nhân là một động lực quan trọng nhất của nền kinh tế quốc gia.
"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("form", "nghi-quyet"),
        ("symbol", "68-NQ/TW"),
        ("date", "2025-05-04"),
        ("authority", "Bộ Chính trị"),
        ("title", "về phát triển kinh tế tư nhân"),
    ],
)
def test_the_head_comes_from_the_sentence(split, field: str, value: Any) -> None:
    assert split(PAGE).head()[field] == value


def test_the_sentence_names_who_signed(split) -> None:
    file = split(PAGE)
    assert file.part.signature is not None
    assert file.words(file.part.signature.name) == "Tô Lâm"


def test_the_body_is_that_of_the_document(split) -> None:
    file = split(PAGE)
    assert [(i.path, i.heading) for i in file.part.items if i.heading] == [("I", True), ("II", True)]


def test_a_report_about_the_document_stays_a_report(split) -> None:
    story = (
        "Sáng nay, Tỉnh ủy tổ chức hội nghị quán triệt Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị với sự "
        "tham dự của đông đảo cán bộ chủ chốt các cấp."
    )
    assert split(f"Tỉnh ủy quán triệt Nghị quyết số 68-NQ/TW\n\n{story}\n").part.kind == "news"


OUTLINE = "I- TÌNH HÌNH\n\nKinh tế biển của tỉnh đã phát triển nhanh, đóng góp lớn.\n\nII- MỤC TIÊU\n"


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (
            "Nghị quyết của Tỉnh ủy về kinh tế biển\n\nLTS: Ngày 14-11-2016, Ban Chấp hành Đảng bộ tỉnh đã ban "
            "hành Nghị quyết số 10-NQ/TU về phát triển kinh tế biển. Báo giới thiệu toàn văn Nghị quyết.\n\n",
            ("nghi-quyet", "10-NQ/TU", "2016-11-14", "Ban Chấp hành Đảng bộ tỉnh", "về phát triển kinh tế biển"),
        ),
        (
            "Nghị Quyết số 22/NQ-TU ngày 08/6/2022 ban hành bởi Tỉnh ủy Kiên Giang về Chuyển đổi số tỉnh đến "
            "năm 2025\n\n",
            ("nghi-quyet", "22-NQ/TU", "2022-06-08", "Tỉnh ủy Kiên Giang", "về Chuyển đổi số tỉnh đến năm 2025"),
        ),
        (
            "Thứ Năm, 15/10/2020\n\nNghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI\n\nBáo trân trọng đăng "
            "toàn văn Nghị quyết Đại hội đã được đại biểu thông qua.\n\nQUYẾT NGHỊ\n\n",
            ("nghi-quyet-dai-hoi", None, None, None, "đại biểu Đảng bộ tỉnh lần thứ XI"),
        ),
        (
            "Chương trình hành động của Ban Thường vụ Tỉnh ủy\n\nBan Thường vụ Tỉnh ủy vừa ban hành Chương trình "
            "hành động thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị. Nội dung chương trình hành động như sau:\n\n"
            "Thực hiện Nghị quyết số 57-NQ/TW, Ban Thường vụ Tỉnh ủy ban hành Chương trình hành động như sau:\n\n",
            (
                "chuong-trinh-hanh-dong",
                None,
                None,
                "Ban Thường vụ Tỉnh ủy",
                "thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị",
            ),
        ),
    ],
)
def test_a_page_says_in_a_sentence_what_it_gives(split, top: str, expected: tuple[Any, ...]) -> None:
    head = split(top + OUTLINE).head()
    assert tuple(head[field] for field in ("form", "symbol", "date", "authority", "title")) == expected


@pytest.mark.parametrize(
    "top",
    [
        # nothing says that the whole text follows
        "Tỉnh ủy ban hành Nghị quyết mới\n\nNgày 14-11-2016, Tỉnh ủy đã ban hành Nghị quyết số 10-NQ/TU.\n\n",
        # what follows is the reporter's
        "Chỉ thị mới\n\nTỉnh ủy vừa ban hành Chỉ thị số 17. Nội dung Chỉ thị như sau:\n\nTheo đó, các cấp ủy cần:\n\n",
        # a headline with a number, no outline right below
        "Nghị quyết số 57-NQ/TW mở ra không gian phát triển mới cho khoa học và công nghệ\n\nPhóng viên phỏng vấn.\n\n",
    ],
)
def test_a_report_of_what_was_issued_stays_a_report(split, top: str) -> None:
    assert split(top + OUTLINE).part.kind == "news"


def test_a_number_above_a_head_without_letterhead_is_its_own(split) -> None:
    raw = "Chỉ thị số 31/CT-TTg\n\nCHỈ THỊ\n\nVề bảo đảm an toàn giao thông\n\n" + OUTLINE
    head = split(raw).head()
    assert (head["form"], head["symbol"], head["title"]) == ("chi-thi", "31/CT-TTg", "Về bảo đảm an toàn giao thông")


@pytest.mark.parametrize(
    ("heading", "symbol"),
    [
        ("Chỉ thị số 31/CT-TTg về bảo đảm an toàn giao thông", "31/CT-TTg"),
        # of another title, or of another type: something else that the page names
        ("Chỉ thị số 31/CT-TTg về bảo đảm trật tự đô thị", None),
        ("Kế hoạch số 31/KH-TTg về bảo đảm an toàn giao thông", None),
        ("Tải về Chỉ thị số 31/CT-TTg về bảo đảm an toàn giao thông", None),
    ],
)
def test_a_heading_of_type_number_and_title_gives_a_blank_number(split, heading: str, symbol: str | None) -> None:
    raw = (
        f"{heading}\n\nTHỦ TƯỚNG CHÍNH PHỦ\n\nSố:     /CT-TTg\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Độc lập - Tự do - Hạnh phúc\n\nCHỈ THỊ\n\nVề bảo đảm an toàn giao thông\n\n" + OUTLINE
    )
    assert split(raw).head()["symbol"] == symbol


PRESENTED = """Ban Tuyên giáo Tỉnh ủy trân trọng giới thiệu toàn văn {said}

Chủ nhật - 12/09/2021 21:08 470 0
{heading}
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về phát triển nghề muối
-----

Thực hiện Nghị quyết Đại hội, Ban Thường vụ Tỉnh ủy ban hành Nghị quyết như sau:

I- TÌNH HÌNH

1- Kết quả

Nghề muối phát triển khá.
"""


def test_a_page_presents_the_text_that_its_own_day_stands_above(split) -> None:
    said = "Nghị quyết số 11-NQ/TU, ngày 18/8/2021 của Ban Thường vụ Tỉnh ủy"
    head = split(PRESENTED.format(said=said, heading="NGHỊ QUYẾT")).head()
    assert (head["form"], head["symbol"], head["date"]) == ("nghi-quyet", "11-NQ/TU", "2021-08-18")


@pytest.mark.parametrize(
    "said", ["Kế hoạch số 11-KH/TU, ngày 18/8/2021", "Nghị quyết về muối và Kế hoạch 11-KH/TU", "Nghị quyết mới"]
)
def test_what_a_page_presents_must_be_what_follows(split, said: str) -> None:
    head = split(PRESENTED.format(said=said, heading="NGHỊ QUYẾT")).head()
    assert (head["form"], head["symbol"], head["date"]) == ("nghi-quyet", None, None)


SELF = (
    "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về một cửa, Ủy ban nhân dân tỉnh ban hành "
    "Kế hoạch triển khai như sau:\n\nI. MỤC TIÊU\n\nHài lòng.\n"
)


def test_a_document_without_a_head_says_itself_what_it_is(split: Any) -> None:
    part = split(SELF).part
    assert (part.kind, part.head.symbol, part.head.title) == ("document", None, None)
    assert part.head.form.startswith("ke-hoach")
    assert split(SELF).words(part.head.authority) == "Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    "raw",
    [
        SELF.replace("Thực hiện", "Chiều 12/3, bàn việc thực hiện"),
        SELF.replace("như sau:", "trong tháng 5."),
        SELF.replace("ban hành Kế hoạch triển khai", "yêu cầu các sở"),
    ],
)
def test_a_report_that_names_a_plan_is_none(split: Any, raw: str) -> None:
    assert split(raw).part.kind == "news"


HEADLINE = (
    "Thông tri của Ban Thường vụ Tỉnh ủy Nghệ An về trồng rừng\n\nThực hiện Chỉ thị số 36-CT/TW ngày 30/5/2014 của Bộ "
    "Chính trị về bảo vệ và phát triển rừng, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt một số nội dung "
    "sau:\n\nI. Yêu cầu\n\nTrồng rừng.\n"
)


def test_a_headline_says_type_issuer_and_title(split: Any) -> None:
    file = split(HEADLINE)
    assert (file.part.kind, file.part.head.form) == ("document", "thong-tri")
    assert file.words(file.part.head.authority) == "Ban Thường vụ Tỉnh ủy Nghệ An"
    assert file.words(file.part.head.title) == "về trồng rừng"


@pytest.mark.parametrize(
    "raw",
    [
        HEADLINE.replace("Thực hiện Chỉ thị", "Hôm qua, bàn việc thực hiện Chỉ thị"),
        HEADLINE.replace("I. Yêu cầu\n\n", ""),
    ],
)
def test_a_report_below_such_a_headline_stays_a_report(split: Any, raw: str) -> None:
    assert split(raw).part.kind == "news"
