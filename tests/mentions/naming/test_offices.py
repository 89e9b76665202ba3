"""Offices of one sort in many places are a group; one office, and the places themselves, are not."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "Trung tâm Khuyến nông các huyện",
        "Hạt Kiểm lâm các huyện, thành phố",
        "Công an cấp xã",
        "Hội LHPN các cấp",
        "HĐND các cấp",
        "Phòng Kinh tế huyện, thành phố",
        "Ban Thường vụ các huyện ủy, thành ủy",
        "Ban Thường vụ đảng ủy các xã, phường, đặc khu",
        "Thường trực UBND các huyện",
        "Sở Nội vụ các tỉnh, thành phố trực thuộc trung ương",
        "Tòa án nhân dân các cấp",
    ],
)
def test_one_sort_of_office_in_many_places(cell, words: str) -> None:
    (found,) = cell(words, "hau-giang")
    assert found.startswith("group:")
    assert found not in ("group:cap-huyen", "group:cap-xa", "group:tinh-thanh-pho", "group:cap-uy")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND các huyện, thị xã", ["group:cap-huyen"]),
        ("Đảng ủy các xã, phường", ["group:cap-uy"]),
        ("Công an tỉnh và UBND các xã", ["prov:cong-an", "group:cap-xa"]),
        ("Sở Nội vụ, các huyện", ["prov:snv", "group:cac-huyen"]),
        ("Công an huyện Phụng Hiệp", ["prov:cong-an huyện Phụng Hiệp"]),
        ("Ban Quản lý các khu công nghiệp tỉnh", ["prov:bql-kcn"]),
        ("Phòng, chống thiên tai các huyện", ["?Phòng"]),
        ("HĐND và UBND các huyện, thị xã", ["group:hdnd-cac-huyen-thi-xa", "group:cap-huyen"]),
        ("HĐND, UBND các tỉnh, thành phố", ["group:hdnd-cac-tinh-thanh-pho", "group:tinh-thanh-pho"]),
        ("HĐND và UBND cấp xã", ["group:hdnd-va-ubnd-cap-xa"]),
        # to whom the places belong is not named beside them
        (
            "Ban Tuyên giáo các huyện, thị ủy, đảng ủy trực thuộc Tỉnh ủy",
            ["group:ban-tuyen-giao-cac-huyen-thi-uy-dang-uy-truc-thuoc-tinh-uy"],
        ),
        (
            "Ban Tuyên giáo các huyện ủy, thành ủy trực thuộc, Văn phòng Tỉnh ủy",
            ["group:ban-tuyen-giao-cac-huyen-uy-thanh-uy-truc-thuoc", "prov:vptu"],
        ),
        ("HĐND, UBND, MTTQ các xã", ["group:hdnd-ubnd-mttq-cac-xa"]),
        # one body in several places that are named
        ("UBND các tỉnh: Hậu Giang, Sóc Trăng", ["prov:ubnd@hau-giang", "prov:ubnd@soc-trang"]),
        ("Sở Y tế các tỉnh Hậu Giang, Sóc Trăng", ["prov:syt@hau-giang", "prov:syt@soc-trang"]),
    ],
)
def test_near_misses(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "hau-giang") == expected


def test_an_office_does_not_reach_over_a_verb(opening) -> None:
    found, rest = opening("Trung tâm Khuyến nông hướng dẫn các xã trồng cây", "hau-giang")
    assert found == ["?Trung tâm Khuyến nông"]
    assert rest == "hướng dẫn các xã trồng cây"
