"""The end of a document: recipients, and signatures of every form, with and without a name."""

import pytest

BODY = "KẾ HOẠCH\n\nPhòng, chống thiên tai năm 2024\n\nI. MỤC ĐÍCH\n\nChủ động ứng phó với mưa lũ.\n\n"


@pytest.mark.parametrize(
    ("end", "forms", "organ", "posts", "name"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLê Văn Trung",
            ["TM"],
            "ỦY BAN NHÂN DÂN",
            ["CHỦ TỊCH"],
            "Lê Văn Trung",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n(Đã ký)\n\nĐặng Thị Mai Hương",
            ["TM", "KT"],
            "ỦY BAN NHÂN DÂN",
            ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Đặng Thị Mai Hương",
        ),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nHồ Quang Bửu", ["KT"], None, ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Hồ Quang Bửu"),
        (
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLưu Quang Định",
            ["TL"],
            None,
            ["CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
            "Lưu Quang Định",
        ),
        # the archive line and the signature as one paragraph
        (
            "Nơi nhận: - Như trên; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Văn Trung",
            ["KT"],
            None,
            ["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
            "Lê Văn Trung",
        ),
        # rank and degrees are no part of the name
        ("TƯ LỆNH\n\nTrung tướng Lê Văn Trung", [], None, ["TƯ LỆNH"], "Lê Văn Trung"),
        (
            "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nPGS.TS. Lê Văn Trung",
            ["KT"],
            None,
            ["HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"],
            "Lê Văn Trung",
        ),
        ("GIÁM ĐỐC\n\nĐại Văn Trung", [], None, ["GIÁM ĐỐC"], "Đại Văn Trung"),
        # the head of an organ signs with the post alone
        ("BỘ TRƯỞNG\n\n(Đã ký)\n\nLê Văn Trung", [], None, ["BỘ TRƯỞNG"], "Lê Văn Trung"),
        ("BỘ TRƯỞNG    Lê Văn Trung", [], None, ["BỘ TRƯỞNG"], "Lê Văn Trung"),  # the page lost its columns
        ("Phó Chủ tịch\n\n(Đã ký)\n\nLê Văn Trung", [], None, ["Phó Chủ tịch"], "Lê Văn Trung"),
        # a form on a line of its own; marks of files and scraps of recipients are no organ
        (
            "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT, GT1.\nQĐ 129-04\nTM.\nỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
            "PHÓ CHỦ TỊCH\nBùi Văn Khắng",
            ["TM", "KT"],
            "ỦY BAN NHÂN DÂN",
            ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Bùi Văn Khắng",
        ),
        (
            "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nTrần Quốc Toản",
            ["KT"],
            None,
            ["BỘ TRƯỞNG", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"],
            "Trần Quốc Toản",
        ),
        # names of one letter, and with an apostrophe
        (
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nY Thanh Niê",
            ["TL"],
            None,
            ["CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
            "Y Thanh Niê",
        ),
        ("T/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n\nLê Hữu Hoàng", ["TM"], "BỘ CHÍNH TRỊ", ["TỔNG BÍ THƯ"], "Lê Hữu Hoàng"),
        (
            "KT. TỔNG GIÁM ĐỐC PHÓ TỔNG GIÁM ĐỐC\n\nLê Hữu Hoàng",
            ["KT"],
            None,
            ["TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"],
            "Lê Hữu Hoàng",
        ),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Y Giang Gry", ["KT"], None, ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Y Giang Gry"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nH'Yim Kđoh", ["KT"], None, ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "H'Yim Kđoh"),
        (
            "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nPhan Thế Tuấn",
            ["TUQ"],
            None,
            ["CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"],
            "Phan Thế Tuấn",
        ),
        ("Q. GIÁM ĐỐC\n\nVõ Thị Ánh Nguyệt", ["Q"], None, ["GIÁM ĐỐC"], "Võ Thị Ánh Nguyệt"),
        (
            "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTrần Hữu Phước",
            ["TM"],
            "BAN THƯỜNG VỤ",
            ["PHÓ BÍ THƯ"],
            "Trần Hữu Phước",
        ),
        (
            "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nLò Văn Xuân",
            ["KT"],
            None,
            ["TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
            "Lò Văn Xuân",
        ),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nBùi Thế Duy", ["KT"], None, ["BỘ TRƯỞNG", "THỨ TRƯỞNG"], "Bùi Thế Duy"),
        # wrapped into one line, with the name behind
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Nguyễn Tuấn Anh",
            ["TM", "KT"],
            "ỦY BAN NHÂN DÂN",
            ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Nguyễn Tuấn Anh",
        ),
        (
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Tuấn Anh",
            ["KT"],
            None,
            ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Nguyễn Tuấn Anh",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Tuấn Anh",
            ["TM", "KT"],
            "ỦY BAN NHÂN DÂN",
            ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Nguyễn Tuấn Anh",
        ),
        (
            "T/M BAN THƯỜNG VỤ K/T BÍ THƯ PHÓ BÍ THƯ Lò Văn Xuân",
            ["TM", "KT"],
            "BAN THƯỜNG VỤ",
            ["BÍ THƯ", "PHÓ BÍ THƯ"],
            "Lò Văn Xuân",
        ),
        # nobody signed, or only a stamp says so
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ["TM"], "ỦY BAN NHÂN DÂN", ["CHỦ TỊCH"], None),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n(Đã ký)", ["TM"], "ỦY BAN NHÂN DÂN", ["CHỦ TỊCH"], None),
    ],
)
def test_signatures(split, end: str, forms: list[str], organ: str | None, posts: list[str], name: str | None) -> None:
    file = split(BODY + end + "\n")
    signature = file.part.signature
    assert signature is not None
    assert list(signature.forms) == forms
    assert file.words(signature.organ) == organ
    assert [file.words(post) for post in signature.posts] == posts
    assert file.words(signature.name) == name


@pytest.mark.parametrize(
    "tail",
    [
        "",
        "Trên đây là Kế hoạch phòng, chống thiên tai năm 2024./.\n",
        "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các đơn vị thực hiện nghiêm túc.\n",
        "KT-XH tiếp tục phát triển.\n",
        "TM&DV tăng trưởng khá, bán lẻ tăng 12%.\n",
        # a list of members
        "TRƯỞNG BAN\n\nÔng Lê Văn Trung\n",
        "TRƯỞNG BAN Lê Văn Trung\n\nGiám đốc Sở Y tế\n\nGiám đốc Sở Nội vụ\n",
        "GIÁM ĐỐC SỞ Y TẾ\n\nchịu trách nhiệm thi hành Kế hoạch này.\n",
    ],
)
def test_what_is_no_signature(split, tail: str) -> None:
    file = split(BODY + tail)
    assert file.part.signature is None
    assert file.part.recipients == ()


RECIPIENTS = """Nơi nhận:
- Như Điều 3;
- Văn phòng Chính phủ; (để b/c)
- Các sở, ban, ngành tỉnh;
- UBND các huyện,
thị xã, thành phố;
- Báo Quảng Nam, Đài PT-TH tỉnh;
- Lưu: VT, KGVX (Hg).

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Hồ Thị Nguyên Thảo
"""


def test_recipients_are_the_lines_down_to_the_archive(split) -> None:
    file = split(BODY + RECIPIENTS)
    assert [file.words(line) for line in file.part.recipients] == [
        "Như Điều 3",
        "Văn phòng Chính phủ; (để b/c)",
        "Các sở, ban, ngành tỉnh",
        "UBND các huyện, thị xã, thành phố",
        "Báo Quảng Nam, Đài PT-TH tỉnh",
        "Lưu: VT, KGVX (Hg)",
    ]
    assert file.part.signature is not None
    assert file.words(file.part.signature.name) == "Hồ Thị Nguyên Thảo"


@pytest.mark.parametrize(
    "lines",
    [
        "Nơi nhận: - Như trên; - Sở Y tế; - Lưu: VT.\n",
        "| * * *Nơi nhận:* - Như trên; - Sở Y tế; - Lưu: VT. | KT. GIÁM ĐỐC |\n| --- | --- |\n",
        "Nơi nhận: Như trên; Sở Y tế; Lưu: VT.\n",
        "Nơi nhận:\nNhư trên;\nSở Y tế;\nLưu: VT.\n",
        "Nơi nhận\n\nNhư trên;\n\nSở Y tế;\n\nLưu: VT.\n",
        "Nơi nhận:\n+ Như trên;\n+ Sở Y\ntế;\n+ Lưu: VT.\n",
        "Nơi nhận:\n- Như trên;\n- Sở Y tế;\n- Lưu: VT. | KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
        "Nơi nhận:              TM. ỦY BAN NHÂN DÂN\n- Như trên;                CHỦ TỊCH\n- Sở Y tế;\n- Lưu: VT.\n",
    ],
)
def test_recipients_in_every_layout(split, lines: str) -> None:
    file = split(f"{BODY}{lines}")
    assert [file.words(line) for line in file.part.recipients] == ["Như trên", "Sở Y tế", "Lưu: VT"]


def test_a_line_that_breaks_off_at_a_comma_goes_on(split) -> None:
    file = split(f"{BODY}Nơi nhận:\n- VPUB: CVP, phòng TH,\nKT, NC;\n- Lưu: VT.\n")
    assert [file.words(line) for line in file.part.recipients] == ["VPUB: CVP, phòng TH, KT, NC", "Lưu: VT"]


def test_paragraphs_below_a_heading_without_an_archive_are_no_recipients(split) -> None:
    file = split(f"{BODY}Nơi nhận:\n\nHọp tại hội trường;\n\nĂn trưa tại chỗ;\n")
    assert file.part.recipients == ()


def test_the_body_ends_before_the_end(split) -> None:
    file = split(BODY + RECIPIENTS)
    assert [file.words(item.content) for item in file.part.items] == ["MỤC ĐÍCH", "Chủ động ứng phó với mưa lũ."]


@pytest.mark.parametrize("first", ["Nơi nhận:", "NƠI NHẬN:", "Nơi nhận", "*Nơi nhận:*", "Nơi  nhận :"])
def test_recipients_open_in_any_spelling(split, first: str) -> None:
    file = split(f"{BODY}{first}\n- Sở Y tế;\n- Lưu: VT.\n")
    assert [file.words(line) for line in file.part.recipients] == ["Sở Y tế", "Lưu: VT"]


@pytest.mark.parametrize(
    "line", ["Nơi nhận hồ sơ là bộ phận một cửa của xã.", "Nơi nhận kết quả: Trung tâm Phục vụ hành chính công."]
)
def test_a_place_of_receipt_is_no_list_of_recipients(split, line: str) -> None:
    file = split(f"{BODY}{line}\n\nTăng cường kiểm tra.\n")
    assert file.part.recipients == ()
    assert file.words(file.part.items[-1].content) == "Tăng cường kiểm tra."


def test_signature_before_recipients(split) -> None:
    signed, received = RECIPIENTS.split("\n\nTM.")[1], RECIPIENTS.split("\n\nTM.")[0]
    file = split(f"{BODY}TM.{signed}\n{received}\n")
    assert file.part.signature is not None
    assert file.words(file.part.signature.name) == "Hồ Thị Nguyên Thảo"
    assert len(file.part.recipients) == 6


def test_words_after_a_stamp_are_no_name(split) -> None:
    file = split(BODY + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐã ký và đóng dấu\n")
    assert file.part.signature is not None
    assert file.part.signature.name is None


def test_a_recipient_that_lost_its_dash_stays_on_the_list(split) -> None:
    file = split(BODY + "Nơi nhận:\n- Sở Tài chính;\n-\nTT.HĐND tỉnh;\n- CT, các PCT;\n- Lưu: VT.\n")
    assert [file.words(span) for span in file.part.recipients] == [
        "Sở Tài chính",
        "TT.HĐND tỉnh",
        "CT, các PCT",
        "Lưu: VT",
    ]


BESIDE = """KẾ HOẠCH
Phát triển chợ năm 2023

I. MỤC TIÊU
1. Nâng cấp các chợ.

{recipients}
- Bộ Công Thương; {form}
- Thường trực Tỉnh ủy; PHÓ CHỦ TỊCH
- Các sở, ban, ngành;
- Lưu: VT, KGVX. {name}
"""


def test_a_signature_printed_behind_the_recipients_is_read_apart_from_them(split) -> None:
    page = BESIDE.format(recipients="Nơi nhận: TM. ỦY BAN NHÂN DÂN", form="KT. CHỦ TỊCH", name="Trần Đức Quý")
    file = split(page)
    lines = [file.words(line) for line in file.part.recipients]
    assert lines == ["Bộ Công Thương", "Thường trực Tỉnh ủy", "Các sở, ban, ngành", "Lưu: VT, KGVX"]
    signature = file.part.signature
    assert signature.forms == ("TM", "KT")
    assert [file.words(post) for post in signature.posts] == ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert file.words(signature.name) == "Trần Đức Quý"


def test_a_signature_above_a_wrapped_recipient_parts_no_list(split) -> None:
    page = BESIDE.format(recipients="Nơi nhận: T/M BAN THƯỜNG VỤ", form="", name="").replace("PHÓ CHỦ TỊCH", "")
    page = page.replace("Tỉnh ủy;", "Tỉnh ủy, PHÓ BÍ THƯ THƯỜNG TRỰC") + "\nHoàng Giang\n"
    file = split(page)
    assert [file.words(line) for line in file.part.recipients][:3] == [
        "Bộ Công Thương",
        "Thường trực Tỉnh ủy",
        "Các sở, ban, ngành",
    ]
    assert [file.words(post) for post in file.part.signature.posts] == ["PHÓ BÍ THƯ THƯỜNG TRỰC"]


def test_an_office_among_the_recipients_is_no_signature(split) -> None:
    page = BESIDE.format(recipients="Nơi nhận:", form="CHỦ TỊCH UBND TỈNH;", name="").replace(" PHÓ CHỦ TỊCH", "")
    file = split(page)
    assert file.part.signature is None
    assert "CHỦ TỊCH UBND TỈNH" in " ".join(file.words(line) for line in file.part.recipients)


def test_a_scanned_end_is_read_without_its_marks(split) -> None:
    end = "Noi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT.\n\nGIÁM ĐÓC\n\nNguyễn Thị Hoài\n"
    file = split("KẾ HOẠCH\nPhát triển chợ\n\nI. MỤC TIÊU\n\n1. Nâng cấp các chợ.\n\n" + end)
    assert [file.words(line) for line in file.part.recipients] == ["Các sở, ban, ngành", "Lưu: VT"]
    assert file.words(file.part.signature.name) == "Nguyễn Thị Hoài"


JOINT = """THÔNG TƯ LIÊN TỊCH
Quy định chế độ tự chủ về biên chế

Điều 1. Phạm vi điều chỉnh
Thông tư này quy định chế độ tự chủ.

{left}

{right}

Nơi nhận:
- Thủ tướng Chính phủ;
- Lưu: VT.
"""
LEFT = "KT. BỘ TRƯỞNG BỘ NỘI VỤ\n\nTHỨ TRƯỞNG\n\n(Đã ký)\n\nNguyễn Duy Hoàng"
RIGHT = "BỘ TRƯỞNG BỘ TÀI CHÍNH\n\n(Đã ký)\n\nNguyễn Thị Lan"


def test_who_signs_for_each_of_several_organs(split) -> None:
    file = split(JOINT.format(left=LEFT, right=RIGHT))
    first = file.part.signature
    blocks = (first, *first.beside)
    assert [file.words(block.name) for block in blocks] == ["Nguyễn Duy Hoàng", "Nguyễn Thị Lan"]
    assert [file.words(block.seat) for block in blocks] == ["BỘ NỘI VỤ", "BỘ TÀI CHÍNH"]
    assert [[file.words(post) for post in block.posts] for block in blocks] == [
        ["BỘ TRƯỞNG", "THỨ TRƯỞNG"],
        ["BỘ TRƯỞNG"],
    ]


def test_the_organ_below_the_post_of_its_head(split) -> None:
    left, right = (block.replace("BỘ TRƯỞNG ", "BỘ TRƯỞNG\n\n") for block in (LEFT, RIGHT))
    first = split(JOINT.format(left=right, right=left)).part.signature
    assert [block.seat and block.name is not None for block in (first, *first.beside)] == [True, True]
    file = split(JOINT.format(left=left, right=right))
    blocks = (file.part.signature, *file.part.signature.beside)
    assert [file.words(block.name) for block in blocks] == ["Nguyễn Duy Hoàng", "Nguyễn Thị Lan"]
    assert [file.words(block.seat) for block in blocks] == ["BỘ NỘI VỤ", "BỘ TÀI CHÍNH"]
    assert [block.organ for block in blocks] == [None, None]


def test_the_organ_above_the_post_of_its_head(split) -> None:
    left = "SỞ NỘI VỤ\n\nGIÁM ĐỐC\n\nNguyễn Duy Hoàng"
    right = "SỞ TÀI CHÍNH\n\nKT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC\n\nNguyễn Thị Lan"
    file = split(JOINT.format(left=left, right=right))
    blocks = (file.part.signature, *file.part.signature.beside)
    assert [file.words(block.name) for block in blocks] == ["Nguyễn Duy Hoàng", "Nguyễn Thị Lan"]
    assert [file.words(block.seat) for block in blocks] == ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"]
    alone = split(JOINT.format(left=left, right="")).part.signature
    assert (alone.seat, alone.beside) == (None, ())


def test_a_title_below_a_post_is_no_signature(split) -> None:
    raw = "QUYẾT ĐỊNH\n\nVề quản lý chợ\n\nGIÁM ĐỐC\nSỞ CÔNG THƯƠNG\nCăn cứ Luật Thương mại;\n\nĐiều 1. Phạm vi\n"
    assert split(raw).part.signature is None


def test_one_signature_keeps_its_post_whole(split) -> None:
    signature = split(JOINT.format(left=LEFT, right="")).part.signature
    assert (signature.seat, signature.beside) == (None, ())


def test_recipients_go_on_below_the_lines_of_a_signature(split) -> None:
    file = split(
        "KẾ HOẠCH\nPhát triển chợ năm 2023\n\nI. MỤC TIÊU\n\n1. Nâng cấp các chợ.\n\nNơi nhận:\n\n- Bộ Công Thương;\n\n"
        "TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\n- Các sở, ban, ngành;\n\n- Lưu: VT.\n\nPHÓ CHỦ TỊCH\n\nTrần Đức Quý\n"
    )
    lines = [file.words(line) for line in file.part.recipients]
    assert lines == ["Bộ Công Thương", "Các sở, ban, ngành", "Lưu: VT"]
    assert file.part.signature.forms == ("TM", "KT")
    assert file.words(file.part.signature.name) == "Trần Đức Quý"


@pytest.mark.parametrize(
    ("end", "organ", "posts", "name"),
    [
        ("T/M BAN BÍ THƯ\n\nTHƯỜNG TRỰC\n\nTrương Văn Mai", "BAN BÍ THƯ", ["THƯỜNG TRỰC"], "Trương Văn Mai"),
        (
            "K/T VIỆN TRƯỞNG\n\nPHÓ VIỆN TRƯỞNG\n\nĐã ký: Vũ Đức Khiêm",
            None,
            ["VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG"],
            "Vũ Đức Khiêm",
        ),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nVũ Đức Khiêm", None, ["CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Vũ Đức Khiêm"),
    ],
)
def test_who_signs_for_the_secretariat_or_on_the_line_that_says_so(
    split, end: str, organ: str | None, posts: list[str], name: str
) -> None:
    raw = f"KẾ HOẠCH\n\nTrồng rừng\n\nI. MỤC TIÊU\n\n1. Trồng rừng.\n\nNơi nhận:\n\n- Như trên;\n\n{end}\n"
    file = split(raw)
    signature = file.part.signature
    assert signature is not None
    assert (file.words(signature.organ), [file.words(p) for p in signature.posts]) == (organ, posts)
    assert file.words(signature.name) == name


def test_the_only_line_without_an_end_mark_goes_on(split) -> None:
    file = split(
        f"{BODY}Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Các đồng chí Ủy viên\nBan Chấp hành Trung ương,\n"
        "- Văn phòng,\n- Lưu.\n"
    )
    assert [file.words(line) for line in file.part.recipients] == [
        "Các tỉnh ủy, thành ủy",
        "Các đồng chí Ủy viên Ban Chấp hành Trung ương",
        "Văn phòng",
        "Lưu",
    ]


def test_recipients_underlined_in_markdown(split) -> None:
    file = split(f"{BODY}|\n__Nơi nhận: __\n- Ban Bí thư (để b/c),\n- Các tỉnh ủy,\n- Lưu VP.\n|\n")
    assert [file.words(line) for line in file.part.recipients] == ["Ban Bí thư (để b/c)", "Các tỉnh ủy", "Lưu VP"]
