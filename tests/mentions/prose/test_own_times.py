"""Times on lines of their own: whose they are, and that such a line is no duty."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.prose.duties import read_duties
from kgbuild.mentions.prose.own_times import with_times
from kgbuild.mentions.rows.blocks import read_times

Timed = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def timed(document) -> Timed:
    """List (first words, first year, last year) of each duty."""

    def read(*lines: str) -> list[tuple[str, str, str]]:
        raw = "KẾ HOẠCH\n\nKiểm kê tài sản\n\nI. NHIỆM VỤ CỤ THỂ\n\n" + "\n\n".join(lines) + "\n"
        found = document(raw, "hai-duong")
        times, said = read_times(found.text, found.part)
        tasks = with_times(found.text, found.part, read_duties(found.text, found.part, found.agencies, said), times)
        return [
            (
                " ".join(found.words(task.span).split()[:2]),
                task.schedule.start_year if task.schedule else "",
                task.schedule.end_year if task.schedule else "",
            )
            for task in tasks
        ]

    return read


def test_a_line_below_a_duty_says_when(timed: Timed) -> None:
    assert timed(
        "1. Sở Tài chính",
        "- Tham mưu kế hoạch kiểm kê.",
        "Thời gian thực hiện: Từ tháng 11/2025 đến khi kết thúc kiểm kê.",
        "- Tổng hợp kết quả kiểm kê.",
        "Thời gian hoàn thành: Trước ngày 15/4/2026.",
        "2. Sở Công Thương",
        "- Rà soát chợ.",
    ) == [("Tham mưu", "2025", ""), ("Tổng hợp", "", "2026"), ("Rà soát", "", "")]


def test_one_line_below_all_of_a_list_is_said_of_all(timed: Timed) -> None:
    assert timed(
        "1. Sở Tài chính",
        "- Bố trí vốn.",
        "- Hướng dẫn quyết toán trước ngày 01/3/2025.",
        "Thời gian thực hiện: Năm 2026.",
    ) == [("Bố trí", "2026", "2026"), ("Hướng dẫn", "", "2025")]


def test_a_time_with_words_of_its_own_is_a_duty(timed: Timed) -> None:
    assert [words for words, _, _ in timed("1. Sở Tài chính", "- Thời gian báo cáo: trước ngày 15/12.", "- Chi.")] != []


def test_a_label_behind_a_comma_says_when(timed: Timed) -> None:
    assert timed("1. Sở Tài chính", "- Tổng hợp báo cáo, thời gian thực hiện: Quý I/2026.") == [
        ("Tổng hợp", "2026", "2026")
    ]
