"""Themes of a passage: codes of code:theme by their cue phrases, each with the words that gave it."""

import re
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.text import Text

_WORD = re.compile(r"[^\W_]+|&")


@dataclass(frozen=True, slots=True)
class ThemeCues:
    """Cue phrases (folded) with their theme; the longest phrase at a place wins."""

    cues: dict[str, str]
    longest: int

    @classmethod
    def of(cls, themes: dict[str, tuple[str, ...]]) -> "ThemeCues":
        """Take the alternative labels of the theme code list."""
        cues = {fold(cue): code for code, phrases in sorted(themes.items()) for cue in phrases}
        return cls(cues, max((len(cue.split()) for cue in cues), default=0))

    def find(self, text: Text, span: Span, limit: int = 3) -> tuple[tuple[str, Span], ...]:
        """Find the themes of *span*, at most *limit*: the most often cued first, then the earliest."""
        words = [
            (("và" if m.group() == "&" else m.group()), m.start(), m.end())
            for m in _WORD.finditer(text.low, span.start, span.end)
        ]
        hits: dict[str, list[Span]] = {}
        at = 0
        while at < len(words):
            step = 1
            for count in range(min(self.longest, len(words) - at), 0, -1):
                code = self.cues.get(" ".join(w for w, _, _ in words[at : at + count]))
                if code:
                    hits.setdefault(code, []).append(Span(words[at][1], words[at + count - 1][2]))
                    step = count
                    break
            at += step
        ranked = sorted(hits.items(), key=lambda h: (-len(h[1]), h[1][0].start))[:limit]
        return tuple((code, spans[0]) for code, spans in sorted(ranked))
