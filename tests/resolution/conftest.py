"""Resolve what a document cites and whom it names, from its words to paths."""

from collections.abc import Callable

import pytest

from kgbuild.extraction import knowledge_of
from kgbuild.mentions.citing.citations import read_citations
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.entities import AgentRef, DocumentRef
from kgbuild.model.knowledge import Knowledge
from kgbuild.reading import Reader
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.citing import said_area
from kgbuild.resolution.context import Context
from kgbuild.resolution.documents import DocumentLinker
from kgbuild.resolution.said_elsewhere import SaidElsewhere
from kgbuild.structure.parts import split_parts
from kgbuild.text.normalize import normalise
from kgbuild.text.plain.reader import read_plain

DOCUMENT = "id/doc/dien-bien/ubnd/ke-hoach/nd/nn-00000000"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(knowledge_of(), "http://localhost:8000/")


@pytest.fixture(scope="session")
def knowledge(reader: Reader) -> Knowledge:
    return reader.knowledge


@pytest.fixture(scope="session")
def cited(reader: Reader) -> Callable[..., list[DocumentRef]]:
    """Give the documents that the recitals of a plan of *area* and *date* stand for."""
    linker = DocumentLinker(reader.knowledge)

    def resolve(*lines: str, area: str = "dien-bien", date: str = "", document: str = DOCUMENT) -> list[DocumentRef]:
        recitals = "\n\n".join(f"Căn cứ {line};" for line in lines)
        reading = read_plain(f"KẾ HOẠCH\n\nPhát triển chợ\n\n{recitals}\n\nI. MỤC TIÊU\n\nXây chợ.\n")
        (part,) = split_parts(reading, reader.grammar)
        mentions = read_citations(reading.text, part, reader.names, AgencyReader.of(reader.lexicon, area))
        dates = SaidElsewhere.of(reading.text, mentions)
        context = Context(area, date, document)
        return [linker.cited(m, context, said_area(reading.text, m.issuer, context, linker), dates) for m in mentions]

    return resolve


@pytest.fixture(scope="session")
def agents(reader: Reader) -> Callable[..., list[AgentRef]]:
    """Give the agents that a cell of a document of *area* and *date* stands for."""
    linker = AgentLinker(reader.knowledge)

    def resolve(
        words: str, area: str = "dien-bien", date: str = "", document: str = DOCUMENT, issuer: str = ""
    ) -> list[AgentRef]:
        text = normalise(words)
        found = AgencyReader.of(reader.lexicon, area).read_cell(text, Span(0, len(text.norm)))
        organ = linker.of_record(issuer, "", Context(area, date)) if issuer else None
        context = Context(area, date, document, issuer=organ)
        return [linker.resolve(m, context, text.words(m.span)) for m in found]

    return resolve
