"""Dates, numbers and truth values as the language of the reader writes them; long names cut short."""

from collections.abc import Mapping
from typing import Any, Final

from kgbuild.model import Literal
from kgbuild.namespaces import XSD

SHORT_NAME: Final = 110  # characters; longer names are cut at a word in links and tables


def shorten(text: str, limit: int = SHORT_NAME) -> str:
    """Cut a long name at a word.

    >>> shorten("một hai ba bốn", 9)
    'một hai…'
    """
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:-–“") + "…"


def write_date(iso: str, language: str, months: list[str]) -> str:
    """Write an ISO date in the manner of the language; anything else unchanged.

    >>> write_date("2013-05-30", "vi", []), write_date("2013-05", "vi", [])
    ('30/05/2013', '2013-05')
    """
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso
    year, month, day = parts
    return f"{day}/{month}/{year}" if language == "vi" else f"{int(day)} {months[int(month) - 1]} {year}"


def write_number(value: str | int, language: str) -> str:
    """Write a number with the separators of the language; zeros at the end of a decimal are dropped.

    >>> write_number("1234.50", "vi"), write_number("1234.50", "en"), write_number("50.0", "vi")
    ('1.234,5', '1,234.5', '50')
    """
    whole, _, rest = str(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole.lstrip("+"))
    if not digits.isdecimal() or (rest and not rest.isdecimal()):
        return str(value)
    point, group = (",", ".") if language == "vi" else (".", ",")
    rest = rest.rstrip("0")
    return sign + f"{int(digits):,}".replace(",", group) + (point + rest if rest else "")


def write_literal(literal: Literal, language: str, strings: Mapping[str, Any]) -> str:
    """Write a date, a truth value or a number as the language writes it; any other text as it is."""
    match literal.datatype:
        case XSD.date:
            return write_date(literal.value, language, strings["months"])
        case XSD.boolean:
            return str(strings["yes" if literal.value in ("true", "1") else "no"])
        case XSD.decimal | XSD.integer:
            return write_number(literal.value, language)
        case _:
            return literal.value
