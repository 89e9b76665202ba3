"""One normal form for matching, with the way back to the source kept for every character."""

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from kgbuild.language import place_tones
from kgbuild.model import Span
from kgbuild.model.text import INVISIBLE, Block, Paragraph, Reading, Table, Text

_BLANKS = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b"),
    " ",
)
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
_LETTERS = {
    ord("\u00d0"): "\u0110",
    ord("\u00f0"): "\u0111",
    **dict(zip(map(ord, "АВЕКМНОРСТХ"), "ABEKMHOPCTX", strict=True)),  # Cyrillic letters typed for ours
    ord("\x0c"): "\n",
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
}
_SIGNS = "&\"'“”‘’–—…"  # beside letters, what pages write by name: "Ng&agrave;y", "&ldquo;"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")

_UNSEEN = r"\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff\r"  # the class of INVISIBLE

# What needs work: a soft hyphen put for a dash, a letter with combining marks (invisible signs may stand between), an
# odd blank or letter, an invisible sign, a piece of Markdown or HTML.
_SPECIAL = re.compile(
    r"(?P<dash>(?<=[0-9A-Z\u0110\u00d0])\u00ad(?=[0-9A-Z\u0110\u00d0])(?!.[\u0300-\u036f])"
    r"|(?<=[ \u00a0])\u00ad(?=[ \u00a0]))"
    rf"|[^\u0300-\u036f{_UNSEEN}](?:[{_UNSEEN}]*[\u0300-\u036f])+"
    r"|(?<=[A-Z\u0110])[\u0410-\u0425](?![\u0400-\u04ff])|(?<![\u0400-\u04ff])[\u0410-\u0425](?=[A-Z\u0110])"
    rf"|[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\t\x0b\x0c\u00d0\u00f0{_UNSEEN}]"
    r"|(?P<item><li>)"
    r"|(?P<entity>&(?!nbsp;|amp;(?:[a-zA-Z]{2,8}|\#\d{2,5});)(?:[a-zA-Z]{2,8}|\#\d{2,5});)"
    r"|(?P<blank><(?:br|BR) {0,3}/?>|</(?:p|P|div|li)>|&nbsp;)"
    r"|(?P<markup>\*\*+|(?<![\w*\u0300-\u036f])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|^\#{1,6}[ ]+"
    r"|(?<!\w)__(?=[^\W_][^_\n]{0,200}__(?!\w))|(?<=[^\W_])__(?![\w/])|(?<=[:.;,)])__(?=[ ]*$)"
    r"|(?<=[:.;,)][ ])__(?=[ ]*$)"
    r"|\\(?=[-.#*_()\[\]+!>]|&(?!(?:[a-zA-Z]{2,8}|\#\d{2,5});)|[ ]{3}|[ ]*$)"
    r"|!?\[(?=[^\[\]\n]{1,200}\]\((?:https?:|[/#.])[^\s()]{0,400}\))|\]\((?:https?:|[/#.])[^\s()]{0,400}\)"
    r"|</?(?:b|i|u|em|strong|span|div|p|center|font|sup|sub|ul|ol|html|body)(?: [^<>\n]{0,200})?>)"
    r"(?![\u0300-\u036f])",
    re.MULTILINE,
)

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# blanks inside a syllable, left by poor scans: "Qu ả ng Ngãi", "B Ộ XÂY DỰNG"; no word is "qu", "ng" or "nh"
_TORN = re.compile(
    rf"(?<=[{_MARKED}])[ ](?=(?:ng|nh)(?![^\W_]))"
    rf"|(?<![^\W_])(?:[Qq]u|[Tt]h|[Tt]r|[Pp]h|[Nn]h|[Kk]h)[ ](?=[{_MARKED}])"
    r"|(?<![^\W_])[Xx][ ](?=[ãÃ](?![^\W_]))"
    rf"|(?<![^\W_])[BĐHKLMNRSTVX][ ](?=[{_MARKED.upper()}])(?!Ở(?![^\W_]))"
)


def normalise(raw: str) -> Text:
    """Make the normal forms of *raw*.

    NFC and NFD input give the same `plain`, `norm` and `low`; applying it to `plain` changes nothing.
    """
    parts: list[str] = []
    offsets = array("I")  # four bytes for each character, a list of integers takes ten times as much
    at = 0
    for match in _SPECIAL.finditer(raw):
        start, end = match.span()
        parts.append(raw[at:start])
        offsets.extend(range(at, start))
        at = end
        if match["markup"] is not None:
            continue
        if match["entity"] is not None:
            piece = html.unescape(match.group()).translate(_LETTERS)
            known = len(piece) == 1 and (piece.isalpha() or piece in _SIGNS)
            parts.append(piece if known else match.group())
            offsets.extend([start] if known else range(start, end))
            continue
        if match["item"] is not None:
            parts.append("- ")
            offsets.extend([start, start])
            continue
        if match["blank"] is not None or match["dash"] is not None:
            parts.append("-" if match["dash"] else " ")
            offsets.append(start)
            continue
        piece = unicodedata.normalize("NFC", match.group().translate(_DROPPED)).translate(_BLANKS).translate(_LETTERS)
        parts.append(piece)
        offsets.extend([start] * len(piece))
    parts.append(raw[at:])
    offsets.extend(range(at, len(raw) + 1))
    plain = "".join(parts)
    norm = place_tones(plain.translate(_DASHES))
    return Text(raw, plain, norm, _lower(norm), offsets)


_OLD_SPELLING = re.compile(r"(?<![^\W_])qu[iíĩ](?![^\W_])")  # "qui định", "quí IV", "quĩ" as written before
_NEW_SPELLING = {"qui": "quy", "quí": "quý", "quĩ": "quỹ"}


def _lower(text: str) -> str:
    """Lower the case without changing the length (U+0130 would grow); words of two spellings take the newer one."""
    low = text.lower()
    low = low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_SPELLING.sub(lambda old: _NEW_SPELLING[old.group()], low)


def reflow(reading: Reading) -> Reading:
    """Fold the line breaks and blank runs inside each paragraph and cell into one blank, and mend torn syllables.

    Blocks get their spans in the new text; the way back to the source stays. Between blocks nothing changes.
    """
    text = reading.text
    spans = sorted({span for block in reading.blocks for span in _inner(block)}, key=lambda s: (s.start, s.end))
    keep = array("I")
    at = 0
    for span in spans:
        if span.start < at:
            continue
        keep.extend(range(at, span.start))
        keep.extend(_folded(text.norm, span))
        at = span.end
    keep.extend(range(at, len(text.norm)))
    place = _places(keep, len(text.norm))
    blanks = bytearray(len(text.norm))
    for span in spans:
        for i in range(span.start, span.end):
            blanks[i] = text.norm[i].isspace()
    blocks = tuple(_moved(block, place) for block in reading.blocks)
    return Reading(_taken(text, keep, blanks), blocks)


def _inner(block: Block) -> list[Span]:
    return [block.span] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]


def _folded(norm: str, span: Span) -> Iterator[int]:
    """List the places kept in *span*: of a run of blanks only the first, and none inside a syllable."""
    torn = {match.end() - 1 for match in _TORN.finditer(norm, span.start, span.end)}
    for i in range(span.start, span.end):
        if i not in torn and not (norm[i].isspace() and i > span.start and norm[i - 1].isspace()):
            yield i


def _taken(text: Text, keep: Sequence[int], blanks: bytearray) -> Text:
    def of(form: str) -> str:
        return "".join(" " if blanks[i] else form[i] for i in keep)

    offsets = array("I", (text.offsets[i] for i in keep))
    offsets.append(len(text.raw))
    return Text(text.raw, of(text.plain), of(text.norm), of(text.low), offsets)


def _places(keep: Sequence[int], length: int) -> Sequence[int]:
    """Map each old place to the new one at or after it."""
    place = array("I", bytes(4 * (length + 1)))
    new = 0
    for old in range(length + 1):
        while new < len(keep) and keep[new] < old:
            new += 1
        place[old] = new
    return place


def _moved(block: Block, place: Sequence[int]) -> Block:
    def move(span: Span) -> Span:
        return Span(place[span.start], place[span.end])

    if isinstance(block, Paragraph):
        return Paragraph(move(block.span))
    return Table(move(block.span), tuple(tuple(move(cell) for cell in row) for row in block.rows))
