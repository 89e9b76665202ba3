"""Where the documents of a file begin: the main one, others of their own letterhead, attached plans, annexes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kgbuild.identifiers import find_symbols
from kgbuild.language import is_upper, loosely
from kgbuild.model import Span
from kgbuild.model.text import Block, Paragraph, Text
from kgbuild.structure.announced import announces, announces_above, read_introduction
from kgbuild.structure.enacted import enacted_form, enacted_title
from kgbuild.structure.ends import RECIPIENTS
from kgbuild.structure.heads import Forms
from kgbuild.structure.letterheads import find_letterhead, read_number
from kgbuild.structure.letters import has_subject, is_addressed, is_letter

ANNEX = re.compile(
    r"^\W*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|PHỤ BIỂU|Phụ biểu)(?P<number>\s+(?:số\s*:?\s*)?[\dIVXLCA-H.]{1,5})?(?![^\W\d_])"
)
_CARRIED = re.compile(r"^\W*\(\W*(?:ban hành )?kèm theo\b|^\W*\(\W*đính kèm\b")
_SIGNED = re.compile(r"^\W*(?:TM|KT|TL|TUQ)\s*\.|^\W*[TK]/[ML]\b")
_LIST = re.compile(r"(?:Danh mục|Danh sách|DANH MỤC|DANH SÁCH)\s+(?:các\s+|CÁC\s+)?(?:văn bản|VĂN BẢN)(?![^\W_])")
_FIRST_ITEM = re.compile(r"\W*(?:I|1|A)\s*[.)]\s")
_MOTTO = re.compile(rf"\W*(?:{loosely('cộng hòa xã hội')}|{loosely('đảng cộng sản việt nam')})")
_NUMBERED = re.compile(r"\W*số\b")
_TOP = 80  # blocks in which the first document of a file begins


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the splitter must know: the type words, and how to tell a line that names an authority."""

    forms: Forms
    starts_agency: Callable[[str], bool]

    def is_heading(self, line: str) -> bool:
        """Tell whether a line holds a type word in capitals and nothing else."""
        found = self.forms.heading(line)
        return found is not None and not line[found[1] :].strip(" \t*")


_CHAPTER = re.compile(r"\W*(?:chương|phần|mục)\s+(?:[\divxlc]+|thứ\s+\w+)\W*$")


@dataclass(frozen=True, slots=True)
class Start:
    """The type heading of a document, what kind it is, and where the lines above its heading begin."""

    at: int
    kind: str
    head: int


def find_starts(text: Text, blocks: Sequence[Block], grammar: Grammar) -> list[Start]:
    """Find where each document begins: a type heading, a subject line, an annex heading, or a carried title."""
    first = _first(text, blocks, grammar)
    if first is None:
        return []
    starts = [Start(first, "document", 0)]
    ended = False
    for at, block in enumerate(blocks):
        if at <= first or not isinstance(block, Paragraph) or not len(block.span):
            continue
        line = text.norm[block.span.start : block.span.end]
        low = line.lower()
        ended = ended or bool(RECIPIENTS.match(line)) or low.lstrip().startswith(("tm.", "t/m", "kt."))
        if at - starts[-1].at < 2:
            continue
        if (
            ANNEX.match(line)
            and len(line.split()) <= 30
            and (is_upper(line.split("(")[0]) or len(line) < 30)
            and not line.rstrip().endswith((".", ";"))
        ):
            starts.append(Start(at, "annex", at))
        elif (
            is_upper(line)
            and not _SIGNED.match(line)
            and not line.rstrip().endswith(":")
            and _carried_below(text, blocks, at, grammar)
            and not _of_title(text, blocks, starts[-1].at, at, grammar.forms)
        ):
            form = grammar.forms.heading(line)
            starts.append(Start(at, "attached" if form and form[0] not in ("phu-luc", "danh-muc") else "annex", at))
        elif _announced_again(text, blocks, at, starts[0].at, grammar.forms):
            starts.append(Start(at, "document", at))
        elif ended and starts[-1].kind == "document" and _lists_documents(text, blocks, at):
            starts.append(Start(at, "annex", at))
        elif ended and grammar.forms.heading(line) and len(line.split()) <= 8 and not _names_chapter(text, blocks, at):
            head = _letterhead(text, blocks, at, starts[-1].at)
            starts.append(Start(at, "attached", at) if head is None else Start(at, "document", head))
    return starts


def _first(text: Text, blocks: Sequence[Block], grammar: Grammar) -> int | None:
    """Find where the first document begins.

    Below a letterhead that is its type word or subject, or the first line behind the letterhead where a page lost
    them; without a letterhead a type word near the top, or a line of type and number that announces a full text.
    """
    near = [at for at, block in enumerate(blocks[:_TOP]) if isinstance(block, Paragraph) and len(block.span)]
    letterhead = find_letterhead(text, [blocks[at].span for at in near])
    below = near[letterhead[1] :] if letterhead else near
    top = near[letterhead[0]] if letterhead else 0
    spans = [blocks[at].span for at in below]
    for number, at in enumerate(below):
        line = text.norm[blocks[at].span.start : blocks[at].span.end]
        if (grammar.forms.heading(line) and _plausible_first(text, blocks[top:at])) or has_subject(text, blocks, at):
            enacted = _enacted(text, spans[:number], grammar, letterhead is not None)
            return at if enacted is None else below[enacted]
        if letterhead and is_addressed(text, blocks[at].span):
            return at
        headed = any(grammar.is_heading(text.norm[s.start : s.end]) for s in spans[number + 1 : number + 6])
        announced = not headed and announces_above(text, spans, number, grammar.forms)
        if not letterhead and (announced or is_letter(text, blocks, at)):
            return at
    if letterhead is None:
        introduction = read_introduction(text, spans, grammar.forms)
        enacted = introduction.body if introduction else _enacted(text, spans, grammar, False)
        return None if enacted is None else below[enacted]
    if not below:
        return None
    symbol, _ = read_number(text, [blocks[at].span for at in near[letterhead[0] : letterhead[1]]])
    known = symbol is not None and symbol.form in grammar.forms.symbols
    return below[0] if known or _enacted(text, spans, grammar, True) is not None else None


def _enacted(text: Text, spans: Sequence[Span], grammar: Grammar, headed: bool) -> int | None:
    """Find the first line of a decision that lost its type word; below a letterhead it is the very next one."""
    if headed:
        return 0 if enacted_form(text, spans) else None
    return enacted_title(text, spans, grammar.starts_agency)


def _names_chapter(text: Text, blocks: Sequence[Block], at: int) -> bool:
    """Tell the title of a chapter, which may open with a type word: "Chương I", "QUY ĐỊNH CHUNG"."""
    for block in (blocks[above] for above in range(at - 1, -1, -1)):
        if isinstance(block, Paragraph) and (line := text.low[block.span.start : block.span.end].strip()):
            return _CHAPTER.match(line) is not None
    return False


def _lists_documents(text: Text, blocks: Sequence[Block], at: int) -> bool:
    """Tell a list behind the signature that no word "PHỤ LỤC" stands above: "Danh mục các văn bản", with its items."""
    line, *below = (text.norm[b.span.start : b.span.end] for b in blocks[at : at + 4] if isinstance(b, Paragraph))
    return (
        bool(_LIST.match(line))
        and len(line.split()) <= 30
        and not line.rstrip().endswith((".", ";", ":", ","))
        and any(_FIRST_ITEM.match(item) for item in below)
        and any(True for item in below for _ in find_symbols(item))
    )


def _announced_again(text: Text, blocks: Sequence[Block], at: int, first: int, forms: Forms) -> bool:
    """Tell whether a page that announces a full text by type and symbol announces the next one here."""
    top, line, *below = (text.norm[b.span.start : b.span.end] for b in (blocks[first], *blocks[at : at + 3]))
    here = announces(line, forms)
    if here is None or forms.heading(top) or announces(top, forms) is None:
        return False
    return any(symbol == here[1] for said in below for _, symbol in find_symbols(said[:200]))


def _letterhead(text: Text, blocks: Sequence[Block], at: int, last: int) -> int | None:
    """Find where the letterhead begins that stands with its own number above a type heading: another document."""
    first = max(at - 10, last + 1)
    lines = [text.norm[block.span.start : block.span.end].strip() for block in blocks[first:at]]
    motto = next((i for i, line in enumerate(lines) if _MOTTO.match(line.lower())), None)
    if motto is None or read_number(text, [block.span for block in blocks[first:at]])[0] is None:
        return None
    while motto and (not lines[motto - 1] or is_upper(lines[motto - 1]) or _NUMBERED.match(lines[motto - 1].lower())):
        motto -= 1
    return first + motto


def _plausible_first(text: Text, above: Sequence[Block]) -> bool:
    """Accept a type heading near the top, or one that follows a motto, a number or nothing much."""
    return sum(len(text.norm[b.span.start : b.span.end].split()) for b in above) <= 150


def _of_title(text: Text, blocks: Sequence[Block], start: int, at: int, forms: Forms) -> bool:
    """Tell whether a line without a type word goes on in capitals right below the heading of the last document."""
    if forms.heading(text.norm[blocks[at].span.start : blocks[at].span.end]):
        return False
    between = list(blocks[start:at])
    if ANNEX.match(text.norm[between[0].span.start : between[0].span.end]):  # "Phụ lục I" may stand in small letters
        del between[0]
    return all(isinstance(b, Paragraph) and is_upper(text.norm[b.span.start : b.span.end] or "A") for b in between)


def _carried_below(text: Text, blocks: Sequence[Block], at: int, grammar: Grammar) -> bool:
    """Tell whether "(Ban hành kèm theo …)" follows the title that begins here.

    Between the two stand only lines in capitals, unless the title opens with a type word; a type word that stands
    alone on a line between them opens the title itself.
    """
    span = blocks[at].span
    typed = grammar.forms.heading(text.norm[span.start : span.end]) is not None
    for block in blocks[at + 1 : at + 6]:
        if not isinstance(block, Paragraph):
            return False
        line = text.norm[block.span.start : block.span.end]
        if _CARRIED.match(line.lower()):
            return True
        if ANNEX.match(line) or (not typed and grammar.is_heading(line)):
            return False
        if line.strip() and (not (typed or is_upper(line)) or len(line.split()) > 90):
            return False
    return False
