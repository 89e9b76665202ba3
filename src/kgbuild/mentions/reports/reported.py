"""Duties in reported speech: what a leader asks of a body in a news report, and what a body promises to do."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgbuild.language import UPPER
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.remarks import PEOPLE
from kgbuild.mentions.patterns import OPENS_DUTY, ORDERS
from kgbuild.mentions.prose.formulas import is_formula
from kgbuild.mentions.prose.lead_ins import INTRODUCES
from kgbuild.mentions.prose.roles import partners, roles_of
from kgbuild.mentions.reports.addressees import read_addressee, read_focus, read_place_told
from kgbuild.mentions.reports.handed_out import (
    announces_duties,
    is_listed,
    mostly_known,
    past_mark,
    read_charged,
    read_given,
    read_next,
    read_opening,
)
from kgbuild.mentions.schedules import find_told_deadline, recurrence_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Role, TaskMention
from kgbuild.model.structure import Item, Part
from kgbuild.model.text import Text

# how a speech act opens, with the modality it gives; the addressee follows
_SPEECH: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("recommended", re.compile(r"(?<![^\W_])(?:cho biết|nhấn mạnh|cho rằng|lưu ý|khẳng định|nêu rõ)\s*[,:]\s*")),
    (
        "mandated",
        re.compile(
            r"(?<![^\W_])(?:(?:đề nghị|yêu cầu|giao(?: cho)?|chỉ đạo)(?:\s*:)?|có ý kiến(?: chỉ đạo)?(?: như sau)?:)\s+"
        ),
    ),
)
_MUST = re.compile(r"\s*(?:cần|phải|tiếp tục|tập trung|khẩn trương|chủ động|(?:có|chịu) trách nhiệm)(?![^\W_])")
# what a body does that is ordered without "cần": the verb is the last thing such a sentence can open with
_ADVERB = re.compile(r"(?:\s+(?:cũng|đã|còn|tiếp tục|đồng thời))*\s*$")
_NEAR = 80
_MANY = 20  # bodies told something in one paragraph: more is no speech
_WILL = re.compile(r"\s*sẽ(?![^\W_])")
_PIECE = re.compile(rf";\s+(?=[{UPPER}])|\.{{1,3}};?\s+(?=[\"“]?[{UPPER}])|…;?\s+(?=[{UPPER}])")
_ASIDE = re.compile(r"^(?:bởi|vì|do đó|để có|theo đó|đây là|điều này)(?![^\W_])")
_REPORT = re.compile(r"báo cáo(?:\s+[^\s.;]+){1,12}\W*(?:[.;]|$)")  # whom to tell of what was just ordered
_LINK = re.compile(r"^(?:cùng với đó|bên cạnh đó|đồng thời|ngoài ra)\s*,\s*", re.IGNORECASE)
_JOINS = re.compile(r"[\s,;]*(?:và|đồng thời|đồng thời,)\s*$")
_LEADS = re.compile(r"[\s,]*(?:được giao\s+)?chủ trì(?![^\W_])")
_CLAUSE_ENDS = re.compile(r"[.;]\s")
_FALSE = re.compile(r"(?:hồ sơ|xét|theo|chuyển|bàn|được)\s+$")


@dataclass(frozen=True, slots=True)
class _Told:
    """The bodies spoken to, where their names begin, how strongly they are told, where the speech act opens.

    `speaker` is the words that may name who speaks, `stated_by` the body that does.
    """

    agents: tuple[AgencyMention, ...]
    start: int
    modality: str
    cue: int
    speaker: Span | None = None
    stated_by: AgencyMention | None = None


def read_reported(text: Text, part: Part, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the duties that a report says were given or promised; one for each action of the speech.

    In a report a bare "Sở" is the department named last; "Hà Nội" as subject of "cần" is the place's own bodies.
    """
    focus: AgencyMention | None = None
    announced, listed, acts = False, None, list[_Told]()
    given: tuple[AgencyMention, ...] = ()  # the bodies of "Giao Bộ Y tế:" above the points that say what
    for item in part.items:
        marked = is_listed(text, item.span)
        announced = announced and listed in (None, marked)
        opened = _opened(text, item, reader, announced, bool(acts))
        acts = opened or _told(text, item, reader, focus, part.span.start) or _charged(text, item, reader)
        if given and marked and not acts and OPENS_DUTY.match(text.low, past_mark(text, item.span).start):
            words = past_mark(text, item.span)
            yield from _actions(text, words, _Told(given, words.start, "mandated", words.start), reader)
            continue
        given = read_given(text, item.span, reader) or _introduced(text, item.span, acts) or (given if marked else ())
        listed = marked if announced else None
        rowed = any(":" in text.norm[act.cue : act.start] for act in acts)  # "yêu cầu: Sở A …; Sở B …"
        announced = announces_duties(text, item.span) or rowed or (announced and (marked or bool(acts)))
        for at, told in enumerate(acts):
            after = next((act for act in acts[at + 1 :] if not _is_directed(text, told, act)), None)
            end = _said_until(told, after) if after else item.span.end
            if INTRODUCES.search(text.low, told.start, end):  # "… thực hiện các nội dung sau:" says nothing itself
                continue
            yield from _actions(text, Span(told.start, end), told, reader)
        promised = None if acts and acts[0].start == acts[0].cue else _promised(text, item, reader, focus)
        if promised is not None:
            yield _duty(text, text.trim(Span(promised.agents[0].span.start, item.span.end), " \t\n."), promised, reader)
        focus = read_focus(text, item.span, reader) or focus


def _said_until(told: _Told, after: _Told) -> int:
    """Tell where what a body is told ends: where the sentence begins that brings in the next speech act."""
    behind = told.agents[-1].span.end
    return after.speaker.start if after.speaker and after.speaker.start > behind else after.cue


def _is_directed(text: Text, told: _Told, other: _Told) -> bool:
    """Tell whom one that is told to act is to direct in the same clause: its own duty goes on over what they do."""
    between = text.low[told.agents[-1].span.end : other.cue]
    return text.low.startswith("chỉ đạo", other.cue) and not _CLAUSE_ENDS.search(between)


def _opened(text: Text, item: Item, reader: AgencyReader, announced: bool, follows: bool) -> list[_Told]:
    """Read a paragraph that opens with the bodies it tells to act, and those told behind its semicolons."""
    agents = read_opening(text, item.span, reader, announced, follows)
    if not agents:
        return []
    opened = [_Told(agents, agents[0].span.start, "mandated", agents[0].span.start), *_further(text, item.span, reader)]
    known = {told.start for told in opened}
    directed = _told(text, item, reader, None, item.span.start) if announced else []
    return sorted([*opened, *(told for told in directed if told.start not in known)], key=lambda told: told.cue)


def _charged(text: Text, item: Item, reader: AgencyReader) -> list[_Told]:
    """Read the offices that a sentence of a paragraph makes answer for something."""
    told = read_charged(text, item.span, reader)
    return [_Told(s.agents, s.agents[0].span.start, "mandated", s.opening.start) for s in told]


def _introduced(text: Text, span: Span, acts: list[_Told]) -> tuple[AgencyMention, ...]:
    """Give the bodies told to do what the points below say: "yêu cầu các sở thực hiện các nhiệm vụ sau:"."""
    return acts[-1].agents if acts and INTRODUCES.search(text.low, acts[-1].start, span.end) else ()


def _further(text: Text, span: Span, reader: AgencyReader) -> list[_Told]:
    """Read the bodies that the next clauses of an order open with: "…; Sở Tài chính bố trí kinh phí"."""
    return [_Told(agents, agents[0].span.start, "mandated", cut) for agents, cut in read_next(text, span, reader)]


def _told(text: Text, item: Item, reader: AgencyReader, focus: AgencyMention | None, begin: int) -> list[_Told]:
    """Read who is told something in a paragraph: "nhấn mạnh, Sở cần …", or each body that is ordered to act."""
    for modality, cue in _SPEECH:
        found: list[_Told] = []
        for match in cue.finditer(text.low, item.span.start, item.span.end):
            if _FALSE.search(text.low[item.span.start : match.start()]):
                continue
            rest = Span(match.end(), item.span.end)
            agents, end = read_place_told(text, rest, reader, begin)
            if not agents:
                agents, end = read_addressee(text, rest, reader, focus)
            if agents and (_MUST.match(text.low, end, item.span.end) or _ordered(text, agents, rest.start, end)):
                speaker = _before(text, Span(item.span.start, match.start()))
                body = _speaking(text, speaker, reader)
                found.append(_Told(agents, agents[0].span.start, modality, match.start(), speaker, body))
                if len(found) == _MANY:
                    break
        if found and modality == "mandated":
            known = {told.start for told in found}
            further = _further(text, Span(found[0].start, item.span.end), reader)
            found.extend(told for told in further if told.start not in known)
        if found:
            return [told for told in sorted(found, key=lambda told: told.cue) if not _handed_down(text, told, found)]
    return []


def _handed_down(text: Text, told: _Told, others: list[_Told]) -> bool:
    """Tell what a body told to act or to lead is to tell others: "yêu cầu Bộ Công an | chỉ đạo các lực lượng …"."""
    ends = (other.agents[-1].span.end for other in others if other.cue < told.cue)
    words = (text.low[end : told.cue] for end in ends if end <= told.cue)
    return text.low.startswith("chỉ đạo", told.cue) and any(
        not said.strip(" ,") or (_LEADS.match(said) and not _CLAUSE_ENDS.search(said)) for said in words
    )


def _before(text: Text, span: Span) -> Span:
    """Give the words of the sentence before a speech act."""
    ends = list(re.finditer(r"[.!?…;:]\s+(?=[^\W\d_])", text.norm[span.start : span.end]))
    return Span(span.start + ends[-1].end() if ends else span.start, span.end)


def _speaking(text: Text, before: Span, reader: AgencyReader) -> AgencyMention | None:
    """Read the one body that the words before a speech act end with: "UBND tỉnh (cũng) | yêu cầu"."""
    adverb = _ADVERB.search(text.low, before.start, before.end)
    end = adverb.start() if adverb else before.end
    for match in re.finditer(rf"(?<![^\W_])[{UPPER}]", text.norm[max(before.start, end - _NEAR) : end]):
        start = max(before.start, end - _NEAR) + match.start()
        bodies, after = reader.read_list(text, Span(start, end))
        if after == end:  # of two bodies that speak together neither is the speaker
            return bodies[0] if len(bodies) == 1 and bodies[0].record else None
    return None


def _ordered(text: Text, agents: tuple[AgencyMention, ...], at: int, end: int) -> bool:
    """Tell "giao Sở Tài chính bố trí kinh phí": bodies right behind the cue, and right behind them what they do."""
    known = mostly_known(agents) and agents[0].span.start == at and not text.low.startswith("một ", at)
    return known and ORDERS.match(text.low, end) is not None


def _promised(text: Text, item: Item, reader: AgencyReader, focus: AgencyMention | None) -> _Told | None:
    """Read the last sentence in which the department says what it will do."""
    for match in reversed(list(re.finditer(r"(?<![^\W_])Sở(?![^\W_])", text.norm[item.span.start : item.span.end]))):
        start = item.span.start + match.start()
        agents, end = read_addressee(text, Span(start, item.span.end), reader, focus)
        if agents and _WILL.match(text.low, end, item.span.end):
            return _Told(agents, start, "committed", start, Span(item.span.start, start))
    return None


def _actions(text: Text, speech: Span, told: _Told, reader: AgencyReader) -> Iterator[TaskMention]:
    """Cut the speech into its actions: at semicolons and at sentences that go on commanding."""
    content = text.norm[speech.start : speech.end]
    listed = max((agent.span.end for agent in told.agents), default=0) - told.start  # their own marks part no actions
    pieces = (m.end() for m in _PIECE.finditer(content) if m.start() >= listed)
    cuts = [0, *(c for c in pieces if not _REPORT.match(text.low, speech.start + c, speech.end)), len(content)]
    for at, (begin, end) in enumerate(itertools.pairwise(cuts)):
        ends = _JOINS.search(content[begin:end])
        span = text.trim(Span(told.start + begin, told.start + (begin + ends.start() if ends else end)), " \t\n;.…")
        link = _LINK.match(text.norm[span.start : span.end])
        span = Span(span.start + (link.end() if link else 0), span.end)
        low = text.low[span.start : span.end]
        if at and (_ASIDE.match(low) or not OPENS_DUTY.match(low)):
            continue
        duty = _duty(text, span, told, reader)
        if len(span) >= 15 and not is_formula(text, span, duty.title):
            yield duty


def _duty(text: Text, span: Span, told: _Told, reader: AgencyReader) -> TaskMention:
    ends = [agent.span.end for agent in told.agents if span.start <= agent.span.start < span.end]
    begin = max(ends, default=span.start)
    people = PEOPLE.match(text.low, begin, span.end)
    begin = people.end() if people and ends else begin
    act = re.sub(r"^[\s,:]*(?:(?:cần|phải|sẽ)\s+)?", "", text.low[begin : span.end])
    duty = Span(span.end - len(act), span.end)
    roles = [
        Role(code, agent, told.modality, 0.7, "reported-speech")
        for agent in told.agents
        for code in roles_of(text, duty)
    ]
    roles += [
        Role("coordinate", agent, told.modality, 0.65, f"partner-{agent.rule}")
        for agent in partners(text, duty, reader)
    ]
    due = find_told_deadline(text, duty)
    return TaskMention(
        "narrative",
        "",
        duty,
        span,
        tuple(roles),
        schedule=due,
        standing=due is None,
        frequency=recurrence_of(text.low[duty.start : duty.end]),
        stated_by=told.stated_by,
        speaker=told.speaker,
    )
