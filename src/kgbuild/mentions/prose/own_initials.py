"""Initials by which a document calls the bodies again that it has named in full: "Phòng QLTM"."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.mentions.lines import Token
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model.mentions import AgencyMention

_WORD = re.compile(r"[^\W_]+|&")
_FEWEST = 2  # letters: one may be the name of a hall


def introduce(reader: AgencyReader, mentions: Sequence[AgencyMention]) -> None:
    """Let the reader know the bodies that the document itself names in headings and tables, and their initials."""
    for mention in mentions:
        if mention.name and not mention.group and len(mention.name.split()) >= 3 and mention.rule == "unknown":
            reader.bodies.local.add(mention.name, mention.name)
            for short in initials_of(mention.name, reader.lexicon):
                reader.bodies.local.add(short, mention.name)


def initials_of(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Write the noun of a body with the initials behind it, run together and parted as the name is.

    >>> from kgbuild.extraction import knowledge_of
    >>> list(initials_of("Phòng Khoa học và Đào tạo", Lexicon(knowledge_of())))
    ['Phòng KHĐT', 'Phòng KH và ĐT']
    """
    words = [Token("và" if m[0] == "&" else m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(name)]
    head = lexicon.heads.opened(words, 0)
    rest = words[head:]
    if not head or any(name[word.start].isdigit() for word in rest):
        return
    noun = name[: words[head - 1].end]
    parts, run = [], ""
    for at, word in enumerate(rest):
        parted = at and name[rest[at - 1].end : word.start].strip()
        if run and (parted or word.word == "và"):
            parts.append(run)
            run = ""
        if word.word == "và":
            parts.append("và")
        else:
            run += name[word.start].upper()
    letters = [part for part in (*parts, run) if part]
    if sum(len(part) for part in letters if part != "và") >= _FEWEST:
        yield f"{noun} {''.join(part for part in letters if part != 'và')}"
        if len(letters) > 1:
            yield f"{noun} {' '.join(letters)}"
