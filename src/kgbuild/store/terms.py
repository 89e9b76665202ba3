"""Our terms and statements as pyoxigraph's, and back."""

import pyoxigraph as ox

from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import RDF, XSD, Iri


def to_ox(term: Term) -> "ox.NamedNode | ox.Literal":
    """Turn one of our terms into pyoxigraph's."""
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(term.value, language=term.language)
        return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype)) if term.datatype else ox.Literal(term.value)
    return ox.NamedNode(term)


def from_ox(term: object) -> Term:
    """Turn a pyoxigraph term into ours; a blank node becomes `_:` and its label."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Literal(
            term.value, None if datatype in (XSD.string, RDF.langString) else datatype, term.language or None
        )
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    return Iri(str(term))


def to_quad(statement: Statement) -> "ox.Quad":
    """Turn a statement into a pyoxigraph quad."""
    subject, predicate, value, graph = statement
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), to_ox(value), ox.NamedNode(graph))


def from_quad(quad: "ox.Quad") -> Statement:
    """Turn a quad of a named graph into a statement."""
    return Statement(
        Iri(str(from_ox(quad.subject))),
        Iri(quad.predicate.value),
        from_ox(quad.object),
        Iri(str(from_ox(quad.graph_name))),
    )
