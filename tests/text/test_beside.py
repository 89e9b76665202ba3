"""Head and end set in two columns by tabs or blanks, in Word files and pages."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.beside import TAB, part_columns
from kgbuild.text.docx.reader import read_docx
from kgbuild.text.html.reader import read_html

Shown = Callable[[Reading], list[object]]

LEFT = ["UBND TỈNH SƠN LA", "SỞ Y TẾ", "Số: 12/KH-SYT"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sơn La, ngày 5 tháng 3 năm 2024"]
BODY = ["KẾ HOẠCH", "Kiểm tra thuốc", "1. Mục đích", "Sở Y tế kiểm tra."]
RECEIVE = ["Nơi nhận:", "- Như trên;", "- Các phòng;", "- Lưu: VT."]
SIGN = ["GIÁM ĐỐC", "Lê Văn Sơn"]


def rows(gap: str, margin: str) -> list[str]:
    """Set head and end side by side: the name stands to the right below the last recipient."""
    head = [f"{left}{gap}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    end = [f"{RECEIVE[0]}{gap}{SIGN[0]}", *RECEIVE[1:3], f"{margin}{SIGN[1]}", RECEIVE[3]]
    return [*head, *BODY, *end]


@pytest.mark.parametrize("gap", ["\t", "\t\t\t", " " * 12])
def test_columns_set_by_tabs_or_blanks_in_word_are_taken_apart(gap: str, docx: SimpleNamespace, shown: Shown) -> None:
    body = "".join(docx.paragraph(line) for line in rows(gap, "\t" * 6))
    assert shown(read_docx(docx.file(body))) == [*LEFT, *RIGHT, *BODY, *RECEIVE, *SIGN]


@pytest.mark.parametrize("form", ["<p>{}</p>", "{}<br>"])
def test_columns_set_by_blanks_on_a_page_are_taken_apart(form: str, shown: Shown) -> None:
    lines = rows("&nbsp; " * 6, "&nbsp; " * 20)
    page = "<html><body><div>" + "\n".join(form.format(line) for line in lines) + "</div></body></html>"
    assert shown(read_html(page.encode())) == [*LEFT, *RIGHT, *BODY, *RECEIVE, *SIGN]


def test_blanks_in_preformatted_text_part_columns(shown: Shown) -> None:
    page = "<html><body><pre>" + "\n".join(rows(" " * 10, " " * 50)) + "</pre></body></html>"
    assert shown(read_html(page.encode())) == [*LEFT, *RIGHT, *BODY, *RECEIVE, *SIGN]


def test_a_post_to_the_right_above_the_recipients_belongs_to_the_signature() -> None:
    lines = [f"{TAB}{TAB}GIÁM ĐỐC", f"Nơi nhận:{TAB}Lê Văn Sơn", "- Lưu: VT."]
    assert list(part_columns(lines)) == ["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn Sơn"]


@pytest.mark.parametrize(
    "lines",
    [
        # the marks of a list stand before tabs
        [f"Điều 1.{TAB}Ban hành Kế hoạch.", f"Điều 2.{TAB}Sở Y tế thực hiện."],
        [f"a){TAB}Kiểm tra thuốc", f"b){TAB}Báo cáo"],
        # figures to the right of words
        [f"Tổng số xã:{TAB}12", f"Trong đó miền núi:{TAB}7"],
    ],
)
def test_other_lines_with_tabs_stay_in_order(lines: list[str]) -> None:
    assert list(part_columns(lines)) == lines


def test_what_follows_a_head_stays_below_it() -> None:
    lines = [f"SỞ Y TẾ{TAB}{RIGHT[0]}", "KẾ HOẠCH", "Kiểm tra thuốc", "I. MỤC ĐÍCH", "Yêu cầu", f"1.{TAB}Kiểm tra"]
    assert list(part_columns(lines)) == ["SỞ Y TẾ", RIGHT[0], *lines[1:]]


def test_the_subject_of_a_letter_is_whole_though_it_stands_beside_the_date() -> None:
    lines = [f"{left}{TAB}{right}" for left, right in zip([*LEFT[1:], "V/v kiểm tra"], RIGHT, strict=True)]
    lines += ["Thuốc tại các xã", "Kính gửi: Các xã", "Sở Y tế yêu cầu:"]
    expected = [*LEFT[1:], "V/v kiểm tra\nThuốc tại các xã", *RIGHT, *lines[-2:]]
    assert list(part_columns(lines)) == expected
