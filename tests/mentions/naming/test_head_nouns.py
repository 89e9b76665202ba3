"""Nouns that open names of bodies: the longest one wins, words that only begin like one do not, traits are few."""

import pytest

from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.head_nouns import HeadNouns
from kgbuild.model import Span
from kgbuild.model.knowledge import HeadNoun
from kgbuild.text.normalize import normalise

HEADS = HeadNouns.of([HeadNoun("Sở", ""), HeadNoun("Trung tâm", "", ("unit",)), HeadNoun("tâm", "", ("list",))])


def words_of(line: str):
    text = normalise(line)
    return tokens(text, Span(0, len(text.norm)))


@pytest.mark.parametrize(
    ("line", "after", "opened"),
    [("Sở Y tế", 1, 1), ("sở hữu trí tuệ", 1, 0), ("Trung tâm Y tế", 2, 2), ("Trung du", 0, 0), ("Sở", 1, 1)],
)
def test_noun_that_opens_a_name(line: str, after: int, opened: int) -> None:
    assert (HEADS.after(words_of(line), 0), HEADS.opened(words_of(line), 0)) == (after, opened)


def test_traits_are_those_of_the_longest_noun() -> None:
    words = words_of("Trung tâm Y tế")
    assert HEADS.tells(words, 0, "unit")
    assert not HEADS.tells(words, 0, "list")
    assert not HEADS.tells(words, 2, "unit")
    assert HEADS.units == ("trung tâm ",)
