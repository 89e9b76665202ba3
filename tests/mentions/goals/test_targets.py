"""Targets: comparator, figure, unit, year; and figures that count nothing to be reached."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.goals.targets import read_targets
from kgbuild.model.mentions import TargetMention

Goals = Callable[..., list[TargetMention]]


@pytest.fixture(scope="module")
def goals(document) -> Goals:
    """Read the targets of one goal, under a heading."""

    def read(sentence: str, heading: str = "MỤC TIÊU") -> list[TargetMention]:
        found = document(
            f"KẾ HOẠCH\n\nPhát triển nông thôn\n\nI. {heading}\n\n1. {sentence}\n\n2. Nâng cao đời sống.\n"
        )
        return list(read_targets(found.text, found.part))

    return read


@pytest.mark.parametrize(
    ("sentence", "comparator", "value", "unit"),
    [
        ("Ít nhất 50% trường học đạt chuẩn.", "gte", 50, "%"),
        ("Tối thiểu 200 hộ được vay vốn.", "gte", 200, "hộ"),
        ("Xây dựng ít nhất 3 mô hình trình diễn.", "gte", 3, "mô hình trình diễn"),
        ("Tỷ lệ hộ nghèo không quá 3%.", "lte", 3, "%"),
        ("Tối đa 5 ngày làm việc cho mỗi hồ sơ.", "lte", 5, "ngày làm việc"),
        ("Trên 90% hồ sơ được giải quyết đúng hạn.", "gt", 90, "%"),
        ("Tỷ lệ thất nghiệp dưới 4%.", "lt", 4, "%"),
        ("Khoảng 70% dân số được quản lý sức khỏe.", "approx", 70, "%"),
        ("Kinh tế số ước đạt tăng trưởng 22,4%.", "approx", 22.4, "%"),
        ("100% xã có trạm y tế.", "eq", 100, "%"),
        ("Năng suất lao động tăng gấp 2 lần.", "times", 2, "lần"),
        ("Đầu tư cho khoa học đạt 1,5% GDP.", "eq", 1.5, "%"),
        ("Chi sự nghiệp đạt từ 2% tổng chi ngân sách trở lên.", "gte", 2, "%"),
        ("Tỷ lệ che phủ rừng đạt 58,5%.", "eq", 58.5, "%"),
        ("Trồng mới 1.500 ha rừng.", "eq", 1500, None),
        ("Tăng trưởng bình quân 15%/năm.", "eq", 15, "%"),
        ("Tốc độ tăng trưởng đạt 13-13,5%/năm.", "gte", 13, "%"),
        ("Tỷ lệ tăng dân số tự nhiên dưới 12‰.", "lt", 12, "‰"),
        ("Thu ngân sách đạt trên 100.000 tỷ đồng.", "gt", 1e14, "đồng"),
        ("Nạo vét luồng chính đạt độ sâu 9 m.", "eq", 9, "m"),
    ],
)
def test_one_target(goals: Goals, sentence: str, comparator: str, value: float, unit: str | None) -> None:
    (found,) = goals(sentence)
    assert (found.comparator, found.value) == (comparator, pytest.approx(value))
    if unit is not None:
        assert found.unit == unit
    assert found.kind == "quantitative"
    assert found.reported is False


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("100% xã có cán bộ, 80% thôn có tổ đội.", [100, 80]),
        ("Ít nhất 3 mô hình điểm; tối thiểu 20 hợp tác xã tham gia.", [3, 20]),
        ("90% hộ dùng nước sạch và 95% hộ có nhà tiêu hợp vệ sinh.", [90, 95]),
        ("Đạt 30% năm 2023. Đạt 60% năm 2025.", [30, 60]),
        # of how much land it is, no figure to be reached
        ("Giá trị sản xuất trên 01 ha đất canh tác đạt 150 triệu đồng/năm.", [150000000]),
    ],
)
def test_one_target_for_each_predicate(goals: Goals, sentence: str, figures: list[float]) -> None:
    assert [t.value for t in goals(sentence)] == figures


@pytest.mark.parametrize(
    ("sentence", "deadline", "start"),
    [
        ("Đến hết tháng 12 năm 2024, 100% hệ thống được phê duyệt.", "2024", ""),
        ("Đến hết quý II/2025, 80% hồ sơ được số hóa.", "2025", ""),
        ("Phấn đấu 70% xã đạt chuẩn trước ngày 30/6/2026.", "2026", ""),
        ("Đến năm 2025, 80% thôn có internet.", "2025", ""),
        ("80% thôn có internet vào năm 2025.", "2025", ""),
        ("Trước năm 2030 có 50 sản phẩm OCOP.", "2030", ""),
        ("Từ năm 2024, mỗi huyện có 2 sản phẩm OCOP.", "", "2024"),
        ("Đến năm 2025, tăng trưởng từ 2 đến 3% mỗi năm.", "2025", ""),
        ("80% thôn có internet.", "", ""),
        # of two years the last one said before the figure
        ("Đến năm 2025 vượt mức chung, tạo đà đến năm 2030 có 50 sản phẩm OCOP.", "2030", ""),
    ],
)
def test_years_of_targets(goals: Goals, sentence: str, deadline: str, start: str) -> None:
    (found,) = goals(sentence)
    assert (found.deadline, found.start) == (deadline, start)


def test_two_years_are_two_targets(goals: Goals) -> None:
    found = goals("Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan có lãnh đạo nữ.")
    assert [(t.value, t.deadline) for t in found] == [(60, "2025"), (75, "2030")]


def test_a_year_behind_its_figure(goals: Goals) -> None:
    found = goals("Tăng tỷ lệ lao động nữ làm công hưởng lương lên đạt 50% vào năm 2025 và khoảng 60% vào năm 2030.")
    assert [(t.value, t.comparator, t.deadline) for t in found] == [(50, "eq", "2025"), (60, "approx", "2030")]


def test_a_year_that_is_compared_with_is_no_deadline(goals: Goals) -> None:
    (found,) = goals("Thu nhập bình quân tăng gấp 2,5 lần so với năm 2020.")
    assert (found.value, found.comparator, found.deadline) == (2.5, "times", "")


def test_a_unit_keeps_its_inner_and(goals: Goals) -> None:
    (found,) = goals("Hỗ trợ ít nhất 500 doanh nghiệp nhỏ và vừa chuyển đổi số.")
    assert found.unit == "doanh nghiệp nhỏ và vừa"


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Việt Nam thuộc 3 nước dẫn đầu Đông Nam Á về đường sắt.", "nước dẫn đầu Đông Nam Á"),
        ("Việt Nam thuộc 50 nước đứng đầu thế giới về cảng biển.", "nước đứng đầu thế giới"),
        ("Hình thành ít nhất 5 sàn giao dịch dữ liệu trực tuyến.", "sàn giao dịch dữ liệu"),
    ],
)
def test_a_unit_does_not_end_inside_a_word(goals: Goals, sentence: str, unit: str) -> None:
    (found,) = goals(sentence)
    assert found.unit == unit


def test_the_year_of_the_heading_above_is_that_of_the_target(document) -> None:
    raw = "KẾ HOẠCH\n\nChuyển đổi số\n\nI. MỤC TIÊU\n\n2. Mục tiêu đến năm 2030\n\na) 90% dịch vụ công;\n\nb) 70% hộ;\n"
    found = document(raw)
    assert [t.deadline for t in read_targets(found.text, found.part)][:1] == ["2030"]


def deadlines(document, *lines: str) -> list[str]:
    found = document("KẾ HOẠCH\n\nChuyển đổi số\n\nI. MỤC TIÊU\n\n" + "\n\n".join(lines) + "\n")
    return [target.deadline for target in read_targets(found.text, found.part)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2. Mục tiêu giai đoạn 2026 - 2030", "- 90% dịch vụ công trực tuyến."], ["2030"]),
        (["2. Mục tiêu đến năm 2030, tầm nhìn đến năm 2045", "- 90% dịch vụ công trực tuyến."], ["2030"]),
        (
            ["2. Mục tiêu cụ thể", "Đến hết năm 2028, phấn đấu:", "- 90% dịch vụ công.", "- 70% số hộ."],
            ["2028", "2028"],
        ),
        # a sentence that leads nothing in dates nothing below it
        (["2. Mục tiêu cụ thể", "Đến hết năm 2028 có mạng 5G.", "- 90% dịch vụ công trực tuyến."], [""]),
    ],
)
def test_the_year_of_what_leads_in(document, lines: list[str], expected: list[str]) -> None:
    assert deadlines(document, *lines) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Giảm số ca mắc từ 23 ca xuống 18 ca mỗi huyện.", [(18, "eq")]),
        ("Nâng tỷ lệ che phủ từ 40% lên 45%.", [(45, "eq")]),
        ("Tỷ lệ hộ nghèo giảm từ 1% đến 1,5%.", [(1, "gte")]),
        ("Tỷ suất tử vong trẻ em dưới 12/1.000 trẻ đẻ sống.", [(12, "lt")]),
        ("Tỷ số tử vong mẹ dưới 40/100.000 trẻ đẻ sống.", [(40, "lt")]),
        # a new subject that grows
        ("Sản lượng nông nghiệp tăng 8%, công nghiệp tăng 22%.", [(8, "eq"), (22, "eq")]),
        # a yearly step is a target of its own
        ("Giảm tỷ lệ hộ nghèo xuống dưới 15%, mỗi năm giảm 4 - 5%.", [(15, "lt"), (4, "gte")]),
        ("Vận hành hệ thống liên tục 24/7 giờ.", []),
        ("Tỷ lệ nữ lãnh đạo ít nhất vào năm 2030 đạt 40%.", [(40, "gte")]),
        # what may be left undone
        ("Đối với các xã đảo có tỷ lệ dưới 30% có thể điều chỉnh chỉ tiêu.", []),
    ],
)
def test_changes_rates_and_exceptions(goals: Goals, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert [(t.value, t.comparator) for t in goals(sentence)] == expected


def test_a_comparator_governs_the_figures_listed_behind_it(goals: Goals) -> None:
    found = goals("Hình thành ít nhất 30 hợp tác xã kiểu mới, 10 hợp tác xã ứng dụng công nghệ cao.")
    assert [(t.value, t.comparator) for t in found] == [(30, "gte"), (10, "gte")]
    shares = goals("Trên 90% số hộ được dùng nước sạch, 100% trường học có nhà vệ sinh.")
    assert [(t.value, t.comparator) for t in shares] == [(90, "gt"), (100, "eq")]
    verbs = goals("Trồng ít nhất 20 héc ta rừng, xây mới 5 héc ta vườn ươm.")
    assert [(t.value, t.comparator) for t in verbs] == [(20, "gte"), (5, "eq")]


@pytest.mark.parametrize(
    "sentence",
    [
        # frames, ordinals, numbers of things
        "Tập trung thực hiện 8 phương hướng trọng tâm.",
        "Thực hiện 5 nhóm giải pháp lớn.",
        "Quán triệt 10 nội dung cần lưu ý.",
        "Đạt yêu cầu tại Điều 5 và khoản 2 của quy chế.",
        "Hưởng ứng hội thi lần thứ 6 (khóa XI).",
        "Cung cấp dịch vụ công cấp độ 3, 4.",
        "Áp dụng TCVN ISO 9001:2015 trong các cơ quan.",
        "Tham gia mạnh mẽ cuộc cách mạng công nghiệp 4.0.",
        # years and periods
        "Phát triển bền vững giai đoạn 2021 - 2025.",
        "Trở thành tỉnh khá vào năm 2030.",
        "Hoàn thành trong quý 2 năm 2024.",
        "Tiếp tục thực hiện Nghị quyết năm 2019.",
        # how long something has been
        "Tuyên truyền sâu rộng thành tựu 15 năm xây dựng và phát triển của tỉnh.",
        "Tổ chức tốt các hoạt động kỷ niệm 20 năm Ngày tái lập tỉnh.",
        # how deep a place lies
        "Điều tra khoáng sản vùng biển đến độ sâu 200 m nước và 900 m tỷ lệ 1:250.000.",
        # ranks and words
        "Vận hành thông suốt mô hình chính quyền địa phương 02 cấp.",
        "Đứng trong nhóm hàng đầu của cả nước.",
        "Cơ bản hoàn thành nông thôn mới.",
    ],
)
def test_what_is_no_target(goals: Goals, sentence: str) -> None:
    assert [(t.value, t.unit) for t in goals(sentence)] == []


def test_the_parts_of_a_sum_in_brackets_are_no_targets(goals: Goals) -> None:
    found = goals("Nâng tổng công suất lên 4.758,5 MW (gồm 166 dự án thủy điện; 02 dự án điện gió; 10 dự án điện rác).")
    assert [(t.value, t.unit) for t in found] == [(4758.5, "MW")]


@pytest.mark.parametrize("heading", ["KINH PHÍ", "TỔ CHỨC THỰC HIỆN", "THỰC TRẠNG"])
def test_targets_stand_among_goals_alone(goals: Goals, heading: str) -> None:
    assert goals("Ít nhất 50% trường học đạt chuẩn.", heading) == []


@pytest.mark.parametrize(
    ("sentence", "per"),
    [
        ("Mỗi huyện có ít nhất 2 sản phẩm OCOP.", "huyện"),
        ("Mỗi năm có thêm 10 hợp tác xã.", "năm"),
        ("Có thêm 10 hợp tác xã.", ""),
        ("Số giường bệnh đạt 35 giường/10.000 dân.", "10.000 dân"),
        ("Tỷ suất tử vong mẹ giảm xuống dưới 42/100.000 trẻ đẻ sống.", "100.000 trẻ đẻ sống"),
    ],
)
def test_units_that_a_value_holds_for(goals: Goals, sentence: str, per: str) -> None:
    (found,) = goals(sentence)
    assert found.per.split(" có")[0] == per


def test_figures_inside_a_citation_count_nothing(document) -> None:
    found = document("KẾ HOẠCH\n\nA\n\nI. MỤC TIÊU\n\n1. Hoàn thành 100% Đề án 06 tại Kế hoạch số 90 hộ.\n")
    spans = [t.span for t in read_targets(found.text, found.part)]
    assert list(read_targets(found.text, found.part, spans)) == []


LEAD = (
    "Sáng nay, Sở Nông nghiệp và Môi trường tỉnh tổ chức hội nghị tổng kết với sự tham dự của đông đảo đại biểu các "
    "huyện, thị xã, thành phố và các doanh nghiệp trên địa bàn toàn tỉnh."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Năm qua ngành đã đạt được nhiều kết quả quan trọng: toàn tỉnh đã phát triển được 154 hợp tác xã kiểu mới, "
            "trong đó nhiều hợp tác xã hoạt động hiệu quả và được người dân tin tưởng tham gia.",
            [(154, True)],
        ),
        (
            "Phấn đấu đến năm 2025 toàn tỉnh có ít nhất 200 hợp tác xã hoạt động hiệu quả, góp phần nâng cao thu nhập "
            "cho người dân nông thôn và phát triển kinh tế tập thể bền vững.",
            [(200, False)],
        ),
        # what is striven for goes on behind a semicolon, not in the next sentence
        (
            "Tỉnh phấn đấu đến năm 2025 có ít nhất 80% số xã đạt chuẩn; 40% số xã đạt chuẩn nâng cao; sản lượng đạt "
            "hơn 290.000 tấn gạo. Vụ này có 15 xã bị hạn và nhiều hộ dân phải chuyển sang trồng màu.",
            [(80, False), (40, False), (290000, False)],
        ),
        (
            "Hội nghị được chia thành ba phiên làm việc với 12 tham luận của các đại biểu đến từ nhiều cơ quan khác "
            "nhau và kéo dài trong suốt cả ngày tại hội trường lớn của tỉnh.",
            [],
        ),
    ],
)
def test_reports_tell_what_was_reached_and_what_is_striven_for(
    document, sentence: str, expected: list[tuple[float, bool]]
) -> None:
    found = document(f"Hội nghị tổng kết kinh tế tập thể của tỉnh\n\n{LEAD}\n\n{sentence}\n")
    assert [(t.value, t.reported) for t in read_targets(found.text, found.part)] == expected


@pytest.mark.parametrize(
    ("announcement", "expected"),
    [
        ("Phong trào được cụ thể hóa bằng các chỉ tiêu cụ thể như sau:", [90, 3]),
        ("Hội thi phấn đấu các mục tiêu sau:", [90, 3]),
        # what was reached, and a list of something else
        ("Năm qua hội thi đạt kết quả các chỉ tiêu như sau:", []),
        ("Hội thi chấm theo các tiêu chí sau:", []),
    ],
)
def test_a_sentence_outside_the_goals_announces_them(document, announcement: str, expected: list[float]) -> None:
    found = document(
        "KẾ HOẠCH\n\nHội thi nhà sạch\n\nI. MỤC ĐÍCH\n\n1. Vận động Nhân dân.\n\nII. NỘI DUNG HỘI THI\n\n"
        f"1. Nội dung\n\n{announcement}\n\n(1) Ít nhất 90% hộ dự thi;\n\n(2) 3 mô hình điểm.\n\nMỗi xã cử 5 hộ.\n\n"
        "2. Giải thưởng\n\n- 10 giải nhất.\n"
    )
    assert [t.value for t in read_targets(found.text, found.part)] == expected


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        ("Đến hết năm 2030, phấn đấu:\n\n- 90% hộ có nước sạch.\n\n- 80% hộ có điện.\n", ["2030", "2030"]),
        ("a) Đến năm 2028:\n\n- 90% hộ có nước sạch.\n\nb) Về điện:\n\n- 80% hộ có điện.\n", ["2028", ""]),
        ("Phấn đấu đến năm 2030 đạt chuẩn.\n\n- 90% hộ có nước sạch.\n", [""]),
        ("Củng cố chính quyền địa phương 02 cấp.\n", []),
    ],
)
def test_the_words_that_lead_in_say_by_when(document, lines: str, years: list[str]) -> None:
    found = document(f"KẾ HOẠCH\n\nPhát triển nông thôn\n\nI. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n{lines}")
    assert [t.deadline for t in read_targets(found.text, found.part) if t.value] == years


def plan(document, *lines: str, title: str = "Trồng rừng", form: str = "KẾ HOẠCH") -> list[tuple[str, float, str, str]]:
    found = document(f"{form}\n\n{title}\n\nI. MỤC ĐÍCH\n\nGiữ rừng.\n\nII. NỘI DUNG\n\n" + "\n\n".join(lines) + "\n")
    return [(t.comparator, t.value, t.unit.split()[0], t.deadline) for t in read_targets(found.text, found.part)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Trồng mới ít nhất 500ha rừng:\n\n- Chi cục chủ trì giao đất.", [("gte", 500.0, "ha", "")]),
        (
            "1. Hoàn thành di dời 01 trại và 02 lán\n\nChi cục chủ trì.",
            [("eq", 1.0, "trại", ""), ("eq", 2.0, "lán", "")],
        ),
        ("1. Tỷ lệ hộ có nước sạch đạt 100%", [("eq", 100.0, "%", "")]),
        ("- Phấn đấu mỗi năm trồng từ 05 đồi rừng trở lên.", [("gte", 5.0, "đồi", "")]),
        ("- Phấn đấu đến năm 2027 có 3 đội giữ rừng.", [("eq", 3.0, "đội", "2027")]),
        ("- Ít nhất 30% số hộ được hỗ trợ trồng rừng.", [("gte", 30.0, "%", "")]),
        # activities, shares of money, what is already so
        ("- Tổ chức 02 hội nghị tập huấn.", []),
        ("- Hỗ trợ tối đa 50% giá cây giống.", []),
        ("- Ngân sách huyện bảo đảm 30% tổng số.", []),
        ("- Hiện nay tỷ lệ che phủ rừng đạt 54%.", []),
        ("1. Hội nghị 02 ngày\n\nChi cục chủ trì.", []),
    ],
)
def test_targets_where_no_section_sets_goals(document, line: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert plan(document, line) == expected


def test_a_telegram_sets_no_targets_among_its_orders(document) -> None:
    assert plan(document, "- Bảo đảm 100% số hộ được di dời.", form="CÔNG ĐIỆN") == []


@pytest.mark.parametrize(
    ("title", "deadline"),
    [
        ("Trồng rừng năm 2026", "2026"),
        ("Trồng rừng năm 2026 của tỉnh Lai Châu", "2026"),
        ("Trồng rừng năm 2026 trên địa bàn tỉnh", "2026"),
        ("Thực hiện Kế hoạch năm 2026 của Bộ trưởng, giai đoạn sau", ""),
        ("Trồng rừng giai đoạn 2026 - 2030", ""),
        ("Trồng rừng giai đoạn 2026 - 2030, tầm nhìn đến năm 2050", ""),
        ("Thực hiện Chỉ thị ngày 04 tháng 01 năm 2026", ""),
    ],
)
def test_a_plan_of_one_year_is_due_in_it(document, title: str, deadline: str) -> None:
    assert [target[3] for target in plan(document, "- Ít nhất 30% số hộ trồng rừng.", title=title)] == [deadline]


def test_a_year_that_opens_a_paragraph_holds_for_all_its_clauses(document) -> None:
    line = "Đến năm 2030 có ít nhất 50% số hộ trồng rừng; 100% số xã có vườn ươm."
    found = document(f"KẾ HOẠCH\n\nTrồng rừng\n\nI. MỤC TIÊU\n\n{line}\n\nII. NHIỆM VỤ\n\nTrồng rừng.\n")
    assert [t.deadline for t in read_targets(found.text, found.part)] == ["2030", "2030"]


def test_a_subject_with_a_rate_of_its_own_is_a_target_of_its_own(document) -> None:
    line = "(6) Tỷ lệ lấp đầy các khu đạt trên 70% và các cụm đạt khoảng 60-70%."
    raw = f"NGHỊ QUYẾT\n\nVề trồng rừng\n\nI. MỤC TIÊU\n\n1. Mục tiêu năm 2026\n\n{line}\n"
    found = document(raw)
    assert [(t.comparator, t.value, t.deadline) for t in read_targets(found.text, found.part)] == [
        ("gt", 70.0, "2026"),
        ("gte", 60.0, "2026"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Tăng ít nhất 20% số nhóm trẻ và mở thêm ít nhất 10% số trường.",
            [("gte", 20.0, "2030", "Tăng ít nhất 20% số nhóm trẻ và mở thêm ít nhất 10% số trường")],
        ),
        (
            "- Tăng ít nhất 20% số nhóm trẻ và tăng thêm ít nhất 10% số trường.",
            [
                ("gte", 20.0, "2030", "Tăng ít nhất 20% số nhóm trẻ"),
                ("gte", 10.0, "2030", "tăng thêm ít nhất 10% số trường"),
            ],
        ),
        (
            "- Tăng trưởng cả năm 2025 đạt trên 8% và năm 2026 đạt từ 10% trở lên.",
            [
                ("gt", 8.0, "2025", "Tăng trưởng cả năm 2025 đạt trên 8%"),
                ("gte", 10.0, "2026", "năm 2026 đạt từ 10% trở lên"),
            ],
        ),
        ("- Hỗ trợ các xã sau bão số 12, 13 và mưa lũ tháng 10, tháng 11.", []),
        (
            "- Tăng trưởng bình quân 5 năm 2026-2030 đạt 13-13,5%/năm; thu nhập năm 2028 là 9 triệu đồng.",
            [
                ("gte", 13.0, "2030", "Tăng trưởng bình quân 5 năm 2026-2030 đạt 13-13,5%/năm"),
                ("eq", 9_000_000.0, "2028", "thu nhập năm 2028 là 9 triệu đồng"),
            ],
        ),
        (
            "- Tỷ lệ tăng dân số dưới 12‰, 100% trạm y tế có bác sĩ.",
            [
                ("lt", 12.0, "2030", "Tỷ lệ tăng dân số dưới 12‰"),
                ("eq", 100.0, "2030", "100% trạm y tế có bác sĩ"),
            ],
        ),
        (
            "- Tỷ lệ che phủ rừng trên 42%, trồng mới 1.000 ha rừng.",
            [
                ("gt", 42.0, "2030", "Tỷ lệ che phủ rừng trên 42%"),
                ("eq", 1000.0, "2030", "trồng mới 1.000 ha rừng"),
            ],
        ),
        # no year by which, no subjects of their own
        (
            "- Giảm phát thải so với năm 2020 đạt 9%.",
            [("eq", 9.0, "2030", "Giảm phát thải so với năm 2020 đạt 9%")],
        ),
        (
            "- Tăng 10%, 20%, 30% số hộ qua từng năm.",
            [("eq", 10.0, "2030", "Tăng 10%, 20%, 30% số hộ qua từng năm")],
        ),
    ],
)
def test_figures_with_a_predicate_or_year_of_their_own(document, line: str, expected: list) -> None:
    found = document(f"KẾ HOẠCH\n\nVề trường học\n\nI. MỤC TIÊU\n\n1. Mục tiêu đến năm 2030\n\n{line}\n")
    read = read_targets(found.text, found.part)
    assert [(t.comparator, t.value, t.deadline, found.words(t.span)) for t in read] == expected


def test_what_a_plan_applies_to_sets_no_goals(document) -> None:
    raw = (
        "ĐỀ ÁN\n\nVề khí thải\n\nI. MỤC TIÊU VÀ PHẠM VI\n\n1. Mục tiêu\n\n- Có 50 trạm đo.\n\n"
        "2. Phạm vi\n\nQuản lý 06 loại khí theo quy định.\n"
    )
    found = document(raw)
    assert [t.value for t in read_targets(found.text, found.part)] == [50.0]


def test_a_line_that_is_a_goal_says_so_wherever_it_stands(document) -> None:
    raw = (
        "ĐỀ ÁN\n\nVề khí thải\n\nI. MỤC TIÊU\n\n- Có 50 trạm đo.\n\nII. NỘI DUNG\n\n"
        "a) Giảm phát thải đến năm 2030\n\n- Lĩnh vực năng lượng\n\nMục tiêu giảm phát thải so với năm 2005: 8%\n\n"
        "Mục tiêu của hoạt động này: phát triển giao thông công cộng ở 3 đô thị lớn và giảm ùn tắc; xây dựng bến xe.\n"
    )
    found = document(raw)
    assert [(t.value, t.deadline) for t in read_targets(found.text, found.part)][1:] == [(8.0, "2030")]


def test_the_year_that_opens_a_paragraph_holds_for_its_sentences(goals: Goals) -> None:
    found = goals("Đến năm 2030, tổng lượng phát thải giảm 40%. Trong đó: Lĩnh vực chất thải giảm 60,5%.")
    assert [(t.value, t.deadline) for t in found] == [(40, "2030"), (60.5, "2030")]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Lĩnh vực năng lượng giảm 30%, lượng phát thải không vượt quá 450 triệu tấn CO2tđ.", [30, 450e6]),
        ("Lâm nghiệp giảm 70% lượng phát thải và tăng 20% lượng hấp thụ.", [70, 20]),
        ("Độ che phủ rừng lên 42% và diện tích rừng trồng đạt 4,5 triệu ha.", [42, 4.5e6]),
        ("Tăng độ che phủ lên 45%, góp phần thực hiện mục tiêu quốc gia đến năm 2030 giảm 8% phát thải.", [45, 8]),
        ("Giảm 30% phát thải, tương đương 450 triệu tấn CO2tđ.", [30]),
    ],
)
def test_a_new_measure_has_its_own_figure(goals: Goals, sentence: str, figures: list[float]) -> None:
    assert [target.value for target in goals(sentence)] == [pytest.approx(value) for value in figures]


def test_carbon_dioxide_is_part_of_a_unit(goals: Goals) -> None:
    (found,) = goals("Lượng phát thải không vượt quá 64 triệu tấn CO2 tương đương.")
    assert (found.unit, found.comparator) == ("tấn CO2 tương đương", "lte")


@pytest.mark.parametrize(
    ("point", "values"),
    [
        ("Sở Y tế mở 12 điểm tiêm, phấn đấu tiêm cho 90% trẻ em, giảm 30% số ca mắc.", [90, 30]),
        ("Sở Y tế mở 12 điểm tiêm cho 90% trẻ em.", []),
        ("Sở Y tế phấn đấu hoàn thành sớm; kinh phí gồm 30% ngân sách tỉnh.", []),
    ],
)
def test_a_directive_strives_for_some_of_its_figures(document, point: str, values: list[float]) -> None:
    found = document(f"CHỈ THỊ\n\nVề tiêm chủng\n\nUBND tỉnh chỉ thị:\n\n1. {point}\n\n2. Các sở phối hợp.\n")
    assert [target.value for target in read_targets(found.text, found.part)] == values


def test_an_article_may_announce_the_goals_below_it(document) -> None:
    raw = (
        "NGHỊ QUYẾT\n\nVề kế hoạch năm 2020\n\nQUYẾT NGHỊ:\n\nĐiều 1. Thông qua kế hoạch với các chỉ tiêu chủ yếu:\n\n"
        "1. Thu ngân sách đạt 2.400 tỷ đồng.\n\nĐiều 2. Bố trí 3 tỷ đồng.\n"
    )
    found = document(raw)
    assert [target.value for target in read_targets(found.text, found.part)] == [2400000000000]


@pytest.mark.parametrize(
    ("sentence", "per", "recurrence"),
    [
        ("Mỗi năm kết nạp từ 140 đảng viên trở lên.", "năm", "hang-nam"),
        ("Mỗi xã có ít nhất 2 mô hình.", "xã", ""),
        ("Mỗi huyện, thành phố có ít nhất 02 trạm.", "huyện", ""),
        ("Từng bước kiểm soát, đạt trên 90% số hộ.", "", ""),
    ],
)
def test_what_each_value_applies_to(goals: Goals, sentence: str, per: str, recurrence: str) -> None:
    (found,) = goals(sentence)
    assert (found.per.lower(), found.recurrence) == (per, recurrence)
