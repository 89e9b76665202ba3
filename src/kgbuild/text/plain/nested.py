"""Tables inside tables in Markdown: what sets a page is taken apart, what stands inside a cell becomes its words."""

import re
from dataclasses import dataclass, field

from kgbuild.model.text import Text
from kgbuild.text.rewriting import Rewriter

_TAG = re.compile(r"<(?P<end>/?)(?P<name>table|thead|tbody|tfoot|tr|td|th)\b[^<>]{0,500}>")
_COLUMNS = 3  # cells in a row of a table of data, as elsewhere


@dataclass(slots=True)
class _Node:
    """One table: its own tags, how many cells each of its rows has, the tables in its cells."""

    tags: list[re.Match[str]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    inner: list["_Node"] = field(default_factory=list)

    def take(self, tag: re.Match[str]) -> None:
        self.tags.append(tag)
        if tag["end"]:
            return
        if tag["name"] == "tr":
            self.rows.append(0)
        elif tag["name"] in ("td", "th") and self.rows:
            self.rows[-1] += 1

    def is_data(self) -> bool:
        """Tell a table of data from one that only sets a page: some rows of three cells or more."""
        return sum(cells >= _COLUMNS for cells in self.rows) >= 2


def unnest_tables(text: Text) -> Text:
    """Give the text with no table inside another; where there is none it stays the same.

    The tags of a table that only sets the page become line ends, those of a table in a cell of data become blanks.
    """
    outer = [node for node in _tables(text) if node.inner]
    marks = sorted((tag.start(), tag.end(), sign) for node in outer for tag, sign in _signs(node))
    if not marks:
        return text
    pen = Rewriter(text)
    at = 0
    for start, end, sign in marks:
        pen.copy(at, start + 1)
        for form in (pen.plain, pen.norm, pen.low):
            form[-1] = form[-1][:-1] + sign
        at = end
    pen.copy(at, len(text.norm))
    return pen.done()


def _tables(text: Text) -> list[_Node]:
    """Read the outermost tables that are closed."""
    found: list[_Node] = []
    stack: list[_Node] = []
    for tag in _TAG.finditer(text.low):
        if tag["name"] == "table" and not tag["end"]:
            stack.append(_Node())
        if not stack:
            continue
        stack[-1].take(tag)
        if tag["name"] == "table" and tag["end"]:
            closed = stack.pop()
            (stack[-1].inner if stack else found).append(closed)
    return found


def _signs(outermost: _Node) -> list[tuple[re.Match[str], str]]:
    """Tell for each tag that goes what stands in its place."""
    found: list[tuple[re.Match[str], str]] = []
    left = [(outermost, False)]
    while left:
        node, in_cell = left.pop()
        goes = in_cell or (bool(node.inner) and not node.is_data())
        if goes:
            found.extend((tag, " " if in_cell else "\n") for tag in node.tags)
        left.extend((inner, in_cell or not goes) for inner in node.inner)
    return found
