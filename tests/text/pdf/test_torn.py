"""PDF: words that narrow cells break in the middle, and what looks like them."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from kgbuild.model.text import Reading
from kgbuild.text.pdf.reader import read_pdf
from kgbuild.text.pdf.torn import go_on

Shown = Callable[[Reading], list[object]]

NARROW = [40, 80, 116, 300, 540]  # letters of 6 points: the second column has room for five
HEADING = ["TT", "Tên", "Nhiệm vụ của từng cơ quan", "Cơ quan chủ trì"]


def cell(pdf: SimpleNamespace, shown: Shown, narrow: str, said: str = "") -> object:
    """Read what stands in the narrow column of a table below a text."""
    page = pdf.Page().text(40, 60, said)
    rows = [HEADING, ["1", narrow, "Rà soát quy hoạch", "Sở Y tế"], ["2", "Năm", "Lập đề án", "Sở Nội vụ"]]
    page.table(80, NARROW, rows, height=100)
    *_, table = shown(read_pdf(pdf.file([page])))
    assert isinstance(table, list)
    return table[1][1]


@pytest.mark.parametrize(
    ("narrow", "read"),
    [
        ("Thươn\ng", "Thương"),
        ("Công\nThươn\ng", "Công Thương"),
        ("Th\nanh\ntra", "Th anh tra"),  # the next letter had room: no word is broken there
        ("phườn\ng, xã", "phường, xã"),
        ("hườn\n, xã", "hườn, xã"),  # no blank before a comma
        ("nghiệ\np", "nghiệp"),
        ("nghiê\np", "nghiê p"),  # none that is spelt so
        ("Ngành\nY tế", "Ngành Y tế"),
        ("NGÀNH\ng", "NGÀNH g"),  # capitals and small letters make no word
        ("9/202\n6", "9/2026"),  # a date that is cut
        ("12/20\n26", "12/2026"),
        ("S\nT\nT", "S T T"),  # room for more letters on each line
        ("Thành\nhoạch", "Thành hoạch"),
    ],
)
def test_a_word_is_put_together_where_spelling_and_room_tell_that_it_is_broken(
    pdf: SimpleNamespace, shown: Shown, narrow: str, read: str
) -> None:
    assert cell(pdf, shown, narrow) == read


def test_what_may_be_two_words_is_one_where_the_file_has_the_whole_and_not_the_pieces(
    pdf: SimpleNamespace, shown: Shown
) -> None:
    assert cell(pdf, shown, "truyề\nn ông") == "truyền ông"
    assert cell(pdf, shown, "(truy\nền)") == "(truy ền)"
    assert cell(pdf, shown, "(truy\nền)", "Sở Truyền thông tỉnh") == "(truyền)"
    assert cell(pdf, shown, "(truy\nền)", "Sở Truyền thông truy thu ền thuế") == "(truy ền)"
    assert cell(pdf, shown, "n 202\n6") == "n 202 6"
    assert cell(pdf, shown, "n 202\n6", "trong năm 2026 này") == "n 2026"
    assert cell(pdf, shown, "n 202\n6", "có 202 xã trong năm 2026 này") == "n 202 6"


def test_a_number_in_a_column_too_narrow_for_it(pdf: SimpleNamespace, shown: Shown) -> None:
    columns = [40, 50, 300, 540]
    rows = [["T\nT", "Nhiệm vụ", "Chủ trì"], ["1\n2", "Rà soát", "Sở Y tế"], ["1\n3", "Lập đề án", "Sở Nội vụ"]]
    table = shown(read_pdf(pdf.file([pdf.Page().table(80, columns, rows)])))[0]
    assert isinstance(table, list)
    assert [row[0] for row in table] == ["TT", "12", "13"]


def test_words_beyond_the_edge_of_the_page_stay_in_the_last_column(pdf: SimpleNamespace, shown: Shown) -> None:
    rows = [["TT", "Nhiệm vụ", "Thời gian"], ["1", "Rà soát", "Quý III năm 2026"], ["2", "Lập đề án", "Năm 2027"]]
    page = pdf.Page().table(80, [40, 80, 560, 595], rows)
    assert shown(read_pdf(pdf.file([page])))[0] == rows


@pytest.mark.parametrize(
    ("above", "below", "read"),
    [
        ("UBND các phường", ", xã", "UBND các phường, xã"),
        ("Chươn", "g trình", "Chương trình"),
        ("Sở", "Y tế", "Sở\nY tế"),
        ("Sở có", "c) Phòng", "Sở có\nc) Phòng"),
        ("Tháng 7/20", "26", "Tháng 7/2026"),
        ("2026 - 203", "0", "2026 - 2030"),
        ("năm 20", "26 dự án", "năm 20\n26 dự án"),
    ],
)
def test_a_cell_goes_on_over_the_page(above: str, below: str, read: str) -> None:
    assert go_on(above, below) == read
