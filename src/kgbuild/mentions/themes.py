"""Themes of a passage: codes of code:theme by their cue phrases, each with the words that gave it."""

import re
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.mentions import TaskMention, Themes
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_GENERAL = "quan-ly-nha-nuoc"
_WORD = re.compile(r"[^\W_]+|&")


@dataclass(frozen=True, slots=True)
class ThemeCues:
    """Cue phrases (folded) with their themes; the longest phrase at a place wins.

    A phrase without a theme names the whole field ("khoa học, công nghệ và đổi mới sáng tạo"): it hides the cues
    inside it, since it tells no text of the field from another.
    """

    cues: dict[str, tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, themes: dict[str, tuple[str, ...]]) -> "ThemeCues":
        """Take the alternative labels of the theme code list; those under the empty code name the whole field."""
        cues: dict[str, tuple[str, ...]] = {}
        for code, phrases in sorted(themes.items()):
            for cue in phrases:
                cues[fold(cue)] = (*cues.get(fold(cue), ()), code) if code else ()
        return cls(cues, max((len(cue.split()) for cue in cues), default=0))

    def find(self, text: Text, span: Span, limit: int = 3) -> Themes:
        """Find the themes of *span*, at most *limit*: the most often cued first, then the earliest.

        Where a passage names its fields, the general theme of state management gives way to them.
        """
        words = [
            (("và" if m.group() == "&" else m.group()), m.start(), m.end())
            for m in _WORD.finditer(text.low, span.start, span.end)
        ]
        hits: dict[str, list[Span]] = {}
        at = 0
        while at < len(words):
            step = 1
            for count in range(min(self.longest, len(words) - at), 0, -1):
                codes = self.cues.get(" ".join(w for w, _, _ in words[at : at + count]))
                if codes is not None:
                    for code in codes:
                        hits.setdefault(code, []).append(Span(words[at][1], words[at + count - 1][2]))
                    step = count
                    break
            at += step
        ranked = sorted(hits.items(), key=lambda h: (-len(h[1]), h[0] == _GENERAL, h[1][0].start))[:limit]
        return tuple((code, spans[0]) for code, spans in sorted(ranked))

    def of_task(self, text: Text, task: TaskMention) -> Themes:
        """Find the themes of a task: of the whole duty in prose, of the cell that names it in a table."""
        return self.find(text, task.span if task.source == "narrative" else task.title)

    def of_headings(self, text: Text, part: Part) -> dict[Span, Themes]:
        """Find the themes of a document's title, of headings and row groups of tables, by their spans."""
        spans = [item.content for item in part.items if item.heading]
        spans += [group.heading for table in part.tables for group in table.groups]
        spans += [part.head.title] if part.head.title else []
        return {span: themes for span in spans if (themes := self.find(text, span))}
