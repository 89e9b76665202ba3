"""The figures of reading that the site tells are those of this code on the sample documents."""

from pathlib import Path

import pytest

from kgbuild.config import Settings, resource
from kgbuild.evaluation import evaluate
from kgbuild.evaluation.scores import store_figures


def test_the_figures_told_are_those_measured(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    kept = resource("data", "gold", "figures.csv")
    done = evaluate(Settings(out=tmp_path))
    found = tmp_path / "figures.csv"
    found.write_bytes(kept.read_bytes())
    store_figures(found, len(done.sources), done.fields)
    if request.config.getoption("--update-golden"):
        kept.write_bytes(found.read_bytes())
    assert found.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), "`make golden` rewrites it"
