"""Pages that print a whole text on one line, the letterhead run together with what stands below it."""

HEAD = (
    "UBND TỈNH PHÚ YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ XÂY DỰNG Độc lập - Tự do - Hạnh phúc "
    "Số : 217 /SXD-VP Tuy Hòa, ngày 05 tháng11 năm 2021 "
)
LETTER = (
    HEAD + "V/v báo cáo nhanh tình hình bão lũ Kính gửi: Ủy ban nhân dân tỉnh Phú Yên. Vừa qua, tỉnh Phú Yên bị ảnh "
    "hưởng của không khí lạnh tăng cường gây mưa lớn trên toàn tỉnh. Sở Xây dựng báo cáo như sau: I. TÌNH HÌNH THIỆT "
    "HẠI 1. Đối với thành phố Tuy Hòa: 20 căn nhà bị hư hỏng.\n"
)


def test_a_letter_on_one_line(split) -> None:
    head = split(LETTER).head()
    assert (head["form"], head["symbol"], head["date"]) == ("cong-van", "217/SXD-VP", "2021-11-05")
    assert head["title"] == "V/v báo cáo nhanh tình hình bão lũ"


def test_a_decision_on_one_line_keeps_its_recitals_apart(split) -> None:
    raw = HEAD.replace("217 /SXD-VP", "217/QĐ-SXD") + (
        "QUYẾT ĐỊNH Về việc thành lập Tổ công tác GIÁM ĐỐC SỞ XÂY DỰNG Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014; "
        "Căn cứ Nghị định số 15/2021/NĐ-CP ngày 03 tháng 3 năm 2021 của Chính phủ; QUYẾT ĐỊNH: Điều 1. Thành lập Tổ "
        "công tác. Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    file = split(raw)
    assert file.head()["symbol"] == "217/QĐ-SXD"
    starts = [file.words(item.content)[:20] for item in file.part.items]
    assert sum(start.startswith("Căn cứ") for start in starts) == 2


def test_a_number_line_alone_is_left_as_it_is(split) -> None:
    lines = LETTER.replace(" V/v", "\n\nV/v").replace(" Kính gửi", "\n\nKính gửi")
    assert split(lines).head()["title"] == "V/v báo cáo nhanh tình hình bão lũ"
    assert len(split(lines).parts) == 1


DIRECTIVE = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ỦY BAN NHÂN DÂN TỈNH AN GIANG Độc lập - Tự do - Hạnh phúc -------- "
    "--------------- An Giang, ngày 05 tháng 10 năm 2012 Số: 15/2012/CT-UBND CHỈ THỊ VỀ VIỆC TĂNG CƯỜNG CÔNG TÁC QUẢN "
    "LÝ ĐẦU TƯ TRÊN ĐỊA BÀN TỈNH AN GIANG Trong thời gian qua, nhất là kể từ khi chấp hành thực hiện Chỉ thị số "
    "1792/CT-TTg ngày 15 tháng 10 năm 2011 của Thủ tướng Chính phủ, việc đầu tư đã đạt được kết quả nhất định.\n"
)


def test_a_directive_on_one_line_whose_day_stands_before_its_number(split) -> None:
    head = split(DIRECTIVE).head()
    assert (head["form"], head["symbol"], head["date"]) == ("chi-thi", "15/2012/CT-UBND", "2012-10-05")
    assert head["authority"] == "ỦY BAN NHÂN DÂN TỈNH AN GIANG"
    assert head["title"] == "VỀ VIỆC TĂNG CƯỜNG CÔNG TÁC QUẢN LÝ ĐẦU TƯ TRÊN ĐỊA BÀN TỈNH AN GIANG"


def test_a_report_that_begins_with_place_and_day_is_left_as_it_is(split) -> None:
    raw = "BÁO CÁO\n\nTình hình chợ\n\n" + DIRECTIVE[DIRECTIVE.index("An Giang, ngày") :].replace(
        "Số: 15/2012/CT-UBND ", ""
    )
    assert len(split(raw).parts) == 1
    assert split(raw).head()["symbol"] is None
