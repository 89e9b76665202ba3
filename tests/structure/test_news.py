"""News reports: headline, date, byline and source told apart from the furniture of the page."""

import pytest

LEAD = (
    "Sáng 12/3/2025, tại thành phố Vinh, Sở Nông nghiệp và Môi trường tỉnh Nghệ An tổ chức hội nghị triển khai kế "
    "hoạch trồng rừng, thu hút hơn một trăm đại biểu tham dự và thảo luận."
)
SECOND = (
    "Theo báo cáo tại hội nghị, năm qua toàn tỉnh đã trồng được 18.000 ha rừng tập trung, đạt 102% kế hoạch, tỷ lệ che "
    "phủ rừng duy trì ổn định ở mức cao so với bình quân chung của cả nước."
)
THIRD = (
    "Kết luận hội nghị, lãnh đạo sở đề nghị các hạt kiểm lâm và chính quyền địa phương phối hợp chặt chẽ trong công "
    "tác chuẩn bị giống, nhân lực, phòng cháy và chữa cháy rừng trong mùa nắng nóng."
)


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


REPORT = page(
    "Trang chủ",
    "Tin tức",
    "Nghệ An triển khai kế hoạch trồng rừng năm 2025",
    "Ngày đăng 13/03/2025 | 08:15 | Lượt xem: 120",
    LEAD,
    SECOND,
    THIRD,
    "Thanh Phúc",
    "Nguồn: Báo Nghệ An",
    "Tin liên quan",
    "Hà Tĩnh tăng cường bảo vệ rừng đầu nguồn trong mùa khô năm 2025",
)


def test_a_report_is_one_document(split) -> None:
    file = split(REPORT)
    assert [(part.kind, part.head.form) for part in file.parts] == [("news", "tin-tuc")]


def test_headline_date_byline_and_source(split) -> None:
    file = split(REPORT)
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"
    assert file.part.head.date == "2025-03-13"
    assert file.words(file.part.byline) == "Thanh Phúc"
    assert file.words(file.part.publisher) == "Báo Nghệ An"


def test_the_body_is_the_story_alone(split) -> None:
    file = split(REPORT)
    assert [file.words(item.content) for item in file.part.items] == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize("furniture", ["Back To Top", "Read More"])
def test_words_of_the_page_wrote_no_report(split, furniture: str) -> None:
    assert split(page("Nghệ An triển khai kế hoạch trồng rừng", LEAD, SECOND, THIRD, furniture)).part.byline is None


def test_a_lead_printed_twice_counts_once(split) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, LEAD, SECOND, THIRD))
    assert [file.words(item.content) for item in file.part.items] == [LEAD, SECOND, THIRD]


def test_a_day_of_the_story_is_not_that_of_the_report(split) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, SECOND, THIRD))
    assert file.part.head.date is None
    assert file.part.byline is None
    assert file.part.publisher is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Ngày đăng 20/01/2024 | 12:26  | Lượt xem: 77", "2024-01-20"),
        ("Cập nhật: 05/6/2023 14:00", "2023-06-05"),
        ("Thứ Hai, 17/02/2025 09:30 (GMT+7)", "2025-02-17"),
        ("Thứ năm, ngày 9 tháng 11 năm 2023", "2023-11-09"),
        ("Chủ nhật, 01/12/2024", "2024-12-01"),
        ("15-8-2022 10:00", "2022-08-15"),
        ("cms-publish-date 10/11/2019 | 10:44 | cms-view-count: 96835", "2019-11-10"),
        ("Lượt xem: 77", None),
        ("Thứ Hai hằng tuần", None),
    ],
)
def test_lines_that_date_a_report(split, line: str, date: str | None) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", line, LEAD, SECOND, THIRD))
    assert file.part.head.date == date


@pytest.mark.parametrize(
    "furniture",
    ["Tin khác", "Bài viết liên quan", "Bạn cũng có thể thích", "Thống kê truy cập", "Chia sẻ", "Bình luận (3)"],
)
def test_the_furniture_below_ends_the_story(split, furniture: str) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, SECOND, furniture, THIRD))
    assert [file.words(item.content) for item in file.part.items] == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["Nguồn: Cổng Thông tin điện tử tỉnh Nghệ An"], "Cổng Thông tin điện tử tỉnh Nghệ An"),
        (["Theo Báo Nhân Dân"], "Báo Nhân Dân"),
        (["Nguồn CV 12/UBND-KT ngày 19/11/2010."], None),
        (
            ["Nguồn lực dành cho trồng rừng năm nay được bố trí từ ngân sách tỉnh và vốn của trung ương."],
            None,
        ),
    ],
)
def test_sources(split, lines: list[str], publisher: str | None) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, SECOND, *lines))
    assert file.words(file.part.publisher) == publisher


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Thanh Phúc", "Thanh Phúc"),
        ("Nguyễn Thị Kim Liên", "Nguyễn Thị Kim Liên"),
        ("Ảnh: Thanh Phúc", None),
        ("Hội nghị kết thúc", None),
    ],
)
def test_bylines(split, line: str, byline: str | None) -> None:
    file = split(
        page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, SECOND, THIRD, line, "Nguồn: Báo Nghệ An")
    )
    assert file.words(file.part.byline) == byline


def test_a_page_without_a_story_has_no_items(split) -> None:
    file = split("Trang chủ\n\nGiới thiệu\n\nLiên hệ\n")
    assert file.part.kind == "news"
    assert file.part.items == ()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("08:15 | 13/03/2025", "2025-03-13"),
        ("11:51, Ngày 21/10/2017", "2017-10-21"),
        ("12/08/2017 7:09 CH.   127 lượt xem", "2017-08-12"),
        ("Ngày xuất bản: 05/6/2023", "2023-06-05"),
        ("PV - 03/04/2025 17:35", "2025-04-03"),
        ("Thanh Phúc - 03/04/2025 17:35", "2025-04-03"),
        # a day of the story
        ("14h30 ngày 12/3/2025, tại hội trường Sở Y tế khai mạc hội nghị.", None),
        ("Vinh - ngày họp", None),
    ],
)
def test_more_lines_that_date_a_report(split, line: str, date: str | None) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", line, LEAD, SECOND, THIRD))
    assert file.part.head.date == date


def test_a_crawler_sets_the_day_before_the_headline(split) -> None:
    file = split(page("date 2026-01-06 Nghệ An triển khai kế hoạch trồng rừng năm 2026", LEAD, SECOND))
    assert file.part.head.date == "2026-01-06"
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2026"


def test_a_crawler_that_sets_a_month_dates_nothing(split) -> None:
    file = split(page("date 2026-01 Nghệ An triển khai kế hoạch trồng rừng năm 2026", LEAD, SECOND))
    assert file.part.head.date is None
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2026"


@pytest.mark.parametrize(
    "short", ["(PL)- UBND tỉnh vừa có chỉ thị về trồng rừng.", "Ngành rừng thắng lợi lớn trong năm."]
)
def test_a_short_lead_belongs_to_the_story(split, short: str) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", "15-8-2022 10:00", short, LEAD, SECOND))
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"
    assert [file.words(item.content) for item in file.part.items] == [short, LEAD, SECOND]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("QUỲNH DƯƠNG", "QUỲNH DƯƠNG"),
        ("Tác giả bài viết: Đặng Thanh Bằng - BTG", "Đặng Thanh Bằng"),
        ("Bài, ảnh: Lê Hà", "Lê Hà"),
        # initials name nobody, an office is no author, and neither is a sentence of the story
        ("D.H", None),
        ("Q.NHƯ", None),
        ("Tác giả: Văn phòng UBND tỉnh", None),
    ],
)
def test_authors_below_the_story(split, line: str, byline: str | None) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, SECOND, THIRD, line))
    assert file.words(file.part.byline) == byline
    assert [file.words(item.content) for item in file.part.items] == [LEAD, SECOND, THIRD]


def test_the_author_beside_the_day(split) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", "Thanh Phúc - 03/04/2025 17:35", LEAD, SECOND))
    assert file.words(file.part.byline) == "Thanh Phúc"


def test_the_author_stands_below_the_links(split) -> None:
    file = split(
        page(
            "Nghệ An triển khai kế hoạch trồng rừng năm 2025", LEAD, "Xem chi tiết công văn./.", "Tác giả: Lê Hà - BTG"
        )
    )
    assert file.words(file.part.byline) == "Lê Hà"


def test_a_story_may_end_where_it_announces_a_list(split) -> None:
    story = LEAD[:-1] + ", với nội dung như sau:"
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", story))
    assert [file.words(item.content) for item in file.part.items] == [story]
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"


@pytest.mark.parametrize(
    "line", ["1. Nhiệm vụ chung của toàn tỉnh năm nay", "Căn cứ Luật Lâm nghiệp năm 2017 của Quốc hội;"]
)
def test_points_and_clauses_are_no_headlines(split, line: str) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", line, LEAD, SECOND))
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"


def test_a_first_sentence_without_a_full_stop_is_no_headline(split) -> None:
    first = "Ngày 16/4/2025 Ủy ban nhân dân tỉnh ban hành Chỉ thị số 11/CT-UBND về trồng rừng trên địa bàn tỉnh"
    file = split(page("Tiếp tục thực hiện quyết liệt công tác trồng rừng", first, LEAD, SECOND))
    assert file.words(file.part.head.title) == "Tiếp tục thực hiện quyết liệt công tác trồng rừng"
    assert [file.words(item.content) for item in file.part.items] == [first, LEAD, SECOND]


@pytest.mark.parametrize(
    "caption", ["Đồng chí Lê Văn Tám, Giám đốc Sở phát biểu tại hội nghị", "Quang cảnh hội nghị tại thành phố Vinh"]
)
def test_a_caption_is_no_headline_but_belongs_to_the_story(split, caption: str) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", caption, LEAD, SECOND))
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"
    assert [file.words(item.content) for item in file.part.items] == [caption, LEAD, SECOND]


@pytest.mark.parametrize("line", ["Download on the", "App Store", "Google Play", "Tải ứng dụng"])
def test_the_furniture_above_the_story_is_no_headline(split, line: str) -> None:
    assert split(page(line, LEAD, SECOND)).part.head.title is None


def test_the_name_of_the_paper_is_no_headline(split) -> None:
    told = "Kiên quyết xử lý nghiêm các hành vi phá rừng trái phép."
    file = split(page("BÁO ĐIỆN TỬ CHÍNH PHỦ", told, LEAD, SECOND))
    assert file.words(file.part.head.title) == told
    file = split(page("BÁO ĐỘNG ĐỎ VỀ RỪNG ĐẦU NGUỒN", LEAD, SECOND))
    assert file.words(file.part.head.title) == "BÁO ĐỘNG ĐỎ VỀ RỪNG ĐẦU NGUỒN"


def test_a_headline_may_speak_of_a_person(split) -> None:
    file = split(page("Đồng chí Lê Văn Tám giữ chức Giám đốc Sở", "13/03/2025", LEAD, SECOND))
    assert file.words(file.part.head.title) == "Đồng chí Lê Văn Tám giữ chức Giám đốc Sở"


def test_the_day_a_page_names_goes_before_its_clock(split) -> None:
    raw = page(
        "Thứ 3, Ngày 16/07/2024 -",
        "Nghệ An triển khai kế hoạch trồng rừng năm 2025",
        "Ngày đăng: 08/07/2024  11:38",
        LEAD,
        SECOND,
    )
    assert split(raw).part.head.date == "2024-07-08"
    assert split(raw.replace("Ngày đăng: 08/07/2024  11:38\n\n", "")).part.head.date == "2024-07-16"


@pytest.mark.parametrize(("line", "byline"), [("Nguyễn Thị Kim Liên", "Nguyễn Thị Kim Liên"), ("Ảnh minh họa", None)])
def test_authors_between_headline_and_story(split, line: str, byline: str | None) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", line, LEAD, SECOND, "Lượt xem: 60"))
    assert file.words(file.part.byline) == byline


def test_a_caption_that_opens_with_a_degree_is_no_headline(split) -> None:
    caption = "Tiến sỹ Lê Văn Trung - Giám đốc Sở Y tế chủ trì buổi tọa đàm"
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", caption, LEAD, SECOND))
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"


def test_a_scholar_and_his_office_below_the_headline(split) -> None:
    file = split(
        page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", "TS Lê Văn Tám", "Vụ Phát triển rừng, Bộ A", LEAD)
    )
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"
    assert file.words(file.part.byline) == "Lê Văn Tám"


def test_author_and_clock_on_one_line(split) -> None:
    file = split(page("Nghệ An triển khai kế hoạch trồng rừng năm 2025", "Tuyết Mai - 05:50 17/09/2021", LEAD, SECOND))
    assert file.words(file.part.head.title) == "Nghệ An triển khai kế hoạch trồng rừng năm 2025"
    assert file.words(file.part.byline) == "Tuyết Mai"
    assert file.part.head.date == "2021-09-17"


def test_a_date_line_is_no_headline(split) -> None:
    long = "Chương trình số 01 về " + "phát triển khoa học và công nghệ của tỉnh " * 5
    file = split(page("Chủ Nhật, ngày 27 tháng 10 năm 2024", long.strip(), LEAD, SECOND))
    assert file.words(file.part.head.title) == long.strip()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Chính trị 13-05-2022", "2022-05-13"),
        ("Thời sự - Chính trị 13/5/2022", "2022-05-13"),
        ("Lịch cắt điện 13-05-2022", None),
    ],
)
def test_the_day_behind_the_column_of_a_newspaper(split, line: str, day: str | None) -> None:
    raw = page(
        "Hội nghị triển khai kế hoạch trồng rừng năm nay", line, LEAD.replace("12/3/2025", "12/3"), SECOND, THIRD
    )
    assert split(raw).head()["date"] == day
