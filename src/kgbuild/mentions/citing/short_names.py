"""Names by which a text calls a document again: declared ("sau đây gọi là …") or shortened ("Kết luận 50")."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kgbuild.language import fold
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.spans import Spans
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, CitationMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_DECLARED = re.compile(
    r"\(\s*(?:sau đây\s+)?(?:gọi|viết)(?:\s+(?:chung|tắt))*\s+là\s*:?\s*[“\"]?(?P<name>[^)”\"]{3,90})[”\"]?\s*\)"
)

_MANY = re.compile(r"(?<![^\W_])(?:các|những|mọi|nhiều)\s+\Z")
_MORE_OWNERS = re.compile(
    r"\s*(?:,|và)\s+(?:bộ chính trị|ban bí thư|quốc hội|chính phủ|thủ tướng|tỉnh ủy|thành ủy|ubnd|hđnd|ủy ban|hội đồng)"
)
_BACK = 12  # characters in which such a word stands
_WORD = re.compile(r"[^\W_]+")
_OWNER_WORDS = 4  # words: a longer name is not said again in full
_TYPE_WORDS = 5  # words before the number of a document: more are no type word
_NEAR = 600  # characters between a document and the name declared for it
_SHORTEST = 6  # characters: a name so short is a word that means many things


@dataclass(frozen=True, slots=True)
class _Short:
    """A short name: its pattern, the words that it cannot do without, the citation it stands for."""

    pattern: str
    words: frozenset[str]
    target: int


def read_short_names(
    text: Text, part: Part, found: Sequence[CitationMention], reader: AgencyReader
) -> Iterable[CitationMention]:
    """Find the names that the text itself declares or shortens: "Kết luận 50", "Chương trình hành động …"."""
    taken = Spans(mention.span for mention in found)
    names = _short_names(text, part, found)
    by_word = _by_rarest_word(names)
    for item in part.items:
        own: list[Span] = []
        words = {token.word for token in tokens(text, item.span)}
        for at in sorted(at for word in words for at in by_word.get(word, ()) if names[at].words <= words):
            target = found[names[at].target]
            for match in _compiled(names[at].pattern).finditer(text.low, item.span.start, item.span.end):
                span = Span(match.start(), match.end())
                if taken.meet(span) or _meets(own, span) or _many(text, span):
                    continue
                insort(own, span)
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


def _many(text: Text, span: Span) -> bool:
    """Tell a name said of several documents, which names none: "các kết luận", "kết luận của Trung ương, Bộ …"."""
    if not text.norm[span.start].isupper() and _MORE_OWNERS.match(text.low, span.end):
        return True
    return _MANY.search(text.low, max(0, span.start - _BACK), span.start) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){pattern}(?![^\W_]|[-/])")


def _by_rarest_word(names: Sequence[_Short]) -> dict[str, list[int]]:
    """List the names, by index, under the word of each that the fewest names have."""
    count = Counter(word for name in names for word in name.words)
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        found.setdefault(min(name.words, key=lambda word: (count[word], word)), []).append(at)
    return found


def _meets(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of some sorted passages that lie apart shares a character with *span*."""
    at = bisect_left(spans, span)
    return any(one.start < span.end and span.start < one.end for one in spans[max(0, at - 1) : at + 1])


def _other_issuer(text: Text, span: Span, target: CitationMention, reader: AgencyReader) -> AgencyMention | None:
    """Read the issuer named with a short name where it is another than with the full one: two issuers of one paper."""
    of = text.low.find(" của ", span.start, span.end)
    named = reader.read_list(text, Span(of + len(" của "), span.end))[0] if of >= 0 else []
    other = bool(named) and target.issuer is not None and named[0].record not in ("", target.issuer.record)
    return named[0] if other else None


def _short_names(text: Text, part: Part, found: Sequence[CitationMention]) -> list[_Short]:
    """List the short names, the longest first; a name that fits two documents is left out."""
    names: dict[str, _Short] = {}
    meant: dict[str, set[str]] = {}
    for name in (*_shortened(text, found), *_declared(text, part, found)):
        mention = found[name.target]
        meant.setdefault(name.pattern, set()).add(str(mention.symbol) if mention.symbol else mention.name)
        names.setdefault(name.pattern, name)
    ordered = sorted(names.values(), key=lambda name: -len(name.pattern))
    return [name for name in ordered if len(meant[name.pattern]) == 1]


def _shortened(text: Text, found: Sequence[CitationMention]) -> Iterator[_Short]:
    """Shorten each citation to its type and number, and to its type and issuer."""
    for at, mention in enumerate(found):
        if mention.symbol is None:
            continue
        core = mention.symbol_span or mention.span
        words = fold(text.norm[mention.span.start : core.start]).removesuffix(" số").split()
        if not 0 < len(words) <= _TYPE_WORDS:
            continue
        escaped = [re.escape(word) for word in words]
        number = mention.symbol.number.lower()
        pattern = r"\s+".join(escaped) + rf"\s+(?:số\s+)?{re.escape(number)}"
        yield _Short(pattern, frozenset([*words, *_WORD.findall(number)]), at)
        if (owner := _owner(text, mention)) and not _is_drafted(text, escaped):
            yield _Short(r"\s+(?:trình\s+)?".join(escaped) + rf"\s+của\s+{owner}", frozenset([*words, "của"]), at)


def _is_drafted(text: Text, words: Sequence[str]) -> bool:
    """Tell a type of which the text also speaks as of a draft: "dự thảo Nghị quyết", "biểu quyết thông qua Nghị quyết".

    What it then calls "Nghị quyết của Quốc hội" may be that one.
    """
    typed = r"\s+".join(words)
    return _compiled(rf"(?:dự thảo|thông qua)\s+{typed}(?!\s+(?:số\s|\d|này))").search(text.low) is not None


def _declared(text: Text, part: Part, found: Sequence[CitationMention]) -> Iterator[_Short]:
    """Read the names that the text says it will use, each for the last document of its type that stands before."""
    ends = sorted((mention.span.end, at) for at, mention in enumerate(found) if mention.subject < 0)
    for match in _DECLARED.finditer(text.norm, part.span.start, part.span.end):
        name = fold(match["name"])
        words = name.split()
        if len(words) < 2 or len(name) <= _SHORTEST:
            continue
        near = ends[bisect_left(ends, (match.start() - _NEAR + 1, 0)) : bisect_right(ends, (match.start(), len(found)))]
        typed = ((at, _type_word(text, found[at])) for _, at in near)
        same = [at for at, word in typed if word and name.startswith(word)]
        if same:
            yield _Short(r"\W+".join(map(re.escape, words)), frozenset(words), max(same))


def _type_word(text: Text, mention: CitationMention) -> str:
    """Fold the type word that a citation opens with."""
    words = tokens(text, mention.span)
    return words[0].word if words else ""


def _owner(text: Text, mention: CitationMention) -> str:
    """Write how the issuer may be named again: "Thành ủy" for "Thành ủy Hà Nội", its standing board besides."""
    if mention.issuer is None:
        return ""
    said = fold(text.norm[mention.issuer.span.start : mention.issuer.span.end])
    if mention.symbol is not None and mention.symbol.organ == "TW" and "trung ương" in said:
        return r"(?:ban chấp hành\s+)?trung ương(?:\s+đảng)?"
    for bare in ("thành ủy", "tỉnh ủy"):
        if bare in said:
            return rf"(?:ban thường vụ\s+)?{bare}"
    return r"\s+".join(map(re.escape, said.split())) if len(said.split()) <= _OWNER_WORDS else ""
