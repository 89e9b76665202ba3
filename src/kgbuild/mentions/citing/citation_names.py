"""The words by which documents are named: type words, known names; and what one place that names a document says."""

import re
from dataclasses import dataclass

from kgbuild.identifiers import DocumentSymbol
from kgbuild.language import fold
from kgbuild.mentions.naming.name_index import NameIndex
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.mentions import AgencyMention


@dataclass(frozen=True, slots=True)
class Anchor:
    """One place that names another document, with all that is said of it right there.

    `span` runs from the type word to the end of date and issuer, `core` is the symbol or the name.
    """

    span: Span
    core: Span
    form: str
    symbol: DocumentSymbol | None = None
    name: str = ""
    date: str | None = None
    issuer: AgencyMention | None = None
    rule: str = "symbol"
    term: str = ""
    parties: tuple[AgencyMention, ...] = ()


class CitationNames:
    """The type words, and the names by which known documents are cited."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.forms = NameIndex(
            (name, t.notation)
            for t in knowledge.types.values()
            if t.side != "news"
            for name in (t.name, *t.abbreviations)
        )
        self.sides = {t.notation: t.side for t in knowledge.types.values()}
        self.by_symbol = knowledge.forms_by_symbol()
        self.symbols = {t.notation: frozenset(t.symbols) for t in knowledge.types.values()}
        self.laws = knowledge.forms("law")
        self.joint = knowledge.forms("joint")
        self.products = knowledge.forms("product")
        self.known = NameIndex(
            (name, name)
            for d in knowledge.documents
            for name in (
                *d.aliases,
                *((d.title,) if fold(d.title).startswith(("luật", "bộ luật", "pháp lệnh", "hiến pháp")) else ()),
            )
            if len(name.split()) >= 2 and not re.fullmatch(r"\D{2,20}\s+(?:số\s+)?\d+\S*", name)
        )
        longest = sorted(
            {fold(w) for t in knowledge.types.values() for w in (t.name, *t.abbreviations) if len(w) > 1},
            key=len,
            reverse=True,
        )
        self.before = re.compile(
            r"(?<![^\W_])(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + r")\s*$"
        )
