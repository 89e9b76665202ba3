"""What is to be done as RDF: tasks with assignments and schedules, measures, objectives, targets."""

import pytest

from kgbuild.namespaces import DCTERMS, PIO, RDF, SKOS

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

I. MỤC TIÊU

1. Đến năm 2025, ít nhất 60% diện tích cây ăn quả được cấp mã số vùng trồng.

2. Nâng cao thu nhập cho người dân vùng trồng cây ăn quả.

II. NHIỆM VỤ

1. Chuyển giao công nghệ bảo quản cho các hợp tác xã.

III. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Phát triển nông thôn

- Chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch vùng trồng, báo cáo UBND tỉnh trước ngày 30/6/2024.

- Hướng dẫn các hợp tác xã thực hiện quy trình.

2. Đề nghị Hội Nông dân tỉnh vận động hội viên tham gia.

| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Tổ chức hội chợ xoài Yên Châu | Sở Công Thương | Sở Tài chính, Nội vụ | Quý II/2024 |
| 2 | Kiểm tra chất lượng quả | Giám đốc Sở Y tế |  | Thường xuyên |
| 3 | Khảo sát thị trường | Sở Nội vụ | Sở Tài chính, Nội vụ |  |
"""
OWN = "id/doc/son-la/ubnd/ke-hoach/2024/34"
ROW = f"{OWN}/task/1"


@pytest.fixture(scope="module")
def facts(state):
    return state(PLAN)


def test_rows_are_tasks_of_the_document(facts) -> None:
    assert [path for path in facts.a(PIO.Task) if "-" not in path.rsplit("/", 1)[-1]] == [
        f"{OWN}/task/{n}" for n in "123"
    ]
    assert facts.of(ROW, DCTERMS.title) == ["Tổ chức hội chợ xoài Yên Châu"]
    assert facts.of(ROW, PIO.rowNumber) == ["1"]
    assert facts.of(ROW, PIO.setOutIn) == [OWN]
    assert ROW in facts.of(OWN, PIO.setsOut)


def test_assignments_of_a_row(facts) -> None:
    lead = f"{ROW}/lead/son-la.so-cong-thuong"
    assert facts.of(ROW, PIO.hasAssignment) == [
        f"{ROW}/coordinate/son-la.so-noi-vu",
        f"{ROW}/coordinate/son-la.so-tai-chinh",
        lead,
    ]
    assert facts.of(lead, PIO.assignee) == ["id/agent/son-la/so-cong-thuong"]
    assert facts.of(lead, PIO.assignmentRole) == ["role/lead"]
    assert facts.of(lead, PIO.assignmentSource) == ["source/table"]
    assert facts.of(lead, PIO.modality) == ["modality/mandated"]
    assert facts.of(lead, PIO.nameAsWritten) == ["Sở Công Thương"]
    assert 0 < float(facts.of(lead, PIO.confidence)[0]) <= 1


def test_who_leads_and_coordinates_is_said_twice(facts) -> None:
    row = f"{OWN}/task/3"
    assert f"{row}/lead/son-la.so-noi-vu" in facts.of(row, PIO.hasAssignment)
    assert f"{row}/coordinate/son-la.so-noi-vu" in facts.of(row, PIO.hasAssignment)


def test_an_officer_stands_for_his_body(facts) -> None:
    node = f"{OWN}/task/2/lead/son-la.so-y-te"
    assert facts.of(node, PIO.assignee) == ["id/agent/son-la/so-y-te"]
    assert facts.of(node, PIO.throughPost) == ["id/post/son-la/so-y-te/giam-doc"]


@pytest.mark.parametrize(
    ("row", "text", "start", "end"),
    [("1", ["Quý II/2024"], ["2024"], ["2024"]), ("2", ["Thường xuyên"], [], []), ("3", [], [], [])],
)
def test_schedules_of_rows(facts, row: str, text: list[str], start: list[str], end: list[str]) -> None:
    schedule = f"{OWN}/task/{row}/schedule"
    assert facts.of(f"{OWN}/task/{row}", PIO.hasSchedule) == ([schedule] if text else [])
    assert facts.of(schedule, PIO.scheduleText) == text
    assert (facts.of(schedule, PIO.startYear), facts.of(schedule, PIO.endYear)) == (start, end)


def test_an_empty_cell_makes_no_standing_duty(facts) -> None:
    assert "StandingDuty" in facts.classes(f"{OWN}/task/2")
    assert "StandingDuty" not in facts.classes(f"{OWN}/task/3")
    assert "StandingDuty" not in facts.classes(f"{OWN}/task/1")


def duty(facts, opening: str) -> str:
    (found,) = [n for n in facts.a(PIO.Task) if facts.of(n, DCTERMS.description)[0].startswith(opening)]
    return found


def test_a_duty_in_prose(facts) -> None:
    node = duty(facts, "Chủ trì, phối hợp với Sở Tài chính")
    assert node.startswith(f"{OWN}/task/iii.1-")
    lead = f"{node}/lead/son-la.so-nong-nghiep-va-phat-trien-nong-thon"
    assert facts.of(node, PIO.hasAssignment) == [f"{node}/coordinate/son-la.so-tai-chinh", lead]
    assert facts.of(lead, PIO.assignmentSource) == ["source/narrative"]
    assert facts.of(lead, PIO.reportsTo) == ["id/agent/son-la/ubnd"]
    assert facts.of(f"{node}/schedule", PIO.endDate) == ["2024-06-30"]
    assert facts.of(node, PIO.inSection) == [f"{OWN}/s/iii.1"]
    assert "StandingDuty" not in facts.classes(node)
    assert "StandingDuty" in facts.classes(duty(facts, "Hướng dẫn các hợp tác xã"))


def test_the_label_of_a_long_duty_says_that_it_goes_on(state) -> None:
    long = "rà soát quy hoạch vùng trồng, " * 5 + "báo cáo Ủy ban nhân dân tỉnh"
    facts = state(
        PLAN.replace("thực hiện quy trình.", f"{long}.").replace("vùng trồng, báo cáo", "vùng trồng; báo cáo")
    )
    labels = [facts.of(node, SKOS.prefLabel)[0] for node in facts.a(PIO.Task)]
    assert sum(label.endswith("…") for label in labels) == 1
    (cut,) = (label for label in labels if label.endswith("…"))
    (node,) = (node for node in facts.a(PIO.Task) if facts.of(node, SKOS.prefLabel) == [cut])
    assert facts.of(node, DCTERMS.title) == [cut.removesuffix("…")], "the title is the words of the text"
    assert "Chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch vùng trồng" in labels, "a clause is whole"


def test_a_request(facts) -> None:
    node = duty(facts, "Đề nghị Hội Nông dân tỉnh")
    (assignment,) = facts.of(node, PIO.hasAssignment)
    assert facts.of(assignment, PIO.modality) == ["modality/requested"]


def test_measures_objectives_and_targets(facts) -> None:
    (measure,) = facts.a(PIO.Measure)
    assert facts.of(measure, DCTERMS.description) == ["Chuyển giao công nghệ bảo quản cho các hợp tác xã."]
    assert "theme/ung-dung-chuyen-giao" in facts.of(measure, DCTERMS.subject)
    assert len(facts.a(PIO.Objective)) == 2
    (target,) = facts.a(PIO.Target)
    assert [float(value) for value in facts.of(target, PIO.quantity)] == [60]
    assert facts.of(target, PIO.unit) == ["%"]
    assert facts.of(target, PIO.comparator) == ["comparator/gte"]
    assert facts.of(target, PIO.deadline) == ["2025"]
    assert facts.of(target, PIO.targetKind) == ["targetkind/quantitative"]


def test_names_left_out_and_officers_are_no_names_of_a_body(facts) -> None:
    assert "Nội vụ" not in facts.of("id/agent/son-la/so-noi-vu", SKOS.altLabel)
    assert "Giám đốc Sở Y tế" not in facts.of("id/agent/son-la/so-y-te", SKOS.altLabel)


def test_the_post_that_a_body_acts_through_is_no_name_of_it(state) -> None:
    """ "Thủ tướng" alone is short for the post, not for the Government that he acts for."""
    found = state(PLAN.replace("| Giám đốc Sở Y tế |", "| Thủ tướng |"))
    (government,) = {found.of(a, PIO.assignee)[0] for a in found.a(PIO.Assignment) if found.of(a, PIO.throughPost)}
    assert government == "id/agent/tw/chinh-phu"
    assert "Thủ tướng" not in found.of(government, SKOS.altLabel)


def test_the_rows_of_two_annexes_stay_apart(state) -> None:
    head = PLAN.split("I. MỤC TIÊU")[0] + "I. NHIỆM VỤ\n\nTheo phụ lục.\n\n"
    close = "Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHoàng Quốc Khánh\n\n"
    annexes = "".join(
        f"PHỤ LỤC {n}\n\n{title}\n\n(Kèm theo Kế hoạch số 34/KH-UBND)\n\n"
        f"| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | {work} | {lead} | 2024 |\n\n"
        for n, title, work, lead in (
            (1, "DANH MỤC VĂN BẢN", "Ban hành quy chế vùng trồng", "Sở Tư pháp"),
            (2, "DANH MỤC NHIỆM VỤ", "Cấp mã số vùng trồng", "Sở Công Thương"),
        )
    )
    facts = state(head + close + annexes)
    said = {
        facts.of(task, DCTERMS.title)[0]: [
            agent for node in facts.of(task, PIO.hasAssignment) for agent in facts.of(node, PIO.assignee)
        ]
        for task in facts.a(PIO.Task)
    }
    assert said == {
        "Ban hành quy chế vùng trồng": ["id/agent/son-la/so-tu-phap"],
        "Cấp mã số vùng trồng": ["id/agent/son-la/so-cong-thuong"],
    }


def test_equal_duties_in_two_sections_are_two(state) -> None:
    raw = PLAN.replace(
        "2. Đề nghị Hội Nông dân tỉnh vận động hội viên tham gia.", "2. Sở Tài chính\n\n- Báo cáo kết quả."
    )
    raw = raw.replace("- Hướng dẫn các hợp tác xã thực hiện quy trình.", "- Báo cáo kết quả.")
    found = state(raw)
    nodes = [n for n in found.a(PIO.Task) if found.of(n, DCTERMS.description) == ["Báo cáo kết quả."]]
    assert len(nodes) == 2


def test_the_same_duty_keeps_its_iri_when_others_come(facts, state) -> None:
    more = state(PLAN.replace("- Hướng dẫn", "- Tập huấn cho cán bộ cơ sở.\n\n- Hướng dẫn"))
    assert set(facts.a(PIO.Task)) < set(more.a(PIO.Task))


def test_rows_that_restart_never_share_an_iri(state) -> None:
    table = (
        "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| I | Trồng trọt |  |  |\n"
        "| 1 | Trồng xoài | Sở Công Thương | 2024 |\n| II | Chăn nuôi |  |  |\n| 1 | Nuôi bò | Sở Tài chính | 2024 |\n"
    )
    found = state(PLAN[: PLAN.index("| STT")] + table)
    rows = [n for n in found.a(PIO.Task) if found.of(n, PIO.rowNumber)]
    assert rows == [f"{OWN}/task/i.1", f"{OWN}/task/ii.1"]


def test_rows_of_a_second_table_carry_its_number(state) -> None:
    table = PLAN[PLAN.index("| STT") :]
    found = state(f"{PLAN}\nBảng 2\n\n{table}")
    rows = [n.rsplit("/", 1)[-1] for n in found.a(PIO.Task) if found.of(n, PIO.rowNumber)]
    assert rows == ["1", "2", "2.1", "2.2", "2.3", "3"]


def test_every_task_of_the_samples_has_one_title_and_one_place(samples) -> None:
    for sample in samples.values():
        for node in sample.facts.a(PIO.Task):
            assert len(sample.facts.of(node, DCTERMS.title)) == 1
            assert sample.facts.of(node, PIO.setOutIn)
            for assignment in sample.facts.of(node, PIO.hasAssignment):
                assert len(sample.facts.of(assignment, PIO.assignee)) == 1
                assert len(sample.facts.of(assignment, PIO.assignmentRole)) == 1
                assert sample.facts.of(assignment, RDF.type) == ["Assignment"]


def test_a_target_in_a_table_says_its_own_cells_only(state) -> None:
    heading = "| TT | Chỉ tiêu | Đơn vị tính | Năm 2020 | Năm 2025 |\n|---|---|---|---|---|\n"
    head, _, _ = PLAN.partition("III. TỔ CHỨC")
    found = state(f"{head}PHỤ LỤC\n\nCÁC CHỈ TIÊU CHỦ YẾU\n\n{heading}| 1 | Tỷ lệ hộ có cây ăn quả | % | 25 | 40 |\n")
    texts = [text for one in found.a(PIO.Target) for text in found.of(one, PIO.targetText)]
    assert "Tỷ lệ hộ có cây ăn quả – % – 40" in texts
