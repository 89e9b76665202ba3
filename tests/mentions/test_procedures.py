"""Rules of procedure: limits counted from an event, numbered notes of a report, provisions referred to."""

import pytest

from kgbuild.mentions.procedures import read_rules

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


def rules(document, words: str):
    found = document(HEAD + f"- {words}\n", area="son-la")
    return found, list(read_rules(found.text, found.part, found.citations()))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Nộp hồ sơ nghiệm thu chậm nhất 30 ngày làm việc trước khi kết thúc hợp đồng; gửi kèm bản điện tử.",
            (30, "ngày làm việc", "before", "kết thúc hợp đồng"),
        ),
        (
            "Trong thời hạn 05 (năm) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ, Sở Nội vụ thẩm định.",
            (5, "ngày làm việc", "after", "nhận đủ hồ sơ hợp lệ"),
        ),
        (
            "Hợp đồng được thanh lý không quá 60 ngày kể từ khi có quyết định công nhận kết quả.",
            (60, "ngày", "after", "có quyết định công nhận kết quả"),
        ),
    ],
)
def test_a_limit_counted_from_an_event(document, words: str, expected: tuple[int | str, ...]) -> None:
    found, (rule,) = rules(document, words)
    limit = rule.limit
    assert (limit.quantity, limit.unit, limit.direction, found.words(limit.event)) == expected
    assert found.words(rule.span) in words


@pytest.mark.parametrize(
    "words",
    [
        # days of the calendar are schedules, and what comes into force is no procedure
        "Báo cáo UBND tỉnh trước ngày 15/12/2024.",
        "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.",
        "Duy trì ít nhất 30 ngày tập huấn mỗi năm.",
        "Trong 05 năm từ 2021 đến 2025, hoàn thành số hóa.",
        "Sau 5 năm triển khai, kết quả đã rõ.",
    ],
)
def test_other_times(document, words: str) -> None:
    assert rules(document, words)[1] == []


def test_numbered_notes_are_a_rule_each(document) -> None:
    words = (
        "Sở lưu ý một số nội dung như sau: 1. Thực hiện trình tự theo Điều 18 của Quyết định số 05/2021/QĐ-UBND; "
        "2. Không thay đổi nội dung; 3. Nộp chậm nhất 20 ngày trước khi hết hạn."
    )
    found, read = rules(document, words)
    assert [bool(rule.limit) for rule in read] == [False, False, True]
    assert found.words(read[0].reference) == "Điều 18 của Quyết định số 05/2021/QĐ-UBND"
    assert found.words(read[1].span) == "Không thay đổi nội dung"


@pytest.mark.parametrize(
    "words",
    [
        "Sở lưu ý hai nội dung như sau: 1. Đúng hạn; 2. Đủ hồ sơ.",
        "Sở lưu ý các nội dung như sau: 1. Đúng hạn; 3. Đủ hồ sơ; 7. Báo cáo.",
        "Kết quả đạt được như sau: 1. Trồng rừng; 2. Giữ nước; 3. Làm đường.",
    ],
)
def test_other_lists(document, words: str) -> None:
    assert rules(document, words)[1] == []
