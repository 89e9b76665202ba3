"""Resolutions of Party congresses: the nation's, a province's, a district's; not those of other bodies."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.citing.congresses import congress_resolutions
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.reading import Reader
from kgbuild.text.normalize import normalise

Find = Callable[[str], list[tuple[str, str]]]


def whose(body: AgencyMention) -> str:
    return body.locality.full_name if body.locality else f"@{body.area}"


@pytest.fixture(scope="module")
def find(reader: Reader) -> Find:
    """Give the number of each congress and whose it was: nothing, "@area" or a district."""

    def finder(words: str) -> list[tuple[str, str]]:
        text = normalise(words)
        agencies = AgencyReader.of(reader.lexicon, "tuyen-quang")
        found = congress_resolutions(text, Span(0, len(text.norm)), agencies)
        return [(anchor.term, "".join(map(whose, anchor.parties))) for anchor in found]

    return finder


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nghị quyết Đại hội XIV của Đảng", [("XIV", "")]),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", [("XIII", "")]),
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ 13", [("XIII", "")]),
        ("Nghị quyết Đại hội Đảng lần thứ XIII, nghị quyết đại hội đảng bộ các cấp", [("XIII", "")]),
        ("thực hiện Nghị quyết Đại hội XIV và Chương trình hành động này", [("XIV", "")]),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Gia Lai lần thứ XVII, nhiệm kỳ 2025 - 2030", [("XVII", "@gia-lai")]),
        ("Nghị quyết Đại hội lần thứ XVII Đảng bộ thành phố Hà Nội", [("XVII", "@ha-noi")]),
        ("Nghị quyết Đại hội Đảng bộ huyện Chiêm Hóa lần thứ XXII", [("XXII", "huyện Chiêm Hóa")]),
        (
            "NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIV CỦA ĐẢNG VÀ NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XVIII",
            [("XIV", ""), ("XVIII", "@")],
        ),
    ],
)
def test_a_congress_is_told_by_its_number(find: Find, words: str, expected: list[tuple[str, str]]) -> None:
    assert find(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết Đại hội Đảng bộ các cấp",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ VIII Hội Nông dân Việt Nam",
        "Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII",
        "Nghị quyết Đại hội 5 của Công đoàn",
        "Nghị quyết Đại hội đồng cổ đông lần thứ 5",
        "chuẩn bị Đại hội XIV của Đảng",
    ],
)
def test_other_congresses_are_none(find: Find, words: str) -> None:
    assert find(words) == []
