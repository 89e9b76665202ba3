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
    assert (file.words(file.part.head.title), file.words(file.part.head.acting)) == (
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


HEAD = "BỘ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHà Nội, ngày 17 tháng 4 năm 2007\n\n"
TEXT = page("BAN HÀNH QUY CHẾ CHỢ", "BỘ TRƯỞNG BỘ NỘI VỤ", BASIS, "QUYẾT ĐỊNH:", "Điều 1. Ban hành Quy chế.")
BELOW = "\nQUY CHẾ CHỢ\n\n(Ban hành kèm theo {} số 5/2007/{} ngày 17 tháng 4 năm 2007 của Bộ Nội vụ)\n\nĐiều 1. Chợ.\n"


@pytest.mark.parametrize(
    ("below", "symbol"),
    [
        ("", None),
        (BELOW.format("Quyết định", "QĐ-BNV"), "5/2007/QĐ-BNV"),
        (BELOW.format("Thông tư", "TT-BNV"), None),  # another type: no carrier of this text
    ],
)
def test_what_is_attached_tells_the_number_of_its_carrier(split, below: str, symbol: str | None) -> None:
    head = split(HEAD + TEXT + below).head()
    assert (head["form"], head["date"], head["symbol"]) == ("quyet-dinh", "2007-04-17", symbol)
