"""Events: which are named, and which day is their own; never the day of the report or of what they celebrate."""

import pytest

from kgbuild.mentions.reports.events import read_events

NEWS = """{title}
Ngày đăng 20/01/2024 | 12:26

{words} Các đại biểu đã trao đổi, thảo luận nhiều nội dung và thống nhất những giải pháp trọng tâm trong thời gian tới \
của ngành khoa học và công nghệ trên địa bàn tỉnh.
"""
TITLE = "Khoa học và công nghệ tỉnh Sơn La đổi mới mạnh mẽ"


def events(document, words: str, title: str = TITLE) -> list[tuple[str, str, str]]:
    found = document(NEWS.format(title=title, words=words), area="son-la")
    assert found.part.kind == "news"
    mentions = read_events(found.text, found.part, found.agencies, found.citations())
    return [(found.words(m.name), m.start_date, m.end_date) for m in mentions]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Ngày 19/01/2024, tại Nhà văn hóa, Sở Khoa học và Công nghệ tổ chức Hội nghị triển khai nhiệm vụ năm 2024.",
            ("Hội nghị triển khai nhiệm vụ năm 2024", "2024-01-19", "2024-01-19"),
        ),
        (
            "Chiều ngày 15/01/2021, Sở Y tế đã tổ chức hội nghị tổng kết công tác dân số, triển khai nhiệm vụ.",
            ("hội nghị tổng kết công tác dân số", "2021-01-15", "2021-01-15"),
        ),
        (
            "Từ ngày 12 đến ngày 15 tháng 10 năm 2020, tỉnh tổ chức Ngày hội Khởi nghiệp đổi mới sáng tạo Sơn La.",
            ("Ngày hội Khởi nghiệp đổi mới sáng tạo Sơn La", "2020-10-12", "2020-10-15"),
        ),
        (
            "Sở tổ chức Hội thảo khoa học về giống cây ăn quả (ngày 05/3/2024) để lấy ý kiến.",
            ("Hội thảo khoa học về giống cây ăn quả", "2024-03-05", "2024-03-05"),
        ),
        (
            "Tổ chức các hoạt động hưởng ứng Ngày Sở hữu trí tuệ Thế giới (26/4/2024) ở các trường.",
            ("Ngày Sở hữu trí tuệ Thế giới", "2024-04-26", "2024-04-26"),
        ),
        (
            "Sáng 03/01/2020, Sở Y tế tổ chức Hội nghị Báo cáo viên ngành y tế. Ông A dự Hội nghị điểm cầu tại tỉnh.",
            ("Hội nghị Báo cáo viên ngành y tế", "2020-01-03", "2020-01-03"),
        ),
        # no day of its own: none is said with its year, or it is the day of what is celebrated
        (
            "Ngày 12/01, UBND tỉnh tổ chức Hội nghị tổng kết phong trào thi đua yêu nước.",
            ("Hội nghị tổng kết phong trào thi đua yêu nước", "", ""),
        ),
        (
            "Tổ chức Sự kiện Kết nối công nghệ Tây Bắc (chào mừng 70 năm Chiến thắng Điện Biên Phủ 07/5/2024).",
            ("Sự kiện Kết nối công nghệ Tây Bắc", "", ""),
        ),
        (
            "Ngày 19/01/2024, Sở làm việc với các huyện và sẽ tham gia Triển lãm thành tựu khoa học vùng Tây Bắc.",
            ("Triển lãm thành tựu khoa học vùng Tây Bắc", "", ""),
        ),
    ],
)
def test_an_event_and_its_own_day(document, words: str, expected: tuple[str, str, str]) -> None:
    assert events(document, words) == [expected]


def test_a_list_of_events(document) -> None:
    words = "Tổ chức thành công nhiều sự kiện như: Hội thi Sáng tạo kỹ thuật tỉnh; Triển lãm tài sản trí tuệ Tây Bắc..."
    assert [name for name, *_ in events(document, words)] == [
        "Hội thi Sáng tạo kỹ thuật tỉnh",
        "Triển lãm tài sản trí tuệ Tây Bắc",
    ]


@pytest.mark.parametrize(
    "words",
    [
        # the event spoken of, which is named elsewhere; plenums inside the names of documents; no name at all
        "Hội nghị thống nhất đánh giá cao kết quả đạt được trong năm.",
        "Phát biểu tại Hội nghị, đồng chí nhấn mạnh vai trò của khoa học.",
        "Thực hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XI về khoa học.",
        "Tăng cường tổ chức các hội nghị, hội thảo, hội chợ công nghệ và thiết bị.",
        "Sở tổ chức hội nghị quán triệt nghị quyết trong toàn ngành.",
        "Tổ chức Hội nghị.",
    ],
)
def test_words_that_name_no_event(document, words: str) -> None:
    assert events(document, words) == []


def test_who_holds_it_and_where(document) -> None:
    words = "Ngày 19/01/2024, tại Nhà văn hóa Mộc Châu, Sở Nội vụ tỉnh Sơn La tổ chức Hội nghị cải cách hành chính."
    found = document(NEWS.format(title=TITLE, words=words), area="son-la")
    (event,) = read_events(found.text, found.part, found.agencies)
    assert event.organiser is not None
    assert event.organiser.record == "prov:snv"
    assert found.words(event.place) == "Nhà văn hóa Mộc Châu"
    assert event.reported
