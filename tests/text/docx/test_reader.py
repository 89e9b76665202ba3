"""Word files: automatic numbers, tabs, tables, notes, and what must be refused."""

import io
import zipfile
from collections.abc import Callable, Mapping
from types import SimpleNamespace

import pytest

from kgbuild.errors import SourceError
from kgbuild.model.text import Reading
from kgbuild.text.docx.reader import read_docx

Shown = Callable[[Reading], list[object]]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:numbering><w:abstractNum w:abstractNumId="1">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "%1")
    + level(1, "bullet", "\uf0b7")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="3">'
    + level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Article"/>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Article"/></w:style></w:styles>'
)


def numbered(list_id: int, at: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_numbers_are_written_as_word_prints_them(docx: SimpleNamespace, shown: Shown) -> None:
    lines = [
        ("Mục đích", numbered(1)),
        ("Yêu cầu", numbered(1, 1)),
        ("Chi tiết", numbered(1, 2)),
        ("Chi tiết nữa", numbered(1, 2)),
        ("Điểm", numbered(1, 3)),
        ("Không số", ""),
        ("Khác", numbered(1, 1)),
        ("Bắt đầu lại", numbered(1, 2)),
        ("Tổ chức", numbered(1)),
        ("Bắt đầu lại", numbered(1, 1)),
        ("Bỏ số", numbered(0)),
    ]
    body = "".join(docx.paragraph(text, properties) for text, properties in lines)
    assert shown(read_docx(docx.file(body, numbering=NUMBERING))) == [
        "I. Mục đích",
        "1. Yêu cầu",
        "1.1. Chi tiết",
        "1.2. Chi tiết nữa",
        "a) Điểm",
        "Không số",
        "2. Khác",
        "2.1. Bắt đầu lại",
        "II. Tổ chức",
        "1. Bắt đầu lại",
        "Bỏ số",
    ]


def test_lists_of_one_kind_count_on_and_an_override_starts_anew(docx: SimpleNamespace, shown: Shown) -> None:
    lines = [(2, 0), (2, 1), (2, 0), (3, 0), (3, 0)]
    body = "".join(docx.paragraph("mục", numbered(*line)) for line in lines)
    assert shown(read_docx(docx.file(body, numbering=NUMBERING))) == ["1 mục", "- mục", "2 mục", "5 mục", "6 mục"]


@pytest.mark.parametrize("style", ["Article", "Child"])
def test_a_style_numbers_its_paragraphs(style: str, docx: SimpleNamespace, shown: Shown) -> None:
    body = docx.paragraph("Ban hành", f'<w:pStyle w:val="{style}"/>') * 2
    found = shown(read_docx(docx.file(body, numbering=NUMBERING, styles=STYLES)))
    assert found == ["Điều 1. Ban hành", "Điều 2. Ban hành"]


def test_an_empty_numbered_cell_holds_its_number(docx: SimpleNamespace, shown: Shown) -> None:
    def row(first: str, *rest: str) -> str:
        cells = "".join(f"<w:tc>{docx.paragraph(text)}</w:tc>" for text in rest)
        return f"<w:tr><w:tc>{first}</w:tc>{cells}</w:tr>"

    number = docx.paragraph("", numbered(2))
    rows = [row(docx.paragraph("TT"), "Việc", "Chủ trì"), row(number, "a", "b"), row(number, "c", "d")]
    body = f"<w:tbl>{''.join(rows)}</w:tbl>" + docx.paragraph("", numbered(2))
    expected = [[["TT", "Việc", "Chủ trì"], ["1", "a", "b"], ["2", "c", "d"]]]
    assert shown(read_docx(docx.file(body, numbering=NUMBERING))) == expected


def test_merged_cells_stand_in_each_place_they_cover(docx: SimpleNamespace, shown: Shown) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{docx.paragraph(text)}</w:tc>"

    wide, first, below = '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        cell("TT") + cell("Việc") + cell("Chủ trì"),
        cell("Nhóm", wide),
        cell("1") + cell("a") + cell("Sở Y tế", first),
        cell("2") + cell("b") + cell("", below),
    ]
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert shown(read_docx(docx.file(body))) == [
        [["TT", "Việc", "Chủ trì"], ["Nhóm", "Nhóm", "Nhóm"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Y tế"]]
    ]


def test_lines_parted_by_tabs_are_two_columns(docx: SimpleNamespace, shown: Shown) -> None:
    lines = [
        "SỞ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 1/KH-SCT\t\tLào Cai, ngày 5",
        "KẾ HOẠCH",
        "1.\tMục đích",
    ]
    found = shown(read_docx(docx.file("".join(docx.paragraph(line) for line in lines))))
    assert found == [
        "SỞ CÔNG THƯƠNG",
        "Số: 1/KH-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Lào Cai, ngày 5",
        "KẾ HOẠCH",
        "1. Mục đích",
    ]


def test_footnotes_stand_at_the_end_and_their_calls_nowhere(docx: SimpleNamespace, shown: Shown) -> None:
    body = (
        '<w:p><w:r><w:t>Nghị định số 34</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:t xml:space="preserve"> của Chính phủ</w:t></w:r></w:p>'
    )
    notes = (
        f'<w:footnotes><w:footnote w:id="1">{docx.paragraph("Ngày 14 tháng 5 năm 2016.")}</w:footnote></w:footnotes>'
    )
    assert shown(read_docx(docx.file(body, footnotes=notes))) == [
        "Nghị định số 34 của Chính phủ",
        "[1] Ngày 14 tháng 5 năm 2016.",
    ]


def test_what_a_reader_does_not_see_is_not_read(docx: SimpleNamespace, shown: Shown) -> None:
    body = (
        docx.paragraph("thấy")
        + docx.paragraph("ẩn", run="<w:vanish/>")
        + docx.paragraph("không ẩn", run='<w:vanish w:val="0"/>')
        + "<w:p><w:r><w:t>còn</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> thêm</w:t></w:r></w:ins></w:p>"
    )
    header = f"<w:hdr>{docx.paragraph('Trang 1')}</w:hdr>"
    assert shown(read_docx(docx.file(body, header1=header))) == ["thấy", "không ẩn", "còn thêm"]


def test_a_stamp_in_the_header_is_kept(docx: SimpleNamespace, shown: Shown) -> None:
    header = f"<w:hdr>{docx.paragraph('MẬT')}{docx.paragraph('Công ty in')}</w:hdr>"
    assert shown(read_docx(docx.file(docx.paragraph("Nội dung"), header1=header))) == ["MẬT", "Nội dung"]


def test_text_in_a_text_box_is_read(docx: SimpleNamespace, shown: Shown) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{docx.paragraph('TỐI MẬT')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert shown(read_docx(docx.file(box + docx.paragraph("Nội dung")))) == ["TỐI MẬT", "Nội dung"]


MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
OLD_BOX = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict>"
)
NEW_BOX = (
    f'<w:drawing><wps:wsp xmlns:wps="{SHAPES}"><wps:txbx><w:txbxContent>{{}}</w:txbxContent></wps:txbx></wps:wsp>'
    "</w:drawing>"
)
ALTERNATE = (
    f'<mc:AlternateContent xmlns:mc="{MARKUP}"><mc:Choice Requires="wps">{{}}</mc:Choice>{{}}</mc:AlternateContent>'
)


@pytest.mark.parametrize(
    "box",
    [
        ALTERNATE.format(NEW_BOX, f'<mc:Fallback xmlns:mc="{MARKUP}">{OLD_BOX}</mc:Fallback>'),
        ALTERNATE.format(NEW_BOX, ""),
        NEW_BOX,
    ],
    ids=["both forms", "no fallback", "the new form alone"],
)
def test_a_text_box_is_read_once_in_whatever_form(docx: SimpleNamespace, shown: Shown, box: str) -> None:
    inner = docx.paragraph("Nơi nhận:") + docx.paragraph("- Như trên;")
    host = f"<w:p><w:r><w:t>Trên đây là Kế hoạch.</w:t></w:r><w:r>{box.replace('{}', inner)}</w:r></w:p>"
    body = host + docx.paragraph("Hết.")
    lines = shown(read_docx(docx.file(body)))
    assert sorted(map(str, lines)) == sorted(["Trên đây là Kế hoạch.", "Nơi nhận:", "- Như trên;", "Hết."])
    assert lines[-1] == "Hết."


TCVN3 = "UBND tØnh giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh thùc hiÖn nhiÖm vô nµy. " * 3


@pytest.mark.parametrize(
    ("font", "text", "message"),
    [
        (".VnTime", TCVN3, r"old TCVN3 fonts \(\.VnTime\)"),
        ("Times New Roman", TCVN3, "old TCVN3 fonts; convert"),
        (
            "VNI-Times",
            "UÛy ban nhaân daân tænh giao Sôû Taøi chính chuû trì, phoái hôïp vôùi caùc sôû, ngaønh " * 3,
            "old VNI fonts",
        ),
    ],
)
def test_fonts_from_before_unicode_are_refused(font: str, text: str, message: str, docx: SimpleNamespace) -> None:
    run = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    with pytest.raises(SourceError, match=message):
        read_docx(docx.file(docx.paragraph(text, run=run)))


def test_unicode_text_under_an_old_font_name_is_read(docx: SimpleNamespace, shown: Shown) -> None:
    text = "Ủy ban nhân dân tỉnh giao Sở Tài chính chủ trì, phối hợp với các sở, ngành thực hiện nhiệm vụ này."
    run = '<w:rFonts w:ascii=".VnTime"/>'
    assert shown(read_docx(docx.file(docx.paragraph(text, run=run)))) == [text]


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document>&b;</document>'


def with_part(name: str, content: str) -> bytes:
    return with_parts({name: content})


def with_parts(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def garbled() -> bytes:
    """Pack a document and spoil what is packed."""
    data = with_part("word/document.xml", "".join(f"<a>{n}</a>" for n in range(999)))
    return data[:200] + b"\xff" * 40 + data[240:]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (garbled(), "damaged"),
        (with_part("word/document.xml", ENTITY), "declares XML entities"),
        (with_part("word/document.xml", "<a>" + " " * 61_000_000 + "</a>"), "more than 60 MB"),
        (with_part("word/document.xml", "<a>" + "<b/>" * 500_001 + "</a>"), "too many"),
        (with_part("word/document.xml", "<a>" * 300 + "</a>" * 300), "damaged"),
        (with_part("word/document.xml", "<a>"), "damaged"),
        (with_part("word/document.xml", "<a/>"), "damaged"),
        (with_part("other.xml", "<a/>"), "no Word document"),
        (with_part("ppt/presentation.xml", "<a/>"), "a PowerPoint file"),
        (
            with_parts({"mimetype": "application/vnd.oasis", "content.xml": "<a/>"}),
            "save it as .docx",
        ),
    ],
    ids=["spoilt", "entities", "bomb", "elements", "depth", "xml", "no body", "no document", "slides", "odt"],
)
def test_damaged_and_absurd_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_docx(data)


def test_too_many_cells_are_refused(docx: SimpleNamespace) -> None:
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 1001 + "</w:tr>"
    with pytest.raises(SourceError, match="100,100 table cells"):
        read_docx(docx.file(f"<w:tbl>{row * 100}</w:tbl>"))
