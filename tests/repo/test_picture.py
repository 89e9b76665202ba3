"""The picture of the ontology in the README is the one of today's file."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import Graph


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("draw_ontology", root / "docs" / "draw_ontology.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def ontology(script: ModuleType, root: Path) -> Graph:
    return Graph().parse(script.SOURCE) + Graph().parse(root / "ontology" / "alignments.ttl")


def test_the_picture_is_current(script: ModuleType, ontology: Graph, root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert script.drawn(readme, ontology) == readme, "run python docs/draw_ontology.py"


def test_the_picture_follows_the_file(script: ModuleType, ontology: Graph) -> None:
    picture = script.picture(ontology)
    assert 'Task -- "hasAssignment" --> Assignment' in picture
    without = ontology - Graph().add((script.PIO.hasAssignment, script.RDFS.range, script.PIO.Assignment))
    assert 'Task -- "hasAssignment" --> Assignment' not in script.picture(without)


def test_a_readme_without_its_place_is_told(script: ModuleType, ontology: Graph) -> None:
    with pytest.raises(ValueError, match="marks"):
        script.drawn("# kgbuild", ontology)
