"""Bodies as texts name them: one head word for many, names with "và" and commas inside, officers, unknown bodies."""

import pytest

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.own_initials import introduce
from kgbuild.model import Span
from kgbuild.text.normalize import normalise


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở Tài chính", ["prov:stc"]),
        ("sở tài chính", ["prov:stc"]),
        ("SỞ TÀI CHÍNH", ["prov:stc"]),
        ("Sở KH&CN", ["prov:skhcn"]),
        ("Sở Khoa học và Công nghệ", ["prov:skhcn"]),
        ("Văn phòng UBND tỉnh", ["prov:vp-ubnd"]),
        ("Văn phòng Ủy ban nhân dân Thành phố", ["prov:vp-ubnd"]),
        ("Công an tỉnh", ["prov:cong-an"]),
        ("Ban Tuyên giáo Thành ủy", ["prov:btg"]),
        ("Ban Tuyên giáo Tỉnh ủy", ["prov:btg"]),
        ("Bộ Công Thương", ["bct-m"]),
        ("Bộ Công thương", ["bct-m"]),
        ("Uỷ ban nhân dân tỉnh", ["prov:ubnd"]),
        ("Liên hiệp các Hội Khoa học và Kỹ thuật", ["prov:lhh"]),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ["prov:mttq"]),
        ("Ngân hàng Nhà nước Việt Nam", ["nhnn"]),
        # bodies that no longer are stay themselves
        ("Sở Tài chính - Vật giá", ["prov:s-tcvg"]),
        ("Sở Thương mại - Du lịch", ["prov:s-tmdl"]),
        ("Sở Khoa học, Công nghệ và Môi trường", ["prov:s-khcnmt"]),
        ("Sở Địa chính", ["prov:s-dia-chinh"]),
        ("Sở Tài chánh", ["prov:stc"]),
        ("Ban Tổ chức chính quyền tỉnh", ["prov:btccq-old"]),
        ("Ủy ban Dân tộc và Miền núi", ["ubdtmn-old"]),
        ("Bộ Công nghiệp nặng", ["bcn-nang-old"]),
    ],
)
def test_one_body(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # one head word, many names
        ("Sở Khoa học và Công nghệ, Sở Tài chính, Nội vụ, Tư pháp", ["prov:skhcn", "prov:stc", "prov:snv", "prov:stp"]),
        ("Sở Tài chính, Kế hoạch và Đầu tư", ["prov:stc", "prov:skhdt"]),
        ("Sở Y tế, Giáo dục và Đào tạo và Tư pháp", ["prov:syt", "prov:sgddt", "prov:stp"]),
        ("Các Sở: Tài chính, Xây dựng, Y tế", ["prov:stc", "prov:sxd", "prov:syt"]),
        ("các Sở Tài chính, Xây dựng", ["prov:stc", "prov:sxd"]),
        ("Bộ Tài chính, Nội vụ và Tư pháp", ["btc", "bnv", "btp"]),
        ("Bộ Khoa học và Công nghệ, Tài chính, Y tế", ["bkhcn", "btc", "byt"]),
        # a comma or an "và" inside a name
        ("Sở Văn hóa, Thể thao và Du lịch", ["prov:svhttdl"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Tài chính", ["prov:svhttdl", "prov:stc"]),
        ("Sở Lao động - Thương binh và Xã hội", ["prov:sldtbxh"]),
        ("Sở Lao động, Thương binh và Xã hội, Y tế", ["prov:sldtbxh", "prov:syt"]),
        ("Sở Nông nghiệp và Phát triển nông thôn, Tài nguyên và Môi trường", ["prov:snnptnt", "prov:stnmt"]),
        ("Sở Nông nghiệp và Môi trường và Sở Xây dựng", ["prov:snnmt", "prov:sxd"]),
        ("Bộ Văn hóa, Thể thao và Du lịch và Bộ Xây dựng", ["bvhttdl", "bxd"]),
        # the "và" of a name left out
        ("Sở Nội vụ, Kế hoạch Đầu tư", ["prov:snv", "prov:skhdt"]),
        ("Sở Giáo dục và Đào tạo, Lao động Thương binh và Xã hội", ["prov:sgddt", "prov:sldtbxh"]),
        ("Sở Xây dựng, Quy hoạch Kiến trúc", ["prov:sxd", "prov:sqhkt"]),
        # the full name of something else between: the first head word goes on
        (
            "Sở Kế hoạch và Đầu tư, Viện nghiên cứu kinh tế xã hội, Công thương",
            ["prov:skhdt", "ha-noi:vien-ktxh", "prov:sct"],
        ),
        ("Sở Nội vụ, Viện nghiên cứu kinh tế, xã hội", ["prov:snv", "ha-noi:vien-ktxh"]),
        ("Sở Tài chính, Công an tỉnh, Xây dựng", ["prov:stc", "prov:cong-an", "prov:sxd"]),
        # separators of every kind
        ("Sở Tư pháp; Sở Nội vụ", ["prov:stp", "prov:snv"]),
        ("Sở Tư pháp\nSở Nội vụ", ["prov:stp", "prov:snv"]),
        ("- Sở Tư pháp;\n- Công an tỉnh.", ["prov:stp", "prov:cong-an"]),
        ("", []),
        ("\xa0", []),
    ],
)
def test_lists_of_bodies_in_cells(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở Tài chính và các sở, ngành liên quan", ["prov:stc", "group:so-ban-nganh-lien-quan"]),
        (
            "Sở Kế hoạch và Đầu tư và các sở, ngành, quận, huyện",
            ["prov:skhdt", "group:so-ban-nganh", "group:cap-huyen"],
        ),
        ("Sở Xây dựng, UBND các huyện, thị xã", ["prov:sxd", "group:cap-huyen"]),
        ("Ban Tuyên giáo Tỉnh ủy, các Ban Đảng", ["prov:btg", "group:cac-ban-dang"]),
        ("Công an tỉnh và UBND các xã, phường", ["prov:cong-an", "group:cap-xa"]),
        # one body in each province is no second group
        ("Công an tỉnh, thành phố trực thuộc Trung ương, Sở Y tế", ["prov:cong-an", "prov:syt"]),
    ],
)
def test_bodies_and_groups_in_one_cell(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND tỉnh Gia Lai", ["prov:ubnd@gia-lai"]),
        ("Ủy ban nhân dân thành phố Đà Nẵng", ["prov:ubnd@da-nang"]),
        ("Sở Tài chính tỉnh Long An", ["prov:stc@long-an"]),
        ("Sở Y tế Hà Nội", ["prov:syt@ha-noi"]),
        ("Tỉnh ủy Nghệ An", ["prov:tu@nghe-an"]),
        ("Thành ủy Cần Thơ", ["prov:tu@can-tho"]),
        ("Công an tỉnh Bà Rịa - Vũng Tàu", ["prov:cong-an@ba-ria-vung-tau"]),
        ("UBND TP. Hồ Chí Minh", ["prov:ubnd@ho-chi-minh"]),
        ("HĐND tỉnh Kon Tum", ["prov:hdnd@kon-tum"]),
        ("UBND tỉnh", ["prov:ubnd"]),
    ],
)
def test_a_place_said_with_the_name(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_local_bodies_are_known_in_their_own_area_alone(cell) -> None:
    assert cell("Ban Quản lý Khu công nghệ cao Hòa Lạc", "ha-noi") == ["ha-noi:bql-hoalac"]
    assert "ha-noi:bql-hoalac" not in cell("Ban Quản lý Khu công nghệ cao Hòa Lạc", "lam-dong")


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        ("Sở Y tế chủ trì, phối hợp với Sở Tài chính", ["prov:syt"], "chủ trì, phối hợp với Sở Tài chính"),
        (
            "Sở Y tế, Sở Tài chính và Công an tỉnh tổ chức kiểm tra",
            ["prov:syt", "prov:stc", "prov:cong-an"],
            "tổ chức kiểm tra",
        ),
        ("Sở Y tế. Sở Tài chính bố trí kinh phí", ["prov:syt"], ". Sở Tài chính bố trí kinh phí"),
        ("Sở Nội vụ, Tài chính thẩm định hồ sơ", ["prov:snv", "prov:stc"], "thẩm định hồ sơ"),
        ("Sở Tài chính và chính quyền địa phương", ["prov:stc"], None),
        # verbs behind names, and one that is a word of a name
        ("Báo Ấp Bắc tăng thời lượng phát tin", ["?Báo Ấp Bắc"], "tăng thời lượng phát tin"),
        (
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên mở lớp",
            ["?Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên"],
            "mở lớp",
        ),
        ("Trung tâm Y tế thường xuyên tổ chức kiểm tra", ["?Trung tâm Y tế"], "thường xuyên tổ chức kiểm tra"),
        ("Bộ đội Biên phòng tỉnh kiểm đếm tàu thuyền", ["prov:bo-doi-bien-phong"], "kiểm đếm tàu thuyền"),
        # one named officer acts for his organ; of several posts none is said to act
        ("Đồng chí Lê Văn An, Phó Chủ tịch UBND tỉnh chỉ đạo", ["prov:ubnd"], "chỉ đạo"),
        ("Đồng chí Lê Văn An, Phó Bí thư Thường trực Tỉnh ủy chỉ đạo", ["prov:tu"], "chỉ đạo"),
        (
            "Đồng chí Lê Văn An, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh chỉ đạo",
            [],
            "Đồng chí Lê Văn An, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh chỉ đạo",
        ),
        # names that cannot end before their verb, and one that can
        (
            "Cục Quản lý xây dựng và Chất lượng công trình giao thông rà soát nhu cầu",
            ["?Cục Quản lý xây dựng và Chất lượng công trình giao thông"],
            "rà soát nhu cầu",
        ),
        (
            "Công ty Cổ phần Đầu tư xây dựng Trung Nam bảo đảm tiến độ",
            ["?Công ty Cổ phần Đầu tư xây dựng Trung Nam"],
            "bảo đảm tiến độ",
        ),
        (
            "Ban Quản lý Khu nông nghiệp ứng dụng công nghệ cao lập kế hoạch",
            ["?Ban Quản lý Khu nông nghiệp ứng dụng công nghệ cao"],
            "lập kế hoạch",
        ),
        ("Ban Quản lý xây dựng kế hoạch", ["?Ban Quản lý"], "xây dựng kế hoạch"),
        # a board of another Party committee than the province's
        ("Ban Tuyên giáo Đảng ủy tuyên truyền", ["?Ban Tuyên giáo Đảng ủy"], "tuyên truyền"),
        ("Ban Tuyên giáo tuyên truyền", ["prov:btg"], "tuyên truyền"),
        # what a board is to prevent and fight holds commas
        (
            "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực, Sở Y tế báo cáo",
            ["?Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực", "prov:syt"],
            "báo cáo",
        ),
        (
            "Trung tâm chỉ huy phòng, chống dịch Covid-19 tỉnh Thanh Hóa báo cáo",
            ["?Trung tâm chỉ huy phòng, chống dịch Covid-19 tỉnh Thanh Hóa"],
            "báo cáo",
        ),
        (
            "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào",
            ["?Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội"],
            "và xây dựng phong trào",
        ),
        # people told along with bodies
        ("Sở Y tế và toàn thể Nhân dân thực hiện nghiêm", ["prov:syt"], "thực hiện nghiêm"),
        ("Sở Y tế và Nhân dân các xã thực hiện", ["prov:syt"], "và Nhân dân các xã thực hiện"),
        # running text is no list of bodies
        ("Sở hữu trí tuệ là tài sản", [], "Sở hữu trí tuệ là tài sản"),
        ("Bộ máy nhà nước được tinh gọn", [], "Bộ máy nhà nước được tinh gọn"),
        ("Ban hành kế hoạch", [], "Ban hành kế hoạch"),
        ("Trường hợp khó khăn", [], "Trường hợp khó khăn"),
        ("Đài Loan và Nhật Bản", [], "Đài Loan và Nhật Bản"),
        ("tài chính, nội vụ, tư pháp", [], "tài chính, nội vụ, tư pháp"),
        ("Việc bố trí vốn do Sở Tài chính lo", [], "Việc bố trí vốn do Sở Tài chính lo"),
    ],
)
def test_bodies_at_the_beginning_of_a_sentence(opening, words: str, expected: list[str], rest: str | None) -> None:
    found, after = opening(words)
    assert found[: len(expected)] == expected
    if rest is not None:
        assert (found, after) == (expected, rest)


@pytest.mark.parametrize(
    ("words", "record", "post"),
    [
        ("Giám đốc Sở Nội vụ", "prov:snv", "Giám đốc"),
        ("Chánh Văn phòng UBND tỉnh", "prov:vp-ubnd", "Chánh Văn phòng"),
        ("Chánh Văn phòng Ủy ban nhân dân Thành phố", "prov:vp-ubnd", "Chánh Văn phòng"),
        ("Chánh Thanh tra tỉnh", "prov:thanh-tra", "Chánh Thanh tra"),
        ("Bộ trưởng Bộ Tài chính", "btc", "Bộ trưởng"),
        ("Chủ tịch UBND tỉnh", "prov:ubnd", "Chủ tịch"),
        ("Giám đốc Công an tỉnh", "prov:cong-an", "Giám đốc"),
        ("Cục trưởng Cục Thuế", "prov:cuc-thue", "Cục trưởng"),
    ],
)
def test_officers_stand_for_their_bodies(reader, words: str, record: str, post: str) -> None:
    text = normalise(words)
    (found,) = AgencyReader.of(reader.lexicon, "ha-noi").read_cell(text, Span(0, len(text.norm)))
    assert (found.record, found.post) == (record, post)
    assert text.words(found.span) == words


def test_one_officer_word_for_many_bodies(cell) -> None:
    assert cell("Giám đốc Sở Tài chính, Giám đốc Sở Nội vụ") == ["prov:stc", "prov:snv"]


def test_one_officer_word_before_a_colon(cell) -> None:
    assert cell("Giám đốc các Sở: Tài chính, Nội vụ") == ["prov:stc", "prov:snv"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trung tâm Bảo tồn di sản văn hóa thế giới Hội An", ["?Trung tâm Bảo tồn di sản văn hóa thế giới Hội An"]),
        ("Công ty Cổ phần Đường Quảng Ngãi", ["?Công ty Cổ phần Đường Quảng Ngãi"]),
        ("Chi cục Kiểm lâm, Sở Tài chính", ["?Chi cục Kiểm lâm", "prov:stc"]),
        ("Hiệp hội Chè, Sở Công Thương", ["?Hiệp hội Chè", "prov:sct"]),
        ("Ban Quản lý rừng phòng hộ Đầu nguồn và Sở Tài chính", ["?Ban Quản lý rừng phòng hộ Đầu nguồn", "prov:stc"]),
    ],
)
def test_unknown_bodies_are_kept_as_they_are_named(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "quang-ngai") == expected


@pytest.mark.parametrize("words", ["Sở và gửi Ủy ban nhân dân tỉnh", "Trung tâm và báo cáo"])
def test_no_name_opens_with_and(reader, words: str) -> None:
    text = normalise(words)
    assert AgencyReader.of(reader.lexicon, "quang-ngai").read_list(text, Span(0, len(text.norm))) == ([], 0)


def test_a_body_that_the_document_names_is_found_again(reader) -> None:
    agencies = AgencyReader.of(reader.lexicon, "quang-nam")
    text = normalise("Trung tâm Sâm Ngọc Linh")
    introduce(agencies, agencies.read_cell(text, Span(0, len(text.norm))))
    again = normalise("trung tâm Sâm Ngọc Linh tổ chức hội chợ")
    found, end = agencies.read_list(again, Span(0, len(again.norm)))
    assert [m.name for m in found] == ["Trung tâm Sâm Ngọc Linh"]
    assert again.norm[end:].strip() == "tổ chức hội chợ"


@pytest.mark.parametrize(
    ("words", "expected", "asked"),
    [
        ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh", ["prov:mttq"], True),
        ("Đề nghị Ban Tuyên giáo Tỉnh ủy", ["prov:btg"], True),
        ("Giao Sở Tài chính", ["prov:stc"], False),
        ("Yêu cầu Sở Tài chính", ["prov:stc"], False),
        ("“Giao Sở Tài chính", ["prov:stc"], False),
        ("Sở Tài chính", ["prov:stc"], False),
        ("Nhiệm vụ chung", [], False),
    ],
)
def test_headings_that_ask_or_order(reader, words: str, expected: list[str], asked: bool) -> None:
    text = normalise(words)
    found, _, was_asked = AgencyReader.of(reader.lexicon, "ha-noi").read_heading(text, Span(0, len(text.norm)))
    assert ([m.record for m in found], was_asked) == (expected, asked)


def test_every_mention_covers_its_own_words(reader) -> None:
    words = "Sở Khoa học và Công nghệ, Sở Tài chính, Nội vụ, Viện nghiên cứu kinh tế, xã hội và các sở, ngành liên quan"
    text = normalise(words)
    found = AgencyReader.of(reader.lexicon, "ha-noi").read_cell(text, Span(0, len(text.norm)))
    assert [text.words(m.span) for m in found] == [
        "Sở Khoa học và Công nghệ",
        "Sở Tài chính",
        "Nội vụ",
        "Viện nghiên cứu kinh tế, xã hội",
        "các sở, ngành liên quan",
    ]
    assert [m.elliptical for m in found] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở GD&ĐT; Sở KH&ĐT; Sở LĐ-TB&XH", ["prov:sgddt", "prov:skhdt", "prov:sldtbxh"]),
        ("Sở NN&PTNT, TN&MT", ["prov:snnptnt", "prov:stnmt"]),
        ("BQL các KCN tỉnh", ["prov:bql-kcn"]),
        ("BHXH tỉnh", ["prov:bhxh"]),
        ("Ngân hàng Nhà nước chi nhánh tỉnh", ["prov:nhnn"]),
        ("Đài PT-TH tỉnh", ["prov:dai-ptth"]),
        ("Tỉnh đoàn, Hội LHPN tỉnh, LĐLĐ tỉnh", ["prov:doan-tn", "prov:hlhpn", "prov:ldld"]),
        ("Bộ KH&CN, Bộ TT&TT", ["bkhcn", "btttt"]),
        ("Viettel, VNPT", ["viettel", "vnpt"]),
        ("Sở Tài chính/Sở Nội vụ", ["prov:stc", "prov:snv"]),
        ("Sở Tài chính + Sở Nội vụ", ["prov:stc", "prov:snv"]),
        ("Sở Nội vụ (chủ trì), Sở Tài chính", ["prov:snv", "prov:stc"]),
        ("Bộ Chỉ huy quân sự tỉnh, Bộ Chỉ huy BĐBP tỉnh", ["prov:bch-quan-su", "prov:bo-doi-bien-phong"]),
        ("Thường trực HĐND tỉnh; Thường trực Tỉnh ủy", ["prov:tt-hdnd", "prov:thuong-truc-tu"]),
        ("Sở Công Thương (Chi cục Quản lý thị trường)", ["prov:sct", "prov:qltt"]),
    ],
)
def test_abbreviations_and_separators_of_cells(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "lao-cai") == expected


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        ("Sở Nông nghiệp và Môi trường chủ trì, phối hợp", ["?chủ trì", "?phối hợp"]),
        ("Tất cả các sở, ngành", ["?Tất cả các sở"]),
        ("Các doanh nghiệp, HTX trên địa bàn", ["?HTX trên địa bàn"]),
        ("UBND các xã Mường Khương, Bản Lầu", ["?Mường Khương", "?Bản Lầu"]),
        ("Sở Tài chính, UBND các huyện: Bảo Thắng, Bát Xát", ["?Bảo Thắng", "?Bát Xát"]),
        ("Các Cục, Văn phòng Bộ có trách nhiệm thực hiện", ["?Văn phòng Bộ có trách nhiệm thực hiện"]),
        ("các Ban quản lý dự án chịu trách nhiệm", ["group:ban-quan-ly-du-an-chiu-trach-nhiem"]),
    ],
)
def test_words_of_a_cell_that_are_no_bodies(cell, words: str, unwanted: list[str]) -> None:
    assert not set(cell(words, "lao-cai")) & set(unwanted)


def test_a_town_that_bears_the_name_of_its_province_is_not_the_province(cell) -> None:
    assert cell("UBND TP. Lào Cai", "lao-cai") != cell("UBND tỉnh Lào Cai", "lao-cai")
    assert cell("UBND thành phố Lào Cai", "lao-cai") != cell("UBND tỉnh Lào Cai", "lao-cai")
    assert cell("UBND thành phố Cần Thơ", "can-tho") == ["prov:ubnd@can-tho"]


def test_a_named_newspaper_is_not_the_press(cell) -> None:
    assert cell("Báo Lào Cai", "lao-cai") == ["?Báo Lào Cai"]


def test_officers_of_two_groups_are_both_officers(reader) -> None:
    text = normalise("Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố")
    found = AgencyReader.of(reader.lexicon, "lao-cai").read_cell(text, Span(0, len(text.norm)))
    assert [(m.group, m.post) for m in found] == [("so-ban-nganh", "Thủ trưởng"), ("cap-huyen", "Chủ tịch")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # initials, however they are parted
        ("Sở NN và PTNT", ["prov:snnptnt"]),
        ("Sở LĐ-TB-XH; Sở KH - CN", ["prov:sldtbxh", "prov:skhcn"]),
        ("các Sở: TC, KH&ĐT, XD", ["prov:stc", "prov:skhdt", "prov:sxd"]),
        ("Bộ TT-TT, Bộ GD và ĐT", ["btttt", "bgddt"]),
        # a head word before a colon opens names that no table lists
        ("các Sở: Thương mại, Du lịch, Y tế", ["prov:s-thuong-mai", "prov:sdl", "prov:syt"]),
        ("các Sở: Địa chính, Y tế; Vật giá", ["prov:s-dia-chinh", "prov:syt", "?Sở Vật giá"]),
        (
            "các Hội: Nông dân, Cựu chiến binh, Sinh vật cảnh",
            ["prov:hoi-nong-dan", "prov:hoi-ccb", "?Hội Sinh vật cảnh"],
        ),
        ("Các Ban: Tuyên giáo, Dân vận Tỉnh ủy", ["prov:btg", "prov:bdv"]),
        ("VP: Tỉnh ủy, HĐND tỉnh", ["prov:vptu", "prov:vp-hdnd"]),
        # a name that is a list
        ("Cục Thể thao, Điện ảnh và Xuất bản", ["?Cục Thể thao, Điện ảnh và Xuất bản"]),
        (
            "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông",
            ["?Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"],
        ),
        ("Vụ Pháp luật hình sự - hành chính, Sở Y tế", ["?Vụ Pháp luật hình sự - hành chính", "prov:syt"]),
        ("Vụ Pháp chế, Sở Y tế và Công an tỉnh", ["?Vụ Pháp chế", "prov:syt", "prov:cong-an"]),
        ("Vụ Thị trường trong nước, Sở Y tế", ["?Vụ Thị trường trong nước", "prov:syt"]),
        # a unit and the body above it
        ("Cục Kiểm tra văn bản - Bộ Tư pháp", ["cuc-ktvb-old"]),
        ("Cục Kiểm soát văn bản - Bộ Tư pháp", ["?Cục Kiểm soát văn bản - Bộ Tư pháp"]),
        ("Sở Du lịch - Sở Y tế", ["prov:sdl", "prov:syt"]),
        # several of one sort
        ("Các bệnh viện công lập", ["group:benh-vien-cong-lap"]),
        ("Các Ban QLDA chuyên ngành", ["group:ban-qlda-chuyen-nganh"]),
        # a short form in brackets
        ("Hội Nông dân (HND) và Sở Y tế", ["prov:hoi-nong-dan", "prov:syt"]),
    ],
)
def test_what_a_list_leaves_out(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "lai-chau") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Báo Lai Châu", ["?Báo Lai Châu"]),
        ("Viện Lúa Ô Môn, Trường Đại học Tân Trào", ["?Viện Lúa Ô Môn", "?Trường Đại học Tân Trào"]),
        ("HTX Chè Tam Đường", ["?HTX Chè Tam Đường"]),
        ("Đảng ủy Bộ Tư pháp", ["?Đảng ủy Bộ Tư pháp"]),
        ("Ban Quản lý Khu kinh tế Ma Lù Thàng", ["?Ban Quản lý Khu kinh tế Ma Lù Thàng"]),
        ("Ban Dân vận Huyện ủy", ["?Ban Dân vận Huyện ủy"]),
        # boards of a committee that no longer are
        ("Ban Khoa giáo Tỉnh ủy", ["?Ban Khoa giáo Tỉnh ủy"]),
        ("Ban Kinh tế Thành ủy; Sở Y tế", ["?Ban Kinh tế Thành ủy", "prov:syt"]),
        ("Ban Khoa giáo, Tỉnh ủy", ["?Ban Khoa giáo", "prov:tu"]),
        ("Kho bạc Nhà nước khu vực V", ["?Kho bạc Nhà nước khu vực V"]),
        ("VNPT Lai Châu", ["?VNPT Lai Châu"]),
        # near misses: classes, and bodies that the tables know with their place
        ("Báo, đài", ["group:bao-dai"]),
        ("Viện, trường", ["group:truong-vien"]),
        ("Các trường đại học", ["group:truong-vien"]),
        ("Sở, Ban, Ngành", ["group:so-ban-nganh"]),
        ("Ban Quản lý Khu kinh tế tỉnh Lai Châu", ["prov:bql-kkt@lai-chau"]),
        ("Ban Dân vận Tỉnh ủy", ["prov:bdv"]),
        ("KBNN tỉnh", ["prov:kho-bac"]),
        ("Kho bạc Nhà nước", ["kbnn"]),
    ],
)
def test_one_name_and_what_only_begins_like_it(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "lai-chau") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sở Y tế chủ trì; Sở Tài chính phối hợp", ["prov:syt", "prov:stc"]),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh", ["prov:syt", "prov:cong-an"]),
        ("Như trên", []),
        ("điểm d, khoản 1, mục III", []),
        ("Theo Phụ lục 2", []),
        ("Sở Y tế, người dân", ["prov:syt", "group:nguoi-dan"]),
        ("các chủ rừng", ["group:chu-rung"]),
        ("kinh tế số, xã hội số", []),
    ],
)
def test_cells_that_say_more_than_bodies(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "lai-chau") == expected


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("các trung tâm thương mại phát triển", "các trung tâm thương mại phát triển"),
        ("các nhà máy tăng cường", "các nhà máy tăng cường"),
        ("Các phòng, chống dịch", "Các phòng, chống dịch"),
        ("lãnh đạo xây dựng nông thôn", "lãnh đạo xây dựng nông thôn"),
    ],
)
def test_places_and_things_in_running_text_are_no_groups(opening, words: str, rest: str) -> None:
    assert opening(words) == ([], rest)


def test_a_place_before_the_people_s_committee_is_no_party_committee(opening) -> None:
    found, rest = opening("Bộ Chỉ huy Quân sự tỉnh, Ủy ban nhân dân các xã, phường tổ chức nghiên cứu", "gia-lai")
    assert (found, rest) == (["prov:bch-quan-su", "group:cap-xa"], "tổ chức nghiên cứu")


def test_a_party_committee_keeps_its_name_before_a_board(opening) -> None:
    assert opening("Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy", "gia-lai")[0] == ["prov:vptu", "prov:btc-tu"]


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        # what a body is for may hold verbs and commas
        (
            "Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi tỉnh phối hợp với",
            ["?Ban Quản lý dự án đầu tư xây dựng công trình thủy lợi tỉnh"],
            "phối hợp với",
        ),
        (
            "Trung tâm Kiểm soát giết mổ, Cục Kết cấu hạ tầng nông thôn xây dựng đề án",
            ["?Trung tâm Kiểm soát giết mổ", "?Cục Kết cấu hạ tầng nông thôn"],
            "xây dựng đề án",
        ),
        (
            "Viện Quy hoạch, Thiết kế đô thị khảo sát hiện trạng",
            ["?Viện Quy hoạch, Thiết kế đô thị"],
            "khảo sát hiện trạng",
        ),
        # the next body is no part of it
        (
            "Viện Quy hoạch đô thị, Sở Xây dựng khảo sát",
            ["?Viện Quy hoạch đô thị", "prov:sxd"],
            "khảo sát",
        ),
        ("Trung tâm Khuyến công, Bưu điện tỉnh khảo sát", ["?Trung tâm Khuyến công", "prov:buu-dien"], "khảo sát"),
        # a group that only announces bodies behind a colon
        (
            "Thủ trưởng các cơ quan: Sở Y tế, Công an tỉnh chịu trách nhiệm",
            ["prov:syt", "prov:cong-an"],
            "chịu trách nhiệm",
        ),
        (
            "Các Bộ, cơ quan: Tài chính, Xây dựng, Ngoại giao, Tập đoàn Điện lực Việt Nam rà soát",
            ["btc", "bxd", "bng", "evn"],
            "rà soát",
        ),
        ("Các bộ, ngành: Công an, Y tế và các địa phương rà soát", ["bca", "byt", "group:cap-huyen"], "rà soát"),
        (
            "Ban Kinh tế - Ngân sách và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện",
            ["?Ban Kinh tế - Ngân sách", "group:dai-bieu-hdnd"],
            "giám sát việc thực hiện",
        ),
        ("Các đoàn thể cấp phường rà soát", ["group:doan-the"], "rà soát"),
        ("Phòng Quản lý hợp tác xã và doanh nghiệp rà soát", ["?Phòng Quản lý hợp tác xã và doanh nghiệp"], "rà soát"),
        ("Các cơ quan, đơn vị: Tổ chức quán triệt", ["group:co-quan-don-vi"], ": Tổ chức quán triệt"),
    ],
)
def test_names_that_say_what_a_body_is_for(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words) == (expected, rest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ban QLDA đầu tư xây dựng công trình dân dụng, công nghiệp", 1),
        ("Ban Quản lý dự án đầu tư xây dựng công trình dân dụng, công nghiệp và hạ tầng xã hội tỉnh Điện Biên", 1),
        ("Ban Quản lý dự án đầu tư xây dựng, Sở Xây dựng", 2),
        ("Cục Quản lý đê điều, Cục Kiểm ngư", 2),
    ],
)
def test_a_name_with_a_verb_in_a_cell_is_one_body(cell, words: str, expected: int) -> None:
    assert len(cell(words)) == expected


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("các thành viên Ban Chỉ đạo chuyển đổi số tỉnh phân công", 1),
        ("cơ quan chuyên môn thuộc Bộ Y tế hướng dẫn", 1),
        ("các đơn vị truyền thông thuộc Bộ Y tế đưa tin", 1),
        ("UBND các tỉnh tham gia Dự án, Sở Y tế hướng dẫn", 2),
        # a verb, and a noun that names no group alone
        ("UBND các tỉnh tham gia xây dựng quy hoạch", 1),
        ("cơ quan chuyên môn hướng dẫn", 0),
        ("Sở, ban, ngành thuộc UBND tỉnh có trách nhiệm rà soát", 1),
    ],
)
def test_groups_told_by_whose_they_are(opening, words: str, count: int) -> None:
    found, _ = opening(words)
    assert len(found) == count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực II", ["nhnn-kv02"]),
        ("Ngân hàng Nhà nước Chi nhánh Khu vực 10", ["nhnn-kv10"]),
        ("NHNN Khu vực 4, Kho bạc Nhà nước Khu vực IV", ["nhnn-kv04", "?Kho bạc Nhà nước Khu vực IV"]),
        ("Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Lào Cai", ["prov:nhnn@lao-cai"]),
    ],
)
def test_branches_of_a_region_are_those_of_the_tables(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_a_person_behind_a_dash_is_no_part_of_a_body(reader) -> None:
    text = normalise("Phó Giám đốc Sở - Trần Văn An chỉ đạo")
    assert AgencyReader.of(reader.lexicon, "ha-noi").read_list(text, Span(0, len(text.norm)))[0] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Trung tâm Dịch vụ việc làm tỉnh (Sở Nội vụ), Sở Tài chính",
            ["?Trung tâm Dịch vụ việc làm tỉnh", "prov:stc"],
        ),
        # who the body is, not whose
        ("Cơ quan thường trực (Sở Y tế), Sở Tài chính", ["group:co-quan-thuong-truc", "prov:syt", "prov:stc"]),
        (
            "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh, Sở Tài chính",
            ["prov:vp-doan-dbqh-hdnd", "prov:stc"],
        ),
    ],
)
def test_the_owner_of_a_unit_in_brackets_is_no_member_of_the_list(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_a_group_keeps_what_narrows_it_behind_other(opening) -> None:
    assert opening("các cơ quan, tổ chức khác có liên quan tăng cường kiểm tra")[1] == "tăng cường kiểm tra"
    found, rest = opening("các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này có trách nhiệm lập")
    assert (len(found), rest) == (1, "có trách nhiệm lập")
    found, rest = opening("các cơ quan, đơn vị được giao chủ trì có trách nhiệm lập dự toán")
    assert (len(found), rest) == (1, "có trách nhiệm lập dự toán")


def test_committees_of_provinces_each_with_its_noun(opening) -> None:
    found, rest = opening("UBND thành phố Hà Nội, thành phố Huế và tỉnh Quảng Ninh trực tiếp hỗ trợ")
    assert (len(found), rest) == (3, "trực tiếp hỗ trợ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các Vụ, Cục: Pháp chế; Quản lý đất đai", ["group:vu-cuc"]),
        ("Không", []),
        ("Đ/c Nguyễn Văn Hùng, Phó Trưởng phòng", []),
        ("Phó Trưởng phòng Nội vụ", ["?Phòng Nội vụ"]),
        ("Trưởng phòng Kinh tế", ["?Phòng Kinh tế"]),
    ],
)
def test_names_that_leave_out_whose_they_are(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_a_torn_name_in_a_cell_is_no_body(cell) -> None:
    assert cell("Sở Tài chính, Cục") == ["prov:stc"]
    assert cell("Sở Tài chính, Cục Thống kê")[1:] != []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Xã đoàn; Hội Nông dân xã", ["?Xã đoàn", "?Hội Nông dân xã"]),
        ("xã", ["group:cap-xa"]),
        ("Trung tâm Thông tin - Thư viện", ["?Trung tâm Thông tin - Thư viện"]),
        ("Trung tâm Y tế - Thư viện tỉnh", ["?Trung tâm Y tế", "?Thư viện tỉnh"]),
        ("Các ngành thành viên Ban Chỉ đạo 138", ["group:thanh-vien-ban-chi-dao-138"]),
        ("Các sở, ngành; thành viên Ban Chỉ đạo", ["group:so-ban-nganh", "group:thanh-vien-ban-chi-dao"]),
    ],
)
def test_nouns_that_are_part_of_a_longer_name(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "gia-lai") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBMTTQVN cùng cấp", ["group:ubmttqvn-cung-cap"]),
        ("các Hội, đoàn thể cùng cấp", ["group:hoi-doan-the-cung-cap"]),
        (
            "Vụ Đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
            ["?Vụ Đào tạo, bồi dưỡng cán bộ, công chức, viên chức"],
        ),
        ("Sở xây dựng, Sở y tế", ["prov:sxd", "prov:syt"]),
    ],
)
def test_names_that_go_on(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "gia-lai") == expected


def test_a_verb_behind_a_bare_noun_is_no_name(opening) -> None:
    assert opening("Sở Xây dựng kế hoạch hóa đô thị", "gia-lai")[0] == ["prov:sxd"]
    assert opening("Sở xây dựng kế hoạch thực hiện", "gia-lai")[0] == []


@pytest.mark.parametrize("name", ["Sở thông tin và Truyền thông", "Sở thông tin và truyền thông"])
def test_a_long_name_written_small_is_no_verb(opening, name: str) -> None:
    assert opening(f"{name} hướng dẫn thực hiện", "gia-lai")[0] == ["prov:stttt"]


def test_a_document_may_call_its_bodies_by_their_initials(document) -> None:
    found = document("KẾ HOẠCH\n\nCải cách hành chính\n\nI. NHIỆM VỤ\n\nRà soát.\n", "gia-lai")
    reader = found.agencies
    text = normalise("Phòng Quản lý thương mại; Trung tâm Khuyến công và Tư vấn phát triển")
    introduce(reader, reader.read_cell(text, Span(0, len(text.norm))))
    for words, name in (
        ("Phòng QLTM", "Phòng Quản lý thương mại"),
        ("Trung tâm KC&TVPT", "Trung tâm Khuyến công và Tư vấn phát triển"),
        ("Phòng QLCN", "Phòng QLCN"),
    ):
        short = normalise(words)
        assert [m.name for m in reader.read_cell(short, Span(0, len(short.norm)))] == [name]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Đ/c Nguyễn Văn An, Phó Giám đốc", []),
        ("Nguyễn Văn An; Sở Y tế", ["prov:syt"]),
        ("Phó Giám đốc Sở Y tế", ["prov:syt"]),
        ("Lê Chân", ["?Lê Chân"]),  # a district
        ("Bà Rịa; Sở Y tế", ["?Bà Rịa", "prov:syt"]),
    ],
)
def test_people_are_no_bodies(cell, words: str, expected: list[str]) -> None:
    assert cell(words, "gia-lai") == expected


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        ("Tổng công ty Cảng hàng không Việt Nam chủ trì", ["?Tổng công ty Cảng hàng không Việt Nam"], "chủ trì"),
        ("Công ty Cấp nước hàng năm báo cáo", ["?Công ty Cấp nước"], "hàng năm báo cáo"),
        ("Phòng Đào tạo sau đại học chủ trì", ["?Phòng Đào tạo sau đại học"], "chủ trì"),
        ("Phòng Đào tạo sau khi rà soát", ["?Phòng Đào tạo"], "sau khi rà soát"),
        ("Công ty Cấp nước TP.HCM chủ trì", ["?Công ty Cấp nước TP.HCM"], "chủ trì"),
        ("Trạm Khuyến nông TP. Biên Hòa chủ trì", ["?Trạm Khuyến nông TP. Biên Hòa"], "chủ trì"),
        (
            "Cục Giống, Thương mại nông sản và nghề muối chủ trì",
            ["?Cục Giống, Thương mại nông sản và nghề muối"],
            "chủ trì",
        ),
        (
            "Ban Quản lý rừng đặc dụng - phòng hộ ven biển chủ trì",
            ["?Ban Quản lý rừng đặc dụng - phòng hộ ven biển"],
            "chủ trì",
        ),
        ("Viện Quy hoạch kinh tế - xã hội chủ trì", ["?Viện Quy hoạch kinh tế - xã hội"], "chủ trì"),
        ("Cục Trồng trọt và địa phương chủ trì", ["?Cục Trồng trọt", "group:cap-huyen"], "chủ trì"),
        ("Phòng Nội vụ và đơn vị liên quan chủ trì", ["?Phòng Nội vụ", "group:don-vi-lien-quan"], "chủ trì"),
    ],
)
def test_where_an_unlisted_name_ends(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words) == (expected, rest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Chánh Văn phòng UBND tỉnh; Thủ trưởng các sở, ban, ngành: Tài chính, Xây dựng, Công an tỉnh thi hành",
            ["prov:vp-ubnd", "prov:stc", "prov:sxd", "prov:cong-an"],
        ),
        ("UBND tỉnh, các sở, ngành: Tài chính; Xây dựng báo cáo", ["prov:ubnd", "prov:stc", "prov:sxd"]),
        ("UBND tỉnh, các sở, ngành: Thực hiện nghiêm kế hoạch", ["prov:ubnd", "group:so-ban-nganh"]),
    ],
)
def test_a_class_within_a_list_may_announce_its_bodies(opening, words: str, expected: list[str]) -> None:
    assert opening(words, "hai-duong")[0] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # an abbreviation alone is a name, a head word alone is torn off one
        ("Sở Y tế, MTTQ và các đoàn thể", ["prov:syt", "?MTTQ", "group:doan-the"]),
        ("Vụ Pháp chế, Cục", ["?Vụ Pháp chế"]),
        ("UBND 02 xã: Lạc Dương, Đạ Nhim", ["prov:ubnd xã Lạc Dương", "prov:ubnd xã Đạ Nhim"]),
        ("UBND 3 xã vùng cao", ["group:cap-xa"]),
        ("Công chức Tư pháp - Hộ tịch; Sở Y tế", ["group:cong-chuc-tu-phap-ho-tich", "prov:syt"]),
    ],
)
def test_short_names_counts_and_posts_in_a_cell(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_an_officer_of_a_ministry_reads_no_name_in_small_letters(opening) -> None:
    assert opening("Lãnh đạo Bộ kết quả thực hiện")[0] == []
    assert opening("Trưởng phòng nội vụ báo cáo")[0] == ["?Phòng nội vụ"]


def test_organs_of_districts_go_on_with_their_places(opening) -> None:
    def named(words: str) -> list[str]:
        return opening(words)[0]

    assert named("Thành ủy Hội An, Thị ủy Điện Bàn chỉ đạo") == [
        "prov:tu thành phố Hội An",
        "prov:tu thị xã Điện Bàn",
    ]
    assert named("Huyện ủy Chư Păh, Chư Sê thực hiện") == ["prov:tu huyện Chư Păh", "prov:tu huyện Chư Sê"]
    assert named("UBND huyện Đak Đoa, Huyện ủy Chư Sê thực hiện") == ["prov:ubnd huyện Đak Đoa", "prov:tu huyện Chư Sê"]
    assert named("Công an huyện Kỳ Anh, Hương Khê, thị xã Hồng Lĩnh tuần tra") == [
        "prov:cong-an huyện Kỳ Anh",
        "prov:cong-an huyện Hương Khê",
        "prov:cong-an thị xã Hồng Lĩnh",
    ]


def test_an_organ_of_a_committee_within_a_body_is_not_that_body(cell) -> None:
    assert cell("Ban Thường vụ Đảng ủy Công an tỉnh") == ["?Ban Thường vụ Đảng ủy Công an tỉnh"]
    assert cell("Đảng ủy xã, Công an tỉnh")[-1] == "prov:cong-an"


def test_the_central_committee_of_a_union_is_none_of_the_party(opening) -> None:
    union = "Ban Chấp hành Trung ương Hội Nhà báo Việt Nam"
    assert opening(f"{union} chỉ đạo")[0] == [f"?{union}"]
    assert opening("Ban Chấp hành Trung ương Đảng chỉ đạo")[0] == ["bch-tw"]


def test_kinds_of_schools_in_a_cell_are_no_bodies(cell) -> None:
    assert cell("Mầm non, Tiểu học, THCS, Sở Y tế") == ["prov:syt"]


def test_a_name_that_ends_in_all_levels_ends_before_its_verb(opening) -> None:
    assert opening("Hội đồng Thi đua - Khen thưởng các cấp phân công rõ trách nhiệm các thành viên") == (
        ["group:hoi-dong-thi-dua-khen-thuong-cac-cap"],  # one on each level, no body
        "phân công rõ trách nhiệm các thành viên",
    )


def test_party_committees_named_behind_one_head_are_not_the_bodies(reader) -> None:
    words = "các Đảng ủy: Chính phủ; Quốc hội; Tòa án nhân dân tối cao; Bộ Tư pháp"
    text = normalise(words)
    found, _ = AgencyReader.of(reader.lexicon, "").read_list(text, Span(0, len(text.norm)))
    assert [m.record or m.name for m in found] == [
        "du-cp",
        "du-qh",
        "Đảng ủy Tòa án nhân dân tối cao",
        "Đảng ủy Bộ Tư pháp",
    ]
    plain = normalise("Đảng ủy Chính phủ; Bộ Tư pháp")
    found, _ = AgencyReader.of(reader.lexicon, "").read_list(plain, Span(0, len(plain.norm)))
    assert [m.record for m in found] == ["du-cp", "btp"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ban Tổ chức Trung ương, Đảng uỷ Chính phủ nghiên cứu", (["btctw", "du-cp"], "nghiên cứu")),
        ("Ban Tổ chức Trung ương Đảng nghiên cứu", (["btctw"], "nghiên cứu")),
        ("Văn phòng Trung ương Đảng, Đảng ủy Quốc hội theo dõi", (["vptw", "du-qh"], "theo dõi")),
        # an organ of the province is not the central one, a member of a committee not the committee
        (
            "Đảng đoàn Mặt trận Tổ quốc Việt Nam tỉnh vận động",
            (["?Đảng đoàn Mặt trận Tổ quốc Việt Nam tỉnh"], "vận động"),
        ),
        ("Đảng đoàn Mặt trận Tổ quốc Việt Nam vận động", (["dd-mttq"], "vận động")),
        ("Tỉnh ủy viên phụ trách địa bàn chỉ đạo", ([], "Tỉnh ủy viên phụ trách địa bàn chỉ đạo")),
    ],
)
def test_organs_of_the_party_side_by_side(opening, words: str, expected: tuple[list[str], str]) -> None:
    assert opening(words) == expected
