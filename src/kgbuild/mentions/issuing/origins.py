"""Where a document speaks from when its letterhead does not say: the place line, the bodies and places it names."""

import re
from collections import Counter
from itertools import takewhile

from kgbuild.language import UPPER
from kgbuild.mentions.lines import Token, tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model import Span
from kgbuild.model.structure import Part, Zone
from kgbuild.model.text import Text

RECITALS = (Zone.PREAMBLE, Zone.BASIS)
"""Where a document says on what grounds it is issued, and by whom."""
_PAPER = re.compile(
    rf"(?<![^\W_])Báo\s+(?P<place>[{UPPER}][^\W\d_]*(?:\s+[^\W\d_]+){{1,3}}?)\s+(?:xin\s+)?(?:trân trọng\s+)?giới thiệu"
)
_NOUNS = ("tỉnh", "thành", "tp")
_SEVERAL = 3  # provinces named in one breath


def placed_area(part: Part, lexicon: Lexicon) -> str:
    """Take the area of the place line; empty where it names none."""
    place = lexicon.place(tokens_of(part.head.place), 0) if part.head.place else None
    return place[0] if place else ""


def named_area(text: Text, part: Part, lexicon: Lexicon) -> str:
    """Find the area a document speaks from when its letterhead does not say: the place line, then the body that acts.

    A place in running text counts only together with a body ("UBND tỉnh Gia Lai"); the most frequent one wins. Where
    no body has a place, the title names it, or the sentence that opens the text ("… tỉnh Gia Lai như sau:").
    """
    if placed := placed_area(part, lexicon):
        return placed
    if paper := _newspaper(text, part, lexicon):
        return paper
    if counts := _with_bodies(text, part, lexicon):
        most = max(sorted(counts), key=lambda area: counts[area])
        return "" if part.kind == "news" and _is_national(text, part, lexicon, counts.total()) else most
    if part.head.title and (titled := _places(text, part.head.title, lexicon)):
        return titled[0][0]
    recitals = [item.span for item in takewhile(lambda item: item.zone in RECITALS, part.items)]
    opens = [span for span in recitals[-1:] if text.norm[span.start : span.end].endswith(":")]
    said = {area for span in opens for area, noun in _places(text, span, lexicon) if noun in _NOUNS}
    return said.pop() if len(said) == 1 else ""


def _with_bodies(text: Text, part: Part, lexicon: Lexicon) -> Counter[str]:
    """Count the areas of the bodies that title and text name; in a report those of places named alone as well."""
    reader = AgencyReader.of(lexicon, "")
    counts: Counter[str] = Counter()
    spans = [part.head.title, *(item.span for item in part.items)]
    for span in filter(None, spans):
        words = tokens(text, span)
        listed = _listed(text, words, lexicon)
        for at in range(len(words)):
            if at in listed:
                continue
            hit = reader.known(text, words, at)
            if hit and listed.intersection(range(at, hit[1])):
                continue
            if hit and hit[0].area and hit[0].record.startswith("prov:"):
                counts[hit[0].area] += 1
            elif part.kind == "news" and (place := lexicon.places.longest(words, at)):
                counts[place[0]] += 1
    return counts


def _is_national(text: Text, part: Part, lexicon: Lexicon, placed: int) -> bool:
    """Tell a report that speaks of central bodies first and at least as often as of the places and bodies of places."""
    reader = AgencyReader.of(lexicon, "")
    records = lexicon.knowledge.agencies
    scopes: list[str] = []
    for item in part.items:
        words = tokens(text, item.span)
        hits = (reader.known(text, words, at) for at in range(len(words)))
        scopes.extend(records[hit[0].record].scope for hit in hits if hit and hit[0].record in records)
    return scopes[:1] == ["central"] and scopes.count("central") >= max(placed, len(scopes) - scopes.count("central"))


def _listed(text: Text, words: list[Token], lexicon: Lexicon) -> set[int]:
    """Find the words that begin a province in a list of several, from none of which a text speaks."""
    listed: set[int] = set()
    at = 0
    while at < len(words):
        run = []
        while at < len(words) and (place := lexicon.places.longest(words, at)):
            run.append(at)
            at = place[1]
            between = text.norm[words[at - 1].end : words[at].start].strip() if at < len(words) else "."
            if not between and words[at].word == "và":
                at += 1
            elif between not in (",", ";"):
                break
        listed.update(run if len(run) >= _SEVERAL else ())
        at = at if run else at + 1
    return listed


def _places(text: Text, span: Span, lexicon: Lexicon) -> list[tuple[str, str]]:
    """List the areas named in *span*, each with the first word of its name: "tỉnh" Gia Lai."""
    words = tokens(text, span)
    named = ((lexicon.places.longest(words, at), words[at].word) for at in range(len(words)))
    return [(place[0], word) for place, word in named if place]


def _newspaper(text: Text, part: Part, lexicon: Lexicon) -> str:
    """Take the province whose newspaper presents the full text: "Báo Gia Lai trân trọng giới thiệu toàn văn …"."""
    end = part.items[0].span.start if part.items else part.span.end
    named = _PAPER.search(text.norm, part.span.start, end)
    place = lexicon.place(tokens_of(named["place"]), 0) if named else None
    return place[0] if place else ""


def tokens_of(words: str) -> list[Token]:
    """List the folded words of a string that stands outside a text."""
    return [Token(word.lower(), 0, 0) for word in re.findall(r"[^\W_]+", words)]
