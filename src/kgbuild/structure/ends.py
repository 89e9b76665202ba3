"""The end of a document: recipients and the signature block (Decree 30/2020/NĐ-CP; Guideline 36-HD/VPTW)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kgbuild.language import loosely
from kgbuild.model import Span
from kgbuild.model.structure import Signature
from kgbuild.model.text import Text
from kgbuild.structure.signatures import NEXT_FORM, named_alone, opens_signature, read_signatures, signs, stands_beside

# "Nơi nhận" alone, or with a colon or dash behind: "Nơi nhận hồ sơ là …" speaks of something else
RECIPIENTS = re.compile(rf"^\W*{loosely('nơi')}\s+{loosely('nhận')}(?=\W*$|\s*[:\-•*+.;])\W*", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|(?<=[;\n]))\s*[-+•*]\s*(?=\S)")
_FILED = re.compile(r"\s*[-+•*]?\s*lưu\b")
_ARCHIVED = re.compile(r"(?<![^\W_])lưu\s*:")
_NOTE = re.compile(r"\W*\[\d{1,3}\]\s*(?=[^\W\d_])")
_EDGE = re.compile(r"(?<=[:;.,)])\s+(?=\S)")
_LAST_EDGE = re.compile(r".*[.;:)]\s+(?=\S)")
_ENDED = re.compile(r"[;,.)]")
_MOST_LINES = 40
_LONGEST_LINE = 120


def split_end(text: Text, spans: Sequence[Span]) -> tuple[int, tuple[Span, ...], Signature | None]:
    """Find where the end begins: the index of its first paragraph, the recipient lines, the signature."""
    start = next((i for i, s in enumerate(spans) if RECIPIENTS.match(text.norm[s.start : s.end])), None)
    if start is not None:
        end_of_text = [piece for span in spans[start:] for piece in _filed_and_signed(text, span)]
        spans = [*spans[:start], *_left_then_right(text, end_of_text)]
    sign = next((i for i in range(len(spans)) if signs(text, spans, i)), None)
    end = min((i for i in (start, sign) if i is not None), default=len(spans))
    if end == len(spans):
        return end, (), None
    recipients: tuple[Span, ...] = ()
    rest = list(spans[end:])
    if start is not None:
        recipients, taken = _recipients(text, spans[start:])
        rest = [s for i, s in enumerate(spans[end:], end) if not start <= i < start + taken]
    return end, recipients, read_signatures(text, rest, spans[sign - 1] if sign else None)


def _filed_and_signed(text: Text, span: Span) -> list[Span]:
    """Part "Nơi nhận: - Như trên; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An", printed as one paragraph."""
    filed = _ARCHIVED.search(text.low, span.start, span.end)
    form = NEXT_FORM.search(text.norm, filed.end(), span.end) if filed else None
    return [Span(span.start, form.start()), Span(form.start(), span.end)] if form else [span]


def _left_then_right(text: Text, spans: Sequence[Span]) -> Sequence[Span]:
    """Set the lines of a signature that follow those of recipients, on one line each, below all of them."""
    archived = next((at for at, span in enumerate(spans) if _FILED.match(_of(text, span).lower())), 0)
    found = ((at, _beside(text, span)) for at, span in enumerate(spans[:_MOST_LINES]))
    # a line that is all of the signature's counts where recipients go on below it
    cuts = {at: cut for at, cut in found if cut is not None and (cut > spans[at].start or at < archived)}
    if not cuts:
        return spans
    filed = archived or len(spans) - 1
    name = _LAST_EDGE.match(text.norm, spans[filed].start, spans[filed].end)
    if filed not in cuts and name and named_alone(text, text.trim(Span(name.end(), spans[filed].end))):
        cuts[filed] = name.end()
    left = [text.trim(Span(span.start, cuts.get(at, span.end))) for at, span in enumerate(spans)]
    right = [text.trim(Span(cut, spans[at].end)) for at, cut in sorted(cuts.items())]
    return [*left[: filed + 1], *right, *left[filed + 1 :]]


def _beside(text: Text, span: Span) -> int | None:
    """Find where a line of recipients goes over to the signature: "- Các sở, ngành; KT. CHỦ TỊCH"."""
    if len(span) > 2 * _LONGEST_LINE:
        return None
    edges = (span.start, *(edge.end() for edge in _EDGE.finditer(text.norm, span.start, span.end)))
    return next((at for at in edges if stands_beside(text.norm[at : span.end].strip())), None)


def read_notes(text: Text, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Find the notes that a file gathers behind the signature: "[1] Quyết định số …", each with its paragraphs."""
    opens = [i for i, span in enumerate(spans) if _NOTE.match(text.norm, span.start, span.end)]
    return tuple(Span(spans[a].start, spans[b - 1].end) for a, b in pairwise([*opens, len(spans)]))


def _recipients(text: Text, spans: Sequence[Span]) -> tuple[tuple[Span, ...], int]:
    """Read the lines below "Nơi nhận": a dash each, or none at all; they end with the archive line ("Lưu")."""
    lines: list[Span] = []
    head = RECIPIENTS.match(text.norm[spans[0].start : spans[0].end])
    opening = Span(spans[0].start + (head.end() if head else 0), spans[0].end)
    if len(text.trim(opening, " \t\n-:;.")):
        lines.extend(_bullets(text, opening) if _BULLET.search(_of(text, opening)) else _clauses(text, opening))
    plain = len(lines) == 0 and _undashed(text, spans[1:])
    taken = 1
    for at, span in enumerate(spans[1:], 1):
        line = _of(text, span)
        if not line.strip():
            taken += 1
            continue
        filed = _FILED.match(line.lower())
        wrapped = not lines or _goes_on(text, lines[-1], span) or _breaks_off(text, lines, span)
        below = spans[at + 1 : at + 2]
        listed = plain or (not wrapped and any(_BULLET.match(_of(text, s)) for s in below))  # its dash was lost
        if not _BULLET.match(line) and not filed and not (listed and _is_recipient(text, span)):
            if not lines or not wrapped:
                break
            lines[-1] = Span(lines[-1].start, span.end)
            taken += 1
            continue
        lines.extend(_bullets(text, _left(text, span)))
        taken += 1
        if filed:
            break
    return tuple(text.trim(line, " \t\n;.,") for line in lines), taken


def _of(text: Text, span: Span) -> str:
    return text.norm[span.start : span.end]


def _left(text: Text, span: Span) -> Span:
    """Cut what a table printed with strokes puts beside a line: "- Lưu: VT. | KT. CHỦ TỊCH"."""
    stroke = _of(text, span).find(" | ")
    return span if stroke < 0 else Span(span.start, span.start + stroke)


def _undashed(text: Text, spans: Sequence[Span]) -> bool:
    """Tell a list without dashes: its first line ends like one, and an archive line closes it."""
    lines = [span for span in spans if _of(text, span).strip()][:_MOST_LINES]
    closed = any(_FILED.match(_of(text, span).lower()) for span in lines)
    return closed and not _BULLET.match(_of(text, lines[0])) and _is_recipient(text, lines[0])


def _is_recipient(text: Text, span: Span) -> bool:
    line = _of(text, span).strip()
    return len(line) < _LONGEST_LINE and line.endswith((";", ",", ")")) and not opens_signature(text, span)


def _goes_on(text: Text, before: Span, span: Span) -> bool:
    """Tell the rest of a line that was wrapped: it begins small, or the line before breaks off at a comma."""
    line = _of(text, span).strip()
    return (line[:1].islower() or _of(text, before).rstrip().endswith(",")) and not opens_signature(text, span)


def _breaks_off(text: Text, lines: Sequence[Span], span: Span) -> bool:
    """Tell the rest of the only line without an end mark: "- Các đồng chí Ủy viên / Ban Chấp hành Trung ương,"."""
    marked = [_ENDED.search(text.norm, line.end - 1, line.end + 1) is not None for line in lines]
    return len(marked) > 1 and all(marked[:-1]) and not marked[-1] and _is_recipient(text, span)


def _clauses(text: Text, span: Span) -> list[Span]:
    """Part recipients that stand in one line without dashes, up to the archive's."""
    at, out = span.start, []
    for piece in _of(text, span).split(";"):
        out.append(text.trim(Span(at, at + len(piece)), " \t\n:.,"))
        at += len(piece) + 1
    return [piece for piece in out if len(piece)]


def _bullets(text: Text, span: Span) -> list[Span]:
    """Part a paragraph that holds several dashed lines."""
    content = text.norm[span.start : span.end]
    cuts = [m.start() for m in _BULLET.finditer(content)]
    cuts = cuts if cuts[:1] == [0] else [0, *cuts]  # the first dash may stand with "Nơi nhận:"
    ends = [*cuts[1:], len(content)]
    return [
        s
        for a, b in zip(cuts, ends, strict=True)
        if len(s := text.trim(Span(span.start + a, span.start + b), " \t\n-+•*;."))
    ]
