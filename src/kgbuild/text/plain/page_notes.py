"""Footnotes at the foot of a printed page that part a sentence, in text taken from the pages of a PDF file."""

import re
from dataclasses import dataclass

from kgbuild.language import UPPER
from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.openings import goes_on
from kgbuild.text.rewriting import Rewriter, lines_in

# the number of a note, no dot behind it: "1 Các quy định của Luật …"
_NOTE = re.compile(rf"[ \t]{{0,8}}(?P<number>\d{{1,2}})[ \t]{{1,3}}(?=[{UPPER}“\"(])")
_PAGE = re.compile(r"\f? {8,}-?\s?\d{1,3}\s?-? *")
_DIGITS = re.compile(r"\d+")
_FILLED = re.compile(r"[^\n]*\S[^\n]*(?:\n|$)")
_MOST = 15  # lines of the notes of one page
_GAPS = 4  # blank lines among them and below, at most
_CALLED = 4000  # characters above in which the call of a note stands


@dataclass(frozen=True, slots=True)
class _Foot:
    """The foot of a page: its notes, and where the text goes on below."""

    notes: tuple[Span, ...]
    below: int


def set_page_notes_apart(text: Text) -> Text:
    """Set the footnotes that part a sentence behind the text, as "[1] …"; characters keep their places in the source.

    A note counts when a lone page number stands below it, its number is called in the text above, and the sentence
    over it goes on, small, on the next page.
    """
    feet = _feet(text)
    if not feet:
        return text
    writer = Rewriter(text)
    at = 0
    for foot in feet:
        writer.copy(at, foot.notes[0].start)
        at = foot.below
    writer.copy(at, len(text.norm))
    for note in (note for foot in feet for note in foot.notes):
        _write(writer, text, note)
    writer.put("\n")
    return writer.done()


def _write(writer: Rewriter, text: Text, note: Span) -> None:
    """Write a note with its number in square brackets, without blank lines."""
    number = _DIGITS.match(text.norm, note.start)
    end = number.end() if number else note.start
    writer.put("\n\n")
    writer.put("[", note.start)
    writer.copy(note.start, end)
    writer.put("]")
    for line in _FILLED.finditer(text.norm, end, note.end):
        writer.copy(line.start(), line.end())


def _feet(text: Text) -> list[_Foot]:
    lines = lines_in(text)
    pages = [i for i, line in enumerate(lines) if _PAGE.fullmatch(text.norm, line.start, line.end)]
    found = (_foot(text, lines, page) for page in pages)
    return [foot for foot in found if foot is not None]


def _foot(text: Text, lines: list[Span], page: int) -> _Foot | None:
    """Read the notes above the number of a page, where they part a sentence."""
    opens = _opens(text, lines, page)
    below = next((i for i in range(page + 1, len(lines)) if _words(text, lines[i])), None)
    above = (
        next((_words(text, lines[i]) for i in range(opens[0] - 1, -1, -1) if _words(text, lines[i])), "")
        if opens
        else ""
    )
    if below is None or not above:
        return None
    if not (above[-1].isalnum() or above[-1] in ",”") or not goes_on(_words(text, lines[below])):
        return None
    ends = [*opens[1:], page]
    notes = tuple(text.trim(Span(lines[a].start, lines[b - 1].end)) for a, b in zip(opens, ends, strict=True))
    line = text.norm[lines[below].start : lines[below].end]
    return _Foot(notes, lines[below].start + len(line) - len(line.lstrip()))


def _words(text: Text, line: Span) -> str:
    return text.norm[line.start : line.end].strip()


def _opens(text: Text, lines: list[Span], page: int) -> list[int]:
    """List the lines that open a note right above a page number, in the order of their numbers, each called above."""
    found: list[int] = []
    gaps = 0
    for at in range(page - 1, max(page - 1 - _MOST, -1), -1):
        gaps += not _words(text, lines[at])
        if gaps > _GAPS:
            break
        note = _NOTE.match(text.norm, lines[at].start, lines[at].end)
        if note and _is_called(text, lines[at].start, note["number"]):
            found.insert(0, at)
    return found


def _is_called(text: Text, before: int, number: str) -> bool:
    """Tell whether a word above bears the number of a note: "thiết kế mỏ1 ."."""
    call = re.compile(rf"[^\W\d_][”\")]?{number}(?=[\s.,;:)]|$)")
    return call.search(text.norm, max(0, before - _CALLED), before) is not None
