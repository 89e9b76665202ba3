"""Leave a table of contents out of a reading: its lines repeat the headings of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.model.text import Block, Paragraph, Reading, Text

_LEADER = r"(?:\.{4}|…{2}|(?:\s\.){4}|_{4})"
_ENTRY = re.compile(rf"(?:[^\W_](?:(?!{_LEADER}).){{1,400}}{_LEADER}[\s.…_]*(?P<page>\d{{1,4}})(?!\d)\s*)+", re.DOTALL)
_BARE = re.compile(r"[^\W_].{1,200}?\s(?P<page>\d{1,3})", re.DOTALL)
_HEADING = re.compile(r"\W*mục lục\W*(?:trang\W*)?")
_LEAST = 3  # entries


def drop_contents(reading: Reading) -> Reading:
    """Leave out the blocks of a table of contents; the text itself stays as it is.

    Three lines or more that end in page numbers which do not fall are one, when leaders stand before the numbers or
    the heading "Mục lục" stands above.
    """
    blocks: list[Block] = []
    at = 0
    while at < len(reading.blocks):
        end = _end(reading.text, reading.blocks, at)
        if end == at:
            blocks.append(reading.blocks[at])
        at = max(end, at + 1)
    return replace(reading, blocks=tuple(blocks))


def _end(text: Text, blocks: Sequence[Block], start: int) -> int:
    """Find the end of a table of contents that begins at a block; the same place when none does."""
    headed = bool(_HEADING.fullmatch(_line(text, blocks[start]).lower()))
    first = start + headed
    at, page = first, 0
    while at < len(blocks):
        line = _line(text, blocks[at])
        entry = _ENTRY.fullmatch(line) or (_BARE.fullmatch(line) if headed else None)
        if entry is None or int(entry["page"]) < page:
            break
        at, page = at + 1, int(entry["page"])
    return at if at - first >= _LEAST else start


def _line(text: Text, block: Block) -> str:
    """Give the words of a paragraph that is not too long; a table has none that count."""
    short = isinstance(block, Paragraph) and len(block.span) < 2000
    return text.norm[block.span.start : block.span.end].strip() if short else ""
