"""Tasks, duties, figures, measures: right, false and missed on tiny graphs."""

from collections.abc import Callable

import pytest

from kgbuild.evaluation.case import Case

Judge = Callable[..., Case]
Counts = Callable[[Case, str], tuple[int, int, int]]

AGENTS = {
    "Sở Nội vụ": {"names": ["Sở Nội vụ", "Sở Nội vụ thành phố Hà Nội"], "identity": "Sở Nội vụ thành phố Hà Nội"},
    "Sở Tài chính": {"names": ["Sở Tài chính"], "identity": "Sở Tài chính thành phố Hà Nội"},
    "Các sở": {"names": ["Các sở, ban, ngành", "các sở, ngành"]},
}
LABELS = """
<noi-vu> skos:prefLabel "Sở Nội vụ thành phố Hà Nội"@vi . <tai-chinh> skos:prefLabel "Sở Tài chính"@vi .
<cac-so> skos:prefLabel "Các sở, ban, ngành thành phố Hà Nội"@vi .
"""


def assignment(name: str, task: str, agent: str, role: str, source: str) -> str:
    """Write one assignment as Turtle."""
    return f"""<{task}> pio:hasAssignment <{name}> . <{name}> a pio:Assignment ; pio:assignee <{agent}> ;
      pio:assignmentRole <https://w3id.org/pio/code/role/{role}> ; pio:nameAsWritten "các sở, ngành"@vi ;
      pio:assignmentSource <https://w3id.org/pio/code/source/{source}> ."""


ROW = LABELS + '<t> a pio:Task ; pio:rowNumber "12" ; dcterms:title "Xây dựng chính sách thu hút tài năng trẻ"@vi .'
TABLE = (
    ROW
    + assignment("a", "t", "noi-vu", "lead", "table")
    + assignment("b", "t", "cac-so", "coordinate", "table")
    + '<t> pio:hasSchedule <s> . <s> pio:startYear "2014"^^xsd:gYear ; pio:endYear "2015"^^xsd:gYear .'
)
TASK = {
    "row": "12",
    "title": "Xây dựng chính sách thu hút tài năng trẻ",
    "leads": ["Sở Nội vụ"],
    "coordinators": ["Các sở"],
    "start": "2014",
    "end": "2015",
}


def test_a_row_that_is_right_in_all_cells(judge: Judge, counts: Counts) -> None:
    case = judge(TABLE, agents=AGENTS, tasks=[TASK])
    assert counts(case, "tasks") == counts(case, "leads") == counts(case, "coordinates") == (1, 0, 0)
    assert counts(case, "schedules") == (2, 0, 0)
    assert case.agents == {("Sở Nội vụ thành phố Hà Nội", "http://localhost:8000/noi-vu")}


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"title": "Thành lập quỹ phát triển khoa học"}, "tasks", (0, 1, 1)),
        ({"leads": ["Sở Tài chính"]}, "leads", (0, 1, 1)),
        ({"leads": ["Sở Nội vụ", "Sở Tài chính"]}, "leads", (1, 0, 1)),
        ({"coordinators": []}, "coordinates", (0, 1, 0)),
        ({"start": "2013"}, "schedules", (1, 1, 1)),
        ({"start": "", "end": ""}, "schedules", (0, 2, 0)),
    ],
)
def test_a_row_that_is_wrong_in_one_cell(
    judge: Judge, counts: Counts, change: dict, field: str, expected: tuple[int, int, int]
) -> None:
    assert counts(judge(TABLE, agents=AGENTS, tasks=[TASK | change]), field) == expected


def test_a_row_without_an_agent_is_still_a_row(judge: Judge, counts: Counts) -> None:
    case = judge(ROW, agents=AGENTS, tasks=[TASK])
    assert counts(case, "tasks") == (1, 0, 0)
    assert counts(case, "leads") == (0, 0, 1)


PROSE = LABELS + '<t> a pio:Task ; dcterms:description "Bố trí kế hoạch ngân sách hàng năm cho khoa học"@vi .'
LED = PROSE + assignment("a", "t", "tai-chinh", "lead", "narrative")
DUTY = {"agents": ["Sở Tài chính"], "words": "Bố trí kế hoạch ngân sách hàng năm", "roles": ["lead", "perform"]}


@pytest.mark.parametrize(
    ("turtle", "change", "duties", "roles"),
    [
        (LED, {}, (1, 0, 0), (1, 0, 0)),
        (LED, {"roles": ["perform"]}, (1, 0, 0), (0, 1, 1)),
        (LED, {"agents": ["Sở Nội vụ"]}, (0, 1, 1), (0, 0, 0)),
        (LED, {"agents": ["Sở Nội vụ", "Sở Tài chính"]}, (1, 0, 0), (1, 0, 0)),
        (LED, {"words": "Xây dựng chính sách ưu đãi về thuế"}, (0, 1, 1), (0, 0, 0)),
        (LED, {"optional": True}, (0, 0, 0), (0, 0, 0)),
        (PROSE, {"optional": True}, (0, 0, 0), (0, 0, 0)),
        # a second role of the same agent on the same task is no second duty, but may be a false role
        (LED + assignment("b", "t", "tai-chinh", "monitor", "narrative"), {}, (1, 0, 0), (1, 1, 0)),
        # a partner of a right duty is free, another agent with a role of its own is not
        (LED + assignment("b", "t", "noi-vu", "coordinate", "narrative"), {}, (1, 0, 0), (1, 0, 0)),
        (LED + assignment("b", "t", "noi-vu", "perform", "narrative"), {}, (1, 1, 0), (1, 0, 0)),
        # rows of a table are no prose
        (PROSE + assignment("a", "t", "tai-chinh", "lead", "table"), {}, (0, 0, 1), (0, 0, 0)),
    ],
)
def test_a_duty(
    judge: Judge, counts: Counts, turtle: str, change: dict, duties: tuple[int, int, int], roles: tuple[int, int, int]
) -> None:
    case = judge(turtle, agents=AGENTS, assignments=[DUTY | change])
    assert counts(case, "assignments") == duties
    assert counts(case, "roles") == roles


def test_a_false_duty_that_only_coordinates_is_false(judge: Judge, counts: Counts) -> None:
    turtle = PROSE + assignment("b", "t", "noi-vu", "coordinate", "narrative")
    assert counts(judge(turtle, agents=AGENTS), "assignments") == (0, 1, 0)


TARGET = """<g> a pio:Target ; pio:targetText "có ít nhất 50% các trường có câu lạc bộ"@vi ; pio:quantity 50.0 ;
  pio:unit "%"@vi ; pio:comparator <https://w3id.org/pio/code/comparator/gte> ; pio:deadline "2020"^^xsd:gYear ."""
FIGURE = {
    "text": "Đến năm 2020, có ít nhất 50% các trường có câu lạc bộ sáng tạo",
    "quantity": 50,
    "units": ["%"],
    "comparators": ["gte"],
    "deadline": "2020",
}


@pytest.mark.parametrize(
    ("change", "figures", "fields"),
    [
        ({}, (1, 0, 0), (3, 0, 0)),
        ({"quantity": 60}, (0, 1, 1), (0, 0, 0)),
        ({"text": "Tăng thời lượng phát sóng trên truyền hình"}, (0, 1, 1), (0, 0, 0)),
        ({"comparators": ["eq", "gte"]}, (1, 0, 0), (3, 0, 0)),
        ({"deadline": ""}, (1, 0, 0), (2, 1, 0)),
        ({"units": ["trường"]}, (1, 0, 0), (2, 1, 1)),
        ({"quantity": None}, (0, 1, 0), (0, 0, 0)),
    ],
)
def test_a_figure(
    judge: Judge, counts: Counts, change: dict, figures: tuple[int, int, int], fields: tuple[int, int, int]
) -> None:
    case = judge(TARGET, targets=[FIGURE | change])
    assert counts(case, "targets") == figures
    assert counts(case, "target fields") == fields


def test_a_target_is_no_result(judge: Judge, counts: Counts) -> None:
    assert counts(judge(TARGET, results=[FIGURE]), "results") == (0, 0, 1)


MEASURE = """<m> a pio:Measure ; dcterms:description "Xây dựng cơ chế đặt hàng nghiên cứu của doanh nghiệp"@vi ;
  dcterms:subject <https://w3id.org/pio/code/theme/dat-hang> , <https://w3id.org/pio/code/theme/quy> ."""
PASSAGE = {"text": "Xây dựng cơ chế đặt hàng nghiên cứu của doanh nghiệp.", "themes": ["dat-hang", "doanh-nghiep"]}


def test_a_measure_and_its_themes(judge: Judge, counts: Counts) -> None:
    case = judge(MEASURE, measures=[PASSAGE])
    assert counts(case, "measures") == (1, 0, 0)
    assert counts(case, "themes") == (1, 1, 1)
    case = judge(MEASURE, measures=[{**PASSAGE, "themes_accepted": ["quy"]}])
    assert counts(case, "themes") == (1, 0, 1)


def test_a_measure_is_no_objective(judge: Judge, counts: Counts) -> None:
    case = judge(MEASURE, objectives=[PASSAGE])
    assert counts(case, "objectives") == (0, 0, 1)
    assert counts(case, "measures") == (0, 1, 0)
