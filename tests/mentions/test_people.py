"""People in their office: signatories, authors, those a report names with a post; former posts and namesakes."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.people import read_people

Named = Callable[[str], list[tuple[str, str, str, bool]]]
LEAD = (
    "Sáng nay, tại hội trường tỉnh, Sở Nông nghiệp và Môi trường tổ chức hội nghị tổng kết với sự tham dự của đông đảo "
    "đại biểu các huyện, thị xã và doanh nghiệp."
)


@pytest.fixture(scope="module")
def named(document) -> Named:
    """List (name, post, organ, former) of the people that a sentence of a report names."""

    def read(sentence: str) -> list[tuple[str, str, str, bool]]:
        found = document(f"Hội nghị tổng kết công tác năm của ngành\n\n{LEAD}\n\n{sentence} {LEAD}\n", "ha-noi")
        return [
            (
                found.words(p.name),
                found.words(p.post),
                (p.agency.record or p.agency.name) if p.agency else "",
                p.former,
            )
            for p in read_people(found.text, found.part, found.agencies)
        ]

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Đồng chí Nguyễn Hoàng Giang - Thứ trưởng Bộ Khoa học và Công nghệ dự hội nghị.",
            [("Nguyễn Hoàng Giang", "Thứ trưởng", "bkhcn", False)],
        ),
        (
            "Đ/c Lê Văn Trung, Giám đốc Sở Nội vụ phát biểu.",
            [("Lê Văn Trung", "Giám đốc", "prov:snv", False)],
        ),
        (
            "Ông Trần Văn Bình (Phó Giám đốc Sở Tài chính) trình bày báo cáo.",
            [("Trần Văn Bình", "Phó Giám đốc", "prov:stc", False)],
        ),
        (
            "PGS.TS. Phạm Thị Hồng Nhung, Hiệu trưởng Đại học Huế phát biểu.",
            [("Phạm Thị Hồng Nhung", "Hiệu trưởng", "dhhue", False)],
        ),
        ("Kỷ niệm ngày sinh cố Bí thư Tỉnh ủy Lê Hoàng Nam.", [("Lê Hoàng Nam", "Bí thư", "prov:tu", True)]),
        ("Đại hội củng cố Bí thư Lê Hoàng Nam.", [("Lê Hoàng Nam", "Bí thư", "", False)]),
        (
            "Đồng chí Hà Thị Nga - nguyên Giám đốc Sở Y tế chia sẻ.",
            [("Hà Thị Nga", "Giám đốc", "prov:syt", True)],
        ),
        # a post in front of the name
        (
            "Thay mặt UBND tỉnh, Phó Chủ tịch UBND tỉnh Nguyễn Thế Quang ký kế hoạch.",
            [("Nguyễn Thế Quang", "Phó Chủ tịch", "prov:ubnd", False)],
        ),
        (
            "Tại hội nghị, Bộ trưởng Bộ Y tế Phan Thị Hoa nhấn mạnh.",
            [("Phan Thị Hoa", "Bộ trưởng", "byt", False)],
        ),
        # a second post is nobody's name
        (
            "Ông Nguyễn Lộc Hà - Phó Bí thư Tỉnh ủy làm Phó Trưởng Ban Chỉ đạo.",
            [("Nguyễn Lộc Hà", "Phó Bí thư", "prov:tu", False)],
        ),
        ("Theo Phó Thủ tướng Lê Văn Hải, việc này gấp.", [("Lê Văn Hải", "Phó Thủ tướng", "pttg", False)]),
        ("Chủ tịch nước Lương Hải cùng dự.", [("Lương Hải", "Chủ tịch nước", "ctn", False)]),
        # the post's last words open the name of its organ
        (
            "Trưởng ban Kinh tế Trung ương Trần Lưu Quý, Chánh Văn phòng Trung ương Đảng Lê Minh Tú cùng dự.",
            [
                ("Trần Lưu Quý", "Trưởng ban", "bkttw", False),
                ("Lê Minh Tú", "Chánh Văn phòng", "vptw", False),
            ],
        ),
        (
            "Hội nghị nghe TSKH Phan Xuân Lâm - Giám đốc Sở Y tế trình bày.",
            [("Phan Xuân Lâm", "Giám đốc", "prov:syt", False)],
        ),
        # several posts of one person: the one in office first, the seats in committees last
        (
            "Đồng chí Lê Thanh Bình, Ủy viên Trung ương Đảng, Bí thư Thành ủy, Chủ tịch HĐND thành phố chủ trì.",
            [
                ("Lê Thanh Bình", "Bí thư", "prov:tu", False),
                ("Lê Thanh Bình", "Chủ tịch", "prov:hdnd", False),
                ("Lê Thanh Bình", "Ủy viên", "bch-tw", False),
            ],
        ),
        # the second post is that of the person named behind it
        (
            "Dự có đồng chí Lê Thanh Bình, Bí thư Thành ủy, Chủ tịch UBND thành phố Trần Văn Nam.",
            [("Lê Thanh Bình", "Bí thư", "prov:tu", False), ("Trần Văn Nam", "Chủ tịch", "prov:ubnd", False)],
        ),
        # a row: each is named bare, with the posts behind the name
        (
            "Miễn nhiệm đối với các ông: Lê Hoàng Nam - nguyên Giám đốc Sở Y tế, đã nghỉ hưu; Tạ Xuân Hòa - Giám đốc "
            "Sở Nội vụ.",
            [("Lê Hoàng Nam", "Giám đốc", "prov:syt", True), ("Tạ Xuân Hòa", "Giám đốc", "prov:snv", False)],
        ),
        # one post of several
        (
            "Các Phó Chủ tịch UBND thành phố: Đoàn Văn Phi, Huỳnh Thúy Vân và Lê Văn Tám cùng dự.",
            [
                ("Đoàn Văn Phi", "Phó Chủ tịch", "prov:ubnd", False),
                ("Huỳnh Thúy Vân", "Phó Chủ tịch", "prov:ubnd", False),
                ("Lê Văn Tám", "Phó Chủ tịch", "prov:ubnd", False),
            ],
        ),
        # whether a second post was given up with the first is not said
        (
            "Ông Lê Văn Tám, nguyên Phó Bí thư Thành ủy, Chủ tịch HĐND thành phố phát biểu.",
            [("Lê Văn Tám", "Phó Bí thư", "prov:tu", True)],
        ),
        # a row behind the post of comrades, and a post that is but one of several deputies
        (
            "Các đồng chí Phó Giám đốc Sở Y tế: Lê Văn Tám, Trần Thị Hoa cùng dự.",
            [("Lê Văn Tám", "Phó Giám đốc", "prov:syt", False), ("Trần Thị Hoa", "Phó Giám đốc", "prov:syt", False)],
        ),
        (
            "Đồng chí Lê Văn Tám, Phó Bí thư chuyên trách Đảng ủy UBND thành phố trình bày.",
            [("Lê Văn Tám", "Phó Bí thư chuyên trách", "prov:du-ubnd", False)],
        ),
        # what is called former again behind a post that may or may not be
        (
            "Đ/c Lê Văn Tám - nguyên Thứ trưởng Bộ Y tế, Chủ tịch HĐND thành phố, nguyên Giám đốc Sở Y tế phát biểu.",
            [("Lê Văn Tám", "Thứ trưởng", "byt", True), ("Lê Văn Tám", "Giám đốc", "prov:syt", True)],
        ),
        ("Tiến sỹ Lê Văn Tám - Giám đốc Sở Y tế phát biểu.", [("Lê Văn Tám", "Giám đốc", "prov:syt", False)]),
        # the board of another committee, whose name goes on
        (
            "Đ/c Lê Thị Hoa - Trưởng Ban tuyên giáo - đoàn thể thuộc Đảng ủy Khối cơ quan và doanh nghiệp thành phố.",
            [("Lê Thị Hoa", "Trưởng Ban", "", False)],
        ),
        # the committee is no secretary, the union no person, the list of places none either
        ("Ban Bí thư Trần Văn Tám.", []),
        ("Dự có Bí thư Đoàn Thanh niên Trường.", []),
        ("Hội nghị nối với các tỉnh: Hà Nam, Chủ tịch UBND tỉnh báo cáo.", []),
        # a place behind a post is no person
        ("Chủ tịch UBND thành phố Hạ Long phát biểu.", []),
        ("Giám đốc Sở Y tế Bình Dương phát biểu.", []),
        # who is addressed may have no post; no body without a person
        ("Đồng chí Nguyễn Văn An phát biểu.", [("Nguyễn Văn An", "", "", False)]),
        ("Ông nội tôi là nông dân.", []),
        ("Đồng chí Giám đốc Sở Nội vụ phát biểu.", []),
        ("Bà con nông dân phấn khởi.", []),
    ],
)
def test_people_of_a_report(named: Named, sentence: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert named(sentence) == expected


def test_namesakes_are_told_apart_by_their_organs(named: Named) -> None:
    found = named(
        "Đồng chí Nguyễn Hồng Sơn - Giám đốc Sở Khoa học và Công nghệ nhấn mạnh. GS.TS. Nguyễn Hồng Sơn - Giám đốc Học "
        "viện Nông nghiệp Việt Nam trao đổi."
    )
    assert [(name, organ) for name, _, organ, _ in found] == [
        ("Nguyễn Hồng Sơn", "prov:skhcn"),
        ("Nguyễn Hồng Sơn", "vnua"),
    ]


PLAN = """KẾ HOẠCH

Phòng cháy, chữa cháy rừng

I. MỤC TIÊU

Đồng chí Lê Văn Trung - Giám đốc Sở Nội vụ theo dõi.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Đặng Thị Mai Hương
"""


def test_a_plan_names_its_signatory_and_whom_it_addresses(document) -> None:
    found = document(PLAN)
    person, charged = read_people(found.text, found.part, found.agencies)
    assert (found.words(person.name), person.role) == ("Đặng Thị Mai Hương", "signatory")
    assert found.words(person.post) == "PHÓ CHỦ TỊCH"
    assert (found.words(charged.name), charged.agency.record, charged.role) == ("Lê Văn Trung", "prov:snv", "mentioned")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Thiếu tướng Lê Văn Trung, Giám đốc Công an tỉnh", ["Lê Văn Trung"]),
        # nobody is addressed: the name of a street, of a prize
        ("Giải thưởng Lê Văn Trung, Giám đốc Sở Nội vụ", []),
    ],
)
def test_who_is_addressed_in_a_plan(document, said: str, names: list[str]) -> None:
    words = said if not names else f"Đồng chí {said}"
    found = document(PLAN.replace("Đồng chí Lê Văn Trung - Giám đốc Sở Nội vụ", words))
    people = read_people(found.text, found.part, found.agencies)
    assert [found.words(one.name) for one in people if one.role != "signatory"] == names


def test_a_signature_without_a_name_names_nobody(document) -> None:
    found = document(PLAN.replace("\nĐặng Thị Mai Hương\n", ""))
    assert [one.role for one in read_people(found.text, found.part, found.agencies)] == ["mentioned"]


def test_the_author_of_a_report(document) -> None:
    found = document(
        f"Hội nghị tổng kết công tác năm của ngành\n\n{LEAD}\n\n{LEAD[:-1]} khác.\n\nThanh Phúc\n\nNguồn: Báo Nghệ An\n"
    )
    (person,) = read_people(found.text, found.part, found.agencies)
    assert (found.words(person.name), person.role) == ("Thanh Phúc", "author")


@pytest.mark.parametrize(("line", "names"), [("Lê Văn Tám", ["Lê Văn Tám"]), ("Hà Nam", []), ("Khoa Học Đời Sống", [])])
def test_who_stands_above_the_story_is_a_person(document, line: str, names: list[str]) -> None:
    found = document(f"Hội nghị tổng kết công tác năm của ngành\n\n{line}\n\n{LEAD}\n\n{LEAD[5:]}\n", "ha-noi")
    people = read_people(found.text, found.part, found.agencies)
    assert [found.words(p.name) for p in people if p.role == "author"] == names


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the posts behind the next person's name are his
        (
            "Đồng chí Trần Xuân Vinh - Ủy viên BTV Tỉnh ủy, Phó Chủ tịch HĐND tỉnh và đồng chí Lê Văn Trung "
            "- Tỉnh ủy viên chủ trì.",
            {("Trần Xuân Vinh", "Ủy viên"), ("Trần Xuân Vinh", "Phó Chủ tịch"), ("Lê Văn Trung", "Tỉnh ủy viên")},
        ),
        # a post in front of another is no name
        (
            "Ông Lê Văn Trung - Phó Bí thư Tỉnh ủy Phó Trưởng Ban Chỉ đạo chủ trì.",
            {("Lê Văn Trung", "Phó Bí thư")},
        ),
        (
            "Dự có đồng chí Lê Văn Trung - TUV, Giám đốc Sở Nội vụ.",
            {("Lê Văn Trung", "TUV"), ("Lê Văn Trung", "Giám đốc")},
        ),
        ("Chị Lê Thị Mai - Phó Chủ tịch Hội Nông dân tỉnh dự.", {("Lê Thị Mai", "Phó Chủ tịch")}),
        # the name behind a dash
        ("Phó Chủ tịch Hội Nông dân Việt Nam - Lê Thị Mai điều hành.", {("Lê Thị Mai", "Phó Chủ tịch")}),
        # addressed without a post
        ("Kết luận, đồng chí Lê Văn Trung nhấn mạnh.", {("Lê Văn Trung", "")}),
        ("Bà con Bà Rịa và ông Trung, đồng chí Đoàn Thanh Niên vui mừng.", set()),
        # a place called after a person
        ("Đoàn dâng hương tại Khu lưu niệm Chủ tịch Hồ Chí Minh.", set()),
    ],
)
def test_whose_posts_they_are(named: Named, sentence: str, expected: set[tuple[str, str]]) -> None:
    assert {(name, post) for name, post, _, _ in named(sentence)} == expected


def test_a_name_that_breaks_off_is_no_second_person(named: Named) -> None:
    said = "Thủ tướng Phạm Minh Chính chủ trì. Thủ tướng Phạm Minh yêu cầu các bộ báo cáo."
    assert {name for name, *_ in named(said)} == {"Phạm Minh Chính"}
    others = "Thủ tướng Phạm Minh Chính chủ trì. Giám đốc Sở Nội vụ Phạm Minh dự hội nghị."
    assert {name for name, *_ in named(others)} == {"Phạm Minh Chính", "Phạm Minh"}
