"""Agents as RDF: labels, kinds and ties of the bodies named, and who took over from whom."""

import pytest

from kgbuild.model import Literal
from kgbuild.model.entities import AgentRef
from kgbuild.namespaces import CODE, FOAF, ORG, PIO, RDF, SKOS, XSD, Iri
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import Context
from kgbuild.statements.agents import describe_agents, describe_successions

BASE = "http://localhost:8000/"


@pytest.fixture(scope="module")
def refs(reader):
    linker = AgentLinker(reader.knowledge)

    def make(record: str, area: str = "", date: str = ""):
        return linker.of_record(record, area, Context(area or "tw", date, "id/doc/x"))

    return make


@pytest.fixture(scope="module")
def ref_of(refs, reader):
    def other(record: str, near):
        found = reader.knowledge.agencies.get(record)
        return refs(record, near.area if found.scope == "province" else "") if found else None

    return other


def about(statements, path: str):
    found: dict[Iri, list[object]] = {}
    for s in statements:
        if s.subject == BASE + path:
            found.setdefault(s.predicate, []).append(s.object)
    return found


def test_a_department(reader, refs, ref_of) -> None:
    made = describe_agents([refs("prov:skhcn", "hue")], reader.knowledge, BASE, ref_of)
    found = about(made, "id/agent/hue/so-khoa-hoc-va-cong-nghe")
    assert set(found[RDF.type]) == {ORG.Organization, PIO.StateAgency}
    assert Literal("Sở Khoa học và Công nghệ thành phố Huế", language="vi") in found[SKOS.prefLabel]
    assert {label.language for label in found[SKOS.prefLabel]} == {"vi", "en"}
    assert found[ORG.classification] == [CODE["agencykind/so-khcn"]]
    assert found[PIO.jurisdiction] == [CODE["area/hue"]]
    assert found[PIO.specialisedBodyOf] == [BASE + "id/agent/hue/ubnd"]
    assert found[PIO.guidedBy] == [BASE + "id/agent/tw/bo-khoa-hoc-va-cong-nghe"]
    assert Literal("Sở Khoa học và Công nghệ", language="vi") in found[SKOS.altLabel]


def test_a_long_name_that_opens_with_a_shorter_one_of_the_table_goes_by_both(reader, refs, ref_of) -> None:
    made = describe_agents([refs("bch-tw"), refs("bkhcn")], reader.knowledge, BASE, ref_of)
    known = {str(label.value) for label in about(made, "id/agent/tw/ban-chap-hanh-trung-uong")[SKOS.altLabel]}
    assert known == {"Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng"}
    assert SKOS.altLabel not in about(made, "id/agent/tw/bo-khoa-hoc-va-cong-nghe")


def test_the_bodies_it_hangs_under_are_described_too(reader, refs, ref_of) -> None:
    made = describe_agents([refs("prov:skhcn", "hue")], reader.knowledge, BASE, ref_of)
    subjects = {s.subject for s in made}
    assert BASE + "id/agent/hue/ubnd" in subjects
    objects = {s.object for s in made if s.predicate in (PIO.specialisedBodyOf, PIO.guidedBy, PIO.accountableTo)}
    assert objects <= subjects


def test_nothing_runs_subordinate_between_party_and_state(reader, refs, ref_of) -> None:
    made = describe_agents(
        [refs(r, "hue") for r in ("prov:tu", "prov:ubnd", "prov:bcs-ubnd")], reader.knowledge, BASE, ref_of
    )
    types = {}
    for s in made:
        if s.predicate == RDF.type and s.object in (PIO.PartyOrgan, PIO.StateAgency):
            types[s.subject] = s.object
    for s in made:
        if s.predicate == PIO.partOf and s.subject in types and s.object in types:
            assert types[s.subject] == types[s.object], s


def test_a_post(reader, refs, ref_of) -> None:
    found = about(describe_agents([refs("ttg")], reader.knowledge, BASE, ref_of), "id/post/tw/chinh-phu/thu-tuong")
    assert found[RDF.type] == [ORG.Post]
    assert found[ORG.postIn] == [BASE + "id/agent/tw/chinh-phu"]


def test_a_group_is_no_organization(reader, refs, ref_of) -> None:
    from kgbuild.model.entities import AgentRef

    group = AgentRef("id/agent/hue/group/so-ban-nganh", "group", "Các sở, ban, ngành thành phố Huế", area="hue")
    found = about(describe_agents([group], reader.knowledge, BASE, ref_of), group.path)
    assert set(found[RDF.type]) == {PIO.CollectiveAgent, FOAF.Group}


def test_the_order_of_mentions_changes_nothing(reader, refs, ref_of) -> None:
    some = [refs(r, "hue") for r in ("prov:stc", "prov:tu", "prov:skhcn", "prov:stc")]
    assert describe_agents(some, reader.knowledge, BASE, ref_of) == describe_agents(
        some[::-1], reader.knowledge, BASE, ref_of
    )


@pytest.mark.parametrize(
    ("record", "area", "successor", "kind", "date"),
    [
        ("prov:skhdt", "ha-noi", "id/agent/ha-noi/so-tai-chinh", "absorbed", "2025-03-01"),
        ("bkhdt", "", "id/agent/tw/bo-tai-chinh", "absorbed", "2025-03-01"),
    ],
)
def test_successions(reader, refs, ref_of, record: str, area: str, successor: str, kind: str, date: str) -> None:
    made, met = describe_successions([refs(record, area)], reader.knowledge, BASE, ref_of)
    assert successor in {ref.path for ref in met}
    changes = {s.subject for s in made if s.object == BASE + successor and s.predicate == ORG.resultingOrganization}
    assert len(changes) == 1
    found = about(made, next(iter(changes)).removeprefix(BASE))
    assert found[PIO.successionKind] == [CODE[f"successionkind/{kind}"]]
    assert found[PIO.effectiveDate] == [Literal(date, XSD.date)]


def test_a_change_is_named_by_its_bodies_and_by_the_year_where_they_are_called_the_same(reader, refs, ref_of) -> None:
    made, _ = describe_successions([refs("prov:ubnd", "gia-lai")], reader.knowledge, BASE, ref_of)
    names = {s.object.value for s in made if s.predicate == SKOS.prefLabel}
    assert names == {
        "Ủy ban nhân dân tỉnh Gia Lai → Ủy ban nhân dân tỉnh Gia Lai (từ 2025)",
        "People's Committee of Gia Lai → People's Committee of Gia Lai (since 2025)",
    }


def test_the_end_of_a_district_is_a_change_that_names_no_successor(reader, ref_of) -> None:
    district = AgentRef(
        "id/agent/ha-noi.huyen-gia-lam/ubnd", "agency", "Ủy ban nhân dân huyện Gia Lâm", area="ha-noi.huyen-gia-lam"
    )
    made, met = describe_successions([district], reader.knowledge, BASE, ref_of)
    assert met == []
    found = about(made, "id/change/2025-07-01/ha-noi.huyen-gia-lam.ubnd")
    assert found[ORG.originalOrganization] == [BASE + district.path]
    assert found[PIO.successionKind] == [CODE["successionkind/dispersed"]]
    assert found[PIO.effectiveDate] == [Literal("2025-07-01", XSD.date)]
    assert ORG.resultingOrganization not in found


@pytest.mark.parametrize(
    ("kind", "place"), [("agency", "ha-noi.phuong-lang"), ("group", "ha-noi"), ("post", "ha-noi.huyen-gia-lam")]
)
def test_a_commune_a_group_and_a_post_have_no_such_change(reader, ref_of, kind: str, place: str) -> None:
    ref = AgentRef(f"id/agent/{place}/group/cap-huyen", kind, "Ủy ban nhân dân các huyện", area=place)
    assert describe_successions([ref], reader.knowledge, BASE, ref_of) == ([], [])


def test_a_body_that_lives_on_has_no_successor(reader, refs, ref_of) -> None:
    assert describe_successions([refs("prov:ubnd", "ha-noi")], reader.knowledge, BASE, ref_of) == ([], [])


def test_the_ministry_of_an_office_is_described_though_nobody_names_it(reader, refs, ref_of) -> None:
    office = AgentRef(
        "id/agent/tw/cuc-lo-hoi-bo-tu-phap",
        "unknown",
        "Cục Lò hơi Bộ Tư pháp",
        area="tw",
        part_of="id/agent/tw/bo-tu-phap",
        owner="btp",
    )
    made = describe_agents([office], reader.knowledge, BASE, ref_of)
    assert [s.object for s in made if s.predicate == PIO.partOf] == [BASE + "id/agent/tw/bo-tu-phap"]
    assert any(s.subject == BASE + "id/agent/tw/bo-tu-phap" and s.predicate == RDF.type for s in made)


UNIVERSITY = """ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ
TRƯỜNG ĐẠI HỌC {name}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-{code}
Cần Thơ, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Chuyển đổi số năm 2024

II. TỔ CHỨC THỰC HIỆN
1. Phòng Đào tạo
Chủ trì, phối hợp với Sở Khoa học và Công nghệ xây dựng học liệu số.
2. Các khoa, bộ môn
Rà soát chương trình đào tạo.
"""


def test_two_universities_share_no_office(state) -> None:
    led = {}
    for name, code in (("CÔNG NGHỆ SAO MAI", "CNSM"), ("KINH TẾ ĐÔNG HẢI", "KTĐH")):
        found = state(UNIVERSITY.format(name=name, code=code))
        led[code] = {iri for one in found.a(PIO.Assignment) for iri in found.of(one, PIO.assignee)}
    assert len(led["CNSM"]) == len(led["KTĐH"]) == 3
    assert led["CNSM"] & led["KTĐH"] == {"id/agent/can-tho/so-khoa-hoc-va-cong-nghe"}


DECISION = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 120/QĐ-BNV
Hà Nội, ngày 12 tháng 12 năm 2025

QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách công vụ

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách công vụ.
Điều 2. Tổ chức thực hiện
1. Vụ Công chức - Viên chức chủ trì, phối hợp với Văn phòng Bộ theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch \
của các đơn vị, báo cáo Bộ trưởng trước ngày 10 tháng 12 năm 2026 để trình Chính phủ xem xét, quyết định theo quy định.

PHỤ LỤC
NHIỆM VỤ CẢI CÁCH CÔNG VỤ
(Kèm theo Quyết định số 120/QĐ-BNV ngày 12 tháng 12 năm 2025 của Bộ trưởng Bộ Nội vụ)

| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Xây dựng Nghị định về đánh giá công chức | Vụ CCVC | 2026 |
"""


def test_an_annex_calls_the_bodies_of_its_decision_by_their_initials(state) -> None:
    found = state(DECISION)
    led = {iri for one in found.a(PIO.Assignment) for iri in found.of(one, PIO.assignee)}
    assert [iri for iri in led if "/vu-" in iri] == ["id/agent/tw/vu-cong-chuc-vien-chuc-bo-noi-vu"]
