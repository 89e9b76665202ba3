"""Legends: what the short names of a document stand for, as its notes say."""

import pytest

from kgbuild.mentions.naming.legends import introduce_legend, read_legend
from kgbuild.mentions.prose.duties import introduce_bodies
from kgbuild.mentions.rows.rows import read_rows

CENTRE = "Trung tâm Khuyến công"
HEAD = "KẾ HOẠCH\n\nPhát triển đô thị\n\nI. NHIỆM VỤ\n\nPhân công theo bảng.\n\n"
COLUMNS = "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp |\n|---|---|---|---|\n"


@pytest.fixture(scope="module")
def bodies(document):
    def read(cells: str, note: str) -> list[str]:
        found = document(f"{HEAD}{COLUMNS}| 1 | Lập quy hoạch | {cells} |\n\n{note}\n", "hai-duong")
        introduce_legend(found.text, read_legend(found.text), found.agencies)
        introduce_bodies(found.text, found.part, found.agencies)
        (task,) = read_rows(found.text, found.part, found.agencies)
        return [role.agent.record or role.agent.name for role in task.roles]

    return read


@pytest.mark.parametrize(
    ("cells", "note", "expected"),
    [
        (
            "P.QH | TTKC",
            "Ghi chú: P.QH: Phòng Quy hoạch; TTKC: Trung tâm Khuyến công.",
            ["Phòng Quy hoạch", "Trung tâm Khuyến công"],
        ),
        (
            "VPU | TTKC",
            "*Chữ viết tắt:*\n\n- VPU: Văn phòng Tỉnh ủy\n\n- TTKC: Trung tâm Khuyến công",
            ["prov:vptu", CENTRE],
        ),
        (
            "VPU | TTKC",
            "Ghi chú: VPU là Văn phòng Tỉnh ủy; TTKC = Trung tâm Khuyến công",
            ["prov:vptu", CENTRE],
        ),
        (
            "Vụ KCHTGT | TTKC",
            "Ghi chú: KCHTGT: Kết cấu hạ tầng giao thông; TTKC: Trung tâm Khuyến công",
            ["Vụ Kết cấu hạ tầng giao thông", CENTRE],
        ),
        (
            "Vụ KCHT | TTKC",
            "Ghi chú: KCHT: Đường bộ và đường sắt; TTKC: Trung tâm Khuyến công",  # no initials
            ["Vụ KCHT", CENTRE],
        ),
    ],
)
def test_notes_tell_what_short_names_stand_for(bodies, cells: str, note: str, expected: list[str]) -> None:
    assert bodies(cells, note) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Phòng họp: TTKC: Trung tâm Khuyến công.",  # no note that explains names
        "Ghi chú: TTKC: 02 tầng; Kinh phí: 5 tỷ đồng.",  # no body
        "Ghi chú: Thời gian: Trung tâm Khuyến công báo cáo sau.",  # no short name
    ],
)
def test_what_explains_no_body(bodies, note: str) -> None:
    assert bodies("Sở Xây dựng | TTKC", note) == ["prov:sxd", "TTKC"]
