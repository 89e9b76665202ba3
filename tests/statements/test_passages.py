"""Quotations, milestones and rules of procedure as RDF."""

import pytest

from kgbuild.namespaces import DCTERMS, PIO, SKOS

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

I. SỰ CẦN THIẾT

1. Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương nêu rõ: “Phát triển nông nghiệp hữu cơ gắn với \
chế biến sâu và thị trường, nâng cao thu nhập cho người dân”.

III. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ

- Thẩm định trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ.

- Tổ chức sơ kết 5 năm và tổng kết vào năm 2030.
"""
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"


@pytest.fixture(scope="module")
def facts(state):
    return state(PLAN)


def test_a_quotation_leads_to_its_document(facts) -> None:
    (node,) = facts.a(PIO.Quotation)
    assert node.startswith(f"{OWN}/quotation/i.1-")
    assert facts.of(node, PIO.quotedFrom) == ["id/doc/tw/tw/nghi-quyet/2022/19"]
    assert facts.of(node, PIO.quoteText)[0].startswith("Phát triển nông nghiệp hữu cơ")
    assert facts.of(node, DCTERMS.isPartOf) == [OWN]
    assert facts.of(node, PIO.inSection) == [f"{OWN}/s/i"]
    assert len(facts.of(node, PIO.evidence)) == 1


def test_reviews_have_a_time_and_a_year_only_where_it_is_said(facts) -> None:
    found = {facts.of(node, SKOS.prefLabel)[0]: node for node in facts.a(PIO.Milestone)}
    assert sorted(found) == ["Sơ kết 5 năm", "Tổng kết vào năm 2030"]
    last, first = found["Tổng kết vào năm 2030"], found["Sơ kết 5 năm"]
    assert facts.of(last, PIO.deadline) == ["2030"]
    assert facts.of(f"{last}/schedule", PIO.endYear) == ["2030"]
    assert facts.of(first, PIO.deadline) == []
    assert facts.of(f"{first}/schedule", PIO.scheduleText) == ["5 năm"]
    assert {first, last} <= set(facts.of(OWN, PIO.setsOut))


def test_a_rule_has_its_limit_in_parts(facts) -> None:
    (rule,) = facts.a(PIO.ProcedureRule)
    assert facts.of(rule, PIO.limitText) == ["trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ"]
    assert facts.of(rule, PIO.limitQuantity) == ["5"]
    assert facts.of(rule, PIO.limitUnit) == ["ngày làm việc"]
    assert facts.of(rule, PIO.limitDirection) == ["limitdirection/after"]
    assert facts.of(rule, PIO.limitEvent) == ["nhận hồ sơ"]
    assert facts.of(rule, PIO.setOutIn) == [OWN]


def test_passages_of_the_samples(samples) -> None:
    counts = {
        key: tuple(len(sample.facts.a(kind)) for kind in (PIO.Quotation, PIO.Milestone, PIO.ProcedureRule))
        for key, sample in samples.items()
    }
    assert {key: count for key, count in counts.items() if any(count)} == {
        "90-kh-ubnd-ha-noi": (0, 2, 0),
        "hoi-nghi-khcn-ha-noi-2024": (0, 0, 10),
        "tin-ke-hoach-khcn-ha-noi-2024": (2, 0, 0),
    }
