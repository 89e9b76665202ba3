"""OWL RL over ontology, alignments and the foreign axioms they touch: sound data stay sound, planted faults bite."""

import re
from pathlib import Path

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.namespace import OWL

from kgbuild.config import resource

HERE = Path(__file__).with_name("reasoning")
PIO = Namespace("https://w3id.org/pio#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
FAULT = Namespace("http://localhost:8000/fault/")
X = Namespace("http://localhost:8000/id/")
AXIOMS = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith}
PLANTED = sorted(s for s in set(Graph().parse(HERE / "violations.ttl").subjects()) if s != FAULT.any)


def reason(*files: Path) -> Graph:
    """Close facts under the axioms; labels, definitions and annotations are left out, which makes it quick."""
    graph = Graph()
    for path in (resource("ontology", "pio.ttl"), resource("ontology", "alignments.ttl")):
        for triple in Graph().parse(path):
            if triple[1] in AXIOMS and triple[2] != OWL.AnnotationProperty:
                graph.add(triple)
    for path in (HERE / "foreign.ttl", *files):
        graph.parse(path)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def errors(graph: Graph) -> list[str]:
    return sorted(str(message) for message in graph.objects(None, ERRNS.error))


@pytest.fixture(scope="module")
def sound() -> Graph:
    return reason(HERE / "sound.ttl")


@pytest.fixture(scope="module")
def faults() -> list[str]:
    return errors(reason(HERE / "violations.ttl"))


def test_sound_data_contradict_nothing(sound: Graph) -> None:
    assert errors(sound) == []


@pytest.mark.parametrize(
    "triple",
    [
        (X.plan, RDF.type, ELI.LegalResource),
        (X.programme, RDF.type, ELI.Work),
        (X.plan, PIO.traces, X.resolution),
        (X.plan, ELI.based_on, X.law),
        (X.annex, ELI.is_annex_of, X.plan),
        (X.plan, ELI.refers_to, X.tcvn),
        (X.evidence, RDF.type, OA.ResourceSelection),
        (X.task, PIO.ledBy, X.department),
        (X.task, PIO.setOutIn, X.plan),
    ],
)
def test_what_should_follow_follows(sound: Graph, triple: tuple[URIRef, URIRef, URIRef]) -> None:
    assert triple in sound


def test_what_must_not_follow_does_not(sound: Graph) -> None:
    legal = set(sound.subjects(RDF.type, ELI.LegalResource))
    assert not {X.resolution, X.programme, X.news, X.tcvn} & legal
    assert (X.plan, PIO.implements, X.resolution) not in sound, "implements is not transitive"
    assert (X.department, PIO.coordinates, X.task) not in sound, "naming a group assigns none of its members"
    assert not [s for s, o in sound.subject_objects(OWL.sameAs) if s != o]


@pytest.mark.parametrize("node", PLANTED, ids=lambda n: n.removeprefix(FAULT))
def test_a_planted_fault_bites(faults: list[str], node: URIRef) -> None:
    assert [message for message in faults if re.search(re.escape(node) + r"(?![\w-])", message)]


def test_each_foreign_axiom_names_its_source() -> None:
    lines = (HERE / "foreign.ttl").read_text(encoding="utf-8").splitlines()
    axioms = [line for line in lines if re.match(r"\w+:", line)]
    assert axioms
    assert all(re.search(r"\. # (ELI|FOAF|ORG|OA|PROV-O|TIME)$", line) for line in axioms)
