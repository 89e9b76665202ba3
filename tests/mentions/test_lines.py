"""The words of a stretch of text, and lines that part only as many of them as are looked at."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgbuild.mentions.lines import Unfolding, tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.text.normalize import normalise


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(line: str) -> None:
    text = normalise(line)
    found = tokens(text, Span(0, len(text.norm)))
    assert all(t.word in ("và", text.low[t.start : t.end]) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_line_unfolds_as_far_as_it_is_walked() -> None:
    text = normalise("sở tài chính, " * 1000)
    whole = Span(0, len(text.norm))
    unfolding = Unfolding.of(text, whole)
    first = len(unfolding.line)
    assert not unfolding.reach(0)
    assert first < 400
    assert unfolding.reach(first)
    assert first < len(unfolding.line) < 1000
    while unfolding.reach(len(unfolding.line)):
        pass
    assert unfolding.line.words == tokens(text, whole)


@pytest.mark.parametrize(
    "piece", ["Sở Tài chính, ", "UBND huyện Chư Sê, ", "các sở, ban, ngành, ", "Trung tâm Dữ liệu và Công nghệ số, "]
)
@pytest.mark.parametrize("count", [60, 90, 400])
def test_a_long_list_is_read_to_its_end(reader, piece: str, count: int) -> None:
    text = normalise(piece * count + "chủ trì thực hiện")
    found, end = AgencyReader.of(reader.lexicon, "gia-lai").read_list(text, Span(0, len(text.norm)))
    assert end == len((piece * count).rstrip(" ,"))
    assert len({(m.record, m.group, m.name) for m in found}) == 1
    assert len(found) in (1, count)  # nouns of one class in a row are one group
