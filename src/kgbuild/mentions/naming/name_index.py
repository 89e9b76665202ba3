"""Find the longest known name that begins at a word."""

from collections.abc import Iterable

from kgbuild.language import fold
from kgbuild.mentions.lines import Token

_LONGEST = 40  # words: a bound on the work, above any name that the tables hold


class NameIndex:
    """A dictionary of folded names that answers: which is the longest one that begins at this word?"""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.entries: dict[str, str] = {}
        self.beginnings: set[str] = set()
        for name, value in names:
            self.add(name, value)

    def add(self, name: str, value: str) -> None:
        """Add a name; the first one given wins where two are alike."""
        key = fold(name)
        if not key or key in self.entries:
            return
        self.entries[key] = value
        words = key.split()
        self.beginnings.update(" ".join(words[:count]) for count in range(1, len(words) + 1))

    def longest(self, words: list[Token], at: int) -> tuple[str, int] | None:
        """Find the longest name that begins at word *at*: its value and the index after its last word."""
        joined, found = "", None
        for end in range(at, min(at + _LONGEST, len(words))):
            joined = f"{joined} {words[end].word}" if joined else words[end].word
            if joined not in self.beginnings:
                break
            if joined in self.entries and not cuts_committee(words, end):
                found = (self.entries[joined], end + 1)
        return found


def cuts_committee(words: list[Token], end: int) -> bool:
    """Tell an end within "ủy ban": "tỉnh, Ủy ban nhân dân" holds no Tỉnh ủy, "Tỉnh ủy, Ban Tổ chức" does.

    So is "Trung ương / Đảng đoàn Quốc hội", a column of two lines, cut within "đảng đoàn", and "Ban Tổ chức Trung ương,
    Đảng ủy Chính phủ" within "đảng ủy". "Tỉnh ủy viên" is a person.
    """
    if words[end].word == "ủy" and end + 1 < len(words) and words[end + 1].word == "viên":
        return words[end + 1].start - words[end].end == 1
    apart = end > 0 and words[end].start - words[end - 1].end > 1
    if words[end].word == "đảng" and end + 1 < len(words) and words[end + 1].word in ("đoàn", "ủy"):
        return words[end + 1].start - words[end].end == 1 and (apart or words[end + 1].word == "đoàn")
    return words[end].word == "ủy" and apart and end + 1 < len(words) and words[end + 1].word == "ban"


NO_NAMES = NameIndex(())
