"""The audit of the tables: nothing in those that ship, and each planted fault found, by its rule alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kgbuild.config import resource
from kgbuild.model.knowledge import (
    AgencyRecord,
    Area,
    DocumentType,
    IssuerCode,
    Knowledge,
    KnownDocument,
    Succession,
    Term,
)
from kgbuild.resolution.audit import audit, repeated_keys, unsourced

AUTHORITIES = resource("data", "authorities")
Tables = dict[str, Any]


def body(key: str, scope: str = "central", **cells: Any) -> AgencyRecord:
    """Make a row of agencies.csv with its name made of its key."""
    given = {name: cells.get(name, "") for name in AgencyRecord.__slots__}
    more = {"aliases": cells.get("aliases", ()), "bare_names": cells.get("bare_names", ())}
    return AgencyRecord(**{**given, "id": key, "scope": scope, "name": cells.get("name", f"Cơ quan {key}"), **more})


def tables() -> Tables:
    """Make tables without a fault: a ministry that became another, a department, an area that merged, a decision."""
    agencies = [
        body("cp", symbol="CP"),
        body("old", parent="cp", symbol="BO", valid_to="2025-02-28"),
        body("new", parent="cp", symbol="BO", valid_from="2025-03-01", bare_names=("Mới",), name="Bộ Mới"),
        body("bt-new", parent="new", symbol="BO", type="Post"),
        body("prov:so", scope="province", name="Sở {X}", guided_by="new", symbol="SO"),
        body("ha-noi:vien", scope="ha-noi", parent="prov:so"),
    ]
    north = Area("bac", "Bắc", "tỉnh Bắc", "Bac", "tinh", valid_to="2025-06-30", successors=("bac-2025",))
    south = replace(north, slug="bac-2025", valid_from="2025-07-01", valid_to="", predecessors=("bac",), successors=())
    code = IssuerCode("CP", (), "cp", "state", "central", "organ", "", "")
    decree = KnownDocument(
        "tw/cp/nghi-dinh-qppl/2020/30", "30/2020/NĐ-CP", "nghi-dinh", "cp", "2020-03-05", "Công tác văn thư", (), "", ""
    )
    type_ = DocumentType("nghi-dinh", "Nghị định", "Decree", "state", ("NĐ",), "Decree", "yes", ("NĐ",))
    change = Succession("old", "new", "2025-03-01", "absorbed", "", "central")
    return {
        "areas": {a.slug: a for a in (north, south)},
        "agencies": {r.id: r for r in agencies},
        "types": {"nghi-dinh": type_},
        "codes": {"CP": code},
        "documents": (decree,),
        "successions": (change,),
        "places": (),
        "groups": {},
        "head_nouns": (),
        "terms": (Term("cp", "XIV", "2016-07-28", "2021-04-08"),),
    }


def agency(key: str, **cells: Any) -> Callable[[Tables], None]:
    """Add a body, or change the cells of one."""

    def change(rows: Tables) -> None:
        known = rows["agencies"].get(key)
        rows["agencies"][key] = replace(known, **cells) if known else body(key, **cells)

    return change


def area(key: str, **cells: Any) -> Callable[[Tables], None]:
    return lambda rows: rows["areas"].update({key: replace(rows["areas"][key], **cells)})


def document(**cells: Any) -> Callable[[Tables], None]:
    return lambda rows: rows.update(documents=(replace(rows["documents"][0], **cells), *rows["documents"][1:]))


def changed(**cells: Any) -> Callable[[Tables], None]:
    """Change the cells of the succession."""
    return lambda rows: rows.update(successions=(replace(rows["successions"][0], **cells),))


def more(*cells: str) -> Callable[[Tables], None]:
    """Add a succession."""
    return lambda rows: rows.update(successions=(*rows["successions"], Succession(*cells)))


def code_of_nobody(rows: Tables) -> None:
    rows["codes"]["XX"] = replace(rows["codes"]["CP"], code="XX", agency="nobody")


def replaced_by_an_older_one(rows: Tables) -> None:
    one = rows["documents"][0]
    path = "tw/cp/nghi-dinh-qppl/2004/110"
    older = replace(one, path=path, symbol="110/2004/NĐ-CP", date="2004-04-08")
    rows["documents"] = (replace(one, successor=path), older)


def test_the_tables_that_ship_have_no_fault(knowledge: Knowledge) -> None:
    assert audit(knowledge) == []
    assert repeated_keys(AUTHORITIES) == []
    assert unsourced(AUTHORITIES) == []


def test_the_tables_of_these_tests_have_no_fault() -> None:
    assert audit(Knowledge(**tables())) == []


@pytest.mark.parametrize(
    ("plant", "rule", "row"),
    [
        (agency("twin", name="cơ quan OLD"), "shared-name", "old"),
        (agency("twin", aliases=("Bộ  mới",)), "shared-name", "new"),
        (agency("prov:twin", scope="province", name="Phòng {X}", aliases=("Sở {x}",)), "shared-name", "prov:so"),
        (agency("twin", name="Bộ Khác", bare_names=("mới",)), "shared-name", "new"),
        (agency("twin", symbol="BO", valid_from="2025-03-01"), "shared-symbol", "new"),
        (agency("ha-noi:twin", scope="ha-noi", name="Chi cục", symbol="SO"), "shared-symbol", "prov:so"),
        (agency("old", valid_from="2026-01-01"), "reversed-life", "old"),
        (agency("cp", valid_from="01/3/2025"), "no-date", "cp"),
        (agency("ha-noi:vien", parent="nobody"), "no-such-body", "ha-noi:vien"),
        (agency("prov:so", guided_by="nobody"), "no-such-body", "prov:so"),
        (agency("unit", parent="old"), "outlived-parent", "unit"),
        (agency("unit", parent="old", valid_to="2025-03-31"), "outlived-parent", "unit"),
        (agency("cp", parent="new"), "circle", "cp"),
        (code_of_nobody, "no-such-body", "XX"),
        (area("bac", successors=("nowhere", "bac-2025")), "no-such-area", "bac"),
        (area("bac", successors=()), "one-sided", "bac-2025"),
        (area("bac-2025", predecessors=()), "one-sided", "bac"),
        (area("bac-2025", valid_from="2025-07-02"), "gap", "bac"),
        (changed(date="2025-03-15"), "gap", "old → new"),
        (agency("old", valid_to="", symbol=""), "undead", "old → new"),
        (agency("new", valid_from="2025-04-01"), "gap", "old → new"),
        (agency("new", valid_from="", valid_to="2020-01-01", symbol=""), "gap", "old → new"),
        (more("nobody", "new", "", "merged", "", "central"), "no-such-body", "nobody → new"),
        (more("old", "cp", "2025-03-01", "merged", "", "central"), "forked-chain", "old"),
        (agency("new", valid_to="2026-01-01"), "broken-chain", "old → new"),
        (more("new", "old", "", "merged", "", "central"), "circle", "new"),
        (document(effective="2020-03-04"), "reversed-life", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(effective="quý I/2021"), "no-date", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(type="nghi-quyet"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(symbol="31/2020/NĐ-CP"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(symbol="30/NĐ-CP"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(symbol="30/2020/NĐ-UBND"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(symbol="không số"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(date="2021-03-05"), "bad-path", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(path="nowhere/cp/nghi-dinh-qppl/2020/30"), "bad-path", "nowhere/cp/nghi-dinh-qppl/2020/30"),
        (document(path="tw/cp"), "bad-path", "tw/cp"),
        (document(issuer="nobody"), "no-such-body", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(issuer="new"), "issuer-outside-life", "tw/cp/nghi-dinh-qppl/2020/30"),
        (document(successor="tw/cp/nghi-dinh-qppl/2030/1"), "no-such-document", "tw/cp/nghi-dinh-qppl/2020/30"),
        (replaced_by_an_older_one, "older-successor", "tw/cp/nghi-dinh-qppl/2020/30"),
    ],
)
def test_a_planted_fault_is_found_by_its_rule(plant: Callable[[Tables], None], rule: str, row: str) -> None:
    rows = tables()
    plant(rows)
    found = audit(Knowledge(**rows))
    assert row in {key for fault in found if fault.rule == rule for key in fault.rows}
    # a body that ended early leaves both its post and its predecessor hanging
    also = {("broken-chain", "outlived-parent"), ("gap", "broken-chain"), ("gap", "outlived-parent")}
    assert {(rule, fault.rule) for fault in found if fault.rule != rule} <= also


@pytest.mark.parametrize(
    "plant",
    [
        agency("ha-noi:twin", scope="ha-noi", name="Cơ quan old"),  # the body of one place hides the other there
        agency("prov:twin", scope="province", name="Sở"),  # "Sở" alone and "Sở" with a place are two spellings
        agency("central-twin", name="Cục", symbol="SO"),  # a body of the centre is in no province
        agency("organ", parent="cp", symbol="CP"),  # an organ numbers with the letters of its parent
        agency("old", valid_to="2025-02-28", symbol="BO"),  # one after the other
        agency("prov:gone", scope="province", name="Ty {X}"),
        more("prov:so", "cp", "2025-03-01", "absorbed", "", "ha-noi"),  # one province alone
        document(date=""),
    ],
)
def test_what_only_looks_like_a_fault_passes(plant: Callable[[Tables], None]) -> None:
    rows = tables()
    plant(rows)
    assert audit(Knowledge(**rows)) == []


def test_a_code_known_to_name_none_may_be_shared() -> None:
    rows = tables()
    agency("twin", symbol="SO", scope="province", name="Chi cục {X}")(rows)
    assert [fault.rule for fault in audit(Knowledge(**rows))] == ["shared-symbol"]
    rows["codes"]["SO"] = replace(rows["codes"]["CP"], code="SO", agency="")
    assert audit(Knowledge(**rows)) == []


def test_a_key_in_two_rows_is_found(tmp_path: Path) -> None:
    for path in AUTHORITIES.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "areas.csv"
    last = table.read_text(encoding="utf-8").splitlines()[-1]
    table.write_text(table.read_text(encoding="utf-8") + last + "\n", encoding="utf-8")
    (fault,) = repeated_keys(tmp_path)
    assert (fault.rule, fault.rows) == ("repeated-key", (last.split(",")[0],))


def test_a_row_without_its_source_is_found(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text("id,name,source\na,Quỹ A,Decree 1\nb,Quỹ B, \n", encoding="utf-8")
    (fault,) = unsourced(tmp_path)
    assert (fault.rule, fault.rows) == ("no-source", ("b",))
