"""Bodies that are addressed or that propose, and are no more or not yet on the day of the draft."""

import re
from collections.abc import Iterator
from typing import Final

from kgbuild.checking.remarks import Draft, Remark, passage_of
from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.naming.names import Lexicon
from kgbuild.model import Span
from kgbuild.model.entities import AgentRef
from kgbuild.resolution.agents import AgentLinker
from kgbuild.resolution.context import Context
from kgbuild.statements.lives import life, successions

_ADDRESS: Final = re.compile(
    r"^\W*kính gửi\s*:?(?P<one>[^\n]*)\n(?P<list>(?:[^\S\n]*(?:[-–+•*][^\n]*)?\n)*)", re.MULTILINE
)
_PROPOSAL: Final = re.compile(r"(?:theo|xét) đề nghị của (?P<who>[^\n;]*?)(?=\s+tại\s|\s+về\s|[;,.\n]|$)")


def bodies_of_another_day(draft: Draft) -> Iterator[Remark]:
    """Find addressees and proposers outside their life spans, with who took over."""
    reader, linker = AgencyReader.of(Lexicon(draft.knowledge), draft.area), AgentLinker(draft.knowledge)
    context = Context(draft.area, draft.day)
    for span, rule, verb_vi, verb_en in _places(draft):
        for mention in reader.read_line(draft.text, span):
            body = linker.resolve(mention, context, draft.text.words(mention.span))
            begin, end = life(body, draft.knowledge)
            late = bool(end) and draft.day[: len(end)] > end
            if not late and not (begin and draft.day[: len(begin)] < begin):
                continue
            named = f"{body.label} ({f'… – {_shown(end)}' if late else f'{_shown(begin)} – …'})"
            day = _shown(draft.day)
            yield Remark(
                rule,
                "Warning",
                f"Văn bản ngày {day} {verb_vi} {named}, cơ quan không còn hoặc chưa có vào ngày ấy; "
                "kiểm tra tên cơ quan.",
                f"A document of {day} {verb_en} {named}, which was not there on that day; check the name.",
                _successors(body, draft, linker) if late else "",
                (passage_of(draft, mention.span),),
            )


def _places(draft: Draft) -> Iterator[tuple[Span, str, str, str]]:
    """Where bodies are addressed or said to propose, with the rule and the words for it."""
    low = draft.text.low
    if address := _ADDRESS.search(low):
        for group in ("one", "list"):
            for line in re.finditer(r"[^\n;]+", address[group]):
                start = address.start(group)
                yield Span(start + line.start(), start + line.end()), "AddresseeOutsideLife", "gửi", "is addressed to"
    for proposal in _PROPOSAL.finditer(low):
        yield Span(*proposal.span("who")), "ProposerOutsideLife", "ban hành theo đề nghị của", "is proposed by"


def _successors(body: AgentRef, draft: Draft, linker: AgentLinker) -> str:
    names = set()
    for row, near in successions(body, draft.knowledge):
        if row.successor in draft.knowledge.agencies:
            names.add(linker.of_record(row.successor, near.area, Context(near.area, draft.day)).label)
    return f"Cơ quan kế thừa: {', '.join(sorted(names))}." if names else ""


def _shown(day: str) -> str:
    """Write a day, month or year as in Vietnamese."""
    return "/".join(reversed(day.split("-")))
