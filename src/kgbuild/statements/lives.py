"""When a body lived and who followed it: by its own row, by the rows of its own place, by the life of its area."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kgbuild.model.entities import AgentRef
from kgbuild.model.knowledge import AgencyRecord, Knowledge, Succession

# the level between province and commune, with its towns; the row of groups.csv says when it ended
_DISTRICTS = ("quan-", "huyen-", "thi-xa-", "thi-tran-", "thanh-pho-")
_LEVEL = "cap-huyen"
_WHOLE = ("absorbed", "merged")


def life(ref: AgentRef, knowledge: Knowledge) -> tuple[str, str]:
    """Give the first and the last day of a body or group, each a day, a year, or empty where unknown.

    The days of a row that all provinces fill are those of the first province: elsewhere only their year holds. No
    body outlives its province, none of a district the districts; what had ended before its province began has no first
    day there.
    """
    area = knowledge.areas.get(ref.area.partition(".")[0])
    record = knowledge.agencies.get(ref.record)
    group = knowledge.groups.get(ref.path.rpartition("/")[2]) if ref.kind == "group" else None
    begin, end = "", ""
    if record is not None:
        begin, end = _own_life(ref, record, knowledge)
    elif group is not None:
        begin, end = group.valid_from, group.valid_to
    if _of_district(ref):
        last = knowledge.groups[_LEVEL].valid_to
        end = min(end or last, last)
    if (
        area is not None
        and record is not None
        and record.scope == "province"
        and area.valid_from > record.valid_to > ""
    ):
        return "", end  # it was gone everywhere before this province was formed
    if area is not None:
        begin = area.valid_from if area.valid_from[: len(begin)] >= begin else begin
        end = area.valid_to if area.valid_to and (not end or area.valid_to[: len(end)] < end) else end
    return ("" if begin and end and end[: len(begin)] < begin[: len(end)] else begin), end


def wound_up(ref: AgentRef, knowledge: Knowledge) -> str:
    """Give the day on which a body of a district ended with all districts, empty for any other body.

    No one body followed: the tasks of the level went to its communes and in part to the province.
    """
    if ref.kind != "agency" or not _of_district(ref):
        return ""
    return (date.fromisoformat(knowledge.groups[_LEVEL].valid_to) + timedelta(days=1)).isoformat()


def _of_district(ref: AgentRef) -> bool:
    return ref.area.partition(".")[2].startswith(_DISTRICTS)


def _own_life(ref: AgentRef, record: AgencyRecord, knowledge: Knowledge) -> tuple[str, str]:
    if record.scope != "province":
        return record.valid_from, record.valid_to
    own = [row for row in knowledge.successions if row.date and row.scope == _place(ref)]
    begin = max((row.date for row in own if row.successor == record.id), default=record.valid_from[:4])
    changed = min((row.date for row in own if row.predecessor == record.id and record.valid_to), default="")
    end = (date.fromisoformat(changed) - timedelta(days=1)).isoformat() if changed else record.valid_to[:4]
    return (begin if record.valid_from else ""), end


def successions(ref: AgentRef, knowledge: Knowledge) -> Iterator[tuple[Succession, AgentRef]]:
    """Give the changes that ended a body, each with a body near which the successor is to be sought.

    What a place says of itself wins over the row for all provinces: for the function it names, or for the body as a
    whole. A body that lived as long as its province goes on in the province that came after.
    """
    rows = [row for row in knowledge.successions if row.predecessor == ref.record]
    own = [row for row in rows if row.scope in (ref.area, _place(ref))]
    settled = {row.function for row in own}
    whole = any(row.kind in _WHOLE and not row.function for row in own)
    general = [row for row in rows if row.scope in ("central", "province", "")]
    found = [*own, *(row for row in general if row not in own and not whole and row.function not in settled)]
    yield from ((row, ref) for row in found)
    record, area = knowledge.agencies.get(ref.record), knowledge.areas.get(ref.area)
    if found or record is None or area is None or record.scope != "province" or record.valid_to or ref.kind != "agency":
        return
    for name in area.successors:
        after = knowledge.areas.get(name)
        if after is not None:
            row = Succession(record.id, record.id, after.valid_from, "merged", "", ref.area)
            yield row, replace(ref, area=name)


def _place(ref: AgentRef) -> str:
    return ref.area.removesuffix("-2025")
