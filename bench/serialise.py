"""Print how fast statements become sorted N-Quads, a loaded store and dumps, beside what the bare steps need.

Run it as `python bench/serialise.py [QUADS]`; the statements are those of data/sources/, copied with other IRIs until
there are QUADS (500,000). Dumps are measured beside a bytewise sort of the same lines in no order.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox

from common import best, copies, table
from kgbuild.store import GRAPH_FORMATS, Store, pieces, read_lines, serialise
from kgbuild.store.terms import to_quad

ROUNDS = 2  # of the same work; at this size noise is small beside it


def main() -> None:
    """Measure each step on one set of quads, and print it beside its floor."""
    statements = list(copies(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000))
    quads = [to_quad(s) for s in statements]
    count = len(quads)
    rows = []

    def add(name: str, floor_name: str, ours: float, floor: float) -> None:
        rows.append((name, floor_name, *speeds(count, ours, floor)))

    ready = best(lambda: ox.serialize(quads, format=ox.RdfFormat.N_QUADS), ROUNDS)
    add("statements → sorted N-Quads", "serialise ready quads", best(lambda: serialise(statements), ROUNDS), ready)
    lines = serialise(statements)
    parsing = best(lambda: sum(1 for _ in ox.parse(lines, format=ox.RdfFormat.N_QUADS)), ROUNDS)
    add("N-Quads → store in memory", "parse", best(lambda: Store.memory().load(lines), ROUNDS), parsing)
    add("N-Quads → store on disk", "parse", best(lambda: load_to_disk(lines), ROUNDS), parsing)
    shuffled = lines.splitlines(keepends=True)
    random.Random(1).shuffle(shuffled)
    sorting = best(lambda: sorted(shuffled), ROUNDS)
    store = Store.memory()
    store.load(lines)
    add("store → sorted N-Quads", "sort lines", best(store.dump, ROUNDS), sorting)
    shared = read_lines(store)
    for to in GRAPH_FORMATS:
        seconds = best(lambda to=to: sum(map(len, pieces(shared, to))), ROUNDS)
        add(f"lines → {to.label}", "sort lines", seconds, sorting)
    table((f"{count:,} quads", "floor", "ours, kq/s", "floor, kq/s", "ratio"), rows)


def load_to_disk(lines: bytes) -> None:
    """Load N-Quads into a new store on disk, and remove it."""
    folder = Path(tempfile.mkdtemp())
    try:
        Store.open(folder / "store").load(lines)
    finally:
        shutil.rmtree(folder)


def speeds(count: int, ours: float, floor: float) -> tuple[str, str, str]:
    """Turn seconds into thousands of quads per second, and their ratio."""
    return f"{count / ours / 1000:,.0f}", f"{count / floor / 1000:,.0f}", f"{floor / ours:.2f}"


if __name__ == "__main__":
    main()
