"""Duties in reported speech: what a leader asks of a body, what a body promises; one for each action."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.reports.reported import read_reported

Told = Callable[..., list[tuple[list[tuple[str, str]], str, str]]]
OPENING = (
    "Sáng 12/3, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tổ chức hội nghị tổng kết với sự tham dự của lãnh đạo "
    "tỉnh và đông đảo đại biểu."
)


@pytest.fixture(scope="module")
def told(document) -> Told:
    """List ([(role, body)], modality, first words) of the duties that the second paragraph of a report tells."""

    def read(*sentences: str) -> list[tuple[list[tuple[str, str]], str, str]]:
        filler = (
            "Hội nghị đã nghe các tham luận của đại biểu và thảo luận sôi nổi về kết quả đạt được trong năm vừa qua"
        )
        body = "\n\n".join(f"{filler}. {sentence}" for sentence in sentences)
        found = document(f"Nghệ An tổng kết công tác trồng rừng năm nay\n\n{OPENING}\n\n{body}\n", "nghe-an")
        return [
            (
                [(r.role, r.agent.record or r.agent.group or f"?{r.agent.name}") for r in task.roles],
                task.roles[0].modality,
                " ".join(found.words(task.span).split()[:3]),
            )
            for task in read_reported(found.text, found.part, found.agencies)
        ]

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Lãnh đạo tỉnh đề nghị Sở Tài chính cần bố trí đủ kinh phí trồng rừng.",
            [([("perform", "prov:stc")], "mandated", "Sở Tài chính")],
        ),
        (
            "Lãnh đạo tỉnh yêu cầu Công an tỉnh phải phối hợp với Sở Tài chính kiểm tra hiện trường.",
            [([("coordinate", "prov:cong-an"), ("coordinate", "prov:stc")], "mandated", "Công an tỉnh")],
        ),
        # people told along with a body are no part of what it is to do
        (
            "Lãnh đạo tỉnh yêu cầu Sở Tài chính và toàn thể Nhân dân thực hiện nghiêm quy định.",
            [([("perform", "prov:stc")], "mandated", "Sở Tài chính")],
        ),
        # one duty for each action
        (
            "Lãnh đạo tỉnh đề nghị Sở Tài chính cần bố trí đủ kinh phí; Đẩy mạnh thanh toán vốn cho các chủ rừng.",
            [
                ([("perform", "prov:stc")], "mandated", "Sở Tài chính"),
                ([("perform", "prov:stc")], "mandated", "Đẩy mạnh thanh"),
            ],
        ),
        # the department in focus
        (
            "Lãnh đạo tỉnh đề nghị Sở cần hoàn thành giao đất cho người dân.",
            [([("perform", "prov:snnmt")], "mandated", "Sở cần hoàn")],
        ),
        # a promise
        (
            "Thời gian tới, Sở sẽ tập trung trồng rừng gỗ lớn ở miền tây.",
            [([("perform", "prov:snnmt")], "committed", "Sở sẽ tập")],
        ),
        # an order without "cần"
        (
            "UBND tỉnh yêu cầu Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.",
            [([("lead", "prov:stc"), ("coordinate", "prov:snv")], "mandated", "Sở Tài chính")],
        ),
        (
            "UBND tỉnh giao Sở Tài chính bố trí kinh phí.",
            [([("perform", "prov:stc")], "mandated", "Sở Tài chính")],
        ),
        (
            "Ngày 08/12, UBND tỉnh có ý kiến như sau: Sở Tài chính chủ trì rà soát kinh phí; nâng cấp phần mềm.",
            [
                ([("lead", "prov:stc")], "mandated", "Sở Tài chính"),
            ],
        ),
        # each body that is ordered something
        (
            "UBND tỉnh giao Sở Tài chính bố trí kinh phí và giao Sở Nội vụ rà soát biên chế; yêu cầu Sở Y tế báo cáo.",
            [
                ([("perform", "prov:stc")], "mandated", "Sở Tài chính"),
                ([("perform", "prov:snv")], "mandated", "Sở Nội vụ"),
                ([("perform", "prov:syt"), ("report", "prov:syt")], "mandated", "Sở Y tế"),
            ],
        ),
        # nobody told, nothing to be done
        ("Lãnh đạo tỉnh giao Sở Tài chính trong năm qua.", []),
        ("Sở Nội vụ được giao Sở Tài chính quản lý.", []),
        ("Lãnh đạo tỉnh ghi nhận kết quả của Sở Tài chính.", []),
        ("Hồ sơ đề nghị Sở Tài chính thanh toán đã được duyệt.", []),
        ("Theo đề nghị Sở Tài chính cần thiết phải điều chỉnh.", []),
        ("Lãnh đạo tỉnh đề nghị hội nghị thảo luận.", []),
    ],
)
def test_what_a_report_says_is_to_be_done(told: Told, sentence: str, expected: list) -> None:
    assert told(sentence) == expected


def test_reasons_between_the_actions_are_none(told: Told) -> None:
    found = told(
        "Lãnh đạo tỉnh đề nghị Sở Tài chính cần bố trí đủ kinh phí. Bởi đây là việc cấp bách. Đẩy mạnh thanh toán vốn."
    )
    assert [words for _, _, words in found] == ["Sở Tài chính", "Đẩy mạnh thanh"]


def test_whom_to_tell_of_it_goes_with_what_was_ordered(told: Told) -> None:
    found = told("UBND tỉnh yêu cầu Sở Tài chính bố trí kinh phí. Báo cáo kết quả với UBND tỉnh. Đẩy mạnh thu thuế.")
    assert [words for _, _, words in found] == ["Sở Tài chính", "Đẩy mạnh thu"]


def test_confidence_is_lower_than_that_of_a_plan(document) -> None:
    raw = (
        f"Nghệ An tổng kết công tác trồng rừng năm nay\n\n{OPENING}\n\nLãnh đạo tỉnh đề nghị Sở Tài chính cần bố trí "
        "đủ kinh phí trồng rừng, bảo đảm thanh toán kịp thời cho các chủ rừng và người lao động tham gia trồng rừng.\n"
    )
    found = document(raw, "nghe-an")
    (task,) = read_reported(found.text, found.part, found.agencies)
    assert all(role.confidence <= 0.7 for role in task.roles)


@pytest.fixture(scope="module")
def listed(document) -> Callable[..., list[tuple[list[str], str]]]:
    """List (bodies, first words) of the duties in the paragraphs of a report."""

    def read(*paragraphs: str) -> list[tuple[list[str], str]]:
        body = "\n\n".join(paragraphs)
        found = document(f"Nghệ An tổng kết công tác trồng rừng năm nay\n\n{OPENING}\n\n{body}\n", "nghe-an")
        return [
            (
                [r.agent.record or r.agent.group for r in task.roles if r.role != "coordinate"],
                " ".join(found.words(task.title).split()[:3]),
            )
            for task in read_reported(found.text, found.part, found.agencies)
        ]

    return read


def test_clauses_that_open_with_the_next_body(listed) -> None:
    assert listed("Theo đó, UBND tỉnh giao Sở Y tế chủ trì, rà soát; Sở Tài chính cân đối, bố trí kinh phí.") == [
        (["prov:syt"], "chủ trì, rà"),
        (["prov:stc"], "cân đối, bố"),
    ]


def test_paragraphs_below_an_announcement(listed) -> None:
    assert listed(
        "UBND tỉnh giao nhiệm vụ cụ thể cho các đơn vị như sau:",
        "- Sở Y tế: Theo dõi, đôn đốc việc thực hiện.",
        "- Công an tỉnh, Sở Xây dựng bố trí lực lượng chữa cháy.",
        "Sở Nội vụ tổ chức hội nghị vào tháng sau.",
    ) == [
        (["prov:syt", "prov:syt"], "Theo dõi, đôn"),
        (["prov:cong-an", "prov:sxd"], "bố trí lực"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Trước đó, Sở Y tế phối hợp với Công an tỉnh tổ chức diễn tập.",
        "Sở Y tế phối hợp với Công an tỉnh tổ chức diễn tập.",
        "Sở Y tế đã chủ trì hội nghị.",
        "Sở Y tế có trụ sở mới.",
    ],
)
def test_what_a_body_does_of_itself_is_no_duty(listed, said: str) -> None:
    assert listed(said) == []


def test_bodies_told_behind_a_colon_and_those_of_the_next_paragraph(listed) -> None:
    assert listed(
        "Kết luận cuộc họp, lãnh đạo tỉnh yêu cầu: Ban Tuyên giáo Tỉnh ủy chủ động xây dựng kế hoạch tuyên truyền.",
        "Văn phòng Tỉnh ủy xây dựng kế hoạch bảo đảm kinh phí.",
        "Sở Nội vụ đã tổ chức hội nghị vào tháng trước.",
    ) == [(["prov:btg"], "chủ động xây"), (["prov:vptu"], "xây dựng kế")]


def test_points_below_what_bodies_are_told_to_carry_out(listed) -> None:
    assert listed(
        "UBND tỉnh yêu cầu Sở Y tế, Sở Nội vụ từ tỉnh đến cơ sở, tập trung thực hiện 02 nhiệm vụ trọng tâm sau:",
        "1. Xây dựng kế hoạch phòng, chống dịch bệnh mùa đông.",
        "2. Mùa đông năm nay đến sớm.",
    ) == [(["prov:syt", "prov:snv"], "Xây dựng kế")]


def test_what_a_document_is_said_to_state(listed) -> None:
    assert listed("Chỉ thị nêu rõ, Sở Y tế chủ động xây dựng kế hoạch phòng dịch.") == [(["prov:syt"], "chủ động xây")]


def test_some_unit_is_no_body(listed) -> None:
    assert listed("Ban Chỉ đạo nhất trí giao một đơn vị làm đầu mối số hóa thủ tục.") == []


def test_a_paper_on_no_table_among_the_bodies_told(listed) -> None:
    said = "UBND tỉnh yêu cầu các đơn vị như sau:", "Sở Y tế, Sở Nội vụ, Báo Miền Tây đẩy mạnh tuyên truyền về dịch."
    assert [agents for agents, _ in listed(*said)] == [["prov:syt", "prov:snv", ""]]


def test_bodies_told_by_their_functions(listed) -> None:
    said = "UBND tỉnh yêu cầu các đơn vị như sau:", "Sở Y tế theo chức năng, nhiệm vụ kiểm tra giá thuốc."
    assert [agents for agents, _ in listed(*said)] == [["prov:syt"]]


def test_the_words_of_an_order_need_no_announcement(listed) -> None:
    assert listed("Sở Tài chính có trách nhiệm bố trí kinh phí.") == [(["prov:stc"], "có trách nhiệm")]


def test_what_is_quoted_behind_an_order_is_no_part_of_it(listed) -> None:
    assert listed("Chủ tịch UBND tỉnh yêu cầu Sở Y tế tăng cường kiểm tra. “Rừng là vàng”, ông nói.") == [
        (["prov:syt", "prov:syt"], "tăng cường kiểm")
    ]


@pytest.fixture(scope="module")
def lines(document):
    """List (role, body, first words) of the duties of a report of some lines."""

    def read(*said: str) -> list[tuple[str, str, str]]:
        found = document(f"Nghệ An chống dịch cúm gia cầm\n\n{OPENING}\n\n" + "\n\n".join(said) + "\n", "nghe-an")
        return [
            (task.roles[0].role, task.roles[0].agent.record or task.roles[0].agent.group, found.words(task.title)[:12])
            for task in read_reported(found.text, found.part, found.agencies)
        ]

    return read


def test_points_below_the_body_they_are_given_to(lines) -> None:
    assert lines(
        "Phó Chủ tịch tỉnh có ý kiến chỉ đạo như sau:",
        "1. Giao Sở Y tế:",
        "1. Theo dõi chặt chẽ diễn biến của dịch trên địa bàn.",
        "2. Báo cáo kịp thời các diễn biến bất thường của dịch.",
        "Dịch đã xảy ra ở ba huyện trong tháng qua.",
    ) == [
        ("perform", "prov:syt", "Theo dõi chặ"),
        ("perform", "prov:syt", "Báo cáo kịp "),
    ]


def test_points_below_an_order_of_which_one_names_nobody(lines) -> None:
    assert lines(
        "Để chuẩn bị tốt, lãnh đạo tỉnh yêu cầu:",
        "1. Tại các điểm tiêm phòng phân công người trực.",
        "2. Sở Y tế chủ trì, phối hợp với Công an tỉnh chuẩn bị thuốc trước ngày 15/8.",
    ) == [("lead", "prov:syt", "chủ trì, phố")]


def test_an_order_to_do_what_follows_is_no_duty(lines) -> None:
    assert lines("UBND tỉnh yêu cầu các sở, UBND các huyện tổ chức thực hiện các nội dung sau:") == []


def test_who_leads_below_an_order_is_told(lines) -> None:
    order = "UBND tỉnh đề nghị Sở Y tế khẩn trương lập kế hoạch."
    leads = "Sở Tài chính chủ trì, phối hợp Kho bạc Nhà nước tỉnh cấp đủ kinh phí."
    assert [body for _, body, _ in lines(order, leads)] == ["prov:syt", "prov:stc"]
    assert lines("Hội nghị nghe bốn tham luận.", leads) == []


def test_to_carry_out_a_decision_is_no_duty(lines) -> None:
    order = "UBND tỉnh yêu cầu Sở Y tế, Sở Tài chính căn cứ quyết định thi hành."
    assert lines(order) == []
    assert len(lines("UBND tỉnh yêu cầu Sở Y tế căn cứ quyết định phê duyệt lập kế hoạch.")) == 1


def test_who_speaks_next_ends_what_was_told_before(lines) -> None:
    order = "UBND tỉnh yêu cầu Sở Y tế lập kế hoạch phòng dịch. Trong đó, UBND tỉnh yêu cầu Sở Tài chính bố trí vốn."
    assert [(body, words) for _, body, words in lines(order)] == [
        ("prov:syt", "lập kế hoạch"),
        ("prov:stc", "bố trí vốn"),
    ]


def test_whom_a_body_is_to_direct_is_not_told_himself(lines) -> None:
    order = "UBND tỉnh yêu cầu Sở Y tế chỉ đạo Bệnh viện tỉnh tăng cường trực cấp cứu."
    assert [body for _, body, _ in lines(order)] == ["prov:syt"]
    both = "UBND tỉnh yêu cầu Sở Y tế lập kế hoạch; chỉ đạo Sở Tài chính bố trí đủ vốn."
    assert [body for _, body, _ in lines(both)] == ["prov:syt", "prov:stc"]


def test_what_a_report_says_of_how_a_resolution_is_carried_out(listed) -> None:
    assert listed(
        "Về **tổ chức thực hiện**, Nghị quyết yêu cầu thành lập Ban Chỉ đạo về pháp luật. Thành phần có nhiều bộ.",
        "Đảng ủy Quốc hội lãnh đạo, chỉ đạo hoàn thiện pháp luật.",
        "Mặt trận Tổ quốc Việt Nam vận động nhân dân thực hiện Nghị quyết.",
        "Tỉnh ủy, Thành ủy trực thuộc Trung ương có kế hoạch cụ thể tăng cường lãnh đạo.",
        "Đảng ủy Bộ Tư pháp theo dõi, đánh giá kết quả.",
        "Sở Nội vụ đã tổ chức hội nghị vào tháng trước.",
    ) == [
        (["du-qh"], "lãnh đạo, chỉ"),
        ([""], "vận động nhân"),
        (["tinh-uy"], "có kế hoạch"),
        (["", ""], "theo dõi, đánh"),
    ]


def test_paragraphs_behind_an_order_without_a_subject(listed) -> None:
    said = listed(
        "Giao Đảng ủy Chính phủ tiếp thu ý kiến, rà soát các quy định.",
        "Căn cứ chủ trương của Bộ Chính trị, Đảng ủy Chính phủ khẩn trương chỉ đạo việc thể chế hóa.",
        "Các cơ quan, đơn vị tăng cường công tác giáo dục chính trị.",
    )
    assert [agents for agents, _ in said] == [["du-cp"], ["du-cp"], ["co-quan-don-vi"]]


def test_paragraphs_behind_what_the_secretariat_hands_out(listed) -> None:
    below = "Đảng ủy Quốc hội lãnh đạo việc sửa đổi Luật Giáo dục nghề nghiệp."
    handed = listed("Ban Bí thư giao Đảng ủy Chính phủ lãnh đạo, chỉ đạo hoàn thiện chính sách.", below)
    assert any("du-qh" in str(found) for found in handed)
    thanked = listed("Ban Bí thư đánh giá cao Đảng ủy Chính phủ trong hoàn thiện chính sách.", below)
    assert not any("du-qh" in str(found) for found in thanked)


def test_points_with_and_without_a_body_below_one_told(listed) -> None:
    assert listed(
        "Bộ Chính trị giao Đảng ủy Chính phủ lãnh đạo, chỉ đạo một số nội dung sau tại Kết luận 155-KL/TW:",
        "- Đảng ủy Bộ Nội vụ chủ trì, hướng dẫn việc số hóa tài liệu.",
        "- Khẩn trương hoàn thiện dự thảo các văn bản.",
        "Nguyên tắc này có từ lâu.",
    ) == [([""], "chủ trì, hướng"), (["du-cp"], "Khẩn trương hoàn")]


def test_who_leads_goes_on_over_whom_it_directs(listed) -> None:
    said = listed(
        "Bộ Chính trị giao Đảng ủy Quốc hội chủ trì, phối hợp với Sở Y tế chỉ đạo Sở Nội vụ nghiên cứu sửa đổi."
    )
    assert said == [(["du-qh"], "chủ trì, phối")]
    both = listed("Giao Đảng ủy Quốc hội lãnh đạo, chỉ đạo Sở Nội vụ nghiên cứu mô hình mới.")
    assert both == [(["du-qh"], "lãnh đạo, chỉ"), (["prov:snv"], "nghiên cứu mô")]


@pytest.mark.parametrize(
    ("said", "agents"),
    [
        ("Trong quá trình thực hiện, nếu có vướng mắc, Văn phòng Trung ương Đảng có trách nhiệm tổng hợp.", [["vptw"]]),
        ("Quy định nêu rõ: Các cơ quan có trách nhiệm quản lý hệ thống thông tin.", [["co-quan"]]),
        ("Theo Thông báo, Nhà nước hỗ trợ bữa ăn; các sở, ngành cần tập trung xây dựng trường.", [["so-ban-nganh"]]),
        ("Theo báo cáo, các sở, ngành cần tập trung xây dựng trường.", []),
        ("Theo Thông báo, các sở, ngành cần có 500 tỷ đồng.", []),
        ("Trong quá trình thực hiện, nếu có vướng mắc, doanh nghiệp có trách nhiệm khai báo.", []),
    ],
)
def test_offices_that_answer_for_something(listed, said: str, agents: list) -> None:
    assert [told for told, _ in listed(said)] == agents


@pytest.mark.parametrize(
    ("order", "due"),
    [
        ("giao Sở Tài chính chủ trì rà soát kinh phí; hoàn thành trước ngày 30/4/2025.", ("", "2025", "2025-04-30")),
        ("giao Sở Tài chính bố trí kinh phí, thời gian thực hiện: Quý IV/2025.", ("2025", "2025", "")),
        # a year may be of anything that is told
        ("yêu cầu Sở Tài chính rút kinh nghiệm về việc bố trí kinh phí trong năm 2024.", None),
        ("yêu cầu Sở Tài chính rà soát đất giao trước năm 2010.", None),
    ],
)
def test_when_a_told_duty_is_due(document, order: str, due: tuple[str, str, str] | None) -> None:
    body = f"Kết luận hội nghị sáng nay, sau khi nghe các đại biểu thảo luận, Chủ tịch UBND tỉnh {order}"
    found = document(f"Nghệ An tổng kết công tác trồng rừng năm nay\n\n{OPENING}\n\n{body}\n", "nghe-an")
    (task,) = read_reported(found.text, found.part, found.agencies)
    when = task.schedule and (task.schedule.start_year, task.schedule.end_year, task.schedule.end_date)
    assert when == due
    assert task.standing == (due is None)
