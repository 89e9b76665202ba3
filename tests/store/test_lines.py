"""Lines of N-Quads: the very bytes of pyoxigraph, for any text."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import XSD, Iri
from kgbuild.store.lines import sorted_lines
from kgbuild.store.terms import to_quad

IRIS = st.sampled_from(["http://x/a", "http://x/á", "http://x/%E1#b", "urn:x:1"]).map(Iri)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ['"', "\\", "\n\r\t\b\f", "\x00", "\x7f\x85\u2028\u2029", "\ufffe\uffff\ufdd0", "𝛼 đ ấ", "\U0010ffff"]
)
LITERALS = st.builds(Literal, TEXTS) | st.builds(
    Literal, TEXTS, st.sampled_from([XSD.date, XSD.string, XSD.decimal, "http://x/t"])
)
TAGGED = st.builds(Literal, TEXTS, st.none(), st.sampled_from(["vi", "en", "VI", "vi-Latn"]))
STATEMENTS = st.lists(st.builds(Statement, IRIS, IRIS, IRIS | LITERALS | TAGGED, IRIS))


@given(STATEMENTS)
def test_the_lines_are_those_of_pyoxigraph(statements: list[Statement]) -> None:
    quads = ox.serialize(map(to_quad, statements), format=ox.RdfFormat.N_QUADS) or b""
    assert sorted_lines(statements) == sorted(set(quads.splitlines(keepends=True)))


@pytest.mark.parametrize(
    "value",
    [
        Iri("no iri"),
        Iri("http://x/<"),
        Iri("_:b"),
        Literal("x", "no iri"),
        Literal("x", None, "no tag"),
        Literal("\ud800"),
    ],
)
def test_what_is_no_term_is_refused(value: Iri | Literal) -> None:
    with pytest.raises(ValueError, match=r"IRI|[Ll]anguage|literal value"):
        sorted_lines([Statement(Iri("http://x/s"), Iri("http://x/p"), value, Iri("http://x/g"))])
