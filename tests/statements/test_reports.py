"""A report's task and the plan's are joined over sources, where the report cites the plan; others never are."""

from collections.abc import Callable

import pytest

from kgbuild.corpus import describe_corpus
from kgbuild.extraction import knowledge_of
from kgbuild.namespaces import PIO
from kgbuild.reading import Reader
from kgbuild.sources.manifest import Source

BASE = "http://localhost:8000/"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển chợ năm 2024

II. NHIỆM VỤ

| STT | Nội dung | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Bố trí kinh phí sửa chữa các chợ hạng hai ở vùng cao biên giới | Sở Tài chính | 2024 |
| 2 | Bố trí nhân lực quản lý các chợ hạng ba ở vùng lòng hồ | Sở Nội vụ | 2024 |
"""
NEWS = """Sơn La triển khai kế hoạch phát triển chợ năm 2024 trên địa bàn

Ngày đăng: 21/02/2024

Ngày 20/02/2024, UBND tỉnh Sơn La tổ chức Hội nghị triển khai {plan} về phát triển chợ năm 2024 với sự tham dự của các \
sở, ngành và các huyện trong toàn tỉnh.

Tại hội nghị, UBND tỉnh yêu cầu Sở Tài chính cần bố trí kinh phí sửa chữa các chợ hạng hai ở vùng cao biên giới.
"""


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """List the tasks of the plan that a report is joined to, over two sources."""
    knowledge = knowledge_of()
    reader = Reader(knowledge, BASE)

    def read(cited: str) -> list[str]:
        folder = tmp_path_factory.mktemp("sources")
        (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
        (folder / "news.txt").write_text(NEWS.format(plan=cited), encoding="utf-8")
        readings = [reader.read(Source(key, folder / f"{key}.txt"), 10**7, False) for key in ("news", "plan")]
        found = [s for s in describe_corpus(readings, knowledge, BASE) if s.predicate == PIO.sameTaskAs]
        assert all(s.subject.startswith(f"{BASE}id/news/") and s.graph.endswith("graph/source/news") for s in found)
        return [str(s.object).removeprefix(BASE) for s in found]

    return read


def test_the_work_of_the_plan_that_is_reported(joined: Callable[[str], list[str]]) -> None:
    assert joined("Kế hoạch số 34/KH-UBND ngày 12/02/2024 của UBND tỉnh") == [
        "id/doc/son-la/ubnd/ke-hoach/2024/34/task/1"
    ]


def test_another_plan_is_not_joined(joined: Callable[[str], list[str]]) -> None:
    assert joined("Kế hoạch số 35/KH-UBND ngày 12/02/2024 của UBND tỉnh") == []
