"""The head of a document: form, number, issuer, place and date, title (Decree 30/2020/NĐ-CP, Appendix I)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, UPPER, fold, is_upper, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head
from kgbuild.model.text import Text

_MOTTO = re.compile(r"cộng hòa xã hội|cộng hõa xã hội|đảng cộng sản việt nam|độc lập\s*-\s*tự do|^socialist republic")
_NUMBER_LINE = re.compile(r"^\W{0,3}số\s*:?\s*", re.IGNORECASE)
_DATED = re.compile(rf",\s*ngày\s+{DATE}", re.IGNORECASE)
_PLACE = re.compile(rf"(?<!\w)[{UPPER}][^,\n;:]{{1,40}}$")
# where two columns run together, the number or the motto stands in front of the place on its line
_BEFORE_PLACE = re.compile(r"\S*/\S*\s|hạnh phúc\W|(?:chủ nghĩa|đảng cộng sản) việt nam\W", re.IGNORECASE)
_CARRIED = re.compile(r"^\W*(?:ban\s+hành\s+)?(?:kèm\s+theo|theo)\s+\S", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện|triển khai|xét|theo đề nghị|để |nhằm |kính gửi|trên cơ sở|"
    r"i\s*[.\-)]|1\s*[.)]|phần |chương |điều 1|a\s*[.)]\s)",
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The known type words, and whether a line announces one.

    `names` maps the folded word to its notation, longest first when read in order.
    """

    names: dict[str, str]

    def heading(self, line: str) -> tuple[str, int] | None:
        """Read a line that opens with a type word in capitals: the notation and the word's length in characters.

        A line that ends in a colon is the operative formula ("QUYẾT ĐỊNH:"), not a heading.
        """
        stripped = line.strip()
        if not stripped or stripped.endswith(":"):
            return None
        words = stripped.split()
        for count in range(min(5, len(words)), 0, -1):
            head = words[:count]
            notation = self.names.get(fold(" ".join(head)))
            if notation and is_upper(" ".join(head)):
                found = re.match(r"\W*" + r"\s+".join(map(re.escape, head)), line)
                return (notation, found.end()) if found else None
        return None

    def first(self, phrase: str) -> str | None:
        """Tell the notation of the type word with which *phrase* begins, in any case."""
        words = fold(phrase).split()
        return next(
            (n for count in range(min(5, len(words)), 0, -1) if (n := self.names.get(" ".join(words[:count])))), None
        )


def read_head(
    text: Text, above: Sequence[Span], below: Sequence[Span], forms: Forms, starts_agency: Callable[[str], bool]
) -> tuple[Head, int]:
    """Read a head from the paragraphs *above* the type heading and those from it on (*below*).

    Returns the head and how many paragraphs of *below* belong to it. *starts_agency* tells whether a line in
    capitals names an authority, which ends a title.
    """
    symbol, symbol_span = read_number(text, above)
    date, date_span, place = read_date(text, above)
    form, form_span, title, used, carried = _title(text, below, forms, starts_agency)
    acting = None
    if used < len(below) and starts_agency(line := text.norm[below[used].start : below[used].end]) and is_upper(line):
        acting, used = below[used], used + 1
    return (
        Head(
            form=form,
            form_span=form_span,
            symbol=symbol,
            symbol_span=symbol_span,
            authority=_authority(text, above),
            date=date,
            date_span=date_span,
            place=place,
            title=title,
            carried_by=carried,
            acting=acting,
            draft=any(re.search(r"\bdự thảo\b", text.low[s.start : s.end]) and len(s) < 60 for s in above),
        ),
        used,
    )


def read_number(text: Text, lines: Sequence[Span]) -> tuple[DocumentSymbol | None, Span | None]:
    """Read the number line; an empty number ("Số:      /KH-UBND") stays empty."""
    for span in lines:
        line = text.norm[span.start : span.end]
        cue = _NUMBER_LINE.match(line)
        if not cue and len(line) > 40:
            continue
        for match, symbol in find_symbols(line):
            if match.start() - (cue.end() if cue else 0) <= 3:
                return symbol, Span(span.start + match.start(), span.start + match.end())
    return None, None


def read_date(text: Text, lines: Sequence[Span]) -> tuple[str | None, Span | None, str | None]:
    """Read the line "Cần Thơ, ngày 19 tháng 11 năm 2025": the date, its span with the place, and the place."""
    for span in lines:
        dated = _DATED.search(text.norm, span.start, span.end)
        date = parse_date(dated.group()) if dated else None
        if dated and date:
            begin = max(
                (m.end() for m in _BEFORE_PLACE.finditer(text.norm, span.start, dated.start())), default=span.start
            )
            place = _PLACE.search(text.norm[begin : dated.start()])
            if place:
                found = Span(begin + place.start(), dated.end())
                return date, found, " ".join(place.group().split())
    return None, None, None


def _authority(text: Text, above: Sequence[Span]) -> Span | None:
    """Find the issuer's lines: capitals before the national or Party motto and the number."""
    found: list[Span] = []
    for span in above:
        low = text.low[span.start : span.end]
        cut = _MOTTO.search(low)
        end = span.start + cut.start() if cut else span.end
        piece = text.trim(Span(span.start, end), " \t\n-_*")
        line = text.norm[piece.start : piece.end]
        if line and is_upper(line) and len(line) > 4 and not _NUMBER_LINE.match(line):
            found.append(piece)
        if cut or _NUMBER_LINE.match(line):
            break
    return Span(found[0].start, found[-1].end) if found else None


def _title(
    text: Text, below: Sequence[Span], forms: Forms, starts_agency: Callable[[str], bool]
) -> tuple[str, Span | None, Span | None, int, Span | None]:
    """Read form, title and the line that names the carrier; tell how many paragraphs they take."""
    if not below:
        return "", None, None, 0, None
    first = text.norm[below[0].start : below[0].end]
    heading = forms.heading(first)
    used, form, form_span = 0, "", None
    parts: list[Span] = []
    if heading:
        form = heading[0]
        form_span = text.trim(Span(below[0].start, below[0].start + heading[1]))
        rest = text.trim(Span(form_span.end, below[0].end), " \t\n:.-")
        if len(rest):
            parts.append(rest)
        used = 1
    carried: Span | None = None
    while used < len(below) and used < 9:
        span = below[used]
        line = text.norm[span.start : span.end]
        low = line.lower().lstrip(" (*-")
        if not line.strip():
            used += 1
            continue
        if carried is None and _names_carrier(line):
            carried, used = span, used + 1
            continue
        if carried or (
            _ends_title(text, line, low, parts, starts_agency) and not _names_carrier_soon(text, below[used:])
        ):
            break
        parts.append(span)
        used += 1
    title = Span(parts[0].start, parts[-1].end) if parts else None
    return form, form_span, title, used, carried


def _names_carrier(line: str) -> bool:
    """Tell "(Ban hành kèm theo Quyết định số …)", also where its bracket got lost."""
    opened = line.lstrip().startswith("(") and bool(_CARRIED.match(line))
    return opened or (len(line) < 220 and bool(re.match(r"\W*(?:ban\s+hành\s+)?kèm\s+theo\s", line, re.IGNORECASE)))


def _names_carrier_soon(text: Text, spans: Sequence[Span]) -> bool:
    """Tell whether "(… kèm theo …)" stands right below: all above it belongs to the title."""
    lows = [text.low[s.start : s.end].lstrip() for s in spans[1:3]]
    return len(spans[0]) < 400 and any(low.startswith("(") and "kèm theo" in low[:30] for low in lows)


def _ends_title(text: Text, line: str, low: str, parts: Sequence[Span], starts_agency: Callable[[str], bool]) -> bool:
    if not parts:
        return low.startswith(("căn cứ", "kính gửi", "điều 1")) or starts_agency(line)
    last = text.norm[parts[-1].start : parts[-1].end]
    if is_upper(last):
        return not is_upper(line) or starts_agency(line) or bool(_PREAMBLE.match(low))
    return True
