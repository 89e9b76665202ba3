"""The text of a source as HTML, paragraph by paragraph, with every passage that proves something marked."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

Span = tuple[int, int]

# Characters that HTML cannot carry or would rewrite; each becomes exactly one other, so that offsets stay true.
UNPRINTABLE = {
    **dict.fromkeys((*range(9), *range(14, 32), *range(127, 160), *range(55296, 57344)), "�"),
    0x0B: " ",
    0x0C: " ",
    0x0D: " ",
}


def mark_text(text: str, spans: Iterable[Span], window: Span | None = None) -> Markup:
    """Write *text* as paragraphs in which each span (code points, end exclusive) is a `<mark id="c{start}-{end}">`.

    Marks nest. Where two spans cross, or one runs over several paragraphs, it is written in pieces: the first
    carries the id. Each paragraph carries the offset of its first character, so that any range can be found.
    With a *window* only the paragraphs that lie in it, wholly or in part, are written.
    """
    low, high = window or (0, len(text))
    text = text.translate(UNPRINTABLE)
    ordered = sorted({(start, end) for start, end in spans if 0 <= start < end <= len(text)}, key=_outer_first)
    placed: set[Span] = set()
    parts: list[str] = []
    waiting, active = iter([*ordered, (len(text) + 1, 0)]), list[Span]()
    upcoming = next(waiting)
    for start, end in _lines(text):
        while upcoming[0] < end:
            active.append(upcoming)
            upcoming = next(waiting)
        if end <= low or start >= high:
            continue
        active = [span for span in active if span[1] > start]
        pieces = [(max(s, start), min(e, end), (s, e)) for s, e in active]
        body = "".join(_nest(text, start, end, sorted(pieces, key=lambda p: (p[0], -p[1], p[2])), placed))
        parts.append(f'<p data-o="{start}">{body}</p>\n')
    return Markup("".join(parts))


def _outer_first(span: Span) -> tuple[int, int]:
    return span[0], -span[1]


def _lines(text: str) -> Iterator[Span]:
    """Give the lines that hold something, as spans without their line ends."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _nest(text: str, low: int, high: int, pieces: list[tuple[int, int, Span]], placed: set[Span]) -> Iterator[str]:
    """Write text[low:high] with its pieces, sorted outer first, as marks inside marks."""
    queue = list(pieces)
    while queue:
        start, end, span = queue.pop(0)
        inner = [(s, min(e, end), whole) for s, e, whole in queue if s < end]
        crossing = [(end, e, whole) for s, e, whole in queue if s < end < e]
        queue = sorted([*crossing, *(p for p in queue if p[0] >= end)], key=lambda p: (p[0], -p[1], p[2]))
        yield str(escape(text[low:start]))
        yield "<mark>" if span in placed else f'<mark id="c{span[0]}-{span[1]}">'
        placed.add(span)
        yield from _nest(text, start, end, inner, placed)
        yield "</mark>"
        low = end
    yield str(escape(text[low:high]))
