"""Who said an assignment and where: the person named before, else the body; nobody where two could be meant."""

from collections.abc import Callable

import pytest

from kgbuild.namespaces import PIO

NEWS = """Hội nghị triển khai kế hoạch phát triển chợ năm 2024

Ngày đăng: 21/02/2024

Ngày 20/02/2024, Sở Công Thương tỉnh Sơn La tổ chức Hội nghị triển khai kế hoạch phát triển chợ năm 2024. Dự hội nghị \
có đồng chí Trần Văn Bách - Phó Chủ tịch UBND tỉnh, đồng chí Lò Thị Hoa - Giám đốc Sở Công Thương và các đại biểu.

{speech}
"""
Speech = Callable[[str], set[tuple[str, str]]]
BACH = "id/person/son-la/ubnd/tran-van-bach"
EVENT = "id/event/2024-02-20/hoi-nghi-trien-khai-ke-hoach-phat-trien-cho-nam-2024"


@pytest.fixture(scope="module")
def said(state) -> Speech:
    """List who says the assignments that a paragraph of a report tells of, and at what event."""

    def read(speech: str) -> set[tuple[str, str]]:
        facts = state(NEWS.format(speech=speech))
        return {
            (" ".join(facts.of(node, PIO.statedBy)), " ".join(facts.of(node, PIO.statedAt)))
            for node in facts.a(PIO.Assignment)
        }

    return read


def test_the_person_named_before_the_speech(said: Speech) -> None:
    line = (
        "Phát biểu tại hội nghị, đồng chí Trần Văn Bách đề nghị Sở Tài chính cần bố trí kinh phí sửa các chợ hạng hai."
    )
    assert said(line) == {(BACH, EVENT)}


def test_a_body_that_speaks(said: Speech) -> None:
    line = "Trong thời gian tới, UBND tỉnh cũng yêu cầu Sở Tài chính cần bố trí kinh phí sửa các chợ hạng hai."
    assert said(line) == {("id/agent/son-la/ubnd", EVENT)}


@pytest.mark.parametrize(
    "line",
    [
        # two people, of whom either may speak; a person of another sentence; nobody
        "Cùng đồng chí Lò Thị Hoa, đồng chí Trần Văn Bách đề nghị Sở Tài chính cần bố trí kinh phí sửa các chợ.",
        "Đồng chí Trần Văn Bách khai mạc. Tại đây cũng đề nghị Sở Tài chính cần bố trí kinh phí sửa các chợ hạng hai.",
        "Các đại biểu thống nhất đề nghị Sở Tài chính cần bố trí kinh phí sửa các chợ hạng hai trên toàn địa bàn tỉnh.",
    ],
)
def test_nobody_is_guessed(said: Speech, line: str) -> None:
    assert said(line) == {("", "")}
