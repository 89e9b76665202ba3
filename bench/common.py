"""What the benchmarks share: the documents to run on, the clock, and the table."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from kgbuild.config import load_settings
from kgbuild.extraction import extract
from kgbuild.model import Literal, Statement
from kgbuild.namespaces import Iri

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


def documents(names: Sequence[str]) -> list[Path]:
    """Give the files named, else the sample documents."""
    return [Path(name) for name in names] or sorted((ROOT / "data" / "sources").glob("*.txt"))


def timed(work: Callable[[], T], clock: Callable[[], float] = time.perf_counter) -> tuple[float, T]:
    """Give the seconds of one run by *clock*, and what it returned."""
    start = clock()
    value = work()
    return clock() - start, value


def best(work: Callable[[], object], rounds: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Give the seconds of the fastest of *rounds* runs, after one that warms up: noise only ever adds."""
    work()
    return min(timed(work, clock)[0] for _ in range(rounds))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows in columns, the first to the left and the others to the right."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        first, *others = line
        print(first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)))


def copies(count: int) -> Iterator[Statement]:
    """Give at least *count* statements: those of the documents, again and again under other IRIs."""
    settings = load_settings()
    once = sorted({s for path in documents([]) for s in extract(path, settings).statements}, key=str)
    for copy in range(-(-count // len(once))):
        old, new = f"{settings.base_iri}id/", f"{settings.base_iri}id/{copy}/"
        for s in once:
            value = s.object if isinstance(s.object, Literal) else Iri(s.object.replace(old, new))
            yield Statement(Iri(s.subject.replace(old, new)), s.predicate, value, Iri(f"{s.graph}/{copy}"))
