"""Stores made of TriG, for the tests of validation."""

from collections.abc import Callable

import pytest

from kgbuild.store import Store


@pytest.fixture
def trig_store() -> Callable[..., Store]:
    """Load TriG texts without blank nodes into a store."""

    def load(*texts: str) -> Store:
        from rdflib import Dataset

        store = Store.memory()
        lines = set()
        for text in texts:
            quads = Dataset().parse(data=text, format="trig").quads()
            lines |= {f"{s.n3()} {p.n3()} {o.n3()} <{g}> .\n" for s, p, o, g in quads}
        store.load("".join(sorted(lines)).encode())
        return store

    return load
