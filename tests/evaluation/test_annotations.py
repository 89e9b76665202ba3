"""The annotations of data/gold are well formed, and those that are not are refused by name."""

import json
import re
from pathlib import Path

import pytest

from kgbuild.config import resource
from kgbuild.errors import DataError
from kgbuild.evaluation.annotations import parse_annotation, read_annotation
from kgbuild.language import fold
from kgbuild.namespaces import CODE, Iri
from kgbuild.sources.manifest import find_sources
from kgbuild.store import Store

GOLD = resource("data", "gold")
SOURCES = {source.key: source.path for source in find_sources([resource("data", "sources")])}
FILES = sorted(path for path in GOLD.glob("*.json") if path.name != "faults.json")


@pytest.fixture(scope="module")
def codes() -> set[str]:
    """The codes of all code lists, below code:."""
    store = Store.memory()
    for path in resource("ontology", "codelists").glob("*.ttl"):
        store.load_turtle(path, Iri(CODE.base))
    return {str(row["c"]).removeprefix(CODE.base) for row in store.select("SELECT ?c { ?c a skos:Concept }")}


def test_each_annotation_has_its_source() -> None:
    assert {path.stem for path in FILES} <= set(SOURCES)
    assert len(FILES) >= 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_annotation_can_be_read_and_uses_known_codes(path: Path, codes: set[str]) -> None:
    notes = read_annotation(path)
    assert notes.source == path.stem
    used = {f"citation/{kind}" for c in notes.citations for kind in c.kinds}
    used |= {f"role/{role}" for a in notes.assignments for role in a.roles}
    used |= {f"theme/{theme}" for m in notes.measures for theme in (*m.themes, *m.themes_accepted)}
    used |= {f"comparator/{c}" for figure in (*notes.targets, *notes.results) for c in figure.comparators}
    assert used <= codes


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_annotated_words_stand_in_the_source(path: Path) -> None:
    notes = read_annotation(path)
    text = fold(re.sub(r"\*\*", "", SOURCES[notes.source].read_text(encoding="utf-8-sig")))
    words = [word for c in notes.citations for word in c.words]
    words += [p.text for p in (*notes.measures, *notes.objectives, *notes.targets)]
    words += [d.title for d in notes.documents] + [t.title for t in notes.tasks] + list(notes.recipients)
    words += [s.heading for s in notes.sections] + [p.name for p in notes.people]
    assert [word for word in words if fold(word) not in text] == []


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"source": "x", "tasks": [{"row": "1", "titel": "a"}]}, r"x\.json: tasks: .*titel"),
        ({"source": "x", "citations": [{"citing": "a"}]}, r"x\.json: citations: .*kinds"),
        ({"source": "x", "people": [], "peopel": []}, r"x\.json: .*peopel"),
        ({}, r"x\.json: .*source"),
        ({"source": "x", "tasks": [{"row": "1", "title": "a", "leads": ["Sở Y tế"]}]}, r"x\.json: agents: .*Sở Y tế"),
    ],
)
def test_a_slip_is_named(table: dict, message: str) -> None:
    with pytest.raises(DataError, match=message):
        parse_annotation(table, "x.json")


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=r"broken\.json"):
        read_annotation(path)


def test_expected_faults_name_shapes_sources_and_words_that_exist() -> None:
    shapes = "".join(path.read_text(encoding="utf-8") for path in resource("shapes").glob("*.ttl"))
    faults = json.loads((GOLD / "faults.json").read_text(encoding="utf-8"))
    assert len(faults) >= 7
    for fault in faults:
        assert re.search(rf"^pios:{fault['shape']}$", shapes, re.MULTILINE), fault
        assert fault["origin"] == "source"
        assert fold(fault["words"]) in fold(SOURCES[fault["source"]].read_text(encoding="utf-8-sig")), fault
