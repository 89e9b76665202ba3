"""The earliest day of a source that prints no date."""

import pytest

from kgbuild.model import Span
from kgbuild.model.mentions import CitationMention
from kgbuild.resolution.undated import no_earlier
from kgbuild.text.normalize import normalise


def cited(*days: str) -> list[CitationMention]:
    return [CitationMention(Span(0, 1), "cites", "ke-hoach", date=day or None, name="") for day in days]


@pytest.mark.parametrize(
    ("head", "days", "expected"),
    [
        ("Lào Cai, ngày       tháng      năm 2026", [], "2026-01-01"),
        ("Lào Cai, ngày … tháng 4 năm 2026", ["2026-02-11", "2019-05-30"], "2026-02-11"),
        ("Lào Cai, ngày ... tháng ... năm 2026", ["2062-02-11"], "2026-01-01"),
        ("KẾ HOẠCH", ["2019-05-30", "2025-08-01", ""], "2025-08-01"),
        ("KẾ HOẠCH", [], ""),
        # a day that is printed is no open date
        ("Thực hiện Kế hoạch ngày 04 tháng 01 năm 2026", [], ""),
    ],
)
def test_a_source_is_no_earlier_than_what_it_cites(head: str, days: list[str], expected: str) -> None:
    assert no_earlier(normalise(head), cited(*days)) == expected
