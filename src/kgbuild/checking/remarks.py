"""What a check says: remarks, each with the words that show it, and the draft they are about."""

from dataclasses import dataclass

from kgbuild.model import Span, Statement
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.text import Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the draft and where they stand: code points from the start, line and column from 1."""

    words: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: the shape that says so, what to do, what may help, and the passages that show it."""

    rule: str
    severity: str
    message_vi: str
    message_en: str
    hint: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: its text, what it states, what the tables know, the day and the area it is judged by."""

    text: Text
    statements: tuple[Statement, ...]
    knowledge: Knowledge
    day: str
    area: str


def passage_at(raw: str, start: int, end: int) -> Passage:
    """Cut a passage out of a text, offsets in code points of that text."""
    line = raw.count("\n", 0, start) + 1
    column = start - raw.rfind("\n", 0, start)
    return Passage(raw[start:end], start, end, line, column)


def passage_of(draft: Draft, span: Span) -> Passage:
    """Cut out the words of a span of the normalised text."""
    return passage_at(draft.text.raw, *draft.text.raw_span(span))
