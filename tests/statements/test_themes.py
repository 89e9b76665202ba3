"""Themes as RDF: on tasks, duties, targets, headings and the document, each with the words that cue it."""

import pytest

from kgbuild.namespaces import DCTERMS, OA, PIO

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển chuyển đổi số năm 2024

I. MỤC TIÊU

1. Đến năm 2025, ít nhất 60% xã có kênh truyền thông.

II. BẢO VỆ MÔI TRƯỜNG

1. Nội dung chung.

III. TỔ CHỨC THỰC HIỆN

1. Sở Khoa học và Công nghệ

- Tham mưu cơ chế khoán chi đến từng đề tài, báo cáo UBND tỉnh.

- Báo cáo UBND tỉnh kết quả thực hiện.

| STT | Nội dung | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Đẩy mạnh đặt hàng nhiệm vụ nghiên cứu | Sở Công Thương | 2024 |
| 2 | Chuyển đổi số | Sở Nội vụ | 2024 |
"""
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"


@pytest.fixture(scope="module")
def facts(state):
    return state(PLAN)


def proving(facts, node: str) -> list[str]:
    """The words that prove the themes of a node."""
    passages = facts.of(node, PIO.evidence)
    cues = [p for p in passages if "http://purl.org/dc/terms/subject" in facts.of(p, PIO.proves)]
    return [words for cue in cues for quote in facts.of(cue, OA.hasSelector) for words in facts.of(quote, OA.exact)]


def test_a_row_has_the_themes_of_its_words(facts) -> None:
    assert facts.of(f"{OWN}/task/1", DCTERMS.subject) == ["theme/dat-hang", "theme/nghien-cuu"]
    assert "đặt hàng" in proving(facts, f"{OWN}/task/1")


def test_a_cue_that_is_the_whole_row_proves_more_than_its_theme(facts) -> None:
    assert facts.of(f"{OWN}/task/2", DCTERMS.subject) == ["theme/chuyen-doi-so"]
    assert len(facts.of(f"{OWN}/task/2", PIO.evidence)) == 1
    assert proving(facts, f"{OWN}/task/2") == []


def test_a_duty_in_prose_has_the_themes_of_all_its_words(facts) -> None:
    duties = [task for task in facts.a(PIO.Task) if "/task/iii.1-" in task]
    assert sorted(facts.of(duty, DCTERMS.subject) for duty in duties) == [[], ["theme/khoan"]]


def test_targets_headings_and_the_document_have_themes(facts) -> None:
    (target,) = facts.a(PIO.Target)
    assert facts.of(target, DCTERMS.subject) == ["theme/truyen-thong"]
    assert facts.of(OWN, DCTERMS.subject) == ["theme/chuyen-doi-so"]
    assert facts.of(f"{OWN}/s/ii", DCTERMS.subject) == ["theme/moi-truong"]
    assert facts.of(f"{OWN}/s/iii", DCTERMS.subject) == []
