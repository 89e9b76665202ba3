"""Rows whose cells tabs part, where cells of several lines tore them: set on one line each."""

import re
from collections.abc import Sequence

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.plain.tabs import TABS, tabs
from kgbuild.text.rewriting import Rewriter, lines_in

_FIRST = ("stt", "tt", "số tt")  # what stands above the numbers of the rows
_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3}){0,2}|[IVXLC]{1,6}|[A-H])[.)]?\s*")
_LINES = 12  # that one row fills at most


def join_torn_rows(text: Text) -> Text:
    """Set each row of a table with numbered rows on one line, where the tabs of the lines below make it whole."""
    if "\t" not in text.raw:
        return text
    lines = lines_in(text)
    writer = Rewriter(text)
    at = done = 0
    while at < len(lines):
        wanted = _columns(text, lines[at])
        at += 1
        while wanted and at < len(lines):
            end = _row_end(text, lines, at, wanted)
            if end == at:
                break
            for line in lines[at : end - 1]:
                writer.copy(done, line.end)
                writer.put(" ", line.end)
                done = line.end + 1
            at = end
    if not done:
        return text
    writer.copy(done, len(text.norm))
    return writer.done()


def _columns(text: Text, line: Span) -> int:
    """Count the tabs of a heading row that opens with "STT"; 0 for any other line."""
    found = tabs(text, line)
    return len(found) if len(found) >= TABS and fold(text.norm[line.start : found[0]]).strip() in _FIRST else 0


def _row_end(text: Text, lines: Sequence[Span], at: int, wanted: int) -> int:
    """Tell behind which line the row ends that begins at line *at*; *at* where the table ends above it.

    A line with fewer tabs that opens with a number and is not made whole heads a group.
    """
    found = tabs(text, lines[at])
    if not found or not _NUMBER.fullmatch(text.norm, lines[at].start, found[0]):
        return at
    count, end = len(found), at + 1
    for seen in range(at + 1, min(at + _LINES, len(lines))):
        inside = tabs(text, lines[seen])
        words = text.norm[lines[seen].start : lines[seen].end].strip()
        opens = inside and _NUMBER.fullmatch(text.norm, lines[seen].start, inside[0])
        if not words or opens or "|" in words or count + len(inside) > wanted:
            break
        count += len(inside)
        if (inside and count == wanted) or (end == seen and count == wanted and _goes_on(words)):
            end = seen + 1
    return end


def _goes_on(words: str) -> bool:
    return words[0].islower() or words[0] in "-+"
