"""Read what a few words or one document mention, written short enough for a table."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kgbuild.extraction import knowledge_of
from kgbuild.mentions.citing.citations import read_citations
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text
from kgbuild.reading import Reader
from kgbuild.structure.parts import split_parts
from kgbuild.text.normalize import normalise
from kgbuild.text.plain.reader import read_plain


def short(mention: AgencyMention) -> str:
    """Write a mention as its record, its group ("group:…") or its words ("?…"), with its district, "@" its province."""
    who = mention.record or (f"group:{mention.group}" if mention.group else f"?{mention.name}")
    who = f"{who} {mention.locality.full_name}" if mention.locality else who
    return f"{who}@{mention.area}" if mention.area else who


@dataclass(frozen=True, slots=True)
class Document:
    """The first document of a text, and a reader of bodies for its area."""

    text: Text
    part: Part
    agencies: AgencyReader
    reader: Reader

    def citations(self) -> tuple[CitationMention, ...]:
        """Read its citations."""
        return read_citations(self.text, self.part, self.reader.names, self.agencies)

    def words(self, span: Span | None) -> str:
        """Give the words of a span; nothing where there is none."""
        return self.text.words(span) if span else ""


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(knowledge_of(), "http://localhost:8000/")


@pytest.fixture(scope="session")
def cell(reader: Reader) -> Callable[..., list[str]]:
    """Read the bodies of a table cell."""

    def read(words: str, area: str = "ha-noi") -> list[str]:
        text = normalise(words)
        found = AgencyReader.of(reader.lexicon, area).read_cell(text, Span(0, len(text.norm)))
        return [short(mention) for mention in found]

    return read


@pytest.fixture(scope="session")
def opening(reader: Reader) -> Callable[..., tuple[list[str], str]]:
    """Read the bodies that running text opens with, and what follows them."""

    def read(words: str, area: str = "ha-noi") -> tuple[list[str], str]:
        text = normalise(words)
        found, end = AgencyReader.of(reader.lexicon, area).read_list(text, Span(0, len(text.norm)))
        return [short(mention) for mention in found], text.norm[end:].strip()

    return read


@pytest.fixture(scope="session")
def document(reader: Reader) -> Callable[..., Document]:
    """Read the first document of a text."""

    def read(raw: str, area: str = "ha-noi", at: int = 0) -> Document:
        reading = read_plain(raw)
        part = split_parts(reading, reader.grammar)[at]
        return Document(reading.text, part, AgencyReader.of(reader.lexicon, area), reader)

    return read
