"""The earliest day that a source without a date can be of, by the year it leaves open and by what it cites."""

import re
from collections.abc import Sequence

from kgbuild.model.mentions import CitationMention
from kgbuild.model.text import Text

_OPEN_DATE = re.compile(r"ngày[\s.…_/]*tháng[\s\d.…_/]*năm\s+(20\d{2})(?!\d)")
_HEAD = 3000  # characters: the line of place and date stands among them


def no_earlier(text: Text, cited: Sequence[CitationMention]) -> str:
    """Give the day (ISO) before which a source that prints no date was not written; empty where nothing tells.

    A draft leaves day and month of its date line open, but not the year; and it is later than all that it cites, of
    which only slips lie behind that year.
    """
    line = _OPEN_DATE.search(text.low, 0, _HEAD)
    year = line[1] if line else ""
    days = [mention.date for mention in cited if mention.date and (not year or mention.date[:4] <= year)]
    return max([*days, *([f"{year}-01-01"] if year else [])], default="")
