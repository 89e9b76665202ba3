"""The signature block: who signs, for which organ, in which form and post (Decree 30/2020/NĐ-CP)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kgbuild.language import DEGREE, POSTS, RANK, UPPER, is_upper, loosely
from kgbuild.model import Span
from kgbuild.model.structure import Signature
from kgbuild.model.text import Text

_SEAT = re.compile(
    r"(?:BỘ|[UỦ][YỶ] BAN|NGÂN HÀNG|THANH TRA|VIỆN|TÒA ÁN|SỞ|BAN|TỔNG|HỘI|BẢO HIỂM|KIỂM TOÁN|CỤC|CÔNG AN)\s"
)
_LAST = 2  # paragraphs at the end among which a post with a name behind it signs
_FORM = re.compile(r"^\W*(?P<form>TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?:\s*\.?\s+(?=\S)|\s*\.\s*$)")
NEXT_FORM = re.compile(rf"(?<=\s)(?=(?:(?:TM|KT|TL|TUQ|Q)\s*\.|T/M|K/T|T/L)\s*[{UPPER}]{{2}})")
"""Where a signing form opens in capitals within a line."""
_CODES = {"T/M": "TM", "K/T": "KT", "T/L": "TL"}
_POST = re.compile(rf"(?:{loosely('phó')}\s+)?(?:{'|'.join(map(loosely, POSTS.split('|')))})(?![^\W_])")
_BARE_POST = re.compile(rf"^(?:phó\s+)?(?:{POSTS})\b", re.IGNORECASE)  # "Chủ tịch" above "(Đã ký)" in databases of law
_DEPUTY = re.compile(rf"{_POST.pattern}(?: {loosely('thường trực')}| {loosely('phụ trách')})?")
_SECRETARIAT = re.compile(r"ban bí thư(?![^\W_])")
_STANDING = "thường trực"  # who signs for the Secretariat of the Party
_SIGNED = re.compile(r"^\W*(?:đã ký|signed)\s*\W\s*(?=[^\W\d_])", re.IGNORECASE)  # "Đã ký: Vũ Đức An"
_ADDRESSED = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c)\s")  # a list of members, no signature
_NOT_NAME = re.compile(r"đã ký|ký tên|đóng dấu|signed|\d", re.IGNORECASE)
_TITLES = re.compile(rf"^(?:{RANK}\s+|{DEGREE}(?:\.\s*|\s+)){{1,4}}")  # rank and degrees before the name of who signs
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]*)?")


def stands_beside(line: str) -> bool:
    """Tell what a page without columns may set behind a recipient: a signing form and more, or a bare post."""
    form = _FORM.match(line)
    return is_upper(line) and (bool(form and len(line) > form.end()) or _DEPUTY.fullmatch(line.lower()) is not None)


def named_alone(text: Text, span: Span) -> bool:
    """Tell a person's name that stands alone in its span."""
    name = _name(text, span)
    return name is not None and len(name) == len(span)


def signs(text: Text, spans: Sequence[Span], at: int) -> bool:
    """Tell whether a signature begins at the paragraph *at*: a signing form in capitals, or a post and its holder."""
    return opens_signature(text, spans[at]) or _is_signed_post(text, spans, at)


def opens_signature(text: Text, span: Span) -> bool:
    """Tell a line that a signing form opens in capitals: "KT. CHỦ TỊCH"."""
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
    if below and _POST.fullmatch(line.lower()) and _stands_below(text, spans[at], below[0]):
        below = below[1:]
    named = next((x for x in below if not _NOT_NAME.search(_of(text, x))), None)
    if named is None or is_upper(_of(text, named)) or _ADDRESSED.match(_of(text, named)):
        return False
    return _name(text, named) is not None


def _signs_on_a_line(text: Text, span: Span) -> bool:
    """Tell "CHỦ TỊCH Nguyễn Văn An", as a page without columns prints post and name."""
    post, name = _capital_run(text, span)
    return bool(_POST.fullmatch(_of(text, post).lower()) and len(name) and _name(text, name))


def read_signatures(text: Text, spans: Sequence[Span], above: Span | None = None) -> Signature | None:
    """Read the block, and those beside it where several organs sign, each named behind the post of its holder.

    The organ may stand above its post as well: that of the first block is the line *above* it.
    """
    first = read_signature(text, spans)
    if first is None:
        return None
    blocks = [_seated(text, first, above)]
    below = _lines(text, spans)
    while blocks[-1].seat and (name := blocks[-1].name):
        named = next(at for at, line in enumerate(below) if line.start <= name.start < line.end)
        below = below[named + 1 :]  # not by place: two columns are read one after the other
        organ = below.pop(0) if len(below) > 1 and _is_seat(text, below[0]) else None
        follows = below and (opens_signature(text, below[0]) or _is_signed_post(text, below, 0))
        block = read_signature(text, below) if follows else None
        if block is None:
            break
        blocks.append(_seated(text, block, organ))
    joint = len(blocks) > 1 and all(block.seat for block in blocks)
    return replace(blocks[0], beside=tuple(blocks[1:])) if joint else first


def _is_seat(text: Text, line: Span) -> bool:
    """Tell a line that holds the name of an organ: "BỘ TÀI CHÍNH", not "BỘ TRƯỞNG BỘ TÀI CHÍNH"."""
    words = _of(text, line)
    return _SEAT.match(words) is not None and is_upper(words) and not _POST.match(words.lower())


def _seated(text: Text, block: Signature, above: Span | None) -> Signature:
    """Part the organ from the post in whose name the block is signed: "BỘ TRƯỞNG BỘ NỘI VỤ", in one line or two."""
    post = _POST.match(_of(text, block.posts[0]).lower()) if block.posts else None
    if post is None:
        return block
    if above and block.organ is None and _is_seat(text, above):
        return replace(block, seat=above)
    if block.organ and _stands_below(text, block.posts[0], block.organ):
        return replace(block, organ=None, seat=block.organ)
    cut = Span(block.posts[0].start, block.posts[0].start + post.end())
    seat = text.trim(Span(cut.end, block.posts[0].end), " \t\n,;")
    return replace(block, posts=(cut, *block.posts[1:]), seat=seat) if _SEAT.match(_of(text, seat)) else block


def _stands_below(text: Text, post: Span, organ: Span) -> bool:
    """Tell the organ that a narrow column sets below the post of its head: "BỘ TRƯỞNG", "BỘ NỘI VỤ"."""
    between = text.norm[post.end : organ.start] if post.end <= organ.start else "-"
    return not between.strip() and _SEAT.match(_of(text, organ)) is not None


def read_signature(text: Text, spans: Sequence[Span]) -> Signature | None:
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
                if _POST.match(low) or (low == _STANDING and organ):
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
    if _TITLES.fullmatch(" ".join(words)):
        return False
    return (signed or len(words) > 1) and not any(c.isdigit() for word in words for c in word)


def _lines(text: Text, spans: Sequence[Span]) -> list[Span]:
    """The lines of the block; a line that a signing form opens is kept apart."""
    lines: list[Span] = []
    for span in spans:
        at = span.start
        for piece in text.norm[span.start : span.end].split("\n"):
            cuts = [0, *(m.start() for m in NEXT_FORM.finditer(piece)), len(piece)]
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
        if (
            _POST.match(rest)
            and not content[: match.start()].rstrip().endswith(("phó", "tổng"))
            and not _SECRETARIAT.match(content, match.start() - 4)
        ):
            cuts.append(match.start())
    ends = [*cuts[1:], len(content)]
    return [text.trim(Span(span.start + a, span.start + b), " \t\n,;") for a, b in zip(cuts, ends, strict=True)]


def _name(text: Text, span: Span) -> Span | None:
    """Read a person's name: two to five capitalised words, nothing else on the line."""
    if signed := _SIGNED.match(text.norm[span.start : span.end]):
        span = Span(span.start + signed.end(), span.end)
    line = re.sub(r"\s*(?:\(.*?\)|\[.*?\])\s*", " ", text.norm[span.start : span.end]).strip(" .")
    if _NOT_NAME.search(text.norm[span.start : span.end]) and not line:
        return None
    words = _TITLES.sub("", line).split()
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


def _of(text: Text, span: Span) -> str:
    return text.norm[span.start : span.end]
