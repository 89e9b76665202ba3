"""Marks and first words that a converter left alone on their line, set in front of the line that goes on with them."""

import re
from dataclasses import replace

from kgbuild.language import UPPER
from kgbuild.model.text import Text

# "1." or "Bộ" alone; below it a line as long as a page is wide that does not end there: "Văn hóa, Thể thao và …"
_ALONE = re.compile(
    rf"""^[ \t]*(?:
        \d{{1,2}}(?:\.\d{{1,2}})*[.)] | [a-zđ]\) | [-+•]
      | (?:(?<=\n\n)|(?<=[.;:]\n)|(?<=\|\n))(?:[-+•][ \t]+)?[{UPPER}][^\W\d_{UPPER}]{{1,6}}
    )[ \t]*(?P<end>\n)
    (?=[ \t]*["“(]?[{UPPER}][^\n|]{{44,160}}[^\s.;:!?|]\s*\n[ \t]*["“(]?(?:(?![{UPPER}\d])[^\W_]|\d+/|[^\n|]{{40}}))""",
    re.VERBOSE | re.MULTILINE,
)


def join_first_words(text: Text) -> Text:
    """Take out the line breaks behind lone marks and first words; all characters keep their places."""
    ends = [match.start("end") for match in _ALONE.finditer(text.norm)]
    if not ends:
        return text
    plain, norm, low = (_blanked(form, ends) for form in (text.plain, text.norm, text.low))
    return replace(text, plain=plain, norm=norm, low=low)


def _blanked(form: str, places: list[int]) -> str:
    signs = list(form)
    for place in places:
        signs[place] = " "
    return "".join(signs)
