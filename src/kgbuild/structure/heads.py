"""The head of a document: form, number, issuer, place and date, title (Decree 30/2020/NĐ-CP, Appendix I)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import fold, is_upper, strip_marks
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.structure import Head
from kgbuild.model.text import Text
from kgbuild.structure.letterheads import read_letterhead
from kgbuild.structure.numbered_titles import read_numbered_title
from kgbuild.structure.titles import read_title, who_acts

_CONSOLIDATED = "VBHN"  # its heading is that of the document whose text was merged: "Số: 12/VBHN-BTC", "THÔNG TƯ"


_SCANNED = 6  # letters: a type word alone on its line is known by them without its marks, "QUYÉT ĐINH"


def _letters(line: str) -> str:
    return "".join(filter(str.isalpha, strip_marks(line.lower())))


@dataclass(frozen=True, slots=True)
class Forms:
    """The known type words, and whether a line announces one.

    `names` maps the folded word to its notation, longest first when read in order; `symbols` the type symbol of a
    number ("KH") to the notation of the type that has it as its own, `orders` the notations of types that tell others
    what to do, `scanned` the words without blanks and marks, as far as those tell one type.
    """

    names: dict[str, str]
    symbols: dict[str, str] = field(default_factory=dict)
    orders: frozenset[str] = frozenset()
    scanned: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Forms":
        """Take the type words of document_types.csv, and the English ones by which pages in English are headed."""
        types = [row for row in knowledge.types.values() if row.side != "news"]
        names = {fold(row.name): row.notation for row in types}
        for row in types:
            if "translated" in row.traits:
                names.setdefault(fold(row.name_en), row.notation)
        bare = [(_letters(name), notation) for name, notation in names.items()]
        several = {key for key, notation in bare if any(k == key and n != notation for k, n in bare)}
        scanned = {key: notation for key, notation in bare if len(key) >= _SCANNED and key not in several}
        return cls(names, knowledge.forms_by_symbol(), knowledge.forms("orders"), scanned)

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
        notation = self.scanned.get(_letters(stripped)) if len(words) <= 5 and is_upper(stripped) else None
        return (notation, len(line)) if notation else None

    def opening(self, line: str) -> tuple[str, int] | None:
        """Read the type word with which a line begins, in any case: the notation and where the word ends."""
        ends = [match.end() for match in islice(re.finditer(r"[^\W_]+", line), 5)]
        found = ((self.names.get(fold(line[:end])), end) for end in reversed(ends))
        return next(((notation, end) for notation, end in found if notation), None)

    def first(self, phrase: str) -> str | None:
        """Tell the notation of the type word with which *phrase* begins, in any case."""
        opening = self.opening(phrase)
        return opening[0] if opening else None


def read_head(
    text: Text, above: Sequence[Span], below: Sequence[Span], forms: Forms, starts_agency: Callable[[str], bool]
) -> tuple[Head, int]:
    """Read a head from the paragraphs *above* the type heading and those from it on (*below*).

    Returns the head and how many paragraphs of *below* belong to it. *starts_agency* tells whether a line in
    capitals names an authority, which ends a title. Where the type word is missing the number tells the form.
    """
    letterhead = read_letterhead(text, above)
    form, form_span, rest = _form(text, below, forms)
    if letterhead.symbol and letterhead.symbol.form == _CONSOLIDATED:
        form = forms.symbols.get(_CONSOLIDATED, form)
    taken = 1 if form_span else 0
    title = read_title(text, below[taken:], rest, starts_agency)
    used = taken + title.used
    acting = who_acts(text, below, used, starts_agency)
    used += len(acting)
    if title.carried and _is_carrier_number(text, letterhead.symbol, form, title.carried, forms):
        letterhead = replace(letterhead, symbol=None, symbol_span=None)
    head = Head(
        form=form,
        form_span=form_span,
        symbol=letterhead.symbol,
        symbol_span=letterhead.symbol_span,
        authority=letterhead.authority,
        authority_lines=letterhead.authority_lines,
        date=letterhead.date,
        date_span=letterhead.date_span,
        place=letterhead.place,
        title=title.span,
        carried_by=title.carried,
        acting=Span(acting[0].start, acting[-1].end) if acting else None,
        draft=any(re.search(r"\bdự thảo\b", text.low[s.start : s.end]) and len(s) < 60 for s in above),
    )
    return read_numbered_title(text, head, forms.symbols, starts_agency), used


def _is_carrier_number(text: Text, symbol: DocumentSymbol | None, form: str, line: Span, forms: Forms) -> bool:
    """Tell a page of a plan alone that repeats above it the number of the decision it is attached to."""
    if symbol is None or symbol.form is None or forms.symbols.get(symbol.form) == form:
        return False
    return any(found == symbol for _, found in find_symbols(text.norm[line.start : line.end]))


def _form(text: Text, below: Sequence[Span], forms: Forms) -> tuple[str, Span | None, Span | None]:
    """Read the type word, and what stands behind it on its line."""
    heading = forms.heading(text.norm[below[0].start : below[0].end]) if below else None
    if heading is None:
        return "", None, None
    span = text.trim(Span(below[0].start, below[0].start + heading[1]))
    rest = text.trim(Span(span.end, below[0].end), " \t\n:.-")
    if any(
        text.norm[rest.start : rest.end] == match.group() for match, _ in find_symbols(text.norm[rest.start : rest.end])
    ):
        rest = Span(rest.end, rest.end)  # the number that a page set behind the type word once more
    return heading[0], span, rest if len(rest) else None
