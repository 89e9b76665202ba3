"""Match the names of bodies and places in running text, the longest first."""

import re
from collections.abc import Iterable, Iterator

from kgbuild.language import fold, place_tones, slug
from kgbuild.mentions.lines import Line, Token
from kgbuild.mentions.naming.head_nouns import HeadNouns
from kgbuild.mentions.naming.name_index import NameIndex, cuts_committee
from kgbuild.model.knowledge import AgencyRecord, Area, Knowledge

_PLACEHOLDER = re.compile(r"\{[XxT]\}")
_MOST_INITIALS = 7
_PLACE_HEADS = ("thành phố", "tỉnh", "tp", "t p")


PLACED = "\x01"  # marks a spelling that names its body only together with a place


def _spellings(record: AgencyRecord) -> Iterator[tuple[str, str]]:
    """Write out the names of a record without its place: `{U}` both ways; a spelling with {X} or {x} needs a place."""
    for name in (record.name, *record.aliases):
        bare = _PLACEHOLDER.sub(" ", name)
        value = record.id + PLACED if bare != name else record.id
        if "{U}" in bare:
            for committee in ("Thành ủy", "Tỉnh ủy"):
                yield bare.replace("{U}", committee), record.id
        else:
            yield bare, value


def _head(record: AgencyRecord) -> str:
    return fold(record.name).split()[0] if record.bare_names else ""


def _letters(records: Iterable[AgencyRecord]) -> dict[str, str]:
    """List the initials that the bodies behind one head word go by, without marks between them."""
    found: dict[str, str] = {}
    for record in records:
        initials = [name for name in record.bare_names if name == name.upper() and " " not in name]
        if len(record.symbol) > 2:
            initials.append(record.symbol[1:])  # STC: Sở | TC
        for name in initials:
            found.setdefault("".join(word for word in fold(name).split() if word != "và"), record.id)
    return found


def _codes(records: Iterable[AgencyRecord]) -> dict[str, str]:
    """List the codes that departments and ministries go by whole, as in the numbers of their papers: SNV, BKHCN.

    Of the ministries only long ones: "BTC" is many a board.
    """
    found: dict[str, str] = {}
    for record in records:
        if record.symbol and (record.kind.startswith("so-") or (record.kind == "bo" and len(record.symbol) > 3)):
            found.setdefault(fold(record.symbol), record.id)
    return found


class Lexicon:
    """The names that one build knows: bodies by full name, bare names after a shared head word, places."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        single = [r for r in knowledge.agencies.values() if r.type and r.kind != "group"]
        everywhere = [r for r in single if r.scope in ("central", "province")]
        everywhere.sort(key=lambda r: bool(r.valid_to))  # of two bodies with one name, the one that still lives
        local = [r for r in single if r.scope not in ("central", "province")]
        spelled = [pair for r in everywhere for pair in _spellings(r)]
        self.bodies = NameIndex(sorted(spelled, key=lambda pair: pair[1].endswith(PLACED)))
        self.placed = NameIndex((name, value) for name, value in spelled if value.endswith(PLACED))
        self.local: dict[str, NameIndex] = {}
        for record in local:
            index = self.local.setdefault(record.scope, NameIndex(()))
            for name, value in _spellings(record):
                index.add(name, value.removesuffix(PLACED))
        self.bare: dict[str, NameIndex] = {}
        for record in everywhere:
            head = _head(record)
            index = self.bare.setdefault(head, NameIndex(()))
            for name in record.bare_names:
                index.add(name, record.id)
        self.letters = {head: _letters(r for r in everywhere if _head(r) == head) for head in sorted(self.bare) if head}
        self.letters[""] = _codes(everywhere)
        groups = knowledge.groups.values()
        self.group_nouns = NameIndex((noun, group.slug) for group in groups for noun in group.nouns)
        self.heads = HeadNouns.of(knowledge.head_nouns)
        self.qualifiers = NameIndex((words, group.slug) for group in groups for words in group.qualifiers)
        self.common_surnames = frozenset(fold(row.surname) for row in knowledge.surnames.values() if row.common)
        self.places = NameIndex(self._place_names(knowledge.areas.values()))

    def spelled_out(self, line: Line, at: int, head: str) -> tuple[str, int] | None:
        """Read the initials of a body behind its head word, however they are parted: "NN và PTNT", "LĐ-TB-XH", "TC".

        Without a head word it is the whole code of a body that they spell: "SNV", "BKHCN".
        """
        known = self.letters.get(head, {})
        key, found = "", None
        for here in range(at, min(at + _MOST_INITIALS, len(line))):
            if here > at and line.between(here).strip() not in ("", "-", "–", ",", "."):
                break
            if line.word(here) == "và":
                continue
            if not line.said(here, here + 1).isupper():
                break
            key += line.word(here)
            if key in known:
                found = (known[key], here + 1)
        return found

    @staticmethod
    def _place_names(areas: Iterable[Area]) -> Iterator[tuple[str, str]]:
        for area in sorted(areas, key=lambda a: (bool(a.valid_from), a.slug)):
            if area.slug == "viet-nam":
                continue
            for name in (area.name, area.full_name, *area.aliases):
                yield name, area.slug
                if not fold(name).startswith(_PLACE_HEADS):
                    for head in ("tỉnh", "thành phố", "tp"):
                        yield f"{head} {name}", area.slug

    def place(self, words: list[Token], at: int) -> tuple[str, int] | None:
        """Read a place that begins at word *at*: "tỉnh Gia Lai", "Thành phố", "TP"; the slug is empty for "Thành phố".

        "của" and "trên địa bàn" before it belong to it.
        """
        start = at
        for lead in (["trên", "địa", "bàn"], ["của"], ["thuộc"]):
            if [w.word for w in words[start : start + len(lead)]] == lead:
                start += len(lead)
                break
        named = self.places.longest(words, start)
        if named:
            return named
        for generic in (["thành", "phố"], ["tỉnh"], ["tp"], ["thủ", "đô"]):
            after = start + len(generic)
            if [w.word for w in words[start:after]] == generic and not _is_committee(words, after):
                return "", after
        return None


def _is_committee(words: list[Token], at: int) -> bool:
    """Tell "ủy" of "tỉnh ủy", "thành phố ủy": it stands right behind the level."""
    return at < len(words) and words[at].word == "ủy" and not cuts_committee(words, at)


_DETERMINERS = re.compile(r"\A(?:(?:các|những|mọi|tất cả|quý)\s+)+", re.IGNORECASE)
_LONGEST_CODE = 60  # characters


def code_of(words: str) -> str:
    """Make the code of a collective that no table lists from its words, without the determiners before them.

    >>> code_of("Các hộ nông dân"), code_of("những hộ nông dân")
    ('ho-nong-dan', 'ho-nong-dan')
    """
    return slug(_DETERMINERS.sub("", words))[:_LONGEST_CODE].strip("-")


def text_of(name: str) -> str:
    """Normalise a printed name for a label: one blank between words, tones placed."""
    return place_tones(" ".join(name.split()))
