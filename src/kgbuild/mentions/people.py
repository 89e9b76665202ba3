"""People: who signs, and who is named with a post in a report; namesakes are told apart by their organs."""

import re
from collections.abc import Iterator

from kgbuild.language import UPPER
from kgbuild.mentions.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.people import PersonMention
from kgbuild.model.structure import Part
from kgbuild.model.text import Text

_UPPER = f"[{UPPER}]"
_NAME = rf"(?:{_UPPER}[^\W\d_]*)(?:\s+{_UPPER}[^\W\d_]*){{1,4}}"
_TITLE = r"(?:(?:GS|PGS|TS|ThS|BS|KS)\.?\s*){1,3}"
_PERSON = re.compile(
    rf"(?P<lead>(?:[Đđ]ồng chí|Đ/c|[ÔôÔ]ng|[Bb]à|"
    rf"{_TITLE})\s+)(?P<name>{_NAME})(?P<post>\s*[-,(]\s*(?P<what>[^,.;()\n]{{4,140}}))?"
)
_POST = re.compile(
    r"(?P<former>nguyên\s+|cựu\s+)?(?P<post>(?:phó\s+)?(?:chủ tịch(?:\s+thường trực)?|"
    r"bí thư(?:\s+thường trực)?|thứ trưởng|bộ trưởng|giám đốc|vụ trưởng|cục trưởng|"
    r"viện trưởng|trưởng ban|chánh văn phòng|tổng giám đốc|hiệu trưởng|chủ nhiệm|thủ tướng|tổng bí thư|"
    r"ủy viên(?:\s+ban thường vụ)?|trưởng phòng))(?![^\W_])",
    re.IGNORECASE,
)


# a post in front of the name: "Phó Chủ tịch UBND tỉnh Lê Văn A"; what stands between the two is the organ
_NAMED_AFTER = re.compile(
    rf"\s*(?:đồng chí\s+|ông\s+|bà\s+)?(?P<name>{_UPPER}[^\W\d_]*(?:\s+{_UPPER}[^\W\d_]*){{1,3}})(?!\s+{_UPPER})"
)
_ORGAN = 120  # characters in which the organ of a post is named


def read_people(text: Text, part: Part, reader: AgencyReader) -> Iterator[PersonMention]:
    """Read the signatory, the byline's author and the people named with a post."""
    if part.signature and part.signature.name:
        posts = part.signature.posts
        yield PersonMention(part.signature.name, part.signature.name, posts[-1] if posts else None, role="signatory")
    if part.byline:
        yield PersonMention(part.byline, part.byline, role="author")
    if part.kind != "news":
        return
    for item in part.items:
        for match in _PERSON.finditer(text.norm, item.span.start, item.span.end):
            mention = _person(text, match, reader, item.span)
            if mention:
                yield mention
        yield from _in_office(text, item.span, reader)


def _person(text: Text, match: re.Match[str], reader: AgencyReader, within: Span) -> PersonMention | None:
    """Read a person whose post follows a dash or a comma: "đồng chí A - Giám đốc Sở B"."""
    name = Span(match.start("name"), match.end("name"))
    if not match["post"]:
        return None
    post = _POST.search(text.norm, match.start("what"), match.end("what"))
    if not post or post.start() - match.start("what") > 60:
        return None
    agency: AgencyMention | None = None
    bodies, _ = reader.read_list(text, Span(post.end() + _blank(text, post.end()), within.end))
    if bodies and not bodies[0].group:
        agency = bodies[0]
    end = agency.span.end if agency else post.end()
    lead = match["lead"].strip()
    return PersonMention(
        Span(name.start, end),
        name,
        Span(post.start("post"), post.end("post")),
        agency,
        former=bool(post["former"]),
        honorific=lead if lead[-1:] == "." else "",
    )


def _blank(text: Text, at: int) -> int:
    match = re.match(r"\s+", text.norm[at : at + 4])
    return match.end() if match else 0


def _in_office(text: Text, span: Span, reader: AgencyReader) -> Iterator[PersonMention]:
    """Read people named right behind their post and its organ; a family name tells them from a place."""
    surnames = reader.lexicon.knowledge.surnames
    for post in _POST.finditer(text.norm, span.start, span.end):
        if not text.norm[post.start("post")].isupper():
            continue
        begin = post.end() + _blank(text, post.end())
        bodies, after = reader.read_list(text, Span(begin, min(span.end, begin + _ORGAN)))
        agency = bodies[0] if len(bodies) == 1 and bodies[0].record and bodies[0].span.start == begin else None
        for end in [after, post.end()] if agency else [post.end()]:
            named = _NAMED_AFTER.match(text.norm, end, span.end)
            if named and named["name"].split()[0] in surnames:
                held = agency if agency and end == after else None
                name = Span(*named.span("name"))
                where = Span(*post.span("post"))
                yield PersonMention(Span(post.start(), name.end), name, where, held, former=bool(post["former"]))
                break
