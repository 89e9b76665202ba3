"""Printed numbers of the rows and groups of a task table: how deep they stand, where they go on or begin again."""

import re
from collections.abc import Sequence

from kgbuild.language import UPPER, roman
from kgbuild.model import Span
from kgbuild.model.structure import Row
from kgbuild.model.text import Text

_OPENS = re.compile(rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*|[IVXLC]{{1,6}}|[A-H]|[a-zđ](?=\)))[.)]\s+(?=[{UPPER}“\"])")


def split_number(text: Text, cell: Span) -> tuple[str, Span]:
    """Part the number that opens the words of a cell from them: "3. Rà soát quy hoạch"; "" where none does."""
    match = _OPENS.match(text.norm, cell.start, cell.end)
    return (match["number"], Span(match.end(), cell.end)) if match else ("", cell)


def groups_above(path: list[tuple[int, str]], number: str) -> list[tuple[int, str]]:
    """Leave the group whose number a row goes on from: behind "2" with its "a)", "b)", "3" is a row beside it."""
    last = path[-1][1] if path else ""
    return path[:-1] if last.isdigit() and number.isdigit() and int(number) == int(last) + 1 else path


def level_of(number: str, path: Sequence[tuple[int, str]] = ()) -> int:
    """Tell how deep a group with this printed number stands: letters, Roman numbers, Arabic ones.

    *path* are the groups above: behind B a "C" is the next letter, no Roman 100.
    """
    follows = bool(path) and path[0][0] == 0 and len(number) == 1 and ord(number) == ord(path[0][1]) + 1
    if re.fullmatch(r"[A-H]", number) and (follows or number not in "CD"):
        return 0
    if number and roman(number) is not None:
        return 1
    if re.fullmatch(r"[A-H]", number):
        return 0
    return 2 + number.count(".") if number else 9


def numbers_restart(rows: Sequence[Row]) -> bool:
    """Tell whether a printed number comes twice, so that the group must stand in front of it."""
    numbers = [row.number for row in rows if row.number]
    return len(numbers) != len(set(numbers))
