"""Who issues a document and where it speaks from: letterhead, the line below the title, signature, first lines."""

import re
from collections import Counter
from dataclasses import replace

from kgbuild.language import fold
from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.localities import read_letterhead_locality
from kgbuild.mentions.names import Lexicon, Token, tokens
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, IssuerReading, Locality
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

# a committee whose place does not follow: the line stops, or the motto of the other column runs on
_BARE = re.compile(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy)(?:\s+cộng hòa xã hội chủ nghĩa|$)")


def starts_agency(lexicon: Lexicon, text: Text, span: Span) -> bool:
    """Tell whether a line opens with the name of a known body."""
    return lexicon.bodies.longest(tokens(text, span), 0) is not None


def read_issuer(text: Text, part: Part, lexicon: Lexicon) -> IssuerReading:
    """Read the issuing body of a document and the places it speaks from.

    The line that acts ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …") beats the letterhead, which beats the signature; of two
    bodies in a letterhead the lower one issues. A central body speaks from no province, whatever its place line says.
    """
    area = _named_area(text, part, lexicon)
    locality = _locality(text, part, lexicon)
    issuer, said = _issuer(text, part, AgencyReader.of(lexicon, "", locality))
    if locality and issuer and not issuer.locality and issuer.record in ("prov:ubnd", "prov:hdnd", "prov:tu"):
        issuer = replace(issuer, locality=locality)
    record = lexicon.knowledge.agencies.get(issuer.record) if issuer else None
    if record is not None and record.scope == "central":
        return IssuerReading(issuer, "")
    return IssuerReading(issuer, said or area, locality)


def _locality(text: Text, part: Part, lexicon: Lexicon) -> Locality | None:
    """Find the district or commune whose organ issues; in a head of two columns its name stands behind the motto."""
    if part.head.authority is None:
        return None
    named = read_letterhead_locality(text, part.head.authority, lexicon)
    words = fold(text.words(part.head.authority))
    if named or not _BARE.match(words) or part.head.title is None:
        return named
    between = Span(part.head.authority.start, part.head.title.start)
    return read_letterhead_locality(text, between, lexicon, bare=True)


def _issuer(text: Text, part: Part, reader: AgencyReader) -> tuple[AgencyMention | None, str]:
    for span in (part.head.acting, part.head.authority):
        if span is None:
            continue
        bodies = [m for m in reader.read_cell(text, span) if m.record]
        if bodies:
            return bodies[-1], next((m.area for m in reversed(bodies) if m.area), "")
    if part.signature and part.signature.organ:
        bodies = [m for m in reader.read_cell(text, part.signature.organ) if m.record]
        if bodies:
            return bodies[0], bodies[0].area
    return None, ""


def _named_area(text: Text, part: Part, lexicon: Lexicon) -> str:
    """Find the area a document speaks from when its letterhead does not say: the place line, then the body that acts.

    A place in running text counts only together with a body ("UBND tỉnh Gia Lai"); the most frequent one wins.
    """
    if part.head.place:
        from_place = lexicon.place(tokens_of(part.head.place), 0)
        if from_place and from_place[0]:
            return from_place[0]
    reader = AgencyReader.of(lexicon, "")
    counts: Counter[str] = Counter()
    spans = [part.head.title, *(item.span for item in part.items)]
    for span in filter(None, spans):
        words = tokens(text, span)
        for at in range(len(words)):
            hit = reader.known(text, words, at)
            if hit and hit[0].area and hit[0].record.startswith("prov:"):
                counts[hit[0].area] += 1
            elif part.kind == "news" and (place := lexicon.places.longest(words, at)):
                counts[place[0]] += 1
    if part.head.title and not counts:
        words = tokens(text, part.head.title)
        for at in range(len(words)):
            place = lexicon.places.longest(words, at)
            if place:
                return place[0]
    return max(sorted(counts), key=lambda a: counts[a]) if counts else ""


def tokens_of(words: str) -> list[Token]:
    """List the folded words of a string that stands outside a text."""
    return [Token(word.lower(), 0, 0) for word in re.findall(r"[^\W_]+", words)]
