"""The shapes of a folder, read once into frozen checks; what the engine cannot run is refused by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kgbuild.errors import DataError
from kgbuild.namespaces import CODE, PIO, RDF, RDFS, SH, Iri

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SEVERITIES: Final = ("Violation", "Warning", "Info")
ORIGINS: Final = ("source", "extraction", "linking")
WHOLE_KINDS: Final = ("hasValue", "maxCount", "minCount", "uniqueLang")
VALUE_KINDS: Final = ("class", "datatype", "languageIn", "maxInclusive", "minInclusive", "nodeKind", "or", "pattern")
_HEAD: Final = {RDF.type, RDFS.label, SH.severity, SH.message, PIO.faultOrigin, SH.order}
_NODE: Final = _HEAD | {PIO.acrossDocuments, SH.targetClass, SH.targetSubjectsOf, SH.property, SH.sparql}
_PROPERTY: Final = _HEAD | {SH.path, *(SH[name] for name in WHOLE_KINDS + VALUE_KINDS)}
_SELECT = re.compile(r"\s*SELECT\s+(?:DISTINCT\s+)?(?P<names>(?:[$?]\w+\s+)+)WHERE\s*\{(?P<body>.*)\}\s*", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Constraint:
    """One SHACL constraint on the values of a property: `kind` is its local name, `terms` its parameters.

    The parameters of sh:or are its alternatives, each written `class IRI` or `datatype IRI`.
    """

    kind: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One shape that can fail: a property shape, or a node shape that carries one sh:sparql constraint.

    `messages` are by language and may name variables of the query as `{?name}`; `sparql` is the IRI of the sh:sparql
    constraint, `names` the projected variables of its query and `body` what stands between its outermost braces.
    A check that is `across` compares documents; any other sees all it needs in a node, what the node mentions and the
    vocabulary.
    """

    iri: Iri
    label: dict[str, str]
    severity: str
    origin: str
    messages: dict[str, str]
    classes: tuple[Iri, ...]
    subjects_of: tuple[Iri, ...]
    path: Iri | None = None
    constraints: tuple[Constraint, ...] = ()
    sparql: Iri | None = None
    names: tuple[str, ...] = ()
    body: str = ""
    across: bool = False


def load_shapes(folder: Path) -> tuple[Check, ...]:
    """Read every `*.ttl` of *folder* as checks, sorted by IRI.

    Raises DataError naming the file (and the shape) for Turtle that does not parse, a shape without severity, fault
    origin or a message in Vietnamese and English, or a construct the engine does not run.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise DataError(f"{folder}: no shapes (*.ttl) here")
    stamp = tuple((str(file), file.stat().st_mtime_ns) for file in files)
    return _load(stamp)


@lru_cache(maxsize=4)
def _load(stamp: tuple[tuple[str, int], ...]) -> tuple[Check, ...]:
    checks: dict[Iri, Check] = {}
    for name, _ in stamp:
        graph = parse(Path(name))
        for check in _Reader(name, graph).checks():
            if check.iri in checks:
                raise DataError(f"{name}: {check.iri} is defined twice")
            checks[check.iri] = check
    return tuple(checks[iri] for iri in sorted(checks))


def parse(file: Path) -> "Graph":
    """Parse one Turtle file. Raises DataError naming it."""
    from rdflib import Graph

    try:
        return Graph().parse(file, format="turtle")
    except Exception as error:  # rdflib raises many kinds: BadSyntax, plain Exception, UnicodeDecodeError
        raise DataError(f"{file}: not Turtle: {str(error).splitlines()[0] if str(error) else error!r}") from error


class _Reader:
    """Reads the shapes of one parsed file; its errors name the file and the shape."""

    def __init__(self, name: str, graph: "Graph") -> None:
        self.name = name
        self.graph = graph

    def checks(self) -> Iterator[Check]:
        for node in sorted(self._subjects(SH.NodeShape)):
            self._only(node, _NODE)
            classes, subjects = self._targets(node)
            across = str(next(iter(self._values(node, PIO.acrossDocuments)), "false")) == "true"
            for shape in sorted(self._iris(node, SH.property)):
                self._only(shape, _PROPERTY)
                label, severity, origin, messages = self._head(shape, shape)
                path, constraints = self._one(shape, SH.path), self._constraints(shape)
                head = (shape, label, severity, origin, messages, classes, subjects)
                yield Check(*head, path=path, constraints=constraints, across=across)
            rules = self._iris(node, SH.sparql)
            if len(rules) > 1:
                raise self._error(node, "one sh:sparql constraint a shape, so that a finding names its rule")
            for rule in rules:
                label, severity, origin, messages = self._head(node, rule)
                names, body = self._select(rule)
                head = (node, label, severity, origin, messages, classes, subjects)
                yield Check(*head, sparql=rule, names=names, body=body, across=across)

    def _error(self, shape: str, message: str) -> DataError:
        return DataError(f"{self.name}: {shape}: {message}")

    def _subjects(self, kind: Iri) -> list[Iri]:
        from rdflib import URIRef

        found = list(self.graph.subjects(URIRef(RDF.type), URIRef(kind)))
        if not all(isinstance(s, URIRef) for s in found):
            raise self._error(kind, "every shape needs an IRI")
        return [Iri(s) for s in found]

    def _values(self, subject: str, predicate: str) -> list["Node"]:
        from rdflib import URIRef

        return list(self.graph.objects(URIRef(subject), URIRef(predicate)))

    def _iris(self, subject: str, predicate: str) -> list[Iri]:
        from rdflib import URIRef

        values = self._values(subject, predicate)
        if not all(isinstance(value, URIRef) for value in values):
            raise self._error(subject, f"{predicate} needs IRIs")
        return [Iri(value) for value in values]

    def _one(self, subject: str, predicate: str) -> Iri:
        values = self._iris(subject, predicate)
        if len(values) != 1:
            raise self._error(subject, f"needs exactly one {predicate}")
        return values[0]

    def _only(self, shape: str, known: set[Iri]) -> None:
        """Refuse what the engine would silently skip."""
        from rdflib import URIRef

        strange = sorted({str(p) for p in self.graph.predicates(URIRef(shape))} - known)
        if strange:
            raise self._error(shape, f"not supported: {', '.join(strange)}")

    def _texts(self, subject: str, predicate: str) -> dict[str, str]:
        from rdflib import Literal as RdfLiteral

        texts = {
            v.language: str(v) for v in self._values(subject, predicate) if isinstance(v, RdfLiteral) and v.language
        }
        return {language: texts[language] for language in sorted(texts)}

    def _head(self, shape: Iri, speaker: Iri) -> tuple[dict[str, str], str, str, dict[str, str]]:
        severity = self._one(shape, SH.severity).removeprefix(SH[""])
        origin = self._one(shape, PIO.faultOrigin).removeprefix(CODE["faultorigin/"])
        messages = self._texts(speaker, SH.message)
        if severity not in SEVERITIES or origin not in ORIGINS:
            raise self._error(shape, f"severity {severity} or fault origin {origin} is none of ours")
        if set(messages) != {"en", "vi"}:
            raise self._error(speaker, "needs one sh:message in vi and one in en")
        return self._texts(shape, RDFS.label), severity, origin, messages

    def _targets(self, node: Iri) -> tuple[tuple[Iri, ...], tuple[Iri, ...]]:
        classes, subjects = self._iris(node, SH.targetClass), self._iris(node, SH.targetSubjectsOf)
        if not classes and not subjects:
            raise self._error(node, "a node shape needs sh:targetClass or sh:targetSubjectsOf")
        return tuple(sorted(classes)), tuple(sorted(subjects))

    def _constraints(self, shape: Iri) -> tuple[Constraint, ...]:
        found = []
        for kind in WHOLE_KINDS + VALUE_KINDS:
            for value in self._values(shape, SH[kind]):
                found.append(Constraint(kind, tuple(self._parameters(shape, kind, value))))
        if not found:
            raise self._error(shape, "constrains nothing")
        return tuple(sorted(found))

    def _parameters(self, shape: Iri, kind: str, value: "Node") -> list[str]:
        from rdflib import URIRef
        from rdflib.collection import Collection

        if kind == "languageIn":
            return [str(item) for item in Collection(self.graph, value)]
        if kind != "or":
            return [str(value)]
        alternatives = []
        for item in Collection(self.graph, value):
            pairs = list(self.graph.predicate_objects(item))
            if len(pairs) != 1 or pairs[0][0] not in (URIRef(SH["class"]), URIRef(SH.datatype)):
                raise self._error(shape, "an alternative of sh:or is one sh:class or one sh:datatype")
            alternatives.append(f"{str(pairs[0][0]).removeprefix(SH[''])} {pairs[0][1]}")
        return sorted(alternatives)

    def _select(self, constraint: Iri) -> tuple[tuple[str, ...], str]:
        selects = self._values(constraint, SH.select)
        match = _SELECT.fullmatch(str(selects[0])) if len(selects) == 1 else None
        names = tuple(name.lstrip("$?") for name in match["names"].split()) if match else ()
        if not match or not {"this", "path", "value"} <= set(names):
            raise self._error(constraint, "needs one sh:select of the form SELECT $this ?path ?value … WHERE { … }")
        return names, match["body"]
