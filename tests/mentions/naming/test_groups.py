"""Collectives stay whole and apart: departments, districts, communes, boards, enterprises."""

import pytest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các sở, ban, ngành", ["group:so-ban-nganh"]),
        ("các Sở, Ban, Ngành tỉnh", ["group:so-ban-nganh"]),
        ("Các sở, ngành liên quan", ["group:so-ban-nganh-lien-quan"]),
        ("các sở, ngành có liên quan", ["group:so-ban-nganh-lien-quan"]),
        ("cơ quan ngành dọc đóng trên địa bàn", ["group:co-quan-nganh-doc"]),
        ("các đơn vị có liên quan tham mưu hoạt động liên quan đến lĩnh vực phụ trách", ["group:don-vi-co-lien-quan"]),
        ("các đơn vị liên quan trong ngành", ["group:don-vi-lien-quan-trong-nganh"]),
        ("Các sở, ngành, đơn vị", ["group:so-nganh-don-vi"]),
        ("Các sở, ngành và các đơn vị", ["group:so-ban-nganh", "group:don-vi"]),
        ("các ngành, địa phương", ["group:nganh-dia-phuong"]),
        ("các sở, huyện", ["group:so-ban-nganh", "group:cap-huyen"]),
        ("các sở và Ủy ban nhân dân các huyện", ["group:so-ban-nganh", "group:cap-huyen"]),
        ("các đơn vị truyền thông thuộc Bộ", ["group:don-vi-truyen-thong-thuoc-bo"]),
        ("UBND các quận, huyện, thị xã", ["group:cap-huyen"]),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", ["group:cap-huyen"]),
        ("UBND các huyện, TP, TX", ["group:cap-huyen"]),
        ("các quận, huyện, thị xã", ["group:cap-huyen"]),
        ("quận, huyện", ["group:cap-huyen"]),
        ("UBND cấp huyện", ["group:cap-huyen"]),
        ("các địa phương", ["group:cap-huyen"]),
        ("UBND các phường xã", ["group:cap-xa"]),
        ("UBND các xã, phường, thị trấn", ["group:cap-xa"]),
        ("Ủy ban nhân dân các xã, phường, đặc khu", ["group:cap-xa"]),
        ("UBND cấp xã", ["group:cap-xa"]),
        ("các bộ, ngành", ["group:bo-nganh"]),
        ("Các bộ, ngành, địa phương", ["group:bo-nganh-dia-phuong"]),
        ("các Ban Đảng", ["group:cac-ban-dang"]),
        ("Đảng ủy các bộ, ngành", ["group:cap-uy"]),
        ("Bộ Xây dựng, tổ chức phi chính phủ", ["bxd", "group:to-chuc-phi-chinh-phu"]),
        ("các cấp ủy; các bộ, ngành", ["group:cap-uy", "group:bo-nganh"]),
        ("các đoàn thể", ["group:doan-the"]),
        ("các tổ chức chính trị - xã hội", ["group:doan-the"]),
        ("UBND các tỉnh, thành phố trực thuộc trung ương", ["group:tinh-thanh-pho"]),
        (
            "UBND các huyện thuộc vùng đồng bào dân tộc thiểu số, UBND các xã",
            ["group:cap-huyen-vung-dong-bao-dan-toc-thieu-so", "group:cap-xa"],
        ),
        ("các cấp ủy, tổ chức đảng", ["group:cap-uy"]),
        ("các doanh nghiệp", ["group:doanh-nghiep"]),
        ("Các trường: Đại học, Cao đẳng, Trung cấp trên địa bàn tỉnh", ["group:truong-vien"]),
        ("Các trường: Mầm non, Tiểu học, THCS", ["group:truong-vien"]),
        ("Các trường: Mầm non Hoa Sen, Tiểu học Kim Đồng", ["?trường Mầm non Hoa Sen", "?trường Tiểu học Kim Đồng"]),
        ("Các trường: Đại học Sao Mai, Đại học Kiểm lâm", ["?trường Đại học Sao Mai", "?Đại học Kiểm lâm"]),
        ("các viện nghiên cứu, trường đại học", ["group:truong-vien"]),
    ],
)
def test_one_group(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các sở, ban, ngành và UBND các quận, huyện, thị xã", ["group:so-ban-nganh", "group:cap-huyen"]),
        ("Các sở, ban, ngành, đoàn thể", ["group:so-ban-nganh", "group:doan-the"]),
        ("Các bộ, ngành, các đơn vị liên quan", ["group:bo-nganh", "group:don-vi-lien-quan"]),
        ("các bộ, ngành và tổ chức liên quan", ["group:bo-nganh-va-to-chuc-lien-quan"]),
        (
            "các ban, ban cán sự đảng, đảng đoàn cấp tỉnh",
            ["group:cac-ban-dang", "group:dang-doan"],
        ),
        ("Các sở, ban, ngành, đảng đoàn", ["group:so-ban-nganh", "group:dang-doan"]),
        ("các chi bộ, đảng bộ trực thuộc Đảng ủy xã; Sở Y tế", ["group:cap-uy", "prov:syt"]),
        ("các đảng bộ trực thuộc Đảng ủy Khối các cơ quan tỉnh", ["group:cap-uy"]),
        # behind a comma another body stands
        ("các đảng ủy trực thuộc, huyện ủy, thành ủy, thị ủy", ["group:cap-uy", "group:cap-uy"]),
        ("các đơn vị trực thuộc, Sở Y tế", ["group:don-vi-truc-thuoc", "prov:syt"]),
        ("các chi bộ trực thuộc Huyện ủy; Sở Y tế", ["group:cap-uy", "prov:syt"]),
        ("Tổ công nghệ số cộng đồng các thôn; Sở Y tế", ["group:to-cong-nghe-so-cong-dong", "prov:syt"]),
        ("Ban thường vụ cấp ủy các cấp; Sở Y tế", ["group:cap-uy", "prov:syt"]),
        ("các sở, ban, ngành; UBND các xã, phường", ["group:so-ban-nganh", "group:cap-xa"]),
        ("các sở, ban, ngành và UBND các xã, phường", ["group:so-ban-nganh", "group:cap-xa"]),
        ("Các sở, ban, ngành và địa phương", ["group:so-ban-nganh", "group:cap-huyen"]),
        ("Các sở, ngành và các địa phương liên quan", ["group:so-ban-nganh", "group:cap-huyen-lien-quan"]),
        ("UBND các huyện, thị xã và các doanh nghiệp", ["group:cap-huyen", "group:doanh-nghiep"]),
        ("UBND 10 huyện, thị xã", ["group:cap-huyen"]),
        ("Các bộ, ngành Trung ương và địa phương; Sở Y tế", ["group:bo-nganh", "prov:syt"]),
        ("Các cơ quan báo chí Trung ương và địa phương", ["group:bao-dai"]),
        (
            "Các trường THPT, THCS, Tiểu học và Mầm non; Sở Y tế",
            ["group:truong-thpt-thcs-tieu-hoc-va-mam-non", "prov:syt"],
        ),
        ("Các trường THPT, Sở Y tế", ["group:truong-thpt", "prov:syt"]),
        ("Các địa phương, đơn vị liên quan", ["group:dia-phuong-don-vi-lien-quan"]),
        ("Các địa phương và các đơn vị liên quan", ["group:cap-huyen", "group:don-vi-lien-quan"]),
        ("Chi bộ các thôn, bản; các đoàn thể", ["group:cap-uy", "group:doan-the"]),
        ("Chi bộ thôn Đông", ["?Chi bộ thôn Đông"]),
        ("Các Vụ, Cục thuộc Bộ; Văn phòng Bộ", ["group:vu-cuc", "?Văn phòng Bộ"]),
        ("các vụ, cục, đơn vị thuộc Bộ", ["group:vu-cuc-don-vi-thuoc-bo"]),
        ("các Sở, ngành, quận, huyện, doanh nghiệp", ["group:so-ban-nganh", "group:cap-huyen", "group:doanh-nghiep"]),
    ],
)
def test_groups_side_by_side(cell, words: str, expected: list[str]) -> None:
    assert cell(words) == expected


def test_districts_of_one_kind_are_not_all_districts(cell) -> None:
    (counties,) = cell("các huyện")
    (wards,) = cell("các quận")
    assert len({counties, wards, "group:cap-huyen"}) == 3


@pytest.mark.parametrize("words", ["Các sở, ban, ngành", "UBND các quận, huyện, thị xã", "Các cơ quan báo, đài"])
def test_a_group_is_never_a_body(cell, words: str) -> None:
    assert all(found.startswith("group:") for found in cell(words))


def test_a_name_that_breaks_off_is_marked(reader) -> None:
    from kgbuild.mentions.naming.agencies import AgencyReader
    from kgbuild.model import Span
    from kgbuild.text.normalize import normalise

    def truncated(words: str) -> list[bool]:
        text = normalise(words)
        found = AgencyReader.of(reader.lexicon, "ha-noi").read_cell(text, Span(0, len(text.norm)))
        return [m.truncated for m in found]

    assert truncated("Các cơ quan báo đài của Thành ph") == [True]
    assert truncated("Các cơ quan báo đài trên địa b") == [True]
    assert truncated("Các cơ quan báo đài của Thành phố") == [False]
    assert truncated("Các cơ quan báo đài của tỉnh") == [False]


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        ("Các sở, ban, ngành tổ chức thực hiện", ["group:so-ban-nganh"], "tổ chức thực hiện"),
        ("các tổ chức chính trị - xã hội tuyên truyền", ["group:doan-the"], "tuyên truyền"),
        # one collective in running text, as long as nothing parts it
        ("Các sở, ban, ngành, đoàn thể tỉnh triển khai", ["group:so-ban-nganh-doan-the"], "triển khai"),
        ("các sở, ban, ngành và các đoàn thể triển khai", ["group:so-ban-nganh", "group:doan-the"], "triển khai"),
        # said of the class here, a verb there
        ("các sở quản lý chuyên ngành tổng hợp", ["group:so-ban-nganh-quan-ly-chuyen-nganh"], "tổng hợp"),
        ("các sở quản lý chặt chẽ nguồn vốn", ["group:so-ban-nganh"], "quản lý chặt chẽ nguồn vốn"),
        ("UBND các huyện bố trí kinh phí", None, "bố trí kinh phí"),
        ("Ủy ban nhân dân các huyện thi hành Quyết định này", ["group:cap-huyen"], "thi hành Quyết định này"),
        ("Các huyện ủy, thị ủy trực thuộc Tỉnh ủy tổ chức học tập", ["group:cap-uy"], "tổ chức học tập"),
        ("Đảng ủy các xã, phường, thị trấn cụ thể hóa Nghị quyết", ["group:cap-uy"], "cụ thể hóa Nghị quyết"),
        ("Bộ, ngành có liên quan theo dõi", ["group:bo-nganh-lien-quan"], "theo dõi"),
        ("các Bộ, cơ quan, địa phương liên quan tập trung", None, "tập trung"),
        ("Bộ trưởng chỉ đạo", [], None),
        ("Các phòng, ban, ngành huyện triển khai", ["group:phong-ban"], "triển khai"),
        ("Các phòng, đơn vị báo cáo", ["group:phong-don-vi"], "báo cáo"),
        ("Các phòng và các đơn vị báo cáo", ["group:phong-ban", "group:don-vi"], "báo cáo"),
        ("Các cấp, các ngành căn cứ Kế hoạch", None, "căn cứ Kế hoạch"),
        # one noun alone names no group in running text, nor do things
        ("ngành nông nghiệp tăng trưởng", [], None),
        ("tổ chức hội nghị", [], None),
        ("các giải pháp trọng tâm", [], None),
        ("các dự án đầu tư", [], None),
        ("huyện Sa Pa đón khách", [], None),
        ("doanh nghiệp được hỗ trợ", [], None),
        ("các ngành hàng chủ lực", [], None),
        ("các cấp độ dịch", [], None),
        # what narrows a group, and verbs that do not
        ("các doanh nghiệp nhỏ và vừa tham gia", ["group:doanh-nghiep-nho-va-vua"], "tham gia"),
        ("các doanh nghiệp xây dựng phương án", ["group:doanh-nghiep"], "xây dựng phương án"),
        ("các đơn vị phối hợp thuộc Sở", ["group:don-vi"], "phối hợp thuộc Sở"),
        ("các đơn vị truyền thông; Sở thuộc Bộ", ["group:don-vi"], "truyền thông; Sở thuộc Bộ"),
        ("các đơn vị, truyền hình thuộc Bộ", ["group:don-vi"], ", truyền hình thuộc Bộ"),
        ("các đơn vị Truyền hình thuộc Bộ báo cáo", ["group:don-vi-truyen-hinh-thuoc-bo"], "báo cáo"),
        # bodies of one sort that share a name, and the class of their noun
        ("các Viện Pasteur hỗ trợ kỹ thuật", ["group:vien-pasteur"], "hỗ trợ kỹ thuật"),
        ("các Viện hỗ trợ kỹ thuật", ["group:truong-vien"], "hỗ trợ kỹ thuật"),
        ("các Ban Đảng Thành ủy báo cáo", ["group:cac-ban-dang"], "báo cáo"),
        ("Các hội thành viên vận động hội viên", ["group:hiep-hoi"], "vận động hội viên"),
        ("Các chi, đảng bộ cơ sở xây dựng kế hoạch", ["group:cap-uy"], "xây dựng kế hoạch"),
        ("các khoa, phòng xây dựng kế hoạch", ["group:phong-ban"], "xây dựng kế hoạch"),
        ("các khoa học xã hội phát triển", [], None),
        (
            "các Tổ đại biểu và đại biểu HĐND tỉnh giám sát",
            ["group:to-dai-bieu-hdnd", "group:dai-bieu-hdnd"],
            "giám sát",
        ),
        # bodies of one sort whose noun goes on with another body's name
        (
            "Các Đoàn đại biểu Quốc hội, các đại biểu Quốc hội giám sát",
            ["group:doan-dai-bieu-quoc-hoi", "group:dai-bieu-quoc-hoi"],
            "giám sát",
        ),
        ("các cơ quan Quốc hội hoàn thiện hồ sơ", ["group:co-quan-quoc-hoi"], "hoàn thiện hồ sơ"),
        ("các cơ quan đảng ở Trung ương tổ chức học tập", ["group:co-quan-dang-o-trung-uong"], "tổ chức học tập"),
        ("các cơ quan thanh tra hoàn thành kết luận", ["group:co-quan-thanh-tra"], "hoàn thành kết luận"),
        ("các ban, bộ, ngành ở Trung ương lựa chọn", ["group:bo-nganh"], "lựa chọn"),
        (
            "các cơ quan, tổ chức hữu quan có trách nhiệm phối hợp",
            ["group:co-quan-to-chuc-huu-quan"],
            "có trách nhiệm phối hợp",
        ),
        # the head of a delegation, the standing members of a committee
        ("Trưởng Đoàn đại biểu Quốc hội tỉnh chỉ đạo", ["prov:doan-dbqh"], "chỉ đạo"),
        ("Trưởng đoàn kiểm tra báo cáo", [], None),
        ("Thường trực Ủy ban KH,CN&MT của Quốc hội chủ trì", ["ub-khcnmt"], "chủ trì"),
        ("các ban, bộ phận báo cáo", ["group:so-ban-nganh"], ", bộ phận báo cáo"),
        ("các đơn vị thanh tra việc thu phí", ["group:don-vi"], "thanh tra việc thu phí"),
        ("Bộ trưởng, Thủ trưởng cơ quan trực thuộc Chính phủ chỉ đạo", ["group:bo-nganh"], "chỉ đạo"),
        # the head of a company's council stands for the company, as its director does
        ("Chủ tịch Hội đồng thành viên, Tổng giám đốc các Tập đoàn chỉ đạo", ["group:tap-doan"], "chỉ đạo"),
        # which of many places: a region
        ("Ban Thường vụ các huyện ủy miền Tây lãnh đạo", ["group:ban-thuong-vu-cac-huyen-uy-mien-tay"], "lãnh đạo"),
        ("các cơ quan báo chí từ tỉnh đến cơ sở đăng tin", ["group:bao-dai"], "đăng tin"),
        ("các cơ quan báo chí từ tháng 6 đăng tin", ["group:bao-dai"], "từ tháng 6 đăng tin"),
    ],
)
def test_groups_in_running_text(opening, words: str, expected: list[str] | None, rest: str | None) -> None:
    found, after = opening(words)
    if expected is None:
        assert found
        assert all(name.startswith("group:") for name in found)
    else:
        assert found == expected
    if rest is not None:
        assert after == rest


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("các sở, ban, ngành", "Các Sở, Ban, Ngành"),
        ("UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
        ("UBND các xã, phường", "UBND các phường, xã"),
        ("các sở, ban, ngành của tỉnh", "các sở, ban, ngành"),
    ],
)
def test_one_group_in_two_wordings(cell, left: str, right: str) -> None:
    assert cell(left) == cell(right)


@pytest.mark.parametrize(
    "words",
    [
        "Các huyện ủy, thành ủy, đảng ủy trực thuộc",
        "các huyện ủy, thị ủy, thành ủy",
        "Các quận ủy, huyện ủy, thị ủy",
    ],
)
def test_committees_below_the_province_are_a_group(cell, words: str) -> None:
    found = cell(words, "ha-giang")
    assert len(found) == 1
    assert found[0].startswith("group:cap-uy")


@pytest.mark.parametrize("words", ["Sở Công Thương các tỉnh", "Sở Y tế các tỉnh, thành phố trực thuộc trung ương"])
def test_departments_of_all_provinces_are_no_one_department(cell, words: str) -> None:
    found = cell(words, "")
    assert len(found) == 1
    assert found[0] not in ("prov:sct", "prov:syt")


@pytest.mark.parametrize(
    "words",
    [
        "Trung tâm Y tế các huyện, thị xã, thành phố",
        "Phòng Giáo dục và Đào tạo các quận, huyện",
        "Ban Chỉ huy Quân sự các xã, phường",
        "Công an các huyện, thành phố",
    ],
)
def test_offices_of_all_districts_are_not_their_committees(cell, words: str) -> None:
    found = cell(words, "binh-thuan")
    assert len(found) == 1
    assert found[0] not in ("group:cap-huyen", "group:cap-xa", "prov:cong-an")


def test_offices_of_a_ministry_are_no_departments_of_a_province(cell) -> None:
    assert cell("cơ quan chuyên môn thuộc Bộ Tài chính") == ["group:co-quan-chuyen-mon-thuoc-bo-tai-chinh"]
    assert cell("các cơ quan chuyên môn thuộc UBND tỉnh") == ["group:so-ban-nganh"]
    assert cell("các đơn vị của Bộ Tài chính") == ["group:don-vi-cua-bo-tai-chinh"]


@pytest.mark.parametrize("owner", ["Quốc hội", "Chính phủ"])
def test_the_body_whose_bodies_they_are_belongs_to_the_group(cell, owner: str) -> None:
    words = f"Hội đồng Dân tộc, các Ủy ban khác của {owner}"
    assert cell(words) == ["hddt", f"group:uy-ban-khac-cua-{'quoc-hoi' if owner == 'Quốc hội' else 'chinh-phu'}"]


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("Viện Nghiên cứu phát triển thành phố", False),
        ("Viện nghiên cứu", True),
        ("Viện, trường", True),
        ("các Viện Nghiên cứu phát triển", True),
    ],
)
def test_an_institute_is_named_by_its_second_word(cell, words: str, group: bool) -> None:
    (found,) = cell(words)
    assert found.startswith("group:") == group


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        ("Ủy ban nhân dân tỉnh thành lập Đoàn kiểm tra", ["prov:ubnd"], "thành lập Đoàn kiểm tra"),
        ("UBND các tỉnh thành lập quỹ", ["group:tinh-thanh-pho"], "thành lập quỹ"),
        ("UBND các tỉnh, thành lập danh sách", ["group:tinh-thanh-pho"], "lập danh sách"),
        ("Các tỉnh thành báo cáo", ["group:tinh-thanh-pho"], "báo cáo"),
    ],
)
def test_to_found_is_no_city(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words) == (expected, rest)


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        (
            "các cơ quan, đơn vị thuộc phạm vi quản lý của tỉnh Bắc Ninh, các tổ chức, cá nhân có liên quan thi hành",
            ["group:co-quan-don-vi-thuoc-pham-vi-quan-ly-cua-tinh-bac-ninh", "group:to-chuc-ca-nhan-co-lien-quan"],
            "thi hành",
        ),
        (
            "các đơn vị thuộc phạm vi quản lý thực hiện kiểm kê",
            ["group:don-vi-thuoc-pham-vi-quan-ly"],
            "thực hiện kiểm kê",
        ),
        (
            "Ủy ban nhân dân cấp xã được giao vốn thực hiện dự án có trách nhiệm thông báo",
            ["group:cap-xa"],
            "có trách nhiệm thông báo",
        ),
        # who manages them is no body beside them
        (
            "các đơn vị thuộc phạm vi quản lý của Sở Y tế báo cáo",
            ["group:don-vi-thuoc-pham-vi-quan-ly"],
            "của Sở Y tế báo cáo",
        ),
    ],
)
def test_to_be_managed_is_no_duty(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words, "bac-ninh-2025") == (expected, rest)


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        # the Party committees of one ministry after the other, said once for all
        (
            "Các Đảng uỷ Bộ Tài chính, Bộ Nội vụ khẩn trương phân bổ",
            ["?Đảng ủy Bộ Tài chính", "?Đảng ủy Bộ Nội vụ"],
            "khẩn trương phân bổ",
        ),
        ("các đảng ủy trực thuộc Đảng ủy Chính phủ xây dựng", ["group:cap-uy"], "xây dựng"),
        ("Các đảng ủy xã, phường chỉ đạo", ["group:cap-uy"], "chỉ đạo"),
        # those of all ministries are one class, never the ministries
        (
            "ban cán sự đảng các bộ, ngành liên quan và các tỉnh ủy, thành ủy xây dựng",
            ["group:dang-doan-lien-quan", "group:tinh-uy"],
            "xây dựng",
        ),
        ("Đảng đoàn các đoàn thể chính trị - xã hội lãnh đạo", ["group:dang-doan"], "lãnh đạo"),
        (
            "các cấp ủy, chính quyền và các đoàn thể nhân dân",
            ["group:cap-uy", "group:chinh-quyen", "group:doan-the"],
            "",
        ),
        # whose duty it is above all is no body beside them
        (
            "Các cấp ủy, tổ chức đảng, nhất là người đứng đầu, phải gương mẫu",
            ["group:cap-uy"],
            "phải gương mẫu",
        ),
        (
            "Đảng uỷ Chính phủ, đảng uỷ các bộ, đặc biệt là người đứng đầu chịu trách nhiệm",
            ["du-cp", "group:cap-uy"],
            "chịu trách nhiệm",
        ),
        (
            "Các cấp ủy, tổ chức đảng, nhất là ở cơ sở, phải gương mẫu",
            ["group:cap-uy"],
            "phải gương mẫu",
        ),
        (
            "Cấp ủy, chính quyền địa phương các cấp, nhất là Hà Nội và các đô thị lớn phải đi đầu",
            ["group:cap-uy", "group:chinh-quyen"],
            "phải đi đầu",
        ),
        (
            "Các cấp ủy, tổ chức đảng, nhất là ở cơ sở, chưa gương mẫu",
            ["group:cap-uy"],
            ", nhất là ở cơ sở, chưa gương mẫu",
        ),
        # bureaus of bodies of one level, written small
        (
            "Văn phòng Trung ương Đảng và các văn phòng tỉnh uỷ, thành uỷ cụ thể hóa",
            ["vptw", "group:van-phong-tinh-uy-thanh-uy"],
            "cụ thể hóa",
        ),
        (
            "Ban tổ chức các tỉnh ủy, thành ủy tham mưu",
            ["group:ban-to-chuc-cac-tinh-uy-thanh-uy"],
            "tham mưu",
        ),
        ("Ban tổ chức các địa phương tham mưu", [], "Ban tổ chức các địa phương tham mưu"),  # of an event
        ("các văn phòng đăng ký đất đai cụ thể hóa", [], "các văn phòng đăng ký đất đai cụ thể hóa"),
        # the noun behind "cơ quan", where no other body has the verb "tổ chức" behind it
        (
            "Các cơ quan, tổ chức từ Trung ương đến cơ sở có trách nhiệm",
            ["group:co-quan-to-chuc-tu-trung-uong-den-co-so"],
            "có trách nhiệm",
        ),
        ("Người đứng đầu cơ quan, tổ chức chỉ đạo xây dựng", ["group:co-quan-to-chuc"], "chỉ đạo xây dựng"),
        ("Các sở, ban, ngành, tổ chức chỉ đạo điểm", ["group:so-ban-nganh"], ", tổ chức chỉ đạo điểm"),
        # the brackets say who stands for all of them
        ("Cơ quan Thường trực Ban Chỉ đạo (Văn phòng Trung ương Đảng) chủ trì", ["vptw"], "chủ trì"),
        ("Cơ quan thường trực (trước ngày 30/6) chủ trì", [], "Cơ quan thường trực (trước ngày 30/6) chủ trì"),
    ],
)
def test_party_committees_in_running_text(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words) == (expected, rest)


@pytest.mark.parametrize(
    ("words", "expected", "rest"),
    [
        ("các Sở Xây dựng liên quan tổ chức kiểm tra", ["prov:sxd"], "tổ chức kiểm tra"),
        ("các Sở Xây dựng có liên quan tổ chức kiểm tra", ["prov:sxd"], "tổ chức kiểm tra"),
        ("các Sở liên quan tổ chức kiểm tra", ["group:so-ban-nganh-lien-quan"], "tổ chức kiểm tra"),
    ],
)
def test_departments_of_one_sort_are_not_all_departments(opening, words: str, expected: list[str], rest: str) -> None:
    assert opening(words) == (expected, rest)
