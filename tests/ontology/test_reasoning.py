"""OWL RL over ontology, alignments and the foreign axioms they touch: sound data stay sound, planted faults bite."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import owlrl
import pytest
from owlrl.Namespaces import ERRNS
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.namespace import OWL

from kgbuild.config import resource
from kgbuild.store import Store, read_quads

HERE = Path(__file__).with_name("reasoning")
PIO = Namespace("https://w3id.org/pio#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
FAULT = Namespace("http://localhost:8000/fault/")
X = Namespace("http://localhost:8000/id/")
AXIOMS = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith}
PLANTED = sorted(s for s in set(Graph().parse(HERE / "violations.ttl").subjects()) if s != FAULT.any)


def axioms() -> Graph:
    """The axioms alone; labels, definitions and annotations are left out, which makes reasoning quick."""
    graph = Graph()
    for path in (resource("ontology", "pio.ttl"), resource("ontology", "alignments.ttl")):
        for triple in Graph().parse(path):
            if triple[1] in AXIOMS and triple[2] != OWL.AnnotationProperty:
                graph.add(triple)
    return graph.parse(HERE / "foreign.ttl")


def reason(*files: Path, facts: Iterable[tuple[URIRef, URIRef, URIRef]] = ()) -> Graph:
    """Close facts under the axioms."""
    graph = axioms()
    for path in files:
        graph.parse(path)
    for triple in facts:
        graph.add(triple)
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


def facts_of(seeds: Path) -> Iterator[tuple[URIRef, URIRef, URIRef]]:
    """What the build states between nodes in the terms that axioms speak of; passages are all alike and left out."""
    store = Store.memory()
    store.load(read_quads(seeds / "dumps" / "kgbuild.nq.gz"))
    spoken_of = set(axioms().all_nodes())
    for subject, predicate, thing, graph in store.quads():
        passage = re.search(r"/id/text/\w+/", f"{subject} {thing}")
        known = URIRef(predicate) == RDF.type or URIRef(predicate) in spoken_of
        if known and isinstance(thing, str) and not passage and not graph.endswith(("ontology", "report", "catalog")):
            yield URIRef(subject), URIRef(predicate), URIRef(thing)


def test_the_build_contradicts_nothing_but_where_a_fault_is_planted(seeds: Path) -> None:
    """One closure over the whole build with the faults planted in it: each of them bites, and nothing else does."""
    graph = reason(HERE / "violations.ttl", facts=facts_of(seeds))
    found = errors(graph)
    assert all(FAULT in message for message in found), [m for m in found if FAULT not in m][:5]
    assert {n for n in PLANTED if any(re.search(re.escape(n) + r"(?![\w-])", m) for m in found)} == set(PLANTED)
    ours = {node for node in graph.subjects(RDF.type, PIO.PartyDocument) if FAULT not in node}
    assert len(ours) >= 6
    legal = set(graph.subjects(RDF.type, ELI.LegalResource))
    assert not ours & legal
    assert {d for d in graph.subjects(RDF.type, PIO.StateDocument) if FAULT not in d} <= legal
    plans, activities = (set(graph.subjects(RDF.type, PROV[name])) for name in ("Plan", "Activity"))
    assert plans
    assert not {node for node in plans & activities if FAULT not in node}


def test_no_class_is_both_plan_and_activity(sound: Graph) -> None:
    below = {name: set(sound.subjects(RDFS.subClassOf, PROV[name])) for name in ("Plan", "Activity")}
    assert PIO.Task in below["Plan"]
    assert PIO.ExtractionRun in below["Activity"]
    assert not {c for c in below["Plan"] & below["Activity"] if c != OWL.Nothing}


def test_each_foreign_axiom_names_its_source() -> None:
    lines = (HERE / "foreign.ttl").read_text(encoding="utf-8").splitlines()
    axioms = [line for line in lines if re.match(r"\w+:", line)]
    assert axioms
    assert all(re.search(r"\. # (ELI|FOAF|ORG|OA|PROV-O|TIME)$", line) for line in axioms)
