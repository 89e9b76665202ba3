"""A tiny graph in Turtle and its annotation, compared as the five sources are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgbuild.evaluation import compare
from kgbuild.evaluation.annotations import parse_annotation
from kgbuild.evaluation.case import Case
from kgbuild.evaluation.graph import Graph
from kgbuild.namespaces import PREFIXES, Iri
from kgbuild.store import Store

Compare = Callable[..., Case]


@pytest.fixture
def judge(tmp_path: Path) -> Compare:
    """Compare Turtle (prefixes known, names relative) with the fields of an annotation."""

    def run(turtle: str, text: str = "", **notes: Any) -> Case:
        path = tmp_path / "graph.ttl"
        head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
        path.write_text(f"@base <http://localhost:8000/> .\n{head}\n{turtle}", encoding="utf-8")
        store = Store.memory()
        graph = Iri("http://localhost:8000/graph/source/x")
        store.load_turtle(path, graph)
        return compare(parse_annotation({"source": "x", **notes}, "x.json"), Graph(store.quads(graph=graph)), text)

    return run


@pytest.fixture
def counts() -> Callable[[Case, str], tuple[int, int, int]]:
    """Give right, false and missed of a field as numbers."""

    def run(case: Case, field: str) -> tuple[int, int, int]:
        tally = case.tallies[field]
        return len(tally.right), len(tally.false), len(tally.missed)

    return run
