"""Names in running text: the longest one wins, and places are read with the words that lead to them."""

import pytest

from kgbuild.language import fold
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.mentions.naming.names import text_of
from kgbuild.model import Span
from kgbuild.text.normalize import normalise

INDEX = NameIndex(
    [
        ("Sở Văn hóa", "a"),
        ("Sở Văn hóa, Thể thao và Du lịch", "b"),
        ("Khoa học và Công nghệ", "c"),
        ("sở văn hoá", "never: the first one stays"),
    ]
)


def words_of(line: str):
    text = normalise(line)
    return tokens(text, Span(0, len(text.norm)))


@pytest.mark.parametrize(
    ("line", "at", "expected"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh", 0, ("b", 8)),
        ("Sở Văn hóa, Thể thao và Giáo dục", 0, ("a", 3)),
        ("SỞ VĂN HOÁ", 0, ("a", 3)),
        ("khoa học & công nghệ", 0, ("c", 5)),
        ("Bộ Khoa học và Công nghệ", 1, ("c", 6)),
        ("Sở Văn", 0, None),
        ("Văn hóa", 0, None),
        ("", 0, None),
    ],
)
def test_the_longest_name_that_begins_here(line: str, at: int, expected: tuple[str, int] | None) -> None:
    assert INDEX.longest(words_of(line), at) == expected


@pytest.mark.parametrize(
    ("line", "slug", "after"),
    [
        ("tỉnh Gia Lai chủ trì", "gia-lai", 3),
        ("Gia Lai chủ trì", "gia-lai", 2),
        ("thành phố Hồ Chí Minh", "ho-chi-minh", 5),
        ("TP. Hồ Chí Minh", "ho-chi-minh", 4),
        ("TP.HCM", "ho-chi-minh", 2),
        ("của tỉnh Bà Rịa - Vũng Tàu", "ba-ria-vung-tau", 6),
        ("trên địa bàn thành phố Huế", "hue", 6),
        ("Đắk Lắk", "dak-lak", 2),
        ("tỉnh Thừa Thiên Huế", "hue", 4),
        # said of its own place
        ("Thành phố chủ trì", "", 2),
        ("của tỉnh", "", 2),
    ],
)
def test_places(reader, line: str, slug: str, after: int) -> None:
    assert reader.lexicon.place(words_of(line), 0) == (slug, after)


@pytest.mark.parametrize("line", ["huyện Sa Pa", "của các sở", "Việt Nam", "trên địa bàn", "ninh", "tính toán"])
def test_what_is_no_place_of_its_own(reader, line: str) -> None:
    assert reader.lexicon.place(words_of(line), 0) is None


def test_every_province_is_known_by_its_names(reader) -> None:
    for area in reader.knowledge.areas.values():
        if area.slug == "viet-nam":
            continue
        for name in (area.name, area.full_name):
            found = reader.lexicon.place(words_of(name), 0)
            assert found is not None, name
            assert reader.knowledge.areas[found[0]].name == area.name
            assert found[1] == len(fold(name).split())


def test_labels_are_written_in_one_way() -> None:
    assert text_of("Trung tâm  Văn\nhoá") == "Trung tâm Văn hóa"
