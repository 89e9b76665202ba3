"""Marks that a converter sets between the pages of a file ("===== Trang 3 ====="), with the page's own head line."""

import re
from collections import Counter
from collections.abc import Iterator

from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.openings import goes_on
from kgbuild.text.rewriting import Rewriter, lines_in

_RULE = r"(?:={2,}|-{2,}|_{2,}|\*{2,}|#{2,}|\[|<{1,3})"
_MARK = re.compile(
    rf"[ \t]*{_RULE}[ \t]*(?:trang|page)(?:[ \t]+số)?[ \t]*:?[ \t]*(?P<page>\d{{1,4}})"
    r"(?:[ \t]*(?:/|of)[ \t]*\d{1,4})?[ \t]*(?:[=_*#>\]-]{1,80})[ \t]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[ \t]*[-–]?[ \t]*\d{1,3}[ \t]*[-–]?[ \t]*")
_SHORT = 60  # characters: a longer line is no head line of a page
_ENDS = frozenset(".;:!?")


def drop_page_marks(text: Text) -> Text:
    """Take the marks out, with the number or the head line that a page repeats right below them.

    A sentence that a page parts is joined; else an empty line stays. All characters keep their places in the source.
    """
    lines = lines_in(text)
    marks = [at for at, line in enumerate(lines) if _MARK.fullmatch(text.norm, line.start, line.end)]
    if not marks:
        return text
    repeated = _repeated(text, lines, marks)
    writer = Rewriter(text)
    at = 0
    for cut in _cuts(text, lines, marks, repeated):
        if cut.start < at:
            continue
        writer.copy(at, cut.start)
        if cut.start:
            writer.put("\n" if _parts_sentence(text, cut) else "\n\n")
        at = cut.end
    writer.copy(at, len(text.norm))
    return writer.done()


def _letters(text: Text, line: Span) -> str:
    """Give the letters of a line, by which head lines of pages are alike whatever their numbers."""
    return "".join(char for char in text.low[line.start : line.end] if char.isalpha())


def _below(text: Text, lines: list[Span], mark: int) -> int:
    """Find the first line with words below a mark."""
    return next((at for at in range(mark + 1, len(lines)) if text.norm[lines[at].start : lines[at].end].strip()), mark)


def _repeated(text: Text, lines: list[Span], marks: list[int]) -> frozenset[str]:
    """List the letters of the short lines below two marks or more that end in the number of their page.

    "Phụ lục 1" and "Phụ lục 2" stand at the top of pages too, and number themselves.
    """
    found: Counter[str] = Counter()
    for mark in marks:
        line = lines[_below(text, lines, mark)]
        named = _MARK.fullmatch(text.norm, lines[mark].start, lines[mark].end)
        words = text.norm[line.start : line.end].replace(" ", "")
        if named and len(line) <= _SHORT and words.endswith(named["page"]):
            found[_letters(text, line)] += 1
    return frozenset(letters for letters, count in found.items() if letters and count > 1)


def _cuts(text: Text, lines: list[Span], marks: list[int], repeated: frozenset[str]) -> Iterator[Span]:
    """List what is to be taken out: from the end of the text above a mark to the beginning of that below it."""
    marked = frozenset(marks)
    for mark in marks:
        at = _below(text, lines, mark)
        first = lines[at]
        if at not in marked and len(first) <= _SHORT and _is_head(text, first, repeated):
            at = _below(text, lines, at)
        yield Span(_end_above(text, lines[mark].start), lines[at].start if at not in marked else lines[at].end)


def _end_above(text: Text, at: int) -> int:
    """Find where the words above a place end."""
    while at and text.norm[at - 1] in " \t\n":
        at -= 1
    return at


def _is_head(text: Text, line: Span, repeated: frozenset[str]) -> bool:
    """Tell the head line of a page, or its number alone; letters that were misread may differ in one place."""
    if _NUMBER.fullmatch(text.norm, line.start, line.end):
        return True
    letters = _letters(text, line)
    return any(
        len(letters) == len(known) and sum(a != b for a, b in zip(letters, known, strict=True)) <= 1
        for known in repeated
    )


def _parts_sentence(text: Text, cut: Span) -> bool:
    """Tell whether the line above breaks off and the one below goes on, small."""
    above = text.norm[text.norm.rfind("\n", 0, cut.start) + 1 : cut.start].rstrip()
    below = text.norm[cut.end : cut.end + 6].lstrip()
    if not above or not below or above[-1] in _ENDS or is_upper(above):
        return False
    return goes_on(below)
