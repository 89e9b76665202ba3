"""Print how long validation of a built graph takes, beside pySHACL on the whole graph with the same findings.

Run it as `python bench/validate.py [BUILD]` after a build (default: build/). pySHACL runs once: it takes its time.
"""

import sys
from pathlib import Path

from common import best, table, timed
from kgbuild.config import load_settings, resource
from kgbuild.store import Store, read_quads
from kgbuild.validation import validate, validate_reference


def main() -> None:
    """Validate both ways and print times, findings and the ratio; exit 1 when the findings differ."""
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build")
    settings, shapes = load_settings(), resource("shapes")
    store = Store.memory()
    store.load(read_quads(build / "dumps" / "kgbuild.nq.gz"))
    ours = validate(store, shapes, settings)
    fast = best(lambda: validate(store, shapes, settings))
    slow, reference = timed(lambda: validate_reference(store, shapes, settings))
    rows = [
        ("kgbuild.validation", len(ours.findings), f"{fast:.2f}", "1.0"),
        ("pySHACL, whole graph", len(reference.findings), f"{slow:.2f}", f"{slow / fast:.1f}"),
    ]
    table((f"{len(store):,} quads", "findings", "seconds", "times ours"), rows)
    if {f.iri for f in ours.findings} != {f.iri for f in reference.findings}:
        sys.exit("the findings differ")


if __name__ == "__main__":
    main()
