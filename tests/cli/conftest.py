"""Run the command line in a folder of its own: `run("query", "ASK {}")` gives exit code, stdout and stderr."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import rdflib

from kgbuild.cli import main
from kgbuild.store import Store


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command line did."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    def command(*arguments: str) -> Run:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        caught = capsysbinary.readouterr()
        return Run(int(ended.value.code or 0), caught.out.decode(), caught.err.decode())

    return command


@pytest.fixture
def built(folder: Path) -> Path:
    """A folder with a store and a dump of the small graph, as `kgbuild build` leaves it."""
    dataset = rdflib.Dataset()
    dataset.parse(Path(__file__).parents[1] / "fixtures" / "small.trig", format="trig")
    quads = dataset.serialize(format="nquads", encoding="utf-8")
    (folder / "build" / "dumps").mkdir(parents=True)
    store = Store.open(folder / "build" / "store")
    store.load(quads)
    del store
    (folder / "build" / "dumps" / "kgbuild.nq").write_bytes(quads)
    return folder / "build"
