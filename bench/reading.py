"""Print how fast text becomes statements, beside one pass of the reader's own patterns over the same text.

Run it as `python bench/reading.py [FILE …]`; without files it reads data/sources/. The floor is the least that a reader
built on patterns must pay: every pattern of the reading stages once over the whole text. Bytes are the file's.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator

import kgbuild
from common import best, documents, table
from kgbuild.config import load_settings
from kgbuild.extraction import extract

STAGES = ("kgbuild.text", "kgbuild.structure", "kgbuild.mentions")


def patterns() -> list[re.Pattern[str]]:
    """Collect the compiled patterns of the reading stages, whether they stand alone or in tuples and tables."""
    names = [m.name for m in pkgutil.walk_packages(kgbuild.__path__, "kgbuild.") if m.name.startswith(STAGES)]
    found = {
        pattern for name in names for value in vars(importlib.import_module(name)).values() for pattern in of(value)
    }
    return sorted(found, key=lambda pattern: pattern.pattern)


def of(value: object) -> Iterator[re.Pattern[str]]:
    """Walk one module constant for patterns of text."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from of(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from of(part)


def main() -> None:
    """Read each file alone, take the best of five, and print bytes per second and the ratio."""
    settings, compiled = load_settings(), patterns()
    rows = []
    for path in documents(sys.argv[1:]):
        text = path.read_text(encoding="utf-8", errors="replace")
        size = path.stat().st_size
        reading = best(lambda path=path: extract(path, settings))
        floor = best(lambda text=text: [sum(1 for _ in pattern.finditer(text)) for pattern in compiled])
        rows.append((path.name, size, f"{size / reading:,.0f}", f"{size / floor:,.0f}", f"{floor / reading:.3f}"))
    table(("source", "bytes", "read, B/s", f"{len(compiled)} patterns, B/s", "ratio"), rows)


if __name__ == "__main__":
    main()
