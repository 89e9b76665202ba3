"""Directives of which only title and text are left, and reports that look like them."""

import pytest

from kgbuild.model.structure import Mark

TITLE = "Về tăng cường phòng cháy, chữa cháy trong mùa khô năm 2001"
STORY = "Từ đầu năm đến nay đã xảy ra 87 vụ cháy, thiệt hại lớn về người và tài sản của nhân dân trong toàn thành phố."
POINTS = ("1. Công an thành phố tăng cường kiểm tra.", "2. Sở Tài chính cấp kinh phí.")


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def test_a_directive_without_its_head(split) -> None:
    file = split(page(TITLE, STORY, "Ủy ban nhân dân thành phố chỉ thị:", *POINTS))
    assert (file.part.kind, file.part.head.form, file.words(file.part.head.title)) == ("document", "chi-thi", TITLE)
    assert file.part.head.symbol is file.part.head.date is file.part.head.authority is None
    assert [item.mark for item in file.part.items[2:]] == [Mark.NUMBER, Mark.NUMBER]


@pytest.mark.parametrize(
    "lines",
    [
        ("Thành phố tăng cường phòng cháy", STORY, "Ủy ban nhân dân thành phố chỉ thị:", *POINTS),
        (TITLE, STORY, "Ủy ban nhân dân thành phố yêu cầu:", *POINTS),
        (TITLE, STORY, "Chỉ thị này nêu hai việc.", *POINTS),
        (TITLE, STORY, "Ủy ban nhân dân thành phố chỉ thị:", "Các sở kiểm tra.", "Sở Tài chính cấp kinh phí."),
    ],
)
def test_reports_stay_reports(split, lines: tuple[str, ...]) -> None:
    assert split(page(*lines)).part.kind == "news"


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("Nhận được Công điện này, các sở báo cáo.", "cong-dien"),
        ("Nhận được công văn này, các sở báo cáo.", "cong-van"),
        ("Kế hoạch này có hiệu lực từ ngày ký.", "tin-tuc"),
        ("Công văn nàyy.", "tin-tuc"),
    ],
)
def test_the_form_that_the_text_calls_itself(split, said: str, form: str) -> None:
    head = split(page(TITLE, STORY, "Ủy ban nhân dân thành phố yêu cầu:", *POINTS, said)).part.head
    assert head.form == form


SECTIONS = (
    "I- MỤC TIÊU",
    "Phấn đấu giảm số vụ cháy.",
    "II- TỔ CHỨC THỰC HIỆN",
    "1. Đảng ủy Quốc hội lãnh đạo việc rà soát pháp luật.",
    "2. Các tỉnh ủy, thành ủy lãnh đạo việc thực hiện.",
)


def test_a_text_of_the_party_without_its_head(split) -> None:
    file = split(page(STORY, *SECTIONS, "Nghị quyết này phổ biến đến chi bộ."))
    assert (file.part.kind, file.part.head.form, file.part.head.title) == ("document", "nghi-quyet", None)
    assert [item.zone.value for item in file.part.items if item.mark is Mark.NUMBER] == ["organisation"] * 2


@pytest.mark.parametrize(
    "lines",
    [
        (STORY, *SECTIONS),  # whose text it is, is not said
        (STORY, *SECTIONS[3:], "Nghị quyết này phổ biến đến chi bộ."),  # no sections
        (STORY, *SECTIONS, "Nghị quyết này có ý nghĩa lớn."),
        (STORY, *SECTIONS, "Bài viết này phổ biến đến chi bộ."),
    ],
)
def test_a_report_on_a_text_of_the_party_stays_a_report(split, lines: tuple[str, ...]) -> None:
    assert split(page(*lines)).part.kind == "news"
