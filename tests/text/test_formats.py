"""One appendix in four formats is one reading."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from textwrap import wrap
from types import SimpleNamespace

import pytest

from kgbuild.extraction import knowledge_of
from kgbuild.model.text import Reading
from kgbuild.reading import Reader
from kgbuild.structure.parts import split_parts
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


Merged = tuple[str, int, int]
"""A cell: its text, how many columns and how many rows it covers."""

DESIGNS: dict[str, list[list[Merged]]] = {
    "two heading rows, merged leads": [
        [("TT", 1, 2), ("Nhiệm vụ", 1, 2), ("Đơn vị thực hiện", 2, 1), ("Thời gian", 1, 2)],
        [("Chủ trì", 1, 1), ("Phối hợp", 1, 1)],
        [("I", 1, 1), ("Trồng cây", 4, 1)],
        [
            ("1", 1, 1),
            ("Trồng cây bên đường", 1, 1),
            ("Sở Xây dựng", 1, 2),
            ("Sở Tài chính", 1, 1),
            ("Quý II/2024", 1, 1),
        ],
        [("2", 1, 1), ("Chăm sóc cây", 1, 1), ("Sở Nội vụ, Sở Y tế", 1, 1), ("Hằng năm", 1, 1)],
        [("II", 1, 1), ("Tưới cây", 4, 1)],
        [("3", 1, 1), ("Lắp vòi nước", 1, 1), ("Sở Tư pháp", 1, 1), ("", 1, 1), ("2024 - 2025", 1, 1)],
    ],
    "columns in another order, lists in cells": [
        [("STT", 1, 1), ("Cơ quan chủ trì", 1, 1), ("Nội dung", 1, 1), ("Tiến độ", 1, 1), ("Cơ quan phối hợp", 1, 1)],
        [
            ("1", 1, 1),
            ("Sở Xây dựng", 1, 1),
            ("Trồng cây:\n- Bên đường\n- Trong vườn", 1, 1),
            ("Năm 2024", 1, 1),
            ("Sở Y tế", 1, 1),
        ],
        [("2", 1, 1), ("Sở Nội vụ", 1, 1), ("Chăm sóc cây", 1, 1), ("Trước 30/6/2025", 1, 1), ("", 1, 1)],
    ],
}


def spread(rows: list[list[Merged]]) -> list[list[str]]:
    """Write each cell in all places that it covers."""
    grid: list[dict[int, str]] = [{} for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for text, wide, high in row:
            while x in grid[y]:
                x += 1
            for covered in grid[y : y + high]:
                covered.update(dict.fromkeys(range(x, x + wide), text))
            x += wide
    return [[row[x] for x in sorted(row)] for row in grid]


def merged_html(rows: list[list[Merged]]) -> str:
    def cell(text: str, wide: int, high: int) -> str:
        first, *items = text.split("\n- ")
        inner = f"<p>{escape(first)}</p>" + (
            f"<ul>{''.join(f'<li>{escape(i)}</li>' for i in items)}</ul>" if items else ""
        )
        return f'<td colspan="{wide}" rowspan="{high}">{inner}</td>'

    return "<table>" + "".join(f"<tr>{''.join(cell(*c) for c in row)}</tr>" for row in rows) + "</table>"


def merged_docx(docx: SimpleNamespace, rows: list[list[Merged]]) -> str:
    below: dict[int, tuple[int, int]] = {}
    out = ""
    for row in rows:
        cells, x, todo = "", 0, list(row)
        while todo or x in below:
            if x in below:
                wide, left = below.pop(x)
                cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
                if left > 1:
                    below[x] = wide, left - 1
                x += wide
                continue
            text, wide, high = todo.pop(0)
            start = '<w:vMerge w:val="restart"/>' if high > 1 else ""
            inner = "".join(docx.paragraph(line) for line in text.split("\n"))
            cells += f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{start}</w:tcPr>{inner}</w:tc>'
            if high > 1:
                below[x + 1000] = wide, high - 1
            x += wide
        below = {key - 1000 if key >= 1000 else key: value for key, value in below.items()}
        out += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{out}</w:tbl>"


def merged_pdf(pdf: SimpleNamespace, rows: list[list[Merged]], heads: int) -> bytes:
    """Draw the table over two pages: the heading rows come again on the second."""
    places, height = [30, 70, 230, 350, 470, 570], 60
    first = next(y for y in range(len(rows) // 2 + 1, 0, -1) if sum(c[1] for c in rows[y]) == len(places) - 1)
    pages = []
    for part, top in ((rows[:first], 120), ([*rows[:heads], *rows[first:]], 60)):
        page = pdf.Page()
        filled: set[tuple[int, int]] = set()
        for y, row in enumerate(part):
            x = 0
            for text, wide, high in row:
                while (y, x) in filled:
                    x += 1
                filled |= {(y + b, x + a) for a in range(wide) for b in range(high)}
                box = places[x], top + height * y, places[x + wide], top + height * (y + high)
                page.rule(box[0], box[1], box[2], box[1]).rule(box[0], box[3], box[2], box[3])
                page.rule(box[0], box[1], box[0], box[3]).rule(box[2], box[1], box[2], box[3])
                lines = [piece for line in text.split("\n") for piece in wrap(line, (box[2] - box[0]) // 6 - 1)]
                for number, line in enumerate(lines):
                    page.text(box[0] + 2, box[1] + 12 + 12 * number, line, 11)
                x += wide
        pages.append(page)
    for number, line in enumerate(ABOVE):
        pages[0].centred(60 + 20 * number, line, 11)
    return bytes(pdf.file(pages))


def found_in(name: str, data: bytes, path: Path) -> list[object]:
    """Read the tasks of a file: number, title, roles, schedule."""
    file = path / name
    file.write_bytes(data)
    reader = Reader(knowledge_of(), "http://localhost:8000/")
    reading = read(file, data, 1_000_000)
    text = reading.text
    parts = reader._find(text, split_parts(reading, reader.grammar))
    return [
        (
            task.number,
            text.words(task.title),
            sorted((role.role, text.words(role.agent.span)) for role in task.roles),
            task.schedule and text.words(task.schedule.span),
        )
        for part in parts
        for task in part.findings.tasks
    ]


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS.keys())
def test_one_table_gives_the_same_tasks_in_every_format(
    design: list[list[Merged]], docx: SimpleNamespace, pdf: SimpleNamespace, tmp_path: Path
) -> None:
    heads = max(high for _, _, high in design[0])
    grid = [[cell.replace("\n", "<br>") for cell in row] for row in spread(design)]
    bars = ["| " + " | ".join(row) + " |" for row in grid]
    bars.insert(1, "|" + "---|" * len(grid[0]))
    markdown = "\n\n".join([*ABOVE, "\n".join(bars)]).encode()
    html = "".join(f"<p>{line}</p>" for line in ABOVE) + merged_html(design)
    word = docx.file("".join(docx.paragraph(line) for line in ABOVE) + merged_docx(docx, design))
    expected = found_in("a.md", markdown, tmp_path)
    assert len(expected) == sum(row[0][0].isdigit() for row in design)
    embedded = "\n\n".join([*ABOVE, merged_html(design)]).encode()
    assert found_in("b.md", embedded, tmp_path) == expected
    assert found_in("a.html", f"<html><body>{html}</body></html>".encode(), tmp_path) == expected
    assert found_in("a.docx", word, tmp_path) == expected
    assert found_in("a.pdf", merged_pdf(pdf, design, heads), tmp_path) == expected


LEFT, RIGHT = ["ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
NUMBER, PLACE = "Số: 1502/QĐ-UBND", "Sơn La, ngày 14 tháng 8 năm 2023"
BODY = [
    "QUYẾT ĐỊNH",
    "Ban hành Kế hoạch phát triển cây ăn quả",
    "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
    "Căn cứ Luật Trồng trọt ngày 19/11/2018;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành Kế hoạch phát triển cây ăn quả.",
    "Điều 2. Sở Tài chính bố trí kinh phí thực hiện.",
]
RECEIVE, SIGN = (
    ["Nơi nhận:", "- Như Điều 2;", "- Lưu: VT."],
    ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Sơn"],
)


def decision_in(docx: SimpleNamespace) -> dict[str, bytes]:
    """Write one decision, head and end in two columns, as text, Markdown, a page and a document of Word."""
    text = "\n\n".join(["\n".join(LEFT), "\n".join(RIGHT), NUMBER, PLACE, *BODY, "\n".join(RECEIVE), "\n".join(SIGN)])
    rule = "|---|---|"
    above = f"| {'<br>'.join(LEFT)} | **{'<br>'.join(RIGHT)}** |\n{rule}\n| {NUMBER} | *{PLACE}* |"
    below = f"| {'<br>'.join(RECEIVE)} | **{'<br>'.join(SIGN)}** |\n{rule}"

    def p(lines: list[str]) -> str:
        return "".join(f"<p>{line}</p>" for line in lines)

    menu = (
        "<ul class=menu><li><a href=/>Trang chủ</a></li><li><a href=/a>Tin tức</a></li><li><a href=/b>Hỏi</a></li></ul>"
    )
    rows = [[LEFT, RIGHT], [[NUMBER], [PLACE]]]
    head = "".join("<tr>" + "".join(f"<td>{p(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    end = f"<table><tr><td>{p(RECEIVE)}</td><td>{p(SIGN)}</td></tr></table>"
    foot = "<div class=footer>Bản quyền của tỉnh</div>"
    page = f"<html><body>{menu}<div><table>{head}</table>{p(BODY)}{end}</div>{foot}</body></html>"
    word = docx.table([["\n".join(LEFT), "\n".join(RIGHT)], [NUMBER, PLACE]])
    word += "".join(docx.paragraph(line) for line in BODY) + docx.table([["\n".join(RECEIVE), "\n".join(SIGN)]])
    return {
        "a.txt": text.encode(),
        "a.md": "\n\n".join([above, f"**{BODY[0]}**", *BODY[1:], below]).encode(),
        "a.html": page.encode(),
        "a.docx": docx.file(word),
    }


def test_the_same_decision_is_the_same_document_in_every_format(docx: SimpleNamespace) -> None:
    reader = Reader(knowledge_of(), "http://localhost:8000/")
    said: dict[str, tuple[object, ...]] = {}
    for name, data in decision_in(docx).items():
        reading = read(Path(name), data, 1_000_000)
        (part,) = split_parts(reading, reader.grammar)
        words, head = reading.text.words, part.head
        assert part.signature is not None
        said[name] = (
            (head.form, str(head.symbol), head.date, words(head.authority), words(head.title)),
            [words(item.content) for item in part.items],
            [words(line) for line in part.recipients],
            (part.signature.forms, [words(post) for post in part.signature.posts], words(part.signature.name)),
        )
    assert all(facts == said["a.txt"] for facts in said.values()), said
    assert said["a.txt"][0][1:3] == ("1502/QĐ-UBND", "2023-08-14")
