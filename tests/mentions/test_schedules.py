"""When: years, quarters, months, days, periods and recurrence, in cells and in prose."""

import pytest

from kgbuild.mentions.schedules import find_deadline, read_schedule, recurrence_of
from kgbuild.model import Span
from kgbuild.text.normalize import normalise


def read(words: str):
    text = normalise(words)
    return read_schedule(text, Span(0, len(text.norm)))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Năm 2013 - 2020", "2013", "2020"),
        ("Năm 2013 -2020", "2013", "2020"),
        ("Khởi công 2026, hoàn thành 2028", "2026", "2028"),
        ("Bắt đầu từ quý I/2026, hoàn thành quý IV/2027", "2026", "2027"),
        ("Trình tháng 10/2026", "", "2026"),
        ("Kỳ họp thứ 10 (tháng 10/2025)", "", "2025"),
        ("Sau tháng 6/2026", "", ""),
        ("Quý I/2026, trình tháng 3/2026", "2026", "2026"),
        ("2014-2015", "2014", "2015"),
        ("Năm 2013", "2013", "2013"),
        ("năm 2024", "2024", "2024"),
        ("Trong năm 2025", "2025", "2025"),
        ("Hoàn thành trong năm 2025", "2025", "2025"),
        ("giai đoạn 2021 – 2025", "2021", "2025"),
        ("Giai đoạn 2026-2030", "2026", "2030"),
        ("thời kỳ 2021-2030", "2021", "2030"),
        ("từ năm 2022 đến năm 2025", "2022", "2025"),
        ("Từ 2023 đến hết năm 2026", "2023", "2026"),
        ("Năm 2024, 2025", "2024", "2025"),
        ("năm 2024 và 2025", "2024", "2025"),
        ("Quý II/2024", "2024", "2024"),
        ("Quý IV năm 2023", "2023", "2023"),
        ("Quý I/2024 - Quý IV/2025", "2024", "2025"),
        ("Quý IV/2026, 2027", "2026", "2027"),
        ("Quý III, IV/2026, năm 2027", "2026", "2027"),
        # an end only
        ("Quý III, IV/2025", "2025", "2025"),
        ("Quý I-II/2026", "2026", "2026"),
        ("Q4/2025", "2025", "2025"),
        ("10-11/2019", "2019", "2019"),
        ("Tháng 3 - 12/2020", "2020", "2020"),
        ("từ tháng 01 đến tháng 6 năm 2026", "2026", "2026"),
        ("Giai đoạn 1: 2025-2026; giai đoạn 2: 2027-2030", "2025", "2030"),
        ("Từ 15/11/2025 đến 30/01/2026", "2025", "2026"),
        ("Đến năm 2020", "", "2020"),
        ("đến hết năm 2025", "", "2025"),
        ("Trước 31/12/2025", "", "2025"),
        ("Trước ngày 15/11/2025", "", "2025"),
        ("Xong trước tháng 6/2024", "", "2024"),
        ("Hoàn thành trước quý III/2024", "", "2024"),
        ("tháng 02/2024", "", "2024"),
        ("Tháng 12, năm 2022", "", "2022"),
        ("Tháng 10/2024, Thông tư", "", "2024"),
        ("Tháng 11/2020 Báo cáo kết quả", "", "2020"),
        ("Thủ tướng Chính phủ, 12/2020", "", "2020"),
        ("Nghị định số 12/2020", "", ""),
        ("Theo Luật, số 12/2020", "", ""),
        ("Trong tháng 5/2026", "", "2026"),
        ("T12/2025", "", "2025"),
        ("30/6/2025", "", "2025"),
        ("Tháng 12/2018; tháng 11/2020", "", "2020"),
        # a beginning only
        ("từ năm 2017", "2017", ""),
        ("Từ tháng 9/2023", "2023", ""),
        ("Năm 2025 và các năm tiếp theo", "2025", ""),
        ("Giai đoạn 2026-2030 và những năm tiếp theo", "2026", ""),
        # neither
        ("Năm 2022 và hàng năm", "2022", ""),
        ("2026, thường xuyên", "2026", ""),
        ("Thường xuyên", "", ""),
        ("Hàng năm", "", ""),
        ("hằng năm", "", ""),
        ("Khi có yêu cầu", "", ""),
        ("Theo tiến độ dự án", "", ""),
        ("Sau khi được phê duyệt", "", ""),
        # an order of years that cannot be is kept: a fault of the text, told by a shape
        ("2025 - 2020", "2025", "2020"),
        ("Từ năm 2028 đến năm 2027", "2028", "2027"),
        ("năm 2027 và 2026", "2026", "2027"),
    ],
)
def test_years(words: str, start: str, end: str) -> None:
    found = read(words)
    assert found is not None
    assert (found.start_year, found.end_year) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Trước ngày 15/11/2025", "", "2025-11-15"),
        ("Trước 31/12/2025", "", "2025-12-31"),
        ("30/6/2025", "", "2025-06-30"),
        ("Từ ngày 01/7/2025", "2025-07-01", ""),
        ("Từ 15/11/2025 đến 30/12/2025", "2025-11-15", "2025-12-30"),
        ("15/11-30/11/2025", "2025-11-15", "2025-11-30"),
        # the first day is of a year that nobody says
        ("Từ ngày 01/12 đến ngày 31/3/2026", "", "2026-03-31"),
        ("Năm 2025", "", ""),
        ("10-11/2019", "", ""),
        ("Quý II/2024", "", ""),
        ("31/02/2025", "", ""),
    ],
)
def test_days(words: str, start: str, end: str) -> None:
    found = read(words)
    assert found is not None
    assert (found.start_date, found.end_date) == (start, end)


@pytest.mark.parametrize("words", ["2026 - 20 30", "Quý II/2 026", "1 2/2025", "2025-202 6", "đến 20 30"])
def test_torn_figures_tell_no_year(words: str) -> None:
    found = read(words)
    assert found is not None
    assert (found.start_year, found.end_year, found.end_date) == ("", "", "")


@pytest.mark.parametrize("words", ["", " ", "\xa0", " . ", "\n"])
def test_an_empty_cell_says_nothing(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hàng năm", "hang-nam"),
        ("hằng năm", "hang-nam"),
        ("mỗi năm", "hang-nam"),
        ("định kỳ hàng năm", "hang-nam"),
        ("từng năm và cả giai đoạn", "hang-nam"),
        ("hàng quý", "hang-quy"),
        ("hằng tháng", "hang-thang"),
        ("định kỳ 6 tháng", "nua-nam"),
        ("hàng tuần", "hang-tuan"),
        ("định kỳ", "dinh-ky"),
        ("thường xuyên", "thuong-xuyen"),
        ("năm 2024", ""),
        ("6 tháng đầu năm 2026", ""),
        ("mặt hàng quý hiếm", ""),
        ("thường trực", ""),
        ("định kỳ 06 tháng báo cáo", "nua-nam"),
        ("định kỳ hai năm một lần, hằng năm công bố", "nhieu-nam"),
        ("xây dựng kế hoạch hằng năm", "hang-nam"),
        ("hằng năm bố trí ngân sách", "hang-nam"),
        # of every year, not done every year
        ("bố trí trong dự toán ngân sách hàng năm", ""),
        ("theo nghị quyết hằng năm của Hội đồng nhân dân", ""),
        ("bảo đảm kinh phí chi thường xuyên", ""),
        ("trung tâm giáo dục thường xuyên", ""),
    ],
)
def test_recurrence(words: str, code: str) -> None:
    assert recurrence_of(normalise(words).low) == code


def test_a_period_with_recurrence_keeps_both() -> None:
    found = read("Hàng năm, giai đoạn 2021 - 2025")
    assert found is not None
    assert (found.start_year, found.end_year, found.recurrence) == ("2021", "2025", "hang-nam")


@pytest.mark.parametrize(
    ("words", "start", "end", "date"),
    [
        ("hoàn thành trước ngày 15/12/2025", "", "2025", "2025-12-15"),
        ("báo cáo chậm nhất ngày 20 tháng 11 năm 2024", "", "2024", "2024-11-20"),
        ("tổng kết vào năm 2020", "", "2020", ""),
        ("trình phê duyệt trong năm 2024", "2024", "2024", ""),
        ("xong trước năm 2026", "", "2026", ""),
        # a year in a name or a period of the whole plan is no deadline of the duty
        ("triển khai Chiến lược giai đoạn 2021 - 2030", None, None, None),
        ("thực hiện Luật Đất đai năm 2024", None, None, None),
        ("bố trí kinh phí hàng năm", None, None, None),
        ("trước khi trình UBND tỉnh", None, None, None),
    ],
)
def test_deadlines_in_prose(words: str, start: str | None, end: str | None, date: str | None) -> None:
    text = normalise(words)
    found = find_deadline(text, Span(0, len(text.norm)))
    assert (found and (found.start_year, found.end_year, found.end_date)) == (
        None if end is None else (start, end, date)
    )


def test_the_words_are_those_of_the_cell() -> None:
    text = normalise("  Quý II/2024;\n")
    found = read_schedule(text, Span(0, len(text.norm)))
    assert found is not None
    assert text.words(found.span) == "Quý II/2024"
