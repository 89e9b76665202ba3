"""Tasks of tables and of labelled blocks: who leads, who coordinates, by when, what comes of it."""

import pytest

from kgbuild.mentions.rows.blocks import read_blocks
from kgbuild.mentions.rows.rows import read_rows
from kgbuild.model.mentions import TaskMention

HEAD = "KẾ HOẠCH\n\nPhát triển đô thị\n\nI. NHIỆM VỤ\n\nPhân công theo bảng.\n\n"
COLUMNS = "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |\n|---|---|---|---|---|---|\n"


def roles(task: TaskMention) -> list[tuple[str, str]]:
    return [(role.role, role.agent.record or role.agent.group or f"?{role.agent.name}") for role in task.roles]


@pytest.fixture(scope="module")
def rows(document):
    def read(*lines: str, columns: str = COLUMNS):
        found = document(HEAD + columns + "\n".join(lines) + "\n", "hai-duong")
        return found, list(read_rows(found.text, found.part, found.agencies))

    return read


def test_a_row_is_a_task(rows) -> None:
    found, (task,) = rows(
        "| 1 | Lập quy hoạch | Sở Xây dựng | Sở Tài chính, Nội vụ | Quý II/2025 | Quyết định phê duyệt |"
    )
    assert (task.source, task.number, found.words(task.title)) == ("table", "1", "Lập quy hoạch")
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:stc"), ("coordinate", "prov:snv")]
    assert task.schedule is not None
    assert (task.schedule.start_year, task.schedule.end_year) == ("2025", "2025")
    assert found.words(task.product) == "Quyết định phê duyệt"
    assert task.standing is False


def test_empty_cells_say_nothing(rows) -> None:
    _, (task,) = rows("| 1 | Lập quy hoạch | Sở Xây dựng |  |  |  |")
    assert roles(task) == [("lead", "prov:sxd")]
    assert (task.schedule, task.product) == (None, None)


def test_who_leads_may_coordinate_too(rows) -> None:
    _, (task,) = rows("| 1 | Lập quy hoạch | Sở Nội vụ | Sở Tài chính, Nội vụ | 2025 |  |")
    assert roles(task) == [("lead", "prov:snv"), ("coordinate", "prov:stc"), ("coordinate", "prov:snv")]


def test_two_leads(rows) -> None:
    _, (task,) = rows("| 1 | Lập quy hoạch | Sở Xây dựng, Sở Tài chính | các sở, ngành liên quan | 2025 |  |")
    assert roles(task) == [("lead", "prov:sxd"), ("lead", "prov:stc"), ("coordinate", "so-ban-nganh-lien-quan")]


def test_numbers_carry_their_group_where_they_restart(rows) -> None:
    _, tasks = rows(
        "| I | Cấp nước |  |  |  |  |",
        "| 1 | Xây nhà máy | Sở Xây dựng |  | 2025 |  |",
        "| II | Thoát nước |  |  |  |  |",
        "| 1 | Nạo vét kênh | Sở Xây dựng |  | 2025 |  |",
    )
    assert [(t.number, t.section) for t in tasks] == [("I.1", "I"), ("II.1", "II")]


def test_numbers_that_run_on_carry_no_group(rows) -> None:
    _, tasks = rows(
        "| I | Cấp nước |  |  |  |  |",
        "| 1 | Xây nhà máy | Sở Xây dựng |  | 2025 |  |",
        "| II | Thoát nước |  |  |  |  |",
        "| 2 | Nạo vét kênh | Sở Xây dựng |  | 2025 |  |",
    )
    assert [(t.number, t.section) for t in tasks] == [("1", "I"), ("2", "II")]


def test_rows_without_a_number_have_names_of_their_own(rows) -> None:
    _, tasks = rows(
        "| 1 | Xây nhà máy | Sở Xây dựng |  | 2025 |  |",
        "|  | Nạo vét kênh | Sở Xây dựng |  | 2025 |  |",
        "|  | Trồng cây | Sở Xây dựng |  | 2025 |  |",
    )
    assert len({t.key or t.number for t in tasks}) == 3


def test_each_table_has_its_index(document) -> None:
    table = COLUMNS + "| 1 | Xây nhà máy | Sở Xây dựng |  | 2025 |  |\n"
    found = document(f"{HEAD}{table}\nBảng thứ hai\n\n{table}")
    assert [t.table for t in read_rows(found.text, found.part, found.agencies)] == [0, 1]


BLOCKS = """KẾ HOẠCH

Thực hiện chính quyền hai cấp

I. NHIỆM VỤ

1. Số hóa tài liệu lưu trữ của cấp huyện

- Cơ quan chủ trì: Sở Nội vụ.

- Cơ quan phối hợp: Sở Tài chính, Văn phòng UBND tỉnh.

- Thời gian hoàn thành: trước ngày 30/9/2025.

- Sản phẩm: Cơ sở dữ liệu lưu trữ.

2. Bố trí trụ sở dôi dư

a) Nội dung: rà soát, lập phương án sử dụng.

b) Đơn vị chủ trì: Sở Tài chính.

c) Thời gian: Quý IV/2025.

3. Tuyên truyền sâu rộng trong Nhân dân về mô hình mới.
"""


@pytest.fixture(scope="module")
def blocks(document):
    def read(raw: str):
        found = document(raw, "hai-duong")
        return found, *read_blocks(found.text, found.part, found.agencies)[:2]

    return read


def test_labelled_lines_make_one_task(blocks) -> None:
    found, tasks, _ = blocks(BLOCKS)
    assert [(t.source, found.words(t.title)) for t in tasks] == [
        ("block", "Số hóa tài liệu lưu trữ của cấp huyện"),
        ("block", "rà soát, lập phương án sử dụng"),
    ]
    first, second = tasks
    assert roles(first) == [("lead", "prov:snv"), ("coordinate", "prov:stc"), ("coordinate", "prov:vp-ubnd")]
    assert first.schedule is not None
    assert first.schedule.end_date == "2025-09-30"
    assert found.words(first.product) == "Cơ sở dữ liệu lưu trữ"
    assert roles(second) == [("lead", "prov:stc")]
    assert second.schedule is not None
    assert (second.schedule.start_year, second.schedule.end_year) == ("2025", "2025")


def test_a_block_uses_up_its_lines_alone(blocks) -> None:
    found, _, used = blocks(BLOCKS)
    opening = [found.words(item.content) for index, item in enumerate(found.part.items) if index not in used]
    assert opening[-1] == "Tuyên truyền sâu rộng trong Nhân dân về mô hình mới."
    assert not any("chủ trì" in words for words in opening)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Cơ quan chủ trì", "lead"),
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Đơn vị chủ trì tham mưu thực hiện", "lead"),
        ("Cơ quan chủ trì, theo dõi", "lead"),
        ("Cơ quan, đơn vị chủ trì", "lead"),
        ("Chủ trì", "lead"),
        ("Đơn vị được giao chủ trì", "lead"),
        ("Cơ quan tham mưu, chủ trì", "lead"),
        ("Cơ quan soạn thảo và chủ trì", "lead"),
        ("Cơ quan/đơn vị chủ trì", "lead"),
        ("Sở, ngành chủ trì", "lead"),
        ("Cơ quan, tổ chức chủ trì", "lead"),
        ("Đơn vị chủ trì (đầu mối)", "lead"),
        ("Cơ quan chủ trì tổ chức thực hiện", "lead"),
        ("Đơn vị thực hiện", "lead"),
    ],
)
def test_labels_of_the_lead(blocks, label: str, role: str) -> None:
    raw = BLOCKS.replace("Cơ quan chủ trì: Sở Nội vụ", f"{label}: Sở Nội vụ")
    assert (role, "prov:snv") in roles(blocks(raw)[1][0])


SAID = """KẾ HOẠCH

Chuyển đổi số

I. NHIỆM VỤ

1. Học tập kinh nghiệm

Tổ chức đoàn đi học tập mô hình kho lưu trữ số.

- Đơn vị chủ trì: Sở Nội vụ.

- Thời gian: Hằng năm.

2. Tuyên truyền

- Các sở, ban, ngành phổ biến kế hoạch.

- Các xã, phường phát thanh về chuyển đổi số.

Đơn vị thực hiện: Sở Tư pháp.

Thời gian: Thường xuyên.
"""


def test_a_lone_paragraph_below_the_heading_is_the_task(document, blocks) -> None:
    found, tasks, _ = blocks(SAID)
    assert [found.words(task.title) for task in tasks] == [
        "Tổ chức đoàn đi học tập mô hình kho lưu trữ số",
        "Tuyên truyền",
    ]
    _, used, said = read_blocks(found.text, found.part, found.agencies)
    assert not used & said
    assert {found.words(found.part.items[i].content).split()[0] for i in said} == {"Học", "Tổ", "Tuyên", "Các"}


def test_bodies_listed_below_an_empty_label(blocks) -> None:
    found, (task,), _ = blocks(
        "KẾ HOẠCH\n\nA B C\n\nI. NHIỆM VỤ\n\n1. Truyền thông\n\na) Hoạt động 1\n\n- Nội dung:\n\n"
        "+ Phát tờ rơi cho hộ dân.\n\n+ Treo băng rôn.\n\n- Cơ quan thực hiện:\n\n"
        "+ Sở Y tế chủ trì, phối hợp với Sở Tư pháp.\n\n+ Sở Xây dựng treo băng rôn trên các tuyến đường.\n"
    )
    assert found.words(task.title) == "Phát tờ rơi cho hộ dân"
    assert roles(task) == [("lead", "prov:syt"), ("coordinate", "prov:stp"), ("lead", "prov:sxd")]


def test_a_heading_with_words_stays_the_title(blocks) -> None:
    found, (task,), _ = blocks(
        "KẾ HOẠCH\n\nA B C\n\nI. NHIỆM VỤ\n\n1. Truyền thông\n\na) Phát thanh học đường\n\n- Nội dung:\n\n"
        "+ Phát tờ rơi.\n\n- Cơ quan thực hiện: Sở Y tế.\n"
    )
    assert found.words(task.title) == "Phát thanh học đường"


def test_who_performs_beside_a_lead_does_not_lead(blocks) -> None:
    raw = BLOCKS.replace("- Sản phẩm: Cơ sở dữ liệu lưu trữ.", "- Đơn vị thực hiện: Chi cục Văn thư.")
    assert ("perform", "?Chi cục Văn thư") in roles(blocks(raw)[1][0])


@pytest.mark.parametrize(
    "lines",
    [
        # one label alone makes no block, nor does a sentence that only begins like a label
        ["- Cơ quan chủ trì: Sở Nội vụ."],
        ["- Thời gian: Quý IV/2025.", "- Sản phẩm: Báo cáo."],
        ["- Chủ trì, phối hợp với Sở Tài chính: rà soát trụ sở.", "- Kết quả đạt được còn hạn chế."],
        ["- Nội dung: tuyên truyền.", "- Kinh phí: ngân sách tỉnh."],
    ],
)
def test_what_is_no_block(blocks, lines: list[str]) -> None:
    head = "KẾ HOẠCH\n\nA B C\n\nI. NHIỆM VỤ\n\n1. Rà soát trụ sở\n\n"
    assert blocks(head + "\n\n".join(lines) + "\n")[1] == ()


def test_a_single_label_beside_whole_blocks_is_a_block(blocks) -> None:
    both = "- Cơ quan chủ trì: Sở Nội vụ.\n\n- Thời gian thực hiện: Năm 2026.\n\n"
    found, tasks, _ = blocks(
        f"KẾ HOẠCH\n\nA B C\n\nI. NHIỆM VỤ\n\n1. Rà soát trụ sở\n\n{both}2. Lập phương án\n\n{both}"
        "3. Hỗ trợ thi hành luật\n\n- Cơ quan thực hiện: Sở Tài chính.\n"
    )
    assert [(found.words(task.title), roles(task)) for task in tasks][2:] == [
        ("Hỗ trợ thi hành luật", [("lead", "prov:stc")])
    ]


def test_things_in_a_sentence_behind_a_label_are_no_bodies(blocks) -> None:
    _, tasks, _ = blocks(
        "KẾ HOẠCH\n\nA B C\n\nI. NHIỆM VỤ\n\n1. Rà soát văn bản\n\n- Nội dung: Rà soát văn bản.\n\n"
        "- Cơ quan thực hiện: "
        "Sở Tư pháp tiến hành rà soát các văn bản; các sở, ngành tiếp tục rà soát trong quá trình thi hành Luật và các "
        "văn bản hướng dẫn, bảo đảm kịp thời.\n"
    )
    assert [roles(task) for task in tasks] == [[("lead", "prov:stp"), ("lead", "so-ban-nganh")]]


def test_rows_lettered_below_numbered_ones_never_share_a_number(rows) -> None:
    _, tasks = rows(
        "| 1 | Đơn giản hóa thủ tục | Văn phòng UBND tỉnh |  | 2024 |  |",
        "| a | Lĩnh vực đất đai | Sở Xây dựng |  | 2024 |  |",
        "| b | Lĩnh vực xây dựng | Sở Xây dựng |  | 2024 |  |",
        "| 2 | Số hóa hồ sơ | Văn phòng UBND tỉnh |  | 2024 |  |",
        "| a | Lĩnh vực y tế | Sở Y tế |  | 2024 |  |",
        "| b | Lĩnh vực tư pháp | Sở Tư pháp |  | 2024 |  |",
    )
    assert len({task.number for task in tasks}) == 6


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "“", "-", "//"])
def test_ditto_names_no_body(rows, ditto: str) -> None:
    _, tasks = rows("| 1 | Xây nhà máy | Sở Xây dựng |  | 2024 |  |", f"| 2 | Nạo vét kênh | {ditto} |  | 2024 |  |")
    assert [body for _, body in roles(tasks[1])] in ([], ["prov:sxd"])


@pytest.mark.parametrize("ditto", ["nt", "Nt.", "-nt-", "Như trên", "n/t", "″"])
def test_ditto_stands_for_the_cell_above(rows, ditto: str) -> None:
    _, (_, second, third) = rows(
        "| 1 | Lập quy hoạch | Sở Xây dựng | Sở Tài chính |  |  |",
        f"| 2 | Công bố quy hoạch | {ditto} | - |  |  |",
        f"| 3 | Cắm mốc quy hoạch | {ditto} | Sở Nội vụ |  |  |",
    )
    assert roles(second) == [("lead", "prov:sxd")]  # a dash says that nobody helps
    assert roles(third) == [("lead", "prov:sxd"), ("coordinate", "prov:snv")]


def test_who_carries_out_stands_beside_who_leads(rows) -> None:
    columns = "| STT | Nội dung | Cơ quan chủ trì | Đơn vị thực hiện | Thời gian |\n|---|---|---|---|---|\n"
    _, (task,) = rows("| 1 | Rà soát văn bản | Sở Tư pháp | Các sở, ban, ngành | 2024 |", columns=columns)
    assert roles(task) == [("lead", "prov:stp"), ("perform", "so-ban-nganh")]


def test_a_column_for_the_beginning_and_one_for_the_end(rows) -> None:
    columns = "| STT | Nội dung | Cơ quan chủ trì | Thời gian bắt đầu | Thời gian hoàn thành |\n|---|---|---|---|---|\n"
    _, (first, second) = rows(
        "| 1 | Rà soát văn bản | Sở Tư pháp | Năm 2024 | Năm 2025 |",
        "| 2 | Số hóa hồ sơ | Sở Nội vụ |  | Trước 30/6/2024 |",
        columns=columns,
    )
    assert first.schedule is not None
    assert first.schedule.end_year in ("2025", "")
    assert second.schedule is not None
    assert second.schedule.end_date == "2024-06-30"
    assert first.schedule.start_year == "2024"
    assert second.schedule.start_year == ""


@pytest.mark.parametrize(
    "cell",
    [
        "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Nội vụ",
        "Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính, Sở Nội vụ",
        "Sở Xây dựng chủ trì; Sở Tài chính, Sở Nội vụ phối hợp",
        "Cơ quan chủ trì: Sở Xây dựng. Cơ quan phối hợp: Sở Tài chính, Sở Nội vụ.",
        "Sở Xây dựng (chủ trì), Sở Tài chính, Sở Nội vụ (phối hợp)",
    ],
)
def test_a_cell_that_itself_says_who_does_which(rows, cell: str) -> None:
    columns = "| STT | Nội dung | Cơ quan chủ trì, phối hợp | Thời gian |\n|---|---|---|---|\n"
    _, (task,) = rows(f"| 1 | Lập quy hoạch | {cell} | 2025 |", columns=columns)
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:stc"), ("coordinate", "prov:snv")]


def test_rows_that_bear_one_number_stay_two(rows) -> None:
    _, tasks = rows(
        "| 1 | Lập quy hoạch | Sở Xây dựng |  | 2025 |  |",
        "| 2 | Số hóa hồ sơ | Sở Nội vụ |  | 2025 |  |",
        "| 2 | Nạo vét kênh | Sở Xây dựng |  | 2025 |  |",
        "|  | Xây cầu | Sở Xây dựng |  | 2025 |  |",
    )
    assert [task.number for task in tasks] == ["1", "2", "2", ""]
    assert len({task.key or task.number for task in tasks}) == 4


TWO = """KẾ HOẠCH

Thi hành Luật Việc làm

I. NHIỆM VỤ

1. Xây dựng Nghị định

- Nghị định về việc làm:

+ Nội dung: quy định chi tiết Điều 3.

+ Cơ quan chủ trì: Sở Nội vụ.

+ Thời hạn ban hành: trước ngày 01/01/2026.

- Nghị định xử phạt:

+ Cơ quan chủ trì: Sở Tư pháp.

+ Thời hạn ban hành: theo tiến độ của Luật An ninh mạng 2025.

2. Phổ biến Luật

- Cơ quan thực hiện: Sở Nội vụ chủ trì tham mưu ban hành Kế hoạch; Sở Tư pháp và các sở, ban, ngành chủ động triển khai
 Luật theo chức năng, nhiệm vụ của cơ quan, đơn vị.

- Thời gian thực hiện: Năm 2025.

3. Kiểm tra

- Cơ quan thực hiện: Sở Nội vụ, Sở Y tế trong phạm vi chức năng, nhiệm vụ của mình và Công an tỉnh.

- Thời gian thực hiện: Năm 2026.
"""


def test_blocks_below_one_number_stay_apart(blocks) -> None:
    found, tasks, _ = blocks(TWO)
    titles = [(found.words(task.title), task.number, roles(task)) for task in tasks]
    assert titles[:2] == [
        ("Nghị định về việc làm", "", [("lead", "prov:snv")]),
        ("Nghị định xử phạt", "", [("lead", "prov:stp")]),
    ]
    assert [task.schedule.end_year for task in tasks[:2]] == ["2026", ""]


def test_a_sentence_behind_the_bodies_is_no_body(blocks) -> None:
    _, tasks, _ = blocks(TWO)
    assert roles(tasks[2]) == [("lead", "prov:snv"), ("perform", "prov:stp"), ("perform", "so-ban-nganh")]
    assert roles(tasks[3]) == [("lead", "prov:snv"), ("lead", "prov:syt"), ("lead", "prov:cong-an")]


def test_a_block_is_due_when_the_last_of_its_stages_is(blocks) -> None:
    _, tasks, _ = blocks(
        "KẾ HOẠCH\n\nSắp xếp cơ quan\n\nII. NỘI DUNG\n\n1. Rà soát văn bản\n\n- Cơ quan thực hiện: Sở Tư pháp.\n\n"
        "- Thời gian thực hiện:\n\n+ Các sở gửi kết quả trước ngày 15/11/2025.\n\n"
        "+ Sở Tư pháp tổng hợp trước ngày 31/12/2025.\n"
    )
    assert tasks[0].schedule is not None
    assert tasks[0].schedule.end_date == "2025-12-31"


@pytest.mark.parametrize(
    ("line", "expected", "end"),
    [
        (
            "1. Rà soát quy hoạch (Sở Xây dựng chủ trì, phối hợp với Sở Tài chính; hoàn thành trong quý II/2026).",
            [("lead", "prov:sxd"), ("coordinate", "prov:stc")],
            "2026",
        ),
        (
            "1. Đào tạo nhân lực (Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ; thời gian: 2026 - 2030)",
            [("lead", "prov:syt"), ("coordinate", "prov:snv")],
            "2030",
        ),
        ("1. Rà soát quy hoạch (do đơn vị tư vấn chủ trì lập năm 2020).", [], ""),
        ("1. Rà soát quy hoạch (Sở Xây dựng, Sở Tài chính).", [], ""),
    ],
)
def test_brackets_behind_a_task_say_who_does_it(blocks, line: str, expected: list, end: str) -> None:
    _, tasks, _ = blocks(f"KẾ HOẠCH\n\nPhát triển chợ\n\nII. NHIỆM VỤ\n\n{line}\n\n2. Việc khác.\n")
    assert [roles(task) for task in tasks] == ([expected] if expected else [])
    assert [task.schedule.end_year for task in tasks if task.schedule] == ([end] if end else [])


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("- Chủ trì: Sở Y tế.\n\n- Lộ trình: 2026 - 2030.", [("lead", "prov:syt")]),
        (
            "- Phân công thực hiện: Sở Y tế chủ trì; Sở Nội vụ phối hợp.\n\n- Thời gian: Năm 2027.",
            [("lead", "prov:syt"), ("coordinate", "prov:snv")],
        ),
        ("- Cơ quan tham mưu: Sở Y tế.\n\n- Thời gian: Năm 2027.", [("lead", "prov:syt")]),
        ("- Trách nhiệm thực hiện: mọi người dân.\n\n- Thời gian: Năm 2027.", []),
    ],
)
def test_labels_of_other_wordings(blocks, labels: str, expected: list) -> None:
    _, tasks, _ = blocks(f"KẾ HOẠCH\n\nPhát triển chợ\n\nII. NHIỆM VỤ\n\n1. Đào tạo nhân lực\n\n{labels}\n")
    assert [pair for task in tasks for pair in roles(task) if not pair[1].startswith("nguoi")] == expected


def test_columns_for_beginning_and_end(document) -> None:
    found = document(
        "KẾ HOẠCH\n\nPhát triển chợ\n\nII. NHIỆM VỤ\n\n| TT | Nhiệm vụ | Chủ trì | Thời gian bắt đầu | Kết thúc |\n"
        "| --- | --- | --- | --- | --- |\n| 1 | Lập hồ sơ | Sở Y tế | 01/2026 | 12/2027 |\n"
        "| 2 | Tu bổ chợ | Sở Xây dựng | x | Quý I/2028 |\n",
        "hai-duong",
    )
    tasks = list(read_rows(found.text, found.part, found.agencies))
    assert [(t.schedule.start_year, t.schedule.end_year) for t in tasks if t.schedule] == [
        ("2026", "2027"),
        ("2028", "2028"),
    ]


PARTS = "| STT | Nội dung | Phân công thực hiện | Thời gian |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Chủ trì: Sở Xây dựng; Sở Nội vụ. Phối hợp: Sở Tài chính; Công an tỉnh", "lead lead coordinate coordinate"),
        ("Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ; Sở Tài chính", "lead coordinate coordinate"),
        ("- Sở Xây dựng chủ trì;<br>- Sở Nội vụ; Sở Tài chính phối hợp.", "lead coordinate coordinate"),
        ("Sở Xây dựng (chủ trì), Sở Nội vụ (phối hợp)", "lead coordinate"),
        ("Sở Xây dựng chủ trì; Sở Nội vụ; Sở Tài chính phối hợp", "lead coordinate coordinate"),
        ("CQ chủ trì: Sở Xây dựng. CQ phối hợp: Sở Nội vụ", "lead coordinate"),
        # no label goes on: who else acts is not said to coordinate
        ("Sở Xây dựng chủ trì; Sở Nội vụ, Sở Tài chính", "lead perform perform"),
    ],
)
def test_one_cell_may_say_who_does_what(rows, cell: str, expected: str) -> None:
    _, (task,) = rows(f"| 1 | Lập quy hoạch | {cell} | 2026 |", columns=PARTS)
    assert " ".join(role for role, _ in roles(task)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Các Sở: Xây dựng; Nội vụ; Tài chính", ["prov:sxd", "prov:snv", "prov:stc"]),
        ("Các Vụ: Pháp chế; Tổ chức cán bộ", ["?Vụ Pháp chế", "?Vụ Tổ chức cán bộ"]),
        # two fields that go together are one unit; whose else the last is, is not said
        ("Các Cục: Báo chí; Vụ Kế hoạch, Tài chính", ["?Cục Báo chí", "?Vụ Kế hoạch, Tài chính"]),
        ("Các Cục: Báo chí; Vụ Pháp chế, Tài chính", ["?Cục Báo chí", "?Vụ Pháp chế"]),
        ("Cục Quản lý, giám sát bảo hiểm; Vụ Pháp chế", ["?Cục Quản lý, giám sát bảo hiểm", "?Vụ Pháp chế"]),
        # where semicolons part the names, one of them may be a list
        (
            "Các Cục: Bản quyền; Xuất bản, In và Phát hành; Du lịch",
            ["?Cục Bản quyền", "?Cục Xuất bản, In và Phát hành", "?Cục Du lịch"],
        ),
        ("Các Cục: Bản quyền, Du lịch và Di sản", ["?Cục Bản quyền", "?Cục Du lịch và Di sản"]),
        ("do Sở Xây dựng chủ trì", ["prov:sxd"]),
        ("Giao Sở Xây dựng chủ trì thực hiện", ["prov:sxd"]),
        # each clause is a sentence of its own
        ("Sở Xây dựng rà soát quy hoạch; Sở Nội vụ rà soát biên chế", ["prov:sxd", "prov:snv"]),
    ],
)
def test_a_head_word_said_once_holds_for_the_whole_cell(rows, cell: str, expected: list[str]) -> None:
    columns = "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n"
    _, (task,) = rows(f"| 1 | Rà soát | {cell} | 2026 |", columns=columns)
    assert roles(task) == [("lead", body) for body in expected]


def test_labels_below_a_label_are_no_bodies(blocks) -> None:
    lines = ["- Cơ quan thực hiện:", "+ Đơn vị chủ trì: Sở Xây dựng.", "+ Đơn vị phối hợp: Sở Nội vụ."]
    _, (task,), _ = blocks(told("1. Lập quy hoạch", *lines, "- Thời gian: Năm 2026."))
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:snv")]


DASHES = """KẾ HOẠCH

Phòng, chống bạo lực gia đình

I. NHIỆM VỤ

1. Tập huấn nghiệp vụ

Thời gian trình Chủ tịch UBND tỉnh phê duyệt: Quý III/2025.

Phân công thực hiện:

- Sở Nội vụ chủ trì tập huấn cấp tỉnh;

- Công an tỉnh, Sở Tài chính phối hợp thực hiện.

2. Kiểm tra
"""


def test_dashes_behind_an_empty_label_say_who(blocks) -> None:
    _, (task,), _ = blocks(DASHES)
    assert [role for role, _ in roles(task)] == ["lead", "coordinate", "coordinate"]
    assert task.schedule is not None
    assert task.schedule.end_year == "2025"


def told(*lines: str) -> str:
    return "\n\n".join(["KẾ HOẠCH", "Phát triển đô thị", "I. NHIỆM VỤ", *lines, "2. Kiểm tra"]) + "\n"


@pytest.mark.parametrize(
    "lines",
    [
        ["+ Chủ trì: Sở Xây dựng", "+ Phối hợp: Sở Nội vụ", "+ Hoàn thành: Quý II/2025"],
        ["- Chủ trì: Sở Xây dựng", "- Cơ quan, tổ chức phối hợp: Sở Nội vụ", "- Thời gian, tiến độ: Quý II/2025"],
        ["- Chủ trì: Sở Xây dựng", "- Phối hợp với: Sở Nội vụ", "- Dự kiến hoàn thành: Quý II/2025"],
        ["- Đầu mối thực hiện: Sở Xây dựng.", "- Phối hợp: Sở Nội vụ.", "- Thời hạn: năm 2025."],
        ["- Cơ quan chịu trách nhiệm chính: Sở Xây dựng.", "- Phối hợp: Sở Nội vụ.", "- Thời điểm: 2025"],
        ["- Phân công: Sở Xây dựng chủ trì; Sở Nội vụ phối hợp.", "- Thời hạn: năm 2025."],
        ["- Tổ chức thực hiện:", "+ Chủ trì: Sở Xây dựng.", "+ Phối hợp: Sở Nội vụ.", "+ Thời gian: 2025"],
        ["- Chủ trì:", "+ Sở Xây dựng.", "- Phối hợp:", "+ Sở Nội vụ.", "- Thời gian:", "+ Năm 2025."],
    ],
)
def test_labels_in_any_form_make_one_task(blocks, lines: list[str]) -> None:
    found, (task,), _ = blocks(told("1. Lập quy hoạch", *lines))
    assert found.words(task.title) == "Lập quy hoạch"
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:snv")]
    assert task.schedule is not None
    assert task.schedule.end_year == "2025"


@pytest.mark.parametrize(
    "line",
    [
        "1. Lập quy hoạch do Sở Xây dựng chủ trì: bổ sung hồ sơ trong năm 2025.",
        "1. Họp giao ban. Đồng chí chủ trì: Giám đốc.",
    ],
)
def test_a_sentence_that_speaks_of_who_leads_is_no_label(blocks, line: str) -> None:
    assert not blocks(told(line))[1]


@pytest.mark.parametrize(
    "line",
    [
        "Đơn vị chủ trì: Sở Xây dựng. Đơn vị phối hợp: Sở Nội vụ. Thời gian: năm 2025.",
        "Chủ trì: Sở Xây dựng; phối hợp: Sở Nội vụ; sản phẩm: Báo cáo của Sở Y tế; hoàn thành năm 2025.",
    ],
)
def test_labels_may_follow_the_sentence_of_the_work(blocks, line: str) -> None:
    found, (task,), _ = blocks(told(f"1. Lập quy hoạch. {line}"))
    assert found.words(task.title) == "Lập quy hoạch"
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:snv")]
    assert task.schedule is not None
    assert task.schedule.end_year == "2025"


def test_a_label_in_brackets_holds_for_all_behind_it(blocks) -> None:
    _, (task,), _ = blocks(told("1. Lập quy hoạch (Chủ trì: Sở Xây dựng; phối hợp: Sở Nội vụ; Sở Tài chính)."))
    assert [role for role, _ in roles(task)] == ["lead", "coordinate", "coordinate"]


def test_labels_in_brackets_on_a_line_of_their_own_are_of_the_line_above(blocks) -> None:
    lines = (
        "KẾ HOẠCH",
        "Phát triển văn hóa",
        "I. NHIỆM VỤ",
        "1. Phát triển nhân lực",
        "Mở lớp tập huấn kỹ năng cho thanh niên.",
        "(Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính; thời gian thực hiện: hằng năm)",
        "Cử cán bộ đi học tập kinh nghiệm.",
        "(Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ; thời gian thực hiện: 2024 - 2025)",
    )
    found, tasks, _ = blocks("\n\n".join(lines) + "\n")
    said = [(found.words(task.title), found.words(task.schedule.span)) for task in tasks]
    assert said == [
        ("Mở lớp tập huấn kỹ năng cho thanh niên", "hằng năm"),
        ("Cử cán bộ đi học tập kinh nghiệm", "2024 - 2025"),
    ]
    assert [roles(task)[0] for task in tasks] == [("lead", "prov:snv"), ("lead", "prov:syt")]


NO_LEADS = "| STT | Nội dung | Cơ quan phối hợp | Thời gian |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("groups", "leads"),
    [
        (("Sở Xây dựng chủ trì", "Giao Sở Y tế"), [["prov:sxd"], ["prov:syt"]]),
        (("Nhiệm vụ của Sở Xây dựng", "Sở Y tế, Sở Nội vụ thực hiện"), [["prov:sxd"], ["prov:syt", "prov:snv"]]),
        (("Sở Xây dựng", "Sở Y tế"), [["prov:sxd"], ["prov:syt"]]),
        (("Bảo hiểm xã hội", "Nhà ở công nhân"), [[], []]),  # fields, not bodies
        (("Sở Xây dựng chủ trì", "Phát triển nhà ở"), [["prov:sxd"], []]),
        (("Rà soát của Sở Xây dựng", "Sở Y tế và việc khám bệnh"), [[], []]),
    ],
)
def test_the_heading_of_a_group_may_say_who_leads(rows, groups, leads: list[list[str]]) -> None:
    lines = [f"| {n} | **{group}** |  |  |" for n, group in zip(("I", "II"), groups, strict=True)]
    _, tasks = rows(
        lines[0],
        "| 1 | Lập quy hoạch | Sở Tài chính | 2025 |",
        lines[1],
        "| 2 | Cấp phép | Sở Tài chính | 2025 |",
        columns=NO_LEADS,
    )
    assert [[r.agent.record for r in task.roles if r.role == "lead"] for task in tasks] == leads


def test_an_empty_cell_of_the_lead_is_filled_only_by_words_that_say_so(rows) -> None:
    _, tasks = rows(
        "| I | Sở Xây dựng chủ trì |  |  |  |  |",
        "| 1 | Lập quy hoạch |  | Sở Tài chính | 2025 |  |",
        "| II | Bảo hiểm xã hội |  |  |  |  |",
        "| 2 | Cấp thẻ |  | Sở Y tế | 2025 |  |",
    )
    assert [[who for role, who in roles(task) if role == "lead"] for task in tasks] == [["prov:sxd"], []]


PARTS = "| STT | Nội dung | Cơ quan, đơn vị | Vai trò | Thời gian |\n|---|---|---|---|---|\n"


def test_a_column_may_say_what_part_each_body_plays(rows) -> None:
    _, tasks = rows(
        "| 1 | Lập quy hoạch | Sở Xây dựng | Chủ trì | 2025 |",
        "| | | Sở Tài chính | Phối hợp | |",
        "| | | Sở Nội vụ | Tham gia | |",
        "| 2 | Họp báo | Sở Nội vụ | Chủ trì | 2026 |",
        columns=PARTS,
    )
    assert [(task.number, roles(task)) for task in tasks] == [
        ("1", [("lead", "prov:sxd"), ("coordinate", "prov:stc"), ("coordinate", "prov:snv")]),
        ("2", [("lead", "prov:snv")]),
    ]


@pytest.mark.parametrize(
    ("title", "heading", "years"),
    [
        ("Phát triển đô thị năm 2024", "Quý II", ("2024", "2024")),
        ("Phát triển đô thị năm 2024", "Quý II/2023", ("2023", "2023")),
        ("Phát triển đô thị đến năm 2024", "Quý II", ("", "")),
        ("Thực hiện Nghị quyết năm 2023 về đô thị trong năm 2024", "Quý II", ("", "")),
    ],
)
def test_a_ticked_quarter_is_of_the_one_year_in_the_title(document, title: str, heading: str, years: tuple) -> None:
    columns = f"| STT | Nội dung | Cơ quan chủ trì | Thời gian | Quý I | {heading} |\n|---|---|---|---|---|---|\n"
    ticks = "| 1 | Lập quy hoạch | Sở Xây dựng | | | x |\n| 2 | Họp báo | Sở Xây dựng | Quý II | | |\n"
    found = document(HEAD.replace("Phát triển đô thị", title) + columns + ticks, "hai-duong")
    ticked, said = read_rows(found.text, found.part, found.agencies)
    assert (ticked.schedule.start_year, ticked.schedule.end_year) == years
    assert (said.schedule.start_year, said.schedule.end_year) == ("", "")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Trách nhiệm chỉ đạo thực hiện: Sở Tài chính, Sở Xây dựng.", ["prov:stc", "prov:sxd"]),
        ("Trách nhiệm lãnh đạo, chỉ đạo tổ chức thực hiện: Sở Tài chính.", ["prov:stc"]),
        ("Trách nhiệm thực hiện: Sở Tài chính.", []),  # one label alone may be a sentence
    ],
)
def test_who_directs_a_section_is_label_enough(document, label: str, expected: list[str]) -> None:
    found = document(
        "CHƯƠNG TRÌNH\n\nPhát triển chợ\n\nII. NHIỆM VỤ, GIẢI PHÁP\n\n1. Huy động nguồn lực\n\n- Bố trí ngân sách.\n\n"
        f"- Thu hút đầu tư.\n\n{label}\n\n2. Quản lý chợ\n\n- Rà soát các chợ.\n",
        "hai-duong",
    )
    tasks, _, _ = read_blocks(found.text, found.part, found.agencies)
    assert [role.agent.record for task in tasks for role in task.roles] == expected
    assert [found.words(task.title) for task in tasks] == ["Huy động nguồn lực"] * bool(expected)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Viện Pasteur Nha Trang + Sở Y tế", ["?Viện Pasteur Nha Trang", "prov:syt"]),
        (
            "- Viện Sốt rét Quy Nhơn<br>- Sở Y tế<br>- Các bệnh viện",
            ["?Viện Sốt rét Quy Nhơn", "prov:syt", "benh-vien"],
        ),
        ("- Viện Sốt rét Quy Nhơn - Sở Y tế", ["?Viện Sốt rét Quy Nhơn", "prov:syt"]),
        ("- Trung tâm Nghiên cứu Lúa - Hoa màu - Sở Y tế", ["?Trung tâm Nghiên cứu Lúa - Hoa màu", "prov:syt"]),
        ("Viện Nghiên cứu Lúa - Hoa màu", ["?Viện Nghiên cứu Lúa - Hoa màu"]),
    ],
)
def test_the_items_of_a_list_in_a_cell_are_bodies_of_their_own(rows, cell: str, expected: list[str]) -> None:
    _, (task,) = rows(f"| 1 | Giám sát dịch bệnh | Sở Nội vụ | {cell} | 2025 |  |")
    assert [name for role, name in roles(task) if role == "coordinate"] == expected


def test_two_strokes_stand_for_the_cell_above(rows) -> None:
    _, tasks = rows("| 1 | Lập quy hoạch | Sở Y tế | | 2025 | |", "| 2 | Họp báo | // | -//- | 2026 | |")
    assert [roles(task) for task in tasks] == [[("lead", "prov:syt")]] * 2


TOGETHER = "| STT | Nội dung | Phân công thực hiện | Thời gian |\n|---|---|---|---|\n"


def test_a_label_may_refer_to_the_row_above(rows) -> None:
    _, (_, task, other) = rows(
        "| 1 | Rà soát tuyến xe buýt | Chủ trì: Sở Xây dựng; Phối hợp: Sở Nội vụ | 2026 |",
        "| 2 | Đầu tư nhà chờ | Chủ trì: như trên; Phối hợp: Sở Tài chính | 2027 |",
        "| 3 | Trợ giá vé xe buýt | Chủ trì: Sở Tài chính; Phối hợp: -nt- | 2027 |",
        columns=TOGETHER,
    )
    assert roles(task) == [("lead", "prov:sxd"), ("coordinate", "prov:stc")]
    assert roles(other) == [("coordinate", "prov:stc"), ("lead", "prov:stc")]


def test_rows_that_differ_in_who_leads_alone_are_one_task(document) -> None:
    merged = (
        "<table><tr><th>TT</th><th>Nội dung</th><th>Cơ quan chủ trì</th><th>Cơ quan phối hợp</th>"
        "<th>Thời gian</th></tr>"
        '<tr><td rowspan="2">1</td><td rowspan="2">Lập quy hoạch</td><td>Sở Xây dựng</td><td>Sở Tài chính</td>'
        '<td rowspan="2">2026</td></tr><tr><td>Sở Nội vụ</td><td>Sở Y tế</td></tr>'
        '<tr><td rowspan="2">2</td><td rowspan="2">Lập dự toán</td><td>Sở Xây dựng</td><td></td><td>2026</td></tr>'
        "<tr><td>Sở Nội vụ</td><td></td><td>2027</td></tr></table>"
    )
    found = document(HEAD + merged + "\n", "hai-duong")
    tasks = list(read_rows(found.text, found.part, found.agencies))
    together, first, second = tasks
    assert roles(together) == [
        ("lead", "prov:sxd"),
        ("coordinate", "prov:stc"),
        ("lead", "prov:snv"),
        ("coordinate", "prov:syt"),
    ]
    assert [roles(task) for task in (first, second)] == [[("lead", "prov:sxd")], [("lead", "prov:snv")]]  # two times
