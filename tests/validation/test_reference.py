"""The terms of the reference validator are ours: a plain string has no datatype, whether or not one is written."""

import pytest
from rdflib import Literal as RdfLiteral
from rdflib import URIRef

from kgbuild.model import Literal, Term
from kgbuild.namespaces import XSD, Iri
from kgbuild.validation.reference import _from_rdflib


@pytest.mark.parametrize(
    ("node", "term"),
    [
        (RdfLiteral("Sở Y tế"), Literal("Sở Y tế")),
        (RdfLiteral("Sở Y tế", datatype=URIRef(XSD.string)), Literal("Sở Y tế")),
        (RdfLiteral("Sở Y tế", lang="vi"), Literal("Sở Y tế", None, "vi")),
        (RdfLiteral("2015", datatype=URIRef(XSD.gYear)), Literal("2015", XSD.gYear)),
        (URIRef("http://localhost/a"), Iri("http://localhost/a")),
    ],
)
def test_terms_of_rdflib_become_ours(node: RdfLiteral | URIRef, term: Term) -> None:
    assert _from_rdflib(node) == term
