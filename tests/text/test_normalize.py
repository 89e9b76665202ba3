"""The laws of the normal form: one for all spellings, and a way back to the source for every character."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgbuild.model import Span
from kgbuild.text.normalize import normalise
from kgbuild.text.plain.reader import read_plain

VIETNAMESE = st.text(
    st.sampled_from("aăâeêioôơuưyAĂÂđĐðÐ ̣́̀̉̃nhgtTSố0129.,;:-–—/()*#\\|&\t\n\r\u00a0\u00ad\u200b\ufeff\u2028\x0c"),
    max_size=80,
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("Ủy ban nhân dân", "Ủy ban nhân dân"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Ủy ban nhân dân"),
        ("Uỷ ban, hoá học, thuỷ lợi", "Ủy ban, hóa học, thủy lợi"),
        ("Ðiều 5, ðến", "Điều 5, đến"),
        ("2016 – 2020", "2016 - 2020"),
        ("02/VBHN-BT\u0421, \u0412TC", "02/VBHN-BTC, BTC"),  # a Cyrillic letter among Latin ones
        ("\u0412\u0415\u0421\u0422\u0418 A", "\u0412\u0415\u0421\u0422\u0418 A"),  # a Russian word
        ("Số:\u00a0\u00a090", "Số:  90"),
        ("khoa\u00adhọc\u200b", "khoahọc"),
        ("a\r\nb", "a\nb"),
        ("Sở\x01 Nội\x1b vụ\x7f", "Sở Nội vụ"),
        ("hết trang\x0csang trang", "hết trang\nsang trang"),
        ("Số 12/QĐ\u00adUBND, 2011\u00ad2020, Độc lập \u00ad Tự do", "Số 12/QĐ-UBND, 2011-2020, Độc lập - Tự do"),
        ("Sở\u00adY tế", "SởY tế"),
        ("**KẾ HOẠCH**", "KẾ HOẠCH"),
        ("## I. MỤC TIÊU", "I. MỤC TIÊU"),
        ("*Hà Nội*", "Hà Nội"),
        ("2 * 3, a*b", "2 * 3, a*b"),
        ("__Điều 1__. __Nơi nhận: __\n__Lưu:__", "Điều 1. Nơi nhận: \nLưu:"),
        ("Số: __/QĐ, ngày__tháng__năm, ngày __/__/2025, ____", "Số: __/QĐ, ngày__tháng__năm, ngày __/__/2025, ____"),
        (r"1\. Mục đích \(1\)", "1. Mục đích (1)"),
        ("nghiên cứu phát triển \\(R\\&D\\)", "nghiên cứu phát triển (R&D)"),  # what Markdown escapes
        ("C:\\Windows", "C:\\Windows"),
    ],
)
def test_spellings_meet_in_one_form(raw: str, norm: str) -> None:
    assert normalise(raw).norm == norm


def test_old_spellings_are_matched_as_the_new_ones_and_kept_as_written() -> None:
    text = normalise("Qui định, quí IV, quĩ; Quitô, qui-nin, ông Quí")
    assert text.norm == "Qui định, quí IV, quĩ; Quitô, qui-nin, ông Quí"
    assert text.low == "quy định, quý iv, quỹ; quitô, quy-nin, ông quý"


@given(st.one_of(VIETNAMESE, ANY))
def test_normal_forms_have_one_length_and_one_offset_each(raw: str) -> None:
    text = normalise(raw)
    assert len(text.plain) == len(text.norm) == len(text.low) == len(text.offsets) - 1
    assert text.offsets[-1] == len(raw)
    assert list(text.offsets) == sorted(text.offsets)


@given(st.one_of(VIETNAMESE, ANY).map(lambda raw: raw.translate(dict.fromkeys(map(ord, "*#\\")))))
def test_normalising_twice_changes_nothing(raw: str) -> None:
    plain = normalise(raw).plain
    assert normalise(plain).plain == plain


@pytest.mark.parametrize("raw", ["A\ufeff\u0300", "A\x01\u0300", "o\u00ad\u031b\u200b\u0301", "a**\u0300", "**\u0300"])
def test_a_mark_finds_its_letter_over_an_invisible_sign(raw: str) -> None:
    plain = normalise(raw).plain
    assert normalise(plain).plain == plain


@given(VIETNAMESE)
def test_composed_and_decomposed_letters_are_one(raw: str) -> None:
    composed = unicodedata.normalize("NFC", raw)
    assert normalise(composed).norm == normalise(unicodedata.normalize("NFD", raw)).norm


@given(VIETNAMESE, st.data())
def test_a_quote_is_cut_from_the_source_and_normalises_to_its_span(raw: str, data: st.DataObject) -> None:
    text = normalise(raw)
    start = data.draw(st.integers(0, len(text.norm)))
    end = data.draw(st.integers(start, len(text.norm)))
    at, to = text.raw_span(Span(start, end))
    quote = text.quote(Span(start, end))
    assert quote == raw[at:to]
    cut = any(0 < i < len(text.norm) and text.offsets[i] == text.offsets[i - 1] for i in (start, end))
    if not cut and not set(raw) & set("*#\\\u00ad\u200b\ufeff\r"):
        # tones move only inside a whole word, so the plain form is what a part of a word keeps
        assert normalise(quote).plain == text.plain[start:end]


@given(st.one_of(VIETNAMESE, ANY))
@example("0\t0\n0\t0")
def test_any_string_is_read_and_its_blocks_lie_apart(raw: str) -> None:
    # in two columns the left one is read first, so the blocks need not stand in the order of the text
    reading = read_plain(raw)
    end = 0
    for start, after in sorted((block.span.start, block.span.end) for block in reading.blocks):
        assert end <= start <= after <= len(reading.text.norm)
        end = after


def test_a_letter_and_its_marks_stay_together_in_a_quote() -> None:
    raw = unicodedata.normalize("NFD", "tổ chức thực hiện")
    text = normalise(raw)
    assert text.quote(Span(0, 2)) == unicodedata.normalize("NFD", "tổ")
    assert text.quote(Span(3, 7)) == unicodedata.normalize("NFD", "chức")


@pytest.mark.parametrize(
    ("raw", "quote"),
    [
        ("o\u00ad\u031b\u200b\u0301 n", "o\u00ad\u031b\u200b\u0301"),
        ("o\u031b\ufeff\u0301\u00ad n", "o\u031b\ufeff\u0301"),
        ("o\u031b** n", "o\u031b"),
        ("o\u00ad n", "o"),
    ],
)
def test_the_marks_of_a_letter_are_quoted_over_invisible_signs(raw: str, quote: str) -> None:
    text = normalise(raw)
    assert text.quote(Span(0, 1)) == quote
    assert normalise(quote).plain == text.plain[:1]


def test_an_invisible_sign_behind_a_span_is_not_quoted() -> None:
    text = normalise("Sở\u200b Y tế")
    assert text.quote(Span(0, 2)) == "Sở"


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("Qu ả ng Ngãi, ngày 04 tháng 10", "Quảng Ngãi, ngày 04 tháng 10"),
        ("Đặ ng Văn Minh", "Đặng Văn Minh"),
        ("B Ộ LAO ĐỘNG V À X Ã HỘI", "BỘ LAO ĐỘNG VÀ XÃ HỘI"),
        # whole words and single letters that stand for something
        ("NHÓM B Ở VÙNG CAO", "NHÓM B Ở VÙNG CAO"),
        ("điểm c áp dụng cho nhóm đ ở xã", "điểm c áp dụng cho nhóm đ ở xã"),
        ("nhà ở nhỏ, phần ảnh", "nhà ở nhỏ, phần ảnh"),
    ],
)
def test_a_syllable_that_a_scan_tore_is_one_again(raw: str, norm: str) -> None:
    reading = read_plain(f"KẾ HOẠCH\n\n{raw}\n")
    span = reading.blocks[-1].span
    assert reading.text.norm[span.start : span.end] == norm
    assert reading.text.raw[reading.text.offsets[span.start] : reading.text.offsets[span.end]].strip() == raw


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("Ng&agrave;y 16 th&aacute;ng 8", "Ngày 16 tháng 8"),
        ("C&Ocirc;NG B&Aacute;O &ldquo;số&rdquo;", "CÔNG BÁO “số”"),
        ("KH&amp;CN, a &lt; b", "KH&CN, a &lt; b"),
        ("&amp;agrave; &#769; &nosuch; R&D; &shy;", "&amp;agrave; &#769; &nosuch; R&D; &shy;"),
    ],
)
def test_letters_that_a_page_wrote_by_name(raw: str, norm: str) -> None:
    text = normalise(raw)
    assert text.norm == norm
    assert normalise(text.plain).plain == text.plain
    assert len(text.offsets) == len(text.plain) + 1
