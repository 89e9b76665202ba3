"""Checking only what changed finds what checking everything finds, and a report tells what is new and what is gone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kgbuild.config import Settings, resource
from kgbuild.errors import DataError
from kgbuild.model import Statement
from kgbuild.namespaces import RDF, SH, Iri
from kgbuild.store import Store, read_quads, serialise
from kgbuild.validation import Earlier, ValidationReport, basis, changes, read_earlier, validate
from kgbuild.validation.earlier import graph_files, part, read_findings, read_graphs

SHAPES = resource("shapes")
BASE = Settings().base_iri
SETTINGS = Settings(workers=2)
SHAPE = "https://w3id.org/pio/shapes#"
HA_NOI = f"{BASE}graph/source/90-kh-ubnd-ha-noi"
OTHERS = {
    f"{BASE}graph/source/{name}"
    for name in (
        "4937-qd-ubnd-ho-chi-minh",
        "hoi-nghi-khcn-ha-noi-2024",
        "ke-hoach-50-kl-tw-gia-lai",
        "tin-ke-hoach-khcn-ha-noi-2024",
    )
}

Edit = Callable[[list[str]], list[str]]


def without(pattern: str) -> Edit:
    return lambda lines: [line for line in lines if not re.search(pattern, line)]


# Each turns the build into what stood there before; beside it the shapes of which findings come or go.
EDITS: dict[str, tuple[Edit, set[str]]] = {
    "nothing": (lambda lines: lines, set()),
    "a source is new": (without(r"/graph/source/90-kh-ubnd-ha-noi> \.$"), {"LeadIsCoordinator", "SectionGap"}),
    "a source is gone": (
        lambda lines: [
            *lines,
            *(
                line.replace("/2013/90", "/2013/91").replace("ha-noi> .", "ha-noi-2> .")
                for line in lines
                if HA_NOI in line
            ),
        ],
        {"LeadIsCoordinator", "SectionGap"},
    ),
    "a schedule is gone": (
        lambda lines: [*lines, *(line.replace("task/9", "task/8") for line in lines if "task/9> <" in line)],
        {"TaskWithoutSchedule"},
    ),
    "a body has ended": (
        without(r"^<[^>]*ha-noi/so-ke-hoach-va-dau-tu> <[^>]*validTo>"),
        set(),
    ),
    "a body had not begun": (
        lambda lines: [
            *lines,
            f'<{BASE}id/agent/ha-noi/so-noi-vu> <https://w3id.org/pio#validFrom> "2030"^^'
            f"<http://www.w3.org/2001/XMLSchema#gYear> <{BASE}graph/authority> .\n",
        ],
        {"AgencyOutsideLife"},
    ),
    "a label in the vocabulary is gone": (
        without(r"^<https://w3id.org/pio#Task> <[^>]*label> \"task\"@en"),
        {"TermLabels"},
    ),
    "a year is another": (
        lambda lines: [line.replace('"2015"', '"2001"') if "#endYear>" in line else line for line in lines],
        {"EndBeforeStart"},
    ),
}


@pytest.fixture(scope="module")
def lines(seeds: Path) -> list[str]:
    """The quads of the build, a line each, without its report."""
    text = read_quads(seeds / "dumps" / "kgbuild.nq.gz").decode()
    return [line for line in text.splitlines(keepends=True) if "/graph/report> .\n" not in line]


def store_of(lines: list[str]) -> Store:
    store = Store.memory()
    store.load("".join(sorted(set(lines))).encode())
    return store


def written(store: Store, folder: Path) -> dict[Iri, Path]:
    """Write each graph into a file of its own, as a build does."""
    for number, graph in enumerate(store.graphs()):
        (folder / f"{number}.nq").write_bytes(serialise(store.quads(graph=graph)))
    return graph_files(folder)


def names(report: ValidationReport) -> set[tuple[str, str]]:
    return {(f.shape.removeprefix(SHAPE), f.focus.removeprefix(BASE)) for f in report.findings}


@pytest.mark.parametrize("name", EDITS)
def test_checking_what_changed_finds_all(name: str, lines: list[str], tmp_path: Path) -> None:
    edit, shapes = EDITS[name]
    before, after = store_of(edit(lines)), store_of(lines)
    then, now = validate(before, SHAPES, SETTINGS), validate(after, SHAPES, SETTINGS)
    earlier = Earlier(written(before, tmp_path), then.findings, least=0)
    assert validate(after, SHAPES, SETTINGS, earlier) == now
    assert {shape for shape, _ in names(then) ^ names(now)} >= shapes


def test_only_what_changed_is_asked_again(lines: list[str], tmp_path: Path) -> None:
    store = store_of(lines)
    earlier = Earlier(written(store, tmp_path), (), least=0)
    now = read_graphs(store)
    assert earlier.unchanged(now, BASE) == now.keys() - {f"{BASE}graph/inferred"}
    gia_lai = f"{BASE}graph/source/ke-hoach-50-kl-tw-gia-lai"
    without_one = replace(earlier, graphs={g: p for g, p in earlier.graphs.items() if g != gia_lai})
    kept = without_one.unchanged(now, BASE)
    assert HA_NOI in kept
    assert gia_lai not in kept
    assert replace(without_one, least=0.9).unchanged(now, BASE) == frozenset(), "one of five is too much to pay"
    due = part(now, kept, BASE)
    assert f"{BASE}id/doc/ha-noi/ubnd/ke-hoach/2013/90/task/12" not in due.nodes
    assert any("/gia-lai/ubnd/ke-hoach/" in node for node in due.nodes)
    assert len(due.nquads) < len("".join(lines))


def test_a_check_of_one_document_needs_that_document_only(lines: list[str]) -> None:
    """What no check across documents finds is found with the other sources taken away."""
    from kgbuild.validation import load_shapes

    across = {check.iri for check in load_shapes(SHAPES) if check.across}
    assert across
    whole = validate(store_of(lines), SHAPES, SETTINGS)
    wanted = {f.key for f in whole.findings if f.source_graph and f.shape not in across}
    assert wanted
    found = set()
    for source in (HA_NOI, *OTHERS):
        alone = [line for line in lines if "/graph/source/" not in line or f"<{source}> ." in line]
        report = validate(store_of(alone), SHAPES, SETTINGS)
        found |= {f.key for f in report.findings if f.source_graph == source and f.shape not in across}
    assert found == wanted


def test_a_report_is_read_back_whole(lines: list[str]) -> None:
    report = validate(store_of(lines), SHAPES, SETTINGS)
    read = list(read_findings(report.statements(BASE)))
    assert ValidationReport.of(read) == report


def test_a_finding_that_lacks_a_part_is_named() -> None:
    node = Iri(f"{BASE}id/finding/1")
    half = [Statement(node, RDF.type, SH.ValidationResult, Iri(f"{BASE}graph/report"))]
    with pytest.raises(DataError, match="finding/1"):
        list(read_findings(half))


def test_a_build_judged_by_other_shapes_is_not_taken_up(seeds: Path, tmp_path: Path) -> None:
    store = store_of((seeds / "graphs" / "report.nq").read_text(encoding="utf-8").splitlines(keepends=True))
    earlier = read_earlier(seeds / "graphs", store.quads(), SHAPES)
    assert earlier is not None
    assert {g for g in earlier.graphs if "/source/" in g} == OTHERS | {HA_NOI}
    (tmp_path / "other.ttl").write_text("# other shapes", encoding="utf-8")
    assert read_earlier(seeds / "graphs", store.quads(), tmp_path) is None
    assert basis(SHAPES) != basis(tmp_path)


def test_changes_tell_what_came_and_what_went(lines: list[str]) -> None:
    findings = validate(store_of(lines), SHAPES, SETTINGS).findings
    told = changes(findings[:-1], findings[1:])
    assert (told.new, told.gone) == (findings[-1:], findings[:1])
    assert {key: len(value) for key, value in json.loads(told.to_json()).items() if key != "first"} == {
        "new": 1,
        "gone": 1,
    }
    assert not changes(findings, findings).new
    assert changes(None, findings).first
    assert not changes(None, findings).new
