"""Documents that a task is to produce, where the text names them: "Quyết định của UBND tỉnh", "Xây dựng Đề án …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.mentions.citing.citation_names import CitationNames
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.thing_names import read_name
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, PlannedMention, TaskMention
from kgbuild.model.text import Text

_DRAWS = re.compile(
    r"(?:(?:(?:nghiên cứu|chủ động|chủ trì|rà soát|tổ chức|hoàn thiện|tiếp tục|khẩn trương)[\s,]+(?:và\s+)?)*"
    r"(?:tham mưu\s+(?:(?:cho|giúp|trình)\s+)?(?P<whom>[^,;.]{0,60}?)\s*)?"
    r"(?:xây dựng|soạn thảo|lập|ban hành|hoàn thiện)(?:\s+dự thảo)?"
    r"(?:\s*(?:,|và|,\s*trình|để)\s*(?:ban hành|phê duyệt))?\s+)?"
)
_PIECES = re.compile(r"[;\n]|,(?=\s+[^\W\d_])")
_ISSUED = re.compile(r"\s*(?:\((?:đã|được)[^)]*\)|(?:đã\s+)?được\s+(?:ban hành|phê duyệt|thông qua).*)?[\s.]*")
# "(Quyết định) ban hành Quy chế …", "(Thông tư) quy định chi tiết về phương pháp …"
_ISSUES = re.compile(
    r"\s*(?:(?:(?:về\s+)?(?:việc\s+)?(?:ban hành|phê duyệt|công bố)"
    r"(?:\s+(?:chương trình|đề án|dự án|kế hoạch)(?=\s+[^\W\d_]))?|quy định(?:\s+chi tiết)?(?:\s+về)?)\s+)?"
)
_VAGUE = re.compile(r"liên quan|có thẩm quyền|các cấp|các loại|(?<![^\W_])(?:nếu có|nêu trên|này)(?![^\W_])")
_SUBMITTED = re.compile(r"[\s,]*(?:để\s+|và\s+)?trình\s+")
# words that a subject has at least, by what ends it: one that another clause ends may be longer than was read
_FEWEST = {"comma": 5, "clause": 7}
_FEWEST_WORDS = 3
_VERSION = re.compile(r"\s*\((?:sửa đổi|thay thế)[^)]{0,40}\)")  # "Luật Dầu khí (sửa đổi)" is another law


def with_yields(text: Text, task: TaskMention, names: CitationNames, reader: AgencyReader) -> TaskMention:
    """Add the documents that a task is to produce: those its product names, else the one its title names."""
    found = tuple(_products(text, task.product, names, reader)) if task.product else ()
    if not found:
        drawn = _drawn_up(text, task, names, reader)
        found = (drawn,) if drawn else ()
    return replace(task, yields=found) if found else task


def _products(text: Text, cell: Span, names: CitationNames, reader: AgencyReader) -> Iterator[PlannedMention]:
    at = cell.start
    for cut in [*_PIECES.finditer(text.norm, cell.start, cell.end), None]:
        piece = text.trim(Span(at, cut.start() if cut else cell.end), " \t\n-+.,;")
        at = cut.end() if cut else cell.end
        if form := _form(text, piece, names):
            planned = _issued_by(text, piece, form, reader) or _about(text, piece, form, reader)
            if planned:
                yield planned


def _form(text: Text, span: Span, names: CitationNames) -> tuple[str, int] | None:
    """Read the type word that a passage opens with, in a capital: its form, and where it ends."""
    words = tokens(text, span)
    hit = names.forms.longest(words, 0) if words and text.norm[words[0].start].isupper() else None
    return (hit[0], words[hit[1] - 1].end) if hit and hit[0] in names.products else None


def _issued_by(text: Text, piece: Span, form: tuple[str, int], reader: AgencyReader) -> PlannedMention | None:
    """Read "Kế hoạch của UBND tỉnh": one body that the tables know issues it, and nothing else is said."""
    of = re.match(r"\s+của\s+", text.low[form[1] : piece.end])
    if of is None:
        return None
    bodies, end = reader.read_list(text, Span(form[1] + of.end(), piece.end))
    issuer = _one(bodies)
    return PlannedMention(piece, form[0], issuer) if issuer and _ISSUED.fullmatch(text.low[end : piece.end]) else None


def _about(text: Text, piece: Span, form: tuple[str, int], reader: AgencyReader) -> PlannedMention | None:
    """Read a document named by its subject: "Quyết định ban hành Bộ tiêu chí …", "Kế hoạch phát triển chợ"."""
    of = re.match(r"\s+của\s+", text.low[form[1] : piece.end])
    by, start = reader.read_list(text, Span(form[1] + of.end(), piece.end)) if of else ([], form[1])
    if of and _one(by) is None:
        return None
    issues = _ISSUES.match(text.low, start, piece.end)
    start = issues.end() if issues else start
    name = read_name(text, Span(start, piece.end)) if start < piece.end else None
    count = len(text.low[name.core.start : name.core.end].split()) if name else 0
    if name is None or count < _FEWEST.get(name.ended, _FEWEST_WORDS):
        return None
    whole = Span(piece.start, max(name.whole.end, name.period.end if name.period else 0))
    version = _VERSION.match(text.low, whole.end, piece.end)
    whole = Span(whole.start, version.end() if version else whole.end)
    if _VAGUE.search(text.low, whole.start, whole.end):
        return None
    behind = text.low[whole.end : piece.end]
    rest = re.match(r"[\s,]*của\s+", behind) or _SUBMITTED.match(behind)
    bodies, _ = reader.read_list(text, Span(whole.end + rest.end(), piece.end)) if rest else ([], 0)
    return PlannedMention(whole, form[0], _one(by) or _one(bodies[:1]), whole)


def _one(bodies: list[AgencyMention]) -> AgencyMention | None:
    """Give the one body of a list that the tables know or that names its place; none of several, no group."""
    if len(bodies) != 1 or bodies[0].group or not (bodies[0].record or bodies[0].locality):
        return None
    return bodies[0]


def _drawn_up(text: Text, task: TaskMention, names: CitationNames, reader: AgencyReader) -> PlannedMention | None:
    """Read the document that the title of a task says is drawn up or issued; a row may be its bare name."""
    title = task.title
    draws = _DRAWS.match(text.low, title.start, title.end)
    start = draws.end() if draws else title.start
    if start == title.start and task.source not in ("table", "block"):
        return None
    form = _form(text, Span(start, title.end), names)
    planned = _about(text, Span(start, title.end), form, reader) if form else None
    if planned is None or planned.issuer or draws is None or not draws["whom"]:
        return planned
    bodies, end = reader.read_list(text, Span(draws.start("whom"), draws.end("whom")))
    return replace(planned, issuer=_one(bodies) if end == draws.end("whom") else None)
