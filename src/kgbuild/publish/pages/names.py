"""The plain list behind the search: every name by kind and first letter, for readers without JavaScript."""

from dataclasses import dataclass, replace

from kgbuild.language import dictionary_key, search_key
from kgbuild.publish.entries import KINDS
from kgbuild.publish.pages.areas import areas_of
from kgbuild.publish.plan import list_nodes
from kgbuild.publish.views import Link, Reader


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the list: its kind, its first letter, and an anchor where it is the first with this letter."""

    kind: str
    letter: str
    link: Link
    anchor: str = ""


def list_names(reader: Reader) -> list[Name]:
    """List every thing with a page by kind, then as its name is spelled; tasks have a list of their own."""
    nodes = {**list_nodes(reader.index), "area": areas_of(reader.index)}
    found: list[Name] = []
    for kind in (kind for kind in KINDS if kind != "task"):
        links = {reader.link(iri) for iri in nodes[kind] if reader.path(iri)}
        for link in sorted(links, key=lambda link: (_letter(link.text), dictionary_key(link.text), link.path)):
            name = Name(kind, _letter(link.text), link)
            first = not found or (found[-1].kind, found[-1].letter) != (kind, name.letter)
            found.append(replace(name, anchor=f"{kind}-{name.letter.lower()}") if first else name)
    return found


def _letter(text: str) -> str:
    """Give the letter under which a name is looked for: without marks, a figure as 0."""
    first = search_key(text)[:1].upper()
    return first if first.isalpha() else "0"
