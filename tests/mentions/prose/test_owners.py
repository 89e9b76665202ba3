"""Headings that name who acts, and those that only look like it."""

import pytest

from kgbuild.mentions.prose.duties import introduce_bodies, read_duties


@pytest.fixture(scope="module")
def told(document):
    """List (body, first words) of each duty below a section on carrying out."""

    def read(*lines: str) -> list[tuple[str, str]]:
        found = document("KẾ HOẠCH\n\nQuản lý hồ\n\nI. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(lines) + "\n", "hai-duong")
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [(t.roles[0].agent.record or t.roles[0].agent.group, found.words(t.title)) for t in tasks]

    return read


def test_to_organise_is_no_organisation(told) -> None:
    assert told(
        "1. Sở Tài chính",
        "Bố trí kinh phí.",
        "2. Sở Xây dựng",
        "Lập quy hoạch.",
        "3. Tổ chức thực hiện",
        "- Báo cáo năm: gửi trước ngày 15/12.",
    ) == [("prov:stc", "Bố trí kinh phí"), ("prov:sxd", "Lập quy hoạch")]


def test_organisations_beside_bodies_are_told(told) -> None:
    assert told(
        "1. Sở Tài chính",
        "Bố trí kinh phí.",
        "2. Sở Xây dựng",
        "Lập quy hoạch.",
        "3. Tổ chức, cá nhân sử dụng hồ",
        "- Giữ gìn vệ sinh lòng hồ.",
    )[-1] == ("to-chuc-ca-nhan-su-dung-ho", "Giữ gìn vệ sinh lòng hồ")


def test_a_heading_names_the_units_that_something_is_given_to(told) -> None:
    group = "co-quan-don-vi-doanh-nghiep-duoc-giao-quan-ly-van-hanh-ho"
    assert told(
        "1. Các cơ quan, đơn vị, doanh nghiệp được giao quản lý, vận hành hồ",
        "a) Lập hồ sơ hồ chứa.",
        "b) Phối hợp với Sở Xây dựng kiểm tra đập.",
    ) == [(group, "Lập hồ sơ hồ chứa"), (group, "Phối hợp với Sở Xây dựng kiểm tra đập")]


def test_a_remark_in_brackets_is_no_duty(told) -> None:
    assert told(
        "1. Giao các sở theo lĩnh vực gồm:",
        "- Sở Xây dựng (đối với hạ tầng đô thị);",
        "- Sở Công Thương (đối với hạ tầng chợ).",
        "2. Sở Tài chính (cơ quan đầu mối) bố trí kinh phí.",
    ) == [("prov:stc", "(cơ quan đầu mối) bố trí kinh phí")]


@pytest.mark.parametrize(
    ("line", "duty"),
    [
        ("1. Sở Tài chính ứng trước ngân sách cho công trình.", "ứng trước ngân sách cho công trình"),
        ("1. Sở Xây dựng khắc phục ngay các điểm sạt lở.", "khắc phục ngay các điểm sạt lở"),
    ],
)
def test_less_common_verbs_tell_duties_too(told, line: str, duty: str) -> None:
    assert [title for _, title in told(line)] == [duty]


def test_a_heading_may_say_whom_it_is_about(told) -> None:
    assert told(
        "1. Đối với Sở Xây dựng:",
        "- Lập quy hoạch hồ.",
        "2. Đối với các sở quản lý chuyên ngành (theo Điều 3 Nghị định)",
        "a) Hướng dẫn lập hồ sơ.",
        "3. Đối với Sở Tài chính: Bố trí kinh phí.",
    ) == [
        ("prov:sxd", "Lập quy hoạch hồ"),
        ("so-ban-nganh-quan-ly-chuyen-nganh", "Hướng dẫn lập hồ sơ"),
        ("prov:stc", "Bố trí kinh phí"),
    ]


@pytest.mark.parametrize(
    "line",
    ["1. Đối với các doanh nghiệp:", "1. Đối với Sở Xây dựng quản lý các hồ lớn:", "Đối với Sở Xây dựng:"],
)
def test_what_only_speaks_of_bodies_addresses_none(told, line: str) -> None:
    assert told(line, "- Hỗ trợ vay vốn.") == []


LETTER = """BỘ CÔNG THƯƠNG

Số: 12/BCT-KH

V/v cấp phép

Hà Nội, ngày 10 tháng 8 năm 2024

Kính gửi: Ủy ban nhân dân các tỉnh, thành phố.

Bộ Công Thương ban hành Thông tư số 10/2024/TT-BCT, cụ thể:

- Khoản 1 quy định Sở Công Thương tiếp nhận hồ sơ.

- Khoản 2 quy định thời hạn.

Bộ Công Thương đề nghị Ủy ban nhân dân các tỉnh, thành phố hướng dẫn cấp giấy phép./.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_a_letter_whose_dashes_only_report_tells_in_its_sentences(document) -> None:
    found = document(LETTER, "")
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [found.words(task.title) for task in tasks] == ["hướng dẫn cấp giấy phép"]


@pytest.fixture(scope="module")
def ordered(document):
    """List (body, first words) of each duty below the second article of a decision."""

    def read(article: str, *points: str) -> list[tuple[str, str]]:
        lines = "\n\n".join((f"Điều 2. {article}", *points))
        found = document(
            f"QUYẾT ĐỊNH\n\nQuản lý hồ\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch.\n\n{lines}\n", "hai-duong"
        )
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [(t.roles[0].agent.record or t.roles[0].agent.group, found.words(t.title)[:20]) for t in tasks]

    return read


def test_points_below_an_article_that_lists_who_must_act(ordered) -> None:
    points = "1. Sở Xây dựng giúp Ủy ban nhân dân tỉnh cắm mốc hồ.", "2. Sở Tài chính cấp vốn."
    listed = ordered("Các cơ quan sau đây chịu trách nhiệm thực hiện Kế hoạch:", *points)
    assert listed == [("prov:sxd", "giúp Ủy ban nhân dân")]
    assert ordered("Hồ gồm các công trình sau:", *points) == []


def test_what_a_body_is_called_is_no_duty_and_no_body(ordered) -> None:
    called = "1. Sở Xây dựng - cơ quan thường trực Ban Chỉ đạo tỉnh giúp Ủy ban nhân dân tỉnh cắm mốc hồ."
    assert ordered("Các cơ quan sau đây có trách nhiệm thực hiện:", called) == [("prov:sxd", "giúp Ủy ban nhân dân")]


def test_a_duty_within_bounds_is_no_heading(told) -> None:
    bounded = "1. Sở Tài chính, Sở Xây dựng theo chức năng được giao hướng dẫn các huyện thực hiện."
    assert [body for body, _ in told(bounded)] == ["prov:stc"]
    assert told("1. Sở Tài chính theo chức năng được giao:", "- Bố trí kinh phí.") == [("prov:stc", "Bố trí kinh phí")]


def test_headings_that_tell_which_bodies_are_meant(told) -> None:
    named = told("1. Sở Xây dựng, Sở Tài chính có quản lý hồ", "a) Lập quy hoạch hồ;", "b) Gửi báo cáo hằng quý.")
    assert named == [("prov:sxd", "Lập quy hoạch hồ"), ("prov:sxd", "Gửi báo cáo hằng quý")]
    unit = told("1. Cục Quản lý nguồn nước, công trình và an toàn hồ chứa:", "1.1. Lập quy hoạch hồ.")
    assert [words for _, words in unit] == ["Lập quy hoạch hồ"]


def test_known_bodies_behind_a_semicolon_are_told(told) -> None:
    assert told("1. Sở Xây dựng thẩm định, phân bổ vốn; Sở Tài chính cấp phát và kiểm tra việc dùng vốn.") == [
        ("prov:sxd", "thẩm định, phân bổ vốn"),
        ("prov:stc", "cấp phát và kiểm tra việc dùng vốn"),
    ]
    listed = told("1. Sở Xây dựng phối hợp với Sở Tư pháp; Sở Tài chính cấp phát vốn.")
    assert [body for body, _ in listed] == ["prov:sxd"]


def test_a_last_sentence_orders_another_body(told) -> None:
    found = told("1. Các huyện quán triệt Kế hoạch này. Giao Sở Tài chính tổng hợp, báo cáo UBND tỉnh vào cuối quý.")
    assert [body for body, _ in found][-1] == "prov:stc"


@pytest.mark.parametrize(
    ("line", "told_of"),
    [
        (
            "1. Về giá đất: Sở Tài chính rà soát bảng giá; Sở Xây dựng tham mưu.",
            [
                ("prov:stc", "rà soát bảng giá"),
                ("prov:sxd", "tham mưu"),
            ],
        ),
        ("1. Về giá đất: Giao Sở Tài chính rà soát bảng giá.", [("prov:stc", "rà soát bảng giá")]),
        (
            "1. Trách nhiệm theo dõi, đôn đốc: Sở Tài chính tổng hợp, báo cáo.",
            [("prov:stc", "tổng hợp, báo cáo")],
        ),
        ("1. Kinh phí thực hiện: Sở Tài chính cân đối ngân sách.", [("prov:stc", "cân đối ngân sách")]),
        ("2. Đẩy mạnh rà soát giá đất: Sở Tài chính lập bảng giá.", [("prov:stc", "lập bảng giá")]),
        ("2. Đẩy mạnh rà soát giá đất: lập bảng giá mới, công khai tại Sở Tài chính.", []),
        ("1. Trách nhiệm theo dõi, đôn đốc: thường xuyên, hằng năm.", []),
        # what a body has done
        ("1. Về giá đất: Sở Tài chính đã rà soát bảng giá.", []),
    ],
)
def test_what_a_duty_is_about_may_stand_before_its_body(told, line: str, told_of: list[tuple[str, str]]) -> None:
    assert told(line) == told_of


def test_offices_of_many_places_may_be_addressed(told) -> None:
    assert told("1. Đối với Phòng Giáo dục và Đào tạo các huyện, thành phố", "- Ký cam kết với các trường.") == [
        ("phong-giao-duc-va-dao-tao-cac-huyen-thanh-pho", "Ký cam kết với các trường")
    ]


def test_a_list_of_members_names_no_body_of_its_own(told) -> None:
    assert told(
        "1. Ông Lê Văn An, Phó Chủ tịch UBND tỉnh - Trưởng ban: Phụ trách chung.",
        "2. Bà Trần Thị Bình, Trưởng phòng Nội vụ - Ủy viên: Lập danh sách.",
        "3. Mời ông Lê Văn Chiến, Chủ tịch Hội Nông dân tỉnh - Ủy viên: Vận động hội viên.",
        "4. Sở Tài chính bố trí kinh phí.",
    ) == [("prov:stc", "bố trí kinh phí")]


def test_a_name_may_end_in_its_purpose_before_a_colon(told) -> None:
    found = told("1. Ban Hỗ trợ phụ nữ phát triển kinh tế: Lập kế hoạch.", "2. Sở Tài chính: Bố trí kinh phí.")
    assert [title for _, title in found] == ["Lập kế hoạch", "Bố trí kinh phí"]


@pytest.fixture(scope="module")
def resolved(document):
    """List (body, first words) of each duty in the articles of a resolution."""

    def read(*lines: str) -> list[tuple[str, str]]:
        found = document("NGHỊ QUYẾT\n\nVề quản lý hồ\n\nQUYẾT NGHỊ:\n\n" + "\n\n".join(lines) + "\n", "hai-duong")
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [(t.roles[0].agent.record or t.roles[0].agent.group, found.words(t.title)) for t in tasks]

    return read


def test_an_article_about_all_leaves_each_point_its_own_bodies(resolved) -> None:
    assert resolved(
        "Điều 1. Thông qua kết quả giám sát.",
        "Điều 2. Trách nhiệm của các cơ quan, tổ chức, cá nhân",
        "1. Trong thời gian giữa hai kỳ họp, Sở Tài chính rà soát dự toán.",
        "2. Hội đồng nhân dân tỉnh giao Sở Xây dựng lập quy hoạch.",
        "3. Nghị quyết này đã được Hội đồng nhân dân tỉnh thông qua.",
    ) == [("prov:stc", "rà soát dự toán"), ("prov:sxd", "lập quy hoạch")]


def test_what_an_article_tells_a_class_stays_its_duty(resolved) -> None:
    assert resolved(
        "Điều 2. Trách nhiệm của các cơ quan, đơn vị, địa phương",
        "1. Rà soát các hồ chứa.",
        "2. Báo cáo trước ngày 15/12.",
    ) == [
        ("co-quan-don-vi-dia-phuong", "Rà soát các hồ chứa"),
        ("co-quan-don-vi-dia-phuong", "Báo cáo trước ngày 15/12"),
    ]


def test_the_last_sentence_of_an_article_may_ask_for_the_points_below(resolved) -> None:
    above = "Điều 2. Ghi nhận kết quả đạt được. Hội đồng nhân dân tỉnh đề nghị Ủy ban nhân dân tỉnh"
    points = ("1. Xem xét sớm phê duyệt quy hoạch hồ.", "2. Thực hiện nghiêm quy định về đầu tư.")
    assert resolved(f"{above} chỉ đạo thực hiện một số công việc sau:", *points) == [
        ("prov:ubnd", "Xem xét sớm phê duyệt quy hoạch hồ"),
        ("prov:ubnd", "Thực hiện nghiêm quy định về đầu tư"),
    ]
    assert ("prov:ubnd", "Xem xét sớm phê duyệt quy hoạch hồ") not in resolved(f"{above} giải trình.", *points)


def test_officers_named_in_the_singular_are_told_beside_bodies(told) -> None:
    assert told(
        "1. Sở Tài chính",
        "Bố trí kinh phí.",
        "2. Sở Xây dựng",
        "Lập quy hoạch.",
        "3. Giám đốc Sở, Thủ trưởng cơ quan, ban, ngành",
        "- Tuyên truyền quy định về hồ.",
    )[-1] == ("giam-doc-so-thu-truong-co-quan-ban-nganh", "Tuyên truyền quy định về hồ")


def test_what_a_body_is_called_in_its_heading_is_no_other_body(tasks_of) -> None:
    assert tasks_of("1. Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo", "- Tổng hợp kết quả.") == [["prov:stc"]]


def test_a_heading_may_list_its_bodies_in_brackets(tasks_of) -> None:
    heading = "1. Các cơ quan quản lý ngành, lĩnh vực (gồm các Sở: Xây dựng, Nông nghiệp và Môi trường, Tài chính)"
    assert tasks_of(heading, "- Cử công chức tham gia.") == [["prov:sxd", "prov:snnmt", "prov:stc"]]


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        (
            "2. Các Sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án, nội dung thành phần thuộc Chương trình",
            [["prov:stc"], ["so-nganh-chu-tri-quan-ly-tham-gia-thuc-hien-cac-du-an-noi-du"]],
        ),
        # a duty, with what is to be done for it
        (
            "2. Các Sở, ngành chủ trì, phối hợp với Sở Tài chính thực hiện các dự án thuộc Chương trình",
            [["prov:stc"], ["so-ban-nganh", "prov:stc"], ["so-ban-nganh"]],
        ),
    ],
)
def test_a_class_may_be_told_by_what_it_leads(tasks_of, heading: str, bodies: list[list[str]]) -> None:
    assert tasks_of("1. Sở Tài chính", "- Bố trí vốn.", heading, "- Báo cáo kết quả.") == bodies


@pytest.fixture(scope="module")
def tasks_of(document):
    """List the bodies of each duty below a section on carrying out."""

    def read(*lines: str) -> list[list[str]]:
        found = document("KẾ HOẠCH\n\nQuản lý hồ\n\nI. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(lines) + "\n", "hai-duong")
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [list(dict.fromkeys(r.agent.record or r.agent.group for r in t.roles)) for t in tasks]

    return read


def test_a_class_may_be_made_up_by_the_bodies_in_brackets_alone(tasks_of) -> None:
    heading = "1. Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban quản lý các khu công nghiệp tỉnh):"
    found = tasks_of(heading, "a) Tiếp nhận hồ sơ.", "b) Trả kết quả.")
    assert [len(bodies) for bodies in found] == [2, 2]


def test_headings_of_kinds_of_duties_are_no_duties(told) -> None:
    lines = (
        "2. Các sở, ban, ngành",
        "2.1. Trách nhiệm chung",
        "a) Đánh giá sự phù hợp của dự án.",
        "2.2. Trách nhiệm cụ thể",
        "Ngoài các trách nhiệm chung nêu trên, một số đơn vị còn có ý kiến cụ thể về một số nội dung sau:",
        "a) Sở Tài chính",
        "- Đánh giá về ưu đãi đầu tư.",
        "b) Các đơn vị khác",
        "Cơ quan đăng ký đầu tư có trách nhiệm lấy ý kiến cụ thể.",
    )
    assert [duty for _, duty in told(*lines)] == ["Đánh giá sự phù hợp của dự án", "Đánh giá về ưu đãi đầu tư"]


@pytest.fixture(scope="module")
def in_articles(document):
    """List (role, body, first words) of each duty in the articles of a regulation."""

    def read(*lines: str) -> list[tuple[str, str, str]]:
        raw = "QUY CHẾ\n\nQuản lý hồ\n\nChương II\n\nQUY ĐỊNH CỤ THỂ\n\n" + "\n\n".join(lines) + "\n"
        found = document(raw, "hai-duong")
        introduce_bodies(found.text, found.part, found.agencies)
        tasks = read_duties(found.text, found.part, found.agencies, set())
        return [(r.role, r.agent.record or r.agent.group, found.words(t.title)) for t in tasks for r in t.roles[:1]]

    return read


def test_points_of_an_article_that_name_a_body_tell_it_what_stands_below(in_articles) -> None:
    assert in_articles(
        "Điều 5. Phối hợp trong quản lý hồ",
        "1. Sở Xây dựng",
        "Chủ trì lập quy hoạch hồ.",
        "2. Sở Tài chính:",
        "a) Bố trí kinh phí.",
        "b) Theo dõi việc thu, chi.",
        "3. Ủy ban nhân dân cấp xã tổ chức tuyên truyền.",
        "Điều 6. Phối hợp trong xử lý vi phạm",
        "1. Công an tỉnh: Kiểm tra, xử lý vi phạm.",
    ) == [
        ("lead", "prov:sxd", "Chủ trì lập quy hoạch hồ"),
        ("perform", "prov:stc", "Bố trí kinh phí"),
        ("perform", "prov:stc", "Theo dõi việc thu, chi"),
        ("perform", "cap-xa", "tổ chức tuyên truyền"),
        ("perform", "prov:cong-an", "Kiểm tra, xử lý vi phạm"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # to whom it applies, who may decide, what a body has to look at
        ("Điều 2. Đối tượng áp dụng", "1. Sở Xây dựng", "Theo dõi hồ.", "2. Sở Tài chính."),
        ("Điều 3. Thẩm quyền thu hồi", "1. Sở Xây dựng:", "a) Thu hồi mặt hồ dưới 1 ha."),
        (
            "Điều 4. Chương trình giám sát",
            "1. Hội đồng nhân dân xem xét các báo cáo sau đây:",
            "- Báo cáo công tác năm của Ủy ban nhân dân tỉnh.",
        ),
        ("Điều 5. Diện tích", "1. Sở Xây dựng: 300 m2 mỗi phòng.", "2. Sở Tài chính: 200 m2 mỗi phòng."),
    ],
)
def test_other_articles_that_name_bodies_at_their_points_tell_none(in_articles, lines: tuple[str, ...]) -> None:
    assert in_articles(*lines) == []


def test_what_a_duty_is_about_is_no_duty(told) -> None:
    assert told(
        "1. Sở Tài chính cập nhật thông tin vào cơ sở dữ liệu về giá đối với:",
        "a) Báo cáo giá thị trường của Ủy ban nhân dân tỉnh;",
        "b) Giá tính lệ phí trước bạ.",
        "2. Công an tỉnh",
        "a) Chủ trì thực hiện các nhiệm vụ tại các dự án của Chương trình, bao gồm:",
        "- Dự án 1: Phòng ngừa tội phạm.",
        "- Dự án 2: Ứng dụng khoa học và công nghệ.",
        "b) Thực hiện các nhiệm vụ, gồm:",
        "- Theo dõi địa bàn.",
        "- Kiểm tra hồ.",
    ) == [
        ("prov:stc", "cập nhật thông tin vào cơ sở dữ liệu về giá đối với"),
        ("prov:cong-an", "Chủ trì thực hiện các nhiệm vụ tại các dự án của Chương trình, bao gồm"),
        ("prov:cong-an", "Theo dõi địa bàn"),
        ("prov:cong-an", "Kiểm tra hồ"),
    ]


def test_headings_on_what_the_tasks_are_in_give_none(told) -> None:
    assert told(
        "1. Sở Xây dựng",
        "1.1. Trách nhiệm trong việc quản lý hồ",
        "a) Lập hồ sơ hồ chứa.",
        "1.2. Nhiệm vụ về công tác tuyên truyền",
        "a) Phổ biến quy định.",
    ) == [("prov:sxd", "Lập hồ sơ hồ chứa"), ("prov:sxd", "Phổ biến quy định")]


def test_directors_of_several_departments_behind_a_colon(told) -> None:
    assert told("3. Giao Giám đốc: Sở Tài chính, Sở Xây dựng căn cứ nhiệm vụ được giao bố trí kinh phí.") == [
        ("prov:stc", "căn cứ nhiệm vụ được giao bố trí kinh phí")
    ]


def test_a_board_is_called_by_what_it_is_to_do(document) -> None:
    lines = ("I. TỔ CHỨC THỰC HIỆN", "1. Ban Chỉ đạo phát triển chợ tỉnh", "- Kiểm tra các chợ.")
    found = document("KẾ HOẠCH\n\nQuản lý chợ\n\n" + "\n\n".join(lines) + "\n", "hai-duong")
    introduce_bodies(found.text, found.part, found.agencies)
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [(t.roles[0].agent.name, found.words(t.title)) for t in tasks] == [
        ("Ban Chỉ đạo phát triển chợ tỉnh", "Kiểm tra các chợ")
    ]


def test_a_board_told_in_its_line_is_called_no_more_than_that(told) -> None:
    assert told("1. Ban Chỉ đạo kiểm tra các hồ.", "2. Sở Tài chính: Bố trí kinh phí.")[0] == ("", "kiểm tra các hồ")


def test_works_that_have_numbers_are_no_duties_of_their_own(told) -> None:
    assert told(
        "1. Công an tỉnh",
        "a) Tổ chức thực hiện các dự án do Bộ Công an chủ trì (khi Bộ Công an triển khai):",
        "- Dự án 1: “Phòng ngừa tội phạm”.",
        "- Tiểu dự án 2 (Dự án 7): “Nâng cao hiệu quả truyền thông”.",
        "b) Theo dõi địa bàn:",
        "- Địa bàn 1: Kiểm tra hằng tuần.",
    )[0::2] == [
        ("prov:cong-an", "Tổ chức thực hiện các dự án do Bộ Công an chủ trì (khi Bộ Công an triển khai)"),
        ("prov:cong-an", "Địa bàn 1"),
    ]


@pytest.mark.parametrize(
    ("heading", "group"),
    [
        ("Điều 5. Trách nhiệm của các đơn vị điện lực", "don-vi-dien-luc"),
        ("Điều 5. Trách nhiệm của cơ quan, tổ chức đặt hàng tư vấn", "co-quan-to-chuc-dat-hang-tu-van"),
    ],
)
def test_an_article_on_the_duties_of_a_class_of_offices(in_articles, heading: str, group: str) -> None:
    assert in_articles(heading, "1. Lập hồ sơ hồ chứa.") == [("perform", group, "Lập hồ sơ hồ chứa")]


def test_an_article_on_the_duties_of_people_tells_no_office(in_articles) -> None:
    assert in_articles("Điều 5. Trách nhiệm của cơ quan, tổ chức, cá nhân sử dụng hồ", "1. Giữ gìn vệ sinh.") == []


@pytest.mark.parametrize(
    ("duty", "part", "title"),
    [
        ("1. Hằng năm, Sở Xây dựng có trách nhiệm chủ trì, đề xuất danh mục hồ.", "lead", "có trách nhiệm chủ trì"),
        ("1. Hằng năm, đề xuất danh mục hồ do đơn vị chủ trì lập.", "perform", "Hằng năm, đề xuất danh mục hồ do"),
    ],
)
def test_a_duty_that_names_its_body_again(in_articles, duty: str, part: str, title: str) -> None:
    (role, body, words), *_ = in_articles("Điều 5. Trách nhiệm của Sở Xây dựng", duty)
    assert (role, body) == (part, "prov:sxd")
    assert words.startswith(title)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Điều 2 : Sở Y tế có nhiệm vụ chủ yếu như sau:", ["Tổ chức kiểm tra thuốc", "Hướng dẫn các nhà thuốc"]),
        ("Điều 2: Sở Y tế có các nhiệm vụ sau đây:", ["Tổ chức kiểm tra thuốc", "Hướng dẫn các nhà thuốc"]),
        ("Điều 2: Sở Y tế có trách nhiệm:", ["Tổ chức kiểm tra thuốc", "Hướng dẫn các nhà thuốc"]),
        ("Điều 2: Sở Y tế có nhiệm vụ, quyền hạn sau:", []),  # how it is set up
    ],
)
def test_an_article_lists_the_tasks_of_the_body_it_names(document, opening: str, expected: list[str]) -> None:
    raw = (
        "QUYẾT ĐỊNH\n\nVề việc phân công quản lý thuốc\n\nQUYẾT ĐỊNH:\n\nĐiều 1: Phân công quản lý thuốc.\n\n"
        f"{opening}\n\n2.1- Tổ chức kiểm tra thuốc.\n\n2.2- Hướng dẫn các nhà thuốc.\n"
    )
    found = document(raw, "dong-nai")
    introduce_bodies(found.text, found.part, found.agencies)
    tasks = read_duties(found.text, found.part, found.agencies, set())
    assert [found.words(t.title) for t in tasks if t.roles[0].agent.record == "prov:syt"] == expected


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (
            "3. Các chủ hồ dọc tuyến kênh chính, trong đó trọng tâm là các hồ: Bình Hòa, Tân An:",
            "chu-ho-doc-tuyen-kenh-chinh",
        ),
        ("3. Sở Y tế, Sở Nội vụ, nhất là Sở Y tế:", "prov:syt"),
    ],
)
def test_which_are_meant_above_all_is_no_name(told, heading: str, body: str) -> None:
    above = ("1. Sở Tài chính", "Bố trí kinh phí.", "2. Sở Xây dựng", "Lập quy hoạch.")
    assert told(*above, heading, "a) Rà soát nhà ở.")[-1] == (body, "Rà soát nhà ở")


def test_paragraphs_below_a_point_tell_more_of_its_bodies(told) -> None:
    assert told(
        "1. Sở Xây dựng lập quy hoạch.",
        "2. Sở Tài chính cụ thể hóa hướng dẫn này.",
        "Bố trí kinh phí, trang bị phương tiện.",
        "Kế hoạch này thay thế Kế hoạch năm 2010 và có hiệu lực từ ngày ký.",
        "Báo cáo kết quả trước ngày 15/12.",
    ) == [
        ("prov:sxd", "lập quy hoạch"),
        ("prov:stc", "cụ thể hóa hướng dẫn này"),
        ("prov:stc", "Bố trí kinh phí, trang bị phương tiện"),
    ]


@pytest.mark.parametrize(
    ("lead_in", "body"),
    [
        ("Quán triệt Kế hoạch; căn cứ nhiệm vụ, Sở Tài chính cần tập trung một số nhiệm vụ trọng tâm sau:", "prov:stc"),
        ("Năm qua, đã hoàn thành các việc; theo báo cáo, Sở Tài chính đã thực hiện các nội dung sau:", None),
    ],
)
def test_a_lead_in_tells_what_stands_below_it(told, lead_in: str, body: str | None) -> None:
    found = told(lead_in, "(1) Triển khai phần mềm quản lý hồ.", "(2) Tăng cường kiểm tra các hồ.")
    assert [who for who, _ in found] == ([body, body] if body else [])


def test_a_lead_in_above_points_of_their_own_bodies_tells_none(told) -> None:
    found = told(
        "Nhằm đạt mục tiêu, các sở, ban, ngành cần triển khai thực hiện các nhiệm vụ sau:",
        "(1) Triển khai phần mềm quản lý hồ.",
        "(2) Sở Xây dựng lập quy hoạch.",
    )
    assert ("prov:sxd", "lập quy hoạch") in found
    assert ("so-ban-nganh", "Triển khai phần mềm quản lý hồ") not in found


def test_a_point_that_ends_in_a_colon_tells_what_stands_below_it(told) -> None:
    assert told(
        "1. Sở Xây dựng lập quy hoạch.",
        "2. Thời gian tới, căn cứ quy hoạch, Sở Tài chính cần tập trung thực hiện một số nhiệm vụ trọng tâm sau:",
        "(1) Hoàn thiện cơ chế tài chính.",
        "(2) Rà soát nguồn vốn.",
    ) == [
        ("prov:sxd", "lập quy hoạch"),
        ("prov:stc", "Hoàn thiện cơ chế tài chính"),
        ("prov:stc", "Rà soát nguồn vốn"),
    ]
