"""Words that a page set together are put apart where their syllables leave no doubt."""

import pytest

from kgbuild.text.normalize import normalise
from kgbuild.text.plain.glued import part_words

# four others, so that the text is one whose blanks got lost
OTHERS = "kếhoạch vềviệc lãnhđạo nghiêncứu."


@pytest.mark.parametrize(
    ("said", "parted"),
    [
        ("Ủybannhândân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("TRIỂNKHAI kỹthuậtvà", "TRIỂN KHAI kỹ thuật và"),
        ("Căn cứ củaBộ", "Căn cứ của Bộ"),
        ("ngày19tháng01năm 2011", "ngày 19 tháng 01 năm 2011"),
        ("Tổ chứcHĐND và củaUBND", "Tổ chức HĐND và của UBND"),
        # what another cut would read as well goes by the words of the text
        ("phảnánh", "phảnánh"),
        ("phảnánh; phản ánh", "phản ánh; phản ánh"),
        # names, foreign words and symbols stay
        ("Đắkrông, VNeID, iOS, UBTVQH15, QH15, COVID19", "Đắkrông, VNeID, iOS, UBTVQH15, QH15, COVID19"),
        ("số 105/2025/UBTVQH15", "số 105/2025/UBTVQH15"),
        ("nghiêng khuyến quyết giếng uống", "nghiêng khuyến quyết giếng uống"),
    ],
)
def test_words_set_together(said: str, parted: str) -> None:
    assert part_words(normalise(f"{said} | {OTHERS}")).norm.split(" | ")[0] == parted


def test_a_few_such_words_may_be_names() -> None:
    given = normalise("Người Xơđăng và vềviệc xuất bản kếhoạch.")
    assert part_words(given) is given


def test_a_number_set_close_behind_its_word_is_parted_in_any_text() -> None:
    given = normalise("Xét Tờ trình số357/TTr-CP và Đề án số 358/ĐA-CP; thông số15 và mãsố7.")
    assert part_words(given).norm == "Xét Tờ trình số 357/TTr-CP và Đề án số 358/ĐA-CP; thông số 15 và mãsố7."


def test_each_character_knows_its_source() -> None:
    text = part_words(normalise(OTHERS))
    assert len(text.plain) == len(text.norm) == len(text.low) == len(text.offsets) - 1
    at = text.norm.index("hoạch")
    assert text.raw[text.offsets[at] :].startswith("hoạch")


def test_the_name_of_a_holder_set_close_to_the_post() -> None:
    assert part_words(normalise("CHÁNH VĂN PHÒNGLê Văn An")).norm == "CHÁNH VĂN PHÒNG Lê Văn An"


@pytest.mark.parametrize("raw", ["HĐNDtỉnh Hà Nam", "QLXLVPHC Bộ Tư pháp", "McDONALD Smith", "TTBĐSvà Nhà ở"])
def test_capitals_of_other_words_stay_together(raw: str) -> None:
    assert part_words(normalise(raw)).norm == raw
