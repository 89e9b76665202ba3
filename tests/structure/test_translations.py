"""Official translations into English: number, day, type and title as in the original's head."""

import pytest

RESOLUTION = """Print article

The Government's regular meeting

May 21, 2016 10:04 AM GMT+7

THE GOVERNMENT
-------

SOCIALIST REPUBLIC OF VIET NAM
Independence - Freedom - Happiness
---------------

No. 33/NQ-CP

Ha Noi, May 09, 2016

RESOLUTION

THE GOVERNMENT’S REGULAR MEETING - APRIL 2016

THE GOVERNMENT

Pursuant to the Government’s Decree No. 08/2012/ND-CP dated February 16, 2012 on the working regulation;

RESOLVES:

1. Regarding the common tasks

Members of the Government must make every effort.
"""


def test_a_translated_head_is_read(split) -> None:
    head = split(RESOLUTION).head()
    assert (head["form"], head["symbol"], head["date"]) == ("nghi-quyet", "33/NQ-CP", "2016-05-09")
    assert head["title"] == "THE GOVERNMENT'S REGULAR MEETING - APRIL 2016".replace("'", "’")


@pytest.mark.parametrize("line", ["No money was spent in 2016.", "No 5 of the list", "Notice: 33/NQ-CP"])
def test_other_lines_with_no_are_no_numbers(split, line: str) -> None:
    assert split(RESOLUTION.replace("No. 33/NQ-CP", line)).head()["symbol"] is None
