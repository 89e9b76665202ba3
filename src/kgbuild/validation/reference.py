"""The same findings from pySHACL, the reference validator, run whole over the union of all graphs."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgbuild.config import Settings
from kgbuild.errors import DataError, ValidationFailed
from kgbuild.model import Literal, Term
from kgbuild.namespaces import SH, XSD, Iri
from kgbuild.validation.engine import StoreLike, report
from kgbuild.validation.report import ValidationReport
from kgbuild.validation.shapes import Check, load_shapes, parse

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.plugins.sparql.sparql import Query
    from rdflib.term import Node


def validate_reference(store: StoreLike, shapes: Path, settings: Settings) -> ValidationReport:
    """Check the store with pySHACL: slow (it runs each query once per focus node), meant to prove `validate` right.

    The findings have the same keys and IRIs; their messages are the shapes' own, variables not filled in. Raises
    DataError when pySHACL refuses the shapes.
    """
    from pyshacl import validate as run
    from rdflib import Graph

    checks = {check.iri: check for check in load_shapes(shapes)}
    rules = parse_all(shapes)
    try:
        _, results, text = run(_rdflib(store), shacl_graph=rules, meta_shacl=False, advanced=False, inplace=True)
    except RuntimeError as error:  # what its errors of shapes and constraints have in common
        raise DataError(f"{shapes}: pySHACL refuses the shapes: {error}") from error
    if not isinstance(results, Graph):
        raise DataError(f"{shapes}: pySHACL refuses the shapes: {text}")
    return report(store, _rows(results, checks), settings.base_iri)


def confirm(found: ValidationReport, store: StoreLike, shapes: Path, settings: Settings) -> None:
    """Let pySHACL check the store too. Raises ValidationFailed, naming shapes and nodes, where it differs."""
    theirs = {finding.key for finding in validate_reference(store, shapes, settings).findings}
    ours = {finding.key for finding in found.findings}
    if theirs != ours:
        named = sorted(("+", *key) for key in theirs - ours) + sorted(("-", *key) for key in ours - theirs)
        listed = "; ".join(f"{sign} {shape} ({focus})" for sign, shape, focus, *_ in named[:5])
        raise ValidationFailed(f"pySHACL finds {len(named)} times something else (+ only it, - only kgbuild): {listed}")


def parse_all(folder: Path) -> "Graph":
    """Parse every `*.ttl` of a folder into one graph. Raises DataError naming the file."""
    from rdflib import Graph

    whole = Graph()
    for file in sorted(folder.glob("*.ttl")):
        whole += parse(file)
    return whole


def _rdflib(store: StoreLike) -> "Graph":
    from rdflib import Graph, URIRef
    from rdflib.query import Result

    prepare = lru_cache(maxsize=None)(_from_the_focus)

    class Prepared(Graph):
        """A graph that parses each query text once: pySHACL asks the same text of every focus node."""

        def query(self, query_object: Any, *args: Any, **more: Any) -> Result:
            return super().query(
                prepare(query_object) if isinstance(query_object, str) else query_object, *args, **more
            )

    graph = Prepared()
    for subject, predicate, value, _ in store.quads():
        graph.add((URIRef(subject), URIRef(predicate), _to_rdflib(value)))
    return graph


def _from_the_focus(text: str) -> "Query":
    """Prepare a query that starts at the focus node.

    rdflib orders the patterns of a query before it knows that $this is given, and would look at every assignment of the
    graph for each task.
    """
    from rdflib.plugins.sparql import prepareQuery
    from rdflib.plugins.sparql.algebra import traverse
    from rdflib.plugins.sparql.parserutils import CompValue
    from rdflib.term import BNode, Variable

    def reorder(part: Any) -> None:
        if isinstance(part, CompValue) and part.name == "BGP":
            known: set[Node] = {Variable("this")}
            left = list(part.triples)
            part.triples.clear()
            while left:
                new = [sum(isinstance(x, (Variable, BNode)) and x not in known for x in triple) for triple in left]
                near = [known.isdisjoint(triple) for triple in left]
                part.triples.append(left.pop(min(range(len(left)), key=lambda n: (near[n], new[n]))))
                known.update(x for x in part.triples[-1] if isinstance(x, (Variable, BNode)))

    query = prepareQuery(text)
    traverse(query.algebra, visitPre=reorder)
    return query


def _to_rdflib(term: Term) -> "Node":
    from rdflib import Literal as RdfLiteral
    from rdflib import URIRef

    if not isinstance(term, Literal):
        return URIRef(term)
    datatype = URIRef(term.datatype) if term.datatype else None
    return RdfLiteral(term.value, lang=term.language, datatype=datatype, normalize=False)


def _from_rdflib(node: "Node") -> Term:
    from rdflib import Literal as RdfLiteral

    if not isinstance(node, RdfLiteral):
        return Iri(str(node))
    datatype = str(node.datatype) if node.datatype and str(node.datatype) != XSD.string else None
    return Literal(str(node), None if node.language else datatype, node.language)


def _rows(results: "Graph", checks: dict[Iri, Check]) -> Iterator[tuple[Check, dict[str, Term]]]:
    from rdflib import RDF, URIRef

    names = {"this": SH.focusNode, "path": SH.resultPath, "value": SH.value, "component": SH.sourceConstraintComponent}
    for result in results.subjects(RDF.type, URIRef(SH.ValidationResult)):
        check = checks[Iri(str(results.value(result, URIRef(SH.sourceShape))))]
        values = {name: results.value(result, URIRef(predicate)) for name, predicate in names.items()}
        yield check, {name: _from_rdflib(node) for name, node in values.items() if node is not None}
