"""A store in pieces is byte for byte what converting its dump as a whole makes of it."""

import pytest

from kgbuild.store import GRAPH_FORMATS, Format, Store, convert, pieces, read_lines

# A text that is the beginning of another, with and without a language; the same triple in two graphs; a graph whose
# name begins another's; control characters, which XML cannot hold; a prefix of ours in a text only.
QUADS = rb"""
<http://x/s> <http://x/p> "a" <http://x/g/b> .
<http://x/s> <http://x/p> "a"@vi <http://x/g> .
<http://x/s> <http://x/p> "a b" <http://x/g> .
<http://x/s> <http://x/p> "a" <http://x/g> .
<http://x/s> <http://purl.org/dc/terms/title> "a <b" <http://x/g> .
<http://x/s/t> <http://x/p> "skos: \u000C\r" <http://x/g!> .
"""


@pytest.mark.parametrize("to", GRAPH_FORMATS, ids=lambda to: to.suffix)
def test_pieces_are_the_whole(to: Format) -> None:
    store = Store.memory()
    store.load(QUADS)
    assert b"".join(pieces(read_lines(store), to)) == convert(store.dump(), to, keep_graphs=True)
