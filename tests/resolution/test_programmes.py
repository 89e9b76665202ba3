"""Names of schemes in one document: a long name is the one it begins with, unless two names go on from that."""

import pytest

from kgbuild.model import Span
from kgbuild.model.things import ProgrammeMention
from kgbuild.resolution.programmes import link_programmes
from kgbuild.text.normalize import normalise

SHORT = "phát triển du lịch nông nghiệp bền vững vùng cao"
NORTH = f"{SHORT} phía bắc"
CRAFTS = f"{SHORT} gắn với làng nghề"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([SHORT, NORTH], [2]),
        ([SHORT, NORTH, f"{NORTH} của tỉnh"], [2, 1]),
        ([SHORT, NORTH, CRAFTS], [1, 1, 1]),
        ([NORTH, CRAFTS], [1, 1]),
        # a short name declared within the long one, and the place that was cut off behind it, tell no other scheme
        (["nếp sống văn minh", "nếp sống văn minh (sau đây gọi tắt là NSVM) trên địa bàn"], [2]),
        (["nếp sống văn minh", "nếp sống văn minh (giai đoạn đầu)"], [1, 1]),
    ],
)
def test_long_names(knowledge, names: list[str], expected: list[int]) -> None:
    text = normalise("\n".join(names))
    starts = [sum(len(name) + 1 for name in names[:at]) for at in range(len(names))]
    spans = [Span(start, start + len(name)) for start, name in zip(starts, names, strict=True)]
    linked = link_programmes(text, [ProgrammeMention("scheme", s, s) for s in spans], "son-la", "2024-02-12", knowledge)
    assert [len(thing.mentions) for thing in linked] == expected
