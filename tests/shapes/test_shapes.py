"""Each shape against one graph that breaks it, for exactly that reason, and near misses that do not."""

import re
from pathlib import Path

import pytest
from rdflib import URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kgbuild.config import Settings, resource
from kgbuild.namespaces import PREFIXES, SH
from kgbuild.store import Store
from kgbuild.validation import Check, Finding, load_shapes, validate
from kgbuild.validation.reference import parse_all
from kgbuild.validation.shapes import parse

EXAMPLES = Path(__file__).parent / "examples"
SHAPES = resource("shapes")
SHAPE = "https://w3id.org/pio/shapes#"
PIO = "https://w3id.org/pio#"
NEAR = "https://w3id.org/pio/shapes/near#"
CHECKS = {check.iri: check for check in load_shapes(SHAPES)}


def read(file: Path) -> dict[str, bytes]:
    """Read a TriG file as N-Quads by graph name; blank nodes are not used."""
    from rdflib import Dataset

    graphs: dict[str, list[str]] = {}
    for s, p, o, g in Dataset().parse(file, format="trig").quads():
        graphs.setdefault(str(g), []).append(f"{s.n3()} {p.n3()} {o.n3()} <{g}> .\n")
    return {name: "".join(sorted(lines)).encode() for name, lines in graphs.items()}


VALID = b"".join(read(EXAMPLES / "valid.trig").values())
GRAPHS = {
    name: data for file in sorted(EXAMPLES.glob("*.trig")) if file.stem != "valid" for name, data in read(file).items()
}
BROKEN = sorted(name for name in GRAPHS if name.startswith(SHAPE))
NEAR_MISSES = sorted(name for name in GRAPHS if name.startswith(NEAR))


def findings(*parts: bytes) -> tuple[Finding, ...]:
    store = Store.memory()
    store.load(b"".join(parts))
    return validate(store, SHAPES, Settings()).findings


def test_the_valid_graph_has_no_findings() -> None:
    assert [(f.shape, f.focus, f.message_en) for f in findings(VALID)] == []


def test_every_shape_has_an_example_that_breaks_it() -> None:
    assert set(BROKEN) == set(CHECKS)
    assert {name.replace(NEAR, SHAPE) for name in NEAR_MISSES} <= set(CHECKS)


@pytest.mark.parametrize("name", BROKEN, ids=lambda name: name.removeprefix(SHAPE))
def test_a_broken_graph_fails_for_exactly_that_shape(name: str) -> None:
    found = findings(VALID, GRAPHS[name])
    assert {f.shape for f in found} == {name}, [(f.shape, f.focus, f.value) for f in found]


@pytest.mark.parametrize("name", NEAR_MISSES, ids=lambda name: name.removeprefix(NEAR))
def test_a_near_miss_does_not_fail(name: str) -> None:
    assert name.replace(NEAR, SHAPE) not in {f.shape for f in findings(VALID, GRAPHS[name])}


@pytest.mark.parametrize(("year", "found"), [("2012", {"OutsidePeriod"}), ("2015", set())])
def test_a_task_keeps_to_the_period_of_its_programme(year: str, found: set[str]) -> None:
    base, pio = "http://localhost:8000/id/", "https://w3id.org/pio#"
    source, gyear = "<http://localhost:8000/graph/source/x>", "<http://www.w3.org/2001/XMLSchema#gYear>"
    quads = f"""<{base}t> <{pio}partOfProgramme> <{base}p> {source} .
<{base}t> <{pio}hasSchedule> <{base}t/schedule> {source} .
<{base}t/schedule> <{pio}endYear> "{year}"^^{gyear} {source} .
<{base}t> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{pio}Task> {source} .
<{base}p> <{pio}hasSchedule> <{base}p/schedule> {source} .
<{base}p/schedule> <{pio}startYear> "2013"^^{gyear} {source} .
<{base}p/schedule> <{pio}endYear> "2020"^^{gyear} {source} .
"""
    shapes = {f.shape.removeprefix(SHAPE) for f in findings(quads.encode())}
    assert shapes & {"OutsidePeriod"} == found


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.iri.removeprefix(SHAPE))
def test_every_shape_speaks_both_languages_and_says_what_to_do(check: Check) -> None:
    assert check.iri.startswith(SHAPE)
    for message in check.messages.values():
        assert message.rstrip().endswith(".")
        assert len(message) > 30
        named = set(re.findall(r"\{\?(\w+)\}", message))
        assert named <= set(check.names), "a message may only use what the query projects"


def test_every_rule_has_a_label_in_both_languages() -> None:
    assert [c.iri for c in CHECKS.values() if c.body and set(c.label) != {"en", "vi"}] == []


def declared() -> dict[str, str]:
    graph = parse(SHAPES / "prefixes.ttl")
    namespaces = dict(graph.subject_objects(URIRef(SH.namespace)))
    return {str(prefix): str(namespaces[node]) for node, prefix in graph.subject_objects(URIRef(SH.prefix))}


def test_the_declared_prefixes_are_those_of_the_package() -> None:
    assert declared()
    assert {prefix: PREFIXES.get(prefix) for prefix in declared()} == declared()


def test_every_prefix_used_in_a_rule_is_declared() -> None:
    for check in CHECKS.values():
        code = re.sub(r"<[^>]*>|\"[^\"]*\"|#[^\n]*", "", check.body)
        assert set(re.findall(r"(?<![\w?$])([a-z]+):", code)) <= set(declared()), check.iri


def test_the_shapes_are_valid_by_the_shapes_of_shacl() -> None:
    from pyshacl import validate as run
    from rdflib import Graph

    conforms, _, text = run(Graph(), shacl_graph=parse_all(SHAPES), meta_shacl=True)
    assert conforms, text


ONTOLOGY = parse(resource("ontology", "pio.ttl"))


def test_every_class_of_the_ontology_has_a_shape() -> None:
    targets = {name for check in CHECKS.values() for name in check.classes}
    alignments = parse(resource("ontology", "alignments.ttl"))
    whole = ONTOLOGY + alignments
    bare = {
        str(cls)
        for cls in whole.subjects(RDF.type, OWL.Class)
        if str(cls).startswith(PIO) and not targets & {str(c) for c in whole.transitive_objects(cls, RDFS.subClassOf)}
    }
    assert bare == set()


def test_every_term_of_ours_used_in_a_shape_is_defined() -> None:
    defined = {str(s) for s in ONTOLOGY.subjects()}
    for check in CHECKS.values():
        used = {str(name) for name in (*check.classes, *check.subjects_of, check.path) if name}
        used |= {term.split(" ")[-1] for constraint in check.constraints for term in constraint.terms}
        used |= {PIO + name for name in re.findall(r"(?<![\w?$])pio:(\w+)", check.body)}
        assert {name for name in used if name.startswith(PIO)} <= defined, check.iri


def test_a_closed_list_in_a_shape_is_the_code_list() -> None:
    closed = 0
    for check in CHECKS.values():
        for constraint in check.constraints:
            match = re.match(r"\^https://w3id\\\.org/pio/code/(\w+)/\((.*)\)\$$", constraint.terms[0])
            if match:
                codes = parse(resource("ontology", "codelists", f"{match[1]}.ttl"))
                concepts = {str(c).rsplit("/", 1)[1] for c in codes.subjects(RDF.type, SKOS.Concept)}
                assert set(match[2].split("|")) == concepts, check.iri
                closed += 1
    assert closed >= 10
