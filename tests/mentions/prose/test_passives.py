"""Work that a passive sentence says is somebody's to lead, and what only looks so."""

import pytest

from kgbuild.mentions.prose.duties import introduce_bodies, read_duties


@pytest.fixture(scope="module")
def led(document):
    """List ([(role, body)], words) of the duties of one point of measures."""

    def read(line: str):
        found = document(f"KẾ HOẠCH\n\nPhát triển chợ\n\nI. NHIỆM VỤ, GIẢI PHÁP\n\n{line}\n", "hai-duong")
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [
            ([(role.role, role.agent.record or role.agent.group) for role in task.roles], found.words(task.span))
            for task in tasks
        ]

    return read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "2. Nhiệm vụ bảo tồn nguồn gen do Sở Khoa học và Công nghệ chủ trì thực hiện.",
            [
                (
                    [("lead", "prov:skhcn")],
                    "Nhiệm vụ bảo tồn nguồn gen do Sở Khoa học và Công nghệ chủ trì thực hiện.",
                )
            ],
        ),
        (
            "2. Mở rộng tuyến tham quan; việc đào tạo do Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện.",
            [
                (
                    [("lead", "prov:snv"), ("coordinate", "prov:stc")],
                    "việc đào tạo do Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện.",
                )
            ],
        ),
        ("2. Hội nghị do Sở Nội vụ chủ trì tổ chức hằng năm.", []),
        ("2. Nhân rộng kết quả đề tài do Sở Nội vụ chủ trì thực hiện.", []),
        ("2. Việc khảo sát đã do Sở Nội vụ chủ trì thực hiện năm 2020.", []),
        ("2. Công tác kiểm tra do Sở Nội vụ đề xuất được duy trì.", []),
    ],
)
def test_work_said_to_be_led_by_a_body(led, line, expected) -> None:
    assert led(line) == expected


def test_work_led_by_a_unit_that_no_list_holds(led) -> None:
    assert [words for _, words in led("2. Công tác giám sát chợ do Phòng Kinh tế chủ trì thực hiện.")] == [
        "Công tác giám sát chợ do Phòng Kinh tế chủ trì thực hiện."
    ]
