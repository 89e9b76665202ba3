"""The benchmarks run and print their table; what they measure is nobody's test."""

import subprocess
import sys
from pathlib import Path


def lines(root: Path, *command: str) -> list[str]:
    """Run a benchmark and give the lines that it prints."""
    done = subprocess.run([sys.executable, *command], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_reading_prints_a_ratio_per_file(root: Path) -> None:
    source = sorted((root / "data" / "sources").glob("*.txt"))[0]
    head, row = lines(root, "bench/reading.py", str(source))
    assert "ratio" in head
    assert float(row.split()[-1]) > 0


def test_serialising_prints_a_ratio_per_step(root: Path) -> None:
    _, *rows = lines(root, "bench/serialise.py", "1")
    assert len(rows) == 10
    assert all(float(row.split()[-1]) > 0 for row in rows)


def test_questions_prints_a_ratio_per_question(root: Path, seeds: Path) -> None:
    _, *rows, last = lines(root, "bench/questions.py", str(seeds))
    assert len(rows) == 16
    assert all(float(row.split()[-1]) > 0 for row in rows)
    assert last.startswith("over 100 ms: ")
