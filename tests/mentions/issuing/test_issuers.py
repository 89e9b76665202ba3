"""Who issues a document and where it speaks from: letterhead, acting line, signature, the places it names."""

import pytest

from kgbuild.mentions.issuing.issuers import read_issuer
from kgbuild.model.mentions import IssuerReading

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"


def head(authority: str, number: str, place: str = "", form: str = "KẾ HOẠCH", acting: str = "") -> str:
    date = f"{place}, ngày 05 tháng 5 năm 2022\n\n" if place else ""
    above = f"{acting}\n\n" if acting else ""
    body = "I. MỤC TIÊU\n\nXây chợ mới.\n"
    return f"{authority}\n\n{MOTTO}Số: {number}\n\n{date}{form}\n\nPhát triển chợ nông thôn\n\n{above}{body}"


@pytest.mark.parametrize(
    ("raw", "record", "area"),
    [
        (head("ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH", "12/KH-UBND", "Tây Ninh"), "prov:ubnd", "tay-ninh"),
        (head("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "12/KH-UBND", "Hải Phòng"), "prov:ubnd", "hai-phong"),
        (head("UBND TỈNH BẾN TRE\nSỞ CÔNG THƯƠNG", "12/KH-SCT", "Bến Tre"), "prov:sct", "ben-tre"),
        (head("TỈNH ỦY ĐẮK NÔNG", "12-KH/TU", "Đắk Nông"), "prov:tu", "dak-nong"),
        (head("HỘI ĐỒNG NHÂN DÂN\nTỈNH CÀ MAU", "12/NQ-HĐND", "Cà Mau", "NGHỊ QUYẾT"), "prov:hdnd", "ca-mau"),
        (head("BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ĐOÀN QUỐC HỘI", "12-KH/ĐĐQH15", "Hà Nội"), "dd-qh", ""),
        # the code tells the board of the Central Committee from those of the provinces
        (head("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TUYÊN GIÁO", "126-HD/BTGTW", "Hà Nội", "HƯỚNG DẪN"), "btgtw", ""),
        # the other column first
        (
            f"{MOTTO}ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 12/KH-UBND\n\nCà Mau, ngày 02 tháng 4 năm 2024\n\n"
            "KẾ HOẠCH\n\nPhát triển chợ",
            "prov:ubnd",
            "ca-mau",
        ),
        (head("BỘ TÀI CHÍNH", "12/2022/TT-BTC", "Hà Nội", "THÔNG TƯ"), "btc", ""),
        (head("CHÍNH PHỦ", "12/NQ-CP", "Hà Nội", "NGHỊ QUYẾT"), "cp", ""),
        (head("THỦ TƯỚNG CHÍNH PHỦ", "12/QĐ-TTg", "Hà Nội", "QUYẾT ĐỊNH"), "ttg", ""),
        # the line that acts beats the letterhead
        (
            head(
                "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA",
                "12/QĐ-UBND",
                "Sơn La",
                "QUYẾT ĐỊNH",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA",
            ),
            "prov:ct-ubnd",
            "son-la",
        ),
        (
            head(
                "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA",
                "12/QĐ-UBND",
                "Sơn La",
                "QUYẾT ĐỊNH",
                "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
            ),
            "prov:ubnd",
            "son-la",
        ),
        # two ministries issue jointly: the document is numbered in one's register
        (head("BỘ CÔNG THƯƠNG\nBỘ TÀI CHÍNH", "12/2014/TTLT-BCT-BTC", "Hà Nội", "THÔNG TƯ LIÊN TỊCH"), "bct-m", ""),
        (head("BỘ CÔNG THƯƠNG\nBỘ TÀI CHÍNH", "12/2014/TTLT-BTC-BCT", "Hà Nội", "THÔNG TƯ LIÊN TỊCH"), "btc", ""),
        # a number of the government needs no letterhead
        (head("", "12/2014/NĐ-CP", "Hà Nội", "NGHỊ ĐỊNH"), "cp", ""),
        # committees of every level number alike: the place line has to tell a province
        (head("", "12/KH-UBND", "Lai Châu"), "prov:ubnd", "lai-chau"),
        # the place line says where, when the letterhead does not
        (head("ỦY BAN NHÂN DÂN", "12/KH-UBND", "Lai Châu"), "prov:ubnd", "lai-chau"),
    ],
)
def test_issuers_of_letterheads(document, reader, raw: str, record: str, area: str) -> None:
    found = document(raw)
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == (record, area)


@pytest.mark.parametrize(
    ("authority", "number", "records"),
    [
        ("BỘ CÔNG THƯƠNG\nBỘ TÀI CHÍNH", "12/2014/TTLT-BCT-BTC", ["btc"]),
        ("BỘ CÔNG THƯƠNG - BỘ TÀI CHÍNH", "12/2014/TTLT-BTC-BCT", ["bct-m"]),
        # a name that was misread: the number tells
        ("BỘ TÀI CHÍNH – BỘ CƠNG THƯƠNG", "12/2014/TTLT/BTC-BCT", ["bct-m"]),
        # a bureau below its ministry issues alone
        ("BỘ CÔNG THƯƠNG", "12/2014/TT-BCT-CT", []),
    ],
)
def test_several_issue_jointly(document, reader, authority: str, number: str, records: list[str]) -> None:
    found = document(head(authority, number, "Hà Nội", "THÔNG TƯ LIÊN TỊCH" if "TTLT" in number else "THÔNG TƯ"))
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert [body.record for body in said.beside] == records


@pytest.mark.parametrize(
    ("authority", "number", "record", "beside"),
    [
        ("SỞ NỘI VỤ - SỞ TÀI CHÍNH – SỞ Y TẾ", "1220/HDLN-NV-TC-YT", "prov:snv", ["prov:stc", "prov:syt"]),
        ("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "1220/HDLN-STC-SNV", "prov:stc", ["prov:snv"]),
        ("UBND TỈNH HÀ TĨNH\nSỞ NỘI VỤ - SỞ TÀI CHÍNH", "1220/HD-SNV-STC", "prov:snv", ["prov:stc"]),
        # one name with a dash, and a department below its committee
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "12/HD-SLĐTBXH", "prov:sldtbxh", []),
        ("UBND TỈNH HÀ TĨNH - SỞ NỘI VỤ", "12/HD-SNV", "prov:snv", []),
        ("UBND TỈNH HÀ TĨNH\nSỞ NỘI VỤ", "12/HD-SNV", "prov:snv", []),
    ],
)
def test_departments_side_by_side_issue_jointly(
    document, reader, authority: str, number: str, record: str, beside: list[str]
) -> None:
    found = document(head(authority, number, "Hà Tĩnh", "HƯỚNG DẪN LIÊN NGÀNH"))
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert (said.issuer.record, [body.record for body in said.beside]) == (record, beside)


@pytest.mark.parametrize(
    ("authority", "number", "record", "area", "locality"),
    [
        ("UBND TỈNH LÂM ĐỒNG\nUBND HUYỆN ĐỨC TRỌNG", "8/KH-UBND", "prov:ubnd", "lam-dong", "huyện Đức Trọng"),
        ("ỦY BAN NHÂN DÂN\nQUẬN CẦU GIẤY", "8/KH-UBND", "prov:ubnd", "lam-dong", "quận Cầu Giấy"),
        ("ỦY BAN NHÂN DÂN\nXÃ ĐẠ TẺH", "8/KH-UBND", "prov:ubnd", "lam-dong", "xã Đạ Tẻh"),
        ("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "8/KH-UBND", "prov:ubnd", "lam-dong", ""),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "8/KH-UBND", "prov:ubnd", "hai-phong", ""),
    ],
)
def test_districts_and_communes_have_letterheads_too(
    document, reader, authority: str, number: str, record: str, area: str, locality: str
) -> None:
    found = document(head(authority, number, "Hải Phòng" if area == "hai-phong" else "Lâm Đồng"))
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area, said.locality.full_name if said.locality else "") == (record, area, locality)


def test_the_signature_tells_where_no_letterhead_stands(document, reader) -> None:
    raw = (
        "KẾ HOẠCH\n\nPhát triển chợ\n\nI. MỤC TIÊU\n\nUBND tỉnh Gia Lai xây chợ mới.\n\nTM. ỦY BAN NHÂN DÂN TỈNH\n"
        "CHỦ TỊCH\n\nVõ Ngọc Thành\n"
    )
    found = document(raw)
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == ("prov:ubnd", "gia-lai")


@pytest.mark.parametrize(
    ("body", "area"),
    [
        ("UBND tỉnh Gia Lai xây dựng kế hoạch.", "gia-lai"),
        ("Sở Tài chính tỉnh Bình Định bố trí vốn.", "binh-dinh"),
        ("UBND tỉnh Bình Định và UBND tỉnh Gia Lai phối hợp; UBND tỉnh Gia Lai chủ trì.", "gia-lai"),
        # a place that is only travelled to is not where the document speaks from
        ("Học tập kinh nghiệm của Quảng Ninh, Đà Nẵng.", ""),
        # nor does it speak from one of many that a list names
        ("Chủ tịch UBND các tỉnh, thành phố: Quảng Trị, Huế, Đà Nẵng và Gia Lai báo cáo.", ""),
        ("UBND các tỉnh Quảng Trị, Nghệ An, Hà Tĩnh phối hợp với UBND tỉnh Gia Lai.", "gia-lai"),
        ("Nâng cao đời sống.", ""),
    ],
)
def test_the_area_from_the_bodies_that_are_named(document, reader, body: str, area: str) -> None:
    found = document(f"KẾ HOẠCH\n\nPhát triển chợ\n\nI. MỤC TIÊU\n\n{body}\n")
    assert read_issuer(found.text, found.part, reader.lexicon) == IssuerReading(None, area)


@pytest.mark.parametrize(
    ("recital", "record"),
    [
        ("Chính phủ ban hành Nghị định quy định về quản lý chợ.", "cp"),
        ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch ban hành Thông tư quy định về lễ hội.", "bvhttdl"),
        # a page breaks its lines anywhere
        ("Theo đề\n\nnghị của Vụ trưởng Vụ Pháp chế,\n\nChính phủ\n\nban hành Nghị định về quản lý chợ.", "cp"),
        # others are only told of
        ("Căn cứ việc Chính phủ ban hành Nghị định số 12/2014/NĐ-CP về quản lý chợ;", None),
        ("Xét việc giao Bộ Công Thương và Bộ Tài chính ban hành Thông tư về quản lý chợ;", None),
    ],
)
def test_the_recitals_end_with_who_enacts(document, reader, recital: str, record: str | None) -> None:
    found = document(
        f"NGHỊ ĐỊNH\n\nVề quản lý chợ\n\nCăn cứ Luật Thương mại;\n\n{recital}\n\nĐiều 1. Phạm vi\n\nChợ.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert (said.record if said else None) == record


@pytest.mark.parametrize(
    ("introduction", "area"),
    [
        ("Báo Gia Lai trân trọng giới thiệu toàn văn Nghị quyết.", "gia-lai"),
        ("Báo Nhân Dân trân trọng giới thiệu toàn văn Nghị quyết.", ""),
        ("Báo chí trân trọng giới thiệu toàn văn Nghị quyết.", ""),
    ],
)
def test_a_newspaper_presents_what_its_own_province_resolved(document, reader, introduction: str, area: str) -> None:
    found = document(
        "Nghị quyết của Ban Chấp hành Đảng bộ tỉnh khóa XIII về phát triển chợ\n\nLTS: Ngày 14-11-2016, Ban Chấp hành "
        f"Đảng bộ tỉnh khóa XIII đã ban hành Nghị quyết số 10-NQ/TU về phát triển chợ. {introduction}\n\n"
        "I- Khái quát tình hình\n\nChợ đã được xây.\n"
    )
    assert read_issuer(found.text, found.part, reader.lexicon).area == area


@pytest.mark.parametrize(
    ("recital", "area"),
    [
        ("Ban Thường vụ Tỉnh ủy ban hành Nghị quyết về phát triển chợ tỉnh Phú Yên như sau:", "phu-yen"),
        # of two provinces neither is known to be its own, and a place without its noun may be anywhere
        ("Sau khi nối tỉnh Long An với tỉnh Phú Yên, Tỉnh ủy ban hành Nghị quyết như sau:", ""),
        ("Sau hội nghị tại Phú Yên, Tỉnh ủy ban hành Nghị quyết như sau:", ""),
        ("Căn cứ quy hoạch chợ tỉnh Phú Yên;", ""),
    ],
)
def test_the_one_province_of_the_sentence_that_opens_the_text(document, reader, recital: str, area: str) -> None:
    found = document(f"NGHỊ QUYẾT\n\nVề phát triển chợ\n\n{recital}\n\nI. MỤC TIÊU\n\nChợ được xây.\n")
    assert read_issuer(found.text, found.part, reader.lexicon).area == area


def test_a_name_that_the_other_column_parts_is_read_whole(document, reader) -> None:
    found = document(
        "BỘ VĂN HÓA,                           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "THỂ THAO VÀ DU LỊCH                       Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 12/KH                             Hà Nội, ngày 05 tháng 5 năm 2022\n\n"
        "KẾ HOẠCH\n\nPhát triển lễ hội\n\nI. MỤC TIÊU\n\nGiữ gìn lễ hội.\n"
    )
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert issuer.record == "bvhttdl"
    assert found.text.words(issuer.span).endswith("THỂ THAO VÀ DU LỊCH")


def test_a_committee_without_letterhead_or_province_is_nobody(document, reader) -> None:
    found = document(head("", "12/KH-UBND", "Ninh Kiều"))
    assert read_issuer(found.text, found.part, reader.lexicon).issuer is None


def test_the_party_is_not_the_issuer_below_its_motto(document, reader) -> None:
    found = document(
        "ĐẢNG BỘ TỈNH HÒA BÌNH ĐẢNG CỘNG SẢN VIỆT NAM\nBAN THƯỜNG VỤ\n*\n"
        "Hòa Bình, ngày 12 tháng 5 năm 2023\nSố 28-CT/TU\n\n"
        "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề bảo vệ rừng\n\n1. Trồng rừng.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == ("prov:ban-thuong-vu-tu", "hoa-binh")


def test_a_board_below_its_party_organisation_needs_no_name_of_its_committee(document, reader) -> None:
    found = document(
        "ĐẢNG BỘ TỈNH HÒA BÌNH\nBAN THƯỜNG VỤ\n*\nSố 28-CT/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hòa Bình, ngày 12 tháng 5 năm 2023\n\nCHỈ THỊ\nvề bảo vệ rừng\n\n1. Trồng rừng.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == ("prov:ban-thuong-vu-tu", "hoa-binh")


def test_the_title_names_the_organ_of_the_committee_above(document, reader) -> None:
    raw = (
        "TỈNH ỦY LÀO CAI ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 34-NQ/TU Lào Cai, ngày 27 tháng 12 năm 2025\n\n"
        "NGHỊ QUYẾT\nCỦA {organ}\nvề trồng rừng\n\n1. Trồng rừng.\n"
    )
    issuers = []
    for organ in ("BAN THƯỜNG VỤ TỈNH ỦY", "TỈNH ỦY", "CHÍNH PHỦ"):
        found = document(raw.format(organ=organ))
        said = read_issuer(found.text, found.part, reader.lexicon)
        issuers.append((said.issuer.record if said.issuer else "", said.area))
    assert issuers == [("prov:ban-thuong-vu-tu", "lao-cai"), ("prov:tu", "lao-cai"), ("prov:tu", "lao-cai")]


def test_the_number_tells_the_department_that_the_line_lost(document, reader) -> None:
    raw = (
        "UBND TỈNH BẮC GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIẾT NAM SỞ CÔNG THƯƠNG Độc lập - Tự do - Hạnh phúc\n"
        "Số: 45/KH-SCT Bắc Giang, ngày 12 tháng 3 năm 2024\n\nKẾ HOẠCH\nPhát triển chợ năm 2024\n\nI. MỤC TIÊU\n"
    )
    found = document(raw)
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == ("prov:sct", "bac-giang")


def test_a_scanned_line_of_a_central_organ_is_no_body_of_its_own(document, reader) -> None:
    found = document(
        "BAN CHẮÁP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-CTr/TW Hà Nội, ngày 28 tháng 7 năm 2024\n\n"
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BỘ CHÍNH TRỊ\nvề trồng rừng\n\n1. Trồng rừng.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == ("bct", "")


def test_a_bureau_of_a_ministry_speaks_from_no_province_that_its_text_names(document, reader) -> None:
    found = document(
        f"BỘ CÔNG THƯƠNG\nCỤC LÒ HƠI\n\n{MOTTO}Số:    /LH-KT\n\nHà Nội, ngày    tháng 4 năm 2026\n\n"
        "V/v kiểm định lò hơi\n\n"
        "Kính gửi: Cục Hải quan\n\nĐề nghị tham khảo văn bản gửi Sở Công Thương tỉnh Quảng Ngãi.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.area == ""


@pytest.mark.parametrize(
    ("authority", "area"),
    [("BỘ TƯ PHÁP\nCỤC KIỂM TRA CÔNG CHỨNG", "tw"), ("BỘ TƯ PHÁP\nCỤC LƯU TRỮ HÀ NỘI", "ha-noi")],
)
def test_a_bureau_that_sits_beside_its_ministry_is_of_the_centre(document, reader, authority: str, area: str) -> None:
    found = document(head(authority, "12/KTCC-KH", "Hà Nội"))
    assert read_issuer(found.text, found.part, reader.lexicon).area == area


def party_head(authority: str, number: str, place: str) -> str:
    above = f"{authority}\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\n{place}, ngày 02 tháng 6 năm 2022\n\n"
    return f"{above}KẾ HOẠCH\ntrồng rừng\n\nI. MỤC TIÊU\n\n1. Trồng rừng.\n"


@pytest.mark.parametrize(
    ("raw", "record", "name"),
    [
        (party_head("THÀNH ỦY VINH\nBAN THƯỜNG VỤ", "09-KH/ThU", "Vinh"), "prov:ban-thuong-vu-tu", ""),
        (party_head("ĐẢNG BỘ TỈNH AN GIANG\nBAN CHẤP HÀNH", "09-KH/TU", "An Giang"), "prov:tu", ""),
        (
            party_head("ĐẢNG ỦY CÔNG AN TỈNH GIA LAI\nỦY BAN KIỂM TRA", "09-KH/UBKT", "Gia Lai"),
            "",
            "Ủy ban Kiểm tra Đảng ủy Công An Tỉnh Gia Lai",
        ),
        (head("ỦY BAN MTTQ VIỆT NAM\nTỈNH VĨNH LONG\nBAN THƯỜNG TRỰC", "12/KH-MTTQ-BTT", "Vĩnh Long"), "prov:mttq", ""),
        (
            head("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ TỈNH ĐỒNG THÁP", "12/KH-BTV", "Đồng Tháp"),
            "prov:hlhpn",
            "",
        ),
        (head("ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH LÀO CAI", "12-KH/TĐTN-BPT", "Lào Cai"), "prov:doan-tn", ""),
        # boards of other bodies stay what they are
        (head("UBND TỈNH LÀO CAI\nBAN DÂN TỘC", "12/KH-BDT", "Lào Cai"), "prov:ban-dan-toc", ""),
        (
            head("ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH HUYỆN SA PA", "12-KH/HĐTN", "Sa Pa"),
            "",
            "Ban Chấp Hành Huyện Sa Pa",
        ),
    ],
)
def test_a_board_speaks_for_the_body_above_it(document, reader, raw: str, record: str, name: str) -> None:
    found = document(raw)
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert (issuer.record, issuer.name) == (record, name)


def test_a_plan_without_a_head_is_of_the_body_that_its_recitals_end_with(document, reader) -> None:
    enacted = "Căn cứ Điều lệ; Ban Chấp hành Thành đoàn Hà Nội ban hành Kế hoạch như sau:"
    raw = f"KẾ HOẠCH\nTổ chức đại hội\n\n{enacted}\n\nI. YÊU CẦU\n\n1. Gọn.\n"
    found = document(raw)
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert (issuer.record, issuer.area) == ("prov:doan-tn", "ha-noi")


@pytest.mark.parametrize(
    ("above", "area"), [("ĐẢNG BỘ TỈNH LÂM ĐỒNG\n", "lam-dong"), ("ĐẢNG BỘ HUYỆN ĐỨC TRỌNG\n", ""), ("", "")]
)
def test_the_party_organisation_above_a_commune_tells_its_province(document, reader, above: str, area: str) -> None:
    found = document(party_head(f"{above}ĐẢNG ỦY XÃ HIỆP AN", "09-KH/ĐU", "Hiệp An"))
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.locality is not None
    assert (said.locality.full_name, said.area) == ("xã Hiệp An", area)


def test_the_union_of_a_district_stands_below_that_of_its_province(document, reader) -> None:
    above = "LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH HÓA\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN ĐỊNH"
    found = document(head(above, "34/KH-LĐLĐ", "Yên Định"))
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert issuer.locality is not None
    assert (issuer.record, issuer.locality.full_name) == ("prov:ldld", "huyện Yên Định")


@pytest.mark.parametrize(
    ("said", "record"),
    [
        ("Bộ Giáo dục và Đào tạo (GDĐT) ban hành kèm theo văn bản này Hướng dẫn triển khai mô hình", "bgddt"),
        ("Bộ Giáo dục và Đào tạo ban hành kèm theo công văn này Hướng dẫn triển khai mô hình", "bgddt"),
        ("Thực hiện Hướng dẫn của Bộ Giáo dục và Đào tạo ban hành kèm theo Công văn số 12/BGDĐT-VP", None),
    ],
)
def test_a_letter_that_lost_its_head_says_what_its_body_attaches(document, reader, said: str, record) -> None:
    found = document(
        f"Kính gửi: Các trường học\n\n{said}.\n\n1. Phổ biến hướng dẫn.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "KT. BỘ TRƯỞNG\n\nTHỨ TRƯỞNG\n\nNguyễn Văn Phúc\n"
    )
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert (issuer.record if issuer else None) == record


@pytest.mark.parametrize(
    ("signed", "record"),
    [
        ("T/M BAN BÍ THƯ\n\nLê Hồng Anh", "bbt"),
        ("T/M BỘ CHÍNH TRỊ\n\nTô Lâm", "bct"),
        ("T/M BAN CHẤP HÀNH TRUNG ƯƠNG\nTỔNG BÍ THƯ\n\nTô Lâm", "bch-tw"),
    ],
)
def test_the_organ_of_the_centre_that_signs_issues(document, reader, signed: str, record: str) -> None:
    raw = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 217-QĐ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 12 tháng 12 năm 2013\n\n"
        f"QUYẾT ĐỊNH\nban hành Quy chế giám sát\n\nĐiều 1. Ban hành Quy chế giám sát.\n\n{signed}\n"
    )
    found = document(raw)
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert issuer.record == record


@pytest.mark.parametrize(
    ("above", "record"),
    [("ĐẢNG BỘ CHÍNH PHỦ\nBAN THƯỜNG VỤ", "du-cp"), ("ĐẢNG BỘ QUỐC HỘI\nBAN THƯỜNG VỤ", "du-qh")],
)
def test_the_board_of_a_party_committee_of_the_centre(document, reader, above: str, record: str) -> None:
    found = document(
        f"{above}\n*\nSố 27-KH/ĐU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 12 tháng 5 năm 2025\n\nKẾ HOẠCH\n"
        "thực hiện Nghị quyết\n\n1. Đảng ủy Bộ Tư pháp rà soát.\n"
    )
    said = read_issuer(found.text, found.part, reader.lexicon)
    assert said.issuer is not None
    assert (said.issuer.record, said.area) == (record, "")


@pytest.mark.parametrize(
    ("organ", "number", "record", "name"),
    [
        ("BAN TỔ CHỨC", "45-HD/BTCTW", "btctw", ""),
        ("BAN TỔ CHỨC", "45-HD/BTC", "", "Ban Tổ Chức"),  # the number does not say whose it is
    ],
)
def test_the_organ_of_the_central_committee_that_numbers_issues(
    document, reader, organ: str, number: str, record: str, name: str
) -> None:
    found = document(
        f"|\nBAN CHẤP HÀNH\nTRUNG ƯƠNG\n**{organ}**\n*\n|\n**ĐẢNG CỘNG SẢN\nVIỆT NAM**\n---------------\n|\n|\n"
        f"Số {number}\n|\n*Hà Nội, ngày 21 tháng 11 năm 2025*\n|\n\n\n**HƯỚNG DẪN**\n\nQUẢN LÝ CÁN BỘ\n\n"
        "1. Các tỉnh ủy, thành ủy thực hiện Hướng dẫn này.\n"
    )
    issuer = read_issuer(found.text, found.part, reader.lexicon).issuer
    assert issuer is not None
    assert (issuer.record, issuer.name) == (record, name)
