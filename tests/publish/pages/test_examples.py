"""Examples: read with their words, found by number or name, filled with values of the right kind only."""

import pytest

from kgbuild.errors import QueryError
from kgbuild.publish.pages.examples import Example, Parameter, fill, find_example, read_examples

QUERY = 'VALUES ?area { area:ha-noi } VALUES ?key { "doc/x" } VALUES ?year { 2015 } VALUES ?other { 1 }'
EXAMPLE = Example(
    "01-test",
    "",
    "",
    QUERY,
    (Parameter("area", "", "area:ha-noi"), Parameter("key", "", '"doc/x"'), Parameter("year", "", "2015")),
)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("area", "gia-lai", "?area { area:gia-lai }"),
        ("area", "area:gia-lai", "?area { area:gia-lai }"),
        ("area", "<https://example.org/a>", "?area { <https://example.org/a> }"),
        ("key", "doc/y", '?key { "doc/y" }'),
        ("key", '"doc/y"', '?key { "doc/y" }'),
        ("key", 'a" } ?s ?p ?o', r'?key { "a\" } ?s ?p ?o" }'),
        ("year", "-20", "?year { -20 }"),
    ],
)
def test_a_value_takes_the_place_of_the_default(name: str, value: str, written: str) -> None:
    filled = fill(EXAMPLE, {name: value})
    assert written in filled
    assert filled.count("VALUES") == QUERY.count("VALUES")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("other", "2", "no parameter"),
        ("area", "gia lai", "a code is wanted"),
        ("area", "<a> } { ?s ?p ?o", "a code is wanted"),
        ("year", "soon", "a whole number"),
        ("year", "", "a whole number"),
    ],
)
def test_a_value_of_another_kind_is_refused(name: str, value: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        fill(EXAMPLE, {name: value})


def test_each_parameter_has_its_default_in_the_query() -> None:
    for example in read_examples("vi"):
        assert fill(example, {}) == example.query
        for parameter in example.parameters:
            assert f"VALUES ?{parameter.name} {{ {parameter.default} }}" in example.query


def test_an_unknown_example_is_told_with_those_there_are() -> None:
    assert find_example("8") == find_example("two-answers.rq")
    with pytest.raises(QueryError, match="08-two-answers"):
        find_example("nonsense")
