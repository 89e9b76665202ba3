"""Titles of old collections, which open with the document's own issuer, number and day."""

import pytest

BODY = "\n\nCăn cứ Nghị định số 60/2003/NĐ-CP ngày 06/6/2003;\n\nĐiều 1. Phạm vi\n\nThu phí.\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "THÔNG TƯ\nCỦA BỘ TÀI CHÍNH SỐ 7/2004/TT-BTC NGÀY 24 THÁNG 8 NĂM 2004 HƯỚNG DẪN THU PHÍ CHỢ",
            ("7/2004/TT-BTC", "2004-08-24", "BỘ TÀI CHÍNH", "HƯỚNG DẪN THU PHÍ CHỢ"),
        ),
        (
            "NGHỊ ĐỊNH\nSỐ 9/2003/NĐ-CP NGÀY 06/6/2003 CỦA CHÍNH PHỦ VỀ PHÍ CHỢ",
            ("9/2003/NĐ-CP", "2003-06-06", "CHÍNH PHỦ", "VỀ PHÍ CHỢ"),
        ),
        (
            "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 84-CP NGÀY 6 THÁNG 9 NĂM 1995 VỀ PHÍ CHỢ",
            ("84/CP", "1995-09-06", "CHÍNH PHỦ", "VỀ PHÍ CHỢ"),
        ),
        # the number of another document is none of its own
        (
            "THÔNG TƯ\nCỦA BỘ TÀI CHÍNH VỀ VIỆC THỰC HIỆN QUYẾT ĐỊNH SỐ 16/2005/QĐ-TTg NGÀY 07/7/2005 VỀ PHÍ CHỢ",
            (
                None,
                None,
                None,
                "CỦA BỘ TÀI CHÍNH VỀ VIỆC THỰC HIỆN QUYẾT ĐỊNH SỐ 16/2005/QĐ-TTg NGÀY 07/7/2005 VỀ PHÍ CHỢ",
            ),
        ),
    ],
    ids=["issuer first", "number first", "no type symbol", "another's number"],
)
def test_what_a_title_says_of_the_document_itself(split, lines: str, expected: tuple[str | None, ...]) -> None:
    head = split(lines + BODY).head()
    assert (head["symbol"], head["date"], head["authority"], head["title"]) == expected


def test_a_letterhead_with_another_number_is_left_alone(split) -> None:
    above = (
        "BỘ TÀI CHÍNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 8/2004/TT-BTC\n\nHà Nội, ngày 1 tháng 9 năm 2004\n\n"
    )
    title = "CỦA BỘ TÀI CHÍNH SỐ 7/2004/TT-BTC NGÀY 24 THÁNG 8 NĂM 2004 VỀ PHÍ CHỢ"
    head = split(above + "THÔNG TƯ\n" + title + BODY).head()
    assert (head["symbol"], head["date"], head["title"]) == ("8/2004/TT-BTC", "2004-09-01", title)
