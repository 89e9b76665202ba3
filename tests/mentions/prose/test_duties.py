"""Duties in prose: headings that name who acts, sentences with a subject, closings that ask and order."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kgbuild.mentions.prose.duties import introduce_bodies, read_duties
from kgbuild.mentions.prose.owners import find_owners
from kgbuild.model.mentions import TaskMention

Duties = Callable[..., list[tuple[list[tuple[str, str]], str]]]


def roles(task: TaskMention) -> list[tuple[str, str]]:
    return [(role.role, role.agent.record or role.agent.group or f"?{role.agent.name}") for role in task.roles]


@pytest.fixture(scope="module")
def tasks(document):
    def read(*lines: str, heading: str = "TỔ CHỨC THỰC HIỆN"):
        raw = f"KẾ HOẠCH\n\nPhát triển chợ\n\nI. {heading}\n\n" + "\n\n".join(lines) + "\n"
        found = document(raw, "hai-duong")
        introduce_bodies(found.text, found.part, found.agencies)
        return found, list(read_duties(found.text, found.part, found.agencies, set()))

    return read


@pytest.fixture(scope="module")
def duties(tasks) -> Duties:
    """List ([(role, body)], first words) of each duty."""

    def read(*lines: str, heading: str = "TỔ CHỨC THỰC HIỆN"):
        found, read_tasks = tasks(*lines, heading=heading)
        return [(roles(task), " ".join(found.words(task.span).split()[:3])) for task in read_tasks]

    return read


def test_a_point_that_opens_with_a_ground_and_a_class_names_no_body(duties: Duties) -> None:
    assert duties("2. Căn cứ kết quả rà soát, các dự án chậm tiến độ bị thu hồi đất.") == []


def test_each_bullet_below_a_heading_is_a_duty_of_its_body(duties: Duties) -> None:
    assert duties(
        "1. Sở Công Thương",
        "- Chủ trì, phối hợp với Sở Tài chính rà soát quy hoạch chợ.",
        "- Hướng dẫn các chợ áp dụng tiêu chuẩn.",
        "2. Sở Tài chính",
        "Bố trí kinh phí hằng năm.",
    ) == [
        ([("lead", "prov:sct"), ("coordinate", "prov:stc")], "Chủ trì, phối"),
        ([("perform", "prov:sct"), ("monitor", "prov:sct")], "Hướng dẫn các"),
        ([("perform", "prov:stc")], "Bố trí kinh"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2. Sở Tài chính cân đối, bố trí kinh phí thực hiện.", [("perform", "prov:stc")]),
        ("2. Sở Tài chính: Cân đối, bố trí kinh phí thực hiện.", [("perform", "prov:stc")]),
        (
            "2. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ thẩm định dự toán.",
            [("lead", "prov:stc"), ("coordinate", "prov:snv")],
        ),
        (
            "2. Công an tỉnh phối hợp với Sở Xây dựng kiểm tra phòng cháy.",
            [("coordinate", "prov:cong-an"), ("coordinate", "prov:sxd")],
        ),
        (
            "2. Các sở, ban, ngành và UBND các huyện, thị xã tổ chức triển khai.",
            [("perform", "so-ban-nganh"), ("perform", "cap-huyen")],
        ),
        ("2. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện.", [("perform", "prov:snv"), ("monitor", "prov:snv")]),
        ("2. Trên cơ sở kết quả khảo sát, Sở Xây dựng chủ trì lựa chọn phần mềm dùng chung.", [("lead", "prov:sxd")]),
    ],
)
def test_heading_and_duty_on_one_line(duties: Duties, line: str, expected: list[tuple[str, str]]) -> None:
    assert [found for found, _ in duties("1. Sở Y tế", "- Khám sức khỏe.", line)][1:] == [expected]


@pytest.mark.parametrize(
    ("line", "modality"),
    [
        ("3. Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động hội viên tham gia.", "requested"),
        ("3. Đề nghị Sở Tài chính bố trí kinh phí.", "mandated"),
        ("3. Ủy ban MTTQ Việt Nam tỉnh vận động hội viên tham gia.", "mandated"),
    ],
)
def test_a_request_is_no_order(tasks, line: str, modality: str) -> None:
    (task,) = tasks(line)[1]
    assert {role.modality for role in task.roles} == {modality}


def test_a_lead_in_gives_its_role_to_the_points_below(duties: Duties) -> None:
    found = duties(
        "1. Sở Công Thương",
        "Chủ trì, phối hợp với các sở, ngành liên quan thực hiện các nội dung sau:",
        "- Xây dựng tiêu chí chợ văn minh.",
        "- Rà soát chợ tạm.",
    )
    lead = [("lead", "prov:sct"), ("coordinate", "so-ban-nganh-lien-quan")]
    assert [entry for entry, _ in found] == [lead, lead]


@pytest.mark.parametrize(
    "tail", [":", " thực hiện các chương trình có liên quan như:", " triển khai các nhiệm vụ sau:"]
)
def test_a_heading_that_only_hands_on_is_no_duty_itself(duties: Duties, tail: str) -> None:
    lead = [("lead", "prov:syt"), ("coordinate", "prov:stc")]
    assert duties(
        f"1. Sở Y tế chủ trì, phối hợp với Sở Tài chính{tail}", "- Tập huấn y tế thôn bản.", "- Mua sắm thiết bị."
    ) == [(lead, "Tập huấn y"), (lead, "Mua sắm thiết")]


def test_a_heading_hands_on_its_part_within_its_functions(duties: Duties) -> None:
    lead = [("lead", "prov:syt"), ("coordinate", "prov:stc")]
    within = "theo chức năng, nhiệm vụ, thẩm quyền chủ trì, phối hợp với Sở Tài chính:"
    assert duties(f"1. Sở Y tế {within}", "- Tập huấn y tế thôn bản.") == [(lead, "Tập huấn y")]


def test_a_heading_that_says_what_to_do_is_a_duty_itself(duties: Duties) -> None:
    found = duties(
        "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập đề án củng cố mạng lưới trạm y tế xã, trong đó:",
        "- Khảo sát trạm y tế.",
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành tổ chức thực hiện nghiêm túc Kế hoạch.",
            [("perform", "so-ban-nganh")],
        ),
        (
            "UBND tỉnh đề nghị Ban Tuyên giáo Tỉnh ủy chỉ đạo công tác tuyên truyền.",
            [("perform", "prov:btg"), ("monitor", "prov:btg")],
        ),
        # handing over, orders of others, requests on file are no assignments
        ("Đẩy mạnh chuyển giao công nghệ bảo quản cho các chợ đầu mối.", None),
        ("Thực hiện tốt chức năng, nhiệm vụ được giao theo quy định.", None),
        ("Trên đây là Kế hoạch phát triển chợ năm 2024.", None),
        ("Hồ sơ đề nghị nghiệm thu gồm các giấy tờ theo quy định.", None),
        ("Bàn giao mặt bằng đúng tiến độ đề ra.", None),
        # just to do it is no duty of anybody's own
        ("UBND tỉnh yêu cầu Sở Tài chính, Sở Nội vụ nghiêm túc triển khai thực hiện./.", None),
        (
            "UBND tỉnh yêu cầu Sở Tài chính nghiêm túc triển khai thực hiện; trong quá trình thực hiện nếu có "
            "khó khăn, vướng mắc kịp thời báo cáo UBND tỉnh để xem xét./.",
            None,
        ),
        (
            "UBND tỉnh yêu cầu Sở Tài chính triển khai thực hiện; tháo gỡ khó khăn, vướng mắc của các chợ.",
            [("perform", "prov:stc")],
        ),
        # nor in what way, before the verb
        (
            "Đề nghị Hội Nông dân tỉnh bằng nhiều hình thức thích hợp, tuyên truyền tới hội viên.",
            [("perform", "prov:hoi-nong-dan")],
        ),
    ],
)
def test_closing_paragraphs(duties: Duties, line: str, expected: list[tuple[str, str]] | None) -> None:
    found = [entry for entry, _ in duties("1. Sở Y tế", "- Khám sức khỏe.", "IV. KINH PHÍ", "Từ ngân sách.", line)][1:]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the last sentence tells somebody else
        (
            ("1. Sở Y tế", "- Gửi báo cáo về Sở Tài chính hằng tháng. Sở Tài chính tổng hợp, trình UBND tỉnh."),
            [[("perform", "prov:syt")], [("perform", "prov:stc")]],
        ),
        (
            ("Các huyện tổ chức khám sức khỏe. Sở Y tế tổng hợp kết quả.",),
            [[("perform", "cac-huyen")], [("perform", "prov:syt")]],
        ),
        # what leads in to those below it is not parted, and hands nobody else's part on
        (
            ("1. Sở Y tế", "a) Chủ trì khám bệnh. Sở Tài chính thực hiện các việc sau:", "- Bố trí vốn."),
            [[("lead", "prov:syt")], [("lead", "prov:syt")]],
        ),
        # its own body again, a sentence that names none, the last of a list of partners
        (("1. Sở Y tế", "- Khám sức khỏe. Sở Y tế tổng hợp kết quả."), [[("perform", "prov:syt")]]),
        (("1. Sở Y tế", "- Khám sức khỏe. Sở Tài chính bố trí vốn. Giữ bí mật."), [[("perform", "prov:syt")]]),
        (
            ("1. Sở Y tế", "- Khám sức khỏe; phối hợp Sở Nội vụ; Sở Tài chính tổng hợp kết quả."),
            [[("perform", "prov:syt")], [("coordinate", b) for b in ("prov:syt", "prov:snv", "prov:stc")]],
        ),
    ],
)
def test_a_later_sentence_may_tell_another_body(duties: Duties, lines: tuple[str, ...], expected: list[object]) -> None:
    assert [found for found, _ in duties(*lines)] == expected


@pytest.mark.parametrize(
    "line",
    [
        "UBND tỉnh yêu cầu các huyện, thị xã triển khai Kế hoạch.",
        "Trên đây là Kế hoạch phát triển chợ; UBND tỉnh yêu cầu các huyện, thị xã triển khai Kế hoạch.",
        "Chủ tịch UBND tỉnh yêu cầu các huyện, thị xã triển khai Kế hoạch.",
        "Sở Văn hóa, Thể thao và Du lịch yêu cầu các huyện, thị xã triển khai Kế hoạch.",
    ],
)
def test_a_closing_paragraph_is_no_duty_of_the_body_above(duties: Duties, line: str) -> None:
    assert duties("1. Sở Y tế", "- Khám sức khỏe.", line)[1][0] == [("perform", "cap-huyen")]


@pytest.mark.parametrize("mark", ["Điều 2. ", ""])  # the mark of a last article gets lost
def test_articles_name_who_carries_the_decision_out(document, mark: str) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nVề việc công nhận chợ văn minh\n\nĐiều 1. Công nhận 03 chợ văn minh.\n\n"
        f"{mark}Chánh Văn phòng UBND tỉnh, Giám đốc Sở Công Thương và Chủ tịch UBND các huyện chịu trách nhiệm "
        "thi hành Quyết định này.\n"
    )
    found = document(raw, "hai-duong")
    (task,) = read_duties(found.text, found.part, found.agencies, set())
    assert {body for _, body in roles(task)} >= {"prov:vp-ubnd", "prov:sct"}


def test_a_paragraph_of_an_article_that_tells_no_execution_is_no_duty(document) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nVề việc công nhận chợ văn minh\n\nĐiều 1. Công nhận 03 chợ văn minh.\n\n"
        "Sở Công Thương có trách nhiệm trong lĩnh vực được phân công.\n"
    )
    found = document(raw, "hai-duong")
    assert list(read_duties(found.text, found.part, found.agencies, set())) == []


@pytest.mark.parametrize(
    "line",
    [
        "- Ban hành kế hoạch triển khai trong quý I.",
        "- Trường hợp vướng mắc phải báo cáo kịp thời.",
        "- Bộ máy quản lý chợ được kiện toàn.",
        "- Sở hữu trí tuệ được bảo hộ theo luật.",
        "- Hội nghị tổ chức vào cuối năm.",
        "- Đoàn kết thực hiện tốt nhiệm vụ.",
    ],
)
def test_a_line_that_opens_with_a_noun_names_no_body(duties: Duties, line: str) -> None:
    found = duties("1. Xây dựng chợ", line, heading="NHIỆM VỤ")
    assert [entry for entry, _ in found] == []


@pytest.mark.parametrize(
    "line",
    [
        "- Ban hành kế hoạch triển khai trong quý I.",
        "- Trường hợp vướng mắc phải báo cáo kịp thời.",
        "- Tổ chức hội nghị, giao Phòng Kinh tế thực hiện.",
    ],
)
def test_below_a_heading_the_duty_is_that_of_the_heading(duties: Duties, line: str) -> None:
    ((found, _),) = duties("1. Sở Công Thương", line)
    assert {body for _, body in found} == {"prov:sct"}


def test_goals_give_no_duties(duties: Duties) -> None:
    assert duties("1. Sở Công Thương", "- Xây dựng 5 chợ mới.", heading="MỤC TIÊU") == []


def test_lines_used_up_by_blocks_are_left_out(document) -> None:
    found = document("KẾ HOẠCH\n\nA\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Khám sức khỏe.\n\n- Tiêm chủng.\n")
    every = list(read_duties(found.text, found.part, found.agencies, set()))
    some = list(read_duties(found.text, found.part, found.agencies, {2}))
    assert (len(every), len(some)) == (2, 1)


@pytest.mark.parametrize(
    ("line", "standing", "year"),
    [
        ("- Hoàn thành quy hoạch trước ngày 30/6/2024.", False, "2024"),
        ("- Quản lý chợ theo quy định.", True, ""),
        ("- Định kỳ hằng năm báo cáo UBND tỉnh.", True, ""),
    ],
)
def test_a_duty_without_a_time_stands(tasks, line: str, standing: bool, year: str) -> None:
    (task,) = tasks("1. Sở Công Thương", line)[1]
    assert (task.standing, task.schedule.end_year if task.schedule else "") == (standing, year)


def test_whom_a_duty_reports_to(tasks) -> None:
    _, (task,) = tasks("1. Sở Công Thương", "- Định kỳ hằng quý tổng hợp, báo cáo UBND tỉnh kết quả thực hiện.")
    assert [m.record for m in task.reports_to] == ["prov:ubnd"]
    assert task.frequency == "hang-quy"


def test_the_title_is_the_first_clause(tasks) -> None:
    found, (task,) = tasks("1. Sở Công Thương", "- Rà soát quy hoạch chợ; lập danh mục chợ cần sửa chữa.")
    assert found.words(task.title) == "Rà soát quy hoạch chợ"
    assert found.words(task.span) == "Rà soát quy hoạch chợ; lập danh mục chợ cần sửa chữa."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Các huyện ủy, thành ủy trực thuộc Tỉnh ủy tổ chức học tập, quán triệt Nghị quyết.", ["cap-uy"]),
        ("1. Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo thể chế hóa Nghị quyết.", ["prov:dd-hdnd"]),
        ("1. Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo xây dựng kế hoạch.", ["prov:bcs-ubnd"]),
        ("1. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện.", ["prov:mttq"]),
        ("1. Ban Tuyên giáo Tỉnh ủy hướng dẫn việc tuyên truyền.", ["prov:btg"]),
        (
            "1. Giao Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân tỉnh giám sát việc thực hiện.",
            ["prov:tt-hdnd"],
        ),
        ("1. Thuế tỉnh, Kho bạc Nhà nước khu vực hướng dẫn thủ tục.", ["prov:cuc-thue", "prov:kho-bac"]),
        ("1. UBND huyện Đồng Văn chịu trách nhiệm quản lý chợ.", ["prov:ubnd"]),
        ("1. Công ty Điện lực tỉnh bảo đảm cấp điện ổn định.", ["?Công ty Điện lực tỉnh"]),
    ],
)
def test_bodies_that_open_a_line_of_tasks(duties: Duties, line: str, expected: list[str]) -> None:
    found = duties(line)
    assert len(found) == 1
    bodies = [body for _, body in found[0][0]]
    assert bodies[: len(expected)] == expected or {b.split("-truc-thuoc")[0] for b in bodies} >= set(expected)


def test_officers_of_a_ministry_carry_its_decision_out(document) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nVề việc phê duyệt danh mục\n\nBỘ TRƯỞNG BỘ CÔNG THƯƠNG\n\nĐiều 1. Phê duyệt danh mục.\n\n"
        "Điều 2. Chánh Văn phòng Bộ, Cục trưởng Cục Hóa chất chịu trách nhiệm thi hành Quyết định này.\n"
    )
    found = document(raw, "")
    assert len(list(read_duties(found.text, found.part, found.agencies, set()))) == 1


def test_the_stroke_at_the_end_is_no_part_of_a_title(tasks) -> None:
    found, (task,) = tasks("Trên đây là Kế hoạch; yêu cầu các sở, ban, ngành triển khai thực hiện Đề án./.")
    assert found.words(task.title).endswith("triển khai thực hiện Đề án")


@pytest.mark.parametrize(
    "line",
    [
        "1. Các cơ quan chủ trì được phân công tại Phụ lục chịu trách nhiệm tổ chức thực hiện.",
        "1. Các đơn vị chủ trì nhiệm vụ báo cáo tiến độ hằng quý.",
        "1. Các cơ quan được giao chủ trì chủ động xây dựng kế hoạch.",
    ],
)
def test_bodies_that_are_only_said_to_lead_do_not_lead_here(duties: Duties, line: str) -> None:
    assert not [role for entry, _ in duties(line) for role, _ in entry if role == "lead"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what a body leads and what it helps with are two duties
        (
            "- Chủ trì tham mưu phát triển điện gió. Phối hợp thực hiện các nhiệm vụ về khu công nghiệp.",
            [("lead", "Chủ trì tham"), ("coordinate", "Phối hợp thực")],
        ),
        (
            "- Tăng cường kiểm tra thị trường; phối hợp xử lý vi phạm về môi trường.",
            [("perform", "Tăng cường kiểm"), ("coordinate", "phối hợp xử")],
        ),
        (
            "- Thực hiện công tác cải cách hành chính, chủ trì, phối hợp với các đơn vị liên quan mở lớp đào tạo.",
            [("perform", "Thực hiện công"), ("lead", "chủ trì, phối")],
        ),
        # a report that has its own day
        (
            "- Xây dựng kế hoạch của đơn vị; báo cáo UBND tỉnh kết quả thực hiện trước ngày 15 hằng tháng.",
            [("perform", "Xây dựng kế"), ("perform", "báo cáo UBND")],
        ),
        (
            "- Tổng hợp, theo dõi tiến độ. Tham mưu UBND tỉnh bố trí vốn; báo cáo khi có yêu cầu.",
            [("perform", "Tổng hợp, theo"), ("perform", "Tham mưu UBND")],
        ),
        # one part throughout
        ("- Phối hợp xúc tiến đầu tư; hỗ trợ doanh nghiệp mở rộng thị trường.", [("coordinate", "Phối hợp xúc")]),
        ("- Tổng hợp nguồn vốn; tham mưu UBND tỉnh bố trí.", [("perform", "Tổng hợp nguồn")]),
        ("- Tổng hợp nguồn vốn của Chương trình. Xây dựng kế hoạch vốn từng năm.", [("perform", "Tổng hợp nguồn")]),
        ("- Trên cơ sở đề xuất của các đơn vị, chủ trì, phối hợp với Sở Y tế rà soát.", [("lead", "Trên cơ sở")]),
        ("- Rà soát quy hoạch; trường hợp vi phạm, phối hợp với Công an tỉnh xử lý.", [("perform", "Rà soát quy")]),
    ],
)
def test_a_paragraph_parts_where_the_part_of_its_body_changes(
    tasks, line: str, expected: list[tuple[str, str]]
) -> None:
    found, read = tasks("1. Sở Công Thương", line)
    assert [(task.roles[0].role, " ".join(found.words(task.title).split()[:3])) for task in read] == expected


def test_a_heading_beside_those_of_bodies_names_a_collective(duties: Duties) -> None:
    found = duties(
        "1. Sở Y tế",
        "- Tăng cường kiểm tra.",
        "2. Sở Tài chính",
        "- Bố trí kinh phí.",
        "3. Các cơ sở khám bệnh, chữa bệnh trên địa bàn có trách nhiệm",
        "- Tự kiểm tra, rà soát chi phí.",
        "4. Các nhiệm vụ khác",
        "- Tự kiểm tra công tác lưu trữ.",
    )
    assert [bodies for bodies, _ in found] == [
        [("perform", "prov:syt"), ("monitor", "prov:syt")],
        [("perform", "prov:stc")],
        [("perform", "co-so-y-te")],
    ]


def test_a_paragraph_that_ends_in_a_colon_hands_its_body_on(duties: Duties) -> None:
    found = duties(
        "1. Sở Nội vụ",
        "a) Giao Công an tỉnh chỉ đạo các đơn vị:",
        "- Tuần tra ban đêm.",
        "b) Rà soát biên chế.",
    )
    assert [bodies[0][1] for bodies, _ in found] == ["prov:cong-an", "prov:cong-an", "prov:snv"]


LETTER = """UBND TỈNH LÀO CAI

Số: 12/UBND-KT

V/v triển khai quy định về phát thải

Kính gửi: Ủy ban nhân dân các xã, phường.

{lead_in}

1. Về giảm phát thải

a) Rà soát số liệu tiêu thụ năng lượng.

b) Phối hợp cung cấp số liệu.

2. {second}

Nơi nhận:
- Như trên.
"""


def letter(document, lead_in: str, second: str = "Tổ chức phổ biến quy định.") -> list[str]:
    found = document(LETTER.format(lead_in=lead_in, second=second), "lao-cai")
    read = read_duties(found.text, found.part, found.agencies, set())
    return [f"{task.roles[0].role} {task.roles[0].agent.group or task.roles[0].agent.record}" for task in read]


def test_a_letter_tells_all_its_points_to_those_it_names(document) -> None:
    told = letter(document, "Ủy ban nhân dân tỉnh đề nghị Ủy ban nhân dân các xã, phường thực hiện các nội dung sau:")
    assert told[-3:] == ["perform cap-xa", "coordinate cap-xa", "perform cap-xa"]


def test_a_letter_whose_points_name_bodies_tells_them_alone(document) -> None:
    lead_in = "Ủy ban nhân dân tỉnh đề nghị Ủy ban nhân dân các xã, phường thực hiện các nội dung sau:"
    told = letter(document, lead_in, "Sở Y tế tổ chức phổ biến quy định.")
    assert "perform prov:syt" in told
    assert told.count("coordinate cap-xa") == 0


def test_a_letter_that_names_nobody_tells_nobody(document) -> None:
    assert letter(document, "Để triển khai quy định, nội dung cần lưu ý như sau:") == []


def test_what_a_law_assigns_is_only_reported(duties: Duties) -> None:
    sentence = "Luật Bảo vệ môi trường và Nghị định số 06/2022/NĐ-CP giao Bộ Tài chính chủ trì thành lập thị trường."
    assert duties(sentence) == []


def test_a_topic_with_a_colon_is_no_duty(duties: Duties) -> None:
    found = duties("1. Sở Tài chính", "- Về nội dung trao đổi tín chỉ:", "- Rà soát kinh phí.")
    assert [title for _, title in found] == ["Rà soát kinh"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các sở, ngành kịp thời phản ánh về Sở Tài chính.",
            False,
        ),
        ("Trong quá trình thực hiện, nếu có khó khăn, các sở, ban, ngành báo cáo UBND tỉnh quyết định.", False),
        # to propose changes, or to do more than tell, is a duty
        ("Trong quá trình thực hiện, nếu thấy cần sửa đổi, các sở, ban, ngành chủ động báo cáo UBND tỉnh.", True),
        (
            "Trong quá trình thực hiện, nếu vướng mắc, đề nghị các sở kịp thời báo cáo; xong trước ngày 15/12/2025.",
            True,
        ),
    ],
)
def test_whom_to_tell_of_hindrances_is_no_duty(duties: Duties, line: str, told: bool) -> None:
    found = duties("1. Sở Y tế", "- Khám sức khỏe.", line)[1:]
    assert bool(found) is told


def test_a_body_that_acts_within_its_functions_has_a_duty(duties: Duties) -> None:
    found = duties(
        "2. Sở Y tế theo chức năng, nhiệm vụ được giao chủ trì, phối hợp với Sở Tài chính chỉ đạo việc giải quyết."
    )
    assert [bodies for bodies, _ in found] == [[("lead", "prov:syt"), ("coordinate", "prov:stc")]]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            "Điều 2. Sở Du lịch chủ trì, phối hợp với Sở Y tế tổ chức.",
            [("lead", "prov:sdl"), ("coordinate", "prov:syt")],
        ),
        ("Điều 2.\n\nGiám đốc Sở Y tế hướng dẫn các chợ.", [("perform", "prov:syt"), ("monitor", "prov:syt")]),
        ("Điều 2. Phòng Quản lý chợ chủ trì tổ chức.", [("lead", "?Phòng Quản lý chợ")]),
        # what a body is or may decide is no order
        ("Điều 2. Sở Du lịch là cơ quan chuyên môn của tỉnh.", []),
        ("Điều 2. Sở Du lịch tổ chức và hoạt động theo quy chế.", []),
        ("Điều 2. Sở Du lịch được thành lập từ năm 2021.", []),
        ("Điều 2. Phòng Quản lý chợ tổ chức họp.", []),
        ("Điều 2. Sở Du lịch chỉ đạo các chợ thu gom rác.", [("perform", "prov:sdl"), ("monitor", "prov:sdl")]),
        (
            "Điều 2. Thông qua các giải pháp:\n\n1. Trong năm 2021, Sở Du lịch chỉ đạo các chợ thu gom rác.\n\n"
            "2. Khi cần, Sở Du lịch quyết định số quầy.",
            [("perform", "prov:sdl"), ("monitor", "prov:sdl")],
        ),
    ],
)
def test_an_article_that_opens_with_a_body_orders_it(document, article: str, expected: list[tuple[str, str]]) -> None:
    raw = f"QUYẾT ĐỊNH\n\nPhê duyệt Đề án phát triển chợ\n\nĐiều 1. Phê duyệt Đề án.\n\n{article}\n"
    found = document(raw, "hai-duong")
    told = [roles(task) for task in read_duties(found.text, found.part, found.agencies, set())]
    assert told == ([expected] if expected else [])


def test_an_article_on_carrying_out_lists_duties(document) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nPhê duyệt Đề án phát triển chợ\n\nĐiều 1. Phê duyệt Đề án.\n\nĐiều 2. Tổ chức thực hiện\n\n"
        "1. Sở Công Thương chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch.\n\n2. Sở Tài chính\n\n"
        "a) Bố trí kinh phí.\n\nĐiều 3. Giám đốc Sở Công Thương chịu trách nhiệm thi hành Quyết định này.\n"
    )
    found = document(raw, "hai-duong")
    told = [roles(task) for task in read_duties(found.text, found.part, found.agencies, set())]
    assert told == [
        [("lead", "prov:sct"), ("coordinate", "prov:stc")],
        [("perform", "prov:stc")],
        [("perform", "prov:sct")],
    ]


def test_a_heading_whose_name_goes_on_is_no_duty(duties: Duties) -> None:
    found = duties(
        "1. Sở Y tế",
        "- Khám sức khỏe.",
        "2. Sở Tài chính",
        "- Bố trí vốn.",
        "3. Các Sở Xây dựng nêu trên",
        "- Rà soát.",
    )
    assert [bodies[0][1] for bodies, _ in found] == ["prov:syt", "prov:stc", "so-xay-dung-neu-tren"]


def test_the_words_before_a_subject_say_when_or_on_what_condition(tasks) -> None:
    found, (yearly, case) = tasks(
        "Hằng năm, Sở Công Thương tổ chức sơ kết. Trong quá trình thực hiện, Sở Tài chính rà soát kinh phí."
    )
    assert (yearly.frequency, yearly.roles[0].condition) == ("hang-nam", None)
    assert found.words(case.roles[0].condition) == "Trong quá trình thực hiện"


@pytest.mark.parametrize(
    ("heading", "bodies", "own"),
    [
        ("1. Sở Y tế chỉ đạo Chi cục Dân số thực hiện các nội dung sau:", ["prov:syt"], False),
        ("1. Sở Y tế: Triển khai các nhiệm vụ trọng tâm sau:", ["prov:syt"], False),
        # a duty of its own before the list, and a part that is handed on
        ("1. Sở Y tế chỉ đạo Chi cục Dân số lập danh sách hộ nghèo, gồm các nội dung sau:", ["prov:syt"], True),
    ],
)
def test_what_only_introduces_duties_is_none(duties: Duties, heading: str, bodies: list[str], own: bool) -> None:
    found = duties(heading, "- Khám sức khỏe.", "2. Sở Tài chính", "- Bố trí vốn.")
    assert [told[0][1] for told, _ in found] == [*bodies * (2 if own else 1), "prov:stc"]


def test_those_of_a_list_are_charged_with_the_points_behind_it(duties: Duties) -> None:
    found = duties(
        "1. Các sở quản lý chuyên ngành",
        "Giao các sở theo ngành, lĩnh vực gồm:",
        "- Sở Y tế (đối với trạm y tế);",
        "- Sở Tài chính (đối với trụ sở).",
        "Có trách nhiệm:",
        "a) Rà soát hiện trạng công trình.",
        "b) Lập danh mục sửa chữa.",
        "2. Sở Xây dựng",
        "a) Bố trí vốn.",
    )
    listed = ["prov:syt", "prov:stc"]
    assert [[body for _, body in told] for told, _ in found] == [listed, listed, ["prov:sxd"]]


@pytest.mark.parametrize("second", ["- Sở Tài chính bố trí vốn.", "- Trang thiết bị của trạm."])
def test_a_list_of_other_things_charges_nobody(duties: Duties, second: str) -> None:
    found = duties("1. Sở Xây dựng", "Gồm:", "- Sở Y tế;", second, "Có trách nhiệm:", "a) Rà soát hiện trạng.")
    assert "prov:syt" not in [body for told, words in found if "Rà soát" in words for _, body in told]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("2. Vụ Quy hoạch, Kiến trúc", "?Vụ Quy hoạch, Kiến trúc"),
        (
            "2. Thủ trưởng các cơ quan tham mưu, quản lý nhà nước thuộc Bộ",
            "thu-truong-cac-co-quan-tham-muu-quan-ly-nha-nuoc-thuoc-bo",
        ),
    ],
)
def test_a_heading_is_one_name_to_its_end(duties: Duties, heading: str, body: str) -> None:
    found = duties("1. Sở Y tế", "- Khám sức khỏe.", heading, "- Rà soát đồ án.", "3. Sở Tài chính", "- Bố trí vốn.")
    assert [told[0][1] for told, _ in found] == ["prov:syt", body, "prov:stc"]


def test_two_bodies_of_a_heading_stay_two(duties: Duties) -> None:
    (found, _), *_ = duties("1. Sở Y tế, Tài chính", "- Lập danh sách.")
    assert [body for _, body in found] == ["prov:syt", "prov:stc"]


def test_a_heading_names_those_of_a_class_that_are_meant(duties: Duties) -> None:
    found = duties("1. Các đơn vị có thủ tục hành chính", "- Số hóa hồ sơ.", "2. Các đơn vị", "- Lưu trữ hồ sơ.")
    assert [bodies for bodies, _ in found] == [
        [("perform", "don-vi-co-thu-tuc-hanh-chinh")],
        [("perform", "don-vi")],
    ]


def test_a_heading_that_says_who_is_responsible_names_no_class(duties: Duties) -> None:
    found = duties("1. Các đơn vị có trách nhiệm báo cáo", "- Số hóa hồ sơ.")
    assert not any("trach-nhiem" in body for bodies, _ in found for _, body in bodies)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính, UBND các xã:", 1),
        ("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện các chương trình có liên quan như:", 1),
        ("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập danh sách hộ nghèo; thực hiện các việc sau:", 2),
    ],
)
def test_a_heading_that_only_hands_its_part_on_is_no_duty(duties: Duties, heading: str, number: int) -> None:
    found = duties(heading, "- Tập huấn giáo viên.")
    assert len(found) == number
    assert found[-1][0][0] == ("lead", "prov:syt")


def test_a_body_helps_within_its_functions(duties: Duties) -> None:
    ((bodies, _),) = duties(
        "1. Sở Y tế theo chức năng, nhiệm vụ được giao chủ động phối hợp với Sở Nội vụ rà soát biên chế."
    )
    assert bodies == [("coordinate", "prov:syt"), ("coordinate", "prov:snv")]


PROSE = """UBND TỈNH LÀO CAI

Số: 12/UBND-KT

V/v kiểm tra mỏ đá

Lào Cai, ngày 10 tháng 8 năm 2024

Kính gửi: Sở Công Thương.

UBND tỉnh nhận được Văn bản số 28/CV-ĐT ngày 04/8/2024 của Công ty Đá Tây{reported}.

Sau khi xem xét, Chủ tịch UBND tỉnh giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính kiểm tra mỏ đá.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@pytest.mark.parametrize("reported", ["", "; Bộ Xây dựng đã giao Sở Y tế lập đoàn kiểm tra"])
def test_a_letter_without_points_tells_in_its_sentences(document, reported: str) -> None:
    found = document(PROSE.format(reported=reported))
    told = [roles(task) for task in read_duties(found.text, found.part, found.agencies, set())]
    assert told == [[("lead", "prov:sct"), ("coordinate", "prov:stc")]]


OPINION = """VĂN PHÒNG CHÍNH PHỦ

Số: 12/VPCP-NN

V/v thị trường các-bon

Hà Nội, ngày 10 tháng 8 năm 2024

Kính gửi: Bộ Tài chính.

Về đề nghị của Bộ Tài chính, {announced}

Bộ Tài chính chủ trì, phối hợp với Bộ Tư pháp hoàn thiện Đề án.

Văn phòng Chính phủ thông báo để Bộ Tài chính biết, thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@pytest.mark.parametrize(
    ("announced", "number"),
    [
        ("Phó Thủ tướng Chính phủ có ý kiến như sau:", 1),
        ("Thủ tướng Chính phủ chỉ đạo:", 1),
        ("tình hình như sau:", 0),
        ("Thủ tướng Chính phủ đã có ý kiến.", 0),
    ],
)
def test_an_opinion_announces_the_orders_of_a_letter(document, announced: str, number: int) -> None:
    found = document(OPINION.format(announced=announced), "")
    told = [roles(task) for task in read_duties(found.text, found.part, found.agencies, set())]
    assert told == [[("lead", "btc"), ("coordinate", "btp")]] * number


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        (
            ("- Bộ Tài chính phối hợp với Bộ Tư pháp hoàn thiện Đề án;", "- Bộ Xây dựng thẩm định Đề án."),
            ["btc", "bxd"],
        ),
        # sentences of points that open with something else
        (("1. Về hồ sơ của Đề án. Bộ Tài chính và Bộ Tư pháp tiếp thu, hoàn chỉnh Đề án.", "2. Đồng ý."), ["btc"]),
        (
            ("1. Đồng ý.", "2. Căn cứ ý kiến trên, Bộ Tài chính hoàn chỉnh. Trên cơ sở đó, Bộ Tư pháp thẩm định."),
            ["btc", "btp"],
        ),
        # what a body only has or is
        (("1. Về hồ sơ của Đề án. Bộ Tài chính có ý kiến thống nhất.", "2. Đồng ý."), []),
    ],
)
def test_the_points_of_an_opinion_tell_whom_their_sentences_name(
    document, orders: tuple[str, ...], expected: list[str]
) -> None:
    told_once = "Bộ Tài chính chủ trì, phối hợp với Bộ Tư pháp hoàn thiện Đề án."
    raw = OPINION.format(announced="Phó Thủ tướng Chính phủ có ý kiến như sau:").replace(told_once, "\n\n".join(orders))
    found = document(raw, "")
    tasks = read_duties(found.text, found.part, found.agencies, set())
    assert [task.roles[0].agent.record for task in tasks] == expected


@pytest.mark.parametrize(
    ("lead_in", "points", "number"),
    [
        ("rà soát, thống kê, báo cáo về một số nội dung sau:", ("a) Số hộ phải di dời;", "b) Kinh phí hỗ trợ."), 1),
        ("tổng hợp, cung cấp số liệu cụ thể:", ("a) Số hộ phải di dời;", "b) Kinh phí hỗ trợ."), 1),
        ("tập trung thực hiện các nội dung sau:", ("a) Rà soát các hộ phải di dời;", "b) Bố trí kinh phí."), 2),
    ],
)
def test_what_is_to_be_reported_on_is_no_duty(
    duties: Duties, lead_in: str, points: tuple[str, ...], number: int
) -> None:
    behind = "Sở Tài chính khẩn trương bố trí kinh phí."
    told = duties(f"1. Sở Xây dựng {lead_in}", *points, behind)
    assert [entry[0][1] for entry, _ in told] == ["prov:sxd"] * number + ["prov:stc"]


TOLD = """UBND TỈNH LÀO CAI

Số: 12/UBND-KT

V/v thi hành Luật Đất đai

Lào Cai, ngày 10 tháng 8 năm 2024

Kính gửi: Ủy ban nhân dân các xã, phường.

Ủy ban nhân dân tỉnh đề nghị Ủy ban nhân dân các xã, phường thực hiện các nhiệm vụ sau:

1. Bố trí nguồn lực.

2. {last}

Trên đây là nội dung triển khai, trân trọng./.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_the_last_point_of_a_letter_is_no_heading_of_its_closing(document) -> None:
    found = document(TOLD.format(last="Kịp thời báo cáo Ủy ban nhân dân tỉnh những khó khăn, vướng mắc."))
    assert len(list(read_duties(found.text, found.part, found.agencies, set()))) == 2


@pytest.mark.parametrize("note", ["(Chi tiết tại Phụ lục II kèm theo)", "(Một số nhiệm vụ có Phụ lục kèm theo)"])
def test_a_note_that_points_to_an_annex_is_no_duty(duties: Duties, note: str) -> None:
    assert [words for _, words in duties("1. Sở Tài chính", "- Bố trí kinh phí.", note)] == ["Bố trí kinh"]


def test_a_closing_that_asks_everybody_just_to_do_it_is_none(duties: Duties) -> None:
    closing = (
        "Trên đây là Kế hoạch chợ. Yêu cầu các sở triển khai thực hiện; đề nghị Hội Nông dân phối hợp thực hiện./."
    )
    assert len(duties("1. Sở Tài chính", "- Bố trí kinh phí.", closing)) == 1
    told = closing.replace("phối hợp thực hiện", "giám sát các chợ")
    assert len(duties("1. Sở Tài chính", "- Bố trí kinh phí.", told)) == 2


def test_a_sentence_is_no_name_of_a_collective(document) -> None:
    said = "Các Cục, Vụ, Văn phòng Bộ có trách nhiệm thực hiện nhiệm vụ được giao và phối hợp với các đơn vị khác."
    raw = f"KẾ HOẠCH\n\nPhát triển chợ\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n2. Sở Tài chính\n\n3. {said}\n"
    found = document(raw, "hai-duong")
    part = replace(found.part, items=tuple(replace(item, heading=True) for item in found.part.items))
    owners = find_owners(found.text, part, found.agencies, set()).values()
    assert owners
    assert not [agent for owner in owners for agent in owner.agents if "trách nhiệm" in agent.name]


def test_an_unmarked_lead_in_owns_the_list_below_it(duties: Duties) -> None:
    found = duties(
        "1. Nhà ở",
        "Sở Xây dựng:",
        "a) Rà soát số nhà bị sập;",
        "b) Bố trí đất ở.",
        "2. Sở Y tế",
        "Tập trung làm tốt các việc:",
        "- Cấp thuốc cho các hộ.",
        "3. Báo cáo",
        "Các sở định kỳ báo cáo kết quả như sau:",
        "- Báo cáo năm: trước ngày 15/12.",
    )
    assert "Báo cáo năm" not in [" ".join(words.split()[:3]) for _, words in found]
    found = [duty for duty in found if duty[0][0][1].startswith("prov:")]
    assert found == [
        ([("perform", "prov:sxd")], "Rà soát số"),
        ([("perform", "prov:sxd")], "Bố trí đất"),
        ([("perform", "prov:syt")], "Tập trung làm"),
        ([("perform", "prov:syt")], "Cấp thuốc cho"),
    ]


def test_dashes_below_a_duty_tell_more_of_its_body(duties: Duties) -> None:
    found = duties(
        "1. Sở Nội vụ chủ trì, phối hợp với các sở tổ chức thực hiện Kế hoạch; đôn đốc các xã, phường báo cáo.",
        "- Ban hành hướng dẫn.",
        "- Nội dung thứ hai do Thủ tướng quy định.",
        "- Báo cáo năm: trước ngày 15/12.",
    )
    assert [(bodies[0], words) for bodies, words in found] == [
        (("lead", "prov:snv"), "Sở Nội vụ"),
        (("perform", "prov:snv"), "Ban hành hướng"),
    ]


def test_a_lead_in_hands_on_its_part_to_orders_to_direct(duties: Duties) -> None:
    found = duties(
        "1. Sở Tài chính chủ trì, phối hợp với Sở Y tế:",
        "- Chỉ đạo các công ty bảo hiểm chi trả.",
    )
    assert [bodies for bodies, _ in found] == [
        [("lead", "prov:stc"), ("monitor", "prov:stc"), ("coordinate", "prov:syt")]
    ]


def test_bodies_behind_a_colon_are_asked(duties: Duties) -> None:
    found = duties("1. Đề nghị: Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh", "a) Vận động hội viên.")
    assert [body for _, body in found[0][0]] == ["prov:hoi-nong-dan", "prov:lm-htx"]


def test_a_heading_may_speak_of_the_responsibility_of_a_body(duties: Duties) -> None:
    found = duties(
        "1. Trách nhiệm của Sở Công Thương", "- Xây dựng kế hoạch.", "2. Nhiệm vụ của Sở Tài chính:", "- Bố trí vốn."
    )
    assert [bodies for bodies, _ in found] == [[("perform", "prov:sct")], [("perform", "prov:stc")]]


def test_the_responsibility_of_citizens_orders_no_office(duties: Duties) -> None:
    assert duties("1. Trách nhiệm của người dân", "- Giữ gìn vệ sinh chợ.") == []


def test_another_body_that_leads_behind_a_semicolon_has_a_duty_of_its_own(duties: Duties) -> None:
    found = duties(
        "1. Sở Công Thương chủ trì, phối hợp với Sở Xây dựng rà soát chợ; Sở Tài chính chủ trì bố trí kinh phí."
    )
    assert [bodies for bodies, _ in found] == [
        [("lead", "prov:sct"), ("coordinate", "prov:sxd")],
        [("lead", "prov:stc")],
    ]


def test_partners_behind_a_semicolon_lead_nothing(duties: Duties) -> None:
    found = duties("1. Sở Công Thương phối hợp với Sở Xây dựng; Sở Tài chính rà soát các chợ.")
    assert len(found) == 1


def test_what_was_granted_to_a_body_is_no_duty(duties: Duties) -> None:
    assert duties("1. Kết quả", "- Công ty Cổ phần Chợ Xanh được UBND tỉnh cấp Giấy phép số 12/GP-UBND.") == []


def test_a_letter_to_one_body_may_call_it_by_its_noun(document) -> None:
    found = document(
        "UBND TỈNH SƠN LA\nSỞ CÔNG THƯƠNG\n\nSố: 12/SCT-QLTM\n\nSơn La, ngày 05 tháng 5 năm 2022\n\nV/v quản lý chợ\n\n"
        "Kính gửi: Công ty Cổ phần Chợ Xanh\n\n"
        "Sở Công Thương đề nghị Công ty thực hiện các nội dung sau:\n\n"
        "1. Sửa chữa mái chợ trước mùa mưa.\n\n2. Lắp đặt camera giám sát.\n"
    )
    introduce_bodies(found.text, found.part, found.agencies)
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [role.agent.name for task in tasks for role in task.roles] == ["Công ty Cổ phần Chợ Xanh"] * 2


def test_a_report_closes_in_the_voice_of_its_issuer(duties: Duties) -> None:
    found = duties(
        "1. Sở Công Thương", "- Kiểm tra các chợ.", "Sở Tài chính trân trọng báo cáo Ủy ban nhân dân tỉnh./."
    )
    assert [words for _, words in found] == ["Kiểm tra các"]


def test_what_only_lets_know_is_no_duty(duties: Duties) -> None:
    found = duties("1. Sở Công Thương", "- Kiểm tra các chợ.", "Sở Tài chính trả lời Công ty để biết./.")
    assert [words for _, words in found] == ["Kiểm tra các"]


def test_a_measure_says_in_a_sentence_who_leads_it(tasks) -> None:
    _, read = tasks(
        "1. Cải cách hành chính. Sở Nội vụ chủ trì, phối hợp với các sở tham mưu, hoàn thành trong tháng 3/2026.",
        "2. Phát huy vai trò của Sở Nội vụ. Sở Nội vụ là đơn vị có nhiều đổi mới.",
        heading="NHIỆM VỤ, GIẢI PHÁP",
    )
    assert [(task.roles[0].role, task.roles[0].agent.record) for task in read] == [("lead", "prov:snv")]
    assert [task.schedule.end_year for task in read if task.schedule] == ["2026"]


def test_what_a_body_has_issued_is_no_duty(duties: Duties) -> None:
    assert duties("1. Kết quả", "UBND tỉnh ban hành Kế hoạch số 114/KH-UBND ngày 07/10/2025 về phát triển chợ.") == []
    assert duties("1. Kết quả", "Sở Y tế có công văn số 3909/SYT-NVY ngày 31/10/2011 hướng dẫn bệnh viện.") == []


def test_a_heading_may_say_of_whom_something_is_required(document) -> None:
    found = document(
        "UBND TỈNH SƠN LA\nSỞ CÔNG THƯƠNG\n\nSố: 12/SCT-QLTM\n\nSơn La, ngày 05 tháng 5 năm 2022\n\nV/v quản lý chợ\n\n"
        "Kính gửi: Các đơn vị quản lý chợ\n\nĐề nghị các đơn vị thực hiện các nội dung sau:\n\n"
        "1. Yêu cầu đối với các đơn vị được giao quản lý chợ.\n\n1.1. Sửa chữa mái chợ trước mùa mưa.\n"
    )
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [" ".join(found.words(task.span).split()[:3]) for task in tasks] == ["Sửa chữa mái"]


def test_a_lead_in_below_a_body_only_hands_its_parts_on(duties: Duties) -> None:
    assert duties(
        "1. Sở Công Thương (cơ quan thường trực)",
        "1.1. Chủ trì, phối hợp với Sở Tài chính:",
        "a) Xây dựng bản đồ các chợ;",
        "b) Biên soạn tài liệu.",
        "1.2. Tổng hợp kết quả thực hiện.",
    ) == [
        ([("lead", "prov:sct"), ("coordinate", "prov:stc")], "Xây dựng bản"),
        ([("lead", "prov:sct"), ("coordinate", "prov:stc")], "Biên soạn tài"),
        ([("perform", "prov:sct")], "Tổng hợp kết"),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Công chức Văn hóa - Xã hội", "Công chức Văn hóa - Xã hội"),
        ("Hiệu trưởng các trường học trên địa bàn", "Hiệu trưởng các trường học trên địa bàn"),
        ("Thành viên Ban Chỉ đạo", "Thành viên Ban Chỉ đạo"),
        ("Ban nhân dân các ấp", "Ban nhân dân các ấp"),
    ],
)
def test_people_of_a_commune_head_their_duties_beside_bodies(tasks, heading: str, name: str) -> None:
    _, read = tasks(
        "1. Sở Công Thương",
        "- Rà soát chợ.",
        "2. Sở Tài chính",
        "- Bố trí vốn.",
        f"3. {heading}",
        "- Vận động hộ kinh doanh.",
    )
    assert [role.agent.name for task in read for role in task.roles][-1:] == [name]


@pytest.mark.parametrize("heading", ["Công tác tuyên truyền", "Trưởng thành của phong trào", "Cán bộ và chính sách"])
def test_what_is_no_person_heads_no_duty(tasks, heading: str) -> None:
    _, read = tasks(
        "1. Sở Công Thương",
        "- Rà soát chợ.",
        "2. Sở Tài chính",
        "- Bố trí vốn.",
        f"3. {heading}",
        "- Vận động hộ kinh doanh.",
    )
    assert len(read) == 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("3. Trưởng các ấp vận động hộ kinh doanh vào chợ.", "Trưởng các ấp"),
        ("3. Trưởng thôn, Tổ trưởng tổ dân phố: Vận động hộ kinh doanh.", "Trưởng thôn, Tổ trưởng tổ dân phố"),
        ("3. Ban nhân dân các thôn, bản có trách nhiệm thu phí chợ.", "Ban nhân dân các thôn, bản"),
    ],
)
def test_heads_of_villages_act_by_their_own_words(tasks, line: str, name: str) -> None:
    _, read = tasks(line)
    assert [role.agent.name for task in read for role in task.roles] == [name]


@pytest.mark.parametrize("line", ["3. Trưởng thôn được hưởng phụ cấp.", "3. Trưởng thôn giỏi trong năm 2020"])
def test_what_is_only_said_of_heads_of_villages_is_no_duty(tasks, line: str) -> None:
    assert not tasks(line)[1]


def test_the_last_sentence_gives_another_body_a_duty_to_tell_others(duties: Duties) -> None:
    assert [
        pair[0]
        for pair in duties(
            "1. Sở Công Thương rà soát chợ. Giao nhiệm vụ Sở Tài chính yêu cầu các doanh nghiệp quyết toán vốn."
        )
    ] == [[("perform", "prov:sct")], [("perform", "prov:stc")]]


def test_a_heading_of_parts_without_a_colon_hands_them_on(duties: Duties) -> None:
    assert duties(
        "1. Sở Công Thương",
        "a) Chủ trì, phối hợp với Sở Tài chính",
        "- Xây dựng bản đồ các chợ.",
        "b) Phối hợp với Sở Tài chính",
        "- Biên soạn tài liệu.",
        "2. Sở Tài chính",
        "Chủ trì, phối hợp với Sở Công Thương:",
        "- Bố trí vốn.",
        "- Phối hợp với Sở Y tế lập dự toán.",
    ) == [
        ([("lead", "prov:sct"), ("coordinate", "prov:stc")], "Xây dựng bản"),
        ([("coordinate", "prov:sct"), ("coordinate", "prov:stc")], "Biên soạn tài"),
        ([("lead", "prov:stc"), ("coordinate", "prov:sct")], "Bố trí vốn."),
        ([("coordinate", "prov:stc"), ("coordinate", "prov:syt")], "Phối hợp với"),
    ]


@pytest.mark.parametrize(
    "line",
    ["a) Phối hợp với Sở Tài chính rà soát chợ", "a) Chủ trì, phối hợp với Sở Tài chính.", "a) Phối hợp rà soát chợ"],
)
def test_a_point_that_says_its_own_duty_hands_nothing_on(duties: Duties, line: str) -> None:
    read = duties("1. Sở Công Thương", line, "- Biên soạn tài liệu.")
    assert [words for _, words in read] == [" ".join(line.split()[1:4]), "Biên soạn tài"]


def test_points_below_a_bare_lead_name_who_helps(duties: Duties) -> None:
    assert duties(
        "1. Sở Công Thương",
        "a) Chủ trì, phối hợp",
        "- Sở Tài chính và Sở Y tế tham mưu bố trí vốn.",
        "- Xây dựng bản đồ các chợ.",
        "b) Tổng hợp kết quả.",
    ) == [
        (
            [("lead", "prov:sct"), ("advise", "prov:sct"), ("coordinate", "prov:stc"), ("coordinate", "prov:syt")],
            "Sở Tài chính",
        ),
        ([("lead", "prov:sct")], "Xây dựng bản"),
        ([("perform", "prov:sct")], "Tổng hợp kết"),
    ]


@pytest.mark.parametrize("cue", ["Hội đồng nhân dân tỉnh giao:", "Hội đồng nhân dân tỉnh yêu cầu:"])
def test_an_article_that_ends_in_what_it_orders_lists_bodies(document, cue: str) -> None:
    found = document(
        f"NGHỊ QUYẾT\n\nGiám sát năm 2018\n\nQUYẾT NGHỊ:\n\nĐiều 3. {cue}\n1. Thường trực Hội đồng nhân dân tỉnh:\n"
        "a) Xây dựng Kế hoạch tổ chức thực hiện.\nb) Tổ chức Hội nghị chất vấn.\n",
        "ha-giang",
    )
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [roles(task) for task in tasks] == [[("perform", "prov:tt-hdnd")], [("perform", "prov:tt-hdnd")]]


def test_how_many_an_election_board_may_propose_is_no_duty(duties: Duties) -> None:
    lines = ("a) Khen thưởng:", "- Ban Chỉ đạo bầu cử của tỉnh: Không quá 05;", "- Ủy ban bầu cử: 02 người.")
    assert duties(*lines, heading="SỐ LƯỢNG KHEN THƯỞNG") == []


@pytest.fixture(scope="module")
def dispatch(document):
    """List ([(role, body)], words) of each duty of a dispatch of the Prime Minister."""

    def read(*lines: str):
        raw = "CÔNG ĐIỆN\n\nVề việc phòng, chống bão\n\nThủ tướng Chính phủ yêu cầu:\n\n" + "\n\n".join(lines) + "\n"
        found = document(raw, "tw")
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [(roles(task), " ".join(found.words(task.span).split())) for task in tasks]

    return read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a deadline in a sentence of its own ends no order, nor does it hide who the sentence before it tells
        (
            "1. Bộ Tài chính chủ trì hướng dẫn các địa phương. UBND thành phố Đà Nẵng khẩn trương rà soát các dự án. "
            "Thời hạn hoàn thành: trước ngày 30/11/2025.",
            [[("lead", "btc")], [("perform", "prov:ubnd")]],
        ),
        # a sentence that charges a known body behind one that names nobody, or before an order
        (
            "1. Khẩn trương khôi phục sản xuất. Bộ Công Thương chủ động phối hợp với địa phương xử lý hàng hóa.",
            [[("coordinate", "bct-m")]],
        ),
        (
            "1. Về triển khai Chương trình: Bộ Y tế chịu trách nhiệm hướng dẫn tổ chức thực hiện. Yêu cầu các bộ, "
            "ngành đổi mới phương thức làm việc.",
            [[("perform", "byt"), ("monitor", "byt")], [("perform", "bo-nganh")]],
        ),
        ("1. Khẩn trương khôi phục sản xuất. Bộ Công Thương báo cáo sản lượng tăng.", []),
        # a request is only a title: what is answered to it stands behind the colon
        (
            "1. Về đề nghị các bộ, ngành sớm ban hành hướng dẫn về đất đai; đẩy nhanh tiến độ: Ủy ban nhân dân thành "
            "phố Đà Nẵng cần tiếp tục rà soát các nội dung về phân cấp.",
            [[("perform", "prov:ubnd")]],
        ),
        (
            "1. Về đề nghị Bộ Y tế phối hợp rà soát cơ sở dữ liệu: Về vấn đề này, Chính phủ đã ban hành kế hoạch.",
            [],
        ),
        # behind "liên quan" no list of bodies goes on; elsewhere the body may belong to it
        (
            "1. Trên cơ sở đề nghị của các bộ, cơ quan liên quan, Bộ Tài chính bố trí kinh phí.",
            [[("perform", "btc")]],
        ),
        ("1. Trên cơ sở đề nghị của Bộ Y tế, Bộ Tài chính bố trí kinh phí.", []),
        # what the Government says it will hand out is nobody's duty yet, nor is what all agree upon
        ("1. Đối với vốn bổ sung, Chính phủ sẽ giao cơ quan chức năng rà soát, cân đối.", []),
        (
            "1. Về việc phê duyệt: Các Bộ, cơ quan thống nhất chỉ có một cơ quan chủ trì; giao Bộ Y tế làm chủ Chương "
            "trình.",
            [[("perform", "byt")]],
        ),
    ],
)
def test_a_point_of_a_dispatch_tells_whom_each_sentence_charges(dispatch, line: str, expected: list[object]) -> None:
    assert [found for found, _ in dispatch(line)] == expected


def test_dashes_below_a_point_of_a_notice_tell_its_body_more(dispatch) -> None:
    found = dispatch(
        "(1) Bộ Y tế chỉ đạo các nhà thầu hoàn thiện hồ sơ.",
        "- Chủ trì, phối hợp với Bộ Tài chính trình cơ chế.",
        "- Dự án còn vướng mặt bằng.",
        "- Báo cáo năm: trước ngày 15/12.",
    )
    assert [said for said, _ in found][1:] == [[("lead", "byt"), ("coordinate", "btc")]]


def test_a_heading_keeps_its_bodies_where_the_last_of_the_list_is_not_read(dispatch) -> None:
    found = dispatch(
        "1. Bộ Y tế; văn phòng đảng ủy các ban, bộ, ngành:", "- Lập danh sách báo cáo viên.", "- Bố trí kinh phí."
    )
    assert [said for said, _ in found] == [[("perform", "byt")], [("perform", "byt")]]


def test_a_list_of_bodies_goes_on_behind_a_semicolon_at_the_end_of_a_line(dispatch) -> None:
    ((found, _),) = dispatch(
        "1. Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ;\nỦy ban nhân dân các tỉnh, thành phố trực thuộc trung "
        "ương và các cơ quan thanh tra khẩn trương hoàn thành việc rà soát các dự án."
    )
    assert found == [("perform", "bo-nganh"), ("perform", "tinh-thanh-pho"), ("perform", "co-quan-thanh-tra")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Điều 2. Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung, Bộ Công Thương rà soát, trình Thủ tướng "
            "Chính phủ xem xét, quyết định.",
            [[("perform", "bct-m")]],
        ),
        # the plea that closes a decision, a power
        ("Điều 2. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời phản ánh về Bộ Công Thương.", []),
        ("Điều 2. Trong quá trình thực hiện, nếu cần, Bộ Công Thương quyết định thay đổi danh mục.", []),
    ],
)
def test_an_article_on_the_course_of_the_work_charges_a_known_body(document, line: str, expected: object) -> None:
    raw = f"QUYẾT ĐỊNH\n\nVề việc phê duyệt Danh mục\n\nĐiều 1. Phê duyệt Danh mục.\n\n{line}\n"
    found = document(raw, "tw")
    assert [roles(task) for task in read_duties(found.text, found.part, found.agencies, set())] == expected


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("1. Vụ Kinh tế xây dựng chủ trì rà soát định mức.", "?Vụ Kinh tế xây dựng"),
        ("1. Vụ Kinh tế xây dựng có trách nhiệm rà soát định mức.", "?Vụ Kinh tế xây dựng"),
        ("1. Vụ Kinh tế xây dựng, Vụ Pháp chế rà soát định mức.", "?Vụ Kinh tế xây dựng"),
        ("1. Vụ Pháp chế xây dựng chương trình phối hợp.", "?Vụ Pháp chế"),
        ("1. Vụ Pháp chế xây dựng, trình ban hành quy chế.", "?Vụ Pháp chế"),
    ],
)
def test_a_verb_may_end_the_name_of_a_unit(duties: Duties, line: str, body: str) -> None:
    assert duties(line)[0][0][0][1] == body
