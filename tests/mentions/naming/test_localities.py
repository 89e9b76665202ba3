"""Organs of districts and communes: a node of their own, never the province's, never a group."""

import pytest

from kgbuild.mentions.issuing.issuers import read_issuer
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import Locality
from kgbuild.text.normalize import normalise


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND huyện Chư Păh", [("prov:ubnd", "huyện Chư Păh")]),
        ("UBND thành phố Pleiku, Sở Nội vụ", [("prov:ubnd", "thành phố Pleiku"), ("prov:snv", "")]),
        (
            "UBND xã Ia Dom, phường Diên Hồng",
            [("prov:ubnd", "xã Ia Dom"), ("prov:ubnd", "phường Diên Hồng")],
        ),
        ("Huyện ủy Chư Păh", [("prov:tu", "huyện Chư Păh")]),
        # names that begin like a verb, and verbs that begin like a name
        ("UBND huyện Lập Thạch", [("prov:ubnd", "huyện Lập Thạch")]),
        ("UBND huyện Cần Đước", [("prov:ubnd", "huyện Cần Đước")]),
        ("Ban Tổ chức Huyện ủy Chư Păh", [("prov:btc-tu", "huyện Chư Păh")]),
        ("UBND thị xã Hội Sở", [("", ""), ("", "")]),
        # a town that bears the name of its province
        ("UBND thành phố Bắc Ninh", [("prov:ubnd", "thành phố Bắc Ninh")]),
        # one noun for several places, or one committee
        ("UBND các xã: Bản Lầu, Cao Sơn", [("prov:ubnd", "xã Bản Lầu"), ("prov:ubnd", "xã Cao Sơn")]),
        (
            "UBND các huyện Chư Păh, Năm Căn và thị xã An Khê",
            [("prov:ubnd", "huyện Chư Păh"), ("prov:ubnd", "huyện Năm Căn"), ("prov:ubnd", "thị xã An Khê")],
        ),
        ("UBND các huyện, thị xã An Khê", [("", ""), ("prov:ubnd", "thị xã An Khê")]),
        ("Xã Ia Dom, Ia Nan; Sở Y tế", [("prov:ubnd", "xã Ia Dom"), ("prov:ubnd", "xã Ia Nan"), ("prov:syt", "")]),
        ("Công an huyện Chư Păh", [("prov:cong-an", "huyện Chư Păh")]),
        ("Hội Nông dân xã Trung Thành", [("prov:hoi-nong-dan", "xã Trung Thành")]),
        ("UBND các huyện Gia Lai", [("", "")]),
        # near misses: cities of province rank, classes of committees, verbs behind the body
        ("UBND thành phố Hải Phòng", [("prov:ubnd", "")]),
        ("UBND Thành phố", [("prov:ubnd", "")]),
        ("UBND Thành phố Hồ Chí Minh", [("prov:ubnd", "")]),
        ("UBND TP. Hồ Chí Minh", [("prov:ubnd", "")]),
        ("Thành ủy Hà Nội", [("prov:tu", "")]),
        ("Thành ủy Thành phố", [("prov:tu", "")]),
        ("UBND các huyện, thị xã, thành phố", [("", "")]),
        ("UBND các xã: Tự Lập, Tam Đồng", [("prov:ubnd", "xã Tự Lập"), ("prov:ubnd", "xã Tam Đồng")]),
        ("Ủy ban nhân dân cấp xã", [("", "")]),
    ],
)
def test_organs_named_with_their_place(document, words: str, expected: list[tuple[str, str]]) -> None:
    found = document(f"KẾ HOẠCH\n\nPhát triển chợ\n\n{words}\n")
    at = found.text.norm.index(words)
    span = type(found.part.span)(at, at + len(words))
    bodies = found.agencies.read_cell(found.text, span)
    assert [(m.record, m.locality.full_name if m.locality else "") for m in bodies] == expected


@pytest.mark.parametrize(
    ("authority", "locality"),
    [
        ("ỦY BAN NHÂN DÂN\nQUẬN CẦU GIẤY", Locality("quận", "Cầu Giấy")),
        ("ỦY BAN NHÂN DÂN\nXÃ IA DOM", Locality("xã", "Ia Dom")),
        ("UBND TỈNH GIA LAI\nUBND HUYỆN CHƯ PĂH", Locality("huyện", "Chư Păh")),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", None),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", None),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THỦ ĐỨC", Locality("thành phố", "Thủ Đức")),
        ("ỦY BAN NHÂN DÂN\nTỈNH GIA LAI", None),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI", None),
    ],
)
def test_the_letterhead_of_a_district_or_commune(document, reader, authority: str, locality: Locality | None) -> None:
    found = document(
        f"{authority}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 9/KH-UBND\n\n"
        "KẾ HOẠCH\n\nPhát triển chợ\n\nI. MỤC TIÊU\n\nXây chợ mới.\n"
    )
    assert read_issuer(found.text, found.part, reader.lexicon).locality == locality


def test_a_head_of_two_columns_names_the_district_behind_the_motto(document, reader) -> None:
    found = document(
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HUYỆN CHƯ PĂH          Độc lập - Tự do - Hạnh phúc\n"
        "Số: 9/KH-UBND          Chư Păh, ngày 05 tháng 5 năm 2022\n\nKẾ HOẠCH\n\nPhát triển chợ xã Ia Khươl\n\n"
        "I. MỤC TIÊU\n\nXây chợ mới.\n"
    )
    assert read_issuer(found.text, found.part, reader.lexicon).locality == Locality("huyện", "Chư Păh")


@pytest.mark.parametrize(
    ("words", "bodies", "rest"),
    [
        ("UBND các huyện, thành phố: Tạm dừng lễ hội", 1, ": Tạm dừng lễ hội"),
        ("UBND các xã: Tự Lập, Tam Đồng tổ chức lễ hội", 2, "tổ chức lễ hội"),
    ],
)
def test_a_verb_behind_the_colon_names_no_place(opening, words: str, bodies: int, rest: str) -> None:
    found, after = opening(words, "dak-nong")
    assert (len(found), after) == (bodies, rest)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Đảng ủy lãnh đạo", ("prov:tu", "xã Ia Dom")),
        ("Đảng ủy xã lãnh đạo", ("prov:tu", "xã Ia Dom")),
        # a committee within another body is not that of the place
        ("Đảng ủy Công an xã lãnh đạo", ("", "")),
        # a board named bare is the place's own; one named with its committee is that committee's
        ("Ban Tuyên giáo phối hợp", ("prov:btg", "xã Ia Dom")),
        ("Ban Tuyên giáo Tỉnh ủy phối hợp", ("prov:btg", "")),
    ],
)
def test_organs_of_the_place_in_its_own_document(reader, words: str, body: tuple[str, str]) -> None:
    agencies = AgencyReader.of(reader.lexicon, "gia-lai", Locality("xã", "Ia Dom"))
    (found,), _ = agencies.read_list(text := normalise(words), Span(0, len(text.norm)))
    assert (found.record, found.locality.full_name if found.locality else "") == body
