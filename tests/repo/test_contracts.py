"""The import rule of the architecture: who may know whom, and what a light command may load."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("rdflib", "pyshacl", "fastapi", "pyoxigraph", "pdfplumber", "mammoth", "SPARQLWrapper", "jinja2")


def test_every_import_contract_holds(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["kgbuild", "kgbuild.cli"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    """`kgbuild --help` must answer at once, so what only some commands need is imported by those commands."""
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
