"""The page of a source text: what it is, what was read in it, and the text with its passages marked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kgbuild.namespaces import DCTERMS, OA, PIO
from kgbuild.publish.index import Text
from kgbuild.publish.pages.passages import Span, mark_text
from kgbuild.publish.paths import TEXT_ROOM
from kgbuild.publish.views import Fact, Link, Reader

SOURCE_FACTS: Final = (
    ("described", DCTERMS.description),
    ("source", DCTERMS.source),
    ("publisher", DCTERMS.publisher),
    ("rights", DCTERMS.rights),
    ("rights", DCTERMS.license),
    ("retrieved", DCTERMS.date),
)


@dataclass(frozen=True, slots=True)
class TextPage:
    """Everything the page of a source text shows; no *bodies* when the text is not at hand, else one for each page."""

    name: Text
    sha256: str
    facts: tuple[Fact, ...]
    captured: tuple[Link, ...]
    passages: int
    bodies: tuple[Markup, ...]


def read_text(reader: Reader, text: str, texts: Mapping[str, str]) -> TextPage:
    """Read everything the page of a source text shows; *texts* holds the texts by their SHA-256."""
    index = reader.index
    sha256 = index.literal(text, PIO.sha256)
    found = (index.passage(evidence) for evidence in index.inbound(text, OA.hasSource))
    spans = {(passage.start, passage.end) for passage in found if passage is not None}
    body = texts.get(sha256)
    return TextPage(
        name=index.label(text, reader.lang),
        sha256=sha256,
        facts=reader.facts(text, SOURCE_FACTS),
        captured=tuple(reader.link(document) for document in index.inbound(text, PIO.capturedIn)),
        passages=len(spans),
        bodies=() if body is None else tuple(_bodies(body, spans)),
    )


def _bodies(text: str, spans: set[Span]) -> Iterator[Markup]:
    """Cut a text by offset; a paragraph over a border stands on both pages, so that each passage begins on its own."""
    for start in range(0, max(len(text), 1), TEXT_ROOM):
        yield mark_text(text, spans, (start, start + TEXT_ROOM))
