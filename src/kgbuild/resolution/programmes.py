"""Which programme, scheme, project or fund a name stands for: one node for one, in one document and in all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgbuild.identifiers import short_hash
from kgbuild.language import fold, slug
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.text import Text
from kgbuild.model.things import LinkedProgramme, NamedThing, ProgrammeMention
from kgbuild.resolution.areas import area_at

_HEADS = {"programme": "Chương trình", "scheme": "Đề án", "project": "Dự án", "fund": "Quỹ"}
_LONG_NAME = 8
_MOST_SLUG = 16
_DECLARED = re.compile(r"\s*\(\s*sau đây[^()]{0,80}\)")  # the short name that a text gives within the long one
_PLACED = re.compile(r"\s+(?:trên địa bàn|tại)$")  # what led to a place that was cut off


@dataclass(frozen=True, slots=True)
class _Name:
    mention: ProgrammeMention
    core: str
    years: tuple[str, str]
    area: str


def link_programmes(
    text: Text, mentions: Sequence[ProgrammeMention], area: str, date: str, knowledge: Knowledge
) -> tuple[LinkedProgramme, ...]:
    """Gather the mentions of each thing in a document of *area* and *date*.

    Within a document the bare name is the name with years said elsewhere in it, where there is only one such; a name
    of many words is the longer one that begins with it, likewise. Nothing else is joined.
    """
    names = [_name(text, mention, date, knowledge) for mention in mentions]
    index = _Names(names)
    rows = {row.id: row for row in knowledge.places}
    groups: dict[tuple[str, ...], list[_Name]] = {}
    for name in names:
        mention = name.mention
        if mention.record:
            groups.setdefault((mention.record,), []).append(name)
            continue
        core, years, own = index.full(name)
        # what a central body speaks of as such is the country's, whatever places its name tells
        place = "tw" if area == "tw" else own or area or "nd"
        groups.setdefault((mention.kind, place, core, *years), []).append(name)
    linked = []
    for key, members in groups.items():
        first = members[0].mention
        if first.record:
            row = rows[first.record]
            place = "tw" if row.area == "viet-nam" else row.area
            thing = NamedThing(f"id/{row.kind}/{place}/{row.slug}", row.kind, row.name, row.area)
        else:
            thing = _thing(text, key, members, area)
        linked.append(LinkedProgramme(thing, tuple(n.mention for n in members)))
    return tuple(linked)


def _name(text: Text, mention: ProgrammeMention, date: str, knowledge: Knowledge) -> _Name:
    core = fold(_bare(text.norm[mention.core.start : mention.core.end]))
    for row in knowledge.abbreviations:
        core = f" {core} ".replace(f" {row.short} ", f" {fold(row.full)} ").strip()
    area = mention.area if mention.area in ("", "tw") else area_at(knowledge, mention.area, date)
    return _Name(mention, core, (mention.start_year, mention.end_year), area)


def _bare(words: str) -> str:
    return _PLACED.sub("", _DECLARED.sub("", words))


class _Names:
    """The names of one document by their words, and by the long beginnings they share with others."""

    def __init__(self, names: Iterable[_Name]) -> None:
        self.exact: dict[tuple[str, str], list[_Name]] = {}
        self.begun: dict[tuple[str, str], list[_Name]] = {}
        # a name said many times counts once
        once = {(n.mention.kind, n.core, n.years, n.area, n.mention.row): n for n in names if not n.mention.record}
        for name in once.values():
            kind, words = name.mention.kind, name.core.split()
            self.exact.setdefault((kind, name.core), []).append(name)
            for count in range(_LONG_NAME, len(words)):
                self.begun.setdefault((kind, " ".join(words[:count])), []).append(name)

    def full(self, name: _Name) -> tuple[str, tuple[str, str], str]:
        """Complete a name by the others: its shortest form, its years, whose it is."""
        kind, words, core = name.mention.kind, name.core.split(), name.core
        shorter = [" ".join(words[:count]) for count in range(_LONG_NAME, len(words))]
        known = [one for one in shorter if (kind, one) in self.exact and not self._rows(kind, one, name)]
        if len(known) == 1 and all(n.core.startswith(core) for n in self.begun[kind, known[0]]):
            core = known[0]
        same = self.exact.get((kind, core), [])
        years = {n.years for n in same if any(n.years)}
        areas = {n.area for n in (*same, *self.begun.get((kind, core), ())) if n.area}
        own = name.years if any(name.years) else next(iter(years)) if len(years) == 1 else ("", "")
        return core, own, name.area or (next(iter(areas)) if len(areas) == 1 else "")

    def _rows(self, kind: str, core: str, name: _Name) -> bool:
        """Tell two rows of tables: each is a thing of its own."""
        return name.mention.row and any(n.mention.row for n in self.exact[kind, core])


def _thing(text: Text, key: tuple[str, ...], members: Sequence[_Name], own: str) -> NamedThing:
    kind, area, core, start, end = key
    words = core.split()
    name = slug(core) if len(words) <= _MOST_SLUG else f"{slug(' '.join(words[:_MOST_SLUG]))}-{short_hash(core)}"
    tail = f"-{start}-{end}" if start and start != end else f"-nam-{end}" if start else f"-den-nam-{end}" if end else ""
    head = "quy-" if kind == "fund" else ""
    best = min(members, key=lambda n: (len(n.core), n.mention.period is None, n.mention.span.start)).mention
    label = f"{_HEADS[kind]} {_bare(text.words(best.core))}{_years(start, end)}"
    said = {n.area for n in members if n.area} | ({own} if any(n.mention.act == "creates" for n in members) else set())
    place = "viet-nam" if area == "tw" else area
    return NamedThing(f"id/{kind}/{area}/{head}{name}{tail}", kind, label, place if said == {area} else "", start, end)


def _years(start: str, end: str) -> str:
    if start and start != end:
        return f" giai đoạn {start}-{end}"
    return f" năm {end}" if start else f" đến năm {end}" if end else ""
