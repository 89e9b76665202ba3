"""Document symbols in every attested spelling, what only looks like one, and paths that parse back."""

import csv
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.config import resource
from kgbuild.errors import IdentifierError
from kgbuild.identifiers import (
    DocumentKey,
    DocumentSymbol,
    agent_segment,
    find_symbols,
    number_segment,
    organ_segment,
    section_segment,
    short_hash,
)
from kgbuild.language import slug

ISSUERS = resource("data", "authorities", "issuer_codes.csv")
FORMS = ["QĐ", "KH", "NQ", "CT", "CTr", "TTr", "TB", "KL", "NĐ", "TT", "TTLT", "HD", "BC", "QC", "CTrHĐ", "TTLT"]
STATE = ["UBND", "HĐND", "CP", "TTg", "BKHCN", "BTC", "BLĐTBXH", "SKHCN", "SNNMT", "VPCP", "BCT"]
PARTY = ["TW", "TU", "HU", "QU", "BTCTU", "VPTW", "ĐU", "HNTW"]

numbers = st.from_regex(r"[1-9][0-9]{0,4}|0[1-9]", fullmatch=True)
years = st.integers(1960, 2099).map(str)
symbols = st.one_of(
    st.builds("{}/{}-{}".format, numbers, st.sampled_from(FORMS), st.sampled_from(STATE)),
    st.builds("{}-{}/{}".format, numbers, st.sampled_from(FORMS), st.sampled_from(PARTY)),
    st.builds("{}/{}/{}-{}".format, numbers, years, st.sampled_from(FORMS), st.sampled_from(STATE)),
    st.builds("{}/{}/QH{}".format, numbers, years, st.integers(8, 20)),
    st.builds("{}/UBND-{}".format, numbers, st.sampled_from(["KGVX", "NC", "TH", "KT"])),
)

VARIANTS = [
    ("18-2001/CT-TTg", "18/2001/CT-TTg"),
    # the State's order
    ("90/KH-UBND", "90/KH-UBND"),
    ("418 QĐ/TTg", "418/QĐ-TTg"),
    ("10KL/TU", "10-KL/TU"),
    ("01/1999/QĐ.UB", "01/1999/QĐ-UB"),
    ("245/TTr.DSGĐTE", "245/TTr-DSGĐTE"),
    ("12/NĐ.CP", "12/NĐ-CP"),
    ("75/2017/NĐCP", "75/2017/NĐ-CP"),
    ("01/2018/TTVPCP", "01/2018/TT-VPCP"),
    ("12/KHUBND", "12/KH-UBND"),
    ("9/TTrSKHCN", "9/TTr-SKHCN"),
    ("45/KHTC-NS", "45/KHTC-NS"),  # the finance office of a ministry
    ("5556/QĐBYT", "5556/QĐ-BYT"),
    ("03-NQ/CP", "03/NQ-CP"),
    ("159/SXD-QLN& TTBĐS", "159/SXD-QLN&TTBĐS"),  # a page broke its line there
    ("129/2007/TTLT/BTC-BKHCN", "129/2007/TTLT-BTC-BKHCN"),
    ("55/2005/TTLT-BNV-VPCP", "55/2005/TTLT-BNV-VPCP"),
    ("05/1999/TTLT/BL\u00d0TBXH-BYT-BTC", "05/1999/TTLT-BLĐTBXH-BYT-BTC"),
    ("1314/NQ-UBTVQH15", "1314/NQ-UBTVQH15"),
    ("10/2009/PL-UBTVQH12", "10/2009/PL-UBTVQH12"),
    ("09/2024/L-CTN", "09/2024/L-CTN"),
    ("29/2013/QH13", "29/2013/QH13"),
    ("02/2026/QH16", "02/2026/QH16"),
    ("207/QĐ-MTTW-BTT", "207/QĐ-MTTW-BTT"),
    ("021/QĐ-SLĐTBXH-2024", "021/QĐ-SLĐTBXH"),
    ("7288/UBND-KGVX", "7288/UBND-KGVX"),
    # the Party's order, however it is printed
    ("20-NQ/TW", "20-NQ/TW"),
    ("20-NQ-TW", "20-NQ/TW"),
    ("20- NQ/TW", "20-NQ/TW"),
    ("20-NQ/TƯ", "20-NQ/TW"),
    ("20–NQ/TW", "20-NQ/TW"),
    ("234-TB/T.Ư", "234-TB/TW"),
    ("07/CTr-TU", "07-CTr/TU"),
    ("66/QĐ/TW", "66-QĐ/TW"),
    ("31/QĐ-TW", "31-QĐ/TW"),
    ("8602/QĐ-QĐ/TU", "8602-QĐ/TU"),
    ("02-CTrHĐ/TU", "02-CTrHĐ/TU"),
    ("19-QĐi/TU", "19-QĐi/TU"),
    ("02-NQ/HNTW", "02-NQ/HNTW"),
    ("59-CV/BCĐ", "59-CV/BCĐ"),
    # steering committees of the Party and of the state keep the order they print
    ("08-KH/BCĐ", "08-KH/BCĐ"),
    ("08/KH-BCĐ", "08/KH-BCĐ"),
    ("174/CV-BCĐ", "174/CV-BCĐ"),
    ("367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
    ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN"),
    ("1544/SGD&ĐT-VP", "1544/SGD&ĐT-VP"),
    # unions that number as the State does
    ("45/HD-TLĐ", "45/HD-TLĐ"),
    ("27 /KH-LHH", "27/KH-LHH"),
    # a letter that calls itself one stays as printed
    ("88/CV-SNNPTNT", "88/CV-SNNPTNT"),
    # composed or not, hyphens of any kind, no-break spaces
    (unicodedata.normalize("NFD", "1940/TTr-SKHCN"), "1940/TTr-SKHCN"),
    (unicodedata.normalize("NFD", "366/QĐ-UBND"), "366/QĐ-UBND"),
    ("19\u2011NQ/TW", "19-NQ/TW"),
]


@pytest.mark.parametrize(("surface", "canonical"), VARIANTS)
def test_spellings_of_one_symbol(surface: str, canonical: str) -> None:
    assert str(DocumentSymbol.parse(surface)) == canonical


def test_the_order_of_separators_decides_where_no_table_knows_the_organ() -> None:
    assert str(DocumentSymbol.parse("15/QĐ-BQLDA")) == "15/QĐ-BQLDA"


def test_an_unknown_organ_of_the_party_keeps_its_order() -> None:
    assert str(DocumentSymbol.parse("45-QĐ/BCĐTW")) == "45-QĐ/BCĐTW"


@pytest.mark.parametrize(
    ("surface", "canonical"), [("569/QĐ-Ttg", "569/QĐ-TTg"), ("46 / 2008 / qđ - ubnd", "46/2008/QĐ-UBND")]
)
def test_case_is_that_of_the_table(surface: str, canonical: str) -> None:
    assert str(DocumentSymbol.parse(surface)) == canonical


@pytest.mark.parametrize(
    ("surface", "form", "organs", "party"),
    [
        # QĐ is a Quyết định or a Quy định: the symbol alone does not tell, the organ tells the side
        ("66-QĐ/TW", "QĐ", ("TW",), True),
        ("66/QĐ-UBND", "QĐ", ("UBND",), False),
        # TT, TTr, CT, KH, QH, BTC, BCT in the slot of the type and in that of the organ
        ("01/2011/TT-BNV", "TT", ("BNV",), False),
        ("1940/TTr-SKHCN", "TTr", ("SKHCN",), False),
        ("12/CT-TTg", "CT", ("TTg",), False),
        ("29-CT/TU", "CT", ("TU",), True),
        ("25/2012/QH13", None, ("QH13",), False),
        ("15/2020/TT-BTC", "TT", ("BTC",), False),
        ("120/QĐ-BCT", "QĐ", ("BCT",), False),
        ("367-QĐ/TWĐTN-VP", "QĐ", ("TWĐTN", "VP"), True),
        # TU is a province's committee, TW the centre's
        ("50-KL/TW", "KL", ("TW",), True),
        ("258-KH/TU", "KH", ("TU",), True),
        ("258/KH-UBND", "KH", ("UBND",), False),
        # a letter has no type
        ("7288/UBND-KGVX", None, ("UBND", "KGVX"), False),
        ("55/2005/TTLT-BNV-VPCP", "TTLT", ("BNV", "VPCP"), False),
    ],
)
def test_type_and_organ_are_told_by_their_place(
    surface: str, form: str | None, organs: tuple[str, ...], party: bool
) -> None:
    symbol = DocumentSymbol.parse(surface)
    assert (symbol.form, symbol.organs, symbol.party) == (form, organs, party)


@pytest.mark.parametrize(
    ("surface", "year", "normative", "organ"),
    [
        ("05/2021/QĐ-UBND", "2021", True, "UBND"),
        ("5/QĐ-UBND", None, False, "UBND"),
        ("10/2009/PL-UBTVQH12", "2009", True, "UBTVQH"),
        ("29/2013/QH13", "2013", False, "QH"),
        ("20-NQ/TW", None, False, "TW"),
        ("021/QĐ-SLĐTBXH-2024", None, False, "SLĐTBXH"),
    ],
)
def test_a_year_in_the_symbol_makes_it_normative(surface: str, year: str | None, normative: bool, organ: str) -> None:
    symbol = DocumentSymbol.parse(surface)
    assert (symbol.year, symbol.normative, symbol.organ) == (year, normative, organ)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kết luận 50-KL/TW và Chương trình 07/CTr-TU", ["50-KL/TW", "07-CTr/TU"]),
        ("Quyết định số 05/2021/QĐ-UBND ngày 01/4/2021", ["05/2021/QĐ-UBND"]),
        ("NQ 20-NQ/TW, QĐ 1569/QĐ-TTg; KL 198-KL/TW", ["20-NQ/TW", "1569/QĐ-TTg", "198-KL/TW"]),
        ("Luật Thủ đô 02/2026/QH16", ["02/2026/QH16"]),
        ("các Quyết định số 122/QĐ-UBND, 123/QĐ-UBND", ["122/QĐ-UBND", "123/QĐ-UBND"]),
        ("(Nghị quyết số 19-NQ/TW)", ["19-NQ/TW"]),
        ("Nghị định số 24/2014/NĐ-CP.", ["24/2014/NĐ-CP"]),
        ("Nghị quyết số 66.7/2025/NQ-CP; Kế hoạch hành động số 12-KHHĐ/TU", ["66.7/2025/NQ-CP", "12-KHHĐ/TU"]),
        ("tăng 1.5/2025; mục 2.1/KH-UBND", []),
    ],
)
def test_symbols_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert [str(symbol) for _, symbol in find_symbols(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2013 - 2020",
        "Năm 2013 -2020",
        "30/5/2019",
        "ngày 01-10-1997",
        "TCVN ISO 9001:2015",
        "QCVN 01:2009/BYT",
        "24/7",
        "100%",
        "trực 24/24 giờ",
        "tỷ lệ 1/500",
        "khóa XI, nhiệm kỳ 2010 - 2015",
        "Quý II/2024",
        "tháng 02/2024",
        "cấp độ 3, 4",
        "CMCN 4.0",
        "Kết luận 50",
        "Nghị quyết Trung ương 6 (khóa XI)",
        "8 phương hướng trọng tâm",
        "mức độ 3/4",
        "lưới điện 110 kV",
        "10 sản phẩm/năm",
        "5 triệu đồng/tháng",
        "04 người/hộ",
        "Lưu: VT, KGVX/Đ",
        "Số:      /KH-UBND",
        "xã, phường/thị trấn",
    ],
)
def test_what_only_looks_like_a_symbol_is_none(text: str) -> None:
    assert list(find_symbols(text)) == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Thông báo số 70-TB/TWngày 06 tháng 01 năm 2012", "70-TB/TW"),
        ("Số hiệu:01/CT-BKHCNNgày đăng công báo", "01/CT-BKHCN"),
        ("Kết luận số 12-KL/TW.", "12-KL/TW"),
        ("Kết luận số 12-KL/T.Ư về du lịch", "12-KL/TW"),
        ("Chương trình số 07/CTr - TU của Thành ủy", "07-CTr/TU"),
    ],
)
def test_a_symbol_ends_where_it_ends(text: str, symbol: str) -> None:
    assert [str(found) for _, found in find_symbols(text)] == [symbol]


def test_a_colon_without_a_blank_stands_before_a_symbol() -> None:
    assert [str(symbol) for _, symbol in find_symbols("Số:2641/QĐ-UBND")] == ["2641/QĐ-UBND"]


@pytest.mark.parametrize(
    "text",
    [
        "15 ha/năm",
        "3 vụ/năm",
        "200 tấn/ha",
        "2 xã/huyện",
        "7 chỉ số/bộ",
        "95 hộ/thôn",
        "Nghị quyết 06/TU - ngày 26/3 hàng năm",
        "30 cơ sở/tỉnh",
        "10KH/năm",
        "đường dây 35KV/TU",
        "QL10KL/TU",
    ],
)
def test_a_rate_is_no_symbol(text: str) -> None:
    assert list(find_symbols(text)) == []


@pytest.mark.parametrize(
    "text", ["", "UBND", "90", "90/", "KH-UBND", "90/KH", "2013 - 2020", "30/5/2019", "24/7", "x/KH-UBND"]
)
def test_what_is_no_symbol_raises(text: str) -> None:
    with pytest.raises(IdentifierError, match="not a document symbol"):
        DocumentSymbol.parse(text)


@given(symbols)
def test_a_symbol_written_is_read_again(text: str) -> None:
    symbol = DocumentSymbol.parse(text)
    assert DocumentSymbol.parse(str(symbol)) == symbol
    assert str(symbol) == text


@given(st.text(max_size=40))
def test_any_text_gives_symbols_that_parse_or_none(text: str) -> None:
    for _, symbol in find_symbols(text):
        assert DocumentSymbol.parse(str(symbol)) == symbol


CODES = [row for row in csv.DictReader(ISSUERS.open(encoding="utf-8")) if row["kind"] != "unit"]


@pytest.mark.parametrize("code", [row["code"] for row in CODES if row["side"] == "party" and " " not in row["code"]])
def test_each_code_of_the_party_has_the_order_of_the_party(code: str) -> None:
    for surface in (f"12-KH/{code}", f"12/KH-{code}", f"12-KH-{code}", f"12 - KH/{code}"):
        assert str(DocumentSymbol.parse(surface)) == f"12-KH/{code}"


@pytest.mark.parametrize("code", [row["code"] for row in CODES if row["side"] == "state" and " " not in row["code"]])
def test_each_code_of_the_state_has_the_order_of_the_state(code: str) -> None:
    for surface in (f"12/KH-{code}", f"12-KH/{code}", f"12/KH/{code}"):
        assert str(DocumentSymbol.parse(surface)) == f"12/KH-{code}"
    assert str(DocumentSymbol.parse(f"12/2024/TT-{code}")) == f"12/2024/TT-{code}"


@given(symbols)
def test_a_symbol_is_found_whole_among_words(text: str) -> None:
    found = list(find_symbols(f"theo Quyết định số {text} của cấp trên"))
    assert [str(symbol) for _, symbol in found] == [text]


# --- keys


segments = st.from_regex(r"[a-z0-9][a-z0-9.\-]{0,12}", fullmatch=True)
keys = st.builds(
    DocumentKey,
    segments,
    segments,
    segments,
    years | st.just("nd"),
    segments,
    st.sampled_from(["", "attached/ke-hoach", "annex/1", "annex/12", "attached/quy-che/annex/2"]),
)


@given(keys)
def test_every_minted_key_parses_back(key: DocumentKey) -> None:
    assert DocumentKey.parse(key.path) == key
    assert DocumentKey.parse(key.carrier.path) == key.carrier
    assert key.carrier.suffix == ""


@given(symbols, st.sampled_from(["ha-noi", "tw", "gia-lai-2025", "ha-noi.quan-cau-giay"]))
def test_every_symbol_gives_a_path_that_parses_back(text: str, area: str) -> None:
    symbol = DocumentSymbol.parse(text)
    key = DocumentKey(
        area, organ_segment(symbol.organ), slug(symbol.form or "luat"), "nd", number_segment(symbol.number)
    )
    assert DocumentKey.parse(key.path) == key
    assert re.fullmatch(r"id/doc(/[a-z0-9][a-z0-9.\-]*){5}", key.path)


def test_a_key_writes_path_carrier_and_dotted_form() -> None:
    key = DocumentKey("ho-chi-minh", "ubnd", "quyet-dinh", "2015", "4937").below("attached", "ke-hoach")
    assert key.path == "id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937/attached/ke-hoach"
    assert key.dotted == "ho-chi-minh.ubnd.quyet-dinh.2015.4937.attached.ke-hoach"
    assert key.carrier.path == "id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937"
    assert key.below("annex", "1").suffix == "attached/ke-hoach/annex/1"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "id/doc/ha-noi/ubnd/ke-hoach/2013",
        "id/agent/ha-noi/so-noi-vu",
        "ha-noi/ubnd/ke-hoach/2013/90",
        "id/doc/ha-noi/ubnd/ke-hoach/2013/90/",
        "id/doc/ha-noi//ke-hoach/2013/90",
        "id/doc/Hà-Nội/ubnd/ke-hoach/2013/90",
        "id/doc/HA-NOI/ubnd/ke-hoach/2013/90",
        "id/doc/ha-noi/ubnd/ke hoach/2013/90",
    ],
)
def test_what_is_no_path_of_a_document_raises(path: str) -> None:
    with pytest.raises(IdentifierError, match="not a document path"):
        DocumentKey.parse(path)


# --- segments


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("UBND", "ubnd"),
        ("HĐND", "hddnd"),
        ("BKHCN", "bkhcn"),
        ("BLĐTBXH", "blddtbxh"),
        ("ĐU", "ddu"),
        ("TTg", "ttg"),
        ("UBND-KGVX", "ubnd-kgvx"),
    ],
)
def test_organ_codes_in_iris(code: str, expected: str) -> None:
    assert organ_segment(code) == expected


def test_codes_that_differ_by_the_bar_of_d_stay_apart() -> None:
    assert organ_segment("ĐU") != organ_segment("DU")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("05", "5"),
        ("090", "90"),
        ("12a", "12a"),
        ("0", "0"),
        ("00", "0"),
        ("1940", "1940"),
        ("07", "7"),
        ("66.15", "66-15"),
    ],
)
def test_numbers_in_iris(number: str, expected: str) -> None:
    assert number_segment(number) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("III.1.a", "iii.1.a"),
        ("III.1.d", "iii.1.d"),
        ("III.1.đ", "iii.1.dd"),
        ("Điều 2", "dieu-2"),
        ("Điều 5.2.Đ", "dieu-5.2.dd"),
        ("Chương II.Điều 7", "chuong-ii.dieu-7"),
        ("1.1", "1.1"),
        ("", ""),
    ],
)
def test_section_paths_in_iris(path: str, expected: str) -> None:
    assert section_segment(path) == expected


def test_points_of_a_list_never_share_a_path() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    assert len({section_segment(f"II.3.{letter}") for letter in letters}) == len(letters)


@given(st.text(max_size=30))
def test_section_paths_are_plain(path: str) -> None:
    assert re.fullmatch(r"[a-z0-9.\-]*", section_segment(path))


def test_agent_paths_inside_iris() -> None:
    assert agent_segment("id/agent/ha-noi/so-noi-vu") == "ha-noi.so-noi-vu"
    assert agent_segment("id/agent/ha-noi/group/cap-huyen") == "ha-noi.group.cap-huyen"


def test_a_hash_tells_words_apart_and_forgives_their_spelling() -> None:
    assert short_hash("Kế hoạch chuyển đổi số") == short_hash(unicodedata.normalize("NFD", "KẾ HOẠCH  chuyển đổi số."))
    assert short_hash("hoá chất") == short_hash("hóa chất")
    assert short_hash("Kế hoạch A") != short_hash("Kế hoạch B")
    assert short_hash("a", "b") != short_hash("ab")
    assert re.fullmatch(r"[0-9a-f]{8}", short_hash("x"))


@pytest.mark.parametrize(
    ("words", "symbols"),
    [
        ("Số: 45/KTrVB-KT", ["45/KTrVB-KT"]),
        ("theo Công văn số 2345/EVNCPC-KD ngày 01/4/2023", ["2345/EVNCPC-KD"]),
        ("tiêu chuẩn số 12/ISO-IEC", []),
        ("đạt 12/KTrVB-KT", []),
        ("Số: 45/Kho-KT", []),
    ],
)
def test_a_number_that_is_named_may_be_of_an_organ_nobody_knows(words: str, symbols: list[str]) -> None:
    assert [str(symbol) for _, symbol in find_symbols(words)] == symbols
