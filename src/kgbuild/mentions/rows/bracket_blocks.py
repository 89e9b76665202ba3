"""Who does a task, said in brackets behind it: "Rà soát quy hoạch (Sở Xây dựng chủ trì; hoàn thành quý II/2026)"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.rows.rows import read_roles
from kgbuild.mentions.schedules import read_schedule
from kgbuild.model import Span
from kgbuild.model.mentions import Role, ScheduleMention, TaskMention
from kgbuild.model.structure import Item, Mark, Part, Zone
from kgbuild.model.text import Text

_BRACKET = re.compile(r"\s\((?P<inner>[^()]{10,400})\)[\s.;]*$")
# the same without brackets, behind the sentence that says what is to be done
_TAIL = re.compile(
    r"[.;]\s+(?P<inner>(?:(?:cơ quan|đơn vị)\s+)?chủ trì(?:\s+thực hiện)?\s*:\s*\S.{8,400})\Z", re.DOTALL
)
_LEADS = re.compile(r"(?<![^\W_])chủ trì(?![^\W_])")
# what opens a clause that names a body or a time
_LABEL = re.compile(
    r"\W*(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?(?:(?P<lead>chủ trì)|(?P<with>phối hợp))(?:\s+thực hiện)?\s*:\s*"
)
_TIME = re.compile(
    r"\W*(?:(?:thời (?:gian|hạn)|tiến độ|lộ trình)[^:;]{0,25}:\s*)?"
    r"(?=(?:hoàn thành|xong|trước|trong|quý|tháng|năm|giai đoạn|từ|đến|20\d\d|thường xuyên|h[àằ]ng năm|định kỳ)"
    r"(?![^\W_]))"
)
_NEITHER = re.compile(r"\W*(?:sản phẩm|kết quả|(?:nguồn )?kinh phí)(?:\s[^\W\d_]+){0,3}\s*:")
_CUT = re.compile(
    r";|\.(?=\s+(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+(?:chủ trì|phối hợp)|chủ trì|phối hợp|thời (?:gian|hạn)|tiến độ|"
    r"hoàn thành|sản phẩm|kết quả|kinh phí)(?![^\W_]))"
)
_ZONES = (Zone.MEASURE, Zone.OTHER, Zone.ORGANISATION)


def read_bracketed(text: Text, part: Part, reader: AgencyReader, used: set[int]) -> Iterator[tuple[int, TaskMention]]:
    """Read the tasks whose last words are brackets that say who leads; with the index of their paragraph."""
    for index, item in enumerate(part.items):
        match = _BRACKET.search(text.norm, item.content.start, item.content.end)
        match = match or _TAIL.search(text.low, item.content.start, item.content.end)
        if index in used or item.zone not in _ZONES or match is None:
            continue
        inner = Span(*match.span("inner"))
        if _LEADS.search(text.low, inner.start, inner.end) and match.start() > item.content.start:
            roles, schedule = _said(text, inner, reader)
            if any(role.role == "lead" for role in roles):
                yield index, _task(text, item, Span(item.content.start, match.start()), roles, schedule)


def _said(text: Text, inner: Span, reader: AgencyReader) -> tuple[tuple[Role, ...], ScheduleMention | None]:
    """Read the clauses of the brackets: who leads and who helps, and when."""
    roles: list[Role] = []
    schedule: ScheduleMention | None = None
    code = "lead"
    for clause in _clauses(text, inner):
        label = _LABEL.match(text.low, clause.start, clause.end)
        time = _TIME.match(text.low, clause.start, clause.end)
        if time and not label:
            schedule = schedule or read_schedule(text, Span(time.end(), clause.end))
            continue
        if _NEITHER.match(text.low, clause.start, clause.end):
            continue
        if label:  # holds for the clauses behind it too
            code = "coordinate" if label["with"] else "lead"
        place = Span(label.end(), clause.end) if label else clause
        if label or roles or _LEADS.search(text.low, clause.start, clause.end):
            found = read_roles(text, place, code, reader)
            named = ((role, agent) for role, agent in found if agent.rule != "words")
            roles.extend(Role(role, agent, confidence=0.9, rule=f"bracket-{agent.rule}") for role, agent in named)
    return tuple(roles), schedule


def _clauses(text: Text, inner: Span) -> list[Span]:
    marks = [inner.start + mark.end() for mark in _CUT.finditer(text.low[inner.start : inner.end])]
    pieces = (text.trim(Span(a, b), " \t\n;.") for a, b in pairwise([inner.start, *marks, inner.end]))
    return [piece for piece in pieces if len(piece)]


def _task(text: Text, item: Item, said: Span, roles: tuple[Role, ...], schedule: ScheduleMention | None) -> TaskMention:
    title = text.trim(said, " \t\n.:;")
    number = item.label if item.mark is not Mark.DASH else ""
    return TaskMention("block", number, title, item.span, roles, schedule, item.path)
