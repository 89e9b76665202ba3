"""What the benchmarks share: the documents to run on, the clock, and the table."""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


def documents(names: Sequence[str]) -> list[Path]:
    """Give the files named, else the sample documents."""
    return [Path(name) for name in names] or sorted((ROOT / "data" / "sources").glob("*.txt"))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Give the seconds of one run, and what it returned."""
    start = time.perf_counter()
    value = work()
    return time.perf_counter() - start, value


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Give the seconds of the fastest of *rounds* runs, after one that warms up: noise only ever adds."""
    work()
    return min(timed(work)[0] for _ in range(rounds))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns, the first to the left and the others to the right."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        first, *others = line
        print(first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)))
