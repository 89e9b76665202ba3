"""Work out the numbers that Word prints in front of paragraphs (ECMA-376 Part 1, §17.9)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from kgbuild.text.marks import letters, roman_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT_BULLETS = frozenset("-+•*")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it is written, after which level it begins anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """What numbers a paragraph or a style: list and level, each None where it is not said."""

    list_id: str | None = None
    level: int | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of one document and how far each has counted."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, Numbered]] = field(default_factory=dict)
    default_style: str | None = None
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> str:
        """Count *paragraph* and give the mark printed in front of it; empty when it has none.

        Paragraphs must come in the order of the document.
        """
        found = self._numbered(paragraph)
        if found is None or found[0] not in self.lists:
            return ""
        list_id, at = found
        abstract_id, starts, overrides = self.lists[list_id]
        levels = {**self.abstract.get(abstract_id, {}), **overrides}
        if at not in levels:
            return ""
        counts = self.counts.setdefault(abstract_id, {})
        if at in starts and (list_id, at) not in self.begun:
            counts[at] = starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else levels[at].start
        self.begun.add((list_id, at))
        for deeper in [d for d in counts if d > at]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or at < restart:
                del counts[deeper]
        return _written(levels, counts, at)

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Find the list and level of a paragraph: its own, else those of its style."""
        properties = paragraph.find(f"{W}pPr")
        own = _read_numbered(properties)
        name = _value(properties.find(f"{W}pStyle")) if properties is not None else None
        style, inherited = self._of_style(name or self.default_style)
        list_id = own.list_id if own.list_id is not None else inherited.list_id
        if list_id is None or list_id == "0":
            return None
        if own.level is not None:
            return list_id, own.level
        return list_id, self._level_of(list_id, style) if own.list_id is None and style else inherited.level or 0

    def _of_style(self, name: str | None) -> tuple[str | None, Numbered]:
        """Follow a style to the one it is based on until one numbers."""
        for _ in range(20):
            based, numbered = self.styles.get(name or "", (None, Numbered()))
            if numbered.list_id is not None:
                return name, numbered
            if based is None:
                break
            name = based
        return None, Numbered()

    def _level_of(self, list_id: str, style: str) -> int:
        abstract_id = self.lists[list_id][0] if list_id in self.lists else ""
        for at, level in self.abstract.get(abstract_id, {}).items():
            if level.style == style:
                return at
        return self.styles[style][1].level or 0


def _written(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels[at]
    if level.form == "bullet":
        return level.text if level.text in _KEPT_BULLETS else "-"

    def number(match: re.Match[str]) -> str:
        upper = int(match[1]) - 1
        shown = levels.get(upper, Level())
        counts.setdefault(upper, shown.start)
        return _form(counts[upper], "decimal" if level.legal else shown.form)

    return re.sub(r"%([1-9])", number, level.text).strip()


def _form(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return letters(number, "a")
        case "upperLetter":
            return letters(number, "A")
        case "lowerRoman":
            return roman_number(number).lower()
        case "upperRoman":
            return roman_number(number)
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
    return str(number)


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Read the lists of `numbering.xml` and the numbered styles of `styles.xml`; either may be missing."""
    found = Numbering()
    linked: dict[str, str] = {}
    links: dict[str, str] = {}
    for element in numbering.iterfind(f"{W}abstractNum") if numbering is not None else ():
        abstract_id = element.get(f"{W}abstractNumId", "")
        found.abstract[abstract_id] = {_integer(e.get(f"{W}ilvl")): _read_level(e) for e in element.iterfind(f"{W}lvl")}
        if name := _value(element.find(f"{W}styleLink")):
            linked[name] = abstract_id
        if name := _value(element.find(f"{W}numStyleLink")):
            links[abstract_id] = name
    for abstract_id, name in links.items():
        found.abstract[abstract_id] = found.abstract.get(linked.get(name, ""), {})
    for element in numbering.iterfind(f"{W}num") if numbering is not None else ():
        found.lists[element.get(f"{W}numId", "")] = _read_list(element)
    for element in styles.iterfind(f"{W}style") if styles is not None else ():
        if element.get(f"{W}type") == "paragraph":
            name = element.get(f"{W}styleId", "")
            found.styles[name] = (_value(element.find(f"{W}basedOn")), _read_numbered(element.find(f"{W}pPr")))
            if element.get(f"{W}default") in ("1", "true", "on"):
                found.default_style = name
    return found


def _read_list(element: etree._Element) -> tuple[str, dict[int, int], dict[int, Level]]:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        at = _integer(override.get(f"{W}ilvl"))
        if (start := override.find(f"{W}startOverride")) is not None:
            starts[at] = _integer(_value(start), 1)
        if (level := override.find(f"{W}lvl")) is not None:
            levels[at] = _read_level(level)
    return _value(element.find(f"{W}abstractNumId")) or "", starts, levels


def _read_level(element: etree._Element) -> Level:
    restart = element.find(f"{W}lvlRestart")
    return Level(
        start=_integer(_value(element.find(f"{W}start"))),
        form=_value(element.find(f"{W}numFmt")) or "decimal",
        text=_value(element.find(f"{W}lvlText")) or "",
        restart=_integer(_value(restart)) if restart is not None else None,
        style=_value(element.find(f"{W}pStyle")) or "",
        legal=element.find(f"{W}isLgl") is not None,
    )


def _read_numbered(properties: etree._Element | None) -> Numbered:
    element = properties.find(f"{W}numPr") if properties is not None else None
    if element is None:
        return Numbered()
    level = element.find(f"{W}ilvl")
    return Numbered(_value(element.find(f"{W}numId")), _integer(_value(level)) if level is not None else None)


def _value(element: etree._Element | None) -> str | None:
    return element.get(f"{W}val") if element is not None else None


def _integer(value: str | None, default: int = 0) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,6}", value, re.ASCII) else default
