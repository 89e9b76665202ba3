"""Milestones: reviews that are ordered, and when; never those that were held, nor a time of something else."""

import pytest

from kgbuild.mentions.milestones import read_milestones

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

III. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ

"""


def read(document, words: str) -> list[tuple[str, str, str, str]]:
    found = document(HEAD + f"- {words}\n", area="son-la")
    mentions = read_milestones(found.text, found.part)
    return [(m.kind, found.words(m.time), m.end_date or m.end_year, m.recurrence) for m in mentions]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Tổ chức sơ kết 5 năm và tổng kết vào năm 2030.",
            [("so-ket", "5 năm", "", ""), ("tong-ket", "vào năm 2030", "2030", "")],
        ),
        (
            "Tham mưu sơ kết, tổng kết việc thực hiện Kế hoạch hằng năm.",
            [("so-ket", "hằng năm", "", "hang-nam"), ("tong-ket", "hằng năm", "", "hang-nam")],
        ),
        (
            "Tổ chức tổng kết thực hiện Kế hoạch trước ngày 31/12/2025.",
            [("tong-ket", "trước ngày 31/12/2025", "2025-12-31", "")],
        ),
        # the day of the document that is carried out
        ("Tham mưu tổng kết việc thực hiện Chỉ thị số 32/CT-TTg ngày 21/10/2025 của Thủ tướng.", []),
        ("Tổ chức sơ kết giữa nhiệm kỳ.", [("so-ket", "giữa nhiệm kỳ", "", "")]),
        ("Tổ chức sơ kết vào quý IV/2026.", [("so-ket", "vào quý IV/2026", "2026", "")]),
    ],
)
def test_reviews_with_their_time(document, words: str, expected: list[tuple[str, ...]]) -> None:
    assert read(document, words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Tổ chức sơ kết, tổng kết việc thực hiện Kế hoạch.",
        "Tổ chức sơ kết, tổng kết và định kỳ hằng năm báo cáo UBND tỉnh.",
        "Hoàn thiện báo cáo tổng kết 10 năm thực hiện Luật.",
        "Nghiên cứu, tổng kết thực tiễn trong năm 2025.",
        "Sau khi tổng kết năm 2023, tiếp tục nhân rộng mô hình.",
        "Tổng kết việc thực hiện Nghị quyết giai đoạn 2016-2020.",
    ],
)
def test_no_review_or_no_time_of_one(document, words: str) -> None:
    assert read(document, words) == []
