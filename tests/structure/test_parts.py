"""The documents a file contains: a decision with what is attached to it, annexes, letters, reports."""

import itertools

import pytest

DECISION = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 351/QĐ-UBND

Đồng Tháp, ngày 05 tháng 4 năm 2022

QUYẾT ĐỊNH

Ban hành Kế hoạch phát triển ngành hàng xoài

ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP

Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển ngành hàng xoài.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Huỳnh Minh Tuấn
"""

ATTACHED = """
KẾ HOẠCH

Phát triển ngành hàng xoài đến năm 2025

(Ban hành kèm theo Quyết định số 351/QĐ-UBND ngày 05 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh Đồng Tháp)

I. MỤC TIÊU

Sản lượng đạt 200.000 tấn.

II. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Phát triển nông thôn

- Chủ trì triển khai kế hoạch.
"""

ANNEXES = """
PHỤ LỤC I

DANH MỤC DỰ ÁN

(Kèm theo Kế hoạch phát triển ngành hàng xoài)

1. Nhà máy sấy xoài.

PHỤ LỤC II

DỰ TOÁN KINH PHÍ

(Kèm theo Kế hoạch phát triển ngành hàng xoài)

1. Vốn ngân sách.
"""


def kinds(file) -> list[tuple[str, str, int, int]]:
    return [(part.kind, part.head.form, part.carrier, part.ordinal) for part in file.parts]


def test_one_document(split) -> None:
    assert kinds(split(DECISION)) == [("document", "quyet-dinh", -1, 0)]


def test_a_decision_with_an_attached_plan(split) -> None:
    file = split(DECISION + ATTACHED)
    assert kinds(file) == [("document", "quyet-dinh", -1, 0), ("attached", "ke-hoach", 0, 0)]
    decision, plan = file.parts
    assert decision.signature is not None
    assert plan.signature is None
    assert file.words(plan.head.title) == "Phát triển ngành hàng xoài đến năm 2025"
    assert (plan.head.symbol, plan.head.date) == (None, None)
    assert file.words(plan.head.carried_by) is not None


def test_a_post_without_a_name_is_no_part_of_the_attached_title(split) -> None:
    """A database that leaves the signer out prints only the post, right above the plan."""
    plan = ATTACHED.lstrip().replace("Phát triển ngành hàng xoài đến năm 2025", "PHÁT TRIỂN NGÀNH HÀNG XOÀI 2025")
    file = split(f"{DECISION[: DECISION.index('Nơi nhận')]}Nơi nhận: | CHỦ TỊCH |\n{plan}")
    assert kinds(file) == [("document", "quyet-dinh", -1, 0), ("attached", "ke-hoach", 0, 0)]
    assert file.words(file.parts[1].head.title) == "PHÁT TRIỂN NGÀNH HÀNG XOÀI 2025"


def test_a_title_set_in_paragraphs_of_capitals_opens_one_document(split) -> None:
    title = ["PHÁT TRIỂN NGÀNH HÀNG XOÀI", "VÀ VÙNG TRỒNG TẬP TRUNG", "ĐẾN NĂM 2025"]
    attached = ATTACHED.replace("Phát triển ngành hàng xoài đến năm 2025", "\n\n".join(title))
    file = split(DECISION + attached)
    assert kinds(file) == [("document", "quyet-dinh", -1, 0), ("attached", "ke-hoach", 0, 0)]
    assert file.words(file.parts[1].head.title) == " ".join(title)
    annex = ["NHIỆM VỤ TRỌNG TÂM", "CỦA CÁC XÃ VÙNG TRỒNG", "(Kèm theo Quyết định số 351/QĐ-UBND)", "1. Khảo sát."]
    assert kinds(split(DECISION + "\n" + "\n\n".join(annex))) == [*kinds(file)[:1], ("annex", "phu-luc", 0, 1)]


def test_annexes_are_numbered_below_the_document_that_carries_them(split) -> None:
    file = split(DECISION + ATTACHED + ANNEXES)
    assert kinds(file)[2:] == [("annex", "phu-luc", 1, 1), ("annex", "phu-luc", 1, 2)]
    assert [file.words(part.head.title) for part in file.parts[2:]] == ["DANH MỤC DỰ ÁN", "DỰ TOÁN KINH PHÍ"]


def test_no_paragraph_belongs_to_two_documents(split) -> None:
    file = split(DECISION + ATTACHED + ANNEXES)
    spans = sorted((item.span.start, item.span.end) for part in file.parts for item in part.items)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    bounds = [part.span for part in file.parts]
    assert all(part.span.covers(item.span) for part in file.parts for item in part.items)
    assert all(a.end <= b.start for a, b in itertools.pairwise(bounds))


def test_an_annex_without_the_word_is_one_by_the_line_below_it(split) -> None:
    plan = DECISION.replace("QUYẾT ĐỊNH\n\nBan hành", "KẾ HOẠCH\n\nBan hành")
    line = "(Ban hành kèm theo Kế hoạch số 351/KH-UBND ngày 05/4/2022)"
    file = split(f"{plan}\nNHIỆM VỤ TRỌNG TÂM\n\n{line}\n\n1. Khảo sát vùng trồng.\n")
    assert kinds(file)[1:] == [("annex", "phu-luc", 0, 1)]
    assert file.words(file.parts[1].head.title) == "NHIỆM VỤ TRỌNG TÂM"


@pytest.mark.parametrize("title", ["DANH MỤC NHIỆM VỤ TRỌNG TÂM", "DANH MỤC\n\nNHIỆM VỤ TRỌNG TÂM"])
def test_a_list_keeps_its_first_word(split, title: str) -> None:
    line = "(Ban hành kèm theo Quyết định số 351/QĐ-UBND ngày 05/4/2022)"
    file = split(f"{DECISION}\n{title}\n\n{line}\n\n1. Khảo sát vùng trồng.\n")
    assert file.words(file.parts[1].head.title) == "DANH MỤC NHIỆM VỤ TRỌNG TÂM"


@pytest.mark.parametrize(
    "line",
    [
        "Phụ lục kèm theo Kế hoạch này liệt kê các dự án ưu tiên đầu tư.",
        "Kế hoạch phát triển ngành hàng xoài gồm ba phần.",
        "Danh mục dự án được cập nhật hằng năm;",
        "QUYẾT TÂM XÂY DỰNG NÔNG THÔN MỚI",
    ],
)
def test_a_line_that_only_speaks_of_a_document_opens_none(split, line: str) -> None:
    body = ATTACHED.replace(
        "- Chủ trì triển khai kế hoạch.", f"- Chủ trì triển khai kế hoạch.\n\n{line}\n\n- Báo cáo kết quả."
    )
    assert len(split(DECISION + body).parts) == 2


def test_the_operative_formula_opens_no_document(split) -> None:
    assert len(split(DECISION.split("Nơi nhận")[0]).parts) == 1


def test_a_letter(split) -> None:
    file = split(
        "SỞ Y TẾ TỈNH BÌNH ĐỊNH\n\nSố: 120/SYT-NVY\n\nV/v tăng cường giám sát bệnh tay chân miệng\n\n"
        "Kính gửi: Trung tâm Y tế các huyện, thị xã, thành phố.\n\nSở Y tế yêu cầu các đơn vị tăng cường giám sát.\n"
    )
    assert kinds(file) == [("document", "cong-van", -1, 0)]
    assert str(file.part.head.symbol) == "120/SYT-NVY"
    assert [file.words(item.content) for item in file.part.items] == ["Sở Y tế yêu cầu các đơn vị tăng cường giám sát."]


def test_a_letter_whose_head_got_lost(split) -> None:
    file = split(
        "Kính gửi:\n\n- Sở Y tế;\n\n- UBND các xã, phường.\n\nThời gian qua, dịch bệnh diễn biến phức tạp. Ủy ban nhân "
        "dân tỉnh yêu cầu:\n\n1. Sở Y tế\n\n- Tăng cường giám sát.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"
    )
    assert kinds(file) == [("document", "cong-van", -1, 0)]
    assert (file.part.head.symbol, file.part.head.date, file.part.head.title) == (None, None, None)
    assert file.words(file.part.items[0].content).startswith("Thời gian qua")


def test_a_reader_letter_without_an_end_is_no_official_letter(split) -> None:
    file = split("Kính gửi: Tòa soạn\n\nTôi xin hỏi về thủ tục cấp giấy phép xây dựng nhà ở.\n")
    assert file.part.head.form != "cong-van"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "\n\n\n",
        "Một dòng",
        "Nơi nhận:\n- Lưu: VT.\n",
        "PHỤ LỤC I\n\nDANH MỤC\n",
        "|\n|\n|\n",
        "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n",
        "1. a) I. Điều 1. - (1)\n",
    ],
)
def test_any_text_gives_at_least_one_document(split, raw: str) -> None:
    parts = split(raw).parts
    assert parts
    assert all(part.carrier < at for at, part in enumerate(parts))


def test_a_report_that_quotes_a_plan_is_a_report(split) -> None:
    lead = "Ủy ban nhân dân tỉnh Cà Mau vừa ban hành Kế hoạch số 85/KH-UBND về phát triển nuôi tôm siêu thâm canh, " * 2
    assert kinds(split(f"Cà Mau phát triển nuôi tôm\n\n{lead.strip()}.\n")) == [("news", "tin-tuc", -1, 0)]


def test_a_letter_whose_subject_stands_behind_its_number(split) -> None:
    file = split(
        "VĂN PHÒNG CHÍNH PHỦ\n\nSố: 3479/VPCP-NN V/v xây dựng Đề án tín chỉ rừng\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Hà Nội, ngày 26 tháng 5 năm 2021\n\nKính gửi:\n\n- Bộ Tài chính.\n\n"
        "1. Đồng ý về chủ trương.\n\nNơi nhận:\n- Như trên.\n"
    )
    head = file.part.head
    assert (head.form, str(head.symbol), head.date) == ("cong-van", "3479/VPCP-NN", "2021-05-26")
    assert file.words(head.title) == "V/v xây dựng Đề án tín chỉ rừng"
    assert file.words(file.part.items[0].content) == "Đồng ý về chủ trương."


def test_a_letter_of_the_party_says_its_subject_behind_its_number(split) -> None:
    file = split(
        "ĐẢNG BỘ TỈNH LÀO CAI\n\nSố 45-CV/ĐU về việc triển khai Chương trình số 10-CTr/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        "Lào Cai, ngày 07 tháng 9 năm 2026\n\nKính gửi:\n\n- Ủy ban nhân dân tỉnh,\n\n- Các chi bộ.\n\n"
        "Thực hiện Chương trình số 10-CTr/TU, Đảng ủy đề nghị:\n\n1. Sở Y tế rà soát.\n\nNơi nhận:\n- Như trên.\n"
    )
    head = file.part.head
    assert (head.form, str(head.symbol), head.date) == ("cong-van", "45-CV/ĐU", "2026-09-07")
    assert file.words(head.title) == "về việc triển khai Chương trình số 10-CTr/TU"
    assert file.words(file.part.items[0].content).startswith("Thực hiện Chương trình")


@pytest.mark.parametrize(
    ("addressed", "below"),
    [
        (
            "               Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
            "               Ngày 09 tháng 6 năm 2025, Chính phủ ban hành Nghị định số 119/2025/NĐ-CP sửa đổi",
        ),
        (
            "Kính gửi:\n- Ban Quản lý Dự án 85;\n- Sở Xây dựng các tỉnh, thành phố: Gia Lai, Đắk Lắk, Khánh Hòa.",
            "Triển khai chỉ đạo của Thủ tướng Chính phủ tại Công điện số 225/CĐ-TTg ngày 20/11/2025 về mưa lũ,",
        ),
    ],
)
def test_the_letter_begins_right_below_its_addressees(split, addressed: str, below: str) -> None:
    wrapped = (
        "một số điều của Nghị định số 06/2022/NĐ-CP ngày 07 tháng 01 năm 2022 của Chính phủ quy định về giảm\nnhẹ."
    )
    file = split(
        "BỘ XÂY DỰNG\n\nSố: 12/BXD-VP\n\nV/v ứng phó mưa lũ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHà Nội, ngày 20 "
        f"tháng 11 năm 2025\n\n{addressed}\n{below}\n{wrapped}\n\n1. Rà soát.\n\nNơi nhận:\n- Như trên.\n"
    )
    assert file.words(file.part.items[0].content).startswith(below.split()[0])


def test_a_subject_in_a_narrow_column_and_a_date_beside_the_addressees(split) -> None:
    file = split(
        "ỦY BAN NHÂN DÂN\n\nTỈNH LÀO CAI\n\nSố: 4390/UBND-NLN\n\nV/v tổ chức triển khai thực hiện\n\nNghị định số "
        "180/2026/NĐ-CP\n\nKính gửi:\n\nLào Cai, ngày 27 tháng 5 năm 2026\n\n- Các sở, ban, ngành.\n\n"
        "Ủy ban nhân dân tỉnh giao:\n\n1. Sở Y tế rà soát.\n\nNơi nhận:\n- Như trên.\n"
    )
    head = file.part.head
    assert (head.form, str(head.symbol), head.date) == ("cong-van", "4390/UBND-NLN", "2026-05-27")
    assert " ".join(file.words(head.title).split()) == "V/v tổ chức triển khai thực hiện Nghị định số 180/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("below", "title", "day"),
    [
        ("Bắc Giang, ngày 12 tháng 6 năm 2002", "năm 2003", "2002-06-12"),
        ("Bắc Giang, ngày 12 tháng 6 2002", "năm 2003", "2002-06-12"),
        ("và nhiệm vụ trọng tâm năm 2004", "năm 2004", None),
    ],
)
def test_the_date_line_ends_a_long_subject(split, below: str, title: str, day: str | None) -> None:
    file = split(
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ\nTỈNH BẮC GIANG\nSố: 145/KHCN-QL\n"
        f"V/v hướng dẫn xây dựng kế hoạch khoa học, công nghệ và môi trường năm 2003\n{below}\n\nKính gửi:\n"
        "- Các sở, ban, ngành của tỉnh;\n- UBND các huyện, thị xã.\n\n1. Các đơn vị đánh giá tình hình thực hiện kế "
        "hoạch năm 2002 và xây dựng kế hoạch năm 2003.\n2. Báo cáo gửi về Sở trước ngày 15/7/2002.\n\n"
        "Nơi nhận:\n- Như trên.\n"
    )
    assert (file.words(file.part.head.title).endswith(title), file.part.head.date) == (True, day)


def test_the_body_that_signs_is_not_the_title_of_the_annex_below_it(split) -> None:
    file = split(
        "QUYẾT ĐỊNH\n\nBan hành kế hoạch chợ\n\nĐiều 1. Ban hành kế hoạch.\n\nỦY BAN NHÂN DÂN TỈNH LÀO CAI\n\n"
        "PHỤ LỤC\n\nDANH MỤC CHỢ\n\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\n- Chợ Cốc Lếu.\n"
    )
    assert [(part.kind, file.words(part.head.title)) for part in file.parts[1:]] == [("annex", "DANH MỤC CHỢ")]


SHEET = """|
Đang tải...
**Số hiệu:**
|
{number}
|
|
**Loại văn bản:**
|
Công văn
|
**Nơi ban hành:**
|
Bộ Xây dựng
|
|
**Ngày ban hành:**
|
05/3/2024
|
**Kính gửi:** Sở Xây dựng các tỉnh

Bộ Xây dựng đề nghị các Sở báo cáo.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_number_and_issuer_of_a_page_that_lost_the_letterhead(split) -> None:
    head = split(SHEET.format(number="1234/BXD-KHTC")).head()
    assert (head["symbol"], head["authority"], head["date"]) == ("1234/BXD-KHTC", "Bộ Xây dựng", None)


@pytest.mark.parametrize("number", ["Đang cập nhật", "Xem Công văn 9/BXD-VP"])
def test_a_sheet_without_number_gives_none(split, number: str) -> None:
    assert split(SHEET.format(number=number)).head()["symbol"] is None


@pytest.mark.parametrize(
    ("carried", "authority"),
    [
        ("(Kèm theo văn bản số      /BXD-KHTC ngày   /3/2024 của Bộ Xây dựng)", "Bộ Xây dựng"),
        ("(Kèm theo văn bản này)", None),
    ],
)
def test_an_annex_says_whose_the_letter_is_that_lost_its_head(split, carried: str, authority: str | None) -> None:
    file = split(
        "Kính gửi: Sở Xây dựng các tỉnh\n\nBộ Xây dựng đề nghị các Sở báo cáo.\n\nNơi nhận:\n- Như trên;\n"
        f"- Lưu: VT.\n\nPHỤ LỤC\n\nMẪU BÁO CÁO\n\n{carried}\n\n1. Số công trình.\n"
    )
    assert file.head()["authority"] == authority


LETTER = (
    "BỘ XÂY DỰNG\n\nSố: 12/BXD-VP\n\nV/v đôn đốc\n\nHà Nội, ngày 20 tháng 11 năm 2025\n\nKính gửi: Các Cục.\n\nBộ yêu "
    "cầu:\n\n1. Rà soát.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nBỘ TRƯỞNG\nNguyễn Văn An\n\n"
)


def test_a_list_of_documents_behind_the_signature_is_an_annex(split) -> None:
    listed = "Danh mục các văn bản đã ban hành\n\nI. QUYẾT ĐỊNH\n\n1. Quyết định số 5/QĐ-BXD ngày 15/5/2025 về chợ.\n"
    file = split(LETTER + listed)
    assert kinds(file) == [("document", "cong-van", -1, 0), ("annex", "phu-luc", 0, 1)]
    assert file.words(file.parts[1].head.title) == "Danh mục các văn bản đã ban hành"


@pytest.mark.parametrize("menu", ["Danh mục", "Danh mục văn bản\n\nTrang chủ\n\nLiên hệ"])
def test_a_menu_behind_the_signature_is_none(split, menu: str) -> None:
    assert len(split(f"{LETTER}{menu}\n").parts) == 1


def test_the_title_of_a_chapter_that_opens_with_a_type_word_is_no_document(split) -> None:
    rules = ATTACHED.replace("KẾ HOẠCH", "QUY CHẾ").replace(
        "I. MỤC TIÊU", "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi điều chỉnh"
    )
    assert kinds(split(DECISION + rules)) == [("document", "quyet-dinh", -1, 0), ("attached", "quy-che", 0, 0)]


def test_the_second_line_of_a_title_below_the_word_annex_opens_no_other(split) -> None:
    annex = ["Phụ lục I", "LỘ TRÌNH THỰC HIỆN", "CÁC CHỈ TIÊU", "(Kèm theo Quyết định số 351/QĐ-UBND)", "1. Khảo sát."]
    file = split(DECISION + "\n" + "\n\n".join(annex))
    assert kinds(file)[1:] == [("annex", "phu-luc", 0, 1)]


def test_a_heading_of_two_lines_is_no_document(split) -> None:
    file = split(
        "|\n**ỦY BAN NHÂN DÂN**\nTỈNH SƠN LA\n|\nSố: 12/KH-UBND\n|\n\n**KẾ HOẠCH**\n\nXUẤT KHẨU HÀNG HÓA\n\n"
        "**V. CHẾ ĐỘ\n"
        "BÁO CÁO**\n\n1. Sở Công Thương báo cáo trước ngày 30/11.\n\nNơi nhận:\n- Như trên.\n\n"
        "**VI. CHẾ ĐỘ\nBÁO CÁO**\n\n1. Sở Công Thương tổng hợp.\n"
    )
    assert [part.head.form for part in file.parts] == ["ke-hoach"]


@pytest.mark.parametrize(
    ("title", "kind", "form"),
    [
        ("PHÁT TRIỂN NGÀNH HÀNG XOÀI", "attached", "ke-hoach"),  # a database that leaves the type word out
        ("PHÁT TRIỂN NGÀNH HÀNG MÍT", "annex", "phu-luc"),
        ("NHIỆM VỤ TRỌNG TÂM PHÁT TRIỂN NGÀNH HÀNG XOÀI", "annex", "phu-luc"),
        ("NGÀNH HÀNG XOÀI", "annex", "phu-luc"),  # no type word stands before these words of the article
    ],
)
def test_a_plan_without_its_type_word_is_what_the_decision_attaches(split, title: str, kind: str, form: str) -> None:
    line = "(Ban hành kèm theo Quyết định số 351/QĐ-UBND ngày 05 tháng 4 năm 2022 của UBND tỉnh Đồng Tháp)"
    file = split(f"{DECISION}\n{title}\n\n{line}\n\nI. MỤC TIÊU\n\nSản lượng tăng.\n{ANNEXES}")
    ordinals = (0, 1, 2) if kind == "attached" else (1, 2, 3)
    carriers = (0, 1, 1) if kind == "attached" else (0, 0, 0)
    assert kinds(file)[1] == (kind, form, 0, ordinals[0])
    assert [(part.carrier, part.ordinal) for part in file.parts[1:]] == list(zip(carriers, ordinals, strict=True))
