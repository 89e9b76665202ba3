"""When a document takes effect, and what only looks as if it said so."""

import pytest

from kgbuild.config import Settings
from kgbuild.extraction import knowledge_of
from kgbuild.mentions.issuing.effect import read_effect
from kgbuild.reading import Reader
from kgbuild.structure.parts import split_parts
from kgbuild.text.plain.reader import read_plain

HEAD = """ỦY BAN NHÂN DÂN
TỈNH KHÁNH HÒA
-------
Số: 15/2021/QĐ-UBND
Khánh Hòa, ngày 20 tháng 12 năm 2021

QUYẾT ĐỊNH
Ban hành Quy chế quản lý bến thủy nội địa

Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý bến thủy nội địa.

"""


@pytest.mark.parametrize(
    ("words", "date", "days"),
    [
        ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", "", 0),
        ("Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành./.", "", 0),
        ("Điều 2. Hiệu lực thi hành\n\n1. Quyết định này có hiệu lực từ ngày 05 tháng 01 năm 2022.", "2022-01-05", 0),
        ("**Điều 2.** Quyết định này có hiệu lực thi hành kể từ ngày 05/01/2022 và thay thế Quyết định số 7/QĐ-UBND.",
         "2022-01-05", 0),
        ("Điều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", "", 10),
        ("Điều 2. Quyết định này có hiệu lực thi hành sau 15 ngày, kể từ ngày ký.", "", 15),
    ],
)  # fmt: skip
def test_what_a_document_says_of_its_effect(words: str, date: str, days: int) -> None:
    effect = effect_of(words)
    assert effect is not None
    assert (effect.date, effect.days) == (date, days)


@pytest.mark.parametrize(
    "words",
    [
        "Điều 2. Các quy định tại Điều 5 Quyết định này có hiệu lực kể từ ngày 01/7/2023.",
        "Điều 2. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2022.",
        "Điều 2. “Quyết định này có hiệu lực kể từ ngày 01/7/2022.”",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày được Hội đồng nhân dân thông qua.",
        "Điều 2. Quyết định này có hiệu lực từ ngày 31/02/2022.",
        "Điều 2. Quyết định này có hiệu lực từ ngày 01/02/2022. Quyết định này có hiệu lực từ ngày 01/03/2022.",
        "Điều 2. Quyết định này hết hiệu lực kể từ ngày 01/7/2023.",
    ],
)
def test_what_does_not_say_it(words: str) -> None:
    assert effect_of(words) is None


def effect_of(words: str):
    knowledge = knowledge_of()
    reading = read_plain(HEAD + words + "\n")
    (part,) = split_parts(reading, Reader(knowledge, Settings().base_iri).grammar)
    return read_effect(reading.text, part, knowledge)
