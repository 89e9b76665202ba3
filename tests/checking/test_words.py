"""What the words of a draft alone show: days, days of the week, references to its own parts, addressees."""

from collections.abc import Callable, Iterator

import pytest

from kgbuild.checking.bodies import bodies_of_another_day
from kgbuild.checking.days import impossible_days, wrong_weekdays
from kgbuild.checking.references import missing_annexes, recipients_against_address, recipients_against_articles
from kgbuild.checking.remarks import Draft, Remark
from kgbuild.extraction import knowledge_of
from kgbuild.text.plain.reader import read_plain

Rule = Callable[[Draft], Iterator[Remark]]


@pytest.fixture(scope="module")
def words() -> Callable[[Rule, str], list[str]]:
    """The words of the remarks that a rule makes on a text of Lâm Đồng of 12 September 2026."""

    knowledge = knowledge_of()

    def say(rule: Rule, raw: str) -> list[str]:
        draft = Draft(read_plain(raw).text, (), knowledge, "2026-09-12", "lam-dong-2025")
        return [remark.passages[0].words for remark in rule(draft)]

    return say


@pytest.mark.parametrize(
    "day",
    [
        "ngày 31 tháng 02 năm 2026",
        "ngày 31/6",
        "30/02/2024",
        "ngày 29 tháng 2 năm 2027",
        "tháng 13/2026",
        "ngày 0/5/2026",
    ],
)
def test_a_day_that_no_calendar_has(words, day: str) -> None:
    assert words(impossible_days, f"Báo cáo trước {day}.\n") == [day]


@pytest.mark.parametrize(
    "said",
    [
        "ngày 29 tháng 2 năm 2028", "ngày 29/2", "ngày 31 tháng 12", "tháng 12/2026", "Quyết định số 31/2026/QĐ-UBND",
        "Nghị định số 13/2023/NĐ-CP", "đạt 31/63 tỉnh", "Điều 31/2", "tỷ lệ 0/13", "1/2026", "từ ngày 05-31/12/2026",
        "trong 13 tháng 2026 tỷ đồng", "số 45/13/2020/BC", "ngày 1/1/2026-31/12/2026",
    ],
)  # fmt: skip
def test_a_day_or_what_is_none(words, said: str) -> None:
    assert words(impossible_days, f"Báo cáo {said}.\n") == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("thứ Hai, ngày 04/3/2026", True),
        ("Thứ 2 ngày 04 tháng 3 năm 2026", True),
        ("chủ nhật (ngày 04/3/2026)", True),
        ("thứ Tư, ngày 04/3/2026", False),
        ("thứ 4, ngày 04 tháng 03 năm 2026", False),
        ("Chủ nhật, ngày 08/3/2026", False),
        ("lần thứ hai, ngày 04/3/2026", False),
        ("kỳ họp thứ năm, ngày 04/3/2026", False),
        ("thứ Hai, ngày 04/3", False),
    ],
)
def test_days_of_the_week(words, said: str, wrong: bool) -> None:
    assert bool(words(wrong_weekdays, f"Họp vào {said}.\n")) is wrong


DECISION = """Điều 1. Ban hành Quy chế.

Điều 2. Có hiệu lực từ ngày ký.

Điều 3. Chánh Văn phòng, các sở chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:
- Như Điều {number};
- Lưu: VT.
"""


@pytest.mark.parametrize(("number", "found"), [("3", []), ("2", ["Điều 2"]), ("4", ["Điều 4"])])
def test_recipients_are_those_of_the_article_that_charges_them(words, number: str, found: list[str]) -> None:
    assert words(recipients_against_articles, DECISION.format(number=number)) == found


def test_as_above_needs_somebody_above(words) -> None:
    foot = "Đề nghị các sở thực hiện.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    assert words(recipients_against_address, foot) == ["Như trên"]
    assert words(recipients_against_address, f"Kính gửi: Sở Y tế.\n\n{foot}") == []


@pytest.mark.parametrize("annex", ["PHỤ LỤC\n", "Phụ lục I: Danh mục\n", "**PHỤ LỤC 2**\n"])
def test_an_annex_that_is_there_is_not_missed(words, annex: str) -> None:
    said = "Thực hiện các nhiệm vụ (chi tiết tại Phụ lục kèm theo).\n\n"
    assert words(missing_annexes, said) == ["Phụ lục kèm theo"]
    assert words(missing_annexes, said + annex) == []
    assert words(missing_annexes, "Thực hiện Phụ lục I của Nghị định.\n") == []


def test_addressees_that_are_no_more(words) -> None:
    letter = (
        "Kính gửi:\n- Sở Khoa học và Công nghệ;\n- Sở Giao thông vận tải;\n- Ủy ban nhân dân các huyện, thành phố.\n\n"
        "Thực hiện Kế hoạch của Sở Thông tin và Truyền thông năm 2020, đề nghị các sở báo cáo.\n"
    )
    assert words(bodies_of_another_day, letter) == ["Sở Giao thông vận tải", "Ủy ban nhân dân các huyện, thành phố"]
    assert words(bodies_of_another_day, "Kính gửi: Sở Y tế, Sở Tư pháp.\n\nĐề nghị báo cáo.\n") == []
