"""Who must act: headings and openings of paragraphs that name the bodies of the duties below them."""

import re
from collections import Counter
from collections.abc import Sequence

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.village_heads import read_village_heads
from kgbuild.mentions.patterns import DONE, OPENS_DUTY, ORDERED
from kgbuild.mentions.prose.heading_names import (
    ABOVE_ALL,
    CLASS_THAT,
    NARROWED,
    UNITS_OF,
    board_of,
    class_of_offices,
    collective,
    goes_on,
    made_up,
    with_comma,
)
from kgbuild.mentions.prose.lead_ins import CHARGES, NO_DUTY, Owner, leads_in
from kgbuild.mentions.prose.points import told_parts
from kgbuild.mentions.prose.told_below import told_below
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_NUMBERED = (Mark.NUMBER, Mark.LETTER, Mark.ROMAN)


def find_owners(text: Text, part: Part, reader: AgencyReader, used: set[int]) -> dict[int, Owner]:
    """Find the paragraphs that name who must act, by their index; those of *used* belong to blocks."""
    items = part.items
    above = sorted({item.parent for item in items} - {-1, *used})
    asking = {at: asked for at in above if (asked := _asked_last(text, items[at], reader))}
    lists = {at for at in above if at in asking or _lists_bodies(text, items[at])}
    parts = told_parts(text, items)
    read = (
        (i, _owner(text, item, reader, item.parent in lists) or (_at_point(text, item, reader) if i in parts else None))
        for i, item in enumerate(items)
        if i not in used
    )
    owners = {i: owner for i, owner in read if owner is not None}
    owners = {i: owner for i, owner in owners.items() if not _told_to_lead(text, items[i], owners, reader)}
    for i in asking:
        owners.setdefault(i, asking[i])
    owners |= told_below(text, items, owners, used, reader)
    return _joined(text, items, owners | _owners_beside(text, part, owners, used, reader))


def _joined(text: Text, items: Sequence[Item], owners: dict[int, Owner]) -> dict[int, Owner]:
    """Join a point that is a list of bodies up to a semicolon to the line in which the list and its duty go on."""
    found = dict(owners)
    for index, owner in owners.items():
        below = owners.get(index + 1)
        if below is None or items[index].mark not in _NUMBERED or items[index + 1].mark is not Mark.NONE:
            continue
        rest = text.low[owner.end : items[index].content.end]
        if rest.strip() == ";" and items[index + 1].parent == index and below.end > items[index + 1].content.start:
            found[index + 1] = Owner((*owner.agents, *below.agents), below.end, below.asked)
            del found[index]
    return found


def _told_to_lead(text: Text, item: Item, owners: dict[int, Owner], reader: AgencyReader) -> bool:
    """Tell "- Lãnh đạo UBND tỉnh rà soát …" below an organ of the Party: the verb, not the leaders of the committee."""
    above = owners.get(item.parent)
    if above is None or not text.low.startswith("lãnh đạo ", item.content.start, item.content.end):
        return False
    records = [reader.lexicon.knowledge.agencies.get(agent.record) for agent in above.agents]
    return all(record is not None and record.type == "PartyOrgan" for record in records)


def _at_point(text: Text, item: Item, reader: AgencyReader) -> Owner | None:
    """Read who is told at a point of an article: bodies with nothing behind them, or an order or what is told them."""
    owner = _owner(text, item, reader, told=True)
    if owner is None:
        return None
    rest = text.low[owner.end : item.content.end]
    said = rest.lstrip().startswith(":") or NO_DUTY.fullmatch(rest)
    return owner if said or ORDERED.match(rest) else None


# the last of a list of bodies, which is not read: "Ban Tuyên giáo các tỉnh ủy|; văn phòng đảng ủy các ban, bộ, ngành:"
_REST_OF_LIST = re.compile(rf";\s+(?!{OPENS_DUTY.pattern})[^.:;]{{3,120}}:")
_ACTING = (Zone.ORGANISATION, Zone.MEASURE, Zone.OTHER, Zone.FUNDING, Zone.ARTICLE)
_ANSWERS = re.compile(r"[\s,]*(?:chịu trách nhiệm|có trách nhiệm|căn cứ)(?![^\W_])")

# the last paragraph of a decision whose "Điều 3." is lost: "Giám đốc các sở … chịu trách nhiệm thi hành Quyết định này"
_EXECUTES = re.compile(
    r"[\s,]*(?:chịu|có) trách nhiệm\s+(?:tổ chức\s+)?(?:thi hành|thực hiện)\s[^.;:]{3,40}\snày(?![^\W_])"
)

_OF_COUNCILS = ("cac-ban-hdnd", "to-dai-bieu-hdnd", "dai-bieu-hdnd", "dai-bieu-quoc-hoi")


def _is_told(item: Item, agents: Sequence[AgencyMention], rest: str) -> bool:
    """Tell whether an article says that the bodies it opens with must act."""
    if _ANSWERS.match(rest):
        return item.mark is not Mark.NONE or bool(_EXECUTES.match(rest))
    ordered = ORDERED.match(rest)
    named = all(agent.record or agent.post or agent.group in _OF_COUNCILS for agent in agents)
    if CHARGES.fullmatch(rest):  # "Điều 2: Sở Y tế có nhiệm vụ như sau:"; "nhiệm vụ, quyền hạn" tells how it is set up
        return named
    return ordered is not None and (bool(ordered["part"]) or named)


# "Điều 2. Các cơ quan sau đây chịu trách nhiệm tổ chức thực hiện Kế hoạch:" says that each point tells a body
_LISTS = re.compile(
    r"[^.;:]{0,120}(?<![^\W_])(?:sau đây|như sau|sau)\s+(?:có|chịu) trách nhiệm(?![^\W_])[^.;]*:\W*|"
    r"[^.;:]{0,200}(?<![^\W_])(?:phân công|giao) (?:trách nhiệm|nhiệm vụ)(?![^\W_])[^.;:]*:\W*|"
    # "Điều 3. Hội đồng nhân dân tỉnh giao:"
    r"[^.;:]{0,80}(?<![^\W_])(?:giao|yêu cầu|đề nghị)\s*:\W*"
)


def _lists_bodies(text: Text, item: Item) -> bool:
    """Tell an article or point that ends in a colon behind "… sau đây chịu trách nhiệm …"."""
    return bool(_LISTS.fullmatch(text.low, item.content.start, item.content.end))


# "… đã cam kết. Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh | chỉ đạo thực hiện một số công việc sau:"
_ASKS = re.compile(r"[^.;]{0,400}?(?<![^\W_])(?P<cue>đề nghị|yêu cầu|giao(?: cho)?)\s+")
_POINTS = re.compile(r"\W*(?:[^;:]{0,200}(?<![^\W_])sau(?: đây)?|chỉ đạo\s+[^;:]{3,80})\s*:\W*")


def _asked_last(text: Text, item: Item, reader: AgencyReader) -> Owner | None:
    """Read the body that the last sentence of a point above others asks to do what they say."""
    start, end = item.content.start, item.content.end
    if item.mark not in (Mark.ARTICLE, *_NUMBERED) or not leads_in(text, item):
        return None
    asks = _ASKS.match(text.low, max(start, text.low.rfind(". ", start, end) + 1), end)
    agents, after = reader.read_list(text, Span(asks.end(), end)) if asks else ([], 0)
    told = asks and len(agents) == 1 and agents[0].record and _POINTS.fullmatch(text.low, after, end)
    return Owner(tuple(agents), after, asks["cue"] == "đề nghị") if asks and told else None


# what a body is called right behind its name: "Sở Tài chính - cơ quan thường trực Ban Chỉ đạo tỉnh | giúp …"
_CALLED = re.compile(r"\s*[-–,]\s+(?:là\s+)?(?:cơ quan|đơn vị)\s+(?:thường trực|đầu mối)\s+(?:của\s+)?")


def _past_calling(
    text: Text, agents: list[AgencyMention], end: int, limit: int, reader: AgencyReader
) -> tuple[list[AgencyMention], int]:
    """Pass over what a body is called, which names no body of the list; where it is called nothing, nothing changes."""
    named = agents[:-1] if len(agents) > 1 and agents[-1].group else agents
    called = _CALLED.match(text.low, named[-1].span.end, limit)
    bodies, after = reader.read_list(text, Span(called.end(), limit)) if called else ((), end)
    rest = text.low[after:limit].strip(" ,:")
    ends = called and not rest and "," not in called.group()
    return (named, after) if bodies and (ends or OPENS_DUTY.match(rest)) else (agents, end)


def _owner(text: Text, item: Item, reader: AgencyReader, told: bool) -> Owner | None:
    """Read a heading or a line that opens with bodies; *told* where the paragraph above lists who must act."""
    if item.mark is Mark.NONE and item.zone not in _ACTING:
        return None
    if item.mark is Mark.DASH and item.zone is Zone.OBJECTIVE:
        return None
    content = item.content
    if about := _ABOUT.match(text.low, content.start, content.end):
        named = item.mark in _NUMBERED or (item.mark is Mark.ARTICLE and about["duty"])
        owner = _told_about(text, Span(about.end(), content.end), reader) if named else None
        of_class = named and owner is None and about["duty"] and item.heading
        return class_of_offices(text, Span(about.end(), content.end)) if of_class else owner
    if matter := _MATTER.match(text.low, content.start, content.end):
        content = Span(matter.end(), content.end) if text.norm[matter.end()].isupper() else content
    if village_heads := read_village_heads(text, content):
        return _owner_by_name(text, village_heads, content)
    agents, end, asked = reader.read_heading(text, content)
    if not agents or (agents[0].truncated is False and agents[0].rule == "words"):
        return None
    if item.heading and (whole := with_comma(text, item, agents, reader)):
        return Owner((whole,), item.content.end, asked)
    if item.heading and (board := board_of(text, item, agents)):
        return Owner((board,), item.content.end, asked)
    if item.heading and (members := made_up(text, item, reader)):
        return Owner(members, item.content.end, asked)
    examples = re.match(r"\s*\([^()]*\)(?=\s*:\s*\S)", text.low[end : content.end])
    end += examples.end() if examples else 0
    agents, end = _past_calling(text, agents, end, content.end, reader)
    rest = text.low[end : content.end]
    if (item.zone is Zone.ARTICLE and not told) or item.mark is Mark.ARTICLE:
        return Owner(tuple(agents), end, asked) if _is_told(item, agents, rest) else None
    follows = rest.strip()
    if item.heading and UNITS_OF.search(follows):  # "Các cơ quan tham mưu, quản lý nhà nước thuộc Bộ" is a name
        return collective(text, item, reader)
    if item.heading and NARROWED.fullmatch(follows):
        named = agents[-1].group or any(not agent.record for agent in agents)
        return collective(text, item, reader) if named else Owner(tuple(agents), content.end, asked)
    if item.heading and agents[-1].group and CLASS_THAT.fullmatch(follows):
        return collective(text, item, reader)
    if item.heading and goes_on(text, end, follows):  # "Các Sở Xây dựng nêu trên" is a name, no duty
        return None
    if re.match(r"(?:đề nghị|yêu cầu|giao)(?![^\W_])", follows):
        return None
    if (item.heading and _REST_OF_LIST.fullmatch(follows)) or (leads_in(text, item) and ABOVE_ALL.fullmatch(rest)):
        return Owner(tuple(agents), content.end, asked)
    if NO_DUTY.fullmatch(rest) or rest.lstrip(" ,").startswith(("trong phạm vi", "theo chức năng", "căn cứ", "(")):
        return Owner(tuple(agents), end, asked)
    if OPENS_DUTY.match(follows.lstrip(" ,:")) and not DONE.match(follows):
        return Owner(tuple(agents), end, asked)
    return None


def _owner_by_name(text: Text, agent: AgencyMention, content: Span) -> Owner | None:
    """Take a class that a paragraph opens with as its owner, where nothing or a duty stands behind its name."""
    rest = text.low[agent.span.end : content.end]
    told = OPENS_DUTY.match(rest.lstrip(" ,:\n")) and not DONE.match(rest)
    return Owner((agent,), agent.span.end, False) if told or NO_DUTY.fullmatch(rest) else None


# what the duty is about: "Về đầu tư công: Sở Tài chính rà soát …", "Trách nhiệm theo dõi, đôn đốc: Văn phòng …"; an
# order behind it says itself whom it tells
_MATTER = re.compile(
    r"\W*(?:về|công tác|kinh phí|phân công|theo dõi|chế độ|trách nhiệm(?!\s+của))\s[^.;:]{3,120}:"
    r"\s+(?!giao(?![^\W_])|yêu cầu|đề nghị)(?=[^\W\d_])|"
    # a request and what is answered to it: "Về đề nghị các bộ sớm ban hành hướng dẫn; …: Ủy ban nhân dân tỉnh cần …"
    r"\W*về (?:việc )?(?:đề nghị|kiến nghị|đề xuất)\s[^.:]{3,600}:\s+(?!giao(?![^\W_])|yêu cầu|đề nghị)(?=[^\W\d_])|"
    # the title of a point that goes on in the same line: "2. Đẩy mạnh rà soát thể chế: Các bộ khẩn trương …"
    rf"\W*(?!chủ trì|phối hợp|báo cáo|đề nghị|gửi|trình|có |là |theo |tại |được |căn cứ){OPENS_DUTY.pattern}"
    rf"[^.;:]{{10,200}}:\s+(?=các|[^\W\d_])"
)
_ABOUT = re.compile(
    r"\W*(?:đối với|(?P<duty>(?:trách nhiệm|nhiệm vụ)(?: (?:cụ thể|thực hiện|tổ chức thực hiện))? của))\s+"
)
# the classes of offices that such a heading addresses; of citizens and enterprises it only speaks
_OFFICES = ("so-", "bo-nganh", "co-quan", "don-vi", "phong-ban", "cap-", "cac-huyen", "tinh-thanh-pho", "cac-ban-")


def _told_about(text: Text, named: Span, reader: AgencyReader) -> Owner | None:
    """Read "Đối với Sở Y tế:", "Trách nhiệm của Sở Y tế", "Đối với các Bộ quản lý ngành (theo Điều 3)": offices."""
    agents, end = reader.read_list(text, named)
    if not agents or not all(a.record or a.rule == "offices" or a.group.startswith(_OFFICES) for a in agents):
        return None
    rest = text.low[end : named.end]
    told = rest.lstrip().startswith(":") and OPENS_DUTY.match(rest.strip(" :\n"))
    return Owner(tuple(agents), end, False) if told or NO_DUTY.fullmatch(rest) else None


def _owners_beside(
    text: Text, part: Part, owners: dict[int, Owner], used: set[int], reader: AgencyReader
) -> dict[int, Owner]:
    """Read headings that must name bodies, since those beside them do: "Các cơ sở khám bệnh trên địa bàn"."""
    found: dict[int, Owner] = {}
    beside = Counter((item.parent, item.mark) for item in part.items)
    named = Counter(
        (item.parent, item.mark)
        for i, item in enumerate(part.items)
        if i in owners and owners[i].end > item.content.start
    )
    for index, item in enumerate(part.items):
        if index in owners or index in used or item.mark not in (Mark.NUMBER, Mark.LETTER, Mark.ROMAN):
            continue
        row = item.parent, item.mark
        if named[row] >= 2 and 3 * named[row] >= beside[row] - 1 and (owner := collective(text, item, reader)):
            found[index] = owner
    return found
