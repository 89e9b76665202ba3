"""Awards: what a report says was given, by whom, to whom; never what is only proposed."""

import pytest

from kgbuild.mentions.reports.awards import read_awards

NEWS = """Khoa học và công nghệ tỉnh Sơn La đổi mới mạnh mẽ
Ngày đăng 20/01/2024 | 12:26

{words} Các đại biểu đã trao đổi, thảo luận nhiều nội dung và thống nhất những giải pháp trọng tâm trong thời gian tới \
của ngành khoa học và công nghệ trên địa bàn tỉnh.
"""


def awards(document, words: str) -> list[tuple[str, str, str]]:
    found = document(NEWS.format(words=words), area="son-la")
    mentions = read_awards(found.text, found.part, found.agencies)
    return [(found.words(m.name), m.giver.record if m.giver else "", found.words(m.recipient)) for m in mentions]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Tại hội nghị, Chủ tịch nước đã tặng Huân chương Lao động hạng Ba cho Sở Nội vụ.",
            [("Huân chương Lao động hạng Ba", "ctn", "Sở Nội vụ")],
        ),
        (
            "Thừa ủy quyền của Chủ tịch nước, đồng chí Lò Văn An trao Huân chương Độc lập cho Hội Nông dân tỉnh.",
            [("Huân chương Độc lập", "ctn", "Hội Nông dân tỉnh")],
        ),
        (
            "Chủ tịch UBND tỉnh đã tặng Bằng khen cho Sở Y tế và tặng danh hiệu lao động xuất sắc cho 4 tập thể.",
            [("Bằng khen", "prov:ubnd", "Sở Y tế"), ("danh hiệu lao động xuất sắc", "prov:ubnd", "4 tập thể")],
        ),
        (
            "Ban tổ chức trao Giải thưởng Sáng tạo trẻ cho 12 tác giả.",
            [("Giải thưởng Sáng tạo trẻ", "", "12 tác giả")],
        ),
    ],
)
def test_awards_that_were_given(document, words: str, expected: list[tuple[str, str, str]]) -> None:
    assert awards(document, words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Hội đồng xét tặng Bằng khen cho 3 tập thể.",
        "Sở đề nghị tặng Huân chương Lao động hạng Ba cho đơn vị.",
        "Tạo điều kiện cho các tác giả tham gia xét tặng Giải thưởng Khoa học cho công trình.",
        "Tặng quà cho 20 hộ nghèo.",
        "Các đơn vị trao đổi Bằng khen.",
    ],
)
def test_what_is_proposed_or_no_award(document, words: str) -> None:
    assert awards(document, words) == []


def test_a_person_is_read_behind_the_post(document) -> None:
    words = "Chủ tịch nước đã tặng Huân chương Lao động hạng Ba cho Giám đốc Sở Nội vụ tỉnh Sơn La Lò Văn An."
    found = document(NEWS.format(words=words), area="son-la")
    (award,) = read_awards(found.text, found.part, found.agencies)
    assert found.words(award.person) == "Lò Văn An"
    assert award.agency is None
