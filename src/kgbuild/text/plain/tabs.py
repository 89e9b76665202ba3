"""Tabs that part the cells of a line: where they stand, and what line between two such rows belongs to them."""

from collections.abc import Sequence

from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.openings import LONE_MARK

TABS = 2  # places on a line where tabs stand: fewer part no cells
_GROUP = 200  # characters: no heading between rows is longer


def tabs(text: Text, line: Span) -> list[int]:
    """Find the tabs that part cells on a line: none at its ends, and more than one behind the mark of a list item."""
    if text.raw.find("\t", text.offsets[line.start], text.offsets[line.end]) < 0:
        return []
    inside = text.trim(line)
    found = [at for at in range(inside.start, inside.end) if text.raw[text.offsets[at]] == "\t"]
    return [] if all(LONE_MARK.fullmatch(text.norm, inside.start, at) for at in found) else found


def between_tabs(text: Text, lines: Sequence[Span], at: int) -> bool:
    """Tell the one line between two rows parted by tabs that heads the rows below: "II", a tab, "Hạ tầng"."""
    content = text.norm[lines[at].start : lines[at].end]
    sides = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return (
        0 < len(content.strip()) <= _GROUP
        and "|" not in content
        and len(sides) == 2
        and all("|" not in text.norm[side.start : side.end] and len(tabs(text, side)) >= TABS for side in sides)
    )
