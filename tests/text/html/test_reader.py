"""HTML: what is the document, what is furniture, and how tables come out."""

import unicodedata
from collections.abc import Callable

import pytest

from kgbuild.errors import SourceError
from kgbuild.model import Span
from kgbuild.model.text import Reading, Table
from kgbuild.text.html.reader import read_html

Shown = Callable[[Reading], list[object]]

HEAD = """
<table><tr><td><p><b>ỦY BAN NHÂN DÂN<br>TỈNH GIA LAI</b><br>-------</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p></td></tr>
<tr><td>Số: 12/KH-UBND</td><td>Gia Lai, ngày 5 tháng 3 năm 2024</td></tr></table>
<p>KẾ HOẠCH</p><p>Thực hiện Nghị quyết số 20-NQ/TW</p>
<p>Căn cứ Luật Khoa học và công nghệ ngày 18 tháng 6 năm 2013;</p>
<p>I. MỤC ĐÍCH</p><p>1. Cụ thể hóa các nhiệm vụ của Nghị quyết tới từng cơ quan, đơn vị trên địa bàn tỉnh.</p>
"""
END = """
<table><tr><td><b>Nơi nhận:</b><br>- Như trên;<br>- Lưu: VT.</td><td></td>
<td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Nguyễn Văn A</td></tr></table>
"""
DOCUMENT = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH GIA LAI",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Gia Lai, ngày 5 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Thực hiện Nghị quyết số 20-NQ/TW",
    "Căn cứ Luật Khoa học và công nghệ ngày 18 tháng 6 năm 2013;",
    "I. MỤC ĐÍCH",
    "1. Cụ thể hóa các nhiệm vụ của Nghị quyết tới từng cơ quan, đơn vị trên địa bàn tỉnh.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Nguyễn Văn A",
]
LINKS = (
    "<ul>" + "".join(f'<li><a href="/{n}">Quyết định số {n}/QĐ-UBND về việc gì đó</a></li>' for n in range(9)) + "</ul>"
)

BLANK = HEAD.replace("Số: 12/KH-UBND", "Số:     /KH-UBND")
HEADLINE = "<h1>Kế hoạch số 12/KH-UBND Thực hiện Nghị quyết số 20-NQ/TW</h1><p>Còn hiệu lực</p>"

FRAMES = {
    "bare": "{}",
    "tags": "<header><a href='/'>Trang chủ</a></header><nav>Văn bản mới</nav><main>{}</main>"
    "<footer>Bản quyền 2024</footer>",
    "classes": '<div class="main-menu">Giới thiệu</div><div id="vb"><div class="toolbar">Tải về</div>{}</div>'
    '<div class="box tinLienQuan">Xem thêm</div>',
    "links": "<div><h1>Kế hoạch 12/KH-UBND</h1>" + LINKS + "<div><div>{}</div></div>" + LINKS + "</div>",
    "old portal": "<form><table><tr><td>Tra cứu văn bản</td><td><table><tr><td>{}</td></tr></table>"
    "</td><td>Thống kê: 5</td></tr></table></form>",
    "hidden": '<div style="display: none">Đang tải</div><div hidden>x</div><script>var a = "Căn cứ";</script>{}'
    "<noscript>Bật JavaScript</noscript>",
    "contents": '<div><p>{}</p></div><div class="fixed">Mục lục <a href="#1">Điều 1</a><br>'
    '<a href="#2">Điều 2</a></div>',
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
def test_only_the_document_is_read_whatever_stands_around_it(frame: str, shown: Shown) -> None:
    page = f"<html><head><title>Cổng</title></head><body>{frame.replace('{}', HEAD + END)}</body></html>"
    assert shown(read_html(page.encode())) == DOCUMENT


@pytest.mark.parametrize(
    "struck",
    [
        "<del>và Sở Y tế</del>",
        "<s>và Sở Y tế</s>",
        "<strike>và Sở Y tế</strike>",
        '<span style="color:red;text-decoration: line-through">và Sở Y tế</span>',
    ],
)
def test_words_that_are_struck_out_are_not_read(struck: str, shown: Shown) -> None:
    (line,) = shown(
        read_html(f"<p>Phối hợp với Sở Công Thương {struck} <ins>và Sở Nội vụ</ins> kiểm tra.</p>".encode())
    )
    assert " ".join(line.split()) == "Phối hợp với Sở Công Thương và Sở Nội vụ kiểm tra."


def test_a_news_report_keeps_headline_and_date(shown: Shown) -> None:
    body = "<p>" + "Sáng nay, Sở Khoa học và Công nghệ tổ chức hội nghị tổng kết công tác năm. " * 4 + "</p>"
    page = (
        "<body><div class='menu'><a href='/'>Trang chủ</a></div><div><div><h1>Hội nghị tổng kết năm 2023</h1>"
        f"<div>Thứ sáu, 12/01/2024</div><div class='body'>{body * 3}</div></div>"
        f"<div class='tin-khac'><b>Tin khác</b>{LINKS}</div></div></body>"
    )
    found = shown(read_html(page.encode()))
    assert found[:2] == ["Hội nghị tổng kết năm 2023", "Thứ sáu, 12/01/2024"]
    assert len(found) == 5 or found[5:] == ["Tin khác"]


def test_cited_documents_that_are_links_stay(shown: Shown) -> None:
    page = HEAD.replace("Căn cứ Luật", 'Căn cứ <a href="/luat">Luật').replace("công nghệ ngày", "công nghệ</a> ngày")
    assert DOCUMENT[8] in shown(read_html((page + END).encode()))


TASKS = """
<table><thead><tr><th rowspan=2>TT</th><th rowspan="2">Nhiệm vụ</th><th colspan="2">Cơ quan</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>
<tr><td>I</td><td colspan="9">Nhóm thứ nhất</td></tr>
<tr><td>1</td><td>Xây dựng<br>quy chế</td><td rowspan="2">Sở Y tế</td><td></td></tr>
<tr><td>2</td><td><p>- Tập huấn</p><p>- Kiểm tra</p></td><td>Sở Nội vụ</td></tr></table>
"""


def test_merged_cells_stand_in_each_place_they_cover(shown: Shown) -> None:
    reading = read_html(TASKS.encode())
    assert shown(reading) == [
        [
            ["TT", "Nhiệm vụ", "Cơ quan", "Cơ quan"],
            ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
            ["I", "Nhóm thứ nhất", "Nhóm thứ nhất", "Nhóm thứ nhất"],
            ["1", "Xây dựng quy chế", "Sở Y tế", ""],
            ["2", "- Tập huấn - Kiểm tra", "Sở Y tế", "Sở Nội vụ"],
        ]
    ]
    table = reading.blocks[0]
    assert isinstance(table, Table)
    assert table.rows[3][2] == table.rows[4][2]
    assert len(table.rows[3][3]) == 0


def test_each_paragraph_and_cell_is_a_line_of_the_text() -> None:
    reading = read_html(("<p>Mở đầu</p>" + TASKS).encode())
    assert reading.text.raw.startswith("Mở đầu\n\nTT\nNhiệm vụ\nCơ quan\nChủ trì\n")
    assert reading.text.quote(reading.blocks[0].span) == "Mở đầu"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td>Chủ trì:<td>Sở Y tế<tr><td>Thời hạn:<td>2024", ["Chủ trì:", "Sở Y tế", "Thời hạn:", "2024"]),
        ("<tr><td>a<td>b<td>c", ["a", "b", "c"]),
        ("<tr><td>a<td><td>b<tr><td>c<td><td>d", ["a", "b", "c", "d"]),
        (
            "<tr><td>x<td><table><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f</table>",
            ["x", [["a", "b", "c"], ["d", "e", "f"]]],
        ),
    ],
)
def test_a_table_that_only_sets_text_side_by_side_is_paragraphs(
    table: str, expected: list[object], shown: Shown
) -> None:
    assert shown(read_html(f"<table>{table}</table>".encode())) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>một<li>hai</ol>", ["1. một", "2. hai"]),
        ("<ol start=3 type=a><li>ba<li value=7>bảy</ol>", ["c) ba", "g) bảy"]),
        ("<ol type=I><li><p>mục</p><p>tiếp</p></ol>", ["I. mục", "tiếp"]),
        ('<ol style="list-style-type: lower-alpha"><li>một</ol>', ["a) một"]),
        ("<ol><li>1. đã ghi</ol>", ["1. đã ghi"]),
        ("<ul><li>gạch<li>+ cộng</ul>", ["- gạch", "+ cộng"]),
        ("<ul><li>TP. Huế<li>Điều 5 nêu</ul>", ["- TP. Huế", "Điều 5 nêu"]),
        ("<ol><li>một<ol type=a><li>con</ol><li>hai</ol>", ["1. một", "a) con", "2. hai"]),
    ],
)
def test_list_marks_are_written_as_printed(markup: str, expected: list[str], shown: Shown) -> None:
    assert shown(read_html(markup.encode())) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>một\n  dòng</p>", ["một dòng"]),
        ("một<br/>hai", ["một", "hai"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<span>Kế</span><span> hoạch</span>", ["Kế hoạch"]),
        ("<pre>dòng một\ndòng hai</pre>", ["dòng một", "dòng hai"]),
        ("<p>&nbsp;</p><p>-----</p><p>a</p>", ["a"]),
        ("<p>Nghị định số 34<a href='#f1'><sup>[1]</sup></a> của Chính phủ</p>", ["Nghị định số 34 của Chính phủ"]),
        ("<p>rộng 100 km<sup>2</sup></p>", ["rộng 100 km2"]),
        ("<p>a<!-- chú thích -->b</p>", ["ab"]),
        (
            "<p>về phát triển công nghiệp của tỉnh Lào Cai</p><p>theo hướng xanh</p>",
            ["về phát triển công nghiệp của tỉnh Lào Cai theo hướng xanh"],
        ),
        ("<p>gồm các nhiệm vụ chính sau đây:</p><p>rà soát quy hoạch</p>", None),
        ("<p>KẾ HOẠCH CỦA ỦY BAN NHÂN DÂN</p><p>triển khai nghị quyết</p>", None),
        ("<p>thực hiện các nội dung sau đây</p><p>a) rà soát</p>", None),
    ],
)
def test_lines_are_those_a_reader_sees(markup: str, expected: list[str] | None, shown: Shown) -> None:
    found = shown(read_html(markup.encode()))
    assert len(found) == 2 if expected is None else found == expected


@pytest.mark.parametrize(
    "data",
    [
        "<p>Điều hành</p>".encode(),
        "<p>Điều hành</p>".encode("utf-8-sig"),
        "<p>Điều hành</p>".encode("utf-16"),
        '<meta charset="windows-1252"><p>Điều hành</p>'.encode(),
        unicodedata.normalize("NFD", "<p>Điều hành</p>").encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>Điều hành</p></html>'.encode(),
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>'
        + unicodedata.normalize("NFD", "Điều hành").replace("e\u0302", "ê").encode("cp1258"),
        "<p>Điều hành".encode() + b"</p>\0",
    ],
)
def test_encodings_are_told_apart(data: bytes, shown: Shown) -> None:
    assert shown(read_html(data)) == ["Điều hành"]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<table>" + ("<tr>" + "<td colspan=1000>a" * 10) * 100, "more than 500,000 cells"),
        ("<table>" + "<tr><td rowspan=60000>a" * 1100, "more than 500,000 cells"),
        (("<table>" + "<tr><td colspan=900>a<td>b" * 60 + "</table>") * 10, "more than 500,000 cells"),
        ("<table>" + ("<tr>" + "<td>a" * 1000) * 1000, "more than 600,000 tags"),
        ("<div>" * 3000 + "a", "nested too deeply"),
        ("<table><tr><td>" * 60 + "a", "nested too deeply"),
        ("<p>&nbsp;</p>", "holds no text"),
    ],
)
def test_absurd_pages_are_refused(page: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_html(page.encode())


def test_spans_quote_the_text_that_is_published() -> None:
    reading = read_html(f"<p>Số: 12/KH\u00adUBND; soft\u200b hyphen</p>{TASKS}".encode())
    for block in reading.blocks:
        spans: list[Span] = [c for row in block.rows for c in row] if isinstance(block, Table) else [block.span]
        for span in spans:
            start, end = reading.text.raw_span(span)
            assert reading.text.quote(span) == reading.text.raw[start:end]


@pytest.mark.parametrize(
    ("head", "first"), [(BLANK, "Kế hoạch số 12/KH-UBND"), (HEAD, "ỦY BAN NHÂN DÂN")], ids=["blank", "whole"]
)
def test_the_heading_of_a_page_counts_where_the_number_is_left_blank(shown: Shown, head: str, first: str) -> None:
    page = f"<body><main><div>{HEADLINE}</div><div>{head}{END}</div></main></body>"
    lines = shown(read_html(page.encode()))
    assert str(lines[0]).startswith(first)
    assert "Còn hiệu lực" not in lines


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("đến năm 2025<sup>1</sup> đạt 5%", "đến năm 2025 đạt 5%"),
        ("quản lý<sup>[2]</sup>; kiểm tra", "quản lý; kiểm tra"),
        ("rộng 500 m<sup>2</sup> trở lên", "rộng 500 m2 trở lên"),
        ("<sup>1</sup> Theo báo cáo của Sở Y tế.", "1 Theo báo cáo của Sở Y tế."),
        ("ngày 1<sup>st</sup>", "ngày 1st"),
    ],
)
def test_a_raised_number_is_a_call_unless_it_follows_a_unit(markup: str, expected: str, shown: Shown) -> None:
    assert shown(read_html(f"<html><body><p>{markup}</p></body></html>".encode())) == [expected]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_bytes_for_each_letter_are_told_without_a_mark(encoding: str, shown: Shown) -> None:
    assert shown(read_html("<html><body><p>Sở Y tế</p></body></html>".encode(encoding))) == ["Sở Y tế"]


def test_a_table_that_goes_on_with_its_heading_again_is_one(shown: Shown) -> None:
    def table(*rows: list[str]) -> str:
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"

    head, one, two = ["TT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Nội vụ"]
    page = f"<html><body>{table(head, one)}<p>&nbsp;</p>{table(head, two)}</body></html>"
    assert shown(read_html(page.encode())) == [[head, one, two]]
    page = f"<html><body>{table(head, one)}<p>Nhóm hai</p>{table(head, two)}</body></html>"
    assert shown(read_html(page.encode())) == [[head, one], "Nhóm hai", [head, two]]


def test_blanks_in_a_preformatted_block_draw_a_table(shown: Shown) -> None:
    drawn = """<pre>
STT  Nội dung                 Cơ quan chủ trì        Thời gian

1    Khảo sát bờ sông         Sở Y tế, Sở Nội vụ,    2026
                              Sở Tài chính
2    Cắm biển cảnh báo        Công an tỉnh           2027
</pre>"""
    table = next(block for block in shown(read_html((HEAD + drawn + END).encode())) if isinstance(block, list))
    assert table == [
        ["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["1", "Khảo sát bờ sông", "Sở Y tế, Sở Nội vụ, Sở Tài chính", "2026"],
        ["2", "Cắm biển cảnh báo", "Công an tỉnh", "2027"],
    ]


def test_a_drawn_table_that_cannot_be_told_apart_is_named() -> None:
    drawn = (
        "<pre>\nSTT  Nội dung      Cơ quan chủ trì\n1    Khảo sát bờ   Sở Y tế\nsông lớn           Sở Nội vụ\n</pre>"
    )
    assert read_html((HEAD + drawn + END).encode()).doubts
