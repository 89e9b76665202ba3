"""The negotiation table: which offer each Accept header gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.api.negotiation import HTML, choose, choose_language, negotiate, parse
from kgbuild.errors import NotAcceptable
from kgbuild.store import GRAPH_FORMATS, ROW_FORMATS

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
COMUNICA = (
    "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,"
    "text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,application/xml;q=0.3,text/html;q=0.2"
)


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        (None, "ttl"),
        ("", "ttl"),
        ("*/*", "ttl"),
        ("text/*", "ttl"),
        ("application/*", "nt"),
        ("text/turtle", "ttl"),
        ("TEXT/Turtle", "ttl"),
        ("application/turtle,text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/json", "jsonld"),
        ("application/rdf+xml;charset=utf-8", "rdf"),
        ("text/turtle;q=0.3, application/n-triples;q=0.7", "nt"),
        ("text/turtle;q=0, */*", "nt"),
        ("text/turtle;q=0.0,application/n-triples;q=0,*/*;q=0.1", "jsonld"),
        ("text/*;q=0.9, text/turtle;q=0.1, application/trig;q=0.5", "html"),
        ("application/trig ; q=1.0 , */* ; q=0.1", "trig"),
        (BROWSER, "html"),
        (COMUNICA, "nq"),
        ("application/pdf", None),
        ("image/*", None),
        ("*/*;q=0", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=wrong, application/trig", "trig"),
        ("text/turtle;q=7, application/trig", "trig"),
        (", ,", "ttl"),
    ],
)
def test_the_best_offer_wins(accept: str | None, suffix: str | None) -> None:
    chosen = choose(accept, (*GRAPH_FORMATS, HTML))
    assert (chosen.suffix if chosen else None) == suffix


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("application/sparql-results+json,*/*;q=0.9", "json"),
        ("application/sparql-results+xml", "xml"),
        ("application/xml", "xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "tsv"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("text/turtle", None),
    ],
)
def test_rows(accept: str, suffix: str | None) -> None:
    chosen = choose(accept, ROW_FORMATS)
    assert (chosen.suffix if chosen else None) == suffix


def test_format_beats_the_header_and_a_refusal_lists_the_offers() -> None:
    assert negotiate("text/turtle", "jsonld", GRAPH_FORMATS).suffix == "jsonld"
    assert negotiate("text/turtle", "application/n-quads", GRAPH_FORMATS).suffix == "nq"
    for accept, wanted in (("application/pdf", None), ("*/*", "pdf")):
        with pytest.raises(NotAcceptable, match=r"text/turtle .*application/n-quads"):
            negotiate(accept, wanted, GRAPH_FORMATS)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "vi"),
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("en-US,en;q=0.9", "en"),
        ("en;q=0.5, vi;q=0.4", "en"),
        ("fr-FR, en;q=0.3", "en"),
        ("fr", "vi"),
        ("*", "vi"),
        ("vi;q=0, *", "en"),
    ],
)
def test_languages(header: str | None, language: str) -> None:
    assert choose_language(header) == language


@given(st.text(max_size=60))
def test_any_header_can_be_read(header: str) -> None:
    assert all(0 <= preference.weight <= 1 for preference in parse(header))
    choose(header, GRAPH_FORMATS)
    choose_language(header)
