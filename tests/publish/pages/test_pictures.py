"""The pictures: what they count is what the graph says, and everything in them leads somewhere."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from checks import dead_links, read_pages

from kgbuild.config import Settings
from kgbuild.model import Statement
from kgbuild.namespaces import CODE, DCTERMS, ORG, PIO, RDF, Iri
from kgbuild.publish.pages.chain import root_branch
from kgbuild.publish.pages.matrix import (
    MOST,
    count_pairs,
    draw_matrix,
    draw_pairs,
    draw_partners,
    draw_roles,
    list_pairs,
)
from kgbuild.publish.pages.overview import list_tasks
from kgbuild.publish.pages.pictures import draw_cascade
from kgbuild.publish.pages.schedules import Schedule
from kgbuild.publish.pages.tasks import TaskRow
from kgbuild.publish.pages.timeline import Chip, draw_timeline
from kgbuild.publish.site import render_site
from kgbuild.publish.views import Link, Reader

Readers = dict[str, Reader]


@pytest.fixture
def tasks(readers: Readers) -> list[TaskRow]:
    """All tasks of the sample: three rows of a table and a duty in prose."""
    return list_tasks(readers["vi"])


def test_each_body_is_counted_once_for_a_task_and_a_role(readers: Readers, tasks: list[TaskRow]) -> None:
    matrix = draw_roles(readers["vi"], tasks)
    assert matrix is not None
    assert [head.text for head in matrix.columns] == ["Chủ trì", "Phối hợp", "Thực hiện"]
    table = {link.text: numbers for link, numbers in matrix.table}
    assert table["Sở Nội vụ thành phố Hà Nội"] == (1, 1, 1)
    assert table["Sở Tư pháp thành phố Hà Nội"] == (0, 1, 0)
    assert matrix.table[0][0].text == "Sở Nội vụ thành phố Hà Nội", "who has most comes first"
    assert sum(cell.number for cell in matrix.cells) == sum(sum(numbers) for _, numbers in matrix.table) == 8
    assert all(0 <= cell.x < matrix.width and 0 <= cell.y < matrix.height for cell in matrix.cells)


def test_pairs_are_a_lead_and_another_body(readers: Readers, tasks: list[TaskRow]) -> None:
    pairs = count_pairs(tasks)
    agent = f"{sample.BASE}id/agent/ha-noi/"
    assert pairs == {
        (agent + "ban-tuyen-giao", sample.GROUP): 1,
        (agent + "so-tai-chinh", agent + "so-tu-phap"): 1,
        (sample.HOME_AFFAIRS, agent + "so-khoa-hoc-va-cong-nghe"): 1,
    }
    assert len(list_pairs(readers["vi"], pairs)) == 3
    drawing = draw_partners(readers["en"], sample.HOME_AFFAIRS, tasks)
    assert drawing is not None
    assert [head.text for head in drawing.columns] == ["Coordinates with this agency"]
    assert [numbers for _, numbers in drawing.table] == [(1,)]


def test_nothing_is_no_picture(readers: Readers) -> None:
    assert draw_roles(readers["vi"], []) is None
    assert draw_pairs(readers["vi"], Counter()) is None
    assert draw_timeline([]) is None


def test_a_picture_says_how_much_it_leaves_out() -> None:
    counts = {(f"r{n:02}", "c"): n + 1 for n in range(MOST[0] + 5)}
    matrix = draw_matrix(counts, ["c"], Link)
    assert matrix is not None
    assert (len(matrix.rows), matrix.left_out) == (MOST[0], 5)
    assert matrix.rows[0].text == f"r{MOST[0] + 4:02}"
    assert matrix.cells[0].bar == max(cell.bar for cell in matrix.cells)


def test_a_number_too_long_for_its_box_shows_that_it_is_cut() -> None:
    def brief(number: str) -> str:
        return Chip(0, 0, number, Link("")).brief

    assert [brief("5.1.3"), brief("IV.5.1"), brief("IV.5.1.12")] == ["5.1.3", "IV.5.1", "….1.12"]


def test_tasks_stand_in_the_lane_of_their_period(tasks: list[TaskRow]) -> None:
    timeline = draw_timeline(tasks)
    assert timeline is not None
    assert [(lane.name, [chip.number for chip in lane.chips]) for lane in timeline.lanes] == [
        ("2014", ["12"]),
        ("2013–2020", ["1"]),
    ]
    assert [year for _, year in timeline.years] == list(range(2013, 2021))
    assert timeline.undated == 2
    assert all(chip.link.path for lane in timeline.lanes for chip in lane.chips)


def test_a_period_with_one_end_is_open(tasks: list[TaskRow]) -> None:
    until = replace(tasks[0], schedule=Schedule("đến năm 2020", "", "2020"))
    since = replace(tasks[0], schedule=Schedule("từ năm 2015", "2015", ""))
    timeline = draw_timeline([until, since])
    assert timeline is not None
    first, second = timeline.lanes
    assert (first.name, first.open_start, first.open_end) == ("…–2020", True, False)
    assert (second.name, second.open_start, second.open_end) == ("2015–…", False, True)
    assert second.width > first.width


def test_a_slip_in_a_year_draws_nothing_endless(tasks: list[TaskRow]) -> None:
    slip = replace(tasks[0], schedule=Schedule("Năm 2105", "2105", "2105"))
    assert draw_timeline([*tasks, slip]) is None


def test_a_document_on_two_ways_is_drawn_once_behind_both(readers: Readers) -> None:
    head = root_branch(readers["vi"], sample.RESOLUTION)
    decision, programme = head.branches
    (plan,) = programme.branches
    both = replace(head, branches=(replace(decision, branches=(plan,)), programme, plan))
    drawing = draw_cascade(both)
    assert [box.branch.iri for box in drawing.boxes].count(sample.PLAN) == 1
    assert len(drawing.boxes) == 4
    assert len(drawing.lines) == 5, "three ways lead to the plan, and the head to its two others"
    xs = {box.branch.iri: box.x for box in drawing.boxes}
    assert xs[sample.RESOLUTION] < xs[sample.PROGRAMME] < xs[sample.PLAN]
    assert len({(box.x, box.y) for box in drawing.boxes}) == 4


def hub(count: int) -> list[Statement]:
    """Give one agency the lead of many tasks of one plan."""
    found = []
    for n in range(count):
        task, lead = Iri(f"{sample.PLAN}/task/{100 + n}"), Iri(f"{sample.PLAN}/task/{100 + n}/lead/ha-noi.so-noi-vu")
        facts = {
            task: [(RDF.type, PIO.Task), (DCTERMS.title, sample.vi(f"Nhiệm vụ {n}")), (PIO.hasAssignment, lead)],
            lead: [
                (RDF.type, PIO.Assignment),
                (PIO.assignee, sample.HOME_AFFAIRS),
                (PIO.assignmentRole, CODE["role/lead"]),
            ],
            sample.PLAN: [(PIO.setsOut, task)],
            Iri(f"{sample.BASE}id/agent/ha-noi/unit-{n}"): [
                (RDF.type, ORG.Organization),
                (PIO.partOf, sample.HOME_AFFAIRS),
            ],
        }
        found += [Statement(s, p, o, sample.READ) for s, said in facts.items() for p, o in said]
    return found


def test_a_hub_stays_light_and_every_link_of_it_is_reachable(tmp_path: Path) -> None:
    store = sample.sample_store()
    store.add(hub(1500))
    render_site(store, {sample.SHA: sample.TEXT}, Settings(base_iri=sample.BASE), tmp_path)
    site = tmp_path / "site"
    weights = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert not {name: weight for name, weight in weights.items() if weight > 100_000}
    pages = read_pages(site)
    assert not dead_links(site, pages)
    parts = [page for path, page in pages.items() if path.name.startswith("so-noi-vu") and "en" not in path.suffixes]
    linked = {a["href"] for page in parts for tag, a in page.tags if tag == "a" and "/task/" in a.get("href", "")}
    assert len({href for href in linked if not href.endswith(".en.html")}) >= 1500
