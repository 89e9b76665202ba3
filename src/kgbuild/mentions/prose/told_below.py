"""Who must do what stands below an unmarked lead-in: "Căn cứ Báo cáo, Văn phòng … tập trung một số nhiệm vụ sau:"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.lead_ins import INTRODUCES, Owner, leads_in
from kgbuild.mentions.prose.subjects import read_subject, sentences_of
from kgbuild.model.structure import Item, Mark
from kgbuild.model.text import Text


def told_below(
    text: Text, items: Sequence[Item], owners: Mapping[int, Owner], used: set[int], reader: AgencyReader
) -> dict[int, Owner]:
    """Read the bodies whose duties the last sentence of a lead-in says to stand below it, behind its opening.

    Where paragraphs below it in its section name bodies of their own, it only sums up what those are told.
    """
    found: dict[int, Owner] = {}
    for index, item in enumerate(items):
        if index in owners or index in used or item.mark is not Mark.NONE or not leads_in(text, item):
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
    """List what stands below a paragraph in its section."""
    return takewhile(lambda at: items[at].parent >= items[index].parent, range(index + 1, len(items)))
