"""Write a text anew: stretches left out, set in another order, signs put in; each character knows its source."""

from array import array

from kgbuild.model import Span
from kgbuild.model.text import Text


def lines_in(text: Text) -> list[Span]:
    """List the lines of a text between its line breaks, empty ones too."""
    lines, at = [], 0
    for line in text.norm.split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return lines


class Rewriter:
    """Writes the forms of a text side by side; signs put in take the place of the character before them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.plain: list[str] = []
        self.norm: list[str] = []
        self.low: list[str] = []
        self.offsets = array("I")

    def copy(self, start: int, end: int) -> None:
        """Take over a stretch of the old text."""
        self.plain.append(self.text.plain[start:end])
        self.norm.append(self.text.norm[start:end])
        self.low.append(self.text.low[start:end])
        self.offsets.extend(self.text.offsets[start:end])

    def put(self, signs: str, before: int | None = None) -> None:
        """Put in signs that the source does not have; they take the place of the character at *before*, if given."""
        for form in (self.plain, self.norm, self.low):
            form.append(signs)
        last = self.offsets[-1] if self.offsets else 0
        self.offsets.extend([last if before is None else self.text.offsets[before]] * len(signs))

    def done(self) -> Text:
        """Give the new text."""
        self.offsets.append(len(self.text.raw))
        return Text(self.text.raw, "".join(self.plain), "".join(self.norm), "".join(self.low), self.offsets)
