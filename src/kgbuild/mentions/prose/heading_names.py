"""Headings that name bodies by more than a name: units of two fields, boards, classes with what tells which of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgbuild.language import UPPER
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.names import code_of
from kgbuild.mentions.naming.posts import HOLDER
from kgbuild.mentions.naming.village_heads import PEOPLE
from kgbuild.mentions.patterns import OPENS_DUTY
from kgbuild.mentions.prose.lead_ins import Owner
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

_TAIL = re.compile(
    r"[\s,]*(?:(?:có|chịu) trách nhiệm|thực hiện (?:các |một số )?(?:nhiệm vụ|nội dung)(?: sau)?)?[\s:.;]*$"
)
_COLLECTIVE = re.compile(
    r"(?:tất cả )?(?:(?:thủ trưởng|lãnh đạo|người đứng đầu) (?=các))?"
    r"(?:(?:giám đốc|thủ trưởng) (?:sở|cơ quan|đơn vị|ban|ngành)(?=,)|"
    r"các|những|mọi|doanh nghiệp|hộ|cộng đồng|cá nhân|người|chủ|"
    rf"{PEOPLE}|"
    r"tổ chức(?=\s*[,;]|\s+(?:cá|có|liên|khoa|và|trên|thuộc|chính|xã|đảng|đoàn|tín|kinh|sự|nghiên|hành)(?![^\W_])))"
    r"(?![^\W_])"
)
_RESPONSIBLE = re.compile(r"(?<![^\W_])(?:có|chịu) trách nhiệm(?![^\W_])")  # a sentence, no name
_NOT_BODIES = re.compile(
    r"(?:các|những|mọi)?\s*(?:nhiệm vụ|giải pháp|nội dung|chương trình|dự án|đề án|hoạt động|biện pháp|"
    r"mục tiêu|chỉ tiêu|chính sách|công tác|vấn đề|điều kiện|quy định|văn bản|yêu cầu|nguồn|trường hợp|lĩnh vực|"
    r"khoản|kết quả|sản phẩm|tồn tại)"
    r"(?![^\W_])"
)


# the fields of one unit up to the colon of its heading: "Cục Quản lý chất lượng|, an toàn vệ sinh và thú y thủy sản:"
_FIELDS = re.compile(r",\s+[^\W\d_]+(?:,?\s+[^\W\d_]+){1,12}\s*:\s*$")
_SECOND_FIELD = re.compile(rf",\s+[{UPPER}][^\W\d_]*(?:\s+(?!các|sở|ban|cục)[^\W\d_]+){{0,3}}\s*:?\s*$")


def with_comma(text: Text, item: Item, agents: Sequence[AgencyMention], reader: AgencyReader) -> AgencyMention | None:
    """Read a heading that is one unit of two fields: "Vụ Kế hoạch, Tài chính"."""
    units = reader.lexicon.heads.units
    if len(agents) != 1 or agents[0].record or agents[0].group or not agents[0].name.lower().startswith(units):
        return None
    end = agents[0].span.end
    fields = _FIELDS.fullmatch(text.low, end, item.content.end)
    if not (_SECOND_FIELD.fullmatch(text.norm, end, item.content.end) or fields) or (
        fields and OPENS_DUTY.match(text.low[end : item.content.end].lstrip(" ,"))
    ):
        return None
    span = text.trim(Span(agents[0].span.start, item.content.end), " \t\n:")
    return replace(agents[0], span=span, name=text.words(span))


# what tells which of a class are meant, where no duty can stand: "Các đơn vị có thủ tục hành chính"
NARROWED = re.compile(
    r"(?:có(?! trách nhiệm| nhiệm vụ)|được (?:giao|phân công|thụ hưởng|hỗ trợ)|đang|còn|tham gia|sử dụng|"
    r"khai thác|sản xuất|kinh doanh|cung cấp)\s+"
    r"(?:(?!chủ trì|phối hợp)[^\s:;.,]+\s*){1,8}|"
    r"được giao quản lý(?:(?:\s*,)?\s+(?!chủ trì|phối hợp)[^\s:;.,]+){1,20}"
)
# "Các Sở, ngành | chủ trì, quản lý, tham gia thực hiện các dự án, nội dung thành phần thuộc Chương trình"
CLASS_THAT = re.compile(
    r"(?:chủ trì|quản lý|tham gia)(?!\s*,?\s*phối hợp)[^.;:]{0,60}\s(?:các\s+)?(?:dự án|tiểu dự án|nội dung|nhiệm vụ)"
    r"[^.;:]{0,80}\s(?:thuộc|của|trong)\s+(?:chương trình|đề án|dự án|kế hoạch)(?:\s+này)?"
)
UNITS_OF = re.compile(r"^[^:;.]{3,80}(?<![^\W_])thuộc (?:bộ|sở|ngành|tỉnh|thành phố)\s*$")


# "Các cơ quan quản lý ngành, lĩnh vực (gồm các Sở: Xây dựng, Công Thương)": the bodies are those in the brackets
_MADE_UP = re.compile(
    r"[^():;]{3,160}\((?:(?P<said>(?:bao\s+)?gồm\s*:?\s*)|(?=[^()]*,))(?P<bodies>[^()]{5,400})\)[\s:.]*"
)


def made_up(text: Text, item: Item, reader: AgencyReader) -> tuple[AgencyMention, ...]:
    """Read the bodies that a heading lists in brackets behind what they are together.

    All of them are known ones; where no word says that they make it up, the first one is, and none is a class.
    """
    listed = _MADE_UP.fullmatch(text.low, item.content.start, item.content.end)
    bodies = reader.read_cell(text, Span(*listed.span("bodies"))) if listed else []
    if listed and not listed["said"]:
        class_first = _COLLECTIVE.match(text.low, item.content.start)
        whole = class_first and bodies and bodies[0].record and not any(b.group or b.truncated for b in bodies)
        return tuple(bodies) if len(bodies) > 1 and whole else ()
    return tuple(bodies) if len(bodies) > 1 and all(body.record for body in bodies) else ()


def goes_on(text: Text, end: int, follows: str) -> bool:
    """Tell whether a heading's name goes on behind what was read of it: some words, the first of them right behind."""
    return text.norm[end : end + 1] == " " and text.norm[end + 1 : end + 2].isupper() and len(follows.split()) <= 8


# a board is called by what it is to do: "Ban Chỉ đạo | phát triển chợ tỉnh", a heading without a stop
_BOARD = re.compile(
    r"(?:ban (?:chỉ đạo|chỉ huy|điều phối|vận động|tổ chức)|hội đồng|tổ (?:công tác|giúp việc))(?![^\W_])"
)
_ITS_TASK = re.compile(
    r"\s+(?!chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm)(?:[^\s.,;:]+(?:,|\s+|$)\s*){1,16}:?\s*"
)


def board_of(text: Text, item: Item, agents: Sequence[AgencyMention]) -> AgencyMention | None:
    """Read a heading above others that is one board, which no table lists, with all that it is called by."""
    last = item.content.end
    if len(agents) != 1 or agents[0].record or not _BOARD.match(text.low, agents[0].span.start):
        return None
    if agents[0].span.start != item.content.start or not _ITS_TASK.fullmatch(text.low, agents[0].span.end, last):
        return None
    span = text.trim(Span(agents[0].span.start, last), " \t\n:")
    return replace(agents[0], span=span, name=text.words(span))


# "Trách nhiệm của các đơn vị điện lực", "… của cơ quan, tổ chức đặt hàng tư vấn": offices that no table knows
_CLASS = re.compile(
    r"(?:các\s+)?(?:cơ quan|đơn vị)(?:,? (?:cơ quan|đơn vị|tổ chức)){0,3}\s+[^\W\d_][^.;:()]{3,80}?\s*:?\s*"
)
_WITH_OTHERS = re.compile(r"[,;]\s+(?:sở|ban|ủy ban|ubnd|doanh nghiệp|người)(?![^\W_])|(?<![^\W_])cá nhân(?![^\W_])")


def class_of_offices(text: Text, named: Span) -> Owner | None:
    """Read the class of offices that an article on duties names, with all that tells which of them are meant."""
    one = _CLASS.fullmatch(text.low, named.start, named.end)
    if one is None or _WITH_OTHERS.search(text.low, named.start, named.end):
        return None
    place = text.trim(named, " \t\n:")
    name = text.words(place)
    agent = AgencyMention(place, group=code_of(name), name=name[:1].upper() + name[1:], rule="group")
    return Owner((agent,), named.end, False)


# which of a class are meant above all: "Ủy ban nhân dân các tỉnh ven biển|, trong đó trọng tâm là các tỉnh: …"
ABOVE_ALL = re.compile(
    r"\s*,\s+(?:trong đó\s*,?\s+)?(?:(?:trọng tâm|nòng cốt|ưu tiên|chú trọng)(?: là)?|nhất là|đặc biệt là|trước hết là)"
    r"\s[^.;]{3,200}"
)


def collective(text: Text, item: Item, reader: AgencyReader) -> Owner | None:
    """Read a heading, or what stands before the colon of a paragraph, as bodies or as one collective of them."""
    low = text.low[item.content.start : item.content.end]
    colon = re.search(r":(?=\s|$)", low)
    words = low[: colon.start()] if colon else low
    above_all = ABOVE_ALL.search(words)
    words = words[: above_all.start()] if above_all and colon else words
    if len(words.split()) > 40 or (not colon and not item.heading) or _NOT_BODIES.match(words):
        return None
    ask = re.match(r"(?:đề nghị|yêu cầu|giao)\s+", words)
    tail = _TAIL.search(words)
    start = item.content.start + (ask.end() if ask else 0)
    end = item.content.start + (tail.start() if tail else len(words))
    after = item.content.start + (colon.end() if colon else len(low))
    asked = bool(ask) and words.startswith("đề nghị")
    place = text.trim(Span(start, end))
    if not len(place) or HOLDER.match(text.norm, item.content.start, item.content.end):
        return None
    agents = reader.read_cell(text, place)
    if any(agent.record for agent in agents):
        return Owner(tuple(agents), after, asked)
    if _COLLECTIVE.match(text.low, place.start) and not _RESPONSIBLE.search(text.low, place.start, place.end):
        name = text.words(place)
        code = code_of(name)
        return Owner((AgencyMention(place, group=code, name=name[:1].upper() + name[1:], rule="group"),), after, asked)
    return None
