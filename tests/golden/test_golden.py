"""The graph of each sample document, compared line by line with the one a person has read."""

import difflib
import tomllib
from pathlib import Path

import pytest

from kgbuild.config import Settings
from kgbuild.extraction import extract
from kgbuild.store import serialise

GOLDEN = Path(__file__).parent
SOURCES = GOLDEN.parent.parent / "data" / "sources"
SETTINGS = Settings(base_iri="https://w3id.org/vnpolicy/")
SHOWN = 40


def manifest() -> dict[str, Path]:
    """Read id and file of each source of the repository."""
    entries = tomllib.loads((SOURCES / "sources.toml").read_text(encoding="utf-8"))["source"]
    return {entry["id"]: SOURCES / entry["file"] for entry in entries}


def difference(expected: str, found: str) -> str:
    """Show the lines that went (-) and came (+), the first of them in full."""
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]
    more = [f"… and {len(changed) - SHOWN} more"] if len(changed) > SHOWN else []
    return "\n".join([f"{len(changed)} lines differ; `make golden` rewrites", *changed[:SHOWN], *more])


@pytest.mark.parametrize("key", manifest())
def test_a_source_gives_its_golden_graph(key: str, request: pytest.FixtureRequest) -> None:
    found = serialise(extract(manifest()[key], SETTINGS).statements).decode("utf-8")
    path = GOLDEN / key / "graph.nq"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path} is missing; `make golden` writes it"
    expected = path.read_text(encoding="utf-8")
    assert expected == found, difference(expected, found)


def test_no_golden_folder_has_lost_its_source() -> None:
    folders = {path.parent.name for path in GOLDEN.glob("*/graph.nq")}
    assert folders <= set(manifest())


def test_a_difference_names_the_lines() -> None:
    assert difference("<a> .\n<b> .\n", "<a> .\n<c> .\n").splitlines()[1:] == ["-<b> .", "+<c> ."]
