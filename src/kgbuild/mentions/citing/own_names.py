"""What a document is called itself, and what it only sets out to make: neither is a citation of another document."""

import re
from dataclasses import dataclass

from kgbuild.language import fold
from kgbuild.model import Span
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

# what is issued, approved or still to be made has no number yet that could be cited
_MAKES = re.compile(
    r"(?<![^\W_])(?:ban hành|phê duyệt|thông qua|công bố|xây dựng|lập|hoàn thiện)"
    r"(?:\s+kèm\s+theo\s+\S+(?:\s+\S+)?\s+này)?"
    r"(?:\s*[,:]?\s*(?:là|bản|đề cương|nội dung|việc|và|dự toán|kinh phí))*\s*[“\"]?\s*$"
)
_IN_TITLE = re.compile(r"(?<![^\W_])(?:ban hành|phê duyệt|thông qua|công bố)\s+")
# "Về kế hoạch phát triển kinh tế - xã hội 5 năm 2016 - 2020": the resolution sets it out, and so is on it
_ON = re.compile(r"(?:về\s+)?(?=(?:kế hoạch|quy hoạch|chương trình|đề án|chiến lược)(?![^\W_]))")
_FEWEST = 5  # words: a shorter name may be that of any document


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The folded names under which a document speaks of itself and of what it promulgates."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, text: Text, part: Part) -> "OwnNames":
        """Take type word and title; of a decision also what its title says that it promulgates."""
        title = fold(text.words(part.head.title)) if part.head.title else ""
        form = fold(text.words(part.head.form_span)) if part.head.form_span else ""
        promulgated = _IN_TITLE.search(title) or _ON.match(title)
        names = (f"{form} {title.removeprefix('về việc ')}", title[promulgated.end() :] if promulgated else "")
        return cls(tuple(name for name in names if len(name.split()) >= _FEWEST))

    def and_of(self, text: Text, carrier: Part | None) -> "OwnNames":
        """Add the names of the document that carries this one: an annex speaks of it by its title."""
        return OwnNames((*self.names, *OwnNames.of(text, carrier).names)) if carrier else self

    def holds(self, name: str) -> bool:
        """Tell whether *name* is one of these, whole or with words left out ("trên địa bàn tỉnh")."""
        words = fold(name).split()
        return any(_within(words, own.split()) or _within(own.split(), words) for own in self.names)


def _within(few: list[str], many: list[str]) -> bool:
    """Tell whether *few* are among *many* in their order, and both begin alike."""
    if len(few) < _FEWEST or few[:3] != many[:3]:
        return False
    left = iter(many)
    return all(word in left for word in few)


def is_made(text: Text, lead: Span) -> bool:
    """Tell whether the words before a name say that what it names is issued, approved or made here."""
    return bool(_MAKES.search(text.low, max(lead.start, lead.end - 80), lead.end))
