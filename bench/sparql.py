"""Print how long the site's example queries take on the built store, beside the smallest query there is.

Run it as `python bench/sparql.py [BUILD]` after a build (default: build/). The floor is an ASK of one triple: what a
question costs before it asks anything.
"""

import sys
from pathlib import Path

from common import best, table
from kgbuild.config import resource
from kgbuild.store import Question, Store


def main() -> None:
    """Answer each example as the endpoint would and print milliseconds, bytes and the ratio."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    store = Store.open(build / "store", read_only=True)
    floor = best(lambda: store.ask("ASK { ?s ?p ?o }"), rounds=20)
    rows = []
    for path in sorted(resource("site", "queries", "examples").glob("*.rq")):
        question = Question(path.read_text(encoding="utf-8"))
        size = len(store.answer(question).body)
        seconds = best(lambda question=question: store.answer(question))
        rows.append((path.stem, size, f"{seconds * 1000:.2f}", f"{seconds / floor:,.0f}"))
    table(("query", "bytes", "ms", "times an ASK"), rows)


if __name__ == "__main__":
    main()
