"""The rules together: the chain of the design comes out whole, once, and goes when its source goes."""

from pathlib import Path

import pytest

from kgbuild.config import Settings, resource
from kgbuild.errors import DataError
from kgbuild.inference import infer, load_rules
from kgbuild.model import Statement
from kgbuild.namespaces import CODE, PIO, RDF, Iri
from kgbuild.store import Store

SETTINGS = Settings(base_iri="http://localhost:8000/")
DOC = SETTINGS.base_iri + "id/doc/"
RESOLUTION = Iri(DOC + "tw/tw/nghi-quyet/2012/20")
PROGRAMME = Iri(DOC + "ha-noi/tu/chuong-trinh-hanh-dong/2013/22")
PLAN = Iri(DOC + "ha-noi/ubnd/ke-hoach/2013/90")
ANNEX = Iri(PLAN + "/annex/1")
TASK = Iri(PLAN + "/task/12")
DIRECTIVE = Iri(DOC + "ho-chi-minh/tu/chi-thi/2015/29")
DECISION = Iri(DOC + "ho-chi-minh/ubnd/quyet-dinh/2015/4937")
ATTACHED = Iri(DECISION + "/attached/ke-hoach")
AGENCY = Iri(SETTINGS.base_iri + "id/agent/ha-noi/so-noi-vu")
INFERRED = Iri(SETTINGS.base_iri + "graph/inferred")


def source(name: str, *triples: tuple[Iri, Iri, Iri]) -> list[Statement]:
    graph = Iri(f"{SETTINGS.base_iri}graph/source/{name}")
    return [Statement(s, p, o, graph) for s, p, o in triples]


HA_NOI = source(
    "ha-noi",
    (PLAN, RDF.type, PIO.Plan),
    (PLAN, PIO.implements, PROGRAMME),
    (PROGRAMME, RDF.type, PIO.PartyDocument),
    (PROGRAMME, PIO.implements, RESOLUTION),
    (ANNEX, PIO.annexOf, PLAN),
    (ANNEX, PIO.setsOut, TASK),
    (TASK, RDF.type, PIO.StandingDuty),
    (TASK, PIO.hasAssignment, Iri(TASK + "/lead/ha-noi.so-noi-vu")),
    (Iri(TASK + "/lead/ha-noi.so-noi-vu"), PIO.assignmentRole, CODE["role/lead"]),
    (Iri(TASK + "/lead/ha-noi.so-noi-vu"), PIO.assignee, AGENCY),
    (AGENCY, PIO.leads, TASK),
)
HO_CHI_MINH = source(
    "ho-chi-minh",
    (DECISION, PIO.promulgates, ATTACHED),
    (DECISION, PIO.legalBasis, DIRECTIVE),
    (DIRECTIVE, RDF.type, PIO.PartyDocument),
    (DIRECTIVE, PIO.implements, RESOLUTION),
)


def filled(*sources: list[Statement]) -> Store:
    store = Store.memory()
    store.load_turtle(resource("ontology", "pio.ttl"), Iri(SETTINGS.base_iri + "graph/ontology"))
    for statements in sources:
        store.add(statements)
    return store


def triples(statements: list[Statement]) -> set[tuple[str, ...]]:
    return {(s, p, str(o)) for s, p, o, _ in statements}


def test_the_chain_of_the_design() -> None:
    drawn = triples(infer(filled(HA_NOI, HO_CHI_MINH), SETTINGS))
    for document in (PROGRAMME, PLAN, ANNEX, DIRECTIVE, DECISION, ATTACHED):
        assert (document, PIO.traces, RESOLUTION) in drawn, document
    assert (TASK, PIO.contributesTo, RESOLUTION) in drawn
    assert (PLAN, PIO.setsOut, TASK) in drawn
    assert (TASK, RDF.type, PIO.Task) in drawn
    assert (DECISION, PIO.drawsOn, DIRECTIVE) in drawn


def test_a_path_says_whether_it_is_stated_or_goes_by_legal_basis() -> None:
    drawn = triples(infer(filled(HA_NOI, HO_CHI_MINH), SETTINGS))
    strength = {s: o.rsplit("/", 1)[1] for s, p, o in drawn if p == PIO.pathStrength}
    assert strength[f"{ANNEX}/path/tw.tw.nghi-quyet.2012.20"] == "stated"
    assert strength[f"{ATTACHED}/path/tw.tw.nghi-quyet.2012.20"] == "byLegalBasis"
    traced = {(s, o) for s, p, o in drawn if p == PIO.traces}
    end_of = {s: o for s, p, o in drawn if p == PIO.pathTo}
    ends = {(s, end_of[o]) for s, p, o in drawn if p == PIO.hasPath}
    assert ends == traced
    assert len(strength) == len([1 for _, p, _ in drawn if p == PIO.pathStrength]), "one strength a path"


def test_what_is_stated_is_not_repeated_and_the_fixpoint_is_one() -> None:
    store = filled(HA_NOI, HO_CHI_MINH)
    stated = triples(list(store.quads()))
    drawn = infer(store, SETTINGS)
    assert drawn
    assert not stated & triples(drawn)
    assert len(triples(drawn)) == len(drawn)
    assert {statement.graph for statement in drawn} == {INFERRED}
    assert sorted(store.quads(graph=INFERRED), key=str) == sorted(drawn, key=str)
    assert infer(store, SETTINGS) == []


def test_the_order_of_sources_changes_nothing() -> None:
    assert infer(filled(HA_NOI, HO_CHI_MINH), SETTINGS) == infer(filled(HO_CHI_MINH[::-1], HA_NOI[::-1]), SETTINGS)


def test_without_a_source_nothing_that_followed_from_it_is_left() -> None:
    both, one = triples(infer(filled(HA_NOI, HO_CHI_MINH), SETTINGS)), triples(infer(filled(HA_NOI), SETTINGS))
    assert one < both
    assert not [t for t in one if "ho-chi-minh" in " ".join(t)]


def test_a_file_that_is_no_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "10-leads.rq").write_text("SELECT * WHERE { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(DataError, match=r"10-leads\.rq"):
        load_rules(tmp_path)


def test_a_rule_knows_what_it_reads() -> None:
    rules = {rule.name: rule for rule in load_rules(resource("ontology", "rules"))}
    assert rules["part-of-instrument"].reads == {PIO.annexOf, PIO.promulgatedBy}
    assert RDF.type in rules["draws-on"].reads
    assert [rule.group for rule in rules.values()] == sorted(rule.group for rule in rules.values())
