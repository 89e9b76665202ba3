"""Duties in prose: who is told to do what, by role verbs and by headings that name a body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kgbuild.language import slug
from kgbuild.mentions.agencies import AgencyReader, introduce
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.mentions.roles import lines_of, modality_of, partners, parts_of, roles_of
from kgbuild.mentions.schedules import find_deadline, recurrence_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, MeasureMention, Role, TaskMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_GENERIC = re.compile(r"[\s:;.,]*(?:theo chức năng[^:]*|trong phạm vi[^:]*|căn cứ chức năng[^:]*|\([^)]*\))?[\s:;.]*$")
_LEADING = re.compile(r"^\W*(?:chủ trì|là (?:cơ quan|đơn vị) (?:chủ trì|thường trực|đầu mối))")
_CLOSING_CUE = re.compile(r"(?<![^\W_])(?P<cue>đề nghị|yêu cầu|giao(?: cho)?)\s+(?=các|thủ trưởng|giám đốc|[^\W\d_])")
_FALSE_GIVE = re.compile(
    r"chuyển giao|bàn giao|được giao|giao dịch|giao lưu|giao thông|giao quyền|giao ban|giao nộp|"
    r"xét đề nghị|hồ sơ đề nghị|đáp ứng yêu cầu|theo yêu cầu|các yêu cầu|hiệu quả yêu cầu"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A heading (or the beginning of a line) that names who must act."""

    agents: tuple[AgencyMention, ...]
    end: int
    asked: bool
    lead: bool = False


def introduce_bodies(text: Text, part: Part, reader: AgencyReader) -> None:
    """Teach the reader the bodies named in headings and in table cells, so that running text finds them again."""
    for item in part.items:
        if item.mark in (Mark.NUMBER, Mark.LETTER, Mark.ROMAN) and len(item.content) < 200:
            agents, _, _ = reader.read_heading(text, item.content)
            introduce(reader, agents)
    for table in part.tables:
        for row in table.rows:
            for column in ("lead", "coordinate"):
                if column in row.cells:
                    introduce(reader, reader.read_cell(text, row.cells[column]))


def read_duties(text: Text, part: Part, reader: AgencyReader, used: set[int]) -> Iterator[TaskMention]:
    """Read every duty of named bodies outside tables and labelled blocks."""
    owners = {i: o for i, item in enumerate(part.items) if i not in used and (o := _owner(text, item, reader))}
    owners |= _owners_beside(text, part, owners, used, reader)
    lead_in: dict[int, tuple[Role, ...]] = {}
    for index, item in enumerate(part.items):
        if index in used or item.zone in (Zone.PREAMBLE, Zone.BASIS):
            continue
        above = _owner_above(text, part.items, index, owners)
        own = owners.get(index)
        if own and _is_heading_only(text, item, own):
            continue
        if own and item.zone is not Zone.OBJECTIVE:
            duty = Span(own.end, item.content.end)
            for piece in parts_of(text, duty):
                part_of = item if piece.start == duty.start else replace(item, content=piece)
                yield _task(text, _until(part_of, piece), own.agents, piece, reader, own.asked, ())
            if _leads_in(text, item):
                lead_in[index] = _passed_on(text, item, own, reader)
            continue
        if above is not None and item.zone is not Zone.OBJECTIVE:
            owner = owners[above]
            inherited = lead_in.get(above, ())
            pieces = parts_of(text, item.content)
            tasks = [
                _task(text, replace(item, content=piece), owner.agents, piece, reader, owner.asked, inherited)
                for piece in pieces
            ]
            yield from tasks
            task = tasks[-1]
            if _leads_in(text, item) and _LEADING.match(text.low[item.content.start : item.content.end]):
                lead_in[above] = tuple(r for r in task.roles if r.role in ("lead", "coordinate"))
            continue
        yield from _free(text, item, reader)


def read_measure_duties(text: Text, measures: Iterable[MeasureMention], reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the duty in each sentence of a reported plan that opens with the bodies that are to act."""
    for measure in measures:
        if measure.kind != "measure":
            continue
        agents, end = reader.read_list(text, measure.span)
        rest = text.low[end : measure.span.end].lstrip(" ,")
        if agents and agents[0].rule != "words" and TASK_VERB.match(rest):
            item = Item(Mark.NONE, "", "", measure.span, measure.span, -1, 0, Zone.MEASURE)
            yield _task(text, item, tuple(agents), Span(end, measure.span.end), reader, False, ())


def _owner(text: Text, item: Item, reader: AgencyReader) -> Owner | None:
    """Read a heading or a line that opens with bodies."""
    if item.mark is Mark.NONE and item.zone not in (Zone.ORGANISATION, Zone.MEASURE, Zone.OTHER, Zone.FUNDING):
        return None
    if item.mark is Mark.DASH and item.zone is Zone.OBJECTIVE:
        return None
    content = item.content
    agents, end, asked = reader.read_heading(text, content)
    if not agents or (agents[0].truncated is False and agents[0].rule == "words"):
        return None
    examples = re.match(r"\s*\([^()]*\)(?=\s*:\s*\S)", text.low[end : content.end])
    end += examples.end() if examples else 0
    rest = text.low[end : content.end]
    lead = bool(re.match(r"\s*,?\s*(?:chủ trì|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối|thường trực))", rest))
    if item.zone is Zone.ARTICLE or item.mark is Mark.ARTICLE:
        return (
            Owner(tuple(agents), end, asked, lead)
            if re.match(r"\s*(?:chịu trách nhiệm|có trách nhiệm|căn cứ)", rest)
            else None
        )
    follows = rest.strip()
    if re.match(r"(?:đề nghị|yêu cầu|giao)(?![^\W_])", follows):
        return None
    if _GENERIC.fullmatch(rest) or rest.lstrip(" ,").startswith(("trong phạm vi", "theo chức năng", "căn cứ", "(")):
        return Owner(tuple(agents), end, asked, lead)
    if TASK_VERB.match(follows.lstrip(" ,:")):
        return Owner(tuple(agents), end, asked, lead)
    return None


def _leads_in(text: Text, item: Item) -> bool:
    """Tell a paragraph that ends in a colon: what it says holds for those below it."""
    return text.norm[item.content.start : item.content.end].rstrip().endswith(":")


def _passed_on(text: Text, item: Item, owner: Owner, reader: AgencyReader) -> tuple[Role, ...]:
    """Read the parts that "Bộ Tài chính chủ trì, phối hợp với Bộ Y tế:" hands on to the points below it."""
    duty = Span(owner.end, item.content.end)
    if "lead" not in roles_of(text, text.trim(duty, " \t\n,:-")):
        return ()
    lead = [Role("lead", agent) for agent in owner.agents]
    return (*lead, *(Role("coordinate", agent) for agent in partners(text, duty, reader)))


_TAIL = re.compile(
    r"[\s,]*(?:(?:có|chịu) trách nhiệm|thực hiện (?:các |một số )?(?:nhiệm vụ|nội dung)(?: sau)?)?[\s:.;]*$"
)
_COLLECTIVE = re.compile(r"(?:tất cả )?(?:các|những|mọi|doanh nghiệp|hộ|cộng đồng|tổ chức|cá nhân|người|chủ)(?![^\W_])")
_NOT_BODIES = re.compile(
    r"(?:các|những|mọi)?\s*(?:nhiệm vụ|giải pháp|nội dung|chương trình|dự án|đề án|hoạt động|biện pháp|"
    r"mục tiêu|chỉ tiêu|chính sách|công tác|vấn đề|điều kiện|quy định|văn bản|yêu cầu|nguồn|trường hợp|lĩnh vực|"
    r"khoản|kết quả|sản phẩm|tồn tại)"
    r"(?![^\W_])"
)


def _owners_beside(
    text: Text, part: Part, owners: dict[int, Owner], used: set[int], reader: AgencyReader
) -> dict[int, Owner]:
    """Read headings that must name bodies, since those beside them do: "Các cơ sở khám bệnh trên địa bàn"."""
    found: dict[int, Owner] = {}
    for index, item in enumerate(part.items):
        if index in owners or index in used or item.mark not in (Mark.NUMBER, Mark.LETTER, Mark.ROMAN):
            continue
        beside = [i for i, other in enumerate(part.items) if other.parent == item.parent and other.mark is item.mark]
        named = [i for i in beside if i in owners and owners[i].end > part.items[i].content.start]
        if len(named) >= 2 and 2 * len(named) >= len(beside) - 1 and (owner := _collective(text, item, reader)):
            found[index] = owner
    return found


def _collective(text: Text, item: Item, reader: AgencyReader) -> Owner | None:
    """Read a heading, or what stands before the colon of a paragraph, as bodies or as one collective of them."""
    low = text.low[item.content.start : item.content.end]
    colon = re.search(r":(?=\s|$)", low)
    words = low[: colon.start()] if colon else low
    if len(words.split()) > 40 or (not colon and not item.heading) or _NOT_BODIES.match(words):
        return None
    ask = re.match(r"(?:đề nghị|yêu cầu|giao)\s+", words)
    start, end = item.content.start + (ask.end() if ask else 0), item.content.start + _TAIL.search(words).start()  # type: ignore[union-attr]
    after = item.content.start + (colon.end() if colon else len(low))
    asked = bool(ask) and words.startswith("đề nghị")
    place = text.trim(Span(start, end))
    if not len(place):
        return None
    agents = reader.read_cell(text, place)
    if any(agent.record for agent in agents):
        return Owner(tuple(agents), after, asked)
    if _COLLECTIVE.match(text.low, place.start):
        name = text.words(place)
        code = slug(re.sub(r"^(?:các|những|mọi|tất cả)\s+", "", name, flags=re.IGNORECASE))[:60].strip("-")
        return Owner((AgencyMention(place, group=code, name=name[:1].upper() + name[1:], rule="group"),), after, asked)
    return None


def _until(item: Item, piece: Span) -> Item:
    """Cut a paragraph where its first duty ends."""
    return replace(item, content=Span(item.content.start, piece.end))


def _is_heading_only(text: Text, item: Item, owner: Owner) -> bool:
    rest = text.low[owner.end : item.content.end]
    if item.mark in (Mark.NONE, Mark.DASH, Mark.ARTICLE):
        return not rest.strip(" :;.,")
    short = len(rest.split()) <= 14 and item.heading
    return bool(_GENERIC.fullmatch(rest)) or (
        short
        and (rest.rstrip().endswith(":") or re.match(r"\s*(?:trong phạm vi|theo chức năng|chủ trì)", rest) is not None)
    )


def _owner_above(text: Text, items: Sequence[Item], index: int, owners: dict[int, Owner]) -> int | None:
    """Find the nearest heading above that names bodies and nothing else."""
    at = items[index].parent
    while at >= 0:
        if at in owners and (
            _leads_in(text, items[at])
            or (items[at].mark is not Mark.NONE and _is_heading_only(text, items[at], owners[at]))
        ):
            return at
        at = items[at].parent
    return None


def _task(
    text: Text,
    item: Item,
    agents: tuple[AgencyMention, ...],
    duty: Span,
    reader: AgencyReader,
    asked: bool,
    inherited: tuple[Role, ...],
) -> TaskMention:
    """Make the task of one paragraph: its owners with their roles, the partners, who reports to whom, when."""
    span = text.trim(item.content)
    codes = roles_of(text, text.trim(duty, " \t\n,:-"))
    named = partners(text, duty, reader)
    if inherited and codes == ("perform",):
        codes = ("lead",)
        named = [r.agent for r in inherited if r.role == "coordinate"]
        rule = "lead-in"
    else:
        rule = "heading" if duty.start == item.content.start else "subject"
    roles = [
        Role(
            code,
            agent,
            modality_of(agent, reader.lexicon.knowledge, asked),
            0.85 if agent.record else 0.8,
            f"{rule}-{agent.rule}",
        )
        for agent in agents
        for code in codes
    ]
    roles += [Role("coordinate", agent, "mandated", 0.75, f"partner-{agent.rule}") for agent in named]
    deadline = find_deadline(text, duty)
    lines = lines_of(text, duty, reader)
    frequency = recurrence_of(text.low[duty.start : duty.end])
    return TaskMention(
        source="narrative",
        number="",
        title=_first_words(text, text.trim(duty, " \t\n,:;-")),
        span=span,
        roles=tuple(roles),
        schedule=deadline,
        section=item.path,
        standing=deadline is None,
        frequency=frequency,
        **lines,
    )


def _first_words(text: Text, span: Span) -> Span:
    """Take the first clause of a duty as its title, at most about twenty words."""
    content = text.norm[span.start : span.end]
    stop = re.search(r"[;.:](?=\s|$)", content)
    end = stop.start() if stop else len(content)
    words = list(re.finditer(r"\S+", content[:end]))
    if len(words) > 24:
        end = words[23].end()
    return text.trim(Span(span.start, span.start + end), " \t\n;.,/")


def _free(text: Text, item: Item, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read duties that no heading owns: closings ("yêu cầu các Sở …"), articles, sentences with a subject."""
    if item.zone is Zone.OBJECTIVE or (item.heading and item.mark is not Mark.ARTICLE):
        return
    content = item.content
    told: list[TaskMention] = []
    for match in _CLOSING_CUE.finditer(text.low, content.start, content.end):
        around = text.low[max(content.start, match.start() - 10) : match.end() + 6]
        if _FALSE_GIVE.search(around) or (item.zone is Zone.MEASURE and item.mark is not Mark.NONE):
            continue
        agents, end = reader.read_list(text, Span(match.end(), content.end))
        rest = text.low[end : content.end].lstrip(" ,;")
        if agents and (TASK_VERB.match(rest) or rest.startswith(("yêu cầu", "đề nghị"))):
            duty = Span(end, content.end)
            told.append(_task(text, item, tuple(agents), duty, reader, match["cue"] == "đề nghị", ()))
    if told:  # bodies asked and bodies ordered in one sentence share one duty: its last words
        yield replace(told[-1], roles=tuple(role for task in told for role in task.roles))
    if told or item.mark is not Mark.NONE or item.depth > 0:
        return
    subject = re.search(r",\s+(?=(?:các|ủy ban|ubnd|sở)\s)", text.low[content.start : content.end])
    if subject and item.zone in (Zone.ORGANISATION, Zone.OTHER):
        agents, end = reader.read_list(text, Span(content.start + subject.end(), content.end))
        if agents and TASK_VERB.match(text.low[end : content.end].lstrip(" ,")):
            task = _task(text, item, tuple(agents), Span(end, content.end), reader, False, ())
            condition = text.trim(Span(content.start, content.start + subject.start()))
            yield replace(task, roles=tuple(replace(r, condition=condition) for r in task.roles))
