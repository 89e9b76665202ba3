"""The evaluation of the bundled sources: it runs, reaches its floors, and tells what changed since the last run."""

import dataclasses
import json
from pathlib import Path

import pytest

from kgbuild.cli.output import result_json
from kgbuild.config import Settings, resource
from kgbuild.errors import KgbuildError
from kgbuild.evaluation import Evaluation, evaluate, read_source
from kgbuild.evaluation.annotations import read_annotation
from kgbuild.evaluation.case import FIELDS
from kgbuild.evaluation.scores import HEADER
from kgbuild.sources.manifest import find_sources

EXACT = ("evidence", "documents", "document fields", "tasks", "leads", "schedules")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def done(out: Path) -> Evaluation:
    """The bundled sources, evaluated once."""
    return evaluate(Settings(out=out))


def test_all_annotated_sources_are_read(done: Evaluation) -> None:
    assert len(done.sources) >= 5
    assert [score.field for score in done.fields] == list(FIELDS)
    empty = [score.field for score in done.fields if not score.right]
    assert not empty, f"a field in which nothing is right measures nothing: {empty}"


def test_every_field_reaches_its_floor(done: Evaluation) -> None:
    done.check()


def test_what_must_be_exact_has_a_floor_of_one(done: Evaluation) -> None:
    floors = {score.field: score.floor for score in done.fields}
    assert all(floors[name] == 1.0 for name in EXACT)
    assert all(floor >= 0.7 for floor in floors.values())


def test_the_table_has_a_row_per_field(done: Evaluation) -> None:
    header, rows = done.table()
    assert header == HEADER
    assert [row[0] for row in rows] == list(FIELDS)
    assert all(isinstance(cell, str) for row in rows for cell in row)


def test_a_second_run_gains_and_loses_nothing_and_a_fact_taken_away_is_gained(done: Evaluation, out: Path) -> None:
    again = evaluate(Settings(out=out))
    assert [score.row for score in again.fields] == [score.row for score in done.fields]
    kept = json.loads((out / "evaluation.json").read_text(encoding="utf-8"))
    taken = kept["leads"].pop()
    (out / "evaluation.json").write_text(json.dumps(kept), encoding="utf-8")
    third = {score.field: score for score in evaluate(Settings(out=out)).fields}
    assert third["leads"].gained == (taken,)
    assert third["leads"].lost == third["tasks"].gained == ()


def test_the_command_can_print_it_as_json(done: Evaluation, capsys: pytest.CaptureFixture[str]) -> None:
    result_json(done)
    printed = json.loads(capsys.readouterr().out)
    assert printed["fields"][0]["field"] == "evidence"
    assert printed["fields"][1]["right"][0].split()[0] in done.sources


def test_one_bundled_source_alone(tmp_path: Path) -> None:
    sources = {source.key: source for source in find_sources([resource("data", "sources")])}
    notes = read_annotation(resource("data", "gold", "90-kh-ubnd-ha-noi.json"))
    case = read_source(sources["90-kh-ubnd-ha-noi"], notes, Settings(out=tmp_path))
    for name in EXACT:
        tally = case.tallies[name]
        assert tally.right, name
        assert not tally.false, name
        assert not tally.missed, name
    assert len(case.tallies["leads"].right) == 17


def test_annotations_of_another_source_fit_nowhere(tmp_path: Path) -> None:
    sources = {source.key: source for source in find_sources([resource("data", "sources")])}
    notes = read_annotation(resource("data", "gold", "90-kh-ubnd-ha-noi.json"))
    case = read_source(sources["ke-hoach-50-kl-tw-gia-lai"], notes, Settings(out=tmp_path))
    assert not case.tallies["tasks"].right
    assert len(case.tallies["documents"].missed) == 2


def test_a_field_below_its_floor_stops_the_command(done: Evaluation) -> None:
    lower = dataclasses.replace(done.fields[0], f1=0.5)
    with pytest.raises(KgbuildError, match="evidence"):
        dataclasses.replace(done, fields=(lower, *done.fields[1:])).check()
