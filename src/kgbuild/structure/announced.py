"""Full texts below a heading that is only type and symbol, announced by their page in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.identifiers import DocumentSymbol, find_symbols
from kgbuild.language import DATE, UPPER, parse_date
from kgbuild.model import Span
from kgbuild.model.structure import Head, Signature
from kgbuild.model.text import Text
from kgbuild.structure.heads import Forms

_ANNOUNCED = re.compile(
    rf"(?P<cite>\(?\s*ngày\s*{DATE}\s*\)?)?\s*,?\s*(?:của\s+(?P<issuer>[{UPPER}][^,.;:(]{{3,60}}?))?\s+"
    r"(?P<title>về\s[^.;\n]{8,300})"
)
_SIGNED = re.compile(
    rf"(?P<post>[{UPPER}][^\W\d_]+(?:\s+[^\W\d_]+){{1,3}}?)\s+"
    rf"(?P<name>(?:[{UPPER}][^\W\d_]+\s+){{1,3}}[{UPPER}][^\W\d_]+)\s+(?:đã\s+)?ký\s+ban\s+hành"
)


def announces(line: str, forms: Forms) -> tuple[str, DocumentSymbol] | None:
    """Read a heading that is only type and symbol, as pages set it above a full text: "Nghị quyết số 57-NQ/TW"."""
    if len(line.split()) > 8:
        return None
    for match, symbol in find_symbols(line):
        form = forms.first(line[: match.start()])
        rest = (line[: match.start()] + line[match.end() :]).lower()
        if form and len(re.sub(r"\bsố\b|[\W\d]", " ", rest).split()) <= 4:
            return form, symbol
    return None


def read_announced_head(text: Text, spans: Sequence[Span], forms: Forms) -> tuple[Head, Signature | None, int]:
    """Read the head of a full text that a page announces in a sentence: number, date, issuer, title, who signed."""
    first = spans[0]
    found = announces(text.norm[first.start : first.end], forms)
    if found is None:
        return Head(), None, 0
    form, symbol = found
    line = text.norm[first.start : first.end]
    match = next(m for m, s in find_symbols(line) if s == symbol)
    head = Head(
        form=form,
        form_span=first,
        symbol=symbol,
        symbol_span=Span(first.start + match.start(), first.start + match.end()),
    )
    signature: Signature | None = None
    used = 1
    for span in spans[1:4]:
        at = next(
            (m.end() + span.start for m, s in find_symbols(text.norm[span.start : span.end]) if s == symbol), None
        )
        if at is None:
            if used > 1:
                break
            continue
        used = spans.index(span) + 1
        said = _ANNOUNCED.match(text.norm, at, span.end) or _ANNOUNCED.search(text.norm, at, min(span.end, at + 200))
        if said and head.title is None:
            issuer = Span(*said.span("issuer")) if said["issuer"] else None
            date = parse_date(said["cite"]) if said["cite"] else None
            head = replace(
                head,
                date=date,
                date_span=Span(*said.span("cite")) if date else None,
                authority=issuer,
                title=text.trim(Span(*said.span("title"))),
            )
        signed = _SIGNED.search(text.norm, span.start, span.end)
        if signed and signature is None:
            name = Span(*signed.span("name"))
            signature = Signature(Span(signed.start(), signed.end()), (), None, (Span(*signed.span("post")),), name)
    return head, signature, used
