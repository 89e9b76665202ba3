"""The outcome of an evaluation: a row per field, held against pinned floors and against the last run."""

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgbuild.errors import DataError, KgbuildError
from kgbuild.evaluation.case import FIELDS
from kgbuild.evaluation.matching import Tally

FIGURES = ("set", "documents", "field", "right", "false", "missed")
HEADER = ("field", "right", "false", "missed", "precision", "recall", "F1", "floor", "gained", "lost")


@dataclass(frozen=True, slots=True)
class FieldScore:
    """The facts of one field and what follows: precision, recall, F1 (1.0 where there was nothing to find).

    `floor` is the F1 below which the field fails; `gained` and `lost` are the right facts that the last run had not,
    and those that only it had.
    """

    field: str
    precision: float
    recall: float
    f1: float
    floor: float
    right: tuple[str, ...]
    false: tuple[str, ...]
    missed: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def row(self) -> tuple[str, ...]:
        """The score as cells of a table."""
        facts = (str(len(some)) for some in (self.right, self.false, self.missed))
        figures = (f"{value:.3f}" for value in (self.precision, self.recall, self.f1, self.floor))
        return (self.field, *facts, *figures, f"+{len(self.gained)}", f"-{len(self.lost)}")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all fields over all annotated sources."""

    sources: tuple[str, ...]
    fields: tuple[FieldScore, ...]

    def table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give the scores as a header and rows of text."""
        return HEADER, [score.row for score in self.fields]

    def check(self) -> None:
        """Raise KgbuildError naming each field that is below its floor."""
        below = [f"{s.field}: F1 {s.f1:.4f} is below {s.floor:.4f}" for s in self.fields if s.f1 < s.floor]
        if below:
            raise KgbuildError(f"data/gold/floors.toml: {'; '.join(below)}")


def score(
    tallies: Mapping[str, Tally], floors: Mapping[str, float], last: Mapping[str, Sequence[str]]
) -> tuple[FieldScore, ...]:
    """Make the scores of all fields; *last* gives the right facts of the last run by field, if there was one."""
    return tuple(_score(name, tallies[name], floors[name], last.get(name)) for name in FIELDS)


def _score(name: str, tally: Tally, floor: float, last: Sequence[str] | None) -> FieldScore:
    right, false, missed = len(tally.right), len(tally.false), len(tally.missed)
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * right / (2 * right + false + missed) if right + false + missed else 1.0
    now, before = Counter(tally.right), Counter(tally.right if last is None else last)
    return FieldScore(
        name,
        round(precision, 4),
        round(recall, 4),
        round(f1, 4),
        floor,
        right=tuple(sorted(tally.right)),
        false=tuple(sorted(tally.false)),
        missed=tuple(sorted(tally.missed)),
        gained=tuple(sorted((now - before).elements())),
        lost=tuple(sorted((before - now).elements())),
    )


def store_figures(path: Path, documents: int, fields: Sequence[FieldScore]) -> None:
    """Keep the counts of the *sample* documents for the site to tell; those of other documents stay as they are.

    Raises KgbuildError naming the file.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            others = [row for row in csv.reader(file) if row and row[0] not in ("set", "sample")]
        ours = [["sample", documents, s.field, len(s.right), len(s.false), len(s.missed)] for s in fields]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([FIGURES, *ours, *others])
    except OSError as error:
        raise KgbuildError(f"{path}: cannot be written: {error.strerror or error}") from error


def read_floors(path: Path) -> dict[str, float]:
    """Read the pinned F1 of each field. Raises DataError naming the file when a field has none or is unknown."""
    try:
        floors = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: cannot be read as TOML: {error}") from error
    if wrong := sorted(set(FIELDS) ^ set(floors)):
        raise DataError(f"{path}: fields without a floor, or unknown: {', '.join(wrong)}")
    return {name: float(floor) for name, floor in floors.items()}


def read_last_run(path: Path) -> dict[str, list[str]]:
    """Read the right facts of the last run by field; empty when there was none or its file is unusable."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): [str(fact) for fact in facts[name]] for name in facts}
    except (OSError, ValueError, TypeError):
        return {}


def write_run(path: Path, fields: Sequence[FieldScore]) -> None:
    """Keep the right facts by field for the next run to compare with. Raises KgbuildError naming the file."""
    text = json.dumps({score.field: score.right for score in fields}, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise KgbuildError(f"{path}: cannot be written: {error.strerror or error}") from error
