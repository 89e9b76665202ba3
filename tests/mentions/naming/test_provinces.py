"""Provinces named behind "các tỉnh": each is one body's, while places that are only classes stay a group."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.reading import Reader
from kgbuild.text.normalize import normalise

Placed = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def placed(reader: Reader) -> Placed:
    """List bodies with their area, groups by their code."""

    def read(words: str) -> list[str]:
        text = normalise(words)
        found = AgencyReader.of(reader.lexicon, "tw").read_cell(text, Span(0, len(text.norm)))
        return [f"{m.record.removeprefix('prov:')} {m.area}" if m.record else m.group or f"?{m.name}" for m in found]

    return read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND các tỉnh, thành phố: Lào Cai, Hải Phòng", ["ubnd lao-cai", "ubnd hai-phong"]),
        ("UBND các tỉnh: Sơn La, Hòa Bình và Điện Biên", ["ubnd son-la", "ubnd hoa-binh", "ubnd dien-bien"]),
        (
            "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương: Hà Nội, Bắc Ninh",
            ["ubnd ha-noi", "ubnd bac-ninh"],
        ),
        (
            "các tỉnh, thành phố trực thuộc Trung ương Cần Thơ, An Giang; Bộ Xây dựng",
            ["ubnd can-tho", "ubnd an-giang", "bxd "],
        ),
        ("UBND tỉnh, thành phố: Hồ Chí Minh, Tây Ninh", ["ubnd ho-chi-minh", "ubnd tay-ninh"]),
        ("UBND các tỉnh ven biển (Nam Định, Thái Bình)", ["ubnd nam-dinh", "ubnd thai-binh"]),
        ("UBND 02 tỉnh: Nam Định, Thái Bình", ["ubnd nam-dinh", "ubnd thai-binh"]),
        ("HĐND và UBND các tỉnh Lào Cai, Sơn La", ["hdnd lao-cai", "ubnd lao-cai", "hdnd son-la", "ubnd son-la"]),
        ("Sở Xây dựng các tỉnh: Lào Cai, Sơn La", ["sxd lao-cai", "sxd son-la"]),
        ("UBND các thành phố: Hải Phòng, Đà Nẵng", ["ubnd hai-phong", "ubnd da-nang"]),
    ],
)
def test_named_provinces_are_bodies(placed: Placed, words: str, expected: list[str]) -> None:
    assert placed(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", ["tinh-thanh-pho"]),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương, Bộ Xây dựng", ["tinh-thanh-pho", "bxd "]),
        ("UBND các tỉnh, thành phố có liên quan", ["tinh-thanh-pho-lien-quan"]),
        ("UBND 05 tỉnh Tây Nguyên", ["tinh-thanh-pho-tay-nguyen"]),
        ("UBND các tỉnh vùng đồng bằng sông Hồng", ["tinh-thanh-pho-dong-bang-song-hong"]),
        # towns of a province are no provinces, places of two sorts no bodies whose sort one could tell
        ("UBND các thành phố: Từ Sơn, Vinh", ["ubnd ", "ubnd "]),
        ("UBND các xã, phường: Bản Lầu, Cốc San; Sở Y tế", ["cap-xa-ban-lau-coc-san", "syt "]),
    ],
)
def test_classes_of_provinces_stay_groups(placed: Placed, words: str, expected: list[str]) -> None:
    assert placed(words) == expected


def test_provinces_in_a_cell_that_only_serve_as_examples_are_no_bodies(placed: Placed) -> None:
    assert not [found for found in placed("các tỉnh như Lai Châu, Hải Phòng") if found.startswith(("ubnd", "?"))]
