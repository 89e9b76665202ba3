"""Areas in time: before and after 1 July 2025, merged or not."""

import pytest

from kgbuild.resolution.areas import area_at


@pytest.mark.parametrize(
    ("slug", "date", "expected"),
    [
        # a province that keeps its name through the merger has two lives
        ("gia-lai", "2019-09-27", "gia-lai"),
        ("gia-lai", "2025-06-30", "gia-lai"),
        ("gia-lai", "2025-07-01", "gia-lai-2025"),
        ("gia-lai", "2026-01-15", "gia-lai-2025"),
        ("gia-lai-2025", "2024-12-31", "gia-lai"),
        ("gia-lai-2025", "2025-07-01", "gia-lai-2025"),
        ("ho-chi-minh", "2015-10-02", "ho-chi-minh"),
        ("ho-chi-minh", "2025-08-01", "ho-chi-minh-2025"),
        ("dong-nai", "2025-11-18", "dong-nai-2025"),
        ("da-nang", "2025-11-18", "da-nang-2025"),
        # unmerged ones have one
        ("ha-noi", "2013-05-30", "ha-noi"),
        ("ha-noi", "2025-11-24", "ha-noi"),
        ("hue", "2025-11-24", "hue"),
        ("cao-bang", "2026-03-01", "cao-bang"),
        ("thanh-hoa", "2025-11-20", "thanh-hoa"),
        # a province whose name has gone stays itself
        ("kon-tum", "2025-08-01", "kon-tum"),
        ("binh-dinh", "2026-01-01", "binh-dinh"),
        ("ha-tay", "2006-06-14", "ha-tay"),
        ("ha-tay", "2009-01-01", "ha-tay"),
        ("ha-noi", "2006-06-14", "ha-noi"),
        # no date: the older life
        ("gia-lai", "", "gia-lai"),
        ("", "2025-08-01", ""),
        ("nowhere", "2025-08-01", "nowhere"),
    ],
)
def test_the_life_of_a_province_on_a_day(knowledge, slug: str, date: str, expected: str) -> None:
    assert area_at(knowledge, slug, date) == expected
