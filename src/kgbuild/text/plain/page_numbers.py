"""Lone page numbers that stand between the halves of a paragraph, in text taken from the pages of a PDF file."""

import re
from collections.abc import Iterator
from itertools import accumulate

from kgbuild.language import is_upper
from kgbuild.model import Span
from kgbuild.model.text import Text
from kgbuild.text.openings import goes_on
from kgbuild.text.rewriting import Rewriter

_NUMBER = re.compile(r"\s*(?:-\s?)?(?P<page>\d{1,3})(?:\s?-)?\s*")
_APART = 9  # blank lines at most between a page number and the text
_LEAST = 30  # characters: a shorter line ends by itself
_SECOND = 2
_FAR = 600  # characters: two numbers of pages stand no closer


def drop_page_numbers(text: Text) -> Text:
    """Take the page numbers out that part a sentence; all other characters keep their places in the source.

    A number counts when a form feed stands beside it, or when lone numbers one less and one more stand farther off.
    """
    cuts = list(_cuts(text))
    if not cuts:
        return text
    writer = Rewriter(text)
    at = 0
    for cut in cuts:
        writer.copy(at, cut.start + 1)  # one line break stays
        at = cut.end
    writer.copy(at, len(text.norm))
    return writer.done()


def _cuts(text: Text) -> Iterator[Span]:
    found = list(_numbers(text))
    first, last = dict(reversed(found)), dict(found)
    for page, span in found:
        if _parts_sentence(text, span) and (_has_form_feed(text, span) or _counted(page, span, first, last)):
            yield span


def _numbers(text: Text) -> Iterator[tuple[int, Span]]:
    """List lone numbers, each with the stretch from the end of the line above to the beginning of the one below."""
    lines = text.norm.split("\n")
    ends = list(accumulate(len(line) + 1 for line in lines))
    for at, line in enumerate(lines):
        number = _NUMBER.fullmatch(line)
        if number is None:
            continue
        above = next((i for i in range(at - 1, max(at - _APART, 0) - 1, -1) if lines[i].strip()), None)
        below = next((i for i in range(at + 1, min(at + _APART, len(lines))) if lines[i].strip()), None)
        if above is not None and below is not None:
            indent = len(lines[below]) - len(lines[below].lstrip())
            yield int(number["page"]), Span(ends[above] - 1, ends[below - 1] + indent)


def _parts_sentence(text: Text, span: Span) -> bool:
    """Tell whether the line above breaks off and the one below goes on, small."""
    begin = text.norm.rfind("\n", 0, span.start) + 1
    above = text.norm[begin : span.start].rstrip()
    below = text.norm[span.end : span.end + 6]
    if len(above) < _LEAST or not (above[-1].isalnum() or above[-1] == ",") or is_upper(above):
        return False
    return goes_on(below)


def _has_form_feed(text: Text, span: Span) -> bool:
    return "\f" in text.raw[text.offsets[span.start] : text.offsets[span.end]]


def _counted(page: int, span: Span, first: dict[int, Span], last: dict[int, Span]) -> bool:
    """Tell whether the pages before and after are numbered too, or the two before, or the two after.

    The first page bears no number (Decree 30/2020/NĐ-CP, Appendix I), so that pages 2 and 3 count alone.
    """

    def before(number: int) -> bool:
        return number in first and span.start - first[number].end > _FAR

    def after(number: int) -> bool:
        return number in last and last[number].start - span.end > _FAR

    back, ahead = before(page - 1), after(page + 1)
    if (page == _SECOND and ahead) or (page == _SECOND + 1 and back):
        return first[_SECOND].start > _FAR
    return (back and ahead) or (back and before(page - 2)) or (ahead and after(page + 2))
