"""One appendix in four formats is one reading."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from types import SimpleNamespace

from kgbuild.model.text import Reading
from kgbuild.text.reader import read

ABOVE = ["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024)"]
ROWS = [
    ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
    ["1", "Xây dựng quy chế phối hợp", "Sở Y tế", "Sở Nội vụ, Tư pháp", "Năm 2024"],
    ["2", "Tổng kết 05 năm thực hiện Đề án", "Sở Tài chính", "", "Quý IV/2025"],
    ["3", "Kiểm tra", "Thanh tra tỉnh", "Các sở, ban, ngành", "Hằng năm"],
]
BELOW = "Trên đây là danh mục nhiệm vụ."


def as_markdown() -> bytes:
    rows = ["| " + " | ".join(row) + " |" for row in ROWS]
    rows.insert(1, "|" + "---|" * len(ROWS[0]))
    return "\n\n".join([*ABOVE, "\n".join(rows), BELOW]).encode()


def as_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>" for row in ROWS)
    above = "".join(f"<p align=center>{line}</p>" for line in ABOVE)
    return f"<html><body>{above}<table>{rows}</table><p>{BELOW}</p></body></html>".encode()


def as_docx(docx: SimpleNamespace) -> bytes:
    above = "".join(docx.paragraph(line) for line in ABOVE)
    return docx.file(above + docx.table(ROWS) + docx.paragraph(BELOW))


def as_pdf(pdf: SimpleNamespace) -> bytes:
    columns = [50, 80, 290, 390, 500, 580]
    one, two = pdf.Page(), pdf.Page()
    for number, line in enumerate(ABOVE):
        one.centred(60 + 24 * number, line, 12)
    one.table(700, columns, ROWS[:3])
    two.table(60, columns, [ROWS[0], ROWS[3]]).text(95, 200, BELOW)
    return pdf.file([one, two])


def test_the_same_appendix_reads_the_same_in_every_format(
    docx: SimpleNamespace, pdf: SimpleNamespace, shown: Callable[[Reading], list[object]]
) -> None:
    files = {"a.md": as_markdown(), "a.html": as_html(), "a.docx": as_docx(docx), "a.pdf": as_pdf(pdf)}
    for name, data in files.items():
        assert shown(read(Path(name), data, 1_000_000)) == [*ABOVE, ROWS, BELOW], name
