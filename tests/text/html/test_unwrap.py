"""Lines broken at a margin within one paragraph, and lines that are paragraphs of their own."""

from collections.abc import Callable
from textwrap import wrap
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.docx.reader import read_docx
from kgbuild.text.html.reader import read_html

Shown = Callable[[Reading], list[object]]

PARAGRAPHS = [
    "1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính, Công an tỉnh kiểm tra việc trồng cây ven "
    "đường; báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 6 hằng năm.",
    "- Các xã chăm sóc cây.",
    "2. Sở Xây dựng lập danh mục các tuyến đường cần trồng cây, trình Ủy ban nhân dân tỉnh phê duyệt; theo dõi việc "
    "thực hiện Kế hoạch này của các đơn vị.",
    "a) Mỗi năm trồng một lần.",
]


def broken(width: int) -> list[str]:
    return [line for text in PARAGRAPHS for line in wrap(text, width)]


@pytest.mark.parametrize("width", [60, 70])
def test_lines_broken_at_one_width_run_on(width: int, docx: SimpleNamespace, shown: Shown) -> None:
    page = f"<html><body><div>{'<br>'.join(broken(width))}</div></body></html>"
    assert shown(read_html(page.encode())) == PARAGRAPHS
    lines = docx.paragraph("\n".join(broken(width))).replace("\n", "</w:t><w:br/><w:t>")
    assert shown(read_docx(docx.file(lines))) == PARAGRAPHS


def test_lines_of_many_lengths_are_paragraphs(shown: Shown) -> None:
    lines = [
        "Sở Y tế",
        "kiểm tra thuốc tại các bệnh viện và trạm y tế",
        "báo cáo kết quả",
        "các xã giúp việc kiểm tra này",
    ]
    page = f"<html><body><div>{'<br>'.join(lines)}</div></body></html>"
    assert shown(read_html(page.encode()))[0] == "Sở Y tế"
    assert len(shown(read_html(page.encode()))) > 2
