"""The page of a source text: what it is, what was read in it, and the text with its passages marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kgbuild.namespaces import DCTERMS, OA, PIO
from kgbuild.publish.index import Text
from kgbuild.publish.passages import mark_text
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
    """Everything the page of a source text shows; *body* is None when the text is not at hand."""

    name: Text
    sha256: str
    facts: tuple[Fact, ...]
    captured: tuple[Link, ...]
    passages: int
    body: Markup | None


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
        body=None if body is None else mark_text(body, spans),
    )
