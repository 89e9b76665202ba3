"""Sentences in the middle of a paragraph that say who acts: "Hằng năm, Sở Tài chính tổng hợp …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import DONE, OPENS_DUTY, ORDERED
from kgbuild.mentions.prose.formulas import is_closing_sentence
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

# what may stand before a subject: when, on what ground, in what case
_OPENING = re.compile(
    r"\W*(?:hằng|hàng|định kỳ|mỗi|trước|sau|đến|từ|vào|trong|ngoài ra|đồng thời|bên cạnh|cùng với|căn cứ|trên cơ sở|"
    r"theo|khi|để|nhằm|đối với|trường hợp|nếu|kết thúc|tại|với|ngay|hết|quý|năm|6 tháng|sáu tháng|trên đây|"
    r"thời gian tới)(?![^\W_])"
)
_ORDER = re.compile(r"\W*(?:giao(?:\s+nhiệm vụ)?|yêu cầu|đề nghị)\s+(?:cho\s+)?(?=[^\W\d_])")
# what one told so is to tell others: "Giao Sở Y tế yêu cầu các bệnh viện …"
_TELLS_OTHERS = re.compile(r"(?:yêu cầu|đề nghị)\s+(?=các|[^\W\d_])")
LEADING = re.compile(r"^\W*(?:chủ trì|là (?:cơ quan|đơn vị) (?:chủ trì|thường trực|đầu mối))")
ANSWERS_FOR = re.compile(r"\W*(?:có|chịu) trách nhiệm\s+(?!(?:tổ chức\s+)?(?:thi hành|thực hiện)(?![^\W_]))")
"""What a body has to answer for, rather than that it must carry out this document."""
_GENITIVE = re.compile(
    r"(?<![^\W_])của\s+(?:các\s+|những\s+)?(?:cấp ủy|tổ chức đảng|cơ quan|đơn vị|địa phương|bộ|sở|ngành)(?![^\W_])"
    r"[^,;]{0,20}$"
)
_JOINED = re.compile(r",\s*$")
_SENTENCE = re.compile(r"[.;]\s+(?=\W{0,2}[^\W\d_])")
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
# by when what was said before is to be done, in a sentence of its own
_DUE = re.compile(r"\W*(?:thời hạn|thời gian|tiến độ)(?:\s+(?:hoàn thành|thực hiện|báo cáo))?\s*:")
_FAR = 300  # characters of an opening; a longer one is a sentence of its own
_NEXT = 120  # characters behind the bodies in which their verb stands
_ADDRESS = 12  # characters that may stand before the name of a body: "Đồng chí"
_CLOSES_LIST = re.compile(r"(?<![^\W_])liên quan\s*$")
_ABOVE_THEM = ("bch-tw", "bct", "bbt")  # who only orders: "Căn cứ chủ trương của Bộ Chính trị, | Đảng ủy Chính phủ …"
_LAST = 12  # words at the end of an opening in which a body's name begins
_MANY = 60  # sentences of one paragraph: more is no text


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that a sentence says must act, where their duty stands, and the words that stand before them."""

    agents: tuple[AgencyMention, ...]
    duty: Span
    opening: Span


def read_subjects(text: Text, content: Span, reader: AgencyReader) -> Iterator[Subject]:
    """Read the bodies that act in each sentence of a paragraph, at its beginning or behind an opening and a comma."""
    for sentence in sentences_of(text, content):
        if found := read_subject(text, sentence, reader):
            yield found


def sentences_of(text: Text, content: Span) -> list[Span]:
    """Part a paragraph at full stops and semicolons."""
    starts = [content.start, *(m.end() for m in _SENTENCE.finditer(text.norm, content.start, content.end))][:_MANY]
    return [text.trim(Span(start, end)) for start, end in zip(starts, [*starts[1:], content.end], strict=True)]


def read_subject(text: Text, sentence: Span, reader: AgencyReader) -> Subject | None:
    """Read the subject of one sentence; bodies right before the comma of its opening leave it in doubt."""
    opening = bool(_OPENING.match(text.low, sentence.start, sentence.end))
    if not opening:
        order = _ORDER.match(text.low, sentence.start, sentence.end)
        begun = Span(order.end() if order else sentence.start, sentence.end)
        return _acting(text, begun, None, reader, ordered=order is not None)
    reach = min(sentence.end, sentence.start + _FAR)
    for comma in _COMMA.finditer(text.norm, sentence.start, reach):
        if found := _acting(text, sentence, comma, reader):
            before = Span(sentence.start, comma.start())
            return None if ends_in_body(text, before, reader) else _behind_genitive(text, before, found)
    return None


def _behind_genitive(text: Text, opening: Span, found: Subject) -> Subject | None:
    """Keep of "theo ý kiến của cấp ủy | , tổ chức đảng, cơ quan, Ban Tổ chức TW lấy …" the known body that ends it.

    The list may go on with whose opinion it is; where no known body alone ends it, nobody is told.
    """
    if not _GENITIVE.search(text.low, opening.start, opening.end) or len(found.agents) == 1:
        return found
    *others, last = found.agents
    alone = (
        last.record
        and not any(agent.record for agent in others)
        and _JOINED.search(text.low[opening.end : last.span.start])
    )
    return replace(found, agents=(last,)) if alone else None


def _acting(
    text: Text, sentence: Span, comma: re.Match[str] | None, reader: AgencyReader, *, ordered: bool = False
) -> Subject | None:
    """Read bodies at the beginning of a sentence or behind a comma, with the verb of their duty right behind them."""
    at = comma.end() if comma else sentence.start
    agents, end = reader.read_list(text, Span(at, sentence.end))
    if not agents or agents[0].rule == "words" or agents[0].span.start > at + _ADDRESS:
        return None
    rest = text.low[end : min(sentence.end, end + _NEXT)].lstrip(" ,")
    tells = ordered and _TELLS_OTHERS.match(rest)
    if not (tells or OPENS_DUTY.match(rest)) or DONE.match(rest):
        return None
    return Subject(tuple(agents), Span(end, sentence.end), text.trim(Span(sentence.start, at), " \t\n,"))


def ends_in_body(text: Text, opening: Span, reader: AgencyReader) -> bool:
    """Tell "căn cứ kế hoạch của Sở Tài chính", whose body may belong to the list behind the comma.

    Behind "các bộ, cơ quan liên quan" no list goes on.
    """
    if _CLOSES_LIST.search(text.low, opening.start, opening.end):
        return False
    words = [m.start() for m in re.finditer(r"(?<![^\W_])[^\W\d_]", text.norm[opening.start : opening.end])][-_LAST:]
    for at in words:
        agents, end = reader.read_list(text, Span(opening.start + at, opening.end))
        if agents and all(agent.record in _ABOVE_THEM for agent in agents):
            continue
        if agents and agents[0].rule != "words" and not text.norm[end : opening.end].strip():
            return True
    return False


def is_charged(text: Text, subject: Subject) -> bool:
    """Tell a sentence of its own that charges known bodies: "… . Bộ Y tế chịu trách nhiệm hướng dẫn …"."""
    if len(subject.opening) or not all(agent.record for agent in subject.agents):
        return False
    ordered = ORDERED.match(text.low, subject.duty.start, subject.duty.end)
    part = ordered is not None and ordered["part"] is not None
    return part or ANSWERS_FOR.match(text.low, subject.duty.start, subject.duty.end) is not None


def part_others(
    text: Text, words: Span, agents: Sequence[AgencyMention], reader: AgencyReader
) -> tuple[Span, list[Subject]]:
    """Part what is told to *agents* from the last sentences of a paragraph: each tells others to act.

    A semicolon parts the bodies of a list as well, so behind one only known bodies or a single other, with groups
    behind it, open such a clause, with none right before them unless one known leads. What closes a letter is
    nobody's duty.
    """
    own = {agent.body for agent in agents}
    others: list[Subject] = []
    sentences = _with_due(text, sentences_of(text, words))
    last = sum(1 for _ in takewhile(lambda s: is_closing_sentence(text, s), reversed(sentences)))
    for before, sentence in reversed(list(pairwise(sentences[: len(sentences) - last]))):
        subject = read_subject(text, sentence, reader)
        if subject and text.norm[before.end - 1] != "." and not _begins_anew(text, before, subject, reader):
            subject = None
        if subject is None or own & {agent.body for agent in subject.agents}:
            break
        others.insert(0, subject)
    return (text.trim(Span(words.start, others[0].opening.start)), others) if others else (words, [])


def _with_due(text: Text, sentences: Sequence[Span]) -> list[Span]:
    """Join "Thời hạn hoàn thành: trước ngày 30/11." to the sentence before it, which it says when to do."""
    joined: list[Span] = []
    for sentence in sentences:
        due = joined and _DUE.match(text.low, sentence.start, sentence.end)
        joined[-1:] = [Span(joined[-1].start, sentence.end)] if due else [*joined[-1:], sentence]
    return joined


def _begins_anew(text: Text, before: Span, subject: Subject, reader: AgencyReader) -> bool:
    """Tell "…; Sở Y tế chủ trì, …" and "…; Sở Tài chính cấp vốn", with no body in front, from the next of a list."""
    known = all(agent.record for agent in subject.agents)
    one = subject.agents[0].rule == "unknown" and all(agent.group for agent in subject.agents[1:])
    if len(subject.opening) or not (known or one):
        return False
    leads = known and len(subject.agents) == 1 and LEADING.match(text.low[subject.duty.start : subject.duty.end])
    return bool(leads) or not ends_in_body(text, text.trim(before, " \t\n;"), reader)
