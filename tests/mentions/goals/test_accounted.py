"""What official reports and news say was reached, and what neither says was."""

from collections.abc import Callable

import pytest

from kgbuild.mentions.goals.targets import read_targets

Read = Callable[..., list[tuple[float, str]]]


@pytest.fixture(scope="module")
def report(document) -> Callable[..., tuple[list[tuple[float, str]], list[tuple[float, str, str]]]]:
    """Read the results (value, unit) and the targets (value, unit, year) of an official report."""

    def read(body: str, title: str = "Kết quả công tác năm 2023"):
        found = document(f"BÁO CÁO\n\n{title}\n\n{body}\n", "ha-giang")
        all_read = list(read_targets(found.text, found.part))
        results = [(one.value, one.unit) for one in all_read if one.reported]
        return results, [(one.value, one.unit, one.deadline) for one in all_read if not one.reported]

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Diện tích gieo trồng lúa 323.940 ha, đạt 100,3% kế hoạch.", [(323940, "ha"), (100.3, "%")]),
        ("Thủy sản: Diện tích nuôi tôm 49.670 ha, vượt 1,4% kế hoạch.", [(49670, "ha"), (1.4, "%")]),
        ("Tổng đàn lợn 28,2 triệu con, tăng 3,8%.", [(28200000, "con"), (3.8, "%")]),
        ("Thu ngân sách đến ngày 20/9/2023 được 3.512 tỷ đồng.", [(3512e9, "đồng")]),
        (
            "Cả nước có 5.756/8.233 xã đạt chuẩn, trong đó có 740 xã nâng cao.",
            [(5756, "xã"), (740, "xã nâng cao")],
        ),
        ("23/23 xã có đường ô tô đến trung tâm.", [(23, "xã")]),
        (
            "Đã tổ chức 215 hội nghị quán triệt với 18.640 lượt cán bộ tham gia.",
            [(215, "hội nghị quán triệt"), (18640, "lượt cán bộ tham")],
        ),
        ("Hỗ trợ làm mới 486 nhà ở với kinh phí 21,8 tỷ đồng.", [(486, "nhà ở"), (21.8e9, "đồng")]),
        ("Mở 64 lớp đào tạo nghề cho 1.912 lao động.", [(64, "lớp đào tạo nghề"), (1912, "lao động")]),
        ("Tỷ lệ dịch vụ công trực tuyến đạt 68,2% (mục tiêu đến năm 2025 là 80%).", [(68.2, "%")]),
        ("Tỷ lệ hộ nghèo giảm 5,14%, vượt mục tiêu đề ra.", [(5.14, "%")]),
        ("Giải ngân các chương trình mục tiêu quốc gia mới đạt 32,4% kế hoạch.", [(32.4, "%")]),
        ("Tỷ lệ hộ tái nghèo là 0,42%.", [(0.42, "%")]),
        (
            "Toàn tỉnh có 344 trường, 5.214 lớp với 143.876 học sinh.",
            [(344, "trường"), (5214, "lớp"), (143876, "học sinh")],
        ),
        ("Huy động 26,4% trẻ nhà trẻ, 98,7% trẻ mẫu giáo.", [(26.4, "%"), (98.7, "%")]),
        ("Có 178 trường đạt chuẩn, đạt tỷ lệ 51,7%.", [(178, "trường"), (51.7, "%")]),
        ("Kiểm tra công vụ tại 07 cơ quan; nhắc nhở 03 trường hợp.", [(7, "cơ quan"), (3, "trường hợp")]),
        ("Tỷ lệ hồ sơ nộp trực tuyến mức độ 3, 4 chiếm 36,7%.", [(36.7, "%")]),
        ("Huy động 23.650 tỷ đồng, trong đó Nhân dân góp 1.912 tỷ đồng.", [(23650e9, "đồng"), (1912e9, "đồng")]),
        # what others set, what is to come, what is planned
        ("Nghị quyết đề ra đến năm 2025 đạt 20%.", []),
        ("Dự kiến cả năm mở 12 lớp tập huấn.", []),
        ("Kế hoạch giao trồng mới 500 ha rừng.", []),
    ],
)
def test_what_a_report_accounts_for(report, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert report(f"I. KẾT QUẢ THỰC HIỆN\n\n1. {sentence}") == (expected, [])


def test_what_a_place_is_like_was_not_reached(report) -> None:
    assert report(
        "I. ĐẶC ĐIỂM TÌNH HÌNH\n\n1. Huyện có 9 đơn vị hành chính cấp xã và 106 thôn. Diện tích tự nhiên 150,54 ha."
    ) == ([], [])


def test_the_goals_of_a_report_take_the_year_of_the_work_to_come(report) -> None:
    body = (
        "I. KẾT QUẢ\n\n1. Giải ngân đạt 51% kế hoạch.\n\nII. MỘT SỐ CHỈ TIÊU PHẤN ĐẤU CẢ NĂM 2024\n\n"
        "1. Tỷ lệ xã đạt chuẩn: 73%.\n\nIII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\n\n"
        "1. Phấn đấu giảm nghèo từ 4% trở lên; giải quyết việc làm cho 2.500 lao động.\n"
    )
    assert report(body) == (
        [(51, "%")],
        [(73, "%", "2024"), (4, "%", "2024"), (2500, "lao động", "2024")],
    )


@pytest.fixture(scope="module")
def news(document) -> Read:
    """Read the results (value, unit) that a paragraph of a news report tells."""

    def read(paragraph: str) -> list[tuple[float, str]]:
        raw = f"Huyện An Lão họp thường kỳ\n\n(Baobinhdinh) - Sáng nay, UBND huyện họp thường kỳ.\n\n{paragraph}\n"
        found = document(raw, "binh-dinh")
        assert found.part.kind == "news"
        return [(one.value, one.unit) for one in read_targets(found.text, found.part) if one.reported]

    return read


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Trong 9 tháng, huyện thu hút được 71 dự án với số vốn 3.802 tỷ đồng; thành lập mới 872 doanh nghiệp.",
            [(71, "dự án"), (3802e9, "đồng"), (872, "doanh nghiệp")],
        ),
        ("Tính đến ngày 30/9, thu ngân sách đạt hơn 6.300 tỷ đồng.", [(6300e9, "đồng")]),
        ("Thu ngân sách ước 239,7 tỷ đồng đạt 51,9% kế hoạch.", [(239.7e9, "đồng"), (51.9, "%")]),
        (
            "Thu ngân sách tăng 3% so với năm 2019; thu nhập bình quân là 160 triệu đồng/người, tăng 2,16%.",
            [(3, "%"), (160e6, "đồng/người"), (2.16, "%")],
        ),
        (
            "Bộ A dẫn đầu về hồ sơ trực tuyến với 100%, Bộ B đứng thứ hai với tỷ lệ 99,7%.",
            [(100, "%"), (99.7, "%")],
        ),
        (
            "Theo đó, có 29/44 cơ quan xếp hạng Tốt, tăng 5 đơn vị so với năm 2019.",
            [(29, "cơ quan xếp hạng"), (5, "đơn vị")],
        ),
        (
            "Cả nước hiện có 666 đài truyền thanh, đạt tỷ lệ 94,45%. Còn 918 xã chưa có đài, chiếm 8,6%.",
            [(666, "đài truyền thanh"), (94.45, "%"), (918, "xã chưa"), (8.6, "%")],
        ),
        ("Dự ước chỉ số sản xuất tháng 10 tăng 1,34% so với tháng trước.", [(1.34, "%")]),
        # to come, or no more than a comparison
        ("Trong 3 tháng cuối năm, huyện trồng 500 ha rừng.", []),
        ("Đến năm 2025 thu nhập tăng 1,5 lần, đến năm 2030 tăng 2 lần so với năm 2020.", []),
    ],
)
def test_what_news_says_was_reached(news: Read, paragraph: str, expected: list[tuple[float, str]]) -> None:
    assert news(paragraph) == expected


def test_on_how_many_sides_is_no_goal(document) -> None:
    raw = "Tin họp báo\n\n(Baobinhdinh) - Sáng nay, UBND huyện họp báo.\n\nPhấn đấu phát triển trên 3 mặt.\n"
    found = document(raw, "binh-dinh")
    assert list(read_targets(found.text, found.part)) == []
