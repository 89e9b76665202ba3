"""Programmes, schemes, projects and funds: which words name one, where the name ends, whose it is."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.programmes import ProgrammeNames, read_programmes
from kgbuild.model import Span
from kgbuild.model.things import ProgrammeMention

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 34/KH-UBND

Sơn La, ngày 12 tháng 02 năm 2024

KẾ HOẠCH

Phát triển cây ăn quả năm 2024

Căn cứ Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ phê duyệt Đề án “Hỗ trợ học sinh, sinh viên \
khởi nghiệp đến năm 2025”;

II. NHIỆM VỤ

"""
Read = Callable[[str], list[tuple[str, str, str, str, str]]]


@pytest.fixture(scope="module")
def named(document, reader) -> Read:
    """What a task of a plan names: kind, name, years, what is done with it, where it belongs."""
    names = ProgrammeNames(reader.lexicon)

    def read(words: str) -> list[tuple[str, str, str, str, str]]:
        found = document(HEAD + f"1. {words}\n", area="son-la")
        body = Span(found.text.norm.index("II. NHIỆM VỤ"), len(found.text.norm))
        mentions = read_programmes(found.text, found.part, names, found.citations())
        return [(m.kind, found.words(m.core), years(m), m.act, m.area) for m in mentions if body.covers(m.span)]

    return read


def years(mention: ProgrammeMention) -> str:
    return f"{mention.start_year}-{mention.end_year}".strip("-") if mention.end_year else ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Xây dựng Đề án phát triển du lịch cộng đồng giai đoạn 2021 - 2025, tầm nhìn đến năm 2030, trình tỉnh.",
            ("scheme", "phát triển du lịch cộng đồng", "2021-2025", "creates", ""),
        ),
        (
            "Ban hành Quy chế hoạt động Quỹ Phòng thủ dân sự cấp tỉnh.",
            ("fund", "Phòng thủ dân sự", "", "mentions", ""),
        ),
        (
            "Triển khai Chương trình hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số trên địa bàn tỉnh.",
            ("programme", "hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số", "", "performs", ""),
        ),
        (
            "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025 theo kế hoạch.",
            ("programme", "mục tiêu quốc gia giảm nghèo bền vững", "2021-2025", "performs", "tw"),
        ),
        (
            "Thành lập Quỹ phát triển khoa học và công nghệ tỉnh Sơn La để tài trợ cho các đề tài.",
            ("fund", "phát triển khoa học và công nghệ", "", "creates", "son-la"),
        ),
        (
            "Hoàn thiện Đề án “Xây dựng làng thông minh, xã thông minh” và báo cáo cấp có thẩm quyền.",
            ("scheme", "Xây dựng làng thông minh, xã thông minh", "", "creates", ""),
        ),
        (
            "Tổng hợp vào đề án “Sơn La xanh” của tỉnh.",
            ("scheme", "Sơn La xanh", "", "mentions", "son-la"),
        ),
        (
            "Đưa Dự án Trung tâm kiểm định nông sản Mộc Châu đi vào hoạt động.",
            ("project", "Trung tâm kiểm định nông sản Mộc Châu", "", "mentions", ""),
        ),
        (
            "Đề án hỗ trợ hộ nghèo sản xuất trên địa bàn huyện Đam Rông giai đoạn 2021-2025 phải bảo đảm khả thi.",
            ("scheme", "hỗ trợ hộ nghèo sản xuất", "2021-2025", "creates", ""),
        ),
        (
            "Nhiệm vụ thuộc Chương trình phát triển công nghệ cao của Chính phủ.",
            ("programme", "phát triển công nghệ cao", "", "contains", "tw"),
        ),
        (
            "Lập Đề án bồi dưỡng, nâng cao năng lực, kỹ năng số cho cán bộ, tổ chức triển khai đến các xã.",
            ("scheme", "bồi dưỡng, nâng cao năng lực, kỹ năng số cho cán bộ", "", "creates", ""),
        ),
    ],
)
def test_a_name_and_where_it_ends(named: Read, words: str, expected: tuple[str, ...]) -> None:
    assert named(words) == [expected]


def test_several_names_in_one_line(named: Read) -> None:
    words = "Ban hành Chương trình phát triển công nghiệp chiến lược; Quỹ đầu tư phát triển công nghiệp chiến lược."
    assert [(kind, name) for kind, name, *_ in named(words)] == [
        ("programme", "phát triển công nghiệp chiến lược"),
        ("fund", "đầu tư phát triển công nghiệp chiến lược"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        # classes of things, things said before, documents
        "Rà soát các Đề án phát triển kinh tế - xã hội của tỉnh.",
        "Triển khai các chương trình, đề án, dự án phát triển nông nghiệp.",
        "Đề án này được triển khai trên toàn tỉnh.",
        "Chương trình hành động thực hiện Nghị quyết được ban hành.",
        "Thực hiện Chương trình số 12-CTr/TU ngày 02/3/2021 của Tỉnh ủy về phát triển du lịch.",
        "Thực hiện Đề án 08-ĐA/TU của Tỉnh ủy về phát triển công nghiệp theo hướng xanh.",
        "Xây dựng Chương trình công tác năm 2024 của Sở.",
        "Ký Chương trình phối hợp giữa Sở và Hội Nông dân tỉnh giai đoạn 2021-2025.",
        "Góp ý Dự án Luật Năng lượng nguyên tử (sửa đổi).",
        "Đánh giá việc thực hiện Chương trình gửi Bộ Giáo dục và Đào tạo tổng hợp, báo cáo Thủ tướng.",
        "Chương trình lập pháp năm 2026 của Quốc hội.",
        "Chương trình mục tiêu quốc gia giai đoạn 2021-2025 được bố trí vốn.",
        # what firms may have each
        "Khuyến khích doanh nghiệp thành lập Quỹ phát triển khoa học và công nghệ để đổi mới công nghệ.",
        "Quản lý Quỹ phát triển khoa học và công nghệ của doanh nghiệp.",
        # other words with the same noun
        "Bố trí Quỹ đất cho khu công nghiệp Mai Sơn.",
        "Ban quản lý Dự án đầu tư xây dựng cầu Mường La tổ chức thi công.",
        # sentences about a thing said before: the capital is that of a first word
        "Quán triệt mục tiêu. Chương trình góp phần nâng cao thu nhập, ổn định đời sống người dân vùng cao.",
        "Quán triệt mục tiêu. Quỹ hoạt động không vì mục tiêu lợi nhuận, bảo toàn vốn và tự trang trải.",
        # a number names a scheme only where the table knows it
        "Triển khai Đề án 4321 trên địa bàn tỉnh.",
        "Lập kinh phí thực hiện Đề án cùng thời điểm xây dựng dự toán ngân sách.",
        "Bảo đảm nội dung Đề án giữa các Bộ, ngành thống nhất.",
        # a time, an announcement, a name of one word and another clause
        "Đánh giá việc thực hiện Đề án vào cuối giai đoạn thí điểm và định kỳ 5 năm một lần.",
        "Kế hoạch. Chương trình triển khai thực hiện cụ thể như sau:",
        "Điều phối thực hiện Chương trình REDD+, hỗ trợ kỹ thuật, thu thập số liệu từ các cơ quan thực hiện.",
        "Công bố kết quả Chương trình REDD+ và thông báo cho cơ quan đầu mối của Bộ Tài chính.",
        # names that break off
        "Xây dựng Đề án cơ chế thí điểm để doanh nghiệp thử nghiệm công nghệ mới.",
        "Ban hành Đề án đánh giá mức độ hoàn thành nhiệm vụ của cơ quan nhà nước.",
    ],
)
def test_words_that_name_none(named: Read, words: str) -> None:
    assert named(words) == []


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("Gắn với triển khai Đề án 06 trên địa bàn tỉnh.", "viet-nam:de-an-06"),
        ("Sản phẩm gắn với chương trình OCOP của xã.", "viet-nam:ocop"),
        ("Thực hiện Chương trình MTQG xây dựng nông thôn mới ở các xã.", "viet-nam:nong-thon-moi"),
        ("Thực hiện Chương trình MTQG xây dựng nông thôn mới giai đoạn 2021-2025.", "viet-nam:nong-thon-moi-2021-2025"),
        # another period is another programme
        ("Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016-2020.", ""),
    ],
)
def test_names_that_the_table_knows(document, reader, words: str, record: str) -> None:
    found = document(HEAD + f"1. {words}\n", area="son-la")
    mentions = list(read_programmes(found.text, found.part, ProgrammeNames(reader.lexicon), found.citations()))
    assert mentions[-1].record == record
    assert mentions[-1].area == "tw"


def test_a_scheme_in_the_title_of_a_central_decision_is_the_countrys(document, reader) -> None:
    found = document(HEAD + "1. Trồng cây.\n", area="son-la")
    (mention,) = read_programmes(found.text, found.part, ProgrammeNames(reader.lexicon), found.citations())
    assert (mention.kind, mention.act, mention.area, mention.end_year) == ("scheme", "mentions", "tw", "2025")
    assert found.words(mention.core) == "Hỗ trợ học sinh, sinh viên khởi nghiệp"
