"""The end of a document: recipients and the signature block (Decree 30/2020/NĐ-CP; Guideline 36-HD/VPTW)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kgbuild.language import UPPER, is_upper
from kgbuild.model import Span
from kgbuild.model.structure import Signature
from kgbuild.model.text import Text

# "Nơi nhận" alone, or with a colon or dash behind: "Nơi nhận hồ sơ là …" speaks of something else
RECIPIENTS = re.compile(r"^\W*nơi\s+nhận(?=\W*$|\s*[:\-•*+.;])\W*", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|(?<=[;\n]))\s*[-+•*]\s*(?=\S)")
_FILED = re.compile(r"\s*[-+•*]?\s*lưu\b")
_NOTE = re.compile(r"\W*\[\d{1,3}\]\s*(?=[^\W\d_])")
_MOST_LINES = 40
_LONGEST_LINE = 120
_LAST = 2  # paragraphs at the end among which a post with a name behind it signs
_FORM = re.compile(r"^\W*(?P<form>TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?:\s*\.?\s+(?=\S)|\s*\.\s*$)")
_NEXT_FORM = re.compile(rf"(?<=\s)(?=(?:(?:TM|KT|TL|TUQ|Q)\s*\.|T/M|K/T|T/L)\s*[{UPPER}]{{2}})")
_CODES = {"T/M": "TM", "K/T": "KT", "T/L": "TL"}
_POST = re.compile(
    r"^(?:phó\s+)?(?:chủ tịch|chủ nhiệm|bộ trưởng|thứ trưởng|giám đốc|thủ tướng|tổng bí thư|bí thư|chánh văn phòng|"
    r"chánh thanh tra|cục trưởng|vụ trưởng|viện trưởng|trưởng ban|tổng giám đốc|hiệu trưởng|trưởng phòng|"
    r"tổng cục trưởng|tổng kiểm toán|chánh án|tổng thanh tra|thống đốc|chủ tịch nước|phó bí thư)\b",
)
_BARE_POST = re.compile(_POST.pattern, re.IGNORECASE)  # "Chủ tịch" as databases of law print it above "(Đã ký)"
_ADDRESSED = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c)\s")  # a list of members, no signature
_NOT_NAME = re.compile(r"đã ký|ký tên|đóng dấu|signed|\d", re.IGNORECASE)


def split_end(text: Text, spans: Sequence[Span]) -> tuple[int, tuple[Span, ...], Signature | None]:
    """Find where the end begins: the index of its first paragraph, the recipient lines, the signature."""
    start = next((i for i, s in enumerate(spans) if RECIPIENTS.match(text.norm[s.start : s.end])), None)
    sign = next((i for i, s in enumerate(spans) if _opens_signature(text, s) or _is_signed_post(text, spans, i)), None)
    end = min((i for i in (start, sign) if i is not None), default=len(spans))
    if end == len(spans):
        return end, (), None
    recipients: tuple[Span, ...] = ()
    rest = list(spans[end:])
    if start is not None:
        recipients, taken = _recipients(text, spans[start:])
        rest = [s for i, s in enumerate(spans[end:], end) if not start <= i < start + taken]
    return end, recipients, _signature(text, rest)


def read_notes(text: Text, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Find the notes that a file gathers behind the signature: "[1] Quyết định số …", each with its paragraphs."""
    opens = [i for i, span in enumerate(spans) if _NOTE.match(text.norm, span.start, span.end)]
    return tuple(Span(spans[a].start, spans[b - 1].end) for a, b in pairwise([*opens, len(spans)]))


def _opens_signature(text: Text, span: Span) -> bool:
    line = text.norm[span.start : span.end]
    return bool(_FORM.match(line)) and is_upper(" ".join(line.split()[:3])) and len(line) < 200


def _is_signed_post(text: Text, spans: Sequence[Span], at: int) -> bool:
    """Tell a post in capitals alone on its line with the signer's name below it, as the head of an organ signs."""
    if _signs_on_a_line(text, spans[at]) and at + _LAST >= len(spans):
        return True
    line = _of(text, spans[at]).split("\n")[0].strip()
    below = [x for s in spans[at : at + 4] for x in _lines(text, [s])][1:4]
    noted = below and _BARE_POST.fullmatch(line) and _of(text, below[0]).lower().strip(" ()[].") == "đã ký"
    if not noted and not (is_upper(line) and len(line) < 60 and _POST.match(line.lower())):
        return False
    named = next((x for x in below if not _NOT_NAME.search(_of(text, x))), None)
    if named is None or is_upper(_of(text, named)) or _ADDRESSED.match(_of(text, named)):
        return False
    return _name(text, named) is not None


def _signs_on_a_line(text: Text, span: Span) -> bool:
    """Tell "CHỦ TỊCH Nguyễn Văn An", as a page without columns prints post and name."""
    post, name = _capital_run(text, span)
    return bool(_POST.fullmatch(_of(text, post).lower()) and len(name) and _name(text, name))


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
        wrapped = not lines or _goes_on(text, lines[-1], span)
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
    return len(line) < _LONGEST_LINE and line.endswith((";", ",", ")")) and not _opens_signature(text, span)


def _goes_on(text: Text, before: Span, span: Span) -> bool:
    """Tell the rest of a line that was wrapped: it begins small, or the line before breaks off at a comma."""
    line = _of(text, span).strip()
    return (line[:1].islower() or _of(text, before).rstrip().endswith(",")) and not _opens_signature(text, span)


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
    cuts = [m.start() for m in re.finditer(r"(?:^|(?<=;)\s|\n)\s*[-+•*]\s*(?=\S)", content)]
    cuts = cuts if cuts[:1] == [0] else [0, *cuts]  # the first dash may stand with "Nơi nhận:"
    ends = [*cuts[1:], len(content)]
    return [
        s
        for a, b in zip(cuts, ends, strict=True)
        if len(s := text.trim(Span(span.start + a, span.start + b), " \t\n-+•*;."))
    ]


def _signature(text: Text, spans: Sequence[Span]) -> Signature | None:
    """Read the block word by word: signing forms, organ and posts in capitals, then a name."""
    forms: list[str] = []
    posts: list[Span] = []
    organ: Span | None = None
    name: Span | None = None
    for line in _lines(text, spans):
        content = text.norm[line.start : line.end]
        form = _FORM.match(content)
        capitals, tail = _capital_run(text, Span(line.start + (form.end() if form else 0), line.end))
        if not form and not len(capitals) and _BARE_POST.fullmatch(content):
            posts.append(line)
            continue
        if form:
            forms.append(_CODES.get(form["form"], form["form"]))
        if len(capitals):
            for piece in _posts(text, capitals):
                low = " ".join(text.low[piece.start : piece.end].split())
                if _POST.match(low):
                    posts.append(piece)
                elif organ is None and _names_organ(text, piece, bool(forms)):
                    organ = piece
        if len(tail) and (forms or posts) and name is None:
            name = _name(text, tail)
        if name:
            break
    if not forms and not posts:
        return None
    end = name.end if name else max(s.end for s in spans)
    return Signature(text.trim(Span(spans[0].start, end)), tuple(forms), organ, tuple(posts), name)


def _names_organ(text: Text, span: Span, signed: bool) -> bool:
    """Tell an organ from the mark of a file or a scrap of a recipient's name: no digits, words enough."""
    words = text.norm[span.start : span.end].split()
    return (signed or len(words) > 1) and not any(c.isdigit() for word in words for c in word)


def _lines(text: Text, spans: Sequence[Span]) -> list[Span]:
    """The lines of the block; a line that a signing form opens is kept apart."""
    lines: list[Span] = []
    for span in spans:
        at = span.start
        for piece in text.norm[span.start : span.end].split("\n"):
            cuts = [0, *(m.start() for m in _NEXT_FORM.finditer(piece)), len(piece)]
            cut = (text.trim(Span(at + a, at + b)) for a, b in pairwise(cuts))
            lines.extend(line for line in cut if len(line))
            at += len(piece) + 1
    return lines


def _capital_run(text: Text, span: Span) -> tuple[Span, Span]:
    """Part the words in capitals at the beginning from the rest, to which "Y" in "Y Thanh Niê" belongs."""
    end = before = span.start
    for match in re.finditer(r"\S+", text.norm[span.start : span.end]):
        letters = [c for c in match.group() if c.isalpha()]
        if letters and not all(c.isupper() for c in letters):
            end = before
            break
        end = span.start + match.end()
        if len(letters) != 1:
            before = end
    return text.trim(Span(span.start, end)), text.trim(Span(end, span.end))


def _posts(text: Text, span: Span) -> list[Span]:
    """Part "ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", run together by a wrapped line, into organ and posts."""
    content = text.low[span.start : span.end]
    cuts = [0]
    for match in re.finditer(r"(?<=\s)(?=\S)", content):
        rest = content[match.start() :]
        if _POST.match(rest) and not content[: match.start()].rstrip().endswith(("phó", "tổng")):
            cuts.append(match.start())
    ends = [*cuts[1:], len(content)]
    return [text.trim(Span(span.start + a, span.start + b), " \t\n,;") for a, b in zip(cuts, ends, strict=True)]


_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]*)?")


def _name(text: Text, span: Span) -> Span | None:
    """Read a person's name: two to five capitalised words, nothing else on the line."""
    line = re.sub(r"\s*(?:\(.*?\)|\[.*?\])\s*", " ", text.norm[span.start : span.end]).strip(" .")
    if _NOT_NAME.search(text.norm[span.start : span.end]) and not line:
        return None
    words = line.split()
    if not 2 <= len(words) <= 5 or _NOT_NAME.search(line):
        return None
    if not all(_NAME_WORD.fullmatch(word) and _capitalised(word) for word in words):
        return None
    start = text.norm.find(words[0], span.start, span.end)
    last = text.norm.find(words[-1], start, span.end) + len(words[-1])
    return Span(start, last)


def _capitalised(word: str) -> bool:
    """Tell "Thanh", and the parts of "H'Lim", from "THANH" and "thanh"."""
    parts = [part for part in re.split("['’-]", word) if part]
    return word[0].isupper() and all(part[1:] == part[1:].lower() for part in parts)
