"""What is attached to a decision below a title that lost its type word: the decision names both."""

import re

from kgbuild.language import fold
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.structure.heads import Forms

_ATTACHES = re.compile(r"(?:ban hành|phê duyệt)\s[^.;]{0,20}kèm theo\s|kèm theo (?:quyết định|nghị quyết|thông tư) này")
_NO_PLAN = ("phu-luc", "danh-muc")
_FEWEST = 3  # words: a shorter title may stand in any article


def lost_form(text: Text, part: Part, carrier: Part, forms: Forms) -> str | None:
    """Tell of which type a document is whose title goes on where its carrier names it: "Kế hoạch | hành động …".

    The carrier says "Ban hành kèm theo Quyết định này Kế hoạch hành động …", the title below it "HÀNH ĐỘNG …".
    """
    title = fold(text.words(part.head.title)) if part.head.title else ""
    if len(title.split()) < _FEWEST or part.head.carried_by is None:
        return None
    for item in carrier.items:
        if not _ATTACHES.search(text.low, item.content.start, item.content.end):
            continue
        named, told, _ = fold(text.words(item.content)).partition(f" {title}")
        found = [name for name in forms.names if told and re.search(rf"(?<!\w){re.escape(name)}$", named)]
        if found and (form := forms.names[max(found, key=len)]) not in _NO_PLAN:
            return form
    return None
