"""The build as a whole: what it reads, what it answers, that it repeats itself, and what it does with bad input."""

import gzip
import hashlib
import json
import multiprocessing
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kgbuild.pipeline as pipeline
from kgbuild.config import Settings, load_settings, resource
from kgbuild.errors import ConfigError, SourceError, ValidationFailed
from kgbuild.extraction import extract
from kgbuild.model import Literal
from kgbuild.model.linked import LinkedPart
from kgbuild.model.text import Text
from kgbuild.namespaces import PIO, SH, Iri
from kgbuild.pipeline import BuildResult, build
from kgbuild.publish.site import render_site
from kgbuild.reading import Reader
from kgbuild.resolution.linker import Linker, ReadPart
from kgbuild.sources.manifest import Source, find_sources
from kgbuild.store import Store, serialise
from kgbuild.validation import ValidationReport
from kgbuild.validation.report import Finding

BASE = "http://localhost:8000/"
SOURCES = resource("data", "sources")
DOC = BASE + "id/doc/"
NQ20 = DOC + "tw/tw/nghi-quyet/2012/20"
PLAN90 = DOC + "ha-noi/ubnd/ke-hoach/2013/90"

GOOD = """ỦY BAN NHÂN DÂN
TỈNH YÊN BÁI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/KH-UBND

Yên Bái, ngày 09 tháng 3 năm 2023

KẾ HOẠCH

Phát triển vùng quế

Thực hiện Nghị quyết số 15-NQ/TU ngày 02/02/2021 của Tỉnh ủy;

I. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

- Chủ trì, phối hợp với Sở Tài chính quảng bá sản phẩm quế.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Huy Tuấn
"""


def options(out: Path, **more: object) -> Settings:
    return Settings(base_iri=BASE, out=out, **more)  # type: ignore[arg-type]  # the tests give what the settings take


@pytest.fixture(scope="module")
def without_site() -> Iterator[None]:
    """Leave out the pages, which other tests look at; only while this module runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "render_site", lambda *arguments: None)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, without_site: None) -> BuildResult:
    """The five sample sources, built once."""
    return build([SOURCES], options(tmp_path_factory.mktemp("built")))


@pytest.fixture(scope="module")
def store(built: BuildResult) -> Store:
    return Store.open(built.out / "store", read_only=True)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(pipeline.knowledge_of(), BASE)


def dump(out: Path) -> bytes:
    return gzip.decompress((out / "dumps" / "kgbuild.nq.gz").read_bytes())


def paths(store: Store, query: str) -> set[str]:
    """Give the IRIs that a query selects as ?x, below the base."""
    return {str(row["x"]).removeprefix(DOC).removeprefix(BASE) for row in store.select(query)}


# --- what the build answers


def test_the_samples_build_without_a_fault_of_ours(built: BuildResult) -> None:
    assert built.documents == 7
    assert built.issues == ()
    assert built.withheld == ()
    assert built.report.blocks == 0
    assert built.statements > 10_000


def test_task_12_is_led_and_coordinated_by_the_same_department(store: Store) -> None:
    query = f"SELECT ?x {{ <{PLAN90}/task/12> pio:{{role}} ?x }}"
    assert "id/agent/ha-noi/so-noi-vu" in paths(store, query.replace("{role}", "ledBy"))
    assert "id/agent/ha-noi/so-noi-vu" in paths(store, query.replace("{role}", "coordinatedBy"))


def test_one_query_lists_who_leads_and_coordinates_each_task(store: Store) -> None:
    rows = list(
        store.select(
            f"""SELECT ?task ?agent ?role {{ <{PLAN90}> pio:setsOut ?task . ?task pio:rowNumber ?n .
            {{ ?task pio:ledBy ?agent BIND("lead" AS ?role) }} UNION {{ ?task pio:coordinatedBy ?agent }} }}"""
        )
    )
    leads = [row for row in rows if row.get("role")]
    assert (len(leads), len(rows) - len(leads)) == (17, 64)


def test_what_traces_to_the_resolution_of_2012(store: Store) -> None:
    found = paths(store, f"SELECT ?x {{ ?x pio:traces <{NQ20}> }}")
    assert found >= {
        "tw/tw/ket-luan/2019/50",
        "tw/tw/ket-luan/2024/69",
        "ha-noi/tu/chuong-trinh-hanh-dong/2013/22",
        "ha-noi/ubnd/ke-hoach/2013/90",
        "gia-lai/tu/ke-hoach/2019/258",
        "ho-chi-minh/tu/chi-thi/2015/29",
        "ho-chi-minh/ubnd/quyet-dinh/2015/4937/attached/ke-hoach",
    }
    assert any(path.startswith("gia-lai/ubnd/ke-hoach/nd/nn-") for path in found)
    assert not any(path.startswith("id/news/") for path in found)


def test_laws_and_decrees_lead_to_no_resolution(store: Store) -> None:
    assert not any(
        "/qh/" in path or "/ttg/" in path for path in paths(store, f"SELECT ?x {{ ?x pio:traces <{NQ20}> }}")
    )


def test_task_12_contributes_to_the_resolution(store: Store) -> None:
    assert store.ask(f"ASK {{ <{PLAN90}/task/12> pio:contributesTo <{NQ20}> }}")


def test_the_resolution_is_one_node_however_it_is_spelled(store: Store) -> None:
    assert paths(store, "SELECT ?x { ?x pio:symbol '20-NQ/TW' ; a pio:Resolution }") == {"tw/tw/nghi-quyet/2012/20"}
    written = {
        str(row["w"].value)
        for row in store.select(f"SELECT ?w {{ ?c pio:citedDocument <{NQ20}> ; pio:nameAsWritten ?w }}")
        if isinstance(row["w"], Literal)
    }
    for spelling in ("20-NQ-TW", "20- NQ/TW", "20-NQ/TW", "Hội nghị Trung ương 6"):
        assert any(spelling in words for words in written), spelling


def test_the_programme_of_ha_noi_is_one_node_however_it_is_spelled(store: Store) -> None:
    assert len(paths(store, "SELECT ?x { ?x pio:symbol '07-CTr/TU' }")) == 1


def test_documents_of_provinces_never_merge(store: Store) -> None:
    rows = store.select(
        """SELECT ?x (COUNT(DISTINCT ?area) AS ?areas) { ?x pio:jurisdiction ?area ; pio:documentKey ?key }
        GROUP BY ?x"""
    )
    assert {str(row["x"]) for row in rows if int(row["areas"].value) > 1} == set()  # type: ignore[union-attr]  # a count


def test_rows_have_the_years_of_their_cells(store: Store) -> None:
    rows = store.select(
        f"""SELECT ?n ?a ?b {{ <{PLAN90}> pio:setsOut ?t . ?t pio:rowNumber ?n
        OPTIONAL {{ ?t pio:hasSchedule ?s . ?s pio:startYear ?a ; pio:endYear ?b }} }}"""
    )
    values = [{name: getattr(term, "value", "") for name, term in row.items()} for row in rows]
    years = {r["n"]: (r["a"], r["b"]) if r.get("a") else None for r in values}
    assert len(years) == 17
    assert years["8"] is None
    assert (years["1"], years["7"], years["15"]) == (("2013", "2020"), ("2013", "2013"), ("2013", "2020"))


def test_the_faults_of_the_sources_are_found(built: BuildResult) -> None:
    found = {(f.shape.rpartition("#")[2], f.focus.removeprefix(DOC)) for f in built.report.findings}
    assert any(shape == "LeadIsCoordinator" and focus.endswith("/90/task/12") for shape, focus in found)
    assert any(shape == "DeputyWithoutKT" and focus.startswith("gia-lai/") for shape, focus in found)


# --- evidence, names and form


def test_every_evidence_of_the_build_quotes_its_text(built: BuildResult, store: Store) -> None:
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in (built.out / "text").glob("*.txt")}
    rows = list(
        store.select(
            """SELECT ?e ?s ?a ?b ?q { ?e a pio:Evidence ; oa:hasSource ?s ; oa:hasSelector ?p, ?x .
            ?p oa:start ?a ; oa:end ?b . ?x oa:exact ?q }"""
        )
    )
    assert len(texts) == 5
    assert len(rows) > 500
    for row in rows:
        start, end, quote = (row[name].value for name in ("a", "b", "q"))  # type: ignore[union-attr]  # literals
        assert texts[str(row["s"]).rsplit("/", 1)[-1]][int(start) : int(end)] == quote, row["e"]


def test_the_texts_are_those_of_the_files(built: BuildResult) -> None:
    for source in find_sources([SOURCES]):
        data = source.path.read_bytes()
        written = (built.out / "text" / f"{hashlib.sha256(data).hexdigest()}.txt").read_bytes()
        assert written == data.removeprefix(b"\xef\xbb\xbf")


def test_the_dump_has_no_blank_nodes_and_is_sorted(built: BuildResult) -> None:
    lines = dump(built.out).splitlines()
    assert not [line for line in lines if b"_:" in line.split(b'"')[0]]
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)


def test_dump_store_and_graphs_say_the_same(built: BuildResult, store: Store) -> None:
    graphs = b"".join(path.read_bytes() for path in sorted((built.out / "graphs").glob("*.nq")))
    assert sorted(graphs.splitlines()) == dump(built.out).splitlines()
    assert len(store) == built.statements == len(dump(built.out).splitlines())


def test_what_others_look_for_is_where_they_look(built: BuildResult) -> None:
    """Each file that the catalog leads to is there."""
    named = re.findall(rf"<{BASE}(dumps/[^>]+)>", (built.out / "dumps" / "catalog.ttl").read_text(encoding="utf-8"))
    named += [f"dumps/{name}" for name in ("changes.json", "CITATION.cff", "checksums.txt", "void.ttl", "catalog.ttl")]
    assert len(named) > 30
    for name in named:
        assert (built.out / name).is_file(), name


# --- the same input, the same bytes


def test_building_twice_gives_the_same_bytes(built: BuildResult, tmp_path: Path) -> None:
    again = build([SOURCES], options(tmp_path))
    for part in ("graphs", "text", "report"):
        for path in sorted((built.out / part).rglob("*")):
            if path.is_file():
                assert path.read_bytes() == (again.out / part / path.relative_to(built.out / part)).read_bytes(), path
    for name in ("kgbuild.nq.gz", "kgbuild.ttl.gz", "kgbuild.jsonld.gz"):
        assert (built.out / "dumps" / name).read_bytes() == (again.out / "dumps" / name).read_bytes()


def test_the_order_of_the_sources_changes_no_byte(tmp_path: Path, without_site: None) -> None:
    places = [tmp_path / "a", tmp_path / "b"]
    for at, source in enumerate(find_sources([SOURCES])):
        places[at % 2].mkdir(exist_ok=True)
        shutil.copy(source.path, places[at % 2])
    one = build(places, options(tmp_path / "one"))
    two = build(places[::-1], options(tmp_path / "two"))
    assert dump(one.out) == dump(two.out)


def test_a_build_over_an_older_one_checks_what_changed_and_says_so(tmp_path: Path, without_site: None) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD, encoding="utf-8")
    (folder / "b.txt").write_text(GOOD.replace("77/KH", "78/KH"), encoding="utf-8")
    first = build([folder], options(tmp_path / "over"))
    assert first.changes.first
    text = (
        GOOD.replace("II. ", "")
        .replace("I. TỔ CHỨC", "III. TỔ CHỨC")
        .replace("phối hợp với", "phối hợp với Sở Công Thương,")
    )
    (folder / "b.txt").write_text(text.replace("77/KH", "78/KH"), encoding="utf-8")
    second, fresh = build([folder], options(tmp_path / "over")), build([folder], options(tmp_path / "new"))
    assert second.report == fresh.report
    assert dump(second.out) == dump(fresh.out)
    new = {f.shape.rpartition("#")[2] for f in second.changes.new}
    assert new >= {"SectionGap", "LeadIsCoordinator"}
    told = json.loads((second.out / "report" / "changes.json").read_text(encoding="utf-8"))
    assert len(told["new"]) == len(second.changes.new)
    (second.out / "current" / "graphs" / "report.nq").write_text("no quads", encoding="utf-8")
    assert build([folder], options(tmp_path / "over")).report == fresh.report


def test_files_of_one_name_keep_their_keys_in_any_order(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.txt").write_text(GOOD.replace("quế", name), encoding="utf-8")
    keys = [
        {source.path: source.key for source in find_sources(order)}
        for order in ([tmp_path / "a", tmp_path / "b"], [tmp_path / "b", tmp_path / "a"])
    ]
    assert keys[0] == keys[1]


def test_extract_of_one_file_mints_what_the_build_of_all_mints(built: BuildResult, store: Store) -> None:
    everywhere = {str(row["x"]) for row in store.select("SELECT DISTINCT ?x { ?x ?p ?o }")}
    for source in find_sources([SOURCES]):
        found = extract(source.path, options(built.out)).statements
        graph = Iri(f"{BASE}graph/source/{source.key}")
        lines = serialise([s for s in found if s.graph == graph]).splitlines()
        assert lines == (built.out / "graphs" / f"source.{source.key}.nq").read_bytes().splitlines()
        assert {str(s.subject) for s in found} <= everywhere


def test_workers_change_no_statement(tmp_path: Path, without_site: None) -> None:
    (tmp_path / "in").mkdir()
    for number in range(9):
        raw = GOOD.replace("77/KH-UBND", f"{number + 1}/KH-UBND")
        (tmp_path / "in" / f"{number}.txt").write_text(raw, encoding="utf-8")
    one = build([tmp_path / "in"], options(tmp_path / "one", workers=1))
    two = build([tmp_path / "in"], options(tmp_path / "two", workers=2))
    assert dump(one.out) == dump(two.out)


# --- bad input


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b"\xef\xbb\xbf \n\n ", "is empty"),
    "binary.txt": (bytes(range(256)) * 20, "is a binary file"),
    "large.txt": (GOOD.encode() * 100, "more than the limit"),
    "headless.txt": ("Ghi chú\n\nMua gạo\n".encode(), ""),
    "latin.txt": ("Kế hoạch à l'étude".encode().replace(b"\xc3\xa9", b"\xe9"), "is not in UTF-8"),
    "wide.txt": (b"\xff\xfeK", "is damaged UTF-16"),
    "broken.docx": (b"PK\x03\x04 no archive", ""),
    "broken.pdf": (b"%PDF-1.7 no pages", ""),
    "old.doc.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "old binary format"),
}


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory, without_site: None) -> BuildResult:
    """One good source among bad ones."""
    folder = tmp_path_factory.mktemp("troubled")
    (folder / "in").mkdir()
    (folder / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in BAD.items():
        (folder / "in" / name).write_bytes(data)
    return build([folder / "in"], options(folder / "out", size_limit=20_000))


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_an_issue_that_names_it(troubled: BuildResult, name: str) -> None:
    (issue,) = [i for i in troubled.issues if i.source == name and i.severity != "info"][:1]
    assert BAD[name][1] in issue.message
    assert "\n" not in issue.message
    assert f'fileName> "{name}"'.encode() in dump(troubled.out)


def test_the_good_file_is_published_beside_the_bad_ones(troubled: BuildResult) -> None:
    store = Store.open(troubled.out / "store", read_only=True)
    assert store.ask(f"ASK {{ <{DOC}yen-bai/ubnd/ke-hoach/2023/77> pio:implements ?x }}")
    assert [i for i in troubled.issues if i.source == "good.txt"] == []


def test_an_error_of_ours_costs_one_source_and_quotes_nothing_of_it(
    tmp_path: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Linker.link

    def stumble(self: Linker, text: Text, parts: list[ReadPart]) -> list[LinkedPart]:
        if "chợ cá" in text.norm:
            raise KeyError(text.norm)
        return link(self, text, parts)

    monkeypatch.setattr(Linker, "link", stumble)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "in" / "hard.txt").write_text("KẾ HOẠCH\n\nXây chợ cá\n", encoding="utf-8")
    done = build([tmp_path / "in"], options(tmp_path / "out"))
    (issue,) = [issue for issue in done.issues if issue.source == "hard.txt"]
    assert issue.message.startswith("hard.txt was left out: kgbuild failed at ")
    assert "(KeyError)" in issue.message
    assert done.left_out == ("hard.txt",)
    assert "chợ" not in issue.message
    assert b"ke-hoach/2023/77" in dump(done.out)


@pytest.mark.parametrize(
    "prepare",
    [
        lambda folder: folder / "nowhere",
        lambda folder: folder,
        lambda folder: (folder / "sources.toml").write_text("[[source]\nid = 1") and folder,
        lambda folder: (folder / "sources.toml").write_text('[[source]]\nid = "a"') and folder,
        lambda folder: (folder / "sources.toml").write_text('[[source]]\nfile = "gone.txt"') and folder,
        lambda folder: (folder / "sources.toml").write_bytes(b"\xff\xfe") and folder,
    ],
    ids=["no folder", "no files", "bad TOML", "no file named", "file gone", "bad bytes"],
)
def test_a_place_that_cannot_be_read_is_one_sentence(tmp_path: Path, prepare: Callable[[Path], Path]) -> None:
    with pytest.raises(SourceError) as error:
        build([prepare(tmp_path)], options(tmp_path / "out"))
    assert str(tmp_path) in str(error.value)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["base_iri = ", 'colour = "red"', 'base_iri = "no address"', "workers = 'many'"])
def test_bad_settings_are_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "kgbuild.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"kgbuild\.toml") as error:
        load_settings(tmp_path)
    assert "\n" not in str(error.value)


# --- what is not for publication


def contents(out: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every file of a build with its bytes, unpacked."""
    for path in sorted(out.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield path, gzip.decompress(data) if path.suffix == ".gz" else data


SECRET = GOOD.replace("Phát triển vùng quế", "Bảo vệ kho Ngân Sơn").replace("Trần Huy Tuấn", "Đinh Bất Khả Lộ")


@pytest.mark.parametrize(
    "mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "**MẬT**", "Độ mật: Tối mật", "MẬT\u00a0", "| TỐI MẬT |"]
)
def test_a_secret_text_is_withheld(reader: Reader, tmp_path: Path, mark: str) -> None:
    for raw in (f"{mark}\n\n{SECRET}", SECRET.replace("\nKẾ HOẠCH\n", f"\n{mark}\n\nKẾ HOẠCH\n")):
        path = tmp_path / "kho.txt"
        path.write_text(raw, encoding="utf-8")
        reading = reader.read(Source("kho", path), 10**6, True)
        assert reading.withheld is True
        assert (reading.name, reading.sha256, reading.text, reading.statements) == ("", "", "", ())
        assert (reading.agents, reading.cited, reading.captured, reading.issues) == ((), (), (), ())


@pytest.mark.parametrize(
    "line",
    ["Mật độ dân số cao.", "Luật Bảo vệ bí mật nhà nước", "Bí mật", "Không mật", "Nước mật ong rừng", "KHÔNG MẬT"],
)
def test_a_text_that_speaks_of_secrets_is_not_one(reader: Reader, tmp_path: Path, line: str) -> None:
    path = tmp_path / "kho.txt"
    path.write_text(GOOD.replace("Phát triển vùng quế", f"Phát triển vùng quế\n\n{line}"), encoding="utf-8")
    assert reader.read(Source("kho", path), 10**6, False).withheld is False


@pytest.mark.parametrize(("internal", "withheld"), [(False, True), (True, False)])
def test_an_internal_text_is_withheld_unless_asked_for(
    reader: Reader, tmp_path: Path, internal: bool, withheld: bool
) -> None:
    path = tmp_path / "kho.txt"
    path.write_text(f"Lưu hành nội bộ\n\n{GOOD}", encoding="utf-8")
    assert reader.read(Source("kho", path), 10**6, internal).withheld is withheld


def test_nothing_of_a_secret_text_is_in_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "render_site", render_site)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    secret = f"TUYỆT MẬT\n\n{SECRET}".encode()
    (tmp_path / "in" / "kho-ngan-son-9x.txt").write_bytes(secret)
    result = build([tmp_path / "in"], options(tmp_path / "out"))
    assert (result.documents, result.withheld, result.issues) == (1, ("kho-ngan-son-9x.txt",), ())
    needles = [b"kho-ngan-son-9x", hashlib.sha256(secret).hexdigest().encode(), "Ngân Sơn".encode(), "Bất Khả".encode()]
    files = dict(contents(tmp_path / "out"))
    assert any("Yên Bái".encode() in data for data in files.values())
    assert any(path.suffix == ".html" for path in files)
    for path, data in files.items():
        assert not [needle for needle in needles if needle in data], path
    lines = Store.open(tmp_path / "out" / "store", read_only=True).dump()
    assert not [needle for needle in needles if needle in lines]


# --- at once or not at all


def violation(origin: str) -> ValidationReport:
    shape = Iri("https://w3id.org/pio/shapes#Made")
    finding = Finding(
        iri=Iri(BASE + "id/finding/1"),
        shape=shape,
        severity="Violation",
        origin=origin,
        focus=Iri(PLAN90),
        path=PIO.symbol,
        value=None,
        message_vi="Hỏng.",
        message_en="It is broken.",
        component=SH.MinCountConstraintComponent,
    )
    return ValidationReport((finding,))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("origin", ["extraction", "linking"])
def test_a_violation_of_ours_leaves_the_build_that_was(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch, origin: str
) -> None:
    build([small / "in"], options(small / "out"))
    before = {path: path.read_bytes() for path, _ in contents(small / "out")}
    (small / "in" / "more.txt").write_text(GOOD.replace("77/KH", "78/KH"), encoding="utf-8")
    monkeypatch.setattr(pipeline, "validate", lambda *arguments: violation(origin))
    with pytest.raises(ValidationFailed, match="nothing was published"):
        build([small / "in"], options(small / "out"))
    assert {path: path.read_bytes() for path, _ in contents(small / "out")} == before


def breaking(monkeypatch: pytest.MonkeyPatch, focus: Iri) -> None:
    """Let the shapes find a break of ours in the document *focus*, wherever it is held."""

    def judge(store: Store, *others: object) -> ValidationReport:
        held = store.ask(f"ASK {{ <{focus}> pio:capturedIn ?text }}")
        return ValidationReport((replace(violation("linking").findings[0], focus=focus),) if held else ())

    monkeypatch.setattr(pipeline, "validate", judge)


def test_at_first_a_source_that_breaks_a_promise_is_left_out_and_the_others_published(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "in" / "bad.txt").write_text(GOOD.replace("77/KH", "78/KH"), encoding="utf-8")
    bad = Iri(f"{DOC}yen-bai/ubnd/ke-hoach/2023/78")
    breaking(monkeypatch, bad)
    done = build([small / "in"], options(small / "out"))
    assert done.left_out == ("bad.txt",)
    (issue,) = [issue for issue in done.issues if issue.rule == "left-out"]
    assert (issue.source, str(issue.severity)) == ("bad.txt", "error")
    assert "It is broken." in issue.message
    assert b"ke-hoach/2023/77" in dump(done.out)
    assert b"ke-hoach/2023/78>" not in dump(done.out).replace(f"({bad})".encode(), b"")


def test_later_it_stops_the_release_and_is_named(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([small / "in"], options(small / "out"))
    before = {path: path.read_bytes() for path, _ in contents(small / "out")}
    (small / "in" / "bad.txt").write_text(GOOD.replace("77/KH", "78/KH"), encoding="utf-8")
    breaking(monkeypatch, Iri(f"{DOC}yen-bai/ubnd/ke-hoach/2023/78"))
    with pytest.raises(ValidationFailed, match=r"read in bad\.txt; nothing was published"):
        build([small / "in"], options(small / "out"))
    assert {path: path.read_bytes() for path, _ in contents(small / "out")} == before


def test_an_error_of_ours_takes_back_nothing_that_was_published(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([small / "in"], options(small / "out"))
    before = {path: path.read_bytes() for path, _ in contents(small / "out")}
    monkeypatch.setattr(Linker, "link", lambda self, text, parts: 1 // 0)
    with pytest.raises(ValidationFailed, match=r"good\.txt was left out: kgbuild failed at .*published before"):
        build([small / "in"], options(small / "out"))
    assert {path: path.read_bytes() for path, _ in contents(small / "out")} == before


def test_one_document_that_we_fail_at_is_an_error_and_no_empty_graph(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Linker, "link", lambda self, text, parts: 1 // 0)
    with pytest.raises(SourceError, match=r"good\.txt was left out: kgbuild failed at .*ZeroDivisionError"):
        extract(small / "in" / "good.txt", Settings())


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("kho.txt", f"MẬT\n\n{SECRET}".encode(), r"kho\.txt is marked as secret"),
        ("noi-bo.txt", f"Lưu hành nội bộ\n\n{GOOD}".encode(), r"noi-bo\.txt is marked as .*internal use"),
        ("broken.pdf", b"%PDF-1.7 no pages", r"^broken\.pdf is damaged"),
    ],
)
def test_one_document_that_tells_nothing_is_an_error(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=message):
        extract(tmp_path / name, Settings())


def test_ctrl_c_ends_a_build_that_reads_in_several_processes(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(GOOD.replace("77/KH", f"{number}/KH"), encoding="utf-8")

    def interrupt(stage: str, done: int, total: int) -> None:
        for child in multiprocessing.active_children():  # as a terminal does
            os.kill(child.pid or 0, signal.SIGINT)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([tmp_path], options(tmp_path / "out", workers=2), interrupt)
    assert not (tmp_path / "out").exists()


def test_a_violation_of_a_source_is_published(small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    report = violation("source")
    monkeypatch.setattr(pipeline, "validate", lambda *arguments: report)
    assert build([small / "in"], options(small / "out")).report == replace(report)


def test_a_failure_while_writing_leaves_the_build_that_was(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([small / "in"], options(small / "out"))
    before = dump(small / "out")

    def fails(*arguments: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(pipeline, "write_catalog", fails)
    with pytest.raises(OSError, match="disk full"):
        build([small / "in"], options(small / "out"))
    assert dump(small / "out") == before


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("kho.txt", f"MẬT\n\n{SECRET}".encode(), "kho.txt is not for publication"),
        ("broken.pdf", b"%PDF-1.7 no pages", "broken.pdf is "),
    ],
)
def test_sources_without_a_document_to_publish_leave_the_build_that_was(
    small: Path, without_site: None, name: str, data: bytes, reason: str
) -> None:
    (small / "other").mkdir()
    (small / "other" / name).write_bytes(data)
    told = f"nothing was published: {re.escape(reason)}"
    with pytest.raises(SourceError, match=told):
        build([small / "other"], options(small / "out"))
    assert not (small / "out").exists()
    build([small / "in"], options(small / "out"))
    before = dump(small / "out")
    with pytest.raises(SourceError, match=told):
        build([small / "other"], options(small / "out"))
    assert dump(small / "out") == before


def test_where_all_sources_are_left_out_by_a_fault_of_ours_nothing_is_published(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(monkeypatch, Iri(f"{DOC}yen-bai/ubnd/ke-hoach/2023/77"))
    with pytest.raises(ValidationFailed, match=r"nothing was published: good\.txt was left out"):
        build([small / "in"], options(small / "out"))
    assert not (small / "out").exists()


# --- any text at all

FRAGMENTS = """KẾ HOẠCH
QUYẾT ĐỊNH
QUYẾT ĐỊNH:
PHỤ LỤC I
Phát triển chợ
I. MỤC TIÊU
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
a) Việc
đ) Việc
(1) Việc
- Việc;
Điều 1. Phạm vi
Chương I
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
CHỦ TỊCH
Lê Văn An
ỦY BAN NHÂN DÂN TỈNH GIA LAI
Số: 12/KH-UBND
Số:    /KH-UBND
Hà Nội, ngày 01 tháng 02 năm 2024
|
| 1 | 2 | 3 |
|---|---|---|
| STT | Nội dung | Chủ trì |
STT
Nội dung
Chủ trì
Thời gian
II
1
2
Năm 2024
\u00a0
Căn cứ Nghị quyết số 20-NQ/TW ngày 01/11/2012 về thực hiện Kết luận số 50-KL/TW;
Căn cứ Luật Đất đai và Luật Đầu tư ngày 17/6/2020
Kính gửi: Sở Y tế
V/v họp
(Ban hành kèm theo Quyết định số 1/QĐ-UBND)
Đạt 100% và ít nhất 3,5 lần
Đồng chí Lê Văn An - Giám đốc Sở Y tế nói.
Đơn vị chủ trì: Sở Y tế
Thời gian: 2024
UBND tỉnh Gia Lai giao Sở Y tế, Nội vụ thực hiện.
Nguồn: Báo Nhân Dân
"""
LINES = st.sampled_from([*FRAGMENTS.splitlines(), ""])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_quote_fits(reader: Reader, tmp_path: Path, raw: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(raw.encode("utf-8", "replace"))
    reading = reader.read(Source("any", path), 10**6, True)
    exact = {s.subject.removesuffix("/quote"): s.object for s in reading.statements if s.predicate.endswith("#exact")}
    for node, quote in exact.items():
        start, _, end = node.rsplit("/", 1)[-1].partition("-")
        assert isinstance(quote, Literal)
        assert reading.text[int(start) : int(end)] == quote.value
    serialise(reading.statements)


def test_pyshacl_checks_the_build_where_it_is_asked(
    small: Path, without_site: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = options(small / "out").model_copy(update={"reference": True})
    done = build([small / "in"], asked)
    assert done.report.findings
    before = {path: path.read_bytes() for path, _ in contents(small / "out")}
    (small / "in" / "more.txt").write_text(GOOD.replace("77/KH", "78/KH"), encoding="utf-8")
    monkeypatch.setattr(pipeline, "validate", lambda *arguments: violation("source"))
    with pytest.raises(ValidationFailed, match=r"pySHACL finds \d+ times something else .*- https://.*#Made "):
        build([small / "in"], asked)
    assert {path: path.read_bytes() for path, _ in contents(small / "out")} == before
