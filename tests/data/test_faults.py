"""The faults that the bundled sources really have are found, and no other is laid at their door."""

import json
from pathlib import Path

import pytest

from kgbuild.config import Settings, resource
from kgbuild.language import fold
from kgbuild.store import Store

BASE = Settings().base_iri
SHAPE = "https://w3id.org/pio/shapes#"
EXPECTED = json.loads(resource("data", "gold", "faults.json").read_text(encoding="utf-8"))

WORDS = """
SELECT ?words WHERE { <%s> pio:evidence/oa:hasSelector/oa:exact ?words }
"""


@pytest.fixture(scope="module")
def report(seeds: Path) -> dict:
    return json.loads((seeds / "report" / "report.json").read_text(encoding="utf-8"))


def test_the_faults_of_the_sources_are_found_and_only_they(report: dict) -> None:
    """Left out are documents cited and not held, which are no fault of the text."""
    found = {
        (f["shape"].removeprefix(SHAPE), f["severity"], f["focus"].removeprefix(BASE))
        for f in report["findings"]
        if f["origin"] == "source" and f["shape"] != f"{SHAPE}NotHeld"
    }
    assert found == {(f["shape"], f["severity"], f["place"]) for f in EXPECTED}


def test_nothing_of_ours_is_found(report: dict) -> None:
    assert [f for f in report["findings"] if f["origin"] != "source"] == []


@pytest.mark.parametrize("fault", EXPECTED, ids=lambda fault: fault["shape"] + " " + fault["place"][-12:])
def test_a_finding_shows_the_words(fault: dict, seeds: Path, report: dict) -> None:
    (finding,) = (
        f for f in report["findings"] if (f["shape"], f["focus"]) == (SHAPE + fault["shape"], BASE + fault["place"])
    )
    store = Store.open(seeds / "store", read_only=True)
    shown = [fold(str(row["words"].value)) for row in store.select(WORDS % finding["iri"])]
    assert any(fold(fault["words"]) in words or words in fold(fault["words"]) for words in shown), shown
