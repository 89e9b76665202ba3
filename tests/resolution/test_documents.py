"""Documents: one node per document, known ones by the authority, and never two documents in one node."""

import pytest

from kgbuild.identifiers import DocumentKey, DocumentSymbol
from kgbuild.resolution.documents import DocumentLinker

TW20 = "id/doc/tw/tw/nghi-quyet/{}/20"


def paths(refs) -> list[str]:
    return [ref.path for ref in refs]


LAW_OF_1994 = "id/doc/tw/qh/luat/1994/luat-to-chuc-hoi-dong-nhan-dan-va-uy-ban-nhan-dan"


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương Đảng", "2012"),
        ("Nghị quyết số 20-NQ-TW của Hội nghị Ban Chấp hành Trung ương Đảng lần thứ 6 (khóa XI)", "2012"),
        ("Nghị quyết số 20- NQ/TW của Ban Chấp hành Trung ương Đảng khóa XI", "2012"),
        ("Nghị quyết 20-NQ/TƯ ngày 01-11-2012", "2012"),
        ("Nghị quyết Hội nghị Trung ương 6 (khóa XI) về phát triển khoa học và công nghệ", "2012"),
        ("Nghị quyết Trung ương 6 (Khóa XI) về phát triển khoa học và công nghệ", "2012"),
        ("Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII", "2017"),
        ("Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XII", "2017"),
        ("Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XIII", "2022"),
        ("Nghị quyết số 20-NQ/TW ngày 28/01/2008 của Ban Chấp hành Trung ương khóa X", "2008"),
    ],
)
def test_a_resolution_is_told_by_its_date_or_term(cited, line: str, year: str) -> None:
    assert cited(line)[0].path == TW20.format(year)


@pytest.mark.parametrize(
    ("issuer", "area"),
    [
        ("Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ", "tw"),
        ("Tổ công tác chuyên trách cải cách thủ tục hành chính của Ủy ban nhân dân tỉnh", "dien-bien"),
        ("Tổ công tác chuyên trách cải cách thủ tục hành chính", "dien-bien"),
    ],
)
def test_a_body_that_no_table_lists_is_where_its_organ_is(cited, issuer: str, area: str) -> None:
    (ref,) = cited(
        f"Công văn số 285/CCTTHC ngày 08 tháng 9 năm 2009 của {issuer} về chuẩn bị công bố", date="2009-11-23"
    )
    assert ref.key.area == area


def test_a_number_of_many_terms_alone_is_none_of_them(cited, knowledge) -> None:
    (ref,) = cited("Nghị quyết số 20-NQ/TW")
    assert ref.path not in {f"id/doc/{row.path}" for row in knowledge.documents}
    assert ref.path == "id/doc/tw/tw/nghi-quyet/nd/20"


def test_an_undated_number_is_no_later_document(cited) -> None:
    line = "Nghị quyết số 15-NQ/TW của Bộ Chính trị"
    assert paths(cited(line, date="2023-01-01")) == ["id/doc/tw/tw/nghi-quyet/2022/15"]
    assert paths(cited(line, date="2012-01-06")) == ["id/doc/tw/tw/nghi-quyet/nd/15"]
    assert paths(cited(f"{line} khóa VIII", date="2023-01-01")) == ["id/doc/tw/tw/nghi-quyet/nd/15"]


@pytest.mark.parametrize(
    ("line", "area"),
    [
        ("Thực hiện Chiến lược quốc gia phát triển nghề thủ công đến năm 2030", "tw"),
        ("Thực hiện Chiến lược phát triển nghề thủ công tỉnh Điện Biên đến năm 2030", "dien-bien"),
    ],
)
def test_national_names_belong_to_no_province(cited, line: str, area: str) -> None:
    assert cited(line, date="2024-05-01")[0].path.split("/")[2] == area


def test_a_date_elsewhere_in_the_source_dates_the_number(cited) -> None:
    refs = cited("Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương", "Nghị quyết số 20-NQ/TW")
    assert paths(refs) == [TW20.format(2012)] * 2


def test_two_dates_elsewhere_date_nothing(cited) -> None:
    refs = cited(
        "Nghị quyết số 46/NQ-CP ngày 29/3/2013 của Chính phủ",
        "Nghị quyết số 46/NQ-CP ngày 08/3/2025 của Chính phủ",
        "Nghị quyết số 46/NQ-CP",
    )
    assert paths(refs) == [f"id/doc/tw/cp/nghi-quyet/{year}/46" for year in ("2013", "2025", "nd")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Nghị quyết số 46/NQ-CP ngày 29 tháng 3 năm 2013 của Chính phủ",
            "Nghị quyết số 46/NQ-CP ngày 08/3/2025 của Chính phủ",
        ),
        ("Kết luận số 50-KL/TW ngày 29/10/2012", "Kết luận số 50-KL/TW, ngày 30/5/2019 của Ban Bí thư"),
        ("Kế hoạch số 90/KH-UBND của UBND thành phố Hà Nội", "Kế hoạch số 90/KH-UBND của UBND tỉnh Gia Lai"),
        ("Chỉ thị số 29-CT/TU của Tỉnh ủy Gia Lai", "Chỉ thị số 29-CT/TU của Thành ủy Hồ Chí Minh"),
        ("Quyết định số 05/2021/QĐ-UBND", "Quyết định số 05/QĐ-UBND ngày 04/01/2021"),
        ("Quy định số 66-QĐ/TW ngày 06/02/2017", "Quyết định số 66-QĐ/TW ngày 06/02/2017"),
        ("Kế hoạch số 12/KH-UBND ngày 05/01/2022", "Kế hoạch số 12/KH-UBND ngày 05/01/2023"),
        ("Công văn số 12/UBND-KT ngày 05/01/2022", "Công văn số 12/UBND-NC ngày 05/01/2022"),
        (
            "Kế hoạch số 12/KH-UBND ngày 05/5/2025 của UBND tỉnh Gia Lai",
            "Kế hoạch số 12/KH-UBND ngày 05/8/2025 của UBND tỉnh Gia Lai",
        ),
    ],
)
def test_two_documents_are_never_one(cited, one: str, two: str) -> None:
    assert cited(one)[0].path != cited(two)[0].path


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Chương trình số 07-CTr/TU ngày 17/3/2021", "Chương trình số 07/CTr-TU ngày 17/3/2021"),
        ("Quyết định số 05/2021/QĐ-UBND", "Quyết định số 5/2021/QĐ-UBND ngày 01/4/2021"),
        ("Kế hoạch số 085/KH-UBND ngày 12/4/2021", "Kế hoạch số 85/KH-UBND ngày 12-4-2021"),
        ("Quyết định số 749/QĐ-TTg ngày 03/6/2020", "Quyết định số 749/QĐ-Ttg ngày 03 tháng 6 năm 2020"),
    ],
)
def test_two_spellings_are_one_document(cited, one: str, two: str) -> None:
    assert cited(one)[0].path == cited(two)[0].path


@pytest.mark.parametrize(
    ("line", "area", "date", "path", "resolution"),
    [
        # the area said with the number, that of the citing document, none
        (
            "Kế hoạch số 85/KH-UBND ngày 12/4/2021 của UBND tỉnh Cà Mau",
            "dien-bien",
            "2022-01-01",
            "id/doc/ca-mau/ubnd/ke-hoach/2021/85",
            "exact",
        ),
        (
            "Kế hoạch số 85/KH-UBND ngày 12/4/2021 của UBND tỉnh",
            "dien-bien",
            "2022-01-01",
            "id/doc/dien-bien/ubnd/ke-hoach/2021/85",
            "inferred",
        ),
        (
            "Nghị quyết số 11/NQ-HĐND ngày 10/7/2022",
            "dien-bien",
            "2022-09-01",
            "id/doc/dien-bien/hddnd/nghi-quyet/2022/11",
            "inferred",
        ),
        (
            "Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ",
            "dien-bien",
            "2022-09-01",
            "id/doc/tw/cp/nghi-dinh-qppl/2014/24",
            "exact",
        ),
        (
            "Quyết định số 05/2021/QĐ-UBND",
            "thai-binh",
            "2022-09-01",
            "id/doc/thai-binh/ubnd/quyet-dinh-qppl/2021/5",
            "inferred",
        ),
        (
            "Tờ trình số 40/TTr-SDL ngày 12/3/2024",
            "dien-bien",
            "2024-04-01",
            "id/doc/dien-bien/sdl/to-trinh/2024/40",
            "inferred",
        ),
        (  # a code that no table lists, of several bodies of the centre
            "Kết luận liên ngành Tư pháp Trung ương số 23/KL-LNTPTW ngày 21/11/2024",
            "dong-nai",
            "2025-01-01",
            "id/doc/tw/lntptw/ket-luan/2024/23",
            "inferred",
        ),
        (
            "Công văn số 7288/UBND-KGVX ngày 14/8/2023",
            "dien-bien",
            "2023-09-01",
            "id/doc/dien-bien/ubnd-kgvx/cong-van/2023/7288",
            "inferred",
        ),
    ],
)
def test_areas_of_numbers(cited, line: str, area: str, date: str, path: str, resolution: str) -> None:
    (ref,) = cited(line, area=area, date=date)
    assert (ref.path, ref.resolution) == (path, resolution)


@pytest.mark.parametrize(
    ("line", "date", "area"),
    [
        # the counter of a merged province starts again: the day of the cited document counts, not that of the citing
        ("Kế hoạch số 12/KH-UBND ngày 05/5/2024 của UBND tỉnh Gia Lai", "2025-10-01", "gia-lai"),
        ("Kế hoạch số 12/KH-UBND ngày 05/8/2025 của UBND tỉnh Gia Lai", "2025-10-01", "gia-lai-2025"),
        ("Kế hoạch số 12/KH-UBND ngày 05/5/2024", "2024-10-01", "gia-lai"),
    ],
)
def test_a_document_is_of_the_province_of_its_own_day(cited, line: str, date: str, area: str) -> None:
    assert cited(line, area="gia-lai", date=date)[0].path.split("/")[2] == area


def test_a_circular_is_a_ministrys_though_nobody_lists_its_code(cited) -> None:
    line = "Thông tư số 03/2008/TT-BXYZ ngày 01 tháng 7 năm 2008"
    assert cited(line, area="quang-binh", date="2011-04-25")[0].path == "id/doc/tw/bxyz/thong-tu-qppl/2008/3"
    line = "Tờ trình số 03/TTr-XYZ ngày 01 tháng 7 năm 2008"
    assert cited(line, area="quang-binh", date="2011-04-25")[0].path == "id/doc/quang-binh/xyz/to-trinh/2008/3"


def test_a_provincial_number_without_an_area_stays_unresolved(cited) -> None:
    (here,) = cited("Kế hoạch số 85/KH-UBND ngày 12/4/2021", area="", document="id/doc/a")
    (there,) = cited("Kế hoạch số 85/KH-UBND ngày 12/4/2021", area="", document="id/doc/b")
    assert here.resolution == there.resolution == "unresolved"
    assert here.path != there.path
    assert here.confidence < 0.5


def test_a_central_document_cites_no_province_unsaid(cited) -> None:
    (ref,) = cited("Kế hoạch số 85/KH-UBND ngày 12/4/2021", area="tw")
    assert ref.resolution == "unresolved"
    assert not ref.path.startswith("id/doc/tw/")


@pytest.mark.parametrize(
    ("line", "date", "path"),
    [
        # by number, by date, by year in the name
        ("Luật Khoa học và Công nghệ số 29/2013/QH13", "2020-01-01", "id/doc/tw/qh/luat/2013/29"),
        ("Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013", "2015-10-02", "id/doc/tw/qh/luat/2013/29"),
        ("Luật Khoa học và Công nghệ năm 2000", "2013-05-30", "id/doc/tw/qh/luat/2000/21"),
        # by bare name: the one in force on the day of the citing document
        ("Luật Khoa học và Công nghệ", "2013-05-30", "id/doc/tw/qh/luat/2000/21"),
        ("Luật Khoa học và Công nghệ", "2019-10-01", "id/doc/tw/qh/luat/2013/29"),
        ("Luật Thủ đô", "2013-05-30", "id/doc/tw/qh/luat/2012/25"),
        ("Luật Giao dịch điện tử (sửa đổi) ngày 22/6/2023", "2024-12-09", "id/doc/tw/qh/luat/2023/20"),
        ("Luật Đất đai", "2010-01-01", "id/doc/tw/qh/luat/2003/13"),
        ("Luật Đất đai", "2014-07-01", "id/doc/tw/qh/luat/2013/45"),
        ("Luật Đất đai", "2024-09-01", "id/doc/tw/qh/luat/2024/31"),
        ("Luật Đầu tư", "2008-05-05", "id/doc/tw/qh/luat/2005/59"),
        ("Luật Đầu tư", "2018-05-05", "id/doc/tw/qh/luat/2014/67"),
        ("Luật Đầu tư", "2023-05-05", "id/doc/tw/qh/luat/2020/61"),
        ("Luật Đầu tư", "2026-05-05", "id/doc/tw/qh/luat/2025/143"),
        ("Luật Tổ chức HĐND và UBND (sửa đổi) ngày 21/6/1994", "2001-03-05", LAW_OF_1994),
        ("Luật tổ chức HĐND và UBND", "1999-06-29", LAW_OF_1994),
        # short names written out, "và" and a comma alike
        ("Luật tổ chức HĐND, UBND ngày 26/11/2003", "2006-02-16", "id/doc/tw/qh/luat/2003/11"),
        ("Luật Đất đai năm 2013", "2025-06-01", "id/doc/tw/qh/luat/2013/45"),
        ("Luật Đất đai 2013", "2025-06-01", "id/doc/tw/qh/luat/2013/45"),
        ("Luật Đất đai năm 2024", "2025-06-01", "id/doc/tw/qh/luat/2024/31"),
        ("Luật Đất đai ngày 29 tháng 11 năm 2013", "2024-06-01", "id/doc/tw/qh/luat/2013/45"),
        ("Luật Đầu tư công ngày 29/11/2024", "2025-06-01", "id/doc/tw/qh/luat/2024/58"),
    ],
)
def test_laws(cited, line: str, date: str, path: str) -> None:
    assert cited(line, date=date)[0].path == path


@pytest.mark.parametrize(
    ("line", "date"),
    [
        # passed, but not yet in force: the text may mean either
        ("Luật Khoa học và Công nghệ", "2013-06-18"),
        ("Luật Đất đai", "2024-06-01"),
        ("Luật Đầu tư", "2025-12-31"),
        # no date of the citing document, none of several; older than any that bears the name; a day on which none was
        ("Luật Khoa học và Công nghệ", ""),
        ("Luật Khoa học và Công nghệ", "1999-01-01"),
        ("Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2014", "2020-01-01"),
    ],
)
def test_a_law_that_cannot_be_told_is_none(cited, knowledge, line: str, date: str) -> None:
    (ref,) = cited(line, date=date)
    assert ref.path not in {f"id/doc/{row.path}" for row in knowledge.documents}
    assert ref.resolution == "unresolved"


def test_what_a_plan_carries_out_is_the_law_to_come(cited) -> None:
    lines = ("Nghị định số 1/2020/NĐ-CP;\n\nThực hiện Luật Đất đai", "Luật Đất đai", "Luật Nhà ở")
    _, titled, bare, other = cited(*lines, date="2024-06-01")
    assert titled.path == bare.path == "id/doc/tw/qh/luat/2024/31"
    assert other.resolution == "unresolved"


def test_an_untold_law_lists_its_candidates(cited) -> None:
    (ref,) = cited("Luật Khoa học và Công nghệ", date="")
    assert {"id/doc/tw/qh/luat/2000/21", "id/doc/tw/qh/luat/2013/29"} <= set(ref.candidates)
    assert ref.path == "id/doc/tw/qh/luat/nd/luat-khoa-hoc-va-cong-nghe"


def test_a_draft_is_not_the_law_in_force(cited) -> None:
    (ref,) = cited("dự thảo Luật Đất đai", date="2023-06-01")
    assert ref.draft is True
    assert ref.path != "id/doc/tw/qh/luat/2013/45"


def test_a_law_nobody_knows_has_a_name_of_its_own(cited) -> None:
    (ref,) = cited("Luật Trồng rau ngày 19 tháng 11 năm 2018", date="2020-01-01")
    assert (ref.path, ref.resolution) == ("id/doc/tw/qh/luat/2018/luat-trong-rau", "unresolved")


def test_known_documents_bring_what_the_authority_knows(cited) -> None:
    (ref,) = cited("Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương")
    assert (ref.date, ref.issuer, ref.symbol, ref.party) == ("2012-11-01", "bch-tw", "20-NQ/TW", True)
    assert ref.title.startswith("Về phát triển khoa học và công nghệ")


def test_every_known_document_is_found_by_its_own_symbol_and_date(knowledge) -> None:
    linker = DocumentLinker(knowledge)
    for row in knowledge.documents:
        area = row.path.split("/")[0]
        if not row.symbol or not row.date or row.type == "tieu-chuan":
            continue
        ref = linker.captured(DocumentSymbol.parse(row.symbol), row.type, area, row.date)
        assert ref.path == f"id/doc/{row.path}"


def test_every_path_of_the_authority_parses(knowledge) -> None:
    for row in knowledge.documents:
        assert DocumentKey.parse(f"id/doc/{row.path}").path == f"id/doc/{row.path}"


@pytest.mark.parametrize(
    ("symbol", "form", "area", "date", "path"),
    [
        ("90/KH-UBND", "ke-hoach", "ha-noi", "2013-05-30", "id/doc/ha-noi/ubnd/ke-hoach/2013/90"),
        ("05/2021/QĐ-UBND", "quyet-dinh", "ha-noi", "2021-04-01", "id/doc/ha-noi/ubnd/quyet-dinh-qppl/2021/5"),
        ("0204/KH-UBND", "ke-hoach", "ca-mau-2025", "2025-11-24", "id/doc/ca-mau-2025/ubnd/ke-hoach/2025/204"),
        ("45-CT/TU", "chi-thi", "son-la", "2022-04-12", "id/doc/son-la/tu/chi-thi/2022/45"),
        ("12/KH-UBND", "ke-hoach", "son-la", "", "id/doc/son-la/ubnd/ke-hoach/nd/12"),
    ],
)
def test_captured_documents(knowledge, symbol: str, form: str, area: str, date: str, path: str) -> None:
    assert DocumentLinker(knowledge).captured(DocumentSymbol.parse(symbol), form, area, date).path == path


def test_a_document_without_a_number_is_named_by_its_words(knowledge) -> None:
    linker = DocumentLinker(knowledge)
    first = linker.unnumbered("gia-lai", "UBND", "ke-hoach", "Triển khai Kết luận số 50")
    again = linker.unnumbered("gia-lai", "UBND", "ke-hoach", "TRIỂN KHAI  Kết luận số 50.")
    other = linker.unnumbered("gia-lai", "UBND", "ke-hoach", "Triển khai Kết luận số 51")
    assert first.path == again.path != other.path
    assert first.path.startswith("id/doc/gia-lai/ubnd/ke-hoach/nd/nn-")
    assert linker.unnumbered("gia-lai", "UBND", "ke-hoach", "x", "2019-10-01").path.split("/")[5] == "2019"


def test_a_place_said_once_counts_for_the_same_number_of_the_same_day(cited) -> None:
    """A city that took in two provinces cites the programmes of all three."""
    lines = (
        "Chương trình số 27-CTr/TU ngày 12/3/2018 của Tỉnh ủy Sóc Trăng",
        "Chương trình số 27-CTr/TU ngày 12/3/2018 của Tỉnh ủy",
        "Chương trình số 27-CTr/TU ngày 15/3/2018 của Thành ủy",
    )
    assert paths(cited(*lines, area="can-tho-2025", date="2025-11-21")) == [
        "id/doc/soc-trang/tu/chuong-trinh/2018/27",
        "id/doc/soc-trang/tu/chuong-trinh/2018/27",
        "id/doc/can-tho/tu/chuong-trinh/2018/27",
    ]


def test_a_place_said_of_two_makes_none_for_a_third(cited) -> None:
    day = "ngày 12/3/2018 của"
    lines = [
        f"Chương trình số 27-CTr/TU {day} {body}" for body in ("Tỉnh ủy Sóc Trăng", "Tỉnh ủy Hậu Giang", "Tỉnh ủy")
    ]
    assert [path.split("/")[2] for path in paths(cited(*lines, area="can-tho-2025", date="2025-11-21"))] == [
        "soc-trang",
        "hau-giang",
        "can-tho",
    ]


def test_a_law_of_the_year_is_meant_though_the_day_is_wrong(cited) -> None:
    """No law is passed twice in a year; a wrong year makes another law, of which nothing is known."""
    slip, other = (
        "Luật Tổ chức chính quyền địa phương ngày 16/6/2015",
        "Luật Tổ chức chính quyền địa phương ngày 19/6/2011",
    )
    assert paths(cited(slip, other, date="2020-01-01")) == [
        "id/doc/tw/qh/luat/2015/77",
        "id/doc/tw/qh/luat/2011/luat-to-chuc-chinh-quyen-dia-phuong",
    ]


def test_an_ordinance_is_told_by_the_day_of_who_cites_it(cited) -> None:
    line = "Pháp lệnh ưu đãi người có công với cách mạng"
    assert cited(line, date="2010-01-01")[0].path == "id/doc/tw/ubtvqh/phap-lenh/2005/26"
    assert cited(line, date="2023-01-01")[0].path == "id/doc/tw/ubtvqh/phap-lenh/2020/2"
    assert cited("Pháp lệnh Cảnh vệ ngày 02/4/2005")[0].path == "id/doc/tw/ubtvqh/phap-lenh/2005/phap-lenh-canh-ve"


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Luật Quy hoạch được Quốc hội khóa XIV thông qua tại kỳ họp thứ 4 ngày 24 tháng 11 năm 2017", "luat/2017/21"),
        ("Luật Quy hoạch đã được Quốc hội khóa XIV thông qua ngày 24/11/2017", "luat/2017/21"),
        (
            "Pháp lệnh Thú y do Ủy ban Thường vụ Quốc hội ban hành ngày 29 tháng 4 năm 2004",
            "phap-lenh/2004/phap-lenh-thu-y",
        ),
        ("Bộ luật Hình sự năm 2015", "bo-luat/2015/bo-luat-hinh-su"),
        ("Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015", "luat/2015/87"),
    ],
)
def test_how_a_law_was_passed_is_no_part_of_its_name(cited, line: str, path: str) -> None:
    assert [ref.path.split("/", 4)[4] for ref in cited(line, date="2020-01-01")] == [path]


def test_the_number_of_a_letter_keeps_all_its_groups(cited) -> None:
    lines = ("Công văn số 12/CT-CS ngày 5/3/2024 của Cục Thuế", "Công văn số 12/CS-CT ngày 5/3/2024 của Cục Thuế")
    assert [ref.key.organ for ref in cited(*lines)] == ["ct-cs", "cs-ct"]
    assert cited("Công văn số 12-CV/TU ngày 5/3/2024")[0].key.organ == "tu"


MINISTRY = "của Bộ trưởng Bộ Lao động - Thương binh và Xã hội"


def test_the_issuer_said_with_a_number_beats_a_code_that_departments_share(cited) -> None:
    of = "id/doc/{}/lddtbxh/quyet-dinh/2022/{}".format
    own = f"Quyết định số 108/QĐ-LĐTBXH ngày 15/02/2022 {MINISTRY}"
    assert paths(cited(own, area="son-la")) == [of("tw", 108)]
    listed = (
        f"các Quyết định {MINISTRY}: Số 108/QĐ-LĐTBXH ngày 15/02/2022 về việc chi trả; số 109/QĐ-LĐTBXH ngày 16/02/2022"
    )
    assert paths(cited(listed, area="son-la")) == [of("tw", 108), of("tw", 109)]
    # another organ in the list, nobody said, and a department that signs in full
    mixed = f"các Quyết định {MINISTRY}: Số 108/QĐ-LĐTBXH ngày 15/02/2022; số 9/QĐ-UBND ngày 16/02/2022"
    assert paths(cited(mixed, area="son-la"))[1] == "id/doc/son-la/ubnd/quyet-dinh/2022/9"
    assert paths(cited("Quyết định số 108/QĐ-LĐTBXH ngày 15/02/2022", area="son-la")) == [of("son-la", 108)]
    full = "Quyết định số 7/QĐ-SLĐTBXH ngày 15/02/2022"
    assert paths(cited(full, area="son-la")) == ["id/doc/son-la/slddtbxh/quyet-dinh/2022/7"]


def test_a_number_of_its_own_register_is_of_its_own_place(cited) -> None:
    letter = "Công văn số 2906/LĐTBXH-KHTC ngày 13/7/2017"
    own = "id/doc/tw/lddtbxh-khtc/cong-van/2019/2638"
    assert cited(letter, area="tw", document=own)[0].key.area == "tw"
    assert cited(letter, area="tw", document="id/doc/tw/btc-hcsn/cong-van/2019/2638")[0].key.area != "tw"


def test_a_year_to_come_is_no_part_of_the_name_of_a_law(cited) -> None:
    law = "Pháp lệnh Ưu đãi người có công với cách mạng năm {}".format
    assert paths(cited(law(2020), date="2019-07-03")) == ["id/doc/tw/ubtvqh/phap-lenh/2005/26"]
    assert paths(cited(law(2020), date="2021-07-03")) == ["id/doc/tw/ubtvqh/phap-lenh/2020/2"]
    assert paths(cited(law(2005), date="2021-07-03")) == ["id/doc/tw/ubtvqh/phap-lenh/2005/26"]
    # of the year itself, but before it was passed
    assert paths(cited(law(2020), date="2020-05-03")) != ["id/doc/tw/ubtvqh/phap-lenh/2020/2"]


def test_joint_issuers_stand_in_printed_order(cited) -> None:
    joint = "id/doc/tw/btc.bkhcn/thong-tu-lien-tich-qppl/2011/22"
    for line in (
        "Thông tư liên tịch số 22/2011/TTLT-BTC-BKHCN ngày 21/02/2011 của Bộ Tài chính và Bộ Khoa học và Công nghệ",
        "Thông tư liên tịch số 22/2011/TTLT/BTC-BKHCN",
        "Thông tư số 22/2011/TTLT-BTC-BKHCN ngày 21/02/2011",
    ):
        assert paths(cited(line, date="2014-01-01")) == [joint]
    (alone,) = paths(cited("Thông tư số 22/2011/TT-BTC ngày 21/02/2011", date="2014-01-01"))
    assert alone == "id/doc/tw/btc/thong-tu-qppl/2011/22"


@pytest.mark.parametrize(
    ("line", "area", "date", "path"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "dien-bien", "2022-01-01", "tw/tw/nghi-quyet/2021/dai-hoi-xiii"),
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ 13", "dien-bien", "", "tw/tw/nghi-quyet/2021/dai-hoi-xiii"),
        ("Nghị quyết Đại hội XIV của Đảng", "dien-bien", "2026-05-01", "tw/tw/nghi-quyet/2026/dai-hoi-xiv"),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Gia Lai lần thứ XVI, nhiệm kỳ 2020-2025",
            "gia-lai-2025",
            "2025-12-01",
            "gia-lai/tu/nghi-quyet/nd/dai-hoi-xvi",
        ),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ I",
            "gia-lai",
            "2025-12-01",
            "gia-lai-2025/tu/nghi-quyet/nd/dai-hoi-i",
        ),
        (
            "Nghị quyết Đại hội Đảng bộ huyện Mường Nhé lần thứ VI",
            "dien-bien",
            "2021-01-01",
            "dien-bien.huyen-muong-nhe/hu/nghi-quyet/nd/dai-hoi-vi",
        ),
    ],
)
def test_the_resolution_of_a_congress_is_one_node(cited, line: str, area: str, date: str, path: str) -> None:
    assert paths(cited(line, area=area, date=date)) == [f"id/doc/{path}"]


def test_the_draft_of_a_resolution_is_not_the_resolution(cited) -> None:
    (draft,) = cited("việc xây dựng dự thảo Nghị quyết Đại hội lần thứ XV Đảng bộ tỉnh Điện Biên")
    assert draft.draft
    assert not draft.path.endswith("dai-hoi-xv")


def test_a_number_said_with_its_issuer_is_the_numbered_document(cited) -> None:
    (ref,) = cited("Nghị quyết số 18 ngày 25-10-2017 của Ban Chấp hành Trung ương Đảng khóa XII")
    assert (ref.path, ref.resolution) == ("id/doc/tw/tw/nghi-quyet/2017/18", "inferred")


def test_a_resolution_of_the_national_assembly_is_the_one_that_the_text_numbers(cited) -> None:
    alone, full, again = (
        *cited("Nghị quyết 226 của Quốc hội"),
        *cited("Nghị quyết số 226/2025/QH15 ngày 27/6/2025 của Quốc hội", "Nghị quyết 226 của Quốc hội"),
    )
    assert alone.path.startswith("id/doc/tw/qh/nghi-quyet/nd/nn-")
    assert full.path == again.path == "id/doc/tw/qh/nghi-quyet/2025/226"


def test_a_directive_said_by_its_day_is_the_one_that_the_text_numbers(cited) -> None:
    said = "Chỉ thị của Ban Thường vụ Tỉnh ủy ngày 20/8/2021"
    (alone,) = cited(said)
    full, again = cited("Chỉ thị số 04-CT/TU ngày 20/8/2021 của Ban Thường vụ Tỉnh ủy", said)
    assert alone.path.startswith("id/doc/dien-bien/tu/chi-thi/2021/nn-")
    assert full.path == again.path == "id/doc/dien-bien/tu/chi-thi/2021/4"
