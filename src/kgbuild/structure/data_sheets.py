"""The data sheet that legal databases keep of a document: set above its text, or all that a page gives of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import POSTS, UPPER, fold, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Part, Signature
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.bylines import read_byline
from kgbuild.structure.heads import Forms

_WORDS = {
    "number": r"số (?:ký |kí )?hiệu(?: văn bản)?",
    "form": r"(?:loại|hình thức) văn bản",
    "body": r"(?:cơ quan|đơn vị) ban hành",
    "place": r"nơi ban hành",
    "signer": r"người ký",
    "post": r"chức (?:danh|vụ)",
    "date": r"ngày ban hành",
    "title": r"trích yếu(?: nội dung)?",
}
_WORDS["issuer"] = f"(?:{_WORDS['place']}|{_WORDS['body']})"
_LABELS = {name: re.compile(rf"(?<![^\W_]){words}$") for name, words in _WORDS.items()}
_SET_CLOSE = {name: re.compile(rf"\W*{words} ?(?=\S)") for name, words in _WORDS.items()}  # "Người kýLê Văn Trung"
_ANY = re.compile(r"\W*(?:" + "|".join(_WORDS.values()) + r"|(?:ngày|ngành|lĩnh vực|tình trạng|số công báo)(?![^\W_]))")
_EMPTY = re.compile(r"\W*(?:đang cập nhật|đã biết|không xác định)?\W*", re.IGNORECASE)
# "Nơi ban hành: Tỉnh Hà Nam Người ký: Lê Văn An": labels that stand on one line
_NEXT = re.compile(r"(?<=\s)(?=(?:" + "|".join([*_WORDS.values(), "ngày (?:có |hết )?hiệu lực", "ngày công báo",
    "số công báo", "tình trạng", "lĩnh vực"]) + r")\s*:)")  # fmt: skip
_MOST = 120  # characters: no label or value is longer
_RUNNING = 40  # words: a longer line, unless it names type and number, is text of its own
_POSTED = re.compile(rf"(?:[Pp]hó )?(?i:{POSTS})(?= [{UPPER}])")  # "Chủ tịch Phạm Thế Dũng"
_AREA = re.compile(r"(?:Tỉnh|Thành phố)\s+(.+)")


def complete_from_sheet(text: Text, head: Head, above: Sequence[Block]) -> Head:
    """Take number and issuer from the sheet among the blocks *above* a document; its own letterhead goes first.

    The days of a sheet are left alone: they may be those of the page.
    """
    cells = [span for block in above for span in _cells(text, block) if 0 < len(span) <= _MOST]
    if head.symbol is None and (numbered := _symbol(text, _value(text, cells, "number"))) is not None:
        head = replace(head, symbol=numbered[0], symbol_span=numbered[1])
    if head.authority is None and (value := _value(text, cells, "issuer")) is not None:
        head = replace(head, authority=value)
    return head


def signature_from_sheet(text: Text, above: Sequence[Block]) -> Signature | None:
    """Take who signed from the sheet among the blocks *above* a document whose text was kept without its end."""
    cells = [span for block in above for span in _cells(text, block) if 0 < len(span) <= _MOST]
    return _signature(text, {n: value for n in ("signer", "post") if (value := _value(text, cells, n)) is not None})


def read_data_sheet(text: Text, blocks: Sequence[Block], forms: Forms) -> Part | None:
    """Read a page that holds only the sheet of a document; None when number, type or issuer is not given."""
    lines = [span for block in blocks for span in _cells(text, block) if len(span)]
    if any(len(text.norm[s.start : s.end].split()) > _RUNNING and not _opens(text, s, forms) for s in lines):
        return None
    cells = [span for span in lines if len(span) <= _MOST]
    values = {name: value for name in _WORDS if (value := _value(text, cells, name)) is not None}
    form = forms.names.get(fold(text.words(values["form"]))) if "form" in values else None
    numbered = _symbol(text, values.get("number"))
    if form is None or numbered is None or "issuer" not in values:
        return None
    dated, place = values.get("date"), values.get("place")
    date = parse_date(text.norm[dated.start : dated.end]) if dated else None
    head = Head(
        form=form,
        form_span=values["form"],
        symbol=numbered[0],
        symbol_span=numbered[1],
        authority=values["issuer"],
        date=date,
        date_span=dated if date else None,
        place=area[1] if place and (area := _AREA.fullmatch(text.words(place))) else None,
        title=values.get("title") or _title(text, lines, numbered[0], forms),
    )
    return Part("document", head, (), (), (), _signature(text, values), Span(lines[0].start, lines[-1].end))


def _cells(text: Text, block: Block) -> Iterator[Span]:
    if isinstance(block, Paragraph):
        cuts = [block.span.start, *(m.start() for m in _NEXT.finditer(text.low, block.span.start, block.span.end))]
        yield from (text.trim(Span(a, b)) for a, b in pairwise([*cuts, block.span.end]))
    else:
        yield from dict.fromkeys(cell for row in block.rows for cell in row)


def _opens(text: Text, span: Span, forms: Forms) -> bool:
    return forms.opening(text.norm[span.start : span.end]) is not None


def _value(text: Text, cells: Sequence[Span], name: str) -> Span | None:
    """Find what stands behind a label, in its cell or in the next one."""
    for at, cell in enumerate(cells):
        content = text.norm[cell.start : cell.end]
        label, colon, _ = content.partition(":")
        if _LABELS[name].search(fold(label)):  # other words may stand in front, as buttons do
            value = text.trim(Span(cell.start + len(label) + len(colon), cell.end), " \t\n:|*")
            if not len(value) and at + 1 < len(cells) and not _ANY.match(text.low, cells[at + 1].start):
                value = text.trim(cells[at + 1], " \t\n:|*")
        elif not colon and (close := _SET_CLOSE[name].match(content.lower())) and _begins_value(content, close.end()):
            value = text.trim(Span(cell.start + close.end(), cell.end), " \t\n:|*")
        else:
            continue
        return None if _EMPTY.fullmatch(text.norm[value.start : value.end]) else value
    return None


def _begins_value(content: str, at: int) -> bool:
    """Tell a value set close to its label; behind a blank it begins with a capital or a figure."""
    return content[at - 1] != " " or content[at].isupper() or content[at].isdigit()


def _symbol(text: Text, span: Span | None) -> tuple[DocumentSymbol, Span] | None:
    """Read the number with which a value begins."""
    found = next(find_symbols(text.norm[span.start : span.end]), None) if span else None
    if span is None or found is None or found[0].start() > 0:
        return None
    return found[1], Span(span.start, span.start + found[0].end())


def _title(text: Text, lines: Sequence[Span], symbol: DocumentSymbol, forms: Forms) -> Span | None:
    """Take what a heading of the page says behind type and number: "Thông tư số 5/2024/TT-BTC quy định về …"."""
    for span in lines:
        line = text.norm[span.start : span.end]
        opening = forms.opening(line)
        first = next(find_symbols(line), None)
        if opening is None or first is None or first[1] != symbol:
            continue
        bare = not re.sub(r"\bsố\b|\W", "", line[opening[1] : first[0].start()])
        title = text.trim(Span(span.start + first[0].end(), span.end), " \t\n:.,-")
        if bare and len(title):
            return title
    return None


def _signature(text: Text, values: dict[str, Span]) -> Signature | None:
    name, post = values.get("signer"), values.get("post")
    if name and post is None and (posted := _POSTED.match(text.norm, name.start, name.end)):
        post = Span(*posted.span())
        name = text.trim(Span(post.end, name.end))
    if name is None or read_byline(text, name) is None:
        return None
    return Signature(name, (), None, (post,) if post else (), name)
