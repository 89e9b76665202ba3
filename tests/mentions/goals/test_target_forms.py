"""Forms of goals beside the plain ones: ranges, ranks, shares, years of sentences; goals in articles and news."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.goals.targets import read_targets
from kgbuild.model.mentions import TargetMention

Told = tuple[float, str, str, str]


def _told(found: list[TargetMention]) -> list[Told]:
    return [(t.value, t.unit, t.comparator, t.deadline) for t in found]


@pytest.fixture(scope="module")
def goals(document) -> Callable[[str], list[Told]]:
    """Read the targets of one goal of a plan up to 2030."""

    def read(sentence: str) -> list[Told]:
        found = document(f"KẾ HOẠCH\n\nPhát triển y tế\n\nI. MỤC TIÊU ĐẾN NĂM 2030\n\n1. {sentence}\n\n2. Giữ vững.\n")
        return _told(list(read_targets(found.text, found.part)))

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thu nhập bình quân khoảng 4.700 - 5.000 USD.", [(4700, "USD", "gte", "2030")]),
        ("Thu nhập bình quân đạt 8.300-8.500 USD.", [(8300, "USD", "gte", "2030")]),
        ("Đón 22 - 23 triệu lượt khách.", [(22e6, "lượt khách", "gte", "2030")]),
        ("Hình thành ít nhất 01 hoặc 02 mô hình.", [(1, "mô hình", "gte", "2030")]),
        ("Có 20.000 ngôi nhà thuộc các hộ nghèo đạt chuẩn.", [(20000, "ngôi nhà", "eq", "2030")]),
        ("Có 150 trường an toàn vào năm 2025 và 200 vào năm 2030.", [(150, "trường an toàn", "eq", "2025")]),
        ("Tối thiểu có 5 bệnh viện ngang tầm khu vực.", [(5, "bệnh viện ngang tầm", "gte", "2030")]),
        ("Thuộc nhóm 15 tỉnh dẫn đầu cả nước.", [(15, "tỉnh dẫn đầu cả", "lte", "2030")]),
        ("Nằm trong top 10 cả nước về chỉ số hài lòng.", [(10, "thứ hạng", "lte", "2030")]),
        ("Chỉ số hài lòng đứng thứ 5 trong vùng.", [(5, "thứ hạng", "eq", "2030")]),
        ("Chỉ số phát triển con người duy trì trên 0,75.", [(0.75, "", "gt", "2030")]),
        ("Tuổi thọ trung bình đạt khoảng 75 tuổi.", [(75, "tuổi", "approx", "2030")]),
        (
            "Chi nghiên cứu đạt 2% GRDP, trong đó từ xã hội chiếm hơn 60%.",
            [(2, "%", "eq", "2030"), (60, "%", "gt", "2030")],
        ),
        ("Dùng nước sạch ở thành thị là 98%, nông thôn là 90%.", [(98, "%", "eq", "2030"), (90, "%", "eq", "2030")]),
        (
            "Tăng trưởng đạt 8%, quy mô GRDP năm 2026 đạt khoảng trên 500 tỷ đồng.",
            [(8, "%", "eq", "2030"), (5e11, "đồng", "gt", "2026")],
        ),
        ("Tăng trưởng giai đoạn 2021-2025 đạt khoảng 7% - 8%.", [(7, "%", "gte", "2025")]),
        (
            "Thu gom 95% chất thải rắn đô thị, 90% chất thải rắn nông thôn.",
            [(95, "%", "eq", "2030"), (90, "%", "eq", "2030")],
        ),
        ("Giảm 30% số vụ cháy (giảm 20% so với giai đoạn 2021 - 2025).", [(30, "%", "eq", "2030")]),
        ("Giảm 30% số vụ cháy so với năm 2020 vào năm 2027.", [(30, "%", "eq", "2027")]),
        ("Nồng độ bụi PM2.5 đạt dưới 25 μg/m3.", [(25, "μg/m3", "lt", "2030")]),
        ("Số giường bệnh đạt 35 giường/10.000 dân.", [(35, "giường", "eq", "2030")]),
        ("Tỷ suất tử vong mẹ giảm xuống dưới 42/100.000 trẻ đẻ sống.", [(42, "", "lt", "2030")]),
        (
            "Về xã hội: Đến năm 2027, tỷ lệ hộ nghèo dưới 4%; có 10 bác sĩ và 30 giường bệnh/1 vạn dân.",
            [(4, "%", "lt", "2027"), (10, "bác sĩ", "eq", "2027"), (30, "giường bệnh", "eq", "2027")],
        ),
        # ten thousands; what a rate is of is no count
        ("Tạo việc làm mới cho 2,5 vạn lao động.", [(25000, "lao động", "eq", "2030")]),
        ("Bình quân 1 vạn dân có 10 bác sĩ.", [(10, "bác sĩ", "eq", "2030")]),
        ("Số bác sĩ trên 1 vạn dân đạt khoảng 15,3 bác sĩ.", [(15.3, "bác sĩ", "approx", "2030")]),
        # units with a power of their own
        ("Nồng độ bụi không vượt quá 35 μg/m3.", [(35, "μg/m3", "lte", "2030")]),
        ("Công suất đạt 35.000 m3/ngày đêm.", [(35000, "m3/ngày đêm", "eq", "2030")]),
        ("Thu nhập tăng ít nhất 1,8 lần so với hiện nay.", [(1.8, "lần", "gte", "2030")]),
        # the rate of another place is a target of its own, what stands beside one rate is not
        (
            "Thu gom chất thải đạt 95% ở khu vực đô thị, 90% ở khu vực nông thôn.",
            [(95, "%", "eq", "2030"), (90, "%", "eq", "2030")],
        ),
        ("Thu gom chất thải đạt 95% ở đô thị, miền núi.", [(95, "%", "eq", "2030")]),
        (
            "Giảm nghèo 0,58%, nâng thu nhập bình quân lên 74,2 triệu đồng và giữ vững 100% trường đạt chuẩn.",
            [(0.58, "%", "eq", "2030"), (74.2e6, "đồng", "eq", "2030"), (100, "%", "eq", "2030")],
        ),
        # a bare year behind "đến", not a number that looks like one
        ("Đến 2045, 100% cơ sở đạt tiêu chuẩn xanh.", [(100, "%", "eq", "2045")]),
        (
            "100% cơ sở đạt tiêu chuẩn, phục vụ đến 2045 hộ dân.",
            [(100, "%", "eq", "2030")],
        ),
    ],
)
def test_forms_of_figures(goals: Callable[[str], list[Told]], sentence: str, expected: list[Told]) -> None:
    assert goals(sentence) == [(pytest.approx(v), u, c, d) for v, u, c, d in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Chiến lược 10 năm 2021 - 2030.",
        "Bảo vệ trẻ em dưới 6 tuổi.",
        "Kiểm soát bệnh truyền nhiễm nhóm 2.",
        "Áp dụng chỉ số số 5 của bộ tiêu chí.",
    ],
)
def test_no_target(goals: Callable[[str], list[Told]], sentence: str) -> None:
    assert goals(sentence) == []


@pytest.fixture(scope="module")
def read(document) -> Callable[[str], list[Told]]:
    def of(text: str) -> list[Told]:
        found = document(text)
        return _told(list(read_targets(found.text, found.part)))

    return of


_RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH LONG AN

NGHỊ QUYẾT
Về {subject}

QUYẾT NGHỊ:

Điều 1. {heading}

{goals}

Điều 2. Tổ chức thực hiện

Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.
"""


@pytest.mark.parametrize(
    ("subject", "heading", "goals", "expected"),
    [
        (
            "kế hoạch phát triển kinh tế - xã hội năm 2026 với mục tiêu tăng trưởng 8%",
            "Mục tiêu, chỉ tiêu",
            "a) Các chỉ tiêu chủ yếu:\n\n- GRDP tăng 8% trở lên.\n\n- Thành lập mới 900 doanh nghiệp.",
            [(8, "%", "gte", "2026"), (900, "doanh nghiệp", "eq", "2026")],
        ),
        ("chủ trương đầu tư Dự án cầu Rạch Dừa", "Mục tiêu", "- Xây dựng cầu dài 300 m.", []),
        ("một số chế độ chi", "Mức chi", "a) Hội thảo: 500.000 đồng.", []),
        ("giao biên chế năm 2026", "Chỉ tiêu biên chế", "- 900 người làm việc.", []),
    ],
)
def test_goals_in_articles(
    read: Callable[[str], list[Told]], subject: str, heading: str, goals: str, expected: list[Told]
) -> None:
    assert read(_RESOLUTION.format(subject=subject, heading=heading, goals=goals)) == expected


def test_lead_in_gives_the_year_of_paragraphs_below(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ X\n\n"
        "I- Thông qua mục tiêu, phương hướng đến năm 2045:\n\nMục tiêu cụ thể:\n\n"
        "- Đến năm 2045, kỷ niệm 100 năm thành lập nước: là tỉnh phát triển.\n\n"
        "Định hướng các chỉ tiêu chủ yếu về phát triển kinh tế - xã hội 5 năm 2021 - 2025:\n\n"
        "Về kinh tế: Thu nhập bình quân đạt 3.000 USD.\n\n"
        "Về xã hội: Tỉ lệ hộ nghèo dưới 2%.\n\nII- Thông qua báo cáo.\n"
    )
    assert found == [(3000, "USD", "eq", "2025"), (2, "%", "lt", "2025")]


def test_duty_of_a_directive_goes_on_behind_semicolons(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n\nCHỈ THỊ\nVề xây dựng kế hoạch 5 năm 2026 - 2030\n\n"
        "I. Nội dung kế hoạch 5 năm 2026 - 2030\n\n1. Nhiệm vụ chủ yếu:\n\n"
        "a) Phấn đấu GRDP bình quân tăng 9%; tỷ lệ huy động vào ngân sách: 10-10,5%; 50% trường đạt chuẩn; "
        "mua 3 xe cứu thương; hỗ trợ 50% học phí.\n"
    )
    assert found == [(9, "%", "eq", "2030"), (10, "%", "gte", "2030"), (50, "%", "eq", "2030")]


def test_a_year_that_only_ends_a_clause_is_its_own(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "Đại hội Đảng bộ xã\n\nĐại hội thông qua các chỉ tiêu nhiệm kỳ.\n\n"
        "Phấn đấu đến năm 2025 thu nhập bình quân đạt 70 triệu đồng; đạt 12 tiêu chí nâng cao vào cuối năm 2022; tỷ lệ "
        "hộ nghèo dưới 4%.\n"
    )
    assert found == [(7e7, "đồng", "eq", "2025"), (12, "tiêu chí nâng cao", "eq", "2022"), (4, "%", "lt", "2025")]


def test_goals_set_in_a_report(read: Callable[[str], list[Told]]) -> None:
    found = read(
        "Chính phủ họp với các địa phương\n\nSáng 28/12, Chính phủ họp trực tuyến với các địa phương tại Hà Nội.\n\n"
        "Chính phủ đặt ra 12 chỉ tiêu cụ thể cho năm 2021, trong đó: GDP tăng khoảng 6%; tỷ lệ che phủ rừng 42%.\n\n"
        "Năm trước, tỉnh đã hoàn thành vượt mức và đặt chỉ tiêu thu 5%.\n"
    )
    assert found == [(6, "%", "approx", "2021"), (42, "%", "eq", "2021")]


def _report(read: Callable[[str], list[Told]], paragraph: str) -> list[Told]:
    opening = "Sáng 28/12, Ủy ban nhân dân tỉnh họp phiên thường kỳ tại hội trường lớn."
    return read(f"Tỉnh họp phiên thường kỳ tháng 12\n\n{opening}\n\n{paragraph}\n\nVăn Nam\n")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Phấn đấu đến năm 2025, tỉnh đón 5 triệu lượt khách, trong đó khách quốc tế 300.000 lượt; năm 2030 đón "
            "9 triệu lượt khách, tốc độ tăng 12-14%/năm. Tổng thu năm 2025 đạt 31 ngàn tỷ đồng.",
            [
                (5e6, "lượt khách", "eq", "2025"),
                (3e5, "lượt", "eq", "2025"),
                (9e6, "lượt khách", "eq", "2030"),
                (12, "%", "gte", "2030"),
                (31e12, "đồng", "eq", "2025"),
            ],
        ),
        ("Mục tiêu đến năm 2025, tỉnh sẽ đón 2 triệu lượt khách.", [(2e6, "lượt khách", "eq", "2025")]),
        ("Theo đó, đến năm 2030, tổng thu đạt 30.000 tỷ đồng.", [(3e13, "đồng", "eq", "2030")]),
        ("Ngành sẽ tạo việc làm cho 38 ngàn lao động vào năm 2025.", [(38e3, "lao động", "eq", "2025")]),
        (
            "Phấn đấu từ năm 2021 đến 2024 trồng 7 triệu cây phân tán.",
            [(7e6, "cây phân tán", "eq", "2024")],
        ),
        ("Phấn đấu hộ nghèo có việc làm; tỷ lệ trẻ em đi học đạt 90%.", [(90, "%", "eq", "")]),
        ("Tỉnh phấn đấu hoàn thành sớm Chương trình trồng 1 tỷ cây xanh.", []),
        # a count that tells whose rate is meant is none itself; rates in thousandths part as percentages do
        (
            "Phấn đấu đến năm 2025 tỷ suất chết trẻ em dưới 1 tuổi xuống còn 14‰, tỷ suất chết trẻ em dưới 5 tuổi "
            "xuống còn 19,3‰, tỷ lệ phụ nữ đẻ được khám thai ít nhất 3 lần vào 3 thai kỳ đạt 80%. Đến năm 2025, tỷ lệ "
            "phá thai giảm 20% so với năm 2020.",
            [(14, "‰", "eq", "2025"), (19.3, "‰", "eq", "2025"), (80, "%", "eq", "2025"), (20, "%", "eq", "2025")],
        ),
        (
            "Phấn đấu tỷ lệ sinh đạt 2 con/phụ nữ, bảo hiểm y tế đạt 95%.",
            [(2, "con/phụ nữ", "eq", ""), (95, "%", "eq", "")],
        ),
        ("Đến năm 2020, tỉnh có 100 xã đạt chuẩn.", []),
        ("Mục tiêu đến năm 2020 đã hoàn thành với 100 xã đạt chuẩn.", []),
    ],
)
def test_goals_in_news(read: Callable[[str], list[Told]], paragraph: str, expected: list[Told]) -> None:
    assert _report(read, paragraph) == expected


def test_a_short_line_leads_in_the_goals_of_a_list(document) -> None:
    def told(line: str) -> list[Told]:
        raw = (
            "Nghị quyết về kế hoạch phát triển kinh tế - xã hội\n\nNgày 9/12/2022, HĐND tỉnh ban hành Nghị quyết số "
            f"11/NQ-HĐND về kế hoạch phát triển kinh tế - xã hội năm 2023.\n{line}\n1. Về kinh tế:\n"
            "- Tổng sản phẩm bình quân đầu người đạt từ 63 triệu đồng trở lên.\n"
            "2. Về xã hội:\n- Tỷ trọng lao động nông nghiệp trong tổng lao động xã hội dưới 35%.\n"
        )
        found = document(raw)
        return _told(list(read_targets(found.text, found.part)))

    assert told("Các chỉ tiêu chủ yếu:") == [(63e6, "đồng", "gte", ""), (35, "%", "lt", "")]
    assert told("Các chỉ tiêu đã đạt:") == told("Nội dung chính:") == []


def test_results_are_what_was_reached_not_what_it_is_compared_with(document) -> None:
    found = document(
        "Tỉnh họp phiên thường kỳ tháng 12\n\nSáng 28/12, Ủy ban nhân dân tỉnh họp phiên thường kỳ.\n\n"
        "Năm qua, tỉnh đã đạt nhiều kết quả: GRDP đạt 8,4%, đứng thứ 13 cả nước. Thu ngân sách vượt 29.000 tỷ đồng, "
        "cao hơn chỉ tiêu 27.000 tỷ đồng. Có 5 huyện được hỗ trợ. Bán lẻ 9 tháng tăng 12% so với cùng kỳ. "
        "Năm sau sẽ đạt 9%.\n\nVăn Nam\n"
    )
    told = [(t.value, t.reported, t.deadline) for t in read_targets(found.text, found.part)]
    assert told == [(8.4, True, ""), (29e12, True, ""), (12, True, "")]


# the opening of a report, so that what follows is a paragraph of its story
_STORY = (
    "Ngày 17/12, tại trung tâm huyện, Ban Chấp hành Đảng bộ huyện tổ chức hội nghị lần thứ tư với sự tham dự của đông "
    "đảo đại biểu."
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        # beside what was planned, or was before; by how much a plan is exceeded is no bound
        (
            "Giá trị sản xuất công nghiệp đạt trên 387 tỷ đồng, tăng 12,71% so với cùng kỳ năm 2022; trồng rừng "
            "vượt 5,4% "
            "kế hoạch.",
            [(387e9, "đồng", "gt", True), (12.71, "%", "eq", True), (5.4, "%", "eq", True)],
        ),
        (
            "Tổng giá trị sản xuất 8.185 tỷ đồng, đạt 100,01% kế hoạch; tỷ lệ hộ nghèo giảm từ 29,56% xuống còn 25,3%.",
            [(8185e9, "đồng", "eq", True), (100.01, "%", "eq", True), (25.3, "%", "eq", True)],
        ),
        # a count said plainly is a result where its change stands behind it
        (
            "Quý I, tổng vốn đăng ký là 5.125 tỷ đồng, tăng 9,5% so với cùng kỳ; khu vực dịch vụ tăng trưởng 6%. "
            "Hội nghị có 300 đại biểu.",
            [(5125e9, "đồng", "eq", True), (9.5, "%", "eq", True), (6, "%", "eq", True)],
        ),
        # work that leaves a count; what is given or held is none
        ("Trong quý, toàn Đảng bộ đã kết nạp 32 đảng viên mới.", [(32, "đảng viên mới", "eq", True)]),
        ("Dịp này, huyện đã tặng 12 giấy khen và tổ chức 3 hội nghị.", []),
        # a paragraph of goals tells no results, even beside an earlier year
        (
            "Huyện phấn đấu năm 2025 giá trị sản xuất nông nghiệp đạt 3.563 tỷ đồng, tăng 4,18% so với cùng kỳ. "
            "Thu ngân "
            "sách gần 667 tỷ đồng, tăng 20,35% so với dự toán năm 2024.",
            [(3563e9, "đồng", "eq", False), (4.18, "%", "eq", False)],
        ),
        (
            "Các chỉ tiêu chủ yếu năm 2024 là: Tốc độ tăng trưởng đạt 9,5% trở lên. Trong đó, ngành nông nghiệp là "
            "3.621 tỷ đồng, tăng 8,53% so với năm 2023.",
            [(9.5, "%", "gte", False), (3621e9, "đồng", "eq", False), (8.53, "%", "eq", False)],
        ),
        # a sentence that goes on with another measure
        (
            "Phấn đấu tốc độ tăng trưởng đạt 10,5%/năm. Tỷ trọng kinh tế số đạt tối thiểu 20% GRDP. Hiện nay tỷ trọng "
            "kinh tế số đạt 12%.",
            [(10.5, "%", "eq", False), (20, "%", "gte", False)],
        ),
        (
            "Đại hội thông qua 16 chỉ tiêu. Cụ thể, thu nhập đầu người đến năm 2025 đạt 70 triệu đồng; tỷ lệ "
            "bảo hiểm y "
            "tế đạt 100%.",
            [(70e6, "đồng", "eq", False), (100, "%", "eq", False)],
        ),
        (
            "Nhiệm vụ trọng tâm được huyện đặt ra trong năm 2021 là thu nhập bình quân đạt trên 29 triệu đồng; "
            "trồng mới "
            "500 ha rừng.",
            [(29e6, "đồng", "gt", False), (500, "ha rừng", "eq", False)],
        ),
    ],
)
def test_reports_compare_results_with_plans_and_go_on_with_goals(
    document, paragraph: str, expected: list[tuple[float, str, str, bool]]
) -> None:
    found = document(f"Huyện tổng kết công tác năm\n\n{_STORY}\n\n{paragraph}\n")
    read = [(t.value, t.unit, t.comparator, t.reported) for t in read_targets(found.text, found.part)]
    assert [(pytest.approx(value), *rest) for value, *rest in read] == expected


def test_an_official_report_tells_results_and_goals(document) -> None:
    found = document(
        "BÁO CÁO\n\nKết quả giảm nghèo năm 2023, phương hướng năm 2024\n\nI. KẾT QUẢ THỰC HIỆN\n\n"
        "1. Chỉ đạo\n\nUBND tỉnh đã ban hành 12 văn bản.\n\n2. Các chỉ tiêu\n\n"
        "- Tỷ lệ hộ nghèo giảm 4,75%, vượt 0,65% so với kế hoạch.\n\n- Giải quyết việc làm cho 17.250 lao động.\n\n"
        "- Đã hỗ trợ 1.236 nhà ở; 98,2% dân số tham gia bảo hiểm y tế.\n\n"
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n1. Mục tiêu\n\n- Giảm tỷ lệ hộ nghèo trên 4%.\n\n"
        "2. Nhiệm vụ\n\n- Hỗ trợ 300 hộ; vốn đạt 20 tỷ đồng.\n\n- Phấn đấu 90% hộ được vay vốn.\n"
    )
    assert [(t.value, t.reported) for t in read_targets(found.text, found.part)] == [
        (4.75, True),
        (0.65, True),
        (17250, True),
        (1236, True),
        (98.2, True),
        (4, False),
        (90, False),
    ]


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (
            "Phấn đấu đến hết năm 2026, 100 % xã hoàn thành chỉ tiêu; tỷ lệ lao động tham gia bảo hiểm đạt ít "
            "nhất 38,5%.",
            [(100, "%", "eq", "2026"), (38.5, "%", "gte", "2026")],
        ),
        ("Đến năm 2030 có từ 65% lực lượng lao động trở lên tham gia.", [(65, "%", "gte", "2030")]),
        # what was, shares of money and time limits
        ("Đến năm 2024 có 60% lao động tham gia.", []),
        ("Bố trí ngân sách hỗ trợ thêm 20% mức đóng; rút ngắn xuống còn 3 ngày.", []),
        ("Đến năm 2030 hỗ trợ 50% lãi suất.", []),
    ],
)
def test_points_of_a_conclusion_strive(document, point: str, expected: list[Told]) -> None:
    found = document(
        "Quảng Trị, ngày 06 tháng 02 năm 2026\n\nKẾT LUẬN\n\nvề bảo hiểm\n\nBan Thường vụ kết luận:\n\n"
        f"1. {point}\n\n2. Văn phòng theo dõi.\n"
    )
    assert _told(list(read_targets(found.text, found.part))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # who is counted, and what a rate is of, is no figure to be reached
        ("Số giường bệnh trên 1 vạn dân: 33,5 giường.", [(33.5, "giường", "eq", "2030")]),
        ("Tỷ lệ số xã đạt dưới 10 tiêu chí còn khoảng 25%.", [(25, "%", "approx", "2030")]),
        ("Đạt trên 95 giường.", [(95, "giường", "gt", "2030")]),
        ("Giảm tỷ lệ hộ nghèo 1 điểm %.", [(1, "điểm %", "eq", "2030")]),
        (
            "100% trường học ở đô thị dạy bơi, tối thiểu 80% học phí được trả qua tài khoản.",
            [(100, "%", "eq", "2030"), (80, "%", "gte", "2030")],
        ),
    ],
)
def test_what_is_counted_is_not_what_is_reached(goals, sentence: str, expected: list[Told]) -> None:
    assert goals(sentence) == expected


def test_headings_that_count_their_goals(document) -> None:
    found = document(
        "NGHỊ QUYẾT\n\nĐại hội Đảng bộ huyện\n\nI. Về kinh tế (2 chỉ tiêu)\n\n1. Tổng sản lượng lương thực bình quân: "
        "25.000 tấn.\n\n2. Thu nhập bình quân đến năm 2025: 60 triệu đồng.\n\nII. Về nông nghiệp\n\n1. Trồng 500 ha "
        "lúa.\n"
    )
    assert _told(list(read_targets(found.text, found.part))) == [
        (25000, "tấn", "eq", ""),
        (60e6, "đồng", "eq", "2025"),
    ]


_AIMS = "Theo nghị quyết, phấn đấu tăng trưởng GDP từ 10% trở lên. GDP bình quân đầu người đạt 5.400 USD."


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Đến năm 2030, quy mô dân số theo giá hiện hành đạt 105 triệu người. Tỷ lệ thất nghiệp dưới 4%; trong đó "
            "thành thị dưới 3%.",
            [(105e6, "người", False), (4, "%", False), (3, "%", False)],
        ),
        # what tells of other things, of what is or of results, goes on with no goals
        ("Tỷ lệ thất nghiệp dưới 4%. Hội nghị có 300 đại biểu dự.", []),
        ("Tỷ lệ thất nghiệp hiện dưới 4%.", []),
        ("Tỷ lệ thất nghiệp quý I dưới 4%.", []),
        ("Tỷ lệ thất nghiệp đạt 4%, tăng 2% so với cùng kỳ.", [(4, "%", True), (2, "%", True)]),
    ],
)
def test_a_paragraph_of_measures_goes_on_with_the_goals_before_it(
    document, paragraph: str, expected: list[tuple[float, str, bool]]
) -> None:
    found = document(f"Quốc hội thông qua nghị quyết\n\n{_STORY}\n\n{_AIMS}\n\n{paragraph}\n")
    read = [(t.value, t.unit, t.reported) for t in read_targets(found.text, found.part)]
    assert read == [(10, "%", False), (5400, "USD", False), *expected]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Theo kế hoạch, mục tiêu của tỉnh đến năm 2030, số xã đạt chuẩn trên 90%, trong đó 50% số xã nâng cao.",
            [(90, "%", "2030"), (50, "%", "2030")],
        ),
        (
            "Năm 2026, phường phấn đấu thu ngân sách đạt 40,6 tỷ đồng; giải ngân phấn đấu đạt 100% kế hoạch; hộ nghèo "
            "còn 0,8%. Mỗi năm kết nạp từ 140 đảng viên trở lên.",
            [(40.6e9, "đồng", "2026"), (100, "%", "2026"), (0.8, "%", "2026"), (140, "đảng viên", "")],
        ),
        ("Một số mục tiêu quan trọng khác như 70% bà mẹ có kiến thức; 20% trẻ bú mẹ.", [(70, "%", ""), (20, "%", "")]),
        # a result's time and what a programme is called count nothing
        ("Tổng thu ngân sách 9 tháng 20,8 tỷ đồng, đạt 80,1% kế hoạch.", [(20.8e9, "đồng", ""), (80.1, "%", "")]),
        (
            "Đến nay, toàn huyện gieo trồng trên 41,8 nghìn ha cây trồng, tăng 2% so với cùng kỳ. Việc thực hiện 3 "
            "chương trình mục tiêu quốc gia chuyển biến tốt.",
            [(41800, "ha cây trồng", ""), (2, "%", "")],
        ),
        # what was approved, and what it is to reach; what was reached is none
        (
            "Thủ tướng mới đây đã phê duyệt Đề án phát triển rừng, với mục tiêu đến năm 2030, nâng tỷ lệ che phủ rừng "
            "lên 49,2%.",
            [(49.2, "%", "2030")],
        ),
        ("Thủ tướng đã phê duyệt 12 đề án, đến năm 2020 có 30 xã đạt chuẩn.", []),
        # measures that "nhiều chỉ tiêu đạt và vượt" brings in were reached; what is to come was not
        (
            "Năm 2024, 10/10 chỉ tiêu kinh tế của huyện đạt và vượt nghị quyết. Cụ thể, tổng doanh thu thương mại, "
            "dịch vụ hơn 29.900 tỷ đồng; thu ngân sách đạt 130%. 13/14 xã đạt chuẩn. Trật tự được bảo đảm.",
            [(29900e9, "đồng", ""), (130, "%", ""), (13, "xã", "")],
        ),
        ("Huyện quyết tâm để nhiều chỉ tiêu đạt và vượt nghị quyết. Thu ngân sách 900 tỷ đồng.", []),
        (
            "Tổng thu ngân sách nhà nước ước thực hiện đến ngày 31/12/2024 trên 633,1 tỷ đồng, đạt 125% kế hoạch. Tổng "
            "đàn gia súc, gia cầm hơn 15 nghìn con, tăng 7,2% so với cùng kỳ.",
            [(633.1e9, "đồng", ""), (125, "%", ""), (15000, "con", ""), (7.2, "%", "")],
        ),
        (
            "Thu nội địa đạt 2 tỷ đồng, đạt 21,7% kế hoạch, bằng 65,8% so với cùng kỳ.",
            [(2e9, "đồng", ""), (21.7, "%", ""), (65.8, "%", "")],
        ),
    ],
)
def test_forms_of_news(document, paragraph: str, expected: list[tuple[float, str, str]]) -> None:
    found = document(f"Huyện tổng kết công tác năm\n\n{_STORY}\n\n{paragraph}\n")
    read = [(t.value, t.unit, t.deadline) for t in read_targets(found.text, found.part)]
    assert [(pytest.approx(v), u, d) for v, u, d in read] == expected
