"""What only closes a letter gives no point above it another duty, and nobody a duty of his own."""

import pytest

from kgbuild.mentions.prose.duties import read_duties
from kgbuild.mentions.prose.formulas import is_formula
from kgbuild.model import Span
from kgbuild.text.normalize import normalise

LETTER = """ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG

Số: 31/UBND-KT

V/v quản lý chợ

Hải Dương, ngày 10 tháng 8 năm 2021

Kính gửi: Các sở, ban, ngành.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu thực hiện các nội dung sau:

1. Sở Công Thương

Rà soát các chợ trên địa bàn.

2. Sở Tài chính

Bố trí kinh phí sửa chữa chợ.

{closing}

Nơi nhận:
- Như trên;
- Lưu: VT.
"""


@pytest.mark.parametrize(
    ("closing", "told"),
    [
        ("Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện./.", []),
        ("Trong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo Ủy ban nhân dân tỉnh./.", []),
        ("Trên đây là một số nội dung về quản lý chợ./.", []),
        (
            "Trên đây là Chỉ thị về quản lý chợ, yêu cầu Giám đốc các sở có trách nhiệm tổ chức triển khai thực hiện "
            "nghiêm túc Chỉ thị này. Trong quá trình thực hiện có vướng mắc thì kịp thời phản ánh về Sở Công Thương./.",
            [],
        ),
        ("Nghị quyết này đã được Hội đồng nhân dân tỉnh thông qua./.", []),
        ("Mong nhận được sự quan tâm, phối hợp của Quý cơ quan./.", []),
        ("Văn phòng Ủy ban nhân dân tỉnh xin thông báo để các cơ quan biết, thực hiện./.", []),
        ("Văn phòng Ủy ban nhân dân tỉnh thông báo kết luận đến các cơ quan, đơn vị biết, thực hiện./.", []),
        ("Yêu cầu Sở Xây dựng báo cáo quy hoạch chợ trước ngày 30/9/2021./.", ["prov:sxd"]),
        # what says no closing still belongs to the body above it
        ("Tổng hợp dự toán của các huyện.", ["prov:stc"]),
    ],
)
def test_a_closing_belongs_to_no_point(document, closing: str, told: list[str]) -> None:
    found = document(LETTER.format(closing=closing), "hai-duong")
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [task.roles[0].agent.record for task in tasks] == ["prov:sct", "prov:stc", *told]


@pytest.mark.parametrize(
    ("duty", "formula"),
    [
        ("nghiêm túc triển khai thực hiện./.", True),
        ("nghiêm túc tổ chức triển khai thực hiện các nội dung nêu trên./.", True),
        ("triển khai thực hiện Công văn này./.", True),
        ("nghiêm túc triển khai thực hiện để đảm bảo công tác phòng, chống dịch bệnh./.", True),
        ("khẩn trương, nghiêm túc triển khai thực hiện đầy đủ các nội dung chỉ đạo nêu trên theo thẩm quyền", True),
        ("triển khai kịp thời, hiệu quả các nhiệm vụ được giao tại Kế hoạch./.", True),
        ("triển khai và thực hiện có hiệu quả các nội dung nêu trên./.", True),
        ("khẩn trương thực hiện đúng chức năng được giao; kịp thời báo cáo UBND tỉnh để xem xét, chỉ đạo./.", True),
        ("có trách nhiệm triển khai thực hiện các nội dung trên./.", False),
        ("triển khai kịp thời, hiệu quả các nhiệm vụ về chuyển đổi số./.", False),
        ("kịp thời báo cáo kết quả về Sở Y tế./.", False),
        ("triển khai thực hiện Quyết định số 12/QĐ-TTg và báo cáo kết quả./.", False),
        ("triển khai thực hiện các nhiệm vụ về chuyển đổi số./.", False),
    ],
)
def test_to_just_do_it_is_no_duty(duty: str, formula: bool) -> None:
    text = normalise(f"Yêu cầu các đơn vị {duty}")
    words = Span(len("Yêu cầu các đơn vị "), len(text.norm))
    assert is_formula(text, Span(0, len(text.norm)), words) is formula


@pytest.mark.parametrize(
    ("closing", "told"),
    [
        (
            "Các cơ quan, đơn vị, địa phương căn cứ chức năng, nhiệm vụ được giao, khẩn trương phối hợp triển khai "
            "thực hiện Kế hoạch này; kịp thời báo cáo UBND tỉnh (qua Sở Công Thương) để xem xét, chỉ đạo giải quyết./.",
            [],
        ),
        ("Các cơ quan, đơn vị, địa phương căn cứ chức năng, nhiệm vụ được giao, lập danh mục chợ./.", ["căn"]),
        ("Sở Y tế căn cứ chức năng, nhiệm vụ được giao, triển khai thực hiện Kế hoạch này./.", ["căn"]),
    ],
)
def test_a_last_plea_to_all_is_no_duty(document, closing: str, told: list[str]) -> None:
    plan = "KẾ HOẠCH\n\nQuản lý chợ\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Công Thương: Rà soát các chợ.\n\n"
    found = document(f"{plan}{closing}\n", "hai-duong")
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [found.words(task.title).split()[0] for task in tasks[1:]] == told


NOTICE = """TỈNH ỦY HẢI DƯƠNG

Số 88-TB/TU

Hải Dương, ngày 02 tháng 6 năm 2020

THÔNG BÁO

kết luận của Thường trực Tỉnh ủy

Sau khi nghe báo cáo, đồng chí Bí thư Tỉnh ủy kết luận:

{points}

Văn phòng Tỉnh ủy thông báo kết luận của Thường trực Tỉnh ủy đến các cơ quan, đơn vị biết, thực hiện.
"""


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("- Huyện ủy Bình Giang tập trung xử lý các trường hợp lấn chiếm đất.", ["prov:tu"]),
        ("- Giao Sở Xây dựng rà soát quy hoạch chợ.", ["prov:sxd"]),
        # who agrees has nothing to do; who is told to stands behind
        ("- Ban Thường vụ Tỉnh ủy thống nhất chủ trương xây chợ; giao Sở Xây dựng lập đề án.", ["prov:sxd"]),
        ("- Ban Thường vụ Tỉnh ủy cơ bản đồng ý với báo cáo của Sở Xây dựng.", []),
        ("- Sở Xây dựng thống nhất với Sở Tài chính phương án xây chợ.", ["prov:sxd"]),
    ],
)
def test_points_of_what_a_meeting_concluded(document, point: str, told: list[str]) -> None:
    found = document(NOTICE.format(points=point), "hai-duong")
    tasks = list(read_duties(found.text, found.part, found.agencies, set()))
    assert [task.roles[0].agent.record for task in tasks] == told
