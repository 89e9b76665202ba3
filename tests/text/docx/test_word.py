"""What a reader of a Word document sees: accepted changes, capitals, boxes, fields, no table of contents."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.docx.reader import read_docx

Shown = Callable[[Reading], list[object]]

DELETED = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="Big"><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bigger"><w:basedOn w:val="Big"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def test_a_deleted_paragraph_end_joins_what_it_parted(docx: SimpleNamespace, shown: Shown) -> None:
    body = docx.paragraph("Sở Y tế chủ trì ", DELETED) + docx.paragraph("Kiểm tra thuốc.") + docx.paragraph("Hết.")
    assert shown(read_docx(docx.file(body))) == ["Sở Y tế chủ trì Kiểm tra thuốc.", "Hết."]


def test_a_deleted_paragraph_is_not_read(docx: SimpleNamespace, shown: Shown) -> None:
    gone = f"<w:p><w:pPr>{DELETED}</w:pPr><w:del><w:r><w:delText>Giao Sở Nội vụ.</w:delText></w:r></w:del></w:p>"
    assert shown(read_docx(docx.file(gone + docx.paragraph("Giao Sở Y tế.")))) == ["Giao Sở Y tế."]


def test_a_deleted_row_is_not_read(docx: SimpleNamespace, shown: Shown) -> None:
    table = docx.table([["TT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["2", "b", "Sở Nội vụ"]])
    at = table.rindex("<w:tr>") + len("<w:tr>")
    table = f"{table[:at]}<w:trPr><w:del/></w:trPr>{table[at:]}"
    assert shown(read_docx(docx.file(table))) == [[["TT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"]]]


@pytest.mark.parametrize(
    ("properties", "run", "expected"),
    [
        ("", "<w:caps/>", "TRỒNG CÂY"),
        ("", '<w:caps w:val="0"/>', "Trồng cây"),
        ('<w:pStyle w:val="Big"/>', "", "TRỒNG CÂY"),
        ('<w:pStyle w:val="Bigger"/>', "", "TRỒNG CÂY"),
        ('<w:pStyle w:val="Big"/>', '<w:caps w:val="false"/>', "Trồng cây"),
        ("", "<w:smallCaps/>", "Trồng cây"),
    ],
)
def test_what_is_set_in_capitals_is_read_in_capitals(
    properties: str, run: str, expected: str, docx: SimpleNamespace, shown: Shown
) -> None:
    body = docx.paragraph("Trồng cây", properties, run)
    assert shown(read_docx(docx.file(body, styles=STYLES))) == [expected]


def test_a_table_of_contents_is_left_out(docx: SimpleNamespace, shown: Shown) -> None:
    entry = "<w:p><w:r><w:t>II. Yêu cầu</w:t></w:r><w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r></w:p>"
    styled = docx.paragraph("I. Mục đích\t2", '<w:pStyle w:val="Mucluc1"/>')
    body = docx.paragraph("MỤC LỤC") + styled + entry + docx.paragraph("I. Mục đích") + docx.paragraph("II. Yêu cầu")
    assert shown(read_docx(docx.file(body, styles=STYLES))) == ["I. Mục đích", "II. Yêu cầu"]


@pytest.mark.parametrize("wrapper", ["fldSimple", "smartTag", "customXml"])
def test_words_inside_fields_and_tags_stay_in_the_sentence(wrapper: str, docx: SimpleNamespace, shown: Shown) -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Kế hoạch số </w:t></w:r>'
        f"<w:{wrapper}><w:r><w:t>12/KH-UBND</w:t></w:r></w:{wrapper}><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert shown(read_docx(docx.file(body))) == ["Kế hoạch số 12/KH-UBND."]


def test_a_place_for_a_break_is_no_sign(docx: SimpleNamespace, shown: Shown) -> None:
    body = "<w:p><w:r><w:t>TRỒ</w:t><w:softHyphen/><w:t>NG CÂY</w:t></w:r></w:p>"
    assert shown(read_docx(docx.file(body))) == ["TRỒNG CÂY"]


def test_a_row_that_begins_to_the_right_keeps_its_columns(docx: SimpleNamespace, shown: Shown) -> None:
    table = docx.table([["TT", "Việc", "Chủ trì"], ["1", "a", "Sở Y tế"], ["b", "Sở Nội vụ"]])
    at = table.rindex("<w:tr>") + len("<w:tr>")
    table = f'{table[:at]}<w:trPr><w:gridBefore w:val="1"/></w:trPr>{table[at:]}'
    assert shown(read_docx(docx.file(table)))[0][-1] == ["", "b", "Sở Nội vụ"]  # type: ignore[index]  # a table


def test_a_box_beside_the_recipients_does_not_part_them(docx: SimpleNamespace, shown: Shown) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{docx.paragraph('GIÁM ĐỐC')}</w:txbxContent></w:pict></w:r>"
    first = docx.paragraph("Nơi nhận:").removesuffix("</w:p>") + box + "</w:p>"
    found = shown(read_docx(docx.file(first + docx.paragraph("- Lưu: VT."))))
    assert found == ["GIÁM ĐỐC", "Nơi nhận:", "- Lưu: VT."]


def test_the_package_says_which_part_holds_the_text(docx: SimpleNamespace, shown: Shown) -> None:
    data = docx.file(docx.paragraph("Trồng cây"), name="document2")
    assert shown(read_docx(data)) == ["Trồng cây"]


def test_strict_files_are_read_as_all_others(docx: SimpleNamespace, shown: Shown) -> None:
    data = docx.file(docx.paragraph("Sở Y tế", run="<w:caps/>"), strict=True)
    assert shown(read_docx(data)) == ["SỞ Y TẾ"]


@pytest.mark.parametrize(
    ("wide", "high", "told"), [(6_000_000, 8_000_000, True), (900_000, 900_000, False), (6_000_000, 900_000, False)]
)
def test_a_picture_as_large_as_a_page_is_told(wide: int, high: int, told: bool, docx: SimpleNamespace) -> None:
    names = 'xmlns:p="http://p" xmlns:a="http://a"'
    drawing = (
        f'<w:r><w:drawing><p:inline {names}><p:extent cx="{wide}" cy="{high}"/><a:blip/></p:inline></w:drawing></w:r>'
    )
    body = docx.paragraph("Kèm theo bản quét.") + f"<w:p>{drawing}</w:p>"
    expected = ("holds 1 picture as large as a page, whose text is not read",) if told else ()
    assert read_docx(docx.file(body)).doubts == expected
