"""What a task is to produce as RDF: a planned document of the named issuer, one for one name."""

import pytest

from kgbuild.namespaces import DCTERMS, PIO

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển chợ năm 2024

II. NHIỆM VỤ

| STT | Nội dung | Cơ quan chủ trì | Sản phẩm |
|---|---|---|---|
| 1 | Quy định giá thuê quầy | Sở Tài chính | Quyết định của UBND tỉnh |
| 2 | Quy định giờ mở chợ | Sở Công Thương | Quyết định của UBND tỉnh |
| 3 | Xây dựng Đề án chuyển đổi mô hình quản lý chợ | Sở Công Thương | |

III. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

- Xây dựng Đề án chuyển đổi mô hình quản lý chợ trong quý III.

2. Sở Tài chính

- Bố trí kinh phí.
"""
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"


@pytest.fixture(scope="module")
def facts(state):
    return state(PLAN)


def test_a_planned_document_has_form_issuer_and_status(facts) -> None:
    (path,) = facts.of(f"{OWN}/task/1", PIO.yieldsDocument)
    assert path.startswith("id/doc/son-la/ubnd/quyet-dinh/nd/nn-")
    assert {"Decision", "StateDocument"} <= facts.classes(path)
    assert facts.of(path, PIO.issuedBy) == ["id/agent/son-la/ubnd"]
    assert facts.of(path, PIO.documentStatus) == ["status/planned"]
    assert facts.of(path, PIO.textHeld) == ["false"]
    assert facts.of(path, PIO.evidence)


def test_two_unnamed_decisions_are_two(facts) -> None:
    assert facts.of(f"{OWN}/task/1", PIO.yieldsDocument) != facts.of(f"{OWN}/task/2", PIO.yieldsDocument)


def test_one_name_in_table_and_prose_is_one_document(facts) -> None:
    (path,) = facts.of(f"{OWN}/task/3", PIO.yieldsDocument)
    assert facts.of(path, DCTERMS.title) == ["Đề án chuyển đổi mô hình quản lý chợ"]
    prose = [node for node in facts.a(PIO.Task) if node.startswith(f"{OWN}/task/iii.")]
    assert [path] in [facts.of(node, PIO.yieldsDocument) for node in prose]
