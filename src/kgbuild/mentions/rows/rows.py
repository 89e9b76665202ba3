"""Tasks of tables: a row with its leads, coordinators, schedule and product."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgbuild.mentions.naming.agencies import AgencyReader
from kgbuild.mentions.patterns import TASK_VERB
from kgbuild.mentions.rows.cell_items import items_of
from kgbuild.mentions.rows.dittos import cell_meant, roles_meant
from kgbuild.mentions.rows.row_times import in_year, read_time, year_in_title
from kgbuild.model import Span
from kgbuild.model.mentions import AgencyMention, Role, TaskMention
from kgbuild.model.structure import Part, Row, TaskTable
from kgbuild.model.text import Text

_ROLES = {"lead": "lead", "coordinate": "coordinate", "perform": "perform"}


def read_rows(text: Text, part: Part, reader: AgencyReader, first: int = 0) -> Iterator[TaskMention]:
    """Read each row of each task table; a row number that restarts carries its group.

    The tables are counted from *first*: before them may stand those of other annexes of the same document.
    """
    for index, table in enumerate(part.tables, first):
        if not _names_bodies(text, table, "lead" if "lead" in table.columns else "coordinate", reader):
            continue
        seen: set[str] = set()
        year = year_in_title(text, part.head.title)
        led = _led_by_groups(text, table, reader)
        above: dict[str, Span] = {}
        found: list[TaskMention] = []
        before: Row | None = None
        for at, row in enumerate(table.rows):
            above = {column: cell_meant(text, cell, above.get(column)) for column, cell in row.cells.items()}
            row = replace(in_year(row, year), cells=above)
            task = _row(text, table, row, index, reader)
            if found and "lead" in row.cells:
                task = replace(task, roles=(*roles_meant(text, row.cells["lead"], found[-1].roles), *task.roles))
            if not any(role.role in ("lead", "perform") for role in task.roles):
                task = replace(task, roles=(*led.get(row.group, ()), *task.roles))
            if before is not None and _names_more(table, row, before):
                found[-1] = replace(found[-1], roles=(*found[-1].roles, *task.roles))
                continue
            before = row
            if not task.number or task.number in seen:
                task = replace(task, key=f"{task.number or row.group}.x{at + 1}".strip("."))
            seen.add(task.number)
            found.append(task)
        yield from found


def _names_more(table: TaskTable, row: Row, before: Row) -> bool:
    """Tell a row that only names more bodies of the task above it: all else in it is merged with that row."""
    if row.cells["task"] != before.cells["task"]:
        return False
    own = {name: cell for name, cell in row.cells.items() if name not in _ROLES}
    all_said = "" not in table.columns and row.number == before.number
    return "role" in row.cells or (all_said and all(before.cells.get(name) == cell for name, cell in own.items()))


def _names_bodies(text: Text, table: TaskTable, column: str, reader: AgencyReader) -> bool:
    """Tell whether a column really names bodies: "Đơn vị" may head units of measure, and columns may be mistaken."""
    cells = [row.cells[column] for row in table.rows if column in row.cells and len(row.cells[column])]
    known = [cell for cell in cells if any(body.rule != "words" for body in reader.read_cell(text, cell))]
    return len(cells) < 4 or len(known) >= 0.3 * len(cells)


_GROUP_OPENS = re.compile(r"\W*(?:(?:các\s+)?nhiệm vụ(?:\s+cụ thể)?\s+)?(?P<said>(?:giao(?:\s+cho)?|của|do)\s+)?")
_GROUP_ENDS = re.compile(
    r"\W*(?P<said>(?:là\s+)?(?:(?:cơ quan|đơn vị)\s+)?chủ trì(?:\s+(?:thực hiện|tham mưu))?|thực hiện)?\W*"
)


def _led_by_groups(text: Text, table: TaskTable, reader: AgencyReader) -> dict[str, tuple[Role, ...]]:
    """Read who leads all rows of a group, by its path, where the heading of the group names only bodies.

    It must say that they lead ("Sở Xây dựng chủ trì"), for a bare name may be a field ("Bảo hiểm xã hội"), unless the
    table has no column for it and all its headings are names.
    """
    read = {group.path: _group_leads(text, group.heading, reader) for group in table.groups}
    bare = "lead" not in table.columns and all(roles for roles, _ in read.values())
    return {path: roles for path, (roles, said) in read.items() if said or bare}


def _group_leads(text: Text, heading: Span, reader: AgencyReader) -> tuple[tuple[Role, ...], bool]:
    """Read the bodies that a heading consists of, and whether it says that they lead."""
    opening = _GROUP_OPENS.match(text.low, heading.start, heading.end)
    bodies, end = reader.read_list(text, Span(opening.end() if opening else heading.start, heading.end))
    closing = _GROUP_ENDS.fullmatch(text.low, end, heading.end)
    if not bodies or closing is None:
        return (), False
    said = bool(closing["said"] or (opening and opening["said"]))
    return tuple(Role("lead", body, confidence=0.85, rule=f"group-{body.rule}") for body in bodies), said


def _row(text: Text, table: TaskTable, row: Row, index: int, reader: AgencyReader) -> TaskMention:
    roles = tuple(
        Role(
            role, agent, confidence=0.95 if agent.record and not agent.elliptical else 0.85, rule=f"table-{agent.rule}"
        )
        for column, code in _ROLES.items()
        if column in row.cells and len(row.cells[column])
        for role, agent in read_roles(text, row.cells[column], _part_played(text, row, code), reader)
    )
    number = row.number
    if table.restarts and row.group:
        number = f"{row.group}.{row.number}" if row.number else ""
    cell = row.cells
    return TaskMention(
        source="table",
        number=number,
        title=_title(text, cell["task"]),
        span=row.span,
        roles=roles,
        schedule=read_time(text, row),
        section=row.group,
        product=_filled(cell.get("product")),
        funding=_filled(cell.get("funding")),
        table=index,
    )


def _part_played(text: Text, row: Row, code: str) -> str:
    """Tell what part a body plays: as its column says, or the cell beside it ("Chủ trì", "Phối hợp")."""
    cell = row.cells.get("role")
    said = text.low[cell.start : cell.end].strip() if cell is not None else ""
    return "coordinate" if said.startswith(("phối hợp", "tham gia", "hỗ trợ")) else code


_DASH = re.compile(r"\s*[-+•*▪.]\s+(?=[^\W\d_])")


def _title(text: Text, cell: Span) -> Span:
    """Leave out the dash of a cell that is one point of a group: "+ Trồng rừng"."""
    dash = _DASH.match(text.norm, cell.start, cell.end)
    return text.trim(Span(dash.end() if dash else cell.start, cell.end))


_LEAD_WORDS = re.compile(r"\W*(?:(?:cơ quan|đơn vị|cq|đv)\s+)?chủ trì(?:\s+thực hiện)?\s*[:;,-]?\s*")
# "do Sở Y tế chủ trì", said of a clause as a whole
_GIVEN = re.compile(r"\W*(?:do|giao(?:\s+cho)?)\s+(?=[^()]{3,200}(?:chủ trì|thực hiện)[\s.]*(?:,\s*phối hợp\s|\Z))")
_LEAD_AFTER = re.compile(r"\s*[,(-]?\s*(?<![^\W_])chủ trì(?:\s+thực hiện)?(?![^\W_])\s*[);,.-]*\s*")
_WITH = re.compile(
    r"[\s;,.(+-]*(?:(?:các\s+)?(?:cơ quan|đơn vị|cq|đv)\s+)?(?<![^\W_])phối hợp"
    r"(?:\s+(?:thực hiện|với|cùng|chặt chẽ))*\s*:?\s*"
)
# what only says within which bounds a body acts
_BOUNDS = re.compile(
    r"[\s,]*(?<![^\W_])(?:trong phạm vi|theo (?:chức năng|thẩm quyền|nhiệm vụ|phân công)|thuộc phạm vi|"
    r"căn cứ (?:chức năng|nhiệm vụ)|tại (?:điểm|khoản|mục|điều|phụ lục)(?: [^\s,]+,? (?:khoản|mục|điều))*)"
    r"(?:,?\s+(?!và (?:các|ủy|ubnd|sở|bộ|ban|cục|chi|công an|văn phòng|đài|hội|viện|tòa)|"
    r"các\s|sở\s|bộ\s|ủy ban\s|ubnd\s)[^\s,;.]+)*(?:,?\s+và(?=\s))?"
)
# groups whose name no verb narrows, as in "các doanh nghiệp cung cấp dịch vụ"
_BARE_GROUPS = {"so-ban-nganh", "bo-nganh", "cap-huyen", "cap-xa", "tinh-thanh-pho", "doan-the"}
_POINTS = re.compile(r"[\n;]\s*[-+]\s")
# who stands before this coordinates too: "Sở Y tế chủ trì; Sở Tài chính; Công an tỉnh phối hợp"
_PART = re.compile(r"(?<![^\W_])(?:chủ trì|phối hợp)(?![^\W_])")
_JOINS = re.compile(r"(?:(?!chủ trì|phối hợp)[^:])+(?<![^\W_])phối hợp(?:\s+thực hiện)?\W*")
_CLAUSES = re.compile(r";|(?<=chủ trì\)),|(?<=phối hợp\)),")
# a label holds for all clauses up to the next: "Chủ trì: Sở Y tế; Sở Nội vụ. Phối hợp: Sở Tài chính; Công an tỉnh"
_ROLE_LABEL = re.compile(
    r"(?<![^\W_])(?:(chủ trì)(?:\s+thực hiện)?\s*:|phối hợp(?:\s+thực hiện)?(?:\s*:|\s+(?:cùng )?với\s))"
)
_SHARED_HEAD = re.compile(r"\W*(?:các|những)\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,4}\s*:")
_NOT_A_CARRIER = re.compile(r"(?:có|cần|là|để|liên quan|trực thuộc|được)(?![^\W_])")


def read_roles(text: Text, cell: Span, code: str, reader: AgencyReader) -> Iterator[tuple[str, AgencyMention]]:
    """Read the bodies of a cell or a label's value, each with the part it plays.

    The heading gives all of them *code*, unless a cell for who leads itself says who leads and who coordinates
    ("Sở Y tế chủ trì; phối hợp: Sở Tài chính"). A head word said once holds for the whole cell ("Các Cục: A; B").
    Where a sentence follows the bodies, they alone are taken.
    """
    parted = _PART.search(text.low, cell.start, cell.end) is not None
    shared = not parted and _SHARED_HEAD.match(text.low, cell.start, cell.end)
    items = [cell] if shared or (parted and code == "lead") else items_of(text, cell, reader)
    if code != "lead" or shared:
        yield from ((code, agent) for item in items for agent in _bodies(text, item, reader))
        return
    current = "perform" if _LEAD_AFTER.search(text.low, cell.start, cell.end) else "lead"
    for point in (point for item in items for point in _cut(text, item, _POINTS)):
        here = current
        clauses = _cut(text, point, _CLAUSES)
        for clause, helps in zip(clauses, _helping(text, clauses), strict=True):
            joins = current == "perform" and helps
            for role, place in _parted(text, clause, "coordinate" if joins else here):
                yield from ((role, agent) for agent in _bodies(text, place, reader))
            if labels := list(_ROLE_LABEL.finditer(text.low, clause.start, clause.end)):
                here = current = "lead" if labels[-1][1] else "coordinate"


def _helping(text: Text, clauses: Sequence[Span]) -> list[bool]:
    """Tell for each clause whether the next that says a part ends in "phối hợp", which holds for those before it."""
    helping, found = False, []
    for clause in reversed(clauses):
        if _PART.search(text.low, clause.start, clause.end):
            helping = _JOINS.fullmatch(text.low, clause.start, clause.end) is not None
        found.append(helping)
    return found[::-1]


def _cut(text: Text, span: Span, at: re.Pattern[str]) -> list[Span]:
    """Cut a span at each match."""
    cuts = list(at.finditer(text.low, span.start, span.end))
    starts = [span.start, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), span.end]
    pieces = (text.trim(Span(a, b), " \t\n;,.") for a, b in zip(starts, ends, strict=True))
    return [piece for piece in pieces if len(piece)]


def _parted(text: Text, clause: Span, code: str) -> Iterator[tuple[str, Span]]:
    """Part a clause into who leads and who coordinates; where it says neither, all in it have *code*."""
    low = text.low[clause.start : clause.end]
    opening = _LEAD_WORDS.match(low)
    start = opening.end() if opening else 0
    start = given.end() if (given := _GIVEN.match(low, start)) else start
    led = _LEAD_AFTER.search(low, start)
    together = _WITH.search(low, led.end() if led else start)
    end = led.start() if led else together.start() if together else len(low)
    ordered = led is not None and re.match(r"[\s,]*phối hợp", low[led.end() - 2 :]) is not None
    after = text.trim(Span(clause.start + together.end(), clause.end), " \t\n;,.)") if together else None
    role = "lead" if opening or led else "coordinate" if together and not len(after or Span(0, 0)) else code
    yield role, text.trim(Span(clause.start + start, clause.start + end), " \t\n;,.-(")
    if together and after is not None and len(after):
        yield "coordinate", after
    elif led and together and not ordered:
        yield "coordinate", text.trim(Span(clause.start + led.end(), clause.start + together.start()), " \t\n;,.-(")
    elif led and not together and not TASK_VERB.match(low, led.end()):
        yield code, text.trim(Span(clause.start + led.end(), clause.end), " \t\n;,.")


def _bodies(text: Text, place: Span, reader: AgencyReader) -> Iterator[AgencyMention]:
    """Read bodies, without the bounds within which they act and without a sentence that follows them."""
    for piece in _cut(text, place, _BOUNDS):
        listed, end = reader.read_list(text, piece)
        rest = text.low[end : piece.end].lstrip()
        if (
            listed
            and (listed[-1].record or listed[-1].group in _BARE_GROUPS)
            and TASK_VERB.match(rest)
            and not _NOT_A_CARRIER.match(rest)
            and len(rest.split()) >= 3
        ):
            yield from listed
        elif not (TASK_VERB.match(text.low, piece.start) and text.norm[piece.start].islower()):
            yield from reader.read_cell(text, piece)


def _filled(cell: Span | None) -> Span | None:
    return cell if cell is not None and len(cell) else None
