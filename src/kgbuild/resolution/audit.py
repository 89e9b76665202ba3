"""Look through the tables of knowledge for what they must not say: shared names, broken chains, impossible lives."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from kgbuild.errors import IdentifierError
from kgbuild.identifiers import DocumentKey, DocumentSymbol, joint_segment, number_segment, organ_segment
from kgbuild.language import fold
from kgbuild.model.knowledge import (
    AgencyRecord,
    Area,
    DocumentType,
    Group,
    IssuerCode,
    Knowledge,
    KnownDocument,
    Place,
)
from kgbuild.resolution.authorities import read_table
from kgbuild.resolution.chains import TableFault, chain_faults, change_name, day_of
from kgbuild.resolution.context import CENTRAL
from kgbuild.resolution.documents import register

_EVERYWHERE = ("central", "province")  # one index of names holds both; a body of one area hides them there
_KEYS: Final[tuple[tuple[str, type[Any], str], ...]] = (
    ("agencies", AgencyRecord, "id"),
    ("areas", Area, "slug"),
    ("document_types", DocumentType, "notation"),
    ("documents", KnownDocument, "path"),
    ("groups", Group, "slug"),
    ("issuer_codes", IssuerCode, "code"),
    ("places", Place, "id"),
)
_PLACE = ("{X}", "{x}", "{T}")


def audit(knowledge: Knowledge) -> list[TableFault]:
    """Find the faults of the tables, sorted. What a table does not say is no fault: unknown days pass."""
    found = [
        *_names(knowledge),
        *_symbols(knowledge),
        *_lives(knowledge),
        *chain_faults(knowledge),
        *_documents(knowledge),
    ]
    return sorted(set(found))


def repeated_keys(folder: Path) -> list[TableFault]:
    """Find the keys that several rows of one table share: loaded, the last of them would hide the others."""
    found = []
    for table, row_type, column in _KEYS:
        counts = Counter(str(getattr(row, column)) for row in read_table(folder / f"{table}.csv", row_type))
        found += [TableFault("repeated-key", (key,), f"{n} rows of {table}.csv") for key, n in counts.items() if n > 1]
    return sorted(found)


def unsourced(folder: Path) -> list[TableFault]:
    """Find the rows of all tables that do not say where they come from."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                if not (row.get("source") or "").strip():
                    key = next(iter(row.values()), "") or f"row {number}"
                    found.append(TableFault("no-source", (key,), f"row {number} of {path.name} names no source"))
    return sorted(found)


def _names(knowledge: Knowledge) -> Iterator[TableFault]:
    """Bodies of one scope and time that share a spelling: the reader could only ever mean the first."""
    owners: dict[tuple[str, str, str], set[str]] = {}
    for record in knowledge.agencies.values():
        scope = "everywhere" if record.scope in _EVERYWHERE else record.scope
        for spelling in (record.name, *record.aliases):
            owners.setdefault((scope, "", _spelling(spelling)), set()).add(record.id)
        for bare in record.bare_names:
            head = fold(record.name).split()[0]
            owners.setdefault((scope, head, fold(bare)), set()).add(record.id)
    bodies = knowledge.agencies
    for (_, head, name), ids in owners.items():
        if any(_meet(bodies[one], bodies[other]) for one, other in combinations(sorted(ids), 2)):
            said = f"{head} … {name}" if head else name
            yield TableFault("shared-name", tuple(sorted(ids)), f"all are called “{said}”")


def _spelling(name: str) -> str:
    """Fold a name for comparison; one that needs a place is never that of one that does not."""
    bare = name
    for placeholder in _PLACE:
        bare = bare.replace(placeholder, " ")
    return fold(bare) + ("" if bare == name else " +place")


def _symbols(knowledge: Knowledge) -> Iterator[TableFault]:
    """Bodies that bear one symbol in one area at one time, unless the code is known to name none by itself."""
    ambiguous = {code.code for code in knowledge.codes.values() if not code.agency}
    bearers: dict[str, list[AgencyRecord]] = {}
    for record in knowledge.agencies.values():
        if record.symbol and record.symbol not in ambiguous and record.type != "Post":
            bearers.setdefault(record.symbol, []).append(record)
    for symbol, records in bearers.items():
        for one, other in combinations(sorted(records, key=lambda r: r.id), 2):
            related = one.parent == other.id or other.parent == one.id
            if _in_one_area(one, other) and _meet(one, other) and not related:
                yield TableFault("shared-symbol", (one.id, other.id), f"both bear {symbol} at one time")


def _in_one_area(one: AgencyRecord, other: AgencyRecord) -> bool:
    """Tell whether two rows can stand for bodies of one area: every province has those of scope "province"."""
    scopes = {one.scope, other.scope}
    return len(scopes) == 1 or ("province" in scopes and "central" not in scopes)


def _meet(one: AgencyRecord, other: AgencyRecord) -> bool:
    """Tell whether two bodies lived at one time, as far as is known."""
    return not (
        (one.valid_to and other.valid_from and one.valid_to < other.valid_from)
        or (other.valid_to and one.valid_from and other.valid_to < one.valid_from)
    )


def _lives(knowledge: Knowledge) -> Iterator[TableFault]:
    rows: list[tuple[str, str, str]] = [
        *((r.id, _first_day(r, r.valid_from), _first_day(r, r.valid_to)) for r in knowledge.agencies.values()),
        *((r.slug, r.valid_from, r.valid_to) for r in knowledge.areas.values()),
        *((r.slug, r.valid_from, r.valid_to) for r in knowledge.groups.values()),
        *((r.code, r.valid_from, r.valid_to) for r in knowledge.codes.values()),
        *((f"{r.body} {r.term}", r.start, r.end) for r in knowledge.terms),
        *((r.path, r.date, r.effective) for r in knowledge.documents),
        *((change_name(r), r.date, "") for r in knowledge.successions),
    ]
    for key, begin, end in rows:
        bad = [day for day in (begin, end) if day and day_of(day) is None]
        if bad:
            yield TableFault("no-date", (key,), f"{', '.join(bad)}: not a day (YYYY-MM-DD)")
        elif begin and end and end < begin:
            yield TableFault("reversed-life", (key,), f"ends, or takes effect, on {end}, before it begins on {begin}")


def _first_day(record: AgencyRecord, day: str) -> str:
    """Take a year for its first day, where a body of one place is known to have lived from or to that year only."""
    year = record.scope not in _EVERYWHERE and len(day) == 4 and day.isdecimal()
    return f"{day}-01-01" if year else day


def _documents(knowledge: Knowledge) -> Iterator[TableFault]:
    paths = {document.path: document for document in knowledge.documents}
    for document in knowledge.documents:
        yield from (TableFault("bad-path", (document.path,), message) for message in _path_faults(document, knowledge))
        issuer = knowledge.agencies.get(document.issuer)
        if issuer is None:
            yield TableFault("no-such-body", (document.path,), f"its issuer {document.issuer!r} is in no row")
        elif document.date and not (issuer.valid_from <= document.date <= (issuer.valid_to or document.date)):
            life = f"{issuer.valid_from or '?'} to {issuer.valid_to or '?'}"
            message = f"is of {document.date}; {issuer.id}, which issued it, lived from {life}"
            yield TableFault("issuer-outside-life", (document.path,), message)
        after = paths.get(document.successor)
        if document.successor and after is None:
            yield TableFault("no-such-document", (document.path,), f"its successor {document.successor} is in no row")
        elif after is not None and document.date and after.date and after.date <= document.date:
            message = f"is of {document.date}, what replaced it of {after.date}"
            yield TableFault("older-successor", (document.path, after.path), message)


def _path_faults(document: KnownDocument, knowledge: Knowledge) -> Iterator[str]:
    """Say where the path of a document does not follow from its symbol, type, date and area."""
    try:
        key = DocumentKey.parse("id/doc/" + document.path)
        symbol = DocumentSymbol.parse(document.symbol) if document.symbol else None
    except IdentifierError as error:
        yield str(error)
        return
    if key.area != CENTRAL and key.area not in knowledge.areas:
        yield f"{key.area} is no area"
    if document.type not in knowledge.types:
        yield f"{document.type!r} is no type of document"
    if document.date and key.year != document.date[:4]:
        yield f"the year is {key.year}, the date {document.date}"
    if symbol is None:
        return
    joint = document.type in knowledge.forms("joint")
    for part, wanted in (
        (key.number, number_segment(symbol.number)),
        (key.organ, joint_segment(symbol.organs) if joint else organ_segment(symbol.organ)),
        (key.form, register(document.type, symbol, knowledge.forms("law"))),
        (key.year, symbol.year or key.year),
    ):
        if part != wanted:
            yield f"{part!r} stands where the symbol {symbol} asks for {wanted!r}"
