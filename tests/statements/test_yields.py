"""What a task is to produce as RDF: a planned document of the named issuer, one for one name."""

import pytest

from kgbuild.corpus import describe_corpus
from kgbuild.namespaces import DCTERMS, PIO
from kgbuild.sources.manifest import Source

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
| 4 | Góp ý Luật Chợ nông thôn Việt Nam (sửa đổi) theo phân công | Sở Tư pháp | |
| 5 | Luật Chợ nông thôn Việt Nam (sửa đổi) | Sở Tư pháp | |

III. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

- Xây dựng Đề án chuyển đổi mô hình quản lý chợ trong quý III.

2. Sở Tài chính

- Bố trí kinh phí.
"""
BASE = "http://localhost:8000/"
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"


@pytest.fixture(scope="module")
def facts(reader, state, tmp_path_factory):
    """What the plan says, with what a corpus of it alone says of the documents it speaks of."""
    path = tmp_path_factory.mktemp("source") / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    reading = reader.read(Source("plan", path), 10**7, False)
    return type(state(PLAN))([*reading.statements, *describe_corpus([reading], reader.knowledge, BASE)])


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


def test_a_law_to_be_drawn_up_is_the_draft_that_is_cited(facts) -> None:
    (path,) = facts.of(f"{OWN}/task/5", PIO.yieldsDocument)
    assert path == "id/doc/tw/qh/luat/nd/luat-cho-nong-thon-viet-nam-sua-doi"
    assert facts.of(path, PIO.documentStatus) == ["status/planned"]
