"""Who stands above whom, who followed whom: chains in the tables of knowledge that lead nowhere or in a circle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kgbuild.model.knowledge import AgencyRecord, Knowledge, Succession


@dataclass(frozen=True, slots=True, order=True)
class TableFault:
    """One fault: the rule that found it, the keys of the rows it lies in, and what is wrong."""

    rule: str
    rows: tuple[str, ...]
    message: str


def chain_faults(knowledge: Knowledge) -> Iterator[TableFault]:
    """Find what is wrong with parents, areas and successions."""
    yield from _parents(knowledge)
    yield from _areas(knowledge)
    yield from _successions(knowledge)


def day_of(text: str) -> date | None:
    """Read a day written YYYY-MM-DD; None for anything else.

    >>> day_of("2025-02-28"), day_of("2025-02-30"), day_of("20250228")
    (datetime.date(2025, 2, 28), None, None)
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def change_name(row: Succession) -> str:
    """Name a succession by its two bodies."""
    return f"{row.predecessor} → {row.successor}"


def _parents(knowledge: Knowledge) -> Iterator[TableFault]:
    """Parents that do not exist, are gone before their child, or come round to it again."""
    agencies = knowledge.agencies
    for record in agencies.values():
        for column, other in (("parent", record.parent), ("guided_by", record.guided_by)):
            if other and other not in agencies:
                yield TableFault("no-such-body", (record.id,), f"its {column} {other} is in no row")
        parent = agencies.get(record.parent)
        if parent is not None and parent.valid_to and not (record.valid_to and record.valid_to <= parent.valid_to):
            lives = f"until {record.valid_to}" if record.valid_to else "to this day"
            message = f"lives {lives}, its parent only until {parent.valid_to}"
            yield TableFault("outlived-parent", (record.id, parent.id), message)
    for code in knowledge.codes.values():
        if code.agency and code.agency not in agencies:
            yield TableFault("no-such-body", (code.code,), f"its agency {code.agency} is in no row")
    for key in _circles({record.id: {record.parent} for record in agencies.values() if record.parent}):
        yield TableFault("circle", (key,), "its parents come round to itself")


def _areas(knowledge: Knowledge) -> Iterator[TableFault]:
    """Predecessors and successors of areas that do not exist or are not said from both sides."""
    areas = knowledge.areas
    for area in areas.values():
        for other in (*area.predecessors, *area.successors):
            if other not in areas:
                yield TableFault("no-such-area", (area.slug,), f"{other} is in no row")
        for name in area.successors:
            after = areas.get(name)
            if after is not None and area.slug not in after.predecessors:
                yield TableFault("one-sided", (area.slug, name), f"{name} does not name it as a predecessor")
            # one without a first day took the other in and went on: Hà Nội and Hà Tây in 2008
            taken_in = after is not None and not after.valid_from and day_of(area.valid_to) is not None
            if after is not None and not taken_in and not _follows(area.valid_to, after.valid_from):
                message = f"ends on {area.valid_to or '?'}, {name} begins on {after.valid_from or '?'}"
                yield TableFault("gap", (area.slug, name), message)
        for name in area.predecessors:
            if name in areas and area.slug not in areas[name].successors:
                yield TableFault("one-sided", (area.slug, name), f"{name} does not name it as a successor")


def _follows(end: str, begin: str) -> bool:
    """Tell whether a life that begins on *begin* follows one that ends on *end* without a day between."""
    last = day_of(end)
    return last is not None and (last + timedelta(days=1)).isoformat() == begin


def _successions(knowledge: Knowledge) -> Iterator[TableFault]:
    """Chains of successors that lead nowhere, fork without a split, or do not fit the lives of their bodies."""
    agencies, whole = knowledge.agencies, {"absorbed", "merged"}
    leaving = {row.predecessor for row in knowledge.successions}
    takers: dict[tuple[str, str], set[str]] = {}
    for row in knowledge.successions:
        old, new = agencies.get(row.predecessor), agencies.get(row.successor)
        for key, record in ((row.predecessor, old), (row.successor, new)):
            if record is None:
                yield TableFault("no-such-body", (change_name(row),), f"{key} is in no row")
        if old is None or new is None:
            continue
        yield from _fits(row, old, new)
        if row.kind in whole:
            takers.setdefault((old.id, row.scope), set()).add(new.id)
            if new.valid_to and new.id not in leaving:
                yield TableFault(
                    "broken-chain", (change_name(row),), f"{new.id} ended on {new.valid_to}, nobody follows it"
                )
    for (old_id, _), successors in takers.items():
        if len(successors) > 1:
            message = f"is whole in each of {', '.join(sorted(successors))}: only a split has several successors"
            yield TableFault("forked-chain", (old_id,), message)
    after: dict[str, set[str]] = {}
    for row in knowledge.successions:
        after.setdefault(row.predecessor, set()).add(row.successor)
    for key in _circles(after):
        yield TableFault("circle", (key,), "its successors come round to itself")


def _fits(row: Succession, old: AgencyRecord, new: AgencyRecord) -> Iterator[TableFault]:
    """Compare the day of a change with the lives of both bodies."""
    last = day_of(old.valid_to)
    day = row.date or ((last + timedelta(days=1)).isoformat() if last else "")
    # A template ends where the first province ended it: the rows of single places have days of their own.
    if row.date and (old.scope != "province" or row.scope == "province"):
        if not old.valid_to:
            yield TableFault("undead", (change_name(row),), f"{old.id} was succeeded on {row.date} and has no last day")
        elif not _follows(old.valid_to, row.date):
            yield TableFault(
                "gap", (change_name(row),), f"{old.id} ended on {old.valid_to}, the change is of {row.date}"
            )
    if day and new.valid_from > day:
        yield TableFault("gap", (change_name(row),), f"{new.id} began on {new.valid_from}, the change is of {day}")
    if day and new.valid_to and new.valid_to < day:
        yield TableFault("gap", (change_name(row),), f"{new.id} had ended on {new.valid_to}, the change is of {day}")


def _circles(after: Mapping[str, set[str]]) -> Iterator[str]:
    """List the keys from which the steps of *after* lead back to themselves."""
    for start in after:
        reached: set[str] = set()
        todo = [start]
        while todo:
            new = after.get(todo.pop(), set()) - reached
            reached |= new
            todo += new
        if start in reached:
            yield start
