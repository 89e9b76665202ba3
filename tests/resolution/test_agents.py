"""Agents: the place said, inherited or unknown; lives of provinces; posts, groups and unknown bodies."""

from dataclasses import replace

import pytest

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.mentions import Locality
from kgbuild.resolution.agents import AgentLinker, fill
from kgbuild.resolution.context import Context
from kgbuild.text.normalize import normalise

PLAN = "id/doc/nd/ubnd/ke-hoach/nd/nn-11111111"
OTHER = "id/doc/nd/ubnd/ke-hoach/nd/nn-22222222"


@pytest.mark.parametrize(
    ("words", "area", "date", "path", "resolution"),
    [
        # the place of the document
        ("Sở Tài chính", "ha-noi", "2013-05-30", "id/agent/ha-noi/so-tai-chinh", "inferred"),
        ("Sở Tài chính", "gia-lai", "2019-10-01", "id/agent/gia-lai/so-tai-chinh", "inferred"),
        ("Sở Tài chính", "gia-lai", "2025-10-01", "id/agent/gia-lai-2025/so-tai-chinh", "inferred"),
        ("UBND tỉnh", "dong-nai", "2025-11-18", "id/agent/dong-nai-2025/ubnd", "inferred"),
        # the place said with the name
        ("UBND tỉnh Bình Định", "gia-lai", "2019-10-01", "id/agent/binh-dinh/ubnd", "exact"),
        ("UBND tỉnh Gia Lai", "gia-lai", "2025-10-01", "id/agent/gia-lai-2025/ubnd", "exact"),
        ("Sở Y tế Hà Nội", "tw", "2020-01-01", "id/agent/ha-noi/so-y-te", "exact"),
        ("Thành ủy Hà Nội", "", "", "id/agent/ha-noi/tu", "exact"),
        # bodies of the centre need no place
        ("Bộ Tài chính", "ha-noi", "2013-05-30", "id/agent/tw/bo-tai-chinh", "exact"),
        ("Chính phủ", "", "", "id/agent/tw/chinh-phu", "exact"),
        # bodies of one area
        (
            "Ban Quản lý Khu công nghệ cao Hòa Lạc",
            "ha-noi",
            "",
            "id/agent/ha-noi/ban-quan-ly-khu-cong-nghe-cao-hoa-lac",
            "exact",
        ),
        # … which lives on in the life of its area
        (
            "HEPZA",
            "ho-chi-minh",
            "2015-08-04",
            "id/agent/ho-chi-minh/ban-quan-ly-cac-khu-che-xuat-va-cong-nghiep",
            "exact",
        ),
        (
            "HEPZA",
            "ho-chi-minh",
            "2025-11-19",
            "id/agent/ho-chi-minh-2025/ban-quan-ly-cac-khu-che-xuat-va-cong-nghiep",
            "exact",
        ),
    ],
)
def test_bodies(agents, words: str, area: str, date: str, path: str, resolution: str) -> None:
    (ref,) = agents(words, area, date)
    assert (ref.path, ref.resolution) == (path, resolution)


def test_names_left_out_are_marked(agents) -> None:
    assert [(r.path, r.resolution) for r in agents("Sở Nội vụ, Tài chính", "hue")] == [
        ("id/agent/hue/so-noi-vu", "inferred"),
        ("id/agent/hue/so-tai-chinh", "elliptical"),
    ]


def test_two_spellings_are_one_body(agents) -> None:
    spellings = ["Sở KH&CN", "Sở Khoa học và Công nghệ", "Sở khoa học và công nghệ tỉnh", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
    assert len({agents(words, "hue")[0].path for words in spellings}) == 1


def test_bodies_of_two_provinces_never_merge(agents) -> None:
    assert agents("UBND tỉnh", "gia-lai")[0].path != agents("UBND tỉnh", "kon-tum")[0].path
    assert agents("Tỉnh ủy", "gia-lai")[0].path != agents("Tỉnh ủy", "kon-tum")[0].path


def test_a_body_without_a_place_stays_unresolved_in_its_document(agents) -> None:
    here, there = agents("Sở Tài chính", "", "", PLAN)[0], agents("Sở Tài chính", "", "", OTHER)[0]
    assert here.resolution == there.resolution == "unresolved"
    assert here.path != there.path
    assert agents("Sở Tài chính", "", "", PLAN)[0].path == here.path


def test_a_central_document_has_no_departments_of_its_own(agents) -> None:
    (ref,) = agents("Sở Tài chính", "tw", "2025-01-09", PLAN)
    assert ref.resolution == "unresolved"
    assert not ref.path.startswith("id/agent/tw/")


@pytest.mark.parametrize(
    ("words", "area", "label", "kind"),
    [
        ("Sở Tài chính", "ha-noi", "Sở Tài chính thành phố Hà Nội", "agency"),
        ("Sở Tài chính", "gia-lai", "Sở Tài chính tỉnh Gia Lai", "agency"),
        ("Tỉnh ủy", "gia-lai", "Tỉnh ủy Gia Lai", "agency"),
        ("Thành ủy", "ha-noi", "Thành ủy Hà Nội", "agency"),
        ("UBND Thành phố", "ho-chi-minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "agency"),
        ("các sở, ban, ngành", "gia-lai", "Các sở, ban, ngành tỉnh Gia Lai", "group"),
    ],
)
def test_labels_carry_the_place(agents, words: str, area: str, label: str, kind: str) -> None:
    (ref,) = agents(words, area)
    assert (ref.label, ref.kind) == (label, kind)


@pytest.mark.parametrize(
    ("words", "area", "path"),
    [
        ("các sở, ban, ngành", "ha-noi", "id/agent/ha-noi/group/so-ban-nganh"),
        ("UBND các quận, huyện, thị xã", "ha-noi", "id/agent/ha-noi/group/cap-huyen"),
        ("các bộ, ngành", "tw", "id/agent/tw/group/bo-nganh"),
        # the centre's units stay the centre's, whichever province speaks of them
        ("các đơn vị của Bộ Y tế", "ha-noi", "id/agent/tw/group/don-vi-cua-bo-y-te"),
        ("các đơn vị thuộc Bộ Chỉ huy Quân sự", "ha-noi", "id/agent/ha-noi/group/don-vi-thuoc-bo-chi-huy-quan-su"),
        # no province has ministries or provinces of its own
        ("các bộ, ngành", "ha-noi", "id/agent/tw/group/bo-nganh"),
        ("các bộ, ngành, địa phương liên quan", "gia-lai", "id/agent/tw/group/bo-nganh-dia-phuong-lien-quan"),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", "gia-lai", "id/agent/tw/group/tinh-thanh-pho"),
        ("các ban, ngành", "gia-lai", "id/agent/gia-lai/group/so-ban-nganh"),
        (
            "các cơ quan Trung ương đóng trên địa bàn tỉnh",
            "gia-lai",
            "id/agent/gia-lai/group/co-quan-trung-uong-tren-dia-ban",
        ),
    ],
)
def test_groups(agents, words: str, area: str, path: str) -> None:
    (ref,) = agents(words, area)
    assert (ref.path, ref.kind, ref.type) == (path, "group", "CollectiveAgent")


def test_groups_of_two_provinces_never_merge(agents) -> None:
    assert agents("các sở, ban, ngành", "gia-lai")[0].path != agents("các sở, ban, ngành", "hue")[0].path


def test_a_name_that_breaks_off_is_unresolved(agents) -> None:
    (ref,) = agents("Các cơ quan báo đài của Thành ph", "ha-noi")
    assert ref.resolution == "unresolved"


@pytest.mark.parametrize(
    ("words", "path", "type_"),
    [
        ("Trung tâm Bảo tồn voi", "id/agent/dak-lak/trung-tam-bao-ton-voi", "StateAgency"),
        ("Công ty Cà phê Tháng 10", "id/agent/dak-lak/cong-ty-ca-phe-thang-10", "Enterprise"),
        ("Viện Khoa học Tây Nguyên", "id/agent/dak-lak/vien-khoa-hoc-tay-nguyen", "ScienceOrganization"),
    ],
)
def test_unknown_bodies_keep_their_name(agents, words: str, path: str, type_: str) -> None:
    (ref,) = agents(words, "dak-lak")
    assert (ref.path, ref.label, ref.type, ref.resolution) == (path, words, type_, "unresolved")


@pytest.mark.parametrize(
    ("words", "area", "issuer", "path", "label"),
    [
        ("Vụ Pháp chế", "tw", "btp", "id/agent/tw/vu-phap-che-bo-tu-phap", "Vụ Pháp chế Bộ Tư pháp"),
        ("Vụ Pháp chế", "tw", "byt", "id/agent/tw/vu-phap-che-bo-y-te", "Vụ Pháp chế Bộ Y tế"),
        ("Chánh Thanh tra Bộ", "tw", "byt", "id/agent/tw/thanh-tra-bo-y-te", "Thanh tra Bộ Y tế"),
        ("Văn phòng Bộ", "tw", "btp", "id/agent/tw/van-phong-bo-tu-phap", "Văn phòng Bộ Tư pháp"),
        (
            "Phòng Quản lý chợ",
            "bac-kan",
            "prov:sct",
            "id/agent/bac-kan/phong-quan-ly-cho-so-cong-thuong",
            "Phòng Quản lý chợ Sở Công Thương tỉnh Bắc Kạn",
        ),
    ],
)
def test_an_office_without_a_body_is_that_of_the_issuer(
    agents, words: str, area: str, issuer: str, path: str, label: str
) -> None:
    (ref,) = agents(words, area, "2020-01-01", issuer=issuer)
    assert (ref.path, ref.label, ref.resolution) == (path, label, "inferred")
    assert ref.part_of.startswith(f"id/agent/{area}/")


@pytest.mark.parametrize(
    ("words", "area", "issuer", "path", "label"),
    [
        (
            "các đơn vị thuộc Bộ",
            "tw",
            "byt",
            "id/agent/tw/group/don-vi-thuoc-bo-y-te",
            "Các đơn vị thuộc Bộ Y tế",
        ),
        ("các phòng, ban", "hue", "prov:stc", "id/agent/hue/group/phong-ban-so-tai-chinh", None),
        ("các phòng, ban", "hue", "prov:ubnd", "id/agent/hue/group/phong-ban", None),
        ("các bộ, ngành", "tw", "byt", "id/agent/tw/group/bo-nganh", None),
    ],
)
def test_units_of_two_ministries_are_two_groups(
    agents, words: str, area: str, issuer: str, path: str, label: str | None
) -> None:
    (ref,) = agents(words, area, "2020-01-01", issuer=issuer)
    assert ref.path == path
    assert label in (None, ref.label)


@pytest.mark.parametrize(
    ("words", "area", "issuer", "path"),
    [
        # known, of another body, of a place, or in the document of a committee
        ("Cục Sở hữu trí tuệ", "tw", "bkhcn", "id/agent/tw/cuc-so-huu-tri-tue"),
        ("Phòng Nội vụ huyện Na Rì", "bac-kan", "prov:snv", "id/agent/bac-kan/phong-noi-vu-huyen-na-ri"),
        ("Phòng Nội vụ", "bac-kan", "prov:ubnd", "id/agent/bac-kan/phong-noi-vu"),
    ],
)
def test_other_offices_are_not_put_below_the_issuer(agents, words: str, area: str, issuer: str, path: str) -> None:
    (ref,) = agents(words, area, "2020-01-01", issuer=issuer)
    assert (ref.path, ref.part_of) == (path, "")


@pytest.mark.parametrize(
    ("words", "area", "issuer", "path"),
    [
        # said with its body, in whatever way
        ("Vụ Pháp chế Bộ Công an", "tw", "btp", "id/agent/tw/vu-phap-che-bo-cong-an"),
        ("Vụ Pháp chế của Bộ Công an", "son-la", "prov:ubnd", "id/agent/tw/vu-phap-che-bo-cong-an"),
        ("Văn phòng Bộ - Bộ Y tế", "tw", "byt", "id/agent/tw/van-phong-bo-y-te"),
        ("Vụ Pháp chế - Văn phòng Chính phủ", "son-la", "prov:ubnd", "id/agent/tw/vu-phap-che-van-phong-chinh-phu"),
        ("Cục II - Thanh tra Chính phủ", "son-la", "prov:ubnd", "id/agent/tw/cuc-ii-thanh-tra-chinh-phu"),
        (
            "Chi cục Kiểm lâm thuộc Sở NN&MT",
            "son-la",
            "prov:ubnd",
            "id/agent/son-la/chi-cuc-kiem-lam",
        ),
        # words that only look like another body
        ("Vụ Tổ chức cán bộ", "tw", "byt", "id/agent/tw/vu-to-chuc-can-bo-bo-y-te"),
        ("Cục Thông tin cơ sở", "tw", "bvhttdl", "id/agent/tw/cuc-thong-tin-co-so-bo-van-hoa-the-thao-va-du-lich"),
        # one body of the country, whoever names it
        ("Cục Đường bộ Việt Nam", "tw", "bxd", "id/agent/tw/cuc-duong-bo-viet-nam"),
        ("Cục Đường bộ Việt Nam", "son-la", "prov:ubnd", "id/agent/tw/cuc-duong-bo-viet-nam"),
    ],
)
def test_an_office_said_with_its_body_is_one_node(agents, words: str, area: str, issuer: str, path: str) -> None:
    (ref,) = agents(words, area, "2026-01-01", issuer=issuer)
    assert ref.path == path


@pytest.mark.parametrize(
    ("spellings", "area", "path"),
    [
        (("Báo TN&MT", "Báo Tài nguyên và Môi trường"), "tw", "id/agent/tw/bao-tai-nguyen-va-moi-truong"),
        (("Cty Điện lực tỉnh", "Công ty Điện lực Sơn La"), "son-la", "id/agent/son-la/cong-ty-dien-luc"),
        (("BCH Bộ đội Biên phòng tỉnh", "BĐBP tỉnh"), "son-la", "id/agent/son-la/bo-chi-huy-bo-doi-bien-phong"),
        (("BQL các khu công nghiệp", "BQL các KCN tỉnh"), "son-la", "id/agent/son-la/ban-quan-ly-cac-khu-cong-nghiep"),
        (("Chi cục Kiểm lâm", "Chi cục Kiểm lâm tỉnh"), "son-la", "id/agent/son-la/chi-cuc-kiem-lam"),
        (("Chi cục Kiểm lâm tỉnh Sơn La", "Chi cục Kiểm lâm, Sở NN&MT"), "son-la", "id/agent/son-la/chi-cuc-kiem-lam"),
        (
            ("BCH PTDS tỉnh", "Ban Chỉ huy Phòng thủ dân sự tỉnh"),
            "son-la",
            "id/agent/son-la/ban-chi-huy-phong-thu-dan-su",
        ),
        (("Bộ Lao động TBXH", "Bộ LĐTBXH"), "son-la", "id/agent/tw/bo-lao-dong-thuong-binh-va-xa-hoi"),
        (("các cơ quan liên quan", "các cơ quan có liên quan"), "son-la", "id/agent/son-la/group/co-quan-lien-quan"),
        (
            ("HĐND các tỉnh, thành phố trực thuộc trung ương", "Hội đồng nhân dân các tỉnh, thành phố"),
            "tw",
            "id/agent/tw/group/hdnd-tinh-thanh-pho",
        ),
        (("các sở, ban, ngành cấp tỉnh", "các sở, ban, ngành"), "son-la", "id/agent/son-la/group/so-ban-nganh"),
    ],
)
def test_spellings_of_one_body_meet(agents, spellings: tuple[str, str], area: str, path: str) -> None:
    assert [agents(words, area)[0].path for words in spellings] == [path, path]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Cục Thú y", "id/agent/tw/cuc-thu-y"),
        ("Kho bạc Nhà nước khu vực XI", "id/agent/tw/kho-bac-nha-nuoc-khu-vuc-xi"),
        ("Hội đồng Giáo dục quốc gia", "id/agent/tw/hoi-dong-giao-duc-quoc-gia"),
        # near misses: of the province all the same
        ("Cục Dự trữ Nhà nước tỉnh", "id/agent/son-la/cuc-du-tru-nha-nuoc"),
        ("Vườn quốc gia Tà Đùng", "id/agent/son-la/vuon-quoc-gia-ta-dung"),
        ("Hội Làm vườn Việt Nam", "id/agent/son-la/hoi-lam-vuon-viet-nam"),
        (
            "Tổ công tác thực hiện Quyết định của Thủ tướng Chính phủ",
            "id/agent/son-la/to-cong-tac-thuc-hien-quyet-dinh-thu-tuong-chinh-phu",
        ),
        (
            "Tổ giúp việc Ban Chỉ đạo Chính phủ điện tử tỉnh",
            "id/agent/son-la/to-giup-viec-ban-chi-dao-chinh-phu-dien-tu",
        ),
    ],
)
def test_bodies_of_the_centre_sit_in_no_province(agents, words: str, path: str) -> None:
    (ref,) = agents(words, "son-la", "2020-01-01")
    assert ref.path == path


def test_a_level_without_a_name_becomes_the_place(agents) -> None:
    labels = [agents(words, "hue")[0].label for words in ("Trung tâm Văn hóa thành phố", "các đơn vị thuộc thành phố")]
    assert labels == ["Trung tâm Văn hóa thành phố Huế", "Các đơn vị thành phố Huế"]


@pytest.mark.parametrize(
    ("words", "issuer", "path"),
    [
        ("Ban Pháp chế", "prov:hdnd", "id/agent/son-la/ban-phap-che-hdnd"),
        ("Ban Pháp chế", "prov:ubnd", "id/agent/son-la/ban-phap-che"),
        ("Văn phòng Đoàn đại biểu Quốc hội", "prov:ubnd", "id/agent/son-la/van-phong-doan-dbqh"),
        ("Văn phòng Đoàn đại biểu Quốc hội", "byt", None),
    ],
)
def test_a_listed_body_is_known_by_who_speaks(agents, words: str, issuer: str, path: str | None) -> None:
    (ref,) = agents(words, "son-la" if path else "tw", "2020-01-01", issuer=issuer)
    assert ref.path == path if path else ref.resolution == "unresolved"


@pytest.mark.parametrize(
    ("words", "area", "date", "code"),
    [
        ("các địa phương", "son-la", "2020-01-01", "cap-huyen"),
        ("các địa phương", "son-la", "2026-01-01", "cap-xa"),
        ("các địa phương", "tw", "2020-01-01", "tinh-thanh-pho"),
        ("các địa phương", "son-la", "", "dia-phuong"),  # districts or communes: nobody can tell
        ("các địa phương liên quan", "son-la", "2026-01-01", "cap-xa-lien-quan"),
        ("UBND các huyện, thị xã", "tw", "2020-01-01", "cap-huyen"),
        ("UBND các huyện", "son-la", "2026-01-01", "cap-huyen"),
    ],
)
def test_localities_are_those_below_the_one_who_speaks(agents, words: str, area: str, date: str, code: str) -> None:
    (ref,) = agents(words, area, date)
    assert ref.path == f"id/agent/{area}/group/{code}"


@pytest.mark.parametrize(
    ("area", "date", "path"),
    [
        ("dak-lak", "2025-11-18", "id/agent/dak-lak-2025/ban-quan-ly-khu-kinh-te-phu-yen"),
        ("phu-yen", "2024-11-18", "id/agent/phu-yen/ban-quan-ly-khu-kinh-te"),
        ("dak-lak", "2024-11-18", "id/agent/phu-yen/ban-quan-ly-khu-kinh-te"),
        ("gia-lai", "2025-11-18", "id/agent/dak-lak-2025/ban-quan-ly-khu-kinh-te-phu-yen"),
        ("tw", "2025-11-18", "id/agent/dak-lak-2025/ban-quan-ly-khu-kinh-te-phu-yen"),
        ("tw", "", "id/agent/phu-yen/ban-quan-ly-khu-kinh-te"),
    ],
)
def test_a_board_outlives_its_province_under_the_old_name(agents, area: str, date: str, path: str) -> None:
    assert [ref.path for ref in agents("Ban Quản lý Khu kinh tế Phú Yên", area, date)] == [path]


def test_the_districts_of_a_city_do_not_say_its_noun_twice(agents) -> None:
    labels = {area: agents("UBND các quận, huyện", area)[0].label for area in ("ha-noi", "son-la")}
    assert labels == {
        "ha-noi": "Ủy ban nhân dân các quận, huyện, thị xã thành phố Hà Nội",
        "son-la": "Ủy ban nhân dân các quận, huyện, thị xã, thành phố tỉnh Sơn La",
    }


def test_offices_of_districts_are_of_their_district(agents) -> None:
    refs = agents("Công an huyện Na Rì, Công an tỉnh", "bac-kan")
    assert [(r.path, r.label) for r in refs] == [
        ("id/agent/bac-kan.huyen-na-ri/cong-an", "Công an huyện Na Rì"),
        ("id/agent/bac-kan/cong-an", "Công an tỉnh Bắc Kạn"),
    ]


def test_a_branch_of_a_national_body_is_not_the_body(agents) -> None:
    (branch,), (whole,) = agents("VNPT Bắc Kạn", "bac-kan"), agents("VNPT", "bac-kan")
    assert (branch.path, branch.resolution) == ("id/agent/bac-kan/vnpt-bac-kan", "unresolved")
    assert whole.path.startswith("id/agent/tw/")


def test_title_authorities_are_posts(reader) -> None:
    from kgbuild.resolution.agents import AgentLinker
    from kgbuild.resolution.context import Context

    linker = AgentLinker(reader.knowledge)
    premier = linker.of_record("ttg", "", Context("tw", ""))
    assert (premier.kind, premier.path, premier.organ) == (
        "post",
        "id/post/tw/chinh-phu/thu-tuong",
        "id/agent/tw/chinh-phu",
    )
    chair = linker.of_record("prov:ct-ubnd", "", Context("son-la", "2020-01-01"))
    assert (chair.kind, chair.path, chair.organ) == ("post", "id/post/son-la/ubnd/chu-tich", "id/agent/son-la/ubnd")


@pytest.mark.parametrize(
    ("name", "area", "expected"),
    [
        ("Sở Tài chính {X}", "ha-noi", "Sở Tài chính thành phố Hà Nội"),
        ("{U} {x}", "gia-lai", "Tỉnh ủy Gia Lai"),
        ("{U} {x}", "da-nang", "Thành ủy Đà Nẵng"),
        ("Văn phòng {T}", "hue", "Văn phòng Thành phố"),
        ("Chính phủ", "", "Chính phủ"),
        ("Sở Tài chính {X}", "", "Sở Tài chính"),
    ],
)
def test_names_are_filled_with_an_area(knowledge, name: str, area: str, expected: str) -> None:
    assert fill(name, knowledge.areas.get(area)) == expected


def test_english_labels_end_well(knowledge) -> None:
    assert fill("Department of Finance of {X}", None, english=True) == "Department of Finance"
    assert (
        fill("Department of Finance of {X}", knowledge.areas["ha-noi"], english=True)
        == "Department of Finance of Hanoi"
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-05-01", ["id/agent/gia-lai/ubnd", "id/agent/ha-noi/ubnd"]),
        ("2026-05-01", ["id/agent/gia-lai-2025/ubnd", "id/agent/ha-noi/ubnd"]),
    ],
)
def test_named_provinces_are_those_of_the_documents_day(agents, date: str, expected: list[str]) -> None:
    found = agents("UBND các tỉnh, thành phố: Gia Lai, Hà Nội", area="tw", date=date)
    assert [ref.path for ref in found] == expected


@pytest.mark.parametrize(
    ("words", "date", "path"),
    [
        # one short name, two bodies: the day tells which
        ("Sở VHTT", "2006-07-26", "id/agent/binh-duong/so-van-hoa-thong-tin"),
        ("Sở VHTT", "2018-07-26", "id/agent/binh-duong/so-van-hoa-va-the-thao"),
        ("Sở VHTT", "", "id/agent/binh-duong/so-van-hoa-va-the-thao"),
        # a full name is that of one
        ("Sở Văn hóa và Thể thao", "2006-07-26", "id/agent/binh-duong/so-van-hoa-va-the-thao"),
        ("Sở Văn hóa - Thông tin", "2018-07-26", "id/agent/binh-duong/so-van-hoa-thong-tin"),
    ],
)
def test_a_name_of_two_bodies_means_the_one_of_its_day(agents, words: str, date: str, path: str) -> None:
    (ref,) = agents(words, "binh-duong", date)
    assert ref.path == path


def test_behind_its_head_word_too(agents) -> None:
    assert [r.path for r in agents("Sở Nội vụ, VHTT", "binh-duong", "2006-07-26")] == [
        "id/agent/binh-duong/so-noi-vu",
        "id/agent/binh-duong/so-van-hoa-thong-tin",
    ]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("VP HĐND-UBND", "id/agent/dong-thap-2025.xa-tan-long/van-phong-hdnd-va-ubnd"),
        ("Trung tâm Phục vụ hành chính công", "id/agent/dong-thap-2025.xa-tan-long/trung-tam-phuc-vu-hanh-chinh-cong"),
        ("Văn phòng UBND tỉnh", "id/agent/dong-thap-2025/van-phong-ubnd"),
        ("Sở Tài chính", "id/agent/dong-thap-2025/so-tai-chinh"),
        # its place said or not, one body
        ("Trạm Y tế xã", "id/agent/dong-thap-2025.xa-tan-long/tram-y-te"),
        ("Trạm Y tế", "id/agent/dong-thap-2025.xa-tan-long/tram-y-te"),
        ("Ban Chỉ huy Quân sự xã Tân Long", "id/agent/dong-thap-2025.xa-tan-long/ban-chi-huy-quan-su"),
        # other names of its organs
        ("Mặt trận Tổ quốc", "id/agent/dong-thap-2025.xa-tan-long/uy-ban-mttq"),
        ("UBKT Đảng ủy", "id/agent/dong-thap-2025.xa-tan-long/uy-ban-kiem-tra-tu"),
    ],
)
def test_a_commune_has_offices_of_its_own(reader, words: str, path: str) -> None:
    commune, text = Locality("xã", "Tân Long"), normalise(words)
    (mention,) = AgencyReader.of(reader.lexicon, "dong-thap", commune).read_cell(text, Span(0, len(text.norm)))
    context = Context("dong-thap", "2026-01-05", locality=commune)
    assert AgentLinker(reader.knowledge).resolve(mention, context, words).path == path


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Phòng Kinh tế", "Phòng Kinh tế xã Tân Long"),
        ("Trạm Y tế xã", "Trạm Y tế xã Tân Long"),
        ("Công an xã Ia Nan", "Công an xã Ia Nan"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công xã Tân Long"),
        ("các cơ quan, đơn vị", "Các cơ quan, đơn vị xã Tân Long"),
    ],
)
def test_what_is_of_a_commune_says_so_in_its_label(reader, words: str, label: str) -> None:
    commune, text = Locality("xã", "Tân Long"), normalise(words)
    (mention,) = AgencyReader.of(reader.lexicon, "dong-thap", commune).read_cell(text, Span(0, len(text.norm)))
    context = Context("dong-thap", "2026-01-05", locality=commune)
    assert AgentLinker(reader.knowledge).resolve(mention, context, words).label == label


@pytest.mark.parametrize(
    ("words", "label", "said"),
    [
        ("Phòng TC-KH", "Phòng Tài chính - Kế hoạch", ""),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh Gia Lai", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("Ban QLDA ĐTXD huyện", "Ban Quản lý dự án đầu tư xây dựng huyện", ""),
        ("Sở Tài chính", "Sở Tài chính tỉnh Gia Lai", ""),
    ],
)
def test_abbreviations_are_written_out(agents, words: str, label: str, said: str) -> None:
    (ref,) = agents(words, "gia-lai", "2020-01-01", PLAN)
    assert (ref.label, ref.said) == (label, said)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("SNV, STC; SKH&ĐT", ["gia-lai/so-noi-vu", "gia-lai/so-tai-chinh", "gia-lai/so-ke-hoach-va-dau-tu"]),
        ("BKHCN", ["tw/bo-khoa-hoc-va-cong-nghe"]),
        ("Sở Y tế (Tờ trình số 5/TTr-SNV)", ["gia-lai/so-y-te"]),  # the suffix of a number
    ],
)
def test_codes_of_departments_name_them(agents, words: str, expected: list[str]) -> None:
    refs = agents(words, "gia-lai", "2020-01-01", PLAN)
    assert [ref.path.removeprefix("id/agent/") for ref in refs] == expected


@pytest.mark.parametrize(
    ("words", "path"),
    [
        # where the place is all that a name says, it stays: the university of Hà Nội is not every university there
        ("Trường Đại học Hà Nội", "id/agent/ha-noi/truong-dai-hoc-ha-noi"),
        ("Trường Đại học Thủ đô", "id/agent/ha-noi/truong-dai-hoc-thu-do"),
        # of another place
        ("Công ty Điện lực Sơn La", "id/agent/ha-noi/cong-ty-dien-luc-son-la"),
        # a section has its like in every department
        ("Phòng Kế hoạch Sở Công Thương", "id/agent/ha-noi/phong-ke-hoach-so-cong-thuong"),
    ],
)
def test_a_place_that_tells_bodies_apart_stays(agents, words: str, path: str) -> None:
    assert agents(words, "ha-noi", "2024-01-01")[0].path == path


@pytest.mark.parametrize(
    "words",
    [
        "các Sở Y tế",
        "Giám đốc các Sở Y tế",
        "Sở Y tế các tỉnh, thành phố",
        "Sở Y tế các tỉnh, TP trực thuộc Trung ương",
    ],
)
def test_what_every_province_has_is_a_group_where_none_speaks(agents, words: str) -> None:
    (ref,) = agents(words, "tw", "2024-01-01")
    assert (ref.path, ref.kind) == ("id/agent/tw/group/so-y-te-cac-tinh-thanh-pho", "group")


def test_one_department_without_its_place_is_no_group(agents) -> None:
    assert agents("Sở Y tế", "tw", "2024-01-01")[0].kind == "agency"
    assert agents("Sở Y tế", "tw", "2024-01-01")[0].resolution == "unresolved"
    # in a province the plural lists its own departments
    own = [ref.path for ref in agents("các Sở Y tế, Nội vụ", "son-la", "2024-01-01")]
    assert own == ["id/agent/son-la/so-y-te", "id/agent/son-la/so-noi-vu"]


def test_a_society_in_a_commune_s_own_document_is_its_branch(reader) -> None:
    linker = AgentLinker(reader.knowledge)
    commune = Locality("xã", "Tân Phú")
    context = Context("dong-thap", "2025-08-22", PLAN, locality=commune)
    said = {}
    for words in ("Hội Nông dân", "Hội Nông dân tỉnh", "Sở Y tế"):
        text = normalise(words)
        (mention,) = AgencyReader.of(reader.lexicon, "dong-thap", commune).read_cell(text, Span(0, len(text.norm)))
        said[words] = linker.resolve(mention, context, words).path.removeprefix("id/agent/")
    assert said == {
        "Hội Nông dân": "dong-thap-2025.xa-tan-phu/hoi-nong-dan",
        "Hội Nông dân tỉnh": "dong-thap-2025/hoi-nong-dan",
        "Sở Y tế": "dong-thap-2025/so-y-te",
    }


@pytest.mark.parametrize(
    ("area", "date", "path"),
    [
        ("tw", "2025-11-20", "id/agent/tw/cuc-thue"),  # one for the country since March 2025
        ("nghe-an", "2025-11-20", "id/agent/nghe-an/cuc-thue"),
    ],
)
def test_a_bureau_where_the_centre_speaks_is_the_central_one(agents, area: str, date: str, path: str) -> None:
    assert agents("Cục Thuế", area, date)[0].path == path


@pytest.mark.parametrize(("day", "twin"), [("2026-06-30", "cuc-thue-tw"), ("2026-07-01", ""), ("2025-02-28", "")])
def test_a_central_bureau_is_meant_while_it_lives(knowledge: Knowledge, day: str, twin: str) -> None:
    ended = replace(knowledge.agencies["cuc-thue-tw"], valid_to="2026-06-30")
    known = replace(knowledge, agencies={**knowledge.agencies, ended.id: ended})
    assert known.central_twin("prov:cuc-thue", day) == twin


def test_there_was_no_central_bureau_of_the_name_before(agents) -> None:
    assert agents("Cục Thuế", "tw", "2020-11-20")[0].path.endswith("cuc-thue")
    assert agents("Cục Thuế", "tw", "2020-11-20")[0].resolution == "unresolved"
    assert agents("Cục Thuế tỉnh Nghệ An", "tw", "2025-11-20")[0].path == "id/agent/nghe-an/cuc-thue"


@pytest.mark.parametrize(
    ("spellings", "slug"),
    [
        (
            ("Cục Kiểm tra VBQPPL", "Cục Kiểm tra văn bản QPPL - Bộ Tư pháp"),
            "cuc-kiem-tra-van-ban-quy-pham-phap-luat",
        ),
        # two bodies whose names open with its own
        (
            ("Cục KTVB và Tổ chức THPL - Bộ Tư pháp", "Cục Kiểm tra văn bản và Tổ chức thi hành pháp luật"),
            "cuc-kiem-tra-van-ban-va-to-chuc-thi-hanh-phap-luat",
        ),
        (
            ("Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính", "Cục KTVB&QLXLVPHC, Bộ Tư pháp"),
            "cuc-kiem-tra-van-ban-va-quan-ly-xu-ly-vi-pham-hanh-chinh",
        ),
        (("Cổng Thông tin điện tử Chính phủ", "Cổng TTĐT của Chính phủ"), "cong-thong-tin-dien-tu-chinh-phu"),
        (("Cổng TTĐT của Bộ Xây dựng", "Cổng Thông tin điện tử Bộ Xây dựng"), "cong-thong-tin-dien-tu-bo-xay-dung"),
    ],
)
def test_bodies_of_the_centre_go_by_many_spellings(agents, spellings: tuple[str, str], slug: str) -> None:
    for issuer in ("", "bct-m"):  # whose own bureaus they are not
        for words in spellings:
            refs = agents(words, "tw", "2025-11-01", issuer=issuer)
            assert [ref.path for ref in refs] == [f"id/agent/tw/{slug}"], (words, issuer)


@pytest.mark.parametrize(
    ("area", "spellings"),
    [
        ("ho-chi-minh", ("Công ty Cấp nước Thành phố Hồ Chí Minh", "Công ty Cấp nước TP.HCM", "Công ty Cấp nước TP")),
        ("dak-nong", ("Trung tâm Giống cây trồng tỉnh", "Trung tâm Giống cây trồng tỉnh Đăk Nông")),
        ("lai-chau", ("Chi cục Bảo vệ thực vật", "Chi cục BVTV", "Chi cục Bảo vệ thực vật tỉnh")),
        ("lai-chau", ("Trung tâm Kiểm soát bệnh tật tỉnh", "CDC tỉnh", "TTKSBT tỉnh")),
        ("lai-chau", ("Hội đồng Thi đua - Khen thưởng tỉnh", "Hội đồng TĐKT tỉnh")),
        ("lai-chau", ("Đội Quản lý thị trường số 3", "Đội QLTT số 3")),
        ("lai-chau", ("Ban Thường vụ Tỉnh ủy", "Ban TV Tỉnh ủy")),
        ("lai-chau", ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng ĐĐBQH&HĐND tỉnh", "VP ĐĐBQH-HĐND tỉnh")),
        ("lai-chau", ("Đoàn đại biểu Quốc hội tỉnh", "Đoàn Đại biểu QH tỉnh", "ĐĐBQH tỉnh")),
        ("tw", ("Quân khu 7", "Quân khu VII")),
        ("tw", ("Ban Thi đua - Khen thưởng Trung ương", "Ban TĐ-KT Trung ương")),
        ("tw", ("EVN", "Tập đoàn EVN", "Tập đoàn Điện lực Việt Nam")),
        ("tw", ("Bộ GDĐT", "Bộ GDDT")),
        ("tw", ("Ngân hàng Chính sách xã hội", "NHCSXH", "Ngân hàng Chính sách xã hội Việt Nam")),
        ("tw", ("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo Trung ương Đảng", "Ban TGTW")),
        ("tw", ("Tổng cục Dân số - Kế hoạch hóa gia đình", "T.Cục DS-KHHGĐ Bộ Y tế", "Tổng cục DS-KHHGĐ (Bộ Y tế)")),
    ],
)
def test_all_spellings_of_one_body_meet(agents, area: str, spellings: tuple[str, ...]) -> None:
    assert len({ref.path for words in spellings for ref in agents(words, area, "2014-05-01")}) == 1


@pytest.mark.parametrize(
    ("words", "path"),
    [
        # each province numbers its courts and the sections of its boards anew …
        ("Tòa án nhân dân khu vực 5 - Lào Cai", "id/agent/lao-cai-2025/toa-an-nhan-dan-khu-vuc-5"),
        ("TAND khu vực 5", "id/agent/lao-cai-2025/toa-an-nhan-dan-khu-vuc-5"),
        ("VKSND khu vực 2 - Lào Cai", "id/agent/lao-cai-2025/vien-kiem-sat-nhan-dan-khu-vuc-2"),
        ("Phòng Thi hành án dân sự khu vực 3", "id/agent/lao-cai-2025/phong-thi-hanh-an-dan-su-khu-vuc-3"),
        # … the regions of the treasury span provinces
        ("Kho bạc Nhà nước khu vực XI", "id/agent/tw/kho-bac-nha-nuoc-khu-vuc-xi"),
    ],
)
def test_numbered_branches_are_of_the_province_or_of_the_country(agents, words: str, path: str) -> None:
    assert [ref.path for ref in agents(words, "lao-cai", "2025-11-20")] == [path]


def test_a_board_and_its_council_are_two(agents) -> None:
    council, board = (agents(f"{noun} Thi đua - Khen thưởng tỉnh", "son-la")[0] for noun in ("Hội đồng", "Ban"))
    assert council.path != board.path


def test_a_general_department_is_one_whoever_names_it(agents) -> None:
    within = agents("Tổng cục Thủy lợi", "tw", "2019-05-01", issuer="bnnptnt")[0]
    assert (
        within.path == agents("Tổng cục Thủy lợi", "lai-chau", "2019-05-01")[0].path == "id/agent/tw/tong-cuc-thuy-loi"
    )
    assert within.label == "Tổng cục Thủy lợi"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Chi cục Trồng trọt & BVTV", "Chi cục Trồng trọt và Bảo vệ thực vật"),
        ("Trung tâm CNTT&TT", "Trung tâm Công nghệ thông tin và Truyền thông"),
        ("Công ty B&B", "Công ty B&B"),  # a sign that is part of a mark stays
    ],
)
def test_labels_write_the_sign_for_and_out(agents, words: str, label: str) -> None:
    assert agents(words, "lai-chau")[0].label == label


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        # a number ends the name of a commune, a district behind it tells where it lies …
        ("UBND phường Hải Châu 1", ["ha-noi.phuong-hai-chau-1/ubnd"]),
        ("UBND phường Hoà Mạc, thị xã Duy Tiên", ["ha-noi.phuong-hoa-mac/ubnd"]),
        ("UBND Phường 11, Quận 8", ["ha-noi.phuong-11-quan-8/ubnd"]),
        ("UBND Phường 11, Quận 5", ["ha-noi.phuong-11-quan-5/ubnd"]),
        # … but districts are listed, a count is no name, and a city of province rank is no district
        ("UBND huyện Ba Vì, thị xã Sơn Tây", ["ha-noi.huyen-ba-vi/ubnd", "ha-noi.thi-xa-son-tay/ubnd"]),
        ("UBND xã Hòa Sơn 2 lần", ["ha-noi.xa-hoa-son/ubnd"]),
        ("UBND phường Hòa Mạc, thành phố Hải Phòng", ["hai-phong.phuong-hoa-mac/ubnd"]),
        # a name in capitals with nothing behind it
        ("ỦY BAN NHÂN DÂN XÃ NGHĨA SƠN", ["ha-noi.xa-nghia-son/ubnd"]),
        ("VIỆN KIỂM SÁT NHÂN DÂN HUYỆN TAM BÌNH", ["ha-noi.huyen-tam-binh/vien-kiem-sat-nhan-dan"]),
        ("Ban Tôn giáo Chính phủ", ["tw/ban-ton-giao-chinh-phu"]),
    ],
)
def test_where_the_name_of_a_place_ends(agents, words: str, paths: list[str]) -> None:
    refs = agents(words, "ha-noi", "2019-05-01")
    assert [ref.path.removeprefix("id/agent/") for ref in refs if ref.kind == "agency"] == paths


def test_a_board_of_which_only_the_sort_is_said_is_that_of_its_document(agents) -> None:
    one, again, other = (
        agents(words, "ha-noi", "2024-01-01", document)[0].path
        for words, document in (
            ("Ban Chỉ đạo Thành phố", PLAN),
            ("Ban Chỉ đạo Thành phố", f"{PLAN}/annex/1"),
            ("Ban Chỉ đạo Thành phố", OTHER),
        )
    )
    assert one == again != other
    named = agents("Ban Chỉ đạo Phòng chống tham nhũng Thành phố", "ha-noi", "2024-01-01", PLAN)[0].path
    assert named == agents("Ban Chỉ đạo Phòng chống tham nhũng Thành phố", "ha-noi", "2024-01-01", OTHER)[0].path


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Mặt trận Tổ quốc", "id/agent/ha-noi/uy-ban-mttq"),
        ("các đơn vị thuộc Bộ TN&MT", "id/agent/tw/group/don-vi-thuoc-bo-tai-nguyen-va-moi-truong"),
        ("nhà đầu tư", "id/agent/ha-noi/group/nha-dau-tu"),
        ("doanh nghiệp, nhà đầu tư", "id/agent/ha-noi/group/doanh-nghiep"),
    ],
)
def test_names_of_one_body_meet_and_classes_stay_apart(agents, words: str, path: str) -> None:
    assert agents(words, "ha-noi", "2024-01-01")[0].path == path
