"""What counts as alike, who is paired with whom, and how a field is tallied."""

import pytest

from kgbuild.evaluation.matching import Tally, best_pairs, likeness, opening_likeness, tally_identities


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sở Nội vụ", "Sở  Nội vụ", 1.0),
        ("hoá, khoá", "hóa khóa", 1.0),
        ("Sở Nội vụ", "Sở Ngoại vụ", 2 / 3),
        ("Sở Nội vụ", "", 0.0),
        ("", "", 0.0),
        ("a a b", "a b b", 2 / 3),
    ],
)
def test_likeness_is_the_share_of_common_words(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)
    assert likeness(other, one) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("xây dựng cơ chế đặt hàng", "Xây dựng cơ chế đặt hàng của Thành phố và các quận, huyện", True),
        ("xây dựng cơ chế", "Xây dựng cơ chế đặt hàng của Thành phố và các quận, huyện", False),
        ("một hai ba bốn năm", "sáu bảy một hai ba bốn năm", False),
    ],
)
def test_an_opening_needs_enough_words_and_must_be_the_opening(one: str, other: str, same: bool) -> None:
    assert (opening_likeness(one, other) == 1.0) is same


def test_pairs_are_one_to_one_and_the_best_goes_first() -> None:
    scores = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 1.0, ("b", "y"): 0.1, ("c", "x"): 0.5}
    pairs = best_pairs("abc", "xy", lambda w, f: scores.get((w, f), 0.0))
    assert pairs == [(0, 1), (1, 0)]


def test_a_score_of_zero_is_no_pair() -> None:
    assert best_pairs("a", "x", lambda w, f: 0.0) == []


@pytest.mark.parametrize(
    ("accepted", "found", "right", "false", "missed"),
    [
        (["a"], ["a"], 1, 0, 0),
        (["a"], [], 0, 0, 1),
        (["a"], [""], 0, 0, 1),
        (["a"], ["b"], 0, 1, 1),
        (["a"], ["a", "b"], 1, 1, 0),
        ([], ["b"], 0, 1, 0),
        ([], [], 0, 0, 0),
        (["a", "b"], ["b"], 1, 0, 0),
        (["a", "b"], ["a", "b"], 1, 0, 0),
    ],
)
def test_a_value(accepted: list[str], found: list[str], right: int, false: int, missed: int) -> None:
    tally = Tally()
    tally.value("here", accepted, found)
    assert (len(tally.right), len(tally.false), len(tally.missed)) == (right, false, missed)


def test_sets_leave_the_free_ones_alone() -> None:
    tally = Tally()
    tally.sets("here", {"a", "b", "c"}, {"a", "x", "free"}, {"c", "free"})
    assert (tally.right, tally.false, tally.missed) == (["here: a"], ["here: x"], ["here: b"])


@pytest.mark.parametrize(
    ("links", "right", "false", "missed"),
    [
        ({("A", "1"), ("B", "2")}, 2, 0, 0),
        ({("A", "1"), ("B", "1")}, 0, 1, 0),
        ({("A", "1"), ("A", "2")}, 0, 0, 1),
        (set(), 0, 0, 0),
    ],
)
def test_one_name_is_one_node(links: set[tuple[str, str]], right: int, false: int, missed: int) -> None:
    tally = tally_identities(links)
    assert (len(tally.right), len(tally.false), len(tally.missed)) == (right, false, missed)
