"""What a paragraph tells bodies that it names itself."""

import pytest

from kgbuild.mentions.prose.duties import introduce_bodies, read_duties

LETTER = """UBND TỈNH HẢI DƯƠNG

SỞ Y TẾ

Số: 12/SYT-NV

V/v tiêm chủng

Hải Dương, ngày 10 tháng 8 năm 2021

Kính gửi: Các đơn vị.

{order}

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def told(document):
    """List who is told something in a letter of one paragraph."""

    def read(order: str) -> list[str]:
        found = document(LETTER.format(order=order), "hai-duong")
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [role.agent.record or role.agent.group for task in tasks for role in task.roles]

    return read


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        # members of a list that no table knows are passed over, not the list behind them
        (
            "Sở Y tế đề nghị Sở Tài chính; chủ các điểm tiêm ngoài công lập; Công an tỉnh tổ chức tiêm chủng.",
            ["prov:stc", "prov:cong-an"],
        ),
        (
            "Sở Y tế đề nghị Sở Tài chính; chủ đầu tư các điểm tiêm và Công an tỉnh tổ chức tiêm chủng.",
            ["prov:stc", "prov:cong-an"],
        ),
        # what follows the mark is the duty of another sentence, no member
        ("Sở Y tế đề nghị Sở Tài chính bố trí kinh phí; chủ trì họp và Công an tỉnh dự.", ["prov:stc"]),
    ],
)
def test_a_list_goes_on_behind_those_nobody_knows(told, order: str, bodies: list[str]) -> None:
    assert told(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        # a subject that answers for something needs no other word, and the next clause goes on from it
        (
            "Sở Tài chính có trách nhiệm bố trí kinh phí; Công an tỉnh tổ chức vận chuyển.",
            ["prov:stc", "prov:cong-an"],
        ),
        ("Sở Tài chính tổ chức hội nghị vào tháng 3.", []),
        ("Theo Luật Giá, Sở Tài chính có trách nhiệm thẩm định giá.", []),
    ],
)
def test_whoever_answers_for_something_is_told(told, order: str, bodies: list[str]) -> None:
    assert told(order) == bodies


NOTICE = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG

Số: 12/TB-UBND

Hải Dương, ngày 10 tháng 8 năm 2021

THÔNG BÁO

Về việc nghỉ lễ

Ủy ban nhân dân tỉnh đề nghị Sở Y tế bố trí trực.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.
"""


def test_a_notice_without_points_tells_as_a_letter_does(document) -> None:
    found = document(NOTICE, "hai-duong")
    (task,) = read_duties(found.text, found.part, found.agencies, set())
    assert [role.agent.record for role in task.roles] == ["prov:syt"]


@pytest.mark.parametrize(
    ("address", "polite", "body"),
    [
        ("Kính gửi: Sở Tài chính", "quý Sở", "prov:stc"),
        ("Kính gửi: Sở Tài chính", "Quý cơ quan, đơn vị", "prov:stc"),
        ("Kính gửi:\n- Sở Tài chính;\n- Công an tỉnh.", "quý cơ quan, đơn vị", "co-quan-don-vi"),
    ],
)
def test_a_polite_noun_means_the_one_addressed(document, address: str, polite: str, body: str) -> None:
    letter = LETTER.replace("Kính gửi: Các đơn vị.", address)
    found = document(letter.format(order=f"Sở Y tế đề nghị {polite} bố trí kinh phí tiêm chủng."), "hai-duong")
    introduce_bodies(found.text, found.part, found.agencies)
    tasks = read_duties(found.text, found.part, found.agencies, set())
    assert [role.agent.record or role.agent.group for task in tasks for role in task.roles] == [body]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # each order has its own words, and behind a semicolon the next body may be told without a cue
        (
            "Giao Sở Tài chính bố trí kinh phí. Giao Sở Xây dựng thẩm định thiết kế; Công an tỉnh bảo đảm an ninh.",
            [("prov:stc", "bố trí kinh"), ("prov:sxd", "thẩm định thiết"), ("prov:cong-an", "bảo đảm an")],
        ),
        # bodies with nothing between them share one duty
        (
            "Yêu cầu Sở Tài chính, đề nghị Công an tỉnh tổ chức kiểm tra chợ.",
            [("prov:stc", "tổ chức kiểm"), ("prov:cong-an", "tổ chức kiểm")],
        ),
        # what a body is to ask of another is a word of its order
        (
            "Giao Sở Tài chính lập dự toán, đề nghị Ủy ban nhân dân tỉnh phê duyệt kinh phí.",
            [("prov:stc", "lập dự toán,")],
        ),
        # the unit of a ministry, with the ministry in brackets
        (
            "Đề nghị Cục Quản lý công sản (Bộ Tài chính) hướng dẫn xử lý tài sản.",
            [("?Cục Quản lý công sản", "hướng dẫn xử")],
        ),
        # a board is told, no morning meeting
        ("Giao Ban Tuyên giáo Tỉnh ủy tổ chức họp báo.", [("prov:btg", "tổ chức họp")]),
        ("Sở Y tế yêu cầu thực hiện kết luận giao ban Sở Tài chính tổ chức tháng trước.", []),
        ("Yêu cầu ban quản lý khu kinh tế tổ chức họp báo.", [("prov:bql-kkt", "tổ chức họp")]),
        # a body on no table too, where nothing before the mark could be of one list with it
        (
            "Giao Sở Tài chính bố trí kinh phí; Trạm Khuyến nông huyện tổ chức tập huấn.",
            [("prov:stc", "bố trí kinh"), ("?Trạm Khuyến nông huyện", "tổ chức tập")],
        ),
        (
            "Giao Sở Tài chính phối hợp với Công an tỉnh; Trạm Khuyến nông huyện tổ chức tập huấn.",
            [
                ("prov:stc", "phối hợp với"),
                ("prov:cong-an", "phối hợp với"),
                ("?Trạm Khuyến nông huyện", "phối hợp với"),
            ],
        ),
        # what closes a letter of one paragraph hides nobody before it
        (
            "Giao Sở Xây dựng thẩm định thiết kế. Sở Tài chính có trách nhiệm bố trí kinh phí. Trong quá trình "
            "thực hiện nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về Sở Y tế.",
            [("prov:sxd", "thẩm định thiết"), ("prov:stc", "có trách nhiệm")],
        ),
        # what was handed out before orders nothing now
        (
            "Sở Tài chính có trách nhiệm phân bổ kinh phí cho các nhiệm vụ do Ủy ban nhân dân tỉnh giao cho các sở; "
            "Ủy ban nhân dân cấp xã bố trí kinh phí.",
            [("prov:stc", "có trách nhiệm"), ("?Ủy ban nhân dân các xã, phường, đặc khu", "bố trí kinh")],
        ),
        ("Do thời gian gấp, giao Sở Tài chính bố trí kinh phí.", [("prov:stc", "bố trí kinh")]),
        # the mass organisations that are members of the Front
        (
            "Đề nghị Sở Nội vụ và các tổ chức chính trị - xã hội thành viên tuyên truyền, vận động hội viên.",
            [("prov:snv", "tuyên truyền, vận"), ("?Các đoàn thể", "tuyên truyền, vận")],
        ),
        # one leads, the next helps
        (
            "Giao Sở Tài chính chủ trì, Sở Xây dựng phối hợp lập dự toán.",
            [("prov:stc", "chủ trì, Sở"), ("prov:sxd", "chủ trì, Sở")],
        ),
    ],
)
def test_each_order_of_a_paragraph(document, order: str, expected: list[tuple[str, str]]) -> None:
    found = document(LETTER.format(order=order), "hai-duong")
    tasks = read_duties(found.text, found.part, found.agencies, set())
    told = {
        (role.agent.record or f"?{role.agent.name}", " ".join(found.words(task.title).split()[:3])): None
        for task in tasks
        for role in task.roles
    }
    assert list(told) == expected


def test_a_letter_of_the_centre_to_one_province_need_not_name_it_again(document) -> None:
    letter = LETTER.replace("UBND TỈNH HẢI DƯƠNG\n\nSỞ Y TẾ", "BỘ Y TẾ").replace("Các đơn vị", "UBND tỉnh Hải Dương")
    found = document(letter.format(order="Bộ Y tế đề nghị Ủy ban nhân dân tỉnh bố trí kinh phí."), "")
    introduce_bodies(found.text, found.part, found.agencies)
    (task,) = read_duties(found.text, found.part, found.agencies, set())
    assert [(role.agent.record, role.agent.area) for role in task.roles] == [("prov:ubnd", "hai-duong")]


MEASURES = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG

Số: 12/TB-UBND

Hải Dương, ngày 10 tháng 8 năm 2021

THÔNG BÁO

Kết luận cuộc họp về tiêm chủng

1. Về nhiệm vụ thời gian tới:

- {measure}

2. Về kinh phí: Thống nhất.
"""


@pytest.mark.parametrize(
    ("measure", "bodies"),
    [
        ("Thống nhất mua tủ lạnh. Giao Sở Y tế tổng hợp nhu cầu.", ["prov:syt"]),
        ("Rà soát việc được tỉnh giao Sở Y tế tổng hợp nhu cầu.", []),
    ],
)
def test_an_order_among_measures_opens_its_sentence(document, measure: str, bodies: list[str]) -> None:
    found = document(MEASURES.format(measure=measure), "hai-duong")
    tasks = read_duties(found.text, found.part, found.agencies, set())
    assert [role.agent.record for task in tasks for role in task.roles] == bodies


def test_what_is_only_sent_along_is_no_duty(told) -> None:
    assert told("Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n\nSở Y tế gửi danh mục vắc xin để tham khảo.") == []
    assert told("Chủ tịch Ủy ban nhân dân tỉnh có ý kiến như sau:\n\nSở Y tế gửi báo cáo trước ngày 15/8.") == [
        "prov:syt"
    ]


def test_the_last_point_names_who_received_the_directive(document) -> None:
    raw = "CHỈ THỊ\n\nVề tiêm chủng\n\nUBND tỉnh yêu cầu:\n\n1. Sở Y tế mở chiến dịch.\n\n2. {last}\n"
    bodies = []
    for last in (
        "Sau khi nhận được Chỉ thị này, các sở, UBND các huyện gửi kế hoạch về Sở Y tế.",
        "Sau khi kết thúc chiến dịch, các sở gửi kế hoạch về Sở Y tế.",
    ):
        found = document(raw.format(last=last), "hai-duong")
        tasks = list(read_duties(found.text, found.part, found.agencies, set()))
        bodies.append([role.agent.record or role.agent.group for task in tasks for role in task.roles])
    assert bodies == [["prov:syt", "so-ban-nganh", "cap-huyen"], ["prov:syt", "so-ban-nganh"]]


def test_an_article_on_a_ground_tells_its_subject(document) -> None:
    raw = "QUYẾT ĐỊNH\n\nVề tiêm chủng\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Kế hoạch.\n\nĐiều 2. {article}\n"
    bodies = []
    for article in (
        "Căn cứ Kế hoạch được duyệt, Sở Y tế tổ chức tiêm chủng.",
        "Căn cứ kế hoạch của Sở Tài chính, Sở Y tế tổ chức tiêm chủng.",
        "Trong năm 2021, Sở Y tế tổ chức tiêm chủng.",
    ):
        found = document(raw.format(article=article), "hai-duong")
        tasks = list(read_duties(found.text, found.part, found.agencies, set()))
        bodies.append([role.agent.record for task in tasks for role in task.roles])
    assert bodies == [["prov:syt"], [], []]


def test_an_article_on_its_effect_may_tell_who_watches_over_it(document) -> None:
    raw = "QUYẾT ĐỊNH\n\nVề tiêm chủng\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Kế hoạch.\n\nĐiều 2. {article}\n"
    bodies = []
    for article in (
        "Quyết định này có hiệu lực từ ngày ký. Sở Y tế chịu trách nhiệm đôn đốc, kiểm tra việc tiêm chủng.",
        "Quyết định này có hiệu lực từ ngày ký. Sở Y tế chịu trách nhiệm thi hành Quyết định này.",
        "Quyết định này có hiệu lực từ ngày Sở Y tế công bố.",
    ):
        found = document(raw.format(article=article), "hai-duong")
        tasks = list(read_duties(found.text, found.part, found.agencies, set()))
        bodies.append({role.agent.record for task in tasks for role in task.roles})
    assert bodies == [{"prov:syt"}, set(), set()]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Giao nhiệm vụ cho Sở Tài chính bố trí kinh phí tiêm chủng.", ["prov:stc"]),
        ("Giao nhiệm vụ Công an tỉnh tổ chức tiêm chủng.", ["prov:cong-an"]),
        ("Giao Sở Tài chính chỉnh sửa dự toán tiêm chủng.", ["prov:stc"]),
        ("Hoàn thiện cơ chế giao nhiệm vụ cho Sở Tài chính bố trí kinh phí.", []),
        ("Sở Y tế đề nghị Ủy ban nhân dân tỉnh thành lập Đoàn kiểm tra tiêm chủng.", ["prov:ubnd"]),
    ],
)
def test_a_mission_is_given(told, order: str, bodies: list[str]) -> None:
    assert told(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        # an order that is only spoken of tells nobody
        ("Tỉnh làm việc với Bộ Xây dựng về việc giao Ủy ban nhân dân tỉnh Điện Biên là cơ quan chủ quản dự án.", []),
        ("Sau khi có ý kiến về việc đề nghị Sở Tài chính bố trí kinh phí, Tỉnh thực hiện theo quy định.", []),
        ("Đồng ý về việc giao Sở Tài chính làm chủ đầu tư dự án.", ["prov:stc"]),
        ("Về việc bố trí kinh phí: Giao Sở Tài chính thẩm định dự toán.", ["prov:stc"]),
        ("Để hoàn thành công việc, giao Sở Tài chính thẩm định dự toán.", ["prov:stc"]),
        ("Sau buổi làm việc đề nghị Sở Tài chính thẩm định dự toán.", ["prov:stc"]),
    ],
)
def test_an_order_that_is_only_spoken_of(told, order: str, bodies: list[str]) -> None:
    assert told(order) == bodies
