"""Tasks of tables and labelled blocks: a row or a block with its leads, coordinators, schedule and product."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgbuild.mentions.agencies import AgencyReader
from kgbuild.mentions.schedules import read_schedule
from kgbuild.model import Span
from kgbuild.model.mentions import Role, ScheduleMention, TaskMention
from kgbuild.model.structure import Item, Mark, Part, Row, TaskTable
from kgbuild.model.text import Text

_ROLES = {"lead": "lead", "coordinate": "coordinate", "perform": "perform"}


def read_rows(text: Text, part: Part, reader: AgencyReader) -> Iterator[TaskMention]:
    """Read each row of each task table; a row number that restarts carries its group."""
    for index, table in enumerate(part.tables):
        if "lead" in table.columns and not _names_bodies(text, table, "lead", reader):
            continue
        seen: set[str] = set()
        for at, row in enumerate(table.rows):
            task = _row(text, table, row, index, reader)
            if not task.number or task.number in seen:
                task = replace(task, key=f"{task.number or row.group}.x{at + 1}".strip("."))
            seen.add(task.number)
            yield task


def _names_bodies(text: Text, table: TaskTable, column: str, reader: AgencyReader) -> bool:
    """Tell whether a column really names bodies: "Đơn vị" may head units of measure, and columns may be mistaken."""
    cells = [row.cells[column] for row in table.rows if column in row.cells and len(row.cells[column])]
    known = [cell for cell in cells if any(body.rule != "words" for body in reader.read_cell(text, cell))]
    return len(cells) < 4 or len(known) >= 0.3 * len(cells)


def _row(text: Text, table: TaskTable, row: Row, index: int, reader: AgencyReader) -> TaskMention:
    roles = tuple(
        Role(
            role, agent, confidence=0.95 if agent.record and not agent.elliptical else 0.85, rule=f"table-{agent.rule}"
        )
        for column, code in _ROLES.items()
        if column in row.cells and len(row.cells[column])
        for role, place in _parted(text, row.cells[column], code)
        for agent in reader.read_cell(text, place)
    )
    number = row.number
    if table.restarts and row.group:
        number = f"{row.group}.{row.number}" if row.number else ""
    cell = row.cells
    return TaskMention(
        source="table",
        number=number,
        title=text.trim(cell["task"]),
        span=row.span,
        roles=roles,
        schedule=_when(text, cell),
        section=row.group,
        product=_filled(cell.get("product")),
        funding=_filled(cell.get("funding")),
        table=index,
    )


_LEAD_WORDS = re.compile(r"\W*(?:(?:cơ quan|đơn vị)\s+)?chủ trì(?:\s+thực hiện)?\s*[:;,-]?\s*")
_LEAD_AFTER = re.compile(r"\s*[,(-]?\s*chủ trì(?:\s+thực hiện)?(?![^\W_])\s*[);,.-]*\s*")
_WITH = re.compile(
    r"[\s;,.(+-]*(?:(?:các\s+)?(?:cơ quan|đơn vị)\s+)?(?<![^\W_])phối hợp"
    r"(?:\s+(?:thực hiện|với|cùng|chặt chẽ))*\s*:?\s*"
)


def _parted(text: Text, cell: Span, code: str) -> Iterator[tuple[str, Span]]:
    """Part a cell that itself says who leads and who coordinates: "Sở Y tế chủ trì; phối hợp: Sở Tài chính"."""
    if code != "lead":
        yield code, cell
        return
    low = text.low[cell.start : cell.end]
    opening = _LEAD_WORDS.match(low)
    start = opening.end() if opening else 0
    led = _LEAD_AFTER.search(low, start)
    together = _WITH.search(low, led.end() if led else start)
    if led and together and together.start() <= led.end() and together.end() < len(low):
        together = re.compile(r"").match(low, together.end())
    end = led.start() if led else together.start() if together else len(low)
    yield "lead", text.trim(Span(cell.start + start, cell.start + end), " \t\n;,.-(")
    if led and together and not low[together.end() :].strip(" \t\n;,.)"):
        yield "coordinate", text.trim(Span(cell.start + led.end(), cell.start + together.start()), " \t\n;,.-(")
    elif together:
        yield "coordinate", text.trim(Span(cell.start + together.end(), cell.end), " \t\n;,.)")
    elif led:
        yield "lead", text.trim(Span(cell.start + led.end(), cell.end), " \t\n;,.")


def _when(text: Text, cell: dict[str, Span]) -> ScheduleMention | None:
    """Read the cell that says when, and the one that says from when."""
    until = read_schedule(text, cell["schedule"]) if "schedule" in cell else None
    since = read_schedule(text, cell["begin"]) if "begin" in cell else None
    if since is None or not since.start_year:
        return until
    if until is None:
        return replace(since, end_year="", end_date="")
    start = since.start_date or since.end_date
    place = Span(min(since.span.start, until.span.start), max(since.span.end, until.span.end))
    return replace(until, span=place, start_year=since.start_year or until.start_year, start_date=start)


def _filled(cell: Span | None) -> Span | None:
    return cell if cell is not None and len(cell) else None


_LABEL = re.compile(
    r"""\W*(?:
        (?P<lead>(?:cơ\ quan|đơn\ vị|sở|bộ)?\s*,?\s*(?:(?:cơ\ quan|đơn\ vị)\s*,?\s*)?(?:được\ giao\s+)?
          chủ\ trì(?:\ thực\ hiện|\ tham\ mưu)?)
      | (?P<coordinate>(?:(?:các\s+)?(?:cơ\ quan|đơn\ vị)\s*,?\s*(?:đơn\ vị\s+)?)?phối\ hợp(?:\ thực\ hiện)?)
      | (?P<perform>(?:cơ\ quan|đơn\ vị)(?:\s*,\s*(?:đơn\ vị|tổ\ chức))?\s+(?:thực\ hiện|chịu\ trách\ nhiệm))
      | (?P<schedule>(?:thời\ (?:gian|hạn)|tiến\ độ)(?:\ (?:thực\ hiện|hoàn\ thành|triển\ khai))?)
      | (?P<product>(?:sản\ phẩm|kết\ quả)(?:\ (?:đầu\ ra|dự\ kiến|hoàn\ thành|thực\ hiện))*)
      | (?P<task>(?:nội\ dung\s+)?nhiệm\ vụ|nội\ dung(?:\ (?:thực\ hiện|công\ việc))?)
      | (?P<funding>(?:nguồn\s+)?kinh\ phí(?:\ thực\ hiện)?)
    )\s*:\s*""",
    re.VERBOSE,
)


def read_blocks(text: Text, part: Part, reader: AgencyReader) -> tuple[tuple[TaskMention, ...], set[int]]:
    """Read labelled blocks ("Đơn vị chủ trì: …  Thời gian: …") under one heading; tell which items they use up."""
    tasks: list[TaskMention] = []
    used: set[int] = set()
    for owner, group in _groups(text, part).items():
        labels = {index: label for index, label in group if label[0] in ("lead", "perform")}
        if not labels or len({label[0] for _, label in group}) < 2:
            continue
        task, taken = _block(text, part, owner, group, reader)
        if task and task.roles:
            tasks.append(task)
            used |= taken
    return tuple(tasks), used


def _groups(text: Text, part: Part) -> dict[int, list[tuple[int, tuple[str, Span]]]]:
    """Gather labelled lines by the numbered item or heading above them."""
    groups: dict[int, list[tuple[int, tuple[str, Span]]]] = {}
    for index, item in enumerate(part.items):
        labels = _labels(text, item.content)
        if not labels:
            continue
        owner = item.parent
        while owner >= 0 and part.items[owner].mark in (Mark.LETTER, Mark.DASH, Mark.NONE, Mark.PAREN):
            above = part.items[owner]
            if not _LABEL.match(text.low, above.content.start, above.content.end) and above.mark is Mark.LETTER:
                break
            owner = above.parent
        if owner >= 0:
            groups.setdefault(owner, []).extend((index, label) for label in labels)
    return groups


def _labels(text: Text, span: Span) -> list[tuple[str, Span]]:
    """Read the labels of a line, one or several ("Đơn vị chủ trì: A; Đơn vị phối hợp: B."), with their values."""
    first = _LABEL.match(text.low, span.start, span.end)
    if not first:
        return []
    found = [first]
    for cut in re.finditer(r"[;.]\s+", text.low[span.start : span.end]):
        match = _LABEL.match(text.low, span.start + cut.end(), span.end)
        if match and match.start() >= found[-1].end():
            found.append(match)
    ends = [*(match.start() for match in found[1:]), span.end]
    return [
        (match.lastgroup or "", text.trim(Span(match.end(), end), " \t\n.;"))
        for match, end in zip(found, ends, strict=True)
    ]


def _block(
    text: Text, part: Part, owner: int, group: list[tuple[int, tuple[str, Span]]], reader: AgencyReader
) -> tuple[TaskMention | None, set[int]]:
    head: Item = part.items[owner]
    roles: list[Role] = []
    schedule = product = None
    title = text.trim(head.content, " \t\n.:;")
    used = {index for index, _ in group}
    last = head.span.end
    has_lead = any(label == "lead" for _, (label, _) in group)
    for index, (label, value) in group:
        last = max(last, part.items[index].span.end)
        if label == "schedule" and len(value):
            schedule = read_schedule(text, value)
        elif label == "product" and len(value):
            product = value
        elif label in ("lead", "coordinate", "perform") and len(value):
            code = "lead" if label == "perform" and not has_lead else label
            roles.extend(Role(code, a, confidence=0.9, rule=f"block-{a.rule}") for a in reader.read_cell(text, value))
        elif label == "task":
            below = [i for i, item in enumerate(part.items) if item.parent == index]
            used |= set(below)
            if len(value) and not below:
                title = value
    span = Span(head.span.start, last)
    return TaskMention("block", head.label, title, span, tuple(roles), schedule, head.path, product), used
