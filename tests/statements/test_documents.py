"""Captured documents as RDF: head, issue, signature, recipients, sections, people."""

import pytest

from kgbuild.namespaces import DCTERMS, FOAF, ORG, PIO, SCHEMA, SKOS

DECISION = """ỦY BAN NHÂN DÂN
TỈNH KHÁNH HÒA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 05/2021/QĐ-UBND

Khánh Hòa, ngày 01 tháng 4 năm 2021

QUYẾT ĐỊNH

Ban hành Quy chế quản lý bến thủy nội địa

ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA

Căn cứ Luật Giao thông đường thủy nội địa ngày 15 tháng 6 năm 2004;

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thủy nội địa.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Bộ Giao thông vận tải (để b/c);
- Các sở, ban, ngành tỉnh;
- Lưu: VT, HN.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Hữu Hoàng

QUY CHẾ

Quản lý bến thủy nội địa

(Ban hành kèm theo Quyết định số 05/2021/QĐ-UBND ngày 01/4/2021 của Ủy ban nhân dân tỉnh Khánh Hòa)

Chương I. QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Quy chế này quy định việc quản lý bến thủy nội địa.
"""
OWN = "id/doc/khanh-hoa/ubnd/quyet-dinh-qppl/2021/5"
ATTACHED = f"{OWN}/attached/quy-che"


@pytest.fixture(scope="module")
def facts(state):
    return state(DECISION)


def test_the_head(facts) -> None:
    assert facts.of(OWN, PIO.symbol) == ["05/2021/QĐ-UBND"]
    assert facts.of(OWN, PIO.number) == ["05"]
    assert facts.of(OWN, PIO.documentDate) == ["2021-04-01"]
    assert facts.of(OWN, DCTERMS.title) == ["Ban hành Quy chế quản lý bến thủy nội địa"]
    assert facts.of(OWN, PIO.documentType) == ["doctype/quyet-dinh"]
    assert facts.of(OWN, PIO.issuedBy) == ["id/agent/khanh-hoa/ubnd"]
    assert facts.of(OWN, PIO.jurisdiction) == ["area/khanh-hoa"]
    assert facts.of(OWN, PIO.normative) == ["true"]
    assert facts.of(OWN, PIO.documentKey) == [OWN.removeprefix("id/")]
    assert facts.classes(OWN) == {"StateDocument", "Decision"}


def test_what_is_attached_has_neither_number_nor_date(facts) -> None:
    assert facts.of(ATTACHED, DCTERMS.title) == ["Quản lý bến thủy nội địa"]
    assert facts.of(ATTACHED, PIO.symbol) == facts.of(ATTACHED, PIO.documentDate) == []
    assert facts.of(ATTACHED, PIO.annexOf) == [OWN]
    assert facts.of(OWN, PIO.promulgates) == [ATTACHED]


def test_both_are_captured_in_the_source(facts) -> None:
    (source,) = facts.a(PIO.SourceText)
    assert facts.of(OWN, PIO.capturedIn) == facts.of(ATTACHED, PIO.capturedIn) == [source]
    assert facts.of(source, PIO.fileName) == ["plan.txt"]
    assert source == f"id/text/{facts.of(source, PIO.sha256)[0]}"


def test_the_signature(facts) -> None:
    (signature,) = facts.of(OWN, PIO.hasSignature)
    assert facts.of(signature, PIO.signingForm) == ["signing/KT", "signing/TM"]
    assert facts.of(signature, PIO.onBehalfOf) == ["id/agent/khanh-hoa/ubnd"]
    assert facts.of(signature, PIO.signer) == ["id/person/khanh-hoa/ubnd/le-huu-hoang"]
    assert facts.of(signature, PIO.signedInPost) == ["id/post/khanh-hoa/ubnd/pho-chu-tich"]
    assert facts.of(signature, PIO.actingForPost) == ["id/post/khanh-hoa/ubnd/chu-tich"]
    assert facts.of(ATTACHED, PIO.hasSignature) == []


def test_the_person_and_the_post(facts) -> None:
    (person,) = facts.a(FOAF.Person)
    assert facts.of(person, SKOS.prefLabel) == ["Lê Hữu Hoàng"]
    (membership,) = facts.a(ORG.Membership)
    assert facts.of(membership, ORG.member) == [person]
    assert facts.of(membership, ORG.organization) == ["id/agent/khanh-hoa/ubnd"]
    assert facts.of(membership, ORG.role) == ["id/post/khanh-hoa/ubnd/pho-chu-tich"]


def test_recipients_and_the_archive(facts) -> None:
    lines = facts.of(OWN, PIO.hasDistribution)
    assert [facts.of(line, PIO.nameAsWritten) for line in lines] == [
        ["Như Điều 2"],
        ["Bộ Giao thông vận tải"],
        ["Các sở, ban, ngành tỉnh"],
    ]
    assert facts.of(lines[1], PIO.recipient) == ["id/agent/tw/bo-giao-thong-van-tai"]
    assert facts.of(lines[1], PIO.distributionPurpose) == ["để b/c"]
    assert facts.of(lines[2], PIO.recipient) == ["id/agent/khanh-hoa/group/so-ban-nganh"]
    assert facts.of(OWN, PIO.draftingUnit) == ["HN"]


def test_sections(facts) -> None:
    assert facts.of(OWN, PIO.hasSection) == [f"{OWN}/s/dieu-1", f"{OWN}/s/dieu-2"]
    chapter, article = f"{ATTACHED}/s/chuong-i", f"{ATTACHED}/s/chuong-i.dieu-1"
    assert facts.of(ATTACHED, PIO.hasSection) == [chapter, article]
    assert facts.of(chapter, PIO.heading) == ["QUY ĐỊNH CHUNG"]
    assert facts.of(article, PIO.sectionNumber) == ["Chương I.Điều 1"]
    assert facts.of(article, PIO.sectionOf) == [ATTACHED]
    assert facts.of(f"{OWN}/s/dieu-1", PIO.heading) == []


@pytest.mark.parametrize(
    ("change", "property_", "values"),
    [
        (("Số: 05/2021/QĐ-UBND", "Số:      /QĐ-UBND"), PIO.symbol, []),
        (("Số: 05/2021/QĐ-UBND", "Số:      /QĐ-UBND"), PIO.number, []),
        (("Khánh Hòa, ngày 01 tháng 4 năm 2021", "Khánh Hòa, ngày   tháng   năm 2021"), PIO.documentDate, []),
        (("Lê Hữu Hoàng", ""), PIO.hasSignature, None),
    ],
)
def test_what_is_not_printed_stays_empty(state, change: tuple[str, str], property_, values: list[str] | None) -> None:
    # without the attached part, whose line below the title would give number and date
    raw = DECISION[: DECISION.index("\nQUY CHẾ\n")].replace(*change)
    found = state(raw)
    (own,) = found.a(PIO.Decision)
    if values is None:
        (signature,) = found.of(own, property_)
        assert found.of(signature, PIO.signer) == []
        assert found.a(FOAF.Person) == []
    else:
        assert found.of(own, property_) == values


@pytest.mark.parametrize(
    ("number", "status", "normative"),
    [
        ("05/2021/QĐ-UBND", "status/issued", "true"),
        ("512/QĐ-UBND", "status/issued", "false"),
        ("    /QĐ-UBND", None, None),
    ],
)
def test_status_and_register(state, number: str, status: str | None, normative: str | None) -> None:
    raw = DECISION[: DECISION.index("\nQUY CHẾ\n")].replace("05/2021/QĐ-UBND", number)
    found = state(raw)
    (own,) = found.a(PIO.Decision)
    assert found.of(own, PIO.documentStatus) == [status or "status/unknown"]
    assert found.of(own, PIO.normative) == [normative or "unknown"]


def test_a_draft_is_one(state) -> None:
    raw = DECISION.replace("QUYẾT ĐỊNH\n\nBan hành Quy chế", "DỰ THẢO\n\nQUYẾT ĐỊNH\n\nBan hành Quy chế")
    found = state(raw[: raw.index("\nQUY CHẾ\n")])
    (own,) = found.a(PIO.Decision)
    assert found.of(own, PIO.documentStatus) == ["status/draft"]


def test_a_party_document_is_no_state_document(state) -> None:
    raw = (
        "TỈNH ỦY SƠN LA\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 45-CT/TU\n\nSơn La, ngày 12 tháng 4 năm 2022\n\nCHỈ THỊ\n\n"
        "Về phòng cháy, chữa cháy rừng\n\nI. MỤC TIÊU\n\nGiữ rừng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLò Minh Hùng\n"
    )
    found = state(raw)
    own = "id/doc/son-la/tu/chi-thi/2022/45"
    assert found.classes(own) == {"PartyDocument", "Directive"}
    assert found.of(own, PIO.issuedBy)[0].startswith("id/agent/son-la/")


def test_a_report(state) -> None:
    story = (
        "Sáng 12/3/2025, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổ chức hội nghị triển khai "
        "trồng rừng với hơn một trăm đại biểu."
    )
    raw = (
        f"Nghệ An triển khai kế hoạch trồng rừng\n\nNgày đăng 13/03/2025\n\n{story}\n\n{story[:-1]} dự.\n\n"
        "Thanh Phúc\n\nNguồn: Báo Nhân Dân\n"
    )
    found = state(raw)
    (own,) = found.a(PIO.NewsReport)
    assert found.of(own, PIO.issuedBy) == ["id/agent/tw/bao-nhan-dan"]
    assert len(found.of(own, SCHEMA.author)) == 1
    assert found.of(own, DCTERMS.issued) == ["2025-03-13"]
    assert found.a(PIO.StateDocument) == found.a(PIO.PartyDocument) == []


def test_a_report_without_a_source_has_no_publisher(state) -> None:
    story = "Sáng nay, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổ chức hội nghị triển khai " * 2
    found = state(f"Nghệ An triển khai kế hoạch trồng rừng\n\n{story.strip()}.\n")
    (own,) = found.a(PIO.NewsReport)
    assert found.of(own, PIO.issuedBy) == found.of(own, SCHEMA.author) == []


def test_no_sample_says_what_is_not_printed_in_it(samples) -> None:
    gia_lai = samples["ke-hoach-50-kl-tw-gia-lai"]
    (plan,) = gia_lai.reading.captured
    assert gia_lai.facts.of(plan, PIO.number) == gia_lai.facts.of(plan, PIO.documentDate) == []
    city = samples["4937-qd-ubnd-ho-chi-minh"]
    decision = "id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937"
    assert city.facts.of(decision, PIO.symbol) == ["4937/QĐ-UBND"]
    assert [s for d in city.reading.captured for s in city.facts.of(d, PIO.hasSignature)] == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("kể từ ngày ký", ["2021-12-20"]),
        ("sau 12 ngày kể từ ngày ký", ["2022-01-01"]),
        ("từ ngày 05 tháng 01 năm 2022", ["2022-01-05"]),
    ],
)
def test_a_document_takes_effect_when_it_says(state, said: str, expected: list[str]) -> None:
    facts = state(f"""ỦY BAN NHÂN DÂN
TỈNH KHÁNH HÒA
-------
Số: 15/2021/QĐ-UBND
Khánh Hòa, ngày 20 tháng 12 năm 2021

QUYẾT ĐỊNH
Về quản lý bến thủy nội địa

Điều 1. Giao Sở Xây dựng quản lý bến thủy nội địa.

Điều 2. Quyết định này có hiệu lực {said}.
""")
    (document,) = facts.a(PIO.Decision)
    assert facts.of(document, PIO.effectiveDate) == expected
