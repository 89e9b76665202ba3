"""Programmes, schemes, projects and funds as RDF: one node for one, who sets it out, what is part of it."""

import pytest

from kgbuild.namespaces import PIO, SCHEMA, SKOS
from kgbuild.statements.programmes import describe_things

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

II. NHIỆM VỤ

1. Xây dựng Đề án phát triển du lịch nông nghiệp giai đoạn 2025-2030 trình UBND tỉnh ban hành trong quý II.

2. Lồng ghép nguồn vốn của Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025.

III. TỔ CHỨC THỰC HIỆN

1. Sở Khoa học và Công nghệ

- Tham mưu thành lập Quỹ phát triển khoa học và công nghệ tỉnh Sơn La.

- Hoàn thiện Đề án phát triển du lịch nông nghiệp trước ngày 30/6/2024.

2. Sở Tài chính

- Bố trí kinh phí cho Quỹ phát triển KH&CN của tỉnh; lồng ghép với Đề án 06.

| STT | Nội dung | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Đề án bảo tồn giống cây ăn quả bản địa có giá trị kinh tế cao | Sở Công Thương | 2024 |
| 2 | Đề án bảo tồn giống cây ăn quả bản địa có giá trị kinh tế cao và có nguy cơ mất giống | Sở Nội vụ | 2024 |
"""
BASE = "http://localhost:8000/"
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"
SCHEME = "id/scheme/son-la/phat-trien-du-lich-nong-nghiep-2025-2030"
FUND = "id/fund/son-la/quy-phat-trien-khoa-hoc-va-cong-nghe"
POVERTY = "id/programme/tw/muc-tieu-quoc-gia-giam-ngheo-ben-vung-2021-2025"
ID06 = "id/scheme/tw/phat-trien-ung-dung-du-lieu-ve-dan-cu-dinh-danh-va-xac-thuc-dien-tu-2022-2025"


@pytest.fixture(scope="module")
def facts(state):
    return state(PLAN)


def test_the_bare_name_is_the_one_with_years_said_elsewhere(facts) -> None:
    assert [path for path in facts.a(PIO.Scheme) if "du-lich" in path] == [SCHEME]
    assert facts.of(f"{SCHEME}/schedule", PIO.scheduleText) == ["2025-2030"]
    assert facts.of(f"{SCHEME}/schedule", PIO.startYear) == ["2025"]
    assert len(facts.of(SCHEME, PIO.evidence)) == 2


def test_two_spellings_and_the_place_name_one_fund(facts) -> None:
    assert facts.a(PIO.Fund) == [FUND]
    assert "Quỹ phát triển khoa học và công nghệ tỉnh Sơn La" in facts.of(FUND, SKOS.altLabel)


def test_a_document_sets_out_what_it_has_drawn_up_and_mentions_the_rest(facts) -> None:
    assert set(facts.of(OWN, SCHEMA.mentions)) >= {SCHEME, FUND, POVERTY, ID06}
    assert SCHEME in facts.of(OWN, PIO.setsOut)
    assert facts.of(FUND, PIO.setOutIn) == [OWN]
    assert facts.of(POVERTY, PIO.setOutIn) == []
    assert facts.of(ID06, PIO.setOutIn) == []


def test_work_is_part_of_what_it_draws_up_or_carries_out(facts) -> None:
    parts = {
        s.subject.removeprefix(BASE): s.object.removeprefix(BASE)
        for s in facts.statements
        if s.predicate == PIO.partOfProgramme
    }
    assert parts[f"{OWN}/task/1"].startswith("id/scheme/son-la/bao-ton-giong-cay-an-qua")
    assert sorted(path.rsplit("/", 1)[0] for path, part in parts.items() if part == SCHEME) == [
        f"{OWN}/measure",
        f"{OWN}/task",
    ]
    assert POVERTY not in parts.values()
    # of two rows one is not the other, though its name begins like it
    assert parts[f"{OWN}/task/2"] not in (parts[f"{OWN}/task/1"], SCHEME)


def test_one_thing_has_one_name_over_all_sources(state) -> None:
    read = [state(PLAN), state(PLAN)]
    facts = type(read[0])(describe_things([thing for one in read for thing in one.things], BASE))
    assert facts.of(SCHEME, SKOS.prefLabel) == ["Đề án phát triển du lịch nông nghiệp giai đoạn 2025-2030"]
    assert facts.of(SCHEME, PIO.jurisdiction) == ["area/son-la"]
    assert facts.of(POVERTY, PIO.jurisdiction) == ["area/viet-nam"]
    assert facts.of(ID06, SKOS.prefLabel)[0].startswith("Đề án phát triển ứng dụng dữ liệu về dân cư")


@pytest.mark.parametrize(
    ("source", "path", "count"),
    [
        ("90-kh-ubnd-ha-noi", "id/scheme/ha-noi/hoi-nhap-quoc-te-ve-khoa-hoc-va-cong-nghe", 3),
        ("90-kh-ubnd-ha-noi", "id/fund/ha-noi/quy-phat-trien-khoa-hoc-va-cong-nghe", 3),
        ("tin-ke-hoach-khcn-ha-noi-2024", "id/scheme/ha-noi/xay-dung-mang-luoi-sang-kien", 1),
        ("tin-ke-hoach-khcn-ha-noi-2024", "id/programme/tw/chuong-trinh-moi-xa-mot-san-pham", 1),
    ],
)
def test_things_of_the_samples(samples, source: str, path: str, count: int) -> None:
    assert len(samples[source].facts.of(path, PIO.evidence)) == count


def test_the_samples_name_no_others(samples) -> None:
    found = {
        key: sum(len(sample.facts.a(kind)) for kind in (PIO.Programme, PIO.Scheme, PIO.Project, PIO.Fund))
        for key, sample in samples.items()
    }
    assert {key: count for key, count in found.items() if count} == {
        "90-kh-ubnd-ha-noi": 8,
        "hoi-nghi-khcn-ha-noi-2024": 1,
        "tin-ke-hoach-khcn-ha-noi-2024": 2,
    }
