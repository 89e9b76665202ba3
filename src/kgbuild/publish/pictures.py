"""The cascade as a drawing: where each document of a chain stands, and the lines between them."""

from dataclasses import dataclass
from typing import Final

from kgbuild.publish.chain import Branch
from kgbuild.publish.formats import shorten

BOX: Final = (226, 64)  # width and height of a document, in units of the drawing
GAP: Final = (44, 26)  # between columns, between rows
TAB: Final = 22  # height of the tab that leads to the tasks
MARGIN: Final = 4
LINE: Final = (25, 33)  # characters that fit into the first line of a box, and into the others


@dataclass(frozen=True, slots=True)
class Box:
    """A document in the drawing: its upper left corner, what is written in it, and the document itself."""

    x: float
    y: float
    name: str
    form: str
    issuer: str
    branch: Branch


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a document to one below it, as an SVG path; dashed where it is inferred."""

    path: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, its size, and its lines as a table: (depth, document, document above), top down."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    rows: tuple[tuple[int, Branch, Branch | None], ...]
    box: int = BOX[0]


def draw_cascade(head: Branch) -> Drawing:
    """Lay out a chain from left to right: one column for each step down, each document beside those below it."""
    boxes: list[Box] = []
    lines: list[Line] = []
    rows: list[tuple[int, Branch, Branch | None]] = []
    bottom = _place(head, None, (MARGIN, MARGIN), (boxes, lines, rows))
    width = max(box.x for box in boxes) + BOX[0] + MARGIN
    return Drawing(width, bottom - GAP[1] + MARGIN, tuple(boxes), tuple(lines), tuple(rows))


_Canvas = tuple[list[Box], list[Line], list[tuple[int, Branch, Branch | None]]]


def _place(branch: Branch, above: Branch | None, corner: tuple[float, float], canvas: _Canvas) -> float:
    """Place a document and all below it from *corner* on; give the height at which the next one may begin."""
    boxes, lines, rows = canvas
    x, top = corner
    rows.append((round((x - MARGIN) / (BOX[0] + GAP[0])), branch, above))
    bottom = top
    first = len(boxes)
    for child in branch.branches:
        bottom = _place(child, branch, (x + BOX[0] + GAP[0], bottom), canvas)
    children = [box for box in boxes[first:] if box.x == x + BOX[0] + GAP[0]]
    y = (children[0].y + children[-1].y) / 2 if children else top
    own = BOX[1] + (TAB if branch.tasks else 0)
    boxes.append(Box(x, y, *_written(branch), branch))
    lines.extend(Line(_curve((x, y), box), box.branch.inferred) for box in children)
    return max(bottom, y + own + GAP[1])


def _written(branch: Branch) -> tuple[str, str, str]:
    """Give the three lines of a box: the symbol or, without one, the type; the type; the issuing body."""
    form = branch.form.value if branch.form else ""
    issuer = shorten(branch.issuer.text, LINE[1]) if branch.issuer else ""
    if branch.symbol:
        return shorten(branch.symbol, LINE[0]), form, issuer
    return shorten(branch.short, LINE[0]), "", issuer


def _curve(parent: tuple[float, float], box: Box) -> str:
    x1, y1 = parent[0] + BOX[0], parent[1] + BOX[1] / 2
    x2, y2 = box.x, box.y + BOX[1] / 2
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
