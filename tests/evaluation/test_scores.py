"""Precision, recall, F1; floors that are kept; facts gained and lost against the last run."""

import dataclasses
from pathlib import Path

import pytest

from kgbuild.errors import DataError, KgbuildError
from kgbuild.evaluation.case import FIELDS
from kgbuild.evaluation.matching import Tally
from kgbuild.evaluation.scores import HEADER, Evaluation, read_floors, read_last_run, score, write_run

NO_FLOORS = dict.fromkeys(FIELDS, 0.0)


def tallies(**some: Tally) -> dict[str, Tally]:
    """Give every field a tally, empty unless one is given."""
    return {name: some.get(name, Tally()) for name in FIELDS}


def test_figures_of_a_field() -> None:
    tally = Tally(right=["a", "b", "c"], false=["d"], missed=["e", "f", "g"])
    (found,) = [s for s in score(tallies(tasks=tally), NO_FLOORS, {}) if s.field == "tasks"]
    assert (found.precision, found.recall, found.f1) == (0.75, 0.5, 0.6)
    assert found.row[:8] == ("tasks", "3", "1", "3", "0.750", "0.500", "0.600", "0.000")
    assert len(found.row) == len(HEADER)


@pytest.mark.parametrize(
    ("tally", "f1"),
    [(Tally(), 1.0), (Tally(false=["a"]), 0.0), (Tally(missed=["a"]), 0.0)],
)
def test_nothing_to_find_is_right_only_when_nothing_is_found(tally: Tally, f1: float) -> None:
    assert {s.field: s.f1 for s in score(tallies(tasks=tally), NO_FLOORS, {})}["tasks"] == f1


def test_check_names_the_fields_below_their_floors() -> None:
    fields = score(tallies(tasks=Tally(right=["a"], missed=["b"])), {**NO_FLOORS, "tasks": 0.9, "leads": 1.0}, {})
    with pytest.raises(KgbuildError, match=r"tasks: F1 0\.6667 is below 0\.9000") as error:
        Evaluation(("x",), fields).check()
    assert "leads" not in str(error.value)


def test_check_is_content_at_the_floor() -> None:
    fields = score(tallies(tasks=Tally(right=["a"])), {**NO_FLOORS, "tasks": 1.0}, {})
    Evaluation(("x",), fields).check()


def test_facts_gained_and_lost() -> None:
    tally = Tally(right=["kept", "twice", "twice", "new"])
    last = {"tasks": ["kept", "twice", "gone"]}
    (found,) = [s for s in score(tallies(tasks=tally), NO_FLOORS, last) if s.field == "tasks"]
    assert found.gained == ("new", "twice")
    assert found.lost == ("gone",)
    assert found.row[8:] == ("+2", "-1")


def test_a_first_run_gains_and_loses_nothing() -> None:
    assert all(not s.gained and not s.lost for s in score(tallies(tasks=Tally(right=["a"])), NO_FLOORS, {}))


def test_a_run_is_kept_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "build" / "evaluation.json"
    assert read_last_run(path) == {}
    write_run(path, score(tallies(tasks=Tally(right=["b", "a"])), NO_FLOORS, {}))
    kept = read_last_run(path)
    assert kept["tasks"] == ["a", "b"]
    assert set(kept) == set(FIELDS)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"tasks": 3}'])
def test_an_unusable_last_run_is_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(text, encoding="utf-8")
    assert read_last_run(path) == {}


def test_a_run_that_cannot_be_kept_is_named(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", encoding="utf-8")
    with pytest.raises(KgbuildError, match=r"evaluation\.json"):
        write_run(tmp_path / "build" / "evaluation.json", ())


@pytest.mark.parametrize(
    ("text", "message"),
    [("tasks = 1.0", "leads"), ("taks = 1.0", "taks"), ("tasks =", "TOML")],
)
def test_floors_must_fit_the_fields(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_floors(path)


def test_scores_are_plain_data_for_json() -> None:
    for found in score(tallies(), NO_FLOORS, {}):
        assert all(isinstance(v, str | float | tuple) for v in dataclasses.astuple(found))
