"""Examples ask with values that find something here, and keep their own where these do."""

from dataclasses import replace

import pytest

from kgbuild.config import Settings
from kgbuild.publish.index import Index
from kgbuild.publish.pages.defaults import CHOICES, fit
from kgbuild.publish.pages.examples import Example, Parameter, fill, read_examples
from kgbuild.publish.paths import Places
from kgbuild.publish.templates import load_strings
from kgbuild.publish.views import Reader
from kgbuild.store import Store

STRANGE = {"key": '"doc/none"', "row": '"77"', "unit": '"ha"', "year": "1900"}
CHANGING = [example for example in read_examples("en") if example.here]


def reading(index: Index) -> Reader:
    """Make a reader of a graph without a site."""
    return Reader(index, Places(Settings().base_iri, frozenset()), "en", load_strings("en"))


@pytest.fixture(scope="module")
def reader(store: Store) -> Reader:
    """A reader of the five sources."""
    return reading(Index.read(store))


def elsewhere(example: Example) -> Example:
    """Write an example with values that nothing has."""
    codes = {p.name: p.default.partition(":")[0] + ":none" for p in example.parameters}
    terms = {p.name: STRANGE.get(p.name, codes[p.name]) for p in example.parameters}
    parameters = tuple(replace(p, default=terms[p.name]) for p in example.parameters)
    return replace(example, query=fill(example, terms), parameters=parameters)


def test_every_choice_is_asked_for() -> None:
    assert {example.here for example in CHANGING} == set(CHOICES)


@pytest.mark.parametrize("example", CHANGING, ids=lambda example: example.name)
def test_where_nothing_has_the_values_others_are_taken_that_find_something(
    reader: Reader, store: Store, example: Example
) -> None:
    strange = elsewhere(example)
    assert list(store.select(strange.query)) == []
    fitted = fit(reader, strange)
    assert list(store.select(fitted.query)), fitted.fitted
    assert {name for name, _ in fitted.fitted} == {parameter.name for parameter in example.parameters}


def test_values_that_are_here_stay_and_where_there_is_nothing_all_do(reader: Reader) -> None:
    empty = reading(Index([]))
    for example in read_examples("en"):
        assert fit(reader, example) == example
        assert fit(empty, example) == example


def test_only_examples_that_say_how_are_changed(reader: Reader) -> None:
    plain = Example("99", "", "", "VALUES ?area { area:none }", (Parameter("area", "", "area:none"),))
    assert fit(reader, plain) == plain
