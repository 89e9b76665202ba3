"""Print how fast statements become sorted N-Quads and a loaded store, beside what pyoxigraph alone needs.

Run it as `python bench/serialise.py [COPIES]`; the statements are those of data/sources/, copied into COPIES (40)
sets of graphs so that there is something to measure.
"""

import sys

import pyoxigraph as ox

from common import best, documents, table
from kgbuild.config import load_settings
from kgbuild.model import Statement
from kgbuild.namespaces import Iri
from kgbuild.pipeline import extract
from kgbuild.store import Store, serialise
from kgbuild.store.terms import to_quad


def main() -> None:
    """Measure writing, sorting, parsing and loading of one set of quads, and print each beside its floor."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    settings = load_settings()
    once = [s for path in documents([]) for s in extract(path, settings).statements]
    statements = [
        Statement(s.subject, s.predicate, s.object, Iri(f"{s.graph}/{copy}")) for copy in range(copies) for s in once
    ]
    quads = [to_quad(s) for s in statements]
    lines = serialise(statements)
    count = len(lines.splitlines())

    writing = best(lambda: serialise(statements))
    ready = best(lambda: ox.serialize(quads, format=ox.RdfFormat.N_QUADS))
    loading = best(lambda: Store.memory().load(lines))
    parsing = best(lambda: sum(1 for _ in ox.parse(lines, format=ox.RdfFormat.N_QUADS)))

    rows = [
        ("statements → sorted N-Quads", "serialise ready quads", *speeds(count, writing, ready)),
        ("N-Quads → store in memory", "parse", *speeds(count, loading, parsing)),
    ]
    table((f"{count:,} quads", "floor", "ours, kq/s", "floor, kq/s", "ratio"), rows)


def speeds(count: int, ours: float, floor: float) -> tuple[str, str, str]:
    """Turn seconds into thousands of quads per second, and their ratio."""
    return f"{count / ours / 1000:,.0f}", f"{count / floor / 1000:,.0f}", f"{floor / ours:.2f}"


if __name__ == "__main__":
    main()
