"""Decisions of which title, acting body, recitals and formula are left."""

import pytest

BASIS = "Căn cứ Luật Thương mại ngày 14 tháng 6 năm 2005;"
ACTS = "ỦY BAN NHÂN DÂN TỈNH CÀ MAU"


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("formula", "form"),
    [("QUYẾT ĐỊNH:", "quyet-dinh"), ("QUYẾT\nĐỊNH:", "quyet-dinh"), ("QUYẾT NGHỊ", "nghi-quyet")],
)
def test_a_decision_without_its_head(split, formula: str, form: str) -> None:
    raw = page("VỀ VIỆC QUY ĐỊNH QUẢN LÝ CHỢ", ACTS, BASIS, formula, "Điều 1. Phạm vi", "Chợ hạng ba.")
    file = split(raw)
    assert (file.part.kind, file.part.head.form) == ("document", form)
    assert (file.words(file.part.head.title), file.words(file.part.head.authority)) == (
        "VỀ VIỆC QUY ĐỊNH QUẢN LÝ CHỢ",
        ACTS,
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("VỀ VIỆC QUẢN LÝ CHỢ", BASIS, "QUYẾT ĐỊNH:", "Điều 1. Chợ."),  # nobody acts
        ("VỀ VIỆC QUẢN LÝ CHỢ", ACTS, BASIS, "Điều 1. Chợ."),  # no formula
        ("Tỉnh quy định quản lý chợ", "Ủy ban nhân dân tỉnh Cà Mau", BASIS, "QUYẾT ĐỊNH:", "Chợ."),  # a report
    ],
)
def test_less_than_that_is_no_decision(split, lines: tuple[str, ...]) -> None:
    assert split(page(*lines)).part.kind == "news"
