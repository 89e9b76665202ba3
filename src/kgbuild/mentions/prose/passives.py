"""Work said to be somebody's in the passive: "Việc đào tạo cán bộ do Sở Nội vụ chủ trì thực hiện"."""

import re
from collections.abc import Iterator

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.prose.roles import partners
from kgbuild.mentions.prose.subjects import sentences_of
from kgbuild.mentions.prose.tasks import Duty, task_of
from kgbuild.model import Span
from kgbuild.model.mentions import Role, TaskMention
from kgbuild.model.structure import Item
from kgbuild.model.text import Text

# what is to be done; of a meeting, a study or a delegation "do … chủ trì" only tells who chairs or heads it
_WORK = re.compile(
    r"\W*(?:việc|nhiệm vụ|nội dung|công tác|phần việc|hoạt động|giải pháp)(?![^\W_])"
    r"(?P<what>[^;:.]{3,160}?)(?<![^\W_])do\s+(?=[^\W\d_])"
)
_DONE = re.compile(r"(?<![^\W_])(?:đã|từng|trước đây|vừa qua)(?![^\W_])")
_LEADS = re.compile(
    r"\s*(?:làm\s+(?:cơ quan|đơn vị)\s+|là\s+(?:cơ quan|đơn vị)\s+)?(?:chủ trì|chịu trách nhiệm)(?![^\W_])"
)


def read_passives(text: Text, item: Item, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read the work of a paragraph that named bodies are said to lead."""
    for sentence in sentences_of(text, item.content):
        said = _WORK.match(text.low, sentence.start, sentence.end)
        if said is None or _DONE.search(said["what"]):
            continue
        agents, end = reader.read_list(text, Span(said.end(), sentence.end))
        named = agents and agents[0].span.start == said.end() and all(a.rule != "words" for a in agents)
        if named and _LEADS.match(text.low, end, sentence.end):
            beside = [Role("coordinate", body) for body in partners(text, Span(end, sentence.end), reader)]
            handed = (*(Role("lead", agent) for agent in agents), *beside)
            yield task_of(text, Duty(sentence, sentence, tuple(agents), inherited=handed), item.path, reader)
