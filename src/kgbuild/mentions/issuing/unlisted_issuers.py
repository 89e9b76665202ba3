"""Issuers that no table lists: the school, company or office that stands lowest in a letterhead."""

import re
from collections.abc import Sequence

from kgbuild.language import fold, is_upper
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.knowledge import HeadNoun
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

_GOES_ON = re.compile(r"(?:(?<![^\W_])(?:và|các|của|cho|thuộc|trong|khối|về)|[,&-])\s*$")
_LONGEST = 140  # characters; no name of a body is longer
_OPENS_NAME = 2  # words: "CÔNG TY" alone is no name


def read_unlisted(
    text: Text, lines: Sequence[Span], known: Sequence[AgencyMention], reader: AgencyReader
) -> AgencyMention | None:
    """Read the lowest body of a letterhead's *lines* where its noun opens a line and no *known* body covers it."""
    for at in range(len(lines) - 1, -1, -1):
        start = lines[at].start
        if at and _GOES_ON.search(text.low[lines[at - 1].start : lines[at - 1].end]):
            continue
        if any(body.span.start <= start < body.span.end for body in known):
            return None
        words = fold(text.norm[start : lines[at].end])
        noun = next((row.noun for row in _nouns(reader) if words.startswith(f"{row.noun} ")), "")
        if not noun:
            continue
        span = Span(start, lines[-1].end)
        listed = reader.lexicon.bodies.longest(tokens(text, span), 0) is not None
        if listed or any(span.start < body.span.start for body in known):
            return None
        name = " ".join(text.words(line) for line in lines[at:])
        if len(name) > _LONGEST or len(words.split()) <= _OPENS_NAME or not is_upper(name):
            return None
        return AgencyMention(span, name=written(text, name, noun), rule="unknown")
    return None


def _nouns(reader: AgencyReader) -> list[HeadNoun]:
    return sorted(reader.lexicon.knowledge.head_nouns, key=lambda row: -len(row.noun))


def written(text: Text, name: str, noun: str) -> str:
    """Write a name that stands in capitals as the text writes it elsewhere, else each word of it with a capital."""
    same = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    for found in same.finditer(text.norm):
        if not is_upper(found.group()):
            said = " ".join(found.group().split())
            return said[:1].upper() + said[1:]
    count = len(noun.split())
    words = [word.capitalize() if at == 0 or at >= count else word.lower() for at, word in enumerate(name.split())]
    return " ".join(words)
