"""The cascade as a drawing: where each document of a chain stands, and the lines between them."""

from dataclasses import dataclass, field
from typing import Final

from kgbuild.publish.pages.chain import Branch
from kgbuild.publish.pages.widths import fit

BOX: Final = (242, 64)  # width and height of a document, in units of the drawing
GAP: Final = (44, 26)  # between columns, between rows
TAB: Final = 22  # height of the tab that leads to the tasks
MARGIN: Final = 4
PADDING: Final = 12  # at either side of the text in a box
NAME, LINE = 13.5, 11.5  # font sizes of the first line of a box and of the others, as the style sheet has them


@dataclass(frozen=True, slots=True)
class Box:
    """A document in the drawing: its upper left corner, what is written in it, and the document itself."""

    x: float
    y: float
    name: str
    told: str
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
    """Lay out a chain from left to right: each document once, as far to the right as its longest way from the head."""
    depths: dict[str, int] = {}
    _measure(head, 0, depths)
    canvas = _Canvas(depths)
    bottom = _place(head, None, 0, MARGIN, canvas)
    lines = tuple(
        Line(_curve(canvas.boxes[above.iri], canvas.boxes[branch.iri]), branch.inferred)
        for _, branch, above in canvas.rows
        if above
    )
    width = max(box.x for box in canvas.boxes.values()) + BOX[0] + MARGIN
    return Drawing(width, bottom - GAP[1] + MARGIN, tuple(canvas.boxes.values()), lines, tuple(canvas.rows))


@dataclass(slots=True)
class _Canvas:
    """A drawing in the making: how far right each document belongs, the boxes placed, the links met."""

    depths: dict[str, int]
    boxes: dict[str, Box] = field(default_factory=dict)
    rows: list[tuple[int, Branch, Branch | None]] = field(default_factory=list)


def _measure(branch: Branch, depth: int, depths: dict[str, int]) -> None:
    depths[branch.iri] = max(depth, depths.get(branch.iri, 0))
    for child in branch.branches:
        _measure(child, depth + 1, depths)


def _place(branch: Branch, above: Branch | None, depth: int, top: float, canvas: _Canvas) -> float:
    """Place a document and all below it from *top* on; give the height at which the next one may begin."""
    canvas.rows.append((depth, branch, above))
    if branch.iri in canvas.boxes or depth < canvas.depths[branch.iri]:
        return top  # it is drawn where the longest way leads to it
    canvas.boxes[branch.iri] = Box(0, 0, "", "", "", branch)
    bottom, ys = top, []
    for child in branch.branches:
        known = set(canvas.boxes)
        bottom = _place(child, branch, depth + 1, bottom, canvas)
        ys += [canvas.boxes[child.iri].y] if child.iri in canvas.boxes.keys() - known else []
    y = (ys[0] + ys[-1]) / 2 if ys else top
    own = BOX[1] + (TAB if branch.tasks else 0)
    canvas.boxes[branch.iri] = Box(MARGIN + depth * (BOX[0] + GAP[0]), y, *_written(branch), branch)
    return max(bottom, y + own + GAP[1])


def _written(branch: Branch) -> tuple[str, str, str]:
    """Give the three lines of a box: the symbol or, without one, the type; the type and the date; the issuing body."""
    room = BOX[0] - 2 * PADDING
    form = branch.form.value if branch.form else ""
    issuer = fit(branch.issuer.text, room, LINE) if branch.issuer else ""
    if not branch.symbol:
        return fit(branch.short, room, NAME), fit(branch.date, room, LINE), issuer
    told = f"{form} · {branch.date}" if form and branch.date else form or branch.date
    return fit(branch.symbol, room, NAME), fit(told, room, LINE), issuer


def _curve(upper: Box, lower: Box) -> str:
    """Draw a line; one that passes over a column runs between the rows, so that it does not seem to come from there."""
    x1, y1 = upper.x + BOX[0], upper.y + BOX[1] / 2
    x2, y2 = lower.x, lower.y + BOX[1] / 2
    start = f"M{x1:g} {y1:g}"
    if x2 - x1 > 2 * GAP[0]:
        lane = lower.y - GAP[1] / 2 if y1 < y2 else lower.y + BOX[1] + TAB + 2
        bend = x1 + GAP[0] / 2
        start += f"C{bend:g} {y1:g} {bend:g} {lane:g} {x1 + GAP[0]:g} {lane:g}H{x2 - GAP[0]:g}"
        x1, y1 = x2 - GAP[0], lane
    middle = (x1 + x2) / 2
    return f"{start}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
