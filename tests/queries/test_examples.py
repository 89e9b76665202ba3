"""The sixteen questions, with the answers that were read by hand from the five bundled sources."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kgbuild.config import resource
from kgbuild.model import Literal, Statement, Term
from kgbuild.namespaces import DCTERMS, ORG, PIO, RDF, SKOS, XSD, Iri
from kgbuild.publish.pages.examples import find_example, read_examples
from kgbuild.store import Store

NQ20 = "id/doc/tw/tw/nghi-quyet/2012/20"
CTR22 = "id/doc/ha-noi/tu/chuong-trinh-hanh-dong/2013/22"
KH90 = "id/doc/ha-noi/ubnd/ke-hoach/2013/90"
ANNEX = f"{KH90}/annex/1"
CT29 = "id/doc/ho-chi-minh/tu/chi-thi/2015/29"
QD4937 = "id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/4937"
ATTACHED = f"{QD4937}/attached/ke-hoach"
KL50 = "id/doc/tw/tw/ket-luan/2019/50"
KL69 = "id/doc/tw/tw/ket-luan/2024/69"
KH258 = "id/doc/gia-lai/tu/ke-hoach/2019/258"
GIA_LAI = "id/doc/gia-lai/ubnd/ke-hoach/nd/nn-"
HA_NOI = "id/agent/ha-noi/"
STATED, BY_BASIS = "được nói rõ", "theo căn cứ"


def short(iri: str) -> str:
    """Name the plan of Gia Lai, which has no number, by the beginning of its IRI."""
    return GIA_LAI if iri.startswith(GIA_LAI) else iri


def test_there_are_sixteen_with_words_in_two_languages() -> None:
    vietnamese, english = read_examples("vi"), read_examples("en")
    assert [example.name[:3] for example in vietnamese] == [f"{number:02}-" for number in range(1, 17)]
    for one, other in zip(vietnamese, english, strict=True):
        assert one.title not in (one.name, other.title)
        assert len(one.note) > 40
        assert len(other.note) > 40
        assert [p.name for p in one.parameters] == [p.name for p in other.parameters]
        assert all(p.meaning for p in (*one.parameters, *other.parameters))


@pytest.mark.parametrize("name", [example.name for example in read_examples("en")])
def test_an_example_runs_anywhere_and_names_no_base(name: str) -> None:
    query = resource("site", "queries", "examples", f"{name}.rq").read_text(encoding="utf-8")
    body = "\n".join(line for line in query.splitlines() if not line.lstrip().startswith("#"))
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", body, re.MULTILINE))
    used = set(re.findall(r"(?<![\w<\"/?:@])(\w+):[\w%]", re.sub(r"\"[^\"]*\"|<[^>]*>", "", body)))
    assert used == set(declared)
    assert not any("vnpolicy" in iri or "localhost" in iri for iri in declared.values())
    assert "vnpolicy" not in body
    assert "ORDER BY" in body


def test_every_example_answers_alike_in_rdflib(store: Store) -> None:
    import rdflib

    graph = rdflib.Graph()
    for s, p, o, _ in store.quads():
        value = (
            rdflib.URIRef(o)
            if isinstance(o, str)
            else rdflib.Literal(o.value, lang=o.language, datatype=rdflib.URIRef(o.datatype) if o.datatype else None)
        )
        graph.add((rdflib.URIRef(s), rdflib.URIRef(p), value))
    for example in read_examples("en"):
        ours = Counter(_row(row) for row in store.select(example.query))
        found = graph.query(example.query)
        theirs = Counter(_row({k: None if v is None else str(v) for k, v in row.items()}) for row in found.bindings)
        assert ours == theirs, example.name


def _row(row: Mapping[Any, Any]) -> frozenset[tuple[str, str]]:
    """Compare rows by the forms of their terms; what is unbound is left out."""
    return frozenset((str(k), str(getattr(v, "value", v))) for k, v in row.items() if v not in (None, ""))


def test_01_from_a_resolution_down(ask) -> None:
    rows = ask("cascade-down")
    paths = {short(row["document"]): row["path"] for row in rows}
    stated = (KL50, KL69, CTR22, CT29, KH258, GIA_LAI, KH90, ANNEX)
    assert paths == {**dict.fromkeys(stated, STATED), QD4937: BY_BASIS, ATTACHED: BY_BASIS}
    table = [row for row in rows if row.get("kind") == "bảng"]
    assert [row["row"] for row in table] == [str(number) for number in range(1, 18)]
    assert {(row["document"], row["sameKind"]) for row in table} == {(ANNEX, "17")}
    assert all(row["partOf"].startswith("Kế hoạch số 90/KH-UBND") for row in table)
    prose = Counter(short(row["document"]) for row in rows if row.get("kind") == "lời văn")
    assert set(prose) == {KH90, GIA_LAI, QD4937, ATTACHED}
    assert "khối có nhãn" not in {row.get("kind") for row in rows}


def test_01_counts_are_those_of_the_rows(ask) -> None:
    rows = ask("cascade-down")
    listed = Counter((row["document"], row["kind"]) for row in {r["task"]: r for r in rows if "task" in r}.values())
    assert {(row["document"], row["kind"]): int(row["sameKind"]) for row in rows if "kind" in row} == listed


def test_01_another_resolution(ask) -> None:
    rows = ask("cascade-down", key="doc/tw/cp/nghi-quyet/2013/46")
    assert {row["document"] for row in rows} == {"id/doc/ho-chi-minh/ubnd/quyet-dinh/2015/738"}


def test_02_from_a_task_up(ask) -> None:
    steps: dict[str, list[tuple[str, str, str]]] = {}
    for row in ask("cascade-up"):
        assert row["task"] == f"{KH90}/task/12"
        assert row["path"] == STATED
        steps.setdefault(row["goal"], []).append((row["from"], row["relation"], row["to"]))
    to_programme = [(ANNEX, "kèm theo", KH90), (KH90, "thực hiện", CTR22)]
    assert steps == {CTR22: to_programme, NQ20: [*to_programme, (CTR22, "thực hiện", NQ20)]}


def test_03_load_of_each_agency(ask) -> None:
    rows = ask("load-of-an-agency")
    table = [row for row in rows if row["document"] == KH90 and row["where"] == "bảng"]
    assert sum(int(row["leads"]) for row in table) == 17
    assert sum(int(row["coordinates"]) for row in table) == 64
    assert {row["year"] for row in table} == {"2013"}
    leads = {row["agency"].removeprefix(HA_NOI): int(row["leads"]) for row in table if row["leads"] != "0"}
    assert leads == {
        "so-khoa-hoc-va-cong-nghe": 9,
        "so-noi-vu": 3,
        "so-tai-chinh": 2,
        "so-ke-hoach-va-dau-tu": 1,
        "ban-tuyen-giao-tu": 1,
        "van-phong-ubnd": 1,
    }
    assert rows[0]["agency"] == f"{HA_NOI}so-khoa-hoc-va-cong-nghe"


def test_04_due_by_2015(ask) -> None:
    due = {row["row"]: (row["end"], row["lead"].removeprefix(HA_NOI)) for row in ask("due-by-year")}
    assert due == {
        "7": ("2013", "so-khoa-hoc-va-cong-nghe"),
        "9": ("2014", "so-khoa-hoc-va-cong-nghe"),
        "11": ("2014", "so-noi-vu"),
        "12": ("2014", "so-noi-vu"),
        "17": ("2014", "so-khoa-hoc-va-cong-nghe"),
        "2": ("2015", "so-ke-hoach-va-dau-tu"),
        "3": ("2015", "so-tai-chinh"),
        "13": ("2015", "so-noi-vu"),
        "16": ("2015", "so-khoa-hoc-va-cong-nghe"),
    }
    assert {row["row"] for row in ask("due-by-year", year="2016")} - due.keys() == {"5", "6", "10", "14"}


def test_05_who_works_with_whom(ask) -> None:
    rows = ask("who-works-with-whom")
    pairs = {(row["lead"], row["coordinator"]): int(row["tasks"]) for row in rows}
    science, finance, planning = (
        f"{HA_NOI}so-{name}" for name in ("khoa-hoc-va-cong-nghe", "tai-chinh", "ke-hoach-va-dau-tu")
    )
    assert pairs[science, finance] == 7  # rows 5, 6, 7, 9, 14, 15, 17
    assert pairs[science, planning] == 7  # rows 5, 6, 9, 14, 15, 16, 17
    assert pairs[finance, science] == 2  # rows 3, 8
    assert all(lead != coordinator for lead, coordinator in pairs)
    assert [int(row["tasks"]) for row in rows] == sorted(pairs.values(), reverse=True)


def test_06_one_resolution_in_several_places(ask) -> None:
    rows = {short(row["document"]): row for row in ask("one-resolution-in-several-places")}
    assert set(rows) == {KL50, KL69, CTR22, CT29, KH258, GIA_LAI, KH90, QD4937}
    for document, row in rows.items():
        if "date" in row:
            assert int(row["days"]) == (date.fromisoformat(row["date"]) - date(2012, 11, 1)).days, document
    assert "days" not in rows[GIA_LAI]
    assert {document for document, row in rows.items() if row["path"] == BY_BASIS} == {QD4937}
    assert {d: (r["areaName"], r["rows"], r["targets"]) for d, r in rows.items() if r["held"] == "true"} == {
        GIA_LAI: ("Gia Lai", "0", "0"),
        KH90: ("Hà Nội", "17", "0"),
        QD4937: ("Hồ Chí Minh", "0", rows[QD4937]["targets"]),
    }
    assert int(rows[QD4937]["targets"]) >= 8
    assert all(int(rows[document]["duties"]) for document in (GIA_LAI, KH90, QD4937))
    assert {row["blocks"] for row in rows.values()} == {"0"}


def test_07_where_nothing_carries_it_out(ask) -> None:
    rows = ask("missing")
    assert [row["areaName"] for row in rows] == ["Gia Lai", "Hà Nội", "Hồ Chí Minh"]
    assert {row["answer"] for row in rows} == {"không có trong bộ dữ liệu này"}
    assert {row["areaName"]: row["mentions"] for row in rows if row["mentions"] != "0"} == {"Hà Nội": "1"}
    assert ask("missing", key="doc/tw/tw/nghi-quyet/2012/20") == []


def test_08_two_answers_for_one_task(ask) -> None:
    rows = ask("two-answers")
    found = {(row["task"], row["tableLead"], row["proseLead"]) for row in rows}
    assert found == {(f"{KH90}/task/4", f"{HA_NOI}van-phong-ubnd", f"{HA_NOI}so-khoa-hoc-va-cong-nghe")}
    assert all("“đặt hàng”" in row["dutyWords"] for row in rows)


FAULTS = {
    ("LeadIsCoordinator", f"{KH90}/task/12", "Warning"),
    ("TaskWithoutSchedule", f"{KH90}/task/8", "Info"),
    ("SectionGap", f"{KH90}/s/iv", "Info"),
    ("TwoIssuersOrgan", CT29, "Info"),
    ("DeputyWithoutKT", f"{GIA_LAI}/signature", "Warning"),
}


def test_09_faults_of_the_source(ask) -> None:
    rows = ask("faults-of-the-source")
    found = {
        (row["shape"].rpartition("#")[2], re.sub("nn-[0-9a-f]{8}", "nn-", row["focus"]), row["severity"])
        for row in rows
    }
    assert found >= FAULTS
    assert all(row["message"] and row["words"] for row in rows)
    assert not any(shape == "NotHeld" for shape, _, _ in found)


def test_09_two_issuers_of_the_programme(ask) -> None:
    rows = ask("faults-of-the-source")
    assert ("TwoIssuersOrgan", CTR22) in {(row["shape"].rpartition("#")[2], row["focus"]) for row in rows}


def test_10_targets_in_per_cent_by_2020(ask) -> None:
    rows = ask("targets")
    assert [(row["document"], float(row["quantity"]), row["deadline"]) for row in rows] == [(ATTACHED, 50, "2020")]
    assert "50% các trường" in rows[0]["text"]
    assert ask("targets", comparator="lte") == []


def test_11_results_apart_from_targets(ask) -> None:
    rows = ask("targets-against-results")
    results = [row for row in rows if row["kind"] == "kết quả"]
    assert {(float(row["quantity"]), row["comparison"]) for row in results} == {
        (154, "bằng"),
        (90, "trên"),
        (100, "bằng"),
    }
    assert all(row["document"].startswith("id/news/2024-01-20/") and row["date"] == "2024-01-20" for row in results)
    assert not {row["node"] for row in results} & {row["node"] for row in rows if row["kind"] == "chỉ tiêu"}
    assert [row["kind"] for row in ask("targets-against-results", area="ho-chi-minh")].count("kết quả") == 0


def test_12_signed_by_deputies(ask) -> None:
    rows = {short(row["document"]): row for row in ask("signed-by-deputies")}
    assert {document: (row["personName"], row["forms"]) for document, row in rows.items()} == {
        KH90: ("Nguyễn Thị Bích Ngọc", rows[KH90]["forms"]),
        GIA_LAI: ("Huỳnh Nữ Thu Hà", "TM"),
    }
    assert set(rows[KH90]["forms"].split()) == {"TM", "KT"}
    assert {row["post"].rpartition("/")[2] for row in rows.values()} == {"pho-chu-tich"}
    assert {row["headPost"].rpartition("/")[2] for row in rows.values()} == {"chu-tich"}


def test_13_who_answers_today(ask) -> None:
    rows = ask("who-answers-today")
    found = {
        row["row"]: (row["former"].removeprefix(HA_NOI), row["kind"], row["successor"].removeprefix(HA_NOI))
        for row in rows
        if row["document"] == KH90
    }
    assert found == {
        "1": ("ban-tuyen-giao-tu", "cơ quan kế thừa", "ban-tuyen-giao-va-dan-van-tu"),
        "2": ("so-ke-hoach-va-dau-tu", "cơ quan kế thừa", "so-tai-chinh"),
    }
    assert {row.get("row"): row.get("since") for row in rows}["2"] == "2025-03-01"
    elsewhere = [row for row in rows if row["document"] != KH90]
    assert elsewhere, "Gia Lai was merged with Bình Định, and its bodies with it"
    for row in elsewhere:
        assert row["successor"] == row["former"].replace("/gia-lai/", "/gia-lai-2025/")
        assert row["since"] == "2025-07-01"


def test_13_tells_when_a_body_was_split_and_what_went_where() -> None:
    store = Store.memory()
    graph = Iri("http://o.example/graph")
    old, police, task, plan, change = (
        Iri(f"http://o.example/{n}") for n in ("old", "police", "task", "plan", "change")
    )
    facts: list[tuple[Iri, Iri, Term]] = [
        (task, RDF.type, PIO.Task), (task, DCTERMS.title, Literal("Lập đề án", language="vi")), (task, PIO.ledBy, old),
        (plan, PIO.setsOut, task), (old, PIO.possibleSuccessor, police),
        (change, ORG.originalOrganization, old), (change, ORG.resultingOrganization, police),
        (change, PIO.effectiveDate, Literal("2025-03-01", XSD.date)),
        (change, PIO.transferredFunction, Literal("an toàn thông tin mạng", language="vi")),
        (change, PIO.transferredFunction, Literal("network information security", language="en")),
        *((node, SKOS.prefLabel, Literal(str(node), language="vi")) for node in (old, police, plan)),
    ]  # fmt: skip
    store.add(Statement(*fact, graph) for fact in facts)
    query = find_example("who-answers-today").query
    (row,) = store.select(query)
    assert [str(row[name]) for name in ("successor", "since", "function")] == [
        str(police), str(Literal("2025-03-01", XSD.date)), str(Literal("an toàn thông tin mạng", language="vi"))
    ]  # fmt: skip


def test_14_most_relied_on(ask) -> None:
    rows = ask("most-relied-on")
    assert rows[0]["document"] == NQ20
    assert (rows[0]["implements"], rows[0]["continues"]) == ("2", "2")
    assert int(rows[0]["citations"]) >= 5
    kinds = ("implements", "continues", "legalBasis", "cites", "other")
    for row in rows:
        assert int(row["citations"]) == sum(int(row[kind]) for kind in kinds)
    assert [int(row["citations"]) for row in rows] == sorted((int(r["citations"]) for r in rows), reverse=True)
    assert {r["document"]: r["legalBasis"] for r in rows}[CT29] == "2"


def test_15_show_me_the_words(ask) -> None:
    rows = ask("show-me-the-words")
    told = Counter(row["what"] for row in rows)
    assert told == {"nhiệm vụ": 1, "chủ trì": 1, "phối hợp": 4, "tiến độ": 1}
    for row in rows:
        text = Path(resource("data", "sources", row["file"])).read_bytes().decode("utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
    assert {row["agentName"]: row["words"] for row in rows if row["what"] == "chủ trì"} == {
        "Sở Nội vụ thành phố Hà Nội": "Sở Nội vụ"
    }
    assert Counter(row["what"] for row in ask("show-me-the-words", row="7"))["phối hợp"] == 2


def test_16_a_policy_through_time(ask) -> None:
    rows = ask("a-policy-through-time")
    measures = [row for row in rows if row["kind"] == "giải pháp"]
    assert Counter(row["document"].split("/")[1] for row in measures) == {"doc": 1, "news": 3}
    assert all(re.search("đặt hàng", row["words"]) for row in rows)
    assert rows[0]["year"] == "2013"


def test_16_to_whom(ask) -> None:
    rows = ask("a-policy-through-time")
    given = {(row.get("year"), row["agent"].rpartition("/")[2]) for row in rows if "agent" in row}
    assert given >= {
        ("2013", "van-phong-ubnd"),  # row 4 of the table
        ("2013", "so-khoa-hoc-va-cong-nghe"),  # section IV.1
        ("2013", "so-ban-nganh"),  # section IV.6
        ("2024", "so-khoa-hoc-va-cong-nghe"),  # what the conference was told
    }
