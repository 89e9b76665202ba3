"""What belongs to an entity, and what does not."""

from kgbuild.model import Literal, Statement
from kgbuild.namespaces import OA, PIO, RDF, Iri
from kgbuild.publish.describe import describe
from kgbuild.store import Store

G = Iri("http://x/g")
TASK, LEAD, PROOF, PLACE, AGENCY, PLAN = (Iri(f"http://x/{name}") for name in ("t", "t/lead", "e", "e/p", "a", "d"))


def test_owned_nodes_come_along_and_others_stay() -> None:
    own = [
        Statement(TASK, RDF.type, PIO.Task, G),
        Statement(TASK, PIO.hasAssignment, LEAD, G),
        Statement(LEAD, PIO.assignee, AGENCY, G),
        Statement(LEAD, PIO.evidence, PROOF, G),
        Statement(PROOF, OA.hasSelector, PLACE, G),
        Statement(PLACE, OA.start, Literal("1"), G),
        # a circle ends
        Statement(PLACE, PIO.evidence, PROOF, G),
    ]
    others = [Statement(PLAN, PIO.setsOut, TASK, G), Statement(AGENCY, PIO.leads, TASK, G)]
    store = Store.memory()
    store.add([*others, *own])
    found = describe(store, TASK)
    assert set(found) == set(own)
    assert len(found) == len(own)
    assert found == describe(store, TASK)


def test_the_unknown_is_empty() -> None:
    assert describe(Store.memory(), TASK) == []
