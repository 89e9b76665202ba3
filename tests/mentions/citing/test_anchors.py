"""Where a text names another document: symbols with type word, date, term and issuer; laws; descriptions."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from kgbuild.mentions.citing.anchors import find_anchors
from kgbuild.mentions.citing.citation_names import Anchor
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.reading import Reader
from kgbuild.text.normalize import normalise

Find = Callable[..., list[dict[str, Any]]]


def fields(text, anchor: Anchor) -> dict[str, Any]:
    issuer = anchor.issuer
    return {
        "words": text.words(anchor.span),
        "form": anchor.form,
        "symbol": str(anchor.symbol) if anchor.symbol else None,
        "name": anchor.name,
        "date": anchor.date,
        "issuer": (issuer.record or issuer.name) if issuer else None,
        "term": anchor.term,
    }


@pytest.fixture(scope="module")
def find(reader: Reader) -> Find:
    def finder(words: str, area: str = "ha-noi") -> list[dict[str, Any]]:
        text = normalise(words)
        agencies = AgencyReader.of(reader.lexicon, area)
        return [fields(text, a) for a in find_anchors(text, Span(0, len(text.norm)), reader.names, agencies)]

    return finder


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Chương trình hành động số 22-CTr/TU ngày 25/04/2013 của Thành ủy Hà Nội về phát triển",
            {"form": "chuong-trinh-hanh-dong", "symbol": "22-CTr/TU", "date": "2013-04-25", "issuer": "prov:tu"},
        ),
        (
            "Kết luận số 50-KL/TW, ngày 30/5/2019 của Ban Bí thư",
            {"form": "ket-luan", "symbol": "50-KL/TW", "date": "2019-05-30", "issuer": "bbt"},
        ),
        (
            "Nghị quyết số 29-NQ/TW ngày 17 tháng 11 năm 2022 của Ban Chấp hành Trung ương Đảng khóa XIII",
            {"symbol": "29-NQ/TW", "date": "2022-11-17", "issuer": "bch-tw", "term": "XIII"},
        ),
        (
            "Nghị quyết số 19-NQ/TW, ngày 16/6/2022 của Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XIII",
            {"symbol": "19-NQ/TW", "issuer": "bch-tw", "term": "XIII"},
        ),
        (
            "Nghị quyết số 20-NQ/TW của Hội nghị Ban Chấp hành Trung ương Đảng lần thứ 6 (khóa XI)",
            {"symbol": "20-NQ/TW", "issuer": "bch-tw", "term": "XI"},
        ),
        # the committee of the youth or women's union is not the Party's
        (
            "Quyết định số 84 QĐ/TWĐTN ngày 22/02/2013 của Ban Chấp hành Trung ương Đoàn;",
            {"date": "2013-02-22", "issuer": "tw-doan"},
        ),
        (
            "Kế hoạch số 298 KH/TWĐTN ngày 14/7/2011 của Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh về đại hội",
            {"date": "2011-07-14", "issuer": "tw-doan"},
        ),
        (
            "Nghị quyết số 06-NQ/ĐCT ngày 02/3/2018 của Ban Chấp hành Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
            {"date": "2018-03-02", "issuer": "tw-hlhpn"},
        ),
        ("Quyết định 05/2021/QĐ-UBND", {"form": "quyet-dinh", "symbol": "05/2021/QĐ-UBND", "date": None}),
        ("Chỉ thị 29-CT/TU", {"form": "chi-thi", "symbol": "29-CT/TU"}),
        ("NQ 20-NQ/TW", {"form": "nghi-quyet", "symbol": "20-NQ/TW"}),
        ("QĐ 1569/QĐ-TTg", {"form": "quyet-dinh", "symbol": "1569/QĐ-TTg"}),
        (
            "Công văn số 7288/UBND-KGVX ngày 14-8-2023",
            {"form": "cong-van", "symbol": "7288/UBND-KGVX", "date": "2023-08-14"},
        ),
        ("Tờ trình số 1940/TTr-SKHCN", {"form": "to-trinh", "symbol": "1940/TTr-SKHCN"}),
        ("Tờ trình số 126/SKHĐT ngày 23/01/2007", {"form": "to-trinh", "symbol": "126/SKHĐT", "date": "2007-01-23"}),
        ("Văn bản số 7050/QKCHT&ATGT ngày 17/12/2021", {"symbol": "7050/QKCHT&ATGT", "date": "2021-12-17"}),
        ("Chỉ thị số 237/TTg ngày 19 tháng 4 năm 1996", {"form": "chi-thi", "symbol": "237/TTg", "date": "1996-04-19"}),
        # codes of sender and unit that no table knows
        ("Công văn số 313/GT-GT ngày 15 tháng 4 năm 2002", {"form": "cong-van", "symbol": "313/GT-GT"}),
        ("Nghị quyết 06/TU - ngày 26/3 hằng năm", {"form": "nghi-quyet", "symbol": "06/TU", "date": None}),
        ("Nghị quyết số 202/2025/QH ngày 12/6/2025", {"form": "nghi-quyet", "symbol": "202/2025/QH"}),
        # "văn bản" is no type: the number tells it
        ("Văn bản số 91/TTr-SGDĐT", {"form": "to-trinh", "symbol": "91/TTr-SGDĐT"}),
        ("văn bản số 8689/BNN-TY", {"form": "cong-van", "symbol": "8689/BNN-TY"}),
        ("Thông tư số 01/2011/TT-BNV ngày 19.01.2011", {"form": "thong-tu", "date": "2011-01-19"}),
        ("Công điện số 10/CĐ-TTg", {"form": "cong-dien", "symbol": "10/CĐ-TTg"}),
        # the type word beats the symbol: a Party Quy định is no Quyết định
        ("Quy định số 66-QĐ/TW ngày 06/02/2017", {"form": "quy-dinh", "symbol": "66-QĐ/TW"}),
        ("Quyết định số 244-QĐ/TW", {"form": "quyet-dinh", "symbol": "244-QĐ/TW"}),
        # no type word at all
        ("theo 19-NQ/TW", {"form": "nghi-quyet", "symbol": "19-NQ/TW"}),
        # dates in every spelling
        ("Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4 năm 2014 của Chính phủ", {"date": "2014-04-04", "issuer": "cp"}),
        ("Nghị quyết số 19-NQ/TW, ngày 25-10-2017", {"date": "2017-10-25"}),
        ("Nghị quyết số 57-NQ/TW (ngày 22.12.2024)", {"date": "2024-12-22"}),
        ("Nghị quyết số 03/NQ-CP của Chính phủ ngày 09/01/2025", {"date": "2025-01-09", "issuer": "cp"}),
        # a place said with the issuer
        (
            "Kế hoạch số 85/KH-UBND ngày 12/4/2021 của UBND tỉnh Cà Mau",
            {"symbol": "85/KH-UBND", "date": "2021-04-12", "issuer": "prov:ubnd"},
        ),
        ("Nghị quyết số 11/NQ-HĐND của HĐND tỉnh", {"issuer": "prov:hdnd"}),
        ("Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ", {"issuer": "ttg"}),
    ],
)
def test_symbols_with_what_is_said_of_them(find: Find, words: str, expected: dict[str, Any]) -> None:
    (found,) = find(words)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013",
            {"form": "luat", "name": "Luật Khoa học và Công nghệ", "date": "2013-06-18", "symbol": None},
        ),
        (  # the day on which it was made public is not its own
            "Luật Khoa học và công nghệ công bố ngày 22 tháng 6 năm 2000",
            {"form": "luat", "name": "Luật Khoa học và công nghệ", "date": None, "symbol": None},
        ),
        ("Luật Đầu tư ngày 17/6/2020", {"form": "luat", "name": "Luật Đầu tư", "date": "2020-06-17"}),
        (
            "Luật Ban hành văn bản quy phạm pháp luật của các hội đồng ngày 03/12/2004",  # "pháp luật" opens no law
            {"name": "Luật Ban hành văn bản quy phạm pháp luật của các hội đồng", "date": "2004-12-03"},
        ),
        (
            "Luật Trồng trọt ngày 19 tháng 11 năm 2018",
            {"form": "luat", "name": "Luật Trồng trọt", "date": "2018-11-19"},
        ),
        ("Bộ luật Lao động ngày 20 tháng 11 năm 2019", {"form": "bo-luat", "name": "Bộ luật Lao động"}),
        (
            "Pháp lệnh Ưu đãi người có công ngày 09 tháng 12 năm 2020",
            {"form": "phap-lenh", "name": "Pháp lệnh Ưu đãi người có công", "date": "2020-12-09"},
        ),
        ("Luật Giáo dục số 43/2019/QH14", {"form": "luat", "symbol": "43/2019/QH14"}),
        # whose name is that of another type of document
        ("Căn cứ Luật Quy hoạch số 21/2017/QH14;", {"form": "luat", "name": "Luật Quy hoạch"}),
        ("(khoản 2 Điều 30 Luật Quy hoạch số 21/2017/QH14)", {"form": "luat", "symbol": "21/2017/QH14"}),
        ("theo Luật này và Nghị quyết số 98/2023/QH15", {"form": "nghi-quyet", "symbol": "98/2023/QH15"}),
        (
            "Luật số 52/2019/QH14 sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
            {"symbol": "52/2019/QH14"},
        ),
        (  # longer than most: cut short it would be another law
            "theo Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Uỷ ban nhân dân năm 2004 và",
            {"name": "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Uỷ ban nhân dân năm 2004"},
        ),
        ("Luật Thủ đô", {"name": "Luật Thủ đô", "form": "luat", "date": None}),
        ("luật khoa học và công nghệ", {"form": "luat", "symbol": None}),
        ("Nghị quyết Hội nghị Trung ương 6 (khóa XI)", {"form": "nghi-quyet", "symbol": None}),
        ("Nghị quyết Trung ương 6 (Khóa XI)", {"form": "nghi-quyet", "symbol": None}),
    ],
)
def test_laws_and_known_names(find: Find, words: str, expected: dict[str, Any]) -> None:
    found = find(words)[0]
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("amending", ["Luật sửa đổi, bổ sung một số điều", "Luật sửa đổi một số điều"])
def test_an_amending_law_by_its_own_date_is_one_document(find: Find, amending: str) -> None:
    words = f"{amending} của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019"
    (found,) = find(words)
    assert found["date"] == "2019-11-22"
    assert found["name"].startswith(amending)


def test_the_day_by_which_a_law_is_reviewed_is_not_its_own(find: Find) -> None:
    law = "tổng kết thi hành Luật Bầu cử đại biểu Quốc hội"
    assert [found["date"] for found in find(f"{law} ngày 10 tháng 12 năm 2023")] == ["2023-12-10"]
    assert find(f"{law}, trình Chính phủ trước ngày 10 tháng 12 năm 2023") == []


def test_two_laws_with_their_dates(find: Find) -> None:
    words = "Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020; Luật Đất đai ngày 18 tháng 01 năm 2024"
    assert [(f["name"], f["date"]) for f in find(words)] == [
        ("Luật Bảo vệ môi trường", "2020-11-17"),
        ("Luật Đất đai", "2024-01-18"),
    ]


@pytest.mark.parametrize(
    ("words", "symbols", "forms", "issuers"),
    [
        # one type word for several numbers
        (
            "các Nghị quyết số 19-NQ/TW, 20-NQ/TW và 21-NQ/TW",
            ["19-NQ/TW", "20-NQ/TW", "21-NQ/TW"],
            ["nghi-quyet"] * 3,
            [None] * 3,
        ),
        ("Quy định số 08-QĐ/TW và số 37-QĐ/TW", ["08-QĐ/TW", "37-QĐ/TW"], ["quy-dinh"] * 2, [None] * 2),
        # one issuer after the last
        (
            "Quyết định số 749/QĐ-TTg, số 411/QĐ-TTg của Thủ tướng Chính phủ",
            ["749/QĐ-TTg", "411/QĐ-TTg"],
            ["quyet-dinh"] * 2,
            ["ttg", "ttg"],
        ),
        (
            "Kế hoạch số 12/KH-UBND và 15/KH-UBND của UBND tỉnh Sơn La",
            ["12/KH-UBND", "15/KH-UBND"],
            ["ke-hoach"] * 2,
            ["prov:ubnd"] * 2,
        ),
        # another organ keeps its own
        (
            "Nghị quyết số 10/NQ-HĐND và Kế hoạch số 15/KH-UBND của UBND tỉnh",
            ["10/NQ-HĐND", "15/KH-UBND"],
            ["nghi-quyet", "ke-hoach"],
            [None, "prov:ubnd"],
        ),
        (
            "Nghị quyết số 52-NQ/TW của Bộ Chính trị, Nghị quyết số 50/NQ-CP của Chính phủ",
            ["52-NQ/TW", "50/NQ-CP"],
            ["nghi-quyet"] * 2,
            ["bct", "cp"],
        ),
    ],
)
def test_lists_share_type_word_and_issuer(
    find: Find, words: str, symbols: list[str], forms: list[str], issuers: list[str | None]
) -> None:
    found = find(words)
    assert [f["symbol"] for f in found] == symbols
    assert [f["form"] for f in found] == forms
    assert [f["issuer"] for f in found] == issuers


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Bộ Chính trị tại Kết luận số 69-KL/TW ngày 11/01/2024", "bct"),
        ("Thủ tướng Chính phủ tại Chỉ thị số 16/CT-TTg", "ttg"),
        ("họp tại Kết luận số 69-KL/TW", None),
    ],
)
def test_an_issuer_before_its_document(find: Find, words: str, issuer: str | None) -> None:
    assert [f["issuer"] for f in find(words)] == [issuer]


@pytest.mark.parametrize(
    "words",
    [
        "Chiến lược phát triển khoa học và công nghệ đến năm 2020",
        "Quy hoạch tổng thể phát triển kinh tế - xã hội thời kỳ 2021 - 2030",
        "Kế hoạch phát triển kinh tế - xã hội năm 2024",
    ],
)
def test_described_documents(find: Find, words: str) -> None:
    (found,) = find(words)
    assert found["symbol"] is None
    assert found["name"] == words


@pytest.mark.parametrize(
    "words",
    [
        "giai đoạn 2013 - 2020 và tầm nhìn đến năm 2030",
        "ngày 26/4/2024 diễn ra hội chợ",
        "đạt 100% kế hoạch năm",
        "Kế hoạch này có hiệu lực kể từ ngày ký",
        "theo quy định của pháp luật",
        "Quyết định công nhận kết quả",
        "Luật sư Đoàn luật sư tỉnh",
        "áp dụng kỷ luật lao động",
        "các nghị quyết, kế hoạch của cấp trên",
        "Kế hoạch của đơn vị",
    ],
)
def test_what_names_no_document(find: Find, words: str) -> None:
    assert find(words) == []


@pytest.mark.parametrize("words", ["TCVN ISO 9001:2015", "QCVN 01:2009/BYT", "TCVN 5603:2023"])
def test_a_standard_is_no_administrative_document(find: Find, words: str) -> None:
    (found,) = find(f"áp dụng {words} trong cơ quan")
    assert (found["form"], found["symbol"], found["name"]) == ("tieu-chuan", None, words)


def test_anchors_stand_in_order_and_apart(find: Find, reader: Reader) -> None:
    words = (
        "Thực hiện Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị, Luật Giao dịch điện tử ngày 22/6/2023, "
        "Quyết định số 749/QĐ-TTg và Kế hoạch phát triển kinh tế - xã hội năm 2024"
    )
    text = normalise(words)
    found = find_anchors(text, Span(0, len(text.norm)), reader.names, AgencyReader.of(reader.lexicon, ""))
    assert len(found) == 4
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(a.span.covers(a.core) for a in found)


@pytest.mark.parametrize(
    "words",
    [
        "số 126/SKHĐT",
        "Nghị quyết số 4/XII",
        "Quyết định số 12/QĐ",
        "Luật Đất đai được áp dụng từ năm 2015",
        "thi hành Luật này trong năm 2015",
    ],
)
def test_what_is_neither_number_nor_law(find: Find, words: str) -> None:
    assert [found for found in find(words) if found["symbol"] or "năm" in found["name"]] == []


def test_a_law_may_be_about_the_national_assembly(find: Find) -> None:
    law = "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân"
    assert [(a["name"], a["date"]) for a in find(f"Căn cứ {law} ngày 20 tháng 11 năm 2015;")] == [(law, "2015-11-20")]
    assert find("Luật Đất đai của Quốc hội ngày 20 tháng 11 năm 2015")[0]["name"] == "Luật Đất đai"


@pytest.mark.parametrize(
    ("words", "surface"),
    [
        (
            "CHỈ THỊ SỐ 37-CT/TW NGÀY 03/9/2019 CỦA BAN BÍ THƯ VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO",
            "CHỈ THỊ SỐ 37-CT/TW NGÀY 03/9/2019 CỦA BAN BÍ THƯ",
        ),
        (
            "NGHỊ QUYẾT SỐ 48-NQ/TU NGÀY 20/02/2025 CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÁNH HÒA THỰC HIỆN NGHỊ QUYẾT",
            "NGHỊ QUYẾT SỐ 48-NQ/TU NGÀY 20/02/2025 CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÁNH HÒA",
        ),
        # a board that is named by what it carries out keeps its name
        (
            "KẾ HOẠCH SỐ 5-KH/BCĐ CỦA BAN CHỈ ĐẠO THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
            "KẾ HOẠCH SỐ 5-KH/BCĐ CỦA BAN CHỈ ĐẠO THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        ),
        # the bracket around the whole is not that of the date
        ("(Công văn số 931/SGD-TC ngày 19/6/2006)", "Công văn số 931/SGD-TC ngày 19/6/2006"),
        ("Công văn số 931/SGD-TC (ngày 19/6/2006)", "Công văn số 931/SGD-TC (ngày 19/6/2006)"),
    ],
)
def test_where_a_citation_ends(find: Find, words: str, surface: str) -> None:
    anchors = find(words)
    assert [a["words"] for a in anchors] == [surface]


def test_a_report_of_appraisal_is_a_report(find: Find) -> None:
    found = find("và Báo cáo thẩm định số 18/BCTĐ-STP ngày 25/5/2018 của Sở Tư pháp")
    assert [(a["form"], a["symbol"]) for a in found] == [("bao-cao", "18/BCTĐ-STP")]


def test_numbers_with_and_without_type_symbols_in_one_sentence(find: Find) -> None:
    found = find("Tờ trình số 126/SKHĐT, Quyết định số 5/QĐ-UBND, Công văn số 313/GTVT")
    assert [a["symbol"] for a in found] == ["126/SKHĐT", "5/QĐ-UBND", "313/GTVT"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        # submitted together
        ("Tờ trình số 402/TTr-CP và Đề án số 403/ĐA-CP ngày 09/5/2025 của Chính phủ", ["2025-05-09", "2025-05-09"]),
        # each of two decisions has its own day, though one is not told
        ("Quyết định số 40/QĐ-TTg và Quyết định số 43/QĐ-TTg ngày 09/5/2025 của Thủ tướng", [None, "2025-05-09"]),
        ("Tờ trình số 402/TTr-CP và Đề án số 403/ĐA-CP ngày 09/5/2025, thẩm tra", ["2025-05-09", "2025-05-09"]),
        ("Tờ trình số 402/TTr-CP, Đề án số 403/ĐA-CP ngày 09/5/2025 của Chính phủ", [None, "2025-05-09"]),
        ("Tờ trình số 402/TTr-BXD và Báo cáo số 403/BC-BTC ngày 09/5/2025 của Bộ Tài chính", [None, "2025-05-09"]),
        ("Nghị quyết số 40/NQ-CP và Nghị định số 43/2025/NĐ-CP ngày 09/5/2025 của Chính phủ", [None, "2025-05-09"]),
    ],
)
def test_papers_submitted_together_share_their_day(find: Find, words: str, days: list[str | None]) -> None:
    assert [a["date"] for a in find(words)] == days
