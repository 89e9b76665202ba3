"""Who must do what stands below a lead-in: "Căn cứ Báo cáo, Văn phòng … tập trung một số nhiệm vụ sau:"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.lead_ins import INTRODUCES, Owner, leads_in
from kgbuild.mentions.prose.subjects import read_subject, sentences_of
from kgbuild.model.structure import Item, Mark
from kgbuild.model.text import Text

_MARKS = (Mark.NONE, Mark.NUMBER)


def told_below(
    text: Text, items: Sequence[Item], owners: Mapping[int, Owner], used: set[int], reader: AgencyReader
) -> dict[int, Owner]:
    """Read the bodies whose duties the last sentence of a lead-in says to stand below it, behind its opening.

    Where paragraphs below it in its section name bodies of their own, it only sums up what those are told.
    """
    found: dict[int, Owner] = {}
    for index, item in enumerate(items):
        if index in owners or index in used or item.mark not in _MARKS or not leads_in(text, item):
            continue
        if not INTRODUCES.search(text.low, item.content.start, item.content.end):
            continue
        if any(at in owners or at in used for at in _section_below(items, index)):
            continue
        subject = read_subject(text, sentences_of(text, item.content)[-1], reader)
        if subject is not None and len(subject.opening):
            found[index] = Owner(subject.agents, subject.duty.start, asked=False)
    return found


def _section_below(items: Sequence[Item], index: int) -> Iterator[int]:
    """List what stands below a point, or below a paragraph without a mark in its section."""
    top = items[index].parent if items[index].mark is Mark.NONE else index
    return takewhile(lambda at: items[at].parent >= top, range(index + 1, len(items)))
