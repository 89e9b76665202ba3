"""The task that one paragraph of prose tells: its owners with their roles, their partners, who hears of it, when."""

import re
from dataclasses import dataclass

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.directed import acts, read_directed
from kgbuild.mentions.prose.roles import lines_of, modality_of, partners, roles_of
from kgbuild.mentions.schedules import find_deadline, recurrence_of
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Role, TaskMention
from kgbuild.model.text import Text

_TITLE_WORDS = 24  # a title is the first clause of a duty, or so many words of it
_EDGES = " \t\n,:-"


@dataclass(frozen=True, slots=True)
class Duty:
    """What bodies are told: the whole passage, the words of the duty in it, the bodies.

    `asked` when they are asked rather than ordered; `inherited` are the roles that a lead-in above hands down.
    """

    whole: Span
    words: Span
    agents: tuple[AgencyMention, ...]
    asked: bool = False
    inherited: tuple[Role, ...] = ()


def task_of(text: Text, duty: Duty, section: str, reader: AgencyReader) -> TaskMention:
    """Make the task of one duty, which stands in *section*."""
    words = duty.words
    deadline = find_deadline(text, words)
    return TaskMention(
        source="narrative",
        number="",
        title=_first_words(text, text.trim(words, _EDGES + ";")),
        span=text.trim(duty.whole),
        roles=_roles(text, duty, reader),
        schedule=deadline,
        section=section,
        standing=deadline is None,
        frequency=recurrence_of(text.low[words.start : words.end]),
        **lines_of(text, words, reader),
    )


def _roles(text: Text, duty: Duty, reader: AgencyReader) -> tuple[Role, ...]:
    """Give the roles of the owners and of the partners; those handed down hold where the duty says none."""
    codes = roles_of(text, text.trim(duty.words, _EDGES))
    directed = read_directed(text, duty.words, reader)
    if directed and not acts(directed, duty.agents, reader.lexicon.knowledge):
        directed = None
    if directed and directed.role == "lead" and codes[0] == "lead":
        codes = ("perform", "monitor")
    beside = partners(text, duty.words, reader)
    rule = "heading" if duty.words.start == duty.whole.start else "subject"
    if duty.inherited and codes[0] == "perform":
        codes, rule = (duty.inherited[0].role, *codes[1:]), "lead-in"
        beside = [role.agent for role in duty.inherited if role.agent not in duty.agents]
    owned = [
        Role(
            code,
            agent,
            modality_of(agent, reader.lexicon.knowledge, duty.asked),
            0.85 if agent.record else 0.8,
            f"{rule}-{agent.rule}",
        )
        for agent in duty.agents
        for code in codes
    ]
    helping = [Role("coordinate", agent, "mandated", 0.75, f"partner-{agent.rule}") for agent in beside]
    if directed is None:
        return (*owned, *helping)
    own = {agent.body for agent in duty.agents}
    told = [agent for agent in directed.agents if agent.body not in own]
    return (*owned, *(Role(directed.role, a, "mandated", 0.75, f"directed-{a.rule}") for a in told), *helping)


def roles_handed_on(text: Text, duty: Duty, reader: AgencyReader) -> tuple[Role, ...]:
    """Read the parts that "Bộ Tài chính chủ trì, phối hợp với Bộ Y tế:" hands on to the points below it.

    "Bộ Tài chính phối hợp với Bộ Y tế:" gives both the same part.
    """
    part, *_ = roles_of(text, text.trim(duty.words, _EDGES))
    beside = partners(text, duty.words, reader)
    led = part == "lead" and "chủ trì" in text.low[duty.words.start : duty.words.end]
    if not led and not (part == "coordinate" and beside):
        return ()
    return (*(Role(part, agent) for agent in duty.agents), *(Role("coordinate", agent) for agent in beside))


def _first_words(text: Text, span: Span) -> Span:
    """Take the first clause of a duty as its title, at most so many words of it."""
    content = text.norm[span.start : span.end]
    stop = re.search(r"[;.:](?=\s|$)|,\s+(?:thời gian|thời hạn)(?:\s+(?:thực hiện|hoàn thành))?\s*:", content)
    end = stop.start() if stop else len(content)
    words = list(re.finditer(r"\S+", content[:end]))
    if len(words) > _TITLE_WORDS:
        end = words[_TITLE_WORDS - 1].end()
    return text.trim(Span(span.start, span.start + end), " \t\n;.,/")
