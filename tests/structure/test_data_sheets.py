"""Pages of legal databases that give no more of a document than its data sheet."""

from collections.abc import Callable

import pytest

SHEET = {
    "Số hiệu": "15/2023/QĐ-UBND",
    "Loại văn bản": "Quyết định",
    "Ngành": "--",
    "Cơ quan ban hành": "Ủy ban nhân dân tỉnh Cà Mau",
    "Chức danh": "Phó Chủ tịch",
    "Người ký": "Lê Văn Trung",
    "Ngày ban hành": "07/6/2023",
    "Ngày có hiệu lực": "20/6/2023",
    "Tình trạng hiệu lực": "Còn hiệu lực",
}
HEADING = "Quyết định số 15/2023/QĐ-UBND quy định về quản lý chợ trên địa bàn tỉnh Cà Mau"


def sheet(join: Callable[[str, str], str], **changed: str) -> str:
    """Set a sheet below its heading; *changed* are labels by their first word, an empty value leaves one out."""
    values = {label: changed.get(label.split()[0].lower() + label.split()[-1], value) for label, value in SHEET.items()}
    lines = [join(label, value) for label, value in values.items() if value]
    return "\n\n".join([HEADING, *lines]) + "\n"


def test_a_sheet_gives_number_type_issuer_date_and_who_signed(split) -> None:
    file = split(sheet(lambda label, value: f"{label}: {value}"))
    head = file.head()
    assert (head["form"], head["symbol"], head["date"]) == ("quyet-dinh", "15/2023/QĐ-UBND", "2023-06-07")
    assert head["authority"] == "Ủy ban nhân dân tỉnh Cà Mau"
    assert head["title"] == "quy định về quản lý chợ trên địa bàn tỉnh Cà Mau"
    signature = file.part.signature
    assert [file.words(post) for post in signature.posts] == ["Phó Chủ tịch"]
    assert file.words(signature.name) == "Lê Văn Trung"


@pytest.mark.parametrize(
    "join",
    [
        lambda label, value: f"{label}{value}",
        lambda label, value: f"{label}:\n\n{value}",
        lambda label, value: f"**{label}:**\n|\n{value}\n|\n|",
    ],
    ids=["without a blank", "on the next line", "between bars"],
)
def test_a_sheet_in_every_layout(split, join: Callable[[str, str], str]) -> None:
    head = split(sheet(join)).head()
    assert (head["form"], head["symbol"], head["date"]) == ("quyet-dinh", "15/2023/QĐ-UBND", "2023-06-07")
    assert head["authority"] == "Ủy ban nhân dân tỉnh Cà Mau"


def test_a_place_where_a_document_was_issued_is_its_place(split) -> None:
    raw = sheet(lambda label, value: f"{label}: {value}").replace(
        "Cơ quan ban hành: Ủy ban nhân dân tỉnh Cà Mau", "Nơi ban hành: Tỉnh Cà Mau"
    )
    assert split(raw).part.head.place == "Cà Mau"
    assert split(raw.replace("Tỉnh Cà Mau", "Bộ Công Thương")).part.head.place is None


@pytest.mark.parametrize(
    "raw",
    [
        # no number, no type, no issuer
        sheet(lambda label, value: f"{label}: {value}", sốhiệu="Đang cập nhật"),
        sheet(lambda label, value: f"{label}: {value}", loạibản="Tài liệu khác"),
        sheet(lambda label, value: f"{label}: {value}", cơhành=""),
        # a report that carries a sheet is a report
        sheet(lambda label, value: f"{label}: {value}")
        + "\nSáng nay, Ủy ban nhân dân tỉnh họp bàn về việc xây dựng các chợ mới. "
        + "Các đại biểu nêu nhiều ý kiến về nguồn vốn, mặt bằng và tiến độ của từng công trình trong năm tới. " * 2
        + "\n",
    ],
    ids=["number", "type", "issuer", "report"],
)
def test_less_than_that_is_no_document(split, raw: str) -> None:
    assert split(raw).part.kind == "news"


def test_a_sheet_above_a_text_is_left_to_the_text(split) -> None:
    raw = sheet(lambda label, value: f"{label}: {value}") + (
        "\nQUYẾT ĐỊNH\n\nVề quản lý chợ\n\nCăn cứ Luật Thương mại;\n\nĐiều 1. Phạm vi\n\nChợ.\n"
    )
    assert split(raw).head()["title"] == "Về quản lý chợ"


@pytest.mark.parametrize(
    ("end", "name"), [("", "Lê Văn Trung"), ("\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nTrần Văn An\n", "Trần Văn An")]
)
def test_who_signed_is_told_by_the_sheet_where_the_text_has_no_end(split, end: str, name: str) -> None:
    raw = sheet(lambda label, value: f"{label}: {value}") + (
        "\nQUYẾT ĐỊNH\n\nVề quản lý chợ\n\nCăn cứ Luật Thương mại;\n\nĐiều 1. Phạm vi\n\nChợ.\n"
    )
    file = split(raw + end)
    assert file.words(file.part.signature.name) == name


PAGE = """Số hiệu: 15/KH-UBND Loại văn bản: Kế hoạch
Nơi ban hành: Tỉnh Cà Mau Người ký: {signer}
Ngày ban hành: 07/06/2023 Ngày hiệu lực: Đang cập nhật

ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/KH-UBND

Cà Mau, ngày 07 tháng 6 năm 2023

KẾ HOẠCH

PHÁT TRIỂN CHỢ NĂM 2023

I. MỤC TIÊU

1. Nâng cấp các chợ.
"""


def test_who_signed_a_text_without_its_end_stands_in_the_sheet_above_it(split) -> None:
    file = split(PAGE.format(signer="Lê Văn Trung"))
    assert file.words(file.part.signature.name) == "Lê Văn Trung"
    assert file.head()["authority"] == "ỦY BAN NHÂN DÂN TỈNH CÀ MAU"


def test_who_signed_stands_in_the_sheet_behind_the_post(split) -> None:
    file = split(PAGE.format(signer="Phó Chủ tịch Lê Văn Trung"))
    assert file.words(file.part.signature.name) == "Lê Văn Trung"
    assert [file.words(post) for post in file.part.signature.posts] == ["Phó Chủ tịch"]


@pytest.mark.parametrize("label", ["Người ký:", "Người ký"])
def test_who_signed_stands_in_a_cell_of_the_sheet(split, label: str) -> None:
    row = f"| Nơi ban hành: | Cà Mau | {label} | {{signer}} |"
    page = PAGE.replace("Nơi ban hành: Tỉnh Cà Mau Người ký: {signer}", row)
    file = split(page.format(signer="Lê Văn Trung"))
    assert file.words(file.part.signature.name) == "Lê Văn Trung"
    assert split(page.format(signer="Đang cập nhật")).part.signature is None


def test_a_body_that_stamped_a_file_signed_nothing(split) -> None:
    assert split(PAGE.format(signer="Văn phòng Ủy ban nhân dân")).part.signature is None


def test_the_end_of_a_text_goes_before_its_sheet(split) -> None:
    end = "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPhạm Thị Hoa\n"
    file = split(PAGE.format(signer="Lê Văn Trung") + end)
    assert file.words(file.part.signature.name) == "Phạm Thị Hoa"
