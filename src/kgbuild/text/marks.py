"""Write the marks in front of list items as browsers and word processors print them."""

import re

from lxml import etree

_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def list_mark(item: etree._Element, counts: dict[etree._Element, int]) -> str:
    """Give the mark of an HTML list item; *counts* keeps how far each list has come."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "-"
    number = _integer(item.get("value")) or counts.get(parent, (_integer(parent.get("start")) or 1) - 1) + 1
    counts[parent] = number
    if item.get("id", "").startswith(("footnote-", "endnote-")):
        return f"[{number}]"
    style = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", parent.get("style", ""))
    return printed(number, _STYLES.get(style[1].lower(), "1") if style else parent.get("type", "1"))


def printed(number: int, kind: str) -> str:
    """Write the number of a list item; *kind* is the `type` of an HTML list.

    >>> printed(3, "1"), printed(3, "a"), printed(4, "I"), printed(28, "A")
    ('3.', 'c)', 'IV.', 'BB.')
    """
    match kind:
        case "a":
            return letters(number, "a") + ")"
        case "A":
            return letters(number, "A") + "."
        case "i":
            return roman_number(number).lower() + ")"
        case "I":
            return roman_number(number) + "."
    return f"{number}."


def letters(number: int, first: str) -> str:
    """Count in letters as word processors do: a … z, aa, bb; what does not fit stays in digits."""
    if not 0 < number <= 26 * 20:
        return str(number)
    return chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman_number(number: int) -> str:
    """Write a Roman number; what lies outside 1 … 399 stays in digits.

    >>> roman_number(14), roman_number(400)
    ('XIV', '400')
    """
    if not 0 < number < 400:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _integer(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip(), re.ASCII) else None
