"""People: who signs, and who is named with a post in a report; namesakes are told apart by their organs."""

import re
from collections.abc import Iterator, Sequence

from kgbuild.language import DEGREE, RANK, UPPER
from kgbuild.mentions.holders import NAME, Held, person_at, posts_before, read_held
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.people import PersonMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_TITLE = rf"(?:{DEGREE}\.?\s*){{1,3}}"
_RANK = rf"(?:{RANK}\s+)?"
# "đồng chí A - Giám đốc Sở B": the name, and the mark behind which its posts stand
_NAMED = re.compile(
    rf"(?P<lead>(?:[Đđ]ồng chí|Đ/c|[ÔôÔ]ng|[Bb]à|[Cc]hị|[Aa]nh|{_TITLE})\s+{_RANK})?"
    rf"(?P<name>{NAME})(?P<mark>\s*[-–,(]\s*)"
)
_ADDRESS = re.compile(rf"(?<![^\W_])(?:[Đđ]ồng chí|[Đđ]/c|[ÔôÔ]ng|[Bb]à)\s+(?:{RANK}\s+)?(?=[{UPPER}])")
_FEWEST = 3  # words: "ông Lê An" may be a family's or a place's
# in a row of people each is named bare: "các đồng chí: A, Chủ tịch …; B, Giám đốc …", "Đại tá C, Giám đốc …"
_IN_ROW = re.compile(r"(?:^|[:;,]|\b(?:và|cùng|gồm|là|tướng|tá))\s*$", re.IGNORECASE)


def read_people(text: Text, part: Part, reader: AgencyReader) -> Iterator[PersonMention]:
    """Read the signatory, the byline's author and the people named with a post; one mention for each post.

    Outside reports only who is addressed ("đồng chí A, Giám đốc Sở B"): other names there may be of streets or prizes.
    A report also names people by address alone.
    """
    for block in (part.signature, *part.signature.beside) if part.signature else ():
        if block.name:
            post = block.posts[-1] if block.posts else None
            seat = next((m for m in reader.read_cell(text, block.seat) if m.record), None) if block.seat else None
            known = seat is not None or block.seat is None
            yield PersonMention(
                block.name, block.name, post if known else None, seat, role="signatory" if known else "mentioned"
            )
    if part.byline and (not _stands_above(text, part) or person_at(text, part.byline, reader) == part.byline):
        yield PersonMention(part.byline, part.byline, role="author")
    news = part.kind == "news"
    found = [mention for item in part.items for mention in _in_office(text, item.span, reader, news=news)]
    named = {text.words(mention.name) for mention in found}
    yield from (mention for mention in found if not _is_cut(text, mention, found))
    for item in part.items if news else ():
        for name in _addressed(text, item.span, reader):
            if text.words(name) not in named:
                named.add(text.words(name))
                yield PersonMention(name, name)


def _is_cut(text: Text, mention: PersonMention, others: Sequence[PersonMention]) -> bool:
    """Tell a name of two words that breaks off: "Thủ tướng Phạm Minh" beside "Thủ tướng Phạm Minh Chính"."""
    name = text.words(mention.name)
    longer = [other for other in others if text.words(other.name).startswith(f"{name} ")]
    return len(name.split()) < _FEWEST and any(_post_of(text, other) == _post_of(text, mention) for other in longer)


def _post_of(text: Text, mention: PersonMention) -> tuple[str, str]:
    post = text.words(mention.post).lower() if mention.post else ""
    return post, mention.agency.record if mention.agency else ""


def _in_office(text: Text, within: Span, reader: AgencyReader, *, news: bool) -> Iterator[PersonMention]:
    """Read the people whom a paragraph names with a post, behind the name or in front of it."""
    for match in _NAMED.finditer(text.norm, within.start, within.end):
        if news or match["lead"]:
            yield from _named_first(text, match, reader, within)
    for held, names in posts_before(text, within, reader):
        for name in names:
            yield PersonMention(Span(held.words.start, name.end), name, held.words, held.agency, held.former)


def _addressed(text: Text, within: Span, reader: AgencyReader) -> Iterator[Span]:
    """List the people whom a report names without a post: "đồng chí Lê Văn An nhấn mạnh"; a bare given name is none."""
    for lead in _ADDRESS.finditer(text.norm, within.start, within.end):
        name = person_at(text, Span(lead.end(), within.end), reader)
        if name is not None and len(text.words(name).split()) >= _FEWEST:
            yield name


def _stands_above(text: Text, part: Part) -> bool:
    """Tell an author on a line of its own above the story, where a place or the name of a column may stand as well."""
    by = part.byline
    above = by is not None and bool(part.items) and by.end <= part.items[0].span.start
    return by is not None and above and not text.norm[by.end : by.end + 80].split("\n")[0].strip()


def _named_first(text: Text, match: re.Match[str], reader: AgencyReader, within: Span) -> Iterator[PersonMention]:
    """Read a person whose posts follow a mark: "đồng chí A - Giám đốc Sở B, nguyên Chủ tịch …"."""
    name = Span(*match.span("name"))
    lead = (match["lead"] or "").strip()
    if not lead and not _listed(text, Span(name.start, within.end), within.start, reader):
        return
    for held in read_held(text, Span(match.end(), within.end), reader):
        yield PersonMention(
            Span(name.start, _end(held)),
            name,
            held.words,
            held.agency,
            former=held.former,
            honorific=lead if lead[-1:] == "." else "",
        )


def _listed(text: Text, rest: Span, begin: int, reader: AgencyReader) -> bool:
    """Tell a name that stands where one person of a row may be named, and that is the name of a person."""
    before = text.norm[max(begin, rest.start - 12) : rest.start]
    return _IN_ROW.search(before) is not None and person_at(text, rest, reader) is not None


def _end(held: Held) -> int:
    return held.agency.span.end if held.agency else held.words.end
