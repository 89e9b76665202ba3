"""One build of the bundled sources for all questions: `ask("due-by-year", year="2020")` gives rows of plain strings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kgbuild.config import Settings
from kgbuild.model import Literal, Term
from kgbuild.publish.pages.examples import fill, find_example
from kgbuild.store import Store

Row = dict[str, str]
Ask = Callable[..., list[Row]]
# Not the base of the reference dataset: an example must answer under every base.
SETTINGS = Settings()


@pytest.fixture(scope="session")
def store(seeds: Path) -> Store:
    """The store that a build of the five bundled sources leaves."""
    return Store.open(seeds / "store", read_only=True)


@pytest.fixture(scope="session")
def ask(store: Store) -> Ask:
    """Answer an example; IRIs lose their base, unbound variables are left out."""

    def answer(name: str, **values: str) -> list[Row]:
        query = fill(find_example(name), values)
        return [{key: _plain(term) for key, term in row.items()} for row in store.select(query)]

    return answer


def _plain(term: Term) -> str:
    return term.value if isinstance(term, Literal) else term.removeprefix(SETTINGS.base_iri)
