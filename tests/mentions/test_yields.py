"""Documents that tasks are to produce: only those that the text names, never a form alone."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.rows.rows import read_rows
from kgbuild.mentions.yields import with_yields

Yields = Callable[..., list[tuple[str, str, str]]]
PLAN = """KẾ HOẠCH

Phát triển chợ

I. NHIỆM VỤ

| STT | Nội dung | Cơ quan chủ trì | Sản phẩm |
|---|---|---|---|
| 1 | {title} | Sở Nội vụ | {product} |
| 2 | Sửa mái chợ | Sở Xây dựng | Mái chợ |
"""


@pytest.fixture(scope="module")
def yields(document, reader) -> Yields:
    """List the form, the issuer and the title of what the first row is to produce."""

    def read(title: str, product: str = "") -> list[tuple[str, str, str]]:
        found = document(PLAN.format(title=title, product=product), "son-la")
        row = next(iter(read_rows(found.text, found.part, found.agencies)))
        task = with_yields(found.text, row, reader.names, found.agencies)
        return [
            (m.form, m.issuer.record if m.issuer else "", found.words(m.title) if m.title else "") for m in task.yields
        ]

    return read


@pytest.mark.parametrize(
    ("product", "expected"),
    [
        ("Quyết định của UBND tỉnh", [("quyet-dinh", "prov:ubnd", "")]),
        ("Nghị định của Chính phủ được ban hành", [("nghi-dinh", "cp", "")]),
        (
            "Nghị quyết của HĐND tỉnh; Quyết định của UBND tỉnh",
            [("nghi-quyet", "prov:hdnd", ""), ("quyet-dinh", "prov:ubnd", "")],
        ),
        ("Quyết định ban hành Quy chế quản lý chợ", [("quyet-dinh", "", "Quyết định ban hành Quy chế quản lý chợ")]),
        (
            "Quyết định của Thủ tướng Chính phủ phê duyệt Chương trình quốc gia về bảo vệ dữ liệu",
            [
                (
                    "quyet-dinh",
                    "ttg",
                    "Quyết định của Thủ tướng Chính phủ phê duyệt Chương trình quốc gia về bảo vệ dữ liệu",
                )
            ],
        ),
        ("Thông tư quy định về mức chi trả dịch vụ", [("thong-tu", "", "Thông tư quy định về mức chi trả dịch vụ")]),
        ("Quyết định của các bộ phê duyệt Đề án quản lý chợ", []),
        # a form alone, many documents, nobody one could name, no document
        ("Kế hoạch", []),
        ("Kế hoạch được ban hành", []),
        ("Kế hoạch của các sở, ngành", []),
        ("Quyết định của cấp có thẩm quyền", []),
        ("Văn bản hướng dẫn thực hiện", []),
        ("Quy định pháp luật liên quan", []),
        ("Chợ được xây dựng", []),
    ],
)
def test_products(yields: Yields, product: str, expected: list[tuple[str, str, str]]) -> None:
    assert yields("Rà soát chợ", product) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Tham mưu UBND tỉnh ban hành Kế hoạch phát triển chợ nông thôn năm 2027",
            [("ke-hoach", "prov:ubnd", "Kế hoạch phát triển chợ nông thôn năm 2027")],
        ),
        (
            "Xây dựng Đề án chuyển đổi mô hình quản lý chợ, trình UBND tỉnh phê duyệt",
            [("de-an", "prov:ubnd", "Đề án chuyển đổi mô hình quản lý chợ")],
        ),
        ("Luật Chợ nông thôn Việt Nam (sửa đổi)", [("luat", "", "Luật Chợ nông thôn Việt Nam (sửa đổi)")]),
        # carried out, not drawn up; no name; small
        ("Thực hiện Kế hoạch phát triển chợ nông thôn năm 2027", []),
        ("Xây dựng Kế hoạch", []),
        ("Xây dựng kế hoạch phát triển chợ nông thôn", []),
        ("Tham mưu triển khai Đề án chuyển đổi mô hình quản lý chợ", []),
    ],
)
def test_titles(yields: Yields, title: str, expected: list[tuple[str, str, str]]) -> None:
    assert yields(title) == expected


def test_a_product_goes_before_the_title(yields: Yields) -> None:
    found = yields("Xây dựng Đề án chuyển đổi mô hình quản lý chợ", "Quyết định của UBND tỉnh")
    assert found == [("quyet-dinh", "prov:ubnd", "")]


def test_a_draft_that_is_completed_is_produced(yields: Yields) -> None:
    title = "Hoàn thiện dự thảo Kế hoạch giảm phát thải khí nhà kính"
    assert yields(title) == [("ke-hoach", "", "Kế hoạch giảm phát thải khí nhà kính")]
    assert yields("Hoàn thiện hồ sơ Kế hoạch giảm phát thải khí nhà kính") == []
