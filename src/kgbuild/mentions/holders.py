"""Who holds which posts: "Lê Văn A - Tỉnh ủy viên, Giám đốc Sở B", "các Phó Chủ tịch UBND tỉnh C, D"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.language import UPPER
from kgbuild.mentions.lines import tokens
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

# words with which a post ends and the name of its organ begins: "Trưởng | ban Kinh tế Trung ương"
_SHARED = re.compile(r"(?:ban|phòng|văn phòng|thanh tra|đoàn)$", re.IGNORECASE)
_POST = re.compile(
    r"(?<![^\W_])(?<!ban\s)(?P<former>nguyên\s+|cựu\s+|(?<!củng\s)(?<!gia\s)cố\s+)?"
    r"(?P<post>(?:phó\s+)?(?:chủ tịch nước|"
    r"(?:chủ tịch|bí thư|trưởng ban|giám đốc|thủ tướng)(?:\s+(?:thường trực|chuyên trách))?|tổng bí thư|"
    r"thường trực(?=\s+ban bí thư)|thứ trưởng|bộ trưởng|(?:chi |tổng )?cục trưởng|vụ trưởng|viện trưởng|"
    r"chánh văn phòng|chánh thanh tra|chánh án|tổng giám đốc|hiệu trưởng|chủ nhiệm|thống đốc|tổng thanh tra|"
    r"tổng kiểm toán|chỉ huy trưởng|tổng biên tập|trưởng phòng|trưởng đoàn)|"
    r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy viên|ủy viên(?:\s+dự khuyết|\s+ban thường vụ)?|"
    r"(?:tu|thu|hu|qu|đu)v|uv\s?(?:bct|tw|bch|btv|tv))(?![^\W_])",  # "TUV", "UVBTV Tỉnh ủy"
    re.IGNORECASE,
)
_POST_WORDS = {"trưởng", "chủ", "giám", "bí", "tổng", "chánh", "cục", "vụ", "viện", "hiệu", "thủ"}
# what is called after a person: "Khu lưu niệm Chủ tịch Hồ Chí Minh"
_CALLED_AFTER = re.compile(
    r"(?<![^\W_])(?:(?:khu|nhà) (?:lưu niệm|di tích|tưởng niệm)|bảo tàng|lăng|tượng đài|tượng|"
    r"quảng trường|đài tưởng niệm|giải thưởng|huân chương|huy hiệu|quỹ)\s+(?:của\s+)?$",
    re.IGNORECASE,
)
NAME = rf"[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*){{1,4}}"
"""The name of a person, for a pattern."""
_NAMED = re.compile(rf"(?<![^\W_]){NAME}(?!\s+[{UPPER}])")
# a name behind its post; behind the post of several a colon may stand between
_BEHIND = re.compile(r"\s*(?P<colon>:\s*)?(?:(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–]\s+")  # "Phó Chủ tịch Hội Nông dân Việt Nam - Lê Thị B điều hành"
_FURTHER = re.compile(r"\s*,\s*|\s+và\s+")
_AND_POST = re.compile(r"[^,;:.()\n–]{0,60}?(?:,\s*|\s+[-–]\s+|\s+kiêm\s+)")
_MANY = re.compile(r"(?<![^\W_])các\s+(?:(?:đồng chí|đ/c|ông|bà|vị)\s+)?$", re.IGNORECASE)
# "Ban Tuyên giáo - đoàn thể", "Văn phòng thuộc Đảng ủy Khối": the name goes on, and is that of another body
_GOES_ON = re.compile(rf"\s+(?:[-–]\s+(?![{UPPER}])[^\W\d_]|thuộc\s+(?!tỉnh|thành phố))")
_ORGAN = 120  # characters in which the organ of a post is named
_MOST_POSTS = 6
_MOST_NAMES = 4  # words: what is longer is a title of an office or of a street
_CITIES = ("thành phố", "thị xã")  # no name of one is as long as that of a person who has a family name
_FEWEST_OF_PERSON = 3  # words


@dataclass(frozen=True, slots=True)
class Held:
    """A post as the text names it: its words, the body it belongs to, whether it was given up, where it all ends."""

    words: Span
    agency: AgencyMention | None
    former: bool
    end: int


def read_held(text: Text, span: Span, reader: AgencyReader) -> list[Held]:
    """Read the posts that *span* opens with, the posts in organs before bare ones and seats in committees.

    A post in front of another person's name is that person's; behind a former post only what is called former too
    is read, since the word may or may not stand for both.
    """
    held: list[Held] = []
    at = span.start
    while len(held) < _MOST_POSTS:
        post = _POST.match(text.norm, at, span.end)
        if not post or not text.norm[post.start("post")].isupper():
            break
        one = _held(text, post, span.end, reader)
        if name_behind(text, Span(one.end, span.end), reader):
            break
        if not held or held[-1].former <= one.former:
            held.append(one)
        more = _AND_POST.match(text.norm, one.end, span.end)
        if not more or _names_another(text, Span(one.end, more.end()), reader):
            break
        at = more.end()
    return sorted(held, key=lambda one: (one.agency is None, "ủy viên" in text.low[one.words.start : one.words.end]))


def _names_another(text: Text, between: Span, reader: AgencyReader) -> bool:
    """Tell "…, Phó Chủ tịch HĐND tỉnh và đồng chí Lê Văn B - …": what follows is the next person's."""
    names = re.finditer(rf"(?<![^\W_]){NAME}", text.norm[between.start : between.end])
    return any(person_at(text, Span(between.start + m.start(), between.end), reader) for m in names)


def posts_before(text: Text, span: Span, reader: AgencyReader) -> Iterator[tuple[Held, list[Span]]]:
    """List the posts of *span* that names stand right behind, with the names; "các" gives the post to several."""
    for post in _POST.finditer(text.norm, span.start, span.end):
        before = text.norm[max(span.start, post.start() - 40) : post.start()]
        if not text.norm[post.start("post")].isupper() or _CALLED_AFTER.search(before):
            continue
        held = _held(text, post, span.end, reader)
        many = _MANY.search(text.norm, max(span.start, post.start() - 20), post.start()) is not None
        for end in dict.fromkeys((held.end, post.end())):
            name = name_behind(text, Span(end, span.end), reader, many=many)
            if name is None and end == held.end and held.agency and (dash := _DASH.match(text.norm, end, span.end)):
                name = person_at(text, Span(dash.end(), span.end), reader)
            if name:
                own = held.agency if end == held.end else None
                names = [name, *(_names_further(text, Span(name.end, span.end), reader) if many else ())]
                yield Held(held.words, own, held.former, end), names
                break


def name_behind(text: Text, span: Span, reader: AgencyReader, *, many: bool = False) -> Span | None:
    """Find the name of a person at the beginning of *span*; a family name tells it from a place or a body."""
    led = _BEHIND.match(text.norm, span.start, span.end)
    if not led or (led["colon"] and not many):
        return None
    return person_at(text, Span(led.end(), span.end), reader)


def person_at(text: Text, span: Span, reader: AgencyReader) -> Span | None:
    """Find the name of a person at the beginning of *span*: a family name, and no place nor body of that name."""
    match = _NAMED.match(text.norm, span.start, span.end)
    lexicon = reader.lexicon
    if not match or match[0].split()[0] not in lexicon.knowledge.surnames or len(match[0].split()) > _MOST_NAMES:
        return None
    if match[0].startswith("Phó ") and match[0].split()[1].lower() in _POST_WORDS:
        return None  # "Phó Trưởng ban" opens with a family name too
    words = tokens(text, Span(match.start(), min(span.end, match.end() + _ORGAN)))
    body = lexicon.bodies.longest(words, 0)  # "Đoàn Thanh niên" opens with a family name
    return None if body or lexicon.places.longest(words, 0) else Span(*match.span())


def _names_further(text: Text, span: Span, reader: AgencyReader) -> Iterator[Span]:
    """List the further names of a row: ", Trần Thị B và Lê Văn C"."""
    at = span.start
    while more := _FURTHER.match(text.norm, at, span.end):
        name = person_at(text, Span(more.end(), span.end), reader)
        if name is None:
            return
        yield name
        at = name.end


def _held(text: Text, post: re.Match[str], limit: int, reader: AgencyReader) -> Held:
    """Read a post and its organ: behind it, from its own last words on, or the two as one of the tables."""
    words = Span(*post.span("post"))
    shared = _SHARED.search(post["post"])
    starts = [words.start + shared.start()] if shared else []
    starts.append(words.end + len(text.norm[words.end : limit]) - len(text.norm[words.end : limit].lstrip()))
    for start in [*starts, words.start]:
        bodies, after = _bodies(text, Span(start, min(limit, start + _ORGAN)), reader)
        body = bodies[0] if bodies and bodies[0].record and bodies[0].span.start == start else None
        if body and (start != words.start or body.span.end <= words.end or _is_post(body, reader)):
            end = after if len(bodies) == 1 else body.span.end
            if _GOES_ON.match(text.norm, body.span.end, limit):
                break
            return Held(words, body, bool(post["former"]), max(end, words.end))
    return Held(words, None, bool(post["former"]), words.end)


def _bodies(text: Text, span: Span, reader: AgencyReader) -> tuple[list[AgencyMention], int]:
    """Read the bodies at the beginning of *span*: "UBND thành phố Trần Văn A" is the committee of no such city."""
    bodies, after = reader.read_list(text, span)
    locality = bodies[0].locality if bodies else None
    if locality and locality.noun in _CITIES and len(locality.name.split()) >= _FEWEST_OF_PERSON:
        at = text.norm.find(locality.name, bodies[0].span.start, bodies[0].span.end)
        if at > span.start and person_at(text, Span(at, span.end), reader):
            return reader.read_list(text, Span(span.start, at))
    return bodies, after


def _is_post(body: AgencyMention, reader: AgencyReader) -> bool:
    record = reader.lexicon.knowledge.agencies.get(body.record)
    return record is not None and record.type == "Post"
