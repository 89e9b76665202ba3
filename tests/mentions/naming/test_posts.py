"""Officers: which words name them, whom they stand for, and one word for many."""

import pytest

from kgbuild.mentions.lines import Line
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.posts import read_officer
from kgbuild.model import Span
from kgbuild.text.normalize import normalise


def line_of(words: str) -> Line:
    text = normalise(words)
    return Line.of(text, Span(0, len(text.norm)))


@pytest.mark.parametrize(
    ("words", "post", "organ"),
    [
        ("Giám đốc Sở Y tế", "Giám đốc", "Sở Y tế"),
        ("Chánh Văn phòng UBND tỉnh", "Chánh Văn phòng", "Văn phòng UBND tỉnh"),
        ("Chánh VP UBND tỉnh", "Chánh VP", "VP UBND tỉnh"),
        ("Trưởng Ban Dân tộc", "Trưởng Ban", "Ban Dân tộc"),
        ("Trưởng phòng Nội vụ", "Trưởng phòng", "phòng Nội vụ"),
        ("Trưởng ban Ban Dân tộc", "Trưởng ban", "Ban Dân tộc"),
        ("Trưởng các ban xây dựng Đảng", "Trưởng", "các ban xây dựng Đảng"),
        ("Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Chủ tịch, các Phó Chủ tịch", "UBND tỉnh"),
        ("Các PCT UBND tỉnh", "Các PCT", "UBND tỉnh"),
        ("Giám đốc, Thủ trưởng các sở", "Giám đốc, Thủ trưởng", "các sở"),
        ("Đ/c Bí thư Tỉnh ủy", "Đ/c Bí thư", "Tỉnh ủy"),
    ],
)
def test_where_an_officer_ends_and_his_body_begins(words: str, post: str, organ: str) -> None:
    line = line_of(words)
    officer = read_officer(line, 0)
    assert officer is not None
    assert (line.said(0, officer.after), line.said(officer.organ, len(line))) == (post, organ)


@pytest.mark.parametrize(
    "words", ["Sở Y tế", "Trưởng thành nhanh", "Chánh niệm", "Các giám sát viên", "các Giám đốc công ty", ""]
)
def test_other_words_name_no_officer(words: str) -> None:
    assert read_officer(line_of(words), 0) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # one officer word for the names behind it, up to the next one
        (
            "Giám đốc các Sở: Y tế, Tài chính; Chủ tịch UBND các huyện, thị xã Bình Long và thành phố Đồng Xoài",
            [
                ("prov:syt", "Giám đốc"),
                ("prov:stc", "Giám đốc"),
                ("cap-huyen", "Chủ tịch"),
                ("prov:ubnd thị xã Bình Long", "Chủ tịch"),
                ("prov:ubnd thành phố Đồng Xoài", "Chủ tịch"),
            ],
        ),
        (
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch UBND các tỉnh thi hành Quyết định này",
            [("bo-nganh", "Các Bộ trưởng, Thủ trưởng"), ("tinh-thanh-pho", "Chủ tịch")],
        ),
        (
            "các Vụ trưởng, Cục trưởng, Thủ trưởng các đơn vị thuộc Bộ",
            [("don-vi-thuoc-bo", "các Vụ trưởng, Cục trưởng, Thủ trưởng")],
        ),
        (
            "Cục trưởng Cục Công nghệ thông tin, Vụ trưởng Vụ Kế hoạch",
            [("Cục Công nghệ thông tin", "Cục trưởng"), ("Vụ Kế hoạch", "Vụ trưởng")],
        ),
        ("Vụ trưởng các Vụ, Cục trưởng các Cục", [("vu", "Vụ trưởng"), ("cuc", "Cục trưởng")]),
        ("Giám đốc Sở Y tế; Công an tỉnh", [("prov:syt", "Giám đốc"), ("prov:cong-an", "")]),
        ("Chánh Văn phòng, Vụ trưởng Vụ Kế hoạch", [("Văn phòng", "Chánh Văn phòng"), ("Vụ Kế hoạch", "Vụ trưởng")]),
        ("Các ông (bà): Chánh Văn phòng UBND tỉnh", [("prov:vp-ubnd", "Chánh Văn phòng")]),
        ("Trưởng ban quản lý Cảng cá Tắc Cậu", [("Ban quản lý Cảng cá Tắc Cậu", "Trưởng ban")]),
    ],
)
def test_whom_officers_stand_for(reader, words: str, expected: list[tuple[str, str]]) -> None:
    text = normalise(words)
    found = AgencyReader.of(reader.lexicon, "binh-phuoc").read_list(text, Span(0, len(text.norm)))[0]
    named = [
        (" ".join(filter(None, (m.record or m.group or m.name, m.locality.full_name if m.locality else ""))), m.post)
        for m in found
    ]
    assert named == expected
