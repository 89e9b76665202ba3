"""Who acts where a body is told to direct another: the department that leads, not the Party organ above it."""

import pytest

from kgbuild.mentions.prose.duties import introduce_bodies, read_duties


@pytest.fixture(scope="module")
def told(document):
    """List (role, body) of each duty below a section on carrying out."""

    def read(*lines: str) -> list[list[tuple[str, str]]]:
        found = document(
            "CHỈ THỊ\n\nPhát triển chợ\n\nI. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(lines) + "\n", "hai-duong"
        )
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [[(r.role, r.agent.record or r.agent.group) for r in task.roles] for task in tasks]

    return read


def test_the_body_directed_leads(told) -> None:
    assert told(
        "1. Ban cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo Sở Y tế chủ trì, phối hợp với Sở Tài chính lập cơ chế khoán."
    ) == [
        [
            ("perform", "prov:bcs-ubnd"),
            ("monitor", "prov:bcs-ubnd"),
            ("lead", "prov:syt"),
            ("coordinate", "prov:stc"),
        ]
    ]


def test_what_an_organ_of_the_party_has_done_is_done_by_the_body_directed(told) -> None:
    assert told("1. Ban cán sự đảng UBND tỉnh lãnh đạo, chỉ đạo Sở Tài chính bố trí kinh phí.")[0] == [
        ("perform", "prov:bcs-ubnd"),
        ("perform", "prov:stc"),
    ]


@pytest.mark.parametrize(
    ("duty", "roles"),
    [
        # a state body that directs its own answers for it; whom it leads in with "chủ trì" leads
        (
            "1. Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành tăng cường kiểm tra.",
            [("perform", "prov:ubnd"), ("monitor", "prov:ubnd")],
        ),
        (
            "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính chỉ đạo Công an tỉnh kiểm tra.",
            [("lead", "prov:syt"), ("coordinate", "prov:stc")],
        ),
        # what is directed is no body
        (
            "1. Ban Tuyên giáo Tỉnh ủy chỉ đạo công tác tuyên truyền.",
            [("perform", "prov:btg"), ("monitor", "prov:btg")],
        ),
        # a class of bodies is directed, not charged
        (
            "1. Ban Tuyên giáo Tỉnh ủy chỉ đạo các cơ quan báo chí đẩy mạnh tuyên truyền.",
            [("perform", "prov:btg"), ("monitor", "prov:btg")],
        ),
    ],
)
def test_who_directs_still_acts(told, duty: str, roles: list[tuple[str, str]]) -> None:
    assert told(duty) == [roles]


def test_below_an_organ_of_the_party_lanh_dao_is_a_verb(told) -> None:
    assert told("1. Giao Ban cán sự đảng UBND tỉnh:", "- Lãnh đạo UBND tỉnh rà soát, bổ sung các chỉ tiêu.") == [
        [("perform", "prov:bcs-ubnd"), ("perform", "prov:ubnd")]
    ]


def test_elsewhere_the_leaders_of_a_body_are_told(told) -> None:
    assert told("1. Giao Sở Y tế:", "- Lãnh đạo UBND tỉnh kiểm tra.")[0] == [
        ("perform", "prov:ubnd"),
        ("monitor", "prov:ubnd"),
    ]
