"""The title below a type heading: which lines belong to it, the line that acts, the line that names the carrier."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgbuild.language import POSTS, is_upper, slug
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Text

StartsAgency = Callable[[str], bool]

_CARRIED = re.compile(r"^\W*(?:ban\s+hành\s+)?(?:kèm\s+theo|theo)\s+\S", re.IGNORECASE)
_BODY = re.compile(
    r"^(?:căn cứ\s|kính gửi|xét (?:đề nghị|tờ trình|báo cáo|kết quả)|theo đề nghị|điều 1\b|quyết (?:định|nghị)\s*:|"
    r"[ivx]+\s*[.\-)]\s|\d+\s*[.)]\s|phần (?:thứ )?(?:[ivx\d]+|nhất)\b|chương [ivx\d]+\b|a\s*[.)]\s|"
    r"pursuant to |at the proposal of |article 1\b|"
    r"the (?:government|prime minister|minister [^.;]{2,60}|national assembly)\W*$)"
)
_PREAMBLE = re.compile(r"^(?:thực hiện|triển khai|để |nhằm |trên cơ sở|tiếp tục thực hiện)")
_OF_BODY = re.compile(r"\W*C[ỦU]A\s[^\n]{3,90}$")  # scanned capitals lose their marks
# a title that stops at such a word goes on below, even with the name of a body
_OPEN_END = re.compile(
    r"(?:[,(“]|(?<![^\W_])(?:của|và|do|thuộc|giữa|với|cho|tại|theo|về|(?:về|trong|với) việc|ban hành|"
    r"của (?:bộ trưởng|chủ tịch|giám đốc|hiệu trưởng|tổng giám đốc|chủ nhiệm|thống đốc)|"
    r"hội nghị(?: trung ương)? l[ầâ]n thứ \w+(?: \w+)?))\s*$"
)
# the body that acts, of whose name a line holds the beginning, or which was misread: "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ",
# "ỦY BAN NHẨN DÂN TỈNH KON TUM"
_ACTS = re.compile(r"bo-truong-bo-|(?:chu-tich-)?(?:uy-ban|hoi-dong)-nhan-dan-(?:tinh|thanh-pho|huyen|quan|thi-xa|xa)-")
_WANTS_OBJECT = re.compile(
    r"(?<![^\W_])(?:thực hiện|triển khai|thi hành|ban hành|phê duyệt|sửa đổi|bổ sung|của|và|về|theo|giữa|với|tại)\s*$"
)
_SECTION = re.compile(r"\W*(?:[IVXLC]{1,6}|[A-H]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/]\s")  # "V. CHẾ ĐỘ", below it "BÁO CÁO"
_LONGEST = 900  # characters; no title is longer
_LONG_SENTENCE = 30  # words: what runs on to a full stop is the text of a document whose title got lost
_TOP = 40  # blocks in which a page sets its own day above a document
_PAGE_DAY = re.compile(r"\W*(?:thứ|chủ nhật|cập nhật|ngày đăng|đăng|\d{1,2}[:/.-]\d{1,2})")
_ADDRESS = re.compile(r"\W*kính gửi(?![^\W_])|[^.;]{3,40} điện\W*$")
_LETTER = re.compile(
    r"\s*(?:Thực hiện|Triển khai|Tiếp theo|Căn cứ|Để|Nhằm|Xét|Theo|Trong|Ngày|Thời gian|Hiện nay|Vừa qua|Qua|Sau khi|"
    r"Trên cơ sở|Phúc đáp|Trả lời)\s"
)
_ISSUER = 16  # words of the line that names the issuer below the type word
_SORT = 3  # words behind a type word that say of which sort it is
_SUBJECT = 250  # characters of the line below them
_LINES = 9  # lines in which a title ends


@dataclass(frozen=True, slots=True)
class Title:
    """A title, how many paragraphs it takes, and the line "(Ban hành kèm theo …)" below it."""

    span: Span | None
    used: int
    carried: Span | None


def unfold(text: Text, blocks: Sequence[Block], is_heading: Callable[[str], bool], starts: StartsAgency) -> list[Block]:
    """Part paragraphs in which the lines of a head were run together: type word, title, the body that acts, the text.

    Only paragraphs whose first line, as it stands in the source, is in capitals are looked at.
    """
    out: list[Block] = []
    addressed = False
    for at, block in enumerate(blocks):
        addressed = at < _TOP and _goes_to(text, block, addressed)
        if addressed and isinstance(block, Paragraph):
            out.extend(Paragraph(span) for span in _below_address(text, text.lines(block.span)))
            continue
        looked_at = isinstance(block, Paragraph) and (
            _opens_upper(text, block.span) or (at < _TOP and _PAGE_DAY.match(text.low, block.span.start))
        )
        lines = text.lines(block.span) if looked_at else []
        if len(lines) > 1:
            out.extend(Paragraph(span) for span in _parted(text, lines, is_heading, starts))
        else:
            out.append(block)
    return out


def _goes_to(text: Text, block: Block, before: bool) -> bool:
    """Tell a paragraph that names whom a letter goes to: "Kính gửi: …", and the dashed lines below it."""
    low = text.low[block.span.start : block.span.end]
    return bool(_ADDRESS.match(low)) or (before and (not low or low.startswith("-")))


def _below_address(text: Text, lines: Sequence[Span]) -> Iterator[Span]:
    """Part the letter itself from the addressees above it, where a page set its first sentence right below them."""
    cut = next((at for at, line in enumerate(lines) if at and _LETTER.match(text.norm, line.start, line.end)), None)
    if cut is None:
        yield Span(lines[0].start, lines[-1].end)
        return
    yield Span(lines[0].start, lines[cut - 1].end)
    yield Span(lines[cut].start, lines[-1].end)


def _opens_upper(text: Text, span: Span) -> bool:
    return text.norm[span.start : span.start + 2].isupper()


def _parted(
    text: Text, lines: Sequence[Span], is_heading: Callable[[str], bool], starts: StartsAgency
) -> Iterator[Span]:
    begin = lines[0].start
    capitals = is_upper(text.norm[begin : lines[0].end])
    for above, line in pairwise(lines):
        content, before = text.norm[line.start : line.end], text.norm[above.start : above.end]
        upper = is_upper(content) or not any(c.isalpha() for c in content)
        acts = upper and starts(content) and not _OPEN_END.search(before.lower())
        if (capitals and (not upper or acts or is_heading(before))) or (
            begin == lines[0].start and is_heading(content) and not _SECTION.match(before)
        ):
            yield Span(begin, above.end)
            begin = line.start
            capitals = capitals or is_heading(content)
        capitals = capitals and upper
    yield Span(begin, lines[-1].end)


_POST = re.compile(rf"(?:{POSTS})\s*")


def who_acts(text: Text, lines: Sequence[Span], at: int, starts_agency: StartsAgency) -> list[Span]:
    """Give the line in capitals that names who decides, or the two that name his post and his body; none where none."""

    def names(index: int) -> bool:
        line = text.norm[lines[index].start : lines[index].end] if index < len(lines) else ""
        return is_upper(line) and starts_agency(line)

    if names(at):
        return [lines[at]]
    post = at < len(lines) and _POST.fullmatch(text.low, lines[at].start, lines[at].end)
    upper = post and is_upper(text.norm[lines[at].start : lines[at].end])
    return list(lines[at : at + 2]) if upper and names(at + 1) else []


def read_title(text: Text, lines: Sequence[Span], first: Span | None, starts_agency: StartsAgency) -> Title:
    """Read the title from *lines*; *first* is what of it stands behind the type word on the same line."""
    parts = [first] if first is not None else []
    carried: Span | None = None
    used = 0
    while used < len(lines) and used < _LINES:
        line = text.norm[lines[used].start : lines[used].end]
        if not line.strip():
            used += 1
            continue
        if len(parts) == 1 and _ABOUT.match(line) and _names_issuer(text, parts[0], starts_agency):
            parts = []
        if carried is None and _names_carrier(line):
            carried, used = lines[used], used + 1
            continue
        if len(parts) == 1 and first is not None and _names_sort(text, first, line) and not starts_agency(line):
            parts.append(lines[used])
            used += 1
            continue
        if carried or len(who_acts(text, lines, used, starts_agency)) > 1:
            break
        if _ends_title(text, line, parts, starts_agency) and not _names_carrier_soon(text, lines[used:], parts):
            break
        parts.append(lines[used])
        used += 1
    span = text.trim(Span(parts[0].start, parts[-1].end), " \t\n|") if parts else None
    return Title(_without_stroke(text, span) if span else None, used, carried)


# a line of a title set with a capital at the head of each: "Của Ban Thường vụ Tỉnh ủy", "Đến năm 2025, định hướng …"
_GOES_ON = re.compile(
    r"[\s*]*(?:Của\s+[^\W\d_]|Đến\s+(?:hết\s+)?năm\s+20\d\d|Giai đoạn\s+(?:từ\s+)?(?:năm\s+)?20\d\d|Nhiệm kỳ\s+20\d\d)"
    r"[^.;:]{0,150}(?<![,\s])[\s*]*"
)
_OF = re.compile(r"\W*của\s+(?=\S)", re.IGNORECASE)
_ABOUT = re.compile(r"\W*(?:Về|VỀ|V/v|Ban hành|BAN HÀNH|Phê duyệt|PHÊ DUYỆT)\s")


def _names_sort(text: Text, first: Span, line: str) -> bool:
    """Tell "THẨM TRA" behind "BÁO CÁO", which says what sort of report it is: the title goes on below."""
    words = text.norm[first.start : first.end]
    low = line.lower().lstrip(" (*-")
    running = line.rstrip().endswith((".", ";", ":")) or _BODY.match(low) or _PREAMBLE.match(low)
    return (
        len(words.split()) <= _SORT and is_upper(words) and not is_upper(line) and not running and len(line) < _SUBJECT
    )


def _names_issuer(text: Text, span: Span, starts_agency: StartsAgency) -> bool:
    """Tell "CỦA CHỦ TỊCH UBND TỈNH" between the type word and the title."""
    of = _OF.match(text.norm, span.start, span.end)
    line = text.norm[of.end() : span.end].strip() if of else ""
    return len(line.split()) <= _ISSUER and is_upper(line) and starts_agency(line)


def _without_stroke(text: Text, span: Span) -> Span:
    """Drop "./." and a full stop at the end of a title."""
    line = text.norm[span.start : span.end]
    end = re.search(r"\s*(?:\./\.|(?<!TP)(?<!\.)\.)\s*$", line)
    return Span(span.start, span.start + end.start()) if end else span


def _names_carrier(line: str) -> bool:
    """Tell "(Ban hành kèm theo Quyết định số …)", also where its bracket got lost."""
    opened = line.lstrip().startswith("(") and bool(_CARRIED.match(line))
    return opened or (len(line) < 220 and bool(re.match(r"\W*(?:ban\s+hành\s+)?kèm\s+theo\s", line, re.IGNORECASE)))


def _names_carrier_soon(text: Text, spans: Sequence[Span], parts: Sequence[Span]) -> bool:
    """Tell whether "(… kèm theo …)" stands right below: all above it belongs to the title."""
    if parts and spans[0].end - parts[0].start > _LONGEST:
        return False
    lows = [text.low[s.start : s.end].lstrip() for s in spans[1:3]]
    return len(spans[0]) < 400 and any(low.startswith("(") and "kèm theo" in low[:30] for low in lows)


def _ends_title(text: Text, line: str, parts: Sequence[Span], starts_agency: StartsAgency) -> bool:
    """Tell whether the title ends above *line*.

    A title in capitals goes on in capitals; one in small letters where a sentence goes on: with a small letter, or
    within quotation marks.
    """
    low = line.lower().lstrip(" (*-")
    if _BODY.match(low):
        return True
    if not parts:  # where a page lost the title, the recital opens the document: "… ban hành Kế hoạch như sau:"
        sentence = low.rstrip().endswith(".") and len(low.split()) > _LONG_SENTENCE and not is_upper(line)
        return starts_agency(line) or low.rstrip().endswith("như sau:") or (sentence and not _ABOUT.match(line))
    so_far = text.norm[parts[0].start : parts[-1].end]
    last = text.norm[parts[-1].start : parts[-1].end]
    if len(so_far) + len(line) > _LONGEST:
        return True
    if starts_agency(line) or (is_upper(line) and _ACTS.match(slug(line))):
        return not _OPEN_END.search(last.lower()) or not is_upper(line)
    if _WANTS_OBJECT.search(last) and not is_upper(last):
        return False  # "tuyên truyền 10 năm thực hiện / Nghị quyết số 29-NQ/TW"
    if is_upper(last) and (is_upper(line) or not any(c.isalpha() for c in line)):
        return False
    if so_far.count("“") > so_far.count("”") or so_far.count('"') % 2:
        return False
    if _GOES_ON.fullmatch(line) and last.rstrip()[-1:] not in ".;:":
        return False
    first = line.lstrip(" \t*")[:1]
    if first.islower() and _OF_BODY.match(so_far):
        return False  # "CỦA BỘ CHÍNH TRỊ / thực hiện Kết luận …"
    return not first.islower() or bool(_PREAMBLE.match(low)) or last.rstrip().endswith((".", ";", ":"))
