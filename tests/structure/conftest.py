"""Split a text into the documents it contains: `split("KẾ HOẠCH …")`."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kgbuild.extraction import knowledge_of
from kgbuild.model import Span
from kgbuild.model.structure import Item, Part, TaskTable
from kgbuild.model.text import Text
from kgbuild.reading import Reader
from kgbuild.structure.heads import Forms
from kgbuild.structure.parts import split_parts
from kgbuild.text.plain.reader import read_plain


@dataclass(frozen=True, slots=True)
class File:
    """A text with the documents found in it, and their parts as words."""

    text: Text
    parts: tuple[Part, ...]

    @property
    def part(self) -> Part:
        """The first document."""
        return self.parts[0]

    def words(self, span: Span | None) -> str | None:
        """Give the words of a span, None where there is none."""
        return None if span is None else self.text.words(span)

    def head(self) -> dict[str, object]:
        """Give the head of the first document, spans as words."""
        head = self.part.head
        return {
            "form": head.form,
            "symbol": str(head.symbol) if head.symbol else None,
            "date": head.date,
            "place": head.place,
            "authority": " ".join(map(self.text.words, head.authority_lines)) or self.words(head.authority),
            "title": self.words(head.title),
            "acting": self.words(head.acting),
            "carried_by": self.words(head.carried_by),
            "draft": head.draft,
        }

    def marks(self) -> list[tuple[str, str]]:
        """Give path and first words of each paragraph of the first document."""
        return [(item.path, " ".join(self.text.words(item.content).split()[:4])) for item in self.part.items]

    def item(self, opening: str) -> Item:
        """Find the paragraph whose content opens with some words."""
        return next(i for i in self.part.items if self.text.words(i.content).startswith(opening))

    def grid(self, table: TaskTable) -> list[dict[str, str]]:
        """Give the rows of a task table, cells as words, number and group besides."""
        return [
            {
                "number": row.number,
                "group": row.group,
                **{name: self.text.words(cell) for name, cell in row.cells.items()},
            }
            for row in table.rows
        ]


Split = Callable[[str], File]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(knowledge_of(), "http://localhost:8000/")


@pytest.fixture(scope="session")
def forms(reader: Reader) -> Forms:
    return reader.grammar.forms


@pytest.fixture(scope="session")
def split(reader: Reader) -> Split:
    def splitter(raw: str) -> File:
        reading = read_plain(raw)
        return File(reading.text, split_parts(reading, reader.grammar))

    return splitter
