"""Vietnamese spelling: tones, folding, slugs, numbers and dates, each with what looks alike and is not."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.language import (
    dictionary_key,
    figure_value,
    fold,
    is_upper,
    parse_date,
    place_tones,
    roman,
    search_key,
    slug,
    strip_marks,
)

LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
)
vietnamese = st.text(st.sampled_from(LETTERS + "0123456789 -–/.,;:()&“”\n\xa0"), max_size=60)
anything = st.text(max_size=60) | vietnamese


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoá khoá hoà xoá toả loã hoạ", "hóa khóa hòa xóa tỏa lõa họa"),
        ("uỷ thuỷ tuý luỹ thuỵ", "ủy thủy túy lũy thụy"),
        ("khoẻ xoè", "khỏe xòe"),
        ("Hoà Bình, THANH HOÁ, Thuỷ lợi", "Hòa Bình, THANH HÓA, Thủy lợi"),
        ("số hoá; hoá-dược (khoá XVII)", "số hóa; hóa-dược (khóa XVII)"),
        # a closed syllable has its mark where it belongs
        ("hoán khoán hoàn toàn khoảng xoáy huyện luyện thuyền", "hoán khoán hoàn toàn khoảng xoáy huyện luyện thuyền"),
        # after q the u is no vowel
        ("quý quỹ quả quà quỳ QUÝ", "quý quỹ quả quà quỳ QUÝ"),
        ("đã là của mùa thuở", "đã là của mùa thuở"),
        ("", ""),
    ],
)
def test_tones_are_placed_on_the_first_vowel(text: str, expected: str) -> None:
    assert place_tones(text) == expected


@given(anything)
def test_placing_tones_keeps_the_length_and_is_done_once(text: str) -> None:
    placed = place_tones(text)
    assert len(placed) == len(text)
    assert place_tones(placed) == placed


@given(vietnamese)
def test_placing_tones_changes_marks_only(text: str) -> None:
    assert strip_marks(place_tones(text)) == strip_marks(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đắk Lắk", "Dak Lak"),
        ("Thừa Thiên Huế", "Thua Thien Hue"),
        ("ủy ban nhân dân", "uy ban nhan dan"),
        ("ĐƯỜNG đường", "DUONG duong"),
        ("abc 123", "abc 123"),
    ],
)
def test_marks_are_stripped(text: str, expected: str) -> None:
    assert strip_marks(text) == expected
    assert strip_marks(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sở KH&CN", "Sở KH và CN"),
        ("Kinh tế - xã hội", "kinh tế, xã hội"),
        ("UỶ BAN NHÂN DÂN", "Ủy ban  nhân dân"),
        ("Khoá\xa0XVII", "khóa XVII"),
        ("Sở Y tế.", "Sở Y tế"),
    ],
)
def test_names_fold_together(left: str, right: str) -> None:
    assert fold(left) == fold(right)
    assert fold(unicodedata.normalize("NFD", left)) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("sở", "số"), ("tỉnh", "tính"), ("bộ", "bố"), ("đ", "d"), ("Tuyên", "Tuyển")]
)
def test_words_that_differ_by_marks_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(anything)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert search_key(search_key(text)) == search_key(text)


@given(vietnamese)
def test_folding_forgives_composition_and_case(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(text.upper())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy ban nhân dân các quận, huyện, thị xã", "uy-ban-nhan-dan-cac-quan-huyen-thi-xa"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("KH&CN", "kh-va-cn"),
        ("Đồng Nai", "dong-nai"),
        ("“Quỹ” (2015)", "quy-2015"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(anything)
def test_a_slug_is_its_own_slug_and_plain(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert made.isascii()
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I", 1),
        ("iv", 4),
        ("IX", 9),
        ("XIII", 13),
        ("XVII", 17),
        ("XL", 40),
        ("XCIX", 99),
        ("CCCXCIX", 399),
        ("IIII", None),
        ("VX", None),
        ("IC", None),
        ("D", None),
        ("II.", None),
        ("I1", None),
        ("", None),
        ("Điều", None),
    ],
)
def test_roman(text: str, expected: int | None) -> None:
    assert roman(text) == expected


@given(st.integers(1, 399))
def test_every_roman_number_is_read(value: int) -> None:
    written, rest = "", value
    for step, sign in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True
    ):
        written, rest = written + sign * (rest // step), rest % step
    assert roman(written) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hà Tĩnh, ngày 27 tháng 11 năm 2025", "2025-11-27"),
        ("ngày 05 tháng 6 năm 2015", "2015-06-05"),
        ("ngày 18 tháng 11năm 2025", "2025-11-18"),
        ("ngày 25/04/2013 của Thành ủy", "2013-04-25"),
        ("30/5/2019", "2019-05-30"),
        ("1-4-2021", "2021-04-01"),
        ("01-10-1997", "1997-10-01"),
        ("22.12.2024", "2024-12-22"),
        ("9.1.2025", "2025-01-09"),
        ("ngày 29 tháng 02 năm 2024", "2024-02-29"),
        # no such day, or no day at all
        ("31/02/2020", None),
        ("29/02/2023", None),
        ("30/13/2020", None),
        ("ngày     tháng 11 năm 2025", None),
        ("tháng 11 năm 2025", None),
        ("30/5", None),
        ("giai đoạn 2013 - 2020", None),
        ("số 05/2021/QĐ-UBND", None),
        ("24/7", None),
        ("", None),
    ],
)
def test_dates_in_the_order_day_month_year(text: str, expected: str | None) -> None:
    assert parse_date(text) == expected


@given(st.dates(min_value=date(1945, 9, 2)), st.sampled_from("/.-"))
def test_every_date_is_read_in_every_spelling(day: date, sign: str) -> None:
    assert parse_date(f"{day.day}{sign}{day.month:02}{sign}{day.year:04}") == day.isoformat()
    assert parse_date(f"ngày {day.day:02} tháng {day.month} năm {day.year:04}") == day.isoformat()


@pytest.mark.parametrize(
    ("figure", "scale", "expected"),
    [
        ("50", None, 50.0),
        ("1,5", None, 1.5),
        ("1.234,5", None, 1234.5),
        ("6.773", None, 6773.0),
        ("4.947,11", None, 4947.11),
        ("100.000", "tỷ", 1e14),
        ("250", "tỷ", 2.5e11),
        ("10.000", "tỷ", 1e13),
        ("3", "nghìn tỷ", 3e12),
        ("2", "triệu", 2e6),
        ("5", "ngàn", 5e3),
        ("1,234.5", None, 1234.5),
        ("0,85", None, 0.85),
    ],
)
def test_figures_in_vietnamese_notation(figure: str, scale: str | None, expected: float) -> None:
    assert figure_value(figure, scale) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ỦY BAN NHÂN DÂN", True),
        ("TM. ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ", True),
        ("KẾ HOẠCH", True),
        ("PHỤ LỤC II", True),
        ("GIAI ĐOẠN 2021 - 2025", True),
        ("Ủy ban nhân dân", False),
        ("Phó Chủ tịch UBND", False),
        ("2021 - 2025", False),
        ("Đ", False),
        ("", False),
    ],
)
def test_lines_in_capitals(line: str, expected: bool) -> None:
    assert is_upper(line) is expected


def test_names_stand_as_in_a_dictionary() -> None:
    names = ["Tỉnh", "Cà Mau", "Cao Bằng", "Cần", "Cắt", "Chuyển", "Đà Nẵng", "Dân", "Ơn", "Ôn", "On", "ma", "mạ", "mà"]
    assert sorted(names, key=dictionary_key) == [
        "Cà Mau", "Cao Bằng", "Cắt", "Cần", "Chuyển", "Dân", "Đà Nẵng", "ma", "mà", "mạ", "On", "Ôn", "Ơn", "Tỉnh",
    ]  # fmt: skip
