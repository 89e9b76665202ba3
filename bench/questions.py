"""Print how fast the sixteen questions are answered on the embedded store, beside one walk over all its statements.

Run it as `python bench/questions.py [BUILD]` after a build (default: build/). The walk grows with the store and with
the slowness of the machine, so the ratio can be compared between machines and corpora. Times are of the processor:
others may be at work beside us.
"""

import sys
from pathlib import Path
from time import process_time

from common import best, table
from kgbuild.publish.pages.examples import read_examples
from kgbuild.store import Store, read_quads

WALK = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GOAL = 0.1  # seconds


def main() -> None:
    """Ask every question, print rows, milliseconds and the ratio, and name those that take longer than the goal."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    store = Store.memory()
    store.load(read_quads(build / "dumps" / "kgbuild.nq.gz"))
    walk = best(lambda: list(store.select(WALK)), clock=process_time)
    rows, slow = [], []
    for example in read_examples("en"):
        seconds = best(lambda query=example.query: list(store.select(query)), clock=process_time)
        count = len(list(store.select(example.query)))
        rows.append((example.name, count, f"{seconds * 1000:.1f}", f"{seconds / walk:.2f}"))
        slow += [example.name] if seconds > GOAL else []
    table((f"{len(store):,} quads, a walk takes {walk * 1000:.0f} ms", "rows", "ms", "ratio"), rows)
    print(f"over {GOAL * 1000:.0f} ms: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
