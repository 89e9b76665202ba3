"""Checking a draft: nothing in a sound one, and each planted slip found for what it is, with its words and place."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kgbuild.checking import DraftCheck, Remark, check
from kgbuild.config import Settings
from kgbuild.errors import SourceError

SOUND = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số:      /KH-UBND

Hà Nội, ngày      tháng      năm 2026

KẾ HOẠCH

Phát triển khoa học và công nghệ thành phố Hà Nội năm 2026

Căn cứ Luật Khoa học, Công nghệ và Đổi mới sáng tạo ngày 27 tháng 6 năm 2025;

UBND Thành phố ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

- Nâng cao nhận thức về khoa học và công nghệ.

II. TỔ CHỨC THỰC HIỆN

1. Sở Khoa học và Công nghệ

Chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ hằng năm bố trí vốn đầu tư cho khoa học và công nghệ.

| Stt | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Xây dựng chính sách thu hút tài năng trẻ | Sở Nội vụ | Sở Tài chính, Y tế | Năm 2026 |
| 2 | Xây dựng cơ sở dữ liệu khoa học và công nghệ | Sở Khoa học và Công nghệ | Sở Xây dựng | Năm 2026 |
| 3 | Tổ chức hội thi sáng tạo kỹ thuật | Sở Khoa học và Công nghệ | Sở Y tế | Quý IV/2026 |

Nơi nhận:
- Thường trực Thành ủy;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn An
"""
TODAY = date(2026, 11, 22)
Check = Callable[..., DraftCheck]


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """Check the sound draft after replacements in its text."""

    def run(*changes: tuple[str, str], today: date = TODAY, name: str = "du-thao.txt") -> DraftCheck:
        text = SOUND
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return check(path, Settings(), today)

    return run


def test_a_sound_draft_has_no_remarks(checked: Check) -> None:
    done = checked()
    assert [(remark.rule, remark.message_vi) for remark in done.remarks] == []
    assert (done.day, done.undated, done.serious) == ("2026-11-22", True, 0)


@pytest.mark.parametrize(
    ("old", "new", "rule", "words"),
    [
        ("Sở Tài chính, Y tế", "Sở Tài chính, Nội vụ", "LeadIsCoordinator", "Nội vụ"),
        ("Sở Tài chính, Y tế", "Sở Tài chính, Y tế, Tài chính", "NamedTwice", "Tài chính"),
        ("Sở Tài chính, Sở Nội vụ hằng", "Sở Y tế, Sở Nội vụ, Sở Y tế hằng", "NamedTwice", "Sở Y tế"),
        ("Sở Xây dựng", "Sở Kế hoạch và Đầu tư", "AgencyOutsideLife", "Sở Kế hoạch và Đầu tư"),
        (
            "Luật Khoa học, Công nghệ và Đổi mới sáng tạo ngày 27 tháng 6 năm 2025",
            "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013",
            "ReplacedCited",
            "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013",
        ),
        ("- Thường trực Thành ủy;", "- Sở Kế hoạch và Đầu tư;", "RecipientOutsideLife", "Sở Kế hoạch và Đầu tư"),
        ("/KH-UBND", "/QĐ-UBND", "FormAgainstHeading", "/QĐ-UBND"),
        ("Số:      /KH", "Số: 15/QĐ", "FormAgainstHeading", "15/QĐ-UBND"),
        ("| 2 | Xây dựng cơ sở dữ liệu khoa học và công nghệ | Sở Khoa học và Công nghệ |",
         "| 2 | Xây dựng cơ sở dữ liệu khoa học và công nghệ | |",
         "TableTaskWithoutLead", "Xây dựng cơ sở dữ liệu khoa học và công nghệ"),
        ("KT. CHỦ TỊCH", "CHỦ TỊCH", "DeputyWithoutKT", "TM. ỦY BAN NHÂN DÂN"),
        ("| 3 |", "| 5 |", "RowGap", "Tổ chức hội thi sáng tạo kỹ thuật"),
        ("| 3 |", "| 2 |", "RowRepeat", "Tổ chức hội thi sáng tạo kỹ thuật"),
        ("Sở Tài chính, Y tế", "Các sở, ngành của Thành ph", "TruncatedAssignee", "Các sở, ngành của Thành ph"),
        ("Quý IV/2026", "Trước ngày 31/6/2027", "ImpossibleDay", "ngày 31/6/2027"),
        ("Quý IV/2026", "Năm 2025", "DueBeforeIssued", "Năm 2025"),
        ("về khoa học và công nghệ.", "qua họp mặt thứ Hai, ngày 04/3/2026.",
         "WrongWeekday", "thứ Hai, ngày 04/3/2026"),
        ("ngày 27 tháng 6 năm 2025;", "ngày 27 tháng 6 năm 2025 và Nghị định số 30/2020/NĐ-CP ngày 05/3/2021;",
         "SymbolAgainstDate", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021"),
        ("- Thường trực Thành ủy;", "- Như Điều 3;", "RecipientsAgainstArticles", "Điều 3"),
        ("UBND Thành phố ban hành", "Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư;\n\nUBND Thành phố ban hành",
         "ProposerOutsideLife", "Giám đốc Sở Kế hoạch và Đầu tư"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n", "HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n", "SymbolAgainstLetterhead",
         "/KH-UBND"),
    ],
)  # fmt: skip
def test_a_slip_is_found_with_its_words(checked: Check, old: str, new: str, rule: str, words: str) -> None:
    done = checked((old, new))
    assert {remark.rule for remark in done.remarks} == {rule}
    remark: Remark = done.remarks[0]
    assert (remark.severity, done.serious) == ("Warning", 1)
    assert words in " ".join(passage.words for passage in remark.passages)
    text = SOUND.replace(old, new)
    for passage in remark.passages:
        assert text[passage.start : passage.end] == passage.words
        assert text.split("\n")[passage.line - 1][passage.column - 1 :].startswith(passage.words.split("\n")[0])


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("| Sở Xây dựng | Năm 2026 |", "| Sở Xây dựng | |", "TaskWithoutSchedule"),
        ("II. TỔ", "III. TỔ", "SectionGap"),
        ("II. TỔ", "I. TỔ", "SectionRepeat"),
        ("- Thường trực Thành ủy;", "- Như trên;", "RecipientsWithoutAddress"),
        ("Nâng cao nhận thức", "Nâng cao nhận thức (Phụ lục I, II kèm theo)", "AnnexNotHere"),
    ],
)
def test_a_note_is_not_serious(checked: Check, old: str, new: str, rule: str) -> None:
    done = checked((old, new))
    assert ([remark.rule for remark in done.remarks], done.serious) == ([rule], 0)


def test_what_had_not_yet_changed_on_the_day_of_signing_is_no_slip(checked: Check) -> None:
    old_body = ("Sở Xây dựng", "Sở Kế hoạch và Đầu tư")
    law = "Luật Khoa học, Công nghệ và Đổi mới sáng tạo ngày 27 tháng 6 năm 2025"
    old_law = (law, "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013")
    assert checked(old_body, old_law, today=date(2025, 2, 1)).remarks == ()
    dated = ("ngày      tháng      năm 2026", "ngày 10 tháng 01 năm 2025")
    done = checked(old_body, old_law, dated)
    assert (done.remarks, done.day, done.undated) == ((), "2025-01-10", False)


def test_a_new_law_is_given_time_to_come_into_force(checked: Check) -> None:
    law = "Luật Khoa học, Công nghệ và Đổi mới sáng tạo ngày 27 tháng 6 năm 2025"
    old_law = (law, "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013")
    assert checked(old_law, today=date(2025, 8, 1)).remarks == ()
    assert [remark.rule for remark in checked(old_law, today=date(2026, 1, 15)).remarks] == ["ReplacedCited"]


def test_a_body_that_is_no_more_is_told_with_its_successor(checked: Check) -> None:
    (remark,) = checked(("Sở Xây dựng", "Sở Kế hoạch và Đầu tư")).remarks
    assert remark.hint == "Cơ quan kế thừa: Sở Tài chính thành phố Hà Nội."
    assert "22/11/2026" in remark.message_vi


def test_remarks_stand_in_reading_order(checked: Check) -> None:
    done = checked(("KT. CHỦ TỊCH", "CHỦ TỊCH"), ("/KH-UBND", "/QĐ-UBND"), ("| 3 |", "| 5 |"))
    starts = [remark.passages[0].start for remark in done.remarks]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_an_internal_draft_is_checked_a_secret_one_is_not_read(checked: Check) -> None:
    assert checked(("-------\n\nCỘNG", "-------\n\nLưu hành nội bộ\n\nCỘNG")).remarks == ()
    with pytest.raises(SourceError, match="marked as secret"):
        checked(("-------\n\nCỘNG", "-------\n\nTỐI MẬT\n\nCỘNG"))


def test_windows_line_ends_count_as_one_line(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.txt"
    text = SOUND.replace("| 3 |", "| 5 |")
    path.write_text(text, encoding="utf-8", newline="\r\n")
    (remark,) = check(path, Settings(), TODAY).remarks
    line = next(n for n, content in enumerate(text.split("\n"), start=1) if "| 5 |" in content)
    assert remark.passages[0].line == line


def test_nothing_is_written(checked: Check, tmp_path: Path) -> None:
    checked()
    assert [path.name for path in tmp_path.iterdir()] == ["du-thao.txt"]


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(" ", encoding="utf-8")
    with pytest.raises(SourceError, match=r"x\.txt"):
        check(path, Settings(), TODAY)
    with pytest.raises(SourceError):
        check(tmp_path / "missing.txt", Settings(), TODAY)


DRAFTS = Path(__file__).parents[1] / "fixtures" / "drafts"
# What stands wrong in each draft, in reading order: the rule, its words, and what is told besides.
PLANTED: dict[str, list[tuple[str, str, str]]] = {
    "ke-hoach.md": [
        ("ReplacedCited", "Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013", "Đổi mới sáng tạo số 93/2025/QH15"),
        ("LeadIsCoordinator", "Sở Khoa học và Công nghệ", "Nâng cấp Trung tâm dữ liệu tỉnh"),
        ("AgencyOutsideLife", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ tỉnh Ninh Bình"),
        ("TaskWithoutSchedule", "Số hóa hồ sơ hộ tịch", "3 “Số hóa hồ sơ hộ tịch”"),
        ("NamedTwice", "Công an tỉnh", "3 “Số hóa hồ sơ hộ tịch”"),
        ("RowGap", "Xây dựng kho dữ liệu dùng chung", "không có dòng 4"),
        ("AgencyOutsideLife", "UBND các huyện, thị xã, thành phố", "30/06/2025"),
    ],
    "quyet-dinh.txt": [
        ("ReplacedCited", "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "72/2025/QH15"),
        ("AgencyOutsideLife", "Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố", "30/06/2025"),
        ("DeputyWithoutKT", "CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Phước", "KT."),
        ("SectionRepeat", "II. NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN"),
        ("AgencyOutsideLife", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường tỉnh An Giang"),
        ("LeadIsCoordinator", "Sở Tài chính", "Xây dựng cơ chế hỗ trợ doanh nghiệp"),
        ("EndBeforeStart", "Từ năm 2028 đến năm 2027", "2028"),
        ("AgencyOutsideLife", "Ủy ban nhân dân các huyện, thị xã, thành phố", "30/06/2025"),
    ],
    "chi-thi.txt": [
        ("FormAgainstHeading", "/KH-UBND", "Chỉ thị"),
        ("AgencyOutsideLife", "Sở Giao thông vận tải", "Sở Xây dựng thành phố Đà Nẵng"),
        ("AgencyOutsideLife", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ thành phố Đà Nẵng"),
        ("SectionGap", "4. Ủy ban nhân dân các xã, phường, đặc khu", "không có mục 3"),
    ],
    "cong-van.txt": [
        ("AgencyOutsideLife", "Sở Kế hoạch và Đầu tư", "Sở Tài chính tỉnh Lâm Đồng"),
        ("NamedTwice", "Sở Tài chính", "nhiệm vụ “"),
    ],
    "chuong-trinh.txt": [
        ("FormAgainstHeading", "-NQ/TU", "Nghị quyết"),
        ("AgencyOutsideLife", "Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy Lào Cai"),
        ("AgencyOutsideLife", "Ban cán sự đảng Ủy ban nhân dân tỉnh", "Đảng ủy Ủy ban nhân dân tỉnh Lào Cai"),
    ],
    "khong-loi.txt": [],
}


@pytest.mark.parametrize("name", PLANTED)
def test_drafts_of_every_kind(name: str) -> None:
    """Provinces formed on 1 July 2025, whose bodies were born with them, and no remark beyond what was planted."""
    done = check(DRAFTS / name, Settings(), TODAY)
    assert [(remark.rule, remark.passages[0].words) for remark in done.remarks] == [(r, w) for r, w, _ in PLANTED[name]]
    for remark, (_, _, told) in zip(done.remarks, PLANTED[name], strict=True):
        assert told in f"{remark.message_vi} {remark.hint}"
        assert "…”" not in remark.message_vi


def test_an_undated_draft_speaks_of_the_bodies_of_its_day() -> None:
    """Before the mergers the department was still there, and the district level too."""
    rules = {r.rule for r in check(DRAFTS / "ke-hoach.md", Settings(), date(2025, 2, 10)).remarks}
    assert "AgencyOutsideLife" not in rules
    assert "LeadIsCoordinator" in rules
