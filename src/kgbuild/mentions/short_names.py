"""Names by which a text calls a document again: declared ("sau đây gọi là …") or shortened ("Kết luận 50")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgbuild.language import fold
from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.lines import tokens
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_DECLARED = re.compile(
    r"\(\s*(?:sau đây\s+)?(?:gọi|viết)(?:\s+(?:chung|tắt))*\s+là\s*:?\s*[“\"]?(?P<name>[^)”\"]{3,90})[”\"]?\s*\)"
)


def read_short_names(
    text: Text, part: Part, found: Sequence[CitationMention], reader: AgencyReader
) -> Iterable[CitationMention]:
    """Find the names that the text itself declares or shortens: "Kết luận 50", "Chương trình hành động …"."""
    short = _short_names(text, part, found)
    taken = [m.span for m in found]
    for item in part.items:
        for name, index in short:
            for match in re.finditer(rf"(?<![^\W_]){name}(?![^\W_]|[-/])", text.low[item.span.start : item.span.end]):
                span = Span(item.span.start + match.start(), item.span.start + match.end())
                if any(span.start < t.end and t.start < span.end for t in taken):
                    continue
                taken.append(span)
                target = found[index]
                yield replace(
                    target,
                    span=span,
                    kind="cites",
                    subject=-1,
                    title=None,
                    part=None,
                    date=None,
                    issuer=_other_issuer(text, span, target, reader),
                    symbol_span=None,
                    rule="short-name",
                    section=item.path,
                )


def _other_issuer(text: Text, span: Span, target: CitationMention, reader: AgencyReader) -> AgencyMention | None:
    """Read the issuer named with a short name where it is another than with the full one: two issuers of one paper."""
    of = text.low.find(" của ", span.start, span.end)
    named = reader.read_list(text, Span(of + 5, span.end))[0] if of >= 0 else []
    other = bool(named) and target.issuer is not None and named[0].record not in ("", target.issuer.record)
    return named[0] if other else None


def _short_names(text: Text, part: Part, found: Sequence[CitationMention]) -> list[tuple[str, int]]:
    """List the patterns of short names with the citation each stands for; a name that fits two is left out."""
    names: dict[str, set[str]] = {}
    index: dict[str, int] = {}

    def add(pattern: str, at: int) -> None:
        names.setdefault(pattern, set()).add(str(found[at].symbol) if found[at].symbol else found[at].name)
        index.setdefault(pattern, at)

    for at, mention in enumerate(found):
        if mention.symbol is None:
            continue
        words = fold(text.norm[mention.span.start : (mention.symbol_span or mention.span).start]).removesuffix(" số")
        if words and len(words.split()) <= 5:
            number = re.escape(mention.symbol.number.lower())
            add(r"\s+".join(map(re.escape, words.split())) + rf"\s+(?:số\s+)?{number}", at)
            if mention.issuer:
                for owner in _owners(text, mention):
                    first = words.split()
                    add(r"\s+(?:trình\s+)?".join(map(re.escape, first)) + rf"\s+của\s+{owner}", at)
    for span in (part.span,):
        for match in _DECLARED.finditer(text.norm[span.start : span.end]):
            declared = fold(match["name"])
            where = span.start + match.start()
            if len(declared.split()) < 2 or declared in names:
                continue
            near = [
                i for i, m in enumerate(found) if m.span.end <= where and where - m.span.end < 600 and m.subject < 0
            ]
            same = [i for i in near if _type_word(text, found[i]) and declared.startswith(_type_word(text, found[i]))]
            if same and len(declared) > 6:
                add(r"\W+".join(map(re.escape, declared.split())), same[-1])
    return [
        (pattern, index[pattern])
        for pattern, targets in sorted(names.items(), key=lambda p: -len(p[0]))
        if len(targets) == 1
    ]


def _type_word(text: Text, mention: CitationMention) -> str:
    """Fold the type word that a citation opens with."""
    words = tokens(text, mention.span)
    return words[0].word if words else ""


def _owners(text: Text, mention: CitationMention) -> list[str]:
    """Write how the issuer may be named again: "Thành ủy" for "Thành ủy Hà Nội", its standing board besides."""
    assert mention.issuer is not None
    said = fold(text.norm[mention.issuer.span.start : mention.issuer.span.end])
    if mention.symbol is not None and mention.symbol.organ == "TW" and "trung ương" in said:
        return [r"(?:ban chấp hành\s+)?trung ương(?:\s+đảng)?"]
    for bare in ("thành ủy", "tỉnh ủy"):
        if bare in said:
            return [rf"(?:ban thường vụ\s+)?{bare}"]
    return [r"\s+".join(map(re.escape, said.split()))] if len(said.split()) <= 4 else []
