"""The words of a stretch of text: what the readers of names walk along."""

import re
from dataclasses import dataclass

from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.model import Span
from kgbuild.model.text import Text

_WORD = re.compile(r"[^\W_]+|&")
_INFORMED = {"nghệ", "toàn", "thống", "cổng", "tâm", "tầng", "ninh", "trang", "vụ", "hóa", "mạng"}
_SECOND_SYLLABLES = {"tạo", "lập", "trình", "mở", "trả", "góp", "gắn", "tìm"}
# before "trình" that is no verb: "công trình", "chương trình"
_COURSES = {"công", "chương", "quy", "lộ", "tiến", "quá", "giáo", "hành", "lập"}
_AT_FIRST = 1600  # characters that are parted into words at first
_AHEAD = 400  # characters: no name is longer


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word with its place."""

    word: str
    start: int
    end: int


def tokens(text: Text, span: Span) -> list[Token]:
    """List the folded words of *span* (`&` reads "và")."""
    return [
        Token("và" if m.group() == "&" else m.group(), m.start(), m.end())
        for m in _WORD.finditer(text.low, span.start, span.end)
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a stretch of text, and what stands between and around them."""

    text: Text
    words: list[Token]

    @classmethod
    def of(cls, text: Text, span: Span) -> "Line":
        """List the words of *span*."""
        return cls(text, tokens(text, span))

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """Give the folded word at *at*; nothing where there is none."""
        return self.words[at].word if 0 <= at < len(self.words) else ""

    def opens(self, at: int, *phrase: str) -> bool:
        """Tell whether the words of *phrase* stand from *at* on."""
        return all(self.word(at + i) == word for i, word in enumerate(phrase))

    def between(self, at: int) -> str:
        """Give what stands before the word at *at*: blanks, marks."""
        return self.text.norm[self.words[at - 1].end : self.words[at].start] if 0 < at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Tell whether nothing but a blank parts the word at *at* from the one before."""
        return 0 < at < len(self.words) and not self.between(at).strip()

    def upper(self, at: int) -> bool:
        """Tell whether the word at *at* begins with a capital."""
        return 0 <= at < len(self.words) and self.text.norm[self.words[at].start].isupper()

    def verb(self, at: int) -> bool:
        """Tell whether a verb written small begins at *at*.

        "tạo" in "Đào tạo", "lập" in "công lập", "thông tin" in "Công nghệ thông tin", "đầu tư xây dựng" behind "dự án"
        are none, nor is "trình" in "công trình".
        """
        if not 0 <= at < len(self.words) or self.upper(at):
            return False
        inside = self.word(at) in _SECOND_SYLLABLES and self.joined(at) and self.upper(at - 1)
        told = self.opens(at, "thông", "tin") and self.joined(at) and self.word(at - 1) in _INFORMED
        course = self.word(at) == "trình" and self.joined(at) and self.word(at - 1) in _COURSES
        applied = self.opens(at - 2, "nông", "nghiệp", "ứng", "dụng")
        if inside or told or course or applied or self.opens(at - 1, "công", "lập") or self._of_project(at):
            return False
        return self._task(at)

    def _of_project(self, at: int) -> bool:
        """Tell "đầu tư" and "xây dựng" in "dự án đầu tư xây dựng": they say of what sort a project is."""
        here = at - 2 * self.opens(at - 2, "đầu", "tư") if self.opens(at, "xây", "dựng") else at
        return (here < at or self.opens(at, "đầu", "tư")) and self.opens(here - 2, "dự", "án") and self.joined(at)

    def _task(self, at: int) -> bool:
        return TASK_VERB.match(self.text.low, self.words[at].start) is not None

    def span(self, first: int, after: int) -> Span:
        """Give the place of the words from *first* to the one before *after*."""
        return Span(self.words[first].start, self.words[after - 1].end)

    def said(self, first: int, after: int) -> str:
        """Give these words as printed."""
        return self.text.words(self.span(first, after))


@dataclass(slots=True)
class Unfolding:
    """A line of which only the beginning is in words, up to `end`: a list may end long before its text does."""

    line: Line
    span: Span
    end: int

    @classmethod
    def of(cls, text: Text, span: Span) -> "Unfolding":
        """Take the beginning of *span*."""
        end = _blank(text, span.start + _AT_FIRST, span.end)
        return cls(Line.of(text, Span(span.start, end)), span, end)

    @classmethod
    def whole(cls, text: Text, span: Span) -> "Unfolding":
        """Take all of *span* at once."""
        return cls(Line.of(text, span), span, span.end)

    def reach(self, at: int) -> bool:
        """Part more of the text into words where hardly any stand behind word *at*; tell whether any came."""
        text, words, before = self.line.text, self.line.words, self.end
        while self.end < self.span.end and (at >= len(words) or words[at].start > self.end - _AHEAD):
            end = _blank(text, 2 * self.end - self.span.start, self.span.end)
            words.extend(tokens(text, Span(self.end, end)))
            self.end = end
        return self.end > before


def _blank(text: Text, start: int, end: int) -> int:
    """Find the first blank from *start* on, up to *end*."""
    found = text.norm.find(" ", start, end)
    return found if found >= 0 else end
