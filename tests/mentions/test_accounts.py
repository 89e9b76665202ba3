"""What an official report accounts for is no duty and no measure; what it sets out to do is."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.measures import read_measures
from kgbuild.mentions.prose.duties import introduce_bodies, read_duties

Read = Callable[..., list[str]]

RESULTS = """I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023
1. Công tác y tế
Sở Y tế phối hợp với Sở Tài chính tham mưu UBND tỉnh ban hành 3 kế hoạch.
2. Sở Nội vụ
- Kiểm tra 15 đơn vị trên địa bàn tỉnh.
"""
NEXT = """II. NHIỆM VỤ NĂM 2024
1. Sở Y tế
- Rà soát mạng lưới trạm y tế.
"""


@pytest.fixture(scope="module")
def duties(document) -> Read:
    def read(body: str, form: str = "BÁO CÁO") -> list[str]:
        found = document(f"{form}\n\nCông tác năm 2023\n\n{body}", "nam-dinh")
        introduce_bodies(found.text, found.part, found.agencies)
        return [
            found.words(task.span) for task in read_duties(found.text, found.part, found.agencies, set()) if task.roles
        ]

    return read


@pytest.mark.parametrize("form", ["BÁO CÁO", "KẾ HOẠCH"])
def test_what_was_done_is_no_duty(duties: Read, form: str) -> None:
    assert duties(RESULTS + NEXT, form) == ["Rà soát mạng lưới trạm y tế."]


def test_a_section_of_a_report_without_a_telling_heading_accounts_for_what_was(duties: Read) -> None:
    body = "II. CÔNG TÁC PHỐI HỢP\nCông an tỉnh kiểm tra 12 cơ sở. UBND các huyện chỉ đạo các xã tiêm chủng.\n"
    assert duties(body) == []


def test_what_a_report_asks_for_is_a_duty(duties: Read) -> None:
    assert duties("III. KIẾN NGHỊ\n1. Đề nghị Bộ Y tế sớm ban hành hướng dẫn.\n") == [
        "Đề nghị Bộ Y tế sớm ban hành hướng dẫn."
    ]
    assert duties("I. KẾT QUẢ\n1. Công tác chung\nĐề nghị Sở Y tế sớm ban hành hướng dẫn.\n") != []


def test_a_plan_may_set_the_assessment_as_a_task(duties: Read) -> None:
    body = "IV. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì tổng hợp kết quả thực hiện của các đơn vị.\n"
    assert duties(body, "KẾ HOẠCH") == ["Chủ trì tổng hợp kết quả thực hiện của các đơn vị."]


def test_what_a_body_of_a_plan_has_done_is_no_duty(duties: Read) -> None:
    body = "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Đã chủ trì tham mưu ban hành Đề án.\n- Chủ trì triển khai Đề án.\n"
    assert duties(body, "KẾ HOẠCH") == ["Chủ trì triển khai Đề án."]


def test_results_of_tasks_are_no_measures(document, reader) -> None:
    found = document(f"BÁO CÁO\n\nCông tác năm 2023\n\n{RESULTS}{NEXT}", "nam-dinh")
    read = read_measures(found.text, found.part, reader.themes, set())
    assert [found.words(measure.span) for measure in read] == ["Rà soát mạng lưới trạm y tế."]
