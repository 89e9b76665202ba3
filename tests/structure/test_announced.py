"""Full texts below a heading that is only type and symbol, announced by their page in a sentence."""

from typing import Any

import pytest

from kgbuild.structure.announced import announces
from kgbuild.structure.heads import Forms


@pytest.mark.parametrize(
    ("line", "form", "symbol"),
    [
        ("Nghị quyết số 57-NQ/TW", "nghi-quyet", "57-NQ/TW"),
        pytest.param(
            "Toàn văn Nghị quyết số 68-NQ/TW",
            "nghi-quyet",
            "68-NQ/TW",
            marks=pytest.mark.xfail(strict=True, reason="“Toàn văn” before the type word hides it"),
        ),
        ("# Quyết định 749/QĐ-TTg", "quyet-dinh", "749/QĐ-TTg"),
        ("Kết luận 50-KL/TW:", "ket-luan", "50-KL/TW"),
    ],
)
def test_headings_that_are_type_and_symbol(forms: Forms, line: str, form: str, symbol: str) -> None:
    found = announces(line, forms)
    assert found is not None
    assert (found[0], str(found[1])) == (form, symbol)


@pytest.mark.parametrize(
    "line",
    [
        "Tỉnh ủy quán triệt Nghị quyết số 57-NQ/TW cho cán bộ, đảng viên",
        "Hội nghị triển khai Nghị quyết số 57-NQ/TW",
        "Nghị quyết của Bộ Chính trị",
        "57-NQ/TW",
        "Số: 12/KH-UBND",
        "",
    ],
)
def test_other_lines_announce_nothing(forms: Forms, line: str) -> None:
    assert announces(line, forms) is None


PAGE = """Nghị quyết số 68-NQ/TW

Thay mặt Bộ Chính trị, Tổng Bí thư Tô Lâm ký ban hành Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị về phát \
triển kinh tế tư nhân.

I- TÌNH HÌNH

Sau gần 40 năm đổi mới, kinh tế tư nhân nước ta đã từng bước phát triển cả về số lượng và chất lượng.

II- QUAN ĐIỂM

1. Kinh tế tư nhân là một động lực quan trọng nhất của nền kinh tế quốc gia.
"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("form", "nghi-quyet"),
        ("symbol", "68-NQ/TW"),
        ("date", "2025-05-04"),
        ("authority", "Bộ Chính trị"),
        ("title", "về phát triển kinh tế tư nhân"),
    ],
)
def test_the_head_comes_from_the_sentence(split, field: str, value: Any) -> None:
    assert split(PAGE).head()[field] == value


def test_the_sentence_names_who_signed(split) -> None:
    file = split(PAGE)
    assert file.part.signature is not None
    assert file.words(file.part.signature.name) == "Tô Lâm"


def test_the_body_is_that_of_the_document(split) -> None:
    file = split(PAGE)
    assert [(i.path, i.heading) for i in file.part.items if i.heading] == [("I", True), ("II", True)]


def test_a_report_about_the_document_stays_a_report(split) -> None:
    story = (
        "Sáng nay, Tỉnh ủy tổ chức hội nghị quán triệt Nghị quyết số 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị với sự "
        "tham dự của đông đảo cán bộ chủ chốt các cấp."
    )
    assert split(f"Tỉnh ủy quán triệt Nghị quyết số 68-NQ/TW\n\n{story}\n").part.kind == "news"
