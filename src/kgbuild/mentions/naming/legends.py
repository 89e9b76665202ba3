"""Legends: the notes in which a document says what its short names stand for ("Ghi chú: SNV: Sở Nội vụ; …")."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kgbuild.language import UPPER
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.text import Text

_OPENS = re.compile(
    r"^[^\w\n]*(?:ghi chú|chú thích|chú giải|giải thích|(?:các\s+)?(?:chữ|từ|cụm từ)\s+viết tắt|viết tắt)"
    r"[^:\n]{0,60}:[^\w\n]*",
    re.MULTILINE,
)
# "SNV: Sở Nội vụ", "P.KHTC - Phòng Kế hoạch - Tài chính", "SCT là Sở Công Thương"
_PAIR = re.compile(
    rf"[^\w\n]*(?P<short>(?:[{UPPER}][{UPPER}\d&.,/-]{{0,14}}[ ]?){{1,3}}(?<=[{UPPER}\d]))"
    rf"\s*(?:[:=]|\s[-–]|\s(?:là|viết tắt của))\s*(?P<full>[{UPPER}][^;:\n]{{4,120}})"
)
_CAPITALS = re.compile(rf"[{UPPER}]")
_MOST_LINES = 60  # lines below the words that open a legend


def introduce_legend(text: Text, legend: Iterable[tuple[str, Span]], reader: AgencyReader) -> None:
    """Teach the reader which bodies the short names of a legend stand for."""
    for short, full in legend:
        bodies = reader.read_cell(text, full)
        if len(bodies) != 1 or bodies[0].rule == "words":
            words = text.words(full)
            if " " not in short and _stands_for(short, words):
                reader.bodies.short_words[short] = words
        else:
            reader.bodies.local.add(short, short)
            reader.bodies.called[short] = bodies[0]


def _stands_for(short: str, words: str) -> bool:
    """Tell whether a short word is made of the initials of others: "KCHTGT", "Kết cấu hạ tầng giao thông"."""
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", words.lower()) if word != "và")
    return re.sub(r"[^\w]", "", short.lower()) == initials


def read_legend(text: Text) -> Iterator[tuple[str, Span]]:
    """List the short names that are explained, each with the words that explain it."""
    reached = 0
    for opening in _OPENS.finditer(text.low):
        at = opening.end()
        if at < reached:
            continue
        for _ in range(_MOST_LINES):
            end = text.norm.find("\n", at)
            end = len(text.norm) if end < 0 else end
            pairs = [pair for piece in _pieces(text, at, end) if (pair := _pair(text, piece))]
            if not pairs and at > opening.end() and re.search(r"\w", text.norm[at:end]):
                break
            yield from pairs
            at = end + 1
            if at >= len(text.norm):
                break
        reached = at


def _pieces(text: Text, start: int, end: int) -> Iterator[Span]:
    """Cut a line at its semicolons."""
    cuts = [start - 1, *(start + mark.start() for mark in re.finditer(";", text.norm[start:end])), end]
    for before, cut in pairwise(cuts):
        yield Span(before + 1, cut)


def _pair(text: Text, piece: Span) -> tuple[str, Span] | None:
    found = _PAIR.match(text.norm, piece.start, piece.end)
    if found is None or len(_CAPITALS.findall(found["short"])) < 2:
        return None
    return found["short"], text.trim(Span(*found.span("full")), " \t\n.,;*_)")
