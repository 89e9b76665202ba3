"""A marked text: nothing lost, nothing invented, every span findable, also where spans cross or run on."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kgbuild.publish.pages.passages import mark_text


class Balanced(HTMLParser):
    """Fails on a closing tag that does not match, and collects ids."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids.extend(value or "" for name, value in attrs if name == "id")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parse(html: str) -> Balanced:
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_one_span() -> None:
    assert mark_text("Sở Nội vụ chủ trì", [(0, 9)]) == '<p data-o="0"><mark id="c0-9">Sở Nội vụ</mark> chủ trì</p>\n'


def test_spans_that_nest_stay_whole() -> None:
    html = mark_text("abcdef", [(0, 6), (2, 4)])
    assert html == '<p data-o="0"><mark id="c0-6">ab<mark id="c2-4">cd</mark>ef</mark></p>\n'


def test_spans_that_cross_are_split_and_the_first_piece_carries_the_id() -> None:
    html = mark_text("abcdef", [(0, 4), (2, 6)])
    assert html == '<p data-o="0"><mark id="c0-4">ab<mark id="c2-6">cd</mark></mark><mark>ef</mark></p>\n'


def test_a_span_over_paragraphs_is_marked_in_each() -> None:
    html = mark_text("ab\n\ncd", [(1, 5)])
    assert html == '<p data-o="0">a<mark id="c1-5">b</mark></p>\n<p data-o="4"><mark>c</mark>d</p>\n'


def test_the_same_span_twice_is_one_mark() -> None:
    assert mark_text("ab", [(0, 1), (0, 1)]).count("<mark") == 1


def test_offsets_count_code_points() -> None:
    assert '<mark id="c1-2">x</mark>' in mark_text("𝛼x", [(1, 2)])


def test_text_is_never_markup() -> None:
    html = mark_text('<script>alert("x")</script>&amp;', [(3, 9)])
    assert "<script" not in html
    assert plain(html).rstrip("\n") == '<script>alert("x")</script>&amp;'


def test_characters_html_cannot_carry_are_replaced_one_for_one() -> None:
    assert plain(mark_text("a\x00b\rc\ud800d", [])).rstrip("\n") == "a�b c�d"


def test_spans_outside_the_text_are_left_out() -> None:
    assert mark_text("ab", [(1, 9), (2, 1), (1, 1)]) == '<p data-o="0">ab</p>\n'


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


@given(st.text("ab \n<&", max_size=60), spans)
def test_any_spans_nest_and_lose_nothing(text: str, found: list[tuple[int, int]]) -> None:
    html = str(mark_text(text, found))
    ids = parse(html).ids
    assert len(ids) == len(set(ids))
    lines = [line for line in text.split("\n") if line.strip()]
    assert plain(html) == "".join(line + "\n" for line in lines)
    shown = {(s, e) for s, e in found if 0 <= s < e <= len(text) and _on_a_line(text, s, e)}
    assert set(ids) == {f"c{s}-{e}" for s, e in shown}


def _on_a_line(text: str, start: int, end: int) -> bool:
    """Tell whether some character of the span stands on a line that is shown."""
    at = 0
    for line in text.split("\n"):
        if line.strip() and max(start, at) < min(end, at + len(line)):
            return True
        at += len(line) + 1
    return False
