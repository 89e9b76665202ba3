"""Role verbs and their false friends: what part a duty gives to whom (registry of language, §1)."""

import re
from typing import TypedDict

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import OPENS_DUTY, TASK_VERB
from kgbuild.model import Span
from kgbuild.model.knowledge import Knowledge
from kgbuild.model.mentions import AgencyMention
from kgbuild.model.text import Text

# "chủ trì" as a verb; as part of a noun phrase it gives no role: cơ quan chủ trì nhiệm vụ, chủ nhiệm, đơn vị chủ trì
_LEAD = re.compile(r"(?<![^\W_])chủ trì(?![^\W_])")
_LEAD_NOUN = re.compile(
    r"(?:tổ chức|cá nhân|cơ quan|đơn vị|người|nhân|sư”?|viên|được giao|được phân công|phân công)\s*,?\s*$"
)
# who was charged to lead does: "Công an tỉnh được giao chủ trì bảo đảm an ninh mạng", not whoever leads some task
_CHARGED = re.compile(
    r"^\W*(?:đã\s+|sẽ\s+)?được\s+(?:giao|phân công)\s+(?:nhiệm vụ\s+)?chủ trì"
    rf"(?:\s*,\s*phối hợp|\s+{OPENS_DUTY.pattern})"
)
# bodies that are only said to lead: "Các cơ quan chủ trì nhiệm vụ báo cáo …"
_SAID_TO_LEAD = re.compile(r"(?:cơ quan|đơn vị)\s*$")
# another that is to lead: "báo cáo Thủ tướng Chính phủ về việc giao Bộ Tài chính chủ trì thẩm định"
_ANOTHER_LEADS = re.compile(
    r"(?<!làm )(?<!công )(?<![^\W_])(?:việc|xem xét|đề xuất|đề nghị|kiến nghị)\s+giao\s+(?:cho\s+)?"
    r"(?!nhiệm vụ|dự toán|chỉ tiêu|kế hoạch)[^,;:]{2,50}(?<!\svà)\s$"
)
_ORDERED = re.compile(r"\s*,\s*phối hợp(?![^\W_])")
_STANDING = re.compile(r"^\W*(?:(?:là|làm)\s+)?(?:cơ quan|đơn vị)\s+(?:thường trực|đầu mối)(?!\s+(?:của|tiếp nhận))")
_COORDINATE = re.compile(
    r"^\W*(?:(?:định kỳ\s+)?h[àằ]ng (?:năm|quý|tháng)\s*,?\s+)?"
    r"(?:chủ động\s+|tích cực\s+|tăng cường\s+|thường xuyên\s+|cần\s+|có trách nhiệm\s+|sẽ\s+)*phối hợp(?![^\W_])"
)
_MONITOR = re.compile(
    r"^\W*(?:tổ chức thực hiện\s*,\s*(?=hướng dẫn|kiểm tra|theo dõi|đôn đốc|"
    r"giám sát))?(?:thường xuyên\s+|tăng cường\s+|chủ trì\s+|tổ chức\s+)*(?:theo dõi|đôn đốc|giám sát|"
    r"kiểm tra|chỉ đạo|hướng dẫn|thanh tra)(?![^\W_])"
)
_REPORT = re.compile(
    r"^\W*(?:định kỳ\s+|chủ động\s+|kịp thời\s+|tổng hợp\s*,?\s*|"
    # "6 tháng, năm"
    r"\(?(?:h[àằ]ng\s+)?(?:\d{1,2}\s+)?(?:tuần|tháng|quý|năm)(?:\s+một lần)?\)?\s*,?\s*(?:(?:và|hoặc)\s+)?"
    r")*báo cáo(?![^\W_])"
)
_ADVISE = re.compile(r"^\W*(?:chủ động\s+|nghiên cứu\s*,?\s*)*tham mưu(?![^\W_])")
# words that only say that a duty follows
_DUTY = re.compile(r"^\W*(?:có|chịu) trách nhiệm\s+(?!trước|chính|toàn|cá nhân|về)")
# on what ground a body helps: "theo chức năng, nhiệm vụ được giao chủ động phối hợp với …"
_WITHIN = re.compile(
    r"^\W*(?:theo|căn cứ(?:\s+(?:theo|vào))?|trong phạm vi)\s+(?:chức năng|nhiệm vụ|thẩm quyền)"
    r"(?:(?!chủ trì)[^;.]){0,60}?\s+(?=(?:(?:chủ động|tích cực|có trách nhiệm)\s+)*phối hợp(?![^\W_]))"
)
_PARTNER = re.compile(  # "hợp tác xã" and "tổ hợp tác" are firms
    r"(?<![^\W_])(?:phối hợp|(?<!tổ )hợp tác(?!\s+xã(?![^\W_]))|cùng)(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+"
    r"(?!tổ chức|thực hiện|triển khai|giữa)"
)


_LEADS = re.compile(r"[\s,:]*(?:làm |là (?:cơ quan|đơn vị) )?chủ trì\s*[,;]\s*")
_HELP = re.compile(r"\s*(?:cùng\s+)?phối hợp(?![^\W_])")


def roles_of(text: Text, duty: Span) -> tuple[str, ...]:
    """Tell the roles a duty gives to its subject: the main verb's, and "perform" beside a special one.

    >>> from kgbuild.text.normalize import normalise
    >>> t = normalise("Chủ trì, phối hợp với Sở Tài chính xây dựng đề án")
    >>> roles_of(t, Span(0, len(t.norm)))
    ('lead',)
    """
    low = text.low[duty.start : duty.end]
    clause = _DUTY.sub("", _WITHIN.sub("", re.split(r"[;.](?=\s|$)", low, maxsplit=1)[0]))
    if _STANDING.match(clause):
        return ("lead", "standingBody") if "thường trực" in clause[:40] else ("lead",)
    if clause.lstrip().startswith("chủ trì ") and _SAID_TO_LEAD.search(text.low, max(0, duty.start - 12), duty.start):
        clause = clause.lstrip().removeprefix("chủ trì ")
    match = _LEAD.search(clause)
    if match and _CHARGED.match(clause):
        return ("lead",)
    if (
        match
        and (_ORDERED.match(clause, match.end()) or not _LEAD_NOUN.search(clause[: match.start()]))
        and not _ANOTHER_LEADS.search(clause[: match.start()])
        and (match.start() < 60 or re.search(r"[,:]\s*$", clause[: match.start()]))
    ):
        return ("lead",)
    if _COORDINATE.match(clause):
        return ("coordinate",)
    special = next(
        (role for role, cue in (("report", _REPORT), ("advise", _ADVISE), ("monitor", _MONITOR)) if cue.match(clause)),
        None,
    )
    return ("perform", special) if special else ("perform",)


# a later clause that gives its subject another part: it opens with "chủ trì", "phối hợp", "là đầu mối" or "tham mưu"
_OPENS = re.compile(
    r"(?P<end>[.;])\s+(?:(?:đồng thời|ngoài ra)\s*,?\s+)?(?P<opens>(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối)|"
    r"chủ trì(?!\s+(?:các|cuộc|hội))|phối hợp(?!\s*[.;])|(?<=\.\s)tham mưu|"
    # a report with a day of its own is a duty of its own
    r"(?:định kỳ\s+|tổng hợp\s*,?\s*)*(?P<report>báo cáo)(?=[^;.]*\strước ngày\s+\d))(?![^\W_])"
)
_JOINED = re.compile(r",\s+(?P<opens>chủ trì\s*,\s*phối hợp)(?![^\W_])")
_CONDITION = re.compile(
    r"\W*(?:trên cơ sở|căn cứ|theo|trong|để|khi|tại|có|nếu|trường hợp|hàng năm|hằng năm|định kỳ)(?![^\W_])"
)


def parts_of(text: Text, duty: Span) -> list[Span]:
    """Part a paragraph where the part its body plays changes: what it leads, what it helps with, what it does alone.

    >>> from kgbuild.text.normalize import normalise
    >>> t = normalise("Tăng cường kiểm tra thị trường; phối hợp xử lý vi phạm.")
    >>> [t.norm[p.start : p.end] for p in parts_of(t, Span(0, len(t.norm)))]
    ['Tăng cường kiểm tra thị trường', 'phối hợp xử lý vi phạm.']
    """
    cuts = [duty.start]
    for match in _OPENS.finditer(text.low, duty.start, duty.end):
        before, after = Span(cuts[-1], match.start()), Span(match.start("opens"), duty.end)
        if match["end"] == "." or match["report"] or _kind(text, before) != _kind(text, after):
            cuts.append(match.start("opens"))
    first = text.low[cuts[0] : cuts[1] if len(cuts) > 1 else duty.end]
    joined = _JOINED.search(first)
    if joined and TASK_VERB.match(first.lstrip(" ,:-")) and not _CONDITION.match(first):
        alone = first[: joined.start()]
        if len(alone.split()) >= 4 and _kind(text, Span(duty.start, duty.start + joined.start())) == "perform":
            cuts.insert(1, duty.start + joined.start("opens"))
    ends = [*cuts[1:], duty.end]
    pieces = [
        text.trim(Span(a, b), " \t\n;,") if b != duty.end else Span(a, b) for a, b in zip(cuts, ends, strict=True)
    ]
    return [Span(duty.start, pieces[0].end), *pieces[1:]]


def _kind(text: Text, clause: Span) -> str:
    return next(
        (role for role in roles_of(text, text.trim(clause, " \t\n,:-")) if role in ("lead", "coordinate")), "perform"
    )


def partners(text: Text, duty: Span, reader: AgencyReader) -> list[AgencyMention]:
    """Read the bodies named after "phối hợp với" in a duty, or before "phối hợp" behind who leads it."""
    found: dict[AgencyMention, None] = {}
    if leads := _LEADS.match(text.low, duty.start, duty.end):  # "Sở Y tế | chủ trì, Sở Tài chính phối hợp lập dự toán"
        beside, after = reader.read_list(text, Span(leads.end(), duty.end))
        found.update(dict.fromkeys(beside if _HELP.match(text.low, after, duty.end) else ()))
    for match in _PARTNER.finditer(text.low, duty.start, duty.end):
        found.update(dict.fromkeys(reader.read_list(text, Span(match.end(), duty.end))[0]))
    return list(found)


def modality_of(agent: AgencyMention, knowledge: Knowledge, asked: bool) -> str:
    """Tell how strongly a body is told: a state organ asks Party, Front, mass and court bodies, it orders its own.

    "Đề nghị" said to one's own department or district is an order in polite words.
    """
    if not asked:
        return "mandated"
    record = knowledge.agencies.get(agent.record)
    if record is not None:
        return (
            "mandated"
            if record.type == "StateAgency" and record.kind.startswith(("so-", "ubnd", "van-phong"))
            else "requested"
        )
    return (
        "mandated" if agent.group.startswith("so-ban-nganh") or agent.group in ("cap-huyen", "cap-xa") else "requested"
    )


class Lines(TypedDict):
    """The lines of reporting and approval that a duty names."""

    reports_to: tuple[AgencyMention, ...]
    submits_to: tuple[AgencyMention, ...]
    via: tuple[AgencyMention, ...]
    directs: tuple[AgencyMention, ...]
    appraised_by: tuple[AgencyMention, ...]


_REPORTS_TO = re.compile(
    (
        r"(?<![^\W_])báo cáo(?:\s+(?:kết quả|tình hình|định kỳ|tiến độ)[^;.,]{0,60}?)?(?:\s+(?:về|với|cho|"
        r"lên))?\s+(?=[A-ZĐỦƯ]|các)"
    ),
    re.UNICODE,
)
# whoever gathers the reports passes them on
_FOR_ANOTHER = re.compile(r"để\s+(?:theo dõi\s*,?\s*)?tổng hợp\s*,?\s*(?:và\s+)?$")
_REPORTS = re.compile(r"(?<![^\W_])báo cáo(?![^\W_])")
_SUBMITS_TO = re.compile(r"(?<![^\W_])trình\s+(?=[^\W\d_])")
_VIA = re.compile(r"(?<![^\W_])(?:thông qua|qua|gửi)\s+(?=[^\W\d_])")
_DIRECTS = re.compile(r"(?<![^\W_])(?:chỉ đạo(?:\s*,\s*hướng dẫn)?|hướng dẫn)\s+(?=[^\W\d_])")
_APPRAISES = re.compile(r"\s*(?:thẩm định|thẩm tra)")


def lines_of(text: Text, duty: Span, reader: AgencyReader) -> Lines:
    """Read whom a duty reports to, submits to, goes through, directs, and who appraises it."""
    via, appraised = [], []
    for match in _VIA.finditer(text.low, duty.start, duty.end):
        agents, end = reader.read_list(text, Span(match.end(), duty.end))
        rest = text.low[end : duty.end]
        if agents and _APPRAISES.match(rest):
            appraised.extend(agents)
        elif agents and re.match(r"\s*(?:,?\s*để|tổng hợp|\)|\s*trước)", rest):
            via.extend(agents)
    # "báo cáo kết quả, gửi Sở A để tổng hợp, báo cáo UBND": Sở A reports to UBND, the duty to Sở A
    gathered = via and _REPORTS.search(text.low[duty.start : via[0].span.start])
    return Lines(
        reports_to=_after(text, _REPORTS_TO, duty, reader) or (tuple(via) if gathered else ()),
        submits_to=_after(text, _SUBMITS_TO, duty, reader),
        via=tuple(via),
        directs=_after(text, _DIRECTS, duty, reader),
        appraised_by=tuple(appraised),
    )


def _after(text: Text, cue: re.Pattern[str], duty: Span, reader: AgencyReader) -> tuple[AgencyMention, ...]:
    found: list[AgencyMention] = []
    haystack = text.norm if cue is _REPORTS_TO else text.low
    for match in cue.finditer(haystack, duty.start, duty.end):
        if cue is _REPORTS_TO and _FOR_ANOTHER.search(text.low[max(duty.start, match.start() - 40) : match.start()]):
            continue
        agents, _ = reader.read_list(text, Span(match.end(), duty.end))
        found.extend(agent for agent in agents if agent.body not in {f.body for f in found})
    return tuple(found)
