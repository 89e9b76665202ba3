"""The statements of a text and of the sample sources, with short ways to ask them."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.extraction import knowledge_of
from kgbuild.model import Literal, Statement
from kgbuild.model.things import NamedThing
from kgbuild.namespaces import PIO, RDF, Iri
from kgbuild.reading import Reader, SourceReading
from kgbuild.sources.manifest import Source, find_sources

BASE = "http://localhost:8000/"


class Facts:
    """Statements, asked by subject, predicate or object; paths stand for IRIs below the base."""

    def __init__(self, statements: Iterable[Statement], things: Iterable[NamedThing] = ()) -> None:
        self.statements = list(statements)
        self.things = tuple(things)
        self.by_subject: dict[str, list[Statement]] = {}
        for statement in self.statements:
            self.by_subject.setdefault(statement.subject, []).append(statement)

    def of(self, subject: str, predicate: Iri) -> list[str]:
        """List the values of a property, paths and lexical forms, sorted."""
        found = self.by_subject.get(BASE + subject, [])
        return sorted(short(s.object) for s in found if s.predicate == predicate)

    def a(self, class_: Iri) -> list[str]:
        """List the paths of the instances of a class, sorted."""
        found = {s.subject for s in self.statements if s.predicate == RDF.type and s.object == class_}
        return sorted(subject.removeprefix(BASE) for subject in found)

    def classes(self, subject: str) -> set[str]:
        """List the classes of a node by their local names."""
        return {value.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for value in self.of(subject, RDF.type)}


def short(value: object) -> str:
    """Write a term as a path below the base, a local name, or its lexical form."""
    if isinstance(value, Literal):
        return value.value
    return str(value).removeprefix(BASE).removeprefix("https://w3id.org/pio/code/").removeprefix(PIO.base)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample source: what was read from it, its text as a reader sees it, and its hash."""

    reading: SourceReading
    text: str
    sha256: str
    facts: Facts


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(knowledge_of(), BASE)


@pytest.fixture(scope="session")
def samples(reader: Reader) -> dict[str, Sample]:
    """The sample sources by key."""
    found = {}
    for source in find_sources([resource("data", "sources")]):
        data = source.path.read_bytes()
        reading = reader.read(source, 10**8, False)
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        found[source.key] = Sample(reading, text, hashlib.sha256(data).hexdigest(), Facts(reading.statements))
    return found


@pytest.fixture(scope="session")
def state(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Facts]:
    """State what a text says."""

    def read(raw: str) -> Facts:
        path: Path = tmp_path_factory.mktemp("source") / "plan.txt"
        path.write_text(raw, encoding="utf-8")
        reading = reader.read(Source("plan", path), 10**7, False)
        return Facts(reading.statements, reading.things)

    return read
